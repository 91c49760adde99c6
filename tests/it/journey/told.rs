//! What the map tells of what is pointed at, and what it lights up: as much as the picture shows, no more.

use serde_json::{Value, json};

use super::Open;
use super::browser::Browser;
use super::maps::{on_the_map, value};

/// Walks through the whole picture by keyboard and answers what is told of each department.
const WALK: &str = "
    const canvas = document.querySelector('.wide-screen[data-canvas]');
    const told = document.querySelector('[data-told]');
    const found = {};
    for (let n = canvas.querySelectorAll('.department').length; n > 0; n -= 1) {
      canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      found[canvas.querySelector('.here').dataset.department] = told.textContent;
    }
    return found;";

#[tokio::test(flavor = "multi_thread")]
async fn an_office_is_told_with_as_many_ties_as_its_band_bears() {
    let Some(browser) = Browser::open(1280, 900).await else {
        return;
    };
    let open = Open::start().await;
    let map = format!("{}/districts/musterbezirk/map?lang=de", open.address);
    for audience in ["working", "leadership"] {
        browser.go(&format!("{map}&audience={audience}")).await;
        browser.see(".told-of:not([hidden])").await;
        let bands = value(
            &browser,
            "return Array.from(document.querySelectorAll('.wide-screen .band[data-ties]'), \
             (band) => [band.dataset.a, band.dataset.b, band.dataset.ties])",
        )
        .await;
        let told = value(&browser, WALK).await;
        let bands = bands.as_array().expect("a list");
        assert!(bands.len() > 5, "{audience}: bands bear numbers");
        for band in bands {
            let [a, b, ties] = [0, 1, 2].map(|at| band[at].as_str().expect("a text"));
            for (own, other) in [(a, b), (b, a)] {
                let told = told[own].as_str().expect("it is told");
                let number = format!("{other} ({ties})");
                assert!(told.contains(&number), "{audience}: {number} in {told}");
            }
        }
    }
    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ties_that_ended_are_told_as_those_of_before() {
    let Some(browser) = Browser::open(1280, 900).await else {
        return;
    };
    let open = Open::start().await;
    let map = format!(
        "{}/districts/musterbezirk/map?view=change&lang=de",
        open.address
    );
    for audience in ["working", "leadership"] {
        browser.go(&format!("{map}&audience={audience}")).await;
        browser.see(".told-of:not([hidden])").await;
        let told = value(&browser, WALK).await;
        let told = told["Gesundheitsamt"].as_str().expect("it is told");
        let (now, before) = told
            .split_once("; nur vorher gemeldet: ")
            .unwrap_or_else(|| panic!("{audience}: {told}"));
        assert!(
            !now.contains("Schul- und Sportamt") && before.contains("Schul- und Sportamt (2)"),
            "{audience}: {told}"
        );
        let jugendamt = ["Jugendamt (12)", "Jugendamt (5 → 15)"];
        let jugendamt = jugendamt[usize::from(audience == "leadership")];
        assert!(now.contains(jugendamt), "{audience}: {told}");
    }
    browser.close().await;
    open.close().await;
}

/// The parts of the picture that is seen that belong to a pair, whether the office is one of the pair, and whether
/// they stepped back.
const PAIRS: &str = "
    const picture = Array.from(document.querySelectorAll('.picture')).find((one) => one.offsetParent);
    const home = new Map(Array.from(picture.querySelectorAll('.actor'), (one) => [one.dataset.actor, one.dataset.department]));
    return Array.from(picture.querySelectorAll('[data-a]'), (one) => [
      one.getAttribute('class').split(' ')[0],
      [one.dataset.a, one.dataset.b].map((end) => home.get(end) || end).includes(arguments[0]),
      one.classList.contains('faint')]);";

async fn lit(browser: &Browser, office: &str) -> Vec<Value> {
    let found = browser.client.execute(PAIRS, vec![json!(office)]).await;
    let found = found.expect("the picture can be read");
    found.as_array().expect("a list").clone()
}

fn only_its_own_pairs_are_lit(pairs: &[Value], kinds: &[&str]) {
    for kind in kinds {
        let of_kind = || pairs.iter().filter(|pair| pair[0] == *kind);
        assert!(of_kind().any(|pair| pair[1] == true), "{kind} is drawn");
        for pair in of_kind() {
            assert_ne!(pair[1], pair[2], "its own is lit, others' not: {pair}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_that_is_lit_up_lights_its_own_pairs_and_no_others() {
    let Some(browser) = Browser::open(1280, 900).await else {
        return;
    };
    let open = Open::start().await;
    let district = format!("{}/districts/musterbezirk", open.address);
    let marks = ["tie", "band", "core", "number", "none"];
    browser.go(&format!("{district}?lang=de")).await;
    choose(&browser, "Gesundheitsamt").await;
    only_its_own_pairs_are_lit(&lit(&browser, "Gesundheitsamt").await, &marks);

    browser.go(&format!("{district}/map?lang=de")).await;
    browser.see(".told-of:not([hidden])").await;
    let light = "document.querySelector('.wide-screen .department[data-department=Gesundheitsamt]') \
                 .dispatchEvent(new MouseEvent('click', { bubbles: true }))";
    value(&browser, light).await;
    only_its_own_pairs_are_lit(&lit(&browser, "Gesundheitsamt").await, &marks);

    browser
        .go(&format!("{district}/map?lang=de&view=change"))
        .await;
    browser.see(".told-of:not([hidden])").await;
    value(&browser, light).await;
    only_its_own_pairs_are_lit(
        &lit(&browser, "Gesundheitsamt").await,
        &["tie", "bundle", "count"],
    );
    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_narrow_screen_an_office_is_lit_up_by_the_list_and_by_a_tap() {
    let Some(browser) = Browser::open(390, 844).await else {
        return;
    };
    let open = Open::start().await;
    let district = format!("{}/districts/musterbezirk?lang=de", open.address);
    browser.go(&district).await;
    choose(&browser, "Jugendamt").await;
    only_its_own_pairs_are_lit(&lit(&browser, "Jugendamt").await, &["band"]);

    let office = browser.see(".narrow [data-department=Jobcenter]").await;
    office.click().await.expect("it can be tapped");
    only_its_own_pairs_are_lit(&lit(&browser, "Jobcenter").await, &["band"]);
    let chosen = "return document.querySelector('[data-light]').value";
    assert_eq!(value(&browser, chosen).await, json!("Jobcenter"));
    let all = "const names = (css) => new Set(Array.from(document.querySelectorAll(css), \
                 (one) => one.value || one.dataset.department)); \
               const offered = names('[data-light] option:not([value=\"\"])'); \
               const drawn = names('.narrow .department'); \
               return [offered.size, drawn.size, Array.from(offered).filter((name) => !drawn.has(name))]";
    let all = value(&browser, all).await;
    assert_eq!((&all[0], &all[2]), (&all[1], &json!([])), "{all}");
    browser.close().await;
    open.close().await;
}

async fn choose(browser: &Browser, office: &str) {
    browser.see(".light:not([hidden])").await;
    let choose = "const list = document.querySelector('[data-light]'); list.value = arguments[0]; \
                  list.dispatchEvent(new Event('change'))";
    let chosen = browser.client.execute(choose, vec![json!(office)]).await;
    chosen.expect("an office can be chosen");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_moves_nothing_and_what_is_walked_to_is_seen() {
    let Some((browser, open)) = on_the_map(1280, 900).await else {
        return;
    };
    let walk = "
        const canvas = document.querySelector('.wide-screen[data-canvas]'), svg = canvas.querySelector('svg');
        const press = (key) => canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        for (const key of arguments[0]) press(key);
        const tops = new Set(), hidden = [];
        let longest = 0;
        for (let n = 0; n < 40; n += 1) {
          press('ArrowRight');
          const all = svg.getBoundingClientRect(), box = canvas.querySelector('.here').getBoundingClientRect();
          tops.add(all.top);
          longest = Math.max(longest, document.querySelector('[data-told]').offsetHeight);
          if (box.left < all.left || box.right > all.right || box.top < all.top || box.bottom > all.bottom) {
            hidden.push(canvas.querySelector('.here').textContent);
          }
        }
        const place = document.querySelector('.told-of').offsetHeight;
        return [tops.size, longest > place, hidden, svg.getAttribute('viewBox') !== '0 0 1123 794'];";
    for (keys, zoomed) in [(json!([]), false), (json!(["+", "+", "+", "+"]), true)] {
        let walked = browser.client.execute(walk, vec![keys]).await;
        let walked = walked.expect("one can walk through the picture");
        assert_eq!(walked, json!([1, true, [], zoomed]));
    }
    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_bands_alone_are_drawn_a_function_is_not_told_to_have_no_ties() {
    let Some(browser) = Browser::open(1280, 900).await else {
        return;
    };
    let open = Open::start().await;
    let functions = 0..200;
    let rows = |head: &str, row: &dyn Fn(usize) -> String| {
        let rows: String = functions.clone().map(row).collect();
        format!("{head}\n{rows}")
    };
    let files = [
        (
            "organisationen.csv",
            "Name;Art\nAmt 0;Fachamt\nAmt 1;Fachamt\nAmt 2;Fachamt\nAmt 3;Fachamt\n".to_owned(),
        ),
        (
            "funktionen.csv",
            rows("Funktion oder Einrichtung;Amt / Organisation", &|at| {
                format!("Funktion {at};Amt {}\n", at % 4)
            }),
        ),
        (
            "zusammenarbeit.csv",
            rows("Von;Mit;Stärke", &|at| {
                format!("Funktion {at};Funktion {};3\n", (at + 1) % 200)
            }),
        ),
    ];
    let paths = files.map(|(name, text)| {
        let path = open.folder.path().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        path.display().to_string()
    });
    let district = format!("{}/districts/spandau", open.address);
    browser.go(&format!("{district}/import?lang=de")).await;
    let field = browser.see("#files").await;
    let given = field.send_keys(&paths.join("\n")).await;
    given.expect("the field takes files");
    browser.click("form button[type=submit]", "#take").await;
    browser.click("#take", "#taken").await;
    browser.go(&format!("{district}/map?lang=de")).await;
    browser.see(".told-of:not([hidden])").await;
    let told = "
        const actor = document.querySelector('.wide-screen [data-actor=funktion-1]');
        actor.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        const lit = Array.from(document.querySelectorAll('.wide-screen .band:not(.faint)'));
        return [document.querySelector('[data-told]').textContent, document.querySelectorAll('.wide-screen .tie').length,
          lit.length, lit.every((band) => [band.dataset.a, band.dataset.b].includes('Amt 1'))]";
    let told = value(&browser, told).await;
    let said = "Funktion 1 (Amt 1) Zur Seite von Funktion 1";
    assert_eq!(told, json!([said, 0, 2, true]));
    // A second click on it leads to its page.
    let again = "document.querySelector('.wide-screen [data-actor=funktion-1]')\
        .dispatchEvent(new MouseEvent('click', { bubbles: true }));";
    browser
        .client
        .execute(again, vec![])
        .await
        .expect("a click");
    browser.see("section.around").await;
    let address = browser.client.current_url().await.expect("an address");
    assert!(address.path().ends_with("/actors/funktion-1"), "{address}");
    browser.close().await;
    open.close().await;
}
