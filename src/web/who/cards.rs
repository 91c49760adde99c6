//! The second step: one card for each name that was ticked, and what is said of the others.

use std::collections::BTreeSet;

use maud::{Markup, html};
use uuid::Uuid;

use crate::domain::{ActorId, PhaseId, Strength};
use crate::service::{Snapshot, TieConflict, TieSaid, WhoSaid};
use crate::text::Lang;
use crate::text::pages::WhoPage;
use crate::text::words;
use crate::web::page::district_address;
use crate::web::reader::Reader;

use super::form::{BINDING, REST, STRENGTH, written};
use super::names::groups;

/// What the second step shows.
pub(super) struct Cards<'a> {
    pub(super) view: &'a Snapshot,
    pub(super) phase: &'a PhaseId,
    pub(super) actor: &'a ActorId,
    pub(super) reader: &'a Reader,
    /// Whose cards there are.
    pub(super) ticked: BTreeSet<ActorId>,
    /// From what the form is filled, and what a save is judged by.
    pub(super) seen: WhoSaid,
    /// What the cards show.
    pub(super) shown: WhoSaid,
    /// What somebody else has entered otherwise.
    pub(super) conflicts: Vec<TieConflict>,
}

impl Cards<'_> {
    fn text(&self) -> &'static WhoPage {
        WhoPage::of(self.reader.lang)
    }

    fn lang(&self) -> Lang {
        self.reader.lang
    }

    /// The form.
    pub(super) fn render(&self, request: Uuid) -> Markup {
        let text = self.text();
        let address = district_address(&self.view.version.district) + "/who";
        html! {
            form.who method="post" action=(self.own_address(&address, &[("step", "2")])) {
                input type="hidden" name="request" value=(request);
                input type="hidden" name="actor" value=(self.actor);
                input type="hidden" name="phase" value=(self.phase);
                input type="hidden" name="seen" value=(written(&self.seen));
                @if !self.ticked.is_empty() {
                    h2 { (text.how_closely) }
                    p.hint data-script hidden { (text.keys) }
                    p.left.strong role="status" data-script hidden data-left=((text.left)("N")) data-none=(text.none_left) {}
                }
                @for group in groups(&self.view.network, self.phase, Some(self.actor)) {
                    @for (id, name) in group.functions.iter().filter(|(id, _)| self.ticked.contains(*id)) {
                        (self.card(id, name, group.office.name.as_str()))
                    }
                }
                (self.unticked())
                (self.rest())
                p.hint { (text.counts_as_answered) }
                p.actions {
                    button.button type="submit" data-save { (text.save) }
                    a.button.quiet href=(self.own_address(&address, &[])) { (text.back) }
                }
            }
            script src="/who.js" defer {}
        }
    }

    /// The address of this function's names as they are ticked: the form is sent to that of its own page, where it is found
    /// again with all that was typed when a session has ended.
    fn own_address(&self, address: &str, step: &[(&str, &str)]) -> String {
        let mut items = vec![
            ("actor", self.actor.as_str()),
            ("phase", self.phase.as_str()),
        ];
        items.extend(step);
        items.extend(self.ticked.iter().map(|id| ("with", id.as_str())));
        self.reader.link(address, &items)
    }

    fn card(&self, id: &ActorId, name: &str, office: &str) -> Markup {
        let text = self.text();
        let said = self.shown.ties.get(id);
        let strength = said.map(|said| said.strength);
        let agreed = said.is_some_and(|said| said.binding == Some(true));
        let field = format!("{STRENGTH}{id}");
        html! {
            fieldset.card.tie data-card {
                legend { (name) " " small { (office) } }
                input type="hidden" name="with" value=(id);
                (self.conflict(id))
                div.scale {
                    @for step in words::steps() {
                        @let anchor = words::strength(step, self.lang());
                        label.step-of-scale {
                            input type="radio" name=(field) value=(step.number()) checked[strength == Some(Some(step))];
                            span { strong { (step.number()) " " (anchor.name) } small { (anchor.meaning) } }
                        }
                    }
                }
                div.beside {
                    label {
                        input type="radio" name=(field) value="none" checked[strength == Some(None)];
                        span { (text.unstated) }
                    }
                    label {
                        input type="checkbox" name={ (BINDING) (id) } value="yes" checked[agreed];
                        span { (text.binding) }
                    }
                }
            }
        }
    }

    /// Both versions of a tie that somebody else has entered otherwise.
    fn conflict(&self, id: &ActorId) -> Markup {
        let text = self.text();
        let found = self.conflicts.iter().find(|one| one.with == *id);
        html! {
            @if let Some(conflict) = found {
                dl.typed.warning {
                    dt { (text.standing) } dd { (self.said(conflict.standing)) }
                    dt { (text.typed) } dd { (self.said(conflict.typed)) }
                }
            }
        }
    }

    fn said(&self, said: Option<TieSaid>) -> String {
        let text = self.text();
        let Some(said) = said else {
            return text.nothing.to_owned();
        };
        let strength = |one: Strength| {
            let name = words::strength(one, self.lang()).name;
            format!("{} {name}", one.number())
        };
        let strength = said
            .strength
            .map_or_else(|| text.unstated.to_owned(), strength);
        match said.binding {
            None => strength,
            Some(agreed) => {
                let agreed = words::yes_no(agreed, self.lang());
                format!("{strength}, {}: {agreed}", text.binding)
            }
        }
    }

    /// Those that were named before and are not ticked any more: nothing goes without being seen.
    fn unticked(&self) -> Markup {
        let text = self.text();
        let names = self
            .seen
            .ties
            .keys()
            .filter(|id| !self.ticked.contains(*id));
        let names: Vec<(&ActorId, &str)> = names
            .map(|id| {
                let actor = self.view.network.actors.get(id);
                (id, actor.map_or(id.as_str(), |actor| actor.name.as_str()))
            })
            .collect();
        html! {
            @if !names.is_empty() {
                fieldset.card {
                    legend { (text.unticked) }
                    p.hint { (text.unticked_note) }
                    @for (id, name) in names {
                        (self.conflict(id))
                        p { label.row-of-tick {
                            input type="checkbox" name="remove" value=(id) checked[!self.shown.ties.contains_key(id) || self.conflicts.is_empty()];
                            span { ((text.remove)(name)) }
                        } }
                    }
                }
            }
        }
    }

    /// What is said of those that were not ticked, by office.
    fn rest(&self) -> Markup {
        let text = self.text();
        let groups = groups(&self.view.network, self.phase, Some(self.actor));
        let others = groups.into_iter().filter(|group| {
            let mut functions = group.functions.iter();
            functions.any(|(id, _)| !self.ticked.contains(*id))
        });
        html! {
            fieldset.card {
                legend { (text.rest) }
                p.hint { (text.rest_note) }
                @for group in others {
                    @let field = format!("{REST}{}", group.id);
                    @let open = self.shown.open.contains(group.id);
                    div.rest role="group" aria-label=(group.office.name) {
                        strong { (group.office.name) }
                        label { input type="radio" name=(field) value="none" checked[!open]; span { (text.rest_none) } }
                        label { input type="radio" name=(field) value="open" checked[open]; span { (text.rest_open) } }
                    }
                }
            }
        }
    }
}
