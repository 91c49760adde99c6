//! The quick entry: one cooperation a line.

use crate::text::Lang;

/// The texts of the page.
pub struct QuickPage {
    /// The headline, and the link to the page.
    pub title: &'static str,
    /// What to do.
    pub lead: &'static str,
    /// The field of one line.
    pub line: &'static str,
    /// An example of a line.
    pub example: &'static str,
    /// What may stand in a line.
    pub rules: [&'static str; 5],
    /// Over these.
    pub rules_title: &'static str,
    /// The folded field for several lines.
    pub several: &'static str,
    /// The label of that field.
    pub several_label: &'static str,
    /// The choice of the funding phase.
    pub phase: &'static str,
    /// The button that reads lines.
    pub read: &'static str,
    /// The button that reads them again with the answers.
    pub read_again: &'static str,
    /// The button that saves.
    pub save: &'static str,
    /// The button that saves the clear lines alone.
    pub save_clear: fn(usize) -> String,
    /// How many lines are left to ask about.
    pub left: fn(usize) -> String,
    /// Nothing was typed.
    pub empty: &'static str,
    /// More lines than are read at once.
    pub too_many: fn(most: usize) -> String,
    /// Something must be answered: over the lines.
    pub asked: fn(open: usize, all: usize) -> String,
    /// Everything is clear: over the lines.
    pub clear: &'static str,
    /// Everything stands already.
    pub nothing_new: &'static str,
    /// The heading of a line.
    pub number: fn(usize) -> String,
    /// Before what is entered with it.
    pub takes: &'static str,
    /// It stands so.
    pub stands: &'static str,
    /// An earlier line says the same.
    pub repeats: &'static str,
    /// An earlier line says something else.
    pub contradicts: &'static str,
    /// It is too long.
    pub too_long: fn(most: usize) -> String,
    /// There is one name only.
    pub one_name: &'static str,
    /// It names one function twice.
    pub self_tie: &'static str,
    /// A part was not understood.
    pub part: fn(&str) -> String,
    /// Several functions may be meant.
    pub several_meant: fn(Side) -> &'static str,
    /// No function is called so.
    pub unknown: fn(&str) -> String,
    /// An unknown name looks like a person's.
    pub person: &'static str,
    /// It stands in another phase.
    pub elsewhere: fn(&str) -> String,
    /// The choice that is none yet.
    pub choose: &'static str,
    /// Over the functions that may be meant.
    pub meant: &'static str,
    /// Over the organisations in which it may be entered.
    pub new_in: &'static str,
    /// The question for the strength.
    pub strength: &'static str,
    /// No strength is stated.
    pub unstated: &'static str,
    /// Another report stands: over both.
    pub differs: &'static str,
    /// What stands.
    pub standing: &'static str,
    /// What was typed.
    pub typed: &'static str,
    /// The choice to leave it.
    pub stays: &'static str,
    /// The choice to replace it.
    pub replace: &'static str,
    /// Somebody else wrote in between.
    pub changed: &'static str,
    /// The box that keeps a line to be cleared up.
    pub keep_open: &'static str,
    /// The button that keeps all lines so at once.
    pub note_open: &'static str,
    /// It is too long for that.
    pub no_note: fn(most: usize) -> String,
    /// Over what is to be cleared up.
    pub open: &'static str,
    /// Who sees it.
    pub open_note: &'static str,
    /// The button of one that is cleared up.
    pub done: &'static str,
    /// The same with the one that it is about.
    pub done_of: fn(&str) -> String,
    /// There is no funding phase or no function yet.
    pub nobody: &'static str,
}

/// Which name of a line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The first.
    From,
    /// The second.
    To,
}

impl QuickPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: QuickPage = QuickPage {
    title: "Schnelleingabe",
    lead: "Eine Zeile ist eine Zusammenarbeit: wer, mit wem, wie eng, auf welche Art. Die zuerst genannte Funktion sagt es von der zweiten.",
    line: "Zeile",
    example: "RSD Süd – Familienzentrum Lindenhof, 3, Vermittlung",
    rules_title: "Was in einer Zeile stehen kann",
    rules: [
        "Zwischen den Namen: ein Gedankenstrich oder Bindestrich mit Leerzeichen, „mit“, „->“ oder ein Tabulator.",
        "Namen: ganz, ihr Anfang, der Fachbereich, das Kürzel des Amtes oder „Jugendamt: RSD Süd“.",
        "Stärke: 0 bis 5 oder in Worten („stimmen uns ab“); „k. A.“ heißt ohne Angabe.",
        "Art: Information, Vermittlung, gemeinsames Angebot, gemeinsame Planung, gemeinsame Finanzierung, Gremium, Sonstiges.",
        "„schriftlich vereinbart“ oder „nicht schriftlich vereinbart“. Bitte keine Namen von Personen, keine Fälle.",
    ],
    several: "Mehrere Zeilen auf einmal",
    several_label: "Zeilen",
    phase: "Förderphase",
    read: "Eintragen",
    read_again: "Weiter",
    save: "Speichern",
    save_clear: |n| match n {
        1 => "Die klare Zeile eintragen".to_owned(),
        n => format!("Die klaren {n} Zeilen eintragen"),
    },
    left: |n| match n {
        1 => "Eine Zeile ist noch übrig:".to_owned(),
        n => format!("{n} Zeilen sind noch übrig:"),
    },
    empty: "Es steht noch nichts in der Zeile.",
    too_many: |most| format!("Bitte höchstens {most} Zeilen auf einmal."),
    asked: |open, all| match (open, all) {
        (1, 1) => "Eine Frage ist noch offen. Es wurde nichts gespeichert.".to_owned(),
        (1, all) => {
            format!("Eine von {all} Zeilen ist noch nicht klar. Es wurde nichts gespeichert.")
        }
        (open, all) => {
            format!("{open} von {all} Zeilen sind noch nicht klar. Es wurde nichts gespeichert.")
        }
    },
    clear: "Das wird eingetragen:",
    nothing_new: "Es steht schon alles so. Es gibt nichts zu speichern.",
    number: |number| format!("Zeile {number}"),
    takes: "Wird eingetragen:",
    stands: "Steht schon so und bleibt.",
    repeats: "Dasselbe steht schon in einer Zeile darüber.",
    contradicts: "Eine Zeile darüber sagt über dieselben beiden etwas anderes. Bitte eine von beiden ändern.",
    too_long: |most| {
        format!("Die Zeile oder ein Name darin ist zu lang (höchstens {most} Zeichen).")
    },
    one_name: "Hier steht nur ein Name. Zwischen zwei Namen gehört ein Gedankenstrich mit Leerzeichen: „A – B“.",
    self_tie: "Beide Namen meinen dieselbe Funktion.",
    part: |part| {
        format!("Nicht verstanden: „{part}“. Bitte anders schreiben oder aus der Zeile nehmen.")
    },
    several_meant: |side| match side {
        Side::From => "Wer ist mit dem ersten Namen gemeint?",
        Side::To => "Wer ist mit dem zweiten Namen gemeint?",
    },
    unknown: |name| format!("„{name}“ ist nicht bekannt. Wer ist gemeint, oder neu anlegen in …?"),
    person: "Das sieht nach dem Namen einer Person aus. Bitte die Funktion nennen.",
    elsewhere: |name| {
        format!("„{name}“ steht nicht in dieser Förderphase. In welche Organisation aufnehmen?")
    },
    choose: "Bitte wählen",
    meant: "Gemeint ist",
    new_in: "Neu anlegen in",
    strength: "Wie eng arbeiten sie zusammen?",
    unstated: "Weiß ich nicht / keine Angabe",
    differs: "Zu diesen beiden steht schon etwas anderes.",
    standing: "Jetzt eingetragen",
    typed: "Ihre Eingabe",
    stays: "So lassen, wie es steht",
    replace: "Durch Ihre Eingabe ersetzen",
    changed: "Jemand anders hat inzwischen etwas geändert. Es wurde nichts gespeichert.",
    keep_open: "Noch zu klären: nicht eintragen, als offenen Punkt behalten",
    note_open: "Als „zu klären“ notieren",
    no_note: |most| format!("Ein offener Punkt hat höchstens {most} Zeichen."),
    open: "Zu klären",
    open_note: "Nur für das Kernteam: steht in keiner Zahl, keiner Karte und keinem Stand.",
    done: "erledigt",
    done_of: |text| format!("erledigt: {text}"),
    nobody: "In dieser Förderphase steht noch keine Funktion. Neue können Sie beim Eintragen anlegen, sobald es eine Organisation gibt.",
};

static EN: QuickPage = QuickPage {
    title: "Quick entry",
    lead: "A line is one cooperation: who, with whom, how closely, of what kind. The function named first says it of the second.",
    line: "Line",
    example: "RSD Süd – Familienzentrum Lindenhof, 3, Referral",
    rules_title: "What a line may hold",
    rules: [
        "Between the names: a dash with blanks around it, “with”, “->” or a tab.",
        "Names: in full, their beginning, the section, the office's short name, or “Jugendamt: RSD Süd”.",
        "Strength: 0 to 5 or in words (“align our work”); “n/a” means not stated.",
        "Kind: information, referral, joint offer, joint planning, joint funding, committee, other.",
        "“agreed in writing” or “not agreed in writing”. No names of persons, no cases, please.",
    ],
    several: "Several lines at once",
    several_label: "Lines",
    phase: "Funding phase",
    read: "Enter",
    read_again: "Go on",
    save: "Save",
    save_clear: |n| match n {
        1 => "Enter the clear line".to_owned(),
        n => format!("Enter the {n} clear lines"),
    },
    left: |n| match n {
        1 => "One line is left:".to_owned(),
        n => format!("{n} lines are left:"),
    },
    empty: "Nothing stands in the line yet.",
    too_many: |most| format!("At most {most} lines at once, please."),
    asked: |open, all| match (open, all) {
        (1, 1) => "One question is still open. Nothing was saved.".to_owned(),
        (1, all) => format!("One of {all} lines is not clear yet. Nothing was saved."),
        (open, all) => format!("{open} of {all} lines are not clear yet. Nothing was saved."),
    },
    clear: "This will be entered:",
    nothing_new: "Everything stands so already. There is nothing to save.",
    number: |number| format!("Line {number}"),
    takes: "Will be entered:",
    stands: "Stands so already and stays.",
    repeats: "A line above says the same.",
    contradicts: "A line above says something else of the same two. Please change one of them.",
    too_long: |most| format!("The line or a name in it is too long (at most {most} characters)."),
    one_name: "There is only one name. Between two names there must be a dash with blanks: “A – B”.",
    self_tie: "Both names mean the same function.",
    part: |part| {
        format!("Not understood: “{part}”. Please write it otherwise or take it out of the line.")
    },
    several_meant: |side| match side {
        Side::From => "Who is meant by the first name?",
        Side::To => "Who is meant by the second name?",
    },
    unknown: |name| format!("“{name}” is not known. Who is meant, or enter it newly in …?"),
    person: "This looks like the name of a person. Please name the function.",
    elsewhere: |name| {
        format!("“{name}” does not stand in this funding phase. Into which organisation?")
    },
    choose: "Please choose",
    meant: "Meant is",
    new_in: "Enter newly in",
    strength: "How closely do they work together?",
    unstated: "Don't know / no answer",
    differs: "Something else is entered of these two already.",
    standing: "Entered now",
    typed: "What you entered",
    stays: "Leave it as it stands",
    replace: "Replace it by what you entered",
    changed: "Somebody else has changed something in the meantime. Nothing was saved.",
    keep_open: "Still to be cleared up: do not enter it, keep it as an open point",
    note_open: "Note it as “to clear up”",
    no_note: |most| format!("An open point has at most {most} characters."),
    open: "To clear up",
    open_note: "For the core team alone: in no figure, on no map and in no frozen state.",
    done: "done",
    done_of: |text| format!("done: {text}"),
    nobody: "No function stands in this funding phase yet. New ones can be entered here as soon as there is an organisation.",
};
