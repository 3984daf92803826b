//! The limits of missions that the office sets.

use super::change;
use super::number::Number;
use crate::app::screens::pair::reasons::capital;
use crate::app::shared::Shared;
use crate::app::widgets::{form, frames};
use crate::domain::office::Office;
use crate::domain::rules::Limits;
use crate::domain::volunteer::Category;
use crate::t;
use egui::Ui;

/// Highest age that a field takes, in years.
const AGE: u16 = 120;
/// Longest mission that a field takes, in weeks: ten years.
const WEEKS: u16 = 520;
/// Most weeks of all missions that a field takes: fifty years.
const ALL_WEEKS: u16 = 2600;

/// What is to become of the limits.
type Change = Box<dyn FnOnce(&mut Limits) + Send>;

pub(super) fn show(ui: &mut Ui, shared: &mut Shared, office: &Office) {
    let texts = &shared.texts;
    let limits = &office.limits;
    let mut asked: Option<Change> = None;
    let (years, weeks) = (t!(texts, "requirement-years-unit"), t!(texts, "placement-weeks-unit"));
    frames::titled_card(ui, t!(texts, "settings-limits"), |ui| {
        form::weak(ui, t!(texts, "settings-limits-text"));
        // The least may not pass the most, so each is the other's bound.
        let mut number = |ui: &mut Ui, label, unit, value: u16, range, set: fn(&mut Limits, u16)| {
            if let Some(new) = Number::new(label, value, range).unit(unit).show(ui, texts) {
                asked = Some(Box::new(move |limits| set(limits, new)));
            }
        };
        let (least, most) = (u16::from(limits.age_least), u16::from(limits.age_most));
        number(ui, t!(texts, "settings-age-least"), years, least, 0..=most, |all, new| all.age_least = byte(new));
        number(ui, t!(texts, "settings-age-most"), years, most, least..=AGE, |all, new| all.age_most = byte(new));
        let (least, most) = (limits.weeks_least, limits.weeks_most);
        number(ui, t!(texts, "settings-weeks-least"), weeks, least, 0..=most, |all, new| all.weeks_least = new);
        number(ui, t!(texts, "settings-weeks-most"), weeks, most, least..=WEEKS, |all, new| all.weeks_most = new);
        let (least, most) = (u16::from(limits.youth_least), u16::from(limits.youth_most));
        number(ui, t!(texts, "settings-youth-least"), years, least, 0..=most, |all, new| all.youth_least = byte(new));
        number(ui, t!(texts, "settings-youth-most"), years, most, least..=AGE, |all, new| all.youth_most = byte(new));
        form::section(ui, t!(texts, "settings-total"));
        form::note(ui, t!(texts, "settings-total-note"));
        for category in Category::ALL.iter().copied() {
            let name = capital(texts.category(category));
            let total = Number::optional(&name, limits.total_weeks.of(category), 1..=ALL_WEEKS);
            if let Some(new) = total.unit(weeks).show_optional(ui, texts) {
                asked = Some(Box::new(move |limits| limits.total_weeks.set(category, new)));
            }
        }
    });
    if let Some(asked) = asked {
        change(shared, office.id, move |office| asked(&mut office.limits));
    }
}

fn byte(value: u16) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}
