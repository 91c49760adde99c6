//! The frame around every page.

use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use crate::domain::{District, DistrictId, Mode, Role};
use crate::service::{Seen, Snapshot};
use crate::text::Lang;
use crate::text::pages::{Frame, LogPage};

use super::access::{Access, Caller};
use super::entrance;
use super::reader::{RELEASE, Reader, encode};

/// A page: what the frame needs, and what stands in it.
pub struct Page<'a> {
    /// Who reads it.
    pub reader: &'a Reader,
    /// The title of the window.
    pub title: &'a str,
    /// Of what it is, for its mark.
    pub mark: Mark<'a>,
    /// The content.
    pub main: Markup,
}

/// Of what a page is.
pub enum Mark<'a> {
    /// Of no district.
    None,
    /// The working state of a district.
    Working(&'a District),
    /// A district as leaders get it.
    Leading(&'a District),
}

impl<'a> Mark<'a> {
    /// The mark of what is seen.
    pub fn of(seen: &'a Seen) -> Self {
        match seen {
            Seen::Working(_) | Seen::Frozen(_) => Self::Working(seen.district()),
            Seen::Leading(_) => Self::Leading(seen.district()),
        }
    }

    /// Whether the district is an invented one.
    fn is_example(&self) -> bool {
        match self {
            Self::None => false,
            Self::Working(district) | Self::Leading(district) => district.example,
        }
    }
}

impl Page<'_> {
    /// The whole document.
    pub fn render(self) -> Markup {
        let lang = self.reader.lang;
        let text = Frame::of(lang);
        let example = self.mark.is_example();
        html! {
            (DOCTYPE)
            html lang=(lang.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) " – miteinander" }
                    link rel="stylesheet" href="/style.css";
                    link rel="icon" type="image/svg+xml" href="/icon.svg";
                    script src="/script.js" defer {}
                }
                body {
                    a.skip href="#content" { (text.skip) }
                    (header(self.reader, text))
                    (looking_as(self.reader, text))
                    @match self.mark {
                        Mark::Working(district) if !district.example => p.on-paper { (text.working) },
                        Mark::Leading(district) if !district.example => p.on-paper { (text.leading) },
                        _ => {}
                    }
                    @if example {
                        aside.example aria-label=(text.example) {
                            p { strong { (text.example) } " " (text.example_note) }
                        }
                    }
                    main #content tabindex="-1" { (self.main) }
                    footer.site { div.wide { p { (footer(self.reader, text)) } p { a href=(self.reader.link("/privacy", &[])) { (text.privacy) } } } }
                }
            }
        }
    }
}

fn footer(reader: &Reader, text: &Frame) -> &'static str {
    match reader.comer.mode {
        Mode::Personal => text.footer,
        Mode::Accounts => text.footer_signed,
    }
}

fn header(reader: &Reader, text: &'static Frame) -> Markup {
    let other = match reader.lang {
        Lang::De => Lang::En,
        Lang::En => Lang::De,
    };
    html! {
        header.site {
            div.wide {
                a.brand href=(reader.link("/", &[])) {
                    (mark())
                    span.name { "miteinander" }
                    span.claim { (text.claim) }
                }
                div.menus {
                    (entrance::menu(reader))
                    nav aria-label=(text.menu) {
                        ul {
                            li { (link(&reader.link("/", &[]), text.districts, reader.path == "/")) }
                            li { (link(&reader.link("/how", &[]), text.how, reader.path == "/how")) }
                            @for (path, name) in programme(reader, text) {
                                li { (link(path, name, reader.path == path)) }
                            }
                        }
                    }
                    nav.language aria-label=(text.language) {
                        a href=(reader.address_in(other)) lang=(other.code()) hreflang=(other.code()) rel="alternate" {
                            (text.other_language)
                        }
                    }
                }
            }
        }
    }
}

/// The pages of who is signed in for the programme.
fn programme(reader: &Reader, text: &'static Frame) -> Vec<(&'static str, &'static str)> {
    match &reader.caller {
        Caller::Signed(who) if who.role == Role::Programme => vec![
            (entrance::PHASES, text.phases),
            (entrance::PROGRAMME_ACCOUNTS, text.accounts),
        ],
        _ => Vec::new(),
    }
}

/// As which role the page is looked at, and the way back.
fn looking_as(reader: &Reader, text: &Frame) -> Markup {
    let role = match &reader.caller {
        Caller::Personal | Caller::Stranger | Caller::Signed(_) => return html! {},
        Caller::AsLeader => text.as_leader,
        Caller::AsProgramme => text.as_programme,
    };
    html! {
        aside.looks-as aria-label=(role) {
            p {
                strong { (role) } " " (text.as_note) " "
                a href=(reader.address_as_oneself()) { (text.as_oneself) }
            }
        }
    }
}

/// A page that holds a secret, or leads to one. It is sent uncompressed: how short it gets beside what a stranger has put
/// into it would tell the secret letter by letter. What looks for pages is told to keep none.
#[derive(Debug, Clone, Copy)]
pub struct Sealed;

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// An answer with a page that holds a secret.
pub fn sealed(page: Markup) -> Response {
    let mut response = page.into_response();
    response.extensions_mut().insert(Sealed);
    let unlisted = HeaderValue::from_static("noindex");
    response.headers_mut().insert(ROBOTS, unlisted);
    response
}

/// The address of a district, to which those of its pages are added.
pub fn district_address(id: &DistrictId) -> String {
    format!("/districts/{}", encode(id.as_str()))
}

/// The address of a page about what is seen of a district, on which it goes on being seen so.
pub fn district_link(seen: &Seen, reader: &Reader, rest: &str, items: &[(&str, &str)]) -> String {
    let path = district_address(&seen.version().version.district) + rest;
    let mut items = items.to_vec();
    items.extend(reader.asked_release().map(|id| (RELEASE, id)));
    if let (Seen::Leading(_), None) = (seen, reader.caller.role()) {
        items.push(("audience", "leadership"));
    }
    reader.link(&path, &items)
}

/// A page of a district beside its first one: the menu, whose page it is, the heading, and what stands below it.
pub fn district_page(view: &Snapshot, reader: &Reader, title: &str, main: Markup) -> Markup {
    let content = html! {
        div.wide {
            (district_menu(reader, &view.version.district))
            p.place { (view.district.name) }
            h1 { (title) }
            (main)
        }
    };
    let title = format!("{title} – {}", view.district.name);
    Page {
        reader,
        title: &title,
        mark: Mark::Working(&view.district),
        main: content,
    }
    .render()
}

/// A link of a navigation; the one to the page itself says so.
pub fn link(href: &str, name: &str, here: bool) -> Markup {
    html! { a href=(href) aria-current=[here.then_some("page")] { (name) } }
}

/// The pages of a district.
pub fn district_menu(reader: &Reader, id: &DistrictId) -> Markup {
    let text = Frame::of(reader.lang);
    let base = district_address(id);
    // Who shows somebody what leaders see goes on showing that.
    let audience = reader
        .asked("audience")
        .filter(|_| reader.caller.role().is_none())
        .map(|audience| ("audience", audience));
    let leading = audience.is_some_and(|(_, audience)| audience == "leadership");
    let pages = [
        ("", text.overview, Access::Leadership),
        ("/map", text.map, Access::Leadership),
        ("/import", text.import, Access::Working),
        ("/offices", text.choose, Access::Working),
        ("/history", text.history, Access::Working),
        ("/releases", text.releases, Access::Coordination),
        ("/export", text.export, Access::Working),
        ("/accounts", text.accounts, Access::Coordination),
        ("/log", LogPage::of(reader.lang).title, Access::Coordination),
    ];
    let release = reader.asked_release().map(|id| (RELEASE, id));
    let reached: Vec<_> = pages
        .into_iter()
        .filter(|(_, _, access)| reader.may(*access))
        .filter(|(_, _, access)| !leading || *access == Access::Leadership)
        .collect();
    html! {
        nav.district aria-label=(text.district_menu) {
            ul {
                @for (page, name, access) in &reached {
                    @let path = format!("{base}{page}");
                    @let below = !page.is_empty() && reader.path.starts_with(&format!("{path}/"));
                    @let goes_on = *access == Access::Leadership;
                    @let kept: Vec<_> = release.filter(|_| goes_on).into_iter().chain(audience.filter(|_| leading)).collect();
                    li { (link(&reader.link(&path, &kept), name, reader.path == path || below)) }
                }
                @if leading || release.is_some() { li { (link(&reader.link(&base, &[]), text.to_working, false)) } }
            }
        }
    }
}

/// Three rooms and the ties between them.
fn mark() -> Markup {
    html! {
        svg.mark viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false" {
            path d="M14 15 L35 13 L25 36 Z" fill="none" stroke="#17414b" stroke-width="3" stroke-linejoin="round" {}
            circle cx="14" cy="15" r="9" fill="#f3c577" stroke="#17414b" stroke-width="2.5" {}
            circle cx="35" cy="13" r="6.5" fill="#9fc7bd" stroke="#17414b" stroke-width="2.5" {}
            circle cx="25" cy="36" r="8" fill="#e9a48c" stroke="#17414b" stroke-width="2.5" {}
        }
    }
}
