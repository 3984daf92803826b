//! The columns of a list of volunteers.

use super::entry::Entry;
use super::field::{AsValue, Field, Join, Shape, access, named, naming, plain, required};
use super::value::{SkillItem, Value};
use super::vocabulary::Vocabulary;
use crate::domain::reference::Language;
use crate::domain::text::fold;
use crate::domain::volunteer::{LanguageSkill, Level, Skill, Volunteer};
use crate::domain::{Id, Kind};

/// In the order of columns.
pub(super) const FIELDS: &[Field] = &[
    plain(
        "reference",
        ["Reference", "Référence"],
        &["Volunteer reference", "Ref", "Ref."],
        Shape::Text,
        access!(Volunteer.volunteer.reference),
    ),
    required(plain(
        "full_name",
        ["Full name", "Nom complet"],
        &["Name", "Volunteer", "Volunteer name", "Nom et prénom", "Nom du volontaire", "Vollständiger Name"],
        Shape::Text,
        access!(Volunteer.volunteer.full_name),
    )),
    plain(
        "given_name",
        ["Given name", "Prénom"],
        &["First name", "Given names", "Forename", "Christian name", "Prénoms", "Vorname", "Nombre", "Nome"],
        Shape::Text,
        access!(Volunteer.volunteer.given_name),
    ),
    plain(
        "family_name",
        ["Family name", "Nom de famille"],
        &[
            "Last name",
            "Surname",
            "Second name",
            "Nom",
            "Nachname",
            "Familienname",
            "Apellido",
            "Apellidos",
            "Sobrenome",
        ],
        Shape::Text,
        access!(Volunteer.volunteer.family_name),
    ),
    plain(
        "own_script_name",
        ["Name in own script", "Nom en écriture d'origine"],
        &["Local name", "Native name", "Name (local)", "Name in local script"],
        Shape::Text,
        access!(Volunteer.volunteer.own_script_name),
    ),
    plain(
        "sex",
        ["Sex", "Sexe"],
        &["Gender", "Genre", "Title", "Civilité", "Salutation", "Geschlecht", "Anrede", "M/F"],
        Shape::One(Vocabulary::Sex),
        access!(Volunteer.volunteer.sex),
    ),
    plain(
        "birth_date",
        ["Date of birth", "Date de naissance"],
        &[
            "DOB",
            "D.O.B.",
            "Birth date",
            "Birthdate",
            "Birthday",
            "Born",
            "Born on",
            "Né(e) le",
            "Geburtsdatum",
            "Fecha de nacimiento",
        ],
        Shape::Birth,
        access!(Volunteer.volunteer.birth_date),
    ),
    plain(
        "nationalities",
        ["Nationalities", "Nationalités"],
        &["Nationality", "Citizenship", "Citizen of", "Nationalité", "Staatsangehörigkeit"],
        Shape::Many(Vocabulary::Country),
        access!(Volunteer.volunteer.nationalities),
    ),
    plain(
        "passport_country",
        ["Passport of", "Passeport de"],
        &["Passport", "Passport country", "Country of passport", "Pays du passeport"],
        Shape::One(Vocabulary::Country),
        access!(Volunteer.volunteer.passport_country),
    ),
    plain(
        "residence",
        ["Country of residence", "Pays de résidence"],
        &["Home Country", "Residence", "Country", "Lives in", "Pays", "Wohnland", "Land", "País"],
        Shape::One(Vocabulary::Country),
        access!(Volunteer.volunteer.residence),
    ),
    Field {
        join: Join::Commas,
        ..plain(
            "residence_place",
            ["Town or address", "Ville ou adresse"],
            &[
                "Home Address",
                "Home L1",
                "Home L2",
                "Home L3",
                "Home L4",
                "Home Postcode",
                "Address",
                "Town",
                "City",
                "State",
                "District",
                "Location",
                "Province",
                "Region",
                "Adresse",
                "Ville",
                "Code postal",
                "Postcode",
                "Wohnort",
                "Anschrift",
            ],
            Shape::Text,
            access!(Volunteer.volunteer.residence_place),
        )
    },
    plain(
        "heritage",
        ["Countries of heritage", "Pays d'origine"],
        &["Heritage", "Country of heritage", "Country of origin", "Origins"],
        Shape::Many(Vocabulary::Country),
        access!(Volunteer.volunteer.heritage),
    ),
    naming(
        Kind::Organisation,
        plain(
            "diaspora_organisation",
            ["Diaspora association", "Association de la diaspora"],
            &["Diaspora organisation", "Diaspora organization"],
            Shape::Text,
            named!(Volunteer, volunteer.diaspora_organisation, diaspora_organisation),
        ),
    ),
    plain(
        "categories",
        ["Categories", "Catégories"],
        &["Category", "Volunteer category", "Volunteer type", "Catégorie", "Kategorie"],
        Shape::Many(Vocabulary::Category),
        access!(Volunteer.volunteer.categories),
    ),
    plain(
        "email",
        ["E-mail", "Courriel"],
        &["Email", "E-mail address", "Email address", "Mail", "Adresse électronique", "Adresse mail"],
        Shape::Email,
        access!(Volunteer.volunteer.email),
    ),
    plain(
        "phone",
        ["Telephone", "Téléphone"],
        &[
            "Phone",
            "Mobile Phone",
            "Mobile",
            "Phone number",
            "Cell phone",
            "Portable",
            "Telefon",
            "Handy",
            "Home phone",
        ],
        Shape::Text,
        access!(Volunteer.volunteer.phone),
    ),
    plain(
        "emergency_name",
        ["Emergency contact", "Contact d'urgence"],
        &["Emergency Contact Name", "Next of kin", "Personne à prévenir"],
        Shape::Text,
        access!(Volunteer.volunteer.emergency_name),
    ),
    plain(
        "emergency_relation",
        ["Relation of emergency contact", "Lien avec le contact d'urgence"],
        &["Emergency Contact Relationship", "Emergency relation"],
        Shape::Text,
        access!(Volunteer.volunteer.emergency_relation),
    ),
    plain(
        "emergency_phone",
        ["Telephone of emergency contact", "Téléphone du contact d'urgence"],
        &["Emergency Contact Phone", "Emergency phone", "Emergency number"],
        Shape::Text,
        access!(Volunteer.volunteer.emergency_phone),
    ),
    Field {
        spill: Some("occupation_title"),
        ..plain(
            "occupation",
            ["Occupation", "Métier"],
            &["Occupation Type", "ISCO", "ISCO-08", "Occupation code", "Beruf", "Profession code"],
            Shape::One(Vocabulary::Occupation),
            access!(Volunteer.volunteer.occupation),
        )
    },
    plain(
        "occupation_title",
        ["Occupation in own words", "Profession"],
        &["Job Title", "Profession", "Position", "Job", "Fonction", "Berufsbezeichnung"],
        Shape::Text,
        access!(Volunteer.volunteer.occupation_title),
    ),
    plain(
        "occupation_years",
        ["Years in occupation", "Années de métier"],
        &["Years of experience", "Experience (years)", "Années d'expérience"],
        Shape::Whole(80),
        access!(Volunteer.volunteer.occupation_years),
    ),
    plain(
        "education",
        ["Education", "Formation"],
        &["Highest education", "Education level", "Niveau d'études"],
        Shape::One(Vocabulary::Education),
        access!(Volunteer.volunteer.education),
    ),
    plain(
        "qualification",
        ["Qualification", "Diplôme"],
        &["Degree", "Field of study", "Diploma", "Qualifications", "Diplômes"],
        Shape::Text,
        access!(Volunteer.volunteer.qualification),
    ),
    plain(
        "languages",
        ["Languages", "Langues"],
        &["Language", "Languages spoken", "Language skills", "Langue", "Langues parlées", "Sprachen"],
        Shape::Languages,
        access!(Volunteer, |entry| languages(&entry.languages), |entry, value| {
            if let Value::Languages(wanted) = value {
                set_languages(entry.volunteer.id, &mut entry.languages, wanted);
            }
        }),
    ),
    plain(
        "skills",
        ["Skills", "Compétences"],
        &["Skill", "Competencies", "Compétence", "Fähigkeiten", "Kenntnisse"],
        Shape::Skills,
        access!(Volunteer, |entry| skills(&entry.skills), |entry, value| {
            if let Value::Skills(wanted) = value {
                set_skills(entry.volunteer.id, &mut entry.skills, wanted);
            }
        }),
    ),
    plain(
        "available_from",
        ["Available from", "Disponible du"],
        &["Availability from", "Start of availability", "Disponible à partir du", "Verfügbar ab"],
        Shape::Date,
        access!(Volunteer.volunteer.available_from),
    ),
    plain(
        "available_until",
        ["Available until", "Disponible jusqu'au"],
        &["Availability until", "End of availability", "Available to", "Verfügbar bis"],
        Shape::Date,
        access!(Volunteer.volunteer.available_until),
    ),
    plain(
        "weeks_least",
        ["Least weeks", "Semaines au moins"],
        &["Minimum weeks", "Min weeks", "Minimum duration (weeks)"],
        Shape::Whole(1000),
        access!(Volunteer.volunteer.weeks_least),
    ),
    plain(
        "weeks_most",
        ["Most weeks", "Semaines au plus"],
        &["Maximum weeks", "Max weeks", "Maximum duration (weeks)"],
        Shape::Whole(1000),
        access!(Volunteer.volunteer.weeks_most),
    ),
    plain(
        "availability_asked",
        ["Availability asked on", "Disponibilité demandée le"],
        &["Availability as of"],
        Shape::Date,
        access!(Volunteer.volunteer.availability_asked),
    ),
    plain(
        "preferred_countries",
        ["Preferred countries", "Pays préférés"],
        &["Preferred country", "Country preference", "Country preferences"],
        Shape::Many(Vocabulary::Country),
        access!(Volunteer.volunteer.preferred_countries),
    ),
    plain(
        "preferred_regions",
        ["Preferred regions", "Régions préférées"],
        &["Preferred region", "Region preference"],
        Shape::Many(Vocabulary::Region),
        access!(Volunteer.volunteer.preferred_regions),
    ),
    plain(
        "preferred_sectors",
        ["Preferred sectors", "Secteurs préférés"],
        &["Preferred sector", "Sector preference", "Sector", "Secteur"],
        Shape::Many(Vocabulary::Sector),
        access!(Volunteer.volunteer.preferred_sectors),
    ),
    plain(
        "ruled_out",
        ["Countries ruled out", "Pays exclus"],
        &["Excluded countries", "Does not go to"],
        Shape::Many(Vocabulary::Country),
        access!(Volunteer.volunteer.ruled_out),
    ),
    plain(
        "medically_unsupported",
        ["Countries without medical support", "Pays sans soutien médical"],
        &["Medically unsupported countries"],
        Shape::Many(Vocabulary::Country),
        access!(Volunteer.volunteer.medically_unsupported),
    ),
    plain(
        "accompanied",
        ["Accompanied", "Accompagné"],
        &["Comes with partner", "Accompanied by partner"],
        Shape::Flag,
        access!(Volunteer.volunteer.accompanied),
    ),
    plain(
        "dependants",
        ["Dependants", "Personnes à charge"],
        &["Number of Children", "Children", "Dependents", "Enfants"],
        Shape::Whole(50),
        access!(Volunteer.volunteer.dependants),
    ),
    plain(
        "consent_on",
        ["Consent given on", "Consentement donné le"],
        &["Consent", "Consent date"],
        Shape::Date,
        access!(Volunteer.volunteer.consent_on),
    ),
    plain(
        "keep_until",
        ["Keep until", "À conserver jusqu'au"],
        &["Retention date", "Erase after"],
        Shape::Date,
        access!(Volunteer.volunteer.keep_until),
    ),
    plain(
        "standing",
        ["Standing", "Situation"],
        &["Status", "Volunteer status", "Statut"],
        Shape::One(Vocabulary::Standing),
        access!(Volunteer.volunteer.standing),
    ),
    plain(
        "notes",
        ["Notes", "Remarques"],
        &[
            "Note",
            "Remarks",
            "Comments",
            "Availability Comments",
            "Availability Weekly Hours",
            "Organisation",
            "Teams",
            "Age",
            "Commentaires",
            "Bemerkungen",
        ],
        Shape::Paragraphs,
        access!(Volunteer.volunteer.notes),
    ),
];

fn languages(languages: &[LanguageSkill]) -> Value {
    if languages.is_empty() {
        return Value::Nothing;
    }
    Value::Languages(languages.iter().map(|one| (one.language.code(), one.level.map(Level::code))).collect())
}

/// Keeps the row of a language that was known before, so that its history goes on.
fn set_languages(of: Id, known: &mut Vec<LanguageSkill>, wanted: &[(&'static str, Option<&'static str>)]) {
    let mut before = std::mem::take(known);
    for (code, level) in wanted {
        let Some(language) = Language::parse_code(code) else { continue };
        let level = level.and_then(Level::parse);
        let skill = match before.iter().position(|one| one.language == language) {
            Some(at) => LanguageSkill { level, ..before.swap_remove(at) },
            None => LanguageSkill { id: Id::random(), of, language, level },
        };
        known.push(skill);
    }
}

fn skills(skills: &[Skill]) -> Value {
    let item = |skill: &Skill| SkillItem { name: skill.name.clone(), level: skill.level, years: skill.years };
    if skills.is_empty() { Value::Nothing } else { Value::Skills(skills.iter().map(item).collect()) }
}

fn set_skills(of: Id, known: &mut Vec<Skill>, wanted: &[SkillItem]) {
    let mut before = std::mem::take(known);
    for item in wanted {
        let id = match before.iter().position(|one| fold(&one.name) == fold(&item.name)) {
            Some(at) => before.swap_remove(at).id,
            None => Id::random(),
        };
        known.push(Skill { id, of, name: item.name.clone(), level: item.level, years: item.years });
    }
}

/// The full name where a list has only its parts. A name that was put together before follows its parts; one that a
/// person wrote stays.
pub(super) fn complete_name(before: Option<&Volunteer>, volunteer: &mut Volunteer) {
    let joined =
        |volunteer: &Volunteer| format!("{} {}", volunteer.given_name, volunteer.family_name).trim().to_owned();
    let was_joined = before.is_none_or(|before| before.full_name == joined(before));
    if volunteer.full_name.is_empty() || (was_joined && !joined(volunteer).is_empty()) {
        volunteer.full_name = joined(volunteer);
    }
}
