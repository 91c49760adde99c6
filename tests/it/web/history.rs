//! What happened is told in plain sentences, and taken back by a button.

use axum::http::StatusCode;

use super::House;

const REQUEST: &str = "6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11";
const OTHER: &str = "7f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b12";

async fn choose(house: &House, units: &[&str], request: &str) -> String {
    let mut form = format!("request={request}");
    for unit in units {
        form.push_str(&format!("&unit={unit}"));
    }
    let answer = house.post("/districts/pankow/offices", &form).await;
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{}",
        String::from_utf8_lossy(&answer.bytes)
    );
    answer.header("location").to_owned()
}

async fn undo(house: &House, step: u32, request: &str) -> super::Answer {
    let address = format!("/districts/pankow/history/{step}");
    house.post(&address, &format!("request={request}")).await
}

#[tokio::test]
async fn offices_and_bodies_are_chosen_by_ticks_in_one_step() {
    let house = House::open().await;
    let units = ["jugendamt", "oe-qpk", "netzwerk-fruehe-hilfen"];
    assert_eq!(
        choose(&house, &units, REQUEST).await,
        "/districts/pankow?taken=1"
    );
    let page = house.get("/districts/pankow").await.says(StatusCode::OK);
    assert!(
        page.contains("3 Organisationen sind eingetragen"),
        "the two and one for bodies\n{page}"
    );
    let list = house
        .get("/districts/pankow/offices")
        .await
        .says(StatusCode::OK);
    assert_eq!(list.matches("schon eingetragen").count(), 3);
    let history = house
        .get("/districts/pankow/history")
        .await
        .says(StatusCode::OK);
    for words in [
        "Von Hand eingetragen",
        "3 Organisationen neu",
        "Netzwerk Frühe Hilfen",
        "OE QPK",
    ] {
        assert!(history.contains(words), "{words}");
    }
}

#[tokio::test]
async fn ticking_nothing_is_answered_by_the_list() {
    let house = House::open().await;
    let answer = house
        .post("/districts/pankow/offices", &format!("request={REQUEST}"))
        .await;
    assert!(
        answer
            .says(StatusCode::OK)
            .contains("Es ist noch nichts angekreuzt.")
    );
}

#[tokio::test]
async fn a_step_is_taken_back_and_the_taking_back_too() {
    let house = House::open().await;
    choose(&house, &["jugendamt"], REQUEST).await;
    for _ in 0..2 {
        let undone = undo(&house, 1, OTHER).await;
        assert_eq!(
            undone.header("location"),
            "/districts/pankow/history?undone=1"
        );
    }
    let page = house.get("/districts/pankow").await.text();
    assert!(page.contains("Hier ist noch nichts eingetragen."));
    let history = house
        .get("/districts/pankow/history?undone=1")
        .await
        .says(StatusCode::OK);
    assert!(history.contains("Schritt 1 ist zurückgenommen."));
    assert!(history.contains("1 Organisation entfernt"));
    let mark = "durch <a href=\"/districts/pankow/history/2\">Schritt 2</a>";
    let told = |page: &str| {
        (
            page.matches("zurückgenommen am ").count(),
            page.contains(mark),
        )
    };
    assert_eq!(told(&history), (1, true), "{history}");
    let button = "action=\"/districts/pankow/history/";
    let restored = "action=\"/districts/pankow/history/2\"";
    assert_eq!(
        history.matches(button).count(),
        history.matches(restored).count(),
        "what is back is not taken back again, it is put back"
    );
    assert!(history.contains("aria-label=\"Schritt 1 wiederherstellen\">Wiederherstellen<"));
    let step = house.get("/districts/pankow/history/1").await;
    let step = step.says(StatusCode::OK);
    assert_eq!(told(&step), (1, true));
    assert_eq!(step.matches(button).count(), step.matches(restored).count());
    let english = house.get_in("/districts/pankow/history", "en").await;
    assert!(english.says(StatusCode::OK).contains("undone on "));

    undo(&house, 2, "8f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b13").await;
    let page = house.get("/districts/pankow").await.text();
    assert!(page.contains("1 Organisation ist eingetragen"));
    // The first step stands again; the second is the one that was taken back.
    let history = house.get("/districts/pankow/history").await.text();
    assert_eq!(told(&history), (1, false));
    assert!(history.contains("href=\"/districts/pankow/history/3\">Schritt 3</a>"));
}

#[tokio::test]
async fn a_page_claims_only_what_its_history_holds() {
    let house = House::open().await;
    choose(&house, &["jugendamt"], REQUEST).await;
    let said = async |asked: &str| {
        let address = format!("/districts/pankow/history?{asked}");
        let page = house.get(&address).await.says(StatusCode::OK);
        page.contains("ist zurückgenommen.")
    };
    for asked in ["undone=1", "undone=99", "undone=-1", "undone=x"] {
        assert!(!said(asked).await, "{asked}");
    }
    undo(&house, 1, OTHER).await;
    assert!(said("undone=1").await);
    assert!(!said("undone=2").await && !said("undone=1&before=2").await);
    // The step is back: it is the taking back that is taken back now.
    undo(&house, 2, "8f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b13").await;
    assert!(!said("undone=1").await && said("undone=2").await);

    // What was taken over, back and over again is there; what only takes back brought nothing.
    for (asked, says) in [
        ("1", true),
        ("2", false),
        ("3", false),
        ("4", false),
        ("99", false),
    ] {
        let address = format!("/districts/pankow?taken={asked}");
        let page = house.get(&address).await.says(StatusCode::OK);
        assert_eq!(page.contains("id=\"taken\""), says, "{asked}");
    }
}

#[tokio::test]
async fn a_step_that_others_build_on_is_not_taken_back_and_the_page_says_why() {
    let house = House::open().await;
    choose(&house, &["netzwerk-fruehe-hilfen"], REQUEST).await;
    choose(&house, &["netzwerk-kinderschutz"], OTHER).await;
    let refused = undo(&house, 1, "8f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b13").await;
    let page = refused.says(StatusCode::CONFLICT);
    assert!(page.contains("Schritt 1 lässt sich nicht zurücknehmen"));
    assert!(page.contains("Spätere Schritte bauen darauf auf"));
    let later = "Darauf baut auf: <a href=\"/districts/pankow/history/2\">Schritt 2</a>";
    assert!(page.contains(later), "{page}");
    let missing = undo(&house, 77, "8f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b14").await;
    missing.says(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_long_history_goes_on_on_the_next_page() {
    let house = House::open().await;
    choose(&house, &["jugendamt"], REQUEST).await;
    for step in 1..=24 {
        let request = format!("6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c3{step:03}");
        assert_eq!(
            undo(&house, step, &request).await.status,
            StatusCode::SEE_OTHER,
            "{step}"
        );
    }
    let first = house
        .get("/districts/pankow/history")
        .await
        .says(StatusCode::OK);
    assert!(first.contains("Schritt 25<") && !first.contains("Schritt 5<"));
    let next = house
        .get("/districts/pankow/history?before=6")
        .await
        .says(StatusCode::OK);
    assert!(next.contains("Schritt 5<") && next.contains("Schritt 1<"));
    assert!(first.contains("before=6"));
}

#[tokio::test]
async fn the_history_is_told_by_day_with_the_weekday() {
    let house = House::open().await;
    let page = house.get("/districts/musterbezirk/history").await;
    let page = page.says(StatusCode::OK);
    assert!(page.contains("<h2>Mittwoch, 12.03.2025</h2>"), "{page}");
}

#[tokio::test]
async fn a_record_tells_what_touched_it_and_what_else_came_with_it() {
    let house = House::open().await;
    choose(&house, &["jugendamt", "oe-qpk"], REQUEST).await;
    choose(&house, &["schul-und-sportamt"], OTHER).await;
    let page = house.get("/districts/pankow/departments/jugendamt").await;
    let page = page.says(StatusCode::OK);
    let (_, past) = page.split_once("id=\"past\"").expect("its history");
    assert!(
        past.contains("Schritt 1<") && !past.contains("Schritt 2<"),
        "{past}"
    );
    assert!(past.contains("1 Organisation neu") && past.contains("noch eine weitere Angabe"));
    undo(&house, 1, "8f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b13").await;
    let gone = house.get("/districts/pankow/departments/jugendamt").await;
    gone.says(StatusCode::NOT_FOUND);
    // What was taken back is put back from the history.
    undo(&house, 3, "8f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b14").await;
    let page = house.get("/districts/pankow/departments/jugendamt").await;
    let page = page.says(StatusCode::OK);
    let (_, past) = page.split_once("id=\"past\"").expect("its history");
    for step in ["Schritt 4<", "Schritt 3<", "Schritt 1<"] {
        assert!(past.contains(step), "{step}");
    }
}
