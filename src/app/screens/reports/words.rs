//! Reports in the person's language: names by their codes, numbers as readers expect them.

use crate::app::texts::{Language, Texts};
use crate::domain::reports::{Figure, Label, Measure, ReportName, TableName};
use crate::exchange::report_sheets::{ReportHead, ReportWords};
use crate::t;

/// The words of a language for reports.
pub(super) struct Words<'a>(pub(super) &'a Texts);

impl ReportWords for Words<'_> {
    fn head(&self, head: ReportHead) -> String {
        self.0.code("reports-head", head.code())
    }

    fn report(&self, name: ReportName) -> String {
        self.0.code("reports-name", name.code())
    }

    fn table(&self, name: TableName) -> String {
        self.0.code("reports-table", name.code())
    }

    fn measure(&self, measure: Measure) -> String {
        self.0.code("reports-measure", measure.code())
    }

    fn definition(&self, measure: Measure) -> Option<String> {
        Some(self.0.code("reports-define", measure.code()))
    }

    fn label(&self, label: &Label) -> String {
        let Self(texts) = self;
        match label {
            Label::Total => t!(texts, "reports-all").to_owned(),
            Label::Country(country) => country.name(texts.tongue()).to_owned(),
            Label::Month(month) => texts.month_and_year(*month),
            Label::Sector(sector) => sector.name(texts.tongue()).to_owned(),
            Label::Goal(goal) => format!("{} {}", goal.number(), goal.name(texts.tongue())),
            Label::Code("age", band) => texts.code("reports-age", band),
            Label::Code(list, code) => texts.code(list, code),
            Label::Text(text) => text.clone(),
            Label::Unknown => t!(texts, "reports-unknown").to_owned(),
        }
    }
}

impl Words<'_> {
    /// A number: "1,204", "63.2 %", a dash where there is nothing to divide by.
    pub(super) fn number(&self, measure: Measure, figure: &Figure) -> String {
        let Self(texts) = self;
        let Some(value) = figure.value else { return "–".to_owned() };
        let is_whole = measure.is_middle() && value.fract() == 0.0;
        let decimals = if is_whole { 0 } else { usize::try_from(measure.decimals()).unwrap_or_default() };
        let written = format!("{value:.decimals$}");
        let (whole, rest) = written.split_once('.').unwrap_or((&written, ""));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
        let mark = match texts.language() {
            Language::English => '.',
            Language::French => ',',
        };
        let mut number = format!("{sign}{}", texts.count(whole.parse().unwrap_or_default()));
        if !rest.is_empty() {
            number.push(mark);
            number.push_str(rest);
        }
        if measure.is_share() { t!(texts, "reports-percent", number = number) } else { number }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;
    use crate::domain::mission::AgeBand;
    use crate::domain::reports::VolunteerAge;

    #[test]
    fn every_code_has_words_in_both_languages() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            let words = Words(&texts);
            let mut said: Vec<String> = ReportName::ALL.iter().map(|name| words.report(*name)).collect();
            said.extend(TableName::ALL.iter().map(|name| words.table(*name)));
            said.extend(Measure::ALL.iter().map(|measure| words.measure(*measure)));
            said.extend(Measure::ALL.iter().filter_map(|measure| words.definition(*measure)));
            said.extend(ReportHead::ALL.iter().map(|head| words.head(*head)));
            let ages = AgeBand::ALL.iter().map(|age| age.code()).chain(VolunteerAge::ALL.iter().map(|age| age.code()));
            said.extend(ages.map(|age| words.label(&Label::Code("age", age))));
            let without: Vec<&String> = said.iter().filter(|text| text.starts_with("reports-")).collect();
            assert!(without.is_empty(), "{language:?} has no words for {without:?}");
        }
    }

    #[test]
    fn numbers_are_written_as_readers_expect() {
        let figure = |value| Figure { value, kind: Kind::Mission, ids: [].into() };
        let (english, french) = (Texts::new(Language::English), Texts::new(Language::French));
        let say = |texts, measure, value| Words(texts).number(measure, &figure(value));
        assert_eq!(say(&english, Measure::Days, Some(12_045.0)), "12,045");
        assert_eq!(say(&english, Measure::Months, Some(0.5)), "0.5");
        assert_eq!(say(&french, Measure::FillRate, Some(63.2)), "63,2 %");
        assert_eq!(say(&english, Measure::DaysAhead, Some(-12.5)), "-12.5");
        assert_eq!(say(&english, Measure::DaysAhead, Some(20.0)), "20");
        assert_eq!(say(&english, Measure::FillRate, None), "–");
    }
}
