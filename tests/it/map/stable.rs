//! Kept places stand still: what was there moves only where it must make way for what is new.

use std::collections::BTreeMap;

use miteinander::domain::{Stop, Survey};
use miteinander::map::plane::{Point, Rect};
use miteinander::map::quality::{
    displacement, intrusion, label_overlaps, node_overlaps, order_flips,
};
use miteinander::map::{MapOptions, Paper, Picture, map_places, network};

use super::surveys::{Plain, everything};
use crate::analysis::networks::{Dice, actor, planted, presence, tie};

/// Where each actor lies.
type Places = BTreeMap<String, Point>;

const PAGE: Rect = Rect {
    left: 0.0,
    top: 0.0,
    right: 1123.0,
    bottom: 794.0,
};

/// The survey with the places of its own picture, and that picture.
fn kept(mut survey: Survey) -> (Survey, Places) {
    let picture = network(&survey, &everything(&survey), &MapOptions::default());
    let picture = picture.expect("it can be drawn");
    let found = map_places(&survey, &everything(&survey), &Stop::never());
    survey.map_places = found.expect("it can be laid out");
    assert!(survey.map_places.is_some());
    (survey, places(&picture))
}

fn places(picture: &Picture) -> Places {
    let actors = picture.geometry().actors.iter();
    actors
        .map(|actor| (actor.id.clone(), Point::new(actor.x, actor.y)))
        .collect()
}

fn drawn(survey: &Survey) -> Places {
    let picture = network(survey, &everything(survey), &MapOptions::default());
    let picture = picture.expect("it can be drawn");
    let plain = Plain::of(picture.geometry());
    assert_eq!(intrusion(&plain.places, &plain.room_of, &plain.hulls), 0.0);
    assert_eq!(node_overlaps(&plain.places, plain.radius), 0);
    assert_eq!(label_overlaps(&plain.labels), 0);
    places(&picture)
}

/// How far those in both pictures moved on average, as a share of the diagonal, and the share of pairs in another order.
fn moved(before: &Places, after: &Places) -> (f64, f64) {
    let common = before.iter();
    let (old, new): (Vec<Point>, Vec<Point>) = common
        .filter_map(|(id, place)| Some((*place, *after.get(id)?)))
        .unzip();
    (displacement(&old, &new, PAGE), order_flips(&old, &new))
}

/// Three networks of a size, of a large one that takes long a single one.
fn seeds(actors: u32) -> std::ops::RangeInclusive<u64> {
    1..=if actors < 200 { 3 } else { 1 }
}

/// A planted network whose functions have names as long as real ones.
fn named(actors: u32, departments: u32, ties: usize, seed: u64) -> Survey {
    let mut survey = planted(actors, departments, ties, 5, seed);
    for actor in &mut survey.actors {
        actor.label = format!("Fachstelle {}", actor.id);
    }
    survey
}

/// How far a name's middle lies from its mark. Both are written in tenths: as far as that they are the same.
#[derive(Debug)]
struct Beside(Point);

impl PartialEq for Beside {
    fn eq(&self, other: &Self) -> bool {
        self.0.distance(other.0) < 0.3
    }
}

/// Where each actor's name stands beside its mark; none where it is not shown.
fn names(survey: &Survey) -> BTreeMap<String, Option<Beside>> {
    let picture = network(survey, &everything(survey), &MapOptions::default());
    let picture = picture.expect("it can be drawn");
    let actors = picture.geometry().actors.iter();
    actors
        .map(|actor| {
            let beside = actor.label.as_ref().map(|label| {
                let centre = label.rect().centre();
                Beside(centre - Point::new(actor.x, actor.y))
            });
            (actor.id.clone(), beside)
        })
        .collect()
}

/// The share of those in both pictures whose name stands elsewhere beside its mark, or came or went.
fn wandered<T: PartialEq>(before: &BTreeMap<String, T>, after: &BTreeMap<String, T>) -> f64 {
    let elsewhere = before
        .iter()
        .filter(|(id, was)| after.get(*id) != Some(was));
    elsewhere.count() as f64 / before.len() as f64
}

/// Adds actors to departments, each with three ties.
fn joined(survey: &mut Survey, departments: &[String], dice: &mut Dice) {
    for department in departments {
        let new = survey.actors.len() as u32;
        survey.actors.push(actor(&new.to_string()));
        let mut row = presence(new);
        let known = survey
            .departments
            .iter()
            .position(|one| one.name == *department);
        row.department = known.map(|at| at as u32);
        survey.presences.push(row);
        survey.columns[0].values.push(Some(department.clone()));
        for _ in 0..3 {
            let to = dice.below(new);
            survey.ties.push(tie(new, to, Some(3.0)));
        }
    }
}

#[test]
fn after_one_cooperation_more_or_less_nobody_moves() {
    for (actors, departments, ties) in [(25, 5, 50), (70, 12, 190), (200, 8, 640)] {
        let (mut survey, before) = kept(planted(actors, departments, ties, 5, 3));
        survey.ties.push(tie(0, actors - 1, Some(4.0)));
        assert_eq!(drawn(&survey), before);
        survey.ties.truncate(survey.ties.len() - 2);
        assert_eq!(drawn(&survey), before);
    }
}

#[test]
fn after_a_twentieth_of_new_functions_the_others_hardly_move() {
    for (actors, departments, ties) in [(25, 5, 50), (70, 12, 190), (200, 8, 640), (200, 20, 640)] {
        for seed in seeds(actors) {
            let (mut survey, before) = kept(planted(actors, departments, ties, 5, seed));
            let mut dice = Dice(seed);
            let new = (0..actors.div_ceil(20)).map(|_| format!("Amt {}", dice.below(departments)));
            let new: Vec<String> = new.collect();
            joined(&mut survey, &new, &mut dice);
            let (mean, flips) = moved(&before, &drawn(&survey));
            println!(
                "{actors} actors, seed {seed}: mean move {mean:.4}, flips {:.2} %",
                100.0 * flips
            );
            assert!(mean <= 0.02, "{actors} actors, seed {seed}: {mean:.4}");
            assert!(flips <= 0.04, "{actors} actors, seed {seed}: {flips:.4}");
        }
    }
}

#[test]
fn after_a_new_office_of_three_the_others_move_little() {
    for (actors, departments, ties) in [(25, 5, 50), (70, 12, 190), (200, 8, 640), (200, 20, 640)] {
        for seed in seeds(actors) {
            let (mut survey, before) = kept(planted(actors, departments, ties, 5, seed));
            let office = "Amt für Neues".to_owned();
            let mut department = survey.departments[0].clone();
            (department.id, department.name) = (office.clone(), office.clone());
            survey.departments.push(department);
            joined(&mut survey, &vec![office; 3], &mut Dice(seed));
            let (mean, flips) = moved(&before, &drawn(&survey));
            println!(
                "{actors} actors, seed {seed}: mean move {mean:.4}, flips {:.2} %",
                100.0 * flips
            );
            assert!(mean <= 0.05, "{actors} actors, seed {seed}: {mean:.4}");
        }
    }
}

#[test]
fn after_one_cooperation_more_or_less_no_name_wanders() {
    for (actors, departments, ties) in [(25, 5, 50), (70, 12, 190), (200, 8, 640)] {
        for seed in seeds(actors) {
            let (mut survey, _) = kept(named(actors, departments, ties, seed));
            let before = names(&survey);
            let shown = before.values().flatten().count();
            survey.ties.push(tie(0, actors - 1, Some(4.0)));
            let more = wandered(&before, &names(&survey));
            survey.ties.truncate(survey.ties.len() - 2);
            let less = wandered(&before, &names(&survey));
            println!("{actors} actors, {shown} names: {more:.3} {less:.3}");
            assert_eq!((more, less), (0.0, 0.0), "{actors} actors, seed {seed}");
        }
    }
}

#[test]
fn after_a_twentieth_of_new_functions_hardly_a_name_wanders() {
    for (actors, departments, ties) in [(25, 5, 50), (70, 12, 190), (200, 8, 640)] {
        for seed in seeds(actors) {
            let (mut survey, _) = kept(named(actors, departments, ties, seed));
            let before = names(&survey);
            let mut dice = Dice(seed);
            let new = (0..actors.div_ceil(20)).map(|_| format!("Amt {}", dice.below(departments)));
            let new: Vec<String> = new.collect();
            joined(&mut survey, &new, &mut dice);
            let found = wandered(&before, &names(&survey));
            println!("{actors} actors, seed {seed}: {found:.3} of the names wandered");
            assert!(found <= 0.1, "{actors} actors, seed {seed}: {found:.3}");
            // Kept once more with those who are new, they stand where they stood.
            let after = names(&survey);
            let (survey, _) = kept(survey);
            assert_eq!(wandered(&after, &names(&survey)), 0.0);
        }
    }
}

#[test]
fn on_larger_paper_everybody_stands_in_the_same_place_and_more_names_are_whole() {
    let mut long = planted(40, 9, 120, 5, 2);
    for actor in &mut long.actors {
        let family = "Koordination und Fachberatung für besonders belastete Familien";
        actor.label = format!("{family} in {}", actor.label);
    }
    for survey in [long, named(200, 8, 640, 9)] {
        let (survey, before) = kept(survey);
        let on = |paper| {
            let options = MapOptions {
                paper,
                ..MapOptions::default()
            };
            network(&survey, &everything(&survey), &options).expect("it can be drawn")
        };
        let (small, large) = (on(Paper::A4), on(Paper::A3));
        assert_eq!(places(&small), before);
        assert_eq!(places(&large), before);
        let whole = |picture: &Picture| {
            let actors = picture.geometry().actors.iter();
            let labels = actors.filter_map(|actor| actor.label.as_ref());
            labels.filter(|label| !label.text.contains('…')).count()
        };
        assert!(
            whole(&large) > whole(&small),
            "{} on A3, {} on A4",
            whole(&large),
            whole(&small)
        );
        assert_eq!(label_overlaps(&Plain::of(large.geometry()).labels), 0);
    }
}

#[test]
fn a_picture_says_how_many_have_no_name_on_it() {
    let survey = named(200, 8, 640, 9);
    let picture = network(&survey, &everything(&survey), &MapOptions::default());
    let picture = picture.expect("it can be drawn");
    let actors = picture.geometry().actors.iter();
    let unnamed = actors.filter(|actor| actor.label.is_none()).count();
    assert!(unnamed > 0);
    let told = format!("Ohne Namen, da kein Platz ist: {unnamed} von 200");
    assert!(picture.svg().contains(&told), "{told}");
}
