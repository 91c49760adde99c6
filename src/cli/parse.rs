//! Reads the command line, with its help and what it says of wrong usage in the reader's language.

use std::io::{self, IsTerminal, Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{CommandFactory, FromArgMatches};

use super::args::{Cli, Command};
use super::german::german;
use super::output::tell;
use crate::text::Lang;
use crate::text::usage::{for_serving_alone, in_german, wrong};

/// The exit status of wrong usage, as clap has it.
pub const WRONG_USAGE: u8 = 2;

/// The command line of this process; wrong usage and `--help` end it here, as clap does.
pub fn parse() -> Cli {
    let arguments: Vec<String> = std::env::args_os()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let read = match lang(&arguments) {
        Lang::De => german(Cli::command())
            .try_get_matches()
            .unwrap_or_else(|error| end(&error)),
        Lang::En => Cli::command().get_matches(),
    };
    let cli = Cli::from_arg_matches(&read).unwrap_or_else(|error| error.exit());
    // What every command takes may stand before it; what only serving takes is not for another.
    let typed = |option| read.value_source(option) == Some(ValueSource::CommandLine);
    if cli.command.is_some()
        && let Some(option) = [
            "listen",
            "public_url",
            "trusted_proxy",
            "key",
            "erased",
            "insecure_http",
        ]
        .into_iter()
        .find(|it| typed(it))
    {
        tell(&for_serving_alone(
            &option.replace('_', "-"),
            cli.common.lang(),
        ));
        std::process::exit(WRONG_USAGE.into());
    }
    if let Some(Command::Map(args)) = &cli.command
        && let Some(message) = super::map::misuse(args, cli.common.lang())
    {
        tell(&message);
        std::process::exit(WRONG_USAGE.into());
    }
    cli
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

/// Says in German what clap says in English, and ends as clap does.
fn end(error: &clap::Error) -> ! {
    // Nobody is left to be told that the terminal is gone.
    let _ = if error.use_stderr() {
        writeln!(io::stderr(), "{}", said(error))
    } else {
        let help = error.render();
        let help = if io::stdout().is_terminal() {
            help.ansi().to_string()
        } else {
            help.to_string()
        };
        write!(io::stdout(), "{}", in_german(&help))
    };
    std::process::exit(error.exit_code())
}

/// What is wrong, how the command is called, and where more is said.
fn said(error: &clap::Error) -> String {
    let about = |kind| {
        error.get(kind).map(|value| match value {
            ContextValue::Strings(list) => list.join(", "),
            other => other.to_string(),
        })
    };
    let argument = about(ContextKind::InvalidArg).unwrap_or_default();
    let value = about(ContextKind::InvalidValue).unwrap_or_default();
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => {
            wrong::unknown_argument(&argument, &nearest(error, ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => wrong::unknown_command(
            &about(ContextKind::InvalidSubcommand).unwrap_or_default(),
            &nearest(error, ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::MissingRequiredArgument => wrong::missing(&argument),
        ErrorKind::InvalidValue if value.is_empty() => wrong::no_value(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            wrong::bad_value(&argument, &value, about(ContextKind::ValidValue).as_deref())
        }
        ErrorKind::ArgumentConflict => {
            wrong::conflict(&argument, &about(ContextKind::PriorArg).unwrap_or_default())
        }
        _ => wrong::otherwise(),
    };
    let usage = about(ContextKind::Usage).unwrap_or_default();
    wrong::told(&sentence, &usage)
}

/// What was perhaps meant instead.
fn nearest(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(list)) => list.clone(),
        Some(ContextValue::String(one)) => vec![one.clone()],
        _ => Vec::new(),
    }
}
