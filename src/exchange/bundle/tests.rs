//! Bundles between real office files in memory: damaged in every way, in any order, twice, and not at all.
#![allow(clippy::unwrap_used)]

use super::receive::receive_bytes;
use super::{BundleError, Invitation, accept, invite, send};
use crate::domain::office::Role;
use crate::domain::placement::Placement;
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::domain::volunteer::{Category, LanguageSkill, Volunteer};
use crate::domain::{Id, mission::Mission};
use crate::exchange::sample::random::Random;
use crate::store::{Choice, NewOffice, OfficeFile, Op, Progress, Receipt};
use chrono::NaiveDate;
use std::path::Path;
use tempfile::TempDir;

pub(super) fn head_office() -> OfficeFile {
    let new = NewOffice { name: "Head office".into(), country: None, role: Role::Head };
    let mut head = OfficeFile::in_memory(&new.record().unwrap()).unwrap();
    head.set_today(day("2027-01-04"));
    head
}

pub(super) fn invited(head: &mut OfficeFile, name: &str, country: &str) -> OfficeFile {
    let invitation = invite(head, name, Country::parse_code(country)).unwrap();
    let invitation = Invitation::parse(&invitation.write().unwrap(), Path::new("i")).unwrap();
    let mut office = OfficeFile::in_memory(&invitation.new_office()).unwrap();
    office.set_today(day("2027-01-04"));
    accept(&mut office, &invitation).unwrap();
    office
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What an office sends to another, as the bytes of files.
pub(super) fn sent(from: &mut OfficeFile, to: Id) -> Vec<Vec<u8>> {
    let folder = TempDir::new().unwrap();
    let link = from.link(to).unwrap();
    let files = send(from, &link, folder.path(), &Progress::default()).unwrap();
    files.into_iter().map(|file| std::fs::read(file.path).unwrap()).collect()
}

pub(super) fn take(office: &mut OfficeFile, bytes: &[u8]) -> Result<Receipt, BundleError> {
    receive_bytes(office, bytes, Path::new("bundle"), &Progress::default()).map(|(receipt, _)| receipt)
}

pub(super) fn id(office: &OfficeFile) -> Id {
    office.office().unwrap().id
}

pub(super) fn add(office: &mut OfficeFile, name: &str) -> Id {
    let person = Volunteer { full_name: name.into(), birth_date: Some(day("1985-05-14")), ..Volunteer::default() };
    office.edit(Op::Auto, |edit| edit.add_volunteer(person)).unwrap().value
}

#[test]
fn a_bundle_that_is_cut_or_changed_anywhere_is_refused_and_changes_nothing() {
    let mut head = head_office();
    let mut nairobi = invited(&mut head, "Nairobi", "KE");
    add(&mut nairobi, "Ana Silva");
    let to = id(&head);
    let whole = sent(&mut nairobi, to).remove(0);
    let before = (head.digest().unwrap(), head.arrived().unwrap(), head.links().unwrap());
    for at in 0..whole.len() {
        assert!(take(&mut head, &whole[..at]).is_err(), "cut at {at}");
    }
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << bit;
            assert!(take(&mut head, &flipped).is_err(), "bit {bit} of byte {at}");
        }
    }
    assert_eq!(before, (head.digest().unwrap(), head.arrived().unwrap(), head.links().unwrap()));
    take(&mut head, &whole).unwrap();
    assert_eq!(take(&mut head, &whole).unwrap().new_changes, 0, "twice changes nothing more");
}

#[test]
fn what_is_foreign_is_refused_with_the_reason() {
    let mut head = head_office();
    let mut nairobi = invited(&mut head, "Nairobi", "KE");
    let mut lima = invited(&mut head, "Lima", "PE");
    let to = id(&head);
    let from_nairobi = sent(&mut nairobi, to).remove(0);
    assert!(matches!(take(&mut lima, &from_nairobi), Err(BundleError::ForAnother(_))));
    assert!(matches!(take(&mut nairobi, &from_nairobi), Err(BundleError::OwnFile(_))));
    let mut stranger = head_office();
    assert!(matches!(take(&mut stranger, &from_nairobi), Err(BundleError::ForAnother(_))));
    assert!(matches!(take(&mut head, b"full name\nAna Silva\n"), Err(BundleError::Damaged(_))));
    take(&mut head, &from_nairobi).unwrap();
    // A second office with the same invitation cannot take the place of the first.
    let again = sent(&mut lima, to).remove(0);
    take(&mut head, &again).unwrap();
    assert_eq!(head.links().unwrap().len(), 2);
}

#[test]
fn a_lost_bundle_is_named_and_healed_by_the_next() {
    let mut head = head_office();
    let mut nairobi = invited(&mut head, "Nairobi", "KE");
    let to = id(&head);
    take(&mut head, &sent(&mut nairobi, to)[0]).unwrap();
    add(&mut nairobi, "Ana Silva");
    let _lost = sent(&mut nairobi, to);
    add(&mut nairobi, "Elli Heikkil\u{e4}");
    let receipt = take(&mut head, &sent(&mut nairobi, to)[0]).unwrap();
    assert_eq!(receipt.missing, Vec::<i64>::new(), "the third holds what the second held");
    assert_eq!(head.counts().unwrap()[0], 2);
}

/// A bundle as a newer program would write it: ops on a table and a cell that this one does not know, and a line of a kind
/// that it does not know.
fn of_a_newer_program(office: &mut OfficeFile, to: &OfficeFile, number: i64) -> Vec<u8> {
    let (keys, own, other) = (office.keys().unwrap(), id(office), id(to));
    let link = office.link(other).unwrap();
    let (row, ana) = (Id::random(), office.all::<Volunteer>().unwrap()[0].id);
    let header = super::Header {
        version: super::VERSION,
        program: "9.9.9".into(),
        from: own,
        name: "Nairobi".into(),
        to: other,
        replica: 77,
        number,
        previous: None,
        after: 0,
        upto: 10,
        confirmed: 0,
        has: None,
        holds: Default::default(),
        digest: String::new(),
        at: 1_800_000_000_000,
    };
    let mut text = serde_json::to_string(&header).unwrap();
    for line in [
        format!(r#"{{"r":[77,"{own}"]}}"#),
        r#"{"e":[0,1,null,"Newer",1800000000000,"9.9.9",{"did":"praised","whom":"everybody"},3]}"#.to_owned(),
        format!(r#"{{"o":[0,0,1,999,"{row}",null,[],[[2,[],[],["a"]]]]}}"#),
        format!(
            r#"{{"o":[0,1,2,2,"{ana}",null,[[0,1]],[[99,[[0,1]],[null],["new"]],[16,[[0,1]],[null],["n@x.example"]]]]}}"#
        ),
        format!(r#"{{"x":[0,2,3,2,"{ana}",null,{{"praise":"great"}}]}}"#),
    ] {
        text.push('\n');
        text.push_str(&line);
    }
    let address = super::envelope::Address { from: own, to: other, number };
    let recipient: age::x25519::Recipient = link.seal_key.parse().unwrap();
    super::envelope::seal(text.as_bytes(), &address, &keys.sign, &[recipient], None).unwrap().0
}

#[test]
fn what_a_newer_program_wrote_is_kept_word_for_word_and_passed_on() {
    let mut head = head_office();
    let mut nairobi = invited(&mut head, "Nairobi", "KE");
    add(&mut nairobi, "Ana Silva");
    let to = id(&head);
    take(&mut head, &sent(&mut nairobi, to)[0]).unwrap();
    let bundle = of_a_newer_program(&mut nairobi, &head, 2);
    let receipt = take(&mut head, &bundle).unwrap();
    assert_eq!((receipt.new_changes, receipt.not_understood), (3, 3), "{receipt:?}");
    assert_eq!(head.all::<Volunteer>().unwrap()[0].email, "n@x.example", "what is known is applied");
    assert_eq!(take(&mut head, &bundle).unwrap().new_changes, 0);
    assert!(head.check().unwrap().problems.is_empty());
    // Passed on to the office that holds the person, as it came.
    let below = id(&nairobi);
    let receipt = take(&mut nairobi, &sent(&mut head, below)[0]).unwrap();
    assert_eq!(receipt.not_understood, 2, "the unknown table is not for Nairobi to hold: {receipt:?}");
    let (here, there) = (nairobi.history(1, None).unwrap(), head.history(1, None).unwrap());
    assert_eq!(here[0].author, there[0].author);
}

/// One of some, nothing of none.
fn one_of<T: Copy>(dice: &mut Random, list: &[T]) -> Option<T> {
    if list.is_empty() { None } else { Some(*dice.pick(list)) }
}

/// Something that a person might do. What the rules refuse is refused.
pub(super) fn work(office: &mut OfficeFile, dice: &mut Random) {
    let people: Vec<Id> = office.all::<Volunteer>().unwrap().iter().map(|person| person.id).collect();
    let posts: Vec<Id> = office.all::<Placement>().unwrap().iter().map(|post| post.id).collect();
    let word = ["a", "b", "c"][dice.below(3)];
    match dice.below(14) {
        0 | 1 => {
            add(office, word);
        }
        2..=4 => {
            if let Some(person) = one_of(dice, &people) {
                let _ = office.change::<Volunteer>(person, |person| person.email = word.into());
            }
        }
        5 => {
            if let Some(person) = one_of(dice, &people) {
                let (first, last) = [("2027-02-01", "2027-12-31"), ("2027-03-01", "2028-12-31")][dice.below(2)];
                let _ = office.change::<Volunteer>(person, |person| {
                    person.available_from = Some(day(first));
                    person.available_until = Some(day(last));
                    person.categories = vec![Category::International];
                });
            }
        }
        6 => {
            if let Some(person) = one_of(dice, &people) {
                let language = crate::domain::reference::Language::parse_code("fr").unwrap();
                let spoken = LanguageSkill { id: Id::random(), of: person, language, level: None };
                let _ = office.edit(Op::Auto, |edit| edit.add(spoken));
            }
        }
        7 => {
            if let Some(person) = one_of(dice, &people) {
                let _ = office.edit(Op::Auto, |edit| edit.remove::<Volunteer>(person));
            }
        }
        8 => {
            let post = Placement {
                title: word.into(),
                country: Country::parse_code(["KE", "PE"][dice.below(2)]),
                start_from: Some(day("2027-03-01")),
                start_until: Some(day("2027-06-01")),
                places: 3,
                ..Placement::default()
            };
            let _ = office.edit(Op::Auto, |edit| edit.add(post));
        }
        9 | 10 => {
            if let (Some(person), Some(post)) = (one_of(dice, &people), one_of(dice, &posts)) {
                let first = [day("2027-03-01"), day("2027-09-01")][dice.below(2)];
                let days = Span { first, last: first + chrono::Days::new(100) };
                let _ = office.place(person, post, days, "");
            }
        }
        11 => {
            let missions: Vec<Id> = office.all::<Mission>().unwrap().iter().map(|mission| mission.id).collect();
            if let Some(mission) = one_of(dice, &missions) {
                let _ = office.edit(Op::Auto, |edit| edit.remove::<Mission>(mission));
            }
        }
        12 => {
            let open: Vec<_> = office.conflicts(false).unwrap().iter().map(|conflict| conflict.id).collect();
            if let Some(conflict) = one_of(dice, &open) {
                let choice = [Choice::Mine, Choice::Theirs][dice.below(2)].clone();
                let _ = office.settle(&[(conflict, choice)]);
            }
        }
        _ => {
            let _ = office.undo();
        }
    }
}

/// What of an office's conflicts is the same everywhere.
fn open(office: &OfficeFile) -> Vec<(String, Vec<Vec<String>>)> {
    let conflicts = office.conflicts(false).unwrap().into_iter();
    let mut open: Vec<_> = conflicts
        .map(|conflict| {
            let claims = conflict.claims.into_iter().map(|claim| claim.values).collect();
            (conflict.id.to_string(), claims)
        })
        .collect();
    open.sort();
    open
}

/// Offices work apart; files are lost, late, twice and out of order. At the end each sends until nothing is new.
fn year(seed: u64, erase: bool) {
    let mut dice = Random::new(seed, "exchange");
    let mut head = head_office();
    let mut offices = vec![invited(&mut head, "Nairobi", "KE"), invited(&mut head, "Lima", "PE")];
    let ids: Vec<Id> = offices.iter().map(id).collect();
    let top = id(&head);
    for (office, at) in offices.iter_mut().zip(0..) {
        let first = sent(office, top);
        take(&mut head, &first[0]).unwrap_or_else(|error| panic!("seed {seed}, office {at}: {error}"));
    }
    let mut under_way: Vec<(usize, Vec<u8>)> = Vec::new();
    for _ in 0..40 {
        let at = dice.below(3);
        match dice.below(6) {
            0..=2 => work(if at == 2 { &mut head } else { &mut offices[at] }, &mut dice),
            3 if at < 2 => under_way.extend(sent(&mut offices[at], top).into_iter().map(|file| (2, file))),
            3 => {
                let to = dice.below(2);
                under_way.extend(sent(&mut head, ids[to]).into_iter().map(|file| (to, file)));
            }
            4 if erase && dice.below(4) == 0 => {
                let people = head.all::<Volunteer>().unwrap();
                if !people.is_empty() {
                    let person = people[dice.below(people.len())].id;
                    let _ = head.erase(person, "");
                }
            }
            _ => {
                if !under_way.is_empty() {
                    let place = dice.below(under_way.len());
                    let (to, file) =
                        if dice.below(3) == 0 { under_way[place].clone() } else { under_way.swap_remove(place) };
                    if dice.below(5) > 0 {
                        let office = if to == 2 { &mut head } else { &mut offices[to] };
                        take(office, &file).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
                    }
                }
            }
        }
    }
    for _ in 0..3 {
        for (office, to) in offices.iter_mut().zip(&ids) {
            for file in sent(office, top) {
                take(&mut head, &file).unwrap();
            }
            for file in sent(&mut head, *to) {
                take(office, &file).unwrap();
            }
        }
    }
    // Head office holds all; each office the same of what it holds.
    for office in &offices {
        assert!(office.check().unwrap().problems.is_empty(), "seed {seed}");
        for person in office.all::<Volunteer>().unwrap() {
            let there = head.volunteer(person.id).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
            let here = office.volunteer(person.id).unwrap();
            assert_eq!(here.volunteer, there.volunteer, "seed {seed}");
            assert_eq!(here.languages.len(), there.languages.len(), "seed {seed}");
        }
        for post in office.all::<Placement>().unwrap() {
            assert_eq!(post, head.get::<Placement>(post.id).unwrap(), "seed {seed}");
        }
        for mission in office.all::<Mission>().unwrap() {
            assert_eq!(mission, head.get::<Mission>(mission.id).unwrap(), "seed {seed}");
        }
        let (here, there) = (open(office), open(&head));
        assert!(here.iter().all(|conflict| there.contains(conflict)), "seed {seed}: {here:?} {there:?}");
        let link = office.links().unwrap().remove(0);
        assert_eq!(office.waiting(&link).unwrap().unconfirmed, 0, "seed {seed}: all is confirmed");
    }
}

pub(super) fn seeds(default: u64) -> u64 {
    std::env::var("SOJOURN_SEEDS").ok().and_then(|text| text.parse::<u64>().ok()).map_or(default, |seeds| seeds / 40)
}

#[test]
fn offices_that_exchange_files_in_any_way_hold_the_same_at_the_end() {
    (0..seeds(50)).for_each(|seed| year(seed, false));
}

#[test]
fn offices_that_erase_people_meanwhile_hold_the_same_at_the_end() {
    (1_000..1_000 + seeds(25)).for_each(|seed| year(seed, true));
}
