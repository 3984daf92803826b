//! The desk: the one place through which the window reaches the office file.
//!
//! The file is open on a thread of its own (SQLite holds it exclusively, so there is one connection), and the window
//! never waits for it: it asks, goes on painting, and finds the answer in a later frame. In tests and benches the desk
//! does each job at once, so that nothing waits for a thread.

mod protection;
mod restoring;

use crate::domain::office::Office;
use crate::domain::office::Role;
use crate::domain::{Id, Kind};
use crate::store::links::{LinkState, Waiting};
use crate::store::{Changes, Drive, NewOffice, OfficeFile, Op, Progress, StoreError};
use chrono::NaiveDate;
use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// An answer that will come. Holding it costs nothing; dropping it forgets the answer.
#[derive(Debug)]
pub struct Ticket<T>(Arc<Mutex<Option<T>>>);

impl<T> Ticket<T> {
    fn new() -> (Self, Self) {
        let place = Arc::new(Mutex::new(None));
        (Self(Arc::clone(&place)), Self(place))
    }

    /// The answer, once, when it has come.
    pub fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn put(&self, answer: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
    }
}

/// What the window shows of the open office without asking.
#[derive(Debug, Clone)]
pub struct OfficeSummary {
    /// The office.
    pub office: Office,
    /// Its file.
    pub path: PathBuf,
    /// Volunteers, organisations, placements, missions.
    pub counts: [u64; 5],
    /// What undo would take back.
    pub undoable: Option<Op>,
    /// What redo would do again.
    pub redoable: Option<Op>,
    /// The day that counts as today.
    pub today: NaiveDate,
    /// When the newest backup was made, by the local clock.
    pub last_backup: Option<chrono::NaiveDateTime>,
    /// Fields about which offices disagree.
    pub conflicts: usize,
    /// Of a country office that is linked: edits on the way to head office.
    pub waiting: Option<Waiting>,
    /// Whether a passphrase protects the file.
    pub protected: bool,
    /// Of a protected file, the minutes of idleness after which it is locked.
    pub lock_after: Option<u32>,
}

/// Something that happened at the desk and that the person should hear of.
#[derive(Debug)]
pub enum Notice {
    /// An office file was opened or made.
    Opened(PathBuf),
    /// The office file lies on a drive that may go away.
    OnDrive(Drive),
    /// The office file was closed.
    Closed,
    /// The office file is closed until its passphrase is given.
    Locked(PathBuf),
    /// That was not the passphrase.
    WrongPassphrase,
    /// A request for recovering the passphrase was written: its code.
    RecoveryAsked(String),
    /// Something was refused; nothing was changed.
    Refused(StoreError),
    /// An edit was taken back.
    Undone(Op),
    /// An edit was done again.
    Redone(Op),
    /// A backup was written there.
    BackedUp(PathBuf),
}

/// Long work under way: what it is, and how far it has come.
#[derive(Debug, Clone)]
pub struct Running {
    /// Key of the text that says what is being done.
    pub label: &'static str,
    /// How far it has come; also cancels it.
    pub progress: Progress,
}

type Job = Box<dyn FnOnce(&mut Worker) + Send>;

/// Called when an answer has come.
type Wake = Arc<dyn Fn() + Send + Sync>;

/// What lives on the office file's thread.
struct Worker {
    file: Option<OfficeFile>,
    today: Option<NaiveDate>,
    notices: Sender<Message>,
}

enum Message {
    Notice(Notice),
    Summary(Option<Box<OfficeSummary>>, Option<Changes>),
    LongDone,
    Done,
}

enum Runner {
    Inline(Box<Worker>),
    Thread { jobs: Option<Sender<Job>>, thread: Option<JoinHandle<()>>, wake: Wake },
}

/// The window's way to the office file.
pub struct Desk {
    runner: Runner,
    messages: Receiver<Message>,
    summary: Option<Box<OfficeSummary>>,
    generation: u64,
    /// What each of the last generations changed; nothing where that is not known record by record.
    touched: VecDeque<(u64, Option<Changes>)>,
    pending: usize,
    running: Vec<Running>,
}

/// Generations whose changes are remembered.
const REMEMBERED: usize = 64;

/// Idle for so long, the file is made whole, so that whoever copies it has everything.
const IDLE: Duration = Duration::from_secs(30);

impl Desk {
    /// A desk whose jobs are done at once, on the calling thread: for tests and benches.
    pub fn inline(today: Option<NaiveDate>) -> Self {
        let (notices, messages) = channel();
        Self::with(Runner::Inline(Box::new(Worker { file: None, today, notices })), messages)
    }

    /// A desk with a thread of its own; `wake` is called when an answer has come.
    pub fn threaded(today: Option<NaiveDate>, wake: impl Fn() + Send + Sync + 'static) -> std::io::Result<Self> {
        let wake: Wake = Arc::new(wake);
        let (notices, messages) = channel();
        let (jobs, incoming) = channel::<Job>();
        let mut worker = Worker { file: None, today, notices };
        let woken = Arc::clone(&wake);
        let thread = std::thread::Builder::new().name("office file".into()).spawn(move || {
            serve(&mut worker, &incoming, &*woken);
        })?;
        Ok(Self::with(Runner::Thread { jobs: Some(jobs), thread: Some(thread), wake }, messages))
    }

    fn with(runner: Runner, messages: Receiver<Message>) -> Self {
        Self {
            runner,
            messages,
            summary: None,
            generation: 0,
            touched: VecDeque::new(),
            pending: 0,
            running: Vec::new(),
        }
    }

    /// The open office, if one is open.
    pub fn office(&self) -> Option<&OfficeSummary> {
        self.summary.as_deref()
    }

    /// Grows with every change of the data: what was read before may be out of date.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The records changed since a generation; nothing where that is not known record by record.
    pub fn touched_since(&self, generation: u64) -> Option<BTreeSet<(Kind, Id)>> {
        if self.generation - generation > self.touched.len() as u64 {
            return None;
        }
        let mut records = BTreeSet::new();
        for (_, changes) in self.touched.iter().filter(|(at, _)| *at > generation) {
            records.extend(changes.as_ref()?.records.iter().copied());
        }
        Some(records)
    }

    /// Whether everything asked for has been done, so that "all changes kept" is true.
    pub fn is_idle(&self) -> bool {
        self.pending == 0
    }

    /// Long work under way.
    pub fn running(&self) -> Option<&Running> {
        self.running.first()
    }

    /// Hears what happened since the last frame.
    pub fn poll(&mut self) -> Vec<Notice> {
        let mut notices = Vec::new();
        while let Ok(message) = self.messages.try_recv() {
            match message {
                Message::Notice(notice) => notices.push(notice),
                Message::Summary(summary, changes) => {
                    self.summary = summary;
                    if changes.as_ref().is_none_or(|changes| !changes.records.is_empty()) {
                        self.generation += 1;
                        self.touched.push_back((self.generation, changes));
                        if self.touched.len() > REMEMBERED {
                            self.touched.pop_front();
                        }
                    }
                }
                Message::LongDone => {
                    // Jobs end in the order in which they were begun.
                    if !self.running.is_empty() {
                        self.running.remove(0);
                    }
                }
                Message::Done => self.pending = self.pending.saturating_sub(1),
            }
        }
        notices
    }

    /// Reads from the open office. What goes wrong comes back as a notice, and the answer is nothing.
    pub fn read<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut OfficeFile) -> Result<T, StoreError> + Send + 'static,
    ) -> Ticket<Option<T>> {
        let (ticket, place) = Ticket::new();
        self.run(Box::new(move |worker| {
            let Some(file) = &mut worker.file else { return };
            place.put(match work(file) {
                Ok(value) => Some(value),
                Err(error) => {
                    worker.tell(Notice::Refused(error));
                    None
                }
            });
        }));
        ticket
    }

    /// Changes the open office. What is refused comes back as a notice; the answer is what the work returned.
    pub fn edit<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut OfficeFile) -> Result<crate::store::Done<T>, StoreError> + Send + 'static,
    ) -> Ticket<T> {
        let (ticket, place) = Ticket::new();
        self.run(Box::new(move |worker| {
            let Some(file) = &mut worker.file else { return };
            match work(file) {
                Ok(done) => {
                    worker.tell_summary(Some(done.changes));
                    place.put(done.value);
                }
                Err(error) => worker.tell(Notice::Refused(error)),
            }
        }));
        ticket
    }

    /// Does long work with progress, which the person can cancel. The answer says how it ended; the data are taken as
    /// changed. `label` is the key of the text that says what is being done.
    pub fn long<T: Send + 'static, E: Send + 'static>(
        &mut self,
        label: &'static str,
        work: impl FnOnce(&mut OfficeFile, &Progress) -> Result<T, E> + Send + 'static,
    ) -> Ticket<Result<T, E>> {
        let (ticket, place) = Ticket::new();
        let progress = self.start(label);
        self.run(Box::new(move |worker| {
            let Some(file) = &mut worker.file else { return worker.send(Message::LongDone) };
            let result = work(file, &progress);
            let checkpointed = file.checkpoint();
            worker.tell_summary(None);
            if let Err(error) = checkpointed {
                worker.tell(Notice::Refused(error));
            }
            place.put(result);
            worker.send(Message::LongDone);
        }));
        ticket
    }

    /// Does work that needs no office file on a thread of its own, beside whatever the file's thread does. Nothing waits
    /// for it, not even the end of the program. The answer is nothing where the work says so, or the system has no thread
    /// for it.
    pub fn beside<T: Send + 'static>(&self, work: impl FnOnce() -> Option<T> + Send + 'static) -> Ticket<Option<T>> {
        let (ticket, place) = Ticket::new();
        let Runner::Thread { wake, .. } = &self.runner else {
            place.put(work());
            return ticket;
        };
        let (done, wake) = (Ticket(Arc::clone(&place.0)), Arc::clone(wake));
        let started = std::thread::Builder::new().name("beside".into()).spawn(move || {
            done.put(work());
            wake();
        });
        if started.is_err() {
            place.put(None);
        }
        ticket
    }

    /// Opens an office file; the one open before is closed.
    pub fn open(&mut self, path: &Path) {
        let path = path.to_owned();
        self.run(Box::new(move |worker| {
            worker.enter(&path, OfficeFile::open);
        }));
    }

    /// Makes a new office file, protected where there is a passphrase, and opens it.
    pub fn create(&mut self, path: &Path, new: NewOffice, passphrase: Option<String>) {
        let path = path.to_owned();
        self.run(Box::new(move |worker| {
            worker.enter(&path, |path| match passphrase {
                Some(passphrase) => OfficeFile::create_protected(path, &new, &passphrase),
                None => OfficeFile::create(path, &new),
            });
        }));
    }

    /// Makes a new office file, lets `fill` put data in, and opens it. What fails or is cancelled leaves no file.
    pub fn create_filled(
        &mut self,
        path: &Path,
        make: impl FnOnce(&Path) -> Result<OfficeFile, StoreError> + Send + 'static,
        label: &'static str,
        fill: impl FnOnce(&mut OfficeFile, &Progress) -> Result<(), StoreError> + Send + 'static,
    ) {
        let path = path.to_owned();
        let progress = self.start(label);
        self.run(Box::new(move |worker| {
            let today = worker.today;
            worker.enter(&path, |path| {
                let mut file = make(path)?;
                if let Some(today) = today {
                    file.set_today(today);
                }
                if let Err(error) = fill(&mut file, &progress) {
                    drop(file);
                    // Half an office helps nobody; the reason is what the person gets.
                    let _ = std::fs::remove_file(path);
                    return Err(error);
                }
                file.checkpoint()?;
                Ok(file)
            });
            worker.send(Message::LongDone);
        }));
    }

    /// Closes the office file.
    pub fn close(&mut self) {
        self.run(Box::new(|worker| {
            worker.file = None;
            worker.tell_summary(None);
            worker.tell(Notice::Closed);
        }));
    }

    /// Takes back the last edit.
    pub fn undo(&mut self) {
        self.run(Box::new(|worker| worker.turn(OfficeFile::undo, Notice::Undone)));
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) {
        self.run(Box::new(|worker| worker.turn(OfficeFile::redo, Notice::Redone)));
    }

    /// Writes a backup to a path.
    pub fn backup_to(&mut self, path: &Path) {
        let path = path.to_owned();
        self.run(Box::new(move |worker| {
            let Some(file) = &mut worker.file else { return };
            match file.backup_to(&path) {
                Ok(()) => worker.tell(Notice::BackedUp(path)),
                Err(error) => worker.tell(Notice::Refused(error)),
            }
        }));
    }

    fn start(&mut self, label: &'static str) -> Progress {
        let progress = Progress::default();
        self.running.push(Running { label, progress: progress.clone() });
        progress
    }

    fn run(&mut self, job: Job) {
        self.pending += 1;
        match &mut self.runner {
            Runner::Inline(worker) => {
                job(worker);
                worker.send(Message::Done);
            }
            Runner::Thread { jobs, .. } => {
                if let Some(jobs) = jobs {
                    // The thread ends only with the desk.
                    let _ = jobs.send(job);
                }
            }
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Runner::Thread { jobs, thread, .. } = &mut self.runner {
            *jobs = None;
            if let Some(thread) = thread.take() {
                // All jobs are done and the file is closed before the program ends.
                let _ = thread.join();
            }
        }
    }
}

/// The office file's thread: does jobs in turn, tidies up when there are none.
fn serve(worker: &mut Worker, incoming: &Receiver<Job>, wake: &(dyn Fn() + Send + Sync)) {
    let mut tidy = true;
    loop {
        let next = if tidy {
            incoming.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            incoming.recv_timeout(IDLE)
        };
        match next {
            Ok(job) => {
                job(worker);
                worker.send(Message::Done);
                tidy = false;
            }
            Err(RecvTimeoutError::Timeout) => {
                worker.tidy_up();
                tidy = true;
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
        wake();
    }
}

impl Worker {
    fn send(&self, message: Message) {
        // Nobody listens only when the window is closing.
        let _ = self.notices.send(message);
    }

    fn tell(&self, notice: Notice) {
        self.send(Message::Notice(notice));
    }

    fn tell_summary(&self, changes: Option<Changes>) {
        let summary = match self.file.as_ref().map(summary).transpose() {
            Ok(summary) => summary,
            Err(error) => {
                self.tell(Notice::Refused(error));
                return;
            }
        };
        self.send(Message::Summary(summary.map(Box::new), changes));
    }

    fn enter(&mut self, path: &Path, open: impl FnOnce(&Path) -> Result<OfficeFile, StoreError>) {
        let same = self.file.as_ref().is_some_and(|file| file.path() == path);
        if same {
            self.file = None;
        }
        match open(path) {
            Ok(mut file) => {
                if let Some(today) = self.today {
                    file.set_today(today);
                }
                self.file = Some(file);
                self.tell(Notice::Opened(path.to_owned()));
                if let Some(drive) = Drive::of(path) {
                    self.tell(Notice::OnDrive(drive));
                }
            }
            Err(StoreError::Locked(path)) => {
                self.file = None;
                self.tell(Notice::Locked(path));
            }
            Err(StoreError::WrongPassphrase) => self.tell(Notice::WrongPassphrase),
            Err(error) => self.tell(Notice::Refused(error)),
        }
        self.tell_summary(None);
    }

    fn turn(
        &mut self,
        turn: impl FnOnce(&mut OfficeFile) -> Result<(Op, Changes), StoreError>,
        notice: impl FnOnce(Op) -> Notice,
    ) {
        let Some(file) = &mut self.file else { return };
        match turn(file) {
            Ok((op, changes)) => {
                self.tell_summary(Some(changes));
                self.tell(notice(op));
            }
            Err(error) => self.tell(Notice::Refused(error)),
        }
    }

    fn tidy_up(&mut self) {
        let Some(file) = &self.file else { return };
        let done = file.checkpoint().and_then(|()| file.backup_daily());
        match done {
            Ok(Some(_)) => self.tell_summary(Some(Changes::default())),
            Ok(None) => {}
            Err(error) => self.tell(Notice::Refused(error)),
        }
    }
}

fn summary(file: &OfficeFile) -> Result<OfficeSummary, StoreError> {
    Ok(OfficeSummary {
        office: file.office()?,
        path: file.path().to_owned(),
        counts: file.counts()?,
        undoable: file.undoable()?,
        redoable: file.redoable()?,
        today: file.today(),
        last_backup: file.backups()?.first().map(|backup| backup.made),
        conflicts: usize::try_from(file.conflict_counts()?.0).unwrap_or(usize::MAX),
        waiting: waiting(file)?,
        protected: file.is_protected(),
        lock_after: if file.is_protected() { file.lock_after()? } else { None },
    })
}

/// How many edits of a country office wait on the way to head office; nothing where there is no such link.
fn waiting(file: &OfficeFile) -> Result<Option<Waiting>, StoreError> {
    let links = file.links()?;
    let up = links.iter().find(|link| link.role == Role::Head && link.state != LinkState::Ended);
    up.map(|link| file.waiting(link)).transpose()
}
