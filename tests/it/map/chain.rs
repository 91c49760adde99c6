//! The chain beside the report.

use std::collections::BTreeSet;

use miteinander::analysis::gaps::{Alone, held_by_one, known_to_one};
use miteinander::analysis::{Audience, OneDepartment, Options, Selection, report};
use miteinander::domain::{InPhase, OfferId, Survey, SurveyOffer, Text};
use miteinander::map::{MapOptions, Sheet, View};

use super::surveys::{District, elements};
use super::views::{of_demonstration, of_district, sound};

#[test]
fn the_chain_marks_the_offers_that_the_report_names() {
    let District { survey, .. } = District::demonstration();
    let untold = Survey {
        offers: survey
            .offers
            .iter()
            .cloned()
            .map(|offer| SurveyOffer {
                known_to: Vec::new(),
                referred_by: Vec::new(),
                ..offer
            })
            .collect(),
        ..survey.clone()
    };
    for survey in [survey, untold] {
        for phase in ["1", "2"] {
            let selection = Selection {
                phase: Some(phase.to_owned()),
                ..Selection::working(&survey)
            };
            let options = Options {
                permutations: 0,
                ..Options::default()
            };
            let report = report(&survey, &selection, &options).expect("it fits");
            let gaps = report.gaps.expect("offers");
            let phase = InPhase {
                survey: &survey,
                phase: selection.phase_in(&survey).expect("a phase"),
            };
            let told = |rows: &[OneDepartment]| -> BTreeSet<[String; 2]> {
                let rows = rows.iter();
                rows.map(|row| [row.offer.clone(), row.department.clone()])
                    .collect()
            };
            let marked = |rows: Vec<Alone>| -> BTreeSet<[String; 2]> {
                let name = |row: &Alone| survey.department(row.department).name.clone();
                let rows = rows.iter();
                rows.map(|row| [row.offer.to_owned(), name(row)]).collect()
            };
            assert!(!gaps.held_by_one.is_empty());
            assert_eq!(marked(held_by_one(phase)), told(&gaps.held_by_one));
            assert_eq!(
                marked(known_to_one(phase)),
                told(&gaps.known_to_one.unwrap_or_default())
            );
        }
    }
}

/// The boxes of the blocks with the names of their offers.
fn boxes(chain: &Sheet) -> Vec<(String, [f64; 4])> {
    let json: serde_json::Value = serde_json::from_str(chain.json()).expect("JSON");
    let offers = json["offers"].as_array().expect("a list").iter();
    let number = |offer: &serde_json::Value, key: &str| offer[key].as_f64().expect("a number");
    offers
        .map(|offer| {
            let name = offer["name"].as_str().expect("a name").to_owned();
            let rect = ["x", "y", "width", "height"].map(|key| number(offer, key));
            (name, rect)
        })
        .collect()
}

#[test]
fn the_chain_cuts_no_name_of_the_demonstration() {
    let chain = of_demonstration(&View::Chain, Audience::Working);
    assert!(!chain.svg().contains(" gezeigt"), "every offer has a block");
    let (_, blocks) = chain.svg().split_once("id=\"offers\"").expect("blocks");
    let (blocks, _) = blocks.split_once("id=\"rest\"").expect("and what has none");
    assert!(blocks.contains("</tspan>"));
    let cut = blocks.split('>').find(|line| line.contains('…'));
    assert_eq!(cut, None);
}

#[test]
fn blocks_of_several_heights_lie_beside_each_other_within_their_fields() {
    for more in [0, 20, 45, 80, 250] {
        let district = District::demonstration().with(|network| {
            let offers: Vec<_> = network.offers.values().cloned().collect();
            for (number, mut offer) in offers.into_iter().cycle().take(more).enumerate() {
                let id = OfferId::parse(&format!("again-{number}")).expect("an id");
                offer.name =
                    Text::parse(&format!("{} und noch einmal", offer.name)).expect("a name");
                network.offers.insert(id, offer);
            }
        });
        let options = MapOptions::default();
        let chain = of_district(&district, &View::Chain, Audience::Working, &options);
        sound(&chain);
        let boxes = boxes(&chain);
        for (at, (name, [x, y, width, height])) in boxes.iter().enumerate() {
            assert!(*height >= 11.0, "{name} {height}");
            for (other, [left, top, wide, high]) in &boxes[..at] {
                let beside = x + width <= *left || left + wide <= *x;
                let apart = y + height <= *top || top + high <= *y;
                assert!(beside || apart, "{name} lies over {other} of {more}");
            }
        }
        let legend = elements(chain.svg())
            .into_iter()
            .filter(|one| one.within.iter().any(|id| id == "legend"))
            .filter_map(|one| one.get("y").parse::<f64>().ok())
            .fold(f64::INFINITY, f64::min);
        let lowest = boxes.iter().map(|(_, [_, y, _, high])| y + high);
        assert!(lowest.fold(0.0, f64::max) < legend - 8.0);
    }
}

#[test]
fn a_block_says_in_words_who_provides_its_offer_where_lines_are_free() {
    let few = District::demonstration().with(|network| {
        let kept: Vec<_> = network.offers.keys().take(12).cloned().collect();
        network.offers.retain(|id, _| kept.contains(id));
        for offer in network.offers.values_mut() {
            offer.known_to.clear();
            offer.referred_by.clear();
        }
    });
    let chain = of_district(
        &few,
        &View::Chain,
        Audience::Working,
        &MapOptions::default(),
    );
    let blocks = chain.svg().split_once("id=\"offers\"").expect("blocks").1;
    let (blocks, rest) = blocks.split_once("id=\"rest\"").expect("their end");
    assert!(blocks.contains(">allein"), "some stand alone");
    assert_eq!(blocks.matches("<circle").count(), 0, "none by a badge");
    let legend = rest.split_once("id=\"legend\"").expect("a legend").1;
    assert!(!legend.contains("Durchführung"), "and no sign to explain");
}

#[test]
fn the_sentence_of_the_chain_says_all_where_it_is_all() {
    use miteinander::text::Lang;
    use miteinander::text::views::ChainTexts;
    let say = |held, known| (ChainTexts::of(Lang::De).sentence)(0, 24, &[], held, known);
    assert!(say(14, 14).ends_with("; bei allen ist nicht eingetragen, dass andere sie kennen."));
    assert!(say(14, 3).ends_with("; bei 3 davon ist nicht eingetragen, dass andere sie kennen."));
    assert!(say(1, 1).ends_with("; dass andere es kennen, ist nicht eingetragen."));
}
