//! The command line: one file a command; answers go to standard output, everything else to standard error.

mod account;
mod args;
mod compare;
mod erase;
mod export;
mod german;
mod import;
mod keeping;
mod map;
mod output;
mod parse;
mod progress;
mod report;
mod serve;
mod source;

use std::process::ExitCode;
use std::sync::Arc;

pub use args::Cli;
use args::{Command, Common};
pub use parse::parse;

use crate::config;
use crate::service::{self, Service, say_store};
use crate::store::{self, Store};
use crate::text::{Keeping, Lang, StoreErrors};

/// A message for the person at the terminal.
pub(crate) enum Failure {
    /// The input or the store said no.
    Refused(String),
    /// Nothing can be made of what was typed.
    Misused(String),
}

type Outcome = Result<(), Failure>;

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::Refused(message)
    }
}

impl Failure {
    fn of(error: &service::Error, lang: Lang) -> Self {
        match error {
            service::Error::Store(error) => Self::Refused(of_store(error, lang)),
            error => Self::Refused(error.say(lang)),
        }
    }
}

/// What people need to know, and below it what the database or the system said: there is no log at a terminal.
fn of_store(error: &store::Error, lang: Lang) -> String {
    let said = say_store(error, lang);
    match error.words() {
        Some(words) => format!("{said}\n{}: {words}", StoreErrors::of(lang).words),
        None => said,
    }
}

/// Runs one command and answers the exit status: 0 done, 1 the input or the store said no, 2 wrong usage.
pub async fn run(cli: Cli) -> ExitCode {
    let Cli {
        common,
        command,
        serve,
    } = cli;
    let outcome = match command {
        None => serve::run(&common, &serve).await,
        Some(Command::Serve(args)) => serve::run(&common, &args).await,
        Some(Command::Import(args)) => import::run(&common, args).await,
        Some(Command::Export(args)) => export::run(&common, &args).await,
        Some(Command::Report(args)) => report::run(&common, &args).await,
        Some(Command::Compare(args)) => compare::run(&common, &args).await,
        Some(Command::Map(args)) => map::run(&common, &args).await,
        Some(Command::Account(args)) => account::run(&common, &args).await,
        Some(Command::Erase(args)) => erase::run(&common, &args).await,
        Some(Command::Backup(args)) => keeping::backup(&common, &args).await,
        Some(Command::Restore(args)) => keeping::restore(&common, &args).await,
        Some(Command::Check(args)) => keeping::check(&common, &args).await,
    };
    common.opened.close().await;
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Refused(message)) => {
            output::tell(&message);
            ExitCode::FAILURE
        }
        Err(Failure::Misused(message)) => {
            output::tell(&message);
            ExitCode::from(parse::WRONG_USAGE)
        }
    }
}

/// Opens the store for a command, which whoever waits for it can end, and fills it when it is empty.
async fn open(common: &Common) -> Result<Arc<Service>, Failure> {
    Ok(Arc::new(start(common).await?.patient()))
}

/// Opens the store and fills it when it is empty.
async fn start(common: &Common) -> Result<Service, Failure> {
    Service::start(connect(common, false).await?)
        .await
        .map_err(|error| Failure::of(&error, common.lang()))
}

/// Opens the store as it is; one that is not `there` is made, or refused.
async fn connect(common: &Common, there: bool) -> Result<Arc<dyn Store>, Failure> {
    let lang = common.lang();
    if let Some(file) = store::file_of(&common.store).filter(|file| there && !file.exists()) {
        let file = file.display().to_string();
        return Err(Failure::Refused((Keeping::of(lang).no_store)(&file)));
    }
    let password = config::password(lang)?.map(|password| password.0);
    let opened = store::open(&common.store, password).await;
    opened
        .inspect(|store| common.opened.keep(store))
        .map_err(|error| {
            let said = of_store(&error, lang);
            // An address that opens a connection holds no password: that was refused.
            Failure::Refused(match error {
                store::Error::Unreachable(_) | store::Error::Busy(_) => {
                    format!("{}: {said}", common.store)
                }
                _ => said,
            })
        })
}
