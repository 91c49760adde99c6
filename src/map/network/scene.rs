//! What a picture shows: the actors of all phases with a place each, and of the selected phase who is there and the ties.

use crate::map::layout::ClusteredGraph;

/// From this many actors on ties between departments are joined to bands.
const BANDED: usize = 150;

/// The content of a picture, before anything has a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The places of all phases: an actor that changes departments has one in each; none where departments stand alone.
    pub nodes: Vec<Node>,
    /// The departments of all phases.
    pub rooms: Vec<SceneRoom>,
    /// All phases' nodes and ties, which alone decide the layout; of departments alone a node for each and a tie
    /// for each pair.
    pub network: ClusteredGraph,
    /// The ties of the selected phase.
    pub ties: Vec<SceneTie>,
    /// The counts for the lines under the title.
    pub counts: Counts,
    /// Where departments stand alone, without marks in them: how many actors of all phases each has.
    pub sizes: Option<Vec<u32>>,
    /// What lies between departments, as far as it may be told.
    pub links: Vec<Link>,
    /// The pairs of departments without a reported tie that are marked.
    pub empty: Vec<[usize; 2]>,
    /// How many actors hold two offices alone where they are too many to be marked; else none.
    pub unringed: usize,
}

/// A place for an actor.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The actor's id.
    pub id: String,
    /// Its name, else its id.
    pub label: String,
    /// Whether it is there in the selected phase.
    pub present: bool,
    /// Whether it belongs to the core team then.
    pub core_team: bool,
    /// Whether it is a body.
    pub body: bool,
    /// Whether it alone holds two offices together.
    pub holder: bool,
}

/// A department as a room of the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct SceneRoom {
    /// The value of the column; empty where everybody is in one group or the column has none.
    pub name: String,
    /// The number of its colour, the same in all pictures.
    pub hue: usize,
    /// Whether it is an office of the district authority.
    pub office: bool,
    /// Its actors in the selected phase.
    pub actors: usize,
    /// Its ties inside, in the selected phase; none where nothing is known of them, or may be told.
    pub inside: Option<usize>,
    /// Its ties to other departments.
    pub outside: usize,
    /// Whether a tie leads to others, be it one that does not count.
    pub reached: bool,
    /// Whether more ties stay inside than chance explains.
    pub closed: Closed,
}

/// Whether more ties stay inside than chance explains.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Closed {
    /// That is not said.
    #[default]
    No,
    /// It seems so, but among so many departments it may be chance.
    Maybe,
    /// It is so.
    Yes,
}

impl SceneRoom {
    /// Whether it visibly has no tie to others; those without a department are none.
    pub fn is_alone(&self) -> bool {
        self.outside == 0 && !self.reached && !self.name.is_empty()
    }
}

/// A tie of the selected phase between two nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SceneTie {
    /// One node, the smaller number.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// The strength.
    pub strength: f64,
    /// Whether it is agreed in writing.
    pub binding: bool,
    /// Whether it counts: a body's tie does not, unless bodies are asked for.
    pub counted: bool,
}

/// What is counted under the title.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Actors in the selected phase.
    pub actors: usize,
    /// Those of them without a department, where others have one.
    pub unassigned: usize,
    /// Departments with an actor in it.
    pub departments: usize,
    /// Ties in it, where a total may be told.
    pub ties: Option<usize>,
    /// Ties agreed in writing.
    pub binding: usize,
    /// Who was asked and who answered, where that was recorded.
    pub asked: Option<(usize, usize)>,
    /// Whether these are more than the picture shows.
    pub asked_overall: bool,
}

impl Scene {
    /// How many actors of all phases each department has that stands alone; none where actors have marks.
    pub fn most(&self) -> &[u32] {
        self.sizes.as_deref().unwrap_or_default()
    }

    /// Whether actors have marks, with their ties between them; else departments stand alone.
    pub fn has_marks(&self) -> bool {
        self.sizes.is_none()
    }

    /// Whether the ties between departments are shown as bands alone, as those of large networks are.
    pub fn banded(&self) -> bool {
        self.nodes.len() >= BANDED
    }
}

/// All ties between two departments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// One department's number.
    pub a: usize,
    /// The other's, greater.
    pub b: usize,
    /// How many ties.
    pub ties: usize,
    /// How many of them agreed in writing.
    pub binding: usize,
    /// Whether its number is told elsewhere, and not on its band.
    pub hidden: bool,
}
