//! The lines of the quick entry as they are shown again: what each was taken for, and what is asked.

use maud::{Markup, html};

use crate::domain::{ActorId, Change, Edit, MAX_NOTE, PhaseId, Report, ReportKey};
use crate::exchange::person_in;
use crate::exchange::quick::{End, MAX_LINE};
use crate::service::{Both, Doubt, Meant, QuickJudged, Snapshot, Standing, Verdict};
use crate::text::Lang;
use crate::text::changes::{Names, tell};
use crate::text::pages::{QuickPage, Side};
use crate::text::words;

/// How many functions are given as buttons; of more there is a list to choose from.
const BUTTONS: usize = 6;

/// What the lines are shown with.
pub(super) struct Shown<'a> {
    pub(super) view: &'a Snapshot,
    pub(super) phase: &'a PhaseId,
    pub(super) lang: Lang,
}

impl Shown<'_> {
    fn text(&self) -> &'static QuickPage {
        QuickPage::of(self.lang)
    }

    /// A line with its number, and what becomes of it.
    pub(super) fn line(&self, at: usize, judged: &QuickJudged) -> Markup {
        let text = self.text();
        let typed = judged.line.text.as_str();
        html! {
            div.card role="group" aria-labelledby={ "number-" (at) } {
                p.field {
                    label id={ "number-" (at) } for={ "line-" (at) } { ((text.number)(at + 1)) }
                    input id={ "line-" (at) } type="text" name="line" value=(typed) autocomplete="off"
                        list="functions" data-completes aria-describedby={ "verdict-" (at) };
                }
                input type="hidden" name={ "of-" (at) } value=(typed);
                div id={ "verdict-" (at) } { (self.verdict(at, judged)) }
            }
        }
    }

    fn verdict(&self, at: usize, judged: &QuickJudged) -> Markup {
        let text = self.text();
        match &judged.verdict {
            Verdict::Clear(changes) => html! {
                (self.kept(at, judged))
                p.strong { (text.takes) }
                ul { @for line in self.told(changes) { li { (line) } } }
            },
            Verdict::Stands => html! { (self.kept(at, judged)) p { (text.stands) } },
            Verdict::Repeats => html! { p { (text.repeats) } },
            Verdict::Open(_) => html! { (self.open(at, true)) },
            Verdict::Differs(both) => {
                html! { (self.kept(at, judged)) (self.differs(at, both)) (self.open(at, false)) }
            }
            Verdict::Unclear(doubts) => {
                html! {
                    (self.kept(at, judged))
                    @for doubt in doubts { (self.doubt(at, doubt, judged)) }
                    (self.open(at, judged.line.open))
                }
            }
        }
    }

    /// The box that keeps a line to be cleared up.
    fn open(&self, at: usize, is_open: bool) -> Markup {
        html! {
            p { label.row-of-tick {
                input type="checkbox" name={ "open-" (at) } value="yes" checked[is_open];
                span { (self.text().keep_open) }
            } }
        }
    }

    /// Changes in words.
    fn told(&self, changes: &[Change]) -> Vec<String> {
        let mut names = Names::of(&self.view.programme, &self.view.network);
        names.learn(changes);
        let told = tell(changes, &names, self.lang);
        told.into_iter().flat_map(|group| group.lines).collect()
    }

    fn differs(&self, at: usize, both: &Both) -> Markup {
        let text = self.text();
        let own = serde_json::to_string(&both.standing).unwrap_or_default();
        let name = format!("standing-{at}");
        html! {
            fieldset.asked-for.warning {
                legend { (text.differs) }
                dl.typed {
                    dt { (text.standing) } dd { (self.report(&both.key, &both.standing)) }
                    dt { (text.typed) } dd { (self.report(&both.key, &both.typed)) }
                }
                (radio(&name, "stays", text.stays))
                (radio(&name, &own, text.replace))
            }
        }
    }

    fn report(&self, key: &ReportKey, report: &Report) -> String {
        let add = Change::Report(Edit::add(key.clone(), report.clone()));
        self.told(&[add]).concat()
    }

    fn doubt(&self, at: usize, doubt: &Doubt, judged: &QuickJudged) -> Markup {
        let text = self.text();
        let said = |words: &str| html! { p.warning { (words) } };
        match doubt {
            Doubt::TooLong => said(&(text.too_long)(MAX_LINE)),
            Doubt::NoNote => said(&(text.no_note)(MAX_NOTE)),
            Doubt::OneName => said(text.one_name),
            Doubt::SelfTie => said(text.self_tie),
            Doubt::Part(part) => said(&(text.part)(part)),
            Doubt::Contradicts => said(text.contradicts),
            Doubt::Strength => self.strength(at),
            Doubt::From => self.end(at, Side::From, &judged.understood.from),
            Doubt::To => self.end(at, Side::To, &judged.understood.to),
        }
    }

    fn strength(&self, at: usize) -> Markup {
        let text = self.text();
        let name = format!("strength-{at}");
        html! {
            p.field {
                label for=(name) { (text.strength) }
                select id=(name) name=(name) {
                    option value="" { (text.choose) }
                    @for step in words::steps() {
                        @let anchor = words::strength(step, self.lang);
                        option value=(step.number()) { (step.number()) " – " (anchor.name) }
                    }
                    option value="none" { (text.unstated) }
                }
            }
        }
    }

    /// The question who is meant.
    fn end(&self, at: usize, side: Side, end: &End) -> Markup {
        let text = self.text();
        let name = match side {
            Side::From => format!("from-{at}"),
            Side::To => format!("to-{at}"),
        };
        match end {
            End::Several(all) if all.len() <= BUTTONS => html! {
                fieldset.asked-for {
                    legend { ((text.several_meant)(side)) }
                    @for actor in all {
                        (radio(&name, &value(actor), &self.function(actor)))
                    }
                }
            },
            End::Several(all) => self.list(&name, (text.several_meant)(side), all, None),
            End::Unknown {
                name: typed,
                near,
                office,
            } => {
                let chosen = office.as_ref().map(|office| format!("new:{office}"));
                let chosen = Some(chosen.unwrap_or_default());
                html! {
                    @if person_in(typed).is_some() { p.hint { (text.person) } }
                    (self.list(&name, &(text.unknown)(typed), near, chosen.as_deref()))
                }
            }
            End::Elsewhere(actor, office) => {
                let chosen = office.as_ref().map(|office| format!("new:{office}"));
                let chosen = Some(chosen.unwrap_or_default());
                let typed = self.view.network.actors.get(actor);
                let typed = typed.map_or(actor.as_str(), |actor| actor.name.as_str());
                self.list(&name, &(text.elsewhere)(typed), &[], chosen.as_deref())
            }
            End::Known(_) | End::Missing => html! {},
        }
    }

    /// A list of functions, and of the organisations in which one may be entered, where that is a choice.
    fn list(&self, name: &str, label: &str, near: &[ActorId], new: Option<&str>) -> Markup {
        let text = self.text();
        let departments = self.view.network.departments.iter();
        html! {
            p.field {
                label for=(name) { (label) }
                select id=(name) name=(name) {
                    option value="" { (text.choose) }
                    @if !near.is_empty() {
                        optgroup label=(text.meant) {
                            @for actor in near { option value=(value(actor)) { (self.function(actor)) } }
                        }
                    }
                    @if let Some(chosen) = new {
                        optgroup label=(text.new_in) {
                            @for (id, department) in departments {
                                @let own = format!("new:{id}");
                                option value=(own) selected[own == chosen] { (department.name) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What was answered before goes along with what is asked now, but for what is asked again.
    fn kept(&self, at: usize, judged: &QuickJudged) -> Markup {
        let line = &judged.line;
        let meant = |meant: &Option<Meant>| {
            meant.as_ref().map(|meant| match meant {
                Meant::Actor(actor) => value(actor),
                Meant::New(office) => format!("new:{office}"),
            })
        };
        let strength = line.strength.map(|strength| {
            strength.map_or_else(|| "none".to_owned(), |one| one.number().to_string())
        });
        let standing = match (&judged.verdict, &line.standing) {
            (Verdict::Differs(_), _) | (_, None) => None,
            (_, Some(Standing::Stays)) => Some("stays".to_owned()),
            (_, Some(Standing::Replaced(seen))) => serde_json::to_string(seen).ok(),
        };
        let is_asked = |doubt: Doubt| match &judged.verdict {
            Verdict::Unclear(doubts) => doubts.contains(&doubt),
            _ => false,
        };
        let fields = [
            ("from", meant(&line.from).filter(|_| !is_asked(Doubt::From))),
            ("to", meant(&line.to).filter(|_| !is_asked(Doubt::To))),
            ("strength", strength.filter(|_| !is_asked(Doubt::Strength))),
            ("standing", standing),
        ];
        html! {
            @for (name, value) in fields {
                @if let Some(value) = value {
                    input type="hidden" name={ (name) "-" (at) } value=(value);
                }
            }
        }
    }

    /// A function with its office.
    fn function(&self, actor: &ActorId) -> String {
        let network = &self.view.network;
        let name = network.actors.get(actor);
        let name = name.map_or(actor.as_str(), |actor| actor.name.as_str());
        let place = (actor.clone(), self.phase.clone());
        let office = network.memberships.get(&place);
        match office.and_then(|place| network.departments.get(&place.department)) {
            Some(office) => format!("{name} ({})", office.name),
            None => name.to_owned(),
        }
    }
}

fn value(actor: &ActorId) -> String {
    format!("actor:{actor}")
}

fn radio(name: &str, value: &str, label: &str) -> Markup {
    html! {
        label.tick {
            input type="radio" name=(name) value=(value);
            span { (label) }
        }
    }
}
