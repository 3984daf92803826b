//! Exchange with other offices by file: who they are, what waits for whom, what came of what was received.

mod dialogs;
mod words;

use crate::app::commands::Command;
use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::loaded::Loaded;
use crate::app::shared::{Act, Screen, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::{Button, EmptyState, Tag, Tone, form, frames};
use crate::domain::office::Role;
use crate::exchange::bundle::{
    BUNDLE_ENDING, BundleError, Contents, INVITATION_ENDING, Invitation, SentFile, accept, invite_to, receive_files,
    send,
};
use crate::store::links::{BundleEntry, LinkState, OfficeLink, Waiting};
use crate::store::{OfficeFile, Receipt, StoreError};
use crate::t;
use dialogs::{Inviting, Told};
use egui::{Align, Frame, Layout, Panel, ScrollArea, Ui};
use std::path::PathBuf;

/// An office that this one exchanges files with, as the screen shows it.
struct LinkView {
    link: OfficeLink,
    waiting: Waiting,
    /// The newest first.
    bundles: Vec<BundleEntry>,
    /// Of the newest received one.
    receipt: Option<Receipt>,
}

/// What the screen shows.
struct Overview {
    role: Role,
    links: Vec<LinkView>,
    open: u32,
    side_by_side: u32,
}

impl Overview {
    fn read(file: &mut OfficeFile) -> Result<Self, StoreError> {
        let mut links = Vec::new();
        for link in file.links()? {
            let bundles = file.bundles(link.office, SHOWN)?;
            let newest = bundles.iter().find(|bundle| !bundle.sent).and_then(|bundle| bundle.receipt.as_deref());
            let receipt = newest.and_then(|text| serde_json::from_str(text).ok());
            links.push(LinkView { waiting: file.waiting(&link)?, bundles, receipt, link });
        }
        let (open, side_by_side) = file.conflict_counts()?;
        Ok(Self { role: file.office()?.role, links, open, side_by_side })
    }
}

/// Files of a link that are listed.
const SHOWN: usize = 12;

/// A file that was taken in or refused.
type OneFile = (PathBuf, Result<Receipt, BundleError>);
type Outcome<T> = Ticket<Result<T, BundleError>>;

/// What the screen remembers.
#[derive(Default)]
pub struct ExchangeScreen {
    overview: Loaded<(), Overview>,
    /// What would be sent is being looked at.
    looking: Option<(OfficeLink, Outcome<Contents>)>,
    /// What would be sent, for the person to agree to.
    agreed: Option<(OfficeLink, Contents)>,
    /// A folder is being chosen for it.
    waiting: Option<OfficeLink>,
    sending: Option<Outcome<Vec<SentFile>>>,
    receiving: Option<Outcome<Vec<OneFile>>>,
    inviting: Option<Inviting>,
    /// What was said of a new office, while the place of its invitation is being chosen.
    invited: Option<Inviting>,
    linking: Option<Outcome<String>>,
    told: Option<Told>,
}

impl ExchangeScreen {
    /// Hears of work that has ended, whatever screen is shown, and shows the dialogs.
    pub fn hear(&mut self, ui: &Ui, shared: &mut Shared) {
        if let Some((link, ticket)) = self.looking.take() {
            match ticket.take() {
                Some(Ok(contents)) => self.agreed = Some((link, contents)),
                Some(Err(error)) => refuse(shared, &error),
                None => self.looking = Some((link, ticket)),
            }
        }
        if let Some(outcome) = self.sending.as_ref().and_then(Ticket::take) {
            self.sending = None;
            match outcome {
                Ok(files) => self.told = Some(Told::Sent(files)),
                Err(error) => refuse(shared, &error),
            }
        }
        if let Some(outcome) = self.receiving.as_ref().and_then(Ticket::take) {
            self.receiving = None;
            match outcome {
                Ok(received) => {
                    let words = |(path, outcome): OneFile| {
                        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                        (name, outcome.map_err(|error| shared.texts.bundle_refusal(&error)))
                    };
                    self.told = Some(Told::Received(received.into_iter().map(words).collect()));
                }
                Err(error) => refuse(shared, &error),
            }
        }
        if let Some(outcome) = self.linking.as_ref().and_then(Ticket::take) {
            self.linking = None;
            match outcome {
                Ok(name) => self.told = Some(Told::Linked(name)),
                Err(error) => refuse(shared, &error),
            }
        }
        self.dialogs(ui, shared);
    }

    /// Takes in files: bundles, or an invitation among them.
    pub fn open_files(&mut self, paths: Vec<PathBuf>, shared: &mut Shared) {
        let is_invitation =
            |path: &PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(INVITATION_ENDING));
        if let Some(path) = paths.iter().find(|path| is_invitation(path)).cloned() {
            self.linking = Some(shared.desk.long("exchange-linking", move |file: &mut OfficeFile, _| {
                let invitation = Invitation::read(&path)?;
                accept(file, &invitation)?;
                Ok(invitation.head_office_name)
            }));
            return;
        }
        self.receiving = Some(shared.desk.long("exchange-receiving", move |file: &mut OfficeFile, progress| {
            // What is taken in can be looked at beside what was there.
            file.backup_beside("before-receive")?;
            let received = receive_files(file, &paths, progress)?;
            Ok(received.into_iter().map(|one| (one.path, one.outcome)).collect())
        }));
    }

    /// Goes on with a file or a folder that was chosen.
    pub fn file_chosen(&mut self, purpose: &Purpose, path: PathBuf, shared: &mut Shared) {
        match purpose {
            Purpose::Send => {
                let Some(link) = self.waiting.take() else { return };
                self.sending = Some(shared.desk.long("exchange-sending", move |file: &mut OfficeFile, progress| {
                    send(file, &link, &path, progress)
                }));
            }
            Purpose::Invitation => {
                let Some(inviting) = self.invited.take() else { return };
                self.linking = Some(shared.desk.long("exchange-linking", move |file: &mut OfficeFile, _| {
                    Ok(invite_to(file, &inviting.name, inviting.country, &path)?.name)
                }));
            }
            _ => {
                let mut paths = vec![path];
                paths.extend(shared.files.others());
                self.open_files(paths, shared);
            }
        }
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        self.overview.latest(&mut shared.desk, &(), |file, ()| Overview::read(file));
        let role = self.overview.value().map(|overview| overview.role);
        self.bar(ui, shared, role);
        let Some(overview) = self.overview.value() else { return };
        if overview.links.is_empty() {
            self.first_steps(ui, shared, role == Some(Role::Head));
            return;
        }
        let mut look = None;
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            frames::ground(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                decisions(ui, shared, overview);
                for view in &overview.links {
                    if card(ui, &shared.texts, view) {
                        look = Some(view.link.clone());
                    }
                    ui.add_space(measure::MARGIN);
                }
            });
        });
        if let Some(link) = look {
            let of = link.clone();
            let ticket = shared.desk.long("exchange-looking", move |file: &mut OfficeFile, _| Contents::of(file, &of));
            self.looking = Some((link, ticket));
        }
    }

    fn bar(&mut self, ui: &mut Ui, shared: &mut Shared, role: Option<Role>) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(egui::Margin::symmetric(measure::MARGIN as i8, 0));
        Panel::top("exchange bar").exact_size(measure::SCREEN_BAR).resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                form::title(ui, Command::Exchange.text(&shared.texts));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let texts = &shared.texts;
                    if ui.add(Button::filled(t!(texts, "exchange-receive")).with_icon(Icon::Download)).clicked() {
                        shared.files.ask(ui.ctx(), receive_question());
                    }
                    if role == Some(Role::Head) && ui.add(Button::outlined(t!(texts, "exchange-invite"))).clicked() {
                        self.inviting = Some(Inviting::default());
                    }
                });
            });
        });
    }

    fn first_steps(&mut self, ui: &mut Ui, shared: &mut Shared, head: bool) {
        let texts = &shared.texts;
        let (text, action) = if head {
            (t!(texts, "exchange-empty-head"), t!(texts, "exchange-invite"))
        } else {
            (t!(texts, "exchange-empty-country"), t!(texts, "exchange-open-invitation"))
        };
        let actions = [action];
        let pressed = EmptyState::new(Icon::Upload, t!(texts, "exchange-empty"), text).actions(&actions).show(ui);
        match pressed {
            Some(_) if head => self.inviting = Some(Inviting::default()),
            Some(_) => {
                let endings = &[INVITATION_ENDING];
                let question = Question { purpose: Purpose::Receive, save: false, name: String::new(), endings };
                shared.files.ask(ui.ctx(), question);
            }
            None => {}
        }
    }
}

fn receive_question() -> Question {
    Question {
        purpose: Purpose::Receive,
        save: false,
        name: String::new(),
        endings: &[BUNDLE_ENDING, INVITATION_ENDING],
    }
}

fn refuse(shared: &mut Shared, error: &BundleError) {
    let words = shared.texts.bundle_refusal(error);
    shared.act(Act::Complain(words));
}

/// A line that leads to what waits for a decision.
fn decisions(ui: &mut Ui, shared: &mut Shared, overview: &Overview) {
    if overview.open == 0 && overview.side_by_side == 0 {
        return;
    }
    let texts = &shared.texts;
    let mut go = false;
    frames::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            if overview.open > 0 {
                ui.add(Tag::new(Tone::Careful, &t!(texts, "exchange-conflicts", count = overview.open)));
            }
            if overview.side_by_side > 0 {
                form::weak(ui, &t!(texts, "exchange-side-by-side", count = overview.side_by_side));
            }
            go = ui.add(Button::outlined(t!(texts, "exchange-decide"))).clicked();
        });
    });
    ui.add_space(measure::MARGIN);
    if go {
        shared.act(Act::Go(Screen::Conflicts));
    }
}

/// An office with what waits for it and what came from it. Says whether it is to be sent something.
fn card(ui: &mut Ui, texts: &Texts, view: &LinkView) -> bool {
    let mut send = false;
    frames::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            form::card_title(ui, &view.link.name);
            let country = texts.country(view.link.country);
            if !country.is_empty() {
                form::weak(ui, country);
            }
            let (tone, word) = state(texts, view);
            ui.add(Tag::new(tone, &word));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let known = !view.link.seal_key.is_empty();
                let name = t!(texts, "exchange-send-to", office = view.link.name.as_str());
                send = ui.add_enabled(known, Button::outlined(&name).with_icon(Icon::Upload)).clicked();
            });
        });
        if view.link.seal_key.is_empty() {
            form::note(ui, t!(texts, "exchange-not-heard-of"));
            return;
        }
        for line in words::lines_of(texts, view) {
            ui.add(egui::Label::new(line).wrap());
        }
        if let Some(receipt) = &view.receipt {
            for number in &receipt.missing {
                let missing = t!(texts, "receipt-missing", number = *number, office = view.link.name.as_str());
                ui.add(Tag::new(Tone::Bad, &missing));
            }
        }
        if !view.bundles.is_empty() {
            egui::CollapsingHeader::new(t!(texts, "exchange-files")).id_salt(("files", view.link.office)).show(
                ui,
                |ui| {
                    for bundle in &view.bundles {
                        ui.add(egui::Label::new(words::file(texts, bundle)).wrap());
                        let receipt = bundle.receipt.as_deref().and_then(|text| serde_json::from_str(text).ok());
                        if let Some(receipt) = receipt {
                            ui.indent(("receipt", bundle.replica, bundle.number), |ui| {
                                for line in words::receipt(texts, &receipt) {
                                    form::weak(ui, &line);
                                }
                            });
                        }
                    }
                },
            );
        }
    });
    send
}

fn state(texts: &Texts, view: &LinkView) -> (Tone, String) {
    let Waiting { unsent, unconfirmed } = view.waiting;
    match view.link.state {
        LinkState::Invited if view.link.seal_key.is_empty() => {
            (Tone::Neutral, t!(texts, "exchange-invited").to_owned())
        }
        _ if unsent > 0 => (Tone::Careful, t!(texts, "exchange-unsent", count = unsent)),
        _ if unconfirmed > 0 => (Tone::Accent, t!(texts, "exchange-unconfirmed", count = unconfirmed)),
        _ => (Tone::Good, t!(texts, "exchange-confirmed").to_owned()),
    }
}
