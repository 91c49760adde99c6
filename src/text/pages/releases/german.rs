//! The pages of frozen states in German.

use super::{Done, Releases};
use crate::domain::Recipient;

const MONTHS: [&str; 12] = [
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

pub static TEXTS: Releases = Releases {
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
    proposed: |month, year| format!("Stand {} {year}", MONTHS[month % 12]),
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
