//! Words for what an organisation is, how two are linked, and what was found of one.

use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::domain::organisation::{
    DueDiligence, Finding, LinkKind, OfferKind, OfferSide, Organisation, OrganisationKind,
};
use crate::t;
use chrono::{Months, NaiveDate};

/// What an organisation is.
pub fn organisation_kind(texts: &Texts, kind: OrganisationKind) -> &str {
    match kind {
        OrganisationKind::Partner => t!(texts, "organisation-kind-partner"),
        OrganisationKind::DiasporaAssociation => t!(texts, "organisation-kind-diaspora-association"),
        OrganisationKind::Ngo => t!(texts, "organisation-kind-ngo"),
        OrganisationKind::CivilSociety => t!(texts, "organisation-kind-civil-society"),
        OrganisationKind::LocalAuthority => t!(texts, "organisation-kind-local-authority"),
        OrganisationKind::Company => t!(texts, "organisation-kind-company"),
        OrganisationKind::University => t!(texts, "organisation-kind-university"),
        OrganisationKind::Funder => t!(texts, "organisation-kind-funder"),
    }
}

/// All kinds of organisations with their words.
pub fn organisation_kinds(texts: &Texts) -> Vec<(OrganisationKind, &str)> {
    OrganisationKind::ALL.iter().map(|kind| (*kind, organisation_kind(texts, *kind))).collect()
}

/// How an organisation is linked to the one that follows: "funds".
pub fn link_to(texts: &Texts, kind: LinkKind) -> &str {
    match kind {
        LinkKind::Hosts => t!(texts, "link-hosts"),
        LinkKind::Funds => t!(texts, "link-funds"),
        LinkKind::MemberOf => t!(texts, "link-member-of"),
        LinkKind::Refers => t!(texts, "link-refers"),
        LinkKind::Trains => t!(texts, "link-trains"),
        LinkKind::Supplies => t!(texts, "link-supplies"),
        LinkKind::Twin => t!(texts, "link-twin"),
    }
}

/// The same link read from its other end: "is funded by".
pub fn link_from(texts: &Texts, kind: LinkKind) -> &str {
    match kind {
        LinkKind::Hosts => t!(texts, "link-hosted-by"),
        LinkKind::Funds => t!(texts, "link-funded-by"),
        LinkKind::MemberOf => t!(texts, "link-has-member"),
        LinkKind::Refers => t!(texts, "link-referred-by"),
        LinkKind::Trains => t!(texts, "link-trained-by"),
        LinkKind::Supplies => t!(texts, "link-supplied-by"),
        LinkKind::Twin => t!(texts, "link-twin"),
    }
}

/// Days before its end from which an agreement is worth a look.
const AGREEMENT_SOON_DAYS: i64 = 120;

/// What the end of an agreement means today; an empty word where it is far off.
pub fn agreement(texts: &Texts, until: NaiveDate, today: NaiveDate) -> (Tone, &str) {
    match (until - today).num_days() {
        days if days < 0 => (Tone::Bad, t!(texts, "organisation-agreement-ended")),
        days if days <= AGREEMENT_SOON_DAYS => (Tone::Careful, t!(texts, "organisation-agreement-soon")),
        _ => (Tone::Neutral, ""),
    }
}

/// How a due diligence check came out.
pub fn due_diligence(texts: &Texts, outcome: DueDiligence) -> &str {
    match outcome {
        DueDiligence::Passed => t!(texts, "due-diligence-passed"),
        DueDiligence::Conditions => t!(texts, "due-diligence-conditions"),
        DueDiligence::Refused => t!(texts, "due-diligence-refused"),
    }
}

/// Months for which a due diligence check holds.
const CHECK_HOLDS: Months = Months::new(36);

/// What the last due diligence check means today; an empty word where nothing needs to be done.
pub fn due_diligence_now<'a>(texts: &'a Texts, organisation: &Organisation, today: NaiveDate) -> (Tone, &'a str) {
    let is_active = organisation.ceased_on.is_none_or(|day| day > today);
    match (organisation.due_diligence, organisation.due_diligence_on) {
        _ if !is_active => (Tone::Neutral, ""),
        (None, _) if organisation.kind == OrganisationKind::Partner => {
            (Tone::Careful, t!(texts, "due-diligence-missing"))
        }
        (Some(_), Some(day)) if day + CHECK_HOLDS < today => (Tone::Careful, t!(texts, "due-diligence-old")),
        _ => (Tone::Neutral, ""),
    }
}

/// Whether an organisation has something or looks for it.
pub fn offer_side(texts: &Texts, side: OfferSide) -> &str {
    match side {
        OfferSide::Offers => t!(texts, "offer-side-offers"),
        OfferSide::Needs => t!(texts, "offer-side-needs"),
    }
}

/// What is offered or needed.
pub fn offer_kind(texts: &Texts, kind: OfferKind) -> &str {
    match kind {
        OfferKind::Skill => t!(texts, "offer-kind-skill"),
        OfferKind::Language => t!(texts, "offer-kind-language"),
        OfferKind::Sector => t!(texts, "offer-kind-sector"),
        OfferKind::Money => t!(texts, "offer-kind-money"),
        OfferKind::Lodging => t!(texts, "offer-kind-lodging"),
        OfferKind::Other => t!(texts, "offer-kind-other"),
    }
}

/// What was found of one thing at a site visit.
pub fn finding(texts: &Texts, finding: Finding) -> (Tone, &str) {
    match finding {
        Finding::Good => (Tone::Good, t!(texts, "finding-good")),
        Finding::ToImprove => (Tone::Careful, t!(texts, "finding-to-improve")),
        Finding::Unfit => (Tone::Bad, t!(texts, "finding-unfit")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;

    #[test]
    fn an_agreement_is_marked_from_four_months_before_its_end() {
        let texts = Texts::new(Language::English);
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let tone = |until: &str| agreement(&texts, day(until), day("2027-01-01")).0;
        assert_eq!(tone("2026-12-31"), Tone::Bad);
        assert_eq!(tone("2027-01-01"), Tone::Careful);
        assert_eq!(tone("2027-05-01"), Tone::Careful);
        assert_eq!(tone("2027-05-02"), Tone::Neutral);
    }

    #[test]
    fn a_check_of_a_partner_is_asked_for_and_holds_three_years() {
        let texts = Texts::new(Language::English);
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let mut partner = Organisation::default();
        let word = |organisation: &Organisation| due_diligence_now(&texts, organisation, day("2027-01-01")).1;
        assert!(!word(&partner).is_empty());
        (partner.due_diligence, partner.due_diligence_on) = (Some(DueDiligence::Passed), Some(day("2024-01-01")));
        assert_eq!(word(&partner), "");
        partner.due_diligence_on = Some(day("2023-12-31"));
        assert!(!word(&partner).is_empty());
        partner.ceased_on = Some(day("2026-01-01"));
        assert_eq!(word(&partner), "", "the record is only kept");
        let funder = Organisation { kind: OrganisationKind::Funder, ..Organisation::default() };
        assert_eq!(word(&funder), "");
    }
}
