//! The guard of text cells in CSV files: a spreadsheet program takes a cell that starts with `=`, `+`, `-`, `@`, a tab
//! or a carriage return for a formula. Such *text* cells get an apostrophe in front, and lose exactly that one again
//! when the file is read, so that `+254 700 ...` comes back as it was.

use std::borrow::Cow;

fn is_formula_after_apostrophes(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text as it goes into a CSV cell. A text that has apostrophes before such a sign gets one more: so
/// [`unguard`] gives back every text.
pub fn guard(text: &str) -> Cow<'_, str> {
    if is_formula_after_apostrophes(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text of a CSV cell without the apostrophe that [`guard`] put in front.
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula_after_apostrophes(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn telephone_numbers_survive_and_formulas_are_harmless() {
        assert_eq!(guard("+254 700"), "'+254 700");
        assert_eq!(unguard("'+254 700"), "+254 700");
        assert_eq!(unguard("+254 700"), "+254 700");
        assert_eq!(guard("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(guard("'n Huis"), "'n Huis");
        assert_eq!(unguard("'n Huis"), "'n Huis");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+@a \t\r-]{0,6}") {
            let guarded = guard(&text);
            prop_assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(unguard(&guarded), text.as_str());
        }
    }
}
