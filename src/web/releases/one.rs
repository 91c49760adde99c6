//! One state: as leaders will see it, what is to be checked, and what can be done with it.

use maud::{Markup, PreEscaped, html};

use crate::analysis::{findings, headline, nothing};
use crate::domain::{Decider, Recipient, ReleaseId, ReleaseState};
use crate::service::{FrozenSnapshot, Seen, Snapshot};
use crate::text::pages::{DistrictPage, LeadingPage, Releases, date};
use crate::text::words;
use crate::web::App;
use crate::web::errors::Result;
use crate::web::leading::Pictured;
use crate::web::name::line;
use crate::web::page::{district_address, district_page};
use crate::web::picture::{fits_narrow, pocket};
use crate::web::reader::{RELEASE, Reader};
use crate::web::shown::Shown;

use super::form::Asked;
use super::{address, address_of, checks, list, whole};

pub(super) async fn page(
    app: &App,
    view: &Snapshot,
    id: &ReleaseId,
    reader: &Reader,
    (said, asked): (Markup, &Asked),
) -> Result<Markup> {
    let text = Releases::of(reader.lang);
    let frozen = app.service.frozen(view, id).await?;
    let release = &frozen.release;
    let seen = Seen::Leading(frozen.clone().released());
    let shown = Shown::load(app, &seen, &release.phase).await?;
    let picture = Pictured::of(app, &shown, reader.lang).await?;
    let checked = checks::of(app, view, &frozen, &shown, reader.lang).await?;
    let here = reader.link(&address_of(view, id), &[]);
    let main = html! {
        p { a href=(reader.link(&address(view), &[])) { "← " (text.back) } }
        (said)
        p.hint { ((text.of)(&date(release.date, reader.lang), phase(&frozen))) }
        (list::state(view, (id, release), reader.lang))
        (preview(view, id, &shown, &picture, reader))
        (checked.section)
        @match release.state {
            ReleaseState::Released(_) => (withdraw(app, &here, text)),
            ReleaseState::Frozen | ReleaseState::Withdrawn(_) => {
                (draft(&here, reader, text))
                @if checked.refused.is_none() { (release_form(app, (&here, view, id), &shown, asked, reader)) }
            }
        }
        @if release.state == ReleaseState::Frozen { (remove(app, &here, text)) }
    };
    Ok(district_page(view, reader, release.name.as_str(), main))
}

fn phase(frozen: &FrozenSnapshot) -> &str {
    let survey = frozen.survey();
    let phase = frozen.release.phase.as_str();
    let found = survey.phases.iter().find(|one| one.id == phase);
    found.map_or(phase, |one| one.name.as_str())
}

/// The headline, the picture and the findings as leaders will see them.
fn preview(
    view: &Snapshot,
    id: &ReleaseId,
    shown: &Shown,
    picture: &Pictured,
    reader: &Reader,
) -> Markup {
    let (text, lang) = (Releases::of(reader.lang), reader.lang);
    let base = district_address(&view.version.district);
    let asked = [(RELEASE, id.as_str()), ("audience", "leadership")];
    let found = findings(&shown.report);
    html! {
        section.preview aria-labelledby="preview" {
            h2 #preview { (text.preview) }
            p.sentence-small { strong { (headline(&shown.report).sentence(lang)) } }
            p.judges-nobody { (DistrictPage::of(lang).judges_nobody) }
            div.two {
                section.start.not-narrow[picture.pocket.as_deref().is_some_and(|svg| fits_narrow(svg))]
                    aria-labelledby="preview-findings" {
                    h3 #preview-findings { (LeadingPage::of(lang).findings) }
                    @if found.is_empty() { p { (nothing(&shown.report, lang)) "." } }
                    @else {
                        ol.findings {
                            @for one in &found { li { h4 { (one.title(lang)) } p { (line(&one.sentence(lang))) } } }
                        }
                    }
                }
                div.map {
                    div.picture.beside-narrow[picture.pocket.is_some()] { (PreEscaped(picture.sheet.svg())) }
                    @if let Some(svg) = &picture.pocket { (pocket(svg, reader)) }
                }
            }
            p { a href=(reader.link(&base, &asked)) { (text.as_page) } }
        }
    }
}

fn draft(here: &str, reader: &Reader, text: &Releases) -> Markup {
    let (path, query) = here.split_once('?').unwrap_or((here, ""));
    let kept = form_urlencoded::parse(query.as_bytes());
    html! {
        section.card aria-labelledby="draft" {
            h2 #draft { (text.draft) }
            p.hint { (text.draft_note) }
            form.fields method="get" action={ (path) "/draft.pdf" } {
                @for (key, value) in kept { input type="hidden" name=(key) value=(value); }
                input type="hidden" name="lang" value=(reader.lang.code());
                p {
                    label for="until" { (text.answer_until) }
                    input #until type="text" name="until" autocomplete="off";
                }
                p.actions { button.button.quiet type="submit" { (text.draft_button) } }
            }
        }
    }
}

fn release_form(
    app: &App,
    (here, view, id): (&str, &Snapshot, &ReleaseId),
    shown: &Shown,
    asked: &Asked,
    reader: &Reader,
) -> Markup {
    let text = Releases::of(reader.lang);
    html! {
        section.card aria-labelledby="release" {
            h2 #release { (text.release) }
            form method="post" action=(here) {
                input type="hidden" name="request" value=(app.draw.number());
                input type="hidden" name="action" value="release";
                fieldset.asked-for {
                    legend { (text.for_whom) }
                    @for (whom, name, what) in &text.recipients {
                        @let field = format!("to-{}", whom.code());
                        p.tick {
                            input id=(field) type="checkbox" name="to" value=(whom.code()) checked[asked.to.contains(whom)];
                            label for=(field) { strong { (name) } " – " (what) }
                        }
                        (seen_by(*whom, view, id, shown, reader))
                    }
                }
                fieldset.asked-for {
                    legend { (text.decided_by) }
                    @for by in Decider::ALL {
                        @let field = format!("by-{}", by.code());
                        p.tick {
                            input id=(field) type="radio" name="decided_by" value=(by.code()) required checked[asked.by == Some(by)];
                            label for=(field) { (words::decider(by, reader.lang)) }
                        }
                    }
                    p {
                        label for="decided_on" { (text.decided_on) } " "
                        input #decided_on type="text" name="decided_on" value=(asked.on) autocomplete="off" required;
                    }
                    p.hint { (text.no_persons) }
                }
                p.actions { button.button type="submit" { (text.release_button) } }
            }
        }
    }
}

/// What one of them would see.
fn seen_by(
    whom: Recipient,
    view: &Snapshot,
    id: &ReleaseId,
    shown: &Shown,
    reader: &Reader,
) -> Markup {
    let text = Releases::of(reader.lang);
    let base = district_address(&view.version.district);
    let asked = [(RELEASE, id.as_str()), ("audience", "leadership")];
    match whom {
        Recipient::Programme => html! {
            details.seen-by { summary { (text.see_it) } (whole::figures_of(shown, reader.lang)) }
        },
        Recipient::Leaders | Recipient::ProgrammeMap => html! {
            p.seen-by { a href=(reader.link(&base, &asked)) { (text.see_it) } }
        },
    }
}

fn withdraw(app: &App, here: &str, text: &Releases) -> Markup {
    html! {
        section.card aria-labelledby="withdraw" {
            h2 #withdraw { (text.withdraw) }
            p { (text.withdraw_note) }
            (button(app, here, "withdraw", text.withdraw_button))
        }
    }
}

fn remove(app: &App, here: &str, text: &Releases) -> Markup {
    html! {
        section.card aria-labelledby="remove" {
            h2 #remove { (text.remove) }
            p { (text.remove_note) }
            (button(app, here, "remove", text.remove_button))
        }
    }
}

fn button(app: &App, here: &str, action: &str, name: &str) -> Markup {
    html! {
        form method="post" action=(here) {
            input type="hidden" name="request" value=(app.draw.number());
            button.button.quiet type="submit" name="action" value=(action) { (name) }
        }
    }
}
