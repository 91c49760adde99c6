//! What a reader cannot tell apart is one key; what a reader can is not.

use miteinander::domain::{ByLook, Sought, difference, look, look_alike, phase_readings, slug};

#[test]
fn what_looks_alike_has_one_key() {
    let alike = [
        ("Jugend\u{ad}amt", "Jugendamt"),
        ("OE\u{a0}QPK", "OE QPK"),
        ("  OE \n QPK\t", "OE QPK"),
        ("Su\u{308}d", "Süd"),
        ("Schul\u{2010} und Sportamt", "Schul- und Sportamt"),
        ("A \u{2014} B", "A – B"),
        ("\u{200e}KJGD\u{200b}", "KJGD"),
    ];
    for (a, b) in alike {
        assert_eq!(look(a), look(b), "{a:?} {b:?}");
        assert_eq!(look_alike(a), look_alike(b));
        assert_eq!(look(&look(a)), look(a), "a look is its own");
    }
    assert_eq!(look_alike("RSD SÜD"), look_alike("rsd süd"));
    assert_ne!(look("RSD SÜD"), look("rsd süd"));
    for (a, b) in [
        ("RSD Süd", "RSD Sud"),
        ("RSDSüd", "RSD Süd"),
        ("A-B", "A B"),
        ("Team 1", "Team l"),
    ] {
        assert_ne!(look_alike(a), look_alike(b), "{a:?} {b:?}");
    }
}

#[test]
fn the_nearest_spelling_is_meant() {
    let mut names = ByLook::default();
    names.add("Lotse", 1);
    names.add("LOTSE", 2);
    names.add("Lotse\u{a0}Süd", 3);
    let found = |text: &str| {
        names
            .find(text)
            .map(|bearers| bearers.all.into_iter().copied().collect())
    };
    assert_eq!(found("Lotse"), Some(vec![1]));
    assert_eq!(found("LO\u{ad}TSE"), Some(vec![2]));
    assert_eq!(found("lotse"), Some(vec![1, 2]), "either may be meant");
    assert_eq!(found("Lotse Süd"), Some(vec![3]));
    assert_eq!(found("Lotsin"), None::<Vec<i32>>);
}

#[test]
fn a_search_forgives_what_nobody_thinks_of_while_typing() {
    let finds = |typed: &str, name: &str| Sought::parse(typed).finds(name);
    for (typed, name) in [
        ("", "Jugendamt"),
        ("JUGEND", "Jugendamt"),
        ("kueche", "Küche"),
        ("kuche", "Küche"),
        ("küche", "Kueche"),
        ("Schul und Sportamt", "Schul- und Sportamt"),
        ("kinderschutz-team", "Kinderschutzteam"),
        ("kinderschutzteam", "Kinderschutz\u{2011}Team"),
        ("süd rsd", "RSD\u{a0}Süd"),
        ("Ж", "Haus Жар"),
        ("cafe", "Familiencafé"),
        ("strasse", "Große Straße"),
    ] {
        assert!(finds(typed, name), "{typed} finds {name}");
    }
    for (typed, name) in [
        ("Ж", "Hexe"),
        ("amt jugend haus", "Jugendamt"),
        ("RSD Nord", "RSD Süd"),
    ] {
        assert!(!finds(typed, name), "{typed} finds {name}");
    }
}

#[test]
fn a_small_difference_is_told_and_a_large_one_is_not() {
    let told = |a, b| difference(a, b).map(|(x, y)| format!("{x}|{y}"));
    assert_eq!(told("RSD Sued", "RSD Süd").as_deref(), Some("ue|ü"));
    assert_eq!(told("Jugendam", "Jugendamt").as_deref(), Some("|t"));
    assert_eq!(told("Jugendamt", "Gesundheitsamt"), None);
    assert_eq!(told("A", "A"), None);
}

#[test]
fn a_phase_is_read_with_its_word_and_without() {
    assert_eq!(phase_readings("FP 1"), ["fp 1", "1"]);
    assert_eq!(phase_readings("2019 – 2022"), ["2019-2022", "2019-2022"]);
    assert_eq!(
        phase_readings("Förderphase ab 2023"),
        ["förderphase ab 2023", "2023-"]
    );
    assert_eq!(
        phase_readings("Phasenweise"),
        ["phasenweise", "phasenweise"]
    );
}

#[test]
fn an_id_is_made_from_what_is_seen_of_a_name() {
    use miteinander::domain::{Actor, Id};
    let id: Id<Actor> = Id::from_name("Jugend\u{ad}amt", |_| false);
    assert_eq!(id.as_str(), slug("Jugendamt"));
}
