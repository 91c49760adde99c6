//! kill -9 while changes are acknowledged: none is lost, none is half there.
//!
//! The writer is this very program, started again with the store's address in its environment.

use std::io::{BufRead, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::{env, io};

use libtest_mimic::Trial;
use miteinander::domain::{ActorId, Change, DistrictId, Edit, PhaseId};
use miteinander::store::{Revision, Scope, Store, open};

use crate::place::{
    Backend, Place, add_actor, id, key, report, runtime, three_actors, trial, write,
};

const ROUNDS: u64 = 20;
const URL: &str = "MITEINANDER_TRIAL_WRITER_STORE";
const PASSWORD: &str = "MITEINANDER_TRIAL_WRITER_PASSWORD";
const DISTRICT: &str = "MITEINANDER_TRIAL_WRITER_DISTRICT";
const PHASE: &str = "MITEINANDER_TRIAL_WRITER_PHASE";

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![trial(
        backend,
        "killed_while_writing_nothing_is_lost_or_half_there",
        killed_while_writing_nothing_is_lost_or_half_there,
    )]
}

async fn killed_while_writing_nothing_is_lost_or_half_there(place: Place) {
    place.apply(three_actors(&place)).await;
    let mut total = 0;
    for round in 0..ROUNDS {
        let before = place.revision().await;
        let last = write_and_kill(&place, 2 + round * 7 % 40);
        total += last.0 - before.0;
        let held = place.store.network(&place.district).await.expect("there");
        let found = held.head.revision;
        assert!(
            found >= last,
            "round {round}: {last:?} was acknowledged, {found:?} is there"
        );
        assert!(
            found <= last.next(),
            "round {round}: only one write was under way"
        );
        let network = held.value;
        let mut whole = 3;
        for number in 2..=found.0 {
            let (actor, says) = written_at(&place.phases[0], number);
            assert!(
                network.actors.contains_key(&actor),
                "round {round}: no {actor}"
            );
            assert!(
                network
                    .memberships
                    .contains_key(&(actor, place.phases[0].clone()))
            );
            assert!(network.reports.contains_key(&says));
            whole += 1;
        }
        assert_eq!(
            network.actors.len(),
            whole,
            "round {round}: no more than was written"
        );
        assert_eq!(network.memberships.len(), whole);
        assert_eq!(network.reports.len(), whole - 2);
        let steps = place
            .store
            .steps(&place.scope(), None, 10_000)
            .await
            .expect("all");
        assert_eq!(steps.len() as i64, found.0, "round {round}");
    }
    assert!(total >= ROUNDS as i64 * 2, "{total} were acknowledged");
}

/// Starts a writer, kills it after so many answers, and gives the last revision that it was answered.
fn write_and_kill(place: &Place, answers: u64) -> Revision {
    let program = Command::new(env::current_exe().expect("this program"));
    let mut writer = writer(program, place).spawn().expect("it starts again");
    let mut lines = BufReader::new(writer.stdout.take().expect("a pipe")).lines();
    let mut last = None;
    for _ in 0..answers {
        last = Some(lines.next().expect("it goes on writing").expect("text"));
    }
    writer.kill().expect("SIGKILL");
    // What it had said before it died counts too.
    for line in lines {
        last = Some(line.expect("text"));
    }
    let status = writer.wait().expect("it is gone");
    assert!(status.code().is_none(), "it was killed: {status}");
    let number = last.and_then(|line| line.parse().ok());
    Revision(number.expect("a whole line with a number"))
}

/// Makes a command the writer of a place; what is named before, such as a shell, finds this program as its last word.
pub fn writer(mut command: Command, place: &Place) -> Command {
    if command.get_args().len() > 0 {
        command.arg(env::current_exe().expect("this program"));
    }
    command
        .env(URL, &place.address.url)
        .env(DISTRICT, place.district.as_str())
        .env(PHASE, place.phases[0].as_str())
        .stdout(Stdio::piped());
    if let Some(password) = &place.address.password {
        command.env(PASSWORD, password);
    }
    command
}

fn written_at(phase: &PhaseId, number: i64) -> (ActorId, (PhaseId, ActorId, ActorId)) {
    let name = format!("w-{number}");
    (id(&name), key(phase, &name, "a"))
}

/// Where this program is the writer that shall be killed: writes and says each acknowledged revision, without end.
pub fn write_if_asked() {
    let Ok(url) = env::var(URL) else { return };
    let named = |name| env::var(name).expect("the trial names it");
    let (district, phase) = (id(&named(DISTRICT)), id(&named(PHASE)));
    runtime().block_on(async {
        let store = open(&url, env::var(PASSWORD).ok())
            .await
            .expect("the store opens");
        write_without_end(store.as_ref(), district, phase).await;
    });
}

async fn write_without_end(store: &dyn Store, district: DistrictId, phase: PhaseId) {
    let scope = Scope::District(district);
    let mut at = store.head(&scope).await.expect("the district is there");
    loop {
        let (_, says) = written_at(&phase, at.revision.next().0);
        let mut changes = add_actor(says.1.as_str(), &id("jugendamt"), &phase);
        changes.push(Change::Report(Edit::add(says, report(3))));
        at = store
            .apply(&write(scope.clone(), at, changes))
            .await
            .expect("the only writer")
            .heads[0];
        let mut out = io::stdout().lock();
        writeln!(out, "{}", at.revision.0)
            .and_then(|()| out.flush())
            .expect("the trial listens");
    }
}
