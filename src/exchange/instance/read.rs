//! Reading the forms.

use super::numbers::Words;
use super::{Instance, InstanceError};
use std::collections::HashSet;
use std::io::Read as _;
use std::path::Path;

/// Reads a file, unpacked where it is packed.
pub fn read(path: &Path) -> Result<Instance, InstanceError> {
    let failed = |error: std::io::Error| InstanceError::Unreadable { path: path.to_owned(), why: error.to_string() };
    let bytes = std::fs::read(path).map_err(failed)?;
    let mut text = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut text).map_err(failed)?;
    } else {
        bytes.as_slice().read_to_string(&mut text).map_err(failed)?;
    }
    parse(&text)
}

/// Reads a text, whatever form it is in.
pub(super) fn parse(text: &str) -> Result<Instance, InstanceError> {
    let first = text.split_whitespace().next().unwrap_or_default();
    let read = match first {
        "VMATCH" => vmatch(text),
        "c" | "p" => dimacs(text),
        number if number.parse::<usize>().is_ok() => or_library(text),
        other => Err(InstanceError::Unknown(other.chars().take(20).collect())),
    };
    read.map(Instance::without_doubles)
}

fn lines(text: &str) -> impl Iterator<Item = Words<'_>> {
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).map(|(line, text)| Words::new(line, text))
}

fn vmatch(text: &str) -> Result<Instance, InstanceError> {
    let mut lines = lines(text);
    let Some(mut head) = lines.next() else { return Err(InstanceError::Unknown(String::new())) };
    head.word();
    let version: u32 = head.number("the version")?;
    if version != 1 {
        return Err(head.wrong(format!("version {version} is not known, only 1")));
    }
    let (volunteers, posts): (usize, usize) = (head.number("the volunteers")?, head.number("the posts")?);
    let said: usize = head.number("the pairs")?;
    let mut read = Instance::default();
    let mut coupled = HashSet::new();
    for mut line in lines {
        match line.word() {
            Some("P") => {
                read.capacities.push(line.number("the places")?);
                read.urgency.push(line.number("the urgency")?);
                let weeks = (line.next_number("the first week")?, line.next_number("the last week")?);
                read.weeks.extend(weeks.0.zip(weeks.1));
                read.countries.push(line.next_number("the country")?.unwrap_or_default());
            }
            Some("V") => {
                line.number::<i64>("the country")?;
                for _ in 0..line.number::<usize>("the number of posts")? {
                    let post: u32 = line.number("a post")?;
                    if post as usize >= posts {
                        return Err(line.wrong(format!("there is no post {post}")));
                    }
                    read.pairs.push((read.volunteers as u32, post, line.number("the points")?));
                }
                read.volunteers += 1;
            }
            Some("C") => {
                let (one, other) = (line.number("a volunteer")?, line.number("the other volunteer")?);
                let mut both = [one, other].into_iter();
                if both.any(|who: u32| who as usize >= volunteers || !coupled.insert(who)) {
                    return Err(line.wrong(format!("{one} and {other} are no couple of their own")));
                }
                read.couples.push((one, other));
            }
            other => return Err(line.wrong(format!("a line begins with P, V or C, not {:?}", other.unwrap_or("")))),
        }
    }
    let counts = [
        ("volunteers", volunteers, read.volunteers),
        ("posts", posts, read.capacities.len()),
        ("pairs", said, read.pairs.len()),
    ];
    count(&counts)?;
    Ok(read)
}

/// Beasley 1990: the size, then all costs row by row, or a line for each pair with both numbers and its cost.
fn or_library(text: &str) -> Result<Instance, InstanceError> {
    let mut size = None;
    let mut numbers: Vec<(usize, i32)> = Vec::new();
    // How many numbers there are does not tell the forms apart: 12 pairs of 6 x 6 are as many as all its costs.
    let mut by_pair = true;
    for (line, text) in (1..).zip(text.lines()) {
        let mut words = Words::new(line, text);
        if size.is_none() && !text.trim().is_empty() {
            size = Some(words.size("the size")?);
        }
        let before = numbers.len();
        while let Some(cost) = words.next_number("a cost")? {
            numbers.push((line, cost));
        }
        by_pair &= matches!(numbers.len() - before, 0 | 3);
    }
    let size = size.unwrap_or_default();
    let all = size * size;
    // Three lines of three are all costs of 3 x 3.
    let pairs = if by_pair && (all, numbers.len()) != (9, 9) {
        let side = |(line, number): (usize, i32)| match usize::try_from(number) {
            Ok(number) if (1..=size).contains(&number) => Ok(number as u32 - 1),
            _ => Err(InstanceError::Line { line, why: format!("{number} is not one of {size}") }),
        };
        numbers
            .chunks_exact(3)
            .map(|triple| Ok((side(triple[0])?, side(triple[1])?, triple[2].1)))
            .collect::<Result<_, InstanceError>>()?
    } else {
        count(&[("costs", all, numbers.len())])?;
        (0..).zip(&numbers).map(|(place, (_, cost))| ((place / size) as u32, (place % size) as u32, *cost)).collect()
    };
    Ok(of_costs(size, size, pairs))
}

/// DIMACS: `p asn NODES ARCS`, `n I` for each source, `a I J COST`; the other nodes are the posts.
fn dimacs(text: &str) -> Result<Instance, InstanceError> {
    let mut nodes = 0_usize;
    let mut said = None;
    let mut source = Vec::new();
    let mut arcs: Vec<(usize, usize, i32)> = Vec::new();
    for mut line in lines(text) {
        match line.word() {
            Some("c") => {}
            Some("p") if said.is_some() => return Err(line.wrong("there is a p line already".into())),
            Some("p") => {
                if line.word() != Some("asn") {
                    return Err(line.wrong("only problems of the kind asn are read".into()));
                }
                nodes = line.size("the nodes")?;
                said = Some(line.number("the arcs")?);
                source = vec![false; nodes];
            }
            Some("n") if !arcs.is_empty() => return Err(line.wrong("a source is named before the arcs".into())),
            Some("n") => {
                let node = node(&mut line, nodes)?;
                source[node] = true;
            }
            Some("a") => {
                let (from, to) = (node(&mut line, nodes)?, node(&mut line, nodes)?);
                if !source[from] || source[to] {
                    return Err(line.wrong("an arc goes from a source to another node".into()));
                }
                arcs.push((from, to, line.number("the cost")?));
            }
            other => return Err(line.wrong(format!("a line begins with c, p, n or a, not {:?}", other.unwrap_or("")))),
        }
    }
    let Some(said) = said else { return Err(InstanceError::Unknown("c".into())) };
    count(&[("arcs", said, arcs.len())])?;
    let mut number = vec![0_u32; nodes];
    let (mut volunteers, mut posts) = (0_u32, 0_u32);
    for (node, is_source) in source.iter().enumerate() {
        let next = if *is_source { &mut volunteers } else { &mut posts };
        number[node] = *next;
        *next += 1;
    }
    let pairs = arcs.into_iter().map(|(from, to, cost)| (number[from], number[to], cost)).collect();
    let posts = posts as usize;
    let volunteers = volunteers as usize;
    Ok(of_costs(volunteers, posts, pairs))
}

/// An instance of costs, where each post has one place and nothing else is known.
fn of_costs(volunteers: usize, posts: usize, pairs: Vec<(u32, u32, i32)>) -> Instance {
    let (capacities, urgency) = (vec![1; posts], vec![0; posts]);
    Instance { volunteers, capacities, urgency, pairs, costs: true, ..Instance::default() }
}

fn node(line: &mut Words<'_>, nodes: usize) -> Result<usize, InstanceError> {
    let node: usize = line.number("a node")?;
    if (1..=nodes).contains(&node) { Ok(node - 1) } else { Err(line.wrong(format!("there is no node {node}"))) }
}

fn count(counts: &[(&'static str, usize, usize)]) -> Result<(), InstanceError> {
    match counts.iter().find(|(_, said, found)| said != found) {
        Some(&(what, said, found)) => Err(InstanceError::Count { what, said, found }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::exchange::instance::Objective;
    use crate::matching::assignment::Solver;
    use crate::matching::sequences::solve;
    use crate::matching::together::Party;

    fn best(text: &str, objective: Objective) -> i64 {
        let instance = parse(text).unwrap();
        let solver = Solver::solve(instance.graph(objective).unwrap());
        solver.prove().unwrap();
        instance.value(solver.pairs(), objective)
    }

    #[test]
    fn each_form_is_read_and_solved() {
        let vmatch = "VMATCH 1 2 2 3\nP 1 1 0 9 4\nP 1 5 0 9 4\nV 1 2 0 9 1 2\nV 1 1 0 8\nC 0 1\n";
        assert_eq!(best(vmatch, Objective::Fit), 10);
        assert_eq!(best(vmatch, Objective::Lexicographic), (6 << 24) + 10);
        assert_eq!(best(" 2\n 1 4\n 2 9\n", Objective::Fit), 6);
        assert_eq!(best("2\n 1 1 1\n 1 2 4\n 2 1 2\n", Objective::Fit), 6, "as many pairs as can be");
        assert_eq!(best("1\n7\n", Objective::Fit), 7);
        assert_eq!(best("3\n 1 2 3\n 2 4 6\n 3 6 9\n", Objective::Fit), 10, "all costs, not three pairs");
        assert_eq!(best("c two\np asn 4 3\nn 1\nn 2\na 1 3 1\na 1 4 4\na 2 3 2\n", Objective::Fit), 6);
    }

    #[test]
    fn couples_go_to_one_country() {
        let text = "VMATCH 1 2 3 4\nP 1 1 0 9 4\nP 1 1 0 9 7\nP 1 1 0 9 4\nV 0 2 0 9 1 2\nV 0 2 1 8 2 1\nC 0 1\n";
        let parties = parse(text).unwrap().parties();
        assert_eq!(parties, [Party { people: (0, Some(1)), ways: vec![(0, Some(2)), (1, Some(1))] }]);
    }

    #[test]
    fn a_mission_in_turn_begins_when_the_one_before_and_the_rest_are_over() {
        let text = "VMATCH 1 1 2 2\nP 1 1 3 9 4\nP 1 1 11 20 4\nV 1 2 0 9 1 2\n";
        let value = |rest| solve(&parse(text).unwrap().sequences(Objective::Fit, rest).unwrap(), &|_, _| true).value;
        assert_eq!((value(0), value(2), value(3)), (11, 11, 9));
        let known = |text| parse(text).unwrap().sequences(Objective::Fit, 2).map(drop);
        for text in ["VMATCH 1 1 1 1\nP 1 1\nV 0 1 0 3", "1\n7\n"] {
            assert!(matches!(known(text), Err(InstanceError::NoWeeks)), "{text}");
        }
    }

    #[test]
    fn pairs_as_many_as_a_third_of_all_costs_are_pairs() {
        let ring = (1..=6).map(|one| format!("{one} {one} 10\n{one} {} 1\n", one % 6 + 1));
        assert_eq!(best(&format!("6\n{}", ring.collect::<String>()), Objective::Fit), 6);
    }

    #[test]
    fn of_a_pair_that_is_there_twice_the_better_counts() {
        for (first, last) in [(5, 9), (9, 5)] {
            let arcs = format!("p asn 2 2\nn 1\na 1 2 {first}\na 1 2 {last}\n");
            assert_eq!(best(&arcs, Objective::Fit), 5);
            let points = format!("VMATCH 1 1 1 2\nP 1 1\nV 0 2 0 {first} 0 {last}\n");
            assert_eq!(best(&points, Objective::Fit), 9);
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, said) in [
            ("VMATCH 2 1 1 1", "line 1: version 2 is not known, only 1"),
            ("VMATCH 1 1 1 1\nP 1 x", "line 2: the urgency is \"x\""),
            ("VMATCH 1 1 1 1\nP 1 1\nV 0 1 7 5", "line 3: there is no post 7"),
            ("VMATCH 1 2 1 1\nP 1 1\nV 0 1 0 5", "it says 2 volunteers and holds 1"),
            ("VMATCH 1 2 1 1\nP 1 1\nC 0 2", "line 3: 0 and 2 are no couple of their own"),
            ("VMATCH 1 3 1 1\nP 1 1\nC 0 1\nC 1 2", "line 4: 1 and 2 are no couple of their own"),
            ("2\n1 2\n3 4 5", "it says 4 costs and holds 5"),
            ("2\n1 9 3", "line 2: 9 is not one of 2"),
            ("p max 2 1", "line 1: only problems of the kind asn are read"),
            ("p asn 2 1\nn 1\na 2 1 5", "line 3: an arc goes from a source to another node"),
            ("p asn 4 1\nn 1\na 1 4 1\np asn 1 1", "line 4: there is a p line already"),
            ("p asn 3 1\nn 1\na 1 2 5\nn 3", "line 4: a source is named before the arcs"),
            ("c words", "this is no instance: it begins with \"c\""),
            ("p asn 4000000000 0", "line 1: the nodes: 4000000000 is more than 10000000"),
            ("4000000000\n1 1 3", "line 1: the size: 4000000000 is more than 10000000"),
            ("2\n1 1 1 1 1 1", "it says 4 costs and holds 6"),
            ("hello", "this is no instance: it begins with \"hello\""),
            ("", "this is no instance: it begins with \"\""),
        ] {
            let told = parse(text).and_then(|instance| instance.graph(Objective::Fit).map(drop));
            assert_eq!(told.unwrap_err().to_string(), said);
        }
        let costs = parse("1\n7\n").unwrap();
        assert!(matches!(costs.graph(Objective::Lexicographic), Err(InstanceError::NoUrgency)));
        let large = format!("2\n0 {0}\n0 {0}", i32::MAX);
        assert!(matches!(parse(&large).unwrap().graph(Objective::Fit), Err(InstanceError::TooLarge)));
        let urgent = parse("VMATCH 1 1 1 1\nP 1 127\nV 0 1 0 3").unwrap();
        assert!(matches!(urgent.graph(Objective::Lexicographic), Err(InstanceError::TooLarge)));
    }
}
