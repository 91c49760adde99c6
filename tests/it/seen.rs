//! The gate: who sees what of a district.

use std::collections::BTreeSet;

use miteinander::analysis::{Audience, Inclusion, Options, Selection, SelectionError, report};
use miteinander::domain::{DistrictId, Role};
use miteinander::map::{Labels, Paper, View};
use miteinander::service::{Drawing, Error, Seen, Sight};
use miteinander::text::Lang;

use crate::web::House;

fn district(id: &str) -> DistrictId {
    DistrictId::parse(id).expect("a slug")
}

fn options() -> Options {
    Options {
        permutations: 99,
        ..Options::default()
    }
}

#[tokio::test]
async fn another_district_is_like_one_that_does_not_exist() {
    let house = House::open().await;
    let leader = Role::Leader(district("mitte"));
    let core_team = Role::CoreTeam(district("mitte"));
    for role in [&leader, &core_team] {
        let said = async |asked: &'static str| {
            let refused = house.service.see(role, &district(asked)).await;
            let error = refused.err().expect("nothing is seen");
            error.say(Lang::De).replacen(asked, "…", 1)
        };
        assert_eq!(said("pankow").await, said("atlantis").await);
    }
    // Of one's own, nothing was released yet.
    for (role, of) in [(&leader, "mitte"), (&Role::Programme, "pankow")] {
        let seen = house.service.see(role, &district(of)).await;
        assert!(matches!(seen.err(), Some(Error::NothingReleased)));
    }
}

#[tokio::test]
async fn leaders_get_the_aggregate_though_somebody_asks_for_more() {
    let house = House::open().await;
    let (service, muster) = (&house.service, district("musterbezirk"));
    let team = service.see(&Role::CoreTeam(muster.clone()), &muster).await;
    let leader = service.see(&Role::Leader(muster.clone()), &muster).await;
    let open = |sight: Sight| sight.open().expect("by department");
    let team = open(team.expect("it is there"));
    assert!(matches!(leader, Ok(Sight::Open(Seen::Leading(_)))));
    // Of the same state: what was released may be an earlier one.
    let leader = Seen::Leading(team.clone().released());
    let phase = team.latest_phase().expect("the demonstration has phases");
    let asked = service.usual(&team, &phase).await;
    let whole = service.report(&team, &asked, options()).await;
    let told = service.report(&leader, &asked, options()).await;
    let (whole, told) = (whole.expect("figures"), told.expect("figures"));
    // The same selection, asked one after the other: what is kept for one is not given to the other.
    assert!(whole.isolates.is_some() && told.isolates.is_none());
    let Seen::Working(snapshot) = &team else {
        panic!("the core team sees the working state");
    };
    let survey = service.survey(snapshot).await;
    let aggregate = Selection {
        audience: Audience::Leadership,
        ..asked.clone()
    };
    let aggregate = report(&survey, &aggregate, &options()).expect("figures");
    assert_eq!(*told, aggregate);
    assert_ne!(team.version(), leader.version());
    let drawing = Drawing {
        labels: Labels::Fit,
        lang: Lang::De,
        date: None,
        paper: Paper::A4,
    };
    // Some organisations have one function, and some offers are one function's, of the same name.
    let network = &snapshot.network;
    let departments = network.departments.values().map(|it| it.name.as_str());
    let offers = network.offers.values().map(|it| it.name.as_str());
    let others: BTreeSet<&str> = departments.chain(offers).collect();
    let own = |name: &str| !others.iter().any(|other| other.contains(name));
    assert!(
        network
            .actors
            .values()
            .any(|actor| own(actor.name.as_str()))
    );
    for view in [View::Network, View::Chain] {
        let sheet = service.sheet(&leader, &view, &asked, drawing).await;
        let sheet = sheet.expect("it is drawn");
        for actor in snapshot.network.actors.values() {
            let name = actor.name.as_str();
            assert!(
                !own(name) || !sheet.svg().contains(&format!(">{name}<")),
                "{name}"
            );
        }
    }
}

#[tokio::test]
async fn a_selection_outside_the_list_is_refused_to_leaders_with_a_sentence() {
    let house = House::open().await;
    let (service, muster) = (&house.service, district("musterbezirk"));
    let role = Role::Leader(muster.clone());
    let leader = service.see(&role, &muster).await.expect("it is there");
    let leader = leader.open().expect("by department");
    let phase = leader.latest_phase().expect("the demonstration has phases");
    let usual = service.usual(&leader, &phase).await;
    let weak = Selection {
        min_strength: 1.0,
        ..usual.clone()
    };
    let kinds = Selection {
        kinds: vec!["information".to_owned()],
        ..usual.clone()
    };
    let sections = Selection {
        department: "section".to_owned(),
        ..usual
    };
    let strong = Selection {
        min_strength: 3.0,
        ..service.usual(&leader, &phase).await
    };
    let partners = Selection {
        scope: Inclusion::All,
        ..service.usual(&leader, &phase).await
    };
    for asked in [weak, kinds, sections, strong, partners] {
        let refused = service.report(&leader, &asked, options()).await;
        match refused.err() {
            Some(Error::Selection(error)) => {
                assert_eq!(*error, SelectionError::NotForLeaders);
                assert!(error.say(Lang::De).contains("ab Stärke 2."));
            }
            other => panic!("{asked:?}: {other:?}"),
        }
    }
}
