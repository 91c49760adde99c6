//! How good the maps are and how long they take, beside other programs where their places are there.
//!
//! `cargo bench --bench maps` measures ours. `cargo bench --bench maps -- write FOLDER` writes the networks for other
//! programs as NAME.json; `cargo bench --bench maps -- FOLDER` reads their places from NAME.PEER.csv (id, x, y) there
//! and measures them by the same code. benches/peers/maps/run does all of it.

#[path = "../tests/it/analysis/networks.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod networks;
#[path = "maps/phases.rs"]
mod phases;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use miteinander::analysis::{Inclusion, Selection};
use miteinander::domain::Survey;
use miteinander::map::plane::{Point, Rect, hull};
use miteinander::map::quality::{
    crossings, intrusion, label_overlaps, node_overlaps, stress, struck_single_ties,
};
use miteinander::map::{Geometry, Label, MapOptions, Picture, network};
use networks::{planted, read};

/// A file or folder beside the crate in `../shared`, or where MITEINANDER_SHARED says.
pub fn shared(path: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let found = std::env::var_os("MITEINANDER_SHARED").map_or_else(beside, PathBuf::from);
    Some(found.join(path)).filter(|path| path.exists())
}

/// A network that is drawn.
struct Case {
    name: &'static str,
    survey: Survey,
    department: &'static str,
    min_strength: f64,
}

fn cases() -> Vec<Case> {
    let mut cases = vec![Case {
        name: "planted_200x8",
        survey: planted(200, 8, 640, 5, 1),
        department: "department",
        min_strength: 1.0,
    }];
    let Some(folder) = shared("networks") else {
        println!("SKIPPED: the shared networks are not there");
        return cases;
    };
    for (name, from, relation, department, min_strength) in [
        (
            "krackhardt_friendship",
            "krackhardt_hightech",
            "friendship",
            "department",
            1.0,
        ),
        ("dhhs_collab", "dhhs_collab", "collab", "group", 1.0),
        ("dhhs_collab_ge3", "dhhs_collab", "collab", "group", 3.0),
        (
            "cross_parker_ge4",
            "cross_parker_manufacturing",
            "aware",
            "location",
            4.0,
        ),
    ] {
        cases.push(Case {
            name,
            survey: read(&folder.join(from), relation),
            department,
            min_strength,
        });
    }
    cases
}

impl Case {
    fn draw(&self) -> Picture {
        let selection = Selection {
            scope: Inclusion::All,
            department: self.department.to_owned(),
            min_strength: self.min_strength,
            ..Selection::working(&self.survey)
        };
        network(&self.survey, &selection, &MapOptions::default()).expect("it can be drawn")
    }
}

/// Places with what the measures need.
struct Plain {
    ids: Vec<String>,
    places: Vec<Point>,
    room_of: Vec<usize>,
    ties: Vec<(usize, usize)>,
    hulls: Vec<Vec<Point>>,
    labels: Vec<Rect>,
    named: usize,
    radius: f64,
}

impl Plain {
    fn of(geometry: &Geometry) -> Self {
        let numbers = |ids: Vec<&str>| -> BTreeMap<String, usize> {
            ids.into_iter().map(str::to_owned).zip(0..).collect()
        };
        let rooms = numbers(geometry.departments.iter().map(|d| d.id.as_str()).collect());
        let at = numbers(geometry.actors.iter().map(|a| a.id.as_str()).collect());
        let of_actors = geometry.actors.iter().filter_map(|a| a.label.as_ref());
        let of_rooms = geometry.departments.iter().filter_map(|d| d.label.as_ref());
        Self {
            ids: geometry.actors.iter().map(|a| a.id.clone()).collect(),
            places: geometry
                .actors
                .iter()
                .map(|a| Point::new(a.x, a.y))
                .collect(),
            room_of: geometry
                .actors
                .iter()
                .map(|a| rooms[&a.department])
                .collect(),
            ties: geometry.ties.iter().map(|t| (at[&t.a], at[&t.b])).collect(),
            hulls: geometry
                .departments
                .iter()
                .map(|d| d.hull.clone())
                .collect(),
            named: of_actors.clone().count(),
            labels: of_actors.chain(of_rooms).map(Label::rect).collect(),
            radius: geometry.actors.first().map_or(0.0, |a| a.r),
        }
    }

    /// The same network at a peer's places, brought to the size of ours; its rooms are the hulls of its nodes.
    fn at(&self, places: &BTreeMap<String, Point>) -> Option<Self> {
        let own: Vec<Point> = self
            .ids
            .iter()
            .map(|id| places.get(id).copied())
            .collect::<Option<_>>()?;
        let (from, to) = (extent(&own), extent(&self.places));
        let scale = (to.width() / from.width()).min(to.height() / from.height());
        let places: Vec<Point> = own
            .iter()
            .map(|p| to.centre() + (*p - from.centre()) * scale)
            .collect();
        let mut members = vec![Vec::new(); self.hulls.len()];
        for (place, room) in places.iter().zip(&self.room_of) {
            members[*room].push(*place);
        }
        Some(Self {
            ids: self.ids.clone(),
            hulls: members
                .iter()
                .map(|nodes| hull(nodes, self.radius))
                .collect(),
            places,
            room_of: self.room_of.clone(),
            ties: self.ties.clone(),
            labels: Vec::new(),
            named: 0,
            radius: self.radius,
        })
    }

    fn row(&self, network: &str, program: &str) {
        let ours = program == "miteinander";
        let share = 100.0 * self.named as f64 / self.places.len().max(1) as f64;
        println!(
            "| {network} | {program} | {} | {:.3} | {} | {} | {} | {} | {:.3} |",
            crossings(&self.places, &self.ties),
            intrusion(&self.places, &self.room_of, &self.hulls),
            node_overlaps(&self.places, self.radius),
            if ours {
                label_overlaps(&self.labels).to_string()
            } else {
                "–".to_owned()
            },
            if ours {
                format!("{share:.0} %")
            } else {
                "–".to_owned()
            },
            struck_single_ties(
                &self.places,
                &self.room_of,
                &self.ties,
                &self.hulls,
                self.radius
            ),
            stress(&self.places, &self.ties),
        );
    }
}

fn extent(places: &[Point]) -> Rect {
    let fold = |of: fn(&Point) -> f64, first: f64, pick: fn(f64, f64) -> f64| {
        places.iter().map(of).fold(first, pick)
    };
    Rect {
        left: fold(|p| p.x, f64::MAX, f64::min),
        top: fold(|p| p.y, f64::MAX, f64::min),
        right: fold(|p| p.x, f64::MIN, f64::max),
        bottom: fold(|p| p.y, f64::MIN, f64::max),
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    match arguments.as_slice() {
        [word, folder] if word == "write" => write(Path::new(folder)),
        [folder] => quality(Some(Path::new(folder))),
        _ => {
            quality(None);
            phases::print();
            time();
        }
    }
}

/// Writes each network for the peers: nodes with their group and the size of their mark and name, and ties.
fn write(folder: &Path) {
    fs::create_dir_all(folder).expect("the folder can be made");
    for case in cases() {
        let picture = case.draw();
        let geometry = picture.geometry();
        let nodes: Vec<serde_json::Value> = geometry
            .actors
            .iter()
            .map(|actor| {
                let (width, height) = match &actor.label {
                    Some(label) => (
                        label.width.max(2.0 * actor.r),
                        label.y + label.height - actor.y + actor.r,
                    ),
                    None => (2.0 * actor.r, 2.0 * actor.r),
                };
                serde_json::json!({ "id": actor.id, "group": actor.department, "width": width, "height": height })
            })
            .collect();
        let ties: Vec<[&str; 2]> = geometry
            .ties
            .iter()
            .map(|tie| [tie.a.as_str(), tie.b.as_str()])
            .collect();
        let text = serde_json::json!({
            "width": geometry.width, "height": geometry.height, "nodes": nodes, "ties": ties
        });
        let file = folder.join(format!("{}.json", case.name));
        fs::write(file, text.to_string()).expect("the network can be written");
    }
}

fn quality(peers: Option<&Path>) {
    println!(
        "| network | program | crossings | intrusion | node overlaps | label overlaps | names | struck single ties | stress |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for case in cases() {
        let plain = Plain::of(case.draw().geometry());
        plain.row(case.name, "miteinander");
        for (peer, places) in peers.iter().flat_map(|folder| of_peers(folder, case.name)) {
            match plain.at(&places) {
                Some(theirs) => theirs.row(case.name, &peer),
                None => println!("| {} | {peer} | not all nodes are placed |", case.name),
            }
        }
    }
}

/// The places that peers gave a network, by the peer's name.
fn of_peers(folder: &Path, network: &str) -> BTreeMap<String, BTreeMap<String, Point>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let file = entry.expect("its entries can be read").file_name();
        let name = file.to_string_lossy().into_owned();
        let peer = name
            .strip_prefix(&format!("{network}."))
            .and_then(|rest| rest.strip_suffix(".csv"));
        if let Some(peer) = peer {
            let mut rows = csv::Reader::from_path(folder.join(&name)).expect("places can be read");
            let places = rows
                .deserialize()
                .map(|row| row.expect("a row is id, x, y"))
                .map(|(id, x, y): (String, f64, f64)| (id, Point::new(x, y)))
                .collect();
            found.insert(peer.to_owned(), places);
        }
    }
    found
}

/// The median over networks of the least time of some runs, its range, and the size of the last SVG.
fn time() {
    println!(
        "\n| actors | departments | ties | networks | picture composed | from, to | SVG |\n\
         |---|---|---|---|---|---|---|"
    );
    for (actors, departments, ties, runs, networks) in [
        (70, 12, 190, 5, 11),
        (200, 8, 640, 2, 3),
        (500, 12, 2_500, 2, 3),
        (2_000, 24, 10_000, 1, 1),
    ] {
        let (mut times, mut bytes) = (Vec::new(), 0);
        for seed in 0..networks {
            let survey = planted(actors, departments, ties, 5, 9 + seed);
            let selection = Selection::working(&survey);
            let mut least = Duration::MAX;
            for _ in 0..runs {
                let start = Instant::now();
                let picture =
                    network(&survey, &selection, &MapOptions::default()).expect("it can be drawn");
                least = least.min(start.elapsed());
                bytes = picture.svg().len();
            }
            times.push(least.as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        println!(
            "| {actors} | {departments} | {ties} | {networks} | {:.0} ms | {:.0}, {:.0} ms | {} kB |",
            times[times.len() / 2],
            times[0],
            times[times.len() - 1],
            bytes / 1_000
        );
    }
}
