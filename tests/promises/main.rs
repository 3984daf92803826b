//! What the program promises, tried from outside. One binary, so that it links once.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod at_window;
mod calendar_files;
mod command;
mod command_plan;
mod copies;
mod course;
mod crash;
mod decisions;
mod erasing;
mod exchange;
#[cfg(target_os = "linux")]
mod full_disk;
mod history;
mod house;
mod instances;
mod office_file;
mod people;
mod power_cut;
mod print;
mod protection;
mod publish;
mod reports;
mod sample;
mod sheets;
mod sticks;
mod upgrade;
mod window_calendar;
mod window_days;
mod window_doors;
mod window_duplicates;
mod window_exchange;
mod window_files;
mod window_held;
mod window_import;
mod window_matching;
mod window_missions;
mod window_office;
mod window_people;
mod window_planning;
mod window_posts;
mod window_protection;
mod window_restore;
mod window_settings;
mod window_timeline;
