//! Districts larger than a page: what says something first, the rest by links, and no page too heavy.

#[path = "../../stores/planted.rs"]
#[allow(dead_code, reason = "its other users take other parts")]
pub(super) mod planted;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use chrono::Utc;
use miteinander::domain::{DistrictId, Network, Text};
use miteinander::service::Entry;
use miteinander::store::{Cause, Request};
use planted::Planted;

use super::{House, links};

/// No page has more bytes than this.
const HEAVIEST: usize = 500_000;

/// Of 5,000 actors the pages are as light; they take longer to compute.
const LARGE: Planted = Planted {
    departments: 60,
    actors: 900,
    offers: 200,
    reports: 6_000,
    seed: 1,
};

impl House {
    /// The pages over a store in which a district was imported in one step.
    async fn with(size: Planted, change: impl Fn(&mut Network)) -> Self {
        let house = Self::open().await;
        let district = DistrictId::parse("mitte").expect("an id");
        let view = house.service.view(&district).await.expect("it is there");
        let phases = view.programme.phases_in_order().into_iter();
        let phases: Vec<_> = phases.map(|(id, _)| id.clone()).take(1).collect();
        let mut network = size.network(&phases);
        change(&mut network);
        let entry = Entry {
            district,
            programme: Vec::new(),
            network: Network::default().diff(&network),
            contacts: Default::default(),
            by: miteinander::domain::Author::Program,
            cause: Cause::Import,
            at: Utc::now(),
            request: Request::once(),
        };
        house.service.enter(entry).await.expect("it is legal");
        house
    }

    /// A page of the district, which weighs no more than any.
    async fn page(&self, address: &str) -> String {
        let page = self.get(address).await.says(StatusCode::OK);
        assert!(page.len() <= HEAVIEST, "{address}: {} bytes", page.len());
        page
    }

    /// All pages of a list, as its links lead from the first to the last.
    async fn pages(&self, first: &str, key: &str) -> Vec<String> {
        let mut pages = vec![self.page(first).await];
        loop {
            let next = pages.last().and_then(|page| next(page, key));
            let Some(next) = next else { return pages };
            pages.push(self.page(&next).await);
        }
    }
}

/// The address behind "Nächste Zeilen" of the list that is paged under a key.
fn next(page: &str, key: &str) -> Option<String> {
    let rest = page.split("rel=\"next\"").skip(1);
    let mut addresses = rest.filter_map(|rest| links(rest).into_iter().next());
    addresses.find(|address| address.ends_with(&format!("#{key}")))
}

/// The rows of the tables on a page whose caption begins so, as the texts of their cells.
fn rows(page: &str, caption: &str) -> Vec<Vec<String>> {
    let table = page.split(&format!("<caption>{caption}")).nth(1);
    let table = table.expect("the table").split("</table>").next();
    let body = table.and_then(|table| table.split("<tbody>").nth(1));
    let body = body.expect("its rows");
    let text = |cell: &str| {
        let inner = cell.split_once('>').map_or("", |(_, inner)| inner);
        let inner = inner.split("</t").next().unwrap_or_default();
        inner
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
            .collect()
    };
    let row = |row: &str| {
        let cells = row.replace("<th", "<td");
        cells.split("<td").skip(1).map(text).collect()
    };
    body.split("<tr>").skip(1).map(row).collect()
}

#[tokio::test]
async fn pages_of_a_large_district_are_light() {
    let house = House::with(LARGE, |_| ()).await;
    for page in [
        "",
        "?taken=1",
        "/table",
        "/map",
        "/map?view=matrix",
        "/map?view=chain",
        "/offices",
        "/history",
        "/history/1",
        "/export",
        "/import",
        "/departments",
        "/actors",
        "/offers",
        "/cooperations",
        "/actors/new",
        "/offers/new",
        "/cooperations/new",
    ] {
        house.page(&format!("/districts/mitte{page}")).await;
    }

    let page = house.page("/districts/mitte").await;
    assert!(page.contains("Diese Karte ist groß und wird hier als Bild gezeigt."));
    let image = page
        .split("<img src=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let image = image.expect("the map as an image").replace("&amp;", "&");
    let svg = house.get(&image).await.says(StatusCode::OK);
    assert!(svg.starts_with("<svg") && svg.len() > 300_000);
    let maps = house.page("/districts/mitte/map").await;
    let whole = links(&maps)
        .into_iter()
        .find(|link| link.contains("picture=whole"));
    let whole = house.get(&whole.expect("the map to be explored")).await;
    assert!(whole.says(StatusCode::OK).contains("<svg"));
}

#[tokio::test]
async fn long_lists_are_paged_and_name_everybody() {
    let house = House::with(LARGE, |_| ()).await;
    let pages = house
        .pages("/districts/mitte/actors?phase=all", "list")
        .await;
    let rows: Vec<_> = pages
        .iter()
        .map(|page| rows(page, "Funktionen und Einrichtungen"))
        .collect();
    assert!(rows.iter().all(|rows| rows.len() <= 200));
    let names: BTreeSet<_> = rows
        .concat()
        .into_iter()
        .map(|row| row[0].clone())
        .collect();
    let mitte = DistrictId::parse("mitte").expect("an id");
    let view = house.service.view(&mitte).await.expect("it is there");
    let actors = view.network.actors.values();
    let all: BTreeSet<_> = actors.map(|actor| actor.name.to_string()).collect();
    assert_eq!(names, all);
}

#[tokio::test]
async fn names_are_typed_where_nobody_looks_through_ticks() {
    let house = House::with(LARGE, |_| ()).await;
    let page = house.page("/districts/mitte/offers/new").await;
    let (_, names) = page
        .split_once("id=\"add_known_to-list\"")
        .expect("names are proposed");
    let mut names = names.split("<option value=\"").skip(1);
    let mut name = || {
        names
            .next()
            .and_then(|rest| rest.split('"').next())
            .expect("a name")
    };
    let known = [name(), name()]
        .map(|name| name.replace("&amp;", "&"))
        .join("; ");
    let phase = page
        .split("name=\"phase\" value=\"")
        .nth(1)
        .expect("the phase");
    let phase = phase.split('"').next().expect("its id");
    let send = async |known: &str| {
        let mut form = form_urlencoded::Serializer::new(String::new());
        let request = uuid::Uuid::new_v4().to_string();
        form.extend_pairs([
            ("request", request.as_str()),
            ("seen", ""),
            ("phase", phase),
        ]);
        form.extend_pairs([
            ("phases", phase),
            ("name", "Lesestunde am Samstag"),
            ("life_phases", "3-6"),
        ]);
        form.extend_pairs([("fields", "education"), ("add_known_to", known)]);
        house
            .post("/districts/mitte/offers/new", &form.finish())
            .await
    };
    let told = send("Niemand von hier").await;
    let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("„Niemand von hier“ ist hier nicht eindeutig bekannt"));
    let done = send(&known).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let mitte = DistrictId::parse("mitte").expect("an id");
    let offers = house
        .service
        .view(&mitte)
        .await
        .expect("it is there")
        .network
        .offers
        .clone();
    let mut named = offers
        .values()
        .filter(|one| one.name.as_str() == "Lesestunde am Samstag");
    assert_eq!(named.next().expect("it is entered").known_to.len(), 2);
}

#[tokio::test]
async fn every_pair_and_every_function_is_reached_by_links() {
    let size = Planted {
        departments: 60,
        actors: 700,
        offers: 10,
        reports: 3_000,
        seed: 2,
    };
    let house = House::with(size, |_| ()).await;
    let first = house.page("/districts/mitte/table").await;
    let offices = rows(&first, "Ämter: ").len();
    assert!(first.contains("Zeile 1 bis 200 von"));
    assert!(first.contains("Zuerst stehen die Paare, die am meisten sagen"));

    let mut pairs = Vec::new();
    for page in house.pages("/districts/mitte/table", "pairs").await {
        pairs.extend(rows(&page, "Ämterpaare"));
    }
    let named: BTreeSet<_> = pairs
        .iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect();
    assert!(pairs.len() > 200 && pairs.len() == offices * (offices - 1) / 2);
    assert_eq!(named.len(), pairs.len(), "each stands there once");
    let ties: Vec<u32> = pairs
        .iter()
        .filter(|row| row[2] == "gemeldet")
        .filter_map(|row| row[3].parse().ok())
        .collect();
    let place = |state: &str| pairs.iter().position(|row| row[2] == state);
    let last = |state: &str| pairs.iter().rposition(|row| row[2] == state);
    assert!(
        ties[ties.len() / 2..].is_sorted_by(|a, b| a >= b),
        "those with most ties first"
    );
    assert!(last("keine gemeldet") < last("gemeldet") && place("nicht erhoben").is_none());

    let mut functions = BTreeSet::new();
    for page in house.pages("/districts/mitte/table", "functions").await {
        functions.extend(
            rows(&page, "Funktionen und Einrichtungen")
                .into_iter()
                .map(|row| row[1].clone()),
        );
    }
    assert_eq!(functions.len(), 700);

    // By one department alone.
    let links = links(&first);
    let own = links.iter().find(|link| link.contains("department="));
    let own = house.page(own.expect("a department's own page")).await;
    let pairs = rows(&own, "Ämterpaare");
    assert_eq!(pairs.len(), offices - 1);
    assert!(own.contains("Gezeigt ist nur, was"));
    let missing = house
        .get("/districts/mitte/table?department=nirgends")
        .await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_change_of_a_large_step_is_reached_by_links() {
    let size = Planted {
        departments: 20,
        actors: 900,
        offers: 10,
        reports: 2_000,
        seed: 3,
    };
    let house = House::with(size, |_| ()).await;
    let history = house.page("/districts/mitte/history").await;
    let all = links(&history)
        .into_iter()
        .find(|link| link.ends_with("/history/1"));
    let all = all.expect("the way to all of the step");
    let mut told = 0;
    for page in house.pages(&all, "lines").await {
        let lines = page.split("class=\"told ").skip(1);
        told += lines
            .map(|group| {
                group
                    .split("</section>")
                    .next()
                    .unwrap_or_default()
                    .matches("<li>")
                    .count()
            })
            .sum::<usize>();
    }
    let changes = 20 + 900 + 900 + 10 + 2_000;
    assert_eq!(told, changes);
    let missing = house.get("/districts/mitte/history/2").await;
    assert_eq!(missing.header("location"), "/districts/mitte/history");
}

#[tokio::test]
async fn names_that_nobody_reads_to_the_end_are_shortened() {
    let size = Planted {
        departments: 30,
        actors: 60,
        offers: 30,
        reports: 200,
        seed: 4,
    };
    let long = |name: &Text| {
        Text::parse(&format!("{name} {}", "lang ".repeat(160).trim_end())).expect("a text")
    };
    let house = House::with(size, |network| {
        network
            .departments
            .values_mut()
            .for_each(|one| one.name = long(&one.name));
        network
            .actors
            .values_mut()
            .for_each(|one| one.name = long(&one.name));
        network
            .offers
            .values_mut()
            .for_each(|one| one.name = long(&one.name));
    })
    .await;
    for page in [
        "",
        "/table",
        "/map",
        "/map?view=matrix",
        "/map?view=chain",
        "/map?view=offer",
        "/history",
        "/history/1",
    ] {
        house.page(&format!("/districts/mitte{page}")).await;
    }
    let page = house.page("/districts/mitte/table").await;
    assert!(page.contains("lang…"));
}

#[tokio::test]
async fn the_pairs_of_twenty_offices_are_a_list_where_it_is_narrow() {
    let size = Planted {
        departments: 28,
        actors: 140,
        offers: 2,
        reports: 260,
        seed: 1,
    };
    let house = House::with(size, |_| {}).await;
    let page = house
        .page("/districts/mitte/map?view=matrix&lang=de&audience=leadership")
        .await;
    let (_, parts) = page
        .split_once("<section class=\"parts\"")
        .expect("the parts");
    let (parts, _) = parts.split_once("</section>").expect("their end");
    assert!(parts.matches("<details").count() >= 20);
    assert!(page.contains("class=\"as-table long\""), "in pages");
}
