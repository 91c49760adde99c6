//! Two phases on the same places.

use crate::text::Lang;

/// How many were asked and how many answered, where that was recorded.
pub type Answers = Option<(usize, usize)>;

/// Of whom it is told how many answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswersOf {
    /// Those that are drawn.
    Drawn,
    /// All, though offices alone are drawn.
    All,
    /// Those of departments that leaders are told numbers of.
    Told,
}

/// What the picture of a change says in one language.
pub struct ChangeTexts {
    /// The two funding phases.
    pub title: fn(&str, &str) -> String,
    /// The two phases of plain files.
    pub plain_title: fn(&str, &str) -> String,
    /// For those who don't see it: what the picture is.
    pub description: &'static str,
    /// How many actors stayed, joined, left, moved.
    pub counts: [fn(usize) -> String; 4],
    /// Two departments and their ties: kept, new, ended, of those kept stronger and weaker.
    pub pair: fn([usize; 5]) -> String,
    /// Who answered of those asked, before and after.
    pub answered: fn(phases: [Answers; 2], of: AnswersOf) -> String,
    /// Legend: ties new, ended, kept, stronger, weaker.
    pub fates: [&'static str; 5],
    /// Legend: pairs of departments as before, new, ended, more, fewer.
    pub pairs: [&'static str; 5],
    /// Legend: a tie that cannot be compared.
    pub not_comparable: &'static str,
    /// Legend: many ties between two departments.
    pub bundle: &'static str,
    /// Legend: actors joined, left, moved.
    pub stays: [&'static str; 3],
    /// Legend: the count beside a pair, of which new, ended, stronger, weaker occur; whether a single change has none.
    pub chip: fn([bool; 4], many: bool) -> String,
    /// Legend: that ties inside departments are not drawn.
    pub inside_left_out: &'static str,
    /// The offers that are new and that ended, so many of each by name.
    pub offers: fn([&[String]; 2], named: [usize; 2]) -> String,
    /// The offers where in one of the phases none is recorded: how many in each.
    pub offers_once: fn([usize; 2]) -> String,
}

impl ChangeTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

/// How many of the ties that are kept changed their strength, in brackets.
fn of_kept(changed: [(usize, &str); 2], of_these: &str) -> String {
    let told = changed.iter().filter(|(ties, _)| *ties > 0);
    let told: Vec<String> = told.map(|(ties, word)| format!("{ties} {word}")).collect();
    match told.is_empty() {
        true => String::new(),
        false => format!(" ({of_these} {})", told.join(", ")),
    }
}

/// How many offers are new and ended, then which: so many of each by name, then how many more.
fn offers(
    (word, none): (&str, &str),
    told: [(&[String], &str, &str); 2],
    named: [usize; 2],
    more: fn(usize) -> String,
) -> String {
    let (mut counts, mut lists) = (Vec::new(), String::new());
    for ((names, few, head), named) in told.into_iter().zip(named) {
        if names.is_empty() {
            continue;
        }
        counts.push(format!("{} {few}", names.len()));
        if named > 0 {
            let list = names[..named].join(", ");
            let rest = names.len() - named;
            let rest = if rest > 0 { more(rest) } else { String::new() };
            lists.push_str(&format!(" {head}: {list}{rest}."));
        }
    }
    match counts.is_empty() {
        true => format!("{word}: {none}."),
        false => format!("{word}: {}.{lists}", counts.join(", ")),
    }
}

/// The words of what occurs.
fn those(occurs: [bool; 4], words: [&str; 4]) -> String {
    let told = words.into_iter().zip(occurs);
    let told = told.filter(|(_, occurs)| *occurs).map(|(word, _)| word);
    told.collect::<Vec<_>>().join(", ")
}

static DE: ChangeTexts = ChangeTexts {
    title: |from, to| format!("Förderphase {from} → {to}"),
    plain_title: |from, to| format!("{from} → {to}"),
    description: "Karte der Veränderung: zwei Phasen auf denselben Plätzen.",
    counts: [
        |n| format!("{n} geblieben"),
        |n| format!("{n} neu dabei"),
        |n| format!("{n} nicht mehr dabei"),
        |n| format!("{n} gewechselt"),
    ],
    pair: |[kept, new, ended, stronger, weaker]| {
        let of_these = of_kept([(stronger, "stärker"), (weaker, "schwächer")], "davon");
        format!("{new} neu, {ended} beendet, {kept} weiter{of_these}")
    },
    answered: |phases, of| {
        let told = |answers: Answers| match answers {
            Some((asked, answered)) => format!("{answered} von {asked}"),
            None => "nicht erfasst".to_owned(),
        };
        let [before, after] = phases.map(told);
        let what = match of {
            AnswersOf::Drawn => "geantwortet",
            AnswersOf::All => "insgesamt geantwortet",
            AnswersOf::Told => "geantwortet (Organisationen ab drei Funktionen)",
        };
        format!("{what}: vorher {before}, jetzt {after}")
    },
    fates: ["neu", "beendet", "besteht weiter", "stärker", "schwächer"],
    pairs: [
        "wie bisher",
        "neu gemeldet",
        "nicht mehr gemeldet",
        "mehr gemeldet",
        "weniger gemeldet",
    ],
    bundle: "viele Verbindungen, Kern: überwiegend neu, überwiegend beendet, beides",
    not_comparable: "blass: nicht vergleichbar (nicht in beiden Phasen dabei oder ohne Antwort)",
    stays: [
        "neu dabei",
        "nicht mehr dabei",
        "hat die Organisation gewechselt, mit früherem Platz",
    ],
    chip: |occurs, many| {
        let words = ["neu", "beendet", "stärker", "schwächer"];
        let many = if many { " ab zwei Änderungen" } else { "" };
        let those = those(occurs, words);
        format!("{those} je Paar{many}, ohne Gremien und Wechsel")
    },
    inside_left_out: "Verbindungen im eigenen Amt sind nicht gezeichnet",
    offers: |[new, ended], named| {
        let told = [(new, "neu", "Neu"), (ended, "beendet", "Beendet")];
        let words = ("Angebote", "keine neuen, keine beendeten");
        offers(words, told, named, |rest| match rest {
            1 => " und ein weiteres".to_owned(),
            rest => format!(" und {rest} weitere"),
        })
    },
    offers_once: |recorded| {
        let [before, after] = recorded.map(|n| match n {
            0 => "kein Angebot eingetragen".to_owned(),
            n => n.to_string(),
        });
        format!("Angebote: vorher {before}, jetzt {after}.")
    },
};

static EN: ChangeTexts = ChangeTexts {
    title: |from, to| format!("Funding phase {from} → {to}"),
    plain_title: |from, to| format!("{from} → {to}"),
    description: "Map of change: two phases in the same layout.",
    counts: [
        |n| format!("{n} stayed"),
        |n| format!("{n} joined"),
        |n| format!("{n} left"),
        |n| format!("{n} moved"),
    ],
    pair: |[kept, new, ended, stronger, weaker]| {
        let of_these = of_kept([(stronger, "stronger"), (weaker, "weaker")], "of these");
        format!("{new} new, {ended} ended, {kept} kept{of_these}")
    },
    answered: |phases, of| {
        let told = |answers: Answers| match answers {
            Some((asked, answered)) => format!("{answered} of {asked}"),
            None => "not recorded".to_owned(),
        };
        let [before, after] = phases.map(told);
        let what = match of {
            AnswersOf::Drawn => "answered",
            AnswersOf::All => "answered overall",
            AnswersOf::Told => "answered (organisations of three functions or more)",
        };
        format!("{what}: {before} before, {after} now")
    },
    fates: ["new", "ended", "kept", "stronger", "weaker"],
    pairs: [
        "as before",
        "newly reported",
        "no longer reported",
        "more reported",
        "fewer reported",
    ],
    bundle: "many ties, core: mostly new, mostly ended, both",
    not_comparable: "pale: not comparable (not in both phases, or no answer)",
    stays: [
        "joined",
        "left",
        "moved to another organisation, with the place before",
    ],
    chip: |occurs, many| {
        let words = ["new", "ended", "stronger", "weaker"];
        let many = if many { " of two changes or more" } else { "" };
        let those = those(occurs, words);
        format!("{those} by pair{many}, without bodies and moves")
    },
    inside_left_out: "ties within an office are not drawn",
    offers: |[new, ended], named| {
        let told = [(new, "new", "New"), (ended, "ended", "Ended")];
        let words = ("Offers", "none new, none ended");
        offers(words, told, named, |rest| format!(" and {rest} more"))
    },
    offers_once: |recorded| {
        let [before, after] = recorded.map(|n| match n {
            0 => "no offer recorded".to_owned(),
            n => n.to_string(),
        });
        format!("Offers: {before} before, {after} now.")
    },
};
