//! What an address asks of a map: which view, phase, threshold, audience, offer.

use crate::analysis::{Inclusion, Selection};
use crate::domain::PhaseId;
use crate::map::{Labels, Paper, View};
use crate::service::{Drawing, Seen, ShownOffer};
use crate::text::words::folded;

use super::super::App;
use super::super::errors::{Error, Result};
use super::super::page::{district_address, district_link};
use super::super::reader::Reader;
use super::super::shown::asked_phase;

/// The views as addresses name them: those that every district has, then that of a function, to which its page leads.
pub const VIEWS: [&str; 6] = ["network", "matrix", "change", "offer", "chain", "actor"];

/// A map as an address asks for it.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The place of the view among [`VIEWS`].
    pub at: usize,
    /// The view.
    pub wanted: View,
    /// The phase; of a change the later one.
    pub phase: PhaseId,
    /// The least strength, where another than usual is asked for.
    pub min_strength: Option<u8>,
    /// The paper.
    pub paper: Paper,
}

impl Ask {
    /// Reads an address; what it does not say is the first view of the latest phase. A change without
    /// phases is that of the last two, the view of an offer without one that of the first.
    pub async fn of(app: &App, reader: &Reader, seen: &Seen) -> Result<Self> {
        let phase = asked_phase(seen, reader)?;
        let at = match reader.asked("view") {
            None => usize::from(app.service.first_view(seen, &phase).await? == View::Matrix),
            Some(asked) => {
                let known = VIEWS.iter().position(|view| *view == asked);
                known.ok_or(Error::NotFound)?
            }
        };
        let min_strength = match reader.asked("min_strength") {
            None => None,
            Some(asked) => Some(
                asked
                    .parse()
                    .ok()
                    .filter(|n| (1..=5).contains(n))
                    .ok_or(Error::BadRequest)?,
            ),
        };
        let paper = match reader.asked("paper") {
            None | Some("a4") => Paper::A4,
            Some("a3") => Paper::A3,
            Some(_) => return Err(Error::BadRequest),
        };
        let mut ask = Self {
            at,
            wanted: View::Network,
            phase,
            min_strength,
            paper,
        };
        ask.wanted = match VIEWS[at] {
            "matrix" => View::Matrix,
            "change" => ask.change(reader, seen)?,
            "offer" => View::Offer(
                reader
                    .asked("offer")
                    .map_or_else(|| first(seen, &ask.phase), str::to_owned),
            ),
            "chain" => View::Chain,
            "actor" => View::Actor(reader.asked("actor").unwrap_or_default().to_owned()),
            _ => View::Network,
        };
        Ok(ask)
    }

    fn change(&mut self, reader: &Reader, seen: &Seen) -> Result<View> {
        let known = seen.phases_with_reports();
        let asked = |key: &str| reader.asked(key).map(|phase| seen.phase(phase)).transpose();
        let to = asked("to")?.unwrap_or_else(|| self.phase.clone());
        let at = known.iter().position(|phase| *phase == to);
        let (from, to) = match (asked("from")?, at) {
            (Some(from), _) => (from, to),
            // The first phase has none before it: what followed it is shown.
            (None, Some(0)) => (to.clone(), known.get(1).unwrap_or(&to).clone()),
            (None, Some(at)) => (known[at - 1].clone(), to),
            (None, None) => (to.clone(), to),
        };
        self.phase = to.clone();
        Ok(View::Change {
            from: from.to_string(),
            to: to.to_string(),
        })
    }

    /// The usual selection with what the address asks for instead.
    pub fn selection(&self, usual: Selection) -> Selection {
        Selection {
            // Figures are about the offices; pictures show the whole prevention chain.
            scope: Inclusion::All,
            min_strength: self.min_strength.map_or(usual.min_strength, f64::from),
            phase: Some(self.phase.to_string()),
            ..usual
        }
    }

    /// How it is drawn.
    pub fn drawing(&self, reader: &Reader, date: Option<chrono::NaiveDate>) -> Drawing {
        Drawing {
            labels: Labels::Fit,
            lang: reader.lang,
            date,
            paper: self.paper,
        }
    }

    /// The items of the address of this map, one of them changed.
    pub fn items(&self, change: Option<(&str, &str)>) -> Vec<(String, String)> {
        let mut items: Vec<(&str, String)> = vec![("view", VIEWS[self.at].to_owned())];
        match &self.wanted {
            // Where no two phases are there to compare, none are named.
            View::Change { from, to } if from != to => {
                items.push(("from", from.clone()));
                items.push(("to", to.clone()));
            }
            View::Offer(offer) => {
                items.push(("phase", self.phase.to_string()));
                items.push(("offer", offer.clone()));
            }
            View::Actor(actor) => {
                items.push(("phase", self.phase.to_string()));
                items.push(("actor", actor.clone()));
            }
            View::Change { .. } | View::Network | View::Matrix | View::Chain => {
                items.push(("phase", self.phase.to_string()));
            }
        }
        if let Some(strength) = self.min_strength {
            items.push(("min_strength", strength.to_string()));
        }
        if let Some((key, value)) = change {
            // A phase chosen in a change is the later one; a view chosen brings its own choices along.
            if key == "view" {
                items.retain(|(name, _)| {
                    !["view", "from", "to", "offer", "actor", "phase"].contains(name)
                });
                items.push(("phase", self.phase.to_string()));
            }
            items.retain(|(name, _)| *name != key);
            items.push((key, value.to_owned()));
        }
        items
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect()
    }

    /// The address of this map as a page, one item changed.
    pub fn href(&self, seen: &Seen, reader: &Reader, change: Option<(&str, &str)>) -> String {
        link(seen, reader, "/map", &self.items(change))
    }

    /// The address of this map as leaders see it, or not, with what those may choose who see it so.
    pub fn as_seen_by(&self, leaders: bool, seen: &Seen, reader: &Reader) -> String {
        let mut items = self.items(None);
        if leaders {
            items.retain(|(key, _)| key != "min_strength");
            // They are shown no function: instead the whole.
            if let View::Actor(_) = self.wanted {
                items.retain(|(key, _)| key == "phase");
            }
            items.push(("audience".to_owned(), "leadership".to_owned()));
        }
        let path = district_address(&seen.version().version.district) + "/map";
        reader.link(&path, &as_pairs(&items))
    }

    /// The address of this map in another phase; of an offer that is not in it, of the first that is.
    pub fn in_phase(&self, seen: &Seen, reader: &Reader, phase: &PhaseId) -> String {
        let mut items = self.items(Some(("phase", phase.as_str())));
        if let View::Offer(asked) = &self.wanted {
            let there = seen
                .offers(phase)
                .iter()
                .any(|one| one.id.as_str() == asked);
            items.retain(|(key, _)| key != "offer" || there);
        }
        link(seen, reader, "/map", &items)
    }

    /// The address of this map as a file.
    pub fn file(&self, seen: &Seen, reader: &Reader, ending: &str, paper: Option<&str>) -> String {
        let mut items = self.items(paper.map(|paper| ("paper", paper)));
        items.push(("lang".to_owned(), reader.lang.code().to_owned()));
        link(seen, reader, &format!("/map.{ending}"), &items)
    }
}

fn link(seen: &Seen, reader: &Reader, rest: &str, items: &[(String, String)]) -> String {
    district_link(seen, reader, rest, &as_pairs(items))
}

fn as_pairs(items: &[(String, String)]) -> Vec<(&str, &str)> {
    items
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .collect()
}

/// The offers of a phase in the order of the alphabet.
pub fn offers(seen: &Seen, phase: &PhaseId) -> Vec<ShownOffer> {
    let mut offers = seen.offers(phase);
    offers.sort_by_cached_key(|offer| folded(&offer.name));
    offers
}

/// The first offer of a phase; empty where there is none.
fn first(seen: &Seen, phase: &PhaseId) -> String {
    let offers = offers(seen, phase);
    let found = offers.first();
    found.map_or(String::new(), |offer| offer.id.to_string())
}
