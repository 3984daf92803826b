//! The templates that every office begins with, as the field has them (FIELD: the checklists of UNV's field units and of
//! Peace Corps posts: papers before the flight, a briefing within 72 hours of arrival, talks four months before the end).

use super::{Anchor, Offset, Template, Unit};
use crate::domain::mission::Party;
use crate::domain::volunteer::ClearanceKind;

/// Missions from this length on, in weeks, have reviews, talks about an extension, and reminders months ahead.
const LONG: u16 = 26;
/// Missions longer than a year have a review each half year; a year is 53 weeks begun.
const OVER_A_YEAR: u16 = 54;

/// The names of the templates, and how they are said in French. A file holds the English ones, so that offices of either
/// language know each other's milestones.
const NAMES: [(&str, &str); 23] = [
    ("References", "Références"),
    ("Passport check", "Contrôle du passeport"),
    ("Medical examination", "Visite médicale"),
    ("Police check", "Casier judiciaire"),
    ("Safeguarding training", "Formation à la protection des personnes"),
    ("Visa or work permit", "Visa ou permis de travail"),
    ("Pre-departure training", "Formation avant le départ"),
    ("Flight booked", "Vol réservé"),
    ("Accommodation checked", "Logement vérifié"),
    ("Security briefing", "Consignes de sécurité"),
    ("Arrival confirmed", "Arrivée confirmée"),
    ("In-country orientation", "Accueil dans le pays"),
    ("Review after 3 months", "Bilan des 3 mois"),
    ("Mid-term review", "Bilan de mi-parcours"),
    ("Half-yearly review", "Bilan semestriel"),
    ("Extension talks", "Entretien sur la prolongation"),
    ("Contract ends in 3 months", "Fin de contrat dans 3 mois"),
    ("Contract ends in 2 months", "Fin de contrat dans 2 mois"),
    ("Contract ends in 15 days", "Fin de contrat dans 15 jours"),
    ("Final report", "Rapport final"),
    ("Debriefing", "Entretien de fin de mission"),
    ("Certificate", "Attestation"),
    ("Return follow-up", "Suivi après le retour"),
];

/// The name of a default template in French; nothing where a person gave the name.
pub(super) fn in_french(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(english, _)| *english == name).map(|(_, french)| *french)
}

pub(super) fn templates() -> Vec<Template> {
    use Anchor::{First, Last, Middle};
    use Party::{HeadOffice, Office, Partner, Volunteer};
    use Unit::{Days, Months, Weeks};
    let template = |name: &str, who, from, amount, unit| Template {
        name: name.to_owned(),
        who,
        offset: Offset { from, amount, unit },
        ..Template::default()
    };
    let paper = |name, who, weeks, kind| Template { closed_by: Some(kind), ..template(name, who, First, weeks, Weeks) };
    let abroad = |of: Template| Template { only_abroad: true, ..of };
    let long = |of: Template| Template { weeks_least: LONG, ..of };
    vec![
        paper("References", Office, -20, ClearanceKind::References),
        abroad(paper("Passport check", Office, -16, ClearanceKind::Passport)),
        paper("Medical examination", Volunteer, -12, ClearanceKind::Medical),
        Template {
            note: "At home and where the volunteer has lived".to_owned(),
            ..paper("Police check", Volunteer, -12, ClearanceKind::Police)
        },
        paper("Safeguarding training", Volunteer, -8, ClearanceKind::Safeguarding),
        abroad(Template {
            waits_for: vec!["Passport check".to_owned()],
            ..paper("Visa or work permit", Office, -8, ClearanceKind::Visa)
        }),
        template("Pre-departure training", HeadOffice, First, -4, Weeks),
        abroad(Template { after_clearances: true, ..template("Flight booked", Office, First, -3, Weeks) }),
        template("Accommodation checked", Partner, First, -2, Weeks),
        template("Security briefing", Office, First, 3, Days),
        template("Arrival confirmed", Partner, First, 3, Days),
        template("In-country orientation", Office, First, 2, Weeks),
        long(template("Review after 3 months", Office, First, 3, Months)),
        long(template("Mid-term review", Partner, Middle, 0, Days)),
        Template {
            every_months: Some(6),
            weeks_least: OVER_A_YEAR,
            ..template("Half-yearly review", Partner, First, 6, Months)
        },
        long(template("Extension talks", Office, Last, -4, Months)),
        long(template("Contract ends in 3 months", Office, Last, -3, Months)),
        long(template("Contract ends in 2 months", Office, Last, -2, Months)),
        template("Contract ends in 15 days", Office, Last, -15, Days),
        template("Final report", Volunteer, Last, -14, Days),
        template("Debriefing", Office, Last, -7, Days),
        template("Certificate", Office, Last, 0, Days),
        template("Return follow-up", HeadOffice, Last, 6, Months),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_template_and_no_other_name_is_said_in_french() {
        let names: Vec<String> = templates().into_iter().map(|template| template.name).collect();
        assert_eq!(names, NAMES.map(|(english, _)| english), "in the order of the templates");
        assert_eq!(in_french("Mid-term review"), Some("Bilan de mi-parcours"));
        assert_eq!(in_french("mid-term review"), None, "a person wrote that");
        assert_eq!(in_french("Bilan de mi-parcours"), None);
    }
}
