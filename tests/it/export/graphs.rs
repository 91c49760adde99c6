//! GraphML and GEXF, read by the tools they are for.

use miteinander::domain::{Actor, Network, Note};
use miteinander::exchange::{Format, export};
use serde_json::{Value, json};

use super::{drawn, python, text};

const NETWORKX: &str = r#"
import json, sys, networkx
path = sys.argv[1]
graph = networkx.read_gexf(path) if path.endswith("gexf") else networkx.read_graphml(path)
print(json.dumps({
    "directed": graph.is_directed(),
    "graph": {k: v for k, v in graph.graph.items() if k in ("district", "phase", "example")},
    "nodes": dict(graph.nodes(data=True)),
    "edges": [[a, b, d] for a, b, d in graph.edges(data=True)],
}))
"#;

const IGRAPH: &str = r#"
import json, sys, igraph
graph = igraph.Graph.Read_GraphML(sys.argv[1])
print(json.dumps({
    "directed": graph.is_directed(),
    "nodes": {v["id"]: {k: v[k] for k in ("name", "department", "level", "core_team")} for v in graph.vs},
    "edges": [[graph.vs[e.source]["id"], graph.vs[e.target]["id"], e["phase"], e["strength"] if e["strength"] == e["strength"] else None, e["binding"]] for e in graph.es],
}))
"#;

fn expected_edges(network: &Network) -> Vec<Value> {
    let mut edges: Vec<Value> = network
        .reports
        .iter()
        .map(|((phase, from, to), report)| {
            json!([
                from.as_str(),
                to.as_str(),
                phase.as_str(),
                report.strength,
                report
                    .binding
                    .map(|agreed| if agreed { "yes" } else { "no" })
            ])
        })
        .collect();
    edges.sort_by_key(Value::to_string);
    edges
}

fn edges_read(read: &Value) -> Vec<Value> {
    let mut edges: Vec<Value> = read["edges"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|edge| {
            let data = &edge[2];
            json!([
                edge[0],
                edge[1],
                data["phase"],
                data["strength"],
                data["binding"]
            ])
        })
        .collect();
    edges.sort_by_key(Value::to_string);
    edges
}

fn assert_nodes(network: &Network, read: &Value, name: &str) {
    let nodes = read["nodes"].as_object().expect("an object");
    assert_eq!(nodes.len(), network.actors.len());
    for (id, actor) in &network.actors {
        let node = &nodes[id.as_str()];
        assert_eq!(node[name], actor.name.as_str(), "{id}");
        let latest = network
            .memberships
            .iter()
            .filter(|((actor, _), _)| actor == id);
        // The phases of the drawn networks are in the order of time but for "=2", the second.
        let latest = latest.max_by_key(|((_, phase), _)| match phase.as_str() {
            "2019" => 1,
            "=2" => 2,
            _ => 3,
        });
        if let Some((_, place)) = latest {
            let department = network.departments[&place.department].name.as_str();
            assert_eq!(node["department"], department, "{id}");
            assert_eq!(node["core_team"], place.core_team, "{id}");
            if let Some(level) = place.level {
                assert_eq!(node["level"], level.code(), "{id}");
            }
        }
    }
}

#[test]
fn networkx_reads_graphml_with_every_actor_and_every_report() {
    let given = drawn::network(11, 40);
    let Some(read) = python::read(NETWORKX, &given.bytes(Format::GraphMl), "graphml") else {
        return;
    };
    assert_eq!(read["directed"], true);
    assert_eq!(
        read["graph"],
        json!({ "district": "Muster & Söhne", "example": true })
    );
    assert_nodes(&given.network, &read, "name");
    assert_eq!(edges_read(&read), expected_edges(&given.network));
}

#[test]
fn igraph_reads_graphml_with_every_actor_and_every_report() {
    // libxml2 hands `&` in an id on to igraph as `&#38;`: plain ids here, awkward names all the same.
    let given = drawn::large(40, 120);
    let Some(read) = python::read(IGRAPH, &given.bytes(Format::GraphMl), "graphml") else {
        return;
    };
    assert_eq!(read["directed"], true);
    assert_nodes(&given.network, &read, "name");
    let mut edges = read["edges"].as_array().expect("a list").clone();
    for edge in &mut edges {
        // igraph holds numbers as floats; strengths are whole.
        edge[3] = json!(edge[3].as_f64().map(|strength| strength as i64));
        // It holds an empty text where there is none.
        edge[4] = json!(edge[4].as_str().filter(|said| !said.is_empty()));
    }
    edges.sort_by_key(Value::to_string);
    assert_eq!(edges, expected_edges(&given.network));
}

#[test]
fn networkx_reads_gexf_with_every_actor_and_every_contact() {
    let mut given = drawn::network(11, 40);
    let Some(read) = python::read(NETWORKX, &given.bytes(Format::Gexf), "gexf") else {
        return;
    };
    assert_eq!(read["directed"], true);
    assert_nodes(&given.network, &read, "label");
    given
        .network
        .reports
        .retain(|_, report| report.strength.is_none_or(|s| s.number() > 0));
    assert_eq!(edges_read(&read), expected_edges(&given.network));
    for edge in read["edges"].as_array().expect("a list") {
        let strength = edge[2]["strength"].as_f64();
        assert_eq!(
            edge[2]["weight"].as_f64(),
            strength,
            "the strength is the weight"
        );
    }
}

#[test]
fn one_phase_is_exported_alone() {
    let given = drawn::network(11, 40);
    let phase = given.programme.phases.keys().next().expect("one");
    let bytes = export(&given.content_of(phase), Format::GraphMl).expect("written");
    let Some(read) = python::read(NETWORKX, &bytes, "graphml") else {
        return;
    };
    let mut alone = given.network.clone();
    alone
        .reports
        .retain(|(in_phase, _, _), _| in_phase == phase);
    assert!(alone.reports.len() < given.network.reports.len());
    assert_eq!(edges_read(&read), expected_edges(&alone));
    assert_eq!(read["graph"]["phase"], phase.as_str());
}

#[test]
fn characters_that_xml_lacks_are_left_out_and_ids_stay_apart() {
    let mut given = drawn::network(3, 4);
    let mut actor = given.network.actors.values().next().expect("one").clone();
    actor = Actor {
        name: text("Familien\u{fffe}treff <&\"'> ]]>\u{ffff}"),
        ..actor
    };
    for id in ["treff", "treff\u{fffe}", "treff\u{ffff}"] {
        let id = id.parse_id();
        given.network.actors.insert(id, actor.clone());
    }
    for format in [Format::GraphMl, Format::Gexf] {
        let written = given.text(format);
        assert!(!written.contains(['\u{fffe}', '\u{ffff}']), "{format:?}");
        let Some(read) = python::read(NETWORKX, written.as_bytes(), format.ending()) else {
            return;
        };
        let nodes = read["nodes"].as_object().expect("an object");
        assert_eq!(nodes.len(), given.network.actors.len(), "{format:?}");
        assert_eq!(nodes["treff"]["name"], "Familientreff <&\"'> ]]>");
    }
}

#[test]
fn no_contact_and_no_note_is_in_graphml_or_gexf() {
    let mut given = drawn::network(5, 20);
    let remark = Note::parse("Bemerkung fürs Kernteam").expect("legal");
    for actor in given.network.actors.values_mut() {
        actor.note = Some(remark.clone());
    }
    for report in given.network.reports.values_mut() {
        report.note = Some(remark.clone());
    }
    for offer in given.network.offers.values_mut() {
        offer.note = Some(remark.clone());
    }
    let contacts = given.contacts.clone();
    assert!(!contacts.is_empty());
    for format in [Format::GraphMl, Format::Gexf] {
        let mut content = given.content();
        content.contacts = Some(&contacts);
        let written = export(&content, format).expect("written");
        let written = String::from_utf8(written).expect("UTF-8");
        assert!(!written.contains("Erika Muster"), "{format:?}");
        assert!(!written.contains("Bemerkung"), "{format:?}");
    }
}

trait ParseId {
    fn parse_id<T>(&self) -> miteinander::domain::Id<T>;
}

impl ParseId for str {
    fn parse_id<T>(&self) -> miteinander::domain::Id<T> {
        miteinander::domain::Id::parse(self).expect("a test's id is legal")
    }
}
