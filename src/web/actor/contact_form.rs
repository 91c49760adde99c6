//! The form of a function's contact on its page.

use maud::{Markup, html};

use crate::domain::{ActorId, ContactParts, KeptContact, MAX_NAME, Text, contact_ends};
use crate::service::{Snapshot, day};
use crate::text::pages::{ActorPage, date};

use super::super::App;
use super::super::errors::Result;
use super::super::reader::Reader;
use super::address::address;

/// The fields of a contact, as the form names them.
pub(super) const FIELDS: [&str; 3] = ["person", "telephone", "email"];

/// Before the name of a field: what it held when the form was made.
pub(super) const SEEN: &str = "seen-";

/// The parts that were typed; none where one of them cannot be kept.
pub(super) fn read(typed: [&str; 3]) -> Option<ContactParts> {
    let part = |text: &str| match text.trim() {
        "" => Some(None),
        text => Text::parse(text).ok().map(Some),
    };
    let parts = ContactParts {
        person: part(typed[0])?,
        telephone: part(typed[1])?,
        email: part(typed[2])?,
    };
    parts.clone().contact().ok().map(|_| parts)
}

/// The parts as the fields of a form.
pub(super) fn typed(parts: &ContactParts) -> [&str; 3] {
    [&parts.person, &parts.telephone, &parts.email]
        .map(|part| part.as_ref().map_or("", Text::as_str))
}

/// The contact as one line.
pub(super) fn one_line(parts: &ContactParts) -> String {
    let there = typed(parts).into_iter().filter(|part| !part.is_empty());
    there.collect::<Vec<_>>().join(", ")
}

/// The section of the function's page.
pub(super) async fn section(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (actor, own): (&ActorId, Option<&[String; 3]>),
) -> Result<Markup> {
    let text = ActorPage::of(reader.lang);
    let mut contacts = app.service.contacts(&view.version.district).await?;
    let kept = contacts.remove(actor);
    let own = own.map(|own| own.each_ref().map(String::as_str));
    Ok(html! {
        section.card aria-labelledby="contact" {
            h2 #contact { (text.contact) }
            p.hint { (text.contact_lead) }
            @if kept.is_none() { p { (text.none) } }
            (form(app, view, reader, (actor, own), kept.as_ref()))
        }
    })
}

/// The form, filled from what stands, or with what was typed.
fn form(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (actor, own): (&ActorId, Option<[&str; 3]>),
    kept: Option<&KeptContact>,
) -> Markup {
    let text = ActorPage::of(reader.lang);
    let nobody = ContactParts::default();
    let standing = typed(kept.map_or(&nobody, |kept| kept.contact.parts()));
    let shown = own.unwrap_or(standing);
    let labels = [text.person, text.telephone, text.email];
    let (network, programme) = (&view.network, &view.programme);
    let today = day(app.clock.now());
    let told = kept.map(|kept| {
        let ends = contact_ends(network, programme, actor, kept, today);
        (text.kept)(
            &date(day(kept.confirmed), reader.lang),
            &date(ends, reader.lang),
        )
    });
    let action = format!("{}/contact", address(&view.version.district, actor));
    html! {
        @if let Some(told) = told { p.hint { (told) " " (text.save_hint) } }
        form.fields method="post" action=(reader.link(&action, &[])) {
            input type="hidden" name="request" value=(app.draw.number());
            @for (field, seen) in FIELDS.iter().zip(standing) {
                input type="hidden" name={ (SEEN) (field) } value=(seen);
            }
            @for ((field, label), value) in FIELDS.iter().zip(labels).zip(shown) {
                p {
                    label for=(field) { (label) }
                    input id=(field) name=(field) value=(value) autocomplete="off" maxlength=(MAX_NAME.max(value.len()))
                        type="text" inputmode=[(*field == "telephone").then_some("tel")];
                }
            }
            p.actions {
                button.button type="submit" name="action" value="save" { (text.save) }
                @if kept.is_some() {
                    button.button.quiet type="submit" name="action" value="delete" { (text.delete) }
                }
            }
        }
    }
}
