//! Reads the command line, with its help in the reader's language.

use clap::{CommandFactory, FromArgMatches};

use super::args::Cli;
use super::german::german;
use crate::text::Lang;

/// The command line of this process; wrong usage and `--help` end it here, as clap does.
pub fn parse() -> Cli {
    let arguments: Vec<String> = std::env::args_os()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let command = match lang(&arguments) {
        Lang::De => german(Cli::command()),
        Lang::En => Cli::command(),
    };
    Cli::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit())
}

/// The language of the help, which is needed before the arguments are read.
fn lang(arguments: &[String]) -> Lang {
    let after = arguments
        .iter()
        .skip_while(|argument| *argument != "--lang")
        .nth(1);
    let joined = arguments
        .iter()
        .find_map(|argument| argument.strip_prefix("--lang="));
    match after.map(String::as_str).or(joined) {
        Some(code) => Lang::from_locale(code),
        None => Lang::from_locale(&std::env::var("LANG").unwrap_or_default()),
    }
}
