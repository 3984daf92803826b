//! Two records of one person: merged with all that hangs on them, or said for ever to be two people.

use super::detail::missions_of;
use super::edit::{Done, Edit};
use super::table::Record;
use super::{OfficeFile, Op, StoreError};
use crate::domain::decision::Decision;
use crate::domain::merging;
use crate::domain::mission::Mission;
use crate::domain::rules::{Limits, check_mission};
use crate::domain::text::fold;
use crate::domain::volunteer::{Absence, Clearance, LanguageSkill, NotSame, Skill, StandingStep, Volunteer};
use crate::domain::{Id, Kind};

impl OfficeFile {
    /// Merges two records of one person: `keep` stays, with the fields named in `theirs` as `other` has them
    /// ([`merging::FIELDS`]); all that hangs on `other` hangs on `keep`, and `other` is removed. One edit, undone as one.
    ///
    /// Refused with [`StoreError::BrokenFor`] where the person would be on two missions at once.
    pub fn merge_people(&mut self, keep: Id, other: Id, theirs: &[String]) -> Result<Done<()>, StoreError> {
        if let Some(field) = theirs.iter().find(|field| !merging::FIELDS.contains(&field.as_str())) {
            return Err(StoreError::NotAValue { field: "field".into(), value: field.clone() });
        }
        let (kept, gone) = (self.name_of(Kind::Volunteer, keep)?, self.name_of(Kind::Volunteer, other)?);
        if keep == other {
            return Err(StoreError::SamePerson { name: kept });
        }
        let limits = self.office()?.limits;
        self.edit(Op::Merged { kept, gone }, |edit| {
            let (one, two): (Volunteer, Volunteer) = (edit.get(keep)?, edit.get(other)?);
            let merged = merging::merged(&one, &two, theirs);
            edit.change(keep, |volunteer: &mut Volunteer| *volunteer = merged)?;
            edit.unite_abilities(keep, other)?;
            edit.move_parts(keep, other, |one: &Clearance, two| {
                let same = |paper: &Clearance| Clearance { id: one.id, of: keep, ..paper.clone() };
                same(one) == same(two)
            })?;
            edit.move_parts(keep, other, |one: &Absence, two| {
                (one.first, one.last, one.mission) == (two.first, two.last, two.mission)
            })?;
            edit.move_parts(keep, other, |one: &StandingStep, two| {
                (one.standing, one.since) == (two.standing, two.since)
            })?;
            edit.point_others(keep, other)?;
            edit.change(other, |volunteer: &mut Volunteer| volunteer.merged_into = Some(keep))?;
            edit.remove::<Volunteer>(other)?;
            edit.check_missions_of(keep, &limits)
        })
    }

    /// Says that two records that look alike are two people: they never come as a likely pair again, at no office.
    pub fn not_same(&mut self, one: Id, other: Id, reason: &str) -> Result<Done<()>, StoreError> {
        let (first, second) = (self.get::<Volunteer>(one)?.reference, self.get::<Volunteer>(other)?.reference);
        if one == other {
            return Err(StoreError::SamePerson { name: first });
        }
        let (on, reason) = (self.today(), reason.trim().to_owned());
        self.edit(Op::NotSame { one: first, other: second }, |edit| {
            let said = |of: Id, about: Id| {
                Ok::<_, StoreError>(edit.parts::<NotSame>(of)?.iter().any(|said| said.volunteer == about))
            };
            if said(one, other)? || said(other, one)? {
                return Ok(());
            }
            edit.add(NotSame { id: Id::random(), of: one, volunteer: other, on, reason }).map(|_| ())
        })
    }
}

/// A part of a volunteer that can hang on another.
trait Part: Record {
    fn set_owner(&mut self, of: Id);
}

macro_rules! part {
    ($($name:ident),+) => {$(
        impl Part for $name {
            fn set_owner(&mut self, of: Id) {
                self.of = of;
            }
        }
    )+};
}

part! { LanguageSkill, Skill, Clearance, Absence, StandingStep, NotSame }

impl Edit<'_> {
    /// Lets the parts of one record hang on another; those that it has already go with their record.
    fn move_parts<T: Part>(&mut self, to: Id, from: Id, same: impl Fn(&T, &T) -> bool) -> Result<(), StoreError> {
        let there = self.parts::<T>(to)?;
        for part in self.parts::<T>(from)? {
            if !there.iter().any(|other| same(other, &part)) {
                self.change(part.id(), |part: &mut T| part.set_owner(to))?;
            }
        }
        Ok(())
    }

    /// Of a language or skill that both records have, the better level stands.
    fn unite_abilities(&mut self, keep: Id, other: Id) -> Result<(), StoreError> {
        let languages = self.parts::<LanguageSkill>(other)?;
        for mine in self.parts::<LanguageSkill>(keep)? {
            for theirs in languages.iter().filter(|theirs| theirs.language == mine.language) {
                self.change(mine.id, |mine: &mut LanguageSkill| mine.level = mine.level.max(theirs.level))?;
            }
        }
        self.move_parts(keep, other, |one: &LanguageSkill, two| one.language == two.language)?;
        let same = |one: &Skill, two: &Skill| fold(&one.name) == fold(&two.name);
        let skills = self.parts::<Skill>(other)?;
        for mine in self.parts::<Skill>(keep)? {
            for theirs in skills.iter().filter(|theirs| same(&mine, theirs)) {
                self.change(mine.id, |mine: &mut Skill| {
                    (mine.level, mine.years) = (mine.level.max(theirs.level), mine.years.max(theirs.years));
                })?;
            }
        }
        self.move_parts(keep, other, same)
    }

    /// What names the one record names the other.
    fn point_others(&mut self, keep: Id, other: Id) -> Result<(), StoreError> {
        for mission in missions_of(self.connection(), "volunteer", other)? {
            self.change(mission.id, |mission: &mut Mission| mission.volunteer = keep)?;
        }
        let decided: Vec<Id> = self.naming::<Decision>("volunteer", keep)?.iter().map(|decision| decision.of).collect();
        for decision in self.naming::<Decision>("volunteer", other)? {
            // There is at most one for each pair.
            if decided.contains(&decision.of) {
                self.remove::<Decision>(decision.id)?;
            } else {
                self.change(decision.id, |decision: &mut Decision| decision.volunteer = keep)?;
            }
        }
        for companion in self.naming::<Volunteer>("travels_with", other)? {
            self.change(companion.id, |companion: &mut Volunteer| {
                companion.travels_with = (companion.id != keep).then_some(keep);
            })?;
        }
        for merged in self.naming::<Volunteer>("merged_into", other)? {
            self.change(merged.id, |merged: &mut Volunteer| merged.merged_into = Some(keep))?;
        }
        for said in self.naming::<NotSame>("volunteer", other)? {
            if said.of == keep {
                self.remove::<NotSame>(said.id)?;
            } else {
                self.change(said.id, |said: &mut NotSame| said.volunteer = keep)?;
            }
        }
        for said in self.parts::<NotSame>(other)?.iter().filter(|said| said.volunteer == keep) {
            self.remove::<NotSame>(said.id)?;
        }
        self.move_parts(keep, other, |one: &NotSame, two| one.volunteer == two.volunteer)
    }

    /// The records that name another in a column.
    fn naming<T: Record>(&self, column: &str, id: Id) -> Result<Vec<T>, StoreError> {
        let table = T::TABLE;
        let sql = format!(
            "SELECT id, {} FROM \"{}\" WHERE \"{column}\" = ?1 AND gone = 0 ORDER BY no",
            table.columns(),
            table.name
        );
        let mut statement = self.connection().prepare_cached(&sql)?;
        let found = statement.query_map([id.bytes()], T::read)?.collect::<Result<Vec<_>, _>>()?;
        Ok(found)
    }

    /// Refuses what a person's missions cannot be, and says of which one.
    fn check_missions_of(&self, volunteer: Id, limits: &Limits) -> Result<(), StoreError> {
        let person: Volunteer = self.get(volunteer)?;
        let missions = missions_of(self.connection(), "volunteer", volunteer)?;
        for mission in &missions {
            check_mission(mission, &person, &missions, limits)
                .map_err(|broken| StoreError::BrokenFor { name: mission.reference.clone(), broken })?;
        }
        Ok(())
    }
}
