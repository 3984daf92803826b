//! An office file that a passphrase protects: nothing in it, nor in what lies beside it, is read without.

use crate::command::{Said, program};
use crate::history::new_office;
use sojourn::domain::Id;
use sojourn::domain::office::Role;
use sojourn::domain::volunteer::Volunteer;
use sojourn::exchange::bundle::{accept, invite};
use sojourn::store::{FrameError, KeyFileError, NewOffice, OfficeFile, Op, StoreError, key_file_path};
use std::path::Path;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "seven lazy herons";
const NAME: &str = "Wambui Kamau-Achterberg";

fn add(office: &mut OfficeFile, name: &str) -> Id {
    let person = Volunteer { full_name: name.into(), ..Volunteer::default() };
    office.edit(Op::Auto, |edit| edit.add_volunteer(person)).unwrap().value
}

/// The files below a folder that hold the name of the volunteer.
fn files_with_the_name(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with_the_name(&path));
        } else if std::fs::read(&path).unwrap().windows(NAME.len()).any(|bytes| bytes == NAME.as_bytes()) {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    found.sort();
    found
}

/// A protected office with one volunteer, closed.
fn protected(folder: &TempDir) -> (std::path::PathBuf, Id) {
    let mut office = new_office(folder);
    let id = add(&mut office, NAME);
    office.protect(PASSPHRASE).unwrap();
    (office.path().to_owned(), id)
}

#[test]
fn a_protected_file_opens_with_its_passphrase_alone() {
    let folder = TempDir::new().unwrap();
    let (path, id) = protected(&folder);
    assert!(matches!(OfficeFile::open(&path), Err(StoreError::Locked(_))));
    assert!(matches!(OfficeFile::open_with(&path, Some("seven lazy heron")), Err(StoreError::WrongPassphrase)));
    let mut office = OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap();
    assert_eq!(office.get::<Volunteer>(id).unwrap().full_name, NAME);
    assert!(office.check().unwrap().problems.is_empty());
    office.undo().unwrap();
    assert_eq!(office.counts().unwrap()[0], 0, "what was done before can be undone");
}

#[test]
fn nothing_that_lies_on_the_disk_shows_a_name() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    add(&mut office, NAME);
    let old = office.backup_beside("daily").unwrap();
    office.checkpoint().unwrap();
    assert_eq!(files_with_the_name(folder.path()).len(), 2, "plain, it is there: in the file and in the backup");
    office.protect(PASSPHRASE).unwrap();
    assert!(office.is_protected());
    assert_eq!(files_with_the_name(folder.path()), [""; 0], "after protecting, backups of before too");
    // In the journal, and in a backup of now.
    add(&mut office, &format!("{NAME} the second"));
    let new = office.backup_beside("before-import").unwrap();
    assert_eq!(files_with_the_name(folder.path()), [""; 0], "in the journal and a new backup");
    drop(office);
    for (backup, people) in [(old, 1), (new, 2)] {
        assert!(matches!(OfficeFile::open(&backup), Err(StoreError::Locked(_))));
        let copy = OfficeFile::open_with(&backup, Some(PASSPHRASE)).unwrap();
        assert_eq!(copy.counts().unwrap()[0], people);
        assert!(copy.check().unwrap().problems.is_empty());
    }
}

#[test]
fn a_new_file_is_protected_from_the_first_byte() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("head.sojourn");
    let new = NewOffice { name: NAME.into(), country: None, role: Role::Head };
    assert!(matches!(OfficeFile::create_protected(&path, &new, "short"), Err(StoreError::ShortPassphrase)));
    assert!(!path.exists() && !key_file_path(&path).exists());
    drop(OfficeFile::create_protected(&path, &new, PASSPHRASE).unwrap());
    assert_eq!(files_with_the_name(folder.path()), [""; 0]);
    assert_eq!(OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap().office().unwrap().name, NAME);
}

#[test]
fn protection_is_taken_off_again() {
    let folder = TempDir::new().unwrap();
    let (path, id) = protected(&folder);
    let mut office = OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap();
    office.unprotect().unwrap();
    add(&mut office, "Elli Heikkilä");
    drop(office);
    assert!(!key_file_path(&path).exists());
    let mut office = OfficeFile::open(&path).unwrap();
    assert_eq!(office.get::<Volunteer>(id).unwrap().full_name, NAME);
    assert_eq!(office.counts().unwrap()[0], 2);
    office.protect("another passphrase").unwrap();
    drop(office);
    OfficeFile::open_with(&path, Some("another passphrase")).unwrap();
}

#[test]
fn another_passphrase_opens_the_file_and_its_backups() {
    let folder = TempDir::new().unwrap();
    let (path, _) = protected(&folder);
    let mut office = OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap();
    let backup = office.backup_beside("daily").unwrap();
    assert!(matches!(office.change_passphrase("not this one", "nine new newts"), Err(StoreError::WrongPassphrase)));
    office.change_passphrase(PASSPHRASE, "nine new newts").unwrap();
    drop(office);
    for file in [path, backup] {
        assert!(matches!(OfficeFile::open_with(&file, Some(PASSPHRASE)), Err(StoreError::WrongPassphrase)));
        OfficeFile::open_with(&file, Some("nine new newts")).unwrap();
    }
}

#[test]
fn whatever_step_the_power_goes_at_the_file_opens() {
    let folder = TempDir::new().unwrap();
    let (path, id) = protected(&folder);
    let key_file = std::fs::read(key_file_path(&path)).unwrap();
    let mut office = OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap();
    office.unprotect().unwrap();
    drop(office);
    // The key file is there and the file is plain still, or already; half a copy lies beside it.
    std::fs::write(key_file_path(&path), key_file).unwrap();
    std::fs::write(folder.path().join("nairobi.sojourn.partial"), "half").unwrap();
    let mut office = OfficeFile::open(&path).unwrap();
    assert_eq!(office.get::<Volunteer>(id).unwrap().full_name, NAME);
    office.protect("the second try").unwrap();
    drop(office);
    OfficeFile::open_with(&path, Some("the second try")).unwrap();
}

#[test]
fn a_missing_or_damaged_key_file_is_named() {
    let folder = TempDir::new().unwrap();
    let (path, _) = protected(&folder);
    let key_file = key_file_path(&path);
    let whole = std::fs::read(&key_file).unwrap();
    std::fs::write(&key_file, &whole[..whole.len() / 2]).unwrap();
    let damaged = KeyFileError::Frame(FrameError::Damaged);
    assert!(matches!(
        OfficeFile::open_with(&path, Some(PASSPHRASE)),
        Err(StoreError::KeyFile { why, .. }) if why == damaged
    ));
    std::fs::remove_file(&key_file).unwrap();
    assert!(matches!(
        OfficeFile::open_with(&path, Some(PASSPHRASE)),
        Err(StoreError::KeyFileMissing(named)) if named == key_file
    ));
    std::fs::write(&key_file, whole).unwrap();
    OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap();
}

#[test]
fn a_damaged_protected_file_says_so() {
    let folder = TempDir::new().unwrap();
    let (path, _) = protected(&folder);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[2000] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert!(matches!(OfficeFile::open_with(&path, Some(PASSPHRASE)), Err(StoreError::Damaged(_))));
}

/// Runs a command with a passphrase; `FILE` stands for the office file, `HERE/` for its folder.
fn run(folder: &TempDir, passphrase: Option<&str>, arguments: &[&str]) -> Said {
    let mut program = program();
    let file = folder.path().join("nairobi.sojourn");
    let here = format!("{}/", folder.path().display());
    program.args(arguments.iter().map(|word| word.replace("FILE", &file.to_string_lossy()).replace("HERE/", &here)));
    program.env_remove("SOJOURN_PASSPHRASE").envs(passphrase.map(|passphrase| ("SOJOURN_PASSPHRASE", passphrase)));
    program.output().unwrap().into()
}

#[test]
fn commands_take_the_passphrase_from_the_environment() {
    let folder = TempDir::new().unwrap();
    let (good, wrong) = (Some(PASSPHRASE), Some("seven lazy heron"));
    let new = ["new", "FILE", "--name", "Nairobi", "--country", "Kenya"];
    run(&folder, Some("short"), &new).refused("at least 8 characters");
    assert_eq!(run(&folder, good, &new).status, Some(0));
    run(&folder, None, &["check", "FILE"]).refused("is protected by a passphrase");
    run(&folder, wrong, &["check", "FILE"]).refused("the passphrase is wrong");
    assert!(run(&folder, good, &["check", "FILE"]).out.contains("no problems"));
    assert!(run(&folder, good, &["unlock", "FILE"]).out.contains("plain again"));
    run(&folder, None, &["unlock", "FILE"]).refused("is not protected");
    assert_eq!(run(&folder, None, &["check", "FILE"]).status, Some(0));
    run(&folder, None, &["lock", "FILE"]).refused("a passphrase is needed");
    assert!(run(&folder, good, &["lock", "FILE"]).out.contains("nairobi.sojournkey"));
    run(&folder, wrong, &["list", "FILE", "volunteer"]).refused("the passphrase is wrong");
    assert_eq!(run(&folder, good, &["backup", "FILE", "HERE/copy.sojourn"]).status, Some(0));
    assert_eq!(run(&folder, good, &["check", "HERE/copy.sojourn"]).status, Some(0));
}

/// Head office, and a protected office that is linked with it; both closed.
fn linked(folder: &TempDir, protect_first: bool) {
    let new = NewOffice { name: "Head office".into(), country: None, role: Role::Head };
    let mut head = OfficeFile::create(&folder.path().join("head.sojourn"), &new).unwrap();
    let invitation = invite(&mut head, "Nairobi", None).unwrap();
    let mut office = OfficeFile::create_as(&folder.path().join("nairobi.sojourn"), &invitation.new_office()).unwrap();
    if protect_first {
        office.protect(PASSPHRASE).unwrap();
    }
    accept(&mut office, &invitation).unwrap();
    add(&mut office, NAME);
    office.protect(PASSPHRASE).unwrap();
}

#[test]
fn a_lost_passphrase_is_recovered_through_head_office() {
    for protect_first in [true, false] {
        let folder = TempDir::new().unwrap();
        linked(&folder, protect_first);
        let asked = run(&folder, None, &["recover", "request", "FILE", "HERE/n.sojournrequest"]);
        assert_eq!(asked.status, Some(0), "{asked:?}");
        let code = asked.out.trim().rsplit(' ').next().unwrap().to_owned();
        assert_eq!(files_with_the_name(folder.path()), [""; 0], "the request shows nothing");
        let answer = ["recover", "answer", "HERE/head.sojourn", "HERE/n.sojournrequest", "HERE/n.sojournanswer"];
        let answered = run(&folder, None, &answer);
        assert!(answered.out.contains("Nairobi") && answered.out.contains(&code), "{answered:?}");
        let finish = ["recover", "finish", "FILE", "HERE/n.sojournanswer"];
        run(&folder, Some("short"), &finish).refused("at least 8 characters");
        assert_eq!(run(&folder, Some("found again at last"), &finish).status, Some(0));
        run(&folder, Some(PASSPHRASE), &["check", "FILE"]).refused("the passphrase is wrong");
        assert_eq!(run(&folder, Some("found again at last"), &["check", "FILE"]).status, Some(0));
        run(&folder, Some("found twice over"), &finish).refused("answered already");
    }
}

#[test]
fn only_the_head_office_of_the_office_can_answer() {
    let folder = TempDir::new().unwrap();
    linked(&folder, true);
    let ask = ["recover", "request", "FILE", "HERE/n.sojournrequest"];
    assert_eq!(run(&folder, None, &ask).status, Some(0));
    let new = ["new", "HERE/other.sojourn", "--name", "Other", "--country", "Kenya", "--head-office"];
    assert_eq!(run(&folder, None, &new).status, Some(0));
    let answer = ["recover", "answer", "HERE/other.sojourn", "HERE/n.sojournrequest", "HERE/n.sojournanswer"];
    run(&folder, None, &answer).refused("it was not made for this head office");
    assert!(!folder.path().join("n.sojournanswer").exists());
    // A request is no answer, and the answer to another request is none either.
    run(&folder, Some(PASSPHRASE), &["recover", "finish", "FILE", "HERE/n.sojournrequest"]).refused("another kind");
}

#[test]
fn an_office_without_head_office_is_told_before_it_asks() {
    let folder = TempDir::new().unwrap();
    protected(&folder);
    let ask = ["recover", "request", "FILE", "HERE/n.sojournrequest"];
    run(&folder, None, &ask).refused("head office has no key");
    assert_eq!(run(&folder, Some(PASSPHRASE), &["unlock", "FILE"]).status, Some(0));
    run(&folder, None, &ask).refused("is not protected");
}

#[test]
fn an_encrypted_backup_is_restored_in_the_place_of_either() {
    let folder = TempDir::new().unwrap();
    let (path, _) = protected(&folder);
    let mut office = OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap();
    let backup = office.backup_beside("daily").unwrap();
    add(&mut office, "Elli Heikkilä");
    drop(office);
    let restore = ["restore", &*backup.to_string_lossy(), "FILE"];
    run(&folder, None, &restore).refused("is protected by a passphrase");
    run(&folder, Some("seven lazy heron"), &restore).refused("the passphrase is wrong");
    assert_eq!(run(&folder, Some(PASSPHRASE), &restore).status, Some(0));
    let mut office = OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap();
    assert_eq!(office.counts().unwrap()[0], 1);
    office.unprotect().unwrap();
    drop(office);
    assert_eq!(run(&folder, Some(PASSPHRASE), &restore).status, Some(0));
    assert!(OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap().is_protected());
    // What was there before each is a backup of its own form.
    let office = OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap();
    let before = office.backups().unwrap().into_iter().filter(|backup| backup.reason == "before-restore");
    assert!(before.count() > 0);
}

#[test]
fn a_protected_file_is_the_same_copy_still() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let (path, copy) = (office.path().to_owned(), office.replica_id().unwrap());
    office.protect(PASSPHRASE).unwrap();
    drop(office);
    let mut office = OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap();
    assert_eq!(office.replica_id().unwrap(), copy);
    office.unprotect().unwrap();
    drop(office);
    assert_eq!(OfficeFile::open(&path).unwrap().replica_id().unwrap(), copy);
}
