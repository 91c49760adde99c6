//! The words for the codes of the domain, in German and English, and the readers that take either back.
//!
//! A reader accepts the code, both languages and the usual variants, in any case, with any dash, with or without umlauts.

use unicode_normalization::UnicodeNormalization;

use super::Lang;
use crate::domain::{ActorKind, DepartmentKind, Field, Level, LifePhase, Strength, TieKind};

/// One word: German, English, and what else people write for it.
struct Word(&'static str, &'static str, &'static [&'static str]);

impl Word {
    fn label(self, lang: Lang) -> &'static str {
        lang.pick(self.0, self.1)
    }

    fn is(&self, folded_text: &str) -> bool {
        [self.0, self.1]
            .iter()
            .chain(self.2)
            .any(|word| folded(word) == folded_text)
    }
}

/// A text as words are compared: NFC, lower case, `ä` as `ae`, all that is neither letter nor digit one hyphen.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            c if c.is_alphanumeric() => folded.push(c),
            _ if !folded.is_empty() && !folded.ends_with('-') => folded.push('-'),
            _ => {}
        }
    }
    folded.truncate(folded.trim_end_matches('-').len());
    folded
}

fn read<T: Copy>(
    all: &[T],
    text: &str,
    code: impl Fn(T) -> &'static str,
    word: impl Fn(T) -> Word,
) -> Option<T> {
    let text = folded(text);
    all.iter()
        .copied()
        .find(|value| folded(code(*value)) == text || word(*value).is(&text))
}

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
/// A spreadsheet takes "3-6" for the third of June and "10-14" for the fourteenth of October; such dates are read back.
pub fn read_life_phase(text: &str) -> Option<LifePhase> {
    let plain = folded(text);
    let plain = ["-jahre", "-jahren", "-years"]
        .iter()
        .find_map(|ending| plain.strip_suffix(ending))
        .unwrap_or(&plain);
    let as_date = || {
        let date: chrono::NaiveDate = text.trim().parse().ok()?;
        match (chrono::Datelike::day(&date), chrono::Datelike::month(&date)) {
            (3, 6) | (6, 3) => Some(LifePhase::From3To6),
            (6, 10) | (10, 6) => Some(LifePhase::From6To10),
            (14, 10) => Some(LifePhase::From10To14),
            _ => None,
        }
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

/// Yes or no in words.
pub fn yes_no(yes: bool, lang: Lang) -> &'static str {
    if yes {
        lang.pick("ja", "yes")
    } else {
        lang.pick("nein", "no")
    }
}

/// What a text says to a yes-or-no question.
pub fn read_yes_no(text: &str) -> Option<bool> {
    match folded(text).as_str() {
        "ja" | "j" | "x" | "1" | "yes" | "y" | "true" | "wahr" => Some(true),
        "nein" | "n" | "0" | "no" | "false" | "falsch" => Some(false),
        // A tick is neither letter nor digit.
        "" if matches!(text.trim(), "✓" | "✔" | "☑" | "✗" | "☐") => {
            Some(!matches!(text.trim(), "✗" | "☐"))
        }
        _ => None,
    }
}

/// How a row of the table of cooperations says whose report it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReportedBy {
    /// The first named reports of the second.
    #[default]
    From,
    /// The second named reports of the first.
    To,
    /// Each reports the same of the other.
    Both,
    /// Recorded in a workshop as what the first named says.
    Workshop,
}

impl ReportedBy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::From, Self::To, Self::Both, Self::Workshop];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
            Self::Both => "both",
            Self::Workshop => "workshop",
        }
    }
}

/// Whose report a row is, in words.
pub fn reported_by(by: ReportedBy, lang: Lang) -> &'static str {
    reported_by_word(by).label(lang)
}

/// Whose report a text says a row is.
pub fn read_reported_by(text: &str) -> Option<ReportedBy> {
    read(&ReportedBy::ALL, text, ReportedBy::code, reported_by_word)
}

fn reported_by_word(by: ReportedBy) -> Word {
    match by {
        ReportedBy::From => Word("Von", "from", &["source"]),
        ReportedBy::To => Word("Mit", "to", &["target"]),
        ReportedBy::Both => Word(
            "beide",
            "both",
            &["beiden", "beidseitig", "beide Seiten", "von beiden"],
        ),
        ReportedBy::Workshop => Word("Workshop", "workshop", &["im Workshop"]),
    }
}

/// The anchor of a strength: its name and what it means in practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The name of the step.
    pub name: &'static str,
    /// What people do who choose it.
    pub meaning: &'static str,
}

/// What a strength means.
pub fn strength(strength: Strength, lang: Lang) -> Anchor {
    let (name, meaning) = match strength.number() {
        0 => lang.pick(
            ("Kein Kontakt", "Wir hatten nichts miteinander zu tun."),
            ("No contact", "We had nothing to do with each other."),
        ),
        1 => lang.pick(
            (
                "Wir kennen uns",
                "Wir wissen, wofür die andere Seite zuständig und wie sie erreichbar ist.",
            ),
            (
                "We know each other",
                "We know what the other side is responsible for and how to reach it.",
            ),
        ),
        2 => lang.pick(
            (
                "Wir informieren uns",
                "Wir tauschen Informationen aus, etwa zu Angeboten oder Bedarfen.",
            ),
            (
                "We inform each other",
                "We exchange information, for example about offers or needs.",
            ),
        ),
        3 => lang.pick(
            (
                "Wir stimmen uns ab",
                "Wir richten eigene Vorhaben aneinander aus; jede Seite entscheidet selbst.",
            ),
            (
                "We align our work",
                "We adjust our own plans to each other; each side decides for itself.",
            ),
        ),
        4 => lang.pick(
            (
                "Wir führen gemeinsam durch",
                "Wir setzen ein Angebot zusammen um, beide bringen Personal, Räume oder Mittel ein.",
            ),
            (
                "We carry out together",
                "We run an offer together; both bring in staff, rooms or money.",
            ),
        ),
        _ => lang.pick(
            (
                "Wir planen und steuern gemeinsam",
                "Wir legen Ziele fest und entscheiden zusammen über Angebote oder Mittel.",
            ),
            (
                "We plan and steer together",
                "We set goals and decide together about offers or money.",
            ),
        ),
    };
    Anchor { name, meaning }
}
