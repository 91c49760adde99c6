//! Who may do what, as a handler's signature says it: each extractor loads what it names, or says why not.
//!
//! The list of routes has judged the address before. So that a handler cannot be listed with too little, an extractor
//! fails by itself for who may not: an [`Editor`] is only made of what the gate of the service gives the core team.

use std::collections::HashMap;

use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::domain::{DistrictId, Programme, ReleaseId, Role};
use crate::service::{Seen, Sight, Snapshot};
use crate::store::Held;

use super::App;
use super::access::{Access, Caller};
use super::comer::Comer;
use super::entrance::SIGN_IN;
use super::errors::{Error, Result};
use super::reader::{RELEASE, Reader, address};

/// The district that an address names, not loaded yet.
pub struct Place(pub DistrictId);

/// May read a district, and has what they see of it, be it the district as a whole alone.
pub struct Reading(pub Sight);

/// May read a district by department, and has what they see of it.
pub struct Visit(pub Seen);

/// May change a district, and has its working state.
pub struct Editor(pub Snapshot);

/// Coordinates a district, and has its working state.
pub struct Coordinator(pub Snapshot);

/// Acts for the programme, and has it.
pub struct ForProgramme(pub Held<Programme>);

/// Lets a request through to an address with this access, or says why not, before anything of it is read.
pub async fn judge(
    State(access): State<Access>,
    reader: Reader,
    request: Request,
    next: Next,
) -> Response {
    match judged(access, &reader) {
        Ok(()) => next.run(request).await,
        // A page that somebody wants to read comes after they have signed in.
        Err(Error::SignIn) if reader.reads && reader.is_at_page() => {
            let next = reader.address();
            Redirect::to(&address(SIGN_IN, &[("next".to_owned(), next)])).into_response()
        }
        Err(error) => error.into_response(),
    }
}

fn judged(access: Access, reader: &Reader) -> Result<()> {
    if let Some(role) = reader.asked(Caller::KEY)
        && Caller::looking_as(role).is_none()
    {
        return Err(Error::NoSuchRole);
    }
    let shows_districts = access.is_of_district() || reader.path == "/";
    if let Some(refused) = &reader.comer.refused
        && (shows_districts || !matches!(access, Access::Public | Access::Token))
    {
        return Err(refused.clone());
    }
    allowed(access, reader)?;
    if !access.is_of_district() {
        return Ok(());
    }
    match access {
        Access::Leadership => for_leaders(reader).map(drop),
        _ if for_leaders(reader)? => Err(Error::WorkingOnly),
        _ => Ok(()),
    }
}

/// Refuses who may not call; another district than one's own is like one that does not exist.
fn allowed(access: Access, reader: &Reader) -> Result<()> {
    if reader.may(access) {
        return match (&reader.caller, &reader.district) {
            (Caller::Signed(who), Some(district)) if access.is_of_district() => {
                match who.role.district() {
                    Some(own) if own != district => Err(elsewhere(reader)),
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        };
    }
    match &reader.caller {
        // To sign in would not help: it is written to on one's own machine alone.
        _ if reader.is_at_demonstration() => Err(Error::NotAllowed),
        Caller::Stranger => Err(Error::SignIn),
        Caller::Signed(who) if access.is_of_district() => {
            match (who.role.district(), &reader.district) {
                (Some(own), Some(district)) if own != district => Err(Error::NoDistrict),
                _ => Err(Error::NotAllowed),
            }
        }
        _ => Err(Error::NotAllowed),
    }
}

fn elsewhere(reader: &Reader) -> Error {
    match reader.is_at_demonstration() {
        true => Error::NotAllowed,
        false => Error::NoDistrict,
    }
}

/// Refuses who may not see a district's working state, where a handler loads that itself.
pub fn may_work(reader: &Reader) -> Result<()> {
    judged(Access::Working, reader)
}

/// Whether an address asks to see a district as leaders do.
fn for_leaders(reader: &Reader) -> Result<bool> {
    match reader.asked("audience") {
        None | Some("working") => Ok(false),
        Some("leadership") => Ok(true),
        Some(_) => Err(Error::NoSuchAudience),
    }
}

/// What an address may ask for that shows a district as leaders see it: theirs is a closed list of selections.
const FOR_LEADERS: [&str; 11] = [
    "as", "audience", "from", "offer", "paper", "phase", "picture", "release", "rows", "to", "view",
];

/// Refuses what is not in that list; the strength may be said that they see anyway.
fn listed(reader: &Reader) -> Result<()> {
    let mut items = reader.query.iter().filter(|(_, value)| !value.is_empty());
    let known = |(key, value): &(String, String)| {
        FOR_LEADERS.contains(&key.as_str()) || (key == "min_strength" && value == "2")
    };
    match items.all(known) {
        true => Ok(()),
        false => Err(Error::NotForLeaders),
    }
}

/// The role in which somebody comes to a district.
fn role(caller: &Caller, district: &DistrictId) -> Result<Role> {
    Ok(match caller {
        Caller::Personal => Role::Coordination(district.clone()),
        Caller::AsLeader => Role::Leader(district.clone()),
        Caller::AsProgramme => Role::Programme,
        Caller::Stranger => return Err(Error::SignIn),
        Caller::Signed(who) => who.role.clone(),
    })
}

/// What somebody sees of a district, where it was found to stand.
async fn see(app: &App, reader: &Reader, district: &DistrictId) -> Result<Sight> {
    let role = role(&reader.caller, district)?;
    let sight = match &reader.comer.stands {
        Some((found, heads)) if found == district => {
            app.service.see_at(&role, district, heads).await?
        }
        _ => app.service.see(&role, district).await?,
    };
    Ok(sight)
}

/// What somebody sees where the address may ask for a release, and for what leaders see: who sees the working state alone
/// has a choice.
async fn asked_of(app: &App, reader: &Reader, seen: Seen) -> Result<Seen> {
    let seen = match (seen, reader.asked(RELEASE)) {
        (Seen::Working(view), Some(asked)) => {
            let id = ReleaseId::parse(asked).map_err(|_| Error::NotFound)?;
            Seen::Frozen(app.service.frozen(&view, &id).await?)
        }
        (seen, _) => seen,
    };
    Ok(match for_leaders(reader)? {
        true => Seen::Leading(seen.released()),
        false => seen,
    })
}

impl Editor {
    /// Who comes to a district to change it.
    pub async fn come(app: &App, reader: &Reader, district: &DistrictId) -> Result<Self> {
        may_work(reader)?;
        match see(app, reader, district).await? {
            Sight::Open(Seen::Working(view)) => Ok(Self(view)),
            Sight::Open(Seen::Frozen(_) | Seen::Leading(_)) | Sight::Whole(_) => {
                Err(Error::NotAllowed)
            }
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Place {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let named = Path::<HashMap<String, String>>::from_request_parts(parts, state).await;
        let Path(named) = named.map_err(|_| Error::BadRequest)?;
        let district = named.get("district").ok_or(Error::NoDistrict)?;
        let district = DistrictId::parse(district).map_err(|_| Error::NoDistrict)?;
        Ok(Self(district))
    }
}

impl FromRequestParts<App> for Reading {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let Place(district) = Place::from_request_parts(parts, app).await?;
        Comer::found(app, parts).await;
        let reader = Reader::of(parts);
        judged(Access::Leadership, &reader)?;
        let sight = match see(app, &reader, &district).await? {
            Sight::Open(seen) => Sight::Open(asked_of(app, &reader, seen).await?),
            Sight::Whole(whole) => Sight::Whole(whole),
        };
        if let Sight::Open(Seen::Leading(_)) | Sight::Whole(_) = sight {
            listed(&reader)?;
        }
        Ok(Self(sight))
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let Reading(sight) = Reading::from_request_parts(parts, app).await?;
        sight.open().map(Self).ok_or(Error::WholeOnly)
    }
}

impl FromRequestParts<App> for Editor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let Place(district) = Place::from_request_parts(parts, app).await?;
        Comer::found(app, parts).await;
        Self::come(app, &Reader::of(parts), &district).await
    }
}

impl FromRequestParts<App> for Coordinator {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let Place(district) = Place::from_request_parts(parts, app).await?;
        Comer::found(app, parts).await;
        let reader = Reader::of(parts);
        judged(Access::Coordination, &reader)?;
        let Editor(view) = Editor::come(app, &reader, &district).await?;
        match role(&reader.caller, &district)? {
            Role::Coordination(_) => Ok(Self(view)),
            Role::Programme | Role::CoreTeam(_) | Role::Leader(_) => Err(Error::NotAllowed),
        }
    }
}

impl FromRequestParts<App> for ForProgramme {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        Comer::found(app, parts).await;
        judged(Access::Programme, &Reader::of(parts))?;
        Ok(Self(app.service.programme().await?))
    }
}
