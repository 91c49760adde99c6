//! The measures of quality, each on a case that can be worked out by hand.

use miteinander::map::plane::{Point, Rect};
use miteinander::map::quality::{
    crossings, displacement, intrusion, label_overlaps, node_overlaps, order_flips, stress,
    struck_single_ties,
};

fn points(places: &[(f64, f64)]) -> Vec<Point> {
    places.iter().map(|(x, y)| Point::new(*x, *y)).collect()
}

const PATH: [(usize, usize); 2] = [(0, 1), (1, 2)];

#[test]
fn a_path_drawn_to_scale_has_no_stress_at_any_size() {
    for size in [1.0, 37.0] {
        let line = points(&[(0.0, 0.0), (size, 0.0), (2.0 * size, 0.0)]);
        assert!(stress(&line, &PATH) < 1e-12);
    }
}

#[test]
fn a_folded_path_has_the_stress_worked_out_by_hand() {
    // l/d = 1, 0 and 1/2: 1 − (3/2)² / (5/4) / 3 = 0.4
    let folded = points(&[(0.0, 0.0), (1.0, 0.0), (1.0, 0.0)]);
    assert!((stress(&folded, &PATH) - 0.4).abs() < 1e-12);
}

#[test]
fn pairs_without_a_way_between_them_cause_no_stress() {
    let apart = points(&[(0.0, 0.0), (1.0, 0.0), (900.0, 5.0)]);
    assert!(stress(&apart, &[(0, 1)]) < 1e-12);
    assert_eq!(stress(&apart, &[]), 0.0);
}

#[test]
fn the_diagonals_of_a_square_cross_and_its_sides_do_not() {
    let square = points(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
    let ties = [(0, 1), (1, 2), (2, 3), (0, 3), (0, 2), (1, 3)];
    assert_eq!(crossings(&square, &ties), 1);
}

#[test]
fn ties_with_a_common_end_do_not_cross() {
    let star = points(&[(0.0, 0.0), (2.0, 0.0), (2.0, 0.1)]);
    assert_eq!(crossings(&star, &[(0, 1), (0, 2)]), 0);
}

#[test]
fn nodes_overlap_when_closer_than_two_radii() {
    let row = points(&[(0.0, 0.0), (1.9, 0.0), (3.9, 0.0)]);
    assert_eq!(node_overlaps(&row, 1.0), 1);
}

#[test]
fn boxes_that_touch_do_not_overlap() {
    let first = Rect::sized(0.0, 0.0, 2.0, 1.0);
    let touching = Rect::sized(2.0, 0.0, 2.0, 1.0);
    let over_both = Rect::sized(1.5, 0.5, 1.0, 1.0);
    assert_eq!(label_overlaps(&[first, touching]), 0);
    assert_eq!(label_overlaps(&[first, touching, over_both]), 2);
}

#[test]
fn an_actor_in_a_foreign_room_intrudes_and_one_in_its_own_does_not() {
    let room = points(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]);
    let other = points(&[(10.0, 0.0), (14.0, 0.0), (12.0, 4.0)]);
    let places = points(&[(1.0, 1.0), (12.0, 1.0), (2.0, 2.0)]);
    assert_eq!(intrusion(&places, &[0, 1, 1], &[room, other]), 1.0 / 3.0);
}

#[test]
fn displacement_is_a_share_of_the_diagonal() {
    let before = points(&[(0.0, 0.0), (1.0, 1.0)]);
    let after = points(&[(3.0, 4.0), (1.0, 1.0)]);
    let canvas = Rect::sized(0.0, 0.0, 30.0, 40.0);
    assert!((displacement(&before, &after, canvas) - 0.05).abs() < 1e-12);
}

#[test]
fn two_that_change_sides_flip_one_of_two_orders() {
    let before = points(&[(0.0, 0.0), (1.0, 1.0)]);
    let after = points(&[(1.0, 0.0), (0.0, 1.0)]);
    assert_eq!(order_flips(&before, &after), 0.5);
    assert_eq!(order_flips(&before, &before), 0.0);
}

#[test]
fn the_only_tie_of_two_rooms_is_struck_by_a_third_room_or_node_on_its_way() {
    let places = points(&[(0.0, 0.0), (20.0, 0.0), (10.0, 6.0), (10.0, 0.5)]);
    let room = |x: f64, y: f64| {
        points(&[
            (x - 2.0, y - 2.0),
            (x + 2.0, y - 2.0),
            (x + 2.0, y + 2.0),
            (x - 2.0, y + 2.0),
        ])
    };
    let beside = [room(0.0, 0.0), room(20.0, 0.0), room(10.0, 6.0)];
    let between = [room(0.0, 0.0), room(20.0, 0.0), room(10.0, 1.0)];
    let struck = |ties: &[(usize, usize)], hulls: &[Vec<Point>], nodes: usize| {
        struck_single_ties(&places[..nodes], &[0, 1, 2, 2][..nodes], ties, hulls, 1.0)
    };
    assert_eq!(struck(&[(0, 1)], &beside, 3), 0);
    assert_eq!(struck(&[(0, 1)], &between, 3), 1);
    assert_eq!(struck(&[(0, 1)], &beside, 4), 1, "a node lies on it");
    assert_eq!(struck(&[(0, 1), (1, 0)], &between, 3), 0, "they are two");
}
