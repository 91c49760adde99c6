//! How far the actors of three phases move from one picture to the next.

use std::collections::BTreeMap;

use miteinander::analysis::Selection;
use miteinander::domain::{Survey, SurveyPhase};
use miteinander::map::plane::{Point, Rect};
use miteinander::map::quality::{displacement, label_overlaps, node_overlaps, order_flips};
use miteinander::map::{MapOptions, network};

use super::Plain;
use super::networks::{Dice, planted};

/// Three phases of one district: from each to the next a tenth of the ties and a twentieth of the actors change.
fn changing() -> Survey {
    let mut survey = planted(70, 9, 190, 5, 3);
    let mut dice = Dice(11);
    survey.phases = (1..=3)
        .map(|id| SurveyPhase {
            id: id.to_string(),
            name: format!("Phase {id}"),
        })
        .collect();
    let n = survey.actors.len() as u32;
    let mut gone: Vec<Vec<u32>> = vec![Vec::new()];
    for phase in 1..3 {
        let before: Vec<u32> = gone[phase - 1].clone();
        gone.push(
            before
                .into_iter()
                .chain((0..n / 20).map(|_| dice.below(n)))
                .collect(),
        );
    }
    let first = std::mem::take(&mut survey.ties);
    let mut held = first.clone();
    for phase in 0..3u16 {
        if phase > 0 {
            for tie in &mut held {
                if dice.below(10) == 0 {
                    tie.to = dice.below(n);
                    if tie.to == tie.from {
                        tie.to = (tie.to + 1) % n;
                    }
                }
            }
        }
        let there = |actor: u32| !gone[usize::from(phase)].contains(&actor);
        survey.ties.extend(
            held.iter()
                .filter(|tie| there(tie.from) && there(tie.to))
                .map(|tie| {
                    let mut tie = tie.clone();
                    tie.phase = Some(phase);
                    tie
                }),
        );
    }
    // The values of a column stand beside the rows.
    let rows = std::mem::take(&mut survey.presences);
    let values = std::mem::take(&mut survey.columns[0].values);
    for (phase, gone) in (0..3u16).zip(&gone) {
        for (row, value) in rows.iter().zip(&values) {
            if !gone.contains(&row.actor) {
                let mut row = row.clone();
                row.phase = Some(phase);
                survey.presences.push(row);
                survey.columns[0].values.push(value.clone());
            }
        }
    }
    survey
}

/// Prints how far the actors that two phases have in common move.
pub fn print() {
    let survey = changing();
    let drawn: Vec<Plain> = ["1", "2", "3"]
        .iter()
        .map(|phase| {
            let selection = Selection {
                phase: Some((*phase).to_owned()),
                ..Selection::working(&survey)
            };
            let picture =
                network(&survey, &selection, &MapOptions::default()).expect("it can be drawn");
            Plain::of(picture.geometry())
        })
        .collect();
    println!("\nThree phases, a tenth of the ties and a twentieth of the actors changing:");
    for pair in drawn.windows(2) {
        let at: BTreeMap<&String, Point> = pair[1]
            .ids
            .iter()
            .zip(pair[1].places.iter().copied())
            .collect();
        let common = pair[0].ids.iter().zip(&pair[0].places);
        let (before, after): (Vec<Point>, Vec<Point>) = common
            .filter_map(|(id, place)| Some((*place, *at.get(id)?)))
            .unzip();
        println!(
            "{} common actors: mean move {:.4} of the diagonal, order flips {:.2} %, overlaps {} and {}",
            before.len(),
            displacement(&before, &after, Rect::sized(0.0, 0.0, 1123.0, 794.0)),
            100.0 * order_flips(&before, &after),
            node_overlaps(&pair[1].places, pair[1].radius),
            label_overlaps(&pair[1].labels),
        );
    }
}
