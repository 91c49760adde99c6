//! Functions and organisations entered, changed, moved, merged and removed on their pages.

use axum::http::StatusCode;
use miteinander::domain::{ActorId, DistrictId, Network, Role};
use miteinander::web::Verb;

use super::form::Fields;
use super::people::{ask, district, signed};
use super::{Answer, House};

const BASE: &str = "/districts/musterbezirk";
const RSD: &str = "/districts/musterbezirk/actors/jug-rsd-sued";

async fn network(house: &House) -> std::sync::Arc<Network> {
    let muster = DistrictId::parse("musterbezirk").expect("a slug");
    house.service.view(&muster).await.expect("there").network
}

fn id(text: &str) -> ActorId {
    ActorId::parse(text).expect("an id")
}

/// The hidden fields of a page, with these beside them.
async fn filled(house: &House, address: &str, typed: &[(&str, &str)]) -> Fields {
    let page = house.get(address).await.says(StatusCode::OK);
    with(Fields::of(&page), typed)
}

fn with(mut fields: Fields, typed: &[(&str, &str)]) -> Fields {
    for (name, value) in typed {
        fields.set(name, value);
    }
    fields
}

async fn send(house: &House, address: &str, fields: &Fields) -> Answer {
    house.post(address, &fields.encoded()).await
}

/// The page to which a form that was saved leads.
async fn led_to(house: &House, answer: &Answer) -> (String, String) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let to = answer.header("location").to_owned();
    let page = house.get(&to).await.says(StatusCode::OK);
    (to, page)
}

const ACTOR: [(&str, &str); 4] = [
    ("name", "Lotsenstelle"),
    ("kind", "function"),
    ("department", "gesundheitsamt"),
    ("section", "KJGD"),
];

#[tokio::test]
async fn a_function_is_entered_told_and_taken_back() {
    let house = House::open().await;
    let new = format!("{BASE}/actors/new");
    let form = filled(&house, &new, &ACTOR).await;
    let form = with(
        form,
        &[("phase", "2"), ("level", "operative"), ("answered", "no")],
    );
    let (to, page) = led_to(&house, &send(&house, &new, &form).await).await;
    assert!(
        to.starts_with(&format!("{BASE}/actors/lotsenstelle?taken=")),
        "{to}"
    );
    for words in [
        "Lotsenstelle",
        "KJGD",
        "operativ",
        "Rückgängig",
        "Nächste Funktion dieses Amtes",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // The same again is the same, also where a second one would get another id.
    let again = send(&house, &new, &form).await;
    assert_eq!(again.header("location"), to);
    let held = network(&house).await;
    let named = held
        .actors
        .values()
        .filter(|one| one.name.as_str() == "Lotsenstelle");
    assert_eq!(named.count(), 1);
    let place = &held.memberships[&(id("lotsenstelle"), "2".parse_id())];
    assert_eq!((place.answered, place.core_team), (Some(false), false));
    // What it says can be taken back.
    let step = to.rsplit('=').next().expect("a step").to_owned();
    let undo = format!("{BASE}/history/{step}");
    let number = Fields::of(&page).get("request").expect("a form").to_owned();
    led_to(
        &house,
        &house.post(&undo, &format!("request={number}")).await,
    )
    .await;
    assert!(
        !network(&house)
            .await
            .actors
            .contains_key(&id("lotsenstelle"))
    );
}

/// An id of whatever is asked for.
trait ParseId {
    fn parse_id<T>(&self) -> miteinander::domain::Id<T>;
}

impl ParseId for str {
    fn parse_id<T>(&self) -> miteinander::domain::Id<T> {
        miteinander::domain::Id::parse(self).expect("an id")
    }
}

#[tokio::test]
async fn functions_of_an_office_are_entered_one_below_the_other() {
    let house = House::open().await;
    let new = format!("{BASE}/actors/new");
    let form = filled(&house, &new, &ACTOR).await;
    let form = with(form, &[("phase", "1"), ("action", "next")]);
    let (to, page) = led_to(&house, &send(&house, &new, &form).await).await;
    assert!(to.starts_with(&new), "{to}");
    for words in [
        "<option value=\"gesundheitsamt\" selected>",
        "<option value=\"1\" selected>",
        "name=\"section\" value=\"KJGD\"",
        "Schon eingetragen: Gesundheitsamt",
        ">Lotsenstelle</a>",
        "name=\"name\" value=\"\"",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[tokio::test]
async fn what_cannot_be_saved_is_told_at_its_field_and_stays() {
    let house = House::open().await;
    let new = format!("{BASE}/actors/new");
    let long = "x".repeat(301);
    for (name, value, field, words) in [
        ("name", " ", "name", "Bitte ausfüllen."),
        ("name", &long, "name", "Höchstens 300 Zeichen."),
        ("kind", "mayor", "kind", "Diese Auswahl gibt es nicht mehr."),
        ("department", "", "department", "Bitte auswählen."),
        (
            "department",
            "atlantis",
            "department",
            "Diese Auswahl gibt es nicht mehr.",
        ),
        ("note", &long, "note", "Höchstens 200 Zeichen."),
    ] {
        let form = filled(&house, &new, &ACTOR).await;
        let form = with(form, &[(name, value)]);
        let told = send(&house, &new, &form).await;
        let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
        let fault = format!("id=\"{field}-fault\" role=\"alert\">{words}");
        assert!(page.contains(&fault), "{fault}: {page}");
        assert!(
            page.contains("name=\"section\" value=\"KJGD\""),
            "what was typed stays"
        );
    }
    assert_eq!(
        network(&house).await.actors.len(),
        House::open().await.count().await
    );
}

impl House {
    async fn count(&self) -> usize {
        network(self).await.actors.len()
    }
}

/// What the form of the RSD sends untouched.
const OF_RSD: [(&str, &str); 6] = [
    ("name", "RSD Region Süd, Teamleitung"),
    ("kind", "function"),
    ("department", "jugendamt"),
    ("section", "RSD"),
    ("asked", "yes"),
    ("answered", "yes"),
];

/// The form of the RSD in the latest phase as it stands.
async fn of_rsd(house: &House, typed: &[(&str, &str)]) -> Fields {
    let held = network(house).await;
    let actor = &held.actors[&id("jug-rsd-sued")];
    let place = &held.memberships[&(id("jug-rsd-sued"), "2".parse_id())];
    let fields = filled(house, &format!("{RSD}?edit=2"), &OF_RSD).await;
    let said = |answer: Option<bool>| answer.map_or("", |said| if said { "yes" } else { "no" });
    let section = place
        .section
        .as_ref()
        .map_or("", |section| section.as_str());
    let fields = with(
        fields,
        &[
            ("name", actor.name.as_str()),
            ("kind", actor.kind.code()),
            ("note", actor.note.as_ref().map_or("", |note| note.as_str())),
            ("section", section),
            ("level", place.level.map_or("", |level| level.code())),
            ("asked", said(place.asked)),
            ("answered", said(place.answered)),
        ],
    );
    with(fields, typed)
}

#[tokio::test]
async fn fields_that_only_one_side_changed_go_together() {
    let house = House::open().await;
    let (first, second) = (
        of_rsd(&house, &[("note", "Vertretung ungeklärt")]).await,
        of_rsd(&house, &[("section", "Regionaler Dienst")]).await,
    );
    led_to(&house, &send(&house, RSD, &first).await).await;
    led_to(&house, &send(&house, RSD, &second).await).await;
    let held = network(&house).await;
    let note = held.actors[&id("jug-rsd-sued")].note.as_ref();
    assert_eq!(note.map(|note| note.as_str()), Some("Vertretung ungeklärt"));
    let place = &held.memberships[&(id("jug-rsd-sued"), "2".parse_id())];
    let section = place.section.as_ref().map(|section| section.as_str());
    assert_eq!(section, Some("Regionaler Dienst"));
}

#[tokio::test]
async fn a_field_that_both_changed_is_shown_in_both_versions_and_either_can_be_saved() {
    let house = House::open().await;
    let (first, second) = (
        of_rsd(&house, &[("section", "Die eine")]).await,
        of_rsd(&house, &[("section", "Die andere"), ("note", "von mir")]).await,
    );
    led_to(&house, &send(&house, RSD, &first).await).await;
    let told = send(&house, RSD, &second).await;
    let page = told.says(StatusCode::CONFLICT);
    for words in [
        "data-column=\"Gespeicherte Fassung\">Die eine<",
        "data-column=\"Ihre Eingabe\">Die andere<",
        "name=\"section\" value=\"Die andere\"",
        "Meine Fassung speichern",
        "value=\"keep section\"",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let seen = Fields::of(&page).get("seen").expect("hidden").to_owned();
    assert!(seen.contains("Die eine"), "{seen}");
    let section = async || {
        let held = network(&house).await;
        let place = &held.memberships[&(id("jug-rsd-sued"), "2".parse_id())];
        (
            place.section.as_ref().map(ToString::to_string),
            held.actors[&id("jug-rsd-sued")].note.clone(),
        )
    };
    // The stored version stays, and what was typed elsewhere is saved.
    let mut keep = with(second, &[("seen", &seen), ("action", "keep section")]);
    keep.set("request", "6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11");
    led_to(&house, &send(&house, RSD, &keep).await).await;
    let (kept, note) = section().await;
    assert_eq!(kept.as_deref(), Some("Die eine"));
    assert!(note.is_some());
    // And the other way round.
    let third = of_rsd(&house, &[("section", "Die dritte")]).await;
    let fourth = of_rsd(&house, &[("section", "Die vierte")]).await;
    led_to(&house, &send(&house, RSD, &third).await).await;
    let page = send(&house, RSD, &fourth).await.says(StatusCode::CONFLICT);
    let both = Fields::of(&page);
    let mine = with(fourth, &[("seen", both.get("seen").expect("hidden"))]);
    let mine = with(
        mine,
        &[
            ("request", both.get("request").expect("hidden")),
            ("action", "save"),
        ],
    );
    led_to(&house, &send(&house, RSD, &mine).await).await;
    assert_eq!(section().await.0.as_deref(), Some("Die vierte"));
}

#[tokio::test]
async fn nothing_to_save_is_said_and_makes_no_step() {
    let house = House::open().await;
    let form = of_rsd(&house, &[]).await;
    let (to, page) = led_to(&house, &send(&house, RSD, &form).await).await;
    assert!(to.ends_with("?same=yes"), "{to}");
    assert!(page.contains("Es gab nichts zu speichern"), "{page}");
}

#[tokio::test]
async fn a_record_that_was_removed_meanwhile_can_be_saved_as_a_new_one() {
    let house = House::open().await;
    let typed = of_rsd(&house, &[("note", "nicht verlieren")]).await;
    let remove = format!("{RSD}/remove");
    let asked = filled(&house, &remove, &[]).await;
    led_to(&house, &send(&house, &remove, &asked).await).await;
    let page = send(&house, RSD, &typed).await.says(StatusCode::CONFLICT);
    for words in [
        "inzwischen entfernt",
        "nicht verlieren",
        "Als neuen Eintrag speichern",
        "/actors/new\"",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let mut anew = with(typed, &[("seen", ""), ("action", "anyway")]);
    anew.set("request", Fields::of(&page).get("request").expect("hidden"));
    let new = format!("{BASE}/actors/new");
    led_to(&house, &send(&house, &new, &anew).await).await;
    house
        .get("/districts/musterbezirk/actors/niemand")
        .await
        .says(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_removal_says_what_goes_with_it_and_comes_back_as_it_was() {
    let house = House::open().await;
    let before = network(&house).await;
    let remove = format!("{RSD}/remove");
    let page = house.get(&remove).await.says(StatusCode::OK);
    for words in [
        "Angaben zur Zusammenarbeit",
        "Zuordnungen in Förderphasen",
        "rückgängig machen",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // Numbers that are no longer so are told again, and nothing is done.
    let asked = Fields::of(&page);
    let old = with(
        Fields::of(&page),
        &[(
            "seen",
            &asked
                .get("seen")
                .expect("hidden")
                .replace("\"reports\":", "\"reports\":1"),
        )],
    );
    let told = send(&house, &remove, &old).await.says(StatusCode::CONFLICT);
    assert!(told.contains("Inzwischen hat sich geändert"), "{told}");
    assert_eq!(*network(&house).await, *before);
    let (to, page) = led_to(&house, &send(&house, &remove, &asked).await).await;
    assert!(
        to.starts_with(&format!("{BASE}/departments/jugendamt?taken=")),
        "{to}"
    );
    let again = send(&house, &remove, &asked).await;
    assert_eq!(again.header("location"), to, "sent twice, done once");
    let held = network(&house).await;
    assert!(!held.actors.contains_key(&id("jug-rsd-sued")));
    assert!(
        held.reports
            .keys()
            .all(|(_, from, to)| *from != id("jug-rsd-sued") && *to != id("jug-rsd-sued"))
    );
    undo(&house, &to, &page).await;
    assert_eq!(*network(&house).await, *before);
}

/// Takes the step back that a page tells.
async fn undo(house: &House, to: &str, page: &str) {
    let step = to.rsplit('=').next().expect("a step");
    let undo = format!("{BASE}/history/{step}");
    assert!(page.contains(&undo), "{page}");
    let number = Fields::of(page).get("request").expect("a form").to_owned();
    led_to(
        house,
        &house.post(&undo, &format!("request={number}")).await,
    )
    .await;
}

#[tokio::test]
async fn a_function_moves_with_its_later_phases_and_back() {
    let house = House::open().await;
    let before = network(&house).await;
    let address = format!("{RSD}/move");
    let form = filled(
        &house,
        &address,
        &[("department", "gesundheitsamt"), ("phase", "2")],
    )
    .await;
    let (to, page) = led_to(&house, &send(&house, &address, &form).await).await;
    let held = network(&house).await;
    let department = |phase: &str| {
        let place = &held.memberships[&(id("jug-rsd-sued"), phase.parse_id())];
        place.department.to_string()
    };
    assert_eq!(
        [department("1"), department("2")],
        ["jugendamt", "gesundheitsamt"]
    );
    assert_eq!(held.reports, before.reports);
    undo(&house, &to, &page).await;
    assert_eq!(*network(&house).await, *before);
    let nowhere = filled(&house, &address, &[("department", ""), ("phase", "2")]).await;
    send(&house, &address, &nowhere)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn functions_are_merged_after_what_happens_was_shown_and_come_apart_again() {
    let house = House::open().await;
    let before = network(&house).await;
    let other = "jug-fruehe-hilfen";
    save_contact(&house, RSD, "Frau Geht").await;
    let merge = format!("{RSD}/merge");
    let page = house.get(&merge).await.says(StatusCode::OK);
    assert!(
        page.contains("<optgroup label=\"Gesundheitsamt\">"),
        "{page}"
    );
    let asked = format!("{merge}?into={other}");
    let page = house.get(&asked).await.says(StatusCode::OK);
    for words in [
        "Es kommen mit:",
        "Welche Angaben gelten",
        "Die Ansprechperson kommt mit",
        "geht in „",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let form = Fields::of(&page);
    let (to, page) = led_to(&house, &send(&house, &asked, &form).await).await;
    assert!(
        to.starts_with(&format!("{BASE}/actors/{other}?taken=")),
        "{to}"
    );
    assert!(
        page.contains("value=\"Frau Geht\""),
        "the contact came along"
    );
    assert_eq!(send(&house, &asked, &form).await.header("location"), to);
    let held = network(&house).await;
    assert!(!held.actors.contains_key(&id("jug-rsd-sued")));
    assert!(held.reports.keys().all(|(_, from, to)| from != to));
    undo(&house, &to, &page).await;
    assert_eq!(*network(&house).await, *before);
    let itself = with(form, &[("into", "jug-rsd-sued")]);
    send(&house, &merge, &itself)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
}

async fn save_contact(house: &House, of: &str, person: &str) {
    let form = format!(
        "request={}&person={person}&action=save",
        uuid::Uuid::new_v4()
    );
    let saved = house.post(&format!("{of}/contact"), &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_name_that_looks_like_another_is_asked_about_and_listed_once_it_is_there() {
    let house = House::open().await;
    let new = format!("{BASE}/actors/new");
    let held = network(&house).await;
    let name = held.actors[&id("jug-rsd-sued")]
        .name
        .as_str()
        .replace("Süd", "Sued");
    let form = filled(&house, &new, &ACTOR).await;
    let form = with(
        form,
        &[("name", &name), ("department", "jugendamt"), ("phase", "2")],
    );
    let page = send(&house, &new, &form)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    for words in [
        "Meinten Sie einen von diesen?",
        "/actors/jug-rsd-sued",
        "Trotzdem so speichern",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let anyway = with(form, &[("action", "anyway")]);
    led_to(&house, &send(&house, &new, &anyway).await).await;
    let page = house
        .get(&format!("{BASE}/twins"))
        .await
        .says(StatusCode::OK);
    assert!(
        page.contains(&name) && page.contains("/merge?into=jug-rsd-sued"),
        "{page}"
    );
}

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

#[tokio::test]
async fn another_s_district_is_not_there_and_a_leader_may_not() {
    let house = House::open().await;
    let mitte = district("mitte");
    signed(&house, "k@mitte.example", Role::Coordination(mitte.clone())).await;
    let leader = signed(&house, "l@mitte.example", Role::Leader(mitte)).await;
    let other = signed(
        &house,
        "k@pankow.example",
        Role::Coordination(district("pankow")),
    )
    .await;
    for below in [
        "actors/new",
        "actors/x/merge",
        "departments/new",
        "departments/x/remove",
    ] {
        for verb in [Verb::Get, Verb::Post] {
            for (cookie, status) in [(&leader, 403), (&other, 404)] {
                let address = format!("/districts/mitte/{below}");
                let answer = ask(&house, verb, &address, cookie).await;
                assert_eq!(answer.status.as_u16(), status, "{address}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_typed_comes_back_after_the_session_has_ended() {
    let (house, cookie, _) = super::people::house().await;
    let new = "/districts/mitte/departments/new";
    let page = ask(&house, Verb::Get, new, &cookie)
        .await
        .says(StatusCode::OK);
    let typed = [
        ("name", "Nicht \"verlieren\""),
        ("kind", "school"),
        ("action", "save"),
    ];
    let form = with(Fields::of(&page), &typed);
    ask(&house, Verb::Post, "/sign-out", &cookie).await;
    let late = super::people::post(&house, new, &cookie, &form.encoded()).await;
    let page = late.says(StatusCode::UNAUTHORIZED);
    let mut entering = Fields::of(&page);
    entering.set("email", "k@mitte.example");
    entering.set("password", super::people::PASSWORD);
    let back = super::people::post(&house, "/sign-in", "", &entering.encoded()).await;
    let page = back.says(StatusCode::OK);
    assert!(
        page.contains("value=\"Nicht &quot;verlieren&quot;\""),
        "{page}"
    );
    assert!(
        page.contains("<option value=\"school\" selected>"),
        "{page}"
    );
}
