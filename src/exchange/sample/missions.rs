//! Who served, serves and may serve where: missions that keep the rules of the field.

use super::course::{self, Course};
use super::people::Person;
use super::placements::{Life, Post};
use super::pools::{Pools, Profession};
use super::random::Random;
use crate::domain::milestones::Templates;
use crate::domain::mission::{Mission, Stage};
use crate::domain::placement::PlacementStatus;
use crate::domain::reference::{Country, Occupation};
use crate::domain::rules::{Limits, check_age};
use crate::domain::span::{Span, age_on};
use crate::domain::volunteer::Category;
use chrono::{Datelike as _, Days, Duration, NaiveDate};

/// Days that a person rests at least between two missions.
const REST_DAYS: u64 = 30;
/// How many people are looked at for one mission before the post goes without.
const LOOKS: usize = 400;
/// Stages of missions for open posts, in turn, so that a small office has some of each.
const TALKS: &[Stage] = &[
    Stage::Proposed,
    Stage::WithPartner,
    Stage::Offered,
    Stage::Proposed,
    Stage::Accepted,
    Stage::WithPartner,
    Stage::Offered,
];
/// How many posts are looked at for one mission that has been.
const LOOKS_FOR_A_POST: usize = 12;

/// Draws exactly `count` missions, unless there is nobody to serve or nowhere to go.
pub(super) fn draw(
    pools: &Pools,
    people: &mut [Person],
    posts: &mut [Post],
    count: usize,
    today: NaiveDate,
    seed: u64,
) -> Vec<Course> {
    if people.is_empty() || posts.is_empty() {
        return Vec::new();
    }
    let mut by_profession = vec![Vec::new(); pools.professions.len()];
    for (place, person) in people.iter().enumerate() {
        by_profession[person.profession].push(place);
    }
    let taken = vec![Vec::new(); people.len()];
    let first_days = vec![None; posts.len()];
    let mut drawing = Drawing {
        pools,
        templates: Templates::default(),
        people,
        posts,
        today,
        random: Random::new(seed, "missions"),
        by_profession,
        taken,
        courses: Vec::with_capacity(count),
        first_days,
        ending: Vec::new(),
        overrides: if count >= 30 { (count / 40).min(6) } else { 0 },
    };
    drawing.present(count);
    drawing.past(count);
    let mut courses = drawing.courses;
    // The number of a mission follows the day on which it was proposed.
    courses.sort_by_key(|course| course.steps.first().map(|step| step.on));
    courses
}

struct Drawing<'a> {
    pools: &'a Pools,
    templates: Templates,
    people: &'a mut [Person],
    posts: &'a mut [Post],
    today: NaiveDate,
    random: Random,
    by_profession: Vec<Vec<usize>>,
    /// Days on which each person is or may be on a mission.
    taken: Vec<Vec<Span>>,
    courses: Vec<Course>,
    /// The first day of the first mission of each post that runs or may come.
    first_days: Vec<Option<NaiveDate>>,
    /// People whose service ends soon, and on which day.
    ending: Vec<(usize, NaiveDate)>,
    /// How many missions may still begin before another has ended.
    overrides: usize,
}

impl Drawing<'_> {
    /// Missions that run or may come, as the life of each post says.
    fn present(&mut self, count: usize) {
        // Two in five missions at most: the others have been.
        let mut left = (count * 2).div_ceil(5).min(count);
        for post in 0..self.posts.len() {
            let places = usize::from(self.posts[post].placement.places);
            match self.posts[post].life {
                Life::Full => {
                    let filled = (0..places.min(left)).filter(|_| self.fill(post)).count();
                    left -= filled;
                    if filled < places {
                        // Not so full after all.
                        self.posts[post].life = if filled == 0 { Life::Waiting } else { Life::Talking };
                        self.posts[post].placement.status = PlacementStatus::Open;
                        let from = self.random.day(self.today, 10, 150);
                        self.posts[post].placement.start_from = Some(from);
                        self.posts[post].placement.start_until = Some(self.random.day(from, 45, 120));
                    }
                }
                Life::Talking => {
                    let wanted = 1 + self.random.below(places);
                    let talked = (0..wanted.min(left)).filter(|_| self.talk(post)).count();
                    left -= talked;
                    if talked == 0 {
                        self.posts[post].life = Life::Waiting;
                    }
                }
                Life::Coming | Life::Waiting | Life::Over => {}
            }
        }
    }

    /// Takes one place of a post firmly.
    fn fill(&mut self, post: usize) -> bool {
        let stage = [Stage::Serving, Stage::Preparing, Stage::Accepted][self.random.weighted([68, 19, 13].into_iter())];
        let weeks = self.weeks(post);
        let first = match stage {
            Stage::Serving => self.random.day(self.today, 10 - i64::from(weeks) * 7, -3),
            Stage::Preparing => self.random.day(self.today, 12, 80),
            _ => self.random.day(self.today, 35, 150),
        };
        let Some(days) = on_a_monday(first, weeks) else { return false };
        let handed_over = if stage != Stage::Serving { self.hand_over(post, stage, weeks) } else { None };
        let placed = handed_over.or_else(|| {
            let person = self.find(post, days)?;
            self.add(person, post, days, stage, "");
            Some(days)
        });
        if let Some(days) = placed {
            let placement = &mut self.posts[post].placement;
            placement.start_from = placement.start_from.map(|from| from.min(days.first - Duration::days(20)));
            placement.start_until = placement.start_until.map(|until| until.max(days.first + Duration::days(30)));
            placement.funding_from = placement.funding_from.map(|from| from.min(days.first));
            placement.funding_until = placement.funding_until.map(|until| until.max(days.last));
        }
        placed.is_some()
    }

    /// Puts someone forward for a place of an open post.
    fn talk(&mut self, post: usize) -> bool {
        let stage = TALKS[self.courses.len() % TALKS.len()];
        let placement = &self.posts[post].placement;
        let (from, until) = (placement.start_from.unwrap_or(self.today), placement.start_until.unwrap_or(self.today));
        let from = from.max(self.today + Days::new(30));
        let first = self.random.day(from, 0, (until - from).num_days().max(7) - 7);
        let weeks = self.weeks(post);
        let Some(days) = Span::of_weeks(first, weeks) else { return false };
        let person = self.find(post, days);
        if let Some(person) = person {
            self.add(person, post, days, stage, "");
        }
        person.is_some()
    }

    /// Missions that have been, or came to nothing, until there are as many as asked for.
    fn past(&mut self, count: usize) {
        let mut earliest: Vec<NaiveDate> = self
            .posts
            .iter()
            .map(|post| match post.life {
                Life::Over => self.today - Days::new(60),
                _ => post.placement.start_from.map_or(self.today, |from| from.min(self.today)),
            })
            .collect();
        for (earliest, first) in earliest.iter_mut().zip(&self.first_days) {
            *earliest = first.map_or(*earliest, |first| first.min(*earliest));
        }
        let had: Vec<usize> = (0..self.posts.len()).filter(|post| self.posts[*post].life != Life::Coming).collect();
        let had = if had.is_empty() { (0..self.posts.len()).collect() } else { had };
        let oldest = self.today - Days::new(7 * 365);
        let mut looks = 0;
        while self.courses.len() < count {
            let post = *self.random.pick(&had);
            let stage = [Stage::Completed, Stage::EndedEarly, Stage::Declined, Stage::Cancelled]
                [self.random.weighted([76, 11, 8, 5].into_iter())];
            let weeks = self.weeks(post);
            let last = self.random.day(earliest[post], -140, -7);
            let planned = on_a_monday(last - Duration::weeks(i64::from(weeks)), weeks);
            let served = matches!(stage, Stage::Completed | Stage::EndedEarly);
            if let Some(planned) = planned
                && served
                && planned.first > oldest
                && let Some(person) = self.find(post, planned)
            {
                let days = match stage {
                    Stage::EndedEarly => {
                        let most = planned.days() - 21;
                        Span { last: planned.first + Duration::days(self.random.between(20, most)), ..planned }
                    }
                    _ => planned,
                };
                earliest[post] = planned.first;
                self.add(person, post, days, stage, "");
                looks = 0;
                continue;
            }
            looks += 1;
            if served && looks < LOOKS_FOR_A_POST {
                continue;
            }
            looks = 0;
            // Nobody had the time, or someone said no: it came to nothing.
            let stage = if stage == Stage::Cancelled { stage } else { Stage::Declined };
            let first = self.random.day(self.today, -700, 60);
            let person = self.anyone(post);
            if let Some(days) = Span::of_weeks(first, weeks) {
                self.add(person, post, days, stage, "");
            }
        }
    }

    /// A few begin before the last mission has ended, for a reason that is kept.
    fn hand_over(&mut self, post: usize, stage: Stage, weeks: u16) -> Option<Span> {
        if self.overrides == 0 {
            return None;
        }
        let field = |profession: usize| self.pools.professions[profession].field;
        let (at, days) = self.ending.iter().enumerate().find_map(|(at, (person, last))| {
            let days = on_a_monday(*last - Days::new(5), weeks)?;
            let fits = days.first > self.today
                && field(self.people[*person].profession) == field(self.posts[post].profession)
                && self.taken[*person].iter().filter(|taken| taken.last >= days.first).count() == 1
                && self.is_able(*person, post, days);
            fits.then_some((at, days))
        })?;
        let (person, _) = self.ending.swap_remove(at);
        let reason = self.pools.phrase(&mut self.random, "override");
        self.overrides -= 1;
        self.add(person, post, days, stage, reason);
        Some(days)
    }

    fn weeks(&mut self, post: usize) -> u16 {
        let placement = &self.posts[post].placement;
        let (least, most) = (placement.weeks_least.unwrap_or(12), placement.weeks_most.unwrap_or(52));
        // Often as long as can be.
        if self.random.chance(45) { most } else { self.random.between(i64::from(least), i64::from(most)) as u16 }
    }

    /// Someone who is able to serve there and free on these days: of the same profession, or else of one near to it.
    fn find(&mut self, post: usize, days: Span) -> Option<usize> {
        let profession = self.posts[post].profession;
        let asked = &self.pools.professions[profession];
        let is_near = |other: &Profession| {
            // ISCO-08 sub-major groups share two digits.
            let group = |occupation: Occupation| occupation.code().get(..2);
            other.field == asked.field && group(other.occupation) == group(asked.occupation)
        };
        let mut near: Vec<usize> = (0..self.pools.professions.len())
            .filter(|other| *other != profession && is_near(&self.pools.professions[*other]))
            .collect();
        near.insert(0, profession);
        let mut looks = 0;
        for group in near {
            let group = &self.by_profession[group];
            if group.is_empty() {
                continue;
            }
            let start = self.random.below(group.len());
            for place in 0..group.len() {
                let person = group[(start + place) % group.len()];
                if self.is_free(person, days) && self.is_able(person, post, days) {
                    return Some(person);
                }
                looks += 1;
                if looks > LOOKS {
                    return None;
                }
            }
        }
        None
    }

    fn anyone(&mut self, post: usize) -> usize {
        let group = &self.by_profession[self.posts[post].profession];
        if group.is_empty() { self.random.below(self.people.len()) } else { *self.random.pick(group) }
    }

    fn is_free(&self, person: usize, days: Span) -> bool {
        let rest = Days::new(REST_DAYS);
        let wide = Span { first: days.first - rest, last: days.last + rest };
        self.taken[person].len() < 5 && self.taken[person].iter().all(|taken| !taken.overlaps(wide))
    }

    fn is_able(&self, person: usize, post: usize, days: Span) -> bool {
        let (person, post) = (&self.people[person], &self.posts[post]);
        let Some(country) = post.placement.country else { return false };
        let volunteer = &person.volunteer;
        let trained = self.pools.professions[person.profession].training.min(23);
        let (language, level) = post.language;
        check_age(volunteer.birth_date, days, &Limits::default()).is_ok()
            && age_on(person.birth, days.first) >= trained
            && !volunteer.ruled_out.contains(&country)
            && !volunteer.medically_unsupported.contains(&country)
            && person.languages.iter().any(|known| known.language == language && known.level >= Some(level))
            && serves_as(person, country).any(|category| {
                let accepted = &post.placement.categories;
                accepted.is_empty() || accepted.contains(&category)
            })
    }

    fn add(&mut self, person: usize, post: usize, days: Span, stage: Stage, reason: &str) {
        let placement = &self.posts[post].placement;
        let mission = Mission {
            id: self.random.id(),
            stage,
            override_reason: reason.to_owned(),
            ..Mission::proposed(self.people[person].volunteer.id, placement.id, days)
        };
        if !matches!(stage, Stage::Declined | Stage::Cancelled) {
            let first = self.first_days[post].map_or(days.first, |first| first.min(days.first));
            self.first_days[post] = Some(first);
            self.taken[person].push(days);
        }
        if stage == Stage::Serving && days.last < self.today + Days::new(150) {
            self.ending.push((person, days.last));
        }
        let abroad = placement.country.is_some_and(|country| !self.people[person].at_home.contains(&country));
        let course = course::draw(self.pools, &self.templates, &mut self.random, mission, abroad, self.today);
        self.people[person].absences.extend(course.leave(&mut self.random, self.pools, self.today));
        self.courses.push(course);
    }
}

/// The categories in which a person may serve in a country.
fn serves_as(person: &Person, country: Country) -> impl Iterator<Item = Category> {
    let volunteer = &person.volunteer;
    let at_home = person.at_home.contains(&country);
    volunteer.categories.iter().copied().filter(move |category| match category {
        Category::International => !at_home,
        Category::National => at_home,
        Category::Diaspora => volunteer.heritage.contains(&country),
        Category::Youth => at_home,
    })
}

/// So many weeks from the Monday on or before a day.
fn on_a_monday(day: NaiveDate, weeks: u16) -> Option<Span> {
    let first = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?;
    Span::of_weeks(first, weeks)
}
