//! What the head of a page says of a scene: date, counts, answers, and what of it the sentence counts.

use super::scene::Scene;
use crate::analysis::{Inclusion, Selection};
use crate::domain::Survey;
use crate::map::options::MapOptions;
use crate::map::paper::heading::{Heading, marks, phase};
use crate::text::counted::CountedTexts;
use crate::text::map::MapTexts;
use crate::text::words;

/// The head of the network's picture.
pub fn heading(
    survey: &Survey,
    selection: &Selection,
    scene: &Scene,
    options: &MapOptions,
    texts: &MapTexts,
) -> Heading {
    let phase = phase(survey, selection, texts);
    let title = [survey.title.clone(), phase.unwrap_or_default()];
    let mut facts = facts(selection, scene, options, texts);
    let offices = selection.exceeds_headline(survey);
    facts.extend(counted(selection, scene, offices, &texts.sentence));
    Heading::titled(&title, facts, marks(survey, true, options.example, texts))
}

/// What of all that is shown the sentence, or the fields of a matrix, count, where it is not everything.
pub fn counted(
    selection: &Selection,
    scene: &Scene,
    offices: bool,
    texts: &CountedTexts,
) -> Option<String> {
    let bodies = scene.nodes.iter().any(|node| node.present && node.body);
    let counted = match (offices, bodies && !selection.bodies) {
        (true, true) => texts.offices_without_bodies,
        (true, false) => texts.offices,
        (false, true) => texts.no_bodies,
        (false, false) => "",
    };
    let directed = selection.directed.then_some(texts.directed);
    let parts: Vec<&str> = [counted]
        .into_iter()
        .chain(directed)
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| format!("{} {}", texts.what, parts.join(", ")))
}

/// Date, counts and answers.
pub fn facts(
    selection: &Selection,
    scene: &Scene,
    options: &MapOptions,
    texts: &MapTexts,
) -> Vec<String> {
    let counts = &scene.counts;
    let mut facts: Vec<String> = options.date.map(texts.as_of).into_iter().collect();
    if counts.actors == 0 {
        facts.push(texts.empty.to_owned());
        return facts;
    }
    let offices = selection.scope == Inclusion::Offices;
    if counts.departments > 0 {
        let say = if offices {
            texts.offices
        } else {
            texts.departments
        };
        facts.push(say(counts.departments));
    }
    if counts.unassigned > 0 {
        facts.push((texts.unassigned)(counts.unassigned));
    }
    let strength = selection.min_strength.to_string();
    match counts.ties {
        Some(ties) => {
            facts.push((texts.actors)(counts.actors));
            facts.push((texts.ties)(ties, &strength));
        }
        None => facts.push((texts.from_strength)(&strength)),
    }
    if !selection.kinds.is_empty() {
        let kinds = selection.kinds.iter();
        let named = kinds.map(|kind| match words::read_tie_kind(kind) {
            Some(kind) => words::tie_kind(kind, options.lang),
            None => kind,
        });
        facts.push((texts.kinds)(&named.collect::<Vec<_>>().join(", ")));
    }
    if let Some((asked, answered)) = counts.asked {
        let say = match counts.asked_overall {
            _ if !scene.has_marks() => texts.answered_shown,
            true => texts.answered_overall,
            false => texts.answered,
        };
        facts.push(say(answered, asked));
    }
    facts
}
