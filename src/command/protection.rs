//! The passphrase of an office file: taken from the environment or asked for at the terminal, set, taken off, recovered.

use super::arguments::{Protection, Recover, RecoverDoes};
use super::failure::Failure;
use super::open;
use crate::store::{OfficeFile, StoreError, finish_recovery, request_recovery};
use std::io::{IsTerminal as _, Write};

/// The passphrase that the environment gives.
pub(super) fn given() -> Option<String> {
    std::env::var("SOJOURN_PASSPHRASE").ok().filter(|passphrase| !passphrase.is_empty())
}

/// Asks, where there is a person to ask.
fn asked(question: &str) -> Result<Option<String>, Failure> {
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    Ok(Some(rpassword::prompt_password(question)?))
}

/// Opens an office file with the passphrase of the environment; where that has none and the file needs one, asks for it.
pub(super) fn opened(open: impl Fn(Option<&str>) -> Result<OfficeFile, StoreError>) -> Result<OfficeFile, Failure> {
    match open(given().as_deref()) {
        Err(StoreError::Locked(path)) => {
            let passphrase = asked(&format!("Passphrase of {}: ", path.display()))?;
            Ok(open(passphrase.as_deref())?)
        }
        opened => Ok(opened?),
    }
}

/// A new passphrase: the environment's, or typed twice.
fn new_passphrase() -> Result<String, Failure> {
    if let Some(passphrase) = given() {
        return Ok(passphrase);
    }
    let typed = asked("New passphrase: ")?.ok_or(Failure::NoPassphrase)?;
    if asked("Once more: ")? == Some(typed.clone()) { Ok(typed) } else { Err(Failure::NotTheSame) }
}

pub(super) fn lock(asked: &Protection, out: &mut dyn Write) -> Result<(), Failure> {
    let mut office = open(&asked.file)?;
    if office.is_protected() {
        writeln!(out, "{} is protected already", asked.file.display())?;
        return Ok(());
    }
    office.protect(&new_passphrase()?)?;
    let key_file = crate::store::key_file_path(&asked.file);
    writeln!(out, "protected {}; its key file is {}", asked.file.display(), key_file.display())?;
    Ok(())
}

pub(super) fn unlock(asked: &Protection, out: &mut dyn Write) -> Result<(), Failure> {
    let mut office = open(&asked.file)?;
    if !office.is_protected() {
        return Err(StoreError::NotProtected(asked.file.clone()).into());
    }
    office.unprotect()?;
    writeln!(out, "{} is plain again", asked.file.display())?;
    Ok(())
}

pub(super) fn recover(asked: &Recover, out: &mut dyn Write) -> Result<(), Failure> {
    match &asked.does {
        RecoverDoes::Request { file, out: target } => {
            let code = request_recovery(file, target)?;
            writeln!(
                out,
                "request written to {}: send it to head office, and read them its code {code}",
                target.display()
            )?;
        }
        RecoverDoes::Answer { file, request, out: target } => {
            let recovery = open(file)?.answer_recovery(request, target)?;
            writeln!(
                out,
                "answer for {} written to {}: send it only if they read you the code {}",
                recovery.office,
                target.display(),
                recovery.code
            )?;
        }
        RecoverDoes::Finish { file, answer } => {
            finish_recovery(file, answer, &new_passphrase()?)?;
            writeln!(out, "{} has a new passphrase", file.display())?;
        }
    }
    Ok(())
}
