//! What every picture of two phases says, whoever reads it: what it compares, its sentence, the offers.

use super::error::{MapError, ViewError};
use crate::analysis::{Comparison, Selection, compare, offers_of_both};
use crate::domain::Survey;
use crate::text::Lang;
use crate::text::pages::ChangeText;
use crate::text::views::ChangeTexts;

/// The selections of two phases that are not the same, given by their ids or names.
pub fn apart(
    survey: &Survey,
    phases: [&str; 2],
    selection: &Selection,
) -> Result<[Selection; 2], MapError> {
    let [from, to] = phases.map(|phase| Selection {
        phase: Some(phase.to_owned()),
        ..selection.clone()
    });
    let place = from.phase_in(survey)?;
    if place == to.phase_in(survey)? {
        let phase = place.and_then(|place| survey.phases.get(usize::from(place)));
        let name = phase.map_or(phases[0], |phase| phase.name.as_str());
        return Err(ViewError::SamePhase(name.to_owned()).into());
    }
    Ok([from, to])
}

/// The comparison that the sentence is of: that of the page, about the offices, however much the picture shows.
pub fn compared(
    survey: &Survey,
    phases: [&str; 2],
    selection: &Selection,
) -> Result<Comparison, MapError> {
    let [from, to] = phases;
    Ok(compare(survey, from, to, &selection.of_headline(survey))?)
}

/// The sentence of a comparison. What casts doubt on it stands first: it is not what is cut where a line is full.
pub fn sentence(comparison: &Comparison, lang: Lang) -> String {
    let told = (ChangeText::of(lang).told)(&comparison.told());
    match comparison.doubt(lang) {
        Some(doubt) => format!("{doubt} {told}"),
        None => told,
    }
}

/// The two phases, as a title.
pub fn phases(survey: &Survey, comparison: &Comparison, lang: Lang) -> String {
    let say = ChangeTexts::of(lang);
    let title = match survey.from_district {
        true => say.title,
        false => say.plain_title,
    };
    title(&comparison.from_name, &comparison.to_name)
}

/// The offers of two phases.
pub struct Offers {
    /// The names of those that are new, and of those that ended.
    pub names: [Vec<String>; 2],
    /// How many are recorded in each phase.
    pub recorded: [usize; 2],
}

/// What became of the offers; none where there is no offer in either phase.
pub fn offers(survey: &Survey, phases: [&Selection; 2]) -> Result<Option<Offers>, MapError> {
    let [from, to] = phases;
    let phases = [from.phase_in(survey)?, to.phase_in(survey)?];
    let Some(both) = offers_of_both(survey, phases) else {
        return Ok(None);
    };
    let only = |at: usize| {
        let there = both.iter().filter(|sides| sides[1 - at].is_none());
        there
            .filter_map(|sides| Some(sides[at]?.label.clone()))
            .collect()
    };
    let recorded = [0, 1].map(|at| both.iter().filter(|sides| sides[at].is_some()).count());
    Ok((!both.is_empty()).then(|| Offers {
        names: [only(1), only(0)],
        recorded,
    }))
}

impl Offers {
    /// The line, so many of each by name.
    pub fn say(&self, named: [usize; 2], say: &ChangeTexts) -> String {
        match self.recorded {
            [before, after] if before == 0 || after == 0 => (say.offers_once)([before, after]),
            _ => (say.offers)(self.names.each_ref().map(Vec::as_slice), named),
        }
    }

    /// The line with all of them by name.
    pub fn all(&self, say: &ChangeTexts) -> String {
        self.say(self.names.each_ref().map(Vec::len), say)
    }
}
