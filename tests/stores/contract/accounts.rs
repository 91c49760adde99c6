//! Accounts and passes: written where what must stand stands, found by one query.

use chrono::{DateTime, TimeDelta, Utc};
use libtest_mimic::Trial;
use miteinander::domain::{
    Account, AccountId, Author, Change, Edit, Email, Mode, Pass, PasswordHash, Role, Signatory,
    Text, TokenHash,
};
use miteinander::store::{Admission, Error, Mark, Violation, Written};
use uuid::Uuid;

use super::phones::room;
use crate::place::{Backend, Place, three_actors, trial};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "who_was_invited_is_found_by_the_link_with_where_the_district_stands",
            who_was_invited_is_found_by_the_link_with_where_the_district_stands,
        ),
        trial(
            backend,
            "of_two_who_redeem_one_link_the_first_wins",
            of_two_who_redeem_one_link_the_first_wins,
        ),
        trial(
            backend,
            "an_address_belongs_to_one_account",
            an_address_belongs_to_one_account,
        ),
        trial(
            backend,
            "who_is_removed_is_out_at_once_with_all_their_passes",
            who_is_removed_is_out_at_once_with_all_their_passes,
        ),
        trial(
            backend,
            "all_passes_of_an_account_end_before_its_new_one_comes",
            all_passes_of_an_account_end_before_its_new_one_comes,
        ),
        trial(
            backend,
            "what_was_judged_by_all_accounts_is_not_written_after_one_has_changed",
            what_was_judged_by_all_accounts_is_not_written_after_one_has_changed,
        ),
        trial(
            backend,
            "a_pass_is_seen_no_earlier_than_before_and_forgotten_long_after_its_end",
            a_pass_is_seen_no_earlier_than_before_and_forgotten_long_after_its_end,
        ),
        trial(
            backend,
            "who_writes_is_refused_once_the_account_has_changed_or_is_gone",
            who_writes_is_refused_once_the_account_has_changed_or_is_gone,
        ),
        trial(
            backend,
            "a_pass_writes_until_it_is_revoked",
            a_pass_writes_until_it_is_revoked,
        ),
    ]
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_800_000_000_000).expect("a time")
}

/// An account that no other trial has: a server keeps all trials in one database.
fn somebody(place: &Place) -> (AccountId, Account) {
    let number = Uuid::new_v4();
    let email = format!("{}@bezirk.example", number.simple());
    let account = Account::invited(
        Email::parse(&email).expect("an address"),
        Some(Text::parse("Maren Weber").expect("a name")),
        Role::CoreTeam(place.district.clone()),
    );
    let id = AccountId::parse(&number.to_string()).expect("an id");
    (id, account)
}

fn token() -> TokenHash {
    TokenHash::of(&Uuid::new_v4().to_string())
}

/// A write of nothing.
pub fn nothing() -> Admission {
    Admission {
        standing: None,
        accounts: Vec::new(),
        ended: Vec::new(),
        closed: Vec::new(),
        passes: Vec::new(),
        mode: None,
        log: Vec::new(),
        mark: Mark(Uuid::new_v4()),
        forget: DateTime::UNIX_EPOCH,
        part: DateTime::UNIX_EPOCH,
    }
}

pub async fn admit(place: &Place, write: Admission) -> bool {
    place.store.admit(&write).await.expect("asked")
}

/// Somebody with an account and an invitation.
pub async fn invited(place: &Place) -> (AccountId, Account, TokenHash, Pass) {
    let (id, account) = somebody(place);
    let (token, pass) = (token(), Pass::invitation(id.clone(), now()));
    let written = admit(
        place,
        Admission {
            accounts: vec![Edit::add(id.clone(), account.clone())],
            passes: vec![Edit::add(token, pass.clone())],
            ..nothing()
        },
    );
    assert!(written.await);
    (id, account, token, pass)
}

async fn bearer(place: &Place, token: &TokenHash) -> Option<(Pass, Account)> {
    let arrival = place.store.arrival(Some(token), Some(&place.district));
    arrival.await.expect("asked").bearer
}

async fn who_was_invited_is_found_by_the_link_with_where_the_district_stands(place: Place) {
    place.apply(three_actors(&place)).await;
    let (id, account, token, pass) = invited(&place).await;
    let arrival = place.store.arrival(Some(&token), Some(&place.district));
    let arrival = arrival.await.expect("asked");
    assert_eq!(arrival.bearer, Some((pass, account.clone())));
    assert_eq!(arrival.heads.district, Some(place.head().await));
    let stranger = place.store.arrival(None, None).await.expect("asked");
    assert_eq!((stranger.bearer, stranger.heads.district), (None, None));
    let all = place.store.accounts().await.expect("asked").all;
    assert_eq!(all.get(&id), Some(&account));
}

async fn of_two_who_redeem_one_link_the_first_wins(place: Place) {
    let (id, account, token, pass) = invited(&place).await;
    let redeem = |hash: &str| {
        let now = account.clone().with_password(PasswordHash(hash.to_owned()));
        let used = Pass {
            revoked: true,
            ..pass.clone()
        };
        Admission {
            accounts: vec![Edit::replace(id.clone(), account.clone(), now)],
            passes: vec![Edit::replace(token, pass.clone(), used)],
            ..nothing()
        }
    };
    let (a, b) = (redeem("a"), redeem("b"));
    let (a, b) = tokio::join!(place.store.admit(&a), place.store.admit(&b));
    let (a, b) = (a.expect("asked"), b.expect("asked"));
    assert!(a ^ b, "{a} {b}");
    let (pass, account) = bearer(&place, &token).await.expect("it is still known");
    assert!(pass.revoked);
    let won = if a { "a" } else { "b" };
    assert_eq!(account.password, Some(PasswordHash(won.to_owned())));
}

async fn an_address_belongs_to_one_account(place: Place) {
    let (_, account, ..) = invited(&place).await;
    let (other, _) = somebody(&place);
    let write = Admission {
        accounts: vec![Edit::add(other.clone(), account)],
        ..nothing()
    };
    let refused = place.store.admit(&write).await;
    assert!(
        matches!(refused, Err(Error::Violated(Violation::KeyTaken))),
        "{refused:?}"
    );
    let all = place.store.accounts().await.expect("asked").all;
    assert!(!all.contains_key(&other));
}

async fn who_is_removed_is_out_at_once_with_all_their_passes(place: Place) {
    let (id, account, token, _) = invited(&place).await;
    let removed = Admission {
        accounts: vec![Edit::remove(id.clone(), account)],
        ..nothing()
    };
    assert!(admit(&place, removed.clone()).await);
    assert_eq!(bearer(&place, &token).await, None);
    assert!(!admit(&place, removed).await, "it is gone already");
}

async fn all_passes_of_an_account_end_before_its_new_one_comes(place: Place) {
    let (id, _, old, pass) = invited(&place).await;
    let new = token();
    let renewed = Admission {
        ended: vec![id],
        passes: vec![Edit::add(new, pass.clone())],
        ..nothing()
    };
    assert!(admit(&place, renewed).await);
    let revoked = async |token| bearer(&place, token).await.map(|(pass, _)| pass.revoked);
    assert_eq!(revoked(&old).await, Some(true));
    assert_eq!(revoked(&new).await, Some(false));
}

async fn what_was_judged_by_all_accounts_is_not_written_after_one_has_changed(place: Place) {
    let (id, account, ..) = invited(&place).await;
    // Other trials on the same server write accounts in between.
    let before = loop {
        let before = place.store.accounts().await.expect("asked").mark;
        let write = Admission {
            standing: Some(before),
            accounts: vec![Edit::replace(id.clone(), account.clone(), account.clone())],
            ..nothing()
        };
        if admit(&place, write).await {
            break before;
        }
    };
    let late = Admission {
        standing: Some(before),
        accounts: vec![Edit::remove(id, account)],
        ..nothing()
    };
    assert!(!admit(&place, late).await);
}

async fn a_pass_is_seen_no_earlier_than_before_and_forgotten_long_after_its_end(place: Place) {
    let (_, _, token, pass) = invited(&place).await;
    let later = now() + TimeDelta::minutes(6);
    for at in [later, now()] {
        place.store.see_pass(&token, at).await.expect("written");
    }
    let (found, _) = bearer(&place, &token).await.expect("it is known");
    assert_eq!(found.seen, later);
    let mode = place.store.accounts().await.expect("asked").mode;
    // Passes of other trials end with this one's.
    let forget = Admission {
        forget: pass.ends,
        mode: Some(mode),
        ..nothing()
    };
    assert!(admit(&place, forget).await);
    assert!(bearer(&place, &token).await.is_some());
    assert_eq!(mode, Mode::Personal);
    let early = token_that_ended(&place).await;
    let forget = Admission {
        forget: now() - TimeDelta::days(30),
        ..nothing()
    };
    assert!(admit(&place, forget).await);
    assert_eq!(bearer(&place, &early).await, None);
}

async fn token_that_ended(place: &Place) -> TokenHash {
    let (id, account) = somebody(place);
    let (token, pass) = (
        token(),
        Pass::session(id.clone(), now() - TimeDelta::days(31)),
    );
    let written = admit(
        place,
        Admission {
            accounts: vec![Edit::add(id, account)],
            passes: vec![Edit::add(token, pass)],
            ..nothing()
        },
    );
    assert!(written.await);
    token
}

/// Somebody who writes with an account as it stands.
pub fn by(id: &AccountId, account: &Account) -> Author {
    Author::Account(Signatory {
        account: id.clone(),
        role: account.role.clone(),
        generation: account.generation,
    })
}

async fn who_writes_is_refused_once_the_account_has_changed_or_is_gone(place: Place) {
    // A store of its own: there everybody can sign in.
    let is_own = place.address._folder.is_some();
    let (id, account, ..) = invited(&place).await;
    let mode = |mode| Admission {
        mode: Some(mode),
        ..nothing()
    };
    let writes = async |author: &Author, changes: Vec<Change>| {
        let mut write = place.write(place.revision().await, changes).await;
        write.stamp.by = Some(author.clone());
        place.store.apply(&write).await
    };
    let refused = |answer: Result<Written, Error>| matches!(answer, Err(Error::NoLongerMay));
    let author = by(&id, &account);
    if is_own {
        assert!(admit(&place, mode(Mode::Accounts)).await);
        let written = writes(&author, three_actors(&place)).await;
        assert!(written.is_ok(), "{written:?}");
        let step = place.store.steps(&place.scope(), None, 1).await;
        assert_eq!(step.expect("one")[0].stamp.by, Some(author.clone()));
        assert!(refused(writes(&Author::Personal, Vec::new()).await));
        assert!(admit(&place, mode(Mode::Personal)).await);
    }
    // Where nobody signs in, nobody writes with an account.
    assert!(refused(writes(&author, Vec::new()).await));
    if is_own {
        assert!(admit(&place, mode(Mode::Accounts)).await);
    }
    let leader = Account {
        role: Role::Leader(place.district.clone()),
        generation: 1,
        ..account.clone()
    };
    let changed = Admission {
        accounts: vec![Edit::replace(id.clone(), account, leader.clone())],
        ..nothing()
    };
    assert!(admit(&place, changed).await);
    assert!(refused(writes(&author, Vec::new()).await));
    let gone = Admission {
        accounts: vec![Edit::remove(id.clone(), leader.clone())],
        ..nothing()
    };
    assert!(admit(&place, gone).await);
    assert!(refused(writes(&by(&id, &leader), Vec::new()).await));
    assert!(refused(writes(&Author::Pass(token()), Vec::new()).await));
    let written = writes(&Author::Program, Vec::new()).await;
    assert!(written.is_ok(), "{written:?}");
}

async fn a_pass_writes_until_it_is_revoked(place: Place) {
    let (_, _, invitation, _) = invited(&place).await;
    let (token, pass) = room(&place, 0).await;
    let writes = async |token| {
        let mut write = place.write(place.revision().await, Vec::new()).await;
        write.stamp.by = Some(Author::Pass(token));
        place.store.apply(&write).await
    };
    assert!(writes(token).await.is_ok());
    // An invitation lets in, and writes nothing.
    assert!(matches!(writes(invitation).await, Err(Error::NoLongerMay)));
    let revoked = Pass {
        revoked: true,
        ..pass.clone()
    };
    let revoke = Admission {
        passes: vec![Edit::replace(token, pass, revoked)],
        ..nothing()
    };
    assert!(admit(&place, revoke).await);
    assert!(matches!(writes(token).await, Err(Error::NoLongerMay)));
}
