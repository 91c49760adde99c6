//! A district's reports, by far most of its rows, in shares that two connections read in parallel.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};

use rusqlite::Connection;

use super::error::unreadable;
use super::ids::Ids;
use super::readers::Beside;
use super::report::{self, Cut, Runs};
use crate::domain::{
    Actor, ActorId, DistrictId, FundingPhase, OfferId, PhaseId, Report, ReportKey,
};
use crate::store::{Error, Result};

/// Shares of each phase: enough that neither connection waits long for the other's last one.
const OF_A_PHASE: usize = 4;

/// What is to be read, and how much of it has been taken.
pub(super) struct Shares {
    district: DistrictId,
    /// The phases that reports may be of.
    pub phases: Ids<FundingPhase>,
    /// The actors that reports may be of.
    pub actors: Ids<Actor>,
    /// Where the shares begin and end; one more than there are shares.
    cuts: Vec<Cut>,
    taken: AtomicUsize,
}

impl Shares {
    /// Cuts the whole table into shares, at these phases and actors.
    pub(super) fn cut(
        district: &DistrictId,
        phases: Ids<FundingPhase>,
        actors: Ids<Actor>,
    ) -> Self {
        let (mut phase_texts, mut actor_texts) = (phases.texts(), actors.texts());
        phase_texts.sort_unstable();
        actor_texts.sort_unstable();
        let starts = actor_texts
            .chunks(actor_texts.len().div_ceil(OF_A_PHASE).max(1))
            .map(|chunk| chunk[0]);
        let mut cuts: Vec<Cut> = phase_texts
            .iter()
            .flat_map(|phase| {
                starts
                    .clone()
                    .map(|actor| [Some((*phase).into()), Some(actor.into())])
            })
            .collect();
        // Rows before the first phase or after the last must be read too, if only to be refused.
        cuts.insert(0, [Some("".into()), Some("".into())]);
        cuts.push([None, None]);
        Self {
            district: district.clone(),
            phases,
            actors,
            cuts,
            taken: AtomicUsize::new(0),
        }
    }

    fn count(&self) -> usize {
        self.cuts.len() - 1
    }

    /// Reads the next share that nobody has taken; none when all are.
    fn next(&self, connection: &Connection) -> Option<Result<Runs>> {
        let share = self.taken.fetch_add(1, Ordering::Relaxed);
        let cuts = self.cuts.get(share..share.checked_add(2)?)?;
        let mut reports = report::load(
            connection,
            &self.district,
            [&cuts[0], &cuts[1]],
            &self.phases,
            &self.actors,
        );
        if let Ok(reports) = &mut reports {
            reports.sort_each();
        }
        Some(reports)
    }

    /// Lets a second connection read shares too, as long as there are some, if it is `in_step`: sees the same state
    /// of the store. What it has read is received from the answer.
    pub(super) fn read_beside(
        self: &Arc<Self>,
        beside: Option<Beside>,
        in_step: impl FnOnce(&Connection) -> bool + Send + 'static,
    ) -> Receiver<Result<Runs>> {
        let (sender, receiver) = channel();
        let shares = Arc::clone(self);
        if let Some(beside) = beside {
            beside.read(move |state| {
                if in_step(state) {
                    while let Some(share) = shares.next(state) {
                        // After an error on the other connection nobody receives it.
                        if sender.send(share).is_err() {
                            break;
                        }
                    }
                }
            });
        }
        receiver
    }

    /// Reads what nobody has taken, waits for what the other connection has, and puts all of it together.
    pub(super) fn read_all(
        &self,
        connection: &Connection,
        beside: &Receiver<Result<Runs>>,
        about: Vec<([u32; 3], OfferId)>,
    ) -> Result<BTreeMap<ReportKey, Report>> {
        let mut shares = Vec::with_capacity(self.count());
        while let Some(share) = self.next(connection) {
            shares.push(share?);
        }
        while shares.len() < self.count() {
            let share = beside
                .recv()
                .map_err(|error| Error::Failed(error.to_string()))?;
            shares.push(share?);
        }
        self.put_together(shares, about)
    }

    fn put_together(
        &self,
        mut shares: Vec<Runs>,
        about: Vec<([u32; 3], OfferId)>,
    ) -> Result<BTreeMap<ReportKey, Report>> {
        let mut runs = Vec::new();
        for share in &mut shares {
            let mut rows = share.rows.as_mut_slice();
            for (run, length) in &share.runs {
                let (head, tail) = rows.split_at_mut(*length);
                runs.push((*run, head));
                rows = tail;
            }
        }
        runs.sort_unstable_by_key(|(run, _)| *run);
        let mut sorted = Vec::with_capacity(runs.iter().map(|(_, rows)| rows.len()).sum());
        let mut about = about.into_iter().peekable();
        for ([phase, from], rows) in runs {
            for (to, report) in rows {
                let mut report = std::mem::take(report);
                while let Some((_, offer)) = about.next_if(|(of, _)| *of == [phase, from, *to]) {
                    report.offers.insert(offer);
                }
                sorted.push((self.key([phase, from, *to]), report));
            }
        }
        if about.next().is_some() {
            return Err(unreadable("report_offer", "its report is not there"));
        }
        // From a sorted list that is whole already the map is built in one sweep, without a copy.
        Ok(sorted.into_iter().collect())
    }

    fn key(&self, [phase, from, to]: [u32; 3]) -> (PhaseId, ActorId, ActorId) {
        (
            self.phases.at(phase),
            self.actors.at(from),
            self.actors.at(to),
        )
    }
}
