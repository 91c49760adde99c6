//! What leaders are told of two phases in sentences, with the numbers of the two phases' reports and no others.

use crate::text::Lang;
use crate::text::report::{Doubt, ReportText};
use crate::text::views::{Answers, Share};

/// What all offices together say in one phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// So many of their ties stay inside one.
    Share(Share),
    /// No tie is reported.
    NoTies,
    /// There is one office alone, with so many ties where that may be told.
    OneOffice(Option<u32>),
    /// There is none.
    NoOffice,
    /// Too few of them have the functions that numbers need.
    Withheld,
}

impl Whole {
    /// The share inside, where there is one.
    pub fn share(self) -> Option<Share> {
        match self {
            Self::Share(share) => Some(share),
            Self::NoTies | Self::OneOffice(_) | Self::NoOffice | Self::Withheld => None,
        }
    }
}

/// How the share inside changed over the functions of both phases, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trend {
    /// Below 0: it fell, 0: hardly changed, above: it rose.
    pub direction: i64,
    /// Whether it did so over all functions.
    pub too: bool,
    /// Whether figures like these vary that much anyway.
    pub by_chance: bool,
    /// Whether it is known who answered.
    pub answers_known: bool,
}

/// What is told of two phases.
#[derive(Debug, Clone, PartialEq)]
pub struct PhasesTold {
    /// All offices together, before and now.
    pub whole: [Whole; 2],
    /// Who answered, before and now.
    pub answered: [Answers; 2],
    /// Whether any share or pair of offices is another one.
    pub changed: bool,
    /// Why the two say little beside each other.
    pub doubt: Option<Doubt>,
    /// How it was for the functions of both phases, where enough is known of them.
    pub trend: Option<Trend>,
}

impl PhasesTold {
    /// How many ties stayed inside before and do now.
    pub fn inside(&self, lang: Lang) -> String {
        match lang {
            Lang::De => inside_german(self.whole),
            Lang::En => inside_english(self.whole),
        }
    }

    /// Who answered; none where that was recorded in neither phase.
    pub fn answers(&self, lang: Lang) -> Option<String> {
        match lang {
            Lang::De => answers_german(self.answered),
            Lang::En => answers_english(self.answered),
        }
    }

    /// What makes the difference less sure: why the two say little, who answered, those of both phases.
    pub fn cautions(&self, lang: Lang) -> Vec<String> {
        let doubt = self.doubt.map(|doubt| (ReportText::of(lang).doubt)(doubt));
        let who = "Ein Teil der Unterschiede kann daran liegen, wer geantwortet hat.";
        let who = lang.pick(who, "Part of the differences may come from who answered.");
        let who = (self.changed && self.rates_differ()).then(|| who.to_owned());
        let trend = self.trend.map(|trend| match lang {
            Lang::De => trend_german(trend),
            Lang::En => trend_english(trend),
        });
        [doubt, who, trend].into_iter().flatten().collect()
    }

    /// Whether another share answered, in whole percent; it may where that was recorded in one phase alone.
    fn rates_differ(&self) -> bool {
        let rates = self.answered.map(|answers| {
            let (asked, answered) = answers.filter(|(asked, _)| *asked > 0)?;
            Some((100.0 * answered as f64 / asked as f64).round() as i64)
        });
        rates[0] != rates[1]
    }
}

fn inside_german(whole: [Whole; 2]) -> String {
    let ties = |n: u32| if n == 1 { "Verbindung" } else { "Verbindungen" };
    match whole {
        [Whole::Share(before), Whole::Share(now)] => format!(
            "Im eigenen Amt {} {} von {} {} ({} %), jetzt {} von {} ({} %).",
            if before.inside == 1 { "blieb" } else { "blieben" },
            before.inside,
            before.all,
            ties(before.all),
            before.percent(),
            now.inside,
            now.all,
            now.percent()
        ),
        [Whole::NoTies, Whole::NoTies] => {
            "In beiden Förderphasen ist keine Verbindung gemeldet.".to_owned()
        }
        [Whole::OneOffice(before), Whole::OneOffice(now)] => {
            let within = before.zip(now).map_or_else(String::new, |(before, now)| {
                format!(" In dem Amt: vorher {before} {}, jetzt {now}.", ties(before))
            });
            format!(
                "Eingetragen ist nur ein Amt: Über Verbindungen zwischen Ämtern lässt sich nichts sagen.{within}"
            )
        }
        [Whole::NoOffice, Whole::NoOffice] => {
            "In beiden Förderphasen ist kein Amt eingetragen.".to_owned()
        }
        [Whole::Withheld, Whole::Withheld] => {
            "Wie viele Verbindungen im eigenen Amt bleiben, wird nicht genannt: Zu wenige Ämter haben drei Funktionen."
                .to_owned()
        }
        whole => {
            let [before, now] = whole.map(|phase| match phase {
                Whole::Share(share) => format!(
                    "{} von {} {} ({} %) im eigenen Amt",
                    share.inside,
                    share.all,
                    ties(share.all),
                    share.percent()
                ),
                Whole::NoTies => "keine Verbindung gemeldet".to_owned(),
                Whole::OneOffice(_) => "nur ein Amt eingetragen".to_owned(),
                Whole::NoOffice => "kein Amt eingetragen".to_owned(),
                Whole::Withheld => "keine Zahlen, da zu wenige Ämter drei Funktionen haben".to_owned(),
            });
            format!("Vorher: {before}. Jetzt: {now}.")
        }
    }
}

fn inside_english(whole: [Whole; 2]) -> String {
    let ties = |n: u32| if n == 1 { "tie" } else { "ties" };
    match whole {
        [Whole::Share(before), Whole::Share(now)] => format!(
            "{} of {} {} ({}%) stayed within an office, now {} of {} ({}%).",
            before.inside,
            before.all,
            ties(before.all),
            before.percent(),
            now.inside,
            now.all,
            now.percent()
        ),
        [Whole::NoTies, Whole::NoTies] => "No tie is reported in either funding phase.".to_owned(),
        [Whole::OneOffice(before), Whole::OneOffice(now)] => {
            let within = before.zip(now).map_or_else(String::new, |(before, now)| {
                format!(
                    " Within that office: {before} {} before, {now} now.",
                    ties(before)
                )
            });
            format!(
                "Only one office is entered: nothing can be said about ties between offices.{within}"
            )
        }
        [Whole::NoOffice, Whole::NoOffice] => {
            "No office is entered in either funding phase.".to_owned()
        }
        [Whole::Withheld, Whole::Withheld] => {
            "How many ties stay within an office is not told: too few offices have three functions."
                .to_owned()
        }
        whole => {
            let [before, now] = whole.map(|phase| match phase {
                Whole::Share(share) => format!(
                    "{} of {} {} ({}%) within an office",
                    share.inside,
                    share.all,
                    ties(share.all),
                    share.percent()
                ),
                Whole::NoTies => "no tie reported".to_owned(),
                Whole::OneOffice(_) => "only one office entered".to_owned(),
                Whole::NoOffice => "no office entered".to_owned(),
                Whole::Withheld => "no numbers, as too few offices have three functions".to_owned(),
            });
            format!("Before: {before}. Now: {now}.")
        }
    }
}

fn answers_german(answered: [Answers; 2]) -> Option<String> {
    let functions = |n: usize| if n == 1 { "Funktion" } else { "Funktionen" };
    let told = match answered {
        [Some((before, b)), Some((now, n))] => {
            format!(
                "Geantwortet haben vorher {b} von {before} {}, jetzt {n} von {now}.",
                functions(before)
            )
        }
        [None, Some((now, n))] => format!(
            "Geantwortet haben jetzt {n} von {now} {}; vorher ist das nicht erfasst.",
            functions(now)
        ),
        [Some((before, b)), None] => format!(
            "Geantwortet haben vorher {b} von {before} {}; jetzt ist das nicht erfasst.",
            functions(before)
        ),
        [None, None] => return None,
    };
    Some(told)
}

fn answers_english(answered: [Answers; 2]) -> Option<String> {
    let functions = |n: usize| if n == 1 { "function" } else { "functions" };
    let told = match answered {
        [Some((before, b)), Some((now, n))] => {
            format!(
                "Answered: {b} of {before} {} before, {n} of {now} now.",
                functions(before)
            )
        }
        [None, Some((now, n))] => format!(
            "Answered: {n} of {now} {} now; not recorded before.",
            functions(now)
        ),
        [Some((before, b)), None] => format!(
            "Answered: {b} of {before} {} before; not recorded now.",
            functions(before)
        ),
        [None, None] => return None,
    };
    Some(told)
}

fn trend_german(trend: Trend) -> String {
    let whom = match trend.answers_known {
        true => "Bei den Funktionen, die in beiden Förderphasen geantwortet haben,",
        false => "Bei den Funktionen, die in beiden Förderphasen dabei waren,",
    };
    let too = if trend.too { " ebenfalls" } else { "" };
    let change = match trend.direction.signum() {
        0 => return format!("{whom} änderte sich der Anteil kaum."),
        -1 => "sank",
        _ => "stieg",
    };
    let chance = match trend.by_chance {
        true => ", aber nicht mehr, als bei solchen Zahlen ohnehin schwankt",
        false => "",
    };
    format!("{whom} {change} der Anteil{too}{chance}.")
}

fn trend_english(trend: Trend) -> String {
    let whom = match trend.answers_known {
        true => "Among the functions that answered in both funding phases",
        false => "Among the functions that were there in both funding phases",
    };
    let too = if trend.too { " too" } else { "" };
    let change = match trend.direction.signum() {
        0 => return format!("{whom} the share hardly changed."),
        -1 => "fell",
        _ => "rose",
    };
    let chance = match trend.by_chance {
        true => ", but no more than figures like these vary anyway",
        false => "",
    };
    format!("{whom} the share {change}{too}{chance}.")
}
