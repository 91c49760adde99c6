//! What is missing, seen from the offers, and the contacts that would begin to mend it.

use std::collections::BTreeSet;

use miteinander::analysis::{
    Audience, Gaps, OneDepartment, Options, Selection, SiloReport, compare, report,
};
use miteinander::domain::{Field, LifePhase, Survey, SurveyOffer, SurveyParty, SurveyPhase};
use miteinander::text::Lang;

use super::networks::{read, shared, survey};

const BIRTH: (LifePhase, Field) = (LifePhase::Birth, Field::Health);
const SCHOOL: (LifePhase, Field) = (LifePhase::From6To10, Field::Education);

/// One of the departments of [`district`].
fn at(department: &str) -> SurveyParty {
    let place = ["Ges", "Jug", "Soz"]
        .iter()
        .position(|name| *name == department);
    SurveyParty::Department(place.expect("one of the three") as u32)
}

fn offer(
    id: &str,
    (life_phase, field): (LifePhase, Field),
    by: &[SurveyParty],
    known_to: &[SurveyParty],
) -> SurveyOffer {
    SurveyOffer {
        id: id.to_owned(),
        label: format!("Offer {id}"),
        life_phases: BTreeSet::from([life_phase]),
        fields: BTreeSet::from([field]),
        providers: by.to_vec(),
        known_to: known_to.to_vec(),
        ..SurveyOffer::default()
    }
}

/// Three offices of three functions; the first two share families and have no tie.
fn district(offers: Vec<SurveyOffer>) -> Survey {
    let departments = [
        "Jug", "Jug", "Jug", "Ges", "Ges", "Ges", "Soz", "Soz", "Soz",
    ];
    let ties = [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (0, 6), (3, 6)];
    Survey {
        offers,
        ..survey(&departments, &ties)
    }
}

fn run(survey: &Survey, audience: Audience) -> SiloReport {
    let selection = Selection {
        audience,
        ..Selection::working(survey)
    };
    let options = Options {
        permutations: 0,
        ..Options::default()
    };
    report(survey, &selection, &options).expect("the defaults fit")
}

fn gaps(survey: &Survey) -> Gaps {
    run(survey, Audience::Working).gaps.expect("offers")
}

#[test]
fn functions_share_activities_without_a_tie_as_was_published() {
    let Some(folder) = shared() else { return };
    let whole = read(&folder.join("swiss_wetlands"), "tie");
    let mode = whole
        .columns
        .iter()
        .find(|column| column.names[0] == "mode");
    let mode = &mode.expect("a column of modes").values;
    let is = |actor: u32, wanted: &str| mode[actor as usize].as_deref() == Some(wanted);
    // Once functions with activities as offers, once the other way round: the published figures are of both.
    for (inner, outer, figures) in [("1", "0", [374, 543, 108, 167]), ("0", "1", [0, 217, 0, 7])] {
        let mut survey = whole.clone();
        survey
            .ties
            .retain(|tie| is(tie.from, inner) && is(tie.to, inner));
        survey.offers = (0..whole.actors.len() as u32)
            .filter(|actor| is(*actor, outer))
            .map(|activity| {
                let ends = whole
                    .ties
                    .iter()
                    .filter_map(|tie| match [tie.from, tie.to] {
                        [end, own] | [own, end] if own == activity && is(end, inner) => Some(end),
                        _ => None,
                    });
                let takers: Vec<SurveyParty> = ends.map(SurveyParty::Actor).collect();
                offer(&activity.to_string(), BIRTH, &takers, &[])
            })
            .collect();
        let sharing = gaps(&survey).sharing.expect("the working view");
        assert_eq!(
            [sharing.untied_shared, sharing.tied_shared],
            [figures[1], figures[3]]
        );
        if inner == "1" {
            assert_eq!(
                [sharing.untied_pairs, sharing.tied_pairs],
                [figures[0], figures[2]]
            );
        }
    }
}

#[test]
fn functions_without_a_tie_stand_in_the_order_of_their_shared_offers() {
    let both = |a, b| [SurveyParty::Actor(a), SurveyParty::Actor(b)];
    let survey = district(vec![
        offer("x", BIRTH, &both(0, 3), &[]),
        offer("y", BIRTH, &both(0, 3), &both(1, 0)),
        offer("z", BIRTH, &both(4, 3), &[SurveyParty::Actor(7)]),
    ]);
    let gaps = gaps(&survey);
    let named: Vec<(&str, &str, usize)> = gaps
        .actor_pairs
        .iter()
        .flatten()
        .map(|pair| (pair.a.as_str(), pair.b.as_str(), pair.offers.len()))
        .collect();
    assert_eq!(
        named,
        [("0", "3", 2), ("1", "3", 1), ("3", "7", 1), ("4", "7", 1)]
    );
    let first = &gaps.actor_pairs.as_ref().expect("the working view")[0];
    assert_eq!(
        first.reason().say(Lang::De),
        "„0“ und „3“ haben Angebote gemeinsam, eine Zusammenarbeit ist nicht gemeldet: „Offer x“ und „Offer y“."
    );
}

#[test]
fn offices_that_serve_the_same_families_without_a_tie_are_a_gap() {
    let survey = district(vec![
        offer("a", BIRTH, &[at("Jug")], &[]),
        offer("b", BIRTH, &[SurveyParty::Actor(3)], &[]),
        offer("c", SCHOOL, &[at("Jug")], &[]),
        // Soz and Jug share the school age too, but they are tied.
        offer("d", SCHOOL, &[at("Soz")], &[]),
    ]);
    let pairs = gaps(&survey).department_pairs.expect("few departments");
    assert_eq!(pairs.len(), 1);
    let pair = &pairs[0];
    assert_eq!((pair.a.as_str(), pair.b.as_str()), ("Ges", "Jug"));
    assert_eq!(
        (&pair.offers_a, &pair.offers_b),
        (&vec!["b".to_owned()], &vec!["a".to_owned()])
    );
    assert_eq!(
        pair.reason().say(Lang::De),
        "Ges und Jug haben beide Angebote für Schwangerschaft & Geburt (Gesund aufwachsen); eine Zusammenarbeit ist nicht gemeldet."
    );
}

#[test]
fn a_pair_that_nobody_was_asked_about_is_no_gap() {
    let mut survey = district(vec![
        offer("a", BIRTH, &[at("Jug")], &[]),
        offer("b", BIRTH, &[at("Ges")], &[]),
    ]);
    for presence in &mut survey.presences {
        presence.answered = Some(presence.actor >= 6);
    }
    let report = run(&survey, Audience::Working);
    let gaps = report.gaps.expect("offers");
    assert_eq!(gaps.department_pairs, Some(Vec::new()));
    assert_eq!(report.suggestions, Some(Vec::new()));
}

#[test]
fn an_offer_that_one_office_alone_knows_or_holds_is_named() {
    let mut offers = vec![
        offer("alone", BIRTH, &[at("Ges")], &[SurveyParty::Actor(3)]),
        offer("known", BIRTH, &[at("Ges")], &[at("Jug")]),
        offer("shared", BIRTH, &[at("Ges"), at("Jug")], &[]),
    ];
    offers[1].referred_by = vec![SurveyParty::Actor(0)];
    let gaps = gaps(&district(offers));
    let ids = |rows: &[OneDepartment]| {
        let rows = rows
            .iter()
            .map(|row| format!("{} {}", row.offer, row.department));
        rows.collect::<Vec<_>>()
    };
    assert_eq!(
        ids(&gaps.known_to_one.expect("someone knows some")),
        ["alone Ges"]
    );
    assert_eq!(ids(&gaps.held_by_one), ["alone Ges", "known Ges"]);
    let unreferred = gaps.not_referred.expect("someone refers to some");
    let ids: Vec<&str> = unreferred.iter().map(|row| row.offer.as_str()).collect();
    assert_eq!(ids, ["alone", "shared"]);
}

#[test]
fn what_was_never_entered_is_no_gap() {
    assert_eq!(run(&district(Vec::new()), Audience::Working).gaps, None);
    let gaps = gaps(&district(vec![offer("a", BIRTH, &[at("Jug")], &[])]));
    assert_eq!((gaps.known_to_one, gaps.not_referred), (None, None));
    assert_eq!(gaps.cells.len(), 23);
    assert!(
        gaps.cells
            .iter()
            .all(|gap| (gap.life_phase, gap.field) != BIRTH)
    );
}

#[test]
fn a_suggested_contact_joins_offices_and_makes_offers_known() {
    let survey = district(vec![
        offer(
            "a",
            BIRTH,
            &[SurveyParty::Actor(1)],
            &[SurveyParty::Actor(2)],
        ),
        offer("b", BIRTH, &[SurveyParty::Actor(5)], &[at("Soz")]),
    ]);
    let suggestions = run(&survey, Audience::Working)
        .suggestions
        .expect("few departments");
    assert_eq!(suggestions.len(), 1, "{suggestions:?}");
    let contact = &suggestions[0];
    assert_eq!(
        (contact.kind, contact.a.as_str(), contact.b.as_str()),
        ("contact", "5", "1")
    );
    assert_eq!(contact.makes_known, ["a"]);
    assert_eq!(
        contact.reason().say(Lang::De),
        "Ges und Jug haben beide Angebote für Schwangerschaft & Geburt (Gesund aufwachsen); eine Zusammenarbeit ist nicht gemeldet. Ein Kontakt zwischen „5“ und „1“ würde beide verbinden und auf beiden Seiten bekannt machen: „Offer a“."
    );
    assert_eq!(
        contact.reason().say(Lang::En),
        "Ges and Jug both have offers for Pregnancy & birth (Growing up healthy); no cooperation between them is reported. A contact between “5” and “1” would connect the two and make known to both sides: “Offer a”."
    );
}

#[test]
fn five_contacts_at_most_are_suggested_and_spread_over_the_offices() {
    let departments: Vec<String> = (0..12).map(|at| format!("Amt {at:02}")).collect();
    let names: Vec<&str> = departments.iter().map(String::as_str).collect();
    let offers = departments.iter().zip(0..);
    let offers =
        offers.map(|(name, place)| offer(name, BIRTH, &[SurveyParty::Department(place)], &[]));
    let survey = Survey {
        offers: offers.collect(),
        ..survey(&names, &[(0, 1)])
    };
    let suggestions = run(&survey, Audience::Working)
        .suggestions
        .expect("few departments");
    let joined: BTreeSet<&String> = suggestions
        .iter()
        .flat_map(|one| &one.departments)
        .collect();
    assert_eq!((suggestions.len(), joined.len()), (5, 10));
}

#[test]
fn leaders_see_gaps_of_offices_only() {
    let mut survey = district(vec![
        offer(
            "a",
            BIRTH,
            &[SurveyParty::Actor(1)],
            &[SurveyParty::Actor(2)],
        ),
        offer("b", BIRTH, &[SurveyParty::Actor(5)], &[at("Soz")]),
        offer("c", BIRTH, &[SurveyParty::Actor(6)], &[]),
    ]);
    // The third office keeps two functions.
    survey.columns[0].values[8] = Some("Jug".to_owned());
    let report = run(&survey, Audience::Leadership);
    let gaps = report.gaps.as_ref().expect("offers");
    assert_eq!((gaps.sharing, &gaps.actor_pairs), (None, &None));
    let known = gaps.known_to_one.as_ref().expect("someone knows some");
    let known: Vec<&str> = known.iter().map(|row| row.department.as_str()).collect();
    assert_eq!(
        known,
        ["Jug"],
        "what a small office alone knows is not told"
    );
    let contact = &report.suggestions.as_ref().expect("few departments")[0];
    assert_eq!((contact.a.as_str(), contact.b.as_str()), ("Ges", "Jug"));
    assert_eq!(contact.labels, None);
}

#[test]
fn past_three_hundred_offices_no_pair_is_told() {
    let names: Vec<String> = (0..301).map(|at| at.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let survey = Survey {
        offers: vec![offer("a", BIRTH, &[SurveyParty::Department(0)], &[])],
        ..survey(&names, &[(0, 1)])
    };
    let report = run(&survey, Audience::Working);
    assert_eq!(report.gaps.expect("an offer").department_pairs, None);
    assert_eq!(report.suggestions, None);
}

#[test]
fn offers_are_new_ended_or_in_other_hands() {
    let by = |id: &str, phase: u16, department: &str| SurveyOffer {
        phase: Some(phase),
        ..offer(id, BIRTH, &[at(department)], &[])
    };
    let phase = |id: &str| SurveyPhase {
        id: id.to_owned(),
        name: id.to_owned(),
    };
    let mut survey = district(vec![
        by("ended", 0, "Ges"),
        by("new", 1, "Ges"),
        by("other", 0, "Ges"),
        by("other", 1, "Jug"),
        by("same", 0, "Ges"),
        by("same", 1, "Ges"),
    ]);
    survey.phases = vec![phase("1"), phase("2")];
    let changes = |survey: &Survey| {
        let comparison = compare(survey, "1", "2", &Selection::working(survey));
        comparison.expect("two phases").offers
    };
    assert_eq!(changes(&survey), None, "plain files compare ties alone");
    survey.from_district = true;
    let changes = changes(&survey).expect("a district has offers");
    assert_eq!(
        (changes.new, changes.ended, changes.other_provider),
        (1, 1, 1)
    );
}
