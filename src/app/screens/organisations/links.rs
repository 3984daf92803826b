//! Links between an organisation and others, read from this end.

use super::words;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields, Finder};
use crate::app::shared::{Act, Shared};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Select, Tone, form};
use crate::domain::organisation::{Link, LinkKind, Organisation};
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use egui::Ui;

/// A link, with what lies at its other end.
pub(super) struct ShownLink {
    link: Link,
    other: Id,
    other_name: String,
}

/// The links of the organisation `id` with what lies at their other ends.
pub(super) fn read(file: &mut OfficeFile, id: Id, links: &[Link]) -> Result<Vec<ShownLink>, StoreError> {
    let mut shown = Vec::with_capacity(links.len());
    for link in links {
        let other = if link.of == id { link.to } else { link.of };
        // A link to an organisation that was removed leads nowhere; it is there again when that is undone.
        if let Some(found) = file.find::<Organisation>(other)? {
            shown.push(ShownLink { link: link.clone(), other, other_name: found.name });
        }
    }
    Ok(shown)
}

/// What the tab of links remembers: the kind of the link being made, and the field that finds the other organisation.
pub(super) struct LinksTab {
    kind: LinkKind,
    finder: Finder,
}

impl Default for LinksTab {
    fn default() -> Self {
        Self { kind: LinkKind::Hosts, finder: Finder::default() }
    }
}

impl LinksTab {
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id, links: &[ShownLink], open: &mut Option<Id>) {
        form::section(ui, t!(shared.texts, "organisation-links"));
        if ui.add(Button::outlined(t!(shared.texts, "organisation-around")).with_icon(Icon::Search)).clicked() {
            shared.act(Act::ShowAround(id));
        }
        let texts = &shared.texts;
        if links.is_empty() {
            form::weak(ui, t!(texts, "link-none"));
        }
        let mut fields = Fields::<Organisation>::of(shared, id);
        for shown in links {
            one(ui, &mut fields, shown, open);
        }
        self.add(ui, shared, id, open);
    }

    /// A line that adds a link: its kind, and the organisation it leads to.
    fn add(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id, open: &mut Option<Id>) {
        let texts = &shared.texts;
        let kinds = choices(LinkKind::ALL, |kind| words::link_to(texts, kind));
        form::section(ui, t!(texts, "link-add"));
        let name = t!(texts, "link-kind");
        let chosen = form::row(ui, name, |ui| {
            Select::new((id, "new link"), &kinds, Some(&self.kind)).name(name).show(ui, texts).committed
        });
        if let Some(Some(kind)) = chosen {
            self.kind = kind;
        }
        let name = t!(texts, "link-other");
        let desk = &mut shared.desk;
        let found =
            form::row(ui, name, |ui| self.finder.show(ui, desk, texts, (id, "link to"), name, Kind::Organisation, ""));
        match found {
            Some(Some(other)) if other == id => {
                shared.acts.push(Act::Say(t!(texts, "link-not-to-itself").to_owned()));
            }
            Some(Some(other)) => {
                let (note, agreement) = (String::new(), String::new());
                let link = Link {
                    id: Id::random(),
                    of: id,
                    to: other,
                    kind: self.kind,
                    since: None,
                    until: None,
                    note,
                    agreement,
                };
                *open = Some(link.id);
                Fields::<Organisation>::of(shared, id).add(link);
            }
            Some(None) | None => {}
        }
    }
}

fn one(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, shown: &ShownLink, open: &mut Option<Id>) {
    let (texts, today, link) = (fields.texts, fields.today, &shown.link);
    let outgoing = link.of == fields.id;
    let word = if outgoing { words::link_to(texts, link.kind) } else { words::link_from(texts, link.kind) };
    let over = link.until.is_some_and(|day| day < today);
    let tag = if over { t!(texts, "link-over") } else { "" };
    let title = format!("{word} {}", shown.other_name);
    let entry = Entry::new(&title).note(&link.note).tag(Tone::Neutral, tag);
    let mut part = fields.part::<Link>(link.id);
    let done = entry.show(ui, texts, link.id, open, |ui| {
        part.leads_to(ui, t!(texts, "link-other"), &shown.other_name, Some((Kind::Organisation, shown.other)));
        // Read from its other end a link keeps its words; whoever holds it changes what it is.
        if outgoing {
            let kinds = choices(LinkKind::ALL, |kind| words::link_to(texts, kind));
            part.needed_choice(ui, t!(texts, "link-kind"), &kinds, &link.kind, |link, kind| link.kind = kind);
        }
        part.date(ui, t!(texts, "link-since"), link.since, |link, day| link.since = day);
        part.date(ui, t!(texts, "link-until"), link.until, |link, day| link.until = day);
        part.text(ui, t!(texts, "link-agreement"), &link.agreement, |link, agreement| link.agreement = agreement);
        part.text(ui, t!(texts, "link-note"), &link.note, |link, note| link.note = note);
    });
    if done.removed {
        part.remove();
    }
}
