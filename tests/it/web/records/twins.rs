//! The list of names that may be the same, also across organisations.

use axum::http::StatusCode;
use miteinander::exchange::{Named, alike_apart};

use super::super::House;
use super::super::large::planted::Planted;
use super::{BASE, filled, led_to, send};

/// Enters a function under an organisation, as its form does, even where the name looks like another.
async fn enter(house: &House, name: &str, department: &str) {
    let new = format!("{BASE}/actors/new");
    let typed = [
        ("name", name),
        ("kind", "function"),
        ("department", department),
        ("action", "anyway"),
    ];
    let form = filled(house, &new, &typed).await;
    led_to(house, &send(house, &new, &form).await).await;
}

async fn twins(house: &House) -> String {
    let page = house.get(&format!("{BASE}/twins?lang=de")).await;
    page.says(StatusCode::OK)
}

#[tokio::test]
async fn a_place_that_stands_under_two_organisations_is_a_likely_twin_and_a_usual_name_is_none() {
    let house = House::open().await;
    let page = twins(&house).await;
    assert!(page.contains("Es gibt keine Einträge mit ähnlichen Namen."));
    let offices = ["gesundheitsamt", "jobcenter"];
    for office in offices {
        for name in ["Leitung", "Sekretariat", "Team Nord"] {
            enter(&house, name, office).await;
        }
    }
    // "Leitung" and "Leitung Gesundheitsamt" of one office are another matter.
    let page = twins(&house).await;
    assert!(!page.contains(" · "), "{page}");
    for office in offices {
        enter(&house, "Elterntreff Ahornallee", office).await;
    }
    let page = twins(&house).await;
    assert_eq!(page.matches("Gesundheitsamt · Jobcenter").count(), 1);
    assert!(page.contains("„Elterntreff Ahornallee“ und „Elterntreff Ahornallee“ zusammenführen"));
}

#[test]
fn in_a_generated_district_no_two_functions_of_different_organisations_are_taken_for_one() {
    let phase = super::id("1");
    let network = Planted::DISTRICT.network(std::slice::from_ref(&phase));
    let places = network.memberships.iter();
    let names = places.map(|((actor, _), place)| Named {
        name: network.actors[actor].name.as_str(),
        group: Some(place.department.as_str()),
    });
    let names: Vec<Named<'_>> = names.collect();
    assert!(names.len() > 500);
    assert_eq!(alike_apart(&names, |_, _| false), []);
}
