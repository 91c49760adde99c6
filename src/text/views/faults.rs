//! Why a view cannot be drawn.

use crate::text::Lang;

/// The sentences about views.
pub struct ViewFaults {
    /// Too many departments for a matrix: how many there are, how many fit.
    pub too_many: fn(usize, usize) -> String,
    /// An offer that is not there: what was asked for, the known ones.
    pub no_such_offer: fn(&str, &[String]) -> String,
    /// An offer's view without an offer: the known ones.
    pub which_offer: fn(&[String]) -> String,
    /// A view of offers where there are none.
    pub no_offers: &'static str,
    /// A function that is not there: what was asked for.
    pub no_such_actor: fn(&str) -> String,
    /// The same phase twice.
    pub same_phase: fn(&str) -> String,
    /// Two phases are needed and there are fewer.
    pub one_phase: &'static str,
    /// To who asked for all names: so many lie over another one.
    pub crowded: fn(usize) -> String,
    /// Characters that the font of an image or a page lacks.
    pub no_glyphs: fn(&str) -> String,
    /// The command line: the view of an offer without one.
    pub needs_offer: &'static str,
    /// The command line: the view of a change without two phases.
    pub needs_phases: &'static str,
    /// The command line: an option that another view has.
    pub of_another_view: fn(option: &str, view: &str) -> String,
}

impl ViewFaults {
    /// The sentences in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

/// Names that may hold commas, each in quotes.
fn quoted(names: &[String], [open, close]: [&str; 2]) -> String {
    let quoted = names.iter().map(|name| format!("{open}{name}{close}"));
    quoted.collect::<Vec<_>>().join(", ")
}

static DE: ViewFaults = ViewFaults {
    too_many: |there, fit| {
        format!(
            "Für eine Matrix auf einer Seite sind {there} Organisationen zu viele; {fit} passen. Wählen Sie nur die Ämter (--scope offices) oder eine gröbere Spalte (--department)."
        )
    },
    no_such_offer: |asked, known| match known {
        [] => format!(
            "Ein Angebot „{asked}“ gibt es nicht; in dieser Förderphase ist noch keines eingetragen."
        ),
        known => format!(
            "Ein Angebot „{asked}“ gibt es in dieser Förderphase nicht. Bekannt sind: {}.",
            quoted(known, ["„", "“"])
        ),
    },
    which_offer: |known| match known {
        [] => "In dieser Förderphase ist noch kein Angebot eingetragen.".to_owned(),
        known => format!(
            "Welches Angebot? Nennen Sie es mit --offer. Bekannt sind: {}.",
            quoted(known, ["„", "“"])
        ),
    },
    no_offers: "Diese Ansicht braucht Angebote; in den Dateien stehen keine. Fügen Sie die Tabelle „Angebote“ hinzu, oder nehmen Sie einen Bezirk (--district).",
    no_such_actor: |asked| format!("Eine Funktion „{asked}“ gibt es hier nicht."),
    same_phase: |phase| {
        format!(
            "Für einen Vergleich braucht es zwei verschiedene Förderphasen; „{phase}“ wurde zweimal genannt."
        )
    },
    one_phase: "Für einen Vergleich braucht es Angaben aus zwei Förderphasen.",
    crowded: |names| {
        format!(
            "Hinweis: Für alle Namen ist auf der Seite kein Platz; {names} liegen über anderen. Ohne --labels all stehen nur die, die Platz finden; --paper a3 schafft mehr."
        )
    },
    no_glyphs: |characters| {
        format!(
            "Hinweis: Diese Zeichen fehlen der Schrift der Karte und erscheinen als Kästchen: {characters}. Als SVG zeigt sie jeder Browser, der eine Schrift dafür hat."
        )
    },
    needs_offer: "Zur Ansicht „offer“ gehört ein Angebot: --offer ID.",
    needs_phases: "Zur Ansicht „change“ gehören zwei Förderphasen: --from P --to P, ohne --phase.",
    of_another_view: |option, view| format!("{option} gehört zur Ansicht „{view}“: --view {view}."),
};

static EN: ViewFaults = ViewFaults {
    too_many: |there, fit| {
        format!(
            "{there} organisations are too many for a matrix on one page; {fit} fit. Choose offices only (--scope offices) or a coarser column (--department)."
        )
    },
    no_such_offer: |asked, known| match known {
        [] => format!("There is no offer “{asked}”; none has been entered for this funding phase."),
        known => format!(
            "There is no offer “{asked}” in this funding phase. Known are: {}.",
            quoted(known, ["“", "”"])
        ),
    },
    which_offer: |known| match known {
        [] => "No offer has been entered for this funding phase.".to_owned(),
        known => format!(
            "Which offer? Name it with --offer. Known are: {}.",
            quoted(known, ["“", "”"])
        ),
    },
    no_offers: "This view needs offers; the files hold none. Add the table “offers”, or take a district (--district).",
    no_such_actor: |asked| format!("There is no function “{asked}” here."),
    same_phase: |phase| {
        format!("A comparison needs two different funding phases; “{phase}” was named twice.")
    },
    one_phase: "A comparison needs data of two funding phases.",
    crowded: |names| {
        format!(
            "Note: there is no room for all names on the page; {names} overlap others. Without --labels all, only those that fit are shown; --paper a3 makes room for more."
        )
    },
    no_glyphs: |characters| {
        format!(
            "Note: the font of the map lacks these characters, which are shown as boxes: {characters}. In an SVG, any browser with a font for them will show them."
        )
    },
    needs_offer: "The view “offer” needs an offer: --offer ID.",
    needs_phases: "The view “change” needs two funding phases: --from P --to P, without --phase.",
    of_another_view: |option, view| {
        format!("{option} belongs to the view “{view}”: --view {view}.")
    },
};
