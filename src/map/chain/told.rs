//! How a block says who provides its offer, and that one office stands alone with it: in words where there is room, else
//! by signs.

use std::collections::BTreeSet;

use super::content::ChainOffer;
use super::look::{Alone, ProviderMark, tag_width};
use crate::map::paper::font::{Weight, greedy, one_line, width};
use crate::text::views::ChainTexts;

/// The font size of these words.
pub const SIZE: f64 = 8.7;
/// The size of a mark.
pub const MARK: f64 = 3.1;
/// The radius of a badge.
pub const BADGE: f64 = 4.6;
/// The least distance between words at both ends of a line.
const BETWEEN: f64 = 8.0;

/// What a block says beside its offer's name and the sign of who is responsible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Who provides it in words, those that are not responsible by their signs or not; one office alone in words or not.
    Words {
        /// Who provides it, line by line.
        provided: Vec<String>,
        /// Whether signs stand in it.
        signed: bool,
        /// That one office stands alone, where there is room for words.
        alone: Option<&'static str>,
        /// Whether these have a line of their own.
        apart: bool,
    },
    /// By marks and a badge.
    Marks,
}

impl Told {
    /// What so many lines of this width have room for.
    pub fn of(offer: &ChainOffer, (wide, lines): (f64, usize), say: &ChainTexts) -> Self {
        let sign = offer.block.sign.as_ref();
        let tag = sign.map_or(0.0, |sign| tag_width(sign) + 4.0);
        let [names, signs] = &offer.others;
        let word = offer.block.alone.map(|alone| say.alone[alone as usize]);
        let badge = offer.block.alone.map_or(0.0, |_| 2.0 * BADGE + 2.0);
        let measure = |text: &str| width(text, Weight::Regular, SIZE);
        let said = |others: &str| (say.provided)(offer.own, others);
        // Signs alone are still words where only "through" is left out.
        let bare = match offer.own {
            true => said(signs),
            false => signs.clone(),
        };
        let tried = [
            (said(names), word),
            (said(signs), word),
            (said(names), None),
            (said(signs), None),
            (bare.clone(), None),
        ];
        let whole = said(names);
        for (told, alone) in tried {
            let room = wide - tag;
            let mut provided = greedy(&told, Weight::Regular, SIZE, room);
            if provided.is_empty() {
                provided.push(String::new());
            }
            if provided.iter().any(|line| measure(line) > room) {
                continue;
            }
            let last = provided.last().map_or(0.0, |line| measure(line));
            let end = alone.map_or(badge, measure);
            let between = if end > 0.0 { BETWEEN } else { 0.0 };
            let inline = last + between + end <= room;
            let apart = !inline && alone.is_some_and(|alone| measure(alone) <= wide);
            if (inline || apart) && provided.len() + usize::from(apart) <= lines {
                return Self::Words {
                    signed: told != whole,
                    provided,
                    alone,
                    apart,
                };
            }
        }
        let room = wide - tag - badge - BETWEEN;
        match room >= 8.0 * SIZE {
            true => Self::Words {
                provided: vec![one_line(&bare, Weight::Regular, SIZE, room)],
                signed: true,
                alone: None,
                apart: false,
            },
            false => Self::Marks,
        }
    }

    /// How many lines it takes.
    pub fn lines(&self) -> usize {
        match self {
            Self::Words {
                provided, apart, ..
            } => provided.len() + usize::from(*apart),
            Self::Marks => 1,
        }
    }

    /// How much of it is told in words: by names, with signs of departments, with a badge, or by marks alone.
    pub fn rank(&self, offer: &ChainOffer) -> usize {
        match self {
            Self::Words { alone, .. } if alone.is_some() != offer.block.alone.is_some() => 2,
            Self::Words { signed, .. } => usize::from(*signed),
            Self::Marks => 3,
        }
    }
}

/// The signs that the blocks of a page show, which its legend explains.
#[derive(Debug, Clone, Default)]
pub struct Signs<'a> {
    /// The marks of providers.
    pub marks: BTreeSet<ProviderMark>,
    /// The badges of one office alone.
    pub badges: Vec<Alone>,
    /// The signs of those who only provide.
    pub providing: BTreeSet<&'a str>,
}

impl<'a> Signs<'a> {
    /// Takes up what a block shows.
    pub fn take(&mut self, offer: &'a ChainOffer, told: &Told) {
        let badge = match told {
            Told::Words { alone: Some(_), .. } => None,
            Told::Words { .. } | Told::Marks => offer.block.alone,
        };
        self.badges.extend(badge);
        match told {
            Told::Words { signed: true, .. } => self.providing.extend(offer.others[1].split(", ")),
            Told::Words { .. } => {}
            Told::Marks => self.marks.extend(&offer.block.marks),
        }
    }

    /// Everything that blocks could show, while it is not known how much room they have.
    pub fn all(offers: &'a [ChainOffer]) -> Self {
        let mut signs = Self::default();
        for offer in offers {
            signs.take(offer, &Told::Marks);
            signs.providing.extend(offer.others[1].split(", "));
        }
        signs
    }
}
