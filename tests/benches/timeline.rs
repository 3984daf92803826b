//! How quick a frame of the timeline is, with 1,000, 10,000 and 100,000 missions: standing still, panning and zoomed out,
//! for each kind of row. What lies out of view must cost nothing.
//!
//! `cargo bench --bench timeline`; with `SOJOURN_BENCH=quick` a small office, only to see that everything runs. Frames are
//! painted by egui into triangles, without a GPU; the office file is read on its own thread, as in the program.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod timing;

use egui::{Event, Key, Modifiers, RawInput, Rect, pos2, vec2};
use sojourn::app::desk::Desk;
use sojourn::app::file_dialog::FileDialog;
use sojourn::app::preferences::Preferences;
use sojourn::app::screens::timeline::Grouping;
use sojourn::app::shared::{Act, Screen};
use sojourn::app::window::Window;
use sojourn::exchange::sample::{self, SampleSize};
use sojourn::store::{OfficeFile, Progress};
use std::path::Path;
use std::time::{Duration, Instant};
use timing::{Figures, memory_mb, once, repeat};

fn main() {
    let quick = std::env::var("SOJOURN_BENCH").is_ok_and(|word| word == "quick");
    let sizes: &[(usize, usize, usize)] = if quick {
        &[(400, 60, 140)]
    } else {
        &[(4_000, 500, 1_000), (40_000, 5_000, 10_000), (100_000, 30_000, 100_000)]
    };
    let rounds = if quick { 3 } else { 200 };
    let folder = tempfile::tempdir().unwrap();
    for (volunteers, placements, missions) in sizes.iter().copied() {
        let path = folder.path().join(format!("{missions}.sojourn"));
        let size = SampleSize { volunteers, placements, missions, seed: 1 };
        let mut figures = Figures::new(&format!("the timeline with {missions} missions"));
        figures.add("make the sample office", once(|| make(&path, &size)));
        for grouping in Grouping::ALL {
            let mut bench = Bench::open(&path, grouping);
            for (name, wheel) in [("a column a month", 0), ("a column a quarter", -4), ("a column a day", 9)] {
                bench.zoom(wheel);
                let still = bench.frames(rounds, |_| Vec::new());
                figures.add(&format!("{grouping:?}, {name}, standing still"), still);
                let panning = bench.frames(rounds, |round| pan(round, rounds));
                figures.add(&format!("{grouping:?}, {name}, panning"), panning);
            }
        }
        figures.note(&format!("memory of the process: {} MB", memory_mb()));
        figures.print();
    }
}

fn make(path: &Path, size: &SampleSize) {
    let mut office = OfficeFile::create(path, &sample::office()).unwrap();
    let today = office.today();
    sample::fill(&mut office, size, today, &Progress::default()).unwrap();
    assert_eq!(office.counts().unwrap()[3], size.missions as u64);
}

/// Downwards and sideways, there and back.
fn pan(round: usize, rounds: usize) -> Vec<Event> {
    let there = round < rounds / 2;
    let (down, right) = if there { (Key::ArrowDown, Key::ArrowRight) } else { (Key::ArrowUp, Key::ArrowLeft) };
    vec![key(down), key(right)]
}

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// A window without a screen.
struct Bench {
    ctx: egui::Context,
    window: Window,
    time: f64,
}

impl Bench {
    fn open(path: &Path, timeline_rows: Grouping) -> Self {
        let ctx = egui::Context::default();
        let desk = Desk::threaded(None, || {}).unwrap();
        let files = FileDialog::plain(std::env::temp_dir());
        let mut preferences = Preferences::default();
        preferences.timeline_rows = timeline_rows;
        let window = Window::new(&ctx, desk, files, preferences, Some(path.to_owned()));
        let mut bench = Self { ctx, window, time: 0.0 };
        bench.settle();
        bench.window.shared().act(Act::Go(Screen::Timeline));
        bench.settle();
        bench
    }

    /// Frames until everything asked for has been read.
    fn settle(&mut self) {
        for _ in 0..8 {
            self.frame(Vec::new());
            let began = Instant::now();
            while !self.window.shared().desk.is_idle() && began.elapsed() < Duration::from_secs(60) {
                std::thread::sleep(Duration::from_millis(1));
                self.frame(Vec::new());
            }
        }
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
        let mut output = self.ctx.run_ui(input, |ui| self.window.show(ui));
        // No GPU takes the textures.
        output.textures_delta.clear();
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let corners = |shape: &egui::ClippedPrimitive| match &shape.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        };
        triangles.iter().map(corners).sum()
    }

    fn frames(&mut self, rounds: usize, mut events: impl FnMut(usize) -> Vec<Event>) -> Vec<f64> {
        self.settle();
        let mut round = 0;
        repeat(rounds, || {
            let corners = self.frame(events(round));
            round += 1;
            assert!(corners > 2_000, "there is nothing on the timeline");
        })
    }

    /// Steps on the ladder of scales, by its keys.
    fn zoom(&mut self, steps: i32) {
        let pressed = if steps < 0 { Key::Minus } else { Key::Plus };
        for _ in 0..steps.unsigned_abs() {
            self.frame(vec![key(pressed)]);
        }
        self.settle();
    }
}
