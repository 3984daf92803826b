//! A month of ninety offices: 2,000 edits each, made, sent, received at head office, received again, and sent back.
//!
//! `cargo bench --bench exchange` takes a few minutes; with `SOJOURN_BENCH=quick` a few small offices, only to see that
//! everything runs. The country offices are in memory, so that what is measured is not their disks; head office is a file.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod timing;

use sojourn::domain::office::Role;
use sojourn::domain::reference::Country;
use sojourn::domain::volunteer::Volunteer;
use sojourn::exchange::bundle::{accept, invite, receive_files, send};
use sojourn::store::{NewOffice, OfficeFile, Op, Progress};
use std::path::PathBuf;
use std::time::Instant;
use timing::{Figures, memory_mb};

fn main() {
    let quick = std::env::var("SOJOURN_BENCH").is_ok_and(|word| word == "quick");
    let (count, edits) = if quick { (3, 50) } else { (90, 2_000) };
    let folder = tempfile::tempdir().unwrap();
    let new = NewOffice { name: "Head office".into(), country: None, role: Role::Head };
    let mut head = OfficeFile::create(&folder.path().join("head.sojourn"), &new).unwrap();
    let mut figures = Figures::new(&format!("{count} offices with {edits} edits each"));

    let countries: Vec<Country> = Country::all().collect();
    let mut offices = Vec::new();
    for at in 0..count {
        let country = countries.get(at).copied();
        let invitation = invite(&mut head, &format!("Office {at}"), country).unwrap();
        let mut office = OfficeFile::in_memory(&invitation.new_office()).unwrap();
        accept(&mut office, &invitation).unwrap();
        offices.push(office);
    }
    let mut made = Vec::new();
    for office in &mut offices {
        let began = Instant::now();
        work(office, edits);
        made.push(began.elapsed().as_secs_f64());
    }
    figures.add("make the edits of one office, in memory", made);

    let (mut files, mut sent, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    for office in &mut offices {
        let link = office.links().unwrap().remove(0);
        let began = Instant::now();
        let written = send(office, &link, folder.path(), &Progress::default()).unwrap();
        sent.push(began.elapsed().as_secs_f64());
        bytes.push(written.iter().map(|file| file.bytes).sum::<usize>());
        files.extend(written.into_iter().map(|file| file.path));
    }
    figures.add("write the bundle of one office", sent);
    bytes.sort_unstable();
    let before = memory_mb();
    // As a person would: a few as they come, and then a folder of them.
    let (some, others) = files.split_at(files.len().min(5));
    let (first, few) = receive(&mut head, some);
    let began = Instant::now();
    for received in receive_files(&mut head, others, &Progress::default()).unwrap() {
        received.outcome.unwrap();
    }
    let all = few + began.elapsed().as_secs_f64();
    figures.add("receive one bundle at head office", first);
    figures.add("receive them all (10 s wanted)", vec![all]);
    let grown = memory_mb().saturating_sub(before);
    let (again, _) = receive(&mut head, &files);
    figures.add("receive one of them again (0.1 s wanted)", again);

    let (mut back, mut answers) = (Vec::new(), Vec::new());
    for link in head.links().unwrap() {
        let began = Instant::now();
        let written = send(&mut head, &link, folder.path(), &Progress::default()).unwrap();
        back.push(began.elapsed().as_secs_f64());
        answers.push(written.into_iter().map(|file| file.path).collect::<Vec<_>>());
    }
    figures.add("write the bundle for one office", back);
    let mut confirmed = Vec::new();
    for office in &mut offices {
        let name = office.office().unwrap().name;
        let own: Vec<PathBuf> = answers
            .iter()
            .flatten()
            .filter(|path| path.to_string_lossy().contains(&format!("{}-", name.to_lowercase().replace(' ', "-"))))
            .cloned()
            .collect();
        let began = Instant::now();
        for received in receive_files(office, &own, &Progress::default()).unwrap() {
            received.outcome.unwrap();
        }
        confirmed.push(began.elapsed().as_secs_f64());
        let link = office.links().unwrap().remove(0);
        assert_eq!(office.waiting(&link).unwrap(), Default::default(), "all is confirmed");
    }
    figures.add("receive the answer at one office", confirmed);
    figures.note(&format!(
        "A month's bundle takes {} kB (median; at most {} kB; 150 kB wanted). Receiving them all, the process grew by \
         {grown} MB.",
        bytes[bytes.len() / 2] / 1_000,
        bytes[bytes.len() - 1] / 1_000
    ));
    figures.print();
}

/// What a coordinator does in a month: a few new people, and fields changed one by one.
fn work(office: &mut OfficeFile, edits: usize) {
    let mut people = Vec::new();
    for at in 0..edits {
        if at % 10 == 0 {
            let person = Volunteer { full_name: format!("Person {at} of the month"), ..Volunteer::default() };
            people.push(office.edit(Op::Auto, |edit| edit.add_volunteer(person)).unwrap().value);
            continue;
        }
        let id = people[at * 7 % people.len()];
        office
            .change::<Volunteer>(id, |person| match at % 3 {
                0 => person.email = format!("person{at}@example.org"),
                1 => person.phone = format!("+254 700 {at:06}"),
                _ => person.notes = format!("Called on the telephone, no. {at}"),
            })
            .unwrap();
    }
}

/// Receives files one after the other: the time of each, and of all.
fn receive(head: &mut OfficeFile, files: &[PathBuf]) -> (Vec<f64>, f64) {
    let began = Instant::now();
    let mut each = Vec::new();
    for file in files {
        let began = Instant::now();
        for received in receive_files(head, std::slice::from_ref(file), &Progress::default()).unwrap() {
            received.outcome.unwrap();
        }
        each.push(began.elapsed().as_secs_f64());
    }
    (each, began.elapsed().as_secs_f64())
}
