//! Several things in one cell: "French B2; English native".

/// Parts of a cell: by semicolons and line breaks; only where there are none, by commas.
pub fn split_items(text: &str) -> Vec<String> {
    let by_line = text.contains('\n');
    let by_semicolon = text.contains(';');
    let parts: Vec<&str> = if by_line {
        text.split('\n').collect()
    } else if by_semicolon {
        text.split(';').collect()
    } else {
        text.split([',', '、', '،']).collect()
    };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Puts parts into one cell so that [`split_items`] gives back the same: with semicolons, or one a line where a part has a
/// semicolon in it.
pub fn join_items(parts: &[String]) -> String {
    let has = |sign| parts.iter().any(|part| part.contains(sign));
    if has(';') {
        // The line break at the end says that a lone part is not to be cut.
        return format!("{}\n", parts.join("\n"));
    }
    let joined = parts.join("; ");
    if parts.len() == 1 && (has(',') || has('、') || has('،')) { format!("{joined};") } else { joined }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn commas_cut_only_where_nothing_stronger_does() {
        assert_eq!(split_items("Car, Computer & Internet"), ["Car", "Computer & Internet"]);
        assert_eq!(split_items("Maternal, child health; Nursing"), ["Maternal, child health", "Nursing"]);
        assert_eq!(split_items(" ; "), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn parts_come_back(parts in proptest::collection::vec("[a-c,;]{1,3}( [a-c,;]{1,3})?", 0..4)) {
            prop_assert_eq!(split_items(&join_items(&parts)), parts);
        }
    }
}
