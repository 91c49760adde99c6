//! Which samples the legend holds: only of what the picture shows.

use super::bands::Band;
use super::draw::thinned;
use super::highlights::MOST_EMPTY;
use super::scene::{Department, Scene, SceneTie};
use crate::map::paper::legend;
use crate::map::paper::legend::Entry;
use crate::map::paper::marks::{Mark, Scale};
use crate::map::paper::sample::Sample;
use crate::map::paper::style::SHADES;
use crate::text::Lang;
use crate::text::map::{MapTexts, texts};

/// The samples of a picture's legend.
pub fn entries(
    scene: &Scene,
    scale: &Scale,
    anchored: bool,
    banded: bool,
    bands: &[Band],
    lang: Lang,
) -> Vec<Entry> {
    let texts = texts(lang);
    let mut entries = Vec::new();
    // The figures of a district are about its offices, those of files about all.
    let offices = usize::from(anchored);
    if !banded && !scene.ties.is_empty() {
        let rooms = |tie: &SceneTie| [tie.a, tie.b].map(|node| scene.network.room_of[node]);
        let across = |tie: &&SceneTie| rooms(tie)[0] != rooms(tie)[1];
        let within = !scene.ties.iter().any(|tie| across(&tie));
        // The ties of bands, and those inside beside others, are finer.
        let alone = |tie: &&SceneTie| {
            let [a, b] = rooms(tie);
            let own = [a.min(b), a.max(b)];
            let mut bands = bands.iter();
            within || across(tie) && !bands.any(|band| [band.link.a, band.link.b] == own)
        };
        let alone = scene.ties.iter().filter(alone);
        let strengths: Vec<f64> = alone.map(|tie| tie.strength).collect();
        let (thinner, _) = thinned(strengths.len());
        if !strengths.is_empty() {
            entries.push(Entry::Heading(texts.strength));
        }
        entries.extend(legend::strengths(
            (scale, if within { 1.0 } else { thinner }),
            &strengths,
            [anchored, within],
            texts,
            lang,
        ));
        if scene.counts.binding > 0 && !within {
            entries.push(Entry::Binding(texts.binding));
            entries.push(Entry::Loose(texts.loose));
        }
    }
    if bands.iter().any(|band| !band.link.hidden) {
        let agreed = bands.iter().any(|band| band.core > 0.0);
        let told = bands.iter().filter(|band| !band.link.hidden);
        let widest = told.map(|band| band.width).fold(0.0, f64::max);
        entries.push(Entry::Band {
            width: widest.clamp(0.3, 7.0),
            agreed,
            text: if agreed {
                texts.band_agreed
            } else {
                texts.band
            },
        });
    }
    if bands.iter().any(|band| band.tips.is_some()) {
        entries.push(Entry::Own(Sample::Tips, texts.tips.to_owned()));
    }
    if bands.iter().any(|band| band.link.hidden) {
        entries.push(Entry::Untold(texts.untold));
    }
    if bands.iter().any(|band| band.link.single) {
        entries.push(Entry::Single(texts.single[offices]));
    }
    let inside = scene.rooms.iter().any(|room| room.inside > Some(0));
    if inside && scene.has_marks() && scene.rooms.len() > 1 {
        let beside = usize::from(matches!(entries.first(), Some(Entry::Heading(_))));
        entries.push(Entry::Inside(texts.inside[beside]));
    }
    if !scene.empty.is_empty() {
        let all = scene.empty.len() < MOST_EMPTY;
        let say = if all {
            texts.empty_pairs
        } else {
            texts.most_empty_pairs
        };
        entries.push(Entry::Empty(say[offices]));
    }
    if scene.nodes.iter().any(|node| node.present) {
        let marks = [
            (Mark::Actor, texts.actor),
            (Mark::CoreTeam, texts.core_team),
            (Mark::Body, texts.body),
        ];
        for (mark, text) in marks {
            let shown = scene
                .nodes
                .iter()
                .any(|node| node.present && Mark::of(node.core_team, node.body) == mark);
            if shown {
                entries.push(Entry::Mark(mark, text));
            }
        }
        if scene.nodes.iter().any(|node| node.holder) {
            entries.push(Entry::Holder(texts.holder));
        }
        let most = scene.rooms.iter().filter(|room| room.actors > 0);
        let most = most.map(|room| room.hue / SHADES.len()).max().unwrap_or(0);
        if most > 0 {
            entries.push(Entry::Again(most.min(3), texts.again));
        }
    }
    entries.extend(rooms(scene, texts));
    let told = bands.iter().filter(|band| !band.link.hidden).count();
    let numbered = bands.iter().filter(|band| band.number.is_some()).count();
    if numbered < told {
        let rings = bands.iter().any(|band| band.link.single);
        entries.push(Entry::Line((texts.numbered)(numbered, told, rings)));
    }
    if scene.unringed > 0 {
        entries.push(Entry::Line((texts.unringed)(
            scene.unringed,
            scene.counts.actors,
        )));
    }
    entries
}

/// The samples of rooms.
fn rooms(scene: &Scene, texts: &MapTexts) -> Vec<Entry> {
    let present = || scene.rooms.iter().filter(|room| room.actors > 0);
    let both = present().any(|room| !room.office);
    let kinds = [
        (true, if both { texts.office } else { texts.room }),
        (false, texts.other),
    ];
    let room = |filled, alone, closed, text| Entry::Room {
        filled,
        alone,
        closed,
        text,
    };
    let mut entries = Vec::new();
    for (office, text) in kinds {
        if present().any(|room| room.office == office) {
            entries.push(room(office, false, false, text));
        }
    }
    if present().any(|room| room.closed) {
        entries.push(room(true, false, true, texts.closed));
    }
    if present().any(Department::is_alone) {
        entries.push(room(true, true, false, texts.alone));
    }
    entries
}
