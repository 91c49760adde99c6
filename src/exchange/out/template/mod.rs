//! The Excel template that a district fills in: what to know first, four tables with drop-down lists and marked
//! examples, and a hidden sheet behind the lists. A district's own knows what is entered there already.

mod form;
mod own;

use rust_xlsxwriter::{
    Color, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError,
};

use crate::domain::Strength;
use crate::exchange::apostrophe::guarded_in_workbook;
use crate::exchange::columns::{EXAMPLE_MARK, EXAMPLE_MARK_EN, Table};
use crate::text::{Lang, Template, legible, words};

use super::choices;
use super::known::Known;
use super::lists::{self, Room};
use super::xlsx::{INK, header_format, properties, set_up_print};
use super::{Content, ExportError, failed};
use form::Form;
use own::Own;

/// The last row of the tables that has lists; counted from 0.
const LAST_ROW: u32 = 500;

/// Rows drawn as lines below the examples, so that a printed sheet can be filled in by hand.
const EMPTY_ROWS: u32 = 16;

/// As many at least, below however many entries.
const FEWEST_EMPTY: u32 = 6;

/// The height of a line of text, in points.
const LINE: f64 = 15.0;

/// The height of a row to write in, by hand too, in points.
const ROOM: f64 = 22.0;

/// Writes the template.
pub fn template(lang: Lang) -> Result<Vec<u8>, ExportError> {
    workbook(None, lang).map_err(failed)
}

/// Writes a district's own template: its organisations are entered, its functions, sections and offers in the lists.
pub fn template_of(content: &Content) -> Result<Vec<u8>, ExportError> {
    let own = Own::of(content)?;
    workbook(Some(&own), content.lang).map_err(failed)
}

fn workbook(own: Option<&Own>, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let texts = Template::of(lang);
    let mut workbook = Workbook::new();
    let title = match own {
        Some(own) => format!("{}: {}", own.district, texts.title),
        None => texts.title.to_owned(),
    };
    workbook.set_properties(&properties(&title)?);
    read_me(workbook.add_worksheet(), (&title, texts), own, lang)?;
    let mut forms = [
        Form::of(Table::Departments, &texts.departments),
        Form::of(Table::Actors, &texts.actors),
        Form::of(Table::Offers, &texts.offers),
        Form::of(Table::Cooperations, &texts.cooperations),
    ];
    if let Some(own) = own {
        own.enter(&mut forms, texts);
    }
    for form in &forms {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(form.table.sheet(lang))?;
        fill(worksheet, form, lang)?;
        for (column, (key, _, _)) in (0..).zip(&form.columns) {
            let column = choices::Column {
                table: form.table,
                key,
                at: column,
                last_row: LAST_ROW,
                grows: true,
            };
            choices::add(worksheet, &column, lang)?;
        }
    }
    let room = |table: Table, key: &str| {
        let form = forms.iter().find(|form| form.table == table)?;
        let place = form.columns.iter().position(|(own, _, _)| *own == key)?;
        Some(Room {
            table,
            column: u16::try_from(place).ok()?,
            first: 2,
            rows: LAST_ROW as usize,
        })
    };
    let nothing = Known::default();
    let known = own.map_or(&nothing, |own| &own.known);
    lists::behind(&mut workbook, known, room, lang)?;
    workbook.save_to_buffer()
}

/// The widths of the two columns of the first sheet, in characters.
const READ_ME_WIDTHS: [f64; 2] = [27.0, 100.0];

fn read_me(
    worksheet: &mut Worksheet,
    (title_text, texts): (&str, &Template),
    own: Option<&Own>,
    lang: Lang,
) -> Result<(), XlsxError> {
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let word = text.clone().set_bold();
    let title = Format::new()
        .set_bold()
        .set_font_size(16)
        .set_font_color(Color::RGB(INK));
    worksheet.set_name(texts.read_me)?;
    for (column, width) in (0..).zip(READ_ME_WIDTHS) {
        worksheet.set_column_width(column, width)?;
    }
    worksheet.write_string_with_format(0, 0, title_text, &title)?;
    worksheet.set_row_height(0, 36)?;
    let mut row = 1;
    if own.is_some() {
        let (first, line) = texts.entered;
        worksheet.write_string_with_format(row, 0, first, &word)?;
        worksheet.write_string_with_format(row, 1, line, &text)?;
        worksheet.set_row_height(row, height(line, READ_ME_WIDTHS[1]) + 6.0)?;
        row += 1;
    }
    for (place, (first, line)) in texts.lines.iter().enumerate() {
        worksheet.write_string_with_format(row, 0, *first, &word)?;
        worksheet.write_string_with_format(row, 1, *line, &text)?;
        worksheet.set_row_height(row, height(line, READ_ME_WIDTHS[1]) + 6.0)?;
        row += 1;
        if place == texts.scale_line {
            row = scale(worksheet, row, lang)?;
        }
    }
    worksheet.set_screen_gridlines(false);
    set_up_print(worksheet)?;
    worksheet.set_print_fit_to_pages(1, 1);
    Ok(())
}

/// The steps of the scale with what people do who choose them; answers the row below.
fn scale(worksheet: &mut Worksheet, first: u32, lang: Lang) -> Result<u32, XlsxError> {
    let step = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0xE8F0F2))
        .set_border_bottom(FormatBorder::Hair);
    let number = step
        .clone()
        .set_bold()
        .set_align(FormatAlign::Right)
        .set_indent(1);
    let mut row = first;
    for strength in 0..=Strength::MAX {
        let Ok(of_number) = Strength::parse(strength.into()) else {
            continue;
        };
        let anchor = words::strength(of_number, lang);
        let text = format!("{}: {}", anchor.name, anchor.meaning);
        worksheet.write_number_with_format(row, 0, strength, &number)?;
        worksheet.write_string_with_format(row, 1, text, &step)?;
        worksheet.set_row_height(row, LINE + 4.0)?;
        row += 1;
    }
    worksheet.set_row_height(row, LINE / 2.0)?;
    Ok(row + 1)
}

/// The height of a text in a column, in points: no program works it out for a file that it did not write.
fn height(text: &str, width: f64) -> f64 {
    let lines = (text.chars().count() as f64 * 0.9 / width).ceil();
    LINE * lines.max(1.0)
}

fn fill(worksheet: &mut Worksheet, form: &Form, lang: Lang) -> Result<(), XlsxError> {
    let cell = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_indent(1)
        .set_border(FormatBorder::Hair)
        .set_border_color(Color::RGB(0x8FA3AB));
    let example = cell
        .clone()
        .set_italic()
        .set_font_color(Color::RGB(0x595959))
        .set_background_color(Color::RGB(0xEFEFEF));
    let mark = lang.pick(EXAMPLE_MARK, EXAMPLE_MARK_EN);
    let first_entered = 1 + form.examples.len() as u32;
    let first_empty = first_entered + form.entered.len() as u32;
    let drawn = EMPTY_ROWS.saturating_sub(form.entered.len() as u32);
    let empty = first_empty..first_empty + drawn.max(FEWEST_EMPTY);
    let columns = (0..).zip(&form.columns).zip(&form.widths);
    for ((column, (key, header, explanation)), width) in columns {
        worksheet.set_column_width(column, *width)?;
        let required = header_format(header.ends_with('*'));
        worksheet.write_string_with_format(0, column, *header, &required)?;
        worksheet.insert_note(0, column, &note(explanation))?;
        let (cell, example) = (suited(&cell, key), suited(&example, key));
        for (row, cells) in (1..).zip(&form.examples) {
            let written = match cells[usize::from(column)] {
                text if column == 0 => format!("{mark}{text}"),
                text => text.to_owned(),
            };
            match written.parse::<i32>() {
                Ok(number) => worksheet.write_number_with_format(row, column, number, &example)?,
                Err(_) => worksheet.write_string_with_format(row, column, written, &example)?,
            };
        }
        for (row, cells) in (first_entered..).zip(&form.entered) {
            let text = legible(&guarded_in_workbook(&cells[usize::from(column)]));
            worksheet.write_string_with_format(row, column, text, &cell)?;
        }
        for row in empty.clone() {
            worksheet.write_blank(row, column, &cell)?;
        }
        worksheet.set_column_format(column, &cell_below(&cell))?;
    }
    worksheet.set_row_height(0, 3.0 * LINE)?;
    for (row, cells) in (1..).zip(&form.examples) {
        worksheet.set_row_height(row, height_of_row(mark, cells, &form.widths))?;
    }
    for row in first_entered..empty.end {
        worksheet.set_row_height(row, ROOM)?;
    }
    worksheet.set_freeze_panes(1, 0)?;
    set_up_print(worksheet)
}

/// The height that an example needs for the longest of its cells.
fn height_of_row(mark: &str, cells: &[&str], widths: &[f64]) -> f64 {
    let cells = (0..).zip(cells).zip(widths);
    let heights = cells.map(|((column, text), width)| match column {
        0 => height(&format!("{mark}{text}"), *width),
        _ => height(text, *width),
    });
    heights.fold(ROOM, f64::max) + 4.0
}

/// A cell's format as its column needs it.
fn suited(cell: &Format, key: &str) -> Format {
    match key {
        // As text, or "3-6" becomes the third of June.
        "life_phases" => cell.clone().set_num_format("@"),
        "strength" | "since" => cell.clone().set_indent(0).set_align(FormatAlign::Center),
        _ => cell.clone(),
    }
}

/// Below the drawn rows a cell keeps how it is written, not its line.
fn cell_below(cell: &Format) -> Format {
    cell.clone().set_border(FormatBorder::None)
}

fn note(explanation: &str) -> Note {
    let lines = explanation.chars().count() as u32 / 34 + explanation.lines().count() as u32 + 1;
    Note::new(explanation)
        .add_author_prefix(false)
        .set_width(230)
        .set_height(16 * lines + 8)
}
