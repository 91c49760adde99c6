//! What leaders could work out from the pictures of offers, and from who is counted as having answered: nothing of a
//! department under three functions but what it provides and whether cooperation with it is reported.

use miteinander::analysis::{Audience, Options, Selection, compare, report};
use miteinander::domain::{
    ActorId, ActorKind, Field, Network, Note, Offer, OfferId, Party, PhaseId, Text,
};
use miteinander::map::{MapOptions, Materials, View, sheet};
use miteinander::text::Lang;

use super::surveys::{District, everything};

/// Everything that leaders are shown of a view.
fn shown(district: &District, view: &View) -> [String; 4] {
    shown_with(district, view, false)
}

/// The same, bodies asked for or not.
fn shown_with(district: &District, view: &View, bodies: bool) -> [String; 4] {
    let District { survey, .. } = district;
    let selection = Selection {
        audience: Audience::Leadership,
        bodies,
        ..everything(survey)
    };
    let from = Materials {
        survey,
        report: None,
    };
    let sheet = sheet(&from, view, &selection, &MapOptions::default()).expect("it can be drawn");
    [
        sheet.svg().to_owned(),
        sheet.json().to_owned(),
        format!("{:?}", sheet.table()),
        sheet.description().to_owned(),
    ]
}

fn views() -> Vec<View> {
    let offers = ["cafe", "besuch", "lotsen", "halle"];
    let offers = offers.map(|id| View::Offer(id.to_owned()));
    let change = View::Change {
        from: "1".to_owned(),
        to: "2".to_owned(),
    };
    let rest = [View::Network, View::Matrix, change, View::Chain];
    offers.into_iter().chain(rest).collect()
}

fn alike(one: &District, other: &District, what: &str) {
    for view in views() {
        assert!(
            shown(one, &view) == shown(other, &view),
            "{view:?} tells {what}"
        );
    }
}

fn actor(id: &str) -> ActorId {
    ActorId::parse(id).expect("an id")
}

fn offer<'a>(network: &'a mut Network, id: &str) -> &'a mut Offer {
    let id = OfferId::parse(id).expect("an id");
    network.offers.get_mut(&id).expect("the offer is there")
}

/// Another report like the first one, in the later phase.
fn tie(network: &mut Network, from: &str, to: &str) {
    let phase = PhaseId::parse("2").expect("an id");
    let like = (phase.clone(), actor("b1"), actor("j1"));
    let report = network.reports[&like].clone();
    network
        .reports
        .insert((phase, actor(from), actor(to)), report);
}

#[test]
fn no_picture_tells_how_many_ties_a_small_office_has() {
    let one = District::small();
    let more = District::small().with(|network| {
        tie(network, "b1", "j2");
        tie(network, "j4", "b1");
    });
    alike(&one, &more, "how many ties the small office has");
    let other = District::small().with(|network| tie(network, "b1", "g1"));
    let seen = |view: &View| shown(&one, view) != shown(&other, view);
    assert!(
        seen(&View::Network) && seen(&View::Matrix),
        "that there is one may be seen"
    );
}

#[test]
fn no_picture_tells_whether_the_function_of_a_small_office_answered() {
    let silent = || {
        District::small().with(|network| {
            for ((id, _), membership) in &mut network.memberships {
                if *id == actor("b1") {
                    membership.answered = Some(false);
                }
            }
        })
    };
    alike(
        &District::small(),
        &silent(),
        "whether a single function answered",
    );
    let told = |district: &District| {
        let selection = Selection {
            audience: Audience::Leadership,
            ..everything(&district.survey)
        };
        let options = Options {
            permutations: 99,
            ..Options::default()
        };
        let report = report(&district.survey, &selection, &options).expect("it can be measured");
        let response = report.response.expect("answers are recorded");
        assert_eq!((response.asked, response.answered), (12, 12));
        report.to_json(Lang::De)
    };
    assert!(told(&District::small()) == told(&silent()));
}

#[test]
fn no_picture_tells_which_function_of_an_office_knows_an_offer_or_refers_to_it() {
    let other = District::small().with(|network| {
        let cafe = offer(network, "cafe");
        cafe.known_to = ["g1", "g3", "j4"].map(|id| Party::Actor(actor(id))).into();
        cafe.referred_by = [Party::Actor(actor("g3"))].into();
        offer(network, "besuch").known_to = [Party::Actor(actor("j4"))].into();
    });
    alike(&District::small(), &other, "which function knows an offer");
}

#[test]
fn the_chain_does_not_tell_that_a_small_office_stands_alone_with_an_offer() {
    let known = District::small().with(|network| {
        offer(network, "lotsen").known_to = [Party::Actor(actor("s1"))].into();
    });
    let chain = |district: &District| shown(district, &View::Chain);
    assert!(chain(&District::small()) == chain(&known));
    let large = District::small().with(|network| {
        offer(network, "besuch").known_to = [].into();
    });
    assert!(
        chain(&District::small()) != chain(&large),
        "of an office of three it is said"
    );
}

#[test]
fn whether_an_office_ought_to_know_an_offer_hangs_on_no_tie_of_a_body() {
    let with_body = |tied: bool| {
        District::small().with(|network| {
            let key = (actor("l2"), PhaseId::parse("2").expect("an id"));
            assert!(network.memberships.contains_key(&key));
            let body = network.actors.get_mut(&actor("l2")).expect("it is there");
            body.kind = ActorKind::Body;
            // An office that works for the same families, has no part in the offer and is not tied to its provider.
            offer(network, "besuch").fields.insert(Field::Participation);
            let cafe = offer(network, "cafe");
            (cafe.known_to, cafe.referred_by) = ([].into(), [].into());
            let other = (key.1.clone(), actor("g2"), actor("l1"));
            network.reports.remove(&other).expect("it is reported");
            if tied {
                tie(network, "l2", "g3");
            }
        })
    };
    let cafe = View::Offer("cafe".to_owned());
    let [without, with] = [false, true].map(|tied| shown(&with_body(tied), &cafe));
    assert!(without[1].contains("ought to know") && without == with);
}

/// The report and the comparison for leaders, bodies asked for or not.
fn told(district: &District, bodies: bool) -> [String; 2] {
    let selection = Selection {
        audience: Audience::Leadership,
        bodies,
        ..everything(&district.survey)
    };
    let options = Options {
        permutations: 99,
        ..Options::default()
    };
    let report = report(&district.survey, &selection, &options).expect("it can be measured");
    let comparison = compare(&district.survey, "1", "2", &selection).expect("two phases");
    [report.to_json(Lang::De), comparison.to_json()]
}

#[test]
fn nothing_that_leaders_see_hangs_on_the_ties_of_a_body_though_bodies_are_asked_for() {
    // One body among the functions of a large office, one that is all there is of a department.
    let district = |ties: &[(&str, &str)]| {
        District::small().with(|network| {
            for id in ["j4", "b1"] {
                let body = network.actors.get_mut(&actor(id)).expect("it is there");
                body.kind = ActorKind::Body;
            }
            for (from, to) in ties {
                tie(network, from, to);
            }
        })
    };
    let without = district(&[]);
    let with = district(&[("j4", "j1"), ("j4", "s1"), ("g1", "j4"), ("b1", "g1")]);
    for view in views() {
        let seen = shown(&without, &view);
        for (district, bodies) in [(&without, true), (&with, false), (&with, true)] {
            assert!(seen == shown_with(district, &view, bodies), "{view:?}");
        }
    }
    let seen = told(&without, false);
    for (district, bodies) in [(&without, true), (&with, false), (&with, true)] {
        assert!(seen == told(district, bodies));
    }
    let asked = |bodies: bool| {
        let survey = &with.survey;
        let selection = Selection {
            bodies,
            ..everything(survey)
        };
        let report = report(survey, &selection, &Options::default()).expect("it can be measured");
        report.silo
    };
    assert!(
        asked(false) != asked(true),
        "the core team has them counted"
    );
}

#[test]
fn no_remark_reaches_leaders() {
    let remark = || Some(Note::parse("Absprache mit Frau Meier").expect("a remark"));
    let remarked = District::small().with(|network| {
        for report in network.reports.values_mut() {
            report.note = remark();
        }
        for actor in network.actors.values_mut() {
            actor.note = remark();
        }
        for offer in network.offers.values_mut() {
            offer.note = remark();
            offer.goal = Some(Text::parse("Frau Meier hilft").expect("a goal"));
        }
    });
    alike(&District::small(), &remarked, "what was remarked");
    assert!(told(&District::small(), false) == told(&remarked, false));
}

#[test]
fn of_an_offer_leaders_are_told_a_list_of_fields_and_nothing_else() {
    const WORD: &str = "Zqxwort";
    let word = || Some(Text::parse(WORD).expect("a text"));
    let told = |change: &dyn Fn(&mut Offer)| {
        let district = District::small().with(|network| change(offer(network, "cafe")));
        let views = [View::Offer("cafe".to_owned()), View::Chain];
        let texts = views.map(|view| shown(&district, &view).concat());
        texts.concat().contains(WORD)
    };
    assert!(told(&|offer| offer.name = word().expect("a name")));
    // A free text may name a function.
    assert!(!told(&|offer| offer.target_group = word()));
    assert!(!told(&|offer| offer.area = word()));
    assert!(!told(&|offer| offer.funding = word()));
    assert!(!told(&|offer| offer.goal = word()));
    assert!(!told(&|offer| offer.note = Note::parse(WORD).ok()));
    // Of a section its department takes part.
    assert!(!told(&|offer| {
        let department = offer.responsible.clone().expect("somebody answers for it");
        let section = Party::Section(department, word().expect("a name"));
        offer.known_to.insert(section);
    }));
}
