//! egui's own style, made of the tokens, for what egui paints itself (text fields, scroll bars, menus).

use egui::SurrenderFocusOn;
use egui::style::{ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2};

use super::font;
use super::tokens::{self, Colors, measure};

/// Which theme a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Light, the default.
    #[default]
    Light,
    /// Dark.
    Dark,
    /// What the system says.
    System,
}

/// Gives the window its fonts and both themes. Called once; [`apply`] then chooses.
pub fn install(ctx: &Context) {
    ctx.set_fonts(font::definitions());
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme));
    }
    // A field hands its value over when the pointer is pressed elsewhere, before the click there does anything.
    ctx.options_mut(|options| options.input_options.surrender_focus_on = SurrenderFocusOn::Presses);
    apply(ctx, Choice::default());
}

/// Chooses the theme, at once.
pub fn apply(ctx: &Context, choice: Choice) {
    ctx.set_theme(match choice {
        Choice::Light => egui::ThemePreference::Light,
        Choice::Dark => egui::ThemePreference::Dark,
        Choice::System => egui::ThemePreference::System,
    });
}

fn style(theme: Theme) -> Style {
    let mut style = theme.default_style();
    style.text_styles = [
        (TextStyle::Body, font::body()),
        (TextStyle::Button, font::body()),
        (TextStyle::Small, font::small()),
        (TextStyle::Heading, font::title()),
        (TextStyle::Monospace, FontId::new(13.0, FontFamily::Monospace)),
    ]
    .into();
    style.spacing.item_spacing = vec2(measure::GAP, measure::GAP);
    style.spacing.button_padding = vec2(8.0, 4.0);
    style.spacing.interact_size = vec2(24.0, measure::FIELD);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.tooltip_width = 320.0;
    style.spacing.icon_width = 16.0;
    style.spacing.scroll = ScrollStyle {
        bar_width: 10.0,
        floating_width: 6.0,
        floating_allocated_width: 0.0,
        foreground_color: false,
        dormant_handle_opacity: 0.45,
        active_handle_opacity: 0.6,
        interact_handle_opacity: 0.9,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.4,
        ..ScrollStyle::floating()
    };
    style.spacing.scroll.fade.strength = 0.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.5;
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.visuals = visuals(theme == Theme::Dark);
    style
}

fn visuals(dark: bool) -> Visuals {
    let c: &Colors = tokens::of(dark);
    let line = Stroke::new(1.0, c.line);
    let corner = CornerRadius::same(measure::CORNER);
    let widget = |fill, outline, text| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, outline),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: c.shadow };
    Visuals {
        dark_mode: dark,
        override_text_color: None,
        weak_text_color: Some(c.weak),
        widgets: Widgets {
            noninteractive: WidgetVisuals { bg_stroke: line, ..widget(c.panel, c.line, c.text) },
            inactive: widget(c.panel, c.outline, c.text),
            hovered: widget(c.hover, c.weak, c.text),
            active: widget(c.pressed, c.accent, c.text),
            open: widget(c.hover, c.accent, c.text),
        },
        selection: Selection { bg_fill: c.accent_ground, stroke: Stroke::new(1.5, c.accent) },
        hyperlink_color: c.accent_text,
        faint_bg_color: c.hover,
        extreme_bg_color: c.panel,
        text_edit_bg_color: Some(c.panel),
        code_bg_color: c.neutral_ground,
        warn_fg_color: c.careful,
        error_fg_color: c.bad,
        window_corner_radius: corner,
        window_shadow: shadow,
        window_fill: c.panel,
        window_stroke: line,
        menu_corner_radius: corner,
        panel_fill: c.ground,
        popup_shadow: shadow,
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(1.5, c.accent_text),
            // A caret that blinks would ask for frames for as long as a field has the focus.
            blink: false,
            ..TextCursorStyle::default()
        },
        disabled_alpha: 0.7,
        button_frame: true,
        collapsing_header_frame: false,
        indent_has_left_vline: false,
        striped: false,
        slider_trailing_fill: true,
        interact_cursor: None,
        ..if dark { Visuals::dark() } else { Visuals::light() }
    }
}
