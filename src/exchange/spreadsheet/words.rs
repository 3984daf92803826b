//! Words for the closed lists of the domain: those that stand in real tables, and those that are written in French.

use super::vocabulary::Vocabulary;

impl Vocabulary {
    /// The French word for a code of a closed list.
    pub(super) fn french(self, code: &str) -> Option<&'static str> {
        FRENCH.iter().find(|(vocabulary, of, _)| *vocabulary == self && *of == code).map(|(_, _, word)| *word)
    }

    /// The code of a closed list that a word of real tables means; the word folded, with hyphens for blanks.
    pub(super) fn by_word(self, folded: &str) -> Option<&'static str> {
        WORDS
            .iter()
            .find(|(vocabulary, _, words)| *vocabulary == self && words.contains(&folded))
            .map(|(_, code, _)| *code)
    }
}

/// Words of real tables for the closed lists: English, French, German. Folded, with hyphens for blanks.
const WORDS: [(Vocabulary, &str, &[&str]); 59] = [
    (Vocabulary::Category, "international", &["expatriate", "expat", "overseas", "foreign"]),
    (Vocabulary::Category, "national", &["local", "domestic"]),
    (Vocabulary::Category, "youth", &["young", "jeune", "jeunes", "junior"]),
    (Vocabulary::Category, "diaspora", &["heritage"]),
    (Vocabulary::Education, "primary", &["primary-school", "primaire", "elementary"]),
    (
        Vocabulary::Education,
        "secondary",
        &["secondary-school", "high-school", "secondaire", "baccalaureat", "bac", "abitur"],
    ),
    (
        Vocabulary::Education,
        "vocational",
        &["vocational-training", "trade", "professionnelle", "apprenticeship", "diploma"],
    ),
    (
        Vocabulary::Education,
        "bachelor",
        &[
            "bachelors",
            "bachelor's",
            "ba",
            "bsc",
            "b.a.",
            "b.sc.",
            "licence",
            "degree",
            "university",
            "bachelor's-degree",
        ],
    ),
    (
        Vocabulary::Education,
        "master",
        &["masters", "master's", "ma", "msc", "m.a.", "m.sc.", "mba", "maitrise", "master's-degree"],
    ),
    (Vocabulary::Education, "doctorate", &["phd", "ph.d.", "doctor", "doctorat", "md"]),
    (Vocabulary::Standing, "ready", &["active", "available", "actif", "disponible", "disponivel"]),
    (Vocabulary::Standing, "applied", &["applicant", "candidate", "candidat", "new"]),
    (
        Vocabulary::Standing,
        "resting",
        &["inactive", "unavailable", "on-hold", "inactif", "indisponible", "indisponivel"],
    ),
    (Vocabulary::Standing, "refused", &["rejected", "refuse"]),
    (Vocabulary::Standing, "left", &["former", "alumni", "ancien"]),
    (Vocabulary::OrganisationKind, "partner", &["host", "employer", "partenaire"]),
    (
        Vocabulary::OrganisationKind,
        "ngo",
        &["ong", "ingo", "international-ngo", "national-ngo", "nonprofit", "charity"],
    ),
    (Vocabulary::OrganisationKind, "civil-society", &["cso", "cbo", "association", "societe-civile"]),
    (Vocabulary::OrganisationKind, "local-authority", &["local-government", "municipality", "commune", "government"]),
    (Vocabulary::OrganisationKind, "company", &["private-sector", "private", "business", "entreprise"]),
    (Vocabulary::OrganisationKind, "university", &["college", "academic", "universite"]),
    (Vocabulary::OrganisationKind, "funder", &["donor", "foundation", "bailleur"]),
    (
        Vocabulary::OrganisationKind,
        "diaspora-association",
        &["diaspora", "diaspora-organisation", "diaspora-organization"],
    ),
    (Vocabulary::Priority, "urgent", &["high", "haute", "elevee"]),
    (Vocabulary::Priority, "normal", &["medium", "moyenne", "normale"]),
    (Vocabulary::Priority, "low", &["basse", "faible"]),
    (Vocabulary::PlacementStatus, "open", &["unfilled", "vacant", "ouvert", "published"]),
    (Vocabulary::PlacementStatus, "filled", &["pourvu", "occupied"]),
    (Vocabulary::PlacementStatus, "closed", &["ferme", "clos", "completed"]),
    (Vocabulary::DueDiligence, "passed", &["ok", "pass", "cleared", "approved", "yes"]),
    (Vocabulary::DueDiligence, "refused", &["failed", "rejected", "no"]),
    (Vocabulary::PracticeStage, "innovation", &["new", "pilot", "innovative", "pilote"]),
    (Vocabulary::PracticeStage, "promising", &["prometteur", "promising-practice"]),
    (Vocabulary::PracticeStage, "good", &["good-practice", "proven", "bonne-pratique", "eprouvee"]),
    (Vocabulary::LinkKind, "hosts", &["host", "hosting", "accueil"]),
    (Vocabulary::LinkKind, "funds", &["funder", "donor", "funding", "finances", "bailleur"]),
    (Vocabulary::LinkKind, "member-of", &["member", "membership", "membre", "affiliate"]),
    (Vocabulary::LinkKind, "refers", &["refers-to", "referral", "referrer"]),
    (Vocabulary::LinkKind, "trains", &["trainer", "training", "formation"]),
    (Vocabulary::LinkKind, "supplies", &["supplier", "fournisseur"]),
    (Vocabulary::LinkKind, "twin", &["twinned-with", "twinning", "jumelage", "jumele"]),
    (Vocabulary::OfferSide, "offers", &["offer", "offered", "has", "gives", "offert", "propose"]),
    (Vocabulary::OfferSide, "needs", &["need", "needed", "wanted", "looks-for", "seeks", "besoin", "cherche"]),
    (Vocabulary::OfferKind, "skill", &["skills", "expertise", "competences", "know-how"]),
    (Vocabulary::OfferKind, "language", &["languages", "interpreting", "langues"]),
    (Vocabulary::OfferKind, "sector", &["sectors", "secteur"]),
    (Vocabulary::OfferKind, "money", &["funding", "funds", "grant", "cash", "financement"]),
    (Vocabulary::OfferKind, "lodging", &["housing", "accommodation", "hebergement"]),
    (Vocabulary::Finding, "good", &["ok", "yes", "fine", "satisfactory", "oui", "satisfaisant"]),
    (Vocabulary::Finding, "to-improve", &["improve", "needs-improvement", "partly", "fair", "moyen"]),
    (Vocabulary::Finding, "unfit", &["bad", "no", "poor", "unsuitable", "non", "mauvais"]),
    (Vocabulary::ReplicationResult, "worked", &["success", "successful", "yes", "reussi", "reussie"]),
    (Vocabulary::ReplicationResult, "in-part", &["partly", "partial", "partially", "partiel", "partiellement"]),
    (Vocabulary::ReplicationResult, "failed", &["failure", "no", "did-not-work", "echec"]),
    (Vocabulary::ReplicationResult, "too-early", &["ongoing", "in-progress", "too-early-to-say", "en-cours"]),
    (Vocabulary::AgeBand, "under-15", &["children", "child", "0-14", "<15", "enfants"]),
    (Vocabulary::AgeBand, "15-24", &["youth", "young-people", "jeunes"]),
    (Vocabulary::AgeBand, "25-59", &["adult", "adults", "adultes"]),
    (Vocabulary::AgeBand, "60-plus", &["60+", "60-and-older", "older", "elderly", "aines"]),
];

/// The French word of each code of the closed lists, as the window says it; what has none is written by its code.
const FRENCH: [(Vocabulary, &str, &str); 72] = [
    (Vocabulary::Sex, "female", "femme"),
    (Vocabulary::Sex, "male", "homme"),
    (Vocabulary::Sex, "other", "autre"),
    (Vocabulary::Level, "native", "langue maternelle"),
    (Vocabulary::Category, "international", "international"),
    (Vocabulary::Category, "national", "national"),
    (Vocabulary::Category, "youth", "jeunesse"),
    (Vocabulary::Category, "diaspora", "diaspora"),
    (Vocabulary::Education, "primary", "école primaire"),
    (Vocabulary::Education, "secondary", "école secondaire"),
    (Vocabulary::Education, "vocational", "formation professionnelle"),
    (Vocabulary::Education, "bachelor", "licence"),
    (Vocabulary::Education, "master", "master"),
    (Vocabulary::Education, "doctorate", "doctorat"),
    (Vocabulary::Standing, "applied", "candidat"),
    (Vocabulary::Standing, "assessed", "évalué"),
    (Vocabulary::Standing, "ready", "prêt"),
    (Vocabulary::Standing, "resting", "en pause"),
    (Vocabulary::Standing, "refused", "refusé"),
    (Vocabulary::Standing, "left", "parti"),
    (Vocabulary::OrganisationKind, "partner", "partenaire"),
    (Vocabulary::OrganisationKind, "diaspora-association", "association de diaspora"),
    (Vocabulary::OrganisationKind, "ngo", "ONG"),
    (Vocabulary::OrganisationKind, "civil-society", "groupe de la société civile"),
    (Vocabulary::OrganisationKind, "local-authority", "collectivité locale"),
    (Vocabulary::OrganisationKind, "company", "entreprise privée"),
    (Vocabulary::OrganisationKind, "university", "université"),
    (Vocabulary::OrganisationKind, "funder", "bailleur"),
    (Vocabulary::Priority, "urgent", "urgent"),
    (Vocabulary::Priority, "normal", "normal"),
    (Vocabulary::Priority, "low", "peu pressé"),
    (Vocabulary::PlacementStatus, "draft", "brouillon"),
    (Vocabulary::PlacementStatus, "submitted", "soumis"),
    (Vocabulary::PlacementStatus, "changes-asked", "à revoir"),
    (Vocabulary::PlacementStatus, "approved", "approuvé"),
    (Vocabulary::PlacementStatus, "open", "ouvert"),
    (Vocabulary::PlacementStatus, "filled", "pourvu"),
    (Vocabulary::PlacementStatus, "closed", "clos"),
    (Vocabulary::PlacementStatus, "cancelled", "annulé"),
    (Vocabulary::DueDiligence, "passed", "rien ne s'y oppose"),
    (Vocabulary::DueDiligence, "conditions", "sous conditions"),
    (Vocabulary::DueDiligence, "refused", "refusé"),
    (Vocabulary::PracticeStage, "innovation", "innovation"),
    (Vocabulary::PracticeStage, "promising", "prometteuse"),
    (Vocabulary::PracticeStage, "good", "bonne"),
    (Vocabulary::PracticeStage, "institutionalised", "institutionnalisée"),
    (Vocabulary::LinkKind, "hosts", "accueille des volontaires de"),
    (Vocabulary::LinkKind, "funds", "finance"),
    (Vocabulary::LinkKind, "member-of", "est membre de"),
    (Vocabulary::LinkKind, "refers", "adresse des volontaires à"),
    (Vocabulary::LinkKind, "trains", "forme des personnes de"),
    (Vocabulary::LinkKind, "supplies", "fournit"),
    (Vocabulary::LinkKind, "twin", "est jumelée avec"),
    (Vocabulary::OfferSide, "offers", "offre"),
    (Vocabulary::OfferSide, "needs", "recherche"),
    (Vocabulary::OfferKind, "skill", "compétence"),
    (Vocabulary::OfferKind, "language", "langue"),
    (Vocabulary::OfferKind, "sector", "travail dans un secteur"),
    (Vocabulary::OfferKind, "money", "argent"),
    (Vocabulary::OfferKind, "lodging", "logement"),
    (Vocabulary::OfferKind, "other", "autre"),
    (Vocabulary::Finding, "good", "bon"),
    (Vocabulary::Finding, "to-improve", "à améliorer"),
    (Vocabulary::Finding, "unfit", "inapte"),
    (Vocabulary::ReplicationResult, "worked", "a marché"),
    (Vocabulary::ReplicationResult, "in-part", "en partie"),
    (Vocabulary::ReplicationResult, "failed", "n’a pas marché"),
    (Vocabulary::ReplicationResult, "too-early", "trop tôt pour le dire"),
    (Vocabulary::AgeBand, "under-15", "moins de 15 ans"),
    (Vocabulary::AgeBand, "15-24", "15 à 24 ans"),
    (Vocabulary::AgeBand, "25-59", "25 à 59 ans"),
    (Vocabulary::AgeBand, "60-plus", "60 ans et plus"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_for_codes_that_there_are() {
        let french = FRENCH.map(|(vocabulary, code, _)| (vocabulary, code));
        for (vocabulary, code) in WORDS.map(|(vocabulary, code, _)| (vocabulary, code)).into_iter().chain(french) {
            assert!(vocabulary.parse(code).is_some(), "{vocabulary:?} {code}");
        }
    }
}
