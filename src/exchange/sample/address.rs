//! Addresses that reach nobody: the domains of RFC 2606 and the numbers 555 01xx that are kept for fiction.

use super::random::Random;
use crate::domain::text::fold;

/// An e-mail address for a name.
pub(super) fn email(random: &mut Random, name: &str) -> String {
    let domain = random.pick(&["example.org", "example.com", "example.net", "mail.example.org", "post.example.com"]);
    let number = if random.chance(40) { random.between(1, 99).to_string() } else { String::new() };
    format!("{}{number}@{domain}", slug(name, "."))
}

/// A telephone number in the country with this prefix.
pub(super) fn phone(random: &mut Random, dial: &str) -> String {
    format!("+{dial} {} 555 01{:02}", random.between(20, 99), random.below(100))
}

/// The Latin letters and digits of a text, its words parted by `between`.
pub(super) fn slug(text: &str, between: &str) -> String {
    let folded = fold(text).replace('\'', "");
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_plain_letters() {
        assert_eq!(slug("Nguyễn Thị Ánh", "."), "nguyen.thi.anh");
        assert_eq!(slug("N'Guessan Aya-Marie", "."), "nguessan.aya.marie");
    }
}
