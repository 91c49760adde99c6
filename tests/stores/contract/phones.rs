//! Phones in a working meeting: let in as long as there is a place, ended all at once, in no backup.

use chrono::{DateTime, TimeDelta, Utc};
use libtest_mimic::Trial;
use miteinander::domain::{
    Account, AccountId, Author, Change, Edit, Holder, MOST_PHONES, Pass, PassKind, TokenHash,
    WorkshopPass,
};
use miteinander::store::{Admission, Error};
use uuid::Uuid;

use super::accounts::{admit, invited, nothing};
use crate::place::{Backend, Place, a_district, change_programme, trial};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "the_room_of_a_meeting_is_found_by_its_district_and_kept_as_it_is",
            the_room_of_a_meeting_is_found_by_its_district_and_kept_as_it_is,
        ),
        trial(
            backend,
            "of_two_phones_that_come_at_once_for_the_last_place_one_is_let_in",
            of_two_phones_that_come_at_once_for_the_last_place_one_is_let_in,
        ),
        trial(
            backend,
            "all_phones_of_a_district_end_at_once_and_no_longer_write",
            all_phones_of_a_district_end_at_once_and_no_longer_write,
        ),
        trial(
            backend,
            "the_phones_of_an_account_end_and_go_with_it",
            the_phones_of_an_account_end_and_go_with_it,
        ),
        trial(
            backend,
            "a_meeting_that_is_over_no_longer_tells_what_a_phone_entered",
            a_meeting_that_is_over_no_longer_tells_what_a_phone_entered,
        ),
        trial(
            backend,
            "a_district_that_is_removed_takes_its_phones_with_it",
            a_district_that_is_removed_takes_its_phones_with_it,
        ),
    ]
}

/// Later than the times at which other trials on the same server forget passes.
fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_803_000_000_000).expect("a time")
}

/// Some days before all others.
fn days_before() -> DateTime<Utc> {
    now() - TimeDelta::days(10)
}

fn token() -> TokenHash {
    TokenHash::of(&Uuid::new_v4().to_string())
}

/// A meeting on the wall, with so many phones.
pub async fn room(place: &Place, phones: u32) -> (TokenHash, Pass) {
    let (account, ..) = invited(place).await;
    room_of(place, &account, (phones, now())).await
}

async fn room_of(
    place: &Place,
    account: &AccountId,
    (phones, begins): (u32, DateTime<Utc>),
) -> (TokenHash, Pass) {
    let (district, phase) = (place.district.clone(), place.phases[0].clone());
    let times = (begins, begins + TimeDelta::hours(5));
    let mut pass = Pass::room(account.clone(), (district.clone(), phase.clone()), times);
    pass.kind = PassKind::Workshop(WorkshopPass {
        district,
        phase,
        holder: Holder::Room { phones },
    });
    let token = token();
    let write = Admission {
        passes: vec![Edit::add(token, pass.clone())],
        ..nothing()
    };
    assert!(admit(place, write).await);
    (token, pass)
}

/// Lets a phone in.
fn letting_in((own, room): &(TokenHash, Pass), phone: TokenHash) -> Admission {
    let (kept, pass) = room.let_in(*own, now()).expect("there is a place");
    Admission {
        passes: vec![
            Edit::replace(*own, room.clone(), kept),
            Edit::add(phone, pass),
        ],
        ..nothing()
    }
}

async fn found(place: &Place, token: &TokenHash) -> Option<(Pass, Account)> {
    let arrival = place.store.arrival(Some(token), None).await;
    arrival.expect("asked").bearer
}

async fn the_room_of_a_meeting_is_found_by_its_district_and_kept_as_it_is(place: Place) {
    let find = async || place.store.room(&place.district).await.expect("asked");
    assert_eq!(find().await, None);
    let room = room(&place, 0).await;
    assert_eq!(find().await, Some(room.clone()));
    let phone = token();
    assert!(admit(&place, letting_in(&room, phone)).await);
    let (own, kept) = find().await.expect("it is there");
    let workshop = kept.kind.workshop().expect("one of a meeting");
    assert_eq!((own, workshop.holder.phones()), (room.0, 1));
    let (pass, _) = found(&place, &phone).await.expect("it was let in");
    assert_eq!(pass.ends, kept.ends);
    let after = pass.with_step(7).expect("new").with_step(9).expect("new");
    let entered = Admission {
        passes: vec![Edit::replace(phone, pass, after.clone())],
        ..nothing()
    };
    assert!(admit(&place, entered).await);
    let (pass, _) = found(&place, &phone).await.expect("it is there");
    assert_eq!(pass, after);
}

async fn of_two_phones_that_come_at_once_for_the_last_place_one_is_let_in(place: Place) {
    let room = room(&place, MOST_PHONES - 1).await;
    let phones = [token(), token()];
    let [a, b] = phones.map(|phone| letting_in(&room, phone));
    let (a, b) = tokio::join!(place.store.admit(&a), place.store.admit(&b));
    let (a, b) = (a.expect("asked"), b.expect("asked"));
    assert!(a ^ b, "{a} {b}");
    let [first, second] = phones;
    let (first, second) = (found(&place, &first).await, found(&place, &second).await);
    assert_eq!((first.is_some(), second.is_some()), (a, b));
    let full = place.store.room(&place.district).await.expect("asked");
    let (own, pass) = full.expect("it is there");
    assert_eq!(pass.let_in(own, now()), None);
}

async fn all_phones_of_a_district_end_at_once_and_no_longer_write(place: Place) {
    let room = room(&place, 0).await;
    let phone = token();
    assert!(admit(&place, letting_in(&room, phone)).await);
    let (pass, _) = found(&place, &phone).await.expect("it was let in");
    let after = pass.with_step(3).expect("new");
    let entered = Admission {
        passes: vec![Edit::replace(phone, pass, after)],
        ..nothing()
    };
    assert!(admit(&place, entered).await);
    let writes = async || {
        let mut write = place.write(place.revision().await, Vec::new()).await;
        write.stamp.by = Some(Author::Pass(room.0));
        place.store.apply(&write).await
    };
    assert!(writes().await.is_ok());
    // Another account may end them: whoever works in the district does.
    let closed = Admission {
        closed: vec![place.district.clone()],
        ..nothing()
    };
    assert!(admit(&place, closed).await);
    for token in [room.0, phone] {
        let (pass, _) = found(&place, &token).await.expect("it is still known");
        let workshop = pass.kind.workshop().expect("one of a meeting");
        assert!(pass.revoked && workshop.holder.steps().is_empty());
    }
    let none = place.store.room(&place.district).await.expect("asked");
    assert_eq!(none, None);
    assert!(matches!(writes().await, Err(Error::NoLongerMay)));
    let late = letting_in(&room, token());
    assert!(!admit(&place, late).await, "the room is another one by now");
}

async fn the_phones_of_an_account_end_and_go_with_it(place: Place) {
    let (id, account, ..) = invited(&place).await;
    let room = room_of(&place, &id, (0, now())).await;
    let phone = token();
    assert!(admit(&place, letting_in(&room, phone)).await);
    let ended = Admission {
        ended: vec![id.clone()],
        ..nothing()
    };
    assert!(admit(&place, ended).await);
    let (pass, _) = found(&place, &phone).await.expect("it is still known");
    assert!(pass.revoked);
    let removed = Admission {
        accounts: vec![Edit::remove(id, account)],
        ..nothing()
    };
    assert!(admit(&place, removed).await);
    assert_eq!(found(&place, &phone).await, None);
}

async fn a_meeting_that_is_over_no_longer_tells_what_a_phone_entered(place: Place) {
    let (account, ..) = invited(&place).await;
    let room = room_of(&place, &account, (0, days_before())).await;
    let phone = token();
    assert!(admit(&place, letting_in(&room, phone)).await);
    let (pass, _) = found(&place, &phone).await.expect("it was let in");
    let after = pass.with_step(3).expect("new");
    let entered = Admission {
        passes: vec![Edit::replace(phone, pass, after)],
        ..nothing()
    };
    assert!(admit(&place, entered).await);
    let steps = async || {
        let (pass, _) = found(&place, &phone).await.expect("it is there");
        let workshop = pass.kind.workshop().expect("one of a meeting").clone();
        workshop.holder.steps().to_vec()
    };
    for (hours, expected) in [(5, vec![3]), (6, Vec::new())] {
        let part = Admission {
            part: days_before() + TimeDelta::hours(hours),
            ..nothing()
        };
        assert!(admit(&place, part).await);
        assert_eq!(steps().await, expected, "after {hours} hours");
    }
}

async fn a_district_that_is_removed_takes_its_phones_with_it(place: Place) {
    let room = room(&place, 0).await;
    let phone = token();
    assert!(admit(&place, letting_in(&room, phone)).await);
    let removed = Change::District(Edit::remove(place.district.clone(), a_district()));
    change_programme(place.store.as_ref(), vec![removed]).await;
    for token in [room.0, phone] {
        assert_eq!(found(&place, &token).await, None);
    }
}
