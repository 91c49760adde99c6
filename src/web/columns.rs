//! "Which column is …?": the step between an upload and its preview where columns are not known.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use uuid::Uuid;

use crate::exchange::columns::{Heading, Table};
use crate::exchange::{Asked, Faults, Problem};
use crate::service::{ImportError, Snapshot};
use crate::text::Lang;
use crate::text::pages::ColumnStep;

use super::App;
use super::errors::{Error, Result};
use super::name::{line, short};
use super::page::{district_address, district_page};
use super::posted::Posted;
use super::reader::Reader;
use super::upload::{Upload, UploadPath};
use super::visit::Editor;

/// How many sheets are asked for at once.
const MOST: usize = 20;

/// The value of the choice that leaves a table out.
const LEFT: &str = "none";

/// The sheets of an upload of which a person has to say what their columns are, where that is what stops it.
pub async fn asked(app: &App, upload: &Upload, faults: &Faults) -> Result<Vec<Asked>> {
    let is_of_columns = |problem: &Problem| {
        matches!(
            problem,
            Problem::UnknownTable(_) | Problem::ColumnMissing(_)
        )
    };
    if !faults
        .list
        .iter()
        .any(|fault| is_of_columns(&fault.problem))
    {
        return Ok(Vec::new());
    }
    let columns = upload.options.columns.clone();
    match app.service.asked(Arc::clone(&upload.inputs), columns).await {
        Ok(mut asked) => {
            asked.truncate(MOST);
            Ok(asked)
        }
        Err(ImportError::Faults(_)) => Ok(Vec::new()),
        Err(ImportError::Service(error)) => Err(error.into()),
    }
}

/// POST /districts/{district}/import/{upload}/columns
///
/// Keeps what was chosen with the upload. A table that was chosen anew is asked for its columns.
pub async fn choose(
    State(app): State<App>,
    Editor(view): Editor,
    Path(UploadPath { upload: token }): Path<UploadPath>,
    form: Posted,
) -> Result<Response> {
    if form.one("source-0").is_none() {
        return Err(Error::BadRequest);
    }
    let upload = app.uploads.get(token, &view.version.district).await;
    let upload = upload.ok_or(Error::UploadGone)?;
    let mut options = upload.options.clone();
    for place in 0..MOST {
        let field = |name: &str| form.one(&format!("{name}-{place}"));
        let (Some(source), Some(table)) = (field("source"), field("table")) else {
            continue;
        };
        let table = table_of(table)?;
        options.columns.decide(source, table);
        let is_shown = field("shown").is_some_and(|shown| table_of(shown).ok() == Some(table));
        for heading in table.filter(|_| is_shown).map_or(&[][..], Table::headings) {
            if let Some(header) = field(heading.key).filter(|header| !header.is_empty()) {
                options.columns.name(source, heading.key, header);
            }
        }
    }
    let chosen = Upload {
        district: upload.district.clone(),
        inputs: Arc::clone(&upload.inputs),
        options,
    };
    app.uploads.keep(token, chosen).await;
    Ok(Redirect::to(&format!("{}/{token}", base(&view))).into_response())
}

/// The table that a choice names; an inner none where it is to be left out.
fn table_of(value: &str) -> Result<Option<Table>> {
    if value == LEFT {
        return Ok(None);
    }
    let table = Table::ALL.into_iter().find(|table| table.key() == value);
    table.map(Some).ok_or(Error::BadRequest)
}

fn base(view: &Snapshot) -> String {
    district_address(&view.version.district) + "/import"
}

/// The page that asks, with a guess chosen and the first rows below.
pub fn page(
    view: &Snapshot,
    token: Uuid,
    asked: &[Asked],
    faults: &Faults,
    reader: &Reader,
) -> Markup {
    let text = ColumnStep::of(reader.lang);
    let others = faults.len() - asked.len().min(faults.len());
    let main = html! {
        p.lead { (text.lead) }
        form method="post" action={ (base(view)) "/" (token) "/columns" } {
            @for (place, one) in asked.iter().enumerate() { (sheet(place, one, reader.lang)) }
            @if others > 0 { p.hint { (text.others) } }
            p.actions {
                button.button type="submit" { (text.go_on) }
                a.button.quiet href=(base(view)) { (text.cancel) }
            }
        }
    };
    district_page(view, reader, text.title, main)
}

fn sheet(place: usize, asked: &Asked, lang: Lang) -> Markup {
    let text = ColumnStep::of(lang);
    let table = asked.table;
    html! {
        fieldset.card {
            legend { (short(&asked.source)) }
            input type="hidden" name={ "source-" (place) } value=(asked.source);
            input type="hidden" name={ "shown-" (place) } value=(table.key());
            (first_rows(asked, lang))
            div.field {
                label for={ "table-" (place) } { (text.table) }
                select id={ "table-" (place) } name={ "table-" (place) } aria-describedby={ "table-hint-" (place) } {
                    @for one in Table::ALL {
                        option value=(one.key()) selected[one == table] { (one.sheet(lang)) }
                    }
                    option value=(LEFT) { (text.left) }
                }
                p.hint id={ "table-hint-" (place) } { (text.table_hint) }
            }
            @for heading in wanted(table) { (choice(place, asked, heading, lang)) }
        }
    }
}

/// The columns of a table that are asked for: those that it needs first.
fn wanted(table: Table) -> impl Iterator<Item = &'static Heading> {
    let all = table.headings().iter();
    let needed = all.clone().filter(|heading| heading.required);
    needed.chain(all.filter(|heading| !heading.required))
}

fn choice(place: usize, asked: &Asked, heading: &Heading, lang: Lang) -> Markup {
    let text = ColumnStep::of(lang);
    let guess = asked.guess(asked.table, heading.key);
    let id = format!("{}-{place}", heading.key);
    html! {
        div.field {
            label for=(id) {
                ((text.which)(heading.header(lang)))
                @if heading.required && heading.key != "strength" { " *" }
            }
            select id=(id) name=(id) {
                option value="" { (text.no_column) }
                @for (at, header) in asked.headers.iter().enumerate() {
                    option value=(header) selected[guess == Some(at)] { (short(header)) }
                }
            }
        }
    }
}

fn first_rows(asked: &Asked, lang: Lang) -> Markup {
    let text = ColumnStep::of(lang);
    html! {
        div.scroll tabindex="0" role="region" aria-label=(text.rows) {
            table {
                caption { (text.rows) }
                thead { tr { @for header in &asked.headers { th scope="col" { (short(header)) } } } }
                tbody {
                    @for row in &asked.rows {
                        tr {
                            @for (header, cell) in asked.headers.iter().zip(row) {
                                td data-column=(short(header)) { (line(&short(cell))) }
                            }
                        }
                    }
                }
            }
        }
    }
}
