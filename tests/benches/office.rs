//! How quick the program is with a large office: opening it, a frame of every screen, a search key, an edit, the
//! candidates of a placement, memory.
//!
//! `cargo bench` makes an office of 40,000 volunteers, 5,000 placements and 10,000 missions and takes about two minutes;
//! with `SOJOURN_BENCH=quick` a small one, only to see that everything runs. Frames are painted by egui into triangles,
//! without a GPU. Figures are medians of many, with the 99th percentile; where it makes sense, the `sqlite3` program
//! reads the same rows in the same run, and the ratio to it is shown.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod timing;

use egui::{Event, Key, Modifiers, RawInput, Rect, pos2, vec2};
use sojourn::app::desk::Desk;
use sojourn::app::file_dialog::FileDialog;
use sojourn::app::preferences::Preferences;
use sojourn::app::shared::{Act, Screen};
use sojourn::app::window::Window;
use sojourn::domain::volunteer::Volunteer;
use sojourn::domain::{Id, Kind};
use sojourn::exchange::candidates::candidates;
use sojourn::exchange::sample::{self, SampleSize};
use sojourn::store::lists::{ListRow, MissionRow, OrganisationRow, PlacementRow, Query, VolunteerRow};
use sojourn::store::overlaps::OverlapQuery;
use sojourn::store::{OfficeFile, Progress};
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use timing::{Figures, memory_mb, once, repeat};

fn main() {
    let quick = std::env::var("SOJOURN_BENCH").is_ok_and(|word| word == "quick");
    let size = if quick {
        SampleSize::default()
    } else {
        SampleSize { volunteers: 40_000, placements: 5_000, missions: 10_000, seed: 1 }
    };
    let rounds = if quick { 3 } else { 200 };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.sojourn");
    let mut figures = Figures::new(&format!(
        "{} volunteers, {} placements, {} missions",
        size.volunteers, size.placements, size.missions
    ));

    figures.add("make the sample office", once(|| make(&path, &size)));
    store(&mut figures, &path, rounds);
    window(&mut figures, &path, rounds);
    figures.print();
}

fn make(path: &Path, size: &SampleSize) {
    let mut office = OfficeFile::create(path, &sample::office()).unwrap();
    let today = office.today();
    sample::fill(&mut office, size, today, &Progress::default()).unwrap();
}

/// What the office file takes, without a window.
fn store(figures: &mut Figures, path: &Path, rounds: usize) {
    let opened = repeat(rounds.min(20), || drop(OfficeFile::open(path).unwrap()));
    figures.add("open the file", opened);
    let lists = repeat(rounds.min(10), || {
        let mut office = OfficeFile::open(path).unwrap();
        assert!(!office.list(&everyone()).unwrap().is_empty());
    });
    let peer = sqlite3(path, rounds.min(10));
    figures.add_beside("open it and list all volunteers", lists, "sqlite3 reading the same rows", peer);

    let mut office = OfficeFile::open(path).unwrap();
    office.list(&everyone()).unwrap();
    let words = ["a", "an", "ana", "ana s", "nurse", "kenya", "heikkila", "zz"];
    let mut turn = words.iter().cycle();
    let searched = repeat(rounds, || {
        let search = (*turn.next().unwrap()).to_owned();
        office.list(&Query { search, ..everyone() }).unwrap();
    });
    figures.add("search volunteers by a word", searched);

    let ids: Vec<Id> = office.list(&everyone()).unwrap().iter().map(|row| row.id).collect();
    let mut number = 0;
    let edited = repeat(rounds, || {
        number += 1;
        let id = ids[number * 31 % ids.len()];
        office.change(id, |volunteer: &mut Volunteer| volunteer.phone = format!("+254 {number}")).unwrap();
    });
    figures.add("one edit, kept on the disk", edited);
    let undone = repeat(rounds.min(50), || drop(office.undo().unwrap()));
    figures.add("undo it", undone);
    figures.add("what needs attention", repeat(rounds.min(20), || drop(office.attention().unwrap())));

    let placements: Vec<Id> = office.list(&all::<PlacementRow>()).unwrap().iter().map(|row| row.id).collect();
    let mut next = placements.iter().cycle();
    let found = repeat(rounds.min(5), || {
        candidates(&mut office, *next.next().unwrap()).unwrap();
    });
    figures.add("the candidates of one placement", found);
    let alike = repeat(rounds.min(10), || {
        office.guidance(*next.next().unwrap(), None, 5).unwrap();
    });
    figures.add("the practices and missions most like a placement", alike);
    let beside = repeat(rounds.min(10), || drop(office.overlaps(&OverlapQuery::default()).unwrap()));
    figures.add("what runs side by side anywhere", beside);
    let asked = repeat(rounds.min(10), || drop(office.who_has("who in Uganda can train nurses").unwrap()));
    figures.add("a question to the network", asked);
}

fn everyone() -> Query<VolunteerRow> {
    all()
}

fn all<R: ListRow<Sort: Default, Filter: Default>>() -> Query<R> {
    Query { search: String::new(), filter: Default::default(), sort: Default::default(), descending: false }
}

/// The whole process of the `sqlite3` program reading what the list of volunteers shows; nothing where it is not there.
fn sqlite3(path: &Path, rounds: usize) -> Option<Vec<f64>> {
    let sql = "SELECT id, reference, full_name, own_script_name, nationalities, residence, occupation, standing FROM volunteer;
               SELECT \"of\", language, level FROM volunteer_language;";
    let run = || Command::new("sqlite3").arg(path).arg(sql).output();
    if run().map_or(true, |output| !output.status.success()) {
        println!("sqlite3 is not installed: its figures are left out");
        return None;
    }
    Some(repeat(rounds, || drop(run().unwrap())))
}

/// A window without a screen: egui's context, its own input, triangles as output.
struct Bench {
    ctx: egui::Context,
    window: Window,
    time: f64,
}

impl Bench {
    fn open(path: &Path) -> Self {
        let ctx = egui::Context::default();
        let window = Window::new(
            &ctx,
            Desk::inline(None),
            FileDialog::plain(std::env::temp_dir()),
            Preferences::default(),
            Some(path.to_owned()),
        );
        Self { ctx, window, time: 0.0 }
    }

    /// Paints one frame; gives back how many corners of triangles it has.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0))),
            time: Some(self.time),
            events,
            focused: true,
            ..RawInput::default()
        };
        let output = self.ctx.run_ui(input, |ui| self.window.show(ui));
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let corners = |shape: &egui::ClippedPrimitive| match &shape.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        };
        triangles.iter().map(corners).sum()
    }

    /// Frames until nothing new comes.
    fn settle(&mut self) {
        for _ in 0..6 {
            self.frame(Vec::new());
        }
    }

    fn go(&mut self, screen: Screen) {
        self.window.shared().act(Act::Go(screen));
        self.settle();
    }
}

fn window(figures: &mut Figures, path: &Path, rounds: usize) {
    let opened = repeat(rounds.min(5), || {
        let mut bench = Bench::open(path);
        bench.frame(Vec::new());
        bench.frame(Vec::new());
        assert!(bench.window.shared().desk.office().is_some());
    });
    figures.add("open the file to the first full screen", opened);

    let records = {
        let mut office = OfficeFile::open(path).unwrap();
        [
            (Screen::Volunteers, Kind::Volunteer, first::<VolunteerRow>(&mut office)),
            (Screen::Organisations, Kind::Organisation, first::<OrganisationRow>(&mut office)),
            (Screen::Placements, Kind::Placement, first::<PlacementRow>(&mut office)),
            (Screen::Missions, Kind::Mission, first::<MissionRow>(&mut office)),
        ]
    };
    let mut bench = Bench::open(path);
    bench.settle();
    for (screen, name) in [
        (Screen::Home, "a frame of Home"),
        (Screen::Volunteers, "a frame of Volunteers"),
        (Screen::Organisations, "a frame of Organisations"),
        (Screen::Placements, "a frame of Placements"),
        (Screen::Missions, "a frame of Missions"),
        (Screen::Network, "a frame of Network"),
        (Screen::Practices, "a frame of Practices"),
        (Screen::Reports, "a frame of Reports"),
        (Screen::Matching, "a frame of Matching"),
        (Screen::Calendar, "a frame of Calendar"),
        (Screen::ImportExport, "a frame of Import and export"),
        (Screen::History, "a frame of History"),
        (Screen::Settings, "a frame of Settings"),
    ] {
        bench.go(screen);
        if let Some((kind, id)) = records.iter().find(|(of, ..)| *of == screen).map(|(_, kind, id)| (*kind, *id)) {
            // With a record open beside the list, as people work.
            let before = bench.frame(Vec::new());
            bench.window.shared().act(Act::Open(kind, id));
            bench.settle();
            // A pane of few fields may take less than the columns that it covers.
            assert_ne!(bench.frame(Vec::new()), before, "{name}: the record is not there");
        }
        figures.add(
            name,
            repeat(rounds, || {
                bench.frame(Vec::new());
            }),
        );
    }

    bench.go(Screen::Volunteers);
    bench.frame(vec![Event::PointerMoved(pos2(400.0, 400.0))]);
    let wheel = Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -300.0),
        source: egui::MouseWheelSource::Wheel,
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    };
    let scrolled = repeat(rounds, || {
        bench.frame(vec![wheel.clone()]);
    });
    figures.add("a frame of Volunteers while scrolling", scrolled);
    bench.frame(vec![key(Key::F, Modifiers::COMMAND)]);
    bench.settle();
    let letters = ["n", "u", "r", "s", "e"];
    let mut typed = Vec::new();
    for round in 0..rounds.min(60) {
        let letter = letters[round % letters.len()];
        if round % letters.len() == 0 && round > 0 {
            bench.frame(vec![key(Key::A, Modifiers::COMMAND), key(Key::Backspace, Modifiers::NONE)]);
            bench.settle();
        }
        let began = Instant::now();
        bench.frame(vec![Event::Text(letter.into())]);
        bench.frame(Vec::new());
        typed.push(began.elapsed().as_secs_f64());
    }
    figures.add("a key typed in the search field, to its result", typed);
    figures.note(&format!("memory of the process, the list of volunteers open: {} MB", memory_mb()));
}

/// The first record of a list.
fn first<R: ListRow<Sort: Default, Filter: Default>>(office: &mut OfficeFile) -> Id {
    office.list(&all::<R>()).unwrap().get(0).unwrap().id()
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}
