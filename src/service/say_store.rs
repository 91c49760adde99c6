//! A store's errors as sentences for people. What the database or the system said itself is for the log.

use crate::store::{AddressFault, Error, Obstacle, Violation};
use crate::text::{Errors, Lang, StoreErrors};

/// A store's error as a sentence with its remedy.
pub fn say_store(error: &Error, lang: Lang) -> String {
    let say = StoreErrors::of(lang);
    match error {
        Error::Conflict { .. } => Errors::of(lang).contended.to_owned(),
        Error::NoLongerMay => say.no_longer_may.to_owned(),
        Error::Violated(violation) => (say.violated)(&say_violation(violation, say)),
        Error::NoSuchDistrict(id) => (Errors::of(lang).no_such_district)(id.as_str(), &[]),
        Error::Unreachable(_) => say.unreachable.to_owned(),
        Error::Busy(_) => say.busy.to_owned(),
        Error::NotEmpty => say.not_empty.to_owned(),
        Error::HalfRestored => say.half_restored.to_owned(),
        Error::Replaced(said) => (say.replaced)(said.file.as_deref()),
        Error::CannotWrite(obstacle, said) => {
            (say.cannot_write)(say_obstacle(*obstacle, say), said.file.as_deref())
        }
        Error::Damaged(said) => (say.damaged)(said.file.as_deref()),
        Error::Newer { found, known } => (say.newer)(*found, *known),
        Error::Address(fault) => say_address(fault, say),
        Error::Unreadable(_) => say.unreadable.to_owned(),
        Error::Failed(_) => say.failed.to_owned(),
    }
}

fn say_obstacle(obstacle: Obstacle, say: &StoreErrors) -> &'static str {
    let say = &say.obstacles;
    match obstacle {
        Obstacle::DiskFull => say.disk_full,
        Obstacle::ReadOnly => say.read_only,
        Obstacle::NoFolder => say.no_folder,
        Obstacle::NotAllowed => say.not_allowed,
        Obstacle::NoLog => say.no_log,
        Obstacle::Disk => say.disk,
        Obstacle::ServerMemory => say.server_memory,
        Obstacle::Server => say.server,
    }
}

fn say_violation(violation: &Violation, say: &StoreErrors) -> String {
    let say = &say.violations;
    match violation {
        Violation::KeyTaken => say.key_taken.to_owned(),
        Violation::NameTaken(name) => (say.name_taken)(name),
        Violation::Dangling => say.dangling.to_owned(),
        Violation::NotThere => say.not_there.to_owned(),
        Violation::OtherContact => say.other_contact.to_owned(),
        Violation::Value => say.value.to_owned(),
        Violation::OtherScope => say.other_scope.to_owned(),
        Violation::Unconnected => say.unconnected.to_owned(),
    }
}

fn say_address(fault: &AddressFault, say: &StoreErrors) -> String {
    match fault {
        AddressFault::Scheme(scheme) => (say.unknown_scheme)(scheme.as_deref()),
        AddressFault::NoFile => say.no_file.to_owned(),
        AddressFault::InMemory => say.in_memory.to_owned(),
        AddressFault::Uri => say.uri.to_owned(),
        AddressFault::Folder(file) => (say.folder)(file),
        AddressFault::Foreign(file) => (say.foreign_file)(file),
        AddressFault::Empty(file) => (say.empty_file)(file),
        AddressFault::ForeignLog(log) => (say.foreign_log)(log),
        AddressFault::LostFile(log) => (say.lost_file)(log),
        AddressFault::Server => say.no_server.to_owned(),
        AddressFault::Password => say.password_in_address.to_owned(),
        AddressFault::NoPassword => say.no_password.to_owned(),
        AddressFault::Denied => say.denied.to_owned(),
        AddressFault::Forbidden(_) => say.forbidden.to_owned(),
        AddressFault::Protocol(_) => say.protocol.to_owned(),
    }
}
