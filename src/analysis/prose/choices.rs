//! The silo figure under other choices: from other strengths on, with others counted.

use crate::text::Lang;
use crate::text::figures::name;
use crate::text::numbers::{maybe, short, whole};
use crate::text::report::ReportText;

use super::super::report::SiloReport;
use super::super::robustness::Variant;
use super::super::silo::BesideLabels;
use super::columns::{Align, Sheet};

/// A choice, with the number of its ties and its figures.
struct Row<'a> {
    name: String,
    ties: usize,
    figures: &'a BesideLabels,
}

/// The segregation under each choice.
pub(super) fn choices(sheet: &mut Sheet, report: &SiloReport, text: &ReportText, lang: Lang) {
    let head = [
        ("", Align::Left),
        (name("ties", lang), Align::Right),
        (name("silo.segregation", lang), Align::Right),
    ];
    let rows = rows(report, text, lang).map(|row| {
        vec![
            row.name,
            whole(row.ties as u64, lang),
            maybe(row.figures.segregation, lang),
        ]
    });
    sheet.table(&head, rows.collect());
}

/// E-I under each choice beside what chance gives for it, for researchers.
pub(super) fn indices(sheet: &mut Sheet, report: &SiloReport, text: &ReportText, lang: Lang) {
    let mut head = vec![(text.choices, Align::Left)];
    head.extend(["e_i", "expected", "sd", "z"].map(|figure| (figure, Align::Right)));
    let rows = rows(report, text, lang).map(|row| {
        let BesideLabels {
            e_i,
            expected,
            sd,
            z,
            ..
        } = row.figures;
        let mut cells = vec![row.name];
        cells.extend([e_i, expected, sd, z].map(|figure| maybe(*figure, lang)));
        cells
    });
    sheet.line("").table(&head, rows.collect());
}

fn rows<'a>(
    report: &'a SiloReport,
    text: &'a ReportText,
    lang: Lang,
) -> impl Iterator<Item = Row<'a>> {
    let [
        all,
        both_answered,
        silent_left_out,
        without_core_team,
        all_departments,
    ] = text.variants;
    let variants = report.robustness.iter().map(move |row| Row {
        name: match row.variant {
            Variant::All => all,
            Variant::BothAnswered => both_answered,
            Variant::SilentLeftOut => silent_left_out,
            Variant::WithoutCoreTeam => without_core_team,
            Variant::AllDepartments => all_departments,
        }
        .to_owned(),
        ties: row.ties,
        figures: &row.figures,
    });
    let thresholds = report.by_threshold.iter().map(move |row| Row {
        name: (text.from_strength)(&short(row.min_strength, lang)),
        ties: row.ties,
        figures: &row.figures,
    });
    variants.chain(thresholds)
}
