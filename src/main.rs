//! What was asked for: a window, or a command.

fn main() {}
