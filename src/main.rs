//! What was asked for: a window, or a command.

use clap::Parser as _;
use sojourn::command::{self, Arguments};
use std::process::ExitCode;

fn main() -> ExitCode {
    match Arguments::parse().command {
        Some(command) => command::run(command),
        None => command::without_window("this build has no window"),
    }
}
