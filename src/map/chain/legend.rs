//! The legend of the chain: only of what it shows.

use svg::node::element::Group;

use super::content::Chain;
use super::look::{Alone, ProviderMark, gap, ground, tag, tag_width};
use super::told::Signs;
use crate::map::paper::font::{Weight, one_line};
use crate::map::paper::legend::{Entry, MIDDLE, SIZE, Sample};
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{INK, MARGIN, WIDTH};
use crate::map::plane::{Point, Rect};
use crate::text::views::ChainTexts;

/// The widest name of a department, and where so few have all the width that they need.
const NAME: f64 = 270.0;
const FEW: usize = 6;

/// The samples of a chain whose blocks show these signs.
pub fn legend(chain: &Chain, shown: &Signs, say: &ChainTexts) -> Vec<Entry> {
    let mut entries = Vec::new();
    if !chain.offers.is_empty() {
        entries.extend(responsible(chain, say));
        entries.extend(providers(shown, say));
    }
    if !chain.gaps().is_empty() {
        let open = Group::new().add(gap(block()));
        entries.push(Entry::of(Sample::of(27.0, open), say.gap));
    }
    let providing = chain.providing.iter();
    let signs: Vec<String> = providing
        .filter(|(sign, _)| shown.providing.contains(sign.as_str()))
        .map(|(sign, name)| format!("{sign} = {name}"))
        .collect();
    if !signs.is_empty() {
        let text = (say.signs)(&signs);
        let limit = WIDTH - 2.0 * MARGIN;
        entries.push(Entry::line(one_line(&text, Weight::Regular, SIZE, limit)));
    }
    entries
}

/// The responsible departments by their signs.
fn responsible(chain: &Chain, say: &ChainTexts) -> Vec<Entry> {
    let mut entries = vec![Entry::heading(say.responsible)];
    let limit = match chain.responsible.len() {
        ..=FEW => 2.0 * NAME,
        _ => NAME,
    };
    entries.extend(chain.responsible.iter().map(|one| {
        let name = one_line(&one.name, Weight::Regular, SIZE, limit);
        let sign = tag(&one.sign, one.room, Point::new(0.0, MIDDLE));
        Entry::of(Sample::of(tag_width(&one.sign) + 5.0, sign), name)
    }));
    if chain.offers.iter().any(|offer| offer.block.room.is_none()) {
        let nobodys = Group::new().all(ground(block(), None, false));
        entries.push(Entry::of(Sample::of(27.0, nobodys), say.nobody_responsible));
    }
    entries
}

/// Who provides the offers, and with which of them one office stands alone, as far as signs say so.
fn providers(shown: &Signs, say: &ChainTexts) -> Vec<Entry> {
    let marks = ProviderMark::ALL.into_iter().zip(say.provider_marks);
    let marks = marks.filter(|(mark, _)| shown.marks.contains(mark));
    let marks = marks.map(|(mark, text)| {
        let mark = mark.draw(Point::new(4.0, MIDDLE), 3.4, INK);
        Entry::of(Sample::of(13.0, Group::new().add(mark)), text)
    });
    // What is known to one alone is held by one: said with it where no other badge says so.
    let known = match shown.badges.contains(&Alone::Held) {
        true => say.known.to_owned(),
        false => [say.held, say.known].join(" "),
    };
    let alone = [(Alone::Held, say.held.to_owned()), (Alone::Known, known)].into_iter();
    let alone = alone.filter(|(alone, _)| shown.badges.contains(alone));
    let alone = alone.map(|(alone, text)| {
        let badge = alone.draw(Point::new(5.0, MIDDLE), 4.6);
        Entry::of(Sample::of(15.0, badge), text)
    });
    let signs: Vec<Entry> = marks.chain(alone).collect();
    let heading = (!signs.is_empty()).then(|| Entry::heading(say.provided_by));
    heading.into_iter().chain(signs).collect()
}

/// The box of a block or of a gap.
fn block() -> Rect {
    Rect::sized(0.0, MIDDLE - 5.0, 22.0, 10.0)
}
