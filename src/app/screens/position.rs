//! A position on the earth as one field: "-1.2921, 36.8219", as maps show it and as it is copied from them.

use super::record::Fields;
use super::record::layout::label;
use crate::app::widgets::{TextField, form};
use crate::domain::organisation::Position;
use crate::store::Record;
use crate::t;
use egui::Ui;

/// Shows the position of a record; `set` puts it into the record.
pub fn show<T: Record>(
    ui: &mut Ui,
    fields: &mut Fields<'_, T>,
    value: Option<Position>,
    set: impl FnOnce(&mut T, Option<Position>) + Send + 'static,
) {
    let texts = fields.texts;
    let shown = value.map(|position| format!("{}, {}", position.latitude, position.longitude)).unwrap_or_default();
    let salt = (fields.id, "position");
    let refused = ui.scope_id().with(salt);
    let name = label(t!(texts, "position-label"));
    let field = TextField::new(salt, &shown).name(&name).placeholder(t!(texts, "position-placeholder"));
    let committed = form::row(ui, &name, |ui| {
        let edited = field.show(ui);
        if let Some(text) = ui.data(|data| data.get_temp::<String>(refused)) {
            form::error(ui, &t!(texts, "position-not-read", text = text));
        }
        edited
    });
    if committed.response.has_focus() {
        ui.data_mut(|data| data.remove::<String>(refused));
    }
    if let Some(text) = committed.committed {
        match read(&text) {
            Ok(position) => fields.change(move |record| set(record, position)),
            Err(()) => {
                ui.data_mut(|data| data.insert_temp(refused, text));
            }
        }
    }
}

/// Latitude and longitude in degrees, with a comma or blanks between; a decimal comma is read where the two are parted
/// by a semicolon or by blanks. Nothing where the text is empty.
fn read(text: &str) -> Result<Option<Position>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let parted = if text.contains(';') {
        text.split_once(';')
    } else if text.matches(',').count() == 1 {
        text.split_once(',')
    } else {
        text.split_once(char::is_whitespace)
    };
    let (latitude, longitude) = parted.ok_or(())?;
    let degrees = |part: &str, most: f64| -> Result<f64, ()> {
        let part = part.trim().trim_end_matches([',', '°']).replace(',', ".");
        let degrees: f64 = part.parse().map_err(|_| ())?;
        if degrees.abs() <= most { Ok(degrees) } else { Err(()) }
    };
    Ok(Some(Position { latitude: degrees(latitude, 90.0)?, longitude: degrees(longitude, 180.0)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_as_maps_and_people_write_them() {
        let read_as = |text: &str| read(text).map(|found| found.map(|at| (at.latitude, at.longitude)));
        for text in ["-1.2921, 36.8219", "-1.2921 36.8219", "-1,2921; 36,8219", "-1,2921 36,8219", "-1,2921, 36,8219"] {
            assert_eq!(read_as(text), Ok(Some((-1.2921, 36.8219))), "{text}");
        }
        assert_eq!(read_as(" "), Ok(None));
        for text in ["Nairobi", "91, 0", "0, 181", "12", "NaN, 0"] {
            assert_eq!(read_as(text), Err(()), "{text}");
        }
    }
}
