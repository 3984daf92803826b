//! How far from a day of the mission something is due: in words, and as a row of fields.

use crate::app::screens::record::words::choices;
use crate::app::texts::Texts;
use crate::app::widgets::{NumberField, Select, form};
use crate::domain::Id;
use crate::domain::milestones::{Anchor, Offset, Unit};
use crate::t;
use egui::Ui;

/// Most days, weeks or months from a day of the mission.
const MOST_AWAY: i64 = 730;

/// When it is due, in a few words: "8 weeks before the first day".
pub(super) fn when(texts: &Texts, offset: Offset) -> String {
    let amount = offset.amount.unsigned_abs();
    let count = match offset.unit {
        Unit::Days => t!(texts, "template-days", count = amount),
        Unit::Weeks => t!(texts, "template-weeks", count = amount),
        Unit::Months => t!(texts, "template-months", count = amount),
    };
    let anchor = anchor(texts, offset.from);
    match offset.amount {
        0 => t!(texts, "template-on", anchor = anchor),
        before if before < 0 => t!(texts, "template-before", count = count, anchor = anchor),
        _ => t!(texts, "template-after", count = count, anchor = anchor),
    }
}

fn anchor(texts: &Texts, anchor: Anchor) -> &str {
    match anchor {
        Anchor::First => t!(texts, "template-first"),
        Anchor::Middle => t!(texts, "template-middle"),
        Anchor::Last => t!(texts, "template-last"),
    }
}

fn unit(texts: &Texts, unit: Unit) -> &str {
    match unit {
        Unit::Days => t!(texts, "template-unit-days"),
        Unit::Weeks => t!(texts, "template-unit-weeks"),
        Unit::Months => t!(texts, "template-unit-months"),
    }
}

/// The row that says when it is due. `salt` tells it from those of other lines.
pub(super) fn row(ui: &mut Ui, texts: &Texts, salt: (Id, usize), offset: &mut Offset) {
    let label = t!(texts, "template-due");
    form::row(ui, label, |ui| {
        ui.horizontal(|ui| {
            let amount = i64::from(offset.amount);
            let field = NumberField::new((salt, label), Some(amount), -MOST_AWAY..=MOST_AWAY).required().name(label);
            if let Some(Some(amount)) = field.show(ui, texts).committed {
                offset.amount = i16::try_from(amount).unwrap_or_default();
            }
            let name = t!(texts, "template-unit");
            let units = choices(Unit::ALL, |one| unit(texts, one));
            let field = Select::new((salt, name), &units, Some(&offset.unit)).name(name).width(96.0);
            if let Some(Some(unit)) = field.show(ui, texts).committed {
                offset.unit = unit;
            }
            let name = t!(texts, "template-from");
            let anchors = choices(Anchor::ALL, |one| anchor(texts, one));
            let field = Select::new((salt, name), &anchors, Some(&offset.from)).name(name).width(150.0);
            if let Some(Some(from)) = field.show(ui, texts).committed {
                offset.from = from;
            }
        });
    });
    form::note(ui, t!(texts, "template-due-hint"));
}

/// A row with a number of what is counted, or none.
pub(super) fn number(ui: &mut Ui, texts: &Texts, salt: (Id, usize), label: &str, unit: &str, value: &mut Option<u16>) {
    let field = NumberField::new((salt, label), value.map(i64::from), 1..=MOST_AWAY).unit(unit);
    if let Some(number) = form::row(ui, label, |ui| field.show(ui, texts)).committed {
        *value = number.and_then(|number| u16::try_from(number).ok());
    }
}
