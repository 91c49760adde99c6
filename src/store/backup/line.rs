//! A scope of a store as a line of a backup.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{BadBackup, accounts, damaged, frozen};
use crate::domain::{
    ActorId, Author, Change, Contact, DistrictId, FORMAT, KeptContact, LogEntry, MapPlaces, Text,
    UnknownFormat, read_changes,
};
use crate::store::{
    Cause, Content, Head, Kept, KnownRequest, Mark, Placed, Request, Revision, Scope, Stamp, Step,
};

/// A scope as a line of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    scope: String,
    head: Option<Head>,
    format: u16,
    records: Box<serde_json::value::RawValue>,
    contacts: BTreeMap<ActorId, ContactLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    places: Option<PlacesLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    accounts: Option<accounts::Line>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    frozen: Vec<frozen::Line>,
    steps: Vec<StepLine>,
    requests: Vec<RequestLine>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    log: Vec<LogEntry>,
}

/// A contact; up to version 3 one text.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum ContactLine {
    Parts(ContactPartsLine),
    Text(Text),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactPartsLine {
    contact: Contact,
    confirmed: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacesLine {
    mark: Mark,
    places: MapPlaces,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepLine {
    number: Revision,
    request: Uuid,
    by: Option<Author>,
    at: i64,
    cause: Cause,
    format: u16,
    changes: Box<serde_json::value::RawValue>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    blanked: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestLine {
    id: Uuid,
    content: Content,
    at: i64,
    answer: Vec<Head>,
}

fn raw(changes: &[Change]) -> Box<serde_json::value::RawValue> {
    serde_json::value::to_raw_value(changes).expect("changes are JSON")
}

/// What is written of a scope.
pub fn line(kept: Kept) -> Line {
    Line {
        scope: match &kept.scope {
            Scope::Programme => "programme".to_owned(),
            Scope::District(id) => format!("district/{id}"),
        },
        head: kept.head,
        format: FORMAT,
        records: raw(&kept.records),
        contacts: kept.contacts.into_iter().map(contact_line).collect(),
        places: kept.places.map(|placed| PlacesLine {
            mark: placed.mark,
            places: placed.places,
        }),
        accounts: accounts::line(&kept.accounts),
        frozen: kept.frozen.into_iter().map(frozen::line).collect(),
        steps: kept.steps.into_iter().map(step_line).collect(),
        requests: kept
            .requests
            .into_iter()
            .map(|known| RequestLine {
                id: known.request.id,
                content: known.request.content,
                at: known.at.timestamp_millis(),
                answer: known.answer,
            })
            .collect(),
        log: kept.log,
    }
}

fn contact_line((actor, kept): (ActorId, KeptContact)) -> (ActorId, ContactLine) {
    let line = ContactPartsLine {
        contact: kept.contact,
        confirmed: kept.confirmed.timestamp_millis(),
    };
    (actor, ContactLine::Parts(line))
}

fn step_line(step: Step) -> StepLine {
    StepLine {
        number: step.number,
        request: step.stamp.request,
        by: step.stamp.by,
        at: step.stamp.at.timestamp_millis(),
        cause: step.stamp.cause,
        format: FORMAT,
        changes: raw(&step.changes),
        blanked: step.blanked,
    }
}

/// The scope that a line tells.
pub fn kept(line: Line) -> Result<Kept, BadBackup> {
    let scope = match line.scope.strip_prefix("district/") {
        Some(id) => Scope::District(DistrictId::parse(id).map_err(damaged)?),
        None if line.scope == "programme" => Scope::Programme,
        None => return Err(damaged("it names an unknown scope")),
    };
    // Of a text it is not known when it was confirmed, but not after the last step.
    let last = line.steps.last().map_or(0, |step| step.at);
    let contacts = line.contacts.into_iter().map(|(actor, line)| {
        let (contact, confirmed) = match line {
            ContactLine::Parts(line) => (line.contact, line.confirmed),
            ContactLine::Text(text) => (Contact::of_text(&text), last),
        };
        let confirmed = time(confirmed)?;
        Ok((actor, KeptContact { contact, confirmed }))
    });
    let steps = line.steps.into_iter().map(|step| {
        Ok(Step {
            number: step.number,
            stamp: Stamp {
                by: step.by,
                at: time(step.at)?,
                cause: step.cause,
                request: step.request,
            },
            changes: changes(step.format, &step.changes)?,
            blanked: step.blanked,
        })
    });
    let requests = line.requests.into_iter().map(|known| {
        Ok(KnownRequest {
            request: Request {
                id: known.id,
                content: known.content,
            },
            at: time(known.at)?,
            answer: known.answer,
        })
    });
    let accounts = line.accounts.map(accounts::read).transpose();
    Ok(Kept {
        scope,
        head: line.head,
        records: changes(line.format, &line.records)?,
        contacts: contacts.collect::<Result<_, BadBackup>>()?,
        places: line.places.map(|line| Placed {
            mark: line.mark,
            places: line.places,
        }),
        accounts: accounts.map_err(damaged)?.unwrap_or_default(),
        frozen: line
            .frozen
            .into_iter()
            .map(frozen::read)
            .collect::<Result<_, _>>()?,
        steps: steps.collect::<Result<_, BadBackup>>()?,
        requests: requests.collect::<Result<_, BadBackup>>()?,
        log: line.log,
    })
}

fn changes(format: u16, json: &serde_json::value::RawValue) -> Result<Vec<Change>, BadBackup> {
    read_changes(format, json.get()).map_err(|error| match error {
        UnknownFormat::Newer(found) => BadBackup::Newer {
            found: found.into(),
            known: FORMAT.into(),
        },
        UnknownFormat::Unreadable(error) => damaged(error),
    })
}

fn time(milliseconds: i64) -> Result<DateTime<Utc>, BadBackup> {
    DateTime::from_timestamp_millis(milliseconds).ok_or_else(|| damaged("a time is none"))
}
