//! The form of a function and of its place in a funding phase.

use crate::text::Lang;

/// The texts of the form.
pub struct ActorFormText {
    /// The page of a new function.
    pub new_title: &'static str,
    /// What to enter.
    pub new_lead: &'static str,
    /// Over the form of a known one, with its phase.
    pub edit_title: fn(&str) -> String,
    /// The same where there is no funding phase yet.
    pub edit_title_plain: &'static str,
    /// The name.
    pub name: &'static str,
    /// The kind.
    pub kind: &'static str,
    /// The remark.
    pub note: &'static str,
    /// What it must not hold.
    pub note_hint: &'static str,
    /// The funding phase.
    pub phase: &'static str,
    /// The department.
    pub department: &'static str,
    /// In no department in this phase.
    pub nowhere: &'static str,
    /// The section.
    pub section: &'static str,
    /// What a section is.
    pub section_hint: &'static str,
    /// The level.
    pub level: &'static str,
    /// Whether it belongs to the core team.
    pub core_team: &'static str,
    /// Whether it was asked.
    pub asked: &'static str,
    /// Whether it answered.
    pub answered: &'static str,
    /// A place without a department.
    pub needs_department: &'static str,
    /// It has ties in the phase in which it shall stand no more.
    pub still_tied: &'static str,
    /// The button that saves and goes on with the next.
    pub next: &'static str,
    /// The way to a further one of the office.
    pub next_link: &'static str,
    /// The functions that the office has already.
    pub there: fn(&str) -> String,
    /// There is no department yet.
    pub no_departments: &'static str,
    /// The way to enter one.
    pub new_department: &'static str,
}

impl ActorFormText {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: ActorFormText = ActorFormText {
    new_title: "Neue Funktion",
    new_lead: "Eine Funktion, ein Team, eine Einrichtung, ein Gremium oder eine ehrenamtliche Gruppe. Bitte keine Namen von Personen.",
    edit_title: |phase| format!("Bearbeiten, {phase}"),
    edit_title_plain: "Bearbeiten",
    name: "Funktion oder Einrichtung",
    kind: "Art",
    note: "Bemerkung",
    note_hint: "Höchstens 200 Zeichen. Keine Namen, keine Fälle.",
    phase: "Förderphase",
    department: "Amt / Organisation",
    nowhere: "steht nicht in dieser Förderphase",
    section: "Fachbereich",
    section_hint: "Eine Einheit im Amt, etwa RSD oder KJGD.",
    level: "Ebene",
    core_team: "gehört zum Kernteam",
    asked: "Befragt",
    answered: "Geantwortet",
    needs_department: "Ohne Amt oder Organisation lässt sich das nicht speichern. Bitte wählen Sie eine Organisation, oder leeren Sie die Felder darunter.",
    still_tied: "In dieser Förderphase gibt es noch Angaben zur Zusammenarbeit dieser Funktion. Solange bleibt sie hier eingetragen.",
    next: "Speichern und nächste Funktion dieses Amtes",
    next_link: "Nächste Funktion dieses Amtes",
    there: |office| format!("Schon eingetragen: {office}"),
    no_departments: "Es ist noch keine Organisation eingetragen. Eine Funktion gehört zu einem Amt oder einer Organisation.",
    new_department: "Organisation eintragen",
};

static EN: ActorFormText = ActorFormText {
    new_title: "New function",
    new_lead: "A function, a team, a facility, a body or a group of volunteers. No names of persons, please.",
    edit_title: |phase| format!("Edit, {phase}"),
    edit_title_plain: "Edit",
    name: "Function or facility",
    kind: "Kind",
    note: "Note",
    note_hint: "At most 200 characters. No names, no cases.",
    phase: "Funding phase",
    department: "Office / organisation",
    nowhere: "not in this funding phase",
    section: "Section",
    section_hint: "A unit inside the office, such as RSD or KJGD.",
    level: "Level",
    core_team: "belongs to the core team",
    asked: "Asked",
    answered: "Answered",
    needs_department: "This cannot be saved without an office or organisation. Please choose one, or empty the fields below.",
    still_tied: "There are still reports of cooperation of this function in this funding phase. It stays entered here until they are gone.",
    next: "Save, and the next function of this office",
    next_link: "Next function of this office",
    there: |office| format!("Entered already: {office}"),
    no_departments: "No organisation is entered yet. A function belongs to an office or an organisation.",
    new_department: "Enter an organisation",
};
