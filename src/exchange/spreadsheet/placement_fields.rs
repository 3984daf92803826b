//! The columns of a list of placements.

use super::entry::{Entry, PlacementEntry};
use super::field::{AsValue, Field, Join, Shape, access, named, naming, plain, required};
use super::organisation_fields::{position, set_position};
use super::value::{SkillItem, Value};
use super::vocabulary::Vocabulary;
use crate::domain::placement::{Requirement, RequirementKind, Weight};
use crate::domain::reference::Language;
use crate::domain::text::fold;
use crate::domain::volunteer::Level;
use crate::domain::{Id, Kind};

/// A requirement column: what is asked for, and whether it decides.
macro_rules! required {
    ($kind:ident, $weight:ident) => {
        access!(Placement, |entry| requirements(entry, RequirementKind::$kind, Weight::$weight), |entry, value| {
            set_requirements(entry, RequirementKind::$kind, Weight::$weight, value);
        })
    };
}

/// In the order of columns.
pub(super) const FIELDS: &[Field] = &[
    plain(
        "reference",
        ["Reference", "Référence"],
        &["Placement reference", "Ref", "Ref."],
        Shape::Text,
        access!(Placement.placement.reference),
    ),
    plain(
        "foreign_reference",
        ["Foreign reference", "Référence externe"],
        &[
            "Partner reference",
            "Own reference",
            "Post number",
            "Request number",
            "Vacancy number",
            "VRF",
            "Job number",
            "PROJ_NO",
        ],
        Shape::Text,
        access!(Placement.placement.foreign_reference),
    ),
    required(plain(
        "title",
        ["Title", "Intitulé"],
        &[
            "Placement",
            "Placement title",
            "Post",
            "Post title",
            "Position",
            "Position title",
            "Role",
            "Job title",
            "Intitulé du poste",
            "Poste",
            "Titre",
            "Stelle",
        ],
        Shape::Text,
        access!(Placement.placement.title),
    )),
    naming(
        Kind::Organisation,
        plain(
            "organisation",
            ["Organisation", "Organisation partenaire"],
            &[
                "Organization",
                "Partner",
                "Partner organisation",
                "Host organisation",
                "Host organization",
                "Host",
                "Employer",
                "Partenaire",
            ],
            Shape::Text,
            named!(Placement, placement.organisation, organisation),
        ),
    ),
    required(plain(
        "country",
        ["Country", "Pays"],
        &["Country of service", "Host country", "Duty country", "Pays d'affectation", "Land", "País"],
        Shape::One(Vocabulary::Country),
        access!(Placement.placement.country),
    )),
    Field {
        join: Join::Commas,
        ..plain(
            "duty_station",
            ["Duty station", "Lieu d'affectation"],
            &["Town", "City", "Location", "Site", "Place", "District", "Ville", "Lieu", "Ort"],
            Shape::Text,
            access!(Placement.placement.duty_station),
        )
    },
    plain(
        "latitude",
        ["Latitude", "Latitude"],
        &["Lat"],
        Shape::Degrees(90),
        access!(Placement, |entry| position(entry.placement.position, |at| at.latitude), |entry, value| {
            set_position(&mut entry.placement.position, value, |at| &mut at.latitude);
        }),
    ),
    plain(
        "longitude",
        ["Longitude", "Longitude"],
        &["Lon", "Lng", "Long"],
        Shape::Degrees(180),
        access!(Placement, |entry| position(entry.placement.position, |at| at.longitude), |entry, value| {
            set_position(&mut entry.placement.position, value, |at| &mut at.longitude);
        }),
    ),
    plain(
        "occupation",
        ["Occupation", "Métier"],
        &["Request Type", "ISCO", "ISCO-08", "Occupation code", "Profession", "Beruf"],
        Shape::One(Vocabulary::Occupation),
        access!(Placement.placement.occupation),
    ),
    plain(
        "sector",
        ["Sector", "Secteur"],
        &["CRS purpose code", "Sektor", "Programme area", "Program area"],
        Shape::One(Vocabulary::Sector),
        access!(Placement.placement.sector),
    ),
    plain(
        "places",
        ["Places", "Places"],
        &[
            "Volunteers Requested (PCV, PCR, and TCR reqs only)",
            "Volunteers Requested",
            "Number of volunteers",
            "Positions",
            "Number of positions",
            "Number of places",
            "Vacancies",
            "Nombre de places",
            "Nombre de postes",
            "Plätze",
        ],
        Shape::Whole(9999),
        access!(Placement, |entry| Value::Whole(entry.placement.places.into()), |entry, value| {
            if let Value::Whole(places) = value {
                entry.placement.places = u16::try_from(*places).unwrap_or(u16::MAX);
            }
        }),
    ),
    plain(
        "places_filled_elsewhere",
        ["Places filled elsewhere", "Places pourvues ailleurs"],
        &["Places filled", "Positions filled", "Filled"],
        Shape::Whole(9999),
        access!(Placement, |entry| Value::Whole(entry.placement.places_filled_elsewhere.into()), |entry, value| {
            if let Value::Whole(places) = value {
                entry.placement.places_filled_elsewhere = u16::try_from(*places).unwrap_or(u16::MAX);
            }
        }),
    ),
    plain(
        "places_free",
        ["Free places", "Places libres"],
        &[
            "Positions Remaining",
            "Places remaining",
            "Remaining",
            "Open positions",
            "Places left",
            "Places restantes",
            "Freie Plätze",
        ],
        Shape::Whole(9999),
        access!(Placement, |entry| Value::Whole(entry.placement.free_places(0).into()), |entry, value| {
            if let Value::Whole(free) = value {
                set_free_places(entry, u16::try_from(*free).unwrap_or(u16::MAX));
            }
        }),
    ),
    plain(
        "categories",
        ["Categories", "Catégories"],
        &["Category", "Volunteer category", "Categories accepted", "Catégorie"],
        Shape::Many(Vocabulary::Category),
        access!(Placement.placement.categories),
    ),
    plain(
        "start_from",
        ["Start from", "Début à partir du"],
        &[
            "PST Start Date",
            "Start date",
            "Start",
            "Earliest start",
            "Starts on",
            "Date de début",
            "Début",
            "Beginn",
            "First day",
        ],
        Shape::Date,
        access!(Placement.placement.start_from),
    ),
    plain(
        "start_until",
        ["Start until", "Début au plus tard"],
        &["Latest start", "Start before", "Start no later than"],
        Shape::Date,
        access!(Placement.placement.start_until),
    ),
    plain(
        "weeks_least",
        ["Least weeks", "Semaines au moins"],
        &["Minimum weeks", "Min weeks", "Minimum duration (weeks)"],
        Shape::Whole(1000),
        access!(Placement.placement.weeks_least),
    ),
    plain(
        "weeks_most",
        ["Most weeks", "Semaines au plus"],
        &[
            "Maximum weeks",
            "Max weeks",
            "Maximum duration (weeks)",
            "Weeks",
            "Duration (weeks)",
            "Duration in weeks",
            "Durée (semaines)",
        ],
        Shape::Whole(1000),
        access!(Placement.placement.weeks_most),
    ),
    plain(
        "accompanied",
        ["Accompanied", "Accompagné"],
        &["Accepts Couples", "Accompanied post", "Family post", "Couples accepted", "Poste accompagné"],
        Shape::Flag,
        access!(Placement.placement.accompanied),
    ),
    plain(
        "excluded_nationalities",
        ["Nationalities not taken", "Nationalités non admises"],
        &["Excluded nationalities", "Nationalities excluded", "Nationalités exclues"],
        Shape::Many(Vocabulary::Country),
        access!(Placement.placement.excluded_nationalities),
    ),
    plain(
        "together",
        ["Filled together", "Pourvues ensemble"],
        &["Team placement", "Poste en équipe"],
        Shape::Flag,
        access!(Placement.placement.together),
    ),
    plain(
        "programme",
        ["Programme", "Programme"],
        &["Program", "Project", "Projet"],
        Shape::Text,
        access!(Placement.placement.programme),
    ),
    plain(
        "priority",
        ["Priority", "Priorité"],
        &["Urgency", "Urgence"],
        Shape::One(Vocabulary::Priority),
        access!(Placement.placement.priority),
    ),
    plain(
        "funding",
        ["Funding", "Financement"],
        &["Funded by", "Funder", "Donor", "Bailleur"],
        Shape::Text,
        access!(Placement.placement.funding),
    ),
    plain(
        "funding_from",
        ["Funding from", "Financement du"],
        &["Funding start"],
        Shape::Date,
        access!(Placement.placement.funding_from),
    ),
    plain(
        "funding_until",
        ["Funding until", "Financement jusqu'au"],
        &["Funding end"],
        Shape::Date,
        access!(Placement.placement.funding_until),
    ),
    Field {
        spill: Some("conditions"),
        ..plain(
            "languages_required",
            ["Languages required", "Langues exigées"],
            &[
                "Language Requirement",
                "Required language",
                "Language required",
                "Language",
                "Languages",
                "Langue exigée",
                "Langue",
            ],
            Shape::Languages,
            required!(Language, Must),
        )
    },
    plain(
        "languages_wanted",
        ["Languages wanted", "Langues souhaitées"],
        &["Preferred language", "Language desired"],
        Shape::Languages,
        required!(Language, Nice),
    ),
    plain(
        "skills_required",
        ["Skills required", "Compétences exigées"],
        &["Required skills", "Skills", "Compétences"],
        Shape::Skills,
        required!(Skill, Must),
    ),
    plain(
        "skills_wanted",
        ["Skills wanted", "Compétences souhaitées"],
        &["Preferred skills"],
        Shape::Skills,
        required!(Skill, Nice),
    ),
    plain(
        "qualifications_required",
        ["Qualifications required", "Diplômes exigés"],
        &["Qualifications", "Required qualifications", "Degree required", "Diplôme exigé"],
        Shape::Texts,
        required!(Qualification, Must),
    ),
    plain(
        "qualifications_wanted",
        ["Qualifications wanted", "Diplômes souhaités"],
        &["Preferred qualifications"],
        Shape::Texts,
        required!(Qualification, Nice),
    ),
    plain(
        "experience_required",
        ["Years of experience required", "Années d'expérience exigées"],
        &["Experience required", "Minimum experience"],
        Shape::Whole(80),
        required!(Experience, Must),
    ),
    plain(
        "experience_wanted",
        ["Years of experience wanted", "Années d'expérience souhaitées"],
        &["Preferred experience"],
        Shape::Whole(80),
        required!(Experience, Nice),
    ),
    plain(
        "other_required",
        ["Other conditions required", "Autres conditions exigées"],
        &["Other requirements"],
        Shape::Texts,
        required!(Other, Must),
    ),
    plain(
        "other_wanted",
        ["Other conditions wanted", "Autres conditions souhaitées"],
        &[],
        Shape::Texts,
        required!(Other, Nice),
    ),
    plain(
        "objectives",
        ["Objectives", "Objectifs"],
        &[
            "Description",
            "Project Title",
            "Project Description",
            "Objective",
            "Tasks",
            "Duties",
            "Responsibilities",
            "Summary",
            "Objectif",
            "Tâches",
            "Aufgaben",
        ],
        Shape::Paragraphs,
        access!(Placement.placement.objectives),
    ),
    plain(
        "counterpart",
        ["Counterpart", "Homologue"],
        &["Counterparts", "Supervisor", "Line manager"],
        Shape::Text,
        access!(Placement.placement.counterpart),
    ),
    plain(
        "conditions",
        ["Conditions", "Conditions"],
        &[
            "Living Conditions",
            "Living Conditions Comments",
            "Language Skills Comments",
            "Post Couples Comments",
            "Desired Skills",
            "Housing",
            "Accommodation",
            "Conditions de vie",
            "Logement",
            "Bedingungen",
        ],
        Shape::Paragraphs,
        access!(Placement.placement.conditions),
    ),
    plain(
        "status",
        ["Status", "État"],
        &["Placement status", "Statut", "State"],
        Shape::One(Vocabulary::PlacementStatus),
        access!(Placement.placement.status),
    ),
    plain(
        "notes",
        ["Notes", "Remarques"],
        &["Note", "Remarks", "Comments", "Invitation Deadline", "Number of PST Weeks", "Commentaires", "Bemerkungen"],
        Shape::Paragraphs,
        access!(Placement.placement.notes),
    ),
];

/// Free places and places in all give the places filled elsewhere. More free places than there are: the office did not
/// know of all.
fn set_free_places(entry: &mut PlacementEntry, free: u16) {
    let placement = &mut entry.placement;
    placement.places = placement.places.max(free);
    placement.places_filled_elsewhere = placement.places - free;
}

fn requirements(entry: &PlacementEntry, kind: RequirementKind, weight: Weight) -> Value {
    let mut of_kind = entry.requirements.iter().filter(|one| one.kind == kind && one.weight == weight).peekable();
    if of_kind.peek().is_none() {
        return Value::Nothing;
    }
    match kind {
        RequirementKind::Language => Value::Languages(
            of_kind.filter_map(|one| Some((one.language?.code(), one.language_level.map(Level::code)))).collect(),
        ),
        RequirementKind::Skill => Value::Skills(
            of_kind.map(|one| SkillItem { name: one.name.clone(), level: one.skill_level, years: one.years }).collect(),
        ),
        RequirementKind::Experience => {
            of_kind.find_map(|one| one.years).map_or(Value::Nothing, |years| Value::Whole(years.into()))
        }
        RequirementKind::Qualification | RequirementKind::Other => {
            Value::Texts(of_kind.map(|one| one.name.clone()).collect())
        }
    }
}

/// Keeps the rows that say the same as before, so that their history goes on.
fn set_requirements(entry: &mut PlacementEntry, kind: RequirementKind, weight: Weight, value: &Value) {
    let empty = || Requirement {
        id: Id::random(),
        of: entry.placement.id,
        weight,
        kind,
        name: String::new(),
        language: None,
        language_level: None,
        skill_level: None,
        years: None,
    };
    let wanted: Vec<Requirement> = match value {
        Value::Languages(languages) => languages
            .iter()
            .filter_map(|(code, level)| {
                let language = Some(Language::parse_code(code)?);
                Some(Requirement { language, language_level: level.and_then(Level::parse), ..empty() })
            })
            .collect(),
        Value::Skills(skills) => skills
            .iter()
            .map(|skill| Requirement {
                name: skill.name.clone(),
                skill_level: skill.level,
                years: skill.years,
                ..empty()
            })
            .collect(),
        Value::Whole(years) => vec![Requirement { years: u8::try_from(*years).ok(), ..empty() }],
        Value::Texts(texts) => texts.iter().map(|text| Requirement { name: text.clone(), ..empty() }).collect(),
        _ => return,
    };
    let same = |one: &Requirement| one.kind == kind && one.weight == weight;
    let mut before: Vec<Requirement> = entry.requirements.iter().filter(|one| same(one)).cloned().collect();
    entry.requirements.retain(|one| !same(one));
    for mut requirement in wanted {
        let known =
            |one: &Requirement| one.language == requirement.language && fold(&one.name) == fold(&requirement.name);
        if let Some(at) = before.iter().position(known) {
            requirement.id = before.swap_remove(at).id;
        }
        entry.requirements.push(requirement);
    }
}
