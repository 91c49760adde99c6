//! A small district in every view, as it was looked at.

use miteinander::analysis::{Audience, Selection};
use miteinander::map::{MapOptions, Materials, View, sheet};

use super::surveys::{District, everything};
use super::views::sound;

fn svg(view: View, audience: Audience) -> String {
    let District { survey, network } = District::small();
    let from = Materials {
        survey: &survey,
        network: Some(&network),
        report: None,
    };
    let selection = Selection {
        audience,
        ..everything(&survey)
    };
    let sheet = sheet(&from, &view, &selection, &MapOptions::default()).expect("it can be drawn");
    sound(&sheet);
    sheet.svg().to_owned()
}

fn change() -> View {
    View::Change {
        from: "1".to_owned(),
        to: "2".to_owned(),
    }
}

#[test]
fn the_matrix() {
    insta::assert_snapshot!(svg(View::Matrix, Audience::Working));
}

#[test]
fn the_change() {
    insta::assert_snapshot!(svg(change(), Audience::Working));
}

#[test]
fn the_change_for_leaders() {
    insta::assert_snapshot!(svg(change(), Audience::Leadership));
}

#[test]
fn an_offer() {
    insta::assert_snapshot!(svg(View::Offer("cafe".to_owned()), Audience::Working));
}

#[test]
fn an_offer_for_leaders() {
    insta::assert_snapshot!(svg(View::Offer("cafe".to_owned()), Audience::Leadership));
}

#[test]
fn the_chain() {
    insta::assert_snapshot!(svg(View::Chain, Audience::Working));
}
