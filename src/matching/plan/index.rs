//! Who could come in question for a placement at all, without looking at everybody.
//!
//! The index is careful: it leaves out only those whom a rule that decides would keep out.

use crate::domain::detail::VolunteerDetail;
use crate::domain::placement::{RequirementKind, Weight};
use crate::domain::reference::{Language, Occupation};
use crate::matching::eligibility::{Rule, Terms, Verdict, occupation_verdict};
use std::collections::BTreeMap;

/// People by what keeps most of them out: their occupation, and the languages they speak. Numbers rise in each list.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    by_occupation: BTreeMap<Option<Occupation>, Vec<u32>>,
    /// Under nothing those of whom no language is known.
    by_language: BTreeMap<Option<Language>, Vec<u32>>,
    people: u32,
}

impl Index {
    pub(super) fn new(people: &[VolunteerDetail]) -> Self {
        let mut index = Self { people: people.len() as u32, ..Self::default() };
        for (number, person) in (0..).zip(people) {
            index.add(number, person);
        }
        index
    }

    pub(super) fn add(&mut self, number: u32, person: &VolunteerDetail) {
        insert(self.by_occupation.entry(person.volunteer.occupation).or_default(), number);
        for language in languages(person) {
            insert(self.by_language.entry(language).or_default(), number);
        }
    }

    pub(super) fn remove(&mut self, number: u32, person: &VolunteerDetail) {
        let lists = self.by_occupation.get_mut(&person.volunteer.occupation).into_iter();
        for list in lists {
            list.retain(|other| *other != number);
        }
        for language in languages(person) {
            self.by_language.entry(language).or_default().retain(|other| *other != number);
        }
    }

    /// The shortest lists that hold everybody who could pass.
    pub(super) fn candidates(&self, terms: &Terms) -> Vec<u32> {
        let mut ways: Vec<Vec<&Vec<u32>>> = Vec::new();
        if let Some(asked) = terms.placement.occupation.filter(|_| !terms.relaxed.contains(&Rule::Occupation)) {
            let passes = |has: Option<Occupation>| occupation_verdict(terms, asked, has) != Verdict::Fail;
            ways.push(self.by_occupation.iter().filter(|(has, _)| passes(**has)).map(|(_, list)| list).collect());
        }
        if !terms.relaxed.contains(&Rule::Language) {
            let must = terms.requirements.iter().filter(|asked| asked.weight == Weight::Must);
            for language in must.filter(|asked| asked.kind == RequirementKind::Language).filter_map(|a| a.language) {
                ways.push([Some(language), None].iter().filter_map(|key| self.by_language.get(key)).collect());
            }
        }
        let length = |lists: &Vec<&Vec<u32>>| lists.iter().map(|list| list.len()).sum::<usize>();
        match ways.into_iter().min_by_key(length) {
            Some(lists) => lists.into_iter().flatten().copied().collect(),
            None => (0..self.people).collect(),
        }
    }
}

fn languages(person: &VolunteerDetail) -> impl Iterator<Item = Option<Language>> + '_ {
    let unknown = person.languages.is_empty().then_some(None);
    person.languages.iter().map(|spoken| Some(spoken.language)).chain(unknown)
}

fn insert(list: &mut Vec<u32>, number: u32) {
    if let Err(place) = list.binary_search(&number) {
        list.insert(place, number);
    }
}
