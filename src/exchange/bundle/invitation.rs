//! Linking two offices without a server: head office writes a small invitation, the country office opens it.

use super::BundleError;
use super::envelope::Introduction;
use crate::domain::Id;
use crate::domain::office::{Office, Role};
use crate::domain::reference::Country;
use crate::exchange::write::write_whole;
use crate::store::links::{LinkState, OfficeLink};
use crate::store::{NewOffice, OfficeFile, Op, references};
use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// How the name of an invitation ends.
pub const INVITATION_ENDING: &str = "sojourninvitation";
const KIND: &str = "sojourn-invitation";
/// No invitation is larger.
const SIZE_LIMIT: u64 = 1 << 20;

/// What head office writes for an office that it invites. Whoever holds it can take that office's place until the first
/// file has come: it is handed over like a key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    /// What the file is.
    pub kind: String,
    /// Of its form.
    pub version: u32,
    /// Its id, and that of a new office made from it.
    pub id: Id,
    /// Name of the office that is invited.
    pub name: String,
    /// The country it works in: it is sent what belongs there.
    pub country: Option<Country>,
    /// Head office.
    pub head_office: Id,
    /// Its name.
    pub head_office_name: String,
    /// Its ed25519 key, in hexadecimal digits.
    pub sign_key: String,
    /// Its age recipient.
    pub seal_key: String,
    /// Secret ed25519 key with which the office signs its own keys once, in hexadecimal digits.
    pub secret: String,
    /// What stands in the references that the office gives, so that no other gives the same: `V-KE-0001`.
    #[serde(default)]
    pub mark: String,
    /// Limits, rules of matching and milestones of head office, which the office begins with.
    pub settings: Office,
}

/// Adds a country office: keeps the link and gives the invitation, to be written to a file and handed over.
pub fn invite(file: &mut OfficeFile, name: &str, country: Option<Country>) -> Result<Invitation, BundleError> {
    let office = file.office()?;
    if office.role != Role::Head {
        return Err(BundleError::NotHeadOffice);
    }
    let new = NewOffice { name: name.to_owned(), country, role: Role::Country };
    let invited = new.record().map_err(crate::store::StoreError::from)?;
    let keys = file.keys()?;
    let earlier = file.links()?.iter().filter(|link| link.country == country).count();
    let once =
        SigningKey::from_bytes(blake3::hash(&[*Id::random().bytes(), *Id::random().bytes()].concat()).as_bytes());
    let invitation = Invitation {
        kind: KIND.into(),
        version: super::VERSION,
        id: invited.id,
        name: invited.name,
        country,
        head_office: office.id,
        head_office_name: office.name.clone(),
        sign_key: crate::store::keys::to_hex(keys.sign.verifying_key().as_bytes()),
        seal_key: keys.seal.to_public().to_string(),
        secret: crate::store::keys::to_hex(once.as_bytes()),
        mark: references::mark(country, earlier),
        settings: office,
    };
    let key = once.verifying_key().to_bytes();
    file.keep_link(&OfficeLink::new(invitation.id, &invitation.name, Role::Country, country, key))?;
    Ok(invitation)
}

/// Adds a country office and writes its invitation. Where that cannot be written, no office was added.
pub fn invite_to(
    file: &mut OfficeFile,
    name: &str,
    country: Option<Country>,
    path: &Path,
) -> Result<Invitation, BundleError> {
    let invitation = invite(file, name, country)?;
    let written = invitation.write().and_then(|bytes| Ok(write_whole(path, &bytes)?));
    if let Err(error) = written {
        file.take_back_invitation(invitation.id)?;
        return Err(error);
    }
    Ok(invitation)
}

impl Invitation {
    /// The invitation as the text of a file.
    pub fn write(&self) -> Result<Vec<u8>, BundleError> {
        let text = serde_json::to_vec_pretty(self);
        text.map_err(|error| crate::store::StoreError::Damaged(error.to_string()).into())
    }

    /// Reads an invitation.
    pub fn read(path: &Path) -> Result<Self, BundleError> {
        let file_error = |error| BundleError::File { path: path.to_owned(), error };
        if std::fs::metadata(path).map_err(file_error)?.len() > SIZE_LIMIT {
            return Err(BundleError::NotAnInvitation(path.to_owned()));
        }
        Self::parse(&std::fs::read(path).map_err(file_error)?, path)
    }

    /// Reads an invitation from the bytes of a file. `path` is for the words alone.
    pub fn parse(bytes: &[u8], path: &Path) -> Result<Self, BundleError> {
        let refused = || BundleError::NotAnInvitation(path.to_owned());
        let invitation: Self = serde_json::from_slice(bytes).map_err(|_| refused())?;
        if invitation.kind != KIND {
            return Err(refused());
        }
        if invitation.version > super::VERSION {
            return Err(BundleError::Newer(path.to_owned()));
        }
        let keys = invitation.once().is_some()
            && invitation.head_key().is_some()
            && invitation.seal_key.parse::<age::x25519::Recipient>().is_ok();
        let mark = invitation.mark.is_empty() || references::is_mark(&invitation.mark);
        if keys && mark { Ok(invitation) } else { Err(refused()) }
    }

    fn once(&self) -> Option<SigningKey> {
        Some(SigningKey::from_bytes(&crate::store::keys::from_hex(&self.secret)?.try_into().ok()?))
    }

    fn head_key(&self) -> Option<[u8; 32]> {
        let bytes = crate::store::keys::from_hex(&self.sign_key)?.try_into().ok()?;
        super::envelope::verifying_key(&bytes)?;
        Some(bytes)
    }

    /// What a new office file made from the invitation is.
    pub fn new_office(&self) -> Office {
        Office {
            id: self.id,
            name: self.name.clone(),
            country: self.country,
            role: Role::Country,
            limits: self.settings.limits,
            matching: self.settings.matching.clone(),
            templates: self.settings.templates.clone(),
            reporting: self.settings.reporting.clone(),
        }
    }
}

const INTRODUCTION: &str = "introduction";

/// Links an office file with the head office that wrote an invitation, and takes over its settings.
pub fn accept(file: &mut OfficeFile, invitation: &Invitation) -> Result<(), BundleError> {
    let office = file.office()?;
    if office.id == invitation.head_office {
        return Err(BundleError::OwnInvitation);
    }
    if office.role == Role::Head {
        return Err(BundleError::NotCountryOffice);
    }
    if let Some(link) = file.links()?.into_iter().find(|link| link.state != LinkState::Ended) {
        return Err(BundleError::AlreadyLinked(link.name));
    }
    let damaged = || BundleError::NotAnInvitation("invitation".into());
    let (once, key) = (invitation.once().ok_or_else(damaged)?, invitation.head_key().ok_or_else(damaged)?);
    let keys = file.keys()?;
    let introduction =
        Introduction::new(office.id, invitation.id, &once, &keys.sign.verifying_key(), &keys.seal.to_public());
    let (head, name) = (invitation.head_office, &invitation.head_office_name);
    let seal_key = invitation.seal_key.clone();
    file.keep_link(&OfficeLink { seal_key, ..OfficeLink::new(head, name, Role::Head, None, key) })?;
    file.add_head_office(&invitation.seal_key)?;
    let text =
        serde_json::to_string(&introduction).map_err(|error| crate::store::StoreError::Damaged(error.to_string()))?;
    file.remember(INTRODUCTION, &text)?;
    if !invitation.mark.is_empty() {
        file.mark_references(&invitation.mark)?;
    }
    file.edit(Op::Linked { name: invitation.head_office_name.clone() }, |edit| {
        edit.change::<Office>(office.id, |office| {
            office.country = office.country.or(invitation.country);
            office.limits = invitation.settings.limits;
            office.matching = invitation.settings.matching.clone();
            office.templates = invitation.settings.templates.clone();
            office.reporting = invitation.settings.reporting.clone();
        })
    })?;
    Ok(())
}

/// How this office makes itself known to head office, while that has not answered.
pub(super) fn introduction(file: &OfficeFile) -> Result<Option<Introduction>, BundleError> {
    let text = file.remembered(INTRODUCTION)?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}
