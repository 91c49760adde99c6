//! The same district in both stores: what people get from it is the same to the byte.

use miteinander::analysis::{self, Options, Selection};
use miteinander::domain::{Change, Edit, Network};
use miteinander::exchange::{Content, Format, export};
use miteinander::store::Head;
use miteinander::text::Lang;

use crate::place::{Place, a_district, change_programme, two_phases, write};
use crate::planted::{Planted, additions};
use crate::sqlite;

/// Reports and exports of a planted district, from the server and from the file.
pub async fn reports_and_exports_are_the_same_to_the_byte(server: Place) {
    let size = Planted {
        actors: 120,
        departments: 9,
        offers: 30,
        reports: 600,
        seed: 7,
    };
    let planted = size.network(&server.phases);
    server.apply(additions(&planted)).await;

    let address = (sqlite::backend().address)();
    let file = address.open().await;
    let mut founding = vec![Change::District(Edit::add(
        server.district.clone(),
        a_district(),
    ))];
    for (id, phase) in server.phases.iter().zip(two_phases()) {
        founding.push(Change::Phase(Edit::add(id.clone(), phase)));
    }
    change_programme(file.as_ref(), founding).await;
    let all = write(server.scope(), Head::default(), additions(&planted));
    file.apply(&all).await.expect("it is legal");

    let from_file = file.network(&server.district).await.expect("it is there");
    let from_server = server.network().await;
    assert_eq!(
        answers(&server, &from_server),
        answers(&server, &from_file.value)
    );
}

/// The report of each phase, and the export in each format.
fn answers(place: &Place, network: &Network) -> Vec<Vec<u8>> {
    let programme = place.programme();
    let district = a_district();
    let survey = network.survey(&district, &programme);
    let mut answers = Vec::new();
    for phase in &place.phases {
        let selection = Selection {
            phase: Some(phase.to_string()),
            ..Selection::working(&survey)
        };
        let options = Options {
            permutations: 199,
            ..Options::default()
        };
        let report = analysis::report(&survey, &selection, &options).expect("the defaults fit");
        answers.push(report.to_json(Lang::De).into_bytes());
    }
    for format in Format::ALL {
        let content = Content {
            district_id: &place.district,
            district: &district,
            programme: &programme,
            network,
            contacts: None,
            places: None,
            phase: None,
            lang: Lang::De,
        };
        answers.push(export(&content, format).expect("it can be written"));
    }
    answers
}
