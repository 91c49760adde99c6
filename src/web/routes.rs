//! The list of all addresses: the router, the table in the README and the test that walks them all come from it.

use std::fmt;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::middleware::from_fn_with_state;
use axum::routing::{self, MethodFilter, MethodRouter};

use super::access::Access;
use super::posted::BODY;
use super::{
    App, account, accounts, actor, alike, api, assets, choose, columns, cooperation, correct,
    department, district, districts, entrance, erase, export, handout, health, history, how,
    import, invitation, lists, log, map, offer, phases, phones, privacy, quick, releases, sign_in,
    table, upload, visit, who, workshop,
};
/// How an address is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// To read.
    Get,
    /// To change.
    Post,
}

/// One address, called in one way.
pub struct Route {
    /// How it is called.
    pub verb: Verb,
    /// Its path, as the router and the log name it.
    pub path: &'static str,
    /// Who may call it.
    pub access: Access,
    handler: fn(On) -> MethodRouter<App>,
}

/// The method for which a handler is wanted.
struct On(MethodFilter);

/// All addresses.
#[rustfmt::skip]
pub const ROUTES: &[Route] = {
    use Access::{Coordination, Leadership, Programme, Public, Signed, Token, Working};
    &[
        Route::get("/", Public, |on| on.to(districts::list)),
        Route::get("/how", Public, |on| on.to(how::show)),
        Route::get("/privacy", Public, |on| on.to(privacy::show)),
        Route::get("/health", Public, |on| on.to(health::alive)),
        Route::get("/ready", Public, |on| on.to(health::ready)),
        Route::get("/template.xlsx", Public, |on| on.to(export::template)),
        Route::get("/style.css", Public, |on| on.to(assets::style)),
        Route::get("/script.js", Public, |on| on.to(assets::script)),
        Route::get("/map.js", Public, |on| on.to(assets::map_script)),
        Route::get("/workshop.js", Public, |on| on.to(assets::workshop_script)),
        Route::get("/who.js", Public, |on| on.to(assets::who_script)),
        Route::get("/icon.svg", Public, |on| on.to(assets::icon)),
        Route::get(entrance::SIGN_IN, Public, |on| on.to(sign_in::show)),
        Route::post(entrance::SIGN_IN, Public, |on| on.to(sign_in::enter)),
        Route::post(entrance::SIGN_OUT, Public, |on| on.to(sign_in::leave)),
        Route::get(entrance::INVITATION, Public, |on| on.to(invitation::ask)),
        Route::post(entrance::INVITATION, Public, |on| on.to(invitation::redeem)),
        Route::get("/invitation/{token}", Token, |on| on.to(invitation::show)),
        Route::get(phones::ADDRESS, Token, |on| on.to(phones::ask)),
        Route::post(phones::ADDRESS, Token, |on| on.to(phones::by_code)),
        Route::get("/w/{token}", Token, |on| on.to(phones::show)),
        Route::post("/w/{token}", Token, |on| on.to(phones::act)),
        Route::get(entrance::ACCOUNT, Signed, |on| on.to(account::show)),
        Route::post(entrance::ACCOUNT, Signed, |on| on.to(account::change)),
        Route::get("/districts/{district}", Leadership, |on| on.to(district::show)),
        Route::get("/districts/{district}/map", Leadership, |on| on.to(map::show)),
        Route::post("/districts/{district}/map", Working, |on| on.to(map::afresh)),
        Route::get("/districts/{district}/map.svg", Leadership, |on| on.to(map::svg)),
        Route::get("/districts/{district}/map.png", Leadership, |on| on.to(map::png)),
        Route::get("/districts/{district}/map.pdf", Leadership, |on| on.to(map::pdf)),
        Route::get("/districts/{district}/handout.pdf", Leadership, |on| on.to(handout::pdf)),
        Route::get("/api/v1/districts/{district}/report", Leadership, |on| on.to(api::report)),
        Route::get("/districts/{district}/table", Working, |on| on.to(table::show)),
        Route::get("/districts/{district}/departments", Working, |on| on.to(lists::departments)),
        Route::get("/districts/{district}/actors", Working, |on| on.to(lists::actors)),
        Route::get("/districts/{district}/offers", Working, |on| on.to(lists::offers)),
        Route::get("/districts/{district}/offers/new", Working, |on| on.to(offer::ask_new)),
        Route::post("/districts/{district}/offers/new", Working, |on| on.to(offer::add)),
        Route::get("/districts/{district}/offers/{offer}", Working, |on| on.to(offer::show)),
        Route::post("/districts/{district}/offers/{offer}", Working, |on| on.to(offer::save)),
        Route::get("/districts/{district}/offers/{offer}/remove", Working, |on| on.to(offer::ask_remove)),
        Route::post("/districts/{district}/offers/{offer}/remove", Working, |on| on.to(offer::remove)),
        Route::get("/districts/{district}/offers/{offer}/merge", Working, |on| on.to(offer::ask_merge)),
        Route::post("/districts/{district}/offers/{offer}/merge", Working, |on| on.to(offer::merge)),
        Route::get("/districts/{district}/cooperations", Working, |on| on.to(lists::cooperations)),
        Route::get("/districts/{district}/cooperations/new", Working, |on| on.to(cooperation::ask_new)),
        Route::post("/districts/{district}/cooperations/new", Working, |on| on.to(cooperation::add)),
        Route::get("/districts/{district}/cooperations/{from}/{to}", Working, |on| on.to(cooperation::show)),
        Route::post("/districts/{district}/cooperations/{from}/{to}", Working, |on| on.to(cooperation::save)),
        Route::get("/districts/{district}/cooperations/{from}/{to}/remove", Working, |on| on.to(cooperation::ask_remove)),
        Route::post("/districts/{district}/cooperations/{from}/{to}/remove", Working, |on| on.to(cooperation::remove)),
        Route::get("/districts/{district}/actors/new", Working, |on| on.to(actor::ask_new)),
        Route::post("/districts/{district}/actors/new", Working, |on| on.to(actor::add)),
        Route::get("/districts/{district}/actors/{actor}", Working, |on| on.to(actor::show)),
        Route::post("/districts/{district}/actors/{actor}", Working, |on| on.to(actor::save)),
        Route::post("/districts/{district}/actors/{actor}/contact", Working, |on| on.to(actor::save_contact)),
        Route::get("/districts/{district}/actors/{actor}/move", Working, |on| on.to(actor::ask_move)),
        Route::post("/districts/{district}/actors/{actor}/move", Working, |on| on.to(actor::shift)),
        Route::get("/districts/{district}/actors/{actor}/merge", Working, |on| on.to(actor::ask_merge)),
        Route::post("/districts/{district}/actors/{actor}/merge", Working, |on| on.to(actor::merge)),
        Route::get("/districts/{district}/actors/{actor}/remove", Working, |on| on.to(actor::ask_remove)),
        Route::post("/districts/{district}/actors/{actor}/remove", Working, |on| on.to(actor::remove)),
        Route::get("/districts/{district}/departments/new", Working, |on| on.to(department::ask_new)),
        Route::post("/districts/{district}/departments/new", Working, |on| on.to(department::add)),
        Route::get("/districts/{district}/departments/{department}", Working, |on| on.to(department::show)),
        Route::post("/districts/{district}/departments/{department}", Working, |on| on.to(department::save)),
        Route::get("/districts/{district}/departments/{department}/merge", Working, |on| on.to(department::ask_merge)),
        Route::post("/districts/{district}/departments/{department}/merge", Working, |on| on.to(department::merge)),
        Route::get("/districts/{district}/departments/{department}/remove", Working, |on| on.to(department::ask_remove)),
        Route::post("/districts/{district}/departments/{department}/remove", Working, |on| on.to(department::remove)),
        Route::get("/districts/{district}/twins", Working, |on| on.to(alike::show)),
        Route::get("/districts/{district}/quick", Working, |on| on.to(quick::show)),
        Route::post("/districts/{district}/quick", Working, |on| on.to(quick::enter)),
        Route::get("/districts/{district}/workshop", Working, |on| on.to(workshop::show)),
        Route::post("/districts/{district}/workshop", Working, |on| on.to(workshop::phones)),
        Route::get("/districts/{district}/workshop/events", Working, |on| on.to(workshop::events)),
        Route::get("/districts/{district}/workshop/sheets", Working, |on| on.to(workshop::sheets)),
        Route::get("/districts/{district}/who", Working, |on| on.to(who::show)),
        Route::post("/districts/{district}/who", Working, |on| {
            on.to(who::save).layer(DefaultBodyLimit::max(who::FORM))
        }),
        Route::get("/districts/{district}/offices", Working, |on| on.to(choose::form)),
        Route::post("/districts/{district}/offices", Working, |on| on.to(choose::add)),
        Route::get("/districts/{district}/import", Working, |on| on.to(import::form)),
        Route::post("/districts/{district}/import", Working, |on| {
            on.to(import::upload).layer(DefaultBodyLimit::max(upload::FORM))
        }),
        Route::get("/districts/{district}/import/{upload}", Working, |on| on.to(import::preview)),
        Route::post("/districts/{district}/import/{upload}", Working, |on| {
            on.to(import::take).layer(DefaultBodyLimit::max(correct::FORM))
        }),
        Route::post("/districts/{district}/import/{upload}/columns", Working, |on| {
            on.to(columns::choose)
        }),
        Route::get("/districts/{district}/history", Working, |on| on.to(history::show)),
        Route::get("/districts/{district}/history/{step}", Working, |on| on.to(history::step)),
        Route::post("/districts/{district}/history/{step}", Working, |on| on.to(history::undo)),
        Route::get("/districts/{district}/export", Working, |on| on.to(export::list)),
        Route::get("/districts/{district}/export/template.xlsx", Working, |on| on.to(export::own_template)),
        Route::get("/districts/{district}/export/{format}", Working, |on| on.to(export::file)),
        Route::get("/districts/{district}/releases", Working, |on| on.to(releases::show)),
        Route::post("/districts/{district}/releases", Coordination, |on| on.to(releases::freeze)),
        Route::get("/districts/{district}/releases/{release}", Coordination, |on| on.to(releases::one)),
        Route::post("/districts/{district}/releases/{release}", Coordination, |on| on.to(releases::change)),
        Route::get("/districts/{district}/releases/{release}/draft.pdf", Coordination, |on| on.to(releases::draft)),
        Route::get("/districts/{district}/accounts", Coordination, |on| on.to(accounts::show)),
        Route::post("/districts/{district}/accounts", Coordination, |on| on.to(accounts::invite)),
        Route::post("/districts/{district}/accounts/{account}", Coordination, |on| on.to(accounts::change)),
        Route::get(accounts::programme::ADDRESS, Programme, |on| on.to(accounts::programme::show)),
        Route::post(accounts::programme::ADDRESS, Programme, |on| on.to(accounts::programme::invite)),
        Route::post("/programme/accounts/{account}", Programme, |on| on.to(accounts::programme::change)),
        Route::get("/districts/{district}/log", Coordination, |on| on.to(log::show)),
        Route::get("/districts/{district}/erase", Coordination, |on| on.to(erase::show)),
        Route::post("/districts/{district}/erase", Coordination, |on| on.to(erase::erase)),
        Route::get(log::OF_PROGRAMME, Programme, |on| on.to(log::show_programme)),
        Route::get(phases::ADDRESS, Programme, |on| on.to(phases::show)),
        Route::post(phases::ADDRESS, Programme, |on| on.to(phases::save)),
    ]
};

impl Route {
    const fn get(path: &'static str, access: Access, handler: fn(On) -> MethodRouter<App>) -> Self {
        Self {
            verb: Verb::Get,
            path,
            access,
            handler,
        }
    }

    const fn post(
        path: &'static str,
        access: Access,
        handler: fn(On) -> MethodRouter<App>,
    ) -> Self {
        Self {
            verb: Verb::Post,
            path,
            access,
            handler,
        }
    }

    fn served(&self) -> MethodRouter<App> {
        let judge = from_fn_with_state(self.access, visit::judge);
        (self.handler)(On(self.verb.filter())).route_layer(judge)
    }
}

impl On {
    fn to<H: Handler<T, App>, T: 'static>(self, handler: H) -> MethodRouter<App> {
        routing::on(self.0, handler)
    }
}

impl Verb {
    fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
        }
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Get => "GET",
            Self::Post => "POST",
        })
    }
}

/// The router of all addresses.
pub fn router() -> Router<App> {
    ROUTES
        .iter()
        .fold(Router::new(), |router, route| {
            router.route(route.path, route.served())
        })
        .layer(DefaultBodyLimit::max(BODY))
}

/// Who may call an address that a path names; none where it is no address of ours.
pub fn known(verb: Verb, path: &str) -> Option<Access> {
    let is_named = |route: &&Route| {
        let parts = route.path.split('/').zip(path.split('/'));
        route.verb == verb
            && route.path.split('/').count() == path.split('/').count()
            && parts
                .into_iter()
                .all(|(part, own)| match part.starts_with('{') {
                    true => !own.is_empty(),
                    false => part == own,
                })
    };
    ROUTES.iter().find(is_named).map(|route| route.access)
}

/// The table of all addresses, as the README holds it.
pub fn table() -> String {
    let mut lines = vec![
        "| address | called by | access |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    for same in ROUTES.chunk_by(|a, b| (a.path, a.access) == (b.path, b.access)) {
        let methods: Vec<String> = same.iter().map(|route| route.verb.to_string()).collect();
        let (path, access) = (same[0].path, same[0].access.name());
        lines.push(format!("| `{path}` | {} | {access} |", methods.join(", ")));
    }
    lines.join("\n")
}
