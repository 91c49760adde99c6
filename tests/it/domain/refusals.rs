//! Every reason for which a change is refused.

use std::collections::BTreeSet;
use std::mem::discriminant;

use chrono::NaiveDate;
use miteinander::domain::{
    Change, Consent, Decider, District, Edit, FundingPhase, Noun, Party, PhaseId, Recipient,
    Refusal, Refused, Release, ReleaseState, Report,
};

use super::{a_department, a_membership, an_actor, an_offer, id, small, text, two_phases};

/// Each change that is not legal in the small district, and why.
fn illegal() -> Vec<(Change, Refusal)> {
    let (_, network) = small();
    let [first, second] = two_phases();
    let nowhere = id("p9");
    let report = |phase: &PhaseId, from, to| {
        Change::Report(Edit::add(
            (phase.clone(), id(from), id(to)),
            Report::default(),
        ))
    };
    let membership = |phase: &PhaseId, department| {
        Change::Membership(Edit::add(
            (id("a"), phase.clone()),
            a_membership(department),
        ))
    };
    let mut about_nothing = Report::default();
    about_nothing.offers.insert(id("kein-angebot"));
    let mut in_no_phase = a_department("Neu");
    in_no_phase.divisions.insert(nowhere.clone(), text("GB I"));
    let mut of_nobody = an_offer(Party::Actor(id("a")));
    of_nobody.responsible = Some(id("nirgendwo"));
    let mut never = an_offer(Party::Actor(id("a")));
    never.providers.insert(nowhere.clone(), BTreeSet::new());
    let district = District {
        name: text("Bezirk"),
        position: 1,
        example: false,
    };
    vec![
        (
            Change::Actor(Edit::add(id("a"), an_actor())),
            Refusal::Differs,
        ),
        (
            Change::Actor(Edit::remove(id("niemand"), an_actor())),
            Refusal::Differs,
        ),
        (
            Change::District(Edit::add(id("d"), district)),
            Refusal::OtherScope,
        ),
        (
            Change::Department(Edit::remove(
                id("amt"),
                network.departments[&id("amt")].clone(),
            )),
            Refusal::StillUsed(Noun::Department),
        ),
        (
            Change::Actor(Edit::remove(id("a"), an_actor())),
            Refusal::StillUsed(Noun::Actor),
        ),
        (
            Change::Membership(Edit::remove((id("b"), first.clone()), a_membership("amt"))),
            Refusal::StillUsed(Noun::Membership),
        ),
        (
            Change::Offer(
                Edit::remove(id("angebot"), network.offers[&id("angebot")].clone()).into(),
            ),
            Refusal::StillUsed(Noun::Offer),
        ),
        (
            Change::Membership(Edit::add(
                (id("niemand"), second.clone()),
                a_membership("amt"),
            )),
            Refusal::NoSuch(Noun::Actor),
        ),
        (membership(&nowhere, "amt"), Refusal::NoSuch(Noun::Phase)),
        (
            membership(&second, "nirgendwo"),
            Refusal::NoSuch(Noun::Department),
        ),
        (
            Change::Department(Edit::add(id("neu"), in_no_phase)),
            Refusal::NoSuch(Noun::Phase),
        ),
        (
            Change::Offer(Edit::add(id("neu"), an_offer(Party::Actor(id("niemand")))).into()),
            Refusal::NoSuch(Noun::Actor),
        ),
        (
            Change::Offer(
                Edit::add(id("neu"), an_offer(Party::Department(id("nirgendwo")))).into(),
            ),
            Refusal::NoSuch(Noun::Department),
        ),
        (
            Change::Offer(
                Edit::add(
                    id("neu"),
                    an_offer(Party::Section(id("nirgendwo"), text("RSD"))),
                )
                .into(),
            ),
            Refusal::NoSuch(Noun::Department),
        ),
        (
            Change::Offer(Edit::add(id("neu"), of_nobody).into()),
            Refusal::NoSuch(Noun::Department),
        ),
        (
            Change::Offer(Edit::add(id("neu"), never).into()),
            Refusal::NoSuch(Noun::Phase),
        ),
        (report(&second, "a", "b"), Refusal::NoSuch(Noun::Membership)),
        (
            Change::Report(Edit::add((first.clone(), id("b"), id("a")), about_nothing)),
            Refusal::NoSuch(Noun::Offer),
        ),
        (report(&first, "a", "a"), Refusal::SelfTie),
        (
            Change::Department(Edit::add(id("neu"), a_department("Jugendamt"))),
            Refusal::NameTaken,
        ),
    ]
}

/// A released state taken for one that never was, or removed.
fn illegal_of_a_release() -> Vec<Change> {
    let released = a_release(true);
    let again = a_release(false);
    vec![
        Change::Release(Edit::replace(id("r"), released.clone(), again).into()),
        Change::Release(Edit::remove(id("r"), released).into()),
    ]
}

fn a_release(released: bool) -> Release {
    let day = NaiveDate::from_ymd_opt(2025, 3, 12).expect("a day");
    let at = day.and_hms_opt(9, 0, 0).expect("a time").and_utc();
    let consent = Consent::of([Recipient::Leaders], Decider::CoreTeam, day, at);
    Release {
        name: text("Stand März 2025"),
        date: day,
        phase: id("p9"),
        frozen: id("0a"),
        state: match released {
            true => ReleaseState::Released(consent.expect("for somebody")),
            false => ReleaseState::Frozen,
        },
    }
}

#[test]
fn what_was_released_is_withdrawn_and_never_made_not_to_have_been() {
    let (programme, mut network) = small();
    let released = a_release(true);
    let add = Change::Release(Edit::add(id("r"), released.clone()).into());
    // Its phase is not there: a release outlives it.
    network.apply(&programme, &[add]).expect("legal");
    for change in illegal_of_a_release() {
        let refused = network.clone().apply(&programme, &[change]);
        assert_eq!(refused.map_err(|it| it.refusal), Err(Refusal::WasReleased));
    }
    let consent = released.state.consent().expect("released").clone();
    let withdrawn = Release {
        state: ReleaseState::Withdrawn(consent),
        ..released.clone()
    };
    let withdraw = Change::Release(Edit::replace(id("r"), released, withdrawn).into());
    network.apply(&programme, &[withdraw]).expect("legal");
}

/// Each change of the programme that is not legal beside its two phases, and why.
fn illegal_in_the_programme() -> Vec<(Change, Refusal)> {
    let phase = |start: (i32, u32), end: Option<(i32, u32)>| {
        let day = |(year, month)| NaiveDate::from_ymd_opt(year, month, 1).expect("a day");
        FundingPhase {
            name: text("Phase"),
            start: day(start),
            end: end.map(day),
        }
    };
    let add = |phase| Change::Phase(Edit::add(id("neu"), phase));
    vec![
        (
            add(phase((2021, 12), Some((2021, 12)))),
            Refusal::PhasesOverlap,
        ),
        (add(phase((2030, 1), None)), Refusal::PhasesOverlap),
        (
            add(phase((2018, 5), Some((2018, 4)))),
            Refusal::EndsBeforeStart,
        ),
        (
            Change::Phase(Edit::remove(id("niemals"), phase((2018, 5), None))),
            Refusal::Differs,
        ),
        (
            Change::Actor(Edit::add(id("a"), an_actor())),
            Refusal::OtherScope,
        ),
    ]
}

#[test]
fn what_is_not_legal_is_refused_for_its_reason() {
    let (programme, network) = small();
    for (change, refusal) in illegal() {
        let mut tried = network.clone();
        let answer = tried.apply(&programme, std::slice::from_ref(&change));
        assert_eq!(answer, Err(Refused { index: 0, refusal }), "{change:?}");
        assert_eq!(tried, network, "{change:?} left something behind");
    }
    for (change, refusal) in illegal_in_the_programme() {
        let mut tried = programme.clone();
        let answer = tried.apply(std::slice::from_ref(&change));
        assert_eq!(answer, Err(Refused { index: 0, refusal }), "{change:?}");
        assert_eq!(tried, programme, "{change:?} left something behind");
    }
}

#[test]
fn every_reason_to_refuse_has_a_case() {
    // Without `_`: whoever adds a reason is sent here.
    let known = |refusal| match refusal {
        Refusal::Differs
        | Refusal::OtherScope
        | Refusal::StillUsed(_)
        | Refusal::NoSuch(_)
        | Refusal::SelfTie
        | Refusal::NameTaken
        | Refusal::PhasesOverlap
        | Refusal::EndsBeforeStart
        | Refusal::WasReleased => discriminant(&refusal),
    };
    let mut met = Vec::new();
    let of_releases = illegal_of_a_release();
    let of_releases = of_releases.into_iter().map(|it| (it, Refusal::WasReleased));
    let all = illegal().into_iter().chain(illegal_in_the_programme());
    for (_, refusal) in all.chain(of_releases) {
        if !met.contains(&known(refusal)) {
            met.push(known(refusal));
        }
    }
    assert_eq!(met.len(), 9);
}

#[test]
fn the_place_of_the_refused_change_is_told() {
    let (programme, mut network) = small();
    let [_, second] = two_phases();
    let good = Change::Membership(Edit::add((id("a"), second.clone()), a_membership("amt")));
    let bad = Change::Report(Edit::add((second, id("a"), id("b")), Report::default()));
    let answer = network.apply(&programme, &[good, bad]);
    let refusal = Refusal::NoSuch(Noun::Membership);
    assert_eq!(answer, Err(Refused { index: 1, refusal }));
    assert_eq!(network, small().1);
}

#[test]
fn two_departments_may_swap_their_names_in_one_list() {
    let (programme, mut network) = small();
    let other = Change::Department(Edit::add(id("anderes"), a_department("Gesundheitsamt")));
    network.apply(&programme, &[other]).expect("a free name");
    let rename = |key, from, to| {
        Change::Department(Edit::replace(id(key), a_department(from), a_department(to)))
    };
    let swap = [
        rename("amt", "Jugendamt", "Gesundheitsamt"),
        rename("anderes", "Gesundheitsamt", "Jugendamt"),
    ];
    assert_eq!(
        network
            .apply(&programme, &swap[..1])
            .map_err(|refused| refused.refusal),
        Err(Refusal::NameTaken)
    );
    assert_eq!(network.apply(&programme, &swap), Ok(()));
}
