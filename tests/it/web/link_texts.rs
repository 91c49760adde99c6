//! What a link is called says where it leads: the same words never lead to two places on one page.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use miteinander::web::{Access, ROUTES, Verb};

use super::House;
use super::routes::path;

/// What says nothing of where it leads, however it is written.
const EMPTY: [&str; 12] = [
    "",
    "hier",
    "mehr",
    "weiter",
    "zurück",
    "link",
    "here",
    "more",
    "next",
    "back",
    "go on",
    "read more",
];

/// Pages that an address alone does not tell: other views, other steps, other phases.
const FURTHER: [&str; 16] = [
    "?phase=1",
    "?as=leader",
    "/map?view=matrix",
    "/map?view=change",
    "/map?view=offer",
    "/map?view=chain",
    "/map?audience=leadership",
    "/table?phase=1",
    "/actors/jug-fruehe-hilfen?edit=2",
    "/actors/jug-fruehe-hilfen?phase=1",
    "/actors/jug-fruehe-hilfen/merge?into=jug-leitung",
    "/offers/familiencafe-lindenhof?edit=2",
    "/cooperations?page=2",
    "/who?actor=ges-leitung&phase=2",
    "/who?actor=ges-leitung&phase=2&step=2&with=jug-kita",
    "/workshop?show=functions&phase=2",
];

/// All pages of those who work on a district, with the demonstration's data.
pub fn working_pages() -> Vec<String> {
    let district = "/districts/musterbezirk";
    let files = [
        ".svg", ".png", ".pdf", ".xlsx", "/events", "{format}", "{upload}",
    ];
    let pages = ROUTES.iter().filter(|route| {
        let works = matches!(
            route.access,
            Access::Leadership | Access::Working | Access::Coordination
        );
        let is_file = files.iter().any(|end| route.path.ends_with(end));
        route.verb == Verb::Get && works && !is_file && route.path.starts_with("/districts/")
    });
    let further = FURTHER.iter().map(|rest| format!("{district}{rest}"));
    pages.map(path).chain(further).collect()
}

#[tokio::test]
async fn the_same_words_lead_to_one_place_and_no_link_is_called_here() {
    let house = House::open().await;
    let mut told = Vec::new();
    let pages = working_pages();
    assert!(pages.len() > 45, "only {} pages", pages.len());
    for address in pages {
        for lang in ["de", "en"] {
            let mark = if address.contains('?') { '&' } else { '?' };
            let answer = house.get(&format!("{address}{mark}lang={lang}")).await;
            let page = answer.says(StatusCode::OK);
            let mut leads: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for (name, to) in named(&page) {
                let bare = name.chars().all(|c| c.is_ascii_digit());
                if bare || EMPTY.contains(&name.to_lowercase().as_str()) {
                    told.push(format!("{address}: „{name}“ leads to {to}"));
                }
                leads.entry(name).or_default().insert(to);
            }
            let twice = leads.into_iter().filter(|(_, to)| to.len() > 1);
            told.extend(twice.map(|(name, to)| format!("{address}: „{name}“ leads to {to:?}")));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// The links of a page: how each is called when it is heard, and where it leads.
fn named(page: &str) -> Vec<(String, String)> {
    let links = page.split("<a ").skip(1);
    links
        .filter_map(|rest| {
            let (tag, inner) = rest.split_once('>')?;
            let inner = inner.split("</a>").next()?;
            let to = value(tag, "href")?;
            let name = value(tag, "aria-label").unwrap_or_else(|| text(inner));
            Some((name, to))
        })
        .collect()
}

fn value(tag: &str, attribute: &str) -> Option<String> {
    let tag = format!(" {tag}");
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    Some(rest.split('"').next()?.to_owned())
}

/// The words between the tags.
fn text(inner: &str) -> String {
    let parts = inner.split('<').enumerate();
    let words = parts.map(|(at, part)| match at {
        0 => part,
        _ => part.split_once('>').map_or("", |(_, words)| words),
    });
    let all: String = words.collect();
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_link_is_called_as_it_is_heard() {
    let page = r#"<a class="x" href="/a">zur <b>Karte</b>
        hin</a><a aria-label="Angebot: Café" href="/b">Café</a>"#;
    let heard = [("zur Karte hin", "/a"), ("Angebot: Café", "/b")];
    assert_eq!(
        named(page),
        heard.map(|(name, to)| (name.to_owned(), to.to_owned()))
    );
}
