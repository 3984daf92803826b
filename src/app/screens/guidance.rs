//! What others know that helps with a piece of work: the practices and former missions most like it, what runs beside
//! it, and the diaspora associations to ask.

use super::practices;
use super::record::Fields;
use super::record::words::choices;
use crate::app::loaded::Loaded;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::widgets::{RowButton, Select, TextField, form};
use crate::domain::guidance::{Alike, Reason};
use crate::domain::organisation::Organisation;
use crate::domain::placement::{Coordination, Placement, Side};
use crate::domain::reference::Country;
use crate::domain::text::joined;
use crate::domain::volunteer::Category;
use crate::domain::{Id, Kind};
use crate::store::guidance::Guidance;
use crate::store::overlaps::Beside;
use crate::store::{OfficeFile, StoreError};
use crate::t;
use egui::Ui;

/// How many of each are shown.
const MOST: usize = 5;

/// What is known of other work around a placement.
struct Around {
    guidance: Guidance,
    beside: Vec<Beside>,
    /// Nothing where the placement takes no diaspora volunteers, or no country is known.
    associations: Option<Vec<(Organisation, usize)>>,
}

fn read(file: &mut OfficeFile, (placement, mission): &(Id, Option<Id>)) -> Result<Option<Around>, StoreError> {
    let Some(post) = file.find::<Placement>(*placement)? else { return Ok(None) };
    let welcome = post.categories.is_empty() || post.categories.contains(&Category::Diaspora);
    let asked = post.country.filter(|_| welcome && mission.is_none());
    Ok(Some(Around {
        guidance: file.guidance(*placement, *mission, MOST)?,
        beside: if mission.is_none() { file.beside(*placement)? } else { Vec::new() },
        associations: asked.map(|country| associations(file, country)).transpose()?,
    }))
}

/// The associations of a country's diaspora, each with how many of its members volunteer.
fn associations(file: &OfficeFile, country: Country) -> Result<Vec<(Organisation, usize)>, StoreError> {
    let counted = |association: Organisation| {
        let members = file.members_who_volunteer(association.id)?.len();
        Ok((association, members))
    };
    file.associations_of(country)?.into_iter().map(counted).collect()
}

/// What the tab remembers.
#[derive(Default)]
pub struct GuidanceTab {
    around: Loaded<(Id, Option<Id>), Option<Around>>,
}

impl GuidanceTab {
    /// Shows what helps with a placement; for a mission in it, what others learned in such work alone.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, placement: Id, mission: Option<Id>) {
        let Some(Some(around)) = self.around.exact(&mut shared.desk, &(placement, mission), read) else { return };
        ui.spacing_mut().item_spacing.y = 2.0;
        alike(ui, &shared.texts, &mut shared.acts, &around.guidance);
        if mission.is_some() {
            return;
        }
        form::section(ui, t!(shared.texts, "guidance-beside"));
        if around.beside.is_empty() {
            form::weak(ui, t!(shared.texts, "guidance-nothing-beside"));
        }
        let mut fields = Fields::<Placement>::of(shared, placement);
        for beside in &around.beside {
            one_beside(ui, &mut fields, beside);
        }
        let Some(associations) = &around.associations else { return };
        let texts = fields.texts;
        form::section(ui, t!(texts, "guidance-associations"));
        if associations.is_empty() {
            form::weak(ui, t!(texts, "guidance-no-associations"));
        }
        for (association, members) in associations {
            let place = joined(&[&association.place, texts.country(association.country)]);
            let members = t!(texts, "guidance-members", count = *members);
            let row = RowButton::new(&association.name).note(&place).note(&members);
            if ui.push_id(association.id, |ui| ui.add(row)).inner.clicked() {
                fields.acts.push(Act::Open(Kind::Organisation, association.id));
            }
        }
    }
}

fn alike(ui: &mut Ui, texts: &Texts, acts: &mut Vec<Act>, guidance: &Guidance) {
    form::section(ui, t!(texts, "guidance-practices"));
    if guidance.practices.is_empty() {
        form::weak(ui, t!(texts, "guidance-no-practices"));
    }
    for found in &guidance.practices {
        let (stage, tone) = practices::words::stage(texts, found.stage);
        let why = why(texts, &found.alike);
        let standing = match found.standing.replications {
            0 => String::new(),
            _ => practices::words::standing(texts, found.standing),
        };
        let row = RowButton::new(&found.title).tag(tone, stage).note(&why).note(&standing);
        if ui.push_id(found.id, |ui| ui.add(row)).inner.clicked() {
            acts.push(Act::Open(Kind::Practice, found.id));
        }
    }
    form::section(ui, t!(texts, "guidance-missions"));
    if guidance.missions.is_empty() {
        form::weak(ui, t!(texts, "guidance-no-missions"));
    }
    for found in &guidance.missions {
        let title = joined(&[&found.title, &found.organisation, texts.country(found.country)]);
        let until = texts.month_and_year(found.last);
        let why = why(texts, &found.alike);
        let row = RowButton::new(&title).right(&until).note(&why).note(&found.worked);
        if ui.push_id(found.id, |ui| ui.add(row)).inner.clicked() {
            acts.push(Act::Open(Kind::Mission, found.id));
        }
    }
}

/// What makes two pieces of work alike, in one line.
pub fn why(texts: &Texts, alike: &Alike) -> String {
    let tongue = texts.tongue();
    let word = |reason: &Reason| match reason {
        Reason::SameOccupation { occupation } => occupation.name(tongue).to_owned(),
        Reason::NearOccupation { group } => group.name(tongue).to_owned(),
        Reason::SameSector { sector } | Reason::NearSector { category: sector } => sector.name(tongue).to_owned(),
        Reason::SamePartner => t!(texts, "guidance-same-partner").to_owned(),
        Reason::SameCountry { country } => country.name(tongue).to_owned(),
        Reason::SameRegion { region } => region.name(tongue).to_owned(),
        Reason::SameWords => t!(texts, "guidance-same-words").to_owned(),
    };
    t!(texts, "guidance-why", why = alike.reasons.iter().map(word).collect::<Vec<_>>().join("; "))
}

/// A strand of work beside the placement, with what a person found about the two.
fn one_beside(ui: &mut Ui, fields: &mut Fields<'_, Placement>, beside: &Beside) {
    let (texts, strand) = (fields.texts, &beside.strand);
    let days = format!("{} \u{2013} {}", texts.date(strand.days.first), texts.date(strand.days.last));
    let title = format!("{}, {}", strand.organisation_name, strand.title);
    let row = RowButton::new(&title).note(&days);
    if ui.push_id(strand.id, |ui| ui.add(row)).inner.clicked() {
        fields.acts.extend(strand.record().map(|(kind, id)| Act::Open(kind, id)));
    }
    let sides = choices(Side::ALL, |side| side_word(texts, side));
    let name = t!(texts, "guidance-found", what = title.as_str());
    let none = t!(texts, "guidance-not-looked");
    let field = Select::new((strand.id, "side"), &sides, beside.side.as_ref()).name(&name).placeholder(none);
    // Over the whole width: there is no label, and the words are long.
    let chosen = field.optional(none).show(ui, texts).committed;
    if let Some(part) = beside.coordination {
        note(ui, fields, part, &title, &beside.note);
    }
    let Some(chosen) = chosen else { return };
    let (today, of, other) = (fields.today, fields.id, strand.id);
    match (beside.coordination, chosen) {
        (Some(part), Some(side)) => {
            fields.part::<Coordination>(part).change(move |found| (found.side, found.on) = (side, today));
        }
        (Some(part), None) => fields.part::<Coordination>(part).remove(),
        (None, Some(side)) => {
            fields.add(Coordination { id: Id::random(), of, other, side, note: String::new(), on: today });
        }
        (None, None) => {}
    }
}

/// What is to be remembered about the two, once somebody has said what they are to each other.
fn note(ui: &mut Ui, fields: &mut Fields<'_, Placement>, part: Id, about: &str, note: &str) {
    let name = t!(fields.texts, "guidance-note-of", what = about);
    let field = TextField::new((part, "note"), note).rows(2).name(&name);
    let written = form::row(ui, t!(fields.texts, "guidance-note"), |ui| field.show(ui)).committed;
    if let Some(text) = written {
        fields.part::<Coordination>(part).change(move |found| found.note = text.trim().to_owned());
    }
}

/// What a person found about work side by side.
pub fn side_word(texts: &Texts, side: Side) -> &str {
    match side {
        Side::Join => t!(texts, "guidance-join"),
        Side::Double => t!(texts, "guidance-double"),
        Side::Apart => t!(texts, "guidance-apart"),
    }
}
