//! Filter chips that open a list or a date to choose from, show what was chosen, and can be emptied by their cross.

use chrono::NaiveDate;
use egui::{Response, Ui};

use super::date_field::pick_from_month;
use super::picker::{Picked, Picker, open};
use super::select::opened_by_key;
use super::{Chip, Offer};
use crate::app::texts::Texts;
use crate::t;

/// A chip that takes several values of a list. Gives back what is chosen now, if that changed.
pub fn several<O: Offer + ?Sized>(
    ui: &mut Ui,
    texts: &Texts,
    title: &str,
    choices: &O,
    chosen: &[O::Key],
) -> Option<Vec<O::Key>> {
    let names: Vec<&str> = chosen.iter().filter_map(|key| choices.name_of(key)).collect();
    let text = match names.as_slice() {
        [] => title.to_owned(),
        [one] => t!(texts, "chip-one", title = title, what = *one),
        [one, rest @ ..] => t!(texts, "chip-more", title = title, first = *one, more = rest.len()),
    };
    let shown = chip(ui, texts, title, &text, !chosen.is_empty());
    if shown.emptied {
        return Some(Vec::new());
    }
    if shown.response.clicked() || opened_by_key(ui, &shown.response) {
        open(ui, &shown.response);
    }
    let picker = Picker {
        anchor: &shown.response,
        texts,
        name: title,
        choices,
        nothing: None,
        stay: true,
        filter_always: choices.count() > 12,
    };
    match picker.show(ui, |place| chosen.contains(choices.key(place))) {
        Some(Picked::Choice(picked)) => {
            let key = choices.key(picked);
            let mut now = chosen.to_vec();
            match now.iter().position(|candidate| candidate == key) {
                Some(place) => drop(now.remove(place)),
                None => now.push(key.clone()),
            }
            Some(now)
        }
        Some(Picked::Nothing) | None => None,
    }
}

/// A chip that takes one value of a list. Gives back what is chosen now, if that changed.
pub fn one<O: Offer + ?Sized>(
    ui: &mut Ui,
    texts: &Texts,
    title: &str,
    choices: &O,
    chosen: Option<&O::Key>,
) -> Option<Option<O::Key>> {
    let text = chosen
        .and_then(|key| choices.name_of(key))
        .map_or(title.to_owned(), |name| t!(texts, "chip-one", title = title, what = name));
    let shown = chip(ui, texts, title, &text, chosen.is_some());
    if shown.emptied {
        return Some(None);
    }
    if shown.response.clicked() || opened_by_key(ui, &shown.response) {
        open(ui, &shown.response);
    }
    let anchor = &shown.response;
    let picker = Picker { anchor, texts, name: title, choices, nothing: None, stay: false, filter_always: false };
    match picker.show(ui, |place| chosen == Some(choices.key(place))) {
        Some(Picked::Choice(picked)) => Some(Some(choices.key(picked).clone())),
        Some(Picked::Nothing) | None => None,
    }
}

/// A chip that takes a date. Gives back what is chosen now, if that changed.
pub fn date(
    ui: &mut Ui,
    texts: &Texts,
    title: &str,
    chosen: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Option<NaiveDate>> {
    let text = chosen.map_or(title.to_owned(), |date| t!(texts, "chip-one", title = title, what = texts.date(date)));
    let shown = chip(ui, texts, title, &text, chosen.is_some());
    if shown.emptied {
        return Some(None);
    }
    let opened = shown.response.clicked() || opened_by_key(ui, &shown.response);
    pick_from_month(ui, texts, &shown.response, opened, chosen, today).filter(|picked| *picked != chosen)
}

struct Shown {
    response: Response,
    emptied: bool,
}

fn chip(ui: &mut Ui, texts: &Texts, title: &str, text: &str, in_use: bool) -> Shown {
    let remove = t!(texts, "tags-remove", name = title);
    let chip = Chip::new(text).selected(in_use);
    let shown = ui.push_id(title, |ui| if in_use { chip.removable(&remove).show(ui) } else { chip.show(ui) }).inner;
    Shown { response: shown.response, emptied: shown.removed }
}

#[cfg(test)]
mod tests {
    use crate::app::texts::{Language, Texts};
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn what_is_chosen_is_shown_and_can_be_emptied() {
        let texts = Texts::new(Language::English);
        let choices = [(1, "Kenya"), (2, "Nepal")];
        let mut harness = harness(Vec::new(), |ui, chosen| {
            if let Some(now) = super::several(ui, &texts, "Country", &choices, chosen) {
                *chosen = now;
            }
        });
        harness.get_by_label("Country").click();
        harness.run();
        harness.get_by_label("Nepal").click();
        harness.run();
        assert_eq!(*harness.state(), [2]);
        harness.get_by_label("Country: Nepal");
        harness.get_by_label("Remove Country").click();
        harness.run();
        assert!(harness.state().is_empty());
    }
}
