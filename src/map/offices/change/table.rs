//! The change in words: a table, and a description for those who don't see it.

use super::content::Changes;
use super::pairs_list::line;
use crate::map::paper::table::{Folded, Table};
use crate::text::Lang;
use crate::text::views::{OfficesChangeTexts, TableTexts};

/// Each office with its shares inside, each pair with a tie in either phase.
pub fn table(changes: &Changes, lang: Lang) -> Table {
    let say = OfficesChangeTexts::of(lang);
    let (mut rows, mut parts) = (Vec::new(), Vec::new());
    for (place, office) in changes.present() {
        let told = office.shares != [None, None];
        let own = told.then(|| [say.own.to_owned(), (say.shares)(office.shares)]);
        let pairs = changes.pairs.iter();
        let of_it = pairs.filter(|pair| pair.ends.contains(&place));
        let of_it = of_it.map(|pair| {
            let other = pair.ends[usize::from(pair.ends[0] == place)];
            let [from, to] = pair.phases;
            format!(
                "{}: {}",
                changes.offices[other].name,
                (say.phases)(from, to)
            )
        });
        let inside = own.iter().map(|own| own.join(": "));
        parts.push(Folded {
            title: office.name.clone(),
            lines: inside.chain(of_it).collect(),
            open: false,
        });
        rows.extend(own.map(|[own, shares]| vec![office.name.clone(), own, shares]));
    }
    rows.extend(changes.pairs.iter().map(|pair| {
        let [a, b] = changes.called(pair).map(str::to_owned);
        let [from, to] = pair.phases;
        vec![a, b, (say.phases)(from, to)]
    }));
    Table {
        columns: TableTexts::of(lang).changes.to_vec(),
        rows,
        parts,
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
