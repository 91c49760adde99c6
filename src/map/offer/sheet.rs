//! From the offers of a district to the picture of one as a sheet.

use super::content::{Around, Role};
use super::draw::figure;
use super::geometry::geometry;
use super::plan::Plan;
use super::table::{description, table};
use super::way::Way;
use crate::analysis::Selection;
use crate::domain::{InPhase, SurveyOffer, natural};
use crate::map::error::{MapError, ViewError};
use crate::map::hues::hues;
use crate::map::network::heading::facts;
use crate::map::network::scene::Scene;
use crate::map::options::MapOptions;
use crate::map::paper::heading::{Heading, marks, phase};
use crate::map::paper::legend::{Entry, Legend, MIDDLE, Sample};
use crate::map::paper::sheet::{Margins, Sheet, json};
use crate::map::parties::Known;
use crate::map::plane::Point;
use crate::text::brief;
use crate::text::map::texts;
use crate::text::views::{OfferTexts, Taking};

/// How long a line of the legend is.
const WAY: f64 = 34.0;

/// The picture of one offer, asked for by its id or its name.
pub fn offer(
    district: InPhase<'_>,
    asked: &str,
    selection: &Selection,
    options: &MapOptions,
) -> Result<Sheet, MapError> {
    let survey = district.survey;
    let scene = Scene::of(survey, selection)?;
    let known = Known::of(district, &scene, selection.min_strength);
    let offer = find(known.district(), asked)?;
    let say = OfferTexts::of(options.lang);
    let common = texts(options.lang);
    let around = Around::of(&known, offer);
    let phase = phase(survey, selection, common);
    let title = [
        survey.title.clone(),
        phase.unwrap_or_default(),
        say.title.to_owned(),
    ];
    let facts = facts(selection, &scene, options, common);
    let marks = marks(survey, scene.has_marks(), options.example, common);
    let mut head = Heading::titled(&title, facts, marks);
    let count = |role: Role| around.with(role).len();
    let functions = scene.has_marks();
    let sentence = (say.sentence)(&Taking {
        offer: &brief(&around.name),
        functions,
        refers: count(Role::Refers),
        providers_refer: around.shown_before.contains(&Role::Refers),
        knows: count(Role::Knows),
        ought: count(Role::Ought),
    });
    head.say(&sentence);
    let margins = Margins {
        description: description(&around, &sentence, say),
        legend: Legend::of(legend(&around, say)),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let hues = hues(survey, selection)?;
    let plan = Plan::of(&around, margins.frame());
    let json = json(&geometry(&around, &plan));
    let table = table(&around, say, options.lang);
    Ok(margins.sheet(
        json,
        table,
        figure(&around, &plan, &hues, say, options.lang),
    ))
}

/// The lines from the parties to the offer, as far as there are any.
fn legend(around: &Around, say: &OfferTexts) -> Vec<Entry> {
    let there = |role: Role| !around.with(role).is_empty();
    let roles = Role::ALL.into_iter().zip(say.roles);
    let roles = roles.filter(|(role, _)| there(*role)).map(|(role, text)| {
        let ends = [0.0, WAY].map(|x| Point::new(x, MIDDLE));
        let way = Way::of(role).draw(ends[0], ends[1]);
        Entry::of(Sample::of(WAY + 5.0, way), text)
    });
    let note = there(Role::Ought).then(|| Entry::note(say.ought_note));
    roles.chain(note).collect()
}

/// The offer of this id or name.
fn find<'a>(district: InPhase<'a>, asked: &str) -> Result<&'a SurveyOffer, MapError> {
    let by_id = |offer: &&SurveyOffer| offer.id == asked.trim();
    let by_name = |offer: &&SurveyOffer| offer.label == asked.trim();
    let found = district.offers().find(by_id);
    let found = found.or_else(|| district.offers().find(by_name));
    found.ok_or_else(|| {
        let known = names(district);
        let asked = asked.to_owned();
        ViewError::NoSuchOffer { asked, known }.into()
    })
}

/// The names of the offers, in their order.
fn names(district: InPhase<'_>) -> Vec<String> {
    let offers = district.offers().map(|offer| offer.label.clone());
    let mut names: Vec<String> = offers.collect();
    names.sort_by(|a, b| natural(a, b));
    names
}
