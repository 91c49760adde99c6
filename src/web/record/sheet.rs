//! A form as it is shown: its fields, and everything that is to be said about them.

use axum::http::StatusCode;
use maud::{Markup, html};

use crate::text::pages::RecordText;

use super::super::App;
use super::super::reader::Reader;
use super::super::table::table;
use super::field::Field;
use super::filled::{Faults, Filled};

/// What stands in a form, and what is said about it.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The values of its fields.
    pub filled: Filled,
    /// What is wrong with them.
    pub faults: Faults,
    /// What the form is filled from, as the hidden field holds it; nothing for a new record.
    pub seen: String,
    /// What else is said.
    pub said: Said,
}

/// What is said about a form that was sent and not saved.
#[derive(Debug, Clone, Default)]
pub enum Said {
    /// Nothing but what is wrong with its fields.
    #[default]
    Nothing,
    /// Both sides changed these fields; the record as it stands.
    Clash(Vec<&'static str>, Filled),
    /// The record was removed meanwhile.
    Gone,
    /// The name looks like those of others.
    Twins(Vec<Twin>),
    /// It does not fit what stands.
    Refused,
}

/// A record whose name looks like another's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub place: Option<String>,
    /// The address of its page.
    pub address: String,
}

/// Where a form stands and what is around its fields.
pub struct Place<'p> {
    /// Where it is sent.
    pub action: String,
    /// Where it is sent to become a new record, once the one that it was of is gone.
    pub anew: String,
    /// The way back without saving.
    pub back: String,
    /// Fields that say what the form is about, with their values.
    pub about: &'p [(&'static str, String)],
    /// Buttons before the one that saves: the value of `action`, and the label. Enter presses the first.
    pub buttons: &'p [(&'static str, &'static str)],
}

impl Sheet {
    /// The status of the answer that shows it.
    pub fn status(&self) -> StatusCode {
        match self.said {
            Said::Clash(..) | Said::Gone | Said::Refused => StatusCode::CONFLICT,
            Said::Twins(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Said::Nothing if self.faults.is_empty() => StatusCode::OK,
            Said::Nothing => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

/// A form with its fields.
pub fn form(app: &App, reader: &Reader, fields: &[Field], sheet: &Sheet, at: &Place<'_>) -> Markup {
    let text = RecordText::of(reader.lang);
    let is_gone = matches!(sheet.said, Said::Gone);
    let (action, seen) = match is_gone {
        true => (&at.anew, ""),
        false => (&at.action, sheet.seen.as_str()),
    };
    html! {
        (said(fields, sheet, reader))
        form.fields.record method="post" action=(action) {
            input type="hidden" name="request" value=(app.draw.number());
            input type="hidden" name="seen" value=(seen);
            @for (name, value) in at.about { input type="hidden" name=(name) value=(value); }
            @for field in fields { (field.render(&sheet.filled, &sheet.faults, reader.lang)) }
            p.actions {
                @match &sheet.said {
                    Said::Gone => (button("save", text.as_new, true)),
                    Said::Clash(both, _) => {
                        (button("save", text.mine, true))
                        (button(&format!("keep {}", both.join(" ")), text.theirs, false))
                    }
                    Said::Twins(_) => {
                        (button("anyway", text.anyway, true))
                    }
                    Said::Nothing | Said::Refused => {
                        @for (at, (action, label)) in at.buttons.iter().enumerate() { (button(action, label, at == 0)) }
                        (button("save", text.save, at.buttons.is_empty()))
                    }
                }
                a href=(at.back) { (text.cancel) }
            }
        }
    }
}

fn button(action: &str, label: &str, is_first: bool) -> Markup {
    html! { button.button.quiet[!is_first] type="submit" name="action" value=(action) { (label) } }
}

/// What is said above the fields. It has the focus, so that whoever hears or types goes on from there.
fn said(fields: &[Field], sheet: &Sheet, reader: &Reader) -> Markup {
    let text = RecordText::of(reader.lang);
    html! {
        @match &sheet.said {
            Said::Nothing => @if !sheet.faults.is_empty() { (faults(fields, sheet, text)) },
            Said::Gone => p.warning role="alert" tabindex="-1" autofocus { (text.gone) },
            Said::Refused => p.warning role="alert" tabindex="-1" autofocus { (text.refused) },
            Said::Twins(twins) => div.warning role="alert" tabindex="-1" autofocus {
                p { (text.twins) }
                ul {
                    @for twin in twins {
                        li {
                            a href=(reader.link(&twin.address, &[])) { (twin.name) }
                            @if let Some(place) = &twin.place { " (" (place) ")" }
                        }
                    }
                }
            },
            Said::Clash(both, standing) => (versions(fields, sheet, (both, standing), reader)),
        }
    }
}

/// The faults again, each with the way to its field.
fn faults(fields: &[Field], sheet: &Sheet, text: &RecordText) -> Markup {
    html! {
        div.warning role="alert" tabindex="-1" autofocus {
            p { (text.faults) }
            ul {
                @for field in fields.iter().filter(|field| sheet.faults.of(field.name).is_some()) {
                    li { a href={ "#" (field.name) } { (field.label) } }
                }
            }
        }
    }
}

/// Both versions side by side.
fn versions(
    fields: &[Field],
    sheet: &Sheet,
    (both, standing): (&[&'static str], &Filled),
    reader: &Reader,
) -> Markup {
    let text = RecordText::of(reader.lang);
    let [_, stands, typed] = text.columns;
    html! {
        div.warning role="alert" tabindex="-1" autofocus { p { (text.clash) } p { (text.clash_remedy) } }
        (table(text.versions, &text.columns, html! {
            @for field in fields.iter().filter(|field| both.contains(&field.name)) {
                tr {
                    th scope="row" { (field.label) }
                    td data-column=(stands) { (field.told(standing, reader.lang)) }
                    td data-column=(typed) { (field.told(&sheet.filled, reader.lang)) }
                }
            }
        }))
    }
}
