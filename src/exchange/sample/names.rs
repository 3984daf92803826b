//! Full names as they are made in each culture: order, number of names, own script.

use super::random::Random;
use std::collections::BTreeMap;

/// The names of all cultures, as facts (`assets/sample/names.tsv`).
#[derive(Debug)]
pub struct Names {
    cultures: BTreeMap<&'static str, Culture>,
}

/// Which list of given names and which form of a family name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Men's names.
    Male,
    /// Women's names.
    Female,
}

/// A person's name as an office keeps it: the full name always, the rest where the culture has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As in the passport, in Latin letters.
    pub full: String,
    /// Empty where names are not divided (Myanmar).
    pub given: String,
    /// Empty where there are no family names (Ethiopia, parts of Indonesia and of South Asia).
    pub family: String,
    /// The full name in the script that the person writes; empty when it is Latin.
    pub own_script: String,
}

/// How a full name is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Custom {
    /// Anna Müller.
    GivenFamily,
    /// Nguyễn Thu Hà.
    FamilyGiven,
    /// Wang Fang, written without a blank in the own script.
    FamilyGivenJoined,
    /// María García López: a family name from each parent.
    GivenTwoFamilies,
    /// Tigist Bekele: her own name and her father's.
    GivenFather,
    /// Batbayar Nomin: her father's name and her own.
    FatherGiven,
    /// Suharti.
    OneName,
    /// Khin Su Wai: two or three words that are not divided into given and family name.
    Words,
}

#[derive(Debug, Default)]
struct Culture {
    custom: Option<Custom>,
    male: Vec<Word>,
    female: Vec<Word>,
    family: Vec<Word>,
}

/// One name: its man's and woman's forms, mostly the same, in Latin letters and in the own script.
#[derive(Debug, Clone, Copy)]
struct Word {
    latin: [&'static str; 2],
    own: Option<[&'static str; 2]>,
}

impl Word {
    fn read(text: &'static str) -> Self {
        let forms = |text: &'static str| text.split_once('/').map_or([text, text], |(male, female)| [male, female]);
        match text.split_once('=') {
            Some((latin, own)) => Self { latin: forms(latin), own: Some(forms(own)) },
            None => Self { latin: forms(text), own: None },
        }
    }
}

impl Names {
    /// Reads lines of `culture, part, values`, parted by tabs; a line that is not understood is left out.
    pub fn read(table: &'static str) -> Self {
        let mut cultures: BTreeMap<&'static str, Culture> = BTreeMap::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split('\t');
            let (Some(code), Some(part), Some(values)) = (parts.next(), parts.next(), parts.next()) else { continue };
            let culture = cultures.entry(code).or_default();
            let words = || values.split(", ").map(Word::read).collect();
            match part {
                "custom" => culture.custom = Custom::read(values),
                "male" => culture.male = words(),
                "female" => culture.female = words(),
                "family" => culture.family = words(),
                _ => {}
            }
        }
        Self { cultures }
    }

    /// A name of this culture; None when the culture is unknown or has no names in the table.
    pub fn draw(&self, random: &mut Random, culture: &str, form: Form) -> Option<Name> {
        let culture = self.cultures.get(culture)?;
        let custom = culture.custom?;
        let own_names = match form {
            Form::Male => &culture.male,
            Form::Female => &culture.female,
        };
        let needs_family = matches!(
            custom,
            Custom::GivenFamily | Custom::FamilyGiven | Custom::FamilyGivenJoined | Custom::GivenTwoFamilies
        );
        let needs_father = matches!(custom, Custom::GivenFather | Custom::FatherGiven);
        if own_names.is_empty()
            || (needs_family && culture.family.len() < 2)
            || (needs_father && culture.male.len() < 2)
        {
            return None;
        }
        let given = *random.pick(own_names);
        // A father is a man, whatever his child is.
        let father_of = |random: &mut Random| loop {
            let father = *random.pick(&culture.male);
            if father.latin != given.latin {
                return Word { latin: [father.latin[0]; 2], own: father.own.map(|own| [own[0]; 2]) };
            }
        };
        let words: Vec<Word> = match custom {
            Custom::GivenFamily => vec![given, *random.pick(&culture.family)],
            Custom::FamilyGiven | Custom::FamilyGivenJoined => vec![*random.pick(&culture.family), given],
            Custom::GivenTwoFamilies => {
                let families = random.some(&culture.family, 2);
                std::iter::once(given).chain(families).collect()
            }
            Custom::GivenFather => vec![given, father_of(random)],
            Custom::FatherGiven => vec![father_of(random), given],
            Custom::OneName => vec![given],
            Custom::Words => {
                let count = 2 + usize::from(random.chance(70));
                random.some(own_names, count)
            }
        };
        let latin = |word: &Word| word.latin[form as usize];
        let families: Vec<&str> = match custom {
            Custom::GivenFamily | Custom::GivenTwoFamilies => words[1..].iter().map(latin).collect(),
            Custom::FamilyGiven | Custom::FamilyGivenJoined => words[..1].iter().map(latin).collect(),
            Custom::GivenFather | Custom::FatherGiven | Custom::OneName | Custom::Words => Vec::new(),
        };
        let own: Option<Vec<&str>> = words.iter().map(|word| word.own.map(|own| own[form as usize])).collect();
        let between = if matches!(custom, Custom::FamilyGivenJoined | Custom::Words) { "" } else { " " };
        Some(Name {
            full: words.iter().map(latin).collect::<Vec<_>>().join(" "),
            given: if custom == Custom::Words { String::new() } else { latin(&given).to_owned() },
            family: families.join(" "),
            own_script: own.map(|own| own.join(between)).unwrap_or_default(),
        })
    }
}

impl Custom {
    fn read(text: &str) -> Option<Self> {
        Some(match text {
            "given family" => Self::GivenFamily,
            "family given" => Self::FamilyGiven,
            "family given joined" => Self::FamilyGivenJoined,
            "given two families" => Self::GivenTwoFamilies,
            "given father" => Self::GivenFather,
            "father given" => Self::FatherGiven,
            "one name" => Self::OneName,
            "words" => Self::Words,
            _ => return None,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names::read(
            "hu\tcustom\tfamily given\nhu\tfemale\tÉva, Réka\nhu\tfamily\tNagy, Tóth\n\
             el\tcustom\tgiven family\nel\tfemale\tZoe=Ζωή\n\
             el\tfamily\tMakris/Makri=Μακρής/Μακρή, Vlachos/Vlachou=Βλάχος/Βλάχου\n\
             et\tcustom\tgiven father\net\tfemale\tAster=አስቴር\net\tmale\tGirma=ግርማ, Haile=ኃይሌ\n\
             my\tcustom\twords\nmy\tmale\tAung=အောင်, Min=မင်း\n",
        )
    }

    #[test]
    fn names_follow_the_custom() {
        let (names, mut random) = (names(), Random::new(1, "test"));
        for _ in 0..20 {
            let hungarian = names.draw(&mut random, "hu", Form::Female).unwrap();
            let (family, given) = hungarian.full.split_once(' ').unwrap();
            assert_eq!((hungarian.family.as_str(), hungarian.given.as_str()), (family, given));
            assert!(["Nagy", "Tóth"].contains(&family));

            let greek = names.draw(&mut random, "el", Form::Female).unwrap();
            assert!(["Zoe Makri", "Zoe Vlachou"].contains(&greek.full.as_str()), "{}", greek.full);
            assert!(["Ζωή Μακρή", "Ζωή Βλάχου"].contains(&greek.own_script.as_str()));

            let ethiopian = names.draw(&mut random, "et", Form::Female).unwrap();
            assert!(["Aster Girma", "Aster Haile"].contains(&ethiopian.full.as_str()));
            assert_eq!(ethiopian.family, "");

            let burmese = names.draw(&mut random, "my", Form::Male).unwrap();
            assert!(["အောင်မင်း", "မင်းအောင်"].contains(&burmese.own_script.as_str()));
            assert_eq!((burmese.given.as_str(), burmese.family.as_str()), ("", ""));
        }
    }

    #[test]
    fn a_culture_without_names_has_none() {
        let mut random = Random::new(1, "test");
        assert_eq!(names().draw(&mut random, "hu", Form::Male), None);
        assert_eq!(names().draw(&mut random, "xx", Form::Male), None);
    }
}
