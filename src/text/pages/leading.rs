//! What leaders read of a district: the picture, three findings, the change, one offer.

use crate::text::Lang;

/// The texts of the leaders' page.
pub struct LeadingPage {
    /// Over the headline, where it stands among others.
    pub whole: &'static str,
    /// Over the findings.
    pub findings: &'static str,
    /// Over the offer.
    pub offer: &'static str,
    /// Why it is this one.
    pub offer_why: &'static str,
    /// Where of no offer anything is missing.
    pub no_offer: &'static str,
    /// The way to the picture of the offer.
    pub offer_map: &'static str,
    /// The way to the handout as a file.
    pub handout: &'static str,
    /// The button that prints the page.
    pub print: &'static str,
    /// How to print where scripts do not run.
    pub print_by_hand: &'static str,
}

impl LeadingPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: LeadingPage = LeadingPage {
    whole: "Im Ganzen",
    findings: "Was auffällt",
    offer: "Ein Angebot",
    offer_why: "Bei keinem Angebot der Förderphase fehlt mehr: Bekanntheit in anderen Ämtern, eine Vermittlung, ein zweites Amt im Boot.",
    no_offer: "Bei keinem Angebot fehlt eine Angabe zu Bekanntheit, Vermittlung oder Trägerschaft.",
    offer_map: "Karte dieses Angebots",
    handout: "Tischvorlage (PDF)",
    print: "Seite drucken",
    print_by_hand: "Seite drucken: Strg + P",
};

static EN: LeadingPage = LeadingPage {
    whole: "On the whole",
    findings: "What stands out",
    offer: "One offer",
    offer_why: "No offer of the funding phase lacks more: being known elsewhere, referrals, a second office on board.",
    no_offer: "No offer lacks an entry on being known, on referrals or on who provides it.",
    offer_map: "Map of this offer",
    handout: "Handout (PDF)",
    print: "Print the page",
    print_by_hand: "Print the page: Ctrl + P",
};
