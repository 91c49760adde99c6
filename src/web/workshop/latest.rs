//! What came in last, without how strong it is.

use maud::{Markup, html};

use super::{Meeting, Shows};
use crate::domain::{Change, ReportKey};
use crate::service::{Snapshot, taken_back};
use crate::store::{Cause, Step};
use crate::text::pages::Workshop;
use crate::web::App;
use crate::web::back::BACK;
use crate::web::errors::Result;
use crate::web::history::{STEPS, moment};
use crate::web::page::district_address;
use crate::web::reader::Reader;

/// A tie that was entered, and the step that did it.
struct Entered<'a> {
    step: &'a Step,
    ends: [String; 2],
    is_whole: bool,
}

/// The ties that were entered last, the newest first, each with the button that takes it back.
pub async fn latest(
    app: &App,
    view: &Snapshot,
    meeting: &Meeting,
    most: usize,
    reader: &Reader,
) -> Result<Markup> {
    let text = Workshop::of(reader.lang);
    let district = &view.version.district;
    let (steps, undone) = tokio::join!(
        app.service.steps(district, None, STEPS),
        app.service.undone(district)
    );
    let (steps, undone) = (steps?, undone?);
    let stand = steps.iter().filter(|step| {
        step.stamp.cause == Cause::Entry && taken_back(&undone, step.number).is_none()
    });
    let entered: Vec<Entered<'_>> = stand
        .flat_map(|step| of_step(view, meeting, step))
        .take(most)
        .collect();
    let history = district_address(district) + "/history";
    let here = meeting.address(district, reader);
    Ok(html! {
        section.latest aria-labelledby="latest" {
            h2 #latest { (text.latest) }
            @if entered.is_empty() { p { (text.none_yet) } }
            ol {
                @for one in &entered {
                    li {
                        span { (one.ends[0]) " – " (one.ends[1]) }
                        time datetime=(one.step.stamp.at.to_rfc3339()) { (moment(one.step.stamp.at, reader.lang)) }
                        @if one.is_whole {
                            form method="post" action={ (history) "/" (one.step.number.0) } {
                                input type="hidden" name="request" value=(app.draw.number());
                                input type="hidden" name=(BACK) value=(here);
                                button.button.quiet type="submit" aria-label=((text.undo_of)(&one.ends[0], &one.ends[1])) { (text.undo) }
                            }
                        }
                    }
                }
            }
        }
    })
}

/// The ties of the phase that a step entered, in names that everybody in the room may see.
fn of_step<'a>(view: &Snapshot, meeting: &Meeting, step: &'a Step) -> Vec<Entered<'a>> {
    let keys: Vec<&ReportKey> = step
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Report(edit) if edit.before.is_none() => Some(&edit.key),
            _ => None,
        })
        .filter(|(phase, ..)| *phase == meeting.phase)
        .collect();
    // A step of many ties is taken back from the history, where all of it is told.
    let is_whole = keys.len() == 1 && !step.blanked;
    let entered = keys.into_iter().map(|(_, from, to)| Entered {
        step,
        ends: [from, to].map(|actor| named(view, meeting, actor)),
        is_whole,
    });
    entered.collect()
}

fn named(view: &Snapshot, meeting: &Meeting, actor: &crate::domain::ActorId) -> String {
    let network = &view.network;
    match meeting.shows {
        Shows::Functions => network
            .actors
            .get(actor)
            .map_or_else(|| actor.to_string(), |one| one.name.to_string()),
        Shows::Offices => {
            let place = network
                .memberships
                .get(&(actor.clone(), meeting.phase.clone()));
            place
                .and_then(|place| network.departments.get(&place.department))
                .map_or_else(|| "–".to_owned(), |one| one.name.to_string())
        }
    }
}
