//! A file seen before it is taken over: every fault, or every change.

use super::{Error, Service, View};
use crate::domain::{Network, Programme};
use crate::exchange::{self, Faults, ImportOptions, Input, Plan};
use crate::text::Lang;
use crate::text::changes::{self, Names, Told};

/// What taking a file over would change.
pub struct Preview {
    /// The state on which it was judged.
    pub view: View,
    /// The changes.
    pub plan: Plan,
    /// The programme as it would be.
    pub programme: Programme,
    /// The network as it would be.
    pub network: Network,
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

impl Service {
    /// Reads files for a district and says what they would change; writes nothing.
    pub async fn preview(
        &self,
        view: View,
        inputs: impl AsRef<[Input]> + Send + 'static,
        options: ImportOptions,
    ) -> Result<Preview, ImportError> {
        let contacts = self.contacts(&view.stand.district).await?;
        let read = move || -> Result<Preview, ImportError> {
            let tables = exchange::read_tables(inputs.as_ref())?;
            let plan =
                exchange::plan(&tables, &view.network, &contacts, &view.programme, &options)?;
            let mut programme = Programme::clone(&view.programme);
            programme.apply(&plan.programme).map_err(Error::from)?;
            let mut network = Network::clone(&view.network);
            network
                .apply(&programme, &plan.network)
                .map_err(Error::from)?;
            Ok(Preview {
                view,
                plan,
                programme,
                network,
            })
        };
        self.computed.run(read).await
    }
}
