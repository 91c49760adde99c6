//! The words for the codes of the domain, in German and English, and the readers that take either back.
//!
//! A reader accepts the code, both languages and the usual variants, in any case, with any dash, with or without umlauts.

mod answers;
mod calendar;
mod reading;
mod scale;
mod span;

use super::Lang;
use crate::domain::{
    ActorKind, Decider, DepartmentKind, Field, Level, LifePhase, Recipient, TieKind,
};

use reading::{Word, read};

use calendar::day_and_month;

pub use answers::{ReportedBy, read_binding, read_reported_by, read_yes_no, reported_by, yes_no};
pub use reading::folded;
pub use scale::{Anchor, is_unstated, read_anchor, read_scale, steps, strength};
pub use span::read_life_span;

/// The department under which bodies from the list are entered, as a body belongs to no single office. German for
/// every reader: it is a record, and in another language it would stand there twice.
pub const BODIES: &str = "Gremien";

/// The kind of a department in words.
pub fn department_kind(kind: DepartmentKind, lang: Lang) -> &'static str {
    department_kind_word(kind).label(lang)
}

/// The kind of department that a text names.
pub fn read_department_kind(text: &str) -> Option<DepartmentKind> {
    read(
        &DepartmentKind::ALL,
        text,
        DepartmentKind::code,
        department_kind_word,
    )
}

fn department_kind_word(kind: DepartmentKind) -> Word {
    match kind {
        DepartmentKind::Office => Word("Fachamt", "Office", &["Amt"]),
        DepartmentKind::ServiceUnit => Word("Serviceeinheit", "Service unit", &["SE"]),
        DepartmentKind::OtherUnit => Word(
            "sonstige OE",
            "Other unit",
            &[
                "OE",
                "Stabsstelle",
                "sonstige Organisationseinheit",
                "Organisationseinheit",
                "staff unit",
            ],
        ),
        DepartmentKind::Commissioner => Word(
            "Beauftragte",
            "Commissioner",
            &["Beauftragte*r", "Beauftragter", "Beauftragte:r"],
        ),
        DepartmentKind::JobCentre => Word("Jobcenter", "Job centre", &["Job center"]),
        DepartmentKind::Provider => Word(
            "freier Träger",
            "Provider",
            &["Träger", "freie Träger", "non-profit provider"],
        ),
        DepartmentKind::HealthCare => Word(
            "Gesundheitsversorgung",
            "Health care",
            &["Gesundheitswesen", "healthcare"],
        ),
        DepartmentKind::School => Word("Schule", "School", &["Schulen"]),
        DepartmentKind::Other => Word("Sonstige", "Other", &["Sonstiges", "sonstige Organisation"]),
    }
}

/// The kind of an actor in words.
pub fn actor_kind(kind: ActorKind, lang: Lang) -> &'static str {
    actor_kind_word(kind).label(lang)
}

/// The kind of actor that a text names.
pub fn read_actor_kind(text: &str) -> Option<ActorKind> {
    read(&ActorKind::ALL, text, ActorKind::code, actor_kind_word)
}

fn actor_kind_word(kind: ActorKind) -> Word {
    match kind {
        ActorKind::Function => Word("Funktion", "Function", &["Stelle"]),
        ActorKind::Team => Word("Team", "Team", &[]),
        ActorKind::Organisation => {
            Word("Einrichtung", "Organisation", &["Organization", "Facility"])
        }
        ActorKind::Body => Word("Gremium", "Body", &["Gremien", "Runde", "Arbeitskreis"]),
        ActorKind::Volunteers => Word(
            "Ehrenamtliche",
            "Volunteers",
            &["Ehrenamt", "Freiwillige", "Volunteer"],
        ),
    }
}

/// The level of an actor's work in words.
pub fn level(level: Level, lang: Lang) -> &'static str {
    level_word(level).label(lang)
}

/// The level that a text names.
pub fn read_level(text: &str) -> Option<Level> {
    read(&Level::ALL, text, Level::code, level_word)
}

fn level_word(level: Level) -> Word {
    match level {
        Level::Operative => Word("operativ", "operative", &["operativ tätig", "Praxis"]),
        Level::Coordinating => Word("koordinierend", "coordinating", &["Koordination"]),
        Level::Leading => Word("leitend", "leading", &["Leitung", "Führung", "leadership"]),
    }
}

/// For whom a state is released, in words.
pub fn recipient(recipient: Recipient, lang: Lang) -> &'static str {
    match recipient {
        Recipient::Leaders => lang.pick("Leitung", "leaders"),
        Recipient::Programme => lang.pick("Programmbegleitung", "programme"),
        Recipient::ProgrammeMap => lang.pick(
            "Programmbegleitung mit Karte der Ämter",
            "programme with the map of offices",
        ),
    }
}

/// Who decided a release, in words.
pub fn decider(decider: Decider, lang: Lang) -> &'static str {
    match decider {
        Decider::CoreTeam => lang.pick("Kernteam", "core team"),
        Decider::SteeringGroup => lang.pick("Steuerungsrunde", "steering group"),
        Decider::DistrictOffice => {
            lang.pick("Bezirksamtsvorlage", "submission to the district office")
        }
    }
}

/// A kind of cooperation in words.
pub fn tie_kind(kind: TieKind, lang: Lang) -> &'static str {
    tie_kind_word(kind).label(lang)
}

/// The kind of cooperation that a text names.
pub fn read_tie_kind(text: &str) -> Option<TieKind> {
    read(&TieKind::ALL, text, TieKind::code, tie_kind_word)
}

fn tie_kind_word(kind: TieKind) -> Word {
    match kind {
        TieKind::Information => Word("Information", "Information", &["Informationsaustausch"]),
        TieKind::Referral => Word(
            "Vermittlung",
            "Referral",
            &["Lotsenfunktion", "Vermittlung/Lotsenfunktion", "Verweis"],
        ),
        TieKind::JointOffer => Word(
            "gemeinsames Angebot",
            "Joint offer",
            &["gemeinsame Angebote", "gemeinsame Durchführung"],
        ),
        TieKind::JointPlanning => Word(
            "gemeinsame Planung",
            "Joint planning",
            &["Planung", "gemeinsame Planung und Steuerung"],
        ),
        TieKind::JointFunding => Word(
            "gemeinsame Finanzierung",
            "Joint funding",
            &["Finanzierung"],
        ),
        TieKind::Committee => Word("Gremium", "Committee", &["Gremienarbeit", "Gremien"]),
        TieKind::Other => Word("Sonstiges", "Other", &["Sonstige", "Anderes"]),
    }
}

/// A life phase in words.
pub fn life_phase(phase: LifePhase, lang: Lang) -> &'static str {
    life_phase_word(phase).label(lang)
}

/// The life phase that a text names, with "Jahre" or without.
///
/// A spreadsheet takes "3-6" for the third of June and "10-14" for the fourteenth of October; such dates are read back,
/// however they are written.
pub fn read_life_phase(text: &str) -> Option<LifePhase> {
    let plain = folded(text);
    let plain = ["-jahre", "-jahren", "-years"]
        .iter()
        .find_map(|ending| plain.strip_suffix(ending))
        .unwrap_or(&plain);
    let as_date = || match day_and_month(plain)? {
        (3, 6) | (6, 3) => Some(LifePhase::From3To6),
        (6, 10) | (10, 6) => Some(LifePhase::From6To10),
        (14, 10) | (10, 14) => Some(LifePhase::From10To14),
        _ => None,
    };
    read(&LifePhase::ALL, plain, LifePhase::code, life_phase_word).or_else(as_date)
}

fn life_phase_word(phase: LifePhase) -> Word {
    match phase {
        LifePhase::Birth => Word(
            "Schwangerschaft & Geburt",
            "Pregnancy & birth",
            &[
                "Schwangerschaft und Geburt",
                "Schwangerschaft",
                "Geburt",
                "rund um die Geburt",
                "pregnancy and birth",
                "pregnancy",
            ],
        ),
        LifePhase::From0To3 => Word("0–3", "0–3", &["0 bis 3", "0 to 3", "unter 3", "U3"]),
        LifePhase::From3To6 => Word("3–6", "3–6", &["3 bis 6", "3 to 6"]),
        LifePhase::From6To10 => Word("6–10", "6–10", &["6 bis 10", "6 to 10"]),
        LifePhase::From10To14 => Word("10–14", "10–14", &["10 bis 14", "10 to 14"]),
        LifePhase::From14 => Word(
            "14–18/27",
            "14–18/27",
            &[
                "14–18",
                "14–27",
                "14 bis 18",
                "14 bis 27",
                "ab 14",
                "14+",
                "14 to 18",
                "14 to 27",
            ],
        ),
    }
}

/// A field of action in words.
pub fn field(field: Field, lang: Lang) -> &'static str {
    field_word(field).label(lang)
}

/// The field of action that a text names.
pub fn read_field(text: &str) -> Option<Field> {
    read(&Field::ALL, text, Field::code, field_word)
}

fn field_word(field: Field) -> Word {
    match field {
        Field::Participation => Word(
            "Teilhabe",
            "Participation",
            &["soziale Teilhabe", "social participation"],
        ),
        Field::Education => Word("Bildung", "Education", &[]),
        Field::Health => Word(
            "Gesund aufwachsen",
            "Growing up healthy",
            &["Gesundheit", "gesundes Aufwachsen"],
        ),
        Field::Material => Word(
            "Materielle Versorgung",
            "Material security",
            &["materielle Sicherung", "Materielles", "material provision"],
        ),
    }
}
