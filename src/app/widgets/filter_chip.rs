//! A chip that narrows a list to any of several values: its name while it narrows nothing, what was chosen once it does.

use egui::{AsIdSalt, Ui};

use super::Chip;
use super::picker::{Picked, Picker};
use crate::app::texts::Texts;
use crate::t;

/// Shows a chip over `choices`, a list of values and their names; changes `selected` and returns whether it did.
///
/// `selected` may hold values that `choices` lack; they are counted and stay until the chip is emptied.
pub fn show<K: PartialEq + Clone, L: AsRef<str>>(
    ui: &mut Ui,
    texts: &Texts,
    salt: impl AsIdSalt,
    name: &str,
    choices: &[(K, L)],
    selected: &mut Vec<K>,
) -> bool {
    ui.push_id(salt, |ui| {
        let text = chip_text(name, choices, selected);
        let remove = t!(texts, "filter-remove", name = name);
        let mut chip = Chip::new(&text).selected(!selected.is_empty());
        if !selected.is_empty() {
            chip = chip.removable(&remove);
        }
        let shown = chip.show(ui);
        let mut changed = false;
        if shown.removed {
            selected.clear();
            changed = true;
        } else if shown.response.clicked() {
            Picker::<K, L>::open(ui, &shown.response);
        }
        let picker =
            Picker { anchor: &shown.response, texts, name, choices, nothing: None, stay: true, filter_always: false };
        if let Some(Picked::Choice(place)) = picker.show(ui, |place| selected.contains(&choices[place].0)) {
            let key = &choices[place].0;
            match selected.iter().position(|candidate| candidate == key) {
                Some(at) => drop(selected.remove(at)),
                None => selected.push(key.clone()),
            }
            changed = true;
        }
        changed
    })
    .inner
}

fn chip_text<K: PartialEq, L: AsRef<str>>(name: &str, choices: &[(K, L)], selected: &[K]) -> String {
    let first = selected.first().and_then(|key| choices.iter().find(|(candidate, _)| candidate == key));
    match (first, selected.len()) {
        (_, 0) => name.to_owned(),
        (Some((_, label)), 1) => format!("{name}: {}", label.as_ref()),
        (Some((_, label)), many) => format!("{name}: {} +{}", label.as_ref(), many - 1),
        (None, many) => format!("{name}: {many}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn several_values_are_chosen_and_taken_away_at_once() {
        let texts = Texts::new(Language::English);
        let choices = [('k', "Kenya"), ('n', "Nepal"), ('t', "Togo")];
        let mut harness = harness(Vec::new(), move |ui, selected: &mut Vec<char>| {
            show(ui, &texts, "country", "Country", &choices, selected);
        });
        harness.get_by_label("Country").click();
        harness.run();
        harness.get_by_label("Nepal").click();
        harness.run();
        harness.get_by_label("Togo").click();
        harness.run();
        assert_eq!(*harness.state(), ['n', 't']);
        harness.key_press(egui::Key::Escape);
        harness.run();
        harness.get_by_label("Country: Nepal +1");
        harness.get_by_label("Any: Country").click();
        harness.run();
        assert!(harness.state().is_empty());
    }
}
