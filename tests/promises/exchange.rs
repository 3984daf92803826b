//! Exchange between offices by file: invitations, bundles, conflicts, what each office holds.

use crate::command::program;
use crate::history::day;
use sojourn::domain::office::Role;
use sojourn::domain::reference::Country;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::Volunteer;
use sojourn::domain::{Id, Kind, placement::Placement};
use sojourn::exchange::bundle::{Invitation, accept, invite, receive_files, send};
use sojourn::store::{About, Choice, NewOffice, OfficeFile, Op, Progress, Receipt, StoreError};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Head office and a country office that is linked with it, each with a folder for what it sends.
pub struct Two {
    pub folder: TempDir,
    pub head: OfficeFile,
    pub nairobi: OfficeFile,
}

pub fn kenya() -> Option<Country> {
    Country::parse_code("KE")
}

/// A new head office.
pub fn head_office(folder: &TempDir) -> OfficeFile {
    let new = NewOffice { name: "Head office".into(), country: None, role: Role::Head };
    let mut head = OfficeFile::create(&folder.path().join("head.sojourn"), &new).unwrap();
    head.set_author("Hanna");
    head
}

/// A new country office, made from an invitation that went through a file.
pub fn invited(folder: &TempDir, head: &mut OfficeFile, name: &str, country: &str) -> OfficeFile {
    let invitation = invite(head, name, Country::parse_code(country)).unwrap();
    let path = folder.path().join(format!("{name}.sojourninvitation"));
    std::fs::write(&path, invitation.write().unwrap()).unwrap();
    let invitation = Invitation::read(&path).unwrap();
    let file = folder.path().join(format!("{name}.sojourn"));
    let mut office = OfficeFile::create_as(&file, &invitation.new_office()).unwrap();
    office.set_author(&format!("{name}'s author"));
    accept(&mut office, &invitation).unwrap();
    office
}

impl Two {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let mut head = head_office(&folder);
        let nairobi = invited(&folder, &mut head, "Nairobi", "KE");
        let mut two = Self { folder, head, nairobi };
        two.up();
        two
    }

    /// Nairobi sends, head office receives.
    pub fn up(&mut self) -> Vec<Receipt> {
        let files = send_all(&mut self.nairobi, self.folder.path());
        take(&mut self.head, &files)
    }

    /// Head office sends, Nairobi receives.
    pub fn down(&mut self) -> Vec<Receipt> {
        let files = send_all(&mut self.head, self.folder.path());
        take(&mut self.nairobi, &files)
    }
}

/// Sends to every office that has been heard of. The folder stands for a stick.
pub fn send_all(from: &mut OfficeFile, folder: &Path) -> Vec<PathBuf> {
    let links = from.links().unwrap().into_iter().filter(|link| !link.seal_key.is_empty());
    let sent = links.flat_map(|link| send(from, &link, folder, &Progress::default()).unwrap());
    sent.map(|file| file.path).collect()
}

pub fn take(office: &mut OfficeFile, files: &[PathBuf]) -> Vec<Receipt> {
    let received = receive_files(office, files, &Progress::default()).unwrap();
    received.into_iter().map(|received| received.outcome.unwrap()).collect()
}

pub fn add(office: &mut OfficeFile, name: &str) -> Id {
    let person = Volunteer { full_name: name.into(), birth_date: Some(day("1985-05-14")), ..Volunteer::default() };
    office.edit(Op::Auto, |edit| edit.add_volunteer(person)).unwrap().value
}

pub fn change(office: &mut OfficeFile, id: Id, change: impl FnOnce(&mut Volunteer)) {
    office.change::<Volunteer>(id, change).unwrap();
}

#[test]
fn an_office_opens_its_invitation_and_both_hold_the_same() {
    let mut two = Two::new();
    let ana = add(&mut two.nairobi, "Ana Silva");
    let link = two.nairobi.links().unwrap().remove(0);
    assert_eq!(two.nairobi.waiting(&link).unwrap().unsent, 1);
    let receipt = two.up().remove(0);
    assert_eq!((receipt.new_edits, receipt.missing.len()), (1, 0), "{receipt:?}");
    let link = two.nairobi.links().unwrap().remove(0);
    let waiting = two.nairobi.waiting(&link).unwrap();
    assert_eq!((waiting.unsent, waiting.unconfirmed > 0), (0, true));
    assert_eq!(two.head.get::<Volunteer>(ana).unwrap().full_name, "Ana Silva");
    two.down();
    let link = two.nairobi.links().unwrap().remove(0);
    assert_eq!(two.nairobi.waiting(&link).unwrap(), sojourn::store::links::Waiting::default(), "all confirmed");
    assert_eq!(two.head.digest().unwrap(), two.nairobi.digest().unwrap());
    assert!(two.head.check().unwrap().problems.is_empty());
    assert!(two.nairobi.check().unwrap().problems.is_empty());
}

#[test]
fn a_folder_of_files_of_new_offices_comes_in_whole_but_for_what_is_damaged() {
    let folder = TempDir::new().unwrap();
    let stick = TempDir::new().unwrap();
    let mut head = head_office(&folder);
    let mut offices =
        [("Nairobi", "KE"), ("Kampala", "UG")].map(|(name, country)| invited(&folder, &mut head, name, country));
    // Two files each: both tell who the office is, since nothing has come back.
    let mut people = Vec::new();
    let mut files = Vec::new();
    for office in &mut offices {
        for name in ["Ana Silva", "Elli Heikkil\u{e4}"] {
            people.push(add(office, name));
            files.extend(send_all(office, stick.path()));
        }
    }
    assert_eq!(files.len(), 4);
    let damaged = stick.path().join("nairobi-to-head-office-0001-copy.sojournbundle");
    let mut bytes = std::fs::read(&files[0]).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&damaged, bytes).unwrap();
    let received = receive_files(&mut head, &[stick.path().to_owned()], &Progress::default()).unwrap();
    let refused: Vec<&PathBuf> =
        received.iter().filter(|received| received.outcome.is_err()).map(|received| &received.path).collect();
    assert_eq!((received.len(), refused), (5, vec![&damaged]));
    assert!(received.is_sorted_by_key(|received| &received.path));
    let missing = received.iter().filter_map(|received| received.outcome.as_ref().ok()).flat_map(|it| &it.missing);
    assert_eq!(missing.count(), 0, "the second of an office knows of the first");
    for person in people {
        assert!(head.get::<Volunteer>(person).is_ok());
    }
    assert_eq!(head.links().unwrap().len(), 2, "each office is linked once");
}

#[test]
fn no_two_offices_give_the_same_reference() {
    let mut two = Two::new();
    let mut kampala = invited(&two.folder, &mut two.head, "Kampala", "UG");
    let mut mombasa = invited(&two.folder, &mut two.head, "Mombasa", "KE");
    let mut given = Vec::new();
    for office in [&mut two.head, &mut two.nairobi, &mut kampala, &mut mombasa] {
        for name in ["Ana Silva", "Elli Heikkil\u{e4}"] {
            let id = add(office, name);
            given.push(office.get::<Volunteer>(id).unwrap().reference);
        }
    }
    let wanted = ["V-0001", "V-0002", "V-KE-0001", "V-KE-0002", "V-UG-0001", "V-UG-0002", "V-KE2-0001", "V-KE2-0002"];
    assert_eq!(given, wanted);
    two.up();
    assert!(two.head.resolve(Kind::Volunteer, "v-ke-0002").is_ok());
}

#[test]
fn a_reference_that_two_offices_gave_before_they_were_linked_names_neither() {
    let folder = TempDir::new().unwrap();
    let mut head = head_office(&folder);
    let alone = NewOffice { name: "Nairobi".into(), country: kenya(), role: Role::Country };
    let mut nairobi = OfficeFile::create(&folder.path().join("nairobi.sojourn"), &alone).unwrap();
    let (ana, elli) = (add(&mut nairobi, "Ana Silva"), add(&mut head, "Elli Heikkil\u{e4}"));
    let invitation = invite(&mut head, "Nairobi", kenya()).unwrap();
    accept(&mut nairobi, &invitation).unwrap();
    take(&mut head, &send_all(&mut nairobi, folder.path()));
    let asked = head.resolve(Kind::Volunteer, "V-0001");
    assert!(matches!(asked, Err(StoreError::SeveralRecords { .. })), "{asked:?}");
    for person in [ana, elli] {
        assert_eq!(head.resolve(Kind::Volunteer, &person.to_string()).unwrap(), person);
    }
    // A sheet with that reference reaches the one who is named in it, and nobody by chance.
    let path = head.path().to_owned();
    drop(head);
    for (name, is_kept) in [("Ana Silva", true), ("Elli Heikkil\u{e4}", true), ("Chidi Okafor", false)] {
        let sheet = folder.path().join("people.csv");
        let mail = format!("{}@example.org", &name[..3]);
        std::fs::write(&sheet, format!("Reference,Full name,E-mail,Phone\nV-0001,{name},{mail},+254 1\n")).unwrap();
        let ran = program().arg("import").arg(&path).arg("volunteers").arg(&sheet).output().unwrap();
        assert!(ran.status.success(), "{ran:?}");
        let head = OfficeFile::open(&path).unwrap();
        let people = head.all::<Volunteer>().unwrap();
        let with: Vec<&str> = people.iter().filter(|one| one.email == mail).map(|one| one.full_name.as_str()).collect();
        assert_eq!(with, [name], "{people:?}");
        assert_eq!(people.len() == 2, is_kept, "who is neither of them is somebody new");
    }
}

#[test]
fn what_two_offices_say_of_one_field_stays_until_a_person_decides_and_the_decision_travels() {
    let mut two = Two::new();
    let ana = add(&mut two.nairobi, "Ana Silva");
    two.up();
    two.down();
    change(&mut two.nairobi, ana, |ana| ana.email = "ana@nairobi.example".into());
    change(&mut two.head, ana, |ana| {
        ana.email = "ana@head.example".into();
        ana.phone = "+254 700".into();
    });
    assert_eq!(two.up().remove(0).conflicts, 1);
    let open = two.head.conflicts(false).unwrap();
    assert_eq!(open.len(), 1, "the telephone is nobody's conflict");
    assert_eq!(open[0].about, About::Fields { fields: vec!["email".into()] });
    assert_eq!(open[0].claims.iter().filter(|claim| claim.own).count(), 1);
    assert_eq!(two.head.get::<Volunteer>(ana).unwrap().phone, "+254 700");
    two.down();
    assert_eq!(two.nairobi.conflicts(false).unwrap().len(), 1, "both see it");
    assert_eq!(
        two.nairobi.get::<Volunteer>(ana).unwrap().email,
        two.head.get::<Volunteer>(ana).unwrap().email,
        "the same is shown at both"
    );
    let id = two.nairobi.conflicts(false).unwrap()[0].id;
    two.nairobi.settle(&[(id, Choice::Mine)]).unwrap();
    assert_eq!(two.nairobi.get::<Volunteer>(ana).unwrap().email, "ana@nairobi.example");
    two.up();
    assert!(two.head.conflicts(false).unwrap().is_empty(), "decisions travel");
    assert_eq!(two.head.get::<Volunteer>(ana).unwrap().email, "ana@nairobi.example");
    two.nairobi.undo().unwrap();
    assert_eq!(two.nairobi.conflicts(false).unwrap().len(), 1, "undone, it is open again");
    two.up();
    assert_eq!(two.head.conflicts(false).unwrap().len(), 1);
    two.head.settle(&[(id, Choice::Value(vec!["ana@both.example".into()]))]).unwrap();
    two.down();
    two.up();
    assert_eq!(two.nairobi.get::<Volunteer>(ana).unwrap().email, "ana@both.example");
    assert_eq!(two.head.digest().unwrap(), two.nairobi.digest().unwrap());
}

#[test]
fn a_removal_does_not_hide_what_another_office_changed() {
    let mut two = Two::new();
    let ana = add(&mut two.nairobi, "Ana Silva");
    two.up();
    two.down();
    two.head.edit(Op::Auto, |edit| edit.remove::<Volunteer>(ana)).unwrap();
    change(&mut two.nairobi, ana, |ana| ana.phone = "+254 700".into());
    two.up();
    assert_eq!(two.head.get::<Volunteer>(ana).unwrap().phone, "+254 700", "she is there again");
    let open = two.head.conflicts(false).unwrap();
    assert_eq!(open[0].about, About::Removal);
    let keep = open[0].claims.iter().position(|claim| !claim.removes).unwrap();
    two.head.settle(&[(open[0].id, Choice::Claim(keep))]).unwrap();
    two.down();
    two.up();
    assert!(two.nairobi.conflicts(false).unwrap().is_empty());
    assert_eq!(two.nairobi.get::<Volunteer>(ana).unwrap().phone, "+254 700");
    assert_eq!(two.head.digest().unwrap(), two.nairobi.digest().unwrap());
}

#[test]
fn what_enters_the_scope_comes_whole_and_what_leaves_goes_once_its_edits_are_confirmed() {
    let mut two = Two::new();
    let person = add(&mut two.head, "Elli Heikkilä");
    let other = add(&mut two.head, "Chidi Okafor");
    change(&mut two.head, person, |person| person.phone = "+358 40".into());
    two.down();
    assert!(two.nairobi.find::<Volunteer>(person).unwrap().is_none(), "nobody was proposed to Nairobi yet");
    let placement = Placement {
        title: "Midwife".into(),
        country: kenya(),
        start_from: Some(day("2027-03-01")),
        start_until: Some(day("2027-06-01")),
        ..Placement::default()
    };
    let post = two.head.edit(Op::Auto, |edit| edit.add(placement)).unwrap().value;
    let days = Span { first: day("2027-03-01"), last: day("2027-08-31") };
    let mission = two.head.place(person, post, days, "").unwrap().value.mission;
    two.down();
    assert_eq!(two.nairobi.get::<Volunteer>(person).unwrap().phone, "+358 40", "with all that happened before");
    assert!(two.nairobi.find::<Volunteer>(other).unwrap().is_none());
    change(&mut two.nairobi, person, |person| person.email = "elli@nairobi.example".into());
    two.head.edit(Op::Auto, |edit| edit.remove::<sojourn::domain::mission::Mission>(mission)).unwrap();
    let receipt = two.down().remove(0);
    assert_eq!((receipt.left, receipt.leaving), (0, 1), "her e-mail has not come to head office yet");
    two.up();
    let receipt = two.down().remove(0);
    assert_eq!((receipt.left, receipt.leaving), (1, 0), "{receipt:?}");
    assert!(two.nairobi.find::<Volunteer>(person).unwrap().is_none());
    assert_eq!(two.head.get::<Volunteer>(person).unwrap().email, "elli@nairobi.example", "and nothing was lost");
}

/// Whether some bytes are anywhere in a file or beside it.
pub fn is_anywhere(path: &Path, wanted: &str) -> bool {
    let beside = |ending: &str| PathBuf::from(format!("{}{ending}", path.display()));
    [path.to_owned(), beside("-wal"), beside("-journal")]
        .iter()
        .filter_map(|path| std::fs::read(path).ok())
        .any(|bytes| bytes.windows(wanted.len()).any(|found| found == wanted.as_bytes()))
}

#[test]
fn who_is_erased_is_gone_from_both_files_and_late_bundles_bring_nobody_back() {
    let mut two = Two::new();
    let ana = add(&mut two.nairobi, "Anastasia Silvestre");
    change(&mut two.nairobi, ana, |ana| {
        ana.email = "anastasia@example.org".into();
        ana.categories = vec![sojourn::domain::volunteer::Category::International];
    });
    two.up();
    // Written before head office erases her, and on its way for weeks.
    change(&mut two.nairobi, ana, |ana| ana.phone = "+254 700 100 200".into());
    let late = send_all(&mut two.nairobi, two.folder.path());
    two.head.erase(ana, "asked by letter").unwrap();
    assert!(matches!(two.head.undo(), Err(_) | Ok((Op::NewOffice { .. }, _))), "it cannot be taken back");
    take(&mut two.head, &late);
    let kept = two.head.get::<Volunteer>(ana).unwrap();
    assert_eq!((kept.full_name.as_str(), kept.email.as_str(), kept.phone.as_str()), ("\u{2014}", "", ""));
    assert_eq!(kept.birth_date, Some(day("1985-01-01")), "the year is counted");
    assert_eq!(kept.categories.len(), 1);
    two.down();
    two.up();
    assert_eq!(two.head.digest().unwrap(), two.nairobi.digest().unwrap());
    for office in [&two.head, &two.nairobi] {
        office.checkpoint().unwrap();
        for wanted in ["Anastasia", "anastasia@example.org", "+254 700 100 200"] {
            assert!(!is_anywhere(office.path(), wanted), "{wanted} in {}", office.path().display());
        }
        assert!(office.history(100, None).unwrap().iter().all(|entry| !format!("{}", entry.op).contains("Anastasia")));
    }
}

#[test]
fn a_restored_backup_goes_on_as_another_copy_and_gets_its_own_edits_back() {
    let mut two = Two::new();
    let ana = add(&mut two.nairobi, "Ana Silva");
    two.up();
    two.down();
    let backup = two.folder.path().join("backup.sojourn");
    two.nairobi.backup_to(&backup).unwrap();
    change(&mut two.nairobi, ana, |ana| ana.email = "ana@nairobi.example".into());
    let elli = add(&mut two.nairobi, "Elli Heikkil\u{e4}");
    two.up();
    two.down();
    let (path, before) = (two.nairobi.path().to_owned(), two.nairobi.replica_id().unwrap());
    // The laptop fell: the backup takes the place of the file.
    two.nairobi =
        reopened(two.nairobi, &two.folder, || OfficeFile::restore(&backup, &path, None, &Progress::default()).unwrap());
    assert_ne!(two.nairobi.replica_id().unwrap(), before);
    assert!(two.nairobi.find::<Volunteer>(elli).unwrap().is_none(), "the backup lacks her");
    let chidi = add(&mut two.nairobi, "Chidi Okafor");
    two.up();
    two.down();
    two.up();
    assert_eq!(two.nairobi.get::<Volunteer>(elli).unwrap().full_name, "Elli Heikkil\u{e4}");
    assert_eq!(two.nairobi.get::<Volunteer>(ana).unwrap().email, "ana@nairobi.example");
    assert_eq!(two.head.get::<Volunteer>(chidi).unwrap().full_name, "Chidi Okafor");
    assert_eq!(two.head.digest().unwrap(), two.nairobi.digest().unwrap());
    assert!(two.head.check().unwrap().problems.is_empty());
}

/// Closes a file, so that something can take its place.
fn reopened(file: OfficeFile, folder: &TempDir, open: impl FnOnce() -> OfficeFile) -> OfficeFile {
    drop(file);
    assert!(folder.path().exists());
    open()
}

#[test]
fn a_copied_file_is_another_copy_and_both_go_on() {
    let mut two = Two::new();
    let copy = two.folder.path().join("copy.sojourn");
    two.nairobi.checkpoint().unwrap();
    std::fs::copy(two.nairobi.path(), &copy).unwrap();
    let mut copy = OfficeFile::open(&copy).unwrap();
    assert_ne!(copy.replica_id().unwrap(), two.nairobi.replica_id().unwrap());
    let (ana, elli) = (add(&mut two.nairobi, "Ana Silva"), add(&mut copy, "Elli Heikkil\u{e4}"));
    let path = copy.path().to_owned();
    let replica = copy.replica_id().unwrap();
    drop(copy);
    let mut copy = OfficeFile::open(&path).unwrap();
    assert_eq!(copy.replica_id().unwrap(), replica, "opened again, it is the same copy");
    two.up();
    let files = send_all(&mut copy, two.folder.path());
    take(&mut two.head, &files);
    for person in [ana, elli] {
        assert!(two.head.find::<Volunteer>(person).unwrap().is_some(), "neither is lost");
    }
}

#[test]
fn a_backup_copied_over_the_file_by_hand_is_noticed() {
    let mut two = Two::new();
    let backup = two.folder.path().join("backup.sojourn");
    two.nairobi.backup_to(&backup).unwrap();
    add(&mut two.nairobi, "Ana Silva");
    two.up();
    let (path, before) = (two.nairobi.path().to_owned(), two.nairobi.replica_id().unwrap());
    two.nairobi = reopened(two.nairobi, &two.folder, || {
        // Over the very same file, as a file manager does: only its numbers tell that it is older.
        std::fs::write(&path, std::fs::read(&backup).unwrap()).unwrap();
        OfficeFile::open(&path).unwrap()
    });
    assert_ne!(two.nairobi.replica_id().unwrap(), before);
}

#[test]
fn a_backup_takes_the_place_of_a_file_that_can_no_longer_be_opened() {
    let mut two = Two::new();
    let ana = add(&mut two.nairobi, "Ana Silva");
    let backup = two.folder.path().join("backup.sojourn");
    two.nairobi.backup_to(&backup).unwrap();
    let path = two.nairobi.path().to_owned();
    two.nairobi = reopened(two.nairobi, &two.folder, || {
        std::fs::write(&path, b"SQLite format 3\0 and then nothing that could be read").unwrap();
        OfficeFile::restore(&backup, &path, None, &Progress::default()).unwrap()
    });
    assert_eq!(two.nairobi.get::<Volunteer>(ana).unwrap().full_name, "Ana Silva");
    let kept =
        std::fs::read_dir(two.folder.path()).unwrap().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    assert_eq!(kept.filter(|name| name.contains("damaged")).count(), 1, "what was there is not thrown away");
}
