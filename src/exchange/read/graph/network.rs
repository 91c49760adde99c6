//! Nodes and edges with their attributes, as tables of functions, ties and, where they say enough, organisations.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::sheet::Broken;
use super::tables::Tables;
use crate::exchange::columns::Table;
use crate::exchange::fault::Problem;

/// More attributes than any network of people has.
const MOST_ATTRIBUTES: usize = 500;

/// A network as a graph program keeps it.
pub(super) struct Network {
    /// How many nodes and edges it may still take: all of them are held while the file is read.
    left: usize,
    most: usize,
    /// The names of the attributes of nodes.
    pub node_attributes: Vec<String>,
    /// The names of the attributes of edges.
    pub edge_attributes: Vec<String>,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

/// A node: its id, its label, its values by the place of their attribute.
#[derive(Default)]
pub(super) struct Node {
    pub id: String,
    pub label: Option<String>,
    pub values: Vec<(usize, String)>,
}

impl Node {
    /// Its value of an attribute.
    fn value(&self, place: Option<usize>) -> Option<&str> {
        let mut values = self.values.iter();
        let found = values.find(|(at, _)| Some(*at) == place);
        found.map(|(_, value)| value.as_str())
    }
}

/// An edge.
#[derive(Default)]
pub(super) struct Edge {
    pub from: String,
    pub to: String,
    pub is_directed: bool,
    pub weight: Option<String>,
    pub values: Vec<(usize, String)>,
}

/// A node or an edge.
pub(super) enum Part {
    Node(Node),
    Edge(Edge),
}

/// How people see the sheets.
const NODES: &str = "Knoten";
const BEFORE: &str = "Knoten (frühere Förderphasen)";
const EDGES: &str = "Kanten";
const DEPARTMENTS: &str = "Organisationen";

/// Of which of its phases a row of a function is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phases {
    All,
    Latest,
    Before,
}

impl Phases {
    /// Those phases of a list.
    fn of(self, list: &str) -> &str {
        let latest = list.rfind("; ");
        match self {
            Self::All => list,
            Self::Latest => latest.map_or(list, |at| &list[at + 2..]),
            Self::Before => latest.map_or("", |at| &list[..at]),
        }
    }
}

/// Attributes of our own export that say something of the department, by the columns of its table.
const OF_DEPARTMENTS: [(&str, &str); 6] = [
    ("department", "name"),
    ("department_short", "short_name"),
    ("department_kind", "kind"),
    ("policy_field", "policy_field"),
    ("division", "division"),
    ("phases", "phase"),
];

impl Network {
    /// An empty one that takes so many nodes and edges.
    pub fn of_most(most: usize) -> Self {
        Self {
            left: most,
            most,
            node_attributes: Vec::new(),
            edge_attributes: Vec::new(),
            nodes: Vec::new(),
            edges: Vec::new(),
        }
    }

    /// Adds an attribute of nodes or of edges; its place among these.
    pub fn declare(&mut self, of_nodes: bool, name: String) -> Result<usize, Broken> {
        let names = if of_nodes {
            &mut self.node_attributes
        } else {
            &mut self.edge_attributes
        };
        if names.len() == MOST_ATTRIBUTES {
            return Err(Problem::TooManyColumns(MOST_ATTRIBUTES).into());
        }
        names.push(name);
        Ok(names.len() - 1)
    }

    /// Adds a node or an edge.
    pub fn add(&mut self, part: Part) -> Result<(), Broken> {
        let left = self.left.checked_sub(1);
        self.left = left.ok_or(Problem::TooManyRows(self.most))?;
        match part {
            Part::Node(node) => self.nodes.push(node),
            Part::Edge(edge) => self.edges.push(edge),
        }
        Ok(())
    }

    /// The tables.
    pub fn write(self, tables: &mut Tables<'_, '_>) -> Result<(), Broken> {
        let is_own = |name: &str| self.node_attributes.iter().any(|own| own == name);
        let is_ours = is_own("department_kind") && is_own("phases");
        if is_ours {
            self.departments(tables)?;
        }
        let names = self.names(tables.is_survey());
        let has_ids = names.is_none();
        if is_ours && !tables.is_survey() {
            // Where a function stood before the latest of its phases is not told.
            self.actors(tables, has_ids, Some(Phases::Latest))?;
            self.actors(tables, has_ids, Some(Phases::Before))?;
            tables.fill_gaps(BEFORE);
        } else {
            self.actors(tables, has_ids, is_ours.then_some(Phases::All))?;
        }
        self.ties(tables, names.as_ref())
    }

    fn attribute(&self, name: &str) -> Option<usize> {
        let mut attributes = self.node_attributes.iter();
        attributes.position(|attribute| attribute.eq_ignore_ascii_case(name))
    }

    /// The name of each node by its id, where the ids are mere numbers and each node has a name of its own.
    fn names(&self, is_survey: bool) -> Option<HashMap<String, String>> {
        let is_number = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        let is_counted = |id: &str| {
            let number = id.strip_prefix('n').map(is_number);
            number.unwrap_or_else(|| !is_survey && is_number(id))
        };
        if !self.nodes.iter().all(|node| is_counted(&node.id)) {
            return None;
        }
        let mut names = HashMap::new();
        let mut taken = HashSet::new();
        for node in &self.nodes {
            let name = self.name(node).filter(|name| taken.insert(name.clone()))?;
            names.insert(node.id.clone(), name);
        }
        Some(names)
    }

    /// What a node is called.
    fn name(&self, node: &Node) -> Option<String> {
        let value = |name: &str| {
            let at = self.attribute(name)?;
            node.value(Some(at)).map(str::to_owned)
        };
        let label = || node.label.clone().filter(|label| !label.trim().is_empty());
        value("name").or_else(label).or_else(|| value("label"))
    }

    fn actors(
        &self,
        tables: &mut Tables<'_, '_>,
        has_ids: bool,
        ours: Option<Phases>,
    ) -> Result<(), Broken> {
        let is_ours = ours.is_some();
        let phases = self.attribute("phases").filter(|_| is_ours);
        let header = |name: &'_ String| match name.as_str() {
            // Names and ids are written in columns of their own.
            name if ["name", "label", "id"]
                .iter()
                .any(|own| name.eq_ignore_ascii_case(own)) =>
            {
                None
            }
            "phases" if is_ours => Some("phase".to_owned()),
            name if is_ours && name != "department" && is_of_departments(name) => None,
            name => Some(name.to_owned()),
        };
        let kept: Vec<Option<String>> = self.node_attributes.iter().map(header).collect();
        let mut place = 1;
        let places: Vec<Option<usize>> = kept
            .iter()
            .map(|header| {
                place += usize::from(header.is_some());
                header.as_ref().map(|_| place)
            })
            .collect();
        let headers: Vec<&str> = ["id", "name"]
            .into_iter()
            .chain(kept.iter().flatten().map(String::as_str))
            .collect();
        let is_told = |node: &&Node| {
            let listed = node.value(phases).unwrap_or_default();
            ours != Some(Phases::Before) || !Phases::Before.of(listed).is_empty()
        };
        let rows = self.nodes.iter().filter(is_told).map(|node| {
            let id = if has_ids {
                node.id.clone()
            } else {
                String::new()
            };
            let name = self.name(node).unwrap_or_else(|| node.id.clone());
            let values = node.values.iter();
            let values = values.filter_map(|(at, value)| {
                let value = match ours {
                    Some(which) if Some(*at) == phases => which.of(value),
                    _ => value,
                };
                Some((places[*at]?, value.to_owned()))
            });
            [(0, id), (1, name)].into_iter().chain(values).collect()
        });
        let called = match ours {
            Some(Phases::Before) => BEFORE,
            _ => NODES,
        };
        tables.add(Table::Actors, called, &headers, rows)
    }

    /// A row for each department and what the nodes say of it.
    fn departments(&self, tables: &mut Tables<'_, '_>) -> Result<(), Broken> {
        let places = OF_DEPARTMENTS.map(|(name, _)| self.attribute(name));
        let mut rows: BTreeSet<Vec<String>> = BTreeSet::new();
        for node in &self.nodes {
            let value = |place: &Option<usize>| node.value(*place).unwrap_or_default();
            let mut row = places.each_ref().map(value);
            // It stands where it stood in the latest of its phases.
            row[5] = match row[4] {
                "" => "",
                _ => row[5].rsplit("; ").next().unwrap_or_default(),
            };
            if !row[0].is_empty() {
                rows.insert(row.map(str::to_owned).to_vec());
            }
        }
        let headers = OF_DEPARTMENTS.map(|(_, header)| header);
        let rows = rows
            .into_iter()
            .map(|row| row.into_iter().enumerate().collect());
        tables.add(Table::Departments, DEPARTMENTS, &headers, rows)
    }

    fn ties(
        self,
        tables: &mut Tables<'_, '_>,
        names: Option<&HashMap<String, String>>,
    ) -> Result<(), Broken> {
        let is_own = |name: &str| self.edge_attributes.iter().any(|own| own == name);
        let workshop = self
            .edge_attributes
            .iter()
            .position(|name| name == "in_workshop");
        let has_weight = !is_own("strength") && self.edges.iter().any(|edge| edge.weight.is_some());
        let weight = if has_weight { "weight" } else { "" };
        let header = |name: &String| match name.as_str() {
            "in_workshop" => String::new(),
            // The offers themselves are not in such a file.
            "offers" => "Angebotsnamen".to_owned(),
            name if has_weight && name.eq_ignore_ascii_case("weight") => String::new(),
            name => name.to_owned(),
        };
        let attributes: Vec<String> = self.edge_attributes.iter().map(header).collect();
        let headers: Vec<&str> = ["from", "to", "reported_by", weight]
            .into_iter()
            .chain(attributes.iter().map(String::as_str))
            .collect();
        let named = |id: String| match names.and_then(|names| names.get(&id)) {
            Some(name) => name.clone(),
            None => id,
        };
        let rows = self.edges.into_iter().map(|edge| {
            let is_true = |(at, value): &(usize, String)| Some(*at) == workshop && value == "true";
            let by = match edge.is_directed {
                _ if edge.values.iter().any(is_true) => "workshop",
                true => "",
                false => "both",
            };
            let weight = edge.weight.filter(|_| has_weight).unwrap_or_default();
            let values = edge.values.into_iter();
            let values = values.filter(|(at, _)| !attributes[*at].is_empty());
            let own = [named(edge.from), named(edge.to), by.to_owned(), weight];
            let own = own.into_iter().enumerate();
            own.chain(values.map(|(at, value)| (at + 4, value)))
                .collect()
        });
        tables.add(Table::Cooperations, EDGES, &headers, rows)
    }
}

fn is_of_departments(name: &str) -> bool {
    OF_DEPARTMENTS
        .iter()
        .any(|(attribute, _)| *attribute == name)
}
