//! What an organisation has for others, and what it looks for.

use super::words;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields};
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Tone, form};
use crate::domain::Id;
use crate::domain::organisation::{Offer, OfferKind, OfferSide, Organisation};
use crate::domain::text::joined;
use crate::t;
use egui::Ui;

/// Shows the offers and needs, with a button that adds one of each.
pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, offers: &[Offer], open: &mut Option<Id>) {
    let texts = fields.texts;
    form::section(ui, t!(texts, "organisation-offers"));
    if offers.is_empty() {
        form::weak(ui, t!(texts, "offer-none"));
    }
    for offer in offers {
        one(ui, fields, offer, open);
    }
    ui.horizontal_wrapped(|ui| {
        for (side, label) in
            [(OfferSide::Offers, t!(texts, "offer-add")), (OfferSide::Needs, t!(texts, "offer-add-need"))]
        {
            if ui.add(Button::outlined(label).with_icon(Icon::Plus)).clicked() {
                let offer = Offer {
                    id: Id::random(),
                    of: fields.id,
                    side,
                    kind: OfferKind::Skill,
                    name: String::new(),
                    language: None,
                    sector: None,
                    until: None,
                    note: String::new(),
                };
                *open = Some(offer.id);
                fields.add(offer);
            }
        }
    });
}

/// What it is, in a line: its words, else its language or sector, else its kind.
fn title(texts: &Texts, offer: &Offer) -> String {
    let language = offer.language.map(|language| texts.language_name(language)).unwrap_or_default();
    let title = joined(&[&offer.name, language, texts.sector(offer.sector)]);
    if title.is_empty() { words::offer_kind(texts, offer.kind).to_owned() } else { title }
}

fn one(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, offer: &Offer, open: &mut Option<Id>) {
    let (texts, today) = (fields.texts, fields.today);
    let title = title(texts, offer);
    let over = offer.until.is_some_and(|day| day < today);
    let (tone, word) = if over {
        (Tone::Neutral, t!(texts, "offer-over"))
    } else {
        let tone = if offer.side == OfferSide::Needs { Tone::Accent } else { Tone::Good };
        (tone, words::offer_side(texts, offer.side))
    };
    let entry = Entry::new(&title).note(&offer.note).tag(tone, word);
    let mut part = fields.part::<Offer>(offer.id);
    let done = entry.show(ui, texts, offer.id, open, |ui| {
        let sides = choices(OfferSide::ALL, |side| words::offer_side(texts, side));
        part.needed_choice(ui, t!(texts, "field-offer-side"), &sides, &offer.side, |o, side| o.side = side);
        let kinds = choices(OfferKind::ALL, |kind| words::offer_kind(texts, kind));
        part.needed_choice(ui, t!(texts, "field-offer-kind"), &kinds, &offer.kind, |o, kind| o.kind = kind);
        part.text(ui, t!(texts, "field-offer-name"), &offer.name, |o, name| o.name = name);
        // What says nothing of its kind is asked for only where it was given before.
        if offer.kind == OfferKind::Language || offer.language.is_some() {
            let (all, language) = (&part.choices.languages, offer.language.as_ref());
            part.choice(ui, t!(texts, "field-offer-language"), all, language, |o, language| o.language = language);
        }
        if matches!(offer.kind, OfferKind::Skill | OfferKind::Sector) || offer.sector.is_some() {
            part.sector(ui, t!(texts, "field-offer-sector"), offer.sector, |o, sector| o.sector = sector);
        }
        part.date(ui, t!(texts, "field-offer-until"), offer.until, |o, day| o.until = day);
        part.lines(ui, t!(texts, "field-offer-note"), &offer.note, 2, |o, note| o.note = note);
    });
    if done.removed {
        part.remove();
    }
}
