//! The preview of an import: what asks for a second look, every change, and the button on top and below.

use maud::{Markup, html};

use crate::exchange::Plan;
use crate::service::Preview;
use crate::text::changes::{Deed, Told, summary};
use crate::text::pages::{Frame, Import};
use crate::text::warnings::{self, Mood};

use super::name::line;
use super::page::district_page;
use super::pager::Slice;
use super::posted::Posted;
use super::reader::{Reader, address};
use super::told::{BYTES, in_pages, in_part};
use super::twins;

/// The field that says how many entries a reader agrees to lose.
const REMOVED: &str = "removed";

/// Whether the take-over asks once more: it removes entries.
pub fn asks(plan: &Plan) -> bool {
    plan.removed() > 0
}

/// Whether a form agrees to lose what the plan removes, or more.
pub fn is_confirmed(plan: &Plan, form: &Posted) -> bool {
    let agreed = form.one(REMOVED).and_then(|number| number.parse().ok());
    agreed.is_some_and(|agreed: usize| agreed >= plan.removed())
}

/// The page; `again` is the address of the form that takes another file.
pub fn preview_page(preview: &Preview, between: Markup, again: &str, reader: &Reader) -> Markup {
    let (text, lang) = (Import::of(reader.lang), reader.lang);
    let (view, plan) = (&preview.view, &preview.plan);
    let count = plan.len();
    let told = preview.told(lang);
    let main = html! {
        (between)
        (removal(plan, &told, reader))
        @if plan.rows == 0 { p.lead { (text.no_rows) } }
        @else if count == 0 { p.lead { (text.nothing) } }
        @else { p.lead { ((text.changes)(count)) } }
        (second_look(plan, reader))
        @if count == 0 {
            p.actions { a.button href=(again) { (text.again) } }
        } @else {
            (take_over(preview, again, reader))
        }
        (notices(preview, reader))
        (twins::list(plan, reader))
        (changes(&told, reader))
        @if count > 0 {
            p.actions {
                button.button type="submit" form="take-over" { ((text.take)(count)) }
                a.button.quiet href=(again) { (text.cancel) }
            }
        }
    };
    let title = if count == 0 {
        Frame::of(lang).import
    } else {
        text.preview_title
    };
    district_page(view, reader, title, main)
}

/// What would go, before anything else.
fn removal(plan: &Plan, told: &[Told], reader: &Reader) -> Markup {
    let (text, lang) = (Import::of(reader.lang), reader.lang);
    if !asks(plan) {
        return html! {};
    }
    let gone = told.iter().filter(|group| group.deed == Deed::Removed);
    let gone: Vec<Told> = gone.map(Told::without_lines).collect();
    html! {
        div.warning {
            p { strong { (warnings::removed(plan.removed(), Mood::Would, lang)) "." } " " (text.removed_why) }
            p { (summary(&gone)) "." }
        }
    }
}

/// What concerns others: funding phases that all districts would get, contacts by their number.
fn second_look(plan: &Plan, reader: &Reader) -> Markup {
    let (text, lang) = (Import::of(reader.lang), reader.lang);
    let phases: Vec<&str> = plan.new_phases().collect();
    html! {
        @if !phases.is_empty() {
            p.warning { (line(&warnings::phases(&phases, Mood::Would, lang))) "." }
        }
        @if !plan.contacts.is_empty() {
            p { (warnings::contacts(plan.contact_counts.all(), Mood::Would, lang)) ". " (text.contacts_kept_out) }
        }
    }
}

/// The form of the take-over; the button below the changes sends it too.
fn take_over(preview: &Preview, again: &str, reader: &Reader) -> Markup {
    let text = Import::of(reader.lang);
    let (view, plan) = (&preview.view, &preview.plan);
    let unconfirmed = reader.asked("unconfirmed").is_some();
    html! {
        form #take-over method="post" data-busy=(text.busy) {
            input type="hidden" name="seen" value=(view.version.head);
            input type="hidden" name="programme" value=(view.version.programme);
            (twins::questions(plan, reader))
            @if asks(plan) {
                @if unconfirmed { p.warning #unconfirmed role="alert" { (text.unconfirmed) } }
                div.field.tick {
                    input #removed type="checkbox" name=(REMOVED) value=(plan.removed()) required
                        aria-describedby=[unconfirmed.then_some("unconfirmed")];
                    label for="removed" { ((text.confirm)(plan.removed())) }
                }
            }
            p.actions {
                button.button #take type="submit" { ((text.take)(plan.len())) }
                a.button.quiet href=(again) { (text.cancel) }
                span.busy role="status" {}
            }
            p.hint { (text.undoable) }
        }
    }
}

/// What would change: the first of each kind, or all in pages where that is asked for.
fn changes(told: &[Told], reader: &Reader) -> Markup {
    let heading = |title: &str| html! { h2 { (title) } };
    if reader.asked("lines").is_some() {
        return in_pages(told, reader, heading);
    }
    let mut items = reader.query.clone();
    items.push(("lines".to_owned(), "1".to_owned()));
    let all = address(&reader.path, &items) + "#lines";
    in_part(told, &mut { BYTES }, &all, reader, heading)
}

fn notices(preview: &Preview, reader: &Reader) -> Markup {
    let said = preview.plan.notices.iter();
    let notices: Vec<String> = said
        .map(|notice| line(&notice.say(reader.lang)).into_owned())
        .collect();
    let slice = Slice::of(reader, "notices", notices.iter().map(String::len));
    html! {
        @if !notices.is_empty() {
            section.notice aria-labelledby="notices" {
                h2 #notices { (Import::of(reader.lang).notices) }
                ul { @for notice in &notices[slice.range.clone()] { li { (notice) } } }
                (slice.links(reader, "notices"))
            }
        }
    }
}
