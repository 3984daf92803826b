//! The window's own small set of icons, painted as lines on a field of 16 x 16, so that they are sharp at every
//! scale and take the colour of the text beside them.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

/// An icon. It never stands alone: a name for screen readers goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Icon {
    Search,
    Plus,
    Minus,
    Undo,
    Redo,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Check,
    Cross,
    Warning,
    Calendar,
    Timeline,
    Person,
    Building,
    Pin,
    Post,
    Clock,
    File,
    Gear,
    History,
    Sprout,
    Download,
    Upload,
    Home,
    Help,
    Trash,
    Language,
    Theme,
    SortUp,
    SortDown,
    Whole,
    People,
    Heart,
    TownHall,
    Factory,
    Cap,
    Money,
}

/// A pen in the coordinates of one icon.
struct Pen<'a> {
    painter: &'a Painter,
    rect: Rect,
    scale: f32,
    stroke: Stroke,
}

impl Pen<'_> {
    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.rect.min + vec2(x, y) * self.scale
    }

    fn points(&self, points: &[(f32, f32)]) -> Vec<Pos2> {
        points.iter().map(|point| self.at(*point)).collect()
    }

    fn line(&self, points: &[(f32, f32)]) {
        self.painter.add(Shape::line(self.points(points), self.stroke));
    }

    fn closed(&self, points: &[(f32, f32)]) {
        self.painter.add(Shape::closed_line(self.points(points), self.stroke));
    }

    fn filled(&self, points: &[(f32, f32)]) {
        self.painter.add(Shape::convex_polygon(self.points(points), self.stroke.color, Stroke::NONE));
    }

    fn circle(&self, center: (f32, f32), radius: f32) {
        self.painter.circle_stroke(self.at(center), radius * self.scale, self.stroke);
    }

    fn dot(&self, center: (f32, f32), radius: f32) {
        self.painter.circle_filled(self.at(center), radius * self.scale, self.stroke.color);
    }

    /// An arc from one angle to another, in degrees, clockwise from three o'clock.
    fn arc(&self, center: (f32, f32), radius: f32, from: f32, to: f32) {
        let steps = ((to - from).abs() / 15.0).ceil().max(2.0) as usize;
        let points = (0..=steps)
            .map(|step| {
                let angle = (from + (to - from) * step as f32 / steps as f32).to_radians();
                self.at((center.0 + radius * angle.cos(), center.1 + radius * angle.sin()))
            })
            .collect();
        self.painter.add(Shape::line(points, self.stroke));
    }

    fn frame(&self, (left, top): (f32, f32), (right, bottom): (f32, f32), corner: f32) {
        let rect = Rect::from_two_pos(self.at((left, top)), self.at((right, bottom)));
        self.painter.rect_stroke(rect, corner * self.scale, self.stroke, egui::StrokeKind::Middle);
    }
}

impl Icon {
    /// Paints the icon into the middle of `rect`, as large as the rectangle's shorter side.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32) {
        let side = rect.width().min(rect.height());
        let origin = pos2(rect.center().x - side / 2.0, rect.center().y - side / 2.0);
        let scale = side / 16.0;
        let rect = Rect::from_min_size(origin, vec2(side, side));
        let pen = Pen { painter, rect, scale, stroke: Stroke::new(1.4 * scale.max(0.8), color) };
        match self {
            Self::Search => {
                pen.circle((7.0, 7.0), 4.3);
                pen.line(&[(10.2, 10.2), (13.7, 13.7)]);
            }
            Self::Plus => {
                pen.line(&[(8.0, 3.0), (8.0, 13.0)]);
                pen.line(&[(3.0, 8.0), (13.0, 8.0)]);
            }
            Self::Minus => pen.line(&[(3.0, 8.0), (13.0, 8.0)]),
            Self::Undo => {
                pen.line(&[(6.0, 2.8), (2.8, 6.0), (6.0, 9.2)]);
                pen.line(&[(2.8, 6.0), (9.5, 6.0)]);
                pen.arc((9.5, 9.5), 3.5, -90.0, 90.0);
                pen.line(&[(9.5, 13.0), (6.0, 13.0)]);
            }
            Self::Redo => {
                pen.line(&[(10.0, 2.8), (13.2, 6.0), (10.0, 9.2)]);
                pen.line(&[(13.2, 6.0), (6.5, 6.0)]);
                pen.arc((6.5, 9.5), 3.5, -90.0, -270.0);
                pen.line(&[(6.5, 13.0), (10.0, 13.0)]);
            }
            Self::ChevronUp => pen.line(&[(4.0, 10.0), (8.0, 6.0), (12.0, 10.0)]),
            Self::ChevronDown => pen.line(&[(4.0, 6.0), (8.0, 10.0), (12.0, 6.0)]),
            Self::ChevronLeft => pen.line(&[(10.0, 4.0), (6.0, 8.0), (10.0, 12.0)]),
            Self::ChevronRight => pen.line(&[(6.0, 4.0), (10.0, 8.0), (6.0, 12.0)]),
            Self::Check => pen.line(&[(3.2, 8.4), (6.6, 11.8), (12.8, 4.6)]),
            Self::Cross => {
                pen.line(&[(4.2, 4.2), (11.8, 11.8)]);
                pen.line(&[(11.8, 4.2), (4.2, 11.8)]);
            }
            Self::Warning => {
                pen.closed(&[(8.0, 2.4), (14.2, 13.2), (1.8, 13.2)]);
                pen.line(&[(8.0, 6.4), (8.0, 9.4)]);
                pen.dot((8.0, 11.3), 0.9);
            }
            Self::Calendar => {
                pen.frame((2.5, 3.5), (13.5, 13.5), 1.5);
                pen.line(&[(2.5, 6.8), (13.5, 6.8)]);
                pen.line(&[(5.5, 2.0), (5.5, 4.5)]);
                pen.line(&[(10.5, 2.0), (10.5, 4.5)]);
            }
            Self::Timeline => {
                pen.line(&[(2.5, 4.0), (8.5, 4.0)]);
                pen.line(&[(5.5, 8.0), (13.5, 8.0)]);
                pen.line(&[(8.0, 12.0), (12.0, 12.0)]);
            }
            Self::Person => {
                pen.circle((8.0, 5.2), 2.7);
                pen.arc((8.0, 14.0), 5.2, -180.0, 0.0);
            }
            Self::Building => {
                pen.frame((3.5, 2.5), (12.5, 13.5), 1.0);
                for y in [5.3, 8.3] {
                    pen.dot((6.4, y), 0.9);
                    pen.dot((9.6, y), 0.9);
                }
                pen.line(&[(8.0, 13.5), (8.0, 10.8)]);
            }
            Self::Pin => {
                pen.arc((8.0, 6.5), 4.2, -205.0, 25.0);
                pen.line(&[(4.2, 8.3), (8.0, 14.0), (11.8, 8.3)]);
                pen.dot((8.0, 6.5), 1.4);
            }
            Self::Post => {
                pen.frame((2.5, 5.0), (13.5, 13.0), 1.2);
                pen.line(&[(5.8, 5.0), (5.8, 3.0), (10.2, 3.0), (10.2, 5.0)]);
                pen.line(&[(2.5, 8.8), (13.5, 8.8)]);
            }
            Self::Clock => {
                pen.circle((8.0, 8.0), 5.7);
                pen.line(&[(8.0, 4.8), (8.0, 8.0), (10.4, 9.6)]);
            }
            Self::File => {
                pen.closed(&[(4.0, 2.5), (9.5, 2.5), (12.5, 5.5), (12.5, 13.5), (4.0, 13.5)]);
                pen.line(&[(9.3, 2.8), (9.3, 5.7), (12.2, 5.7)]);
            }
            Self::Gear => {
                pen.circle((8.0, 8.0), 2.1);
                pen.circle((8.0, 8.0), 4.6);
                for step in 0..8 {
                    let (sin, cos) = (step as f32 * 45.0).to_radians().sin_cos();
                    pen.line(&[(8.0 + 4.7 * cos, 8.0 + 4.7 * sin), (8.0 + 6.4 * cos, 8.0 + 6.4 * sin)]);
                }
            }
            Self::History => {
                pen.arc((8.4, 8.0), 5.4, -150.0, 150.0);
                pen.line(&[(2.2, 3.2), (3.6, 5.9), (6.4, 5.0)]);
                pen.line(&[(8.4, 5.0), (8.4, 8.2), (10.6, 9.4)]);
            }
            Self::Sprout => {
                pen.line(&[(8.0, 13.8), (8.0, 7.5)]);
                pen.arc((8.0, 7.5), 4.2, -180.0, -90.0);
                pen.line(&[(3.8, 7.5), (8.0, 7.5)]);
                pen.line(&[(8.0, 3.3), (8.0, 7.5)]);
                pen.arc((8.0, 9.8), 4.2, -90.0, 0.0);
                pen.line(&[(8.0, 9.8), (12.2, 9.8)]);
            }
            Self::Download => {
                pen.line(&[(8.0, 2.5), (8.0, 10.0)]);
                pen.line(&[(4.8, 7.0), (8.0, 10.2), (11.2, 7.0)]);
                pen.line(&[(2.8, 13.3), (13.2, 13.3)]);
            }
            Self::Upload => {
                pen.line(&[(8.0, 10.2), (8.0, 2.8)]);
                pen.line(&[(4.8, 5.8), (8.0, 2.6), (11.2, 5.8)]);
                pen.line(&[(2.8, 13.3), (13.2, 13.3)]);
            }
            Self::Home => {
                pen.line(&[(2.2, 8.2), (8.0, 2.8), (13.8, 8.2)]);
                pen.line(&[(4.0, 7.0), (4.0, 13.3), (12.0, 13.3), (12.0, 7.0)]);
            }
            Self::Help => {
                pen.circle((8.0, 8.0), 6.0);
                pen.arc((8.0, 6.4), 1.8, -190.0, 60.0);
                pen.line(&[(8.7, 8.0), (8.0, 8.8), (8.0, 9.4)]);
                pen.dot((8.0, 11.3), 0.8);
            }
            Self::Trash => {
                pen.line(&[(3.0, 4.5), (13.0, 4.5)]);
                pen.line(&[(6.3, 4.3), (6.3, 2.7), (9.7, 2.7), (9.7, 4.3)]);
                pen.line(&[(4.2, 4.7), (4.8, 13.4), (11.2, 13.4), (11.8, 4.7)]);
            }
            Self::Language => {
                pen.circle((8.0, 8.0), 5.7);
                pen.line(&[(2.3, 8.0), (13.7, 8.0)]);
                pen.arc((4.2, 8.0), 6.8, -56.0, 56.0);
                pen.arc((11.8, 8.0), 6.8, 124.0, 236.0);
            }
            Self::Theme => {
                pen.circle((8.0, 8.0), 5.7);
                let half: Vec<(f32, f32)> = (0..=12)
                    .map(|step| {
                        let angle = (-90.0 + step as f32 * 15.0_f32).to_radians();
                        (8.0 + 5.4 * angle.cos(), 8.0 + 5.4 * angle.sin())
                    })
                    .collect();
                pen.filled(&half);
            }
            Self::SortUp => pen.filled(&[(8.0, 5.0), (12.0, 11.0), (4.0, 11.0)]),
            Self::SortDown => pen.filled(&[(4.0, 5.0), (12.0, 5.0), (8.0, 11.0)]),
            Self::Whole => {
                for (x, y) in [(1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)] {
                    let at = |away_x: f32, away_y: f32| (8.0 + x * away_x, 8.0 + y * away_y);
                    pen.line(&[at(2.5, 5.5), at(5.5, 5.5), at(5.5, 2.5)]);
                }
            }
            Self::People => {
                pen.circle((5.6, 5.6), 2.3);
                pen.arc((5.6, 13.4), 4.1, -180.0, 0.0);
                pen.arc((10.6, 5.6), 2.3, -100.0, 120.0);
                pen.arc((10.2, 13.4), 4.1, -58.0, 0.0);
            }
            Self::Heart => {
                pen.arc((5.3, 6.0), 2.8, -225.0, 0.0);
                pen.arc((10.7, 6.0), 2.8, -180.0, 45.0);
                pen.line(&[(3.3, 8.0), (8.0, 13.2), (12.7, 8.0)]);
            }
            Self::TownHall => {
                pen.closed(&[(8.0, 2.6), (13.6, 6.2), (2.4, 6.2)]);
                for x in [4.4, 8.0, 11.6] {
                    pen.line(&[(x, 6.4), (x, 12.2)]);
                }
                pen.line(&[(2.4, 13.2), (13.6, 13.2)]);
            }
            Self::Factory => {
                let saws = [(2.5, 6.5), (6.2, 9.2), (6.2, 6.5), (9.9, 9.2), (9.9, 3.0), (13.5, 3.0)];
                pen.closed(&[&saws[..], &[(13.5, 13.2), (2.5, 13.2)]].concat());
            }
            Self::Cap => {
                pen.closed(&[(8.0, 3.2), (14.4, 6.4), (8.0, 9.6), (1.6, 6.4)]);
                pen.line(&[(4.4, 8.0), (4.4, 11.4), (8.0, 13.0), (11.6, 11.4), (11.6, 8.0)]);
                pen.line(&[(14.2, 6.6), (14.2, 11.0)]);
            }
            Self::Money => {
                pen.frame((1.6, 4.2), (14.4, 11.8), 1.2);
                pen.circle((8.0, 8.0), 1.9);
                pen.dot((4.1, 8.0), 0.8);
                pen.dot((11.9, 8.0), 0.8);
            }
        }
    }
}
