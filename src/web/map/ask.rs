//! What an address asks of a map: which view, phase, threshold, audience, offer.

use crate::analysis::{Audience, Inclusion, Selection};
use crate::domain::{Network, Offer, OfferId, PhaseId};
use crate::map::{Labels, Paper, View};
use crate::service::{self, Drawing};
use crate::text::words::folded;

use super::super::App;
use super::super::errors::{Error, Result};
use super::super::reader::{Reader, address, encode};
use super::super::visit::audience;

/// The views as addresses name them.
pub const VIEWS: [&str; 5] = ["network", "matrix", "change", "offer", "chain"];

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
    /// For whom.
    pub audience: Audience,
    /// The paper.
    pub paper: Paper,
}

impl Ask {
    /// Reads an address; what it does not say is the network of the latest phase, for the core team. A change without
    /// phases is that of the last two, the view of an offer without one that of the first.
    pub fn of(reader: &Reader, view: &service::Snapshot, app: &App) -> Result<Self> {
        let at = match reader.asked("view") {
            None => 0,
            Some(asked) => {
                let known = VIEWS.iter().position(|view| *view == asked);
                known.ok_or(Error::NotFound)?
            }
        };
        let phase = app.phase(view, reader)?;
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
        let audience = audience(reader)?.unwrap_or(Audience::Working);
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
            audience,
            paper,
        };
        ask.wanted = match VIEWS[at] {
            "matrix" => View::Matrix,
            "change" => ask.change(reader, view)?,
            "offer" => View::Offer(
                reader
                    .asked("offer")
                    .map_or_else(|| first(&view.network, &ask.phase), str::to_owned),
            ),
            "chain" => View::Chain,
            _ => View::Network,
        };
        Ok(ask)
    }

    fn change(&mut self, reader: &Reader, view: &service::Snapshot) -> Result<View> {
        let known = view.network.phases_with_reports(&view.programme);
        let asked = |key: &str| reader.asked(key).map(|phase| view.phase(phase)).transpose();
        let to = asked("to")?.unwrap_or_else(|| self.phase.clone());
        let before = || {
            let place = known.iter().position(|phase| **phase == to)?;
            // Of the first phase there is none before: then it is beside the one that follows.
            Some((*known.get(place.checked_sub(1).unwrap_or(1))?).clone())
        };
        let from = asked("from")?.or_else(before).unwrap_or_else(|| to.clone());
        self.phase = to.clone();
        Ok(View::Change {
            from: from.to_string(),
            to: to.to_string(),
        })
    }

    /// The selection that it comes to, from the usual one.
    pub fn selection(&self, usual: Selection) -> Selection {
        Selection {
            // Figures are about the offices; pictures show the whole prevention chain.
            scope: Inclusion::All,
            min_strength: self.min_strength.map_or(usual.min_strength, f64::from),
            audience: self.audience,
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
            View::Change { from, to } => {
                items.push(("from", from.clone()));
                items.push(("to", to.clone()));
            }
            View::Offer(offer) => {
                items.push(("phase", self.phase.to_string()));
                items.push(("offer", offer.clone()));
            }
            View::Network | View::Matrix | View::Chain => {
                items.push(("phase", self.phase.to_string()));
            }
        }
        if let Some(strength) = self.min_strength {
            items.push(("min_strength", strength.to_string()));
        }
        if self.audience == Audience::Leadership {
            items.push(("audience", "leadership".to_owned()));
        }
        if let Some((key, value)) = change {
            // A phase chosen in a change is the later one; a view chosen brings its own choices along.
            if key == "view" {
                items.retain(|(name, _)| !["view", "from", "to", "offer", "phase"].contains(name));
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
    pub fn href(&self, district: &str, change: Option<(&str, &str)>) -> String {
        address(
            &format!("/districts/{}/map", encode(district)),
            &self.items(change),
        )
    }

    /// The address of this map in another phase; of an offer that is not in it, of the first that is.
    pub fn in_phase(&self, district: &str, phase: &PhaseId, network: &Network) -> String {
        let mut items = self.items(Some(("phase", phase.as_str())));
        if let View::Offer(asked) = &self.wanted {
            let mut offers = network.offers.iter();
            let there = offers
                .any(|(id, offer)| id.as_str() == asked && offer.providers.contains_key(phase));
            items.retain(|(key, _)| key != "offer" || there);
        }
        address(&format!("/districts/{}/map", encode(district)), &items)
    }

    /// The address of this map as a file.
    pub fn file(
        &self,
        district: &str,
        ending: &str,
        reader: &Reader,
        paper: Option<&str>,
    ) -> String {
        let mut items = self.items(paper.map(|paper| ("paper", paper)));
        items.push(("lang".to_owned(), reader.lang.code().to_owned()));
        address(
            &format!("/districts/{}/map.{ending}", encode(district)),
            &items,
        )
    }
}

/// The offers of a phase in the order of the alphabet.
pub fn offers<'a>(network: &'a Network, phase: &PhaseId) -> Vec<(&'a OfferId, &'a Offer)> {
    let all = network.offers.iter();
    let mut offers: Vec<_> = all
        .filter(|(_, offer)| offer.providers.contains_key(phase))
        .collect();
    offers.sort_by_cached_key(|(_, offer)| folded(offer.name.as_str()));
    offers
}

/// The first offer of a phase; empty where there is none.
fn first(network: &Network, phase: &PhaseId) -> String {
    let offers = offers(network, phase);
    let found = offers.first();
    found.map_or(String::new(), |(id, _)| id.to_string())
}
