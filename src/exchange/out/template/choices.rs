//! The drop-down lists of the template.
//!
//! Codes are offered in words and nothing else is taken, except where several may stand in a cell. Organisations,
//! functions and offers come from the sheets themselves: a hidden sheet gathers what stands there but for the
//! examples, in formulas that Excel 2010 and LibreOffice know.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Formula, Workbook, Worksheet, XlsxError,
};

use crate::domain::{ActorKind, DepartmentKind, Field, Level, LifePhase, Strength, TieKind};
use crate::exchange::columns::{EXAMPLE_MARK, EXAMPLE_MARK_EN, Table};
use crate::text::{Lang, Template, words};

use super::LAST_ROW;

/// What a column offers.
enum Choice {
    /// One of these, nothing else.
    One(Vec<&'static str>),
    /// Any of these, several with semicolons.
    Several(Vec<&'static str>),
    /// What the first column of a sheet holds; something else after a warning.
    Of(Table),
    /// The same, several with semicolons, or what another sheet holds.
    SeveralOf(Table),
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
            Some(Choice::Of(Table::Departments))
        }
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
            Some(Choice::SeveralOf(Table::Actors))
        }
        (Table::Cooperations, "from" | "to") => Some(Choice::Of(Table::Actors)),
        (Table::Cooperations, "strength") => Some(Choice::Strength),
        (Table::Cooperations, "kinds") => Some(Choice::Several(labels(
            &TieKind::ALL,
            words::tie_kind,
            lang,
        ))),
        (Table::Cooperations, "offers") => Some(Choice::SeveralOf(Table::Offers)),
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

/// Adds the drop-down list of a column, where it has one.
pub(super) fn add(
    worksheet: &mut Worksheet,
    table: Table,
    key: &str,
    column: u16,
    lang: Lang,
) -> Result<(), XlsxError> {
    let Some(choice) = choice(table, key, lang) else {
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
            let (title, message) = texts.not_listed[usize::from(of != Table::Departments)];
            DataValidation::new()
                .allow_list_formula(Formula::new(list_name(of, lang)))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title(title)?
                .set_error_message(message)?
        }
        Choice::SeveralOf(of) => DataValidation::new()
            .allow_list_formula(Formula::new(list_name(of, lang)))
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
    worksheet.add_data_validation(1, column, LAST_ROW, column, &validation)?;
    Ok(())
}

/// Adds the hidden sheet that the lists of organisations, functions and offers come from, and their names.
pub(super) fn behind(workbook: &mut Workbook, lang: Lang) -> Result<(), XlsxError> {
    let sheet = lang.pick("Listen", "Lists");
    let mark = lang.pick(EXAMPLE_MARK, EXAMPLE_MARK_EN).trim_end();
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(sheet)?.set_hidden(true);
    let listed = [Table::Departments, Table::Actors, Table::Offers];
    for (column, table) in (0..).zip(listed) {
        worksheet.write_string(0, column, table.sheet(lang))?;
        let from = format!("{}!$A$2:$A${}", table.sheet(lang), LAST_ROW + 1);
        let is_entry = format!("({from}<>\"\")*(LEFT({from},{})<>\"{mark}\")", mark.len());
        let place = format!("IF({is_entry},ROW({from})-MIN(ROW({from}))+1)");
        for row in 1..=LAST_ROW {
            let formula = format!("=IFERROR(INDEX({from},SMALL({place},ROW()-1)),\"\")");
            let formula = Formula::new(formula).set_result("");
            worksheet.write_array_formula(row, column, row, column, formula)?;
        }
    }
    for (column, table) in ["A", "B", "C"].into_iter().zip(listed) {
        let entries = format!("{sheet}!${column}$2:${column}${}", LAST_ROW + 1);
        // Only as many as there are: Excel would open the list at its empty end.
        let list = format!("=OFFSET({sheet}!${column}$2,0,0,MAX(1,COUNTIF({entries},\"?*\")),1)");
        workbook.define_name(&list_name(table, lang)[1..], &list)?;
    }
    Ok(())
}

/// The name of a list with an equals sign, as a formula refers to it.
fn list_name(table: Table, lang: Lang) -> String {
    format!("={}_{}", lang.pick("Liste", "list"), table.sheet(lang))
}
