//! What the judge would have refused is refused by the store's constraints too.

use crate::place::{
    Backend, Place, a_district, department, id, key, report, text, three_actors, trial, two_phases,
};
use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit, Offer, Party};
use miteinander::store::{Error, Revision};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![trial(
        backend,
        "what_a_constraint_forbids_is_not_written",
        what_a_constraint_forbids_is_not_written,
    )]
}

/// Past the judge, straight to the store: its constraints are the second net.
async fn what_a_constraint_forbids_is_not_written(place: Place) {
    place.apply(three_actors(&place)).await;
    let before = place.network().await;
    let phase = &place.phases[0];
    let (jugendamt, record) = department("Jugendamt");
    let membership = before.memberships[&(id("a"), phase.clone())].clone();
    let mut stranger = membership.clone();
    stranger.department = id("nirgendwo");
    let offer = |party| Offer {
        name: text("Elterncafé"),
        life_phases: Default::default(),
        fields: Default::default(),
        providers: [(phase.clone(), [party].into())].into(),
        responsible: None,
        known_to: Default::default(),
        referred_by: Default::default(),
        target_group: None,
        area: None,
        goal: None,
        funding: None,
        note: None,
    };
    let mut of_an_offer = report(2);
    of_an_offer.offers = [id("kein-angebot")].into();
    let bad = [
        (
            "a report of an actor that is not there",
            Change::Report(Edit::add(key(phase, "a", "niemand"), report(1))),
        ),
        (
            "a report in a phase where nobody stands",
            Change::Report(Edit::add(key(&place.phases[1], "a", "b"), report(1))),
        ),
        (
            "a report about an offer that is not there",
            Change::Report(Edit::add(key(phase, "c", "a"), of_an_offer)),
        ),
        (
            "a report that is there",
            Change::Report(Edit::add(key(phase, "a", "b"), report(1))),
        ),
        (
            "a report to change that is not there",
            Change::Report(Edit::replace(key(phase, "c", "b"), report(1), report(2))),
        ),
        (
            "a report to remove that is not there",
            Change::Report(Edit::remove(key(phase, "c", "b"), report(1))),
        ),
        (
            "an actor that is there",
            Change::Actor(Edit::add(id("a"), before.actors[&id("a")].clone())),
        ),
        (
            "an actor in use",
            Change::Actor(Edit::remove(id("a"), before.actors[&id("a")].clone())),
        ),
        (
            "a membership in use",
            Change::Membership(Edit::remove((id("b"), phase.clone()), membership.clone())),
        ),
        (
            "a membership that is there",
            Change::Membership(Edit::add((id("b"), phase.clone()), membership.clone())),
        ),
        (
            "a membership in a department that is not there",
            Change::Membership(Edit::add((id("a"), place.phases[1].clone()), stranger)),
        ),
        (
            "a membership in a phase that is not there",
            Change::Membership(Edit::add((id("a"), id("keine-phase")), membership)),
        ),
        (
            "a department in use",
            Change::Department(Edit::remove(jugendamt.clone(), record.clone())),
        ),
        (
            "a department that is there",
            Change::Department(Edit::add(jugendamt, record)),
        ),
        (
            "an offer of an actor that is not there",
            Change::Offer(Edit::add(id("neu"), offer(Party::Actor(id("niemand")))).into()),
        ),
        (
            "an offer of a department that is not there",
            Change::Offer(
                Edit::add(
                    id("neu"),
                    offer(Party::Section(id("nirgendwo"), text("RSD"))),
                )
                .into(),
            ),
        ),
        (
            "a phase in a district's list",
            Change::Phase(Edit::add(id("neu"), two_phases()[0].clone())),
        ),
        (
            "a district in a district's list",
            Change::District(Edit::add(id("neu"), a_district())),
        ),
    ];
    let good = |to| Change::Report(Edit::add(key(phase, "b", to), report(4)));
    for (what, bad) in bad {
        let changes = vec![good("a"), bad, good("c")];
        let write = place.write(Revision(1), changes).await;
        match place.store.apply(&write).await {
            Err(Error::Violated(_)) => {}
            other => panic!("{what}: {other:?}"),
        }
        assert_eq!(place.network().await, before, "{what}");
        assert_eq!(place.revision().await, Revision(1), "{what}");
    }
    let steps = place
        .store
        .steps(&place.scope(), None, 99)
        .await
        .expect("one");
    assert_eq!(steps.len(), 1);
    let changes = vec![good("a"), good("c")];
    assert_eq!(
        place.apply(changes).await,
        Revision(2),
        "without the bad one it is written"
    );
}
