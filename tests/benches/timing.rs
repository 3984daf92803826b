//! Times as medians of many runs, beside a peer's where there is one.
#![allow(dead_code)] // each bench takes what it needs of it

use std::time::Instant;

/// Runs something once; its time in seconds.
pub fn once(work: impl FnOnce()) -> Vec<f64> {
    let began = Instant::now();
    work();
    vec![began.elapsed().as_secs_f64()]
}

/// Runs something many times; each time in seconds.
pub fn repeat(rounds: usize, mut work: impl FnMut()) -> Vec<f64> {
    (0..rounds.max(1))
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed().as_secs_f64()
        })
        .collect()
}

/// Memory that the process holds, in megabytes; 0 where the system does not say.
pub fn memory_mb() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<usize>().ok()).unwrap_or_default() / 1024
}

/// What was measured, printed as a table at the end.
pub struct Figures {
    title: String,
    lines: Vec<String>,
}

impl Figures {
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), lines: Vec::new() }
    }

    pub fn add(&mut self, name: &str, times: Vec<f64>) {
        self.add_beside(name, times, "", None);
    }

    /// A figure with a peer's beside it, and the ratio.
    pub fn add_beside(&mut self, name: &str, times: Vec<f64>, peer: &str, peer_times: Option<Vec<f64>>) {
        let (median, late) = (percentile(&times, 0.5), percentile(&times, 0.99));
        let beside = peer_times.map_or_else(String::new, |times| {
            let other = percentile(&times, 0.5);
            format!("{:.2} x {peer} ({})", median / other, shown(other))
        });
        let line = format!("| {name} | {} | {} | {beside} |", shown(median), shown(late));
        println!("{line}");
        self.lines.push(line);
    }

    pub fn note(&mut self, note: &str) {
        self.lines.push(format!("\n{note}"));
    }

    pub fn print(&self) {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        println!(
            "\n{} ({cores} cores)\n\n| work | median | 99th percentile | beside |\n| --- | --- | --- | --- |",
            self.title
        );
        for line in &self.lines {
            println!("{line}");
        }
    }
}

fn percentile(times: &[f64], share: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = ((sorted.len() - 1) as f64 * share).round() as usize;
    sorted[place]
}

fn shown(seconds: f64) -> String {
    if seconds >= 1.0 { format!("{seconds:.2} s") } else { format!("{:.2} ms", seconds * 1000.0) }
}
