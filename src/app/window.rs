//! The window: the shell around the screens, and the one place where what was asked for is carried out.

use super::commands::{self, Command, Queue, Situation};
use super::desk::{Desk, Notice};
use super::file_dialog::{FileDialog, Purpose, Question};
use super::idle::Idle;
use super::loaded::Loaded;
use super::palette::{Chosen, Found, Palette};
use super::preferences::Preferences;
use super::screens::Screens;
use super::screens::new_office::{InvitedOffice, NewOfficeDialog, office_file_named, sample_office};
use super::screens::passphrase::PassphrasePage;
use super::screens::restore::Restoring;
use super::screens::start;
use super::second_click::SecondClick;
use super::shared::{Act, Screen, Shared};
use super::texts::{Language, Texts};
use super::theme::{self, Choice, Icon, colors, font, measure};
use super::widgets::{Button, Toast, Toasts, Tone, frames, navigation, progress};
use crate::domain::Kind;
use crate::exchange::bundle::INVITATION_ENDING;
use crate::store::Drive;
use crate::store::lists::Hit;
use crate::t;
use egui::{Align, CentralPanel, Context, Frame, Layout, Panel, RichText, Ui, ViewportCommand};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// The whole window.
pub struct Window {
    shared: Shared,
    preferences: Preferences,
    screen: Screen,
    screens: Screens,
    new_office: NewOfficeDialog,
    invited_office: InvitedOffice,
    restoring: Restoring,
    palette: Palette,
    found: Loaded<String, Vec<Hit>>,
    toasts: Toasts<Command>,
    closing: bool,
    /// Asks for the passphrase of a file.
    locked: Option<PassphrasePage>,
    /// The file that was locked while it was open: what was on the screen comes back.
    kept: Option<PathBuf>,
    idle: Idle,
    second_click: SecondClick<Screen>,
}

impl Window {
    /// A window over a desk, with an office to open at once where one is named.
    pub fn new(
        ctx: &Context,
        desk: Desk,
        files: FileDialog,
        preferences: Preferences,
        office: Option<PathBuf>,
    ) -> Self {
        theme::install(ctx);
        theme::apply(ctx, if preferences.dark { Choice::Dark } else { Choice::Light });
        ctx.set_zoom_factor(preferences.zoom.clamp(0.7, 2.0));
        commands::take_over_keys(ctx);
        let language = Language::from_code(&preferences.language).unwrap_or_else(system_language);
        let mut shared = Shared { desk, texts: Texts::new(language), acts: Vec::new(), queue: Queue::default(), files };
        if let Some(path) = office {
            shared.desk.open(&path);
        }
        Self {
            shared,
            preferences,
            screen: Screen::Home,
            screens: Screens::default(),
            new_office: NewOfficeDialog::default(),
            invited_office: InvitedOffice::default(),
            restoring: Restoring::default(),
            palette: Palette::default(),
            found: Loaded::default(),
            toasts: Toasts::default(),
            closing: false,
            locked: None,
            kept: None,
            idle: Idle::default(),
            second_click: SecondClick::at(Screen::Home),
        }
    }

    /// What the screens have at hand, for tests.
    pub fn shared(&mut self) -> &mut Shared {
        &mut self.shared
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.second_click.take(&ctx, self.screen);
        self.hear(&ctx);
        self.lock_when_idle(&ctx);
        let situation = self.situation().in_window(&ctx);
        if let Some(command) = commands::pressed(&ctx, &situation) {
            self.shared.queue.ask(command);
        }
        if self.shared.desk.office().is_some() {
            self.top_bar(ui);
            self.status_bar(ui);
            self.navigation(ui);
            CentralPanel::default().frame(Frame::new().fill(colors(ui).ground)).show(ui, |ui| {
                self.screens.show(ui, self.screen, &mut self.shared, &mut self.preferences);
            });
        } else if let Some(page) = &mut self.locked {
            let leave = CentralPanel::no_frame().show(ui, |ui| page.show(ui, &mut self.shared)).inner;
            if leave {
                self.locked = None;
                self.kept = None;
            }
        } else {
            CentralPanel::no_frame().show(ui, |ui| start::show(ui, &mut self.shared, &mut self.preferences));
        }
        self.over_everything(&ctx, &situation);
        self.carry_out(&ctx);
    }

    fn situation(&self) -> Situation {
        let office = self.shared.desk.office();
        Situation {
            office_open: office.is_some(),
            protected: office.is_some_and(|office| office.protected),
            can_undo: office.is_some_and(|office| office.undoable.is_some()),
            can_redo: office.is_some_and(|office| office.redoable.is_some()),
            record_selected: self.screens.selected(self.screen).is_some(),
            typing: false,
        }
    }

    /// What happened at the desk since the last frame.
    fn hear(&mut self, ctx: &Context) {
        for notice in self.shared.desk.poll() {
            let texts = &self.shared.texts;
            match notice {
                Notice::Opened(path) => {
                    self.preferences.opened(&path);
                    self.locked = None;
                    if self.kept.take().as_ref() != Some(&path) {
                        self.screens = Screens::default();
                        self.found = Loaded::default();
                        self.screen = Screen::Home;
                    }
                }
                Notice::Locked(path) => {
                    self.locked = Some(PassphrasePage::new(path));
                    // Whoever stands before the locked window reads no names.
                    self.palette = Palette::default();
                    self.found = Loaded::default();
                    self.toasts = Toasts::default();
                }
                Notice::WrongPassphrase => {
                    if let Some(page) = &mut self.locked {
                        page.wrong = true;
                    }
                }
                Notice::RecoveryAsked(code) => {
                    if let Some(page) = &mut self.locked {
                        page.code = Some(code);
                    }
                }
                Notice::OnDrive(drive) => {
                    let text = match drive {
                        Drive::Network => t!(texts, "drive-network"),
                        Drive::Removable => t!(texts, "drive-removable"),
                    };
                    let toast = Toast::new(Tone::Careful, text);
                    self.toasts.push(toast.action(Command::Backup.text(texts), Command::Backup));
                }
                Notice::Closed => {
                    self.screens = Screens::default();
                    self.kept = None;
                }
                Notice::Refused(error) => {
                    tracing::warn!(%error, "refused");
                    self.toasts.push(Toast::error(texts.refusal(&error)));
                }
                Notice::Undone(op) => {
                    let text = t!(texts, "undone", what = texts.op(&op));
                    self.toasts.push(Toast::new(Tone::Neutral, text).action(t!(texts, "redo"), Command::Redo));
                }
                Notice::Redone(op) => {
                    let text = t!(texts, "redone", what = texts.op(&op));
                    self.toasts.push(Toast::new(Tone::Neutral, text).action(t!(texts, "undo"), Command::Undo));
                }
                Notice::BackedUp(path) => {
                    let text = t!(texts, "backed-up", path = path.display().to_string());
                    self.toasts.push(Toast::new(Tone::Good, text));
                }
            }
            ctx.request_repaint();
        }
    }

    /// Locks a protected file when nobody has touched keyboard or mouse for as long as the office said.
    fn lock_when_idle(&mut self, ctx: &Context) {
        let minutes = self.shared.desk.office().and_then(|office| office.lock_after);
        let (now, touched) = ctx.input(|input| (input.time, !input.raw.events.is_empty()));
        let idle = self.idle.since(now, SystemTime::now(), touched);
        let Some(minutes) = minutes else { return };
        let allowed = Duration::from_secs(u64::from(minutes) * 60);
        if idle >= allowed && self.shared.desk.is_idle() {
            self.shared.queue.ask(Command::LockOffice);
        } else {
            ctx.request_repaint_after(allowed.saturating_sub(idle).max(Duration::from_secs(1)));
        }
    }

    fn top_bar(&mut self, ui: &mut Ui) {
        let frame = frames::panel(ui);
        Panel::top("top bar").exact_size(measure::TOP_BAR).resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                if let Some(office) = self.shared.desk.office() {
                    let (strong, weak) = (colors(ui).text, colors(ui).weak);
                    ui.label(RichText::new(&office.office.name).font(font::strong()).color(strong));
                    let file = office.path.file_name().unwrap_or_default().to_string_lossy();
                    ui.label(RichText::new(file).color(weak)).on_hover_text(office.path.display().to_string());
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let button = Button::field(t!(self.shared.texts, "search-everything"))
                        .shortcut(Command::Palette.shortcut_text(ui.ctx()))
                        .width(380.0);
                    if ui.add(button).clicked() {
                        self.shared.act(Act::Ask(Command::Palette));
                    }
                });
            });
        });
    }

    fn status_bar(&mut self, ui: &mut Ui) {
        let frame = frames::panel(ui);
        Panel::bottom("status bar").exact_size(measure::STATUS_BAR).resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = measure::MARGIN;
                let texts = &self.shared.texts;
                let kept = if self.shared.desk.is_idle() { t!(texts, "all-kept") } else { t!(texts, "keeping") };
                small(ui, kept);
                let Some(office) = self.shared.desk.office() else { return };
                if let Some(op) = &office.undoable {
                    let text = t!(texts, "undo-what", what = texts.op(op));
                    if small_link(ui, &text, (ui.available_width() - 260.0).max(120.0)) {
                        self.shared.acts.push(Act::Ask(Command::Undo));
                    }
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if small_link(ui, texts.language().own_name(), 100.0) {
                        self.shared.acts.push(Act::Ask(Command::SwitchLanguage));
                    }
                    let backup = match office.last_backup {
                        None => t!(texts, "no-backup").to_owned(),
                        Some(made) if made.date() == office.today => {
                            t!(texts, "backup-today", time = made.format("%H:%M").to_string())
                        }
                        Some(made) => t!(texts, "backup-on", day = texts.date(made.date())),
                    };
                    if small_link(ui, &backup, 200.0) {
                        self.shared.acts.push(Act::Ask(Command::Backup));
                    }
                });
            });
        });
    }

    fn navigation(&mut self, ui: &mut Ui) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(egui::Margin::symmetric(8, 8));
        Panel::left("navigation").exact_size(measure::NAVIGATION).resizable(false).frame(frame).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let counts = self.shared.desk.office().map(|office| office.counts).unwrap_or_default();
            let attention = self.screens.attention(&mut self.shared);
            let waiting = self.shared.desk.office().and_then(|summary| {
                let unsent = summary.waiting.and_then(|waiting| usize::try_from(waiting.unsent).ok()).unwrap_or(0);
                match (summary.conflicts, unsent) {
                    (0, 0) => None,
                    (0, unsent) => Some((unsent, Tone::Neutral)),
                    (conflicts, _) => Some((conflicts, Tone::Careful)),
                }
            });
            let count = |number: u64| Some((usize::try_from(number).unwrap_or(usize::MAX), Tone::Neutral));
            let lines = [
                (Screen::Home, Command::Home, attention.map(|number| (number, Tone::Neutral))),
                (Screen::Volunteers, Command::Volunteers, count(counts[0])),
                (Screen::Organisations, Command::Organisations, count(counts[1])),
                (Screen::Placements, Command::Placements, count(counts[2])),
                (Screen::Missions, Command::Missions, count(counts[3])),
                (Screen::Network, Command::Network, None),
                (Screen::Practices, Command::Practices, count(counts[4])),
                (Screen::Reports, Command::Reports, None),
                (Screen::Matching, Command::Matching, None),
                (Screen::Calendar, Command::Calendar, None),
                (Screen::Timeline, Command::Timeline, None),
                (Screen::Agenda, Command::Agenda, None),
                (Screen::WhoIsWhere, Command::WhoIsWhere, None),
                (Screen::Exchange, Command::Exchange, waiting),
                (Screen::ImportExport, Command::ImportExport, None),
                (Screen::History, Command::History, None),
                (Screen::Settings, Command::Settings, None),
            ];
            for (screen, command, count) in lines {
                if matches!(screen, Screen::Matching | Screen::Exchange) {
                    navigation::gap(ui);
                }
                let texts = &self.shared.texts;
                // What offices disagree about belongs to the exchange, who is there twice to the people.
                let within = match self.screen {
                    Screen::Conflicts => Screen::Exchange,
                    Screen::Duplicates => Screen::Volunteers,
                    other => other,
                };
                let current = within == screen;
                if navigation::item(ui, texts, command.text(texts), count, current).clicked() {
                    self.shared.acts.push(Act::Go(screen));
                }
            }
        });
    }

    /// Dialogs, palette, messages: whatever lies over the screens.
    fn over_everything(&mut self, ctx: &Context, situation: &Situation) {
        self.show_palette(ctx, situation);
        if let Some(new) = self.new_office.show(ctx, &self.shared.texts) {
            let name = office_file_named(&new.0.name);
            self.new_office.waiting = Some(new);
            let question = Question { purpose: Purpose::NewOffice, save: true, name, endings: &["sojourn"] };
            self.shared.files.ask(ctx, question);
        }
        self.invited_office.show(ctx, &mut self.shared);
        self.restoring.show(ctx, &mut self.shared);
        if let Some((purpose, path)) = self.shared.files.show(ctx, &self.shared.texts) {
            self.file_chosen(purpose, path);
        }
        if let Some(running) = self.shared.desk.running().cloned() {
            let texts = &self.shared.texts;
            let (done, total) = running.progress.done_of();
            let share = (total > 0).then(|| done as f32 / total as f32);
            if progress::over_everything(ctx, texts, texts.get(running.label), share) {
                running.progress.cancel();
            }
            ctx.request_repaint_after(std::time::Duration::from_millis(100));
        }
        if let Some(command) = self.toasts.show(ctx, &self.shared.texts, measure::STATUS_BAR) {
            self.shared.queue.ask(command);
        }
    }

    fn show_palette(&mut self, ctx: &Context, situation: &Situation) {
        if !self.palette.is_open() {
            return;
        }
        let query = self.palette.query().trim().to_owned();
        let mut hits: &[Hit] = &[];
        if !query.is_empty() && situation.office_open {
            let read = |file: &mut crate::store::OfficeFile, query: &String| file.search(query, 12);
            hits = self.found.latest(&mut self.shared.desk, &query, read).map(Vec::as_slice).unwrap_or_default();
        }
        let found: Vec<Found> = hits
            .iter()
            .map(|hit| Found {
                icon: match hit.kind {
                    Kind::Volunteer => Icon::Person,
                    Kind::Organisation => Icon::Building,
                    Kind::Placement => Icon::Post,
                    Kind::Practice => Icon::Sprout,
                    Kind::Mission | Kind::Office => Icon::Calendar,
                },
                title: hit.name.clone(),
                note: format!("{}, {}", self.shared.texts.kind(hit.kind), hit.reference),
            })
            .collect();
        match self.palette.show(ctx, &self.shared.texts, situation, &found) {
            Some(Chosen::Command(command)) => self.shared.queue.ask(command),
            Some(Chosen::Found(place)) => {
                if let Some(hit) = hits.get(place) {
                    self.shared.acts.push(Act::Open(hit.kind, hit.id));
                }
            }
            None => {}
        }
    }

    /// Carries out what was asked for in this frame.
    fn carry_out(&mut self, ctx: &Context) {
        for act in std::mem::take(&mut self.shared.acts) {
            match act {
                Act::Ask(command) => self.shared.queue.ask(command),
                Act::Go(screen) => self.screen = screen,
                Act::Say(text) => self.toasts.push(Toast::new(Tone::Neutral, text)),
                Act::Complain(text) => self.toasts.push(Toast::error(text)),
                other => self.screen = self.screens.carry_out(other, self.screen),
            }
            ctx.request_repaint();
        }
        for command in self.shared.queue.take(ctx) {
            self.do_command(command, ctx);
            ctx.request_repaint();
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing && commands::finish_typing(ctx) {
            // One more frame, in which the field hands over what was typed.
            self.closing = true;
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        } else if self.closing {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn do_command(&mut self, command: Command, ctx: &Context) {
        let ask = |purpose, save, name: String, endings| Question { purpose, save, name, endings };
        match command {
            Command::Home => self.screen = Screen::Home,
            Command::Volunteers => self.screen = Screen::Volunteers,
            Command::Organisations => self.screen = Screen::Organisations,
            Command::Placements => self.screen = Screen::Placements,
            Command::Missions => self.screen = Screen::Missions,
            Command::Network => self.screen = Screen::Network,
            Command::Practices => self.screen = Screen::Practices,
            Command::Matching => self.screen = Screen::Matching,
            Command::Calendar => self.screen = Screen::Calendar,
            Command::Timeline => self.screen = Screen::Timeline,
            Command::Agenda => self.screen = Screen::Agenda,
            Command::Reports => self.screen = Screen::Reports,
            Command::WhoIsWhere => self.screen = Screen::WhoIsWhere,
            Command::Exchange => self.screen = Screen::Exchange,
            Command::Conflicts => self.screen = Screen::Conflicts,
            Command::Duplicates => self.screen = Screen::Duplicates,
            Command::ImportExport => self.screen = Screen::ImportExport,
            Command::History => self.screen = Screen::History,
            Command::Settings => self.screen = Screen::Settings,
            Command::Help => self.screen = Screen::Help,
            Command::NewVolunteer | Command::NewOrganisation | Command::NewPlacement | Command::NewPractice => {
                self.screen = self.screens.new_record(command, &mut self.shared, self.screen);
            }
            Command::DeleteRecord => self.screens.remove_record(self.screen, &mut self.shared),
            Command::FindInList => self.screens.find_in_list(self.screen),
            Command::Import => {
                let endings = crate::app::screens::SHEET_ENDINGS;
                self.shared.files.ask(ctx, ask(Purpose::Import, false, String::new(), endings));
            }
            Command::ExportList => {
                self.screen = Screen::ImportExport;
            }
            Command::ExportCalendar => {
                self.screens.export_calendar(self.screen);
            }
            Command::Backup => {
                let name = format!("{} {}.sojourn", self.shared.office_file_name(), self.shared.today());
                self.shared.files.ask(ctx, ask(Purpose::Backup, true, name, &["sojourn"]));
            }
            Command::RestoreBackup => {
                self.shared.files.ask(ctx, ask(Purpose::RestoreFrom, false, String::new(), &["sojourn"]));
            }
            Command::OpenOffice => {
                self.shared.files.ask(ctx, ask(Purpose::OpenOffice, false, String::new(), &["sojourn"]));
            }
            Command::NewOffice => self.new_office.open(),
            Command::InvitedOffice => {
                let endings = &[INVITATION_ENDING];
                self.shared.files.ask(ctx, ask(Purpose::OpenInvitation, false, String::new(), endings));
            }
            Command::SampleOffice => match self.preferences.sample_place() {
                Some(path) => sample_office(&mut self.shared.desk, &path),
                None => {
                    let name = "sample.sojourn".to_owned();
                    self.shared.files.ask(ctx, ask(Purpose::SampleOffice, true, name, &["sojourn"]));
                }
            },
            Command::CloseOffice => self.shared.desk.close(),
            Command::LockOffice => {
                self.kept = self.shared.desk.office().map(|office| office.path.clone());
                self.shared.desk.lock();
            }
            Command::Undo => self.shared.desk.undo(),
            Command::Redo => self.shared.desk.redo(),
            Command::Palette => self.palette.open(),
            Command::SwitchLanguage => {
                let next = self.shared.texts.language().other();
                self.shared.texts.set_language(next);
                self.preferences.language = next.code().to_owned();
                self.preferences.save();
            }
            Command::ToggleTheme => {
                self.preferences.dark = !self.preferences.dark;
                theme::apply(ctx, if self.preferences.dark { Choice::Dark } else { Choice::Light });
                self.preferences.save();
            }
            Command::ZoomIn => self.zoom(ctx, ctx.zoom_factor() + 0.1),
            Command::ZoomOut => self.zoom(ctx, ctx.zoom_factor() - 0.1),
            Command::ZoomReset => self.zoom(ctx, 1.0),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    fn zoom(&mut self, ctx: &Context, factor: f32) {
        let factor = (factor * 10.0).round() / 10.0;
        self.preferences.zoom = factor.clamp(0.7, 2.0);
        ctx.set_zoom_factor(self.preferences.zoom);
        self.preferences.save();
    }

    fn file_chosen(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::OpenOffice => self.shared.desk.open(&path),
            Purpose::NewOffice => {
                if let Some((new, passphrase)) = self.new_office.waiting.take() {
                    self.shared.desk.create(&path, new, passphrase);
                }
            }
            Purpose::OpenInvitation => self.invited_office.read(path, &self.shared),
            Purpose::InvitedOffice => self.invited_office.make(&path, &mut self.shared),
            Purpose::SampleOffice => sample_office(&mut self.shared.desk, &path),
            Purpose::Backup => self.shared.desk.backup_to(&path),
            Purpose::RestoreFrom => self.restoring.from(path),
            Purpose::RestoreTo => self.restoring.to(path),
            Purpose::RecoveryRequest | Purpose::RecoveryAnswer => {
                if let Some(page) = &self.locked {
                    page.file_chosen(&purpose, &path, &mut self.shared);
                }
            }
            Purpose::RecoveryQuestion
            | Purpose::Import
            | Purpose::ExportList
            | Purpose::ExportCalendar
            | Purpose::PrintCalendar
            | Purpose::Holidays
            | Purpose::RejectedRows
            | Purpose::Proposal
            | Purpose::Plan
            | Purpose::Report
            | Purpose::ReportChart
            | Purpose::Whereabouts
            | Purpose::MissionPage
            | Purpose::ReportForm
            | Purpose::Send
            | Purpose::Receive
            | Purpose::Held
            | Purpose::Invitation => {
                self.screen = self.screens.file_chosen(purpose, path, &mut self.shared, self.screen);
            }
        }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

fn small(ui: &mut Ui, text: &str) {
    let weak = colors(ui).weak;
    ui.label(RichText::new(text).font(font::small()).color(weak));
}

/// A small text that can be clicked, cut to a width.
fn small_link(ui: &mut Ui, text: &str, width: f32) -> bool {
    let weak = colors(ui).weak;
    ui.scope(|ui| {
        ui.set_max_width(width);
        let label = egui::Label::new(RichText::new(text).font(font::small()).color(weak))
            .truncate()
            .sense(egui::Sense::click());
        let response = ui.add(label).on_hover_cursor(egui::CursorIcon::PointingHand);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, text));
        response.clicked()
    })
    .inner
}

fn system_language() -> Language {
    let told = std::env::var("LC_ALL").or_else(|_| std::env::var("LC_MESSAGES")).or_else(|_| std::env::var("LANG"));
    let french = told.is_ok_and(|locale| locale.starts_with("fr"));
    if french { Language::French } else { Language::English }
}
