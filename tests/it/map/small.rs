//! A small district in every view, as it was looked at.

use miteinander::analysis::Audience;
use miteinander::map::{MapOptions, View};

use super::surveys::District;
use super::views::{of_district, sound};

fn svg(view: View, audience: Audience) -> String {
    let sheet = of_district(&District::small(), &view, audience, &MapOptions::default());
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
