//! Numbers in a few steps, each with its own depth of the accent colour. Plain logic.

use egui::Color32;

use crate::app::texts::Texts;
use crate::app::theme::Colors;
use crate::t;

/// The most steps that can be told apart at a glance.
const MOST: usize = 5;

/// The steps for the numbers of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    /// The smallest number of each step, rising.
    from: Vec<u64>,
    /// The largest number of all.
    last: u64,
}

impl Steps {
    /// Steps for numbers up to `last`: they begin at 1, 2, 5, 10, 20, 50 and so on, every few of these where there are many.
    pub fn up_to(last: u64) -> Self {
        let starts = (0..u64::MAX.ilog10()).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.pow(power)));
        let all: Vec<u64> = starts.take_while(|start| *start <= last).collect();
        let every = all.len().div_ceil(MOST).max(1);
        Self { from: all.into_iter().step_by(every).collect(), last }
    }

    /// The step that a number falls into; nothing for 0.
    pub fn of(&self, value: u64) -> Option<usize> {
        self.from.partition_point(|from| *from <= value).checked_sub(1)
    }

    /// How many steps there are.
    pub fn len(&self) -> usize {
        self.from.len()
    }

    /// What a step holds, for the legend: "5 to 9".
    pub fn text(&self, step: usize, texts: &Texts) -> String {
        let from = self.from[step];
        let to = self.from.get(step + 1).map_or(self.last, |next| next - 1);
        if from == to {
            texts.count(from as usize)
        } else {
            t!(texts, "map-range", from = texts.count(from as usize), to = texts.count(to as usize))
        }
    }

    /// The colour of a step.
    pub fn color(&self, step: usize, c: &Colors) -> Color32 {
        let share = (step + 1) as f32 / self.len().max(1) as f32;
        c.accent_ground.lerp_to_gamma(c.accent_text, 0.08 + 0.92 * share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;

    fn texts_of(last: u64) -> Vec<String> {
        let texts = Texts::new(Language::English);
        let steps = Steps::up_to(last);
        (0..steps.len()).map(|step| steps.text(step, &texts)).collect()
    }

    #[test]
    fn steps_are_round_and_few() {
        assert_eq!(texts_of(0), Vec::<String>::new());
        assert_eq!(texts_of(1), ["1"]);
        assert_eq!(texts_of(14), ["1", "2–4", "5–9", "10–14"]);
        assert_eq!(texts_of(40), ["1", "2–4", "5–9", "10–19", "20–40"]);
        assert_eq!(texts_of(12_345), ["1–9", "10–99", "100–999", "1,000–9,999", "10,000–12,345"]);
        for last in [0, 1, 7, 99, 1_000, 54_321, u64::MAX] {
            let steps = Steps::up_to(last);
            assert!(steps.len() <= MOST);
            assert_eq!(steps.of(last), steps.len().checked_sub(1));
            assert_eq!(steps.of(0), None);
        }
    }
}
