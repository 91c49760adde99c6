//! Which changes a record's history tells, and which later ones keep an earlier one from being taken back.

use miteinander::domain::{
    Change, Edit, Network, Offer, Refusal, Report, Subject, inverse, stands_on,
};

use super::{a_department, id, small, text, two_phases};

/// What the later list does to what an earlier one did, where taking that back is refused.
fn keeps(earlier: &[Change], later: &[Change]) -> Option<(Refusal, bool)> {
    let (programme, mut network) = small();
    network.apply(&programme, earlier).expect("it is legal");
    network.apply(&programme, later).expect("it is legal");
    let back = inverse(earlier);
    let refused = network.apply(&programme, &back).err()?;
    let is_told = |change| stands_on(&back[refused.index], refused.refusal, change);
    Some((refused.refusal, later.iter().any(is_told)))
}

fn offer(network: &Network) -> Offer {
    network.offers[&id("angebot")].clone()
}

#[test]
fn a_record_is_told_of_what_names_it_and_of_nothing_else() {
    let phase = two_phases()[0].clone();
    let report = Change::Report(Edit::add(
        (phase.clone(), id("a"), id("b")),
        Report::default(),
    ));
    for (subject, is_told) in [
        (Subject::Actor(id("a")), true),
        (Subject::Actor(id("b")), true),
        (Subject::Actor(id("c")), false),
        (
            Subject::Cooperation(phase.clone(), [id("b"), id("a")]),
            true,
        ),
        (
            Subject::Cooperation(two_phases()[1].clone(), [id("a"), id("b")]),
            false,
        ),
        (Subject::Department(id("amt")), false),
        (Subject::Offer(id("angebot")), false),
    ] {
        assert_eq!(subject.is_in(&report), is_told, "{subject:?}");
    }
    let (_, network) = small();
    let before = offer(&network);
    let mut after = before.clone();
    after.name = text("Anders");
    after.responsible = None;
    let edit = Edit::replace(id("angebot"), before.clone(), after.clone());
    let changed = Change::Offer(Box::new(edit));
    assert!(Subject::Offer(id("angebot")).is_in(&changed));
    let was = before.responsible.clone();
    assert_eq!(
        Subject::Department(id("amt")).is_in(&changed),
        was.is_some()
    );
    assert!(
        !Subject::Actor(id("a")).is_in(&changed),
        "its part in it stays as it was"
    );
}

#[test]
fn the_change_that_keeps_a_step_is_found() {
    let (_, network) = small();
    let department = |name: &str| a_department(name);
    let add = |key: &str, name: &str| Change::Department(Edit::add(id(key), department(name)));
    // Changed again.
    let first = [add("neu", "Neues Amt")];
    let edit = Edit::replace(
        id("neu"),
        department("Neues Amt"),
        department("Anderes Amt"),
    );
    let again = [Change::Department(edit)];
    assert_eq!(keeps(&first, &again), Some((Refusal::Differs, true)));
    // Used since.
    let before = offer(&network);
    let mut after = before.clone();
    after.responsible = Some(id("neu"));
    let edit = Edit::replace(id("angebot"), before, after);
    let used = [Change::Offer(Box::new(edit))];
    let told = keeps(&first, &used).expect("it is refused");
    assert!(matches!(told, (Refusal::StillUsed(_), true)), "{told:?}");
    // The old name is another's.
    let edit = Edit::replace(
        id("amt"),
        department("Jugendamt"),
        department("Amt für Jugend"),
    );
    let renamed = [Change::Department(edit)];
    let taken = [add("neu", "Jugendamt")];
    assert_eq!(keeps(&renamed, &taken), Some((Refusal::NameTaken, true)));
    // Nothing stands on it.
    assert_eq!(keeps(&first, &renamed), None);
}
