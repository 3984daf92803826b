//! The columns of a list of organisations.

use super::entry::{Entry, OrganisationEntry};
use super::field::{AsValue, Field, Join, Shape, access, plain, required};
use super::value::Value;
use super::vocabulary::Vocabulary;
use crate::domain::Id;
use crate::domain::organisation::{Contact, Position};

/// In the order of columns.
pub(super) const FIELDS: &[Field] = &[
    plain(
        "reference",
        ["Reference", "Référence"],
        &["Organisation reference", "Ref", "Ref."],
        Shape::Text,
        access!(Organisation.organisation.reference),
    ),
    required(plain(
        "name",
        ["Name", "Nom"],
        &[
            "Organisation",
            "Organization",
            "Organisation name",
            "Organization name",
            "Partner",
            "Partner name",
            "Partenaire",
            "Nom de l'organisation",
            "Institution",
            "Local Unit Name (En)",
            "Local Unit Name (Local)",
        ],
        Shape::Text,
        access!(Organisation.organisation.name),
    )),
    plain(
        "acronym",
        ["Acronym", "Sigle"],
        &["Short name", "Abbreviation", "Abkürzung"],
        Shape::Text,
        access!(Organisation.organisation.acronym),
    ),
    plain(
        "kind",
        ["Kind", "Genre"],
        &["Type", "Organisation type", "Organization type", "Type d'organisation", "Category"],
        Shape::One(Vocabulary::OrganisationKind),
        access!(Organisation.organisation.kind),
    ),
    plain(
        "country",
        ["Country", "Pays"],
        &["Office country", "Land", "País"],
        Shape::One(Vocabulary::Country),
        access!(Organisation.organisation.country),
    ),
    Field {
        join: Join::Commas,
        ..plain(
            "place",
            ["Place", "Lieu"],
            &[
                "Town",
                "City",
                "Address",
                "District",
                "Location",
                "Ville",
                "Adresse",
                "Ort",
                "Address (En)",
                "Address (Local)",
                "Locality (Local)",
                "Locality (En)",
            ],
            Shape::Text,
            access!(Organisation.organisation.place),
        )
    },
    plain(
        "latitude",
        ["Latitude", "Latitude"],
        &["Lat", "Home Lat"],
        Shape::Degrees(90),
        access!(Organisation, |entry| position(entry.organisation.position, |at| at.latitude), |entry, value| {
            set_position(&mut entry.organisation.position, value, |at| &mut at.latitude);
        }),
    ),
    plain(
        "longitude",
        ["Longitude", "Longitude"],
        &["Lon", "Lng", "Long", "Home Lon"],
        Shape::Degrees(180),
        access!(Organisation, |entry| position(entry.organisation.position, |at| at.longitude), |entry, value| {
            set_position(&mut entry.organisation.position, value, |at| &mut at.longitude);
        }),
    ),
    plain(
        "sectors",
        ["Sectors", "Secteurs"],
        &["Sector", "Secteur", "Field of work"],
        Shape::Many(Vocabulary::Sector),
        access!(Organisation.organisation.sectors),
    ),
    plain(
        "website",
        ["Web page", "Site web"],
        &["Website", "Web site", "URL", "Site internet"],
        Shape::Text,
        access!(Organisation.organisation.website),
    ),
    plain(
        "agreement_from",
        ["Agreement from", "Accord du"],
        &["Agreement signed", "Agreement date", "MoU date"],
        Shape::Date,
        access!(Organisation.organisation.agreement_from),
    ),
    plain(
        "agreement_until",
        ["Agreement until", "Accord jusqu'au"],
        &["Agreement expires", "Agreement expiry", "MoU expiry"],
        Shape::Date,
        access!(Organisation.organisation.agreement_until),
    ),
    plain(
        "ceased_on",
        ["Ceased on", "A cessé le"],
        &["Inactive since", "Closed on"],
        Shape::Date,
        access!(Organisation.organisation.ceased_on),
    ),
    plain(
        "registration",
        ["Registration number", "Numéro d'enregistrement"],
        &["Registration", "Registration no", "Registered charity number", "org-id", "SIRET"],
        Shape::Text,
        access!(Organisation.organisation.registration),
    ),
    plain(
        "due_diligence",
        ["Due diligence", "Vérification"],
        &["Due diligence outcome", "Vetting", "Vetting outcome"],
        Shape::One(Vocabulary::DueDiligence),
        access!(Organisation.organisation.due_diligence),
    ),
    plain(
        "due_diligence_on",
        ["Due diligence on", "Vérification le"],
        &["Due diligence date", "Vetted on", "Vetting date"],
        Shape::Date,
        access!(Organisation.organisation.due_diligence_on),
    ),
    plain(
        "heritage",
        ["Countries of heritage", "Pays d'origine"],
        &["Heritage", "Heritage countries"],
        Shape::Many(Vocabulary::Country),
        access!(Organisation.organisation.heritage),
    ),
    plain(
        "heritage_languages",
        ["Languages of heritage", "Langues d'origine"],
        &["Heritage languages"],
        Shape::Many(Vocabulary::Language),
        access!(Organisation.organisation.heritage_languages),
    ),
    plain(
        "contact_name",
        ["Contact", "Contact"],
        &[
            "Contact name",
            "Contact person",
            "Focal point",
            "Focal Person (En)",
            "Personne de contact",
            "Ansprechpartner",
        ],
        Shape::Text,
        access!(Organisation, |entry| contact_text(entry, |contact| &contact.name), |entry, value| {
            set_contact(entry, value, |contact| &mut contact.name);
        }),
    ),
    plain(
        "contact_role",
        ["Role of contact", "Fonction du contact"],
        &["Contact role", "Contact position", "Contact title"],
        Shape::Text,
        access!(Organisation, |entry| contact_text(entry, |contact| &contact.role), |entry, value| {
            set_contact(entry, value, |contact| &mut contact.role);
        }),
    ),
    plain(
        "contact_email",
        ["E-mail of contact", "Courriel du contact"],
        &["Contact email", "Email", "E-mail", "Courriel", "Local Unit Email"],
        Shape::Email,
        access!(Organisation, |entry| contact_text(entry, |contact| &contact.email), |entry, value| {
            set_contact(entry, value, |contact| &mut contact.email);
        }),
    ),
    plain(
        "contact_phone",
        ["Telephone of contact", "Téléphone du contact"],
        &["Contact phone", "Phone", "Telephone", "Téléphone", "Mobile"],
        Shape::Text,
        access!(Organisation, |entry| contact_text(entry, |contact| &contact.phone), |entry, value| {
            set_contact(entry, value, |contact| &mut contact.phone);
        }),
    ),
    plain(
        "notes",
        ["Notes", "Remarques"],
        &["Note", "Remarks", "Comments", "Commentaires", "Bemerkungen"],
        Shape::Paragraphs,
        access!(Organisation.organisation.notes),
    ),
];

pub(super) fn position(at: Option<Position>, part: fn(Position) -> f64) -> Value {
    // A half position is being read: the other half is not a number yet.
    at.map(part).filter(|degrees| degrees.is_finite()).map_or(Value::Nothing, Value::Decimal)
}

pub(super) fn set_position(at: &mut Option<Position>, value: &Value, part: fn(&mut Position) -> &mut f64) {
    if let Value::Decimal(degrees) = value {
        *part(at.get_or_insert(Position { latitude: f64::NAN, longitude: f64::NAN })) = *degrees;
    }
}

fn contact_text(entry: &OrganisationEntry, part: fn(&Contact) -> &String) -> Value {
    entry.contact.as_ref().map(part).map_or(Value::Nothing, AsValue::to_value)
}

fn set_contact(entry: &mut OrganisationEntry, value: &Value, part: fn(&mut Contact) -> &mut String) {
    let Value::Text(text) = value else { return };
    let of = entry.organisation.id;
    let contact = entry.contact.get_or_insert_with(|| Contact {
        id: Id::random(),
        of,
        name: String::new(),
        role: String::new(),
        email: String::new(),
        phone: String::new(),
        since: None,
        until: None,
    });
    part(contact).clone_from(text);
}
