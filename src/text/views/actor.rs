//! One function and whom it works with.

use crate::text::Lang;

/// How much there is around a function.
pub struct Around<'a> {
    /// Its name.
    pub function: &'a str,
    /// How many ties it has.
    pub ties: usize,
    /// How many of them inside its own department.
    pub inside: usize,
    /// To how many other departments the rest lead.
    pub departments: usize,
}

/// What the picture of a function says in one language.
pub struct ActorTexts {
    /// The name of the view.
    pub title: &'static str,
    /// What to see.
    pub sentence: fn(&Around<'_>) -> String,
    /// Partners without a department.
    pub no_department: &'static str,
    /// How many more than are shown.
    pub more: fn(usize) -> String,
    /// Who reported a tie: both sides, the function, the other side.
    pub reported: [&'static str; 3],
    /// Legend: an arrow.
    pub one_side: &'static str,
    /// Legend: nobody.
    pub nobody: &'static str,
}

impl ActorTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: ActorTexts = ActorTexts {
    title: "Eine Funktion",
    sentence: |around| {
        let to_others = around.ties - around.inside;
        let ties = match around.ties {
            0 => {
                return format!(
                    "„{}“: In dieser Phase ist keine Verbindung gemeldet.",
                    around.function
                );
            }
            1 => "eine Verbindung".to_owned(),
            n => format!("{n} Verbindungen"),
        };
        let inside = match around.inside {
            0 => "keine davon im eigenen Haus".to_owned(),
            n if n == around.ties => "alle im eigenen Haus".to_owned(),
            n => format!("{n} davon im eigenen Haus"),
        };
        let elsewhere = match (to_others, around.departments) {
            (0, _) => String::new(),
            (n, 1) => format!(", {n} zu einer anderen Organisation"),
            (n, all) => format!(", {n} zu {all} anderen Organisationen"),
        };
        format!("„{}“: {ties}, {inside}{elsewhere}.", around.function)
    },
    no_department: "ohne Organisation",
    more: |n| match n {
        1 => "und eine weitere".to_owned(),
        n => format!("und {n} weitere"),
    },
    reported: [
        "von beiden gemeldet",
        "von dieser Funktion gemeldet",
        "von der anderen Seite gemeldet",
    ],
    one_side: "von einer Seite gemeldet: der Pfeil zeigt auf die genannte",
    nobody: "In dieser Phase ist keine Verbindung gemeldet.",
};

static EN: ActorTexts = ActorTexts {
    title: "One function",
    sentence: |around| {
        let to_others = around.ties - around.inside;
        let ties = match around.ties {
            0 => return format!("“{}”: no tie is reported in this phase.", around.function),
            1 => "one tie".to_owned(),
            n => format!("{n} ties"),
        };
        let inside = match around.inside {
            0 => "none of them inside its own organisation".to_owned(),
            n if n == around.ties => "all inside its own organisation".to_owned(),
            n => format!("{n} of them inside its own organisation"),
        };
        let elsewhere = match (to_others, around.departments) {
            (0, _) => String::new(),
            (n, 1) => format!(", {n} to one other organisation"),
            (n, all) => format!(", {n} to {all} other organisations"),
        };
        format!("“{}”: {ties}, {inside}{elsewhere}.", around.function)
    },
    no_department: "without an organisation",
    more: |n| format!("and {n} more"),
    reported: [
        "reported by both",
        "reported by this function",
        "reported by the other side",
    ],
    one_side: "reported by one side: the arrow points at the one it names",
    nobody: "No tie is reported in this phase.",
};
