//! The prevention chain, and one offer among those who have to do with it.

use miteinander::analysis::Audience;
use miteinander::domain::Survey;
use miteinander::map::{MapOptions, Materials, Sheet, View, sheet};

use super::surveys::{District, elements, everything};
use super::views::{all, of_demonstration, of_survey, sound};

#[test]
fn the_chain_shows_each_offer_and_each_gap() {
    let sheet = of_demonstration(&View::Chain, Audience::Working);
    let found = elements(sheet.svg());
    let gaps = found.iter().filter(|one| one.get("class") == "gap").count();
    assert_eq!(gaps, 3);
    let District { network, .. } = District::demonstration();
    for (id, offer) in &network.offers {
        let here = offer.phases().any(|phase| phase.as_str() == "2");
        let drawn = found.iter().any(|one| one.get("data-offer") == id.as_str());
        assert_eq!(here, drawn, "{id}");
    }
}

#[test]
fn an_offer_stands_in_the_middle_of_those_who_have_to_do_with_it() {
    let sheet = of_demonstration(&all()[3], Audience::Working);
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    let with = |role: &str| -> Vec<&str> {
        let parties = json["parties"].as_array().expect("a list").iter();
        parties
            .filter(|one| one["role"] == role)
            .map(|one| one["id"].as_str().expect("an id"))
            .collect()
    };
    assert_eq!(with("provides"), ["lin-familienzentrum"]);
    assert_eq!(with("responsible"), ["jugendamt"]);
    assert_eq!(
        with("refers"),
        ["ges-kjgd-ersthausbesuch", "lin-elternhilfe"]
    );
    assert_eq!(
        with("knows"),
        ["jug-familienfoerderung", "jug-fruehe-hilfen"]
    );
    let ought = with("ought to know");
    assert!(
        ought.contains(&"lin-wellcome"),
        "it works for the same families: {ought:?}"
    );
    assert!(
        !ought.contains(&"kie-familienzentrum"),
        "it is tied with the provider: {ought:?}"
    );
}

#[test]
fn an_offer_that_does_not_exist_names_those_that_do_and_files_without_offers_say_so() {
    let District { survey, .. } = District::demonstration();
    let options = MapOptions::default();
    let from = Materials {
        survey: &survey,
        report: None,
    };
    let error = sheet(
        &from,
        &View::Offer("elterntreff".to_owned()),
        &everything(&survey),
        &options,
    );
    let message = error
        .expect_err("it ended with the first phase")
        .say(miteinander::text::Lang::De);
    assert!(message.contains("„elterntreff“") && message.contains("„Familiencafé Lindenhof“"));
    let survey = Survey {
        from_district: false,
        offers: Vec::new(),
        ..survey
    };
    for view in [View::Chain, View::Offer("x".to_owned())] {
        let error = of_survey(&survey, &view, &everything(&survey)).expect_err("no offers");
        assert!(
            error
                .say(miteinander::text::Lang::De)
                .contains("Diese Ansicht braucht Angebote")
        );
    }
}

/// The demonstration with its offers changed.
fn chain_with(change: impl Fn(&mut miteinander::domain::Network)) -> Sheet {
    let District { survey, .. } = District::demonstration().with(change);
    let from = Materials {
        survey: &survey,
        report: None,
    };
    let options = MapOptions::default();
    sheet(&from, &View::Chain, &everything(&survey), &options).expect("a chain")
}

#[test]
fn a_chain_without_offers_and_one_with_hundreds_are_sound() {
    let empty = chain_with(|network| network.offers.clear());
    sound(&empty);
    assert!(
        empty
            .svg()
            .contains("Für diese Förderphase ist noch kein Angebot eingetragen.")
    );
    assert_eq!(
        elements(empty.svg())
            .iter()
            .filter(|one| one.get("class") == "gap")
            .count(),
        24
    );
    let full = chain_with(|network| {
        let one = network.offers.values().next().expect("an offer").clone();
        for number in 0..300 {
            let id =
                miteinander::domain::OfferId::parse(&format!("offer-{number}")).expect("an id");
            network.offers.insert(id, one.clone());
        }
    });
    sound(&full);
    assert!(
        full.svg().contains(" weitere<"),
        "those without a place are counted"
    );
    let placed: serde_json::Value = serde_json::from_str(full.json()).expect("JSON");
    let placed = placed["offers"].as_array().expect("a list").iter();
    let shown: std::collections::BTreeSet<&str> =
        placed.filter_map(|offer| offer["id"].as_str()).collect();
    let all = full
        .table()
        .rows
        .iter()
        .filter(|row| row[0] != "kein Angebot eingetragen");
    let said = format!("{} von {} Angeboten gezeigt", shown.len(), all.count());
    assert!(full.svg().contains(&said), "{said}");
}

/// Each block of a chain as it is written.
fn blocks(svg: &str) -> Vec<&str> {
    let (_, blocks) = svg.split_once("id=\"offers\"").expect("blocks");
    let (blocks, _) = blocks.split_once("id=\"rest\"").expect("their end");
    blocks.split("class=\"offer\"").skip(1).collect()
}

#[test]
fn a_chain_says_in_words_who_provides_an_offer_where_there_is_room() {
    let chain = chain_with(|_| ());
    let found = blocks(chain.svg());
    let of = |id: &str| {
        let own = format!("data-offer=\"{id}\"");
        found
            .iter()
            .find(|one| one.contains(&own))
            .expect("a block")
    };
    let cafe = of("familiencafe-lindenhof");
    assert!(cafe.contains(">durch Lindenhof gGmbH<"), "{cafe}");
    let worded = found
        .iter()
        .filter(|block| block.contains(">selbst") || block.contains(">durch "));
    assert!(2 * worded.count() > found.len());
    assert!(chain.svg().contains(">allein<"));
}

#[test]
fn an_empty_cell_of_a_chain_says_that_no_offer_is_entered() {
    let chain = chain_with(|_| ());
    let (_, gaps) = chain.svg().split_once("id=\"gaps\"").expect("gaps");
    let (gaps, _) = gaps.split_once("id=\"offers\"").expect("their end");
    let said: Vec<&str> = gaps.split("class=\"gap\"").skip(1).collect();
    assert_eq!(said.len(), 3);
    for gap in said {
        assert!(
            gap.contains(">kein Angebot<") && gap.contains(">eingetragen<"),
            "{gap}"
        );
    }
}

#[test]
fn the_legend_of_a_chain_explains_the_signs_that_blocks_show_and_no_other() {
    let crowded = chain_with(|network| {
        let offers: Vec<_> = network.offers.values().cloned().collect();
        for (number, offer) in offers.into_iter().cycle().take(200).enumerate() {
            let id = miteinander::domain::OfferId::parse(&format!("again-{number}"));
            network.offers.insert(id.expect("an id"), offer);
        }
    });
    let legend = |sheet: &Sheet| {
        let (_, legend) = sheet.svg().split_once("id=\"legend\"").expect("a legend");
        legend.to_owned()
    };
    assert!(
        !crowded.svg().contains("Kürzel: "),
        "low blocks name no provider"
    );
    assert!(
        legend(&crowded).contains("freier Träger"),
        "they have marks"
    );
    let few = chain_with(|network| {
        let mut kept = 0;
        network.offers.retain(|_, offer| {
            kept += usize::from(offer.phases().any(|phase| phase.as_str() == "2"));
            kept <= 3
        });
    });
    let legend = legend(&few);
    for sign in ["freier Träger", "anderes Amt", "nur ein Amt oder Träger"] {
        assert!(!legend.contains(sign), "{sign}: all is in words");
    }
    let told = legend.split_once("Kürzel: ").map_or("", |(_, told)| told);
    let told = told.split('<').next().unwrap_or_default();
    let signs = told.split(" · ").filter_map(|one| one.split_once(" = "));
    for (sign, _) in signs {
        let shown = |block: &&str| block.contains(sign);
        assert!(blocks(few.svg()).iter().any(shown), "{sign}");
    }
}

#[test]
fn the_picture_of_an_offer_uses_its_page_and_cuts_no_name() {
    let offers = ["familiencafe-lindenhof", "wellcome"];
    for offer in offers {
        let sheet = of_demonstration(&View::Offer(offer.to_owned()), Audience::Working);
        let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
        let parties = json["parties"].as_array().expect("a list");
        assert!(parties.iter().all(|one| !one["box"].is_null()), "{offer}");
        let (_, panels) = sheet.svg().split_once("id=\"parties\"").expect("panels");
        assert!(!panels.contains('…'), "{offer}");
        let sizes = elements(sheet.svg())
            .into_iter()
            .filter(|one| one.get("class") == "party");
        let sizes: Vec<f64> = sizes
            .map(|one| one.get("font-size").parse().expect("a size"))
            .collect();
        assert!(sizes.iter().all(|size| *size >= 14.0), "{offer}: {sizes:?}");
        assert!(
            !sheet.svg().contains("Antworten der Familien"),
            "nobody was asked yet"
        );
    }
}

#[test]
fn of_an_offer_that_sixty_know_each_has_a_place() {
    let District { survey, .. } = District::demonstration().with(|network| {
        let all: Vec<_> = network.actors.keys().cloned().collect();
        for offer in network.offers.values_mut() {
            let known = all.iter().take(60).cloned();
            offer.known_to = known.map(miteinander::domain::Party::Actor).collect();
        }
    });
    let from = Materials {
        survey: &survey,
        report: None,
    };
    let view = View::Offer("familiencafe-lindenhof".to_owned());
    let sheet = sheet(&from, &view, &everything(&survey), &MapOptions::default());
    let sheet = sheet.expect("a picture");
    sound(&sheet);
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    let parties = json["parties"].as_array().expect("a list");
    assert!(parties.len() > 60);
    assert!(parties.iter().all(|one| !one["box"].is_null()));
}

#[test]
fn every_text_of_a_chain_has_six_and_a_half_points_on_paper() {
    let chain = chain_with(|_| ());
    for one in elements(chain.svg()) {
        if one.name == "text" && one.within.iter().any(|id| id == "offers") {
            let size: f64 = one.get("font-size").parse().expect("a size");
            assert!(0.75 * size >= 6.5, "{size}");
        }
    }
}

#[test]
fn strange_names_break_neither_chain_nor_offer() {
    let long = "Überlangername".repeat(22);
    for name in ["<b>&\"']]></svg>", "\u{202e}مرحبا بالعالم", long.as_str()] {
        let text = || miteinander::domain::Text::parse(name).expect("a text");
        let District { survey, .. } = District::demonstration().with(|network| {
            for offer in network.offers.values_mut() {
                offer.name = text();
                offer.target_group = Some(text());
            }
            for department in network.departments.values_mut() {
                department.name = text();
                department.short_name = Some(text());
            }
            for actor in network.actors.values_mut() {
                actor.name = text();
            }
        });
        let from = Materials {
            survey: &survey,
            report: None,
        };
        for view in [View::Chain, View::Offer("wellcome".to_owned())] {
            let drawn = sheet(&from, &view, &everything(&survey), &MapOptions::default());
            sound(&drawn.expect("a picture"));
        }
    }
}

#[test]
fn leaders_do_not_read_that_nobody_is_entered_where_the_office_that_provides_it_is() {
    let sheet = of_demonstration(
        &View::Offer("sportverein-beitrag".to_owned()),
        Audience::Leadership,
    );
    let (_, knows) = sheet
        .svg()
        .split_once("Kennen es")
        .expect("it has such a box");
    let here = knows.split_once("</g>").expect("it ends").0;
    assert!(here.contains("niemand weiter"), "{here}");
}
