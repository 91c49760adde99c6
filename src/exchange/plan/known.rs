//! What a text in a cell may mean: records by their ids and names.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::fault::{Problem, some_ids};
use super::super::notice::MAX_NOTICES;
use crate::domain::{ByLook, DepartmentId, Id, Noun, Text, look_alike};

/// A text that names something, with the key by which names are looked up.
pub(super) struct Sought<'t> {
    pub text: &'t Text,
    pub key: String,
}

impl<'t> Sought<'t> {
    pub fn of(text: &'t Text) -> Self {
        let key = look_alike(text.as_str());
        Self { text, key }
    }
}

/// The records of one kind by id, and by each of their names.
pub(super) struct Known<T> {
    noun: Noun,
    ids: HashMap<String, Id<T>>,
    /// What each is called.
    called: HashMap<Id<T>, Text>,
    names: ByLook<Id<T>>,
    short_names: ByLook<Id<T>>,
    /// The ids by how they look.
    id_looks: ByLook<Id<T>>,
    /// What was written with other letters' cases, and what it was taken for.
    by_case: RefCell<BTreeMap<String, String>>,
    /// The departments in which each stands, where that tells namesakes apart.
    places: HashMap<Id<T>, BTreeSet<DepartmentId>>,
    /// Named by rows with faults of their own: what refers to them is no fault beside these.
    doubtful: BTreeSet<Id<T>>,
}

impl<T> Known<T> {
    pub fn of(noun: Noun) -> Self {
        Self {
            noun,
            ids: HashMap::new(),
            called: HashMap::new(),
            names: ByLook::default(),
            short_names: ByLook::default(),
            id_looks: ByLook::default(),
            by_case: RefCell::default(),
            places: HashMap::new(),
            doubtful: BTreeSet::new(),
        }
    }

    /// Notes which names were understood.
    pub fn understand(&self, names: Vec<(Text, Text)>) {
        for (written, taken) in names {
            self.understood(&written, taken.as_str());
        }
    }

    /// Adds what rows with faults name, as far as they name it.
    pub fn doubt(&mut self, named: Vec<(Id<T>, Option<Text>)>) {
        for (id, name) in named {
            match name {
                Some(name) => self.add(&id, &name, None),
                None => {
                    self.ids.insert(id.as_str().to_owned(), id.clone());
                }
            }
            self.doubtful.insert(id);
        }
    }

    /// Whether a row with faults names it.
    pub fn is_doubtful(&self, id: &Id<T>) -> bool {
        self.doubtful.contains(id)
    }

    pub fn add(&mut self, id: &Id<T>, name: &Text, short_name: Option<&Text>) {
        self.ids.insert(id.as_str().to_owned(), id.clone());
        self.id_looks.add(id.as_str(), id.clone());
        let called = self.called.entry(id.clone());
        called.or_insert_with(|| name.clone());
        self.names.add(name.as_str(), id.clone());
        if let Some(short_name) = short_name {
            self.short_names.add(short_name.as_str(), id.clone());
        }
    }

    /// Notes that a record stands in a department.
    pub fn place(&mut self, id: &Id<T>, department: &DepartmentId) {
        let departments = self.places.entry(id.clone()).or_default();
        departments.insert(department.clone());
    }

    /// The departments in which a record stands.
    pub fn places(&self, id: &Id<T>) -> impl Iterator<Item = &DepartmentId> {
        self.places.get(id).into_iter().flatten()
    }

    /// All that bear a name.
    pub fn bearers(&self, name: &str) -> Vec<&Id<T>> {
        let bearers = self.names.find(name);
        bearers.map_or(Vec::new(), |bearers| bearers.all)
    }

    /// The record that a text names, by its id, else by a name or a short name that only one bears.
    pub fn find(&self, text: &str) -> Result<Option<Id<T>>, Problem> {
        match Text::parse(text) {
            Ok(text) => self.find_text(&Sought::of(&text)),
            Err(_) => Ok(None),
        }
    }

    /// The same of a text that was read already.
    pub fn find_text(&self, sought: &Sought<'_>) -> Result<Option<Id<T>>, Problem> {
        match self.find_named(sought)? {
            None => self.find_short(sought),
            found => Ok(found),
        }
    }

    /// The record that a text names by its id, else by a name that only one bears.
    pub fn find_named(&self, sought: &Sought<'_>) -> Result<Option<Id<T>>, Problem> {
        match self.ids.get(sought.text.as_str()) {
            None => self.only(sought, &self.names),
            found => Ok(found.cloned()),
        }
    }

    /// The record that a text names by a short name that only one bears, or by an id that looks just so: in another case
    /// it may be a name that another record had before.
    pub fn find_short(&self, sought: &Sought<'_>) -> Result<Option<Id<T>>, Problem> {
        match self.only(sought, &self.short_names)? {
            None => {
                let (key, text) = (&sought.key, sought.text.as_str());
                let bearers = self.id_looks.find_by(key, text);
                let just_so = bearers.filter(|bearers| !bearers.by_case);
                Ok(just_so.and_then(|bearers| bearers.all.first().map(|id| (*id).clone())))
            }
            found => Ok(found),
        }
    }

    fn only(
        &self,
        Sought { text, key }: &Sought<'_>,
        names: &ByLook<Id<T>>,
    ) -> Result<Option<Id<T>>, Problem> {
        let Some(bearers) = names.find_by(key, text.as_str()) else {
            return Ok(None);
        };
        if bearers.all.len() > 1 {
            return Err(Problem::Ambiguous {
                noun: self.noun,
                ids: self.told_apart(&bearers.all),
            });
        }
        if bearers.by_case {
            self.understood(text, bearers.spelling);
        }
        Ok(bearers.all.first().map(|id| (*id).clone()))
    }

    /// Notes what was written with other letters' cases, and what it was taken for.
    fn understood(&self, written: &Text, taken: &str) {
        let mut by_case = self.by_case.borrow_mut();
        if by_case.len() < MAX_NOTICES {
            let taken = taken.to_owned();
            by_case.entry(written.to_string()).or_insert(taken);
        }
    }

    /// The names of some records where these tell them apart, else their ids.
    fn told_apart(&self, bearers: &[&Id<T>]) -> Vec<String> {
        let names = bearers.iter().filter_map(|id| self.called.get(*id));
        let names: BTreeSet<String> = names.map(ToString::to_string).collect();
        if names.len() == bearers.len() {
            return some_ids(names.into_iter());
        }
        some_ids(bearers.iter().map(ToString::to_string))
    }

    /// What was written with other letters' cases, and what it was taken for.
    pub fn by_case(&self) -> BTreeMap<String, String> {
        self.by_case.take()
    }

    /// A name or id as it is proposed: an id is the program's own, so its record's name stands for it.
    pub fn proposed(&self, text: String) -> String {
        let is_name = self.names.find(&text).is_some() || self.short_names.find(&text).is_some();
        let id = self.ids.get(&text).filter(|_| !is_name);
        let called = id.and_then(|id| self.called.get(id));
        called.map_or(text, ToString::to_string)
    }

    /// What kind of record they are.
    pub fn noun(&self) -> Noun {
        self.noun
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.names()
    }

    /// All names and ids.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        let names = self.names.names().chain(self.short_names.names());
        names.chain(self.ids.keys().map(String::as_str))
    }
}
