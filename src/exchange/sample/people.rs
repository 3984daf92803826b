//! People: where they come from, what they speak, what they do, when they can go.

use super::address;
use super::names::{Form, Name};
use super::pools::{Host, Origin, Pools, Profession};
use super::random::Random;
use crate::domain::Id;
use crate::domain::reference::{Country, Language, Region};
use crate::domain::volunteer::{
    Absence, Category, Clearance, Education, LanguageSkill, Level, Sex, Skill, StandingStep, Volunteer,
};
use chrono::{Duration, NaiveDate};

/// A volunteer with all that hangs on them.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The person.
    pub volunteer: Volunteer,
    /// Languages.
    pub languages: Vec<LanguageSkill>,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Papers and checks.
    pub clearances: Vec<Clearance>,
    /// Leave, and times in which the person cannot serve.
    pub absences: Vec<Absence>,
    /// Where the person stood when.
    pub standings: Vec<StandingStep>,
    /// The place of the profession among [`Pools::professions`].
    pub(super) profession: usize,
    pub(super) birth: NaiveDate,
    /// The day the person asked to serve.
    pub(super) applied: NaiveDate,
    /// Where the person has a right to be without a visa.
    pub(super) at_home: Vec<Country>,
    pub(super) dial: &'static str,
}

/// Ages in years with shares: many start young or after their working life (UNV reports 18 to 78, the mean 35).
const AGES: &[(i64, i64, u32)] =
    &[(18, 22, 8), (23, 29, 25), (30, 39, 27), (40, 49, 15), (50, 59, 11), (60, 67, 10), (68, 75, 4)];

/// Which people are drawn, in what numbers.
#[derive(Clone, Copy)]
enum Kind {
    /// From anywhere.
    International,
    /// Lives where placements are.
    National,
    /// Has roots where placements are, and lives elsewhere.
    Diaspora,
}

/// What an open post asks for first of all: the place of its profession among [`Pools::professions`], and a language.
pub(super) type Call = (usize, Language, Level);

/// Percent of the people who applied because of a post that they had heard of.
const CALLED_PERCENT: u32 = 40;

/// Draws `count` people, in the order in which they applied. `calls` are what open posts ask for.
pub(super) fn draw(
    pools: &Pools,
    active: &[&Host],
    calls: &[Call],
    association: impl Fn(Country, Country) -> Option<Id>,
    count: usize,
    today: NaiveDate,
    seed: u64,
) -> Vec<Person> {
    let mut drawing = Drawing { pools, active, calls, today, random: Random::new(seed, "people") };
    let mut people: Vec<Person> = (0..count).map(|_| drawing.person(&association)).collect();
    people.sort_by_key(|person| person.applied);
    drawing.couples(&mut people);
    people
}

struct Drawing<'a> {
    pools: &'a Pools,
    active: &'a [&'a Host],
    calls: &'a [Call],
    today: NaiveDate,
    random: Random,
}

impl<'a> Drawing<'a> {
    fn person(&mut self, association: &impl Fn(Country, Country) -> Option<Id>) -> Person {
        let kind =
            [Kind::International, Kind::National, Kind::Diaspora][self.random.weighted([66, 23, 11].into_iter())];
        let roots = self.roots(kind);
        let residence = self.residence(kind, roots);
        let random = &mut self.random;
        let age = AGES[random.weighted(AGES.iter().map(|(_, _, share)| *share))];
        let age = random.between(age.0, age.1);
        let birth = self.today - Duration::days(age * 1461 / 4 + 1 + random.between(0, 363));
        let called = !self.calls.is_empty() && self.random.chance(CALLED_PERCENT);
        let call = called.then(|| *self.random.pick(self.calls));
        let profession_place = match call {
            Some((profession, ..)) if i64::from(self.pools.professions[profession].training) + 2 <= age => profession,
            _ => self.profession(age),
        };
        let profession = &self.pools.professions[profession_place];
        let random = &mut self.random;
        let sex = match random.below(200) {
            0 => Sex::Other,
            _ if random.chance(profession.female) => Sex::Female,
            _ => Sex::Male,
        };
        let name = self.name(roots, sex);
        let id = self.random.id();
        let nationalities = self.nationalities(kind, roots.country, residence.country);
        let mut categories = match kind {
            Kind::International => vec![Category::International],
            Kind::National => vec![Category::National],
            Kind::Diaspora => vec![Category::Diaspora, Category::International],
        };
        let random = &mut self.random;
        if matches!(kind, Kind::National) && random.chance(35) {
            categories.push(Category::International);
        }
        if age <= 28 && random.chance(65) {
            categories.push(Category::Youth);
        }
        let years_since = (age as i32 - profession.training).max(0);
        let years = (years_since * random.between(55, 100) as i32 / 100).min(40) as u8;
        let applied =
            if random.chance(55) { random.day(self.today, -420, -12) } else { random.day(self.today, -2300, -420) };
        let applied = applied.max(birth + Duration::days(18 * 366)).min(self.today);
        let (education, qualification) = self.education(profession, age);
        let mut languages = self.languages(id, kind, roots, residence);
        if let Some((_, language, level)) = call {
            self.speak(&mut languages, id, language, level);
        }
        let skills = self.skills(id, profession, years);
        let random = &mut self.random;
        let heritage = if matches!(kind, Kind::Diaspora) { vec![roots.country] } else { Vec::new() };
        let mut volunteer = Volunteer {
            id,
            email: address::email(random, &name.full),
            phone: address::phone(random, residence.dial),
            full_name: name.full,
            given_name: name.given,
            family_name: name.family,
            own_script_name: name.own_script,
            sex: Some(sex),
            birth_date: Some(birth),
            passport_country: nationalities.first().copied(),
            residence: Some(residence.country),
            residence_place: (*random.pick(&residence.cities)).to_owned(),
            diaspora_organisation: heritage
                .first()
                .filter(|_| random.chance(70))
                .and_then(|roots| association(*roots, residence.country)),
            heritage,
            categories,
            occupation: Some(profession.occupation),
            occupation_title: (*random.pick(&profession.called)).to_owned(),
            occupation_years: Some(years),
            education: Some(education),
            qualification,
            accompanied: age >= 27 && random.chance(9),
            dependants: (age >= 28 && random.chance(6)).then(|| random.between(1, 3) as u8),
            notes: if random.chance(18) {
                self.pools.phrase(random, "volunteer note").to_owned()
            } else {
                String::new()
            },
            nationalities,
            ..Volunteer::default()
        };
        self.availability(&mut volunteer, age);
        self.wishes(&mut volunteer, kind, &languages, profession);
        self.emergency(&mut volunteer, roots, residence, age);
        let mut at_home = volunteer.nationalities.clone();
        at_home.extend(volunteer.residence);
        Person {
            volunteer,
            languages,
            skills,
            clearances: Vec::new(),
            absences: Vec::new(),
            standings: Vec::new(),
            profession: profession_place,
            birth,
            applied,
            at_home,
            dial: residence.dial,
        }
    }

    /// The country that name and first language come from. A country is there for every host: a test looks.
    fn roots(&mut self, kind: Kind) -> &'a Origin {
        let of_host = match kind {
            Kind::International => None,
            Kind::National | Kind::Diaspora => {
                let host = self.active[self.random.weighted(self.active.iter().map(|host| host.weight))];
                self.pools.origin(host.country)
            }
        };
        let origins = &self.pools.origins;
        of_host.unwrap_or_else(|| &origins[self.random.weighted(origins.iter().map(|origin| origin.weight))])
    }

    fn residence(&mut self, kind: Kind, roots: &'a Origin) -> &'a Origin {
        match (kind, self.pools.host(roots.country)) {
            (Kind::Diaspora, Some(host)) => self.pools.origin(*self.random.pick(&host.diaspora)).unwrap_or(roots),
            (Kind::International, _) if self.random.chance(10) => {
                let origins = &self.pools.origins;
                &origins[self.random.weighted(origins.iter().map(|origin| origin.weight))]
            }
            _ => roots,
        }
    }

    /// A profession that people of this age can have learnt.
    fn profession(&mut self, age: i64) -> usize {
        let open = self.pools.professions.iter().map(|profession| {
            // The young often have something to do with the young, and the old what they did all their life.
            if i64::from(profession.training) <= age { profession.weight } else { 0 }
        });
        if open.clone().any(|weight| weight > 0) {
            return self.random.weighted(open);
        }
        let youngest = (0..self.pools.professions.len()).min_by_key(|place| self.pools.professions[*place].training);
        youngest.unwrap_or_default()
    }

    fn name(&mut self, roots: &Origin, sex: Sex) -> Name {
        let form = match sex {
            Sex::Female => Form::Female,
            Sex::Male => Form::Male,
            Sex::Other => *self.random.pick(&[Form::Female, Form::Male]),
        };
        let culture = roots.cultures[self.random.weighted(roots.cultures.iter().map(|(_, share)| *share))].0;
        // Every culture of every country has names: a test looks. Still, nobody is without a name.
        self.pools.names.draw(&mut self.random, culture, form).unwrap_or_else(|| Name {
            full: roots.cities[0].to_owned(),
            given: String::new(),
            family: String::new(),
            own_script: String::new(),
        })
    }

    fn nationalities(&mut self, kind: Kind, roots: Country, residence: Country) -> Vec<Country> {
        let mut all = match kind {
            Kind::International | Kind::National => vec![roots],
            Kind::Diaspora => match self.random.below(100) {
                0..45 => vec![residence],
                45..75 => vec![residence, roots],
                _ => vec![roots],
            },
        };
        if roots != residence && all == [roots] && self.random.chance(25) {
            all.push(residence);
        }
        all
    }

    fn education(&mut self, profession: &Profession, age: i64) -> (Education, String) {
        let shares = match profession.occupation.code().as_bytes().first() {
            Some(b'1' | b'2') if age < 25 => [0, 0, 0, 90, 10, 0],
            Some(b'1' | b'2') => [0, 0, 2, 51, 42, 5],
            Some(b'3') => [0, 4, 54, 36, 6, 0],
            _ => [1, 14, 70, 13, 2, 0],
        };
        let education = Education::ALL[self.random.weighted(shares.into_iter())];
        let degree = match education {
            Education::Primary | Education::Secondary => return (education, String::new()),
            Education::Vocational => "Diploma",
            Education::Bachelor => "Bachelor",
            Education::Master => "Master",
            Education::Doctorate => "Doctorate",
        };
        (education, format!("{degree} in {}", profession.study))
    }

    fn languages(&mut self, of: Id, kind: Kind, roots: &Origin, residence: &Origin) -> Vec<LanguageSkill> {
        let random = &mut self.random;
        let mut known: Vec<(Language, Level)> = Vec::new();
        let raised_abroad = matches!(kind, Kind::Diaspora) && random.chance(65);
        let (first, second) = if raised_abroad { (residence, roots) } else { (roots, residence) };
        known.push((first.native[random.weighted(first.native.iter().map(|(_, share)| *share))].0, Level::Native));
        if second.country != first.country {
            let level = *random.pick(&[Level::B1, Level::B2, Level::C1, Level::C1]);
            known.push((second.native[random.weighted(second.native.iter().map(|(_, share)| *share))].0, level));
        }
        for learnt in first.learnt.iter().chain(&second.learnt) {
            let (least, best) = (learnt.least as i64, learnt.best as i64);
            if random.chance(learnt.percent) {
                known.push((learnt.language, Level::ALL[random.between(least, best) as usize]));
            }
        }
        let mut once: Vec<(Language, Level)> = Vec::new();
        for (language, level) in known {
            if once.iter().all(|(other, _)| *other != language) {
                once.push((language, level));
            }
        }
        once.into_iter()
            .map(|(language, level)| LanguageSkill { id: random.id(), of, language, level: Some(level) })
            .collect()
    }

    /// Most people who apply for a post speak its language, or have learnt it for the purpose.
    fn speak(&mut self, languages: &mut Vec<LanguageSkill>, of: Id, language: Language, level: Level) {
        let known = languages.iter_mut().find(|known| known.language == language);
        if known.as_ref().is_some_and(|known| known.level >= Some(level)) || !self.random.chance(75) {
            return;
        }
        match known {
            Some(known) => known.level = Some(level),
            None => languages.push(LanguageSkill { id: self.random.id(), of, language, level: Some(level) }),
        }
    }

    fn skills(&mut self, of: Id, profession: &Profession, years: u8) -> Vec<Skill> {
        let random = &mut self.random;
        let count = 2 + random.weighted([20, 35, 30, 15].into_iter());
        let mut names = random.some(&profession.skills, count);
        if count < 5 && random.chance(15) {
            let other = random.pick(&self.pools.professions);
            let skill = *random.pick(&other.skills);
            if !names.contains(&skill) {
                names.push(skill);
            }
        }
        names
            .into_iter()
            .map(|name| {
                let practice = random.between(i64::from(years) / 3, i64::from(years)) as u8;
                let level = (1 + i64::from(practice) / 4 + random.between(0, 1)).clamp(1, 4) as u8;
                Skill { id: random.id(), of, name: name.to_owned(), level: Some(level), years: Some(practice) }
            })
            .collect()
    }

    fn availability(&mut self, volunteer: &mut Volunteer, age: i64) {
        let random = &mut self.random;
        let (least, most, _) = AVAILABLE_WEEKS[random.weighted(AVAILABLE_WEEKS.iter().map(|(_, _, share)| *share))];
        volunteer.weeks_least = Some(least);
        // Whoever is at work seldom gets two years off.
        volunteer.weeks_most =
            Some(if (30..58).contains(&age) && random.chance(40) { most.min(52).max(least) } else { most });
        let from = match random.below(100) {
            0..55 => random.day(self.today, -150, 45),
            55..90 => random.day(self.today, 45, 280),
            _ => return,
        };
        volunteer.available_from = Some(from);
        if random.chance(45) {
            let start = from.max(self.today);
            let days = i64::from(most) * 7;
            volunteer.available_until = Some(random.day(start, days.max(120), days + 500));
        }
    }

    fn wishes(&mut self, volunteer: &mut Volunteer, kind: Kind, languages: &[LanguageSkill], profession: &Profession) {
        let (today, active) = (self.today, self.active);
        let random = &mut self.random;
        if volunteer.available_from.is_some() {
            volunteer.availability_asked = Some(random.day(today, -260, -1));
        }
        let speaks = |host: &&&Host| {
            host.working.iter().any(|working| {
                languages.iter().any(|known| known.language == *working && known.level >= Some(Level::B1))
            })
        };
        let there: Vec<Country> = active.iter().filter(speaks).map(|host| host.country).collect();
        let there: Vec<Country> = there.into_iter().filter(|country| volunteer.residence != Some(*country)).collect();
        match kind {
            Kind::National => volunteer.preferred_countries = volunteer.residence.into_iter().collect(),
            Kind::Diaspora => volunteer.preferred_countries = volunteer.heritage.clone(),
            Kind::International => {
                let count = random.weighted([30, 30, 25, 15].into_iter());
                volunteer.preferred_countries = random.some(&there, count);
            }
        }
        let mut regions: Vec<Region> = there.iter().filter_map(|country| country.sub_region()).collect();
        regions.sort();
        regions.dedup();
        if matches!(kind, Kind::International) && random.chance(35) {
            let count = 1 + random.below(2);
            volunteer.preferred_regions = random.some(&regions, count);
        }
        if random.chance(60) {
            let count = 1 + random.below(2);
            volunteer.preferred_sectors = random.some(&profession.sectors, count);
        }
        let mut others: Vec<Country> = active.iter().map(|host| host.country).collect();
        others.retain(|country| {
            !volunteer.preferred_countries.contains(country) && volunteer.residence != Some(*country)
        });
        if random.chance(22) {
            let count = 1 + random.below(3);
            volunteer.ruled_out = random.some(&others, count);
        }
        if random.chance(7) {
            let count = 1 + random.below(5);
            volunteer.medically_unsupported = random.some(&others, count);
        }
    }

    fn emergency(&mut self, volunteer: &mut Volunteer, roots: &Origin, residence: &Origin, age: i64) {
        let relation = self.pools.phrase(&mut self.random, if age >= 45 { "relation older" } else { "relation" });
        let sex = match relation {
            "mother" | "sister" | "daughter" => Sex::Female,
            "father" | "brother" | "son" => Sex::Male,
            _ => *self.random.pick(&[Sex::Female, Sex::Male]),
        };
        volunteer.emergency_name = self.name(roots, sex).full;
        volunteer.emergency_relation = relation.to_owned();
        let dial = if self.random.chance(70) { roots.dial } else { residence.dial };
        volunteer.emergency_phone = address::phone(&mut self.random, dial);
    }

    /// Some go as two: both serve, from the same town.
    fn couples(&mut self, people: &mut [Person]) {
        let wanted = people.len() / 50;
        let mut free: Vec<usize> = Vec::new();
        let mut found = 0;
        for place in 0..people.len() {
            if found == wanted {
                break;
            }
            if !self.random.chance(30) || people[place].volunteer.accompanied {
                continue;
            }
            let goes_with = |other: &usize| {
                let (one, two) = (&people[place], &people[*other]);
                one.volunteer.residence == two.volunteer.residence
                    && one.volunteer.categories == two.volunteer.categories
                    && (one.birth - two.birth).num_days().abs() < 8 * 365
            };
            match free.iter().position(goes_with) {
                Some(at) => {
                    let other = free.swap_remove(at);
                    people[place].volunteer.travels_with = Some(people[other].volunteer.id);
                    people[other].volunteer.travels_with = Some(people[place].volunteer.id);
                    people[other].volunteer.residence_place = people[place].volunteer.residence_place.clone();
                    found += 1;
                }
                None if free.len() < 200 => free.push(place),
                None => {}
            }
        }
    }
}

/// Least and most weeks that people have time for, with shares.
const AVAILABLE_WEEKS: &[(u16, u16, u32)] =
    &[(6, 12, 8), (6, 26, 14), (12, 52, 24), (26, 52, 16), (12, 104, 14), (26, 104, 16), (40, 104, 8)];
