//! Exchange between offices, for head office's scripts.

use super::arguments::{Asked, Decide, Erase, Format, Key, Link, LinkDoes, Receive, Restore, SendTo, SubjectAccess};
use super::failure::Failure;
use super::{office, open, prepare, protection, target, today};
use crate::domain::Kind;
use crate::exchange::bundle::{
    BundleError, Contents, Invitation, Received, SentFile, accept, invite_to, receive_files, send as send_files,
};
use crate::exchange::subject_access::write_subject_access;
use crate::exchange::write::write_whole;
use crate::store::links::{LinkState, OfficeLink, Waiting};
use crate::store::{About, Choice, Claim, Conflict, ConflictId, OfficeFile, Progress, Receipt, StoreError};
use serde::Serialize;
use std::io::Write;

pub(super) fn link(asked: &Link, out: &mut dyn Write) -> Result<(), Failure> {
    match &asked.does {
        LinkDoes::New { file, name, country, out: path } => {
            target::spare(path, &[file])?;
            let mut head = open(file)?;
            let invitation = invite_to(&mut head, name, Some(office::country(country)?), path)?;
            writeln!(out, "invitation for {} written to {}", invitation.name, path.display())?;
            writeln!(out, "hand it over like a key: it links whoever opens it first")?;
        }
        LinkDoes::Accept { file, invitation } => {
            let invitation = Invitation::read(invitation)?;
            let mut office = if file.exists() {
                open(file)?
            } else {
                let mut made = OfficeFile::create_as(file, &invitation.new_office())?;
                if let Some(passphrase) = protection::given() {
                    made.protect(&passphrase)?;
                }
                prepare(&mut made, today()?);
                made
            };
            accept(&mut office, &invitation)?;
            writeln!(out, "linked with {}; send it a first file", invitation.head_office_name)?;
        }
    }
    Ok(())
}

/// The offices to send to: all that have been heard of, or the one that is named.
fn receivers(file: &OfficeFile, to: Option<&str>) -> Result<Vec<OfficeLink>, Failure> {
    let links: Vec<OfficeLink> = file.links()?.into_iter().filter(|link| link.state != LinkState::Ended).collect();
    if let Some(to) = to {
        let named = links.into_iter().filter(|link| link.name.eq_ignore_ascii_case(to)).collect::<Vec<_>>();
        return if named.is_empty() { Err(StoreError::NotLinked.into()) } else { Ok(named) };
    }
    let heard: Vec<OfficeLink> = links.into_iter().filter(|link| !link.seal_key.is_empty()).collect();
    if heard.is_empty() { Err(StoreError::NotLinked.into()) } else { Ok(heard) }
}

#[derive(Serialize)]
struct ToSend {
    to: String,
    #[serde(flatten)]
    contents: Contents,
}

pub(super) fn send(asked: &SendTo, out: &mut dyn Write) -> Result<(), Failure> {
    let mut file = open(&asked.file)?;
    let (mut sent, mut would) = (Vec::<SentFile>::new(), Vec::new());
    for link in receivers(&file, asked.to.as_deref())? {
        if asked.dry_run {
            would.push(ToSend { contents: Contents::of(&mut file, &link)?, to: link.name });
        } else {
            sent.extend(send_files(&mut file, &link, &asked.out_dir, &Progress::default())?);
        }
    }
    if asked.format == Format::Json {
        return if asked.dry_run { json(&would, out) } else { json(&sent, out) };
    }
    for ToSend { to, contents } in would {
        let Contents { edits, changes, leaving } = contents;
        writeln!(out, "to {to}: {edits} edits with {changes} changes, {leaving} records no longer for it")?;
    }
    for file in sent {
        let SentFile { path, number, edits, changes, bytes, .. } = file;
        writeln!(out, "{}: no. {number}, {edits} edits with {changes} changes, {bytes} bytes", path.display())?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Taken<'a> {
    file: String,
    receipt: Option<&'a Receipt>,
    refused: Option<String>,
    hint: Option<String>,
}

pub(super) fn receive(asked: &Receive, out: &mut dyn Write) -> Result<(), Failure> {
    let mut file = open(&asked.file)?;
    // What is taken in can be looked at beside what was there.
    file.backup_beside("before-receive")?;
    let received = receive_files(&mut file, &asked.bundles, &Progress::default())?;
    if asked.format == Format::Json {
        let told: Vec<Taken<'_>> = received
            .iter()
            .map(|Received { path, outcome, .. }| Taken {
                file: path.display().to_string(),
                receipt: outcome.as_ref().ok(),
                refused: outcome.as_ref().err().map(ToString::to_string),
                hint: outcome.as_ref().err().map(BundleError::hint),
            })
            .collect();
        json(&told, out)?;
    }
    let mut refused = 0;
    for Received { path, outcome, .. } in &received {
        match outcome {
            Ok(receipt) if asked.format == Format::Text => {
                writeln!(out, "{}: no. {} from {}", path.display(), receipt.number, receipt.from)?;
                for line in lines(receipt) {
                    writeln!(out, "  {line}")?;
                }
            }
            Ok(_) => {}
            Err(error) => {
                refused += 1;
                if asked.format == Format::Text {
                    super::complain(error, &error.hint());
                }
            }
        }
    }
    if refused > 0 {
        return Err(Failure::Refused { refused, all: received.len() });
    }
    Ok(())
}

/// A receipt in plain words.
fn lines(receipt: &Receipt) -> Vec<String> {
    let mut lines = vec![format!("{} new edits with {} changes", receipt.new_edits, receipt.new_changes)];
    let counts = [
        (receipt.already_here, "changes were here already"),
        (receipt.conflicts, "conflicts to be decided"),
        (receipt.side_by_side, "rows were changed side by side"),
        (receipt.not_understood, "changes of a newer program, kept for after the upgrade"),
        (receipt.incomplete, "rows of which the beginning has not come yet"),
        (receipt.left, "records are no longer for this office and were removed here"),
        (receipt.leaving, "records stay until head office has this office's edits on them"),
        (receipt.doubtful, "edits by a clock that is more than a day ahead"),
    ];
    lines.extend(counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
    if receipt.confirmed > 0 {
        lines.push(format!("{} edits of this office are confirmed", receipt.confirmed));
    }
    for number in &receipt.missing {
        lines.push(format!("missing: no. {number} from {}", receipt.from));
    }
    lines.extend(receipt.broken.iter().map(|broken| format!("to look at: {broken}")));
    lines
}

pub(super) fn conflicts(asked: &Asked, out: &mut dyn Write) -> Result<(), Failure> {
    let file = open(&asked.file)?;
    let open = file.conflicts(true)?;
    if asked.format == Format::Json {
        return json(&open, out);
    }
    let (decide, side_by_side): (Vec<&Conflict>, Vec<_>) =
        open.iter().partition(|conflict| conflict.about != About::SideBySide);
    if decide.is_empty() {
        writeln!(out, "nothing is to be decided")?;
    }
    for conflict in decide {
        let what = match &conflict.about {
            About::Fields { fields } => fields.join(", ").replace('_', " "),
            _ => "removed by one, changed by another".into(),
        };
        let part = if conflict.part.is_empty() { String::new() } else { format!(" ({})", conflict.part) };
        writeln!(out, "{}  {}{part}: {what}", conflict.id, conflict.name)?;
        for claim in &conflict.claims {
            writeln!(out, "  {}", said(claim))?;
        }
    }
    for conflict in side_by_side {
        writeln!(out, "changed side by side: {}", conflict.name)?;
    }
    Ok(())
}

fn said(claim: &Claim) -> String {
    let value = if claim.removes { "removed".into() } else { claim.values.join(", ") };
    let own = if claim.own { "mine" } else { "theirs" };
    let shown = if claim.shown { ", shown" } else { "" };
    let doubtful = if claim.doubtful { " (by a clock that cannot be right)" } else { "" };
    let at = claim.at.format("%Y-%m-%d %H:%M");
    format!(
        "{own}{shown}: {value:?} by {} in {}, {at} UTC{doubtful}; saw {:?}",
        claim.author,
        claim.office,
        claim.saw.join(", ")
    )
}

pub(super) fn decide(asked: &Decide, out: &mut dyn Write) -> Result<(), Failure> {
    let mut file = open(&asked.file)?;
    let choice = match asked.choice.as_str() {
        "mine" => Choice::Mine,
        "theirs" => Choice::Theirs,
        value => Choice::Value(
            std::iter::once(value).chain(asked.and.iter().map(String::as_str)).map(str::to_owned).collect(),
        ),
    };
    let open = file.conflicts(false)?;
    let chosen: Vec<ConflictId> = if asked.conflict == "all" {
        open.iter().map(|conflict| conflict.id).collect()
    } else {
        let wanted = ConflictId::parse(&asked.conflict);
        open.iter().map(|conflict| conflict.id).filter(|id| Some(*id) == wanted).collect()
    };
    if chosen.is_empty() {
        return Err(Failure::NoConflict(asked.conflict.clone()));
    }
    let decisions: Vec<_> = chosen.into_iter().map(|id| (id, choice.clone())).collect();
    let count = file.settle(&decisions)?.value;
    writeln!(out, "{count} decided")?;
    Ok(())
}

#[derive(Serialize)]
struct Status {
    office: String,
    state: LinkState,
    #[serde(flatten)]
    waiting: Waiting,
    last_sent: i64,
    last_received: Option<i64>,
    missing: Vec<i64>,
}

pub(super) fn status(asked: &Asked, out: &mut dyn Write) -> Result<(), Failure> {
    let file = open(&asked.file)?;
    let mut all = Vec::new();
    for link in file.links()? {
        let received = file.bundles(link.office, 1_000)?.into_iter().find(|bundle| !bundle.sent);
        let receipt: Option<Receipt> = received
            .as_ref()
            .and_then(|bundle| bundle.receipt.as_deref())
            .and_then(|receipt| serde_json::from_str(receipt).ok());
        all.push(Status {
            waiting: file.waiting(&link)?,
            state: link.state,
            last_sent: link.last_number,
            last_received: received.map(|bundle| bundle.number),
            missing: receipt.map(|receipt| receipt.missing).unwrap_or_default(),
            office: link.name,
        });
    }
    if asked.format == Format::Json {
        return json(&all, out);
    }
    if all.is_empty() {
        writeln!(out, "linked with no office")?;
    }
    for status in all {
        let received =
            status.last_received.map_or("nothing received yet".into(), |number| format!("last received no. {number}"));
        writeln!(
            out,
            "{}: {} edits not yet sent, {} sent and not yet confirmed; last sent no. {}, {received}",
            status.office, status.waiting.unsent, status.waiting.unconfirmed, status.last_sent
        )?;
        for number in status.missing {
            writeln!(out, "  missing: no. {number} from {}", status.office)?;
        }
    }
    let (open, _) = file.conflict_counts()?;
    if open > 0 {
        writeln!(out, "{open} conflicts to be decided")?;
    }
    Ok(())
}

pub(super) fn digest(asked: &Asked, out: &mut dyn Write) -> Result<(), Failure> {
    let digest = open(&asked.file)?.digest()?;
    match asked.format {
        Format::Json => json(&serde_json::json!({ "digest": digest }), out),
        Format::Text => Ok(writeln!(out, "{digest}")?),
    }
}

pub(super) fn key(asked: &Key, out: &mut dyn Write) -> Result<(), Failure> {
    target::spare(&asked.out, &[&asked.file])?;
    let mut file = open(&asked.file)?;
    let text = file.keys()?.written(&file.office()?.name);
    write_whole(&asked.out, text.as_bytes()).map_err(BundleError::from)?;
    writeln!(out, "key written to {}: keep it as you keep a passport", asked.out.display())?;
    Ok(())
}

pub(super) fn restore(asked: &Restore, out: &mut dyn Write) -> Result<(), Failure> {
    let file = protection::opened(|passphrase| {
        OfficeFile::restore(&asked.backup, &asked.file, passphrase, &Progress::default())
    })?;
    writeln!(out, "{} goes on from {}", file.path().display(), asked.backup.display())?;
    if !file.links()?.is_empty() {
        writeln!(out, "send a file now; the next one from the other office brings back what the backup lacks")?;
    }
    Ok(())
}

pub(super) fn erase(asked: &Erase, out: &mut dyn Write) -> Result<(), Failure> {
    let mut file = open(&asked.file)?;
    let volunteer = file.resolve(Kind::Volunteer, &asked.volunteer)?;
    file.erase(volunteer, &asked.reason)?;
    writeln!(out, "{} is erased here; other offices erase it when they take in the next file", asked.volunteer)?;
    Ok(())
}

pub(super) fn subject_access(asked: &SubjectAccess, out: &mut dyn Write) -> Result<(), Failure> {
    let file = open(&asked.file)?;
    let volunteer = file.resolve(Kind::Volunteer, &asked.volunteer)?;
    for path in write_subject_access(&file, volunteer, &asked.out_dir)? {
        writeln!(out, "written to {}", path.display())?;
    }
    Ok(())
}

fn json<T: Serialize>(value: &T, out: &mut dyn Write) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    Ok(())
}
