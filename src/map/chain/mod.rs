//! The prevention chain: life phases from left to right, fields from top to bottom, offers as blocks, gaps left open.

mod block;
mod content;
mod draw;
mod look;
mod plan;
mod signs;

use std::collections::BTreeSet;

use serde::Serialize;

use super::network::scene::Scene;
use super::paper::font::{Weight, one_line};
use super::paper::heading;
use super::paper::heading::Heading;
use super::paper::legend::Entry;
use super::paper::sample::Sample;
use super::paper::sheet::{Margins, Sheet, frame_above};
use super::paper::style::{HEIGHT, MARGIN, WIDTH};
use super::plane::{Rect, tenths};
use super::{Folded, MapError, MapOptions, Table};
use crate::analysis::Selection;
use crate::domain::InPhase;
use crate::text::map::texts;
use crate::text::views::{ChainTexts, TableTexts};
use crate::text::{Lang, words};

use block::names_providers;
pub use block::{tag, tag_width};
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
    sign: Option<&'a str>,
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
    district: InPhase<'_>,
    selection: &Selection,
    options: &MapOptions,
) -> Result<Sheet, MapError> {
    let say = ChainTexts::of(options.lang);
    let common = texts(options.lang);
    let survey = district.survey;
    let scene = Scene::of(survey, selection)?;
    let chain = Chain::of(district, &scene, selection.audience);
    let phase = heading::phase(survey, selection, common);
    let title = [
        survey.title.clone(),
        phase.unwrap_or_default(),
        say.title.to_owned(),
    ];
    // What a block has room for hangs on the page, so that the legend is first set with all that may be said.
    let plan = Plan::of(&chain, frame_above(&legend(&chain, &|_| true, say)));
    let shown: BTreeSet<usize> = plan.blocks.iter().map(|block| block.offer).collect();
    let told = told(&chain, &plan);
    let mut facts = heading::facts(selection, &scene, options, common);
    let all = chain.offers.len();
    let offers = match shown.len() {
        shown if shown < all => (say.shown)(shown, all),
        _ => (say.offers)(all),
    };
    facts.insert(usize::from(options.date.is_some()), offers);
    let marks = heading::marks(survey, selection, options, common);
    let mut head = Heading::titled(&title, facts, marks);
    head.say(&chain.sentence(say, options.lang));
    let margins = Margins {
        description: chain.description(say, options.lang),
        legend: legend(&chain, &|sign| told.contains(sign), say),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let geometry = geometry(&chain, &plan);
    Ok(
        margins.sheet(&geometry, table(&chain, say, options.lang), |xml| {
            draw::draw(xml, &chain, &plan, say, options.lang)
        }),
    )
}

/// The signs that stand for those who only provide an offer.
fn told<'a>(chain: &'a Chain, plan: &Plan) -> BTreeSet<&'a str> {
    plan.blocks
        .iter()
        .map(|block| (&chain.offers[block.offer], block.rect))
        .filter(|(offer, rect)| names_providers(offer, *rect))
        .flat_map(|(offer, _)| offer.others.split(", "))
        .collect()
}

/// The legend, with those signs of providers that are `told`.
fn legend(chain: &Chain, told: &dyn Fn(&str) -> bool, say: &ChainTexts) -> Vec<Entry> {
    let own = |sample: Sample, text: &str| Entry::Own(sample, text.to_owned());
    let mut entries = Vec::new();
    if !chain.offers.is_empty() {
        entries.push(Entry::Heading(say.responsible));
        for one in &chain.responsible {
            let name = one_line(&one.name, Weight::Regular, 9.5, 270.0);
            entries.push(own(Sample::Sign(one.sign.clone(), one.room), &name));
        }
        if chain.offers.iter().any(|offer| offer.block.room.is_none()) {
            entries.push(own(Sample::Block, say.nobody_responsible));
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
    let providing = chain.providing.iter();
    let signs: Vec<String> = providing
        .filter(|(sign, _)| told(sign))
        .map(|(sign, name)| format!("{sign} = {name}"))
        .collect();
    if !signs.is_empty() {
        let text = (say.signs)(&signs);
        let limit = WIDTH - 2.0 * MARGIN;
        entries.push(Entry::Line(one_line(&text, Weight::Regular, 9.5, limit)));
    }
    entries
}

/// Each offer with who is responsible and who provides it, then each cell without one.
fn table(chain: &Chain, say: &ChainTexts, lang: Lang) -> Table {
    let heads = TableTexts::of(lang);
    let fields = |places: &[usize]| {
        let names = places
            .iter()
            .map(|at| words::field(plan::FIELDS[*at], lang));
        names.collect::<Vec<_>>().join("; ")
    };
    let phases = |from: usize, to: usize| {
        let names = plan::PHASES[from..=to].iter();
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
        format!("{}: {told}", words::field(plan::FIELDS[field], lang))
    };
    let parts = plan::PHASES.iter().enumerate();
    parts
        .map(|(at, phase)| Folded {
            title: words::life_phase(*phase, lang).to_owned(),
            lines: (0..plan::FIELDS.len())
                .map(|field| line(at, field))
                .collect(),
        })
        .collect()
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
            sign: offer.block.sign.as_deref(),
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
