//! What was asked for: a window, or a command.

use clap::Parser as _;
use sojourn::app;
use sojourn::command::{self, Arguments};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Some(command) => command::run(command),
        None => command::or_window(|today| {
            app::run(arguments.file, today).map_err(|error| (error.to_string(), error.hint().to_owned()))
        }),
    }
}
