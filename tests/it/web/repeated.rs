//! A form that is sent again: the same is answered the same, something else is written, and what was taken back is
//! written again.

use axum::http::StatusCode;

use super::House;

/// A number that the form was made with; going back in the browser brings it again.
const REQUEST: &str = "6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11";

async fn choose(house: &House, district: &str, units: &[&str]) -> String {
    let mut form = format!("request={REQUEST}");
    for unit in units {
        form.push_str(&format!("&unit={unit}"));
    }
    let address = format!("/districts/{district}/offices");
    let answer = house.post(&address, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{units:?}");
    answer.header("location").to_owned()
}

async fn undo(house: &House, step: u32) -> String {
    let address = format!("/districts/pankow/history/{step}");
    let answer = house.post(&address, &format!("request={REQUEST}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    answer.header("location").to_owned()
}

/// How many of the list's entries the district holds.
async fn held(house: &House, district: &str) -> usize {
    let list = house.get(&format!("/districts/{district}/offices")).await;
    let list = list.says(StatusCode::OK);
    list.matches("schon eingetragen").count()
}

#[tokio::test]
async fn other_ticks_in_the_same_form_are_written() {
    let house = House::open().await;
    let first = choose(&house, "pankow", &["jugendamt"]).await;
    assert_eq!(first, "/districts/pankow?taken=1");
    let second = choose(&house, "pankow", &["gesundheitsamt"]).await;
    assert_eq!(second, "/districts/pankow?taken=2");
    assert_eq!(held(&house, "pankow").await, 2);
    // Each of them again is answered the same, and writes nothing.
    for (units, answer) in [("gesundheitsamt", &second), ("jugendamt", &first)] {
        assert_eq!(&choose(&house, "pankow", &[units]).await, answer);
    }
    assert_eq!(held(&house, "pankow").await, 2);
}

#[tokio::test]
async fn the_same_number_in_another_district_is_written_there() {
    let house = House::open().await;
    choose(&house, "pankow", &["jugendamt"]).await;
    let there = choose(&house, "mitte", &["gesundheitsamt", "jugendamt"]).await;
    assert_eq!(there, "/districts/mitte?taken=1");
    assert_eq!(held(&house, "mitte").await, 2);
    // What the pages hold is what the store holds.
    let again = miteinander::service::Service::over(
        miteinander::store::open(&house.store_url(), None)
            .await
            .expect("the store opens"),
    );
    let district = miteinander::domain::DistrictId::parse("mitte").expect("an id");
    let view = again.view(&district).await.expect("it stands");
    assert_eq!(view.network.departments.len(), 2);
}

#[tokio::test]
async fn an_old_form_that_takes_a_step_back_does_so_again_after_that_was_taken_back() {
    let house = House::open().await;
    choose(&house, "pankow", &["jugendamt"]).await;
    assert_eq!(undo(&house, 1).await, "/districts/pankow/history?undone=1");
    assert_eq!(held(&house, "pankow").await, 0);
    // Twice the same is once.
    undo(&house, 1).await;
    // Taken back itself: the office is there again.
    undo(&house, 2).await;
    assert_eq!(held(&house, "pankow").await, 1);
    // The page from before, found by going back in the browser.
    assert_eq!(undo(&house, 1).await, "/districts/pankow/history?undone=1");
    assert_eq!(held(&house, "pankow").await, 0, "it says undone and is");
}

#[tokio::test]
async fn what_was_taken_back_is_written_when_it_is_sent_again() {
    let house = House::open().await;
    choose(&house, "pankow", &["jugendamt"]).await;
    undo(&house, 1).await;
    let again = choose(&house, "pankow", &["jugendamt"]).await;
    assert_eq!(again, "/districts/pankow?taken=3");
    assert_eq!(held(&house, "pankow").await, 1);
    assert_eq!(choose(&house, "pankow", &["jugendamt"]).await, again);
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_chosen_at_the_same_time_are_all_entered() {
    let house = House::open().await;
    let send = async |unit: &str| {
        let form = format!("request={}&unit={unit}", uuid::Uuid::new_v4());
        let answer = house.post("/districts/pankow/offices", &form).await;
        answer.status
    };
    // Each would make the department for bodies first.
    let statuses = tokio::join!(
        send("jugendhilfeausschuss"),
        send("bildungsverbund"),
        send("netzwerk-fruehe-hilfen"),
        send("jugendamt"),
    );
    let all = [statuses.0, statuses.1, statuses.2, statuses.3];
    assert_eq!(all, [StatusCode::SEE_OTHER; 4]);
    assert_eq!(held(&house, "pankow").await, 4);
}
