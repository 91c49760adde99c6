//! The log of what matters: its page, and what each entry says.

use crate::domain::{BackedUp, Erased, Event, ReleaseAction};
use crate::text::Lang;

use super::frame::date;

/// The texts of the page.
pub struct LogPage {
    /// The headline, and the name in the menu.
    pub title: &'static str,
    /// What stands there, and for how long.
    pub lead: &'static str,
    /// The same for the programme.
    pub lead_programme: &'static str,
    /// Nothing happened yet.
    pub empty: &'static str,
    /// Over the table.
    pub entries: &'static str,
    /// The columns: when, what, by whom.
    pub columns: [&'static str; 3],
    /// An account that is no longer there.
    pub an_account: &'static str,
    /// The way to the page on which a function is deleted.
    pub to_erase: &'static str,
    lang: Lang,
}

impl LogPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }

    /// What an entry says, with the name of the account that it is about, and the words for roles.
    pub fn say(
        &self,
        event: &Event,
        account: &str,
        role: fn(&str, Lang) -> &'static str,
    ) -> String {
        let lang = self.lang;
        let word = |code: &str| role(code, lang);
        match event {
            Event::Invited { role, .. } => match lang {
                Lang::De => format!("{account} eingeladen als {}", word(role)),
                Lang::En => format!("{account} invited as {}", word(role)),
            },
            Event::RoleChanged { from, to, .. } => match lang {
                Lang::De => format!(
                    "{account}: Rolle geändert von {} zu {}",
                    word(from),
                    word(to)
                ),
                Lang::En => format!(
                    "{account}: role changed from {} to {}",
                    word(from),
                    word(to)
                ),
            },
            Event::AccountRemoved { role } => match lang {
                Lang::De => format!("Ein Konto entfernt ({})", word(role)),
                Lang::En => format!("An account removed ({})", word(role)),
            },
            Event::ContactsExported { format, contacts } => match lang {
                Lang::De => format!(
                    "Datei .{format} mit {} geschrieben",
                    match contacts {
                        1 => "einer Ansprechperson".to_owned(),
                        n => format!("{n} Ansprechpersonen"),
                    }
                ),
                Lang::En => format!(
                    "File .{format} with {} written",
                    counted(*contacts, ["contact", "contacts"])
                ),
            },
            Event::Release { name, action, to } => release(name, *action, to, lang),
            Event::Erased(erased) => say_erased(erased, lang),
            Event::BackedUp(backup) => match lang {
                Lang::De => format!("Sicherung {}", backup_named(backup, lang)),
                Lang::En => format!("Backup {}", backup_named(backup, lang)),
            },
            Event::Restored {
                accounts,
                functions,
            } => match lang {
                Lang::De => format!(
                    "Sicherung zurückgespielt. Konten ohne Passwort: {accounts}; erneut gelöschte Funktionen: {functions}"
                ),
                Lang::En => format!(
                    "Backup brought back. Accounts without a password: {accounts}; functions deleted again: {functions}"
                ),
            },
        }
    }
}

fn release(name: &str, action: ReleaseAction, to: &[String], lang: Lang) -> String {
    let done = match (action, lang) {
        (ReleaseAction::Held, Lang::De) => "festgehalten",
        (ReleaseAction::Held, Lang::En) => "held",
        (ReleaseAction::Released, Lang::De) => "freigegeben",
        (ReleaseAction::Released, Lang::En) => "released",
        (ReleaseAction::Withdrawn, Lang::De) => "zurückgezogen",
        (ReleaseAction::Withdrawn, Lang::En) => "withdrawn",
        (ReleaseAction::Removed, Lang::De) => "entfernt",
        (ReleaseAction::Removed, Lang::En) => "removed",
    };
    let to: Vec<&str> = to.iter().map(|whom| audience(whom, lang)).collect();
    match to.is_empty() {
        true => format!("{name}: {done}"),
        false => format!("{name}: {done} ({})", to.join(", ")),
    }
}

fn audience(whom: &str, lang: Lang) -> &str {
    match (whom, lang) {
        ("leaders", Lang::De) => "Leitungen",
        ("leaders", Lang::En) => "leaders",
        ("programme", Lang::De) => "Programmbegleitung",
        ("programme", Lang::En) => "programme",
        ("public", Lang::De) => "Öffentlichkeit",
        ("public", Lang::En) => "public",
        (other, _) => other,
    }
}

/// What an erasure deleted, by kinds and numbers; and which backups still hold it.
pub fn say_erased(erased: &Erased, lang: Lang) -> String {
    let parts = [
        (
            erased.functions,
            ["Funktion", "Funktionen"],
            ["function", "functions"],
        ),
        (erased.contacts, CONTACTS, ["contact", "contacts"]),
        (
            erased.notes,
            ["Bemerkung", "Bemerkungen"],
            ["note", "notes"],
        ),
        (
            erased.points,
            ["Name in einem offenen Punkt", "Namen in offenen Punkten"],
            ["name in an open point", "names in open points"],
        ),
        (
            erased.authors,
            ["Name in einem Schritt", "Namen in Schritten"],
            ["name in a step", "names in steps"],
        ),
    ];
    let there = parts.iter().filter(|(count, ..)| *count > 0);
    let there = there.map(|(count, german, english)| counted(*count, *lang.pick(german, english)));
    let there: Vec<String> = there.collect();
    let mut said = match (lang, there.is_empty()) {
        (Lang::De, true) => "Nichts war zu löschen".to_owned(),
        (Lang::En, true) => "Nothing was to be deleted".to_owned(),
        (Lang::De, false) => format!("Gelöscht: {}", there.join(", ")),
        (Lang::En, false) => format!("Deleted: {}", there.join(", ")),
    };
    if erased.steps > 0 {
        said += &match (lang, erased.steps) {
            (Lang::De, 1) => "; geschwärzt in einem Schritt".to_owned(),
            (Lang::De, n) => format!("; geschwärzt in {n} Schritten"),
            (Lang::En, 1) => "; blanked in one step".to_owned(),
            (Lang::En, n) => format!("; blanked in {n} steps"),
        };
    }
    if !erased.backups.is_empty() {
        let named = erased.backups.iter().map(|one| backup_named(one, lang));
        let named: Vec<String> = named.collect();
        said += lang.pick(". Steht noch in Sicherungen: ", ". Still in backups: ");
        said += &named.join("; ");
    }
    said
}

const CONTACTS: [&str; 2] = ["Ansprechperson", "Ansprechpersonen"];

fn counted(count: usize, [one, many]: [&str; 2]) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn backup_named(backup: &BackedUp, lang: Lang) -> String {
    let (on, by) = (date(backup.on, lang), date(backup.destroy_by, lang));
    match lang {
        Lang::De => format!("{} vom {on}, zu vernichten bis {by}", backup.file),
        Lang::En => format!("{} of {on}, to be destroyed by {by}", backup.file),
    }
}

static DE: LogPage = LogPage {
    title: "Protokoll",
    lead: "Rollen, Exporte mit Ansprechpersonen, Freigaben, Löschungen und Sicherungen der letzten zwölf Monate. Wer etwas liest oder sich anmeldet, steht hier nicht.",
    lead_programme: "Was keinem Bezirk gehört: Konten der Programmbegleitung, Sicherungen und Löschungen der letzten zwölf Monate.",
    empty: "Hier steht noch nichts.",
    entries: "Das Neueste zuerst",
    columns: ["Wann", "Was", "Von wem"],
    an_account: "Ein Konto",
    to_erase: "Eine Funktion löschen",
    lang: Lang::De,
};

static EN: LogPage = LogPage {
    title: "Log",
    lead: "Roles, exports with contacts, releases, deletions and backups of the last twelve months. Who reads or signs in does not stand here.",
    lead_programme: "What belongs to no district: accounts of the programme, backups and deletions of the last twelve months.",
    empty: "Nothing stands here yet.",
    entries: "Latest first",
    columns: ["When", "What", "By whom"],
    an_account: "An account",
    to_erase: "Delete a function",
    lang: Lang::En,
};
