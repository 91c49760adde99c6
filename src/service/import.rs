//! A file seen before it is taken over: every fault, or every change.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::runtime::Handle;

use super::{Ended, Error, Service, Snapshot, Work, contacts};
use crate::domain::{
    ActorId, Contact, Edit, KeptContact, MapPlaces, Network, Programme, Stop, Text,
};
use crate::exchange::{
    self, Asked, Columns, Faults, Held, ImportOptions, Input, Notice, Plan, PlanError,
};
use crate::text::Lang;
use crate::text::changes::{self, Names, Told};

/// What taking a file over would change.
pub struct Preview {
    /// The state on which it was judged.
    pub view: Snapshot,
    /// The changes.
    pub plan: Plan,
    /// The programme as it would be.
    pub programme: Programme,
    /// The network as it would be.
    pub network: Network,
    /// The contacts that change, each as it was seen.
    pub contacts: Vec<Edit<ActorId, Contact>>,
    /// The places of the district's map, where the files hold some and it has none yet.
    pub places: Option<MapPlaces>,
}

impl Preview {
    /// The changes in words, by what happens to which kind of record.
    pub fn told(&self, lang: Lang) -> Vec<Told> {
        let mut names = Names::of(&self.programme, &self.network);
        names.learn(&self.plan.network);
        let mut told = changes::tell(&self.plan.programme, &names, lang);
        told.extend(changes::tell(&self.plan.network, &names, lang));
        told
    }
}

/// Why there is no preview.
#[derive(Debug)]
pub enum ImportError {
    /// The service or the store said no.
    Service(Error),
    /// The file has faults.
    Faults(Faults),
}

impl From<Error> for ImportError {
    fn from(error: Error) -> Self {
        Self::Service(error)
    }
}

impl From<Faults> for ImportError {
    fn from(faults: Faults) -> Self {
        Self::Faults(faults)
    }
}

impl From<PlanError> for ImportError {
    fn from(error: PlanError) -> Self {
        match error {
            PlanError::Faults(faults) => Self::Faults(faults),
            PlanError::Stopped(_) => Self::Service(Ended::TooLong.into()),
        }
    }
}

/// What a file makes of contacts: its one text is taken apart where that loses nothing.
fn edits(plan: &Plan, held: &BTreeMap<ActorId, KeptContact>) -> Vec<Edit<ActorId, Contact>> {
    let told = plan.contacts.iter().map(|(actor, text)| Edit {
        key: actor.clone(),
        before: held.get(actor).map(|kept| kept.contact.clone()),
        after: text.as_ref().map(Contact::of_text),
    });
    told.collect()
}

impl Service {
    /// The sheets of files of which a person has to say what their columns are.
    pub async fn asked(
        &self,
        inputs: impl AsRef<[Input]> + Send + 'static,
        columns: Columns,
    ) -> Result<Vec<Asked>, ImportError> {
        let read = move |_: &Stop| Ok(exchange::asked(inputs.as_ref(), &columns)?);
        self.run(Work::Import, read).await?
    }

    /// Reads files for a district and says what they would change; writes nothing.
    ///
    /// The files are shared: who waits for his turn holds no copy of them.
    pub async fn preview(
        &self,
        view: Snapshot,
        inputs: impl AsRef<[Input]> + Send + 'static,
        options: ImportOptions,
    ) -> Result<Preview, ImportError> {
        let (store, runtime) = (Arc::clone(&self.store), Handle::current());
        let read = move |stop: &Stop| -> Result<Preview, ImportError> {
            let mut tables = exchange::read_watched(inputs.as_ref(), &options.columns, stop)?;
            // Asking a far server costs more than reading most files. What was read keeps its turn meanwhile, so that
            // what waits holds no tables.
            let contacts = if tables.ask_for_contacts(&options) {
                runtime.block_on(contacts(store.as_ref(), &view.version.district))?
            } else {
                BTreeMap::new()
            };
            let texts = contacts.iter();
            let texts = texts.map(|(actor, kept)| (actor.clone(), kept.contact.text()));
            let texts: BTreeMap<ActorId, Text> = texts.collect();
            let held = Held {
                network: &view.network,
                contacts: &texts,
                programme: &view.programme,
            };
            let mut plan = exchange::plan_watched(&tables, held, &options, stop)?;
            let mut places = tables.places.take();
            if let Some(of_file) = &places {
                let kept = store.places(&view.version.district);
                let kept = runtime.block_on(kept).map_err(Error::from)?;
                let own_stay = kept.is_some();
                if kept.is_none_or(|kept| kept.places != *of_file) {
                    plan.notices.push(Notice::MapPlaces { own_stay });
                }
                places = places.filter(|_| !own_stay);
            }
            let mut programme = Programme::clone(&view.programme);
            programme.apply(&plan.programme).map_err(Error::from)?;
            let mut network = Network::clone(&view.network);
            network
                .apply(&programme, &plan.network)
                .map_err(Error::from)?;
            Ok(Preview {
                contacts: edits(&plan, &contacts),
                view,
                plan,
                programme,
                network,
                places,
            })
        };
        self.run(Work::Import, read).await?
    }
}
