//! The chain as a table.

use super::axes::{FIELDS, PHASES};
use super::content::Chain;
use super::look::Alone;
use crate::map::paper::table::{Folded, Table};
use crate::text::views::{ChainTexts, TableTexts};
use crate::text::{Lang, words};

/// Each offer with who is responsible and who provides it, then each cell without one.
pub fn table(chain: &Chain, say: &ChainTexts, lang: Lang) -> Table {
    let heads = TableTexts::of(lang);
    let fields = |places: &[usize]| {
        let names = places.iter().map(|at| words::field(FIELDS[*at], lang));
        names.collect::<Vec<_>>().join("; ")
    };
    let phases = |from: usize, to: usize| {
        let names = PHASES[from..=to].iter();
        names.map(|phase| words::life_phase(*phase, lang))
    };
    let offers = chain.offers.iter().map(|offer| {
        let phases: Vec<&str> = offer
            .spans
            .iter()
            .flat_map(|(from, to)| phases(*from, *to))
            .collect();
        let sign = offer.block.sign.as_deref();
        let responsible = match (&offer.responsible, sign) {
            (Some(name), Some(sign)) if sign != name => format!("{name} ({sign})"),
            (Some(name), _) => name.clone(),
            (None, _) => say.nobody_responsible.to_owned(),
        };
        let alone = match offer.block.alone {
            None => String::new(),
            Some(Alone::Held) => say.held.to_owned(),
            Some(Alone::Known) => [say.held, say.known].join(" "),
        };
        vec![
            offer.name.clone(),
            fields(&offer.fields),
            phases.join("; "),
            responsible,
            offer.providers.join("; "),
            alone,
        ]
    });
    let gaps = chain.gaps().into_iter().map(|(field, phase)| {
        let mut row = vec![String::new(); heads.chain.len()];
        row[0] = say.gap.to_owned();
        row[1] = fields(&[field]);
        row[2] = phases(phase, phase).collect();
        row
    });
    Table {
        columns: heads.chain.to_vec(),
        rows: offers.chain(gaps).collect(),
        parts: by_phase(chain, say, lang),
    }
}

/// The chain by life phase: in each field its offers with the signs of who is responsible.
fn by_phase(chain: &Chain, say: &ChainTexts, lang: Lang) -> Vec<Folded> {
    let named = |at: usize| {
        let offer = &chain.offers[at];
        match &offer.block.sign {
            Some(sign) => format!("{} ({sign})", offer.name),
            None => offer.name.clone(),
        }
    };
    let line = |phase: usize, field: usize| {
        let here: Vec<String> = chain.here(field, phase).into_iter().map(named).collect();
        let told = match here.is_empty() {
            true => say.gap.to_owned(),
            false => here.join("; "),
        };
        format!("{}: {told}", words::field(FIELDS[field], lang))
    };
    let parts = PHASES.iter().enumerate();
    parts
        .map(|(at, phase)| Folded {
            title: words::life_phase(*phase, lang).to_owned(),
            lines: (0..FIELDS.len()).map(|field| line(at, field)).collect(),
            open: false,
        })
        .collect()
}
