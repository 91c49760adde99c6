//! Surveys that are drawn, and an SVG read back.

use std::collections::BTreeMap;

use miteinander::analysis::{Inclusion, Selection};
use miteinander::domain::{
    self, FundingPhase, Network, PhaseId, Programme, Survey, SurveyActor, SurveyTie, Text,
};
use miteinander::exchange::{self, ImportOptions, Input};
use miteinander::map::plane::{Point, Rect};
use miteinander::map::{self, Geometry, MapOptions, Picture};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::analysis::networks;

/// A district as a survey and with its offers.
pub struct District {
    /// The survey.
    pub survey: Survey,
    /// The network.
    pub network: Network,
}

/// The demonstration district with its two phases.
pub fn demonstration() -> Survey {
    District::demonstration().survey
}

impl District {
    /// The demonstration district with its two phases.
    pub fn demonstration() -> Self {
        Self::of([
            include_str!("../../../seed/musterbezirk/organisationen.csv"),
            include_str!("../../../seed/musterbezirk/funktionen.csv"),
            include_str!("../../../seed/musterbezirk/angebote.csv"),
            include_str!("../../../seed/musterbezirk/zusammenarbeit.csv"),
        ])
    }

    /// A district of three offices, one of them with a single function, and a provider; few enough to be drawn by heart.
    pub fn small() -> Self {
        Self::of([
            include_str!("small/organisationen.csv"),
            include_str!("small/funktionen.csv"),
            include_str!("small/angebote.csv"),
            include_str!("small/zusammenarbeit.csv"),
        ])
    }

    fn of(tables: [&str; 4]) -> Self {
        let names = ["organisationen", "funktionen", "angebote", "zusammenarbeit"];
        let inputs: Vec<Input> = names
            .iter()
            .zip(tables)
            .map(|(name, text)| Input {
                name: format!("{name}.csv"),
                bytes: text.as_bytes().to_vec(),
            })
            .collect();
        let programme = programme();
        let options = ImportOptions::default();
        let tables = exchange::read_tables(&inputs).expect("the tables have no fault");
        let held = Network::default();
        let plan = exchange::plan(&tables, &held, &BTreeMap::new(), &programme, &options)
            .expect("the tables fit the programme");
        let mut network = Network::default();
        network
            .apply(&programme, &plan.network)
            .expect("the plan is legal");
        Self {
            survey: surveyed(&network),
            network,
        }
    }

    /// The same district with something changed.
    pub fn with(mut self, change: impl FnOnce(&mut Network)) -> Self {
        change(&mut self.network);
        self.survey = surveyed(&self.network);
        self
    }
}

/// The two phases of the demonstration.
pub fn programme() -> Programme {
    let mut programme = Programme::default();
    for (id, name, start) in [
        ("1", "2019–2022", "2019-09-01"),
        ("2", "ab 2023", "2023-01-01"),
    ] {
        let phase = FundingPhase {
            name: Text::parse(name).expect("a name"),
            start: start.parse().expect("a date"),
            end: (id == "1").then(|| "2022-12-31".parse().expect("a date")),
        };
        programme
            .phases
            .insert(PhaseId::parse(id).expect("an id"), phase);
    }
    programme
}

fn surveyed(network: &Network) -> Survey {
    let district = domain::District {
        name: Text::parse("Musterbezirk").expect("a name"),
        example: true,
        position: 0,
    };
    network.survey(&district, &programme())
}

/// The selection of a survey with all its departments, whatever their kind.
pub fn everything(survey: &Survey) -> Selection {
    Selection {
        scope: Inclusion::All,
        ..Selection::working(survey)
    }
}

/// The picture of everything, with names as they fit.
pub fn draw(survey: &Survey) -> Picture {
    map::network(survey, &everything(survey), &MapOptions::default()).expect("it can be drawn")
}

/// A survey with these actors and ties of strength 2.
pub fn small(actors: &[(&str, &str)], ties: &[(u32, u32)]) -> Survey {
    let departments: Vec<&str> = actors.iter().map(|(_, department)| *department).collect();
    let mut survey = networks::survey(&departments, &[]);
    survey.actors = actors
        .iter()
        .enumerate()
        .map(|(at, (name, _))| SurveyActor {
            label: (*name).to_owned(),
            ..networks::actor(&at.to_string())
        })
        .collect();
    survey.ties = ties
        .iter()
        .map(|(a, b)| SurveyTie {
            ..networks::tie(*a, *b, Some(2.0))
        })
        .collect();
    survey
}

/// The geometry as the measures of quality read it.
pub struct Plain {
    /// The actors' places.
    pub places: Vec<Point>,
    /// The room of each.
    pub room_of: Vec<usize>,
    /// The ties by actor.
    pub ties: Vec<(usize, usize)>,
    /// The rooms' outlines.
    pub hulls: Vec<Vec<Point>>,
    /// The boxes of all names.
    pub labels: Vec<Rect>,
    /// The radius of the marks.
    pub radius: f64,
}

impl Plain {
    /// Reads a geometry.
    pub fn of(geometry: &Geometry) -> Self {
        let rooms: BTreeMap<&str, usize> = geometry
            .departments
            .iter()
            .map(|room| room.id.as_str())
            .zip(0..)
            .collect();
        let at: BTreeMap<&str, usize> = geometry
            .actors
            .iter()
            .map(|actor| actor.id.as_str())
            .zip(0..)
            .collect();
        let of_actors = geometry
            .actors
            .iter()
            .filter_map(|actor| actor.label.as_ref());
        let of_rooms = geometry
            .departments
            .iter()
            .filter_map(|room| room.label.as_ref());
        Self {
            places: geometry
                .actors
                .iter()
                .map(|a| Point::new(a.x, a.y))
                .collect(),
            room_of: geometry
                .actors
                .iter()
                .map(|a| rooms[a.department.as_str()])
                .collect(),
            ties: geometry
                .ties
                .iter()
                .map(|tie| (at[tie.a.as_str()], at[tie.b.as_str()]))
                .collect(),
            hulls: geometry
                .departments
                .iter()
                .map(|room| room.hull.clone())
                .collect(),
            labels: of_actors.chain(of_rooms).map(map::Label::rect).collect(),
            radius: geometry.actors.first().map_or(0.0, |actor| actor.r),
        }
    }
}

/// An element of an SVG: its name, its attributes, and the ids of the groups that it is in.
#[derive(Clone)]
pub struct Element {
    /// The name.
    pub name: String,
    /// The attributes, unescaped.
    pub attributes: BTreeMap<String, String>,
    /// The ids of what it is in, outermost first.
    pub within: Vec<String>,
}

impl Element {
    /// An attribute, empty where it is missing.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    fn of(start: &BytesStart, within: &[Self]) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("attributes are well formed");
            let key = attribute.key.as_ref().to_owned();
            let raw = attribute.value.into_owned();
            let value = quick_xml::escape::unescape(&raw).expect("entities are known");
            (key, value.into_owned())
        });
        let ids = within.iter().map(|group| group.get("id"));
        let mut element = Self {
            name: start.name().as_ref().to_owned(),
            attributes: attributes.collect(),
            within: ids.filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        };
        for group in within {
            element.shift(group.get("transform"));
        }
        element
    }

    /// Places the element where a group that is moved as a whole puts it.
    fn shift(&mut self, transform: &str) {
        let moved = transform.strip_prefix("translate(");
        let Some(moved) = moved.and_then(|moved| moved.strip_suffix(')')) else {
            return;
        };
        let (x, y) = moved.split_once(' ').expect("both ways");
        for (name, by) in [("x", x), ("cx", x), ("y", y), ("cy", y)] {
            if let Some(value) = self.attributes.get_mut(name) {
                let number = |text: &str| text.parse::<f64>().expect("a number");
                *value = (number(value) + number(by)).to_string();
            }
        }
    }
}

/// Reads an SVG; fails on anything that is not well-formed XML.
pub fn elements(svg: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let (mut found, mut open) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().expect("the SVG is well-formed XML") {
            Event::Start(start) => {
                let element = Element::of(&start, &open);
                open.push(element.clone());
                found.push(element);
            }
            Event::Empty(start) => found.push(Element::of(&start, &open)),
            Event::End(_) => {
                open.pop();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "everything that is opened is closed");
    found
}
