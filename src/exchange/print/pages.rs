//! Strips are put on pages.

use std::rc::Rc;

use super::strips::Strip;

/// A strip at its place.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// From the top of the page.
    pub top: f32,
    pub strip: Rc<Strip>,
    /// It has been read before: heads of a table that goes on.
    pub again: bool,
}

/// The pages, at least one.
pub(super) fn pages(strips: Vec<Strip>, height: f32) -> Vec<Vec<Placed>> {
    let strips: Vec<Rc<Strip>> = strips.into_iter().map(Rc::new).collect();
    let mut pages = Vec::new();
    let mut page: Vec<Placed> = Vec::new();
    let mut used = 0.0;
    for (at, strip) in strips.iter().enumerate() {
        let full = strip.fresh || used + together(&strips[at..]) > height + 0.01;
        if full && !page.is_empty() {
            pages.push(std::mem::take(&mut page));
            used = 0.0;
        }
        if strip.fresh {
            continue;
        }
        if page.is_empty()
            && let Some(head) = &strip.head
        {
            page.push(Placed { top: 0.0, strip: head.clone(), again: true });
            used = head.height;
        } else if !page.is_empty() {
            used += strip.before;
        }
        page.push(Placed { top: used, strip: strip.clone(), again: false });
        used += strip.height;
    }
    if !page.is_empty() || pages.is_empty() {
        pages.push(page);
    }
    pages
}

/// Height of a strip and of those that stay with it.
fn together(strips: &[Rc<Strip>]) -> f32 {
    let mut height = 0.0;
    for strip in strips {
        height += strip.before + strip.height;
        if !strip.keep {
            break;
        }
    }
    height
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32) -> Strip {
        Strip { height, ..Strip::default() }
    }

    fn heights(pages: &[Vec<Placed>]) -> Vec<Vec<f32>> {
        pages.iter().map(|page| page.iter().map(|placed| placed.strip.height).collect()).collect()
    }

    #[test]
    fn a_heading_goes_to_the_next_page_with_what_it_names() {
        let heading = Strip { keep: true, before: 10.0, ..strip(20.0) };
        let placed = pages(vec![strip(60.0), heading, strip(15.0)], 100.0);
        assert_eq!(heights(&placed), [vec![60.0], vec![20.0, 15.0]]);
        assert_eq!(placed[1][1].top, 20.0, "nothing is left free above the first strip of a page");
    }

    #[test]
    fn heads_are_repeated_where_a_row_begins_a_page() {
        let head = Rc::new(strip(10.0));
        let row = Strip { head: Some(head.clone()), ..strip(40.0) };
        let placed = pages(vec![Strip { keep: true, ..strip(10.0) }, row.clone(), row.clone(), row], 100.0);
        assert_eq!(heights(&placed), [vec![10.0, 40.0, 40.0], vec![10.0, 40.0]]);
        assert!(placed[1][0].again && !placed[0][0].again);
    }

    #[test]
    fn what_stays_together_but_is_higher_than_a_page_goes_on_over_pages() {
        let tall = Strip { keep: true, ..strip(60.0) };
        assert_eq!(heights(&pages(vec![tall; 3], 100.0)), [[60.0], [60.0], [60.0]]);
    }

    #[test]
    fn there_is_no_empty_page_but_the_only_one() {
        let fresh = || Strip { fresh: true, ..Strip::default() };
        assert_eq!(
            heights(&pages(vec![fresh(), strip(1.0), fresh(), fresh(), strip(2.0), fresh()], 9.0)),
            [[1.0], [2.0]]
        );
        assert_eq!(pages(Vec::new(), 9.0).len(), 1);
    }
}
