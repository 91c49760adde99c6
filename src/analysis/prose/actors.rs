//! Who meets whom by level, and, on request, each actor's figures.

use crate::domain::Level;
use crate::text::Lang;
use crate::text::figures::name;
use crate::text::numbers::{maybe, undefined, whole};
use crate::text::report::ReportText;
use crate::text::words;

use super::super::actors::ActorFigures;
use super::super::levels::LevelPair;
use super::super::structure::centralization::Degrees;
use super::columns::{Align, Sheet};

/// The ties between each two levels beside what is to be expected.
pub(super) fn levels(sheet: &mut Sheet, pairs: &[LevelPair], text: &ReportText, lang: Lang) {
    let head = [
        (name("level_pairs.a", lang), Align::Left),
        ("", Align::Left),
        (name("ties", lang), Align::Right),
        (name("level_pairs.possible", lang), Align::Right),
        (name("level_pairs.expected", lang), Align::Right),
    ];
    let called = |code: Option<&str>| match code.and_then(Level::from_code) {
        Some(level) => words::level(level, lang).to_owned(),
        None => text.no_level.to_owned(),
    };
    let row = |pair: &LevelPair| {
        vec![
            called(pair.a),
            called(pair.b),
            whole(pair.ties, lang),
            whole(pair.possible, lang),
            maybe(pair.expected, lang),
        ]
    };
    sheet.table(&head, pairs.iter().map(row).collect());
}

/// The figures of all actors, in the order of their ids.
pub(super) fn actors(sheet: &mut Sheet, all: &[ActorFigures], text: &ReportText, lang: Lang) {
    let n = |number: u32| whole(number.into(), lang);
    let directed = matches!(
        all.first().map(|figures| figures.degree),
        Some(Degrees::Directed { .. })
    );
    let row = |figures: &ActorFigures| {
        let mut cells = vec![
            figures.actor.clone(),
            figures.label.clone(),
            figures.department.clone().unwrap_or_default(),
        ];
        match figures.degree {
            Degrees::Undirected { degree } => cells.push(n(degree)),
            Degrees::Directed {
                in_degree,
                out_degree,
            } => cells.extend([n(in_degree), n(out_degree)]),
        }
        cells.extend([
            maybe(figures.betweenness, lang),
            maybe(figures.constraint, lang),
            maybe(figures.effective_size, lang),
            n(figures.core),
            maybe(figures.e_i, lang),
            text.yes_no[usize::from(!figures.cut_point)].to_owned(),
        ]);
        let roles = figures.brokerage.map(|own| {
            [
                own.coordinator,
                own.itinerant,
                own.representative,
                own.gatekeeper,
                own.liaison,
            ]
        });
        cells.extend(match roles {
            Some(roles) => roles.map(|count| whole(count, lang)),
            None => std::array::from_fn(|_| undefined().to_owned()),
        });
        cells
    };
    sheet.line(text.actors_note).line("");
    sheet.table(&head(directed, lang), all.iter().map(row).collect());
}

/// The names of the columns of the actors' figures.
fn head(directed: bool, lang: Lang) -> Vec<(&'static str, Align)> {
    let degrees = if directed {
        &["actor_figures.in_degree", "actor_figures.out_degree"][..]
    } else {
        &["actor_figures.degree"]
    };
    let others = [
        "actor_figures.betweenness",
        "actor_figures.constraint",
        "actor_figures.effective_size",
        "actor_figures.core",
        "actor_figures.e_i",
        "actor_figures.cut_point",
        "actor_figures.brokerage.coordinator",
        "actor_figures.brokerage.itinerant",
        "actor_figures.brokerage.representative",
        "actor_figures.brokerage.gatekeeper",
        "actor_figures.brokerage.liaison",
    ];
    let mut head = vec![
        ("id", Align::Left),
        (name("actor_figures.actor", lang), Align::Left),
        (name("actor_figures.department", lang), Align::Left),
    ];
    let keys = degrees.iter().chain(&others);
    head.extend(keys.map(|key| (name(key, lang), Align::Right)));
    head
}
