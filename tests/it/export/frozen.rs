//! A survey that was frozen: it comes back as it was, holds nothing it must not, and is refused when it is not whole.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use miteinander::analysis::{Audience, Options, Selection, compare, report};
use miteinander::domain::{InPhase, Note, Survey, SurveyPhase, Text};
use miteinander::exchange::{
    FROZEN_FORMAT, Frozen, MOST_UNPACKED, ThawError, freeze, survey, thaw,
};
use miteinander::map::{MapOptions, Materials, View, sheet};
use miteinander::text::Lang;
use sha2::{Digest, Sha256};

use super::drawn;
use crate::import::file;
use crate::map::surveys::{District, everything};
use crate::map::views::all;

fn unpacked(frozen: &Frozen) -> String {
    let mut json = String::new();
    let mut unpacking = DeflateDecoder::new(frozen.bytes.as_slice());
    unpacking.read_to_string(&mut json).expect("deflated UTF-8");
    json
}

/// A body as a store would give it back.
fn body(bytes: Vec<u8>) -> Frozen {
    let digest = Sha256::digest(&bytes);
    Frozen {
        format: FROZEN_FORMAT,
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes,
    }
}

fn packed(json: &str) -> Frozen {
    let mut packing = DeflateEncoder::new(Vec::new(), Compression::fast());
    packing.write_all(json.as_bytes()).expect("memory takes it");
    body(packing.finish().expect("memory takes it"))
}

#[test]
fn a_frozen_survey_comes_back_as_it_was_and_always_as_the_same_bytes() {
    let mut surveys = vec![
        Survey::default(),
        District::small().survey,
        District::demonstration().survey,
    ];
    for seed in 0..5 {
        let given = drawn::network(seed, 25);
        surveys.push(given.network.survey(&given.district, &given.programme));
    }
    for survey in surveys {
        let frozen = freeze(&survey);
        assert_eq!(frozen, freeze(&survey.clone()));
        assert_eq!(frozen, body(frozen.bytes.clone()), "its own digest");
        let thawed = thaw(&frozen).expect("it is whole");
        assert_eq!(thawed, survey);
        assert_eq!(freeze(&thawed), frozen);
    }
}

#[test]
fn the_keys_of_a_frozen_survey_stand_in_their_order() {
    let json = unpacked(&freeze(&District::small().survey));
    let value: std::collections::BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&json).expect("an object");
    let again = serde_json::to_string(&value).expect("it is JSON");
    assert_eq!(again, json);
    for list in ["\"actors\":[{\"id\":", "\"ties\":[{\"binding\":"] {
        assert!(json.contains(list), "{list}");
    }
}

#[test]
fn report_and_maps_of_a_thawed_survey_have_the_bytes_of_the_survey() {
    let District { survey, .. } = District::demonstration();
    let thawed = thaw(&freeze(&survey)).expect("it is whole");
    for audience in [Audience::Working, Audience::Leadership] {
        let selection = Selection {
            audience,
            ..everything(&survey)
        };
        let options = Options {
            permutations: 19,
            ..Options::default()
        };
        let told = |survey| {
            report(survey, &selection, &options)
                .expect("it fits")
                .to_json(Lang::De)
        };
        assert_eq!(told(&thawed), told(&survey));
        for view in all() {
            let drawn = |survey| {
                let from = Materials {
                    survey,
                    report: None,
                };
                let drawn = sheet(&from, &view, &selection, &MapOptions::default());
                drawn.expect("a picture")
            };
            assert!(drawn(&thawed) == drawn(&survey), "{view:?}");
        }
    }
}

#[test]
fn notes_and_contacts_are_in_no_frozen_survey() {
    let secret = "Nur für das Kernteam";
    let District {
        survey: district, ..
    } = District::demonstration().with(|network| {
        let note = || Some(Note::parse(secret).expect("a note"));
        network
            .actors
            .values_mut()
            .for_each(|actor| actor.note = note());
        network
            .offers
            .values_mut()
            .for_each(|offer| offer.note = note());
        network
            .reports
            .values_mut()
            .for_each(|report| report.note = note());
    });
    let files = survey(&[
        file(
            "actors.csv",
            "id,name,department,contact,note\na,RSD Süd,Jugendamt,rsd@example.org,Nur für das Kernteam\n",
        ),
        file(
            "edges.csv",
            "from,to,strength,note\na,a,2,Nur für das Kernteam\n",
        ),
        file(
            "offers.csv",
            "name,life_phases,fields,providers,target_group,note\nCafé,0–3,Bildung,a,Eltern,Nur für das Kernteam\n",
        ),
    ]);
    for survey in [district, files.expect("no fault")] {
        let json = unpacked(&freeze(&survey));
        assert!(json.contains("\"Jugendamt\"") && json.contains("\"target_group\":\""));
        for hidden in [secret, "example.org", "note", "contact", "author"] {
            assert!(!json.contains(hidden), "{hidden}");
        }
    }
}

#[test]
fn what_is_newer_damaged_or_too_large_is_refused_with_a_sentence_in_both_languages() {
    let whole = freeze(&District::small().survey);
    let newer = Frozen {
        format: FROZEN_FORMAT + 1,
        ..whole.clone()
    };
    let refused = |frozen: &Frozen| thaw(frozen).expect_err("it is refused");
    assert_eq!(refused(&newer), ThawError::Newer(FROZEN_FORMAT + 1));
    for at in 0..whole.bytes.len() {
        let mut damaged = whole.clone();
        damaged.bytes[at] ^= 1;
        assert_eq!(refused(&damaged), ThawError::Damaged, "byte {at}");
    }
    let half = whole.bytes[..whole.bytes.len() / 2].to_vec();
    assert_eq!(refused(&body(half)), ThawError::Damaged);
    assert_eq!(refused(&packed("{}")), ThawError::Damaged);
    // A run of blanks is a few bytes a megabyte, each as good behind itself as behind another.
    let mut packing = DeflateEncoder::new(Vec::new(), Compression::best());
    packing
        .write_all(&vec![b' '; 1_000_000])
        .expect("memory takes it");
    packing.flush().expect("memory takes it");
    let bomb = packing
        .get_ref()
        .repeat(MOST_UNPACKED as usize / 1_000_000 + 1);
    assert!(bomb.len() < 1_000_000);
    assert_eq!(refused(&body(bomb)), ThawError::TooLarge);
    for error in [ThawError::Newer(2), ThawError::Damaged, ThawError::TooLarge] {
        assert!(error.say(Lang::De).starts_with("Dieser Stand"));
        assert!(error.say(Lang::En).contains("his release"));
    }
}

#[test]
fn a_body_whose_rows_name_what_is_not_there_is_refused() {
    let json = unpacked(&freeze(&District::small().survey));
    assert!(thaw(&packed(&json)).is_ok());
    for (what, other) in [
        ("\"from\":0", "\"from\":4000"),
        ("\"department\":0", "\"department\":4000"),
        ("\"responsible\":0", "\"responsible\":4000"),
        ("\"phase\":0", "\"phase\":40"),
        ("{\"actor\":0}", "{\"actor\":4000}"),
        ("\"kinds\":0", "\"kinds\":4096"),
        ("\"values\":[", "\"values\":[null,"),
        ("\"title\":", "\"note\":\"\",\"title\":"),
    ] {
        let changed = json.replacen(what, other, 1);
        assert_ne!(changed, json, "{what}");
        assert_eq!(thaw(&packed(&changed)), Err(ThawError::Damaged), "{what}");
    }
}

#[test]
fn what_the_first_version_froze_is_still_read() {
    let golden = Frozen {
        format: 1,
        ..body(include_bytes!("frozen-1.deflate").to_vec())
    };
    let District { mut survey, .. } = District::small();
    let agreed = survey.ties.iter().filter(|tie| tie.binding == Some(true));
    let not = survey.ties.iter().filter(|tie| tie.binding == Some(false));
    assert!(agreed.count() > 0 && not.count() > 0, "both are in it");
    // It could not tell what is not agreed from what nobody was asked.
    for tie in &mut survey.ties {
        tie.binding = tie.binding.filter(|agreed| *agreed);
    }
    assert_eq!(thaw(&golden), Ok(survey));
}

#[test]
fn what_the_second_version_froze_is_still_read() {
    let golden = Frozen {
        format: 2,
        ..body(include_bytes!("frozen-2.deflate").to_vec())
    };
    let District { survey, .. } = District::small();
    assert_eq!(thaw(&golden), Ok(survey.clone()));
    assert_eq!(unpacked(&golden), unpacked(&freeze(&survey)));
}

#[test]
fn a_survey_of_some_phases_holds_nobody_else() {
    let mut gone = None;
    let District { survey, .. } = District::demonstration().with(|network| {
        let first: Vec<_> = network.memberships.keys().cloned().collect();
        let phases = |id: &str| {
            first
                .iter()
                .filter(|(actor, _)| actor.as_str() == id)
                .count()
        };
        let only = first
            .iter()
            .find(|(actor, phase)| phase.as_str() == "1" && phases(actor.as_str()) == 1);
        let (actor, _) = only.expect("somebody left").clone();
        for offer in network.offers.values_mut() {
            let party = miteinander::domain::Party::Actor(actor.clone());
            offer.known_to.remove(&party);
            offer.referred_by.remove(&party);
        }
        network.actors.get_mut(&actor).expect("somebody").name =
            Text::parse("Wer gegangen ist").expect("a name");
        gone = Some(actor.to_string());
    });
    let gone = gone.expect("somebody left");
    let whole = unpacked(&freeze(&survey));
    assert!(whole.contains("Wer gegangen ist"));
    let later = survey.of_phases(&[1]);
    let json = unpacked(&freeze(&later));
    assert!(!json.contains("Wer gegangen ist") && !json.contains(&format!("\"{gone}\"")));
    assert_eq!(later.phases, survey.phases[1..]);
    assert_eq!(survey.of_phases(&[0, 1]).ties, survey.ties);
    let figures = |survey: &Survey| {
        let options = Options {
            permutations: 19,
            ..Options::default()
        };
        let report = report(survey, &everything(survey), &options).expect("it fits");
        report.to_json(Lang::De)
    };
    assert_eq!(figures(&later), figures(&survey), "of the latest phase");
}

#[test]
fn two_frozen_surveys_are_compared_as_two_phases_of_one() {
    let District { survey, .. } = District::demonstration();
    let kept = [0, 1].map(|phase| {
        let one = survey.of_phases(&[phase]);
        thaw(&freeze(&one)).expect("it is whole")
    });
    let named: [SurveyPhase; 2] = [0, 1].map(|phase| survey.phases[phase].clone());
    let sides = kept.each_ref().map(|survey| InPhase {
        survey,
        phase: Some(0),
    });
    let both = Survey::joined(sides, named);
    let [from, to] = [0, 1].map(|phase: usize| survey.phases[phase].id.as_str());
    let compared = |survey: &Survey| {
        let comparison = compare(survey, from, to, &everything(survey));
        comparison.expect("both phases").to_json()
    };
    assert_eq!(compared(&both), compared(&survey));
    let drawn = |survey: &Survey| {
        let from = Materials {
            survey,
            report: None,
        };
        let drawn = sheet(
            &from,
            &View::Chain,
            &everything(survey),
            &MapOptions::default(),
        );
        drawn.expect("a chain").svg().to_owned()
    };
    assert_eq!(drawn(&both), drawn(&survey));
}
