//! What is damaged or forged at every depth: the sealed file, the payload under a good signature, its ops, an invitation.
//! Key files have their own tests beside them. `SOJOURN_SEEDS` asks for more rounds.
#![allow(clippy::unwrap_used)]

use super::tests::{add, head_office, id, invited, seeds, sent, take, work};
use super::{BundleError, Header, Invitation, envelope, invite};
use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::reference::Country;
use crate::domain::volunteer::Volunteer;
use crate::exchange::sample::random::Random;
use crate::store::{OfficeFile, Parcel};
use std::path::Path;

/// Some bytes changed, taken out, put in or cut off; most often such that the text is still nearly what it was.
fn spoiled(bytes: &[u8], dice: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(3) {
        if bytes.is_empty() {
            break;
        }
        let at = dice.below(bytes.len());
        match dice.below(8) {
            0..=3 => bytes[at] = b"0123456789[]{},\":-.ntf"[dice.below(22)],
            4 => drop(bytes.remove(at)),
            5 => bytes[at] ^= 1 << dice.below(8),
            6 if dice.below(4) == 0 => bytes.truncate(at),
            _ => bytes.insert(at, bytes[dice.below(bytes.len())]),
        }
    }
    bytes
}

/// One number, word or list of a line of JSON in the place of another, so that it still is JSON.
fn forged(line: &str, dice: &mut Random) -> String {
    fn leaves(value: &mut serde_json::Value, at: &mut usize, change: &mut dyn FnMut(usize, &mut serde_json::Value)) {
        let here = *at;
        *at += 1;
        change(here, value);
        match value {
            serde_json::Value::Array(list) => list.iter_mut().for_each(|item| leaves(item, at, change)),
            serde_json::Value::Object(map) => map.values_mut().for_each(|item| leaves(item, at, change)),
            _ => {}
        }
    }
    let Ok(mut value) = serde_json::from_str::<serde_json::Value>(line) else { return line.to_owned() };
    let mut count = 0;
    leaves(&mut value, &mut count, &mut |_, _| {});
    let target = dice.below(count.max(1));
    let words =
        ["null", "0", "1", "-1", "3", "9223372036854775807", "\"\"", "\"KE\"", "[]", "[0]", "2.5", "true", "{}"];
    let new: serde_json::Value = serde_json::from_str(words[dice.below(words.len())]).unwrap();
    leaves(&mut value, &mut 0, &mut |here, item| {
        if here == target {
            *item = new.clone();
        }
    });
    value.to_string()
}

/// Everything of an office can be read, and its own check finds nothing.
fn sound(office: &mut OfficeFile, what: &str) {
    let read = [
        office.all::<Volunteer>().map(|list| list.len()),
        office.all::<Organisation>().map(|list| list.len()),
        office.all::<Placement>().map(|list| list.len()),
        office.all::<Mission>().map(|list| list.len()),
        office.conflicts(true).map(|list| list.len()),
        office.history(50, None).map(|list| list.len()),
    ];
    for each in read {
        assert!(each.is_ok(), "{each:?} after {what}");
    }
    for person in office.all::<Volunteer>().unwrap() {
        assert!(office.volunteer(person.id).is_ok(), "the parts of {} after {what}", person.full_name);
    }
    let mut problems = office.check().unwrap().problems;
    // That what a mission names has not come yet is for people to look at, not damage.
    problems.retain(|problem| !problem.contains("is nowhere"));
    assert!(problems.is_empty(), "{problems:?} after {what}");
}

/// An office that has done this and that, and head office, which has heard of it.
fn two(seed: u64) -> (OfficeFile, OfficeFile, Random) {
    let mut head = head_office();
    let mut nairobi = invited(&mut head, "Nairobi", "KE");
    let to = id(&head);
    take(&mut head, &sent(&mut nairobi, to)[0]).unwrap();
    let mut dice = Random::new(seed, "damage");
    add(&mut nairobi, "Ana Silva");
    for _ in 0..20 {
        work(&mut nairobi, &mut dice);
    }
    (head, nairobi, dice)
}

#[test]
fn a_damaged_envelope_is_refused() {
    let (mut head, mut nairobi, mut dice) = two(7);
    let whole = sent(&mut nairobi, id(&head)).remove(0);
    let before = head.digest().unwrap();
    for _ in 0..seeds(1_000) {
        let spoiled = spoiled(&whole, &mut dice);
        assert!(spoiled == whole || take(&mut head, &spoiled).is_err());
        let noise: Vec<u8> = (0..dice.below(200)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
        assert!(take(&mut head, &noise).is_err());
    }
    assert_eq!(head.digest().unwrap(), before);
}

/// A payload as nairobi would seal it.
fn sealed(nairobi: &mut OfficeFile, head: &OfficeFile, payload: &[u8]) -> Vec<u8> {
    let (keys, to) = (nairobi.keys().unwrap(), id(head));
    let address = envelope::Address { from: id(nairobi), to, number: 2 };
    let recipient: age::x25519::Recipient = nairobi.link(to).unwrap().seal_key.parse().unwrap();
    envelope::seal(payload, &address, &keys.sign, &[recipient], None).unwrap().0
}

fn header(nairobi: &OfficeFile, head: &OfficeFile) -> Header {
    Header {
        version: super::VERSION,
        program: "0.0.0".into(),
        from: id(nairobi),
        name: "Nairobi".into(),
        to: id(head),
        replica: nairobi.replica_id().unwrap(),
        number: 2,
        previous: None,
        after: 0,
        upto: 1_000,
        confirmed: 0,
        has: None,
        holds: Default::default(),
        digest: String::new(),
        at: 1_800_000_000_000,
    }
}

/// A program with a fault, or somebody with the key: the signature is good, the lines are not. What is taken in leaves a
/// file in which all can be read; the rest is refused.
#[test]
fn a_forged_payload_is_refused_or_harms_nothing() {
    let (mut taken, mut refused) = (0, 0);
    for round in 0..seeds(120) {
        let (mut head, mut nairobi, mut dice) = two(round);
        let parcel = nairobi.parcel(id(&head), 0, 1 << 20).unwrap().unwrap().write().unwrap();
        let mut lines: Vec<String> = String::from_utf8(parcel).unwrap().lines().map(str::to_owned).collect();
        let mut first = serde_json::to_string(&header(&nairobi, &head)).unwrap();
        for _ in 0..=dice.below(2) {
            let at = dice.below(lines.len() + 1);
            match lines.get_mut(at) {
                Some(line) => *line = forged(line, &mut dice),
                None => first = forged(&first, &mut dice),
            }
        }
        let mut payload = format!("{first}\n{}", lines.join("\n")).into_bytes();
        if dice.below(4) == 0 {
            payload = spoiled(&payload, &mut dice);
        }
        let bundle = sealed(&mut nairobi, &head, &payload);
        match take(&mut head, &bundle) {
            Ok(_) => taken += 1,
            Err(BundleError::Damaged(_) | BundleError::Newer(_)) => refused += 1,
            Err(other) => panic!("{other:?}: {}", String::from_utf8_lossy(&payload)),
        }
        sound(&mut head, &format!("round {round}: {}", String::from_utf8_lossy(&payload)));
    }
    assert!(taken > 0 && refused > 0, "{taken} taken, {refused} refused");
}

#[test]
fn a_value_that_is_not_known_is_refused_and_a_newer_program_named() {
    let (mut head, mut nairobi, _) = two(7);
    let parcel = nairobi.parcel(id(&head), 0, 1 << 20).unwrap().unwrap().write().unwrap();
    let parcel = String::from_utf8(parcel).unwrap().replace("\"applied\"", "\"paused\"");
    let before = head.digest().unwrap();
    for program in ["0.0.0", "9.9.9"] {
        let header = Header { program: program.into(), ..header(&nairobi, &head) };
        let payload = format!("{}\n{parcel}", serde_json::to_string(&header).unwrap());
        let bundle = sealed(&mut nairobi, &head, payload.as_bytes());
        let refused = take(&mut head, &bundle).unwrap_err();
        assert_eq!(matches!(refused, BundleError::Newer(_)), program == "9.9.9", "{refused:?}");
        assert_eq!(matches!(refused, BundleError::Damaged(_)), program == "0.0.0", "{refused:?}");
    }
    assert_eq!(head.digest().unwrap(), before);
    sound(&mut head, "what was refused");
}

#[test]
fn damaged_ops_and_invitations_are_read_or_refused() {
    let (mut head, nairobi, mut dice) = two(7);
    let parcel = nairobi.parcel(id(&head), 0, 1 << 20).unwrap().unwrap().write().unwrap();
    let invitation = invite(&mut head, "Lima", Country::parse_code("PE")).unwrap().write().unwrap();
    for _ in 0..seeds(4_000) {
        let _ = Invitation::parse(&spoiled(&invitation, &mut dice), Path::new("i"));
        if let Ok(text) = String::from_utf8(spoiled(&parcel, &mut dice))
            && let Ok(parcel) = Parcel::read(&text, 0, 1)
        {
            parcel.write().unwrap();
        }
    }
}
