//! The English template.

use super::{TableWords, Template};

pub(super) const WORDS: Template = Template {
    title: "Who works with whom? Template for the cooperation network of a district",
    read_me: "Read me",
    lines: [
        (
            "First of all",
            "Before the first entry: get the mandate of the city councillor in charge, and involve the data protection officer and the staff council.",
        ),
        (
            "Order",
            "Fill in the sheets from left to right: departments, actors, offers, cooperations. To begin with, one offer that you know well and those who take part in it are enough.",
        ),
        (
            "Columns",
            "Please fill in the columns with a *; all others may stay empty. A semicolon separates several entries in a cell: 0–3; 3–6. A note at each heading says what the column means.",
        ),
        (
            "Actors",
            "An actor is a function, a team or a facility, not a person: “Early help network coordination”.",
        ),
        (
            "No names, no cases",
            "Please do not enter people's names in any sheet, nor anything about individual families or children.",
        ),
        (
            "Strength",
            "How does your function work with …? Please give the highest level of the last 12 months. Higher is not better.",
        ),
        (
            "Empty is not 0",
            "Empty means “I don't know” or “not stated”. 0 means that there was no contact.",
        ),
        (
            "Examples",
            "The grey rows with “Example:” are invented and are not imported. You may leave, overwrite or delete them.",
        ),
        (
            "Who sees what",
            "The core team sees the entries of the functions. Leaders see only a released version, and in it only departments. Other districts see none of it.",
        ),
        (
            "Then",
            "Save the file and import it on your district's page. The entries are for the current funding phase. You see every change before it is applied; one click undoes everything.",
        ),
    ],
    scale_line: 5,
    not_listed: [
        (
            "Not in the list yet",
            "This is not in the sheet departments yet. Please add it there, preferably first. Enter it anyway?",
        ),
        (
            "Not in the list yet",
            "This is not in the sheet actors yet. Please add it there, preferably first. Enter it anyway?",
        ),
    ],
    new_section: (
        "A new section?",
        "There is no such section here yet. Enter it anyway?",
    ),
    not_exported: (
        "A new name?",
        "This name was not in the list when the file was exported. Enter it anyway?",
    ),
    entered: (
        "Already entered",
        "Your district’s organisations are in their sheet, with their kind; its functions, sections and offers are in the drop-down lists. Enter only what is new or has changed.",
    ),
    kind: (
        "kind",
        "Kind",
        "Function, team, organisation, body or volunteers; empty means function.",
    ),
    kind_of_example: [
        "Function",
        "Function",
        "Function",
        "Function",
        "Organisation",
    ],
    not_known: ("Please choose from the list", "Possible values: "),
    strength: (
        "Strength 0–5",
        "0 No contact\n1 We know each other\n2 We inform each other\n3 We align our work\n4 We carry out together\n5 We plan and steer together\nempty: I don't know / not stated\n\nHighest level of the last 12 months. Higher is not better.",
    ),
    departments: TableWords {
        columns: &[
            (
                "name",
                "Name*",
                "The full name, as it should appear in the other sheets too.",
            ),
            ("short_name", "Short name", "A short name for the map."),
            (
                "kind",
                "Kind*",
                "Please choose from the list. Office, service unit, other unit and commissioner belong to the district authority.",
            ),
            (
                "division",
                "Division",
                "The division of the district authority, such as III. Leave empty for others.",
            ),
            (
                "policy_field",
                "Policy field",
                "Such as youth, health, schools, social affairs.",
            ),
        ],
        examples: &[
            &["Youth office", "Youth", "Office", "III", "Youth"],
            &["Health office", "Health", "Office", "IV", "Health"],
            &[
                "Health planning unit",
                "Planning",
                "Other unit",
                "IV",
                "Health",
            ],
            &[
                "School and sports office",
                "School",
                "Office",
                "II",
                "Schools",
            ],
            &["Lindenhof gGmbH", "", "Provider", "", ""],
        ],
    },
    actors: TableWords {
        columns: &[
            (
                "name",
                "Name*",
                "A function, a team or a facility, not a person.",
            ),
            (
                "department",
                "Department*",
                "Please choose from the list; it shows what is in the sheet departments.",
            ),
            (
                "section",
                "Section",
                "The unit inside the department. Without it, boundaries within large offices stay invisible.",
            ),
            (
                "level",
                "Level",
                "operative: works with families\ncoordinating: brings others together\nleading: decides",
            ),
            (
                "core_team",
                "Core team",
                "yes, if it is part of the core team.",
            ),
            (
                "answered",
                "Answered",
                "yes, if the function itself reported its cooperation; no, if that is still missing.",
            ),
        ],
        examples: &[
            &[
                "Early help network coordination",
                "Youth office",
                "Early help",
                "coordinating",
                "yes",
                "yes",
            ],
            &[
                "Social service South, team lead",
                "Youth office",
                "Social service",
                "leading",
                "no",
                "no",
            ],
            &[
                "First home visit",
                "Health office",
                "Child health",
                "operative",
                "no",
                "yes",
            ],
            &[
                "Health promotion coordination",
                "Health planning unit",
                "",
                "coordinating",
                "yes",
                "yes",
            ],
            &[
                "Lindenhof family centre",
                "Lindenhof gGmbH",
                "",
                "operative",
                "no",
                "yes",
            ],
        ],
    },
    offers: TableWords {
        columns: &[
            (
                "name",
                "Name*",
                "An offer for families, by the name under which it is known.",
            ),
            (
                "life_phases",
                "Life phases*",
                "Pregnancy & birth; 0–3; 3–6; 6–10; 10–14; 14–18/27: the age of the children in years. Several with semicolons.",
            ),
            (
                "fields",
                "Fields*",
                "Participation; Education; Growing up healthy; Material security. Several with semicolons.",
            ),
            (
                "providers",
                "Providers*",
                "Who carries out the offer: a function or facility, a section or a department. Several with semicolons.",
            ),
            (
                "responsible",
                "Responsible*",
                "The office in whose field the offer lies, even where a provider carries it out.",
            ),
            (
                "known_to",
                "Known to",
                "Which functions, sections or departments know the offer. Several with semicolons.",
            ),
            (
                "referred_by",
                "Referred by",
                "Who refers families to this offer. Several with semicolons.",
            ),
            ("target_group", "Target group", "Whom the offer is for."),
            (
                "area",
                "Area",
                "Where it takes place; empty for the whole district.",
            ),
            ("funding", "Funding", "How the offer is paid for."),
        ],
        examples: &[
            &[
                "Language support without day care",
                "3–6",
                "Education",
                "Lindenhof family centre",
                "Health planning unit",
                "Child health",
                "Child health",
                "Children without day care",
                "Lindenviertel",
                "District funds",
            ],
            &[
                "First home visit",
                "0–3",
                "Growing up healthy",
                "Child health",
                "Health office",
                "Social service",
                "",
                "Families with newborns",
                "",
                "District funds",
            ],
            &[
                "Open gym",
                "3–6; 6–10",
                "Growing up healthy",
                "Lindenhof gGmbH",
                "Health planning unit",
                "",
                "",
                "",
                "",
                "",
            ],
            &[
                "Family café",
                "0–3",
                "Participation",
                "Lindenhof family centre",
                "Youth office",
                "Early help",
                "Child health",
                "",
                "",
                "",
            ],
            &[
                "Help with benefit forms",
                "6–10",
                "Material security",
                "School and sports office",
                "School and sports office",
                "",
                "",
                "",
                "",
                "",
            ],
        ],
    },
    cooperations: TableWords {
        columns: &[
            (
                "from",
                "From*",
                "Whose statement it is. The list shows what is in the sheet actors.",
            ),
            (
                "to",
                "To*",
                "With which function or facility it works. What the other side says is a row of its own.",
            ),
            (
                "strength",
                "Strength 0–5 (empty = not stated)",
                "The highest level of the last 12 months; the levels are explained in the sheet “Read me”. Empty means: I don't know or not stated.",
            ),
            (
                "kinds",
                "Kinds",
                "Information; Referral; Joint offer; Joint planning; Joint funding; Committee; Other. Several with semicolons.",
            ),
            (
                "binding",
                "Binding",
                "yes, if there is a written agreement.",
            ),
            (
                "offers",
                "Offers",
                "Which offer in the sheet offers it is about. Several with semicolons.",
            ),
            ("since", "Since", "A year is enough, such as 2020."),
            (
                "through_core_team",
                "Through core team",
                "yes, if the core team brought the cooperation about.",
            ),
        ],
        examples: &[
            &[
                "Early help network coordination",
                "Health promotion coordination",
                "5",
                "Joint planning",
                "yes",
                "Family café",
                "2020",
                "no",
            ],
            &[
                "First home visit",
                "Lindenhof family centre",
                "2",
                "Referral",
                "no",
                "Family café",
                "2024",
                "yes",
            ],
            &[
                "Social service South, team lead",
                "First home visit",
                "",
                "Information",
                "no",
                "",
                "",
                "",
            ],
        ],
    },
};
