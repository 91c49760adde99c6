//! What the core team's picture makes plain: ties inside offices, pairs without any, offices without ties, a part alone.

use std::collections::BTreeMap;

use miteinander::analysis::{Inclusion, Selection};
use miteinander::domain::{Stop, Survey};
use miteinander::map::plane::{Point, Rect};
use miteinander::map::quality::{intrusion, label_overlaps, node_overlaps, order_flips};
use miteinander::map::{Geometry, MapOptions, map_places, network, paper::style};

use super::picture::{in_phase, of_class};
use super::surveys::{Plain, demonstration, draw, elements, everything};
use crate::analysis::networks::planted;

/// The share of light that a grey print of a colour keeps.
fn grey(colour: &str) -> f64 {
    let part = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
    let [red, green, blue] = [1, 3, 5].map(|at| f64::from(part(at)) / 255.0);
    0.299 * red + 0.587 * green + 0.114 * blue
}

#[test]
fn ties_inside_an_office_are_darker_than_loose_ones_between_offices() {
    assert!(grey(style::INSIDE) < grey(style::LOOSE));
    let found = elements(&in_phase("2", &MapOptions::default()).svg());
    let ties = of_class(&found, "tie");
    let inside = ties.iter().filter(|tie| tie.get("stroke") == style::INSIDE);
    assert!(inside.count() > 20);
}

#[test]
fn a_pair_without_a_tie_is_marked_at_both_ends() {
    let picture = in_phase("2", &MapOptions::default());
    let found = elements(&picture.svg());
    let (ways, ends) = (of_class(&found, "none"), of_class(&found, "ends"));
    assert!(!ways.is_empty() && ways.len() == ends.len());
    let points = |d: &str| -> Vec<Point> {
        let numbers = d.split(|c: char| c.is_ascii_alphabetic() || c == ' ');
        let numbers: Vec<f64> = numbers.filter_map(|part| part.parse().ok()).collect();
        numbers.chunks(2).map(|p| Point::new(p[0], p[1])).collect()
    };
    for (way, ends) in ways.iter().zip(ends) {
        let (way, bars) = (points(way.get("d")), points(ends.get("d")));
        let [a, b, c, d] = bars[..] else {
            panic!("two bars: {bars:?}")
        };
        assert!(a.towards(b, 0.5).distance(way[0]) < 5.0);
        assert!(c.towards(d, 0.5).distance(way[way.len() - 1]) < 5.0);
    }
}

#[test]
fn offices_without_a_tie_stand_in_rows_in_their_order() {
    for (actors, offices, most_rows) in [(8, 2, 1), (24, 4, 1), (72, 12, 4), (140, 20, 5)] {
        let picture = draw(&planted(actors, offices, 0, 5, 1));
        let geometry = picture.geometry();
        let plain = Plain::of(geometry);
        assert_eq!(intrusion(&plain.places, &plain.room_of, &plain.hulls), 0.0);
        assert_eq!(node_overlaps(&plain.places, plain.radius), 0);
        assert_eq!(label_overlaps(&plain.labels), 0);
        let middles = middles(geometry);
        let rows = middles.windows(2).filter(|two| two[1].x < two[0].x).count() + 1;
        assert!(rows <= most_rows, "{offices} offices in {rows} rows");
        assert!(middles.windows(2).all(|two| two[1].y > two[0].y - 60.0));
    }
}

/// The middles of the rooms, in their order.
fn middles(geometry: &Geometry) -> Vec<Point> {
    let rooms = geometry.departments.iter();
    rooms
        .map(|room| {
            let corners = room.hull.iter().map(|p| Rect::sized(p.x, p.y, 0.0, 0.0));
            Rect::around(corners).centre()
        })
        .collect()
}

/// Where each function of a department lies.
type Lying = BTreeMap<(String, String), Point>;

/// Where the functions lie in a phase, with all overlaps looked for.
fn lying(survey: &Survey, scope: Inclusion, phase: &str) -> Lying {
    let selection = Selection {
        scope,
        phase: Some(phase.to_owned()),
        ..everything(survey)
    };
    let picture = network(survey, &selection, &MapOptions::default()).expect("a picture");
    let plain = Plain::of(picture.geometry());
    assert_eq!(intrusion(&plain.places, &plain.room_of, &plain.hulls), 0.0);
    assert_eq!(node_overlaps(&plain.places, plain.radius), 0);
    assert_eq!(label_overlaps(&plain.labels), 0);
    let actors = picture.geometry().actors.iter();
    actors
        .map(|actor| {
            let key = (actor.id.clone(), actor.department.clone());
            (key, Point::new(actor.x, actor.y))
        })
        .collect()
}

fn both(a: &Lying, b: &Lying) -> (Vec<Point>, Vec<Point>) {
    let common = a.iter().filter_map(|(id, at)| Some((*at, *b.get(id)?)));
    common.unzip()
}

#[test]
fn offices_alone_use_the_page_and_lie_to_each_other_as_among_all() {
    let mut survey = demonstration();
    let places = map_places(&survey, &everything(&survey), &Stop::never());
    survey.map_places = places.expect("it can be laid out");
    let all = lying(&survey, Inclusion::All, "2");
    let [first, alone] = ["1", "2"].map(|phase| lying(&survey, Inclusion::Offices, phase));
    assert!(alone.len() < all.len());
    let (among_all, by_themselves) = both(&all, &alone);
    assert!(order_flips(&among_all, &by_themselves) < 0.01);
    let (then, now) = both(&first, &alone);
    assert!(!now.is_empty() && then == now);
    let points = alone.values().map(|p| Rect::sized(p.x, p.y, 0.0, 0.0));
    let extent = Rect::around(points);
    let wide = extent.width() / 1071.0;
    let high = extent.height() / 560.0;
    assert!(wide.max(high) > 0.8, "{wide:.2} {high:.2}");
}

#[test]
fn a_tie_inside_that_is_not_agreed_in_writing_is_dashed_as_one_between_offices_is() {
    let survey = demonstration();
    let phase = survey.phases.iter().position(|phase| phase.id == "2");
    let agreed: std::collections::BTreeSet<[&str; 2]> = survey
        .ties
        .iter()
        .filter(|tie| tie.binding == Some(true) && tie.phase.map(usize::from) == phase)
        .map(|tie| [tie.from, tie.to].map(|end| survey.actors[end as usize].id.as_str()))
        .collect();
    let found = elements(&in_phase("2", &MapOptions::default()).svg());
    let inside = of_class(&found, "tie");
    let inside = inside
        .iter()
        .filter(|tie| tie.get("stroke") == style::INSIDE);
    let (mut dashed, mut solid) = (0, 0);
    for tie in inside {
        let ends = [tie.get("data-a"), tie.get("data-b")];
        let is_agreed = agreed.contains(&ends) || agreed.contains(&[ends[1], ends[0]]);
        assert_eq!(
            tie.get("stroke-dasharray").is_empty(),
            is_agreed,
            "{ends:?}"
        );
        *(if is_agreed { &mut solid } else { &mut dashed }) += 1;
    }
    assert!(dashed > 0 && solid > 0);
}
