//! A form that was sent: read, judged on what stands by now, and saved.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::{Change, Refusal, three_way};
use crate::service::{self, Settled, Snapshot};
use crate::store::Revision;
use crate::text::Lang;

use super::super::App;
use super::super::errors::{Error, Result};
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::field::Field;
use super::filled::{Faults, Filled};
use super::sheet::{Said, Sheet, Twin};
use super::signing::signing;

/// A kind of record, and the one of it that a form is about.
pub trait RecordForm: Sync {
    /// What the form holds, as the hidden field `seen` writes it.
    type Record: Serialize + DeserializeOwned + Clone + PartialEq + Send + Sync;

    /// The record as it stands; none of a new one.
    fn standing(&self, view: &Snapshot) -> Option<Self::Record>;

    /// The fields.
    fn fields(&self, view: &Snapshot, lang: Lang) -> Vec<Field>;

    /// A record as the values of the fields.
    fn fill(&self, record: &Self::Record) -> Filled;

    /// The record that was typed, or what is wrong with it.
    fn read(&self, view: &Snapshot, typed: &Filled, lang: Lang) -> Read<Self::Record>;

    /// Others whose names look like the one that is about to be given.
    fn twins(&self, _view: &Snapshot, _record: &Self::Record) -> Vec<Twin> {
        Vec::new()
    }

    /// What makes the record stand as it shall.
    fn changes(&self, view: &Snapshot, record: &Self::Record) -> Vec<Change>;

    /// At which field a refusal is told; none where it is about none.
    fn refused(&self, _refusal: Refusal, _lang: Lang) -> Option<Faults> {
        None
    }

    /// The form as it is shown first.
    fn sheet(&self, view: &Snapshot) -> Sheet {
        let standing = self.standing(view);
        Sheet {
            filled: standing
                .as_ref()
                .map(|it| self.fill(it))
                .unwrap_or_default(),
            seen: standing.as_ref().map(written).unwrap_or_default(),
            ..Sheet::default()
        }
    }
}

/// What was read, or what is wrong with fields.
pub type Read<R> = std::result::Result<R, Faults>;

/// What became of a form.
#[derive(Debug)]
pub enum Kept {
    /// It was saved in this step.
    Saved(Revision),
    /// It stands so already.
    Same,
    /// Nothing was saved; the form is shown again.
    Told(Box<Sheet>),
}

/// What was sent.
struct Sent<R> {
    filled: Filled,
    /// What the form was filled from.
    seen: Option<R>,
    /// Whether it is saved though names look alike.
    anyway: bool,
}

/// Saves a form, where what was typed and what others have changed go together.
pub async fn save<F: RecordForm>(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    posted: &Posted,
    form: &F,
) -> Result<Kept> {
    let signing = signing(app, reader, posted)?;
    let sent = sent(form, posted)?;
    let changes = |view: &Snapshot| judged(form, view, &sent, reader.lang);
    let settled = app.service.settle(view.clone(), &signing, &[], changes);
    Ok(match settled.await {
        Ok(Settled::Done(revision)) => Kept::Saved(revision),
        Ok(Settled::Nothing) => Kept::Same,
        Ok(Settled::Otherwise(sheet)) => Kept::Told(sheet),
        Err(service::Error::Refused(refused)) => {
            let faults = form.refused(refused.refusal, reader.lang);
            let said = match faults {
                Some(_) => Said::Nothing,
                None => Said::Refused,
            };
            Kept::Told(Box::new(Sheet {
                faults: faults.unwrap_or_default(),
                said,
                ..again(&sent)
            }))
        }
        Err(error) => return Err(error.into()),
    })
}

fn sent<F: RecordForm>(form: &F, posted: &Posted) -> Result<Sent<F::Record>> {
    let seen = posted.one("seen").ok_or(Error::BadRequest)?;
    let seen: Option<F::Record> = match seen {
        "" => None,
        seen => Some(serde_json::from_str(seen).map_err(|_| Error::BadRequest)?),
    };
    let mut filled = Filled::of(posted);
    let mut words = posted.one("action").unwrap_or_default().split(' ');
    let action = words.next().unwrap_or_default();
    if let (true, Some(seen)) = (action == "keep", &seen) {
        let kept = form.fill(seen);
        words.for_each(|field| filled.take(field, &kept));
    }
    Ok(Sent {
        filled,
        seen,
        anyway: action == "anyway",
    })
}

/// The changes that a form makes of what stands, or the form again with what is to be said.
fn judged<F: RecordForm>(
    form: &F,
    view: &Snapshot,
    sent: &Sent<F::Record>,
    lang: Lang,
) -> std::result::Result<Vec<Change>, Box<Sheet>> {
    let told = |said| {
        Box::new(Sheet {
            said,
            ..again(sent)
        })
    };
    let typed = form.read(view, &sent.filled, lang).map_err(|faults| {
        Box::new(Sheet {
            faults,
            ..again(sent)
        })
    })?;
    let record = match (&sent.seen, form.standing(view)) {
        (_, None) if sent.seen.is_some() => return Err(told(Said::Gone)),
        (_, None) => typed,
        (None, Some(standing)) if standing == typed => return Ok(Vec::new()),
        (None, Some(standing)) => {
            return Err(clash(form, view, (&standing, &typed), &[], lang));
        }
        (Some(seen), Some(standing)) => match three_way(seen, &typed, &standing) {
            Ok(record) if record == standing => return Ok(Vec::new()),
            Ok(record) => record,
            Err(both) => {
                return Err(clash(
                    form,
                    view,
                    (&standing, &both.mine),
                    &both.fields,
                    lang,
                ));
            }
        },
    };
    let twins = match sent.anyway {
        true => Vec::new(),
        false => form.twins(view, &record),
    };
    match twins.is_empty() {
        true => Ok(form.changes(view, &record)),
        false => Err(told(Said::Twins(twins))),
    }
}

/// Both versions: the form is filled with what was typed, and from now on from what stands.
fn clash<F: RecordForm>(
    form: &F,
    view: &Snapshot,
    (standing, mine): (&F::Record, &F::Record),
    ways: &[String],
    lang: Lang,
) -> Box<Sheet> {
    let (filled, stands) = (form.fill(mine), form.fill(standing));
    let names: Vec<&'static str> = form.fields(view, lang).iter().map(|it| it.name).collect();
    let by_name = |way: &String| {
        let named = |part: &str| names.iter().copied().find(|name| *name == part);
        way.rsplit('.').find_map(named)
    };
    let by_name: Option<Vec<&'static str>> = ways.iter().map(by_name).collect();
    let differs = |name: &&'static str| !filled.agrees(name, &stands);
    let both = match by_name.filter(|both| !both.is_empty()) {
        Some(mut both) => {
            both.dedup();
            both
        }
        // A part as a whole: all of it in which the two differ.
        None => names.iter().copied().filter(differs).collect(),
    };
    Box::new(Sheet {
        filled,
        faults: Faults::default(),
        seen: written(standing),
        said: Said::Clash(both, stands),
    })
}

/// The form as it was sent.
fn again<R: Serialize>(sent: &Sent<R>) -> Sheet {
    Sheet {
        filled: sent.filled.clone(),
        seen: sent.seen.as_ref().map(written).unwrap_or_default(),
        ..Sheet::default()
    }
}

fn written<R: Serialize>(record: &R) -> String {
    serde_json::to_string(record).expect("a record is written as its history is")
}
