//! Text as people search for it: without case, accents and the marks that keyboards lack.

use unicode_normalization::UnicodeNormalization as _;

/// Folds a text for comparing and finding: lower case, Latin, Greek and Cyrillic letters without accents
/// ("Heikkilä" and "Heikkila" are equal, so are "Łukasz" and "Lukasz"), digits of any script as 0-9, runs
/// of blanks as one. Letters of other scripts keep their vowel signs.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut blank = true;
    for c in text.nfkd().flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            if !blank {
                folded.push(' ');
            }
            blank = true;
            continue;
        }
        let simple = match c {
            '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{64b}'..='\u{65f}' | '\u{feff}' => continue,
            'ł' => 'l',
            'ø' => 'o',
            'đ' | 'ð' => 'd',
            'ı' => 'i',
            'ħ' => 'h',
            'ŧ' => 't',
            '’' | 'ʼ' | '‘' | '`' => '\'',
            'ß' => {
                folded.push_str("ss");
                blank = false;
                continue;
            }
            'æ' => {
                folded.push_str("ae");
                blank = false;
                continue;
            }
            'œ' => {
                folded.push_str("oe");
                blank = false;
                continue;
            }
            'þ' => {
                folded.push_str("th");
                blank = false;
                continue;
            }
            other => western_digit(other),
        };
        folded.push(simple);
        blank = false;
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// What is there of some words, with commas between: "Tamale, Ghana".
pub fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// The digit 0-9 for a decimal digit of the scripts seen in tables (Arabic, Persian, Devanagari, Bengali,
/// Khmer, Burmese, Thai, Lao ...), any other character as it is.
pub fn western_digit(c: char) -> char {
    const ZEROS: [u32; 14] =
        [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xe50, 0xed0, 0x1040, 0x17e0];
    let code = c as u32;
    ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))
        .and_then(|zero| char::from_digit(code - zero, 10))
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_blanks_do_not_matter() {
        for (written, typed) in [
            ("Heikkilä", "heikkila"),
            ("  Łukasz   ŻÓŁW ", "lukasz zolw"),
            ("Nguyễn Thị Ánh", "nguyen thi anh"),
            ("Straße", "STRASSE"),
            ("N’Djamena", "n'djamena"),
            ("२८", "28"),
        ] {
            assert_eq!(fold(written), fold(typed));
        }
    }

    #[test]
    fn vowel_signs_of_other_scripts_stay() {
        assert_ne!(fold("कि"), fold("क"));
        assert_eq!(fold("हरि दुगड"), "हरि दुगड");
    }
}
