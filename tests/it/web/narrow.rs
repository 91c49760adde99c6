//! Maps where it is narrow: lists and parts in words, and a picture of their own.

use axum::http::StatusCode;

use super::House;

const MAP: &str = "/districts/musterbezirk/map";

#[tokio::test]
async fn the_pairs_are_a_list_where_it_is_narrow_those_that_stand_out_first() {
    let house = House::open().await;
    for audience in ["working", "leadership"] {
        let page = house
            .get(&format!("{MAP}?view=matrix&audience={audience}&lang=de"))
            .await
            .says(StatusCode::OK);
        let parts = &page[page.find("<section class=\"parts\"").expect("the parts")..];
        let (first, rest) = parts.split_once("</details>").expect("a part");
        assert!(
            first.contains("<details open><summary>Paare, die auffallen</summary>"),
            "{first}"
        );
        assert!(!rest.contains("<details open>"));
        assert!(page.contains("class=\"picture wide-screen beside-narrow\""));
        let links = page.find("<ul class=\"links\"").expect("downloads");
        assert!(page.find("class=\"parts\"").expect("parts") < links);
    }
}

#[tokio::test]
async fn a_view_without_a_narrow_picture_is_an_open_list_there() {
    let house = House::open().await;
    for view in ["chain", "offer", "change"] {
        for audience in ["working", "leadership"] {
            let page = house
                .get(&format!("{MAP}?view={view}&audience={audience}&lang=de"))
                .await
                .says(StatusCode::OK);
            assert!(
                page.contains("class=\"picture wide-screen beside-narrow\""),
                "{view}"
            );
            let parts = page.split_once("<section class=\"parts\"").expect("parts");
            let (parts, _) = parts.1.split_once("</section>").expect("their end");
            assert!(parts.contains("<details open>"), "{view} {parts}");
            assert!(page.contains("<div class=\"tools not-narrow\""), "{view}");
        }
    }
}

#[tokio::test]
async fn a_screen_that_is_touched_is_told_of_no_key() {
    let house = House::open().await;
    let page = house.get(&format!("{MAP}?lang=de")).await;
    let page = page.says(StatusCode::OK);
    let touch = page.split_once("data-touch=\"").expect("a hint").1;
    let (touch, _) = touch.split_once('"').expect("its end");
    assert!(touch.starts_with("Tippen Sie") && !touch.contains("taste"));
}

#[tokio::test]
async fn departments_look_on_a_narrow_screen_as_on_paper() {
    let house = House::open().await;
    let page = house
        .get(&format!("{MAP}?view=network&phase=2&lang=de"))
        .await;
    let page = page.says(StatusCode::OK);
    let narrow = page.find("id=\"pocket-departments\"").expect("narrow");
    let wide = page.find("id=\"departments\"").expect("wide");
    for name in ["Jugendamt", "OE QPK", "Lindenhof gGmbH", "Jobcenter"] {
        let looks = [narrow, wide].map(|from| {
            let one = format!("data-department=\"{name}\"");
            let own = page[from..].split_once(&one).expect("it is there").1;
            [" fill=\"", " stroke=\""].map(|key| {
                let value = own.split_once(key).expect("a colour").1;
                value.split_once('"').expect("its end").0
            })
        });
        assert_eq!(looks[0], looks[1], "{name}");
    }
}

#[tokio::test]
async fn the_map_as_tables_folds_by_office_where_it_is_narrow() {
    let house = House::open().await;
    let page = house.get("/districts/musterbezirk/table?lang=de").await;
    let page = page.says(StatusCode::OK);
    assert_eq!(page.matches("<section class=\"parts\"").count(), 2);
    assert_eq!(page.matches("<div class=\"not-narrow\"").count(), 2);
    assert!(page.contains("<summary>Jugendamt</summary>"));
    assert!(page.contains("<li>Gesundheitsamt: gemeldet (15)</li>"));
}

#[tokio::test]
async fn a_narrow_screen_shows_the_same_network_on_both_pages() {
    let house = House::open().await;
    let picture = |page: String| {
        let from = page.find("id=\"pocket-ties\"").expect("the picture");
        page[from..from + page[from..].find("</svg>").expect("its end")].to_owned()
    };
    let mut pictures = Vec::new();
    for address in [
        "/districts/musterbezirk?phase=2&lang=de",
        "/districts/musterbezirk/map?phase=2&lang=de",
    ] {
        pictures.push(picture(house.get(address).await.says(StatusCode::OK)));
    }
    assert!(pictures[0].contains("data-department=\"Lindenhof gGmbH\""));
    assert_eq!(pictures[0], pictures[1]);
}

#[tokio::test]
async fn a_narrow_screen_says_which_part_of_the_network_it_shows() {
    let house = House::open().await;
    let page = house
        .get(&format!("{MAP}?lang=de"))
        .await
        .says(StatusCode::OK);
    assert!(page.contains(">12 Organisationen · ab Stärke 2 · ohne Gremien</text>"));
    let page = house
        .get(&format!("{MAP}?lang=de&audience=leadership"))
        .await
        .says(StatusCode::OK);
    assert!(
        page.contains("7 Ämter · ab Stärke 2") && !page.contains("ohne Gremien"),
        "leaders are told of no body"
    );
    let page = house
        .get(&format!("{MAP}?lang=de&view=matrix"))
        .await
        .says(StatusCode::OK);
    let (_, head) = page
        .split_once("head-of-map")
        .expect("the head beside the picture");
    assert!(head.contains("nur die 7 Ämter"));
    assert!(head.contains("Schul- und Sportamt – Gesundheitsamt: keine Verbindung gemeldet"));
}
