//! One count everywhere: what the page of a district says in one place is what it says in every other.

use axum::http::StatusCode;
use serde_json::Value;

use super::House;

const DISTRICT: &str = "/districts/musterbezirk";

/// A page as it may be asked for: phase, audience, language.
fn pages() -> impl Iterator<Item = [&'static str; 3]> {
    let phases = ["1", "2"].into_iter();
    let audiences = phases.flat_map(|phase| ["working", "leadership"].map(|to| [phase, to]));
    audiences.flat_map(|[phase, to]| ["de", "en"].map(|lang| [phase, to, lang]))
}

async fn page(house: &House, [phase, audience, lang]: [&str; 3]) -> String {
    let address = format!("{DISTRICT}?phase={phase}&audience={audience}&lang={lang}");
    house.get(&address).await.says(StatusCode::OK)
}

async fn report(house: &House, [phase, audience, _]: [&str; 3]) -> Value {
    let address = format!("/api/v1{DISTRICT}/report?phase={phase}&audience={audience}");
    let text = house.get(&address).await.says(StatusCode::OK);
    serde_json::from_str(&text).expect("JSON")
}

/// What stands between the first of these marks and the next.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("{from}"));
    rest.split_once(to).unwrap_or_else(|| panic!("{to}")).0
}

/// The text of markup.
fn plain(markup: &str) -> String {
    let mut text = String::new();
    let mut inside = true;
    for letter in markup.chars() {
        match letter {
            '<' => inside = false,
            '>' => inside = true,
            _ if inside => text.push(letter),
            _ => {}
        }
    }
    text
}

/// The numbers in a text; those with a decimal place are left out.
fn numbers(text: &str) -> Vec<u64> {
    let apart = |letter: char| !(letter.is_ascii_digit() || letter == ',' || letter == '.');
    let words = text.split(apart).map(|word| word.trim_matches([',', '.']));
    words.filter_map(|word| word.parse().ok()).collect()
}

/// The rows of a table's body, each with its heading and its cells.
fn rows(table: &str) -> Vec<Vec<String>> {
    let body = between(table, "<tbody>", "</tbody>");
    let rows = body.split("<tr>").skip(1);
    rows.map(|row| {
        let cells = row.split("</t").map(plain);
        let cells = cells.map(|cell| cell.trim_start_matches(['h', 'd', 'r', '>']).to_owned());
        cells.filter(|cell| !cell.is_empty()).collect()
    })
    .collect()
}

#[tokio::test]
async fn the_headline_and_its_picture_say_what_the_report_says() {
    let house = House::open().await;
    for asked in pages() {
        let (page, report) = (page(&house, asked).await, report(&house, asked).await);
        let silo = &report["silo"];
        let [inside, outside] = ["internal", "external"].map(|key| silo[key].as_u64());
        let (inside, outside) = (inside.expect("a count"), outside.expect("a count"));
        let drawn = &silo["permutations"];
        let [low, high] = ["internal_low", "internal_high"].map(|key| drawn[key].as_u64());
        let statement = plain(between(&page, "id=\"headline\">", "</h2>"));
        let said = numbers(&statement);
        let told = [Some(inside), Some(inside + outside), low, high];
        for number in told.map(|number| number.expect("the demonstration is large enough")) {
            assert!(said.contains(&number), "{asked:?}: {number} in {statement}");
        }
        let bar = between(&page, "<figcaption aria-hidden=\"true\">", "</figcaption>");
        let bar = numbers(&plain(bar));
        assert_eq!(Some(bar[0]), told[0], "{asked:?}");
        assert_eq!(bar.last(), told[1].as_ref(), "{asked:?}");
    }
}

#[tokio::test]
async fn the_offices_of_the_page_are_those_of_the_report() {
    let house = House::open().await;
    for asked in pages() {
        let (page, report) = (page(&house, asked).await, report(&house, asked).await);
        let figures = &page[page.find("id=\"figures-title\"").expect("the figures")..];
        let tables: Vec<&str> = figures.split("<table").skip(1).collect();
        let told = report["department_figures"].as_array().expect("offices");
        let offices = rows(tables[1]);
        assert_eq!(offices.len(), told.len(), "{asked:?}");
        let mut inside = 0;
        for (row, own) in offices.iter().zip(told) {
            assert_eq!(row[0], own["department"].as_str().expect("a name"));
            for (cell, key) in [(1, "actors"), (2, "internal"), (4, "external")] {
                let number = own[key].as_u64();
                assert_eq!(row[cell].parse().ok(), number, "{asked:?} {row:?} {key}");
            }
            inside += own["internal"].as_u64().unwrap_or_default();
        }
        assert_eq!(Some(inside), report["silo"]["internal"].as_u64());
        let whole = rows(tables[0]);
        for (row, key) in [(0, "actors"), (1, "ties"), (3, "components")] {
            assert_eq!(numbers(&whole[row][1]), [report[key].as_u64().expect(key)]);
        }
    }
}

#[tokio::test]
async fn what_has_changed_is_told_by_sentence_table_and_share_alike() {
    let house = House::open().await;
    for asked in pages().filter(|[phase, to, _]| [*phase, *to] == ["2", "working"]) {
        let page = page(&house, asked).await;
        let change = &page[page.find("id=\"change-title\"").expect("the change")..];
        let sentence = plain(between(change, "<p class=\"sentence-small\">", "</p>"));
        let table = rows(change);
        let cell = |row: usize, column: usize| numbers(&table[row][column])[0];
        let [new, ended, kept] = {
            // The years of the phase before stand first.
            let said: Vec<u64> = numbers(&sentence)
                .into_iter()
                .filter(|n| *n < 1_900)
                .collect();
            [said[0], said[1], said[2]]
        };
        assert_eq!(cell(0, 1), kept + ended, "{asked:?}: {sentence} {table:?}");
        assert_eq!(cell(0, 2), kept + new, "{asked:?}: {sentence} {table:?}");
        for column in [1, 2] {
            let (between, inside) = (cell(0, column) as f64, cell(1, column) as f64);
            let share = (100.0 * inside / (inside + between)).round() as u64;
            assert_eq!(cell(2, column), share, "{asked:?}: {table:?}");
            assert!(numbers(&sentence).contains(&share), "{asked:?}: {sentence}");
        }
    }
}

#[tokio::test]
async fn leaders_are_told_what_changed_with_the_numbers_of_both_reports() {
    let house = House::open().await;
    for lang in ["de", "en"] {
        let page = page(&house, ["2", "leadership", lang]).await;
        let change = &page[page.find("id=\"change-title\"").expect("the change")..];
        let sentence = plain(between(change, "<p class=\"sentence-small\">", "</p>"));
        let (mut told, mut offices) = (Vec::new(), Vec::new());
        for phase in ["1", "2"] {
            let report = report(&house, [phase, "leadership", lang]).await;
            let number = |key: &str| report["silo"][key].as_u64().expect("a number");
            let (inside, all) = (number("internal"), number("internal") + number("external"));
            let share = (100.0 * inside as f64 / all as f64).round() as u64;
            told.extend([inside, all, share]);
            offices.push(report["department_figures"].clone());
        }
        assert_eq!(numbers(&sentence), told, "{sentence}");
        for row in rows(change) {
            for (cell, offices) in row[1..].iter().zip(&offices) {
                let own = offices.as_array().expect("offices").iter();
                let mut own = own.filter(|own| own["department"] == row[0].as_str());
                let own = own.next().expect("the office");
                let number = |key: &str| own[key].as_u64().expect("a number");
                let (inside, all) = (number("internal"), number("internal") + number("external"));
                let share = (100.0 * inside as f64 / all as f64).round() as u64;
                assert_eq!(numbers(cell), [share, inside, all], "{row:?}");
            }
        }
    }
}

#[tokio::test]
async fn who_moved_is_left_out_of_all_that_is_told_of_the_change_and_it_is_said() {
    let house = House::open().await;
    let team = page(&house, ["2", "working", "de"]).await;
    for part in [
        "ohne eine, die das Amt gewechselt hat.",
        "Verbindungen von Funktionen, die das Amt gewechselt haben, sind hier nicht mitgezählt.",
    ] {
        assert!(team.contains(part), "{part}");
    }
    let leaders = page(&house, ["2", "leadership", "de"]).await;
    assert!(!leaders.contains("das Amt gewechselt"));
}

#[tokio::test]
async fn the_first_page_counts_what_the_page_of_a_district_counts() {
    let house = House::open().await;
    let home = house.get("/?lang=de").await.says(StatusCode::OK);
    let district = page(&house, ["2", "working", "de"]).await;
    let functions = report(&house, ["2", "working", "de"]).await["actors"].as_u64();
    let offers = plain(between(&district, "id=\"offers-title\">", "</p>"));
    let offers = numbers(&offers)[0];
    let told = format!(
        "{} Funktionen, {offers} Angebote",
        functions.expect("a count")
    );
    assert!(home.contains(&told), "{told}");
}
