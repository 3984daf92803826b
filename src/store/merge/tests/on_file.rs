//! The office file as the ground of merging: change by change, or gathered by the parcel, it comes to the same.

use super::{Dice, LANGUAGE, VOLUNTEER, history, seeds, take_in};
use crate::domain::office::Role;
use crate::store::gather::Gathered;
use crate::store::ground::OnFile;
use crate::store::merge::{OpName, RowOp};
use crate::store::ops::{self, Place};
use crate::store::records::table;
use crate::store::{NewOffice, OfficeFile};

fn office() -> OfficeFile {
    let new = NewOffice { name: "Nairobi".into(), country: None, role: Role::Country };
    OfficeFile::in_memory(&new.record().unwrap()).unwrap()
}

fn keep(file: &OfficeFile, name: OpName, op: &RowOp, arrived: i64) {
    file.connection.execute("INSERT OR IGNORE INTO replica (no, id) VALUES (?1, ?1)", [name.0]).unwrap();
    ops::write(&file.connection, &mut Place { replica: name.0, edit: 1, arrived }, op).unwrap();
}

/// All rows, and all that is known of them, as text.
fn whole(file: &OfficeFile) -> Vec<String> {
    let rows = [VOLUNTEER, LANGUAGE].map(|number| {
        let table = table(number).unwrap();
        format!("SELECT id, no, made_replica, made_seq, gone, {} FROM {} ORDER BY id", table.columns(), table.name)
    });
    let about = ["head", "awaited", "unmade", "conflict"].map(|table| format!("SELECT * FROM {table}"));
    let mut whole = Vec::new();
    for sql in rows.iter().chain(&about) {
        let mut statement = file.connection.prepare(sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            whole.push(format!("{sql}: {row:?}"));
        }
    }
    whole
}

#[test]
fn gathered_by_the_parcel_a_file_becomes_what_it_becomes_change_by_change() {
    for seed in 0..seeds(40) {
        let mut dice = Dice(seed);
        let mut ops: Vec<(OpName, RowOp)> = history(seed, false).remove(0).ops.into_iter().collect();
        for at in (1..ops.len()).rev() {
            ops.swap(at, dice.roll(at + 1));
        }
        let (singly, gathered) = (office(), office());
        let mut arrived = 0;
        while !ops.is_empty() {
            let parcel: Vec<(OpName, RowOp)> = ops.drain(..=dice.roll(ops.len())).collect();
            let mut by_change = OnFile::new(&singly.connection).unwrap();
            let mut by_parcel = Gathered::new(&gathered.connection).unwrap();
            for (name, op) in &parcel {
                arrived += 1;
                keep(&singly, *name, op, arrived);
                take_in(&mut by_change, *name, op).unwrap();
                keep(&gathered, *name, op, arrived);
                take_in(&mut by_parcel, *name, op).unwrap();
            }
            by_parcel.write().unwrap();
            assert_eq!(whole(&singly), whole(&gathered), "seed {seed}");
        }
    }
}
