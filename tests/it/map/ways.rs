//! What runs between departments, and what stands on it: numbers, words, counts.

use std::collections::BTreeMap;

use miteinander::analysis::{Inclusion, Selection};
use miteinander::map::plane::{Point, Rect, distance_to_segment, inside};
use miteinander::map::{MapOptions, View, network};

use super::picture::{in_phase, of_class};
use super::surveys::{Element, demonstration, draw, elements, everything};
use super::views::of_survey;
use crate::analysis::networks::planted;

/// The points of a path, its curves in steps.
fn points(d: &str) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::new();
    let spaced = d
        .replace('M', " M ")
        .replace('L', " L ")
        .replace('C', " C ");
    let mut words = spaced.split_whitespace().peekable();
    while let Some(letter) = words.next() {
        let mut number = || words.next().and_then(|word| word.parse::<f64>().ok());
        let mut point = || Some(Point::new(number()?, number()?));
        match letter {
            "M" => parts.push(vec![point().expect("a point")]),
            "L" => parts
                .last_mut()
                .expect("a begin")
                .push(point().expect("a point")),
            "C" => {
                let of = parts.last_mut().expect("a begin");
                let a = of[of.len() - 1];
                let [b, c, e] = [(); 3].map(|()| point().expect("a point"));
                of.extend((1..=12).map(|step| {
                    let t = f64::from(step) / 12.0;
                    let [ab, bc, ce] = [a.towards(b, t), b.towards(c, t), c.towards(e, t)];
                    ab.towards(bc, t).towards(bc.towards(ce, t), t)
                }));
            }
            other => panic!("{other} is no letter of our paths"),
        }
    }
    parts
}

fn meets(line: &Element, rect: &Rect) -> bool {
    let mut pieces = points(line.get("d")).into_iter();
    pieces.any(|part| part.windows(2).any(|two| rect.meets(two[0], two[1])))
}

fn pair(one: &Element) -> [&str; 2] {
    [one.get("data-a"), one.get("data-b")]
}

/// The groups of a class with the first box in each, and what each holds.
fn boxes<'a>(found: &'a [Element], class: &str) -> Vec<(&'a Element, Rect, &'a [Element])> {
    let starts = (0..found.len()).filter(|at| found[*at].get("class") == class);
    starts
        .map(|at| {
            let next = found[at + 1..]
                .iter()
                .position(|one| one.name == "g")
                .map_or(found.len(), |far| at + 1 + far);
            let inside = &found[at + 1..next];
            let rect = inside.iter().find(|one| one.name == "rect");
            let rect = rect.expect("a box");
            let number = |name: &str| rect.get(name).parse::<f64>().expect("a number");
            let rect = Rect::sized(number("x"), number("y"), number("width"), number("height"));
            (&found[at], rect, inside)
        })
        .collect()
}

#[test]
fn numbers_among_many_bands_show_the_colours_of_their_departments() {
    let survey = planted(200, 8, 800, 5, 1);
    let found = elements(&draw(&survey).svg());
    let colour: BTreeMap<&str, &str> = of_class(&found, "department")
        .into_iter()
        .map(|room| (room.get("data-department"), room.get("stroke")))
        .collect();
    let mut tipped = 0;
    for (number, _, inside) in boxes(&found, "number") {
        let mut shown: Vec<&str> = inside.iter().map(|one| one.get("fill")).collect();
        shown.retain(|fill| colour.values().any(|own| own == fill));
        let mut own = pair(number).map(|department| colour[department]);
        shown.sort_unstable();
        own.sort_unstable();
        assert!(shown.is_empty() || shown == own, "{shown:?}");
        tipped += usize::from(!shown.is_empty());
    }
    assert!(tipped >= 4, "{tipped} numbers");
}

#[test]
fn the_dots_of_a_pair_without_a_tie_are_seen_on_both_sides_of_their_word() {
    let found = elements(&in_phase("2", &MapOptions::default()).svg());
    let marks = of_class(&found, "none");
    assert!(!marks.is_empty());
    let words = boxes(&found, "number");
    for mark in marks {
        let word = words.iter().find(|(word, ..)| pair(word) == pair(mark));
        let (_, rect, _) = word.expect("a word");
        let ways = points(mark.get("d"));
        let way = ways.concat();
        let room = rect.grown(8.0);
        assert!(!room.contains(way[0]) && !room.contains(way[way.len() - 1]));
        assert!(way.windows(2).any(|two| rect.meets(two[0], two[1])));
    }
}

#[test]
fn each_count_stands_on_its_pair_or_has_a_line_to_it() {
    let survey = demonstration();
    let view = View::Change {
        from: "1".to_owned(),
        to: "2".to_owned(),
    };
    for scope in [Inclusion::Offices, Inclusion::All] {
        let selection = Selection {
            scope,
            ..Selection::working(&survey)
        };
        let sheet = of_survey(&survey, &view, &selection).expect("it can be drawn");
        let found = elements(sheet.svg());
        let home: BTreeMap<&str, &str> = of_class(&found, "actor")
            .into_iter()
            .map(|actor| (actor.get("data-actor"), actor.get("data-department")))
            .collect();
        let mut lines: Vec<([&str; 2], &Element)> = Vec::new();
        let mut of: Option<[&str; 2]> = None;
        for one in &found {
            if ["tie", "bundle"].contains(&one.get("class")) {
                let mut ends = pair(one).map(|end| home.get(end).copied().unwrap_or(end));
                ends.sort_unstable();
                of = Some(ends);
            } else if one.name == "g" {
                of = None;
            }
            // The signs on them are closed.
            let open = one.name == "path" && !one.get("d").ends_with('Z');
            lines.extend(of.filter(|_| open).map(|ends| (ends, one)));
        }
        let counts = boxes(&found, "count");
        assert!(counts.len() > 10, "{} counts", counts.len());
        for (count, rect, inside) in counts {
            let mut ends = pair(count);
            ends.sort_unstable();
            let own = lines.iter().filter(|(of, _)| *of == ends);
            let leader = inside
                .iter()
                .find(|one| one.get("stroke-width") == "0.9" && one.name == "path");
            let to = leader
                .filter(|one| !one.get("d").ends_with('Z'))
                .map(|one| {
                    let end = points(one.get("d")).concat()[1];
                    Rect::sized(end.x, end.y, 0.0, 0.0)
                });
            let place = to.unwrap_or(rect).grown(2.0);
            assert!(own.clone().any(|(_, line)| meets(line, &place)), "{ends:?}");
        }
    }
}

#[test]
fn no_line_leaves_the_part_of_the_page_that_is_kept_for_it() {
    let found = elements(&draw(&planted(70, 12, 330, 1, 3)).svg());
    for class in ["tie", "band"] {
        for line in of_class(&found, class) {
            let half = line.get("stroke-width").parse::<f64>().expect("a width") / 2.0;
            for point in points(line.get("d")).concat() {
                let free = Rect::sized(18.0, 100.0, 1087.0, 616.0).grown(2.0 - half);
                assert!(free.contains(point), "{class} at {point:?}");
            }
        }
    }
}

#[test]
fn the_legend_says_how_many_of_the_bands_have_their_number() {
    let svg = draw(&planted(160, 25, 800, 1, 3)).svg();
    let found = elements(&svg);
    let (numbers, bands) = (
        of_class(&found, "number").len(),
        of_class(&found, "band").len(),
    );
    assert!(numbers < bands, "{numbers} of {bands}");
    assert!(svg.contains(&format!("{numbers} von {bands} Bändern tragen")));
}

#[test]
fn the_scale_of_strengths_shows_no_width_that_no_line_has() {
    // All ties of a pair of departments are in a band: their ends in the rooms are finer than any scale.
    let bundled = draw(&planted(60, 3, 200, 3, 2)).svg();
    assert!(
        !bundled.contains("Stärke der Verbindung"),
        "all are in bands"
    );
    assert!(
        in_phase("2", &MapOptions::default())
            .svg()
            .contains("Stärke der Verbindung")
    );
}

#[test]
fn the_only_tie_of_two_departments_is_drawn_around_all_others() {
    for seed in 1..=8 {
        let survey = planted(72, 12, 200, 1, seed);
        let picture =
            network(&survey, &everything(&survey), &MapOptions::default()).expect("a picture");
        let geometry = picture.geometry();
        let home = |id: &str| {
            let mut actors = geometry.actors.iter();
            let actor = actors.find(|actor| actor.id == id).expect("the actor");
            actor.department.as_str()
        };
        let found = elements(&picture.svg());
        let mut of: BTreeMap<[&str; 2], Vec<&Element>> = BTreeMap::new();
        for tie in of_class(&found, "tie") {
            let mut ends = pair(tie).map(home);
            ends.sort_unstable();
            of.entry(ends).or_default().push(tie);
        }
        let only = of
            .iter()
            .filter(|(ends, ties)| ends[0] != ends[1] && ties.len() == 1);
        for (ends, ties) in only {
            let parts = points(ties[0].get("d"));
            let legs = parts.iter().flat_map(|part| part.windows(2));
            let along = legs
                .flat_map(|leg| (0..=20).map(|at| leg[0].towards(leg[1], f64::from(at) / 20.0)));
            for point in along {
                let through = geometry.departments.iter().find(|room| {
                    let mut sides = room.hull.iter().zip(room.hull.iter().cycle().skip(1));
                    !ends.contains(&room.id.as_str())
                        && inside(&room.hull, point)
                        && sides.all(|(a, b)| distance_to_segment(point, *a, *b) > 0.5)
                });
                assert!(through.is_none(), "{ends:?} at {point:?} of {seed}");
            }
        }
    }
}
