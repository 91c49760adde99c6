//! The places of a district's map: kept beside the network, by who is first.

use libtest_mimic::Trial;
use miteinander::domain::{MapPlace, MapPlaces};
use miteinander::store::{Mark, Placed};
use uuid::Uuid;

use crate::place::{Backend, Place, three_actors, trial};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "of_two_who_place_the_same_state_the_first_is_kept",
            of_two_who_place_the_same_state_the_first_is_kept,
        ),
        trial(
            backend,
            "places_of_a_state_that_no_longer_stands_are_not_kept",
            places_of_a_state_that_no_longer_stands_are_not_kept,
        ),
        trial(
            backend,
            "places_laid_out_afresh_give_the_district_a_new_mark_and_no_step",
            places_laid_out_afresh_give_the_district_a_new_mark_and_no_step,
        ),
    ]
}

fn placed(mark: Mark, x: i32) -> Placed {
    let place = MapPlace {
        actor: "a".to_owned(),
        department: "amt".to_owned(),
        x,
        y: -7,
        name: Some(4),
    };
    let places = MapPlaces {
        size: 3,
        title: 135,
        actors: vec![place],
    };
    Placed { mark, places }
}

async fn of_two_who_place_the_same_state_the_first_is_kept(place: Place) {
    place.apply(three_actors(&place)).await;
    let store = &place.store;
    assert_eq!(store.places(&place.district).await.expect("read"), None);
    let mark = place.head().await.mark;
    let keep = async |before, now: Placed| {
        let kept = store.keep_places(&place.district, mark, before, &now);
        kept.await.expect("asked")
    };
    assert!(keep(None, placed(mark, 1)).await);
    assert!(!keep(None, placed(mark, 2)).await);
    let found = store.places(&place.district).await.expect("read");
    assert_eq!(found, Some(placed(mark, 1)));
    assert!(keep(Some(mark), placed(mark, 3)).await);
    let found = store.places(&place.district).await.expect("read");
    assert_eq!(found, Some(placed(mark, 3)));
}

async fn places_of_a_state_that_no_longer_stands_are_not_kept(place: Place) {
    let before = place.head().await.mark;
    place.apply(three_actors(&place)).await;
    let late = placed(before, 1);
    let kept = place
        .store
        .keep_places(&place.district, before, None, &late);
    assert!(!kept.await.expect("asked"));
    assert_eq!(
        place.store.places(&place.district).await.expect("read"),
        None
    );
}

async fn places_laid_out_afresh_give_the_district_a_new_mark_and_no_step(place: Place) {
    place.apply(three_actors(&place)).await;
    let head = place.head().await;
    let new = placed(Mark(Uuid::from_u128(77)), 5);
    let kept = place
        .store
        .keep_places(&place.district, head.mark, None, &new);
    assert!(kept.await.expect("asked"));
    let after = place.head().await;
    assert_eq!((after.revision, after.mark), (head.revision, new.mark));
    assert_eq!(place.network().await.actors.len(), 3);
}
