//! What the author of an op has seen, and what an op that takes back another must set.

use super::{CellChange, Ground, OpName, RowKey, RowOp};
use crate::store::scalar::Scalar;
use crate::store::table::{GONE_CELL, ROW_CELL};

/// A cell to be set: its number, what it is and what it becomes.
pub(crate) type Wish = (u16, Vec<Scalar>, Vec<Scalar>);

/// An op before it has its number.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    pub(crate) seen_row: Vec<OpName>,
    pub(crate) cells: Vec<CellChange>,
    /// The clock of what must not win over it: what a person sets is shown, even beside a value from a clock that runs
    /// ahead.
    pub(crate) latest: i64,
}

/// The heads of a row or of one of its cells; none where there is no such row.
pub(crate) fn heads<G: Ground>(ground: &mut G, row: RowKey, cell: u16) -> Result<Vec<OpName>, G::Error> {
    let mut heads = ground.standing(row, cell)?.heads;
    if heads.is_empty() {
        heads.extend(ground.row(row)?.map(|row| row.made));
    }
    Ok(heads)
}

/// An ordinary change: its author has seen what is shown. Where people disagree about a cell, what is not shown stays to
/// be decided.
pub(crate) fn change<G: Ground>(ground: &mut G, row: RowKey, mut wishes: Vec<Wish>) -> Result<Draft, G::Error> {
    stay_gone(ground, row, &mut wishes)?;
    let seen_row = seen_row(ground, row)?;
    let (mut cells, mut latest) = (Vec::with_capacity(wishes.len()), 0);
    for (cell, old, new) in wishes {
        let mut seen = heads(ground, row, cell)?;
        if seen.len() > 1 {
            let mut shown = Vec::new();
            for head in &seen {
                latest = latest.max(ground.stamp(*head)?.hlc);
                if ground.op(*head)?.value(cell, old.len()) == old {
                    shown.push(*head);
                }
            }
            if !shown.is_empty() {
                seen = shown;
            }
        }
        cells.push(CellChange(cell, seen, old, new));
    }
    Ok(Draft { seen_row, cells, latest })
}

/// A change of a removed row does not bring it back.
fn stay_gone<G: Ground>(ground: &mut G, row: RowKey, wishes: &mut Vec<Wish>) -> Result<(), G::Error> {
    if ground.row(row)?.is_some_and(|row| row.gone) && !wishes.iter().any(|(cell, ..)| *cell == GONE_CELL) {
        wishes.push((GONE_CELL, vec![Scalar::Integer(1)], vec![Scalar::Integer(1)]));
    }
    Ok(())
}

/// Of the heads of a row those that a person sees: a removal that others did not know of waits to be decided.
fn seen_row<G: Ground>(ground: &mut G, row: RowKey) -> Result<Vec<OpName>, G::Error> {
    let heads = heads(ground, row, ROW_CELL)?;
    if heads.len() < 2 {
        return Ok(heads);
    }
    let mut staying = Vec::new();
    for head in &heads {
        if !ground.op(*head)?.removes() {
            staying.push(*head);
        }
    }
    Ok(if staying.is_empty() { heads } else { staying })
}

/// A decision: its author has seen all that stood in the cells that it names.
pub(crate) fn decision<G: Ground>(ground: &mut G, row: RowKey, mut wishes: Vec<Wish>) -> Result<Draft, G::Error> {
    let about_the_row = wishes.iter().any(|(cell, ..)| *cell == GONE_CELL);
    let seen_row = if about_the_row { heads(ground, row, ROW_CELL)? } else { seen_row(ground, row)? };
    stay_gone(ground, row, &mut wishes)?;
    let mut cells = Vec::with_capacity(wishes.len());
    for (cell, old, new) in wishes {
        cells.push(CellChange(cell, heads(ground, row, cell)?, old, new));
    }
    Ok(Draft { seen_row, cells, latest: 0 })
}

/// What takes back an op that still stands: it sets each cell to what it was. What the op decided is open again: values
/// that were not shown come back beside the one that was.
pub(crate) fn reversal<G: Ground>(ground: &mut G, name: OpName, op: &RowOp) -> Result<Vec<Draft>, G::Error> {
    let row = RowKey { table: op.table, row: op.row };
    let wishes = op.cells.iter().map(|cell| (cell.0, cell.3.clone(), cell.2.clone())).collect();
    let mut main = change(ground, row, wishes)?;
    // It takes back the op alone, not what stands beside it.
    if heads(ground, row, ROW_CELL)?.contains(&name) {
        main.seen_row = vec![name];
    }
    for cell in &mut main.cells {
        if heads(ground, row, cell.0)?.contains(&name) {
            cell.1 = vec![name];
        }
    }
    let mut drafts = Vec::new();
    for (change, now) in op.cells.iter().zip(&main.cells) {
        if change.0 == GONE_CELL {
            continue;
        }
        let mut back: Vec<Vec<Scalar>> = Vec::new();
        for head in &change.1 {
            if ground.here(*head)? {
                let value = ground.op(*head)?.value(change.0, change.2.len());
                if value != change.2 && !back.contains(&value) {
                    back.push(value);
                }
            }
        }
        drafts.extend(back.into_iter().map(|value| Draft {
            seen_row: main.seen_row.clone(),
            cells: vec![CellChange(change.0, now.1.clone(), change.3.clone(), value)],
            latest: 0,
        }));
    }
    let (mut removing, mut staying) = (false, false);
    for head in &op.seen_row {
        let removes = ground.here(*head)? && ground.op(*head)?.removes();
        removing |= removes;
        staying |= !removes;
    }
    if removing {
        // The row was to be removed, by somebody or by all: it is again.
        let at = main.cells.iter().position(|cell| cell.0 == GONE_CELL);
        let (seen, old) = match at {
            Some(at) => (main.cells[at].1.clone(), main.cells[at].2.clone()),
            None => (heads(ground, row, GONE_CELL)?, vec![Scalar::Integer(0)]),
        };
        let removal = CellChange(GONE_CELL, seen, old, vec![Scalar::Integer(1)]);
        match at {
            _ if staying => drafts.push(Draft { seen_row: main.seen_row.clone(), cells: vec![removal], latest: 0 }),
            Some(at) => main.cells[at] = removal,
            None => main.cells.push(removal),
        }
    }
    if let Some(gone) = main.cells.iter().find(|cell| cell.0 == GONE_CELL && cell.3 == [Scalar::Integer(1)]) {
        for beside in drafts.iter_mut().filter(|draft| draft.cells.iter().all(|cell| cell.0 != GONE_CELL)) {
            beside.cells.push(gone.clone());
        }
    }
    drafts.push(main);
    Ok(drafts)
}
