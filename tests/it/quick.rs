//! What a line of the quick entry is taken for: a table of facts.

use miteinander::domain::{
    Actor, ActorKind, Change, Department, DepartmentKind, Edit, FundingPhase, Id, Membership,
    Network, PhaseId, Programme, Text,
};
use miteinander::exchange::quick::{End, MAX_LINE, Names, understand};
use miteinander::service::{Doubt, QuickLine, Verdict, judge_lines};

fn id<T>(text: &str) -> Id<T> {
    Id::parse(text).expect("an id")
}

fn text(text: &str) -> Text {
    Text::parse(text).expect("a text")
}

const OFFICES: [(&str, &str, Option<&str>); 5] = [
    ("jug", "Jugendamt", Some("Jug")),
    ("ges", "Gesundheitsamt", Some("Ges")),
    ("qpk", "OE QPK", Some("QPK")),
    ("linde", "Lindenhof gGmbH", None),
    ("kita", "Eigenbetrieb", None),
];

/// Id, name, office, section.
const FUNCTIONS: [(&str, &str, &str, Option<&str>); 14] = [
    ("rsd-sued", "RSD Süd", "jug", Some("RSD")),
    ("rsd-nord", "RSD Nord", "jug", Some("RSD")),
    (
        "rsd-mitte",
        "RSD Region Mitte, Teamleitung",
        "jug",
        Some("RSD"),
    ),
    (
        "fruehe",
        "Netzwerkkoordination Frühe Hilfen",
        "jug",
        Some("Frühe Hilfen"),
    ),
    ("kjgd", "KJGD, Ersthausbesuch", "ges", Some("KJGD")),
    ("team5", "Team 5", "ges", None),
    ("team", "Team", "ges", None),
    ("koord", "Koordination Gesundheitsförderung", "qpk", None),
    ("fz", "Familienzentrum Lindenhof", "linde", None),
    ("ekz", "Eltern-Kind-Zentrum", "linde", None),
    ("ekz2", "Eltern–Kind–Café", "linde", None),
    ("kita1", "Kita Sonne", "kita", None),
    ("leit-j", "Leitung", "jug", None),
    ("leit-g", "Leitung", "ges", None),
];

fn phase() -> PhaseId {
    id("p2")
}

fn network() -> Network {
    let mut programme = Programme::default();
    for (own, start, end) in [
        ("p1", "2019-01-01", Some("2022-12-31")),
        ("p2", "2023-01-01", None),
    ] {
        let day = |day: &str| day.parse().expect("a day");
        let phase = FundingPhase {
            name: text(own),
            start: day(start),
            end: end.map(day),
        };
        programme.phases.insert(id(own), phase);
    }
    let mut changes = Vec::new();
    for (own, name, short_name) in OFFICES {
        let department = Department {
            name: text(name),
            short_name: short_name.map(text),
            kind: DepartmentKind::Office,
            policy_field: None,
            divisions: Default::default(),
        };
        changes.push(Change::Department(Edit::add(id(own), department)));
    }
    let gone = [("frueher", "Familienbüro", "jug", None)];
    let there = FUNCTIONS.into_iter().map(|one| (one, "p2"));
    for ((own, name, office, section), phase) in there.chain(gone.map(|one| (one, "p1"))) {
        let actor = Actor {
            name: text(name),
            kind: ActorKind::Function,
            note: None,
        };
        let membership = Membership {
            department: id(office),
            section: section.map(text),
            level: None,
            core_team: false,
            asked: None,
            answered: None,
            open: Default::default(),
        };
        changes.push(Change::Actor(Edit::add(id(own), actor)));
        changes.push(Change::Membership(Edit::add(
            (id(own), id(phase)),
            membership,
        )));
    }
    let mut network = Network::default();
    network
        .apply(&programme, &changes)
        .expect("a legal network");
    network
}

/// An end in short: an id; `?` and all that may be meant; `!` and an unknown name, with its office and what is near; `@`
/// and who stands elsewhere; `-` for nothing.
fn end(end: &End) -> String {
    let list = |all: &[Id<Actor>]| {
        let all: Vec<&str> = all.iter().map(|one| one.as_str()).collect();
        all.join(" ")
    };
    match end {
        End::Known(actor) => actor.to_string(),
        End::Several(all) => format!("?{}", list(all)),
        End::Elsewhere(actor, _) => format!("@{actor}"),
        End::Missing => "-".to_owned(),
        End::Unknown { name, near, office } => {
            let office = office.as_ref().map(|office| format!(" in {office}"));
            let near = Some(list(near)).filter(|near| !near.is_empty());
            let near = near.map(|near| format!(" ~{near}"));
            format!(
                "!{name}{}{}",
                office.unwrap_or_default(),
                near.unwrap_or_default()
            )
        }
    }
}

fn taken_for(line: &str) -> String {
    let network = network();
    let phase = phase();
    let understood = understand(line, &Names::of(&network, &phase));
    let said = &understood.said;
    let strength = said
        .strength
        .map(|strength| strength.map_or_else(|| "k.A.".to_owned(), |one| one.number().to_string()));
    let kinds = said.kinds.iter().map(|kind| kind.code().to_owned());
    let binding = said
        .binding
        .map(|yes| if yes { "agreed" } else { "not agreed" });
    let left = said.left.iter().map(|part| format!("«{part}»"));
    let ends = format!("{} > {}", end(&understood.from), end(&understood.to));
    let parts = [ends].into_iter().chain(strength).chain(kinds);
    let parts = parts.chain(binding.map(str::to_owned)).chain(left);
    parts.collect::<Vec<_>>().join(", ")
}

/// A line, and what it is taken for.
#[rustfmt::skip]
const FACTS: &[(&str, &str)] = &[
    ("RSD Süd – Familienzentrum Lindenhof, 3, Vermittlung", "rsd-sued > fz, 3, referral"),
    ("RSD Süd - Familienzentrum Lindenhof, 3, Vermittlung", "rsd-sued > fz, 3, referral"),
    ("RSD Süd — Familienzentrum Lindenhof;3;Vermittlung", "rsd-sued > fz, 3, referral"),
    ("RSD Süd–Familienzentrum Lindenhof,3", "rsd-sued > fz, 3"),
    ("RSD Süd -> Familienzentrum Lindenhof, 3", "rsd-sued > fz, 3"),
    ("RSD Süd mit Familienzentrum Lindenhof, 3", "rsd-sued > fz, 3"),
    ("RSD Süd\tFamilienzentrum Lindenhof\t3\tVermittlung", "rsd-sued > fz, 3, referral"),
    ("  rsd   süd –  FAMILIENZENTRUM lindenhof , 3 ", "rsd-sued > fz, 3"),
    // A decomposed umlaut, a soft hyphen, a no-break space.
    ("RSD Su\u{308}d – Familien\u{ad}zentrum\u{a0}Lindenhof, 3", "rsd-sued > fz, 3"),
    ("RSD Süd – Familienzentrum, 3", "rsd-sued > fz, 3"),
    ("RSD Süd – Familienzentrum Lindenhof 3", "rsd-sued > fz, 3"),
    ("RSD Süd – Team 5", "rsd-sued > team5"),
    ("RSD Süd – Team 5 5", "rsd-sued > team5, 5"),
    ("RSD Süd – Team 4", "rsd-sued > team, 4"),
    ("RSD Süd – Team, 5,Planung", "rsd-sued > team, 5, joint_planning"),
    // A hyphen, a dash or a comma of a name parts nothing.
    ("Eltern-Kind-Zentrum – RSD Süd, 2", "ekz > rsd-sued, 2"),
    ("Eltern–Kind–Café – RSD Süd, 2", "ekz2 > rsd-sued, 2"),
    ("RSD Süd – Eltern–Kind–Café, 2", "rsd-sued > ekz2, 2"),
    ("KJGD, Ersthausbesuch – RSD Region Mitte, Teamleitung, 4", "kjgd > rsd-mitte, 4"),
    ("RSD Nord – KJGD, Ersthausbesuch, 1, Information", "rsd-nord > kjgd, 1, information"),
    // Section, short name, office and function.
    ("KJGD – Frühe Hilfen, 2", "kjgd > fruehe, 2"),
    ("RSD – KJGD, 2", "?rsd-mitte rsd-nord rsd-sued > kjgd, 2"),
    ("QPK – KJGD, 2", "koord > kjgd, 2"),
    ("OE QPK – Lindenhof gGmbH, 2", "koord > ?ekz ekz2 fz, 2"),
    ("Ges – RSD Süd, 2", "?kjgd leit-g team team5 > rsd-sued, 2"),
    ("Jugendamt: Leitung – Ges: Leitung, 3", "leit-j > leit-g, 3"),
    ("Leitung (Jug) – Leitung (Gesundheitsamt), 3", "leit-j > leit-g, 3"),
    ("Leitung – RSD Süd, 3", "?leit-g leit-j > rsd-sued, 3"),
    ("Jug: RSD – KJGD", "?rsd-mitte rsd-nord rsd-sued > kjgd"),
    ("Jug: RSD M – KJGD", "!RSD M in jug ~rsd-mitte > kjgd"),
    ("RSD S – KJGD, 0", "rsd-sued > kjgd, 0"),
    ("RSD – RSD Süd, 3", "?rsd-mitte rsd-nord > rsd-sued, 3"),
    ("kjgd – fz, 3", "kjgd > fz, 3"),
    // The scale in words, the kinds, what is agreed.
    ("KJGD – Kita Sonne, wir stimmen uns ab", "kjgd > kita1, 3"),
    ("KJGD – Kita Sonne, kennen uns", "kjgd > kita1, 1"),
    ("KJGD – Kita Sonne, Kein Kontakt", "kjgd > kita1, 0"),
    ("KJGD – Kita Sonne, informieren, Information", "kjgd > kita1, 2, information"),
    ("KJGD – Kita Sonne, Wir führen gemeinsam durch", "kjgd > kita1, 4"),
    ("KJGD – Kita Sonne, Planen und steuern gemeinsam", "kjgd > kita1, 5"),
    ("KJGD – Kita Sonne, Stärke 4", "kjgd > kita1, 4"),
    ("KJGD – Kita Sonne, 3 – Wir stimmen uns ab", "kjgd > kita1, 3"),
    ("KJGD – Kita Sonne, 3 Vermittlung", "kjgd > kita1, 3, referral"),
    ("KJGD – Kita Sonne – 3 – Vermittlung", "kjgd > kita1, 3, referral"),
    ("KJGD – Kita Sonne, k. A.", "kjgd > kita1, k.A."),
    ("KJGD – Kita Sonne, ?", "kjgd > kita1, k.A."),
    ("KJGD – Kita Sonne, weiß ich nicht, Gremium", "kjgd > kita1, k.A., committee"),
    ("KJGD – Kita Sonne, Vermittlung und Information, 2", "kjgd > kita1, 2, information, referral"),
    ("KJGD – Kita Sonne, 2, schriftlich vereinbart", "kjgd > kita1, 2, agreed"),
    ("KJGD – Kita Sonne, nicht schriftlich vereinbart", "kjgd > kita1, not agreed"),
    ("KJGD with Kita Sonne, 2, joint offer, in writing", "kjgd > kita1, 2, joint_offer, agreed"),
    // What is not understood is said, and not guessed.
    ("KJGD – Kita Sonne, 7", "kjgd > kita1, «7»"),
    ("KJGD – Kita Sonne, 3,5", "kjgd > kita1, 3, «5»"),
    ("KJGD – Kita Sonne, 2, eng und gut", "kjgd > kita1, 2, «eng und gut»"),
    ("KJGD – Kita Sonne, schriftlich, nicht schriftlich", "kjgd > kita1, agreed, «nicht schriftlich»"),
    // One name, none, an unknown one, one twice.
    ("RSD Süd Familienzentrum Lindenhof, 3", "!RSD Süd Familienzentrum Lindenhof, 3 ~fz > -"),
    ("RSD Süd", "rsd-sued > -"),
    ("– RSD Süd, 3", "- > rsd-sued, 3"),
    ("RSD Süd –", "rsd-sued > -"),
    ("RSD Süd – Bibliothek, 3, Vermittlung", "rsd-sued > !Bibliothek, 3, referral"),
    ("RSD Süd – Jug: Erziehungsberatung, 2", "rsd-sued > !Erziehungsberatung in jug, 2"),
    ("RSD Süd – Familenzentrum Lindenhof, 2", "rsd-sued > !Familenzentrum Lindenhof ~fz, 2"),
    ("RSD Mitte – KJGD, 2", "!RSD Mitte ~rsd-mitte > kjgd, 2"),
    ("RSD Süd – Familienbüro, 2", "rsd-sued > @frueher, 2"),
    ("RSD Süd – RSD Süd, 3", "rsd-sued > rsd-sued, 3"),
    ("R – KJGD, 2", "!R ~rsd-mitte rsd-nord rsd-sued > kjgd, 2"),
];

#[test]
fn a_line_is_taken_for_what_it_says() {
    let wrong: Vec<String> = FACTS
        .iter()
        .filter_map(|(line, fact)| {
            let taken = taken_for(line);
            (taken != *fact).then(|| format!("{line}\n  is {taken}\n  not {fact}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(FACTS.len() >= 40);
}

#[test]
fn any_text_is_read_without_a_fault() {
    let network = network();
    let phase = phase();
    let names = Names::of(&network, &phase);
    for line in [
        "",
        "–",
        "– –",
        ",,,",
        "\t\t",
        "a – – b",
        "mit mit mit",
        ":",
        "():",
        "(",
        "ä–",
    ] {
        understand(line, &names);
    }
    for times in [40, MAX_LINE] {
        understand(&"– a, mit ".repeat(times), &names);
    }
}

fn verdicts(lines: &[&str]) -> Vec<Verdict> {
    let day = "2025-03-12".parse().expect("a day");
    let lines = lines.iter().map(|text| QuickLine {
        text: (*text).to_owned(),
        ..QuickLine::default()
    });
    let judged = judge_lines(&network(), &phase(), day, lines.collect());
    judged.into_iter().map(|one| one.verdict).collect()
}

#[test]
fn each_line_is_judged_alone_and_beside_those_before_it() {
    let all = verdicts(&[
        "RSD Süd – KJGD, 3",
        "RSD Süd – KJGD, 3",
        "RSD Süd – KJGD, 4",
        "KJGD – RSD Süd, 4",
        "RSD Süd – RSD Süd, 4",
        "RSD Süd – Kita Sonne",
        "RSD – Kita Sonne, 3",
        "RSD Süd",
        "RSD Süd – Kita Sonne, 3, Quatsch",
    ]);
    let asked = |doubt: Doubt| Verdict::Unclear(vec![doubt]);
    assert!(matches!(&all[0], Verdict::Clear(changes) if changes.len() == 1));
    assert_eq!(all[1], Verdict::Repeats);
    assert_eq!(all[2], asked(Doubt::Contradicts));
    assert!(matches!(all[3], Verdict::Clear(_)), "the other side's own");
    assert_eq!(all[4], asked(Doubt::SelfTie));
    assert_eq!(all[5], asked(Doubt::Strength));
    assert_eq!(all[6], asked(Doubt::From));
    assert_eq!(all[7], asked(Doubt::OneName));
    assert_eq!(all[8], asked(Doubt::Part("Quatsch".to_owned())));
}
