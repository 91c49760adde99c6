//! The change in words: a table, and a description for those who don't see it.

use super::content::Changes;
use super::pairs_list::line;
use crate::map::paper::table::{Table, of_both_sides};
use crate::text::Lang;
use crate::text::views::{OfficesChangeTexts, TableTexts};

/// Each office with its shares inside, each pair with a tie in either phase.
pub fn table(changes: &Changes, lang: Lang) -> Table {
    let say = OfficesChangeTexts::of(lang);
    let told = changes.present();
    let told = told.filter(|(_, office)| office.shares != [None, None]);
    let offices = told.map(|(_, office)| {
        let own = say.own.to_owned();
        vec![office.name.clone(), own, (say.shares)(office.shares)]
    });
    let pairs = changes.pairs.iter().map(|pair| {
        let [a, b] = changes.called(pair).map(str::to_owned);
        let [from, to] = pair.phases;
        vec![a, b, (say.phases)(from, to)]
    });
    let pairs: Vec<Vec<String>> = pairs.collect();
    Table {
        columns: TableTexts::of(lang).changes.to_vec(),
        parts: of_both_sides(&pairs),
        rows: offices.chain(pairs).collect(),
    }
}

/// The change in words.
pub fn description(changes: &Changes, sentence: &str, offers: Option<&str>, lang: Lang) -> String {
    let say = OfficesChangeTexts::of(lang);
    let offices = changes.present();
    let offices = offices.map(|(_, office)| {
        format!(
            "{} {}: {}.",
            office.name,
            say.own,
            (say.shares)(office.shares)
        )
    });
    let turned = changes.pairs.iter().filter(|pair| pair.turn.is_some());
    let turned = turned.map(|pair| format!("{}.", line(changes, pair, say)));
    let begun = [
        (say.description)(changes.present().count()),
        sentence.to_owned(),
        say.basis.to_owned(),
    ];
    let parts = begun.into_iter().chain(turned).chain(offices);
    let parts = parts.chain(offers.map(str::to_owned));
    parts.collect::<Vec<_>>().join(" ")
}
