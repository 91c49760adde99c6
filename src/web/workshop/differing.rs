//! Where answers differ about the one offer of a meeting: in names that are on the wall, without who said what.

use maud::{Markup, html};

use super::{Meeting, Shows};
use crate::analysis::{Differing, differing as differing_of};
use crate::domain::{ActorId, OfferId};
use crate::service::Snapshot;
use crate::text::pages::Workshop;
use crate::web::reader::Reader;

/// How many are told.
const MOST: usize = 12;

/// The list; nothing where the meeting is about no offer, or shows offices alone.
pub fn differing(view: &Snapshot, meeting: &Meeting, reader: &Reader) -> Markup {
    let text = Workshop::of(reader.lang);
    let offer = meeting.offer.as_deref();
    let offer = offer.and_then(|offer| OfferId::parse(offer).ok());
    let offer = offer.filter(|offer| view.network.offers.contains_key(offer));
    let Some(offer) = offer.filter(|_| meeting.shows == Shows::Functions) else {
        return html! {};
    };
    let all = differing_of(&view.network, &meeting.phase, &offer);
    html! {
        section.differing aria-labelledby="differing" {
            h2 #differing { (text.differing) }
            @match all.as_deref() {
                None => p { (text.nobody_names) },
                Some([]) => p { (text.none_differs) },
                Some(all) => {
                    p { (text.differing_note) }
                    ul { @for one in all.iter().take(MOST) { li { (said(view, one, text)) } } }
                    @if all.len() > MOST { p { ((text.more)(all.len() - MOST)) } }
                }
            }
        }
    }
}

fn said(view: &Snapshot, one: &Differing<'_>, text: &Workshop) -> Markup {
    let name = |actor: &ActorId| {
        let record = view.network.actors.get(actor);
        record.map_or_else(|| actor.to_string(), |record| record.name.to_string())
    };
    let pair = |[a, b]: &[&ActorId; 2]| format!("{} – {}", name(a), name(b));
    let (who, what) = match one {
        Differing::OneSide(ends) => (pair(ends), text.one_side),
        Differing::Kinds(ends) => (pair(ends), text.kinds),
        Differing::NotRecorded(actor) => (name(actor), text.not_recorded),
        Differing::NotNamed(actor) => (name(actor), text.not_named),
    };
    html! { b { (who) } ": " (what) }
}
