//! An organisation from its beginning to its end.

use axum::http::StatusCode;

use super::super::House;
use super::super::form::Fields;
use super::{BASE, filled, led_to, network, send};

#[tokio::test]
async fn an_organisation_is_entered_changed_merged_and_removed() {
    let house = House::open().await;
    let before = network(&house).await;
    let new = format!("{BASE}/departments/new");
    let typed = [
        ("name", "Wohnungsamt"),
        ("kind", "office"),
        ("division", "V"),
    ];
    let form = filled(&house, &new, &typed).await;
    let (to, page) = led_to(&house, &send(&house, &new, &form).await).await;
    assert!(
        to.starts_with(&format!("{BASE}/departments/wohnungsamt?taken=")),
        "{to}"
    );
    assert!(
        page.contains("Rückgängig") && page.contains("<dd>V</dd>"),
        "{page}"
    );
    let taken = filled(&house, &new, &typed).await;
    let page = send(&house, &new, &taken)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.contains("Eine andere Organisation heißt schon so."),
        "{page}"
    );
    let merge = format!("{BASE}/departments/jugendamt/merge?into=wohnungsamt");
    let form = filled(&house, &merge, &[]).await;
    let (_, page) = led_to(&house, &send(&house, &merge, &form).await).await;
    assert!(page.contains("RSD"), "its functions have come along");
    let held = network(&house).await;
    let is_gone =
        |place: &miteinander::domain::Membership| place.department.as_str() != "jugendamt";
    assert!(held.memberships.values().all(is_gone));
    assert_eq!(held.memberships.len(), before.memberships.len());
    let remove = format!("{BASE}/departments/wohnungsamt/remove");
    let page = house.get(&remove).await.says(StatusCode::OK);
    assert!(page.contains("Funktionen</li>"), "{page}");
    let form = Fields::of(&page);
    led_to(&house, &send(&house, &remove, &form).await).await;
    let held = network(&house).await;
    assert!(
        held.departments
            .keys()
            .all(|id| id.as_str() != "wohnungsamt")
    );
}
