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
    /// The same inside one.
    pub within: [usize; 3],
    /// Whether there is one office alone in both phases.
    pub one_office: bool,
    /// The share within an office, before and now.
    pub inside: Option<(f64, f64)>,
    /// Whether that is more than chance alone would change, where it can be said.
    pub beyond_chance: Option<bool>,
    /// How many functions are compared.
    pub functions: usize,
    /// How many are not, as they moved to another office.
    pub moved: usize,
    /// From how many of the offices they are, where some are left out to protect single functions.
    pub offices: Option<[usize; 2]>,
}

impl Told<'_> {
    /// The share within an office in whole percent, before and now; none of one office alone, which has no other.
    fn shares(&self) -> Option<(i64, i64)> {
        let shares = self.inside.filter(|_| !self.one_office);
        shares.map(|(from, to)| (percent(from), percent(to)))
    }
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
    /// Below it, where functions moved to another office: what all of it leaves out, and how many ties that go on lie
    /// between offices now, or inside one now, because of that.
    pub moved: fn(to_between: usize, to_inside: usize) -> String,
}

impl ChangeText {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

/// "… 14 Verbindungen neu, 5 beendet, 21 bestehen weiter"; of one or none in words.
fn ties_german(before: &str, [new, ended, kept]: [usize; 3]) -> String {
    if new > 1 && ended > 1 && kept > 1 {
        return format!(
            "Seit der Förderphase {before} sind zwischen den Ämtern {new} Verbindungen neu, {ended} beendet, {kept} bestehen weiter."
        );
    }
    if [new, ended, kept] == [0; 3] {
        return format!(
            "Zwischen den verglichenen Ämtern ist seit der Förderphase {before} keine Verbindung gemeldet."
        );
    }
    if [new, ended] == [0; 2] {
        let kept = match kept {
            1 => "1 Verbindung besteht".to_owned(),
            n => format!("{n} Verbindungen bestehen"),
        };
        return format!(
            "Zwischen den Ämtern hat sich seit der Förderphase {before} nichts geändert: {kept} weiter."
        );
    }
    let say = |n: usize, one: &str, many: &str, deed: &str| match n {
        0 => format!("keine {one} {deed}"),
        1 => format!("eine {one} {deed}"),
        n => format!("{n} {many} {deed}"),
    };
    format!(
        "Verbindungen zwischen den Ämtern seit der Förderphase {before}: {}, {}, {}.",
        say(new, "ist", "sind", "neu"),
        say(ended, "ist", "sind", "beendet"),
        say(kept, "besteht", "bestehen", "weiter")
    )
}

/// The ties inside the one office that there is; of one or none in words.
fn within_german(before: &str, [new, ended, kept]: [usize; 3]) -> String {
    let alone =
        "Eingetragen ist nur ein Amt: Über Verbindungen zwischen Ämtern lässt sich nichts sagen.";
    let say = |n: usize, word: &str| match n {
        0 => format!("keine {word}"),
        n => format!("{n} {word}"),
    };
    match [new, ended, kept] {
        [0, 0, 0] => alone.to_owned(),
        [0, 0, kept] => format!(
            "{alone} In dem Amt hat sich seit der Förderphase {before} nichts geändert: {} weiter.",
            match kept {
                1 => "1 Verbindung besteht".to_owned(),
                n => format!("{n} Verbindungen bestehen"),
            }
        ),
        _ => format!(
            "{alone} Verbindungen in dem Amt seit der Förderphase {before}: {}, {}, {}.",
            say(new, "neu"),
            say(ended, "beendet"),
            say(kept, "weiter")
        ),
    }
}

/// The ties inside the one office that there is; of one or none in words.
fn within_english(before: &str, [new, ended, kept]: [usize; 3]) -> String {
    let alone = "Only one office is entered: nothing can be said about ties between offices.";
    let say = |n: usize, word: &str| match n {
        0 => format!("none {word}"),
        n => format!("{n} {word}"),
    };
    match [new, ended, kept] {
        [0, 0, 0] => alone.to_owned(),
        [0, 0, kept] => format!(
            "{alone} Within that office nothing has changed since funding phase {before}: {}.",
            match kept {
                1 => "1 tie continues".to_owned(),
                n => format!("{n} ties continue"),
            }
        ),
        _ => format!(
            "{alone} Ties within that office since funding phase {before}: {}, {}, {}.",
            say(new, "new"),
            say(ended, "ended"),
            say(kept, "continuing")
        ),
    }
}

/// "… 14 ties between offices are new, 5 have ended and 21 continue"; of one or none in words.
fn ties_english(before: &str, [new, ended, kept]: [usize; 3]) -> String {
    if [new, ended, kept] == [0; 3] {
        return format!(
            "No tie between the offices compared has been reported since funding phase {before}."
        );
    }
    if [new, ended] == [0; 2] {
        let kept = match kept {
            1 => "1 tie continues".to_owned(),
            n => format!("{n} ties continue"),
        };
        return format!(
            "Nothing has changed between the offices since funding phase {before}: {kept}."
        );
    }
    let say = |n: usize, one: &str, many: &str| match n {
        0 => format!("none {one}"),
        1 => format!("one {one}"),
        n => format!("{n} {many}"),
    };
    format!(
        "Ties between offices since funding phase {before}: {}, {}, {}.",
        say(new, "is new", "are new"),
        say(ended, "has ended", "have ended"),
        say(kept, "continues", "continue")
    )
}

static DE: ChangeText = ChangeText {
    title: "Was sich geändert hat",
    none: "Zum Vergleich fehlt eine frühere Förderphase mit Angaben.",
    told: |told| {
        let mut text = match told.one_office {
            true => within_german(told.before, told.within),
            false => ties_german(told.before, told.ties),
        };
        if let Some((from, to)) = told.shares() {
            text.push_str(&match from.cmp(&to) {
                Ordering::Greater => {
                    format!(" Der Anteil im eigenen Amt sank von {from} auf {to} Prozent")
                }
                Ordering::Less => {
                    format!(" Der Anteil im eigenen Amt stieg von {from} auf {to} Prozent")
                }
                Ordering::Equal => format!(" Der Anteil im eigenen Amt blieb bei {to} Prozent"),
            });
            text.push_str(match told.beyond_chance.filter(|_| from != to) {
                Some(true) => "; das ist mehr, als bei solchen Zahlen ohnehin schwankt.",
                Some(false) => "; so viel schwankt bei solchen Zahlen ohnehin.",
                None => ".",
            });
        }
        if told.functions == 0 {
            return text;
        }
        text.push_str(&match told.functions {
            1 => " Verglichen ist 1 Funktion mit Angaben in beiden Phasen".to_owned(),
            n => format!(" Verglichen sind {n} Funktionen mit Angaben in beiden Phasen"),
        });
        text.push_str(&match told.moved {
            0 => String::new(),
            1 => ", ohne eine, die das Amt gewechselt hat".to_owned(),
            n => format!(", ohne {n}, die das Amt gewechselt haben"),
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
        let left_out = "Verbindungen von Funktionen, die das Amt gewechselt haben, sind hier nicht mitgezählt.";
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
    none: "There is no earlier funding phase with entries to compare.",
    told: |told| {
        let mut text = match told.one_office {
            true => within_english(told.before, told.within),
            false => ties_english(told.before, told.ties),
        };
        if let Some((from, to)) = told.shares() {
            text.push_str(&match from.cmp(&to) {
                Ordering::Greater => {
                    format!(" The share within an office fell from {from} to {to} per cent")
                }
                Ordering::Less => {
                    format!(" The share within an office rose from {from} to {to} per cent")
                }
                Ordering::Equal => {
                    format!(" The share within an office stayed at {to} per cent")
                }
            });
            text.push_str(match told.beyond_chance.filter(|_| from != to) {
                Some(true) => "; that is more than figures like these vary anyway.",
                Some(false) => "; figures like these vary that much anyway.",
                None => ".",
            });
        }
        if told.functions == 0 {
            return text;
        }
        text.push_str(&match told.functions {
            1 => " The comparison covers 1 function with entries in both phases".to_owned(),
            n => format!(" The comparison covers {n} functions with entries in both phases"),
        });
        text.push_str(&match told.moved {
            0 => String::new(),
            1 => ", without one that moved to another office".to_owned(),
            n => format!(", without {n} that moved to another office"),
        });
        if let Some([compared, all]) = told.offices {
            text.push_str(&format!(
                ", from {compared} of {all} offices (leaving out small ones and those that only a few functions joined or left)"
            ));
        }
        text.push('.');
        text
    },
    caption: "Before and now",
    rows: [
        "Ties between offices",
        "Ties within an office",
        "Share within an office",
        "Expected share",
    ],
    figure: "Figure",
    moved: |to_between, to_inside| {
        let left_out = "Ties of functions that moved to another office are not counted here.";
        let more = |n: usize| match n {
            1 => "1 more tie that continues now lies".to_owned(),
            n => format!("{n} more ties that continue now lie"),
        };
        match (to_between, to_inside) {
            (0, 0) => left_out.to_owned(),
            (0, n) => format!(
                "{left_out} Because of such moves, {} within an office instead of between two.",
                more(n)
            ),
            (n, 0) => format!(
                "{left_out} Because of such moves, {} between offices instead of within one.",
                more(n)
            ),
            (n, back) => format!(
                "{left_out} Because of such moves, {} between offices instead of within one, {back} the other way round.",
                more(n)
            ),
        }
    },
};
