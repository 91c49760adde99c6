//! `miteinander erase`

use std::path::PathBuf;
use std::sync::Arc;

use chrono::Utc;

use super::args::{Common, Erase};
use super::source::view;
use super::{Failure, Outcome, connect, output};
use crate::domain::Author;
use crate::service::{Register, Service};
use crate::store::{self, Scope};
use crate::text::pages::say_erased;
use crate::text::{EraseTexts, Lang};

/// Deletes what is over, or a function that it was asked for.
pub async fn run(common: &Common, args: &Erase) -> Outcome {
    let lang = common.lang();
    let store = connect(common, true).await?;
    let register = register(common, args.erased.as_ref());
    let service = Service::over(store).with_register(register).patient();
    let service = Arc::new(service);
    match (&args.district, &args.actor) {
        (Some(district), Some(actor)) => one(&service, common, district, actor).await,
        _ => due(&service, common, lang).await,
    }
}

async fn due(service: &Arc<Service>, common: &Common, lang: Lang) -> Outcome {
    let text = EraseTexts::of(lang);
    let done = service.erase_due(Utc::now()).await;
    let done = done.map_err(|error| Failure::of(&error, lang))?;
    if common.quiet {
        return Ok(());
    }
    match done {
        None => output::say(text.others),
        Some(done) if done.is_empty() => output::say(text.nothing),
        Some(done) => {
            for (scope, erased) in done {
                let scope = match scope {
                    Scope::Programme => text.programme.to_owned(),
                    Scope::District(district) => district.to_string(),
                };
                output::say(&format!("{scope}: {}.", say_erased(&erased, lang)));
            }
        }
    }
    Ok(())
}

async fn one(service: &Arc<Service>, common: &Common, district: &str, actor: &str) -> Outcome {
    let lang = common.lang();
    let text = EraseTexts::of(lang);
    let view = view(service, district, lang).await?;
    let signed = (Author::Program, Utc::now());
    let gone = service.erase_actor(&view.version.district, actor, signed);
    let gone = gone.await.map_err(|error| Failure::of(&error, lang))?;
    if !common.quiet {
        output::say(&(text.done)(&gone.name));
        output::say(&format!("{}.", say_erased(&gone.erased, lang)));
    }
    if gone.mentions > 0 {
        output::tell(&(text.mentions)(gone.mentions));
    }
    match (gone.from_file, store::file_of(&common.store)) {
        (true, _) => {}
        (false, Some(_)) => output::tell(text.in_file),
        (false, None) => output::tell(text.in_server),
    }
    let copies = copies(common);
    if !copies.is_empty() {
        output::tell(&(text.copies)(&copies));
    }
    match gone.unregistered {
        Some(why) => Err(Failure::Refused((text.unregistered)(&why))),
        None => Ok(()),
    }
}

/// The register of deleted functions: the file that is named, else one beside the store's.
pub fn register(common: &Common, named: Option<&PathBuf>) -> Register {
    let beside = || match store::file_of(&common.store) {
        Some(file) => {
            let mut name = file.into_os_string();
            name.push(".erased");
            PathBuf::from(name)
        }
        None => PathBuf::from("miteinander.erased"),
    };
    Register::at(named.cloned().unwrap_or_else(beside))
}

/// Copies that older versions of the program have left beside the store's file.
fn copies(common: &Common) -> Vec<String> {
    let Some(file) = store::file_of(&common.store) else {
        return Vec::new();
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let begin = format!("{name}.version-");
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let beside = std::fs::read_dir(folder.unwrap_or(".".as_ref()));
    let names = beside.into_iter().flatten().flatten();
    let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut copies: Vec<String> = names.filter(|name| name.starts_with(&begin)).collect();
    copies.sort();
    copies
}
