//! The second click of a double click whose first brought up another screen: it is for nobody. Many people click twice on
//! whatever leads somewhere, and what lies in its place on the new screen is not what they meant.

use egui::{Context, PointerButton, PointerState};

/// What is remembered of the place at which the person is.
#[derive(Debug)]
pub struct SecondClick<P> {
    place: P,
    arrived: f64,
}

impl<P: PartialEq> SecondClick<P> {
    /// Begins at a place.
    pub fn at(place: P) -> Self {
        Self { place, arrived: f64::NEG_INFINITY }
    }

    /// Takes such a click away, before anything in this frame sees it. `place` is where the person is now.
    pub fn take(&mut self, ctx: &Context, place: P) {
        let (now, double) =
            ctx.input(|input| (input.time, input.pointer.button_double_clicked(PointerButton::Primary)));
        if self.place != place {
            (self.place, self.arrived) = (place, now);
        }
        let delay = ctx.options(|options| options.input_options.max_double_click_delay);
        if double && now - self.arrived <= delay {
            // Where the pointer is comes with its next movement or click.
            ctx.input_mut(|input| input.pointer = PointerState::default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    struct Shown {
        second: SecondClick<bool>,
        on_list: bool,
        chosen: usize,
    }

    fn window(ui: &mut egui::Ui, shown: &mut Shown) {
        shown.second.take(ui.ctx(), shown.on_list);
        if !shown.on_list {
            if ui.button("Kenya, 14").clicked() {
                shown.on_list = true;
                ui.ctx().request_repaint();
            }
        } else if ui.button("Ana Silva").clicked() {
            shown.chosen += 1;
        }
    }

    #[test]
    fn a_double_click_on_what_leads_somewhere_chooses_nothing_there() {
        let shown = Shown { second: SecondClick::at(false), on_list: false, chosen: 0 };
        let setup = crate::app::theme::install;
        let mut harness = Harness::builder().with_step_dt(0.02).with_context_setup(setup).build_ui_state(window, shown);
        harness.get_by_label("Kenya, 14").click();
        harness.run();
        harness.get_by_label("Ana Silva").click();
        harness.run();
        assert!(harness.state().on_list);
        assert_eq!(harness.state().chosen, 0);
        harness.get_by_label("Ana Silva").click();
        harness.run();
        assert_eq!(harness.state().chosen, 1, "the next click counts");
        harness.run_steps(20);
        harness.get_by_label("Ana Silva").click();
        harness.run();
        assert_eq!(harness.state().chosen, 2, "and a double click on the screen itself");
    }
}
