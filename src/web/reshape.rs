//! What the pages share on which a record is merged, moved or removed: what would happen is told by numbers first, and done
//! only as long as these are still so.

use maud::{Markup, html};

use crate::domain::{ActorId, Change, Contact, Edit, Reshaped, Touched};
use crate::service::{self, Settled, Snapshot};
use crate::store::Revision;
use crate::text::pages::{RecordText, ReshapeText};
use crate::text::reshape::{Of, comes_along};

use super::App;
use super::errors::{Error, Result};
use super::page::district_page;
use super::posted::Posted;
use super::reader::Reader;
use super::record::{Choice, RecordForm, menu, options, signing};
use super::table::table;

/// What became of what somebody wanted to happen.
pub enum Made {
    /// It was done in this step.
    Done(Revision),
    /// It stands so already.
    Same,
    /// It would touch something else than was told by now.
    Otherwise,
}

/// Why nothing is done.
enum Stopped {
    /// A record of it is not there.
    Gone,
    /// It would touch something else by now.
    Otherwise,
}

/// Does what was told before, as long as it touches the same.
pub async fn make(
    app: &App,
    view: &Snapshot,
    (reader, posted): (&Reader, &Posted),
    contacts: &[Edit<ActorId, Contact>],
    reshaped: impl Fn(&Snapshot) -> Option<Reshaped>,
) -> Result<Made> {
    let signing = signing(app, reader, posted)?;
    let seen = posted.one("seen").ok_or(Error::BadRequest)?;
    let seen: Touched = serde_json::from_str(seen).map_err(|_| Error::BadRequest)?;
    let changes = |view: &Snapshot| {
        let reshaped = reshaped(view).ok_or(Stopped::Gone)?;
        match reshaped.touched == seen {
            true => Ok(reshaped.changes),
            false => Err(Stopped::Otherwise),
        }
    };
    let settled = app
        .service
        .settle(view.clone(), &signing, contacts, changes);
    match settled.await {
        Ok(Settled::Done(step)) => Ok(Made::Done(step)),
        Ok(Settled::Nothing) => Ok(Made::Same),
        Ok(Settled::Otherwise(Stopped::Gone)) => Err(Error::NotFound),
        Ok(Settled::Otherwise(Stopped::Otherwise)) => Ok(Made::Otherwise),
        // The contact, or what refers to it, is another by now.
        Err(service::Error::Seen | service::Error::Refused(_)) => Ok(Made::Otherwise),
        Err(error) => Err(error.into()),
    }
}

/// What is asked before it is done.
struct Asked<'a> {
    /// Where the answer is sent.
    action: String,
    /// The way back.
    back: String,
    /// What it touches.
    touched: &'a Touched,
    /// Fields that say what it is about.
    about: &'a [(&'static str, String)],
    /// The button.
    button: &'static str,
}

/// The form that does it.
fn confirm(app: &App, reader: &Reader, asked: &Asked<'_>) -> Markup {
    let seen = serde_json::to_string(asked.touched).expect("numbers are written as such");
    html! {
        form method="post" action=(asked.action) {
            input type="hidden" name="request" value=(app.draw.number());
            input type="hidden" name="seen" value=(seen);
            @for (name, value) in asked.about { input type="hidden" name=(name) value=(value); }
            p.hint { (ReshapeText::of(reader.lang).undoable) }
            p.actions {
                button.button type="submit" { (asked.button) }
                a href=(asked.back) { (RecordText::of(reader.lang).cancel) }
            }
        }
    }
}

/// That what was told is no longer so.
pub fn otherwise(reader: &Reader) -> Markup {
    html! { p.warning role="alert" { (ReshapeText::of(reader.lang).otherwise) } }
}

/// The form that asks with which other record one is merged.
fn choose(reader: &Reader, action: &str, all: &[Choice]) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let please = [Choice::new("", RecordText::of(reader.lang).please)];
    let all: Vec<Choice> = please.into_iter().chain(all.iter().cloned()).collect();
    html! {
        @if all.len() == 1 { p { (text.nobody) } } @else {
            form.fields.record method="get" action=(action) {
                p {
                    label for="into" { (text.into) }
                    select id="into" name="into" required { (options(&all, "")) }
                }
                p.actions { button.button type="submit" { (text.show) } }
            }
        }
    }
}

/// A record that a page is about: its name and its address.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its id.
    pub id: &'a str,
    /// The address of its page.
    pub address: &'a str,
}

/// The page that asks with which of these a record is merged.
pub fn choosing(
    view: &Snapshot,
    reader: &Reader,
    goes: Record<'_>,
    (others, said): (&[Choice], Markup),
) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let action = format!("{}/merge", goes.address);
    let main = html! {
        (menu(reader, &view.version.district))
        (said)
        p.lead { ((text.merge_lead)(goes.name)) }
        section.card { (choose(reader, &action, others)) }
    };
    district_page(view, reader, &(text.merge_title)(goes.name), main)
}

/// The page that tells what a merger does: which values win, what comes along, and what else is to be known of it.
pub fn merging(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    [goes, stays]: [Record<'_>; 2],
    told: &Told<'_>,
) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let own = |record: Record<'_>| format!("{}/merge", record.address);
    let asked = Asked {
        action: reader.link(&own(goes), &[("into", stays.id)]),
        back: reader.link(goes.address, &[]),
        touched: told.touched,
        about: &[("into", stays.id.to_owned())],
        button: text.do_merge,
    };
    let main = html! {
        (menu(reader, &view.version.district))
        (told.said)
        p.lead { ((text.becomes)(goes.name, stays.name)) }
        (told.values)
        p { (text.comes) }
        (lines(&comes_along(told.touched, told.of, reader.lang)))
        (told.beside)
        (confirm(app, reader, &asked))
        p { a href=(reader.link(&own(stays), &[("into", goes.id)])) { (text.swap) } }
    };
    district_page(view, reader, &(text.merge_title)(goes.name), main)
}

/// What a merger does.
pub struct Told<'a> {
    /// Of what kind of record.
    pub of: Of,
    /// What it touches.
    pub touched: &'a Touched,
    /// Which values win.
    pub values: Markup,
    /// What else is to be known of it.
    pub beside: Markup,
    /// What is said above all.
    pub said: Markup,
}

/// The page that tells what goes with a record that is removed.
pub fn removing(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    record: Record<'_>,
    (touched, goes, said): (&Touched, &[String], Markup),
) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let asked = Asked {
        action: reader.link(&format!("{}/remove", record.address), &[]),
        back: reader.link(record.address, &[]),
        touched,
        about: &[],
        button: text.do_remove,
    };
    let main = html! {
        (menu(reader, &view.version.district))
        (said)
        p { ((text.goes)(record.name)) }
        (lines(goes))
        (confirm(app, reader, &asked))
    };
    district_page(view, reader, &(text.remove_title)(record.name), main)
}

/// Two records, and what becomes of them: field by field where they differ, as `form` has them.
pub fn values<F: RecordForm>(
    (view, after): (&Snapshot, &Snapshot),
    forms: &[(F, F, Option<&str>)],
    reader: &Reader,
) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let [field_title, stays_title, goes_title, after_title] = text.columns;
    let of_record = forms.iter().filter(|(.., of)| of.is_none());
    let of_record: Vec<&str> = of_record
        .flat_map(|(stays, ..)| stays.fields(view, reader.lang))
        .map(|field| field.name)
        .collect();
    let rows = forms.iter().flat_map(|(stays, goes, of)| {
        let filled = |form: &F, view: &Snapshot| {
            let standing = form.standing(view);
            standing.map(|it| form.fill(&it)).unwrap_or_default()
        };
        let sides = [
            filled(stays, view),
            filled(goes, view),
            filled(stays, after),
        ];
        let fields = stays.fields(view, reader.lang).into_iter();
        // A field of the record itself is the same in each phase.
        let fields = fields.filter(|field| of.is_none() || !of_record.contains(&field.name));
        let differ = fields.filter({
            let sides = sides.clone();
            move |field| !sides[0].agrees(field.name, &sides[1])
        });
        differ.map(move |field| {
            let label = match of {
                Some(of) => format!("{} ({of})", field.label),
                None => field.label.to_owned(),
            };
            let told = sides.each_ref().map(|side| field.told(side, reader.lang));
            (label, told)
        })
    });
    let rows: Vec<(String, [String; 3])> = rows.collect();
    table(
        text.values,
        &text.columns,
        html! {
            @for (label, [stays, goes, after]) in rows {
                tr {
                    th scope="row" data-column=(field_title) { (label) }
                    td data-column=(stays_title) { (stays) }
                    td data-column=(goes_title) { (goes) }
                    td data-column=(after_title) { strong { (after) } }
                }
            }
        },
    )
}

/// A district as it would stand after these changes.
pub fn after(view: &Snapshot, reshaped: &Reshaped) -> Snapshot {
    let mut network = view.network.as_ref().clone();
    let made = network.apply(&view.programme, &reshaped.changes);
    made.expect("what a merger makes of a network is legal on it");
    Snapshot {
        network: network.into(),
        ..view.clone()
    }
}

/// Lines one below the other.
pub fn lines(lines: &[String]) -> Markup {
    html! { ul { @for line in lines { li { (line) } } } }
}

/// The functions that go for good.
pub fn removed_actors(reshaped: &Reshaped) -> impl Iterator<Item = &ActorId> {
    reshaped.changes.iter().filter_map(|change| match change {
        Change::Actor(edit) if edit.after.is_none() => Some(&edit.key),
        _ => None,
    })
}
