//! Which samples the legend holds: only of what the picture shows.

use super::bands::Band;
use super::highlights::MOST_EMPTY;
use super::lines::{WITHIN, thinned};
use super::samples::{self, RoomSample};
use super::scene::{Closed, Scene, SceneRoom, SceneTie};
use crate::map::paper::legend::Entry;
use crate::map::paper::marks::{Mark, Scale};
use crate::map::paper::style::{BINDING, DASHES, INSIDE, LOOSE, SHADES};
use crate::text::Lang;
use crate::text::headline::hint;
use crate::text::map::{MapTexts, texts};
use crate::text::numbers::short;

/// More strengths than this are told by the least, the middle and the largest.
const STRENGTHS: usize = 6;

/// What a legend explains.
pub struct Shown<'a> {
    /// The content of the picture.
    pub scene: &'a Scene,
    /// Its bands.
    pub bands: &'a [Band],
    /// Whether the ties between departments are bands alone.
    pub banded: bool,
    /// The widths of ties.
    pub scale: &'a Scale,
    /// Whether strengths are those of a district, from 1 to 5. The figures of a district are about its offices, those of
    /// files about all.
    pub anchored: bool,
    /// The language.
    pub lang: Lang,
}

/// The samples of a picture's legend.
pub fn entries(shown: &Shown) -> Vec<Entry> {
    let texts = texts(shown.lang);
    let mut entries = shown.ties(texts);
    entries.extend(shown.bands(texts));
    let inside = shown.scene.rooms.iter().any(|room| room.inside > Some(0));
    if inside && shown.scene.rooms.len() > 1 {
        let beside = usize::from(entries.first().is_some_and(Entry::is_heading));
        let sample = samples::tie(1.6, INSIDE, None);
        entries.push(Entry::of(sample, texts.inside[beside]));
    }
    entries.extend(shown.empty(texts));
    entries.extend(shown.actors(texts));
    entries.extend(rooms(shown.scene, texts, shown.lang));
    entries.extend(shown.left_out(texts));
    entries
}

impl Shown<'_> {
    fn offices(&self) -> usize {
        usize::from(self.anchored)
    }

    /// The ties that are drawn one by one.
    fn ties(&self, texts: &MapTexts) -> Vec<Entry> {
        let scene = self.scene;
        if self.banded || scene.ties.is_empty() {
            return Vec::new();
        }
        let rooms = |tie: &SceneTie| [tie.a, tie.b].map(|node| scene.network.room_of[node]);
        let across = |tie: &&SceneTie| rooms(tie)[0] != rooms(tie)[1];
        let within = !scene.ties.iter().any(|tie| across(&tie));
        // The ties of bands, and those inside beside others, are finer.
        let alone = |tie: &&SceneTie| {
            let [a, b] = rooms(tie);
            let own = [a.min(b), a.max(b)];
            let mut bands = self.bands.iter();
            within || across(tie) && !bands.any(|band| [band.link.a, band.link.b] == own)
        };
        let alone = scene.ties.iter().filter(alone);
        let strengths: Vec<f64> = alone.map(|tie| tie.strength).collect();
        let mut entries = Vec::new();
        if !strengths.is_empty() {
            entries.push(Entry::heading(texts.strength));
        }
        entries.extend(self.strengths(strengths, within, texts));
        if scene.counts.binding > 0 && !within {
            let samples = [
                samples::tie(1.8, BINDING, None),
                samples::tie(1.8, LOOSE, Some(DASHES)),
            ];
            let meant = samples.into_iter().zip([texts.binding, texts.loose]);
            entries.extend(meant.map(|(sample, text)| Entry::of(sample, text)));
        }
        entries
    }

    /// The strengths that occur: each whole step, or the least and the largest of other numbers; as thin as they are
    /// drawn, all of them `within` departments or none.
    fn strengths(&self, present: Vec<f64>, within: bool, texts: &MapTexts) -> Vec<Entry> {
        let (thinner, colour) = match within {
            true => (WITHIN, INSIDE),
            false => (thinned(present.len()).0, BINDING),
        };
        let mut shown = present;
        shown.sort_by(f64::total_cmp);
        shown.dedup();
        if shown.len() > STRENGTHS {
            shown = vec![shown[0], shown[shown.len() / 2], shown[shown.len() - 1]];
        }
        let entries = shown.into_iter().map(|strength| {
            let name = (1..=5)
                .find(|step| self.anchored && f64::from(*step) == strength)
                .map(|step| texts.steps[step as usize - 1]);
            let text = match name {
                Some(name) => format!("{strength} {name}"),
                None => short(strength, self.lang),
            };
            let width = thinner * self.scale.width(strength);
            Entry::of(samples::strength(width, colour), text)
        });
        entries.collect()
    }

    /// What lies between departments as a band.
    fn bands(&self, texts: &MapTexts) -> Vec<Entry> {
        let mut entries = Vec::new();
        if self.bands.iter().any(|band| !band.link.hidden) {
            let agreed = self.bands.iter().any(|band| band.core > 0.0);
            let told = self.bands.iter().filter(|band| !band.link.hidden);
            let widest = told.map(|band| band.width).fold(0.0, f64::max);
            let text = match agreed {
                true => texts.band_agreed,
                false => texts.band,
            };
            let sample = samples::band(widest.clamp(0.3, 7.0), agreed);
            entries.push(Entry::of(sample, text));
        }
        if self.bands.iter().any(|band| band.tips.is_some()) {
            entries.push(Entry::of(samples::tips(), texts.tips));
        }
        entries
    }

    /// The pairs without a reported tie.
    fn empty(&self, texts: &MapTexts) -> Option<Entry> {
        let say = match self.scene.empty.len() {
            0 => return None,
            few if few < MOST_EMPTY => texts.empty_pairs,
            _ => texts.most_empty_pairs,
        };
        Some(Entry::of(samples::empty(), say[self.offices()]))
    }

    /// The marks of actors.
    fn actors(&self, texts: &MapTexts) -> Vec<Entry> {
        let scene = self.scene;
        if !scene.nodes.iter().any(|node| node.present) {
            return Vec::new();
        }
        let uncounted = scene.ties.iter().any(|tie| !tie.counted);
        let marks = [
            (Mark::Actor, texts.actor),
            (Mark::CoreTeam, texts.core_team),
            (Mark::Body, texts.body[usize::from(uncounted)]),
        ];
        let present = || scene.nodes.iter().filter(|node| node.present);
        let drawn = |mark: Mark| present().any(|node| Mark::of(node.core_team, node.body) == mark);
        let marks = marks.into_iter().filter(|(mark, _)| drawn(*mark));
        let mut entries: Vec<Entry> = marks
            .map(|(mark, text)| Entry::of(samples::actor(mark), text))
            .collect();
        if scene.nodes.iter().any(|node| node.holder) {
            entries.push(Entry::of(samples::holder(), texts.holder));
        }
        let most = scene.rooms.iter().filter(|room| room.actors > 0);
        let most = most.map(|room| room.hue / SHADES.len()).max().unwrap_or(0);
        if most > 0 {
            entries.push(Entry::of(samples::again(most.min(3)), texts.again));
        }
        entries
    }

    /// What the picture leaves out.
    fn left_out(&self, texts: &MapTexts) -> Vec<Entry> {
        let mut entries = Vec::new();
        let told = self.bands.iter().filter(|band| !band.link.hidden).count();
        let numbered = self.bands.iter().filter(|band| band.number.is_some());
        let numbered = numbered.count();
        if numbered < told {
            entries.push(Entry::line((texts.numbered)(numbered, told)));
        }
        let unringed = self.scene.unringed;
        if unringed > 0 {
            let text = (texts.unringed)(unringed, self.scene.counts.actors);
            entries.push(Entry::line(text));
        }
        entries
    }
}

/// The samples of rooms.
fn rooms(scene: &Scene, texts: &MapTexts, lang: Lang) -> Vec<Entry> {
    let present = || scene.rooms.iter().filter(|room| room.actors > 0);
    let both = present().any(|room| !room.office);
    let office = if both { texts.office } else { texts.room };
    let kinds = [
        (
            RoomSample::Office,
            office.to_owned(),
            present().any(|room| room.office),
        ),
        (RoomSample::Other, texts.other.to_owned(), both),
        (
            RoomSample::Closed,
            texts.closed.to_owned(),
            present().any(|room| room.closed == Closed::Yes),
        ),
        (
            RoomSample::MaybeClosed,
            hint(texts.closed, lang),
            present().any(|room| room.closed == Closed::Maybe),
        ),
        (
            RoomSample::Alone,
            texts.alone.to_owned(),
            present().any(SceneRoom::is_alone),
        ),
    ];
    let shown = kinds.into_iter().filter(|(.., shown)| *shown);
    shown
        .map(|(kind, text, _)| Entry::of(samples::room(kind), text))
        .collect()
}
