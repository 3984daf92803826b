//! What the import does on the desk's thread: opening a file, changing the mapping, looking at every row. The window only
//! holds what came out.

use crate::app::desk::{Desk, Ticket};
use crate::domain::ListKind;
use crate::exchange::spreadsheet::field::Field;
use crate::exchange::spreadsheet::fields::{IMPORTABLE, field_named, fields};
use crate::exchange::spreadsheet::{
    ColumnView, Counts, Holdings, ImportPlan, Mapping, Outcome, Question, Session, SheetError, Workbook,
};
use crate::store::{OfficeFile, Progress, StoreError};
use std::path::PathBuf;
use std::sync::Arc;

/// Where a table comes from.
#[derive(Debug, Clone)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Cells copied from a spreadsheet, under a name.
    Pasted(String, Arc<str>),
}

impl Source {
    /// Its name for people.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Pasted(name, _) => name.clone(),
        }
    }

    fn workbook(&self) -> Result<Workbook, SheetError> {
        match self {
            Self::File(path) => Workbook::open(path),
            Self::Pasted(name, text) => Workbook::from_bytes(name, text.as_bytes().to_vec()),
        }
    }
}

/// An import under way as the window shows it.
#[derive(Clone)]
pub struct View {
    /// The session, for reading; a change is made to a copy on the desk's thread.
    pub session: Session,
    /// Its columns with what fits.
    pub columns: Vec<Arc<ColumnView>>,
    /// What must be answered before the import.
    pub questions: Vec<Question>,
    /// Rows that will be looked at.
    pub rows: usize,
    /// Whether the mapping was remembered from a file of this shape.
    pub recalled: bool,
}

/// An import as its steps see it: what is shown, and what they ask to be changed.
pub struct Mapped {
    /// What is shown.
    pub view: View,
    /// Asked for, and not yet sent to the desk.
    pub changes: Vec<Change>,
}

impl Mapped {
    /// Asks for a change; it is made on the desk's thread.
    pub fn ask(&mut self, change: Change) {
        self.changes.push(change);
    }
}

/// Opening, with what went wrong as a value: it is shown in place.
pub type Opened = Result<View, SheetError>;

impl View {
    fn of(session: Session, recalled: bool) -> Self {
        let columns = session.columns().into_iter().map(Arc::new).collect();
        let (questions, rows) = (session.questions(), session.row_count());
        Self { session, columns, questions, rows, recalled }
    }

    /// How many columns have something that a person should look at.
    pub fn open_columns(&self) -> usize {
        self.columns.iter().filter(|column| !column.misfits.is_empty()).count()
    }
}

/// Opens a table; without a kind, the one whose fields the columns name best.
pub fn open(desk: &mut Desk, source: Source, kind: Option<ListKind>) -> Ticket<Option<Opened>> {
    desk.read(move |file| open_with(file, &source, kind))
}

fn open_with(file: &mut OfficeFile, source: &Source, kind: Option<ListKind>) -> Result<Opened, StoreError> {
    let (limits, today) = (file.office()?.limits, file.today());
    let session_of = |kind| Session::open(source.workbook()?, kind, None, &limits, today);
    let mut session = match session_of(kind.unwrap_or(ListKind::Volunteer)) {
        Ok(session) => session,
        Err(error) => return Ok(Err(error)),
    };
    if kind.is_none() {
        let known = |kind| {
            let mapping = Mapping::guess(kind, session.heads(), |_| false, &limits);
            let known = mapping.columns.iter().filter(|column| column.field.is_some()).count();
            // A column of notes and one of dates make no site visits yet.
            let needs = |field: &Field| field.required && !mapping.feeds(field.key);
            if kind.is_of_parts() && fields(kind).iter().any(needs) {
                (0, 0)
            } else {
                (known, own_names(kind, &session))
            }
        };
        // Where two kinds know as many columns, the one that names more of them so; then the first.
        let best = IMPORTABLE.iter().copied().rev().max_by_key(|kind| known(*kind));
        if let Some(kind) = best.filter(|kind| *kind != session.kind()) {
            session = match session_of(kind) {
                Ok(session) => session,
                Err(error) => return Ok(Err(error)),
            };
        }
    }
    let recalled = session.recall(file)?;
    Ok(Ok(View::of(session, recalled)))
}

/// Columns that have the very name that lists of a kind give them.
fn own_names(kind: ListKind, session: &Session) -> usize {
    session.heads().iter().filter(|head| field_named(kind, head).is_some_and(|(rank, _)| rank == 0)).count()
}

/// Which columns a change touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touches {
    /// The rows themselves: another sheet, encoding, header.
    Rows,
    /// What a column is.
    Columns,
    /// What the texts of one column mean.
    Column(usize),
    /// No column.
    Nothing,
}

/// A change to the mapping that a person asked for.
pub struct Change {
    touches: Touches,
    apply: Apply,
}

type Apply = Box<dyn FnOnce(&mut Session) -> Result<(), SheetError> + Send>;

impl Change {
    /// A change that may fail, since it reads the file again.
    pub fn reading(apply: impl FnOnce(&mut Session) -> Result<(), SheetError> + Send + 'static) -> Self {
        Self { touches: Touches::Rows, apply: Box::new(apply) }
    }

    /// A change of the mapping.
    pub fn new(touches: Touches, apply: impl FnOnce(&mut Session) + Send + 'static) -> Self {
        let apply = move |session: &mut Session| {
            apply(session);
            Ok(())
        };
        Self { touches, apply: Box::new(apply) }
    }
}

/// Makes changes, one after the other. Where one fails, none is made.
pub fn change(desk: &mut Desk, mut view: View, changes: Vec<Change>) -> Ticket<Option<Opened>> {
    desk.read(move |file| {
        let mut touched = Vec::new();
        for change in changes {
            if let Err(error) = (change.apply)(&mut view.session) {
                return Ok(Err(error));
            }
            touched.push(change.touches);
        }
        if touched.contains(&Touches::Rows) {
            let recalled = view.session.recall(file)?;
            return Ok(Ok(View::of(view.session, recalled)));
        }
        let session = &view.session;
        for (column, known) in view.columns.iter_mut().enumerate() {
            let mapped = session.mapping().columns.get(column).and_then(|column| column.field.as_deref());
            let remapped = touched.contains(&Touches::Columns) && mapped != known.field;
            if remapped || touched.contains(&Touches::Column(column)) {
                *known = Arc::new(session.column(column));
            }
        }
        view.questions = session.questions();
        Ok(Ok(view))
    })
}

/// What the import would do with each row, and its rows by what becomes of them.
pub struct Checked {
    /// The plan.
    pub plan: ImportPlan,
    /// Its rows, counted.
    pub counts: Counts,
    /// The columns of the preview.
    pub fields: Vec<&'static Field>,
    /// Places of rows: new, updated, unchanged, rejected.
    pub by_outcome: [Vec<usize>; 4],
}

impl Checked {
    /// A plan, sorted out.
    pub fn of(plan: ImportPlan, fields: Vec<&'static Field>) -> Self {
        let mut by_outcome: [Vec<usize>; 4] = std::array::from_fn(|_| Vec::new());
        for (place, row) in plan.rows.iter().enumerate() {
            let outcome = match row.outcome {
                Outcome::New(_) => 0,
                Outcome::Updated { .. } => 1,
                Outcome::Unchanged(_) => 2,
                Outcome::Rejected(_) => 3,
            };
            by_outcome[outcome].push(place);
        }
        Self { counts: plan.counts(), plan, fields, by_outcome }
    }
}

/// Looks at every row. Cancelled, the answer is an error.
pub fn check(desk: &mut Desk, session: Session, progress: Progress) -> Ticket<Option<Result<Checked, StoreError>>> {
    desk.read(move |file| {
        let holdings = Holdings::load(file, session.kind())?;
        let plan = session.plan(&holdings, &progress);
        Ok(plan.map(|plan| Checked::of(plan, session.fields_coming_in())))
    })
}
