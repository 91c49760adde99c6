//! One line a change: the record's name, and what is said of it now or was before.

use crate::domain::{
    Actor, Change, Department, District, Edit, FundingPhase, Membership, Offer, OpenPoint, Party,
    PhaseId, Release, ReleaseState, Report, Since,
};
use crate::text::pages::date;
use crate::text::{Lang, words};

use super::Names;

/// What a record says, one entry a property: its name, and its value where there is one.
type Said = Vec<(&'static str, Option<String>)>;

/// A change as one line.
pub(super) fn line(change: &Change, names: &Names<'_>, lang: Lang) -> String {
    let teller = Teller { names, lang };
    match change {
        Change::District(edit) => told(named(edit, |one| one.name.as_str()), edit, lang, |one| {
            teller.district(one)
        }),
        Change::Phase(edit) => told(named(edit, |one| one.name.as_str()), edit, lang, |one| {
            teller.phase(one)
        }),
        Change::Department(edit) => told(named(edit, |one| one.name.as_str()), edit, lang, |one| {
            teller.department(one)
        }),
        Change::Actor(edit) => told(named(edit, |one| one.name.as_str()), edit, lang, |one| {
            teller.actor(one)
        }),
        Change::Membership(edit) => {
            let (actor, phase) = &edit.key;
            let head = format!("{} ({})", names.actor(actor), names.phase(phase));
            told(head, edit, lang, |one| teller.membership(one))
        }
        Change::Offer(edit) => told(named(edit, |one| one.name.as_str()), edit, lang, |one| {
            teller.offer(one)
        }),
        Change::Report(edit) => {
            let (phase, from, to) = &edit.key;
            let head = format!(
                "{} {} {} ({})",
                names.actor(from),
                lang.pick("mit", "with"),
                names.actor(to),
                names.phase(phase)
            );
            told(head, edit, lang, |one| teller.report(one))
        }
        Change::OpenPoint(edit) => told(named(edit, |one| one.text.as_str()), edit, lang, |one| {
            teller.open_point(one)
        }),
        Change::Release(edit) => told(named(edit, |one| one.name.as_str()), edit, lang, |one| {
            teller.release(one)
        }),
    }
}

/// The name of the record, or the old and the new one.
fn named<K, V>(edit: &Edit<K, V>, name: impl Fn(&V) -> &str) -> String {
    match (&edit.before, &edit.after) {
        (Some(before), Some(after)) if name(before) != name(after) => {
            format!("{} → {}", name(before), name(after))
        }
        (_, Some(record)) | (Some(record), None) => name(record).to_owned(),
        (None, None) => String::new(),
    }
}

fn told<K, V>(head: String, edit: &Edit<K, V>, lang: Lang, say: impl Fn(&V) -> Said) -> String {
    let properties: Vec<String> = match (&edit.before, &edit.after) {
        (None, Some(record)) => say(record)
            .into_iter()
            .filter_map(|(name, value)| Some(format!("{name}: {}", value?)))
            .collect(),
        (Some(before), Some(after)) => say(before)
            .into_iter()
            .zip(say(after))
            .filter(|((_, before), (_, after))| before != after)
            .map(|((name, before), (_, after))| differs(name, before, after, lang))
            .collect(),
        (_, None) => Vec::new(),
    };
    if properties.is_empty() {
        head
    } else {
        format!("{head} – {}", properties.join("; "))
    }
}

fn differs(name: &str, before: Option<String>, after: Option<String>, lang: Lang) -> String {
    let instead = lang.pick("statt", "instead of");
    match (before, after) {
        (Some(before), Some(after)) => format!("{name}: {after} {instead} {before}"),
        (None, Some(after)) => format!("{name}: {after} ({})", lang.pick("neu", "new")),
        (Some(before), None) => {
            format!(
                "{name}: {} {before}",
                lang.pick("leer statt", "empty instead of")
            )
        }
        (None, None) => name.to_owned(),
    }
}

struct Teller<'a> {
    names: &'a Names<'a>,
    lang: Lang,
}

impl Teller<'_> {
    fn yes(&self, yes: bool) -> Option<String> {
        yes.then(|| words::yes_no(true, self.lang).to_owned())
    }

    fn yes_no(&self, said: Option<bool>) -> Option<String> {
        said.map(|yes| words::yes_no(yes, self.lang).to_owned())
    }

    fn district(&self, district: &District) -> Said {
        vec![(
            self.lang.pick("Beispiel", "example"),
            self.yes(district.example),
        )]
    }

    fn phase(&self, phase: &FundingPhase) -> Said {
        vec![
            (
                self.lang.pick("Beginn", "start"),
                Some(date(phase.start, self.lang)),
            ),
            (
                self.lang.pick("Ende", "end"),
                phase.end.map(|end| date(end, self.lang)),
            ),
        ]
    }

    fn department(&self, department: &Department) -> Said {
        let lang = self.lang;
        let divisions = department
            .divisions
            .iter()
            .map(|(phase, division)| format!("{division} ({})", self.names.phase(phase)));
        vec![
            (
                lang.pick("Kürzel", "short name"),
                text(department.short_name.as_ref()),
            ),
            (
                lang.pick("Art", "kind"),
                Some(words::department_kind(department.kind, lang).to_owned()),
            ),
            (
                lang.pick("Politikfeld", "policy field"),
                text(department.policy_field.as_ref()),
            ),
            (lang.pick("Geschäftsbereich", "division"), list(divisions)),
        ]
    }

    fn actor(&self, actor: &Actor) -> Said {
        let lang = self.lang;
        vec![
            (
                lang.pick("Art", "kind"),
                Some(words::actor_kind(actor.kind, lang).to_owned()),
            ),
            (lang.pick("Bemerkung", "note"), text(actor.note.as_ref())),
        ]
    }

    fn membership(&self, membership: &Membership) -> Said {
        let lang = self.lang;
        vec![
            (
                lang.pick("Amt / Organisation", "office / organisation"),
                Some(self.names.department(&membership.department).to_owned()),
            ),
            (
                lang.pick("Fachbereich", "section"),
                text(membership.section.as_ref()),
            ),
            (
                lang.pick("Ebene", "level"),
                membership
                    .level
                    .map(|level| words::level(level, lang).to_owned()),
            ),
            (
                lang.pick("Kernteam", "core team"),
                self.yes(membership.core_team),
            ),
            (lang.pick("befragt", "asked"), self.yes_no(membership.asked)),
            (
                lang.pick("geantwortet", "answered"),
                self.yes_no(membership.answered),
            ),
            (
                lang.pick("offen gelassen", "left open"),
                list(
                    membership
                        .open
                        .iter()
                        .map(|id| self.names.department(id).to_owned()),
                ),
            ),
        ]
    }

    fn offer(&self, offer: &Offer) -> Said {
        let lang = self.lang;
        let parties =
            |parties: Vec<&Party>| list(parties.into_iter().map(|party| self.names.party(party)));
        let life_phases = offer.life_phases.iter();
        let life_phases = life_phases.map(|one| words::life_phase(*one, lang).to_owned());
        let fields = offer.fields.iter();
        let fields = fields.map(|one| words::field(*one, lang).to_owned());
        let provided = offer
            .providers
            .iter()
            .map(|(phase, parties)| self.provided(phase, parties.iter()));
        vec![
            (lang.pick("Lebensphasen", "life phases"), list(life_phases)),
            (lang.pick("Handlungsfelder", "fields"), list(fields)),
            (lang.pick("Durchführung", "provided by"), list(provided)),
            (
                lang.pick("fachlich zuständig", "responsible"),
                offer
                    .responsible
                    .as_ref()
                    .map(|id| self.names.department(id).to_owned()),
            ),
            (
                lang.pick("bekannt bei", "known to"),
                parties(offer.known_to.iter().collect()),
            ),
            (
                lang.pick("vermittelt von", "referred by"),
                parties(offer.referred_by.iter().collect()),
            ),
            (
                lang.pick("Zielgruppe", "target group"),
                text(offer.target_group.as_ref()),
            ),
            (
                lang.pick("Bezirksregion", "area"),
                text(offer.area.as_ref()),
            ),
            (
                lang.pick("Handlungsziel", "goal"),
                text(offer.goal.as_ref()),
            ),
            (
                lang.pick("Finanzierung", "funding"),
                text(offer.funding.as_ref()),
            ),
            (lang.pick("Bemerkung", "note"), text(offer.note.as_ref())),
        ]
    }

    fn provided<'p>(&self, phase: &PhaseId, parties: impl Iterator<Item = &'p Party>) -> String {
        let parties: Vec<String> = parties.map(|party| self.names.party(party)).collect();
        format!("{} ({})", parties.join(", "), self.names.phase(phase))
    }

    fn release(&self, release: &Release) -> Said {
        let lang = self.lang;
        let consent = release.state.consent();
        let to = consent.into_iter().flat_map(|consent| &consent.to);
        let state = match &release.state {
            ReleaseState::Frozen => lang.pick("nicht freigegeben", "not released"),
            ReleaseState::Released(_) => lang.pick("freigegeben", "released"),
            ReleaseState::Withdrawn(_) => lang.pick("zurückgezogen", "withdrawn"),
        };
        let decided = consent.map(|consent| {
            let by = words::decider(consent.by, lang);
            format!("{by}, {}", date(consent.on, lang))
        });
        vec![
            (
                lang.pick("Stand vom", "state of"),
                Some(date(release.date, lang)),
            ),
            (
                lang.pick("Förderphase", "funding phase"),
                Some(self.names.phase(&release.phase).to_owned()),
            ),
            (lang.pick("Freigabe", "release"), Some(state.to_owned())),
            (
                lang.pick("für", "for"),
                list(to.map(|one| words::recipient(*one, lang).to_owned())),
            ),
            (lang.pick("beschlossen von", "decided by"), decided),
        ]
    }

    fn open_point(&self, point: &OpenPoint) -> Said {
        vec![
            (
                self.lang.pick("Förderphase", "funding phase"),
                Some(self.names.phase(&point.phase).to_owned()),
            ),
            (
                self.lang.pick("notiert am", "noted on"),
                Some(date(point.noted, self.lang)),
            ),
        ]
    }

    fn report(&self, report: &Report) -> Said {
        let lang = self.lang;
        let strength = report
            .strength
            .map(|one| format!("{} ({})", one.number(), words::strength(one, lang).name));
        let kinds = report
            .kinds
            .iter()
            .map(|kind| words::tie_kind(kind, lang).to_owned());
        let offers = report
            .offers
            .iter()
            .map(|offer| self.names.offer(offer).to_owned());
        vec![
            (lang.pick("Stärke", "strength"), strength),
            (lang.pick("Art", "kind"), list(kinds)),
            (
                lang.pick("schriftlich vereinbart", "agreed in writing"),
                self.yes_no(report.binding),
            ),
            (
                lang.pick("seit", "since"),
                report.since.map(|since| when(since, lang)),
            ),
            (
                lang.pick("durch Kernteam angestoßen", "through the core team"),
                self.yes(report.through_core_team),
            ),
            (lang.pick("zu Angebot", "about offer"), list(offers)),
            (
                lang.pick("im Workshop erhoben", "recorded in a workshop"),
                self.yes(report.in_workshop),
            ),
            (lang.pick("Bemerkung", "note"), text(report.note.as_ref())),
        ]
    }
}

/// A year, a month or a day as the language writes it.
fn when(since: Since, lang: Lang) -> String {
    let iso = since.to_string();
    match lang {
        Lang::De => iso.rsplit('-').collect::<Vec<_>>().join("."),
        Lang::En => iso,
    }
}

fn text(said: Option<&impl ToString>) -> Option<String> {
    said.map(ToString::to_string)
}

fn list(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| items.join(", "))
}
