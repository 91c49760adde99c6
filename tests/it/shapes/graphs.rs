//! Networks of graph programs, as these write them, and our own exports.

use super::*;
use crate::export::drawn;
use miteinander::exchange::{Format, Problem, export};

const NETWORKX: &str = r#"<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="d1" for="edge" attr.name="weight" attr.type="long" />
  <key id="d0" for="node" attr.name="department" attr.type="string" />
  <graph edgedefault="undirected">
    <node id="RSD S&#252;d"><data key="d0">Jugendamt</data></node>
    <node id="RSD Nord"><data key="d0">Jugendamt</data></node>
    <node id="KJGD"><data key="d0">Gesundheitsamt</data></node>
    <edge source="RSD Süd" target="RSD Nord"><data key="d1">4</data></edge>
    <edge source="RSD Süd" target="KJGD"><data key="d1">2</data></edge>
  </graph>
</graphml>
"#;

const IGRAPH: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<!-- Created by igraph -->
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="v_department" for="node" attr.name="department" attr.type="string"/>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="directed">
    <node id="n0">
      <data key="v_name">RSD Süd</data>
      <data key="v_department">Jugendamt</data>
    </node>
    <node id="n1"><data key="v_name">RSD Nord</data><data key="v_department">Jugendamt</data></node>
    <node id="n2"><data key="v_name">KJGD</data><data key="v_department">Gesundheitsamt</data></node>
    <edge source="n0" target="n1"><data key="e_weight">4</data></edge>
    <edge source="n2" target="n0"><data key="e_weight">NaN</data></edge>
  </graph>
</graphml>
"#;

const GEPHI: &str = r#"<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
<key attr.name="Amt" attr.type="string" for="node" id="amt"/>
<key attr.name="r" attr.type="int" for="node" id="r"/>
<key attr.name="x" attr.type="float" for="node" id="x"/>
<graph edgedefault="directed">
<node id="1"><data key="label">RSD Süd</data><data key="amt">Jugendamt</data><data key="r">192</data><data key="x">-12.5</data></node>
<node id="2"><data key="label">RSD Nord</data><data key="amt">Jugendamt</data></node>
<node id="3"><data key="label">KJGD</data><data key="amt">Gesundheitsamt</data></node>
<edge id="0" source="1" target="2"><data key="weight">4.0</data></edge>
<edge id="1" source="3" target="1"><data key="weight">2.0</data></edge>
</graph>
</graphml>"#;

const GEXF: &str = r#"<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
  <meta lastmodifieddate="2024-05-02"><creator>Gephi 0.10.1</creator></meta>
  <graph defaultedgetype="undirected" mode="static">
    <attributes class="node" mode="static">
      <attribute id="amt" title="Amt" type="string"/>
      <attribute id="modularity_class" title="Modularity Class" type="integer"><default>0</default></attribute>
    </attributes>
    <nodes>
      <node id="1" label="RSD Süd">
        <attvalues><attvalue for="amt" value="Jugendamt"></attvalue></attvalues>
        <viz:size value="10.0"></viz:size>
      </node>
      <node id="2" label="RSD Nord"><attvalues><attvalue for="amt" value="Jugendamt"/></attvalues></node>
      <node id="3" label="KJGD"><attvalues><attvalue for="amt" value="Gesundheitsamt"/></attvalues></node>
    </nodes>
    <edges>
      <edge id="0" source="1" target="2" type="directed" weight="4.0"/>
      <edge id="1" source="3" target="1" weight="2.0"/>
    </edges>
  </graph>
</gexf>
"#;

fn departments(survey: &Survey) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = survey
        .presences
        .iter()
        .map(|row| {
            let department = row.department.expect("a department");
            let name = &survey.actors[row.actor as usize].label;
            (
                name.clone(),
                survey.departments[department as usize].name.clone(),
            )
        })
        .collect();
    all.sort();
    all
}

#[test]
fn networks_of_graph_programs_are_read_with_names_departments_and_strengths() {
    for (name, text, expected) in [
        (
            "nx.graphml",
            NETWORKX,
            vec![
                "KJGD → RSD Süd: 2",
                "RSD Nord → RSD Süd: 4",
                "RSD Süd → KJGD: 2",
                "RSD Süd → RSD Nord: 4",
            ],
        ),
        (
            "igraph.graphml",
            IGRAPH,
            vec!["KJGD → RSD Süd: ?", "RSD Süd → RSD Nord: 4"],
        ),
        (
            "gephi.graphml",
            GEPHI,
            vec!["KJGD → RSD Süd: 2", "RSD Süd → RSD Nord: 4"],
        ),
        (
            "gephi.gexf",
            GEXF,
            vec![
                "KJGD → RSD Süd: 2",
                "RSD Süd → KJGD: 2",
                "RSD Süd → RSD Nord: 4",
            ],
        ),
    ] {
        let survey = read(&[file(name, text)]).survey;
        assert_eq!(ties(&survey), expected, "{name}");
        let of = departments(&survey);
        assert_eq!(of.len(), 3, "{name}");
        assert_eq!(
            of[0],
            ("KJGD".to_owned(), "Gesundheitsamt".to_owned()),
            "{name}"
        );
        let mut district = Filled::new();
        district.take(&[offices(), file(name, text)]);
        assert_eq!(reports(&district.network), expected, "{name}");
        let ids: Vec<&str> = district
            .network
            .actors
            .keys()
            .map(|id| id.as_str())
            .collect();
        assert!(!ids.contains(&"1") && !ids.contains(&"n0"), "{ids:?}");
    }
}

#[test]
fn what_a_graph_holds_beside_is_named_and_not_taken_for_something_else() {
    let said = Filled::new()
        .plan(&[offices(), file("gephi.graphml", GEPHI)])
        .expect("no fault")
        .notices;
    let said: Vec<String> = said.iter().map(|notice| notice.say(Lang::De)).collect();
    assert!(
        said.iter()
            .any(|one| one.starts_with("gephi.graphml · Knoten: Die Spalte „x“")),
        "{said:?}"
    );
}

#[test]
fn our_own_json_comes_in_again_as_the_same_district() {
    for seed in 0..20 {
        let given = drawn::network(seed, 25);
        let mut content = given.content();
        content.contacts = Some(&given.contacts);
        let bytes = export(&content, Format::Json).expect("written");
        let name = "stand.json".to_owned();
        let document = Input { name, bytes };
        let mut district = Filled::default();
        district.take(std::slice::from_ref(&document));
        assert_eq!(district.network.diff(&given.network), [], "{seed}");
        assert_eq!(district.contacts, given.contacts, "{seed}");
        assert_eq!(district.plan(&[document]).expect("no fault").len(), 0);
    }
}

#[test]
fn our_own_graphs_change_nothing_where_they_came_from_and_give_the_same_ties() {
    let mut given = drawn::large(40, 120);
    // Of offers a graph has the names alone.
    given.network.offers.clear();
    for report in given.network.reports.values_mut() {
        report.offers.clear();
    }
    let json = Input {
        name: "stand.json".to_owned(),
        bytes: given.bytes(Format::Json),
    };
    let mut district = Filled::default();
    district.take(std::slice::from_ref(&json));
    let expected = ties(&read(&[json]).survey);
    assert!(expected.len() > 100);
    for format in [Format::GraphMl, Format::Gexf] {
        let graph = Input {
            name: format!("stand.{}", format.ending()),
            bytes: given.bytes(format),
        };
        let survey = read(std::slice::from_ref(&graph)).survey;
        let mut known = expected.clone();
        // Gephi draws an edge of weight 0 as one of 1: such reports are not in its file.
        known.retain(|tie| format == Format::GraphMl || !tie.ends_with(": 0"));
        assert_eq!(ties(&survey), known, "{format:?}");
        let plan = district.plan(std::slice::from_ref(&graph));
        let plan = plan.unwrap_or_else(|faults| panic!("{}", faults.say(Lang::De)));
        assert_eq!(plan.network, [], "{format:?}");
        let mut elsewhere = Filled {
            programme: district.programme.clone(),
            ..Filled::default()
        };
        elsewhere.take(&[graph]);
        assert_eq!(reports(&elsewhere.network), known, "{format:?}");
        assert_eq!(
            elsewhere.network.departments.len(),
            district.network.departments.len()
        );
    }
}

#[test]
fn no_entity_is_taken_from_the_file_or_from_elsewhere() {
    for entity in ["\"Jugendamt\"", "SYSTEM \"file:///etc/passwd\""] {
        let text = NETWORKX
            .replace(
                "<graphml",
                &format!("<!DOCTYPE graphml [<!ENTITY a {entity}>]><graphml"),
            )
            .replace("Gesundheitsamt", "&a;");
        let faults = refused(&[file("nx.graphml", &text)]);
        assert_eq!(faults.list[0].problem, Problem::Unreadable);
    }
}

#[test]
fn a_graph_that_is_too_large_cut_off_or_something_else_is_refused() {
    let long = format!("<graphml>{}</graphml>", " ".repeat(50_000_000));
    assert_eq!(
        refused(&[file("a.graphml", &long)]).list[0].problem,
        Problem::TooLarge(50)
    );
    let (cut, _) = NETWORKX.split_once("<edge").expect("it has edges");
    for (name, text) in [
        ("a.graphml", cut),
        ("a.graphml", "<html><body>Seite</body></html>"),
        ("a.gexf", "<gexf></gexf>"),
        ("a.json", "{\"format\": \"anderes/1\"}"),
        ("a.json", "[1, 2]"),
    ] {
        let faults = refused(&[file(name, text)]);
        assert_eq!(faults.list[0].problem, Problem::Unreadable, "{name} {text}");
    }
}
