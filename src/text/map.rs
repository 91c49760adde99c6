//! The texts of the pictures.

use chrono::{Datelike, NaiveDate};

use super::Lang;
use super::counted::CountedTexts;

/// What a picture says in one language.
pub struct MapTexts {
    /// A funding phase by its name.
    pub phase: fn(&str) -> String,
    /// The date of the data.
    pub as_of: fn(NaiveDate) -> String,
    /// How many actors.
    pub actors: fn(usize) -> String,
    /// How many departments.
    pub departments: fn(usize) -> String,
    /// How many actors have no department.
    pub unassigned: fn(usize) -> String,
    /// How many ties, and from which strength on.
    pub ties: fn(usize, &str) -> String,
    /// From which strength on, where their number is not said.
    pub from_strength: fn(&str) -> String,
    /// The kinds of tie that alone are shown.
    pub kinds: fn(&str) -> String,
    /// What the sentence counts.
    pub sentence: CountedTexts,
    /// What the fields of a matrix count.
    pub fields: CountedTexts,
    /// The offices, where nothing else is shown.
    pub offices: fn(usize) -> String,
    /// How many offices a picture of offices shows.
    pub count_of_offices: fn(usize) -> String,
    /// How many answered of those asked.
    pub answered: fn(usize, usize) -> String,
    /// The same of more than what is shown.
    pub answered_overall: fn(usize, usize) -> String,
    /// The same of those that leaders are told numbers of.
    pub answered_shown: fn(usize, usize) -> String,
    /// The mark of invented data.
    pub example: &'static str,
    /// The mark of a working picture.
    pub working: &'static str,
    /// The name of those without a department.
    pub without_department: &'static str,
    /// For those who don't see it: what the picture is.
    pub description: fn(departments: usize, actors: usize) -> String,
    /// For those who don't see it: a department, its ties inside, where these are known, and to others.
    pub department: fn(&str, inside: Option<usize>, outside: usize) -> String,
    /// Legend: heading of the scale.
    pub strength: &'static str,
    /// Legend: agreed in writing.
    pub binding: &'static str,
    /// Legend: not agreed in writing.
    pub loose: &'static str,
    /// Legend: inside one department; beside a scale of strengths.
    pub inside: [&'static str; 2],
    /// Legend: a mark of an actor.
    pub actor: &'static str,
    /// Legend: a mark of the core team.
    pub core_team: &'static str,
    /// Legend: a mark of a body; of one whose ties are drawn and not counted.
    pub body: [&'static str; 2],
    /// Legend: a room of an office.
    pub office: &'static str,
    /// Legend: a room of another organisation.
    pub other: &'static str,
    /// Legend: a room where the kinds are not known.
    pub room: &'static str,
    /// Legend: a room without a tie to another.
    pub alone: &'static str,
    /// Legend: a room with more ties inside than chance explains.
    pub closed: &'static str,
    /// Legend: a band with its number.
    pub band: &'static str,
    /// Legend: the same where a part is agreed in writing.
    pub band_agreed: &'static str,
    /// Legend: a number with the colours of its departments.
    pub tips: &'static str,
    /// Legend: so many of all bands have their number, those with rings first where there are any.
    pub numbered: fn(usize, usize) -> String,
    /// Legend: so many of all functions hold two offices alone, too many to be marked.
    pub unringed: fn(usize, usize) -> String,
    /// Legend: before the whole names of what bears a cut one.
    pub cut: &'static str,
    /// Legend: so many more have been cut.
    pub cut_others: fn(usize) -> String,
    /// How many of all functions have no name, and whether larger paper has room for more.
    pub unnamed: fn(usize, usize, bool) -> String,
    /// Legend: a function on which all ties of two offices hang.
    pub holder: &'static str,
    /// Legend: a mark in a colour that stood for another department before.
    pub again: &'static str,
    /// Legend: a pair without a reported tie; of a district, which says it of its offices alone.
    pub empty_pairs: [&'static str; 2],
    /// The same where only those with most ties to be expected are marked.
    pub most_empty_pairs: [&'static str; 2],
    /// The word on the mark of such a pair.
    pub none_reported: &'static str,
    /// For those who don't see it: a pair without a reported tie.
    pub empty_pair: fn(&str, &str) -> String,
    /// The short names of the strengths 1 to 5.
    pub steps: [&'static str; 5],
    /// An empty picture.
    pub empty: &'static str,
    /// A picture that could not be turned into an image.
    pub not_drawn: fn(&str) -> String,
}

fn ties_de(ties: usize) -> String {
    match ties {
        1 => "1 Verbindung".to_owned(),
        n => format!("{n} Verbindungen"),
    }
}

fn ties_en(ties: usize) -> String {
    match ties {
        1 => "1 tie".to_owned(),
        n => format!("{n} ties"),
    }
}

const DE: MapTexts = MapTexts {
    phase: |name| match name.to_lowercase().contains("phase") {
        true => name.to_owned(),
        false => format!("Förderphase {name}"),
    },
    as_of: |date| {
        format!(
            "Stand vom {:02}.{:02}.{:04}",
            date.day(),
            date.month(),
            date.year()
        )
    },
    actors: |n| match n {
        1 => "1 Funktion".to_owned(),
        n => format!("{n} Funktionen"),
    },
    departments: |n| match n {
        1 => "1 Organisation".to_owned(),
        n => format!("{n} Organisationen"),
    },
    ties: |n, from| match n {
        1 => format!("1 Verbindung (ab Stärke {from})"),
        n => format!("{n} Verbindungen (ab Stärke {from})"),
    },
    unassigned: |n| match n {
        1 => "1 Funktion ohne Amt".to_owned(),
        n => format!("{n} Funktionen ohne Amt"),
    },
    from_strength: |from| format!("ab Stärke {from}"),
    kinds: |kinds| format!("nur {kinds}"),
    sentence: CountedTexts::german("Die Aussage zählt"),
    fields: CountedTexts::german("Die Felder zählen"),
    offices: |n| match n {
        1 => "nur das eine Amt".to_owned(),
        n => format!("nur die {n} Ämter"),
    },
    count_of_offices: |n| match n {
        1 => "1 Amt".to_owned(),
        n => format!("{n} Ämter"),
    },
    answered: |answered, asked| format!("{answered} von {asked} geantwortet"),
    answered_overall: |answered, asked| format!("insgesamt {answered} von {asked} geantwortet"),
    answered_shown: |answered, asked| {
        format!("{answered} von {asked} geantwortet (Organisationen ab drei Funktionen)")
    },
    example: "Beispieldaten",
    working: "Arbeitsstand – nur für das Kernteam",
    without_department: "ohne Zuordnung",
    description: |departments, actors| {
        format!(
            "Karte der Zusammenarbeit: {departments} Organisationen als Räume, {actors} Funktionen darin, \
             Linien für gemeldete Verbindungen."
        )
    },
    department: |name, inside, outside| {
        let ties = ties_de;
        match inside {
            Some(inside) => format!(
                "{name}: {} im eigenen Haus, {outside} nach außen.",
                ties(inside)
            ),
            None => format!(
                "{name}: {} nach außen, zum eigenen Haus keine Angabe.",
                ties(outside)
            ),
        }
    },
    strength: "Stärke der Verbindung",
    binding: "schriftlich vereinbart",
    loose: "nicht schriftlich vereinbart",
    inside: ["im eigenen Amt", "im eigenen Amt (dünnere Linie)"],
    actor: "Funktion oder Einrichtung",
    core_team: "im Kernteam",
    body: ["Gremium", "Gremium: Verbindungen nicht mitgezählt"],
    office: "Amt oder Einheit des Bezirksamts",
    other: "andere Organisation",
    room: "Organisation",
    alone: "ohne Verbindung nach außen",
    closed: "mehr im eigenen Haus, als zu erwarten wäre",
    band: "Verbindungen zwischen zwei Organisationen, mit ihrer Zahl",
    band_agreed: "Verbindungen zwischen zwei Organisationen, mit ihrer Zahl; dunkel: schriftlich vereinbart",
    tips: "mit den Farben beider Seiten",
    numbered: |numbered, all| {
        format!(
            "{numbered} von {all} Bändern tragen ihre Zahl: die stärksten; alle Zahlen zeigt die Matrix."
        )
    },
    unringed: |holders, all| {
        format!(
            "Ohne Ringe: {holders} von {all} Funktionen sind die einzige Verbindung zwischen zwei Ämtern."
        )
    },
    cut: "Gekürzt",
    cut_others: |others| format!("und {others} weitere"),
    unnamed: |unnamed, all, larger| {
        let larger = if larger { "auf A3 passen mehr, " } else { "" };
        format!(
            "Ohne Namen, da kein Platz ist: {unnamed} von {all} ({larger}alle in der Liste der Funktionen)"
        )
    },
    holder: "zwei Ämter nur über diese Funktion verbunden",
    again: "gleiche Farbe, anderes Zeichen darin: andere Organisation",
    empty_pairs: [
        "keine gemeldet; zu erwarten wären 3 oder mehr (ab drei Funktionen)",
        "zwischen zwei Ämtern ab drei Funktionen keine gemeldet; zu erwarten wären 3 oder mehr",
    ],
    most_empty_pairs: [
        "keine gemeldet (ab drei Funktionen); die Paare, bei denen am meisten zu erwarten wäre",
        "zwischen zwei Ämtern ab drei Funktionen keine gemeldet; die Paare, bei denen am meisten zu erwarten wäre",
    ],
    none_reported: "keine",
    empty_pair: |a, b| format!("Zwischen {a} und {b} ist keine Zusammenarbeit gemeldet."),
    steps: [
        "wir kennen uns",
        "informieren",
        "abstimmen",
        "gemeinsam durchführen",
        "gemeinsam planen und steuern",
    ],
    empty: "Hier sind noch keine Funktionen eingetragen.",
    not_drawn: |reason| format!("Die Karte ließ sich nicht zeichnen: {reason}."),
};

const EN: MapTexts = MapTexts {
    phase: |name| match name.to_lowercase().contains("phase") {
        true => name.to_owned(),
        false => format!("Funding phase {name}"),
    },
    as_of: |date| format!("As of {}", date.format("%-d %B %Y")),
    actors: |n| match n {
        1 => "1 function".to_owned(),
        n => format!("{n} functions"),
    },
    departments: |n| match n {
        1 => "1 organisation".to_owned(),
        n => format!("{n} organisations"),
    },
    ties: |n, from| match n {
        1 => format!("1 tie (strength {from} or more)"),
        n => format!("{n} ties (strength {from} or more)"),
    },
    unassigned: |n| match n {
        1 => "1 function without an office".to_owned(),
        n => format!("{n} functions without an office"),
    },
    from_strength: |from| format!("strength {from} or more"),
    kinds: |kinds| format!("{kinds} only"),
    sentence: CountedTexts::english("The statement counts"),
    fields: CountedTexts::english("The cells count"),
    offices: |n| match n {
        1 => "the one office only".to_owned(),
        n => format!("the {n} offices only"),
    },
    count_of_offices: |n| match n {
        1 => "1 office".to_owned(),
        n => format!("{n} offices"),
    },
    answered: |answered, asked| format!("{answered} of {asked} answered"),
    answered_overall: |answered, asked| format!("{answered} of {asked} answered overall"),
    answered_shown: |answered, asked| {
        format!("{answered} of {asked} answered (organisations of three functions or more)")
    },
    example: "Example data",
    working: "Working version – core team only",
    without_department: "without department",
    description: |departments, actors| {
        format!(
            "Map of cooperation: {departments} organisations as rooms, {actors} functions in them, \
             lines for reported ties."
        )
    },
    department: |name, inside, outside| {
        let ties = ties_en;
        match inside {
            Some(inside) => format!("{name}: {} within, {outside} to others.", ties(inside)),
            None => format!(
                "{name}: {} to others, nothing known about those within.",
                ties(outside)
            ),
        }
    },
    strength: "Strength of the tie",
    binding: "agreed in writing",
    loose: "not agreed in writing",
    inside: ["within one office", "within one office (thinner line)"],
    actor: "function or facility",
    core_team: "in the core team",
    body: ["body", "body: its ties are not counted"],
    office: "office or unit of the district authority",
    other: "other organisation",
    room: "organisation",
    alone: "no tie to others",
    closed: "more within than expected",
    band: "ties between two organisations, with their number",
    band_agreed: "ties between two organisations, with their number; dark: agreed in writing",
    tips: "in the colours of both sides",
    numbered: |numbered, all| {
        format!(
            "{numbered} of {all} bands show their number: the strongest; the matrix shows all numbers."
        )
    },
    unringed: |holders, all| {
        format!("Not ringed: {holders} of {all} functions are the only link between two offices.")
    },
    cut: "Shortened",
    cut_others: |others| format!("and {others} more"),
    unnamed: |unnamed, all, larger| {
        let larger = if larger { "more fit on A3, " } else { "" };
        format!(
            "Without a name, for want of room: {unnamed} of {all} ({larger}all in the list of functions)"
        )
    },
    holder: "two offices connected through this function only",
    again: "same colour, different sign: a different organisation",
    empty_pairs: [
        "none reported; 3 or more would be expected (from three functions)",
        "none reported between two offices with three or more functions; 3 or more would be expected",
    ],
    most_empty_pairs: [
        "none reported (from three functions); the pairs with the most ties expected",
        "none reported between two offices with three or more functions; the pairs with the most ties expected",
    ],
    none_reported: "none",
    empty_pair: |a, b| format!("No cooperation is reported between {a} and {b}."),
    steps: [
        "know each other",
        "inform",
        "coordinate",
        "carry out together",
        "plan and steer together",
    ],
    empty: "No functions have been entered here yet.",
    not_drawn: |reason| format!("The map could not be drawn: {reason}."),
};

/// The texts in a language.
pub fn texts(lang: Lang) -> &'static MapTexts {
    match lang {
        Lang::De => &DE,
        Lang::En => &EN,
    }
}
