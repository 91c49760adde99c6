//! The page of a cooperation: both sides beside each other, and the form of one.

use maud::{Markup, html};

use crate::domain::{ActorId, Subject, both_sides};
use crate::service::Snapshot;
use crate::text::pages::CooperationPage;
use crate::web::App;
use crate::web::actor::address as actor_address;
use crate::web::errors::Result;
use crate::web::name::{name, short};
use crate::web::page::district_page;
use crate::web::past::of_record;
use crate::web::reader::Reader;
use crate::web::record::{self, Filled, Place, RecordForm, Sheet, saved};
use crate::web::shown::phase_name;
use crate::web::table::table;

use super::form::SideForm;
use super::{list, own};

/// The page, with the form of the side that the address names.
pub(super) async fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    form: &SideForm,
    sheet: &Sheet,
) -> Result<Markup> {
    let text = CooperationPage::of(reader.lang);
    let [from, to] = [0, 1].map(|at| called(view, &form.ends[at]));
    let subject = Subject::Cooperation(form.phase.clone(), form.ends.clone());
    let history = of_record(app, view, reader, &subject).await?;
    let phase = [("phase", form.phase.as_str())];
    let removed = reader.link(&format!("{}/remove", own(view, form)), &phase);
    let told = both_sides(&view.network, &form.phase, &form.ends)
        .into_iter()
        .flatten()
        .count();
    let district = &view.version.district;
    let main = html! {
        (record::menu(reader, district))
        (saved(app, view, reader).await?)
        p.lead { (text.phase) " " (phase_name(&view.programme, &form.phase)) " · " (text.reported[told]) }
        (sides(view, reader, form))
        section.card aria-labelledby="edit" {
            h2 #edit { ((text.edit)(&short(from))) }
            (side_form(app, view, reader, form, sheet))
        }
        p.actions {
            @if told > 0 { a.button.quiet href=(removed) { (text.remove) } }
        }
        p {
            (text.functions) " "
            a href=(reader.link(&actor_address(district, &form.ends[0]), &[])) { (name(from)) } ", "
            a href=(reader.link(&actor_address(district, &form.ends[1]), &[])) { (name(to)) }
        }
        (history)
    };
    Ok(district_page(
        view,
        reader,
        &(text.title)(&short(from), &short(to)),
        main,
    ))
}

/// The name of a function.
pub(super) fn called<'v>(view: &'v Snapshot, id: &'v ActorId) -> &'v str {
    let actor = view.network.actors.get(id);
    actor.map_or(id.as_str(), |one| one.name.as_str())
}

/// What both sides say, beside each other; the way to the form of the other one.
fn sides(view: &Snapshot, reader: &Reader, form: &SideForm) -> Markup {
    let (text, lang) = (CooperationPage::of(reader.lang), reader.lang);
    let forms = [form.clone(), form.turned()];
    let filled = forms
        .each_ref()
        .map(|side| side.standing(view).map(|report| side.fill(&report)));
    let heads = forms
        .each_ref()
        .map(|side| (text.side)(&short(called(view, &side.ends[0]))));
    let columns = [text.question, &heads[0], &heads[1]];
    let fields = form.fields_of_both(view, lang);
    let other = &forms[1];
    let link = reader.link(&own(view, other), &[("phase", form.phase.as_str())]);
    html! {
        (table(text.sides, &columns, html! {
            @for field in &fields {
                tr {
                    th scope="row" { (field.label) }
                    @for (side, column) in filled.iter().zip(&columns[1..]) {
                        td data-column=(column) { (side.as_ref().map_or_else(|| text.silent.to_owned(), |filled: &Filled| field.told(filled, lang))) }
                    }
                }
            }
        }))
        p.actions { a.button.quiet href=(link) { ((text.edit_side)(&short(called(view, &other.ends[0])))) } }
    }
}

fn side_form(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    form: &SideForm,
    sheet: &Sheet,
) -> Markup {
    let phase = [("phase", form.phase.as_str())];
    let action = reader.link(&own(view, form), &phase);
    let place = Place {
        anew: action.clone(),
        action,
        back: reader.link(&list(&view.version.district), &[]),
        about: &[("phase", form.phase.to_string())],
        buttons: &[],
    };
    record::form(app, reader, &form.fields(view, reader.lang), sheet, &place)
}
