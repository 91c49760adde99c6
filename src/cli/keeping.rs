//! `miteinander backup`, `restore` and `check`

use std::fs::File;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Months, SubsecRound, Utc};

use super::args::{Backup, Check, Common, Restore};
use super::output::{self, Readers};
use super::{Failure, Outcome, connect, of_store};
use crate::domain::{Author, BackedUp, Event, LogEntry};
use crate::service::{Service, day};
use crate::store::backup::{self, BadBackup};
use crate::store::check::{self, Fault};
use crate::store::{Error, Kept, Scope, Store};
use crate::text::{Errors, Keeping, Lang};

/// Writes everything that the store holds to a file, while others go on working.
pub async fn backup(common: &Common, args: &Backup) -> Outcome {
    let (lang, store) = (common.lang(), connect(common, true).await?);
    let bytes = Shared::default();
    let written = backup::write(store.as_ref(), bytes.clone()).await;
    let scopes = written.map_err(|error| Failure::Refused(of_store(&error, lang)))?;
    output::write(Some(&args.output), &bytes.take(), Readers::Owner, common)?;
    // Where nothing can be written any more, a backup is wanted most of all.
    if let Err(error) = store.log(&Scope::Programme, &remembered(args)).await {
        output::tell(&(Keeping::of(lang).not_remembered)(&of_store(&error, lang)));
    }
    if !common.quiet {
        let file = args.output.display().to_string();
        output::say(&(Keeping::of(lang).written)(
            &file,
            scopes.saturating_sub(1),
        ));
    }
    Ok(())
}

/// What the store remembers of a backup: by its file's name alone, as nobody knows where it is taken.
fn remembered(args: &Backup) -> LogEntry {
    let now = Utc::now().trunc_subsecs(3);
    let on = day(now);
    let file = args.output.file_name().unwrap_or_default();
    let usual = on.checked_add_months(Months::new(12)).unwrap_or(on);
    LogEntry {
        at: now,
        by: Author::Program,
        event: Event::BackedUp(BackedUp {
            file: file.to_string_lossy().into_owned(),
            on,
            destroy_by: args.destroy_by.unwrap_or(usual),
        }),
    }
}

/// Deletes from a store that was brought back what was deleted since the backup, and what is over by now.
async fn cleared(
    store: Arc<dyn Store>,
    common: &Common,
    args: &Restore,
    accounts: usize,
) -> Outcome {
    let lang = common.lang();
    let (text, now) = (Keeping::of(lang), Utc::now());
    let register = super::erase::register(common, args.erased.as_ref());
    if !register.is_there() && !common.quiet {
        output::say(&(text.no_register)(&register.path().display().to_string()));
    }
    let failure = |error| Failure::of(&error, lang);
    let service = Arc::new(Service::over(store).with_register(register).patient());
    let functions = service.erase_again(now).await.map_err(failure)?;
    service.erase_due(now).await.map_err(failure)?;
    let event = Event::Restored {
        accounts,
        functions,
    };
    let logged = service.log(&Scope::Programme, (Author::Program, now), event);
    logged.await.map_err(failure)?;
    if functions > 0 && !common.quiet {
        output::say(&(text.erased_again)(functions));
    }
    Ok(())
}

/// Brings a backup back into an empty store.
pub async fn restore(common: &Common, args: &Restore) -> Outcome {
    let lang = common.lang();
    let mut backup = open(&args.input, lang)?;
    let store = connect(common, false).await?;
    let found = Arc::new(Mutex::new((0, Vec::new())));
    let counted = Arc::clone(&found);
    let restored = store.restore(Box::new(move || {
        let kept = backup
            .next_scope()
            .map_err(|error| Error::Unreadable(error.to_string()))?;
        if let Some(kept) = &kept {
            let mut found = counted.lock().unwrap_or_else(PoisonError::into_inner);
            let (districts, accounts) = &mut *found;
            *districts += usize::from(kept.scope != Scope::Programme);
            let back = kept.accounts.all.values();
            accounts.extend(back.map(|account| account.email.to_string()));
        }
        Ok(kept)
    }));
    restored
        .await
        .map_err(|error| Failure::Refused(of_store(&error, lang)))?;
    let found = std::mem::take(&mut *found.lock().unwrap_or_else(PoisonError::into_inner));
    cleared(store, common, args, found.1.len()).await?;
    if !common.quiet {
        let (districts, accounts) = &found;
        output::say(&(Keeping::of(lang).restored)(*districts));
        if !accounts.is_empty() {
            output::say(&(Keeping::of(lang).accounts)(accounts));
        }
    }
    Ok(())
}

/// Compares a store with its own rules, or a backup with its checksum and the same rules.
pub async fn check(common: &Common, args: &Check) -> Outcome {
    let lang = common.lang();
    let found = match &args.input {
        Some(file) => {
            let mut found = check::Check::default();
            let mut backup = open(file, lang)?;
            while let Some(kept) = backup
                .next_scope()
                .map_err(|bad| refused(file, &bad, lang))?
            {
                found.scope(&kept);
            }
            found
        }
        None => {
            let store = connect(common, true).await?;
            let found = of_a_store(store.as_ref()).await;
            found.map_err(|error| Failure::Refused(of_store(&error, lang)))?
        }
    };
    let say = Keeping::of(lang);
    if found.faults.is_empty() {
        if !common.quiet {
            output::say(&(say.sound)(found.districts, found.steps));
        }
        return Ok(());
    }
    let mut lines = vec![(say.unsound)(found.faults.len())];
    lines.extend(found.faults.iter().map(|fault| told(fault, say)));
    Err(Failure::Refused(lines.join("\n")))
}

async fn of_a_store(store: &dyn Store) -> Result<check::Check, Error> {
    let found = Arc::new(Mutex::new(check::Check::default()));
    let all = Arc::clone(&found);
    let faults = store.faults().await?;
    let dumped = store.dump(Box::new(move |kept: Kept| {
        all.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .scope(&kept);
        Ok(())
    }));
    dumped.await?;
    let mut found = std::mem::take(&mut *found.lock().unwrap_or_else(PoisonError::into_inner));
    found.faults.extend(faults.into_iter().map(Fault::Database));
    Ok(found)
}

/// Opens a backup whose checksum matches.
fn open(file: &Path, lang: Lang) -> Result<backup::Backup, Failure> {
    if std::fs::metadata(file).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        let shown = file.display().to_string();
        return Err(Failure::Refused((Errors::of(lang).not_a_plain_file)(
            &shown,
        )));
    }
    backup::read(|| Ok(Box::new(File::open(file)?))).map_err(|bad| refused(file, &bad, lang))
}

fn refused(file: &Path, bad: &BadBackup, lang: Lang) -> Failure {
    let (say, file) = (Keeping::of(lang), file.display().to_string());
    Failure::Refused(match bad {
        BadBackup::Foreign => (say.foreign)(&file),
        BadBackup::Damaged(_) => (say.damaged)(&file),
        BadBackup::Newer { found, known } => (say.newer)(&file, *found, *known),
        BadBackup::Unread(error) => (Errors::of(lang).cannot_read_file)(&file, error.kind()),
    })
}

fn told(fault: &Fault, say: &Keeping) -> String {
    let named = |scope: &Scope| match scope {
        Scope::Programme => say.programme.to_owned(),
        Scope::District(district) => district.to_string(),
    };
    match fault {
        Fault::NoProgramme => say.no_programme.to_owned(),
        Fault::Illegal(scope, refused) => (say.illegal)(&named(scope), refused.index + 1),
        Fault::NoSuchDistrict(district) => (say.no_district)(district.as_str()),
        Fault::Gap(scope, step) => (say.gap)(&named(scope), step.0),
        Fault::Unconnected(scope, step) => (say.unconnected)(&named(scope), step.0),
        Fault::OtherRecords(scope) => (say.other_records)(&named(scope)),
        Fault::OtherRevision(scope) => (say.other_revision)(&named(scope)),
        Fault::Contacts(district, lost) => (say.contacts)(district.as_str(), *lost),
        Fault::Frozen(district, lost) => (say.frozen)(district.as_str(), *lost),
        Fault::Database(words) => (say.database)(words),
    }
}

/// Bytes that another thread writes.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl std::io::Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
