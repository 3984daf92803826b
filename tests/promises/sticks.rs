//! Disks and sticks that fail while offices exchange files: a clear sentence each, and nothing lost.

use crate::command::{Said, program};
use crate::exchange::{Two, add, send_all};
use crate::full_disk::on_small_disks;
use crate::history::day;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::links::Waiting;
use sojourn::store::{OfficeFile, StoreError};

/// Two offices, of which Nairobi has a file on the stick for head office with many people in it.
fn with_a_file_under_way() -> (Two, usize) {
    let mut two = Two::new();
    let people = 400;
    two.nairobi
        .edit(sojourn::store::Op::Auto, |edit| {
            for at in 0..people {
                let full_name = format!("Person {at}");
                let notes = blake3::hash(full_name.as_bytes()).to_hex().repeat(4);
                edit.add_volunteer(Volunteer { full_name, notes, ..Volunteer::default() })?;
            }
            Ok(())
        })
        .unwrap();
    std::fs::create_dir(two.folder.path().join("stick")).unwrap();
    std::fs::create_dir(two.folder.path().join("disk")).unwrap();
    send_all(&mut two.nairobi, &two.folder.path().join("stick"));
    two.head.checkpoint().unwrap();
    (two, people)
}

/// The office is copied to a disk with ever more room left on it, and takes the file in: one line each.
const RECEIVING: &str = r#"
mount -t tmpfs -o size=8m none disk || exit 99
for free in 0 40 200 400 900 4000; do
    rm -rf disk/*
    cp head.sojourn disk/head.sojourn
    dd if=/dev/zero of=disk/filler bs=1k count=9999 2>/dev/null
    truncate -s -${free}k disk/filler
    "$0" receive disk/head.sojourn stick >out 2>said
    status=$?
    rm disk/filler
    echo "$status $("$0" list disk/head.sojourn volunteers --format csv | tail -n +2 | wc -l) $(head -n 1 said)"
    [ "$("$0" check disk/head.sojourn | tail -n 1)" = "no problems" ] || echo "harmed with $free"
    "$0" receive disk/head.sojourn stick >out 2>said || echo "not taken in afterwards: $(cat said)"
    [ $("$0" list disk/head.sojourn volunteers --format csv | tail -n +2 | wc -l) = 400 ] || echo "lost with $free"
done
"#;

#[test]
fn a_disk_that_fills_up_while_a_file_is_taken_in_leaves_all_as_it_was() {
    let (two, people) = with_a_file_under_way();
    let Two { folder, head, nairobi } = two;
    drop((head, nairobi));
    let Some(said) = on_small_disks(folder.path(), RECEIVING) else { return };
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 6, "{said:#?}");
    for line in &lines {
        let whole = *line == format!("0 {people} ");
        assert!(whole || line.starts_with("1 0 sojourn: the disk is full"), "all or nothing: {said:#?}");
    }
    assert!(lines[0].starts_with('1') && lines[5].starts_with('0'), "{said:#?}");
}

/// A stick that cannot be written on: an office file on it, files on it, and files to be written to it.
const READ_ONLY: &str = r#"
mount -t tmpfs -o size=8m none disk || exit 99
cp head.sojourn disk/onstick.sojourn; cp stick/* disk/
mount -o remount,ro disk || exit 99
"$0" list disk/onstick.sojourn volunteers >out 2>said; echo "$? $(head -n 1 said)"
"$0" send Nairobi.sojourn disk >out 2>said; echo "$? $(head -n 1 said)"
"$0" backup head.sojourn disk/backup.sojourn >out 2>said; echo "$? $(head -n 1 said)"
"$0" link new head.sojourn --name Lima --country PE --out disk/lima.sojourninvitation >out 2>said
echo "$? $(head -n 1 said)"
"$0" receive head.sojourn disk >out 2>said; echo "$? $(head -n 1 said)"
"#;

#[test]
fn a_stick_that_cannot_be_written_on_is_named_and_can_be_read_from() {
    let (two, people) = with_a_file_under_way();
    let Two { folder, head, mut nairobi } = two;
    add(&mut nairobi, "Ana Silva");
    let link = nairobi.links().unwrap().remove(0);
    let before = nairobi.waiting(&link).unwrap();
    let (path, head_path) = (nairobi.path().to_owned(), head.path().to_owned());
    drop((head, nairobi));
    let Some(said) = on_small_disks(folder.path(), READ_ONLY) else { return };
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 5, "{said:#?}");
    assert_eq!(lines[0], "1 sojourn: no permission to write disk/onstick.sojourn", "{said:#?}");
    let protected = "could not be written: the disk or stick is write-protected";
    assert_eq!(lines[1], format!("1 sojourn: nairobi-to-head-office-0003.sojournbundle {protected}"), "{said:#?}");
    assert_eq!(lines[2], "1 sojourn: no permission to write disk/backup.sojourn", "{said:#?}");
    assert_eq!(lines[3], format!("1 sojourn: lima.sojourninvitation {protected}"), "{said:#?}");
    assert_eq!(lines[4], "0 ", "{said:#?}");
    let (nairobi, head) = (OfficeFile::open(&path).unwrap(), OfficeFile::open(&head_path).unwrap());
    assert_eq!(nairobi.waiting(&link).unwrap(), before, "what was not written is not counted as sent");
    assert_eq!(head.links().unwrap().len(), 1, "no office is added whose invitation could not be written");
    assert_eq!(head.counts().unwrap()[0], u64::try_from(people).unwrap());
}

#[test]
fn a_backup_folder_that_is_gone_is_made_again_and_one_that_cannot_be_is_named() {
    let mut two = Two::new();
    add(&mut two.nairobi, "Ana Silva");
    let made = two.nairobi.backup_daily().unwrap().unwrap();
    let backups = made.parent().unwrap().to_owned();
    std::fs::remove_dir_all(&backups).unwrap();
    assert_eq!(two.nairobi.backups().unwrap(), [], "nothing is listed that is not there");
    assert!(two.nairobi.backup_daily().unwrap().unwrap().exists(), "made again");
    // Something else is in its place: a backup cannot be made, and nothing is taken in without one.
    std::fs::remove_dir_all(&backups).unwrap();
    std::fs::write(&backups, b"a file, not a folder").unwrap();
    let refused = two.nairobi.backup_beside("daily").unwrap_err();
    assert!(matches!(&refused, StoreError::NotAFolder(path) if *path == backups), "{refused}");
    add(&mut two.head, "Elli Heikkil\u{e4}");
    let files = send_all(&mut two.head, two.folder.path());
    let path = two.nairobi.path().to_owned();
    let link = two.nairobi.links().unwrap().remove(0);
    let before = two.nairobi.waiting(&link).unwrap();
    assert_ne!(before, Waiting::default());
    drop(two.nairobi);
    let ran = program().arg("receive").arg(&path).args(&files).output().unwrap();
    Said::from(ran).refused("is in the place of the folder of backups");
    let mut nairobi = OfficeFile::open(&path).unwrap();
    nairobi.set_today(day("2026-11-23"));
    assert_eq!((nairobi.waiting(&link).unwrap(), nairobi.counts().unwrap()[0]), (before, 1));
    add(&mut nairobi, "Chidi Okafor");
}
