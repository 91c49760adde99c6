//! What is kept, who sees it, and what belongs before the first survey.

use crate::text::Lang;

/// The texts about data protection.
pub struct Privacy {
    /// The headline.
    pub title: &'static str,
    /// What is kept and what is not.
    pub kept_title: &'static str,
    /// What is kept and what is not, as a list.
    pub kept: &'static [&'static str],
    /// Over who sees what.
    pub seen_title: &'static str,
    /// Who sees what, where nobody signs in.
    pub seen_alone: &'static str,
    /// What is kept of who signs in, and what they see.
    pub seen_signed: &'static [&'static str],
    /// Who sees what, in any case.
    pub seen: &'static [&'static str],
    /// Over what comes before the first survey.
    pub before_title: &'static str,
    /// What comes before the first survey, in order.
    pub before: &'static [&'static str],
    /// Over deletion.
    pub deletion_title: &'static str,
    /// What is deleted when.
    pub deletion: &'static [&'static str],
}

impl Privacy {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Privacy = Privacy {
    title: "Datenschutz",
    kept_title: "Was gespeichert wird",
    kept: &[
        "Funktionen, Teams, Einrichtungen und Gremien – keine Personen. Eine Ansprechperson ist freiwillig und steht nie auf einer Karte, in einem Protokoll oder im Verlauf.",
        "Was eine Seite über ihre Zusammenarbeit mit einer anderen angibt: Stärke, Art, seit wann, ob schriftlich vereinbart.",
        "Bemerkungen haben höchstens 200 Zeichen: keine Namen, keine Fälle.",
        "Alles liegt in einer Datei oder Datenbank, die Sie selbst betreiben. Nichts geht an Dritte.",
    ],
    seen_title: "Wer was sieht",
    seen_alone: "Diese Fassung läuft auf einem einzelnen Rechner: Wer dort angemeldet ist, sieht alles.",
    seen_signed: &[
        "Alle melden sich mit eigenem Konto an und sehen nur den eigenen Bezirk: Kernteam und Bezirkskoordination den Arbeitsstand, Leitung und Programmbegleitung nur, was der Bezirk für sie freigegeben hat. In dieser Fassung lässt sich noch nichts freigeben.",
        "Zu einem Konto gehören E-Mail-Adresse, Name (freiwillig), Rolle und ein Prüfwert des Passworts. Wird es entfernt, ist all das gelöscht; nur ältere Sicherungen enthalten noch Adresse, Name und Rolle.",
        "Wer in einem Arbeitstreffen mit dem eigenen Handy mitmacht, braucht kein Konto. Im Verlauf steht nur, dass ein Eintrag aus dem Arbeitstreffen kommt. Welches Handy was eingetragen hat, wird gelöscht, wenn die Handys abgemeldet werden, sonst spätestens, wenn sich nach dem Ende des Treffens jemand anmeldet.",
        "Zwei Cookies: eines hält die Anmeldung, längstens 8 Stunden; eines merkt sich die Sprache.",
    ],
    seen: &[
        "Was gedruckt wird, trägt den Vermerk „Arbeitsstand – nur für das Kernteam“. Zeigen Sie der Leitung Ämter, nicht einzelne Funktionen.",
        "Es gibt keine Rangliste von Funktionen oder Personen und keine Auswertung danach, wer etwas eingetragen hat.",
    ],
    before_title: "Vor der ersten Abfrage",
    before: &[
        "Auftrag der zuständigen Bezirksstadträtin oder des zuständigen Bezirksstadtrats einholen.",
        "Die behördlichen Datenschutzbeauftragten einbeziehen: Verzeichnis der Verarbeitungstätigkeiten (Artikel 30 DSGVO), Information der Beteiligten (Artikel 13 DSGVO), Löschfristen.",
        "Den Personalrat beteiligen (§ 85 PersVG Berlin): Was wird gefragt, wer sieht es, was wird nicht ausgewertet.",
        "Den Beteiligten sagen, dass die Teilnahme freiwillig ist und wozu die Angaben dienen.",
    ],
    deletion_title: "Löschen",
    deletion: &[
        "Sie können jede Angabe entfernen: durch Einlesen einer Liste, in der sie fehlt (mit „Ersetzen“), oder indem Sie den Schritt im Verlauf zurücknehmen.",
        "Eine leere Zelle unter „Ansprechperson“ löscht den Namen; das Netzwerk bleibt.",
        "Im Verlauf bleibt stehen, was geändert wurde; wer es war, zwölf Monate lang. Ansprechpersonen stehen dort nie.",
        "Ansprechpersonen werden zwölf Monate nach Ende ihrer Förderphase gelöscht, in einer laufenden 24 Monate nach der letzten Bestätigung; vorausgesetzt, die Betriebsstelle lässt „miteinander erase“ jede Nacht laufen.",
        "Verlangt jemand, dass eine Funktion gelöscht wird, macht das die Bezirkskoordination: Name, Bemerkungen und Ansprechperson gehen überall, Zahlen bleiben.",
    ],
};

static EN: Privacy = Privacy {
    title: "Data protection",
    kept_title: "What is kept",
    kept: &[
        "Functions, teams, facilities and bodies – not people. A contact is optional and never appears on a map, in a log or in the history.",
        "What one side says about its cooperation with another: strength, kind, since when, whether agreed in writing.",
        "Notes have at most 200 characters: no names, no cases.",
        "Everything is kept in a file or database that you run yourself. Nothing is passed on.",
    ],
    seen_title: "Who sees what",
    seen_alone: "This version runs on a single computer: whoever is signed in there sees everything.",
    seen_signed: &[
        "Everybody signs in with an account of their own and sees their own district alone: core team and coordination the working state, leaders and the programme only what the district has released for them. In this version nothing can be released yet.",
        "An account holds an e-mail address, a name (optional), a role and a hash of the password. Once it is removed all that is deleted; older backups alone still hold address, name and role.",
        "Whoever takes part in a working meeting with their own phone needs no account. The history says only that an entry comes from the meeting. Which phone entered what is deleted when the phones are signed out, at the latest when somebody signs in after the meeting has ended.",
        "Two cookies: one keeps you signed in, for 8 hours at most; one remembers the language.",
    ],
    seen: &[
        "Printouts are marked “Working version – core team only”. Show leaders offices, not single functions.",
        "There is no ranking of functions or people, and no count of who entered what.",
    ],
    before_title: "Before the first survey",
    before: &[
        "Obtain the mandate of the district councillor in charge.",
        "Involve the data protection officer: record of processing (Article 30 GDPR), information for those taking part (Article 13 GDPR), deletion periods.",
        "Involve the staff council (section 85 PersVG Berlin): what is asked, who sees it, what is not evaluated.",
        "Tell those taking part that it is voluntary and what the answers are for.",
    ],
    deletion_title: "Deletion",
    deletion: &[
        "You can remove any entry: by importing a list in which it is missing (with “Replace”), or by undoing the step in the history.",
        "An empty cell under “contact” deletes the name; the network stays.",
        "The history keeps what was changed, and for twelve months by whom. Contacts are never part of it.",
        "Contacts are deleted twelve months after the end of their funding phase, in a running one 24 months after they were last confirmed; provided that whoever runs the service has “miteinander erase” run every night.",
        "Where somebody demands that a function is deleted, the district coordination does so: name, notes and contact go everywhere, figures stay.",
    ],
};
