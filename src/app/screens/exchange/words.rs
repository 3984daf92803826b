//! What the exchange says, in the person's language.

use super::LinkView;
use crate::app::texts::Texts;
use crate::exchange::bundle::BundleError;
use crate::exchange::write::{NotWritten, WhyNot};
use crate::store::Receipt;
use crate::store::links::BundleEntry;
use crate::t;
use chrono::{DateTime, Local, Utc};
use std::path::Path;

fn when(texts: &Texts, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&Local);
    format!("{} {}", texts.date(local.date_naive()), local.format("%H:%M"))
}

/// What was last sent and last received.
pub(super) fn lines_of(texts: &Texts, view: &LinkView) -> Vec<String> {
    let sent = view.bundles.iter().find(|bundle| bundle.sent);
    let received = view.bundles.iter().find(|bundle| !bundle.sent);
    let last_sent = match sent {
        Some(bundle) => t!(texts, "exchange-last-sent", number = bundle.number, when = when(texts, bundle.at)),
        None => t!(texts, "exchange-nothing-sent").to_owned(),
    };
    let last_received = match received {
        Some(bundle) => t!(texts, "exchange-last-received", number = bundle.number, when = when(texts, bundle.at)),
        None => t!(texts, "exchange-nothing-received").to_owned(),
    };
    vec![last_sent, last_received]
}

/// One file of a link.
pub(super) fn file(texts: &Texts, bundle: &BundleEntry) -> String {
    let (when, size) = (when(texts, bundle.at), kilobytes(bundle.bytes));
    if bundle.sent {
        t!(texts, "exchange-file-sent", number = bundle.number, when = when, edits = bundle.edits, size = size)
    } else {
        t!(texts, "exchange-file-received", number = bundle.number, when = when, edits = bundle.edits, size = size)
    }
}

/// Bytes as whole kilobytes, at least one.
pub(super) fn kilobytes(bytes: i64) -> i64 {
    (bytes + 999) / 1_000
}

/// A receipt in plain words.
pub(super) fn receipt(texts: &Texts, receipt: &Receipt) -> Vec<String> {
    let mut lines = vec![if receipt.new_changes == 0 {
        t!(texts, "receipt-nothing-new").to_owned()
    } else {
        t!(texts, "receipt-new", edits = receipt.new_edits, changes = receipt.new_changes)
    }];
    let mut counted = |count: usize, words: fn(&Texts, usize) -> String| {
        if count > 0 {
            lines.push(words(texts, count));
        }
    };
    counted(receipt.already_here, |texts, count| t!(texts, "receipt-already-here", count = count));
    counted(receipt.conflicts, |texts, count| t!(texts, "receipt-conflicts", count = count));
    counted(receipt.side_by_side, |texts, count| t!(texts, "receipt-side-by-side", count = count));
    counted(receipt.not_understood, |texts, count| t!(texts, "receipt-not-understood", count = count));
    counted(receipt.incomplete, |texts, count| t!(texts, "receipt-incomplete", count = count));
    counted(receipt.left, |texts, count| t!(texts, "receipt-left", count = count));
    counted(receipt.leaving, |texts, count| t!(texts, "receipt-leaving", count = count));
    counted(receipt.doubtful, |texts, count| t!(texts, "receipt-doubtful", count = count));
    if receipt.confirmed > 0 {
        lines.push(t!(texts, "receipt-confirmed", count = receipt.confirmed));
    }
    for number in &receipt.missing {
        lines.push(t!(texts, "receipt-missing", number = *number, office = receipt.from.as_str()));
    }
    lines.extend(receipt.broken.iter().map(|broken| t!(texts, "receipt-broken", what = broken.as_str())));
    lines
}

impl Texts {
    /// Why a file could not be written.
    pub fn why_not(&self, reason: &WhyNot) -> String {
        let words = match reason {
            WhyNot::Full => t!(self, "why-not-full"),
            WhyNot::WriteProtected => t!(self, "why-not-write-protected"),
            WhyNot::NoPermission => t!(self, "why-not-permission"),
            WhyNot::NoFolder => t!(self, "why-not-folder"),
            WhyNot::Said(words) => words,
        };
        words.to_owned()
    }

    /// Why a file of the exchange was refused, with the hint.
    pub fn bundle_refusal(&self, error: &BundleError) -> String {
        let file = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (what, hint) = match error {
            BundleError::Store(error) => return self.refusal(error),
            BundleError::Damaged(path) => {
                (t!(self, "bundle-damaged", file = file(path)), t!(self, "hint-bundle-again"))
            }
            BundleError::TooLarge(path) => {
                (t!(self, "bundle-too-large", file = file(path)), t!(self, "hint-bundle-again"))
            }
            BundleError::ForAnother(path) => {
                (t!(self, "bundle-for-another", file = file(path)), t!(self, "hint-bundle-for-another"))
            }
            BundleError::OwnFile(path) => (t!(self, "bundle-own", file = file(path)), t!(self, "hint-bundle-own")),
            BundleError::Unknown(path) => (t!(self, "bundle-unknown", file = file(path)), t!(self, "hint-not-linked")),
            BundleError::NotSigned(path) => {
                (t!(self, "bundle-not-signed", file = file(path)), t!(self, "hint-bundle-not-signed"))
            }
            BundleError::Newer(path) => (t!(self, "bundle-newer", file = file(path)), t!(self, "hint-newer")),
            BundleError::NotAnInvitation(path) => {
                (t!(self, "bundle-not-an-invitation", file = file(path)), t!(self, "hint-bundle-invitation"))
            }
            BundleError::NotHeadOffice => (t!(self, "bundle-not-head-office").to_owned(), t!(self, "hint-not-linked")),
            BundleError::NotCountryOffice => {
                (t!(self, "bundle-not-country-office").to_owned(), t!(self, "hint-bundle-not-country-office"))
            }
            BundleError::AlreadyLinked(name) => (t!(self, "bundle-already-linked", office = name.as_str()), ""),
            BundleError::OwnInvitation => (t!(self, "bundle-own-invitation").to_owned(), ""),
            BundleError::NotHeardOf(name) => {
                (t!(self, "bundle-not-heard-of", office = name.as_str()), t!(self, "hint-bundle-not-heard-of"))
            }
            BundleError::NotWritten(NotWritten { file, reason }) => (
                t!(self, "sheet-not-written", file = file.as_str(), reason = self.why_not(reason)),
                t!(self, "hint-bundle-folder"),
            ),
            BundleError::File { .. } => {
                (t!(self, "refused-system", what = error.to_string()), t!(self, "hint-bundle-folder"))
            }
        };
        if hint.is_empty() { what } else { format!("{what}: {hint}") }
    }
}
