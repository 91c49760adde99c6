//! Deleted for good: a function wherever it stands, authors, and what the log keeps of it.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use libtest_mimic::Trial;
use miteinander::domain::{
    Actor, Author, Change, Edit, Event, Field, LifePhase, LogEntry, MapPlace, MapPlaces, Mode,
    Note, Offer, OpenPoint, Party, Report,
};
use miteinander::exchange::thaw_state;
use miteinander::service::{Deed, Error as ServiceError, Freeze, Register, Service};
use miteinander::store::{Admission, Cause, Placed, Request, Revision, Turn, check::Check};
use uuid::Uuid;

use super::accounts::{admit, by, invited, nothing};
use super::backup::{backed_up, of_district};
use super::contact::edit;
use super::phones::room;
use crate::place::{
    Backend, Place, id, key, part, report, stamp, text, three_actors, trial, writing,
};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "a_deleted_function_is_named_nowhere_any_more",
            a_deleted_function_is_named_nowhere_any_more,
        ),
        trial(
            backend,
            "authors_go_from_old_steps_and_leave_their_role",
            authors_go_from_old_steps_and_leave_their_role,
        ),
        trial(
            backend,
            "the_log_is_kept_for_twelve_months_and_in_a_backup",
            the_log_is_kept_for_twelve_months_and_in_a_backup,
        ),
        trial(
            backend,
            "only_one_at_a_time_has_the_turn",
            only_one_at_a_time_has_the_turn,
        ),
    ]
}

/// A district in which a function with a telling id and name stands wherever one can stand.
async fn told_everywhere(place: &Place) {
    place.apply(three_actors(place)).await;
    let phase = place.phases[0].clone();
    let (department, _) = crate::place::department("Jugendamt");
    let mut changes = crate::place::add_actor("frau-geheim", &department, &phase);
    let note = |text: &str| Note::parse(text).ok();
    for change in &mut changes {
        if let Change::Actor(Edit {
            after: Some(Actor {
                name, note: own, ..
            }),
            ..
        }) = change
        {
            *name = text("Stelle Geheim");
            *own = note("von Geheim selbst");
        }
    }
    for (from, to) in [("frau-geheim", "a"), ("b", "frau-geheim")] {
        let told = Report {
            note: note("Geheim gesagt"),
            ..report(3)
        };
        changes.push(Change::Report(Edit::add(key(&phase, from, to), told)));
    }
    let parties = [Party::Actor(id("frau-geheim")), Party::Actor(id("a"))];
    let offer = Offer {
        providers: [(phase, parties.clone().into())].into(),
        known_to: parties.clone().into(),
        referred_by: parties.into(),
        name: text("Sprachförderung"),
        life_phases: [LifePhase::ALL[1]].into(),
        fields: [Field::ALL[0]].into(),
        responsible: None,
        target_group: None,
        area: None,
        goal: None,
        funding: None,
        note: None,
    };
    changes.push(Change::Offer(Box::new(Edit::add(id("o"), offer))));
    place.apply(changes).await;
    // Renamed, and that taken back: the history has both names.
    let network = place.network().await;
    let before = network.actors[&id("frau-geheim")].clone();
    let other = Actor {
        name: text("Anders Geheim"),
        ..before.clone()
    };
    for (from, to) in [(before.clone(), other.clone()), (other, before)] {
        let renamed = Edit::replace(id("frau-geheim"), from, to);
        place.apply(vec![Change::Actor(renamed)]).await;
    }
    open_points(place).await;
    let mut contacts = part(place.scope(), place.head().await, Vec::new());
    contacts.contacts = vec![edit("frau-geheim", None, Some("Eva Geheim"))];
    let write = writing(stamp(Cause::Entry), vec![contacts]);
    place.store.apply(&write).await.expect("set");
    let mark = place.head().await.mark;
    let own = MapPlace {
        actor: "frau-geheim".to_owned(),
        department: department.to_string(),
        x: 1,
        y: 2,
        name: None,
    };
    let placed = Placed {
        mark,
        places: MapPlaces {
            size: 4,
            title: 120,
            actors: vec![own],
        },
    };
    let kept = place
        .store
        .keep_places(&place.district, mark, None, &placed);
    assert!(kept.await.expect("kept"));
}

/// Two open points that name the function, as it is and as it was called; one of them is settled again.
async fn open_points(place: &Place) {
    let point = |words: &str| OpenPoint {
        text: Note::parse(words).expect("a note"),
        phase: place.phases[0].clone(),
        noted: stamp(Cause::Entry).at.date_naive(),
    };
    let stays = Edit::add(id("p1"), point("Kita – STELLE GEHEIM 3: welche Kita?"));
    let goes = point("Anders Geheim fragen");
    let both = vec![
        Change::OpenPoint(stays),
        Change::OpenPoint(Edit::add(id("p2"), goes.clone())),
    ];
    place.apply(both).await;
    place
        .apply(vec![Change::OpenPoint(Edit::remove(id("p2"), goes))])
        .await;
}

fn holds(bytes: &[u8], word: &str) -> bool {
    let lower = bytes.to_ascii_lowercase();
    lower
        .windows(word.len())
        .any(|part| part == word.as_bytes())
}

async fn a_deleted_function_is_named_nowhere_any_more(place: Place) {
    told_everywhere(&place).await;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deleted");
    let service = Service::over(Arc::clone(&place.store)).with_register(Register::at(&path));
    let service = Arc::new(service);
    let freeze = Freeze {
        name: text("Stand"),
        date: stamp(Cause::Entry).at.date_naive(),
        phase: place.phases[0].clone(),
    };
    let (deed, by) = (Deed::Freeze(freeze), (Author::Program, Utc::now()));
    let stand = service.deal_with_release(place.district.clone(), deed, by, Request::once());
    let stand = stand.await.expect("it is frozen");
    let before = place.network().await;
    let revision = place.revision().await;
    let signed = || (Author::Program, stamp(Cause::Entry).at);
    for missing in ["niemand", "Stelle geheim"] {
        let error = service.erase_actor(&place.district, missing, signed());
        let error = error.await.expect_err("there is none");
        assert!(matches!(error, ServiceError::NoSuchActor(_)), "{error}");
    }
    let gone = service.erase_actor(&place.district, "Stelle Geheim", signed());
    let gone = gone.await.expect("it is deleted");
    assert_eq!(gone.name, "Funktion 1");
    assert_eq!(
        (
            gone.erased.functions,
            gone.erased.contacts,
            gone.erased.notes,
            gone.erased.points,
            gone.erased.steps
        ),
        (1, 1, 3, 1, 6),
        "{:?}",
        gone.erased
    );
    // Nothing of it is in an answer of the store, and where the store is a file, in no byte of it.
    let bytes = backed_up(place.store.as_ref()).await;
    let kept = of_district(&bytes, &place);
    assert!(!format!("{kept:?}").to_lowercase().contains("geheim"));
    // A frozen state holds it no more either, under another sum, and says since when.
    let [frozen] = kept.frozen.as_slice() else {
        panic!("one body is kept: {}", kept.frozen.len());
    };
    let state = thaw_state(frozen).expect("it can be read");
    assert_eq!(state.erased, Some(signed().1.date_naive()));
    let told = format!("{state:?}");
    assert!(!told.to_lowercase().contains("geheim") && told.contains("Funktion 1"));
    let release = &place.network().await.releases[&stand];
    assert_eq!(release.frozen.as_str(), frozen.sha256);
    assert_ne!(release.frozen, before.releases[&stand].frozen);
    if place.address._folder.is_some() {
        assert!(gone.from_file);
        let file = crate::sqlite::file(&place);
        for file in [file.clone(), file.with_extension("db-wal")] {
            let bytes = std::fs::read(&file).unwrap_or_default();
            assert!(!holds(&bytes, "geheim"), "{}", file.display());
        }
    }
    // What hangs on it is still there, and the history leads to it.
    let after = place.network().await;
    assert_eq!(after.actors.len(), before.actors.len());
    assert_eq!(after.reports.len(), before.reports.len());
    assert_eq!(after.memberships.len(), before.memberships.len());
    let own = after.actors.iter();
    let own = own.filter(|(_, actor)| actor.name.as_str() == "Funktion 1");
    let own: Vec<_> = own.map(|(id, _)| id.clone()).collect();
    let [own] = own.as_slice() else {
        panic!("one is called so: {own:?}");
    };
    assert!(
        after.offers[&id("o")]
            .known_to
            .contains(&Party::Actor(own.clone()))
    );
    let point = after.open_points[&id("p1")].text.as_str();
    assert_eq!(point, "Kita – Funktion 1 3: welche Kita?");
    assert_eq!(gone.mentions, 0);
    let places = kept.places.as_ref().expect("kept");
    assert_eq!(places.places.actors[0].actor, own.as_str());
    assert_eq!(kept.head.map(|head| head.revision), Some(revision));
    let mut check = Check::default();
    check.scope(&miteinander::store::Kept {
        scope: miteinander::store::Scope::Programme,
        head: None,
        records: miteinander::domain::Programme::default().diff(&place.programme()),
        contacts: Default::default(),
        places: None,
        frozen: Vec::new(),
        accounts: Default::default(),
        steps: Vec::new(),
        requests: Vec::new(),
        log: Vec::new(),
    });
    check.faults.clear();
    check.scope(&kept);
    assert_eq!(check.faults, []);
    // Its steps cannot be taken back, and say so; the others can.
    let number = Revision(2);
    let refused = service.undo(&place.district, number, signed(), Request::once());
    let refused = refused.await.expect_err("it is blanked");
    assert!(matches!(refused, ServiceError::Blanked(2)), "{refused}");
    let said = refused.say(miteinander::text::Lang::De);
    assert!(
        said.contains("lässt sich deshalb nicht zurücknehmen"),
        "{said}"
    );
    // The log tells numbers.
    let erased = Event::Erased(gone.erased.clone());
    assert!(kept.log.iter().any(|entry| entry.event == erased));
    // The register tells no name either, and brings the deletion into an older state.
    let register = std::fs::read(&path).expect("a register");
    assert!(!holds(&register, "geheim") && holds(&register, "funktion 1"));
}

async fn authors_go_from_old_steps_and_leave_their_role(place: Place) {
    // A store of its own: there people can sign in. Elsewhere somebody writes with a link.
    let is_own = place.address._folder.is_some();
    let (account, record, ..) = invited(&place).await;
    let (token, _) = room(&place, 0).await;
    let (author, left) = match is_own {
        true => (by(&account, &record), Some(Author::Role(record.role))),
        false => (Author::Pass(token), None),
    };
    if is_own {
        let mode = Admission {
            mode: Some(Mode::Accounts),
            ..nothing()
        };
        assert!(admit(&place, mode).await);
    }
    // An older time than any other trial's.
    let at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(1);
    let mut write = place.write(Revision(0), three_actors(&place)).await;
    write.stamp.at = at;
    write.stamp.by = Some(author.clone());
    place.store.apply(&write).await.expect("the author stands");
    let told = async || {
        let steps = place.store.steps(&place.scope(), None, 1).await;
        steps.expect("one")[0].stamp.by.clone()
    };
    assert_eq!(told().await, Some(author.clone()));
    let none = place.store.forget_authors(at).await.expect("asked");
    assert!(none.is_empty(), "it is not before its own time");
    assert_eq!(told().await, Some(author));
    let later = at + TimeDelta::seconds(1);
    let counts = place.store.forget_authors(later).await.expect("asked");
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), [(place.scope(), 1)]);
    assert_eq!(told().await, left);
}

async fn the_log_is_kept_for_twelve_months_and_in_a_backup(place: Place) {
    place.apply(three_actors(&place)).await;
    let at = stamp(Cause::Entry).at;
    let entry = |days, role: &str| LogEntry {
        at: at + TimeDelta::days(days),
        by: Author::Program,
        event: Event::AccountRemoved {
            role: role.to_owned(),
        },
    };
    let (first, second) = (entry(0, "leader"), entry(1, "core-team"));
    for entry in [&first, &second] {
        place.store.log(&place.scope(), entry).await.expect("added");
    }
    let logged = async || place.store.logged(&place.scope()).await.expect("asked");
    assert_eq!(logged().await, [second.clone(), first.clone()]);
    // A backup locks all districts, which others use on a server; there another trial looks at it.
    if place.address._folder.is_some() {
        let kept = of_district(&backed_up(place.store.as_ref()).await, &place);
        assert_eq!(kept.log, [first, second.clone()]);
    }
    let later = entry(366, "leader");
    place
        .store
        .log(&place.scope(), &later)
        .await
        .expect("added");
    assert_eq!(logged().await, [later, second]);
}

async fn only_one_at_a_time_has_the_turn(place: Place) {
    let now = stamp(Cause::Entry).at;
    let turn = |holder, minutes: [i64; 2]| Turn {
        work: "trial",
        holder,
        now: now + TimeDelta::minutes(minutes[0]),
        until: now + TimeDelta::minutes(minutes[1]),
    };
    let (a, b) = (Uuid::new_v4(), Uuid::new_v4());
    let take = async |turn: Turn| place.store.take_turn(&turn).await.expect("asked");
    assert!(take(turn(a, [0, 60])).await);
    assert!(!take(turn(b, [1, 61])).await, "it is another's");
    assert!(take(turn(a, [2, 62])).await, "it is still theirs");
    assert!(take(turn(b, [62, 120])).await, "it was not ended in time");
    assert!(take(turn(b, [63, 63])).await, "it is ended");
    assert!(take(turn(a, [63, 90])).await);
}
