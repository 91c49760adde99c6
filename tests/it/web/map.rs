//! The page of the maps and its pictures, by their addresses alone.

use std::sync::Arc;

use axum::http::StatusCode;
use miteinander::analysis::Selection;
use miteinander::domain::DistrictId;
use miteinander::map::{Labels, Paper, View};
use miteinander::service::{Drawing, Image};
use miteinander::text::Lang;

use super::House;

const MAP: &str = "/districts/musterbezirk/map";

#[tokio::test]
async fn each_view_has_a_page_and_its_files() {
    let house = House::open().await;
    for view in ["network", "matrix", "change", "offer", "chain"] {
        let page = house
            .get(&format!("{MAP}?view={view}&lang=de"))
            .await
            .says(StatusCode::OK);
        assert!(
            page.contains("<svg") && page.contains("Dasselbe als Tabelle"),
            "{view}"
        );
        assert!(
            !page.contains(" style="),
            "{view}: the page's policy allows no style in place"
        );
        let parts = &page[page.find("<section class=\"parts\"").expect("the parts")..];
        assert!(
            parts.matches("<details").count() > 2,
            "{view}: a narrow screen folds its parts"
        );
        let svg = house
            .get(&format!("{MAP}.svg?view={view}"))
            .await
            .says(StatusCode::OK);
        assert!(page.contains(
            &svg[svg.find("<desc").expect("a description")..svg.find("</desc>").expect("its end")]
        ));
    }
    let pdf = house.get(&format!("{MAP}.pdf?view=chain&paper=a3")).await;
    assert!(pdf.status == StatusCode::OK && pdf.bytes.starts_with(b"%PDF"));
    let png = house.get(&format!("{MAP}.png?view=matrix")).await;
    assert!(png.status == StatusCode::OK && png.bytes.starts_with(b"\x89PNG"));
}

#[tokio::test]
async fn the_surroundings_of_a_function_are_a_picture_for_the_core_team_alone() {
    let house = House::open().await;
    let address = "view=actor&actor=jug-fruehe-hilfen&lang=de";
    let page = house.get(&format!("{MAP}?{address}")).await;
    let page = page.says(StatusCode::OK);
    assert!(page.contains("„Netzwerkkoordination Frühe Hilfen“: 22 Verbindungen"));
    assert!(page.contains("name=\"actor\" value=\"jug-fruehe-hilfen\""));
    for ending in ["svg", "png", "pdf"] {
        let file = house.get(&format!("{MAP}.{ending}?{address}")).await;
        assert_eq!(file.status, StatusCode::OK, "{ending}");
    }
    for role in ["leader", "programme"] {
        let refused = house.get(&format!("{MAP}.svg?{address}&as={role}")).await;
        assert!(refused.status.is_client_error());
        assert!(!refused.text().contains("Frühe Hilfen"));
    }
}

#[tokio::test]
async fn what_is_not_there_is_said() {
    let house = House::open().await;
    for (query, status) in [
        ("view=nonsense", StatusCode::NOT_FOUND),
        ("phase=9", StatusCode::NOT_FOUND),
        ("min_strength=9", StatusCode::BAD_REQUEST),
        ("audience=everybody", StatusCode::BAD_REQUEST),
    ] {
        for file in ["", ".svg"] {
            assert_eq!(
                house.get(&format!("{MAP}{file}?{query}")).await.status,
                status,
                "{query}{file}"
            );
        }
    }
    let page = house
        .get(&format!("{MAP}?view=offer&offer=nirgends&lang=de"))
        .await;
    assert!(
        page.says(StatusCode::NOT_FOUND)
            .contains("Ein Angebot „nirgends“ gibt es in dieser Förderphase nicht.")
    );
    let page = house
        .get(&format!("{MAP}?view=change&from=1&to=1&lang=de"))
        .await;
    assert!(
        page.says(StatusCode::NOT_FOUND)
            .contains("zwei verschiedene Förderphasen")
    );
    let leaders = house
        .get(&format!("{MAP}?audience=leadership&min_strength=4&lang=de"))
        .await;
    assert!(
        leaders
            .says(StatusCode::BAD_REQUEST)
            .contains("Für Leitungskräfte")
    );
}

#[tokio::test]
async fn a_district_without_entries_has_empty_maps() {
    let house = House::open().await;
    let page = house
        .get("/districts/mitte/map?lang=de")
        .await
        .says(StatusCode::OK);
    assert!(page.contains("Hier sind noch keine Funktionen eingetragen."));
    house
        .get("/districts/mitte/map?view=chain")
        .await
        .says(StatusCode::OK);
    house
        .get("/districts/mitte/map?view=matrix")
        .await
        .says(StatusCode::OK);
    let change = house
        .get("/districts/mitte/map?view=change&lang=de")
        .await
        .says(StatusCode::OK);
    assert!(change.contains("Angaben aus zwei Förderphasen"));
    let offer = house
        .get("/districts/mitte/map?view=offer&lang=de")
        .await
        .says(StatusCode::OK);
    assert!(offer.contains("noch kein Angebot eingetragen"));
}

#[tokio::test]
async fn the_choices_are_links_and_a_form_that_need_no_script() {
    let house = House::open().await;
    let page = house
        .get(&format!("{MAP}?view=offer&offer=wellcome&lang=de"))
        .await
        .says(StatusCode::OK);
    for part in [
        "phase=2&amp;view=chain",
        "<form class=\"choices\" method=\"get\" action=\"/districts/musterbezirk/map\">",
        "<option value=\"wellcome\" selected>",
        "offer=wellcome&amp;audience=leadership",
        "map.pdf?view=offer&amp;phase=2&amp;offer=wellcome",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let leaders = house
        .get(&format!("{MAP}?audience=leadership"))
        .await
        .says(StatusCode::OK);
    assert!(leaders.contains("audience=leadership") && !leaders.contains("data-actor"));
}

#[tokio::test]
async fn offers_stand_in_the_order_of_the_alphabet_and_the_first_is_shown_first() {
    let house = House::open().await;
    let page = house
        .get(&format!("{MAP}?view=offer&lang=de"))
        .await
        .says(StatusCode::OK);
    let list = &page[page.find("id=\"choose-offer\"").expect("the list")..];
    let list = &list[..list.find("</select>").expect("its end")];
    let names: Vec<&str> = list
        .split("</option>")
        .filter_map(|option| Some(option.rsplit_once('>')?.1))
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(
        names[..2],
        [
            "Antragsberatung Bildung und Teilhabe",
            "Aufsuchende Elternhilfe"
        ]
    );
    let place = |name: &str| names.iter().position(|one| one.starts_with(name));
    assert!(
        place("Stadtteilmütter") < place("wellcome"),
        "whatever letter is a capital: {names:?}"
    );
    assert!(list.contains(" selected>Antragsberatung Bildung und Teilhabe</option>"));
}

#[tokio::test]
async fn who_has_no_tie_is_told_with_the_strength_that_is_asked_for() {
    let house = House::open().await;
    for (query, nobody) in [
        ("", "data-nobody=\"keine Zusammenarbeit gemeldet\""),
        (
            "&min_strength=4",
            "data-nobody=\"keine Zusammenarbeit ab Stärke 4 gemeldet\"",
        ),
    ] {
        let page = house.get(&format!("{MAP}?lang=de{query}")).await;
        assert!(page.says(StatusCode::OK).contains(nobody), "{nobody}");
    }
}

#[tokio::test]
async fn an_image_is_drawn_once() {
    let house = House::open().await;
    let district = DistrictId::parse("musterbezirk").expect("an id");
    let view = house.service.view(&district).await.expect("it is there");
    let selection = Selection::working(&*house.service.survey(&view).await);
    let drawing = Drawing {
        labels: Labels::Fit,
        lang: Lang::De,
        date: None,
        paper: Paper::A4,
    };
    for image in [Image::Png, Image::Pdf] {
        let drawn = || {
            let wanted = View::Chain;
            let (service, view, selection) = (&house.service, &view, &selection);
            async move {
                service
                    .image(view, &wanted, selection, drawing, image)
                    .await
            }
        };
        let [one, other] = [drawn().await, drawn().await].map(|drawn| drawn.expect("it is drawn"));
        assert!(Arc::ptr_eq(&one, &other), "{image:?} is drawn twice");
    }
}

#[tokio::test]
async fn what_is_known_is_answered_while_nothing_more_is_computed() {
    let house = House::open().await;
    let known = format!("{MAP}.png?view=chain");
    house.get(&known).await;
    house.service.stop_computing();
    let again = house.get(&known).await;
    assert!(again.status == StatusCode::OK && again.bytes.starts_with(b"\x89PNG"));
    let busy = house.get(&format!("{MAP}?view=matrix&lang=de")).await;
    let page = busy.says(StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        page.contains("Gerade wird zu viel auf einmal berechnet"),
        "{page}"
    );
    assert!(page.contains("Noch einmal versuchen"), "{page}");
    assert_eq!(busy.header("retry-after"), "5");
    let report = "/api/v1/districts/musterbezirk/report?lang=en";
    let report = house
        .get(report)
        .await
        .says(StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        report.contains("Too many calculations are running"),
        "{report}"
    );
}

/// Where each actor of a district's map lies, by the picture's own data, in its own order.
fn marks(svg: &str) -> Vec<String> {
    let actors = svg.split("<g class=\"actor\"").skip(1);
    let of = |actor: &str, key: &str| {
        let (_, rest) = actor.split_once(&format!("{key}=\"")).expect(key);
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let marked = actors.map(|actor| {
        let mark = actor.split(['/']).next().unwrap_or_default();
        let at = ["cx", "cy", "d", "x", "y", "points"].into_iter();
        let at = at.filter(|key| mark.contains(&format!(" {key}=\"")));
        let at: Vec<String> = at.map(|key| of(mark, &format!(" {key}"))).collect();
        format!("{} {}", of(actor, "data-actor"), at.join(" "))
    });
    marked.collect()
}

#[tokio::test]
async fn a_map_stands_still_after_an_import_until_somebody_has_it_arranged_afresh() {
    let house = House::open().await;
    let whole = format!("{MAP}.svg?view=network");
    let before = marks(&house.get(&whole).await.says(StatusCode::OK));
    assert!(before.len() > 50);

    let ties = "Von;Mit;St\u{e4}rke\nWohngeld;Musikschule, Kooperationen mit Kitas und Schulen;4\n";
    let files = [("zusammenarbeit.csv", ties.as_bytes())];
    let form = house.upload("/districts/musterbezirk/import", &files).await;
    let preview = form.header("location").to_owned();
    let page = house.get(&preview).await.says(StatusCode::OK);
    let field = |page: &str, name: &str| {
        let (_, rest) = page
            .split_once(&format!("name=\"{name}\" value=\""))
            .expect(name);
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let sent = format!(
        "seen={}&programme={}",
        field(&page, "seen"),
        field(&page, "programme")
    );
    let taken = house.post(&preview, &sent).await;
    assert!(
        taken.header("location").contains("taken="),
        "{}",
        taken.text()
    );
    let after = marks(&house.get(&whole).await.says(StatusCode::OK));
    assert_eq!(before, after);

    let page = house
        .get(&format!("{MAP}?lang=de"))
        .await
        .says(StatusCode::OK);
    assert!(page.contains("Karte neu anordnen"));
    let seen = format!("seen={}", field(&page, "seen"));
    let steps = house
        .service
        .view(&DistrictId::parse("musterbezirk").expect("an id"))
        .await;
    let revision = steps.expect("a view").version.head.revision;
    assert_eq!(house.post(MAP, &seen).await.status, StatusCode::SEE_OTHER);
    let afresh = marks(&house.get(&whole).await.says(StatusCode::OK));
    assert_ne!(afresh, after);
    // Sent twice it does nothing, and no step stands in the history.
    assert_eq!(house.post(MAP, &seen).await.status, StatusCode::SEE_OTHER);
    assert_eq!(marks(&house.get(&whole).await.says(StatusCode::OK)), afresh);
    let view = house
        .service
        .view(&DistrictId::parse("musterbezirk").expect("an id"))
        .await;
    assert_eq!(view.expect("a view").version.head.revision, revision);
    let leaders = house
        .get(&format!("{MAP}?lang=de&audience=leadership"))
        .await;
    assert!(!leaders.says(StatusCode::OK).contains("Karte neu anordnen"));
}

#[tokio::test]
async fn what_leaders_would_see_is_one_link_away_from_any_threshold() {
    let house = House::open().await;
    for view in ["network", "matrix", "change", "chain"] {
        let page = house
            .get(&format!("{MAP}?view={view}&min_strength=4&lang=de"))
            .await
            .says(StatusCode::OK);
        let link = page
            .split("href=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|href| href.contains("/map?") && href.contains("audience=leadership"))
            .unwrap_or_else(|| panic!("{view}: no link to what leaders see"))
            .replace("&amp;", "&");
        let leading = house.get(&link).await.says(StatusCode::OK);
        assert!(leading.contains("audience=leadership"), "{view}");
    }
}

#[tokio::test]
async fn names_that_a_picture_cuts_are_whole_in_its_legend() {
    let house = House::open().await;
    for (address, heading) in [
        (format!("{MAP}.svg?view=network&lang=de"), "Gekürzt"),
        (format!("{MAP}.svg?view=network&lang=en"), "Shortened"),
    ] {
        let svg = house.get(&address).await.says(StatusCode::OK);
        let (picture, legend) = svg.split_once("id=\"legend\"").expect("there is a legend");
        assert_eq!(picture.matches('…').count(), 4, "{address}");
        let (_, key) = legend.split_once(heading).expect("names were cut");
        for name in [
            "Datenkoordination Kinder und Familien",
            "Zentrum für sexuelle Gesundheit und Familienplanung",
            "Bildung und Teilhabe, Leistungsgewährung",
            "Hilfe zum Lebensunterhalt und Grundsicherung",
        ] {
            assert!(key.contains(&format!(">{name}<")), "{address}: {name}");
        }
    }
}
