//! The records that rows of other lists name: an organisation by its name, acronym or reference, a practice by its title or
//! reference, a mission by its reference.

use std::collections::HashMap;

use crate::domain::Id;
use crate::domain::reference::Country;
use crate::domain::text::fold;

/// Records of one kind by the words that name them.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    by_words: HashMap<String, Vec<Known>>,
    /// The words of each record, the plainest first.
    words: HashMap<Id, Vec<String>>,
}

/// A record that can be named.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) id: Id,
    pub(super) country: Option<Country>,
}

impl Names {
    /// Takes a record in, with the words for it, the plainest first.
    pub(super) fn add(&mut self, id: Id, country: Option<Country>, words: &[&str]) {
        let words: Vec<String> = words.iter().filter(|text| !text.is_empty()).map(|text| (*text).to_owned()).collect();
        for text in &words {
            let known = self.by_words.entry(fold(text)).or_default();
            // An acronym may be the whole name.
            if !known.iter().any(|one| one.id == id) {
                known.push(Known { id, country });
            }
        }
        self.words.insert(id, words);
    }

    /// The records that go by those words.
    pub(super) fn find(&self, words: &str) -> &[Known] {
        self.by_words.get(&fold(words)).map_or(&[], Vec::as_slice)
    }

    /// The plainest words for a record.
    pub(super) fn name(&self, id: Id) -> String {
        self.words.get(&id).and_then(|words| words.first()).cloned().unwrap_or_default()
    }

    /// The plainest words that mean this record and no other; its name where there are none.
    pub(super) fn label(&self, id: Id) -> String {
        let alone = self.words.get(&id).and_then(|words| words.iter().find(|text| self.find(text).len() == 1));
        alone.cloned().unwrap_or_else(|| self.name(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_labelled_by_words_that_mean_no_other() {
        let [one, two, three] = std::array::from_fn(|_| Id::random());
        let mut names = Names::default();
        names.add(one, None, &["Clinic", "", "O-0001"]);
        names.add(two, None, &["CLINIC", "", "O-0002"]);
        names.add(three, None, &["Red Cross", "red cross", "O-0003"]);
        assert_eq!([one, two, three].map(|id| names.label(id)), ["O-0001", "O-0002", "Red Cross"]);
        assert_eq!(names.find("clinic").len(), 2);
        assert_eq!((names.find("o-0002").len(), names.name(two).as_str()), (1, "CLINIC"));
    }
}
