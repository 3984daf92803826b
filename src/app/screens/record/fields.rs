//! Fields of one record: each shows a value, and saves it as one edit once a person has finished entering it.

use super::Choices;
use super::Finder;
use super::layout::label as capital;
use crate::app::desk::Desk;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{colors, font};
use crate::app::widgets::{Button, DateField, NumberField, Offer, Select, TagsField, TextField, form};
use crate::domain::reference::{Country, Occupation, Region, Sector};
use crate::domain::{Id, Kind};
use crate::store::Record;
use crate::t;
use chrono::NaiveDate;
use egui::{RichText, Ui};
use std::marker::PhantomData;
use std::ops::RangeInclusive;

/// The fields of one record of type `T`. Labels are given as the history names them; they get their capital here.
pub struct Fields<'a, T> {
    /// Texts in the person's language.
    pub texts: &'a Texts,
    /// The long lists in the person's language.
    pub choices: &'static Choices,
    /// The way to the office file.
    pub desk: &'a mut Desk,
    /// What was asked for in this frame.
    pub acts: &'a mut Vec<Act>,
    /// The day that counts as today.
    pub today: NaiveDate,
    /// The record.
    pub id: Id,
    record: PhantomData<fn(T)>,
}

impl<'a, T: Record> Fields<'a, T> {
    /// The fields of the record `id`.
    pub fn of(shared: &'a mut Shared, id: Id) -> Self {
        let today = shared.today();
        let Shared { desk, texts, acts, .. } = shared;
        let choices = Choices::of(texts.tongue());
        Self { texts, choices, desk, acts, today, id, record: PhantomData }
    }

    /// The fields of another record, mostly a part of this one.
    pub fn part<P: Record>(&mut self, id: Id) -> Fields<'_, P> {
        Fields {
            texts: self.texts,
            choices: self.choices,
            desk: self.desk,
            acts: self.acts,
            today: self.today,
            id,
            record: PhantomData,
        }
    }

    /// Changes the record, as one edit.
    pub fn change(&mut self, change: impl FnOnce(&mut T) + Send + 'static) {
        let id = self.id;
        // What the edit returns is of no interest here; what it changed comes back through the desk.
        drop(self.desk.edit(move |file| file.change(id, change)));
    }

    /// Adds a part, as one edit.
    pub fn add<P: Record + Send + 'static>(&mut self, part: P) {
        drop(self.desk.edit(move |file| file.edit(crate::store::Op::Auto, |edit| edit.add(part))));
    }

    /// Removes the record, as one edit; undo brings it back.
    pub fn remove(&mut self) {
        let id = self.id;
        drop(self.desk.edit(move |file| file.edit(crate::store::Op::Auto, |edit| edit.remove::<T>(id))));
    }

    /// A text of one line.
    pub fn text(&mut self, ui: &mut Ui, label: &str, value: &str, set: impl FnOnce(&mut T, String) + Send + 'static) {
        self.lines(ui, label, value, 1, set);
    }

    /// A text of several lines.
    pub fn lines(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: &str,
        rows: usize,
        set: impl FnOnce(&mut T, String) + Send + 'static,
    ) {
        let name = capital(label);
        // A field of several lines is not named by the label of its row.
        let field = TextField::new((self.id, label), value).rows(rows).name(&name);
        if let Some(text) = form::row(ui, &name, |ui| field.show(ui)).committed {
            self.change(move |record| set(record, text.trim().to_owned()));
        }
    }

    /// A date, or none.
    pub fn date(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: Option<NaiveDate>,
        set: impl FnOnce(&mut T, Option<NaiveDate>) + Send + 'static,
    ) {
        let field = DateField::new((self.id, label), value, self.today);
        if let Some(date) = form::row(ui, &capital(label), |ui| field.show(ui, self.texts)).committed {
            self.change(move |record| set(record, date));
        }
    }

    /// A date that must be there; "+3m" counts from `base`.
    pub fn needed_date(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: NaiveDate,
        base: NaiveDate,
        set: impl FnOnce(&mut T, NaiveDate) + Send + 'static,
    ) {
        let field = DateField::new((self.id, label), Some(value), self.today).base(base).required();
        if let Some(Some(date)) = form::row(ui, &capital(label), |ui| field.show(ui, self.texts)).committed {
            self.change(move |record| set(record, date));
        }
    }

    /// A whole number, or none, with what is counted behind it.
    pub fn number<N>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        unit: &str,
        value: Option<N>,
        range: RangeInclusive<i64>,
        set: impl FnOnce(&mut T, Option<N>) + Send + 'static,
    ) where
        N: Into<i64> + TryFrom<i64> + Send + 'static,
    {
        let field = NumberField::new((self.id, label), value.map(Into::into), range).unit(unit);
        if let Some(number) = form::row(ui, &capital(label), |ui| field.show(ui, self.texts)).committed {
            // The range of the field lies within that of the number.
            let number = number.and_then(|number| N::try_from(number).ok());
            self.change(move |record| set(record, number));
        }
    }

    /// A whole number that must be there.
    pub fn needed_number<N>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        unit: &str,
        value: N,
        range: RangeInclusive<i64>,
        set: impl FnOnce(&mut T, N) + Send + 'static,
    ) where
        N: Into<i64> + TryFrom<i64> + Send + 'static,
    {
        let field = NumberField::new((self.id, label), Some(value.into()), range).required().unit(unit);
        if let Some(Some(number)) = form::row(ui, &capital(label), |ui| field.show(ui, self.texts)).committed
            && let Ok(number) = N::try_from(number)
        {
            self.change(move |record| set(record, number));
        }
    }

    /// One of a list, or none.
    pub fn choice<O: Offer<Key: Send + 'static> + ?Sized>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        choices: &O,
        value: Option<&O::Key>,
        set: impl FnOnce(&mut T, Option<O::Key>) + Send + 'static,
    ) {
        let name = capital(label);
        let none = t!(self.texts, "record-none");
        let field = Select::new((self.id, label), choices, value).name(&name).optional(none);
        if let Some(chosen) = form::row(ui, &name, |ui| field.show(ui, self.texts)).committed {
            self.change(move |record| set(record, chosen));
        }
    }

    /// One of a list that must be there.
    pub fn needed_choice<O: Offer<Key: Send + 'static> + ?Sized>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        choices: &O,
        value: &O::Key,
        set: impl FnOnce(&mut T, O::Key) + Send + 'static,
    ) {
        let name = capital(label);
        let field = Select::new((self.id, label), choices, Some(value)).name(&name);
        if let Some(Some(chosen)) = form::row(ui, &name, |ui| field.show(ui, self.texts)).committed {
            self.change(move |record| set(record, chosen));
        }
    }

    /// Several of a list, in the order in which they were chosen.
    pub fn several<O: Offer<Key: Send + 'static> + ?Sized>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        choices: &O,
        values: &[O::Key],
        set: impl FnOnce(&mut T, Vec<O::Key>) + Send + 'static,
    ) {
        let name = capital(label);
        let field = TagsField::new((self.id, label), choices, values, &name);
        if let Some(chosen) = form::row(ui, &name, |ui| field.show(ui, self.texts)).committed {
            self.change(move |record| set(record, chosen));
        }
    }

    /// A country, or none.
    pub fn country(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: Option<Country>,
        set: impl FnOnce(&mut T, Option<Country>) + Send + 'static,
    ) {
        self.choice(ui, label, &self.choices.countries, value.as_ref(), set);
    }

    /// Countries.
    pub fn countries(
        &mut self,
        ui: &mut Ui,
        label: &str,
        values: &[Country],
        set: impl FnOnce(&mut T, Vec<Country>) + Send + 'static,
    ) {
        self.several(ui, label, &self.choices.countries, values, set);
    }

    /// Areas of the world.
    pub fn regions(
        &mut self,
        ui: &mut Ui,
        label: &str,
        values: &[Region],
        set: impl FnOnce(&mut T, Vec<Region>) + Send + 'static,
    ) {
        self.several(ui, label, &self.choices.regions, values, set);
    }

    /// Sectors.
    pub fn sectors(
        &mut self,
        ui: &mut Ui,
        label: &str,
        values: &[Sector],
        set: impl FnOnce(&mut T, Vec<Sector>) + Send + 'static,
    ) {
        self.several(ui, label, &self.choices.sectors, values, set);
    }

    /// A sector, or none.
    pub fn sector(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: Option<Sector>,
        set: impl FnOnce(&mut T, Option<Sector>) + Send + 'static,
    ) {
        self.choice(ui, label, &self.choices.sectors, value.as_ref(), set);
    }

    /// An occupation, or none. Found by words that its title does not have, too: "nurse".
    pub fn occupation(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: Option<Occupation>,
        set: impl FnOnce(&mut T, Option<Occupation>) + Send + 'static,
    ) {
        self.choice(ui, label, &self.choices.occupations, value.as_ref(), set);
    }

    /// Yes or no; the text stands behind the box.
    pub fn check(&mut self, ui: &mut Ui, label: &str, value: bool, set: impl FnOnce(&mut T, bool) + Send + 'static) {
        let mut checked = value;
        if form::row(ui, "", |ui| form::checkbox(ui, &capital(label), &mut checked)).changed() {
            self.change(move |record| set(record, checked));
        }
    }

    /// Another record, found by typing, or none; the link beneath opens it. `other` is its id and its name.
    pub fn record(
        &mut self,
        ui: &mut Ui,
        finder: &mut Finder,
        label: &str,
        kind: Kind,
        other: (Option<Id>, &str),
        set: impl FnOnce(&mut T, Option<Id>) + Send + 'static,
    ) {
        let name = capital(label);
        let (id, shown) = other;
        let open = match kind {
            Kind::Volunteer => t!(self.texts, "candidates-open-volunteer"),
            _ => t!(self.texts, "placement-open-organisation"),
        };
        let chosen = form::row(ui, &name, |ui| {
            let chosen = finder.show(ui, self.desk, self.texts, (self.id, label), &name, kind, shown);
            if let Some(id) = id
                && ui.add(Button::link(open)).clicked()
            {
                self.acts.push(Act::Open(kind, id));
            }
            chosen
        });
        if let Some(chosen) = chosen {
            self.change(move |record| set(record, chosen));
        }
    }

    /// Another record that can be opened by a click; weak where there is none.
    pub fn leads_to(&mut self, ui: &mut Ui, label: &str, name: &str, target: Option<(Kind, Id)>) {
        form::row(ui, &capital(label), |ui| match target {
            Some((kind, id)) => {
                let line = ui.horizontal(|ui| {
                    ui.set_height(crate::app::theme::measure::FIELD);
                    ui.add(Button::link(name))
                });
                if line.inner.clicked() {
                    self.acts.push(Act::Open(kind, id));
                }
            }
            None => {
                let none = t!(self.texts, "record-none");
                ui.label(RichText::new(none).font(font::body()).color(colors(ui).weak));
            }
        });
    }
}
