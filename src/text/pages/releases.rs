//! The pages of frozen states and their release.

use crate::domain::Recipient;
use crate::text::Lang;

/// The texts of the pages.
pub struct Releases {
    /// The headline.
    pub title: &'static str,
    /// What others see.
    pub lead: &'static str,
    /// What leaders, or the programme, see at present.
    pub sees: fn(whom: &str, name: &str, since: &str) -> String,
    /// They see nothing yet.
    pub sees_nothing: fn(whom: &str) -> String,
    /// Over the list.
    pub list: &'static str,
    /// There is none yet.
    pub none: &'static str,
    /// A state's day and phase.
    pub of: fn(day: &str, phase: &str) -> String,
    /// It is not released.
    pub frozen: &'static str,
    /// It is released since.
    pub released: fn(day: &str) -> String,
    /// Another one was released later, which is seen instead.
    pub replaced: &'static str,
    /// It was released and withdrawn.
    pub withdrawn: &'static str,
    /// For whom it is or was released.
    pub to: fn(&str) -> String,
    /// Who decided it, and when.
    pub decided: fn(by: &str, day: &str) -> String,
    /// The way to a state that is not released.
    pub open_frozen: &'static str,
    /// The way to another one.
    pub open: &'static str,
    /// The way to a state in the working view.
    pub working: &'static str,
    /// Over the form that freezes.
    pub freeze: &'static str,
    /// What freezing does.
    pub freeze_note: &'static str,
    /// The field of the name.
    pub name: &'static str,
    /// What is proposed as a name, of a month and a year.
    pub proposed: fn(month: usize, year: i32) -> String,
    /// The field of the day.
    pub date: &'static str,
    /// The field of the phase.
    pub phase: &'static str,
    /// The button.
    pub freeze_button: &'static str,
    /// No phase has cooperations yet.
    pub nothing_to_freeze: &'static str,
    /// A field that is empty, too long or no date.
    pub incomplete: &'static str,
    /// Said when it is done.
    pub done: Done,
    /// Back to the list.
    pub back: &'static str,
    /// Over the preview.
    pub preview: &'static str,
    /// The way to the preview as the page itself.
    pub as_page: &'static str,
    /// Over the checks.
    pub checks: &'static str,
    /// How many answered, and whether these are two thirds.
    pub answered: fn(answered: usize, asked: usize, enough: bool) -> String,
    /// Nobody wrote down who answered.
    pub not_recorded: &'static str,
    /// Nothing was changed since.
    pub unchanged: &'static str,
    /// What is hidden: nothing.
    pub nothing_hidden: &'static str,
    /// What is hidden, before the list.
    pub hidden: &'static str,
    /// One that has too few functions, with their number.
    pub small: fn(name: &str, functions: usize) -> String,
    /// One that an earlier release held back.
    pub held_back: fn(name: &str) -> String,
    /// What is in no state.
    pub never: &'static str,
    /// What changed since the last one released.
    pub since_last: fn(name: &str, ties: [usize; 3], functions: usize) -> String,
    /// There is none before.
    pub first: &'static str,
    /// What single functions had said was deleted.
    pub erased: fn(day: &str) -> String,
    /// Over the draft.
    pub draft: &'static str,
    /// What the draft is for.
    pub draft_note: &'static str,
    /// Until when to answer.
    pub answer_until: &'static str,
    /// The button.
    pub draft_button: &'static str,
    /// The heading of the draft in the file.
    pub draft_heading: &'static str,
    /// What it says below.
    pub draft_text: fn(name: &str, until: Option<&str>) -> Vec<String>,
    /// Over the form that releases.
    pub release: &'static str,
    /// For whom.
    pub for_whom: &'static str,
    /// What each of them sees.
    pub recipients: [(Recipient, &'static str, &'static str); 3],
    /// How the tick's preview is opened.
    pub see_it: &'static str,
    /// Who decided.
    pub decided_by: &'static str,
    /// That no persons are named.
    pub no_persons: &'static str,
    /// On which day.
    pub decided_on: &'static str,
    /// The button.
    pub release_button: &'static str,
    /// The form lacks for whom or who decided.
    pub incomplete_release: &'static str,
    /// Over the button that withdraws.
    pub withdraw: &'static str,
    /// What withdrawing does.
    pub withdraw_note: &'static str,
    /// The button.
    pub withdraw_button: &'static str,
    /// Over the button that removes.
    pub remove: &'static str,
    /// What removing does.
    pub remove_note: &'static str,
    /// The button.
    pub remove_button: &'static str,
    /// Which release a page shows.
    pub shown: fn(name: &str, released: Option<&str>) -> String,
    /// That a page shows the district as a whole.
    pub whole: &'static str,
    /// The rows of these figures.
    pub whole_rows: [&'static str; 6],
}

/// What is said when something is done.
pub struct Done {
    /// It was frozen.
    pub frozen: &'static str,
    /// It was released.
    pub released: &'static str,
    /// It was withdrawn.
    pub withdrawn: &'static str,
    /// It was removed.
    pub removed: &'static str,
}

impl Releases {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

const MONTHS_DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

static DE: Releases = Releases {
    title: "Stand und Freigabe",
    lead: "Leitung und Programmbegleitung sehen nie den Arbeitsstand, sondern den Stand, den Sie zuletzt für sie freigegeben haben.",
    sees: |whom, name, since| format!("Die {whom} sieht zurzeit: {name}, freigegeben am {since}."),
    sees_nothing: |whom| format!("Die {whom} sieht noch nichts."),
    list: "Stände",
    none: "Noch ist kein Stand festgehalten.",
    of: |day, phase| format!("Stand vom {day} · Förderphase {phase}"),
    frozen: "Festgehalten, noch nicht sichtbar für andere",
    released: |day| format!("Freigegeben am {day}"),
    replaced: "durch einen später freigegebenen Stand abgelöst",
    withdrawn: "Zurückgezogen",
    to: |whom| format!("Für: {whom}"),
    decided: |by, day| format!("Freigabe beschlossen von {by}, am {day}"),
    open_frozen: "Ansehen, prüfen, freigeben",
    open: "Ansehen",
    working: "In der Arbeitsansicht",
    freeze: "Stand festhalten (noch nicht sichtbar für die Leitung)",
    freeze_note: "Hält den Arbeitsstand fest, wie er jetzt ist. Was danach eingetragen wird, ändert an diesem Stand nichts mehr.",
    name: "Name",
    proposed: |month, year| format!("Stand {} {year}", MONTHS_DE[month % 12]),
    date: "Datum (TT.MM.JJJJ)",
    phase: "Förderphase",
    freeze_button: "Stand festhalten",
    nothing_to_freeze: "Noch ist keine Zusammenarbeit eingetragen: Es gibt nichts festzuhalten.",
    incomplete: "Bitte einen Namen (höchstens 300 Zeichen), ein Datum wie 12.03.2025 und eine Förderphase angeben. Es wurde nichts festgehalten.",
    done: Done {
        frozen: "Der Stand ist festgehalten. Andere sehen ihn erst, wenn Sie ihn freigeben.",
        released: "Der Stand ist freigegeben.",
        withdrawn: "Der Stand ist zurückgezogen.",
        removed: "Der Stand ist entfernt.",
    },
    back: "Alle Stände",
    preview: "So sieht es die Leitung",
    as_page: "Als ganze Seite ansehen",
    checks: "Vor der Freigabe",
    answered: |answered, asked, enough| {
        let rule = if enough {
            "Zwei Drittel sind erreicht."
        } else {
            "Zwei Drittel sind nicht erreicht: Zur Versäulung wird keine Aussage gezeigt."
        };
        format!("{answered} von {asked} Funktionen haben geantwortet. {rule}")
    },
    not_recorded: "Ob Funktionen geantwortet haben, ist nicht eingetragen: Alle Funktionen zählen als gefragt.",
    unchanged: "Seit dem Festhalten wurde nichts davon geändert oder gelöscht.",
    nothing_hidden: "Zurückgehalten wird kein Amt: Alle haben mindestens drei Funktionen.",
    hidden: "Zurückgehalten werden alle Zahlen dieser Ämter und Organisationen; zu sehen ist nur ihr Name, und ob Zusammenarbeit gemeldet ist:",
    small: |name, functions| match functions {
        1 => format!("{name}: nur eine Funktion, also Angaben einer einzelnen Stelle"),
        n => format!("{name}: nur {n} Funktionen, also fast Angaben einer einzelnen"),
    },
    held_back: |name| {
        format!(
            "{name}: Ein früher freigegebener Stand hält es zurück. Der Unterschied würde sonst verraten, was dort verborgen war."
        )
    },
    never: "In keinem Stand: Kontakte, Bemerkungen und wer etwas eingetragen hat. Die Leitung sieht auch keine Namen von Funktionen.",
    since_last: |name, [new, ended, kept], functions| {
        format!(
            "Seit „{name}“ sind zwischen den Ämtern neu: {new}, beendet: {ended}, weiter bestehend: {kept} Verbindungen. Verglichen sind {functions} Funktionen."
        )
    },
    first: "Vor diesem ist noch kein Stand für die Leitung freigegeben.",
    erased: |day| {
        format!(
            "Angaben gelöscht am {day}. Ämter und Zahlen bleiben, Funktionen heißen „Funktion N“."
        )
    },
    draft: "Entwurf zur Abstimmung",
    draft_note: "Zum Herumgeben, bevor entschieden wird: zwei Seiten, wie die Leitung sie sehen würde.",
    answer_until: "Rückmeldung bis (TT.MM.JJJJ)",
    draft_button: "Entwurf als PDF",
    draft_heading: "Entwurf zur Abstimmung",
    draft_text: |name, until| {
        let mut text = vec![format!(
            "{name}. Dieser Stand ist noch nicht freigegeben; bitte nur zur Abstimmung verwenden."
        )];
        text.extend(until.map(|day| format!("Rückmeldung bis {day}.")));
        text
    },
    release: "Freigeben",
    for_whom: "Für wen?",
    recipients: [
        (
            Recipient::Leaders,
            "Leitung",
            "Überschrift, Karte der Ämter, Ämterpaare und Angebote, wie oben gezeigt",
        ),
        (
            Recipient::Programme,
            "Programmbegleitung",
            "nur Zahlen des Bezirks im Ganzen, kein Amt",
        ),
        (
            Recipient::ProgrammeMap,
            "Programmbegleitung: auch die Karte der Ämter",
            "wie die Leitung",
        ),
    ],
    see_it: "So sieht es aus",
    decided_by: "Freigabe beschlossen von",
    no_persons: "Bitte keine Personen: Es steht im Verlauf und in der Liste.",
    decided_on: "am (TT.MM.JJJJ)",
    release_button: "Freigeben",
    incomplete_release: "Bitte ankreuzen, für wen der Stand ist, wer die Freigabe beschlossen hat und wann (wie 12.03.2025). Es wurde nichts freigegeben.",
    withdraw: "Zurückziehen",
    withdraw_note: "Danach ist der davor freigegebene Stand zu sehen, oder nichts, wenn es keinen gibt.",
    withdraw_button: "Freigabe zurückziehen",
    remove: "Entfernen",
    remove_note: "Dieser Stand war nie freigegeben. Im Verlauf lässt sich das Entfernen zurücknehmen.",
    remove_button: "Stand entfernen",
    shown: |name, released| match released {
        Some(day) => format!("{name}, freigegeben am {day}"),
        None => format!("{name}, nicht freigegeben"),
    },
    whole: "Freigegeben sind die Zahlen des Bezirks im Ganzen.",
    whole_rows: [
        "Antworten",
        "Funktionen",
        "Verbindungen",
        "davon im eigenen Amt",
        "zu erwarten im eigenen Amt",
        "Segregation (0 = wie nach der Größe zu erwarten)",
    ],
};

static EN: Releases = Releases {
    title: "State and release",
    lead: "Leaders and the programme never see the working state, but the one that you released for them last.",
    sees: |whom, name, since| format!("The {whom} see at present: {name}, released on {since}."),
    sees_nothing: |whom| format!("The {whom} see nothing yet."),
    list: "States",
    none: "No state has been frozen yet.",
    of: |day, phase| format!("As of {day} · funding phase {phase}"),
    frozen: "Frozen, not visible for others yet",
    released: |day| format!("Released on {day}"),
    replaced: "followed by a state released later",
    withdrawn: "Withdrawn",
    to: |whom| format!("For: {whom}"),
    decided: |by, day| format!("Release decided by {by}, on {day}"),
    open_frozen: "Look, check, release",
    open: "Look at it",
    working: "In the working view",
    freeze: "Freeze the state (not visible for leaders yet)",
    freeze_note: "Keeps the working state as it is now. What is entered later changes nothing in it.",
    name: "Name",
    proposed: |month, year| format!("State of {} {year}", MONTHS_EN[month % 12]),
    date: "Date (YYYY-MM-DD)",
    phase: "Funding phase",
    freeze_button: "Freeze",
    nothing_to_freeze: "No cooperation has been entered yet: there is nothing to freeze.",
    incomplete: "Please give a name (300 characters at most), a date like 2025-03-12 and a funding phase. Nothing was frozen.",
    done: Done {
        frozen: "The state is frozen. Others see it only when you release it.",
        released: "The state is released.",
        withdrawn: "The state is withdrawn.",
        removed: "The state is removed.",
    },
    back: "All states",
    preview: "What leaders see",
    as_page: "See it as a page",
    checks: "Before the release",
    answered: |answered, asked, enough| {
        let rule = if enough {
            "Two thirds are reached."
        } else {
            "Two thirds are not reached: no statement about silos is shown."
        };
        format!("{answered} of {asked} functions have answered. {rule}")
    },
    not_recorded: "Who answered was not recorded: all functions count as asked.",
    unchanged: "Nothing of it was changed or deleted since it was frozen.",
    nothing_hidden: "No office is held back: all have at least three functions.",
    hidden: "All figures of these offices and organisations are held back; only their name can be seen, and whether cooperation is reported:",
    small: |name, functions| match functions {
        1 => format!("{name}: one function, so it would tell of a single one"),
        n => format!("{name}: only {n} functions, so it would nearly tell of a single one"),
    },
    held_back: |name| {
        format!(
            "{name}: a state released earlier holds it back. The difference would tell what was hidden there."
        )
    },
    never: "In no state: contacts, notes and who entered something. Leaders see no names of functions either.",
    since_last: |name, [new, ended, kept], functions| {
        format!(
            "Ties between offices since “{name}”: {new} new, {ended} ended, {kept} go on. {functions} functions are compared."
        )
    },
    first: "No state was released for leaders before this one.",
    erased: |day| {
        format!(
            "Entries deleted on {day}. Offices and figures stay, functions are called “Funktion N”."
        )
    },
    draft: "Draft to be agreed on",
    draft_note: "To hand round before it is decided: two pages as leaders would see them.",
    answer_until: "Answer until (YYYY-MM-DD)",
    draft_button: "Draft as PDF",
    draft_heading: "Draft to be agreed on",
    draft_text: |name, until| {
        let mut text = vec![format!(
            "{name}. This state is not released yet; please use it only to agree on it."
        )];
        text.extend(until.map(|day| format!("Please answer until {day}.")));
        text
    },
    release: "Release",
    for_whom: "For whom?",
    recipients: [
        (
            Recipient::Leaders,
            "Leaders",
            "headline, map of offices, pairs of offices and offers, as shown above",
        ),
        (
            Recipient::Programme,
            "Programme",
            "figures of the district as a whole alone, no office",
        ),
        (
            Recipient::ProgrammeMap,
            "Programme: the map of offices too",
            "as leaders see it",
        ),
    ],
    see_it: "What it looks like",
    decided_by: "Release decided by",
    no_persons: "No persons, please: it stands in the history and in the list.",
    decided_on: "on (YYYY-MM-DD)",
    release_button: "Release",
    incomplete_release: "Please tick for whom the state is, who decided the release, and when (like 2025-03-12). Nothing was released.",
    withdraw: "Withdraw",
    withdraw_note: "After that the state released before it is seen, or nothing where there is none.",
    withdraw_button: "Withdraw the release",
    remove: "Remove",
    remove_note: "This state was never released. The removal can be taken back in the history.",
    remove_button: "Remove the state",
    shown: |name, released| match released {
        Some(day) => format!("{name}, released on {day}"),
        None => format!("{name}, not released"),
    },
    whole: "The figures of the district as a whole are released.",
    whole_rows: [
        "Answers",
        "Functions",
        "Ties",
        "of these inside an office",
        "expected inside an office",
        "Segregation (0 = as the sizes let expect)",
    ],
};
