//! What was frozen of a district stays the same for leaders when a function is made nobody in it.

use chrono::NaiveDate;
use miteinander::analysis::{Inclusion, Options, Selection, report};
use miteinander::domain::{ActorId, Audience, Frozen, FrozenState, Stop};
use miteinander::exchange::{STATE_FORMAT, freeze_state, thaw_state};
use miteinander::map::{MapOptions, Materials, View, sheet_watched};
use miteinander::text::Lang;
use sha2::{Digest, Sha256};

const BODY: &[u8] = include_bytes!("../../seed/musterbezirk/release.frozen");

fn demonstration() -> FrozenState {
    let digest = Sha256::digest(BODY);
    let frozen = Frozen {
        format: STATE_FORMAT,
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: BODY.to_vec(),
    };
    thaw_state(&frozen).expect("the seed can be read")
}

/// The figures and pictures that an audience gets of the latest phase, drawn anew.
fn told(state: &FrozenState, audience: Audience) -> Vec<String> {
    let survey = &state.survey;
    let options = Options {
        permutations: 99,
        ..Options::default()
    };
    let usual = Selection {
        phase: Some("2".to_owned()),
        ..Selection::usual(survey, audience)
    };
    let figures = report(survey, &usual, &options).expect("figures");
    let all = Selection {
        scope: Inclusion::All,
        ..usual
    };
    let views = [
        View::Network,
        View::Chain,
        View::Offer("familiencafe".to_owned()),
        View::Change {
            from: "1".to_owned(),
            to: "2".to_owned(),
        },
    ];
    let from = Materials {
        survey,
        report: Some(&figures),
    };
    let drawn = views.into_iter().filter_map(|view| {
        let sheet = sheet_watched(&from, &view, &all, &MapOptions::default(), &Stop::never());
        Some(sheet.ok()?.svg().to_owned())
    });
    [figures.to_json(Lang::De)]
        .into_iter()
        .chain(drawn)
        .collect()
}

#[test]
fn a_function_made_nobody_leaves_what_leaders_are_told_and_shown() {
    let before = demonstration();
    let mut after = before.clone();
    let day = NaiveDate::from_ymd_opt(2026, 3, 12).expect("a day");
    let actors: Vec<String> = before
        .survey
        .actors
        .iter()
        .map(|it| it.id.clone())
        .collect();
    for (number, actor) in actors.iter().enumerate().step_by(3) {
        let id = |text: &str| ActorId::parse(text).expect("an id");
        // An id that sorts elsewhere.
        let random = format!("{:x}", 0xffff_usize.wrapping_sub(number * 77));
        assert!(after.anonymise(&id(actor), &id(&random), &format!("Funktion {number}"), day));
        assert!(
            !after.anonymise(&id(actor), &id(&random), "nobody", day),
            "once"
        );
    }
    assert_eq!(after.erased, Some(day));
    let json = serde_json::to_string(&after).expect("JSON");
    for (number, actor) in before.survey.actors.iter().enumerate().step_by(3) {
        let name = format!("\"{}\"", actor.label);
        let is_office = before
            .survey
            .departments
            .iter()
            .any(|it| it.name == actor.label);
        let is_offer = before
            .survey
            .offers
            .iter()
            .any(|it| it.label == actor.label);
        // What a part of an office is called is no function's name.
        let mut values = before.survey.columns.iter().flat_map(|it| &it.values);
        let is_section = values.any(|it| it.as_deref() == Some(actor.label.as_str()));
        assert!(
            is_office || is_offer || is_section || !json.contains(&name),
            "{number}: {name}"
        );
    }
    let leaders = |state| told(state, Audience::Leadership);
    assert!(
        leaders(&before) == leaders(&after),
        "leaders are told something else"
    );
    let team = |state| told(state, Audience::Working);
    assert!(
        team(&before) != team(&after),
        "the core team sees no names any more"
    );
    assert_eq!(
        before.leaders, after.leaders,
        "what was told and shown stays"
    );
    // It can be frozen and read again.
    assert_eq!(thaw_state(&freeze_state(&after)).expect("readable"), after);
}

#[test]
fn a_damaged_or_newer_state_is_not_read() {
    let frozen = freeze_state(&demonstration());
    let mut damaged = frozen.clone();
    damaged.bytes[100] ^= 1;
    let newer = Frozen {
        format: STATE_FORMAT + 1,
        ..frozen
    };
    for (body, said) in [(damaged, "beschädigt"), (newer, "neueren Fassung")] {
        let error = thaw_state(&body).expect_err("it is not read");
        assert!(error.say(Lang::De).contains(said), "{error}");
    }
}
