//! The drop-down lists of cells, in the template as in the export.
//!
//! Codes are offered in words and nothing else is taken, except where several may stand in a cell. Where new names may
//! stand, something else is taken after a warning; their lists come from the hidden sheet (`lists`).

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};

use crate::domain::{ActorKind, DepartmentKind, Field, Level, LifePhase, Strength, TieKind};
use crate::exchange::columns::Table;
use crate::text::words::{self, ReportedBy};
use crate::text::{Lang, Template};

use super::lists::{List, list_name};

/// What a column offers.
enum Choice {
    /// One of these, nothing else.
    One(Vec<&'static str>),
    /// Any of these, several with semicolons.
    Several(Vec<&'static str>),
    /// What a list holds; something else after a warning.
    Of(List),
    /// The same, several with semicolons.
    SeveralOf(List),
    /// A number of the scale.
    Strength,
}

fn choice(table: Table, key: &str, lang: Lang) -> Option<Choice> {
    let yes_no = || Choice::One(vec![words::yes_no(true, lang), words::yes_no(false, lang)]);
    match (table, key) {
        (Table::Departments, "kind") => Some(Choice::One(labels(
            &DepartmentKind::ALL,
            words::department_kind,
            lang,
        ))),
        (Table::Actors, "department") | (Table::Offers, "responsible") => {
            Some(Choice::Of(List::Departments))
        }
        (Table::Actors, "section") => Some(Choice::Of(List::Sections)),
        (_, "phase") => Some(Choice::SeveralOf(List::Phases)),
        (Table::Actors, "kind") => Some(Choice::One(labels(
            &ActorKind::ALL,
            words::actor_kind,
            lang,
        ))),
        (Table::Actors, "level") => Some(Choice::One(labels(&Level::ALL, words::level, lang))),
        (Table::Actors, "core_team" | "asked" | "answered")
        | (Table::Cooperations, "binding" | "through_core_team") => Some(yes_no()),
        (Table::Offers, "life_phases") => Some(Choice::Several(labels(
            &LifePhase::ALL,
            words::life_phase,
            lang,
        ))),
        (Table::Offers, "fields") => Some(Choice::Several(labels(&Field::ALL, words::field, lang))),
        (Table::Offers, "providers" | "known_to" | "referred_by") => {
            Some(Choice::SeveralOf(List::Parties))
        }
        (Table::Cooperations, "from" | "to") => Some(Choice::Of(List::Actors)),
        (Table::Cooperations, "strength") => Some(Choice::Strength),
        (Table::Cooperations, "kinds") => Some(Choice::Several(labels(
            &TieKind::ALL,
            words::tie_kind,
            lang,
        ))),
        (Table::Cooperations, "reported_by") => Some(Choice::One(labels(
            &ReportedBy::ALL,
            words::reported_by,
            lang,
        ))),
        (Table::Cooperations, "offers") => Some(Choice::SeveralOf(List::Offers)),
        _ => None,
    }
}

fn labels<T: Copy>(
    all: &[T],
    label: impl Fn(T, Lang) -> &'static str,
    lang: Lang,
) -> Vec<&'static str> {
    all.iter().map(|value| label(*value, lang)).collect()
}

/// A column that may have a list.
pub(super) struct Column<'a> {
    pub table: Table,
    pub key: &'a str,
    /// Its place in the sheet.
    pub at: u16,
    /// The last row that has the list, counted from 0.
    pub last_row: u32,
    /// Whether its list grows while the file is filled in.
    pub grows: bool,
}

/// Adds the drop-down list of a column down to a row, where it has one.
pub(super) fn add(
    worksheet: &mut Worksheet,
    column: &Column<'_>,
    lang: Lang,
) -> Result<(), XlsxError> {
    let Some(choice) = choice(column.table, column.key, lang) else {
        return Ok(());
    };
    let texts = Template::of(lang);
    let validation = match choice {
        Choice::One(labels) => {
            let (title, before) = texts.not_known;
            DataValidation::new()
                .allow_list_strings(&labels)?
                .set_error_title(title)?
                .set_error_message(format!("{before}{}.", labels.join(", ")))?
        }
        Choice::Several(labels) => DataValidation::new()
            .allow_list_strings(&labels)?
            .show_error_message(false),
        Choice::Of(of) => {
            let (title, message) = match of {
                _ if !column.grows => texts.not_exported,
                List::Departments => texts.not_listed[0],
                List::Sections => texts.new_section,
                _ => texts.not_listed[1],
            };
            DataValidation::new()
                .allow_list_formula(formula(of, lang))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title(title)?
                .set_error_message(message)?
        }
        Choice::SeveralOf(of) => DataValidation::new()
            .allow_list_formula(formula(of, lang))
            .show_error_message(false),
        Choice::Strength => {
            let numbers: Vec<String> = (0..=Strength::MAX).map(|n| n.to_string()).collect();
            let (title, message) = texts.strength;
            DataValidation::new()
                .allow_list_strings(&numbers)?
                .set_input_title(title)?
                .set_input_message(message)?
                .set_error_title(texts.not_known.0)?
                .set_error_message(format!("{}{}.", texts.not_known.1, numbers.join(", ")))?
        }
    };
    let (at, last_row) = (column.at, column.last_row);
    worksheet.add_data_validation(1, at, last_row, at, &validation)?;
    Ok(())
}

fn formula(list: List, lang: Lang) -> Formula {
    Formula::new(format!("={}", list_name(list, lang)))
}
