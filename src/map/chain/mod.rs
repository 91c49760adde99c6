//! The prevention chain: life phases from left to right, fields from top to bottom, offers as blocks, gaps left open.

mod content;
mod draw;
mod look;
mod plan;

use serde::Serialize;

use super::font::{Weight, one_line};
use super::heading::{self, Heading};
use super::legend::Entry;
use super::parties::Network;
use super::plane::{Rect, tenths};
use super::sample::Sample;
use super::scene::Scene;
use super::sheet::{Margins, Sheet};
use super::style::{HEIGHT, WIDTH};
use super::{MapError, MapOptions, Table};
use crate::analysis::Selection;
use crate::domain::Survey;
use crate::text::map::texts;
use crate::text::views::{ChainTexts, TableTexts};
use crate::text::{Lang, words};

use content::Chain;
pub use look::{Alone, ProviderMark, gap, ground};
use plan::Plan;

/// A block as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedOffer<'a> {
    id: &'a str,
    name: &'a str,
    field: &'static str,
    life_phases: Vec<&'static str>,
    responsible: Option<&'a str>,
    providers: Vec<&'a str>,
    alone: Option<&'static str>,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// A cell without an offer as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedGap {
    life_phase: &'static str,
    field: &'static str,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// The picture as it is written to JSON: each block with its box (an offer in several fields, or in life phases that do
/// not follow each other, has several), and each cell without an offer.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ChainGeometry<'a> {
    width: f64,
    height: f64,
    offers: Vec<PlacedOffer<'a>>,
    gaps: Vec<PlacedGap>,
}

/// The prevention chain of a district in a phase.
pub fn chain(
    survey: &Survey,
    network: &Network,
    selection: &Selection,
    options: &MapOptions,
) -> Result<Sheet, MapError> {
    let say = ChainTexts::of(options.lang);
    let common = texts(options.lang);
    let scene = Scene::of(survey, selection)?;
    let chain = Chain::of(network, &scene, selection.audience);
    let phase = heading::phase(survey, selection, common);
    let title = [
        survey.title.clone(),
        phase.unwrap_or_default(),
        say.title.to_owned(),
    ];
    let mut facts = heading::facts(selection, &scene, options, common);
    facts.insert(
        usize::from(options.date.is_some()),
        (say.offers)(chain.offers.len()),
    );
    let marks = heading::marks(survey, selection, options, common);
    let mut head = Heading::titled(&title, facts, marks);
    head.say(&chain.sentence(say, options.lang));
    let margins = Margins {
        description: chain.description(say, options.lang),
        legend: legend(&chain, say),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let plan = Plan::of(&chain, margins.frame());
    let geometry = geometry(&chain, &plan);
    Ok(
        margins.sheet(&geometry, table(&chain, say, options.lang), |xml| {
            draw::draw(xml, &chain, &plan, say, options.lang)
        }),
    )
}

fn legend(chain: &Chain, say: &ChainTexts) -> Vec<Entry> {
    let own = |sample: Sample, text: &str| Entry::Own(sample, text.to_owned());
    let mut entries = Vec::new();
    if !chain.offers.is_empty() {
        entries.push(Entry::Heading(say.responsible));
        for (room, name) in &chain.responsible {
            let name = one_line(name, Weight::Regular, 9.5, 190.0);
            entries.push(own(Sample::Block(Some(*room)), &name));
        }
        if chain.offers.iter().any(|offer| offer.block.room.is_none()) {
            entries.push(own(Sample::Block(None), say.nobody_responsible));
        }
        entries.push(Entry::Heading(say.provided_by));
        for (mark, text) in ProviderMark::ALL.into_iter().zip(say.provider_marks) {
            if chain
                .offers
                .iter()
                .any(|offer| offer.block.marks.contains(&mark))
            {
                entries.push(own(Sample::Provider(mark), text));
            }
        }
        for (alone, text) in [(Alone::Held, say.held), (Alone::Known, say.known)] {
            if chain
                .offers
                .iter()
                .any(|offer| offer.block.alone == Some(alone))
            {
                entries.push(own(Sample::Alone(alone), text));
            }
        }
    }
    if !chain.gaps().is_empty() {
        entries.push(own(Sample::Gap, say.gap));
    }
    entries
}

/// Each cell with its offers, field by field.
fn table(chain: &Chain, say: &ChainTexts, lang: Lang) -> Table {
    let cells = (0..plan::FIELDS.len())
        .flat_map(|field| (0..plan::PHASES.len()).map(move |phase| (field, phase)));
    let rows = cells.map(|(field, phase)| {
        let names: Vec<&str> = chain
            .here(field, phase)
            .into_iter()
            .map(|at| chain.offers[at].name.as_str())
            .collect();
        let names = if names.is_empty() {
            say.gap.to_owned()
        } else {
            names.join("; ")
        };
        let field = words::field(plan::FIELDS[field], lang).to_owned();
        vec![
            field,
            words::life_phase(plan::PHASES[phase], lang).to_owned(),
            names,
        ]
    });
    Table {
        columns: TableTexts::of(lang).chain.to_vec(),
        rows: rows.collect(),
    }
}

fn geometry<'a>(chain: &'a Chain, plan: &Plan) -> ChainGeometry<'a> {
    let place = |rect: Rect| {
        let [x, y] = [rect.left, rect.top].map(tenths);
        (x, y, tenths(rect.width()), tenths(rect.height()))
    };
    let offers = plan.blocks.iter().map(|block| {
        let offer = &chain.offers[block.offer];
        let (x, y, width, height) = place(block.rect);
        PlacedOffer {
            id: &offer.id,
            name: &offer.name,
            field: plan::FIELDS[block.field].code(),
            life_phases: plan::PHASES[block.from..=block.to]
                .iter()
                .map(|phase| phase.code())
                .collect(),
            responsible: offer.responsible.as_deref(),
            providers: offer.providers.iter().map(String::as_str).collect(),
            alone: offer.block.alone.map(Alone::code),
            x,
            y,
            width,
            height,
        }
    });
    let gaps = chain.gaps().into_iter().map(|(field, phase)| {
        let (x, y, width, height) = place(plan.cell(field, phase));
        PlacedGap {
            life_phase: plan::PHASES[phase].code(),
            field: plan::FIELDS[field].code(),
            x,
            y,
            width,
            height,
        }
    });
    ChainGeometry {
        width: WIDTH,
        height: HEIGHT,
        offers: offers.collect(),
        gaps: gaps.collect(),
    }
}
