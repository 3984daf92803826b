//! The people at an organisation.

use crate::app::screens::record::{Entry, Fields};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Tone, form};
use crate::domain::Id;
use crate::domain::organisation::{Contact, Organisation};
use crate::t;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, contacts: &[Contact], open: &mut Option<Id>) {
    let (texts, today) = (fields.texts, fields.today);
    if ui.add(Button::outlined(t!(texts, "contact-add")).with_icon(Icon::Plus)).clicked() {
        let contact = Contact {
            id: Id::random(),
            of: fields.id,
            name: String::new(),
            role: String::new(),
            email: String::new(),
            phone: String::new(),
            since: None,
            until: None,
        };
        *open = Some(contact.id);
        fields.add(contact);
    }
    if contacts.is_empty() {
        form::weak(ui, t!(texts, "contact-none"));
    }
    for contact in contacts {
        let title = if contact.name.is_empty() { t!(texts, "contact-unnamed") } else { &contact.name };
        let left = contact.until.is_some_and(|day| day < today);
        let word = if left { t!(texts, "contact-left") } else { "" };
        let entry = Entry::new(title).note(&contact.role).tag(Tone::Neutral, word);
        let mut part = fields.part::<Contact>(contact.id);
        let done = entry.show(ui, texts, contact.id, open, |ui| {
            part.text(ui, t!(texts, "contact-name"), &contact.name, |c, name| c.name = name);
            part.text(ui, t!(texts, "contact-role"), &contact.role, |c, role| c.role = role);
            part.text(ui, t!(texts, "contact-email"), &contact.email, |c, email| c.email = email);
            part.text(ui, t!(texts, "contact-phone"), &contact.phone, |c, phone| c.phone = phone);
            part.date(ui, t!(texts, "contact-since"), contact.since, |c, day| c.since = day);
            part.date(ui, t!(texts, "contact-until"), contact.until, |c, day| c.until = day);
        });
        if done.removed {
            part.remove();
        }
    }
}
