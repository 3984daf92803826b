//! How the edits of several offices become one state: the same at every office that has the same ops, in whatever order
//! they came, without an edit lost from sight. No disk, no clock, no window: where ops and rows are kept is behind
//! [`Ground`].
//!
//! The rules. An op names the ops that stood in each cell when its author changed it. The ops of a cell that no other op
//! has seen are its **heads**. One head: its value stands. Several with different values: a conflict; the head with the
//! greatest clock, then replica, then number is shown until a person decides, which is an op that has seen them all. An
//! op may come before those it has seen; these are **awaited**, and superseded when they come. Cell 0 is the row itself:
//! a row is removed only if all its heads remove it, so that a removal never hides a change that its author had not seen.

pub(crate) mod author;
mod op;
#[cfg(test)]
mod tests;

pub(crate) use op::{CellChange, OpName, RowOp};

use super::scalar::Scalar;
use super::table::{GONE_CELL, ROW_CELL};
use crate::domain::Id;

/// A row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RowKey {
    pub(crate) table: u16,
    pub(crate) row: Id,
}

/// A row that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Made {
    /// The op that made it.
    pub(crate) made: OpName,
    /// Whether it is shown as removed.
    pub(crate) gone: bool,
}

/// What breaks a tie between heads, the same at every office: the clock, then the replica's own id, then the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stamp {
    pub(crate) hlc: i64,
    pub(crate) replica: i64,
    pub(crate) seq: i64,
}

/// The ops that count in a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// No other op has seen them. In the order of their names.
    pub(crate) heads: Vec<OpName>,
    /// Seen by another op, and not here yet.
    pub(crate) awaited: Vec<OpName>,
}

impl Standing {
    /// Takes in an op on the cell whose author had seen `seen`.
    fn take<E>(
        &mut self,
        op: OpName,
        seen: &[OpName],
        mut here: impl FnMut(OpName) -> Result<bool, E>,
    ) -> Result<(), E> {
        for name in seen {
            let before = self.heads.len();
            self.heads.retain(|head| head != name);
            let awaited = self.heads.len() == before && !self.awaited.contains(name) && !here(*name)?;
            #[cfg(test)]
            let awaited = awaited && BROKEN.get() != Broken::ForgottenPending;
            if awaited {
                self.awaited.push(*name);
            }
        }
        let before = self.awaited.len();
        self.awaited.retain(|name| *name != op);
        if self.awaited.len() == before && !self.heads.contains(&op) {
            self.heads.push(op);
        }
        self.heads.sort_unstable();
        self.awaited.sort_unstable();
        Ok(())
    }
}

/// Where ops, heads and rows are kept.
pub(crate) trait Ground {
    /// What can go wrong there.
    type Error;

    /// Whether an op has come.
    fn here(&mut self, op: OpName) -> Result<bool, Self::Error>;
    /// An op that has come.
    fn op(&mut self, op: OpName) -> Result<RowOp, Self::Error>;
    /// What breaks ties for an op that has come.
    fn stamp(&mut self, op: OpName) -> Result<Stamp, Self::Error>;
    /// A row; nothing where the op that makes it has not come.
    fn row(&mut self, row: RowKey) -> Result<Option<Made>, Self::Error>;
    /// What is kept of a cell. Empty for a cell that was never changed after its row was made.
    fn standing(&mut self, row: RowKey, cell: u16) -> Result<Standing, Self::Error>;
    /// Keeps the state of a cell, in the place of what was kept before.
    fn keep(&mut self, row: RowKey, cell: u16, before: &Standing, after: &Standing) -> Result<(), Self::Error>;
    /// The cells of a row of which something is kept, the row itself included.
    fn kept_cells(&mut self, row: RowKey) -> Result<Vec<u16>, Self::Error>;
    /// Makes a row with the values of the op that makes it.
    fn make(&mut self, name: OpName, op: &RowOp) -> Result<(), Self::Error>;
    /// How many columns a cell has; nothing for a cell or a table of a newer program.
    fn columns(&self, table: u16, cell: u16) -> Option<usize>;
    /// Shows a value in a cell of a row that is there.
    fn show(&mut self, row: RowKey, cell: u16, values: &[Scalar]) -> Result<(), Self::Error>;
    /// Notes whether people agree about a cell; for cell 0: whether nobody changed the row side by side with another.
    fn agree(&mut self, row: RowKey, root: Id, cell: u16, agreed: bool) -> Result<(), Self::Error>;
    /// The op was about a row that is not there yet.
    fn wait_for_row(&mut self, row: RowKey) -> Result<(), Self::Error>;
    /// The owners of a part that are shown as removed, or in question because of that, before or after an op on it.
    fn owners_in_question(&mut self, op: &RowOp) -> Result<Vec<RowKey>, Self::Error>;
    /// The place of an op among all that have come, for mergings that are broken on purpose.
    #[cfg(test)]
    fn arrived(&self, op: OpName) -> i64;
    /// Whether a record has parts that are not removed.
    fn has_living_parts(&mut self, row: RowKey) -> Result<bool, Self::Error>;
}

/// Takes in an op that has just been kept with the others. Each op is taken in once.
pub(crate) fn take_in<G: Ground>(ground: &mut G, name: OpName, op: &RowOp) -> Result<(), G::Error> {
    let row = RowKey { table: op.table, row: op.row };
    let owners = ground.owners_in_question(op)?;
    if op.makes() {
        ground.make(name, op)?;
        // Changes may have come before the row itself.
        for cell in ground.kept_cells(row)? {
            let before = ground.standing(row, cell)?;
            let mut after = before.clone();
            after.take(name, &[], |_| Ok(true))?;
            ground.keep(row, cell, &before, &after)?;
            settle(ground, row, op.root, cell, &after)?;
        }
    } else {
        change(ground, row, name, op)?;
    }
    for owner in owners {
        settle_row(ground, owner, owner.row)?;
    }
    Ok(())
}

fn change<G: Ground>(ground: &mut G, row: RowKey, name: OpName, op: &RowOp) -> Result<(), G::Error> {
    let there = ground.row(row)?;
    let changes = op.cells.iter().map(|cell| (cell.0, cell.1.as_slice()));
    for (cell, seen) in std::iter::once((ROW_CELL, op.seen_row.as_slice())).chain(changes) {
        let before = ground.standing(row, cell)?;
        let mut after = before.clone();
        if after == Standing::default() {
            after.heads.extend(there.map(|row| row.made));
        }
        after.take(name, seen, |seen| ground.here(seen))?;
        ground.keep(row, cell, &before, &after)?;
        let Some(there) = there else { continue };
        let alone = after.heads == [name] && before.heads.len() <= 1;
        match cell {
            // The usual cases need no look at other ops.
            ROW_CELL if alone && !there.gone && op.cell(GONE_CELL).is_none() => {
                ground.agree(row, op.root, GONE_CELL, true)?
            }
            ROW_CELL | GONE_CELL => settle(ground, row, op.root, cell, &after)?,
            _ if alone => {
                if let Some(columns) = ground.columns(op.table, cell) {
                    ground.show(row, cell, &op.value(cell, columns))?;
                }
            }
            _ => settle(ground, row, op.root, cell, &after)?,
        }
    }
    if there.is_none() {
        ground.wait_for_row(row)?;
    }
    Ok(())
}

/// Shows what stands in a cell, and notes whether people disagree.
pub(crate) fn settle<G: Ground>(
    ground: &mut G,
    row: RowKey,
    root: Id,
    cell: u16,
    standing: &Standing,
) -> Result<(), G::Error> {
    match cell {
        ROW_CELL => settle_row(ground, row, root),
        // Whether the row is removed is for the heads of the row itself to say.
        GONE_CELL => Ok(()),
        _ => {
            let Some(columns) = ground.columns(row.table, cell) else { return Ok(()) };
            let mut heads = Vec::with_capacity(standing.heads.len());
            for head in &standing.heads {
                heads.push((ground.stamp(*head)?, ground.op(*head)?.value(cell, columns)));
            }
            #[cfg(test)]
            for (head, name) in heads.iter_mut().zip(&standing.heads) {
                match BROKEN.get() {
                    Broken::Nothing | Broken::ForgottenPending => {}
                    Broken::LastArrivedWins => head.0.hlc = ground.arrived(*name),
                    Broken::RowOrder => head.0.hlc = -ground.arrived(*name),
                }
            }
            let Some((_, shown)) = heads.iter().max_by_key(|(stamp, _)| *stamp) else { return Ok(()) };
            ground.show(row, cell, shown)?;
            ground.agree(row, root, cell, heads.iter().all(|(_, value)| value == shown))
        }
    }
}

/// Shows whether a row is removed: only if all its heads remove it, and nobody has gone on with its parts.
fn settle_row<G: Ground>(ground: &mut G, row: RowKey, root: Id) -> Result<(), G::Error> {
    let mut heads = ground.standing(row, ROW_CELL)?.heads;
    if heads.is_empty() {
        heads.extend(ground.row(row)?.map(|row| row.made));
    }
    let mut removing = 0;
    for head in &heads {
        removing += usize::from(ground.op(*head)?.removes());
    }
    let all = !heads.is_empty() && removing == heads.len();
    let torn = removing > 0 && (!all || ground.has_living_parts(row)?);
    ground.show(row, GONE_CELL, &[Scalar::Integer(i64::from(all && !torn))])?;
    ground.agree(row, root, GONE_CELL, !torn)?;
    ground.agree(row, root, ROW_CELL, heads.len() <= 1 || torn || all)
}

/// A merging that is broken on purpose, to see that the tests catch it.
#[cfg(test)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Broken {
    Nothing,
    /// What came last is shown.
    LastArrivedWins,
    /// Ops that have been seen before they come are not remembered.
    ForgottenPending,
    /// The order of rows in the file breaks ties.
    RowOrder,
}

#[cfg(test)]
thread_local! {
    static BROKEN: std::cell::Cell<Broken> = const { std::cell::Cell::new(Broken::Nothing) };
}
