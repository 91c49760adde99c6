//! The field's nouns as plain values, and what may be changed about them.
//!
//! Knows no file format, no database, no page. Start with [`Network`] and [`Change`].

mod account;
mod actor;
mod apply;
mod author;
mod cell;
mod change;
mod contact;
mod cooperation;
mod department;
mod district;
mod edit;
mod email;
mod erasing;
mod frozen;
mod id;
mod judge;
mod keeping;
mod log;
mod look;
mod map_places;
mod mention;
mod network;
mod numbering;
mod offer;
mod offer_merge;
mod open_point;
mod pass;
mod phase;
mod phase_look;
mod programme;
mod record;
mod release;
mod report;
mod reshape;
mod retention;
mod role;
mod sought;
mod stop;
mod subject;
mod survey;
mod three_way;
mod tie_kind;
mod users;
mod words;

pub use account::{
    Account, AccountFault, AccountId, LONGEST_PASSWORD, PasswordHash, SHORTEST_PASSWORD,
    delay_after, may_set, seconds_left,
};
pub use actor::{Actor, ActorId, ActorKind, Level, Membership};
pub use author::{AUTHOR_MONTHS, Author, AuthorParts, BadAuthor, Signatory, Standing};
pub use cell::Cell;
pub use change::{Change, FORMAT, Noun, Refusal, Refused, UnknownFormat, read_changes};
pub use contact::{BothChanged, Contact, ContactParts, KeptContact};
pub use cooperation::{both_sides, removing_cooperation, reporting};
pub use department::{Department, DepartmentId, DepartmentKind};
pub use district::{District, DistrictId};
pub use edit::Edit;
pub use email::{BadEmail, Email};
pub use erasing::{Blanked, Erasing, free_name};
pub use frozen::{ForLeaders, Frozen, FrozenState};
pub use id::{BadId, Id, MAX_ID, natural, slug};
pub use keeping::{may_change, may_go, may_invite, may_leave, may_renew};
pub use log::{BackedUp, Erased, Event, LOG_MONTHS, LogEntry, ReleaseAction};
pub use look::{Bearers, ByLook, difference, look, look_alike};
pub use map_places::{MapPlace, MapPlaces};
pub use mention::{mentions, names_of};
pub use network::Network;
pub use numbering::Numbering;
pub use offer::{Field, LifePhase, Offer, OfferId, Party};
pub use offer_merge::{Overflow, cooperations_about, merging_offers, removing_offer};
pub use open_point::{OpenPoint, OpenPointId};
pub use pass::{Closed, Holder, KNOWN_AFTER, MOST_PHONES, Pass, PassKind, TokenHash, WorkshopPass};
pub use phase::{FundingPhase, PhaseId};
pub use phase_look::{phase_keys, phase_readings};
pub use programme::{MAX_PHASES, Programme};
pub use record::Record;
pub use record::inverse;
pub use release::{
    Consent, Decider, FrozenSum, Recipient, Release, ReleaseFault, ReleaseId, ReleaseState,
};
pub use report::{BadSince, BadStrength, Report, ReportKey, Since, Strength};
pub use reshape::{
    NewPlace, Reshaped, Touched, merge_actors, merge_departments, move_actor, remove_actor,
    remove_department,
};
pub use retention::{
    CONTACT_MONTHS_AFTER, CONTACT_MONTHS_UNCONFIRMED, contact_ends, months_before,
};
pub use role::{Audience, Mode, Role};
pub use sought::Sought;
pub use stop::{Stop, Stopped};
pub use subject::{Subject, stands_on};
pub use survey::{
    Column, FEWEST_SHOWN, InPhase, Presence, Survey, SurveyActor, SurveyDepartment, SurveyOffer,
    SurveyParty, SurveyPhase, SurveyTie, Withheld,
};
pub use three_way::{Clash, three_way};
pub use tie_kind::{TieKind, TieKinds};
pub use words::{BadText, MAX_NAME, MAX_NOTE, MAX_TEXT, Note, Text};
