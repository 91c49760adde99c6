//! The silo report as plain text: the headline first, raw indices last.

use crate::text::Lang;
use crate::text::figures::name;
use crate::text::headline::range;
use crate::text::numbers::{decimal, maybe, percent, short, undefined, whole};
use crate::text::pages::DistrictPage;
use crate::text::pairs::one_function;
use crate::text::report::ReportText;

use super::super::agreed::Agreed;
use super::super::chance::activity::ByActivity;
use super::super::chance::two_sided;
use super::super::communities::Modularity;
use super::super::departments::DepartmentFigures;
use super::super::headline::{headline, inside};
use super::super::pairs::{DepartmentPair, PairState};
use super::super::report::SiloReport;
use super::super::single_links::SingleLinkRow;
use super::actors::{actors, levels};
use super::choices::{choices, indices};
use super::columns::{Align, Sheet};
use super::gaps::gaps;
use super::structure;
use super::verdict::in_a_word;

/// The report in words: the headline, size before p, departments, pairs, and at the end what is for researchers.
pub fn report(report: &SiloReport, lang: Lang) -> String {
    let text = ReportText::of(lang);
    let page = DistrictPage::of(lang);
    let mut sheet = Sheet::default();
    let headline = headline(report);
    sheet.line(&headline.sentence(lang));
    sheet.line(page.judges_nobody).line(text.yardstick);
    if headline.inside().is_some_and(|inside| inside.drawn) {
        sheet.line("").line(page.meaning);
    }
    sheet.heading(&(text.of)(&report.title, report.phase_name.as_deref()));
    sheet.line(&selection(report, text, lang)).line("");
    sheet.values(&network(report, text, lang));
    sheet.heading(crate::text::figures::Section::Silo.title(lang));
    sheet.values(&silo(report, text, lang));
    sheet.line("").line(text.choices);
    choices(&mut sheet, report, text, lang);
    sheet.heading(text.departments);
    departments(&mut sheet, report, text, lang);
    sheet.heading(text.pairs);
    match &report.department_pairs {
        Some(rows) => pairs(&mut sheet, rows, text, lang),
        None => {
            sheet.line(text.too_many);
        }
    }
    if report.isolates.is_none() {
        sheet.line("").line(text.held_back);
    }
    if let Some(links) = &report.single_links {
        sheet.heading(text.single_links);
        single_links(&mut sheet, links, text, lang);
    }
    if let Some(pairs) = report.level_pairs.as_ref().filter(|rows| !rows.is_empty()) {
        sheet.heading(text.levels);
        levels(&mut sheet, pairs, text, lang);
    }
    gaps(&mut sheet, report, lang);
    sheet.heading(text.researchers);
    researchers(&mut sheet, report, text, lang);
    if let Some(all) = &report.actor_figures {
        sheet.heading(text.actors);
        actors(&mut sheet, all, text, lang);
    }
    sheet.text()
}

fn selection(report: &SiloReport, text: &ReportText, lang: Lang) -> String {
    let mut parts = vec![(text.from_strength)(&short(report.min_strength, lang))];
    if report.scope == "offices" {
        parts.push(text.offices_only.to_owned());
    }
    if report.directed {
        parts.push(text.directed.to_owned());
    }
    parts.join("; ")
}

fn network(report: &SiloReport, text: &ReportText, lang: Lang) -> Vec<(&'static str, String)> {
    let n = |number: usize| whole(number as u64, lang);
    let mut rows = vec![
        (name("actors", lang), n(report.actors)),
        (name("ties", lang), n(report.ties)),
        (name("departments", lang), n(report.departments)),
    ];
    if let Some((below, unstated)) = report
        .ties_below_threshold
        .zip(report.ties_without_strength)
    {
        let counts = (text.not_counted)(&n(below), &n(unstated));
        rows.push((name("ties_below_threshold", lang), counts));
    }
    let left = report.left_out;
    let selves = left.self_ties.filter(|selves| *selves > 0).map(n);
    if left.actors + left.bodies + left.ties.unwrap_or(0) > 0 || selves.is_some() {
        let (ties, bodies) = (left.ties.map(n), n(left.bodies));
        let left_out = text.left_out;
        let counts = left_out(&n(left.actors), ties.as_deref(), &bodies, selves.as_deref());
        rows.push((name("left_out.actors", lang), counts));
    }
    if let Some(response) = &report.response {
        let mut counts = (text.of_all)(&n(response.answered), &n(response.asked));
        if let Some(rate) = response.rate {
            counts.push_str(&format!(" ({} %)", percent(rate)));
        }
        rows.push((name("response.rate", lang), counts));
        let both = response.confirmed.map_or_else(|| undefined().to_owned(), n);
        let sides = (text.sides)(&n(response.one_sided), &both);
        rows.push((name("response.confirmed", lang), sides));
    }
    rows.push((name("density", lang), maybe(report.density, lang)));
    let parts = (text.parts)(&n(report.components), &n(report.largest_component));
    rows.push((name("components", lang), parts));
    if let Some(isolates) = &report.isolates {
        rows.push((name("isolates", lang), n(isolates.len())));
    }
    if let Some(bridges) = &report.bridges {
        rows.push((name("bridges", lang), n(bridges.len())));
    }
    rows
}

/// Size before p: what stays inside, how separate that is, and last how often chance gives as much.
fn silo(report: &SiloReport, text: &ReportText, lang: Lang) -> Vec<(&'static str, String)> {
    let silo = &report.silo;
    let ties = whole(silo.internal + silo.external, lang);
    let range = inside(report).map(|inside| range(inside.low, inside.high, inside.drawn, lang));
    let expected = silo
        .expected_internal()
        .map_or_else(|| undefined().to_owned(), |n| whole(n.round() as u64, lang));
    let told = (text.inside)(
        &whole(silo.internal, lang),
        &ties,
        &expected,
        range.as_deref(),
    );
    let mut rows = vec![(name("department_figures.internal", lang), told)];
    let segregation = match silo.segregation {
        Some(segregation) => format!("{} ({})", decimal(segregation, lang), text.segregation),
        None => undefined().to_owned(),
    };
    rows.push((name("silo.segregation", lang), segregation));
    if let Some(permutations) = &silo.permutations {
        let p = two_sided(permutations.p_low, permutations.p_high);
        rows.push((name("silo.permutations.p_low", lang), decimal(p, lang)));
    }
    let shares = |agreed: &Agreed| {
        let share = |share: Option<f64>| match share {
            Some(share) => format!("{} %", percent(share)),
            None => undefined().to_owned(),
        };
        let (inside, between) = (share(agreed.share_internal), share(agreed.share_external));
        (text.inside_and_between)(&inside, &between)
    };
    if let Some(binding) = &silo.binding {
        rows.push((name("silo.binding.internal", lang), shares(binding)));
    }
    if let Some(confirmed) = &silo.confirmed {
        rows.push((name("silo.confirmed.internal", lang), shares(confirmed)));
    }
    rows.push((name("silo.verdict", lang), in_a_word(Some(silo.said), lang)));
    rows
}

fn departments(sheet: &mut Sheet, report: &SiloReport, text: &ReportText, lang: Lang) {
    let head = [
        (name("department_figures.department", lang), Align::Left),
        (name("department_figures.actors", lang), Align::Right),
        (name("department_figures.internal", lang), Align::Right),
        (
            name("department_figures.expected_internal", lang),
            Align::Right,
        ),
        (name("department_figures.external", lang), Align::Right),
        (
            name("department_figures.expected_external", lang),
            Align::Right,
        ),
        (name("department_figures.verdict", lang), Align::Left),
    ];
    let row = |figures: &DepartmentFigures| {
        vec![
            called(&figures.department, text),
            whole(figures.actors.into(), lang),
            count(figures.internal, lang),
            maybe(figures.expected_internal, lang),
            count(figures.external, lang),
            maybe(figures.expected_external, lang),
            in_a_word(figures.said, lang),
        ]
    };
    sheet.table(&head, report.department_figures.iter().map(row).collect());
}

fn pairs(sheet: &mut Sheet, pairs: &[DepartmentPair], text: &ReportText, lang: Lang) {
    let head = [
        (name("department_pairs.a", lang), Align::Left),
        ("", Align::Left),
        (name("department_pairs.state", lang), Align::Left),
        (name("ties", lang), Align::Right),
        (name("department_pairs.possible", lang), Align::Right),
        (name("department_pairs.expected", lang), Align::Right),
        (name("department_pairs.binding", lang), Align::Right),
        (name("department_pairs.verdict", lang), Align::Left),
    ];
    let row = |pair: &DepartmentPair| {
        let [reported, none, not_asked] = text.states;
        let state = match pair.state {
            PairState::Reported => reported,
            PairState::NoneReported => none,
            PairState::NotAsked => not_asked,
        };
        vec![
            called(&pair.a, text),
            called(&pair.b, text),
            state.to_owned(),
            count(pair.ties, lang),
            pair.possible
                .map_or_else(|| undefined().to_owned(), |n| whole(n, lang)),
            maybe(pair.expected, lang),
            count(pair.binding, lang),
            in_a_word(pair.said, lang),
        ]
    };
    sheet.table(&head, pairs.iter().map(row).collect());
}

/// The pairs that hang on one function; a single tie is told of one of its ends.
fn single_links(sheet: &mut Sheet, links: &[SingleLinkRow], text: &ReportText, lang: Lang) {
    if links.is_empty() {
        sheet.line(text.no_single_links);
    }
    for links in links.chunk_by(|x, y| x.a == y.a && x.b == y.b) {
        let link = &links[0];
        let ends = (link.a.as_str(), link.b.as_str());
        sheet.line(&one_function(
            lang,
            ends,
            link.label.as_deref(),
            link.direct,
        ));
    }
}

fn researchers(sheet: &mut Sheet, report: &SiloReport, text: &ReportText, lang: Lang) {
    let silo = &report.silo;
    sheet.values(&[
        (name("silo.e_i", lang), maybe(silo.e_i, lang)),
        (name("silo.expected", lang), maybe(silo.expected, lang)),
        ("sd", maybe(silo.sd, lang)),
        ("z", maybe(silo.z, lang)),
        ("sd (segregation)", maybe(silo.sd_segregation, lang)),
        (name("silo.rescaled", lang), maybe(silo.rescaled, lang)),
        (
            name("silo.activity.observed", lang),
            maybe(silo.activity.observed, lang),
        ),
        (
            name("silo.activity.expected", lang),
            maybe(silo.activity.chance.expected, lang),
        ),
        ("sd", maybe(silo.activity.chance.sd, lang)),
        ("z", maybe(silo.activity.chance.z, lang)),
        (
            name("silo.assortativity", lang),
            maybe(silo.assortativity, lang),
        ),
    ]);
    indices(sheet, report, text, lang);
    sheet.line("").values(&structure::whole(report, lang));
    sheet.line("").values(&modularity(&silo.modularity, lang));
    let chance = |name: String, of: [Option<f64>; 3], activity: &ByActivity| {
        let activity = [activity.expected, activity.sd, activity.z];
        let figures = of.into_iter().chain(activity);
        let mut row = vec![name];
        row.extend(figures.map(|figure| maybe(figure, lang)));
        row
    };
    let rows = report.department_figures.iter().map(|own| {
        let labels = [own.z, p(own.p_low, own.p_high), own.q];
        chance(called(&own.department, text), labels, &own.activity)
    });
    sheet
        .line("")
        .table(&chance_head(text.departments), rows.collect());
    let rows = report.department_pairs.iter().flatten().map(|pair| {
        let both = format!("{} – {}", called(&pair.a, text), called(&pair.b, text));
        let labels = [pair.z, p(pair.p_low, pair.p_high), pair.q];
        chance(both, labels, &pair.activity)
    });
    sheet
        .line("")
        .table(&chance_head(text.pairs), rows.collect());
}

/// One p for both sides.
fn p(low: Option<f64>, high: Option<f64>) -> Option<f64> {
    low.zip(high).map(|(low, high)| two_sided(low, high))
}

/// The names of the columns that say what chance gives.
fn chance_head(first: &'static str) -> Vec<(&'static str, Align)> {
    let figures = [
        "z",
        "p",
        "q",
        "activity.expected",
        "activity.sd",
        "activity.z",
    ];
    let mut head = vec![(first, Align::Left)];
    head.extend(figures.map(|figure| (figure, Align::Right)));
    head
}

fn modularity(figures: &Modularity, lang: Lang) -> [(&'static str, String); 5] {
    let groups = figures
        .best_groups
        .map_or_else(|| undefined().to_owned(), |n| whole(n as u64, lang));
    [
        (
            name("silo.modularity.departments", lang),
            maybe(figures.departments, lang),
        ),
        (
            name("silo.modularity.best", lang),
            maybe(figures.best, lang),
        ),
        (ReportText::of(lang).groups, groups),
        ("ARI", maybe(figures.ari, lang)),
        ("NMI", maybe(figures.nmi, lang)),
    ]
}

fn called(department: &str, text: &ReportText) -> String {
    match department {
        "" => text.everybody.to_owned(),
        name => name.to_owned(),
    }
}

fn count(number: Option<u32>, lang: Lang) -> String {
    number.map_or_else(|| undefined().to_owned(), |n| whole(n.into(), lang))
}
