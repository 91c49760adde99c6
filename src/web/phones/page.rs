//! What a phone shows: the form, and what was entered with it.

use maud::{Markup, html};

use super::{framed, path, until};
use crate::domain::TieKind;
use crate::service::{self, OwnEntry, Phone, Snapshot};
use crate::text::pages::PhonePage;
use crate::text::words;
use crate::web::App;
use crate::web::cooperation::functions;
use crate::web::reader::Reader;
use crate::web::record::{Choice, Control, Faults, Field, Filled};
use crate::web::shown::phase_name;

/// How many of its own entries a phone shows.
const MOST: usize = 20;

/// What the page of a phone is made of.
pub(super) struct Shown<'a> {
    app: &'a App,
    reader: &'a Reader,
    token: &'a str,
    phone: Phone,
    view: Snapshot,
    own: Vec<OwnEntry>,
    /// How many older entries are not shown.
    older: usize,
}

/// The form as it stands, and what is said above it.
pub(super) struct State {
    said: Markup,
    filled: Filled,
    faults: Faults,
}

impl<'a> Shown<'a> {
    /// Loads what the phone shows.
    pub async fn of(
        app: &'a App,
        reader: &'a Reader,
        phone: Phone,
        token: &'a str,
    ) -> service::Result<Self> {
        let view = app.service.view(&phone.room.district).await?;
        let (own, older) = app.service.own_entries(&phone, MOST).await?;
        Ok(Self {
            app,
            reader,
            token,
            phone,
            view,
            own,
            older,
        })
    }

    /// An empty form; who reports is who did so last.
    pub fn begun(&self) -> State {
        let text = PhonePage::of(self.reader.lang);
        let said = match self.reader.asked("done") {
            Some("entered") => text.entered,
            Some("undone") => text.undone,
            _ => "",
        };
        let from = self.own.first().map(|one| &one.ends[0]);
        State {
            said: html! { @if !said.is_empty() { p.notice role="status" { (said) } } },
            filled: Filled::default().with_some("from", from),
            faults: Faults::default(),
        }
    }

    /// The form with what was typed, and what is wrong with it.
    pub fn refused(&self, filled: Filled, faults: Faults) -> State {
        let text = PhonePage::of(self.reader.lang);
        State {
            said: html! { p.warning role="alert" { (text.faults) } },
            filled,
            faults,
        }
    }

    /// An empty form below the word that an entry could not be taken back.
    pub fn not_undone(&self) -> State {
        let text = PhonePage::of(self.reader.lang);
        State {
            said: html! { p.warning role="alert" { (text.not_undone) } },
            ..self.begun()
        }
    }

    /// The whole page.
    pub fn page(&self, state: State) -> Markup {
        let text = PhonePage::of(self.reader.lang);
        let room = &self.phone.room;
        let phase = phase_name(&self.view.programme, &room.phase);
        let until = until(room.ends, self.reader.lang);
        let is_empty = self.view.network.members(&room.phase).next().is_none();
        let main = html! {
            h1 { (text.title) }
            p.lead { ((text.place)(self.view.district.name.as_str(), phase, &until)) }
            (state.said)
            @if is_empty { p.notice { (text.nobody) } } @else { (self.form(&state)) }
            (self.entries())
            p.hint { (text.who_sees) " " (text.own_address) }
        };
        framed(self.reader, main)
    }

    fn form(&self, state: &State) -> Markup {
        let (text, lang) = (PhonePage::of(self.reader.lang), self.reader.lang);
        let functions = functions(&self.view, &self.phone.room.phase, lang);
        let kinds = Choice::all(&TieKind::ALL, TieKind::code, |kind| {
            words::tie_kind(kind, lang)
        });
        let fields = [
            Field::new("from", text.from, Control::One(functions.clone())).required(),
            Field::new("to", text.to, Control::One(functions)).required(),
        ];
        let kinds = Field::new("kinds", text.kinds, Control::Many(kinds));
        let shown = |field: &Field| field.render(&state.filled, &state.faults, lang);
        html! {
            form.fields.record.of-phone method="post" action=(self.address()) {
                input type="hidden" name="request" value=(self.app.draw.number());
                @for field in &fields { (shown(field)) }
                (self.strengths(state))
                (shown(&kinds))
                p.actions { button.button type="submit" { (text.enter) } }
            }
        }
    }

    fn strengths(&self, state: &State) -> Markup {
        let (text, lang) = (PhonePage::of(self.reader.lang), self.reader.lang);
        let fault = state.faults.of("strength");
        let described = match fault {
            Some(_) => "strength-hint strength-fault",
            None => "strength-hint",
        };
        html! {
            fieldset.wide-field aria-describedby=(described) {
                legend { (text.strength) }
                small.hint #strength-hint { (text.strength_hint) }
                @if let Some(fault) = fault {
                    strong.field-fault #strength-fault role="alert" { (fault) }
                }
                div.scale {
                    @for step in words::steps().filter(|step| step.number() > 0) {
                        @let anchor = words::strength(step, lang);
                        label.step-of-scale {
                            input type="radio" name="strength" value=(step.number()) required
                                checked[state.filled.has("strength", &step.number().to_string())];
                            span { strong { (step.number()) " " (anchor.name) } small { (anchor.meaning) } }
                        }
                    }
                }
            }
        }
    }

    fn entries(&self) -> Markup {
        let text = PhonePage::of(self.reader.lang);
        html! {
            section.own-entries aria-labelledby="own" {
                h2 #own { (text.own) }
                @if self.own.is_empty() { p { (text.none_yet) } }
                ul {
                    @for one in &self.own { li { (self.entry(one)) } }
                }
                @if self.older > 0 { p.hint { ((text.more)(self.older)) } }
            }
        }
    }

    fn entry(&self, one: &OwnEntry) -> Markup {
        let (text, lang) = (PhonePage::of(self.reader.lang), self.reader.lang);
        let actors = &self.view.network.actors;
        let [from, to] = one.ends.each_ref().map(|id| {
            let actor = actors.get(id);
            actor.map_or("–", |actor| actor.name.as_str())
        });
        let strength = one.report.strength;
        html! {
            span {
                (from) " – " (to)
                @if let Some(step) = strength { small { (words::strength(step, lang).name) } }
            }
            form method="post" action=(self.address()) {
                input type="hidden" name="request" value=(self.app.draw.number());
                button.button.quiet type="submit" name="undo" value=(one.step.0)
                    aria-label=((text.undo_of)(from, to)) { (text.undo) }
            }
        }
    }

    fn address(&self) -> String {
        self.reader.link(&path(self.token), &[])
    }
}
