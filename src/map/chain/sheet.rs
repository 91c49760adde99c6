//! From the offers of a district to the chain as a sheet.

use std::collections::BTreeSet;

use super::block::said;
use super::content::Chain;
use super::draw::figure;
use super::geometry::geometry;
use super::legend::legend;
use super::plan::Plan;
use super::table::table;
use super::told::Signs;
use crate::analysis::Selection;
use crate::domain::InPhase;
use crate::map::error::MapError;
use crate::map::hues::hues;
use crate::map::network::heading::facts;
use crate::map::network::scene::Scene;
use crate::map::options::MapOptions;
use crate::map::paper::heading::{Heading, marks, phase};
use crate::map::paper::legend::Legend;
use crate::map::paper::sheet::{Margins, Sheet, frame_above, json};
use crate::map::parties::Known;
use crate::text::map::texts;
use crate::text::views::ChainTexts;

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
    let known = Known::of(district, &scene, selection.min_strength);
    let chain = Chain::of(&known, hues(survey, selection)?);
    let phase = phase(survey, selection, common);
    let title = [
        survey.title.clone(),
        phase.unwrap_or_default(),
        say.title.to_owned(),
    ];
    // What a block has room for hangs on the page, so that the legend is first set with all that may be said.
    let plan = Plan::of(
        &chain,
        frame_above(&Legend::of(legend(&chain, &Signs::all(&chain.offers), say))),
    );
    let shown: BTreeSet<usize> = plan.blocks.iter().map(|block| block.offer).collect();
    let signs = signs(&chain, &plan, say);
    let mut facts = facts(selection, &scene, options, common);
    let all = chain.offers.len();
    let offers = match shown.len() {
        shown if shown < all => (say.shown)(shown, all),
        _ => (say.offers)(all),
    };
    facts.insert(usize::from(options.date.is_some()), offers);
    let marks = marks(survey, scene.has_marks(), options.example, common);
    let mut head = Heading::titled(&title, facts, marks);
    head.say(&chain.sentence(say, options.lang));
    let margins = Margins {
        description: chain.description(say, options.lang),
        legend: Legend::of(legend(&chain, &signs, say)),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let json = json(&geometry(&chain, &plan));
    let table = table(&chain, say, options.lang);
    Ok(margins.sheet(json, table, figure(&chain, &plan, say, options.lang)))
}

/// The signs that the blocks of a plan show.
fn signs<'a>(chain: &'a Chain, plan: &Plan, say: &ChainTexts) -> Signs<'a> {
    let mut signs = Signs::default();
    for block in &plan.blocks {
        let offer = &chain.offers[block.offer];
        signs.take(offer, &said(offer, block.rect, say));
    }
    signs
}
