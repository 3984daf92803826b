//! Words for what an organisation is and how two are linked.

use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::domain::organisation::{LinkKind, OrganisationKind};
use crate::t;
use chrono::NaiveDate;

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
}
