//! The leaders' picture of two phases: the offices, and which of their pairs are new, ended or clearly more.

use crate::text::Lang;
use crate::text::numbers::percent;

/// What leaders may know of two offices in one phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InPhase {
    /// Nobody was asked.
    NotAsked,
    /// So many ties, or none.
    Ties(u32),
    /// Some, their number withheld.
    Reported,
    /// None; one of the offices is small.
    NoneReported,
}

impl InPhase {
    /// Whether any tie is reported.
    pub fn any(self) -> bool {
        match self {
            Self::Ties(ties) => ties > 0,
            Self::Reported => true,
            Self::NotAsked | Self::NoneReported => false,
        }
    }

    /// The number of ties, where it may be said.
    pub fn ties(self) -> Option<u32> {
        match self {
            Self::Ties(ties) => Some(ties),
            Self::NotAsked | Self::Reported | Self::NoneReported => None,
        }
    }
}

/// How many of an office's ties in a phase stay inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The ties inside.
    pub inside: u32,
    /// All its ties; at least one.
    pub all: u32,
}

impl Share {
    /// As a share of one.
    pub fn of_one(self) -> f64 {
        f64::from(self.inside) / f64::from(self.all)
    }

    /// In whole percent.
    pub fn percent(self) -> i64 {
        percent(self.of_one())
    }
}

/// What it says in one language.
pub struct OfficesChangeTexts {
    /// The title: how many pairs are new, ended, clearly more; at least one.
    pub title: fn([usize; 3]) -> String,
    /// The title where no pair is any of these.
    pub nothing: &'static str,
    /// Over the pairs: new, ended, clearly more, each with their number.
    pub groups: [fn(usize) -> String; 3],
    /// Pairs for which there is no room.
    pub further: fn(usize) -> String,
    /// In the list: the ties now of what is new.
    pub now: fn(u32) -> String,
    /// The ties before of what ended.
    pub once: fn(u32) -> String,
    /// Both of what is clearly more.
    pub grown: fn(u32, u32) -> String,
    /// Two offices: what is reported before and now.
    pub phases: fn(InPhase, InPhase) -> String,
    /// In a circle: the share before, over the share now.
    pub before: fn(&str) -> String,
    /// A share.
    pub percent: fn(i64) -> String,
    /// In a circle: no share.
    pub no_share: &'static str,
    /// In a circle: an office that is no longer there.
    pub gone: [&'static str; 2],
    /// Legend: a circle, its numbers and its two rings.
    pub circle: &'static str,
    /// Legend: an office without numbers.
    pub untold: &'static str,
    /// Legend: pairs new, ended, clearly more.
    pub pairs: [&'static str; 3],
    /// Legend: the widths of lines.
    pub widths: &'static str,
    /// Legend: what no line means, and that nobody is judged.
    pub no_line: &'static str,
    /// Legend: on what the picture is based.
    pub basis: &'static str,
    /// For those who don't see it: what the picture is.
    pub description: fn(offices: usize) -> String,
    /// In the table: inside the own office.
    pub own: &'static str,
    /// Over the shares of each office.
    pub each_office: &'static str,
    /// The same, where it opens a table.
    pub shares_of_offices: &'static str,
    /// Over the offices of that table.
    pub office: &'static str,
    /// A share with its ties.
    pub share: fn(Share) -> String,
    /// An office's share before and now, in a list under [`Self::each_office`].
    pub short_shares: fn([Option<Share>; 2]) -> String,
    /// In the table: an office's share before and now.
    pub shares: fn([Option<Share>; 2]) -> String,
}

impl OfficesChangeTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

fn ties_de(ties: u32) -> String {
    match ties {
        1 => "1 Verbindung".to_owned(),
        n => format!("{n} Verbindungen"),
    }
}

fn ties_en(ties: u32) -> String {
    match ties {
        1 => "1 tie".to_owned(),
        n => format!("{n} ties"),
    }
}

fn told_de(side: InPhase) -> String {
    match side {
        InPhase::NotAsked => "nicht erhoben".to_owned(),
        InPhase::Ties(0) => "keine".to_owned(),
        InPhase::Ties(ties) => ties_de(ties),
        InPhase::Reported => "gemeldet".to_owned(),
        InPhase::NoneReported => "keine gemeldet".to_owned(),
    }
}

fn told_en(side: InPhase) -> String {
    match side {
        InPhase::NotAsked => "not asked".to_owned(),
        InPhase::Ties(0) => "none".to_owned(),
        InPhase::Ties(ties) => ties_en(ties),
        InPhase::Reported => "reported".to_owned(),
        InPhase::NoneReported => "none reported".to_owned(),
    }
}

/// The parts of a title that are not of no pair, the first one as it begins a title.
fn title(
    pairs: [usize; 3],
    first: [fn(usize) -> String; 3],
    then: [fn(usize) -> String; 3],
) -> String {
    let parts = pairs.into_iter().zip(first.into_iter().zip(then));
    let mut title = String::new();
    for (number, (first, then)) in parts.filter(|(number, _)| *number > 0) {
        match title.is_empty() {
            true => title = first(number),
            false => title = format!("{title}, {}", then(number)),
        }
    }
    title
}

fn pairs_de(n: usize) -> String {
    match n {
        1 => "1 Paar von Ämtern".to_owned(),
        n => format!("{n} Paare von Ämtern"),
    }
}

fn pairs_en(n: usize) -> String {
    match n {
        1 => "1 pair of offices".to_owned(),
        n => format!("{n} pairs of offices"),
    }
}

static DE: OfficesChangeTexts = OfficesChangeTexts {
    title: |pairs| {
        title(
            pairs,
            [
                |n| format!("{} neu verbunden", pairs_de(n)),
                |n| format!("{} nicht mehr verbunden", pairs_de(n)),
                |n| format!("{} deutlich mehr verbunden", pairs_de(n)),
            ],
            [
                |n| format!("{n} neu"),
                |n| format!("{n} nicht mehr"),
                |n| format!("{n} deutlich mehr"),
            ],
        )
    },
    nothing: "Zwischen den Ämtern nichts Neues und nichts Beendetes gemeldet",
    groups: [
        |n| format!("Neu verbunden ({n})"),
        |n| format!("Nicht mehr verbunden ({n})"),
        |n| format!("Deutlich mehr Verbindungen ({n})"),
    ],
    further: |n| match n {
        1 => "und ein weiteres Paar".to_owned(),
        n => format!("und {n} weitere Paare"),
    },
    now: |ties| format!("jetzt {ties}"),
    once: |ties| format!("vorher {ties}"),
    grown: |from, to| format!("vorher {from}, jetzt {to}"),
    phases: |from, to| match (from, to) {
        (InPhase::Ties(from), InPhase::Ties(0)) => format!("vorher {}, jetzt keine", ties_de(from)),
        (InPhase::Ties(0), InPhase::Ties(to)) => format!("vorher keine, jetzt {}", ties_de(to)),
        (InPhase::Ties(from), InPhase::Ties(to)) => format!("vorher {from}, jetzt {}", ties_de(to)),
        (InPhase::NotAsked, _) | (_, InPhase::NotAsked) => {
            format!("vorher {}, jetzt {}", told_de(from), told_de(to))
        }
        (from, to) => match (from.any(), to.any()) {
            (false, true) => "neu gemeldet",
            (true, false) => "nicht mehr gemeldet",
            _ => "in beiden Phasen gemeldet",
        }
        .to_owned(),
    },
    before: |share| format!("{share} →"),
    percent: |share| format!("{share} %"),
    no_share: "–",
    gone: ["nicht", "mehr dabei"],
    circle: "Kreis: ein Amt, am selben Platz wie im Bild einer Förderphase. Zahlen: so viele von hundert seiner Verbindungen blieben vorher und bleiben jetzt im eigenen Amt. Innerer grauer Ring: vorher, äußerer: jetzt.",
    untold: "gestrichelt oder –: ohne Angabe, da nicht dabei, unter drei Funktionen, nicht erhoben oder ohne Verbindung",
    pairs: [
        "neu: vorher keine gemeldet",
        "beendet: jetzt keine gemeldet",
        "deutlich mehr als vorher",
    ],
    widths: "Breite: so viele Verbindungen oder mehr, bei beendeten die von vorher",
    no_line: "Ohne Linie: ähnlich wie vorher, weniger, keine gemeldet, oder nicht in beiden Förderphasen erhoben. Das Bild bewertet niemanden.",
    basis: "Grundlage: alle Angaben der jeweiligen Förderphase.",
    description: |offices| match offices {
        1 => "Karte der Veränderung: ein Amt in zwei Phasen.".to_owned(),
        n => format!("Karte der Veränderung: {n} Ämter in zwei Phasen auf denselben Plätzen."),
    },
    own: "im eigenen Amt",
    each_office: "Anteil im eigenen Amt, vorher → jetzt",
    shares_of_offices: "Anteil im eigenen Amt je Amt, vorher und jetzt",
    office: "Amt",
    share: |share| format!("{} % ({} von {})", share.percent(), share.inside, share.all),
    short_shares: |shares| {
        let [before, now] = shares.map(|share| match share {
            Some(share) => format!("{} %", share.percent()),
            None => "ohne Angabe".to_owned(),
        });
        format!("{before} → {now}")
    },
    shares: |shares| {
        let [before, now] = shares.map(|share| match share {
            Some(share) => format!("{} % ({} von {})", share.percent(), share.inside, share.all),
            None => "ohne Angabe".to_owned(),
        });
        format!("vorher {before}, jetzt {now}")
    },
};

static EN: OfficesChangeTexts = OfficesChangeTexts {
    title: |pairs| {
        title(
            pairs,
            [
                |n| format!("{} newly connected", pairs_en(n)),
                |n| format!("{} no longer connected", pairs_en(n)),
                |n| format!("{} clearly more connected", pairs_en(n)),
            ],
            [
                |n| format!("{n} new"),
                |n| format!("{n} no longer"),
                |n| format!("{n} clearly more"),
            ],
        )
    },
    nothing: "Nothing new and nothing ended reported between the offices",
    groups: [
        |n| format!("Newly connected ({n})"),
        |n| format!("No longer connected ({n})"),
        |n| format!("Clearly more ties ({n})"),
    ],
    further: |n| match n {
        1 => "and one more pair".to_owned(),
        n => format!("and {n} more pairs"),
    },
    now: |ties| format!("{ties} now"),
    once: |ties| format!("{ties} before"),
    grown: |from, to| format!("{from} before, {to} now"),
    phases: |from, to| match (from, to) {
        (InPhase::Ties(from), InPhase::Ties(0)) => format!("{} before, none now", ties_en(from)),
        (InPhase::Ties(0), InPhase::Ties(to)) => format!("none before, {} now", ties_en(to)),
        (InPhase::Ties(from), InPhase::Ties(to)) => format!("{} before, {to} now", ties_en(from)),
        (InPhase::NotAsked, _) | (_, InPhase::NotAsked) => {
            format!("{} before, {} now", told_en(from), told_en(to))
        }
        (from, to) => match (from.any(), to.any()) {
            (false, true) => "newly reported",
            (true, false) => "no longer reported",
            _ => "reported in both phases",
        }
        .to_owned(),
    },
    before: |share| format!("{share} →"),
    percent: |share| format!("{share}%"),
    no_share: "–",
    gone: ["no longer", "there"],
    circle: "Circle: an office, in the same place as in the picture of one funding phase. Numbers: as many of a hundred of its ties stayed within before and stay within now. Inner grey ring: before, outer ring: now.",
    untold: "dashed or –: no figure, as not there, under three functions, not asked, or without a tie",
    pairs: [
        "new: none reported before",
        "ended: none reported now",
        "clearly more than before",
    ],
    widths: "Width: as many ties or more, of ended ones those before",
    no_line: "No line: much as before, fewer, none reported, or not asked in both funding phases. The picture judges nobody.",
    basis: "Based on everything reported in each funding phase.",
    description: |offices| match offices {
        1 => "Map of change: one office in two phases.".to_owned(),
        n => format!("Map of change: {n} offices in two phases in the same layout."),
    },
    own: "within the own office",
    each_office: "Share within the own office, before → now",
    shares_of_offices: "Share within the own office of each office, before and now",
    office: "Office",
    share: |share| format!("{}% ({} of {})", share.percent(), share.inside, share.all),
    short_shares: |shares| {
        let [before, now] = shares.map(|share| match share {
            Some(share) => format!("{}%", share.percent()),
            None => "no figure".to_owned(),
        });
        format!("{before} → {now}")
    },
    shares: |shares| {
        let [before, now] = shares.map(|share| match share {
            Some(share) => format!("{}% ({} of {})", share.percent(), share.inside, share.all),
            None => "no figure".to_owned(),
        });
        format!("{before} before, {now} now")
    },
};
