//! One offer in the middle: who provides it, answers for it, refers to it, knows it, and who ought to.

mod content;
mod draw;
mod plan;

use std::collections::BTreeMap;

use serde::Serialize;

use super::network::scene::Scene;
use super::paper::heading;
use super::paper::heading::Heading;
use super::paper::legend::Entry;
use super::paper::sample::Sample;
use super::paper::sheet::{Margins, Sheet};
use super::paper::style::{HEIGHT, WIDTH};
use super::paper::table::folded;
use super::plane::{Rect, tenths};
use super::{MapError, MapOptions, Table, ViewError};
use crate::analysis::Selection;
use crate::domain::{InPhase, natural};
use crate::text::Lang;
use crate::text::brief;
use crate::text::map::texts;
use crate::text::views::{OfferTexts, TableTexts, Taking};
use crate::text::words;

use content::Around;
pub use content::Role;
pub use draw::{Way, draw_way};

/// The box of a party or of the offer as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedBox {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// A party as it is written to JSON; without a box where the page has no room for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedParty<'a> {
    id: &'a str,
    kind: &'static str,
    role: &'static str,
    department: &'a str,
    #[serde(rename = "box")]
    place: Option<PlacedBox>,
}

/// The picture as it is written to JSON: the offer in the middle, and each party with its role.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct OfferGeometry<'a> {
    width: f64,
    height: f64,
    offer: &'a str,
    #[serde(rename = "box")]
    place: PlacedBox,
    parties: Vec<PlacedParty<'a>>,
}

impl From<Rect> for PlacedBox {
    fn from(rect: Rect) -> Self {
        Self {
            x: tenths(rect.left),
            y: tenths(rect.top),
            width: tenths(rect.width()),
            height: tenths(rect.height()),
        }
    }
}

/// The picture of one offer, asked for by its id or its name.
pub fn offer(
    district: InPhase<'_>,
    asked: &str,
    selection: &Selection,
    options: &MapOptions,
) -> Result<Sheet, MapError> {
    let mut offers = district.offers();
    let found = offers.find(|offer| offer.id == asked.trim()).or_else(|| {
        let mut offers = district.offers();
        offers.find(|offer| offer.label == asked.trim())
    });
    let Some(offer) = found else {
        return Err(ViewError::NoSuchOffer {
            asked: asked.to_owned(),
            known: names(district),
        }
        .into());
    };
    let survey = district.survey;
    let say = OfferTexts::of(options.lang);
    let common = texts(options.lang);
    let scene = Scene::of(survey, selection)?;
    let around = Around::of(district, offer, selection.audience, selection.min_strength);
    let phase = heading::phase(survey, selection, common);
    let title = [
        survey.title.clone(),
        phase.unwrap_or_default(),
        say.title.to_owned(),
    ];
    let facts = heading::facts(selection, &scene, options, common);
    let marks = heading::marks(survey, selection, options, common);
    let mut head = Heading::titled(&title, facts, marks);
    let count = |role: Role| around.with(role).len();
    let functions = scene.shows_actors();
    let sentence = (say.sentence)(&Taking {
        offer: &brief(&around.name),
        functions,
        refers: count(Role::Refers),
        knows: count(Role::Knows),
        ought: count(Role::Ought),
    });
    head.say(&sentence);
    let margins = Margins {
        description: description(&around, &sentence, say),
        legend: Role::ALL
            .into_iter()
            .zip(say.roles)
            .filter(|(role, _)| count(*role) > 0)
            .map(|(role, text)| Entry::Own(Sample::Way(Way::of(role)), text.to_owned()))
            .chain((count(Role::Ought) > 0).then_some(Entry::Note(say.ought_note)))
            .collect(),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let rooms: BTreeMap<&str, usize> = scene
        .rooms
        .iter()
        .map(|room| (room.name.as_str(), room.hue))
        .collect();
    let plan = plan::Plan::of(&around, margins.frame());
    let geometry = OfferGeometry {
        width: WIDTH,
        height: HEIGHT,
        offer: &around.id,
        place: plan.card.into(),
        parties: Role::ALL
            .into_iter()
            .flat_map(|role| {
                around
                    .with(role)
                    .iter()
                    .enumerate()
                    .map(move |(at, part)| (role, at, part))
            })
            .map(|(role, at, part)| PlacedParty {
                id: &part.id,
                kind: part.kind,
                role: role.code(),
                department: &part.department,
                place: plan.party(role, at).map(PlacedBox::from),
            })
            .collect(),
    };
    Ok(
        margins.sheet(&geometry, table(&around, say, options.lang), |xml| {
            draw::draw(xml, &around, &plan, &rooms, say, options.lang)
        }),
    )
}

/// The names of the offers, in their order.
fn names(district: InPhase<'_>) -> Vec<String> {
    let offers = district.offers().map(|offer| offer.label.clone());
    let mut names: Vec<String> = offers.collect();
    names.sort_by(|a, b| natural(a, b));
    names
}

/// Each party with its role.
fn table(around: &Around, say: &OfferTexts, lang: Lang) -> Table {
    let rows = Role::ALL
        .into_iter()
        .zip(say.roles)
        .flat_map(|(role, text)| {
            let parts = around.with(role).iter();
            parts.map(move |part| vec![text.to_owned(), part.department.clone(), part.name.clone()])
        });
    let rows: Vec<Vec<String>> = rows.collect();
    let line = |row: &Vec<String>| {
        let named = row[1..].iter().filter(|text| !text.is_empty());
        let named: Vec<&str> = named.map(String::as_str).collect();
        (row[0].clone(), named.join(": "))
    };
    Table {
        columns: TableTexts::of(lang).parties.to_vec(),
        parts: folded(rows.iter().map(line)),
        rows,
    }
}

fn description(around: &Around, sentence: &str, say: &OfferTexts) -> String {
    let mut parts = vec![sentence.to_owned()];
    for (role, text) in Role::ALL.into_iter().zip(say.roles) {
        let names: Vec<String> = around
            .with(role)
            .iter()
            .map(
                |part| match (part.name.as_str(), part.department.as_str()) {
                    ("", department) => department.to_owned(),
                    (name, "") => name.to_owned(),
                    (name, department) => format!("{name} ({department})"),
                },
            )
            .collect();
        if !names.is_empty() {
            parts.push(format!("{text}: {}.", names.join("; ")));
        }
    }
    parts.join(" ")
}

/// Life phases and fields of an offer, as the card says them.
fn served(around: &Around, lang: Lang) -> [String; 2] {
    let phases: Vec<&str> = around
        .life_phases
        .iter()
        .map(|one| words::life_phase(*one, lang))
        .collect();
    let fields: Vec<&str> = around
        .fields
        .iter()
        .map(|one| words::field(*one, lang))
        .collect();
    [phases.join(" · "), fields.join(" · ")]
}
