//! The power goes at any moment: every acknowledged edit is there afterwards, and none is half there.
//!
//! A child of this test binary works on a real office file, while all that SQLite asks of the system is written down.
//! A cut keeps what was synced before it; of what was only written each piece is kept, lost or torn by chance, in sectors
//! of 512 bytes.

use crate::command::Desk;
use rusqlite::ffi;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op};
use std::collections::BTreeMap;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Mutex, MutexGuard};

const CUTS: u64 = 1_000;
const EDITS: usize = 60;
/// So many rows in one edit are kept as one block.
const MANY: usize = 201;
const SECTOR: usize = 512;

/// What was asked of the disk, and when the program said that so many edits more were kept.
#[derive(Debug)]
enum Asked {
    Write { file: PathBuf, at: usize, bytes: Vec<u8> },
    Truncate { file: PathBuf, size: usize },
    Remove { file: PathBuf, at_once: bool },
    Sync { file: PathBuf },
    Acknowledged(usize),
}

/// What is written down while the child works.
struct Recorder {
    open: BTreeMap<usize, (PathBuf, ffi::sqlite3_io_methods)>,
    /// Nothing before the work begins, nor after it.
    asked: Option<Vec<Asked>>,
}

static RECORDER: Mutex<Recorder> = Mutex::new(Recorder { open: BTreeMap::new(), asked: None });
static SYSTEM: AtomicPtr<ffi::sqlite3_vfs> = AtomicPtr::new(std::ptr::null_mut());

fn recorder() -> MutexGuard<'static, Recorder> {
    RECORDER.lock().unwrap()
}

impl Recorder {
    fn note(&mut self, asked: Asked) {
        if let Some(all) = &mut self.asked {
            all.push(asked);
        }
    }

    fn file(&self, file: *mut ffi::sqlite3_file) -> (PathBuf, ffi::sqlite3_io_methods) {
        self.open[&(file as usize)].clone()
    }
}

/// Puts itself between SQLite and the system, for all files that this process opens from now on.
fn stand_between() {
    // SAFETY: the system's own calls live as long as the process, and so does the copy of their table, which differs in
    // two of them only.
    unsafe {
        let system = ffi::sqlite3_vfs_find(std::ptr::null());
        SYSTEM.store(system, Ordering::SeqCst);
        let between =
            ffi::sqlite3_vfs { zName: c"between".as_ptr(), xOpen: Some(open), xDelete: Some(remove), ..*system };
        assert_eq!(ffi::sqlite3_vfs_register(Box::leak(Box::new(between)), 1), ffi::SQLITE_OK);
    }
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    given: *mut c_int,
) -> c_int {
    let system = SYSTEM.load(Ordering::SeqCst);
    // SAFETY: the arguments are SQLite's own; a file that was opened has its table of calls, and one without a name is
    // temporary.
    unsafe {
        let code = (*system).xOpen.unwrap()(system, name, file, flags, given);
        if code == ffi::SQLITE_OK && !name.is_null() {
            let calls = *(*file).pMethods;
            let between =
                ffi::sqlite3_io_methods { xWrite: Some(write), xTruncate: Some(truncate), xSync: Some(sync), ..calls };
            (*file).pMethods = Box::leak(Box::new(between));
            recorder().open.insert(file as usize, (path(name), calls));
        }
        code
    }
}

/// SAFETY: a name as SQLite hands it out.
unsafe fn path(name: *const c_char) -> PathBuf {
    // SAFETY: SQLite ends its names with a zero.
    PathBuf::from(unsafe { CStr::from_ptr(name) }.to_str().unwrap())
}

unsafe extern "C" fn remove(_: *mut ffi::sqlite3_vfs, name: *const c_char, at_once: c_int) -> c_int {
    let system = SYSTEM.load(Ordering::SeqCst);
    // SAFETY: the arguments are SQLite's own.
    unsafe {
        recorder().note(Asked::Remove { file: path(name), at_once: at_once != 0 });
        (*system).xDelete.unwrap()(system, name, 0)
    }
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, bytes: *const c_void, count: c_int, at: i64) -> c_int {
    let (name, calls) = recorder().file(file);
    let length = usize::try_from(count).unwrap();
    // SAFETY: SQLite says how many bytes there are.
    let copy = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), length) }.to_vec();
    recorder().note(Asked::Write { file: name, at: usize::try_from(at).unwrap(), bytes: copy });
    // SAFETY: the arguments are SQLite's own.
    unsafe { calls.xWrite.unwrap()(file, bytes, count, at) }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: i64) -> c_int {
    let (name, calls) = recorder().file(file);
    recorder().note(Asked::Truncate { file: name, size: usize::try_from(size).unwrap() });
    // SAFETY: the arguments are SQLite's own.
    unsafe { calls.xTruncate.unwrap()(file, size) }
}

/// The real disk need not sync: the cuts are made in what was written down.
unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    let mut recorder = recorder();
    let (file, _) = recorder.file(file);
    recorder.note(Asked::Sync { file });
    ffi::SQLITE_OK
}

/// The disk before a moment: what is certainly on it, and what was asked of it since and may be.
struct Disk<'asked> {
    kept: BTreeMap<PathBuf, Vec<u8>>,
    waiting: BTreeMap<&'asked Path, Vec<&'asked Asked>>,
    /// Whether a sync is one, or as with `synchronous = OFF` never asked for.
    syncs: bool,
}

impl<'asked> Disk<'asked> {
    fn take(&mut self, asked: &'asked Asked) {
        match asked {
            Asked::Acknowledged(_) => {}
            Asked::Write { file, .. } | Asked::Truncate { file, .. } => {
                self.waiting.entry(file).or_default().push(asked);
            }
            Asked::Remove { file, at_once } => {
                self.waiting.entry(file).or_default().push(asked);
                if *at_once && self.syncs {
                    self.settle(file);
                }
            }
            Asked::Sync { file } if self.syncs => self.settle(file),
            Asked::Sync { .. } => {}
        }
    }

    fn settle(&mut self, file: &Path) {
        for asked in self.waiting.remove(file).unwrap_or_default() {
            apply(&mut self.kept, asked, |_| true);
        }
    }

    /// What is on the disk when the power goes now.
    fn cut(&self, chance: &mut Chance) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut left = self.kept.clone();
        for waiting in self.waiting.values() {
            for asked in waiting {
                let fate = chance.below(4);
                let lost = fate == 0;
                // What follows a removal went into another file, which nobody finds while the old one has its name.
                if lost && matches!(asked, Asked::Remove { .. }) {
                    break;
                }
                if !lost {
                    apply(&mut left, asked, |_| fate > 1 || chance.below(2) == 0);
                }
            }
        }
        left
    }
}

/// Does what was asked; of a write only the sectors that survive.
fn apply(files: &mut BTreeMap<PathBuf, Vec<u8>>, asked: &Asked, mut survives: impl FnMut(usize) -> bool) {
    match asked {
        Asked::Write { file, at, bytes } => {
            let content = files.entry(file.clone()).or_default();
            let mut from = 0;
            while from < bytes.len() {
                let until = ((at + from) / SECTOR * SECTOR + SECTOR - at).min(bytes.len());
                if survives(from) {
                    if content.len() < at + until {
                        content.resize(at + until, 0);
                    }
                    content[at + from..at + until].copy_from_slice(&bytes[from..until]);
                }
                from = until;
            }
        }
        Asked::Truncate { file, size } => {
            if let Some(content) = files.get_mut(file) {
                content.resize(*size, 0);
            }
        }
        Asked::Remove { file, .. } => {
            files.remove(file);
        }
        Asked::Sync { .. } | Asked::Acknowledged(_) => {}
    }
}

/// SplitMix64: the same cuts in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % most
    }
}

/// The people that an edit adds.
fn people(edit: usize) -> Vec<String> {
    (0..if edit % 40 == 20 { MANY } else { 2 }).map(|number| format!("Person {edit}/{number}")).collect()
}

/// How many edits are made in a row from this one on, all acknowledged at their end.
fn in_a_row(edit: usize) -> usize {
    if edit % 25 == 5 { 8 } else { 1 }
}

/// Edits with all that goes on around them: the file is made whole, and closed and opened again.
fn work(path: &Path) {
    let mut office = OfficeFile::open(path).unwrap();
    let mut number = 0;
    while number < EDITS {
        if number % 15 == 14 {
            office.checkpoint().unwrap();
        }
        if number % 45 == 44 {
            drop(office);
            office = OfficeFile::open(path).unwrap();
        }
        let count = in_a_row(number);
        if count == 1 {
            edit(&mut office, number);
        } else {
            office.in_a_row(|office| (number..number + count).for_each(|number| edit(office, number))).unwrap();
        }
        number += count;
        recorder().note(Asked::Acknowledged(count));
    }
}

fn edit(office: &mut OfficeFile, number: usize) {
    office
        .edit(Op::Auto, |edit| {
            for full_name in people(number) {
                edit.add_volunteer(Volunteer { full_name, ..Volunteer::default() })?;
            }
            Ok(())
        })
        .unwrap();
}

/// What is wrong with what the power left, if anything.
fn fault(path: &Path, left: &BTreeMap<PathBuf, Vec<u8>>, acknowledged: usize) -> Option<String> {
    for beside in std::fs::read_dir(path.parent().unwrap()).unwrap() {
        let beside = beside.unwrap().path();
        if !left.contains_key(&beside) {
            std::fs::remove_file(beside).unwrap();
        }
    }
    for (file, content) in left {
        std::fs::write(file, content).unwrap();
    }
    let office = match OfficeFile::open(path) {
        Ok(office) => office,
        Err(error) => return Some(format!("not opened: {error}")),
    };
    let found = office.all::<Volunteer>().map(|all| all.into_iter().map(|one| one.full_name).collect::<Vec<_>>());
    let found = match found {
        Ok(found) => found,
        Err(error) => return Some(format!("not read: {error}")),
    };
    // The next, or the next in a row, may have been kept before the program could say so.
    let mut edits = acknowledged..=acknowledged + in_a_row(acknowledged);
    if !edits.any(|edits| found == (0..edits).flat_map(people).collect::<Vec<_>>()) {
        return Some(format!("{acknowledged} edits were acknowledged, {} people are there", found.len()));
    }
    match office.check() {
        Ok(report) if report.problems.is_empty() => None,
        Ok(report) => Some(format!("{:?}", report.problems)),
        Err(error) => Some(format!("not checked: {error}")),
    }
}

/// What the child does; in an ordinary run of the tests there is nothing to do.
#[test]
fn child_that_loses_its_power() {
    let Some(path) = std::env::var_os("SOJOURN_TEST_POWER").map(PathBuf::from) else { return };
    let syncs = std::env::var_os("SOJOURN_TEST_SYNCS").is_some();
    let kept = BTreeMap::from([(path.clone(), std::fs::read(&path).unwrap())]);
    stand_between();
    recorder().asked = Some(Vec::new());
    work(&path);
    let asked = recorder().asked.take().unwrap();
    let (mut chance, most) = (Chance(7), u64::try_from(asked.len()).unwrap() + 1);
    let mut cuts: Vec<usize> = (0..CUTS).map(|_| usize::try_from(chance.below(most)).unwrap()).collect();
    cuts.sort_unstable();
    let mut disk = Disk { kept, waiting: BTreeMap::new(), syncs };
    let (mut taken, mut acknowledged, mut faults) = (0, 0, Vec::new());
    for cut in cuts {
        for asked in &asked[taken..cut] {
            disk.take(asked);
            acknowledged += if let Asked::Acknowledged(more) = asked { *more } else { 0 };
        }
        taken = cut;
        faults.extend(fault(&path, &disk.cut(&mut chance), acknowledged));
        if faults.len() > 9 {
            break;
        }
    }
    println!("\nof {} calls: {} faults, first {:?}", asked.len(), faults.len(), faults.first());
}

/// What the child found.
fn after_cuts(syncs: bool) -> String {
    let desk = Desk::new();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["power_cut::child_that_loses_its_power", "--exact", "--nocapture", "--test-threads=1"]);
    child.env("SOJOURN_TEST_POWER", &desk.file).stdin(Stdio::null());
    if syncs {
        child.env("SOJOURN_TEST_SYNCS", "1");
    }
    let output = child.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().find(|line| line.starts_with("of "));
    line.unwrap_or_else(|| panic!("{said}{}", String::from_utf8_lossy(&output.stderr))).to_owned()
}

#[test]
fn a_power_cut_at_any_moment_loses_no_acknowledged_edit() {
    let said = after_cuts(true);
    assert!(said.contains(": 0 faults"), "{said}");
}

#[test]
fn without_syncs_the_same_cuts_lose_edits() {
    let said = after_cuts(false);
    assert!(said.contains(": 10 faults"), "{said}");
}
