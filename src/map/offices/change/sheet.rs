//! The page: the offices at the left, the pairs and how to read it at the right.

use svg::node::element::Group;

use super::super::anchors::anchors;
use super::super::content::of_offices;
use super::super::head::Head;
use super::super::page::Page;
use super::super::sheet::rule;
use super::content::Changes;
use super::figure::figure;
use super::legend::legend;
use super::pairs_list::pairs_list;
use super::scene::Drawn;
use super::table::{description, table};
use super::written::written;
use crate::analysis::{Comparison, Selection, Turn};
use crate::domain::{Stop, Survey};
use crate::map::both_phases::{Offers, apart, compared, offers, phases as titled};
use crate::map::error::MapError;
use crate::map::network::scene::Scene;
use crate::map::options::MapOptions;
use crate::map::paper::sheet::{Drawing, Said, Sheet, json};
use crate::map::paper::style::{HEIGHT, MARGIN};
use crate::map::plane::Rect;
use crate::text::Lang;
use crate::text::findings::FindingTexts;
use crate::text::map::texts;
use crate::text::views::{Answers, AnswersOf, ChangeTexts, OfficesChangeTexts};

/// The font sizes of the list with that of the legend, how many pairs of each kind are listed, and how many offers named:
/// the first that fit are taken. The least is 9 points on A4.
const SIZES: [(f64, f64, usize, usize); 9] = [
    (14.0, 12.5, 12, 3),
    (13.0, 12.0, 12, 2),
    (12.0, 12.0, 12, 0),
    (12.0, 12.0, 8, 0),
    (12.0, 12.0, 5, 0),
    (12.0, 12.0, 4, 0),
    (12.0, 12.0, 3, 0),
    (12.0, 12.0, 2, 0),
    (12.0, 12.0, 0, 0),
];

/// The space between list and legend.
const BETWEEN: f64 = 8.0;

/// The change from one phase to another for leaders, the phases given by their ids or names.
pub fn change(
    survey: &Survey,
    phases: [&str; 2],
    selection: &Selection,
    options: &MapOptions,
    stop: &Stop,
) -> Result<Sheet, MapError> {
    let selection = &of_offices(survey, selection);
    let [from, to] = apart(survey, phases, selection)?;
    let comparison = compared(survey, phases, selection)?;
    let scenes = [Scene::of(survey, &from)?, Scene::of(survey, &to)?];
    let scene = &scenes[1];
    let changes = Changes::of(survey, [&from, &to], scene, stop)?;
    let anchors = anchors(survey, scene, stop)?;
    let page = Page::of(survey, options.lang);
    let drawn = Drawn::of(&changes, (&anchors, scene.most()), &page.canvas);
    let offers = offers(survey, [&from, &to])?;
    let head = head(survey, &comparison, (&changes, &scenes), &to, options);
    let (list, legend) = beside(&changes, &page, offers.as_ref(), options.lang);
    let told = offers.map(|offers| offers.all(ChangeTexts::of(options.lang)));
    let said = Said {
        title: format!("{} · {}", survey.title, head.title),
        facts: head.facts.clone(),
        description: description(&changes, &head.sentence, told.as_deref(), options.lang),
        sentence: head.sentence.clone(),
        lang: options.lang,
        paper: options.paper,
    };
    let drawing = Drawing {
        title: head.title(),
        facts: head.facts(),
        figure: Group::new()
            .add(figure(&drawn, OfficesChangeTexts::of(options.lang)))
            .add(rule(&page))
            .add(list),
        legend: legend.set("id", "legend"),
    };
    let names = drawn.names();
    let sheet = said.sheet(
        &drawing,
        json(&written(&drawn)),
        table(&changes, options.lang),
    );
    Ok(sheet.with_names(names.into_iter()))
}

/// The head: what became of the pairs as its title, the share that stays inside under it.
fn head(
    survey: &Survey,
    comparison: &Comparison,
    (changes, scenes): (&Changes, &[Scene; 2]),
    to: &Selection,
    options: &MapOptions,
) -> Head {
    let (common, say) = (texts(options.lang), OfficesChangeTexts::of(options.lang));
    let turned = Turn::ALL.map(|turn| changes.turned(turn).count());
    let asked = scenes.each_ref().map(|scene| scene.counts.asked);
    let answered = (ChangeTexts::of(options.lang).answered)(asked, AnswersOf::Told);
    let facts = [
        Some(survey.title.clone()),
        Some(titled(survey, comparison, options.lang)),
        options.date.map(common.as_of),
        Some((common.count_of_offices)(changes.present().count())),
        Some((common.from_strength)(&to.min_strength.to_string())),
        asked.iter().any(Option::is_some).then_some(answered),
    ];
    let found = FindingTexts::of(options.lang);
    let title = match turned {
        _ if changes.is_one_office() => found.one_office.to_owned(),
        _ if changes.is_without_ties() => found.no_ties.to_owned(),
        [0, 0, 0] => say.nothing.to_owned(),
        turned => (say.title)(turned),
    };
    let words = (title, sentence(changes, asked, comparison, options.lang));
    Head::saying(survey, facts, words, options)
}

/// What stayed inside in each phase, by the report of each. What casts doubt on it follows: who answered stands above it.
fn sentence(
    changes: &Changes,
    answered: [Answers; 2],
    comparison: &Comparison,
    lang: Lang,
) -> String {
    let told = changes.told.told(answered, comparison);
    let cautions = told.cautions(lang);
    let all = [told.inside(lang)].into_iter().chain(cautions);
    all.collect::<Vec<_>>().join(" ")
}

/// The list of pairs and under it the legend, in the largest sizes that fit. Below no partners stand: the column goes on.
fn beside(changes: &Changes, page: &Page, offers: Option<&Offers>, lang: Lang) -> (Group, Group) {
    let column = Rect {
        bottom: HEIGHT - MARGIN,
        ..page.column
    };
    let tried = SIZES.map(|(size, small, most, named)| {
        let last = offers.map(|offers| {
            let named = offers.names.each_ref().map(|names| names.len().min(named));
            offers.say(named, ChangeTexts::of(lang))
        });
        let (list, end) = pairs_list(changes, column, most, size, lang);
        let place = |top: f64| {
            let below = Rect { top, ..column };
            legend(changes, below, last.as_deref(), small, lang)
        };
        // The legend stands at the foot, where there is room above it.
        let high = place(0.0).1;
        let top = (column.bottom - high).max(end + BETWEEN);
        (top + high <= column.bottom + 0.1, (list, place(top).0))
    });
    let mut tried = tried.into_iter();
    let last = tried.next_back();
    let first = tried.find(|(fits, _)| *fits).or(last);
    first.expect("there are sizes to try").1
}
