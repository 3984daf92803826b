//! A disk that fills up: a clear sentence, and the file as it was.

use crate::at_window::AtWindow;
use crate::command::{Desk, Said};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Copies the office to a disk of 2 MB of its own, leaves ever more room on it, and places someone each time: one line
/// each with the status, the missions there are then, and what was said.
const SCRIPT: &str = r#"
mount -t tmpfs -o size=2m none disk || exit 99
cp nairobi.sojourn disk/office.sojourn
for free in 0 8 24 56 120 400; do
    dd if=/dev/zero of=disk/filler bs=1k count=9999 2>/dev/null
    truncate -s -${free}k disk/filler
    "$0" place disk/office.sojourn --volunteer V-0002 --placement P-0001 --start 2027-01-11 --weeks 9 >out 2>said
    echo "$? $("$0" list disk/office.sojourn missions --format csv | tail -n +2 | wc -l) $(head -n 1 said)"
done
dd if=/dev/zero of=disk/filler bs=1k count=9999 2>/dev/null
"$0" backup disk/office.sojourn disk/copy.sojourn 2>said
echo "$? $(ls disk | wc -l) $(head -n 1 said)"
"$0" import disk/office.sojourn volunteers people.csv >out 2>said
echo "$? $(ls disk | wc -l) $(head -n 1 said)"
"$0" export disk/office.sojourn volunteers disk/list.csv >out 2>said
echo "$? $(ls disk | wc -l) $(head -n 1 said | cut -d: -f1,2)"
SOJOURN_TEST_FOLDER=disk "$1" full_disk::child_at_a_window --exact --nocapture --test-threads=1 >out 2>&1
echo "$? $(ls disk | wc -l) $(grep -o 'came to the end' out || cat out)"
rm disk/filler
"$0" check disk/office.sojourn | tail -n 1
"#;

/// What the child does at the window; in an ordinary run of the tests there is nothing to do.
#[test]
fn child_at_a_window() {
    let Some(folder) = std::env::var_os("SOJOURN_TEST_FOLDER").map(PathBuf::from) else { return };
    let mut at = AtWindow::open(&folder, Some(&folder.join("office.sojourn")));
    at.go("Organisations");
    at.press("New organisation");
    assert!(at.sees("The disk is full") && !at.sees("Acronym"), "{:?}", at.texts());
    at.go("Volunteers");
    assert!(at.sees("Volunteers, 2 rows"), "what is there can still be looked at: {:?}", at.texts());
    println!("came to the end");
}

/// Runs a script in a file system of its own, in which small disks can be made; `$0` is the program, `$1` this one. None
/// where the system does not let.
pub fn on_small_disks(folder: &Path, script: &str) -> Option<Said> {
    let ran = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", script, env!("CARGO_BIN_EXE_sojourn")])
        .arg(std::env::current_exe().unwrap())
        .current_dir(folder)
        .env("SOJOURN_TODAY", "2026-11-23")
        .output();
    match ran {
        Ok(output) if output.status.code() != Some(99) && !output.stdout.is_empty() => Some(Said::from(output)),
        other => {
            println!("skipped: no small disk can be made here ({other:?})");
            None
        }
    }
}

#[test]
fn a_full_disk_refuses_the_edit_and_harms_nothing() {
    let desk = Desk::with_people();
    std::fs::create_dir(desk.folder.path().join("disk")).unwrap();
    let rows: String = (0..3_000).map(|number| format!("Person {number},person{number}@example.org\n")).collect();
    std::fs::write(desk.folder.path().join("people.csv"), format!("Full name,E-mail\n{rows}")).unwrap();
    let Some(said) = on_small_disks(desk.folder.path(), SCRIPT) else { return };
    let lines: Vec<&str> = said.out.lines().collect();
    let (rounds, rest) = lines.split_at(6);
    let mut missions = 0;
    for round in rounds {
        if round.starts_with('0') {
            missions += 1;
            assert!(round.starts_with(&format!("0 {missions} ")), "{said:#?}");
        } else {
            assert_eq!(*round, format!("1 {missions} sojourn: the disk is full"), "{said:#?}");
        }
    }
    assert!(rounds[0].starts_with('1') && rounds[5].starts_with('0'), "{said:#?}");
    // Only the office and the filler are there, whatever was tried.
    assert_eq!(
        rest,
        [
            "1 2 sojourn: the disk is full",
            "1 2 sojourn: the disk is full",
            "1 2 sojourn: list.csv could not be written",
            "0 2 came to the end",
            "no problems",
        ],
        "{said:#?}"
    );
}

#[test]
fn a_file_that_may_not_grow_is_refused_and_not_harmed() {
    let desk = Desk::with_people();
    let before = std::fs::read(&desk.file).unwrap();
    let limited = |arguments: &[&str]| {
        let inner = desk.command(arguments);
        let mut shell = Command::new("sh");
        shell
            .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""])
            .arg(inner.get_program())
            .args(inner.get_args());
        shell.current_dir(desk.folder.path()).env("SOJOURN_TODAY", "2026-11-23");
        Said::from(shell.output().unwrap())
    };
    let place =
        ["place", "FILE", "--volunteer", "V-0001", "--placement", "P-0001", "--start", "2027-01-11", "--weeks", "9"];
    limited(&place).refused("could not be read or written");
    limited(&["backup", "FILE", "copy.sojourn"]).refused("could not be read or written");
    limited(&["new", "other.sojourn", "--name", "Other", "--country", "KE"]).refused("could not be read or written");
    assert_eq!(std::fs::read(&desk.file).unwrap(), before);
    let left: Vec<_> = std::fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["nairobi.sojourn"]);
    desk.done(&place);
}
