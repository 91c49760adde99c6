//! The page on the wall. Its live part is fetched again and put in place of the old one when something was entered; without
//! a script each entry brings the page anew, and a link does.

use maud::{Markup, PreEscaped, html};

use super::differing::differing;
use super::latest::latest;
use super::phones::on_the_wall;
use super::{Meeting, Shows, address};
use crate::analysis::{Audience, Inclusion, Selection};
use crate::map::{Sheet, View};
use crate::service::{self, Drawing, Seen, Snapshot};
use crate::store::Revision;
use crate::text::pages::Workshop;
use crate::web::App;
use crate::web::back::BACK;
use crate::web::errors::Result;
use crate::web::page::{Mark, Page, district_address};
use crate::web::quick::completions;
use crate::web::reader::Reader;

/// How many of the last entries are told.
const LATEST: usize = 6;

/// The page of a meeting under way.
pub async fn page(
    app: &App,
    view: &Snapshot,
    meeting: &Meeting,
    reader: &Reader,
) -> Result<Markup> {
    let text = Workshop::of(reader.lang);
    let district = &view.version.district;
    let seen = match meeting.shows {
        Shows::Offices => {
            app.service
                .stands_for(Audience::Leadership, district)
                .await?
        }
        Shows::Functions => Seen::Working(view.clone()),
    };
    let drawn = drawn(app, &seen, meeting, reader).await?;
    let latest = latest(app, view, meeting, LATEST, reader).await?;
    let here = meeting.address(district, reader);
    let phones = on_the_wall(app, view, &here, reader).await?;
    let stands = view.version.head;
    let main = html! {
        div.wide.workshop data-workshop data-events={ (address(district)) "/events" } {
            div.head-of-workshop {
                h1 { (text.title) " – " (view.district.name) }
                p.actions {
                    a.button.quiet href=(here) { (text.again) }
                    a.button.quiet href=(address(district)) { (text.end) }
                }
            }
            div #live data-stands={ (stands.revision.0) "-" (stands.mark.0) } {
                div.wall {
                    @match &drawn {
                        Ok(sheet) => div.picture { (PreEscaped(sheet.svg())) },
                        Err(said) => p.notice { (said) },
                    }
                    div {
                        (latest)
                        (differing(view, meeting, reader))
                        (phones)
                    }
                }
            }
            (quick(app, view, meeting, reader))
            script src="/workshop.js" defer {}
        }
    };
    let title = format!("{} – {}", text.title, view.district.name);
    Ok(Page {
        reader,
        title: &title,
        mark: Mark::of(&seen),
        main,
    }
    .render())
}

/// The map; of a district in which there is nothing to draw yet, the sentence that says so.
async fn drawn(
    app: &App,
    seen: &Seen,
    meeting: &Meeting,
    reader: &Reader,
) -> Result<std::result::Result<std::sync::Arc<Sheet>, String>> {
    let wanted = match (&meeting.offer, meeting.shows) {
        (Some(offer), _) => View::Offer(offer.clone()),
        (None, Shows::Functions) => View::Network,
        (None, Shows::Offices) => app.service.first_view(seen, &meeting.phase).await?,
    };
    let usual = app.service.usual(seen, &meeting.phase).await;
    let scope = match wanted {
        View::Matrix => usual.scope,
        _ => Inclusion::All,
    };
    let selection = Selection {
        scope,
        phase: Some(meeting.phase.to_string()),
        ..usual
    };
    let drawing = Drawing::on_screen(reader.lang, app.service.date(seen).await?);
    match app.service.sheet(seen, &wanted, &selection, drawing).await {
        Ok(sheet) => Ok(Ok(sheet)),
        Err(service::Error::Map(error)) => Ok(Err(error.say(reader.lang))),
        Err(error) => Err(error.into()),
    }
}

/// One line of the quick entry. It goes to the page of that, which asks what is unclear and leads back here.
fn quick(app: &App, view: &Snapshot, meeting: &Meeting, reader: &Reader) -> Markup {
    let text = Workshop::of(reader.lang);
    let district = &view.version.district;
    let action = district_address(district) + "/quick";
    let done = reader.asked("taken").and_then(|taken| taken.parse().ok());
    let done = done.filter(|taken| Revision(*taken) <= view.version.head.revision);
    html! {
        form.line method="post" action=(reader.link(&action, &[])) {
            input type="hidden" name="request" value=(app.draw.number());
            input type="hidden" name="phase" value=(meeting.phase);
            input type="hidden" name=(BACK) value=(meeting.address(district, reader));
            label for="line" { (text.line) }
            input id="line" type="text" name="line" autocomplete="off" maxlength="400" list="functions" data-completes
                placeholder=(text.example) data-line;
            button.button type="submit" { (text.enter) }
            (completions(view, &meeting.phase))
            @if done.is_some() { span role="status" { (text.entered) } }
        }
    }
}
