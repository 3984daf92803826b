//! What the spreadsheet room says, in the person's language.

use crate::app::screens::{organisations, practices};
use crate::app::texts::Texts;
use crate::domain::mission::AgeBand;
use crate::domain::organisation::{DueDiligence, Finding, LinkKind, OfferKind, OfferSide};
use crate::domain::placement::{PlacementStatus, Priority};
use crate::domain::practice::{PracticeStage, ReplicationResult};
use crate::domain::volunteer::{Category, Education, Level, Sex, Standing};
use crate::domain::{Kind, ListKind};
use crate::exchange::spreadsheet::field::Field;
use crate::exchange::spreadsheet::fields;
use crate::exchange::spreadsheet::read::Misfit;
use crate::exchange::spreadsheet::vocabulary::Vocabulary;
use crate::exchange::spreadsheet::{ExportError, Notice, Question, Rejection, SheetError};
use crate::exchange::write::NotWritten;
use crate::t;
use std::collections::BTreeSet;

/// Rows of a list, many of them.
pub fn many(texts: &Texts, kind: ListKind) -> &str {
    match kind {
        ListKind::Volunteer => t!(texts, "import-kind-volunteers"),
        ListKind::Organisation => t!(texts, "import-kind-organisations"),
        ListKind::Placement => t!(texts, "import-kind-placements"),
        ListKind::Practice => t!(texts, "import-kind-practices"),
        ListKind::Mission => t!(texts, "import-kind-missions"),
        ListKind::Project => t!(texts, "import-kind-projects"),
        ListKind::Offer => t!(texts, "import-kind-offers"),
        ListKind::Link => t!(texts, "import-kind-links"),
        ListKind::SiteVisit => t!(texts, "import-kind-site-visits"),
        ListKind::Replication => t!(texts, "import-kind-replications"),
        ListKind::Trained => t!(texts, "import-kind-trained"),
    }
}

/// The name of a field.
pub fn field(texts: &Texts, field: &Field) -> &'static str {
    field.name(texts.tongue())
}

/// The name of a field by its key; the key where there is no such field.
pub fn field_key<'a>(texts: &Texts, kind: ListKind, key: &'a str) -> &'a str {
    fields::field(kind, key).map_or(key, |known| field(texts, known))
}

/// The name of a code of a vocabulary.
pub fn code(texts: &Texts, vocabulary: Vocabulary, code: &'static str) -> String {
    let word = match vocabulary {
        Vocabulary::Sex => Sex::parse(code).map(|one| texts.sex(one)),
        Vocabulary::Level => Level::parse(code).map(|one| texts.level(one)),
        Vocabulary::Category => Category::parse(code).map(|one| texts.category(one)),
        Vocabulary::Education => Education::parse(code).map(|one| texts.education(one)),
        Vocabulary::Standing => Standing::parse(code).map(|one| texts.standing(one).0),
        Vocabulary::Priority => Priority::parse(code).map(|one| texts.priority(one).0),
        Vocabulary::PlacementStatus => PlacementStatus::parse(code).map(|one| texts.placement_status(one).0),
        Vocabulary::DueDiligence => {
            DueDiligence::parse(code).map(|one| organisations::words::due_diligence(texts, one))
        }
        Vocabulary::PracticeStage => PracticeStage::parse(code).map(|one| practices::words::stage(texts, one).0),
        Vocabulary::LinkKind => LinkKind::parse(code).map(|one| organisations::words::link_to(texts, one)),
        Vocabulary::OfferSide => OfferSide::parse(code).map(|one| organisations::words::offer_side(texts, one)),
        Vocabulary::OfferKind => OfferKind::parse(code).map(|one| organisations::words::offer_kind(texts, one)),
        Vocabulary::Finding => Finding::parse(code).map(|one| organisations::words::finding(texts, one).1),
        Vocabulary::ReplicationResult => {
            ReplicationResult::parse(code).map(|one| practices::words::result(texts, one).0)
        }
        Vocabulary::AgeBand => AgeBand::parse(code).map(|one| texts.age_band(one)),
        Vocabulary::OrganisationKind
        | Vocabulary::Country
        | Vocabulary::Region
        | Vocabulary::Language
        | Vocabulary::Occupation
        | Vocabulary::Sector => Some(vocabulary.name(code, texts.tongue())),
    };
    word.unwrap_or(code).to_owned()
}

/// Why a text does not fit its field; the end of a sentence that begins with the text.
pub fn misfit(texts: &Texts, why: &Misfit) -> String {
    match why {
        Misfit::NoDate => t!(texts, "misfit-no-date").to_owned(),
        Misfit::DayOrMonth => t!(texts, "misfit-day-or-month").to_owned(),
        Misfit::OtherOrder => t!(texts, "misfit-other-order").to_owned(),
        Misfit::MonthOnly => t!(texts, "misfit-month-only").to_owned(),
        Misfit::NoNumber => t!(texts, "misfit-no-number").to_owned(),
        Misfit::TooMuch(most) => t!(texts, "misfit-too-much", most = *most),
        Misfit::NoYesOrNo => t!(texts, "misfit-no-yes-or-no").to_owned(),
        Misfit::NoEmail => t!(texts, "misfit-no-email").to_owned(),
        Misfit::Unknown(vocabulary) => unknown(texts, *vocabulary).to_owned(),
        Misfit::Several(vocabulary, codes) => {
            let names: Vec<String> = codes.iter().take(6).map(|one| code(texts, *vocabulary, one)).collect();
            t!(texts, "misfit-several", names = names.join(", "))
        }
        Misfit::LevelUnclear => t!(texts, "misfit-level-unclear").to_owned(),
        Misfit::SheetError => t!(texts, "misfit-sheet-error").to_owned(),
        Misfit::HalfPosition => t!(texts, "misfit-half-position").to_owned(),
        Misfit::Second => t!(texts, "misfit-second").to_owned(),
        Misfit::NotThere(kind) => not_there(texts, *kind).to_owned(),
    }
}

fn not_there(texts: &Texts, kind: Kind) -> &str {
    match kind {
        Kind::Organisation => t!(texts, "misfit-no-organisation"),
        Kind::Practice => t!(texts, "misfit-no-practice"),
        Kind::Mission | Kind::Volunteer | Kind::Placement | Kind::Office => t!(texts, "misfit-no-mission"),
    }
}

fn unknown(texts: &Texts, vocabulary: Vocabulary) -> &str {
    match vocabulary {
        Vocabulary::Country => t!(texts, "misfit-unknown-country"),
        Vocabulary::Region => t!(texts, "misfit-unknown-region"),
        Vocabulary::Language => t!(texts, "misfit-unknown-language"),
        Vocabulary::Occupation => t!(texts, "misfit-unknown-occupation"),
        Vocabulary::Sector => t!(texts, "misfit-unknown-sector"),
        _ => t!(texts, "misfit-unknown-word"),
    }
}

/// Why a row does not come in.
pub fn rejection(texts: &Texts, rejection: &Rejection) -> String {
    match rejection {
        Rejection::Misfit { head, left } => {
            t!(
                texts,
                "rejected-misfit",
                head = head.as_str(),
                text = left.text.as_str(),
                why = misfit(texts, &left.why)
            )
        }
        Rejection::Nothing(one) => t!(texts, "rejected-nothing", field = field(texts, one)),
        Rejection::Twice(reference) => t!(texts, "rejected-twice", reference = reference.as_str()),
        Rejection::NotThere { head, text, kind } => {
            let (head, text) = (head.as_str(), text.as_str());
            match kind {
                Kind::Organisation => t!(texts, "rejected-no-organisation", head = head, text = text),
                Kind::Practice => t!(texts, "rejected-no-practice", head = head, text = text),
                Kind::Mission | Kind::Volunteer | Kind::Placement | Kind::Office => {
                    t!(texts, "rejected-no-mission", head = head, text = text)
                }
            }
        }
        Rejection::Several { head, text } => {
            t!(texts, "rejected-several", head = head.as_str(), text = text.as_str())
        }
        Rejection::ToItself => t!(texts, "link-not-to-itself").to_owned(),
        Rejection::Broken(broken) => texts.broken(broken),
        Rejection::NoSuchKind => t!(texts, "rejected-kind").to_owned(),
    }
}

/// What a person should know about a file.
pub fn notice(texts: &Texts, notice: &Notice) -> String {
    match notice {
        Notice::UnclosedQuote { line, lines_swallowed } => {
            t!(texts, "notice-unclosed-quote", line = *line, lines = *lines_swallowed)
        }
        Notice::UnreadableCharacters { count } => t!(texts, "notice-unreadable", count = *count),
        Notice::EncodingGuessed { encoding } => t!(texts, "notice-encoding", encoding = encoding.as_str()),
        Notice::RoundedNumbers { count } => t!(texts, "notice-rounded", count = *count),
        Notice::FormulasWithoutResult { count } => t!(texts, "notice-formulas", count = *count),
        Notice::ErrorCells { count } => t!(texts, "notice-error-cells", count = *count),
        Notice::MergedRows { count } => t!(texts, "notice-merged", count = *count),
    }
}

/// What must be answered before the import.
pub fn question(texts: &Texts, kind: ListKind, question: &Question) -> String {
    match question {
        Question::DayOrMonth { head, example, .. } => {
            t!(texts, "import-asks-day-or-month", head = head.as_str(), example = example.as_str())
        }
        Question::NoColumn { field, .. } => t!(texts, "import-asks-column", field = field_key(texts, kind, field)),
        Question::Constant { field, text, why, .. } => t!(
            texts,
            "import-asks-constant",
            field = field_key(texts, kind, field),
            text = text.as_str(),
            why = misfit(texts, why)
        ),
    }
}

/// Why a file cannot be read or written, and what can be done about it.
pub fn trouble(texts: &Texts, error: &SheetError) -> (String, String) {
    let (what, hint) = match error {
        SheetError::NotThere(path) => {
            (t!(texts, "sheet-not-there", path = path.display().to_string()), t!(texts, "sheet-not-there-hint"))
        }
        SheetError::Folder(path) => {
            (t!(texts, "sheet-folder", path = path.display().to_string()), t!(texts, "sheet-folder-hint"))
        }
        SheetError::Empty { file } => (t!(texts, "sheet-empty", file = file.as_str()), t!(texts, "sheet-empty-hint")),
        SheetError::NoPermission(path) => {
            (t!(texts, "sheet-no-permission", path = path.display().to_string()), t!(texts, "sheet-no-permission-hint"))
        }
        SheetError::Password { file } => {
            (t!(texts, "sheet-password", file = file.as_str()), t!(texts, "sheet-password-hint"))
        }
        SheetError::Broken { file, .. } => {
            (t!(texts, "sheet-broken", file = file.as_str()), t!(texts, "sheet-broken-hint"))
        }
        SheetError::NotATable { file, .. } => {
            (t!(texts, "sheet-no-table", file = file.as_str()), t!(texts, "sheet-no-table-hint"))
        }
        SheetError::NoRows { file, sheet } => {
            (t!(texts, "sheet-no-rows", file = file.as_str(), sheet = sheet.as_str()), t!(texts, "sheet-no-rows-hint"))
        }
        SheetError::TooLarge { file, .. } => {
            (t!(texts, "sheet-too-large", file = file.as_str()), t!(texts, "sheet-too-large-hint"))
        }
        SheetError::NotWritten(NotWritten { file, reason }) => (
            t!(texts, "sheet-not-written", file = file.as_str(), reason = texts.why_not(reason)),
            t!(texts, "sheet-not-written-hint"),
        ),
        SheetError::Disk { file, source } => {
            (t!(texts, "sheet-disk", file = file.as_str(), reason = source.to_string()), t!(texts, "sheet-disk-hint"))
        }
        // Sheets are chosen from a list here, so that it happens only when the file changes meanwhile.
        SheetError::SheetNotThere { .. } => (error.to_string(), error.hint()),
    };
    (what, hint.to_owned())
}

/// Why a list could not be written, with the hint.
pub fn not_written(texts: &Texts, error: &ExportError) -> String {
    match error {
        ExportError::Store(error) => texts.refusal(error),
        ExportError::Sheet(error) => {
            let (what, hint) = trouble(texts, error);
            format!("{what}: {hint}")
        }
        ExportError::Ending(file) => t!(texts, "sheet-ending", file = file.as_str()),
    }
}

/// Which characters of a page are printed as boxes. The most that a sentence has room for.
pub fn lacking(texts: &Texts, letters: &BTreeSet<char>) -> String {
    let some: Vec<String> = letters.iter().take(MOST_LETTERS).map(ToString::to_string).collect();
    let (more, letters) = (letters.len() - some.len(), some.join(" "));
    t!(texts, "export-lacking", letters = letters, more = more)
}

/// Characters named in a sentence.
const MOST_LETTERS: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::domain::reference::Tongue;
    use crate::exchange::spreadsheet::vocabulary::CLOSED;

    #[test]
    fn lists_in_french_say_what_the_window_says() {
        let texts = Texts::new(Language::French);
        for vocabulary in CLOSED.into_iter().chain([Vocabulary::Level]) {
            for one in vocabulary.codes() {
                assert_eq!(vocabulary.name(one, Tongue::French), code(&texts, vocabulary, one), "{vocabulary:?} {one}");
            }
        }
    }
}
