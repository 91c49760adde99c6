//! What changed from one funding phase to the next.

use std::cmp::Ordering;

use crate::text::Lang;
use crate::text::numbers::percent;

/// What changed between two phases, for those in both.
pub struct Told<'a> {
    /// The name of the phase before.
    pub before: &'a str,
    /// Ties between offices that are new, ended, and kept.
    pub ties: [usize; 3],
    /// The share inside the own office, before and now.
    pub inside: Option<(f64, f64)>,
    /// Whether that is more than chance alone would change, where it can be said.
    pub beyond_chance: Option<bool>,
    /// How many functions are compared.
    pub functions: usize,
    /// From how many of the offices they are, where some are left out to protect single functions.
    pub offices: Option<[usize; 2]>,
}

/// The texts about the change.
pub struct ChangeText {
    /// Over the change.
    pub title: &'static str,
    /// When there is no phase before.
    pub none: &'static str,
    /// What changed, in sentences.
    pub told: fn(&Told<'_>) -> String,
    /// The caption of before and now.
    pub caption: &'static str,
    /// The rows of before and now: ties between offices, inside, share inside, expected share.
    pub rows: [&'static str; 4],
    /// The columns: figure, change.
    pub figure: &'static str,
    /// Below it, where functions moved to another office: what the shares leave out, and how many ties that go on lie
    /// between offices now, or inside one now, because of that.
    pub moved: fn(to_between: usize, to_inside: usize) -> String,
}

impl ChangeText {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: ChangeText = ChangeText {
    title: "Was sich geändert hat",
    none: "Zum Vergleich fehlt eine frühere Förderphase mit Angaben.",
    told: |told| {
        let [new, ended, kept] = told.ties;
        let mut text = format!(
            "Seit der Förderphase {} {} zwischen den Ämtern {} neu, {ended} beendet, {kept} {} weiter.",
            told.before,
            if new == 1 { "ist" } else { "sind" },
            match new {
                1 => "1 Verbindung".to_owned(),
                n => format!("{n} Verbindungen"),
            },
            if kept == 1 { "besteht" } else { "bestehen" },
        );
        if let Some((from, to)) = told.inside {
            let (from, to) = (percent(from), percent(to));
            text.push_str(&match from.cmp(&to) {
                Ordering::Greater => {
                    format!(" Der Anteil im eigenen Amt sank von {from} auf {to} Prozent")
                }
                Ordering::Less => {
                    format!(" Der Anteil im eigenen Amt stieg von {from} auf {to} Prozent")
                }
                Ordering::Equal => format!(" Der Anteil im eigenen Amt blieb bei {to} Prozent"),
            });
            text.push_str(match told.beyond_chance {
                Some(true) => "; das ist mehr als zufällige Schwankung.",
                Some(false) => "; das liegt im Bereich zufälliger Schwankung.",
                None => ".",
            });
        }
        text.push_str(&match told.functions {
            1 => " Verglichen ist 1 Funktion mit Angaben in beiden Phasen".to_owned(),
            n => format!(" Verglichen sind {n} Funktionen mit Angaben in beiden Phasen"),
        });
        if let Some([compared, all]) = told.offices {
            text.push_str(&format!(
                " aus {compared} von {all} Ämtern (ohne kleine und solche mit einzelnen Zu- oder Abgängen)"
            ));
        }
        text.push('.');
        text
    },
    caption: "Vorher und jetzt",
    rows: [
        "Verbindungen zwischen Ämtern",
        "Verbindungen im eigenen Amt",
        "Anteil im eigenen Amt",
        "Zu erwartender Anteil",
    ],
    figure: "Kennzahl",
    moved: |to_between, to_inside| {
        let left_out =
            "In den Anteilen fehlen Verbindungen von Funktionen, die das Amt gewechselt haben.";
        let more = |n: usize| match n {
            1 => "liegt 1 weitere bestehende Verbindung".to_owned(),
            n => format!("liegen {n} weitere bestehende Verbindungen"),
        };
        match (to_between, to_inside) {
            (0, 0) => left_out.to_owned(),
            (0, n) => format!(
                "{left_out} Durch solche Wechsel {} jetzt im eigenen Amt statt zwischen Ämtern.",
                more(n)
            ),
            (n, 0) => format!(
                "{left_out} Durch solche Wechsel {} jetzt zwischen Ämtern statt im eigenen Amt.",
                more(n)
            ),
            (n, back) => format!(
                "{left_out} Durch solche Wechsel {} jetzt zwischen Ämtern statt im eigenen Amt, {back} umgekehrt.",
                more(n)
            ),
        }
    },
};

static EN: ChangeText = ChangeText {
    title: "What has changed",
    none: "There is no earlier funding phase with entries to compare with.",
    told: |told| {
        let [new, ended, kept] = told.ties;
        let mut text = format!(
            "Since funding phase {}, {} between offices {} new, {ended} ended, {kept} {}.",
            told.before,
            match new {
                1 => "1 tie".to_owned(),
                n => format!("{n} ties"),
            },
            if new == 1 { "is" } else { "are" },
            if kept == 1 { "continues" } else { "continue" },
        );
        if let Some((from, to)) = told.inside {
            let (from, to) = (percent(from), percent(to));
            text.push_str(&match from.cmp(&to) {
                Ordering::Greater => {
                    format!(" The share inside the own office fell from {from} to {to} per cent")
                }
                Ordering::Less => {
                    format!(" The share inside the own office rose from {from} to {to} per cent")
                }
                Ordering::Equal => {
                    format!(" The share inside the own office stayed at {to} per cent")
                }
            });
            text.push_str(match told.beyond_chance {
                Some(true) => "; that is more than random variation.",
                Some(false) => "; that is within random variation.",
                None => ".",
            });
        }
        text.push_str(&match told.functions {
            1 => " 1 function with entries in both phases is compared".to_owned(),
            n => format!(" {n} functions with entries in both phases are compared"),
        });
        if let Some([compared, all]) = told.offices {
            text.push_str(&format!(
                ", from {compared} of {all} offices (without small ones and those that a few functions joined or left)"
            ));
        }
        text.push('.');
        text
    },
    caption: "Before and now",
    rows: [
        "Ties between offices",
        "Ties inside the own office",
        "Share inside the own office",
        "Share to be expected",
    ],
    figure: "Figure",
    moved: |to_between, to_inside| {
        let left_out = "The shares leave out ties of functions that moved to another office.";
        let more = |n: usize| match n {
            1 => "1 more tie that continues now lies".to_owned(),
            n => format!("{n} more ties that continue now lie"),
        };
        match (to_between, to_inside) {
            (0, 0) => left_out.to_owned(),
            (0, n) => format!(
                "{left_out} Through such moves {} inside an office instead of between two.",
                more(n)
            ),
            (n, 0) => format!(
                "{left_out} Through such moves {} between offices instead of inside one.",
                more(n)
            ),
            (n, back) => format!(
                "{left_out} Through such moves {} between offices instead of inside one, {back} the other way round.",
                more(n)
            ),
        }
    },
};
