//! One row of a sheet, read by the mapping: what goes into which field, and what is left over.

use super::entry::Entry;
use super::field::{Field, Join, simple};
use super::fields::{field, fields};
use super::holdings::Holdings;
use super::read::{Left, Misfit, Reader};
use super::rejection::Rejection;
use super::session::Session;
use super::table::Cell;
use super::value::Value;
use super::volunteer_fields::complete_name;
use crate::domain::organisation::{Organisation, OrganisationKind, Position};
use crate::domain::reference::{Country, Tongue};
use crate::domain::text::fold;
use crate::domain::{Id, Kind};

/// What a row holds.
#[derive(Debug, Clone, Default)]
pub(super) struct RowContent {
    /// Fields with their values, in the order of the list; empty cells are not among them.
    pub(super) values: Vec<(&'static Field, Value)>,
    /// What does not fit, with the name of its column.
    pub(super) left: Vec<Leftover>,
    /// Why the row cannot come in.
    pub(super) reject: Option<Rejection>,
    /// The organisation that it names, and how that writes its name.
    organisation: Option<(Id, String)>,
}

/// A text that does not fit its field, and where it is kept instead.
#[derive(Debug, Clone)]
pub(super) struct Leftover {
    pub(super) head: String,
    pub(super) left: Left,
    /// The field that it was for.
    pub(super) field: &'static Field,
}

impl Leftover {
    /// Where the text is kept: the field named for it, or the notes.
    pub(super) fn kept_in(&self) -> &'static str {
        self.field.spill.unwrap_or("notes")
    }

    fn line(&self) -> String {
        format!("{}: {}", label(&self.head), self.left.text)
    }
}

/// The name of a column for people: without the part in brackets.
fn label(head: &str) -> &str {
    match head.find('[') {
        Some(at) if at > 0 => head[..at].trim(),
        _ => head.trim(),
    }
}

/// A mapping made ready for reading rows.
pub(super) struct RowReader<'s> {
    session: &'s Session,
    /// For each field the columns that feed it, in their order.
    columns: Vec<(&'static Field, Vec<(usize, Reader<'s>)>)>,
    constants: Vec<(&'static Field, Value)>,
}

impl<'s> RowReader<'s> {
    pub(super) fn new(session: &'s Session) -> Self {
        let kind = session.kind();
        let mut columns = Vec::new();
        for field in fields(kind) {
            let feeding: Vec<_> = (0..session.heads().len())
                .filter(|column| session.field_of(*column).is_some_and(|fed| fed.key == field.key))
                .filter_map(|column| Some((column, session.reader(column)?)))
                .collect();
            if !feeding.is_empty() {
                columns.push((field, feeding));
            }
        }
        let constants = fields(kind)
            .iter()
            .filter_map(|field| {
                let text = session.mapping().constants.get(field.key)?;
                let reader = Reader { shape: field.shape, order: None, matches: &NO_MATCHES, today: session.today() };
                Some((field, reader.read(&Cell::Text(text.clone())).value))
            })
            .collect();
        Self { session, columns, constants }
    }

    /// Reads a row.
    pub(super) fn read(&self, row: usize, organisations: &mut Organisations<'_>) -> RowContent {
        let mut content = RowContent::default();
        let mut emptied = Vec::new();
        for (field, columns) in &self.columns {
            let mut parts = Vec::new();
            for (column, reader) in columns {
                let head = &self.session.heads()[*column];
                let reading = reader.read(self.session.table().cell(row, *column));
                if reading.emptied {
                    emptied.push(field.key);
                }
                content.left.extend(reading.left.into_iter().map(|left| Leftover { head: head.clone(), left, field }));
                if !reading.value.is_nothing() {
                    parts.push((head.as_str(), reading.value));
                }
            }
            if field.join == Join::Never {
                leave_seconds(field, &mut parts, &mut content.left);
            }
            if let Some(value) = join(field, parts) {
                content.values.push((field, value));
            }
        }
        self.look_for_required(&mut content, &emptied);
        halves(&mut content, self.session.kind());
        self.find_organisation(&mut content, organisations);
        content
    }

    fn find_organisation(&self, content: &mut RowContent, organisations: &mut Organisations<'_>) {
        let (key, country_key, kind) = match self.session.kind() {
            Kind::Volunteer => ("diaspora_organisation", "residence", OrganisationKind::DiasporaAssociation),
            Kind::Placement => ("organisation", "country", OrganisationKind::Partner),
            _ => return,
        };
        let all = content.values.iter().chain(&self.constants);
        let country = all.filter(|(field, _)| field.key == country_key).find_map(|(_, value)| match value {
            Value::Code(code) => Country::parse_code(code),
            _ => None,
        });
        let Some(at) = content.values.iter().position(|(field, _)| field.key == key) else { return };
        let (field, value) = content.values.remove(at);
        let Value::Text(name) = value else { return };
        content.organisation = organisations.find(&name, country, kind);
        if content.organisation.is_none() {
            let left = Left { text: name, why: Misfit::NoOrganisation };
            content.left.push(Leftover { head: field.english.to_owned(), left, field });
        }
    }

    /// A row without what every row needs is rejected, with what stands there instead.
    fn look_for_required(&self, content: &mut RowContent, emptied: &[&str]) {
        let has = |content: &RowContent, key: &str| {
            content.values.iter().any(|(field, _)| field.key == key)
                || self.constants.iter().any(|(field, value)| field.key == key && !value.is_nothing())
        };
        for field in fields(self.session.kind()).iter().filter(|field| field.required) {
            let named_by_parts =
                field.key == "full_name" && (has(content, "given_name") || has(content, "family_name"));
            if has(content, field.key) || named_by_parts || emptied.contains(&field.key) || content.reject.is_some() {
                continue;
            }
            let instead = content.left.iter().find(|leftover| leftover.field.key == field.key);
            content.reject = Some(match instead {
                Some(leftover) => Rejection::Misfit { head: leftover.head.clone(), left: leftover.left.clone() },
                None => Rejection::Nothing(field),
            });
        }
    }

    /// A new record: what the office says for all rows, then what the row says.
    pub(super) fn new_entry(&self, content: &RowContent, holdings: &Holdings) -> Option<Entry> {
        let mut entry = Entry::empty(self.session.kind())?;
        for (field, value) in &self.constants {
            (field.set)(&mut entry, value);
        }
        apply(&mut entry, None, content, holdings);
        Some(entry)
    }
}

static NO_MATCHES: super::read::Matches = super::read::Matches::new();

/// A field that takes one value keeps the first; another one is left over.
fn leave_seconds(field: &'static Field, parts: &mut Vec<(&str, Value)>, left: &mut Vec<Leftover>) {
    while parts.len() > 1 {
        let Some((head, value)) = parts.pop() else { return };
        if value != parts[0].1 {
            let second = Left { text: field.text(&value, Tongue::English), why: Misfit::Second };
            left.push(Leftover { head: head.to_owned(), left: second, field });
        }
    }
}

/// Several columns that feed one field.
fn join(field: &Field, parts: Vec<(&str, Value)>) -> Option<Value> {
    if field.join == Join::Paragraphs {
        let own_name =
            |head: &str| [field.key, field.english, field.french].iter().any(|name| simple(name) == simple(head));
        let alone = parts.len() == 1 && field.key != "notes";
        let texts: Vec<String> = parts
            .iter()
            .map(|(head, value)| match value {
                Value::Text(text) if own_name(head) || alone => text.clone(),
                value => format!("{}: {}", label(head), field.text(value, Tongue::English)),
            })
            .collect();
        return (!texts.is_empty()).then(|| Value::Text(texts.join("\n\n")));
    }
    let mut values = parts.into_iter().map(|(_, value)| value);
    let mut joined = values.next()?;
    if field.join == Join::Never {
        return Some(joined);
    }
    for value in values {
        match (&mut joined, value) {
            // A town is often its own district.
            (Value::Text(text), Value::Text(more)) if text.split(", ").any(|part| part == more) => {}
            (Value::Text(text), Value::Text(more)) => *text = format!("{text}, {more}"),
            (Value::Codes(codes), Value::Codes(more)) => {
                codes.extend(more.into_iter().filter(|code| !codes.contains(code)).collect::<Vec<_>>());
            }
            (Value::Texts(texts), Value::Texts(more)) => texts.extend(more),
            (Value::Languages(languages), Value::Languages(more)) => {
                let new = |(code, _): &(&str, _)| !languages.iter().any(|(known, _)| known == code);
                let new: Vec<_> = more.into_iter().filter(new).collect();
                languages.extend(new);
            }
            (Value::Skills(skills), Value::Skills(more)) => {
                let new: Vec<_> = more
                    .into_iter()
                    .filter(|item| !skills.iter().any(|known| fold(&known.name) == fold(&item.name)))
                    .collect();
                skills.extend(new);
            }
            _ => {}
        }
    }
    Some(joined)
}

/// A latitude without a longitude is no position: it is left over.
fn halves(content: &mut RowContent, kind: Kind) {
    let at = |content: &RowContent, key: &str| content.values.iter().position(|(field, _)| field.key == key);
    let lone = match (at(content, "latitude"), at(content, "longitude")) {
        (Some(one), None) | (None, Some(one)) => one,
        _ => return,
    };
    let (alone, value) = content.values.remove(lone);
    let Some(field) = field(kind, alone.key) else { return };
    let left = Left { text: field.text(&value, Tongue::English), why: Misfit::HalfPosition };
    content.left.push(Leftover { head: field.english.to_owned(), left, field });
}

/// Puts the content of a row into a record, and keeps what does not fit in words. `before` is the record as it was.
pub(super) fn apply(entry: &mut Entry, before: Option<&Entry>, content: &RowContent, holdings: &Holdings) {
    for (field, value) in &content.values {
        (field.set)(entry, value);
    }
    match entry {
        Entry::Volunteer(entry) => {
            let before = match before {
                Some(Entry::Volunteer(before)) => Some(&before.volunteer),
                _ => None,
            };
            if !content.values.iter().any(|(field, _)| field.key == "full_name") {
                complete_name(before, &mut entry.volunteer);
            }
            link(&mut entry.volunteer.diaspora_organisation, &mut entry.diaspora_organisation, content, holdings);
        }
        Entry::Placement(entry) => {
            link(&mut entry.placement.organisation, &mut entry.organisation, content, holdings);
            whole_position(&mut entry.placement.position);
        }
        Entry::Organisation(entry) => whole_position(&mut entry.organisation.position),
        Entry::Practice(_) => {}
    }
    let kind = entry.kind();
    for leftover in &content.left {
        let Some(target) = field(kind, leftover.kept_in()) else { continue };
        let kept = match (target.get)(entry) {
            Value::Text(text) => text,
            _ => String::new(),
        };
        let in_words = target.join != Join::Paragraphs;
        let text = match (in_words, kept.is_empty()) {
            (true, true) => leftover.left.text.clone(),
            (true, false) => continue,
            (false, true) => leftover.line(),
            (false, false) if kept.contains(&leftover.line()) => continue,
            (false, false) => format!("{kept}\n\n{}", leftover.line()),
        };
        (target.set)(entry, &Value::Text(text));
    }
}

fn whole_position(position: &mut Option<Position>) {
    *position = position.filter(|at| at.latitude.is_finite() && at.longitude.is_finite());
}

/// Links the organisation that the row names. Where several share the name, the one that is linked stays.
fn link(id: &mut Option<Id>, name: &mut String, content: &RowContent, holdings: &Holdings) {
    let Some((found, written)) = &content.organisation else { return };
    if id.is_none_or(|id| !holdings.is_named(id, written)) {
        *id = Some(*found);
        name.clone_from(written);
    }
}

/// The organisations that rows name: those of the office, and those that the import makes.
pub(super) struct Organisations<'h> {
    pub(super) holdings: &'h Holdings,
    pub(super) make: bool,
    pub(super) made: Vec<Organisation>,
}

impl Organisations<'_> {
    /// The organisation of a name; one that is not there is made, if that is wanted.
    fn find(&mut self, name: &str, country: Option<Country>, kind: OrganisationKind) -> Option<(Id, String)> {
        if let Some(known) = self.holdings.organisation(name, country) {
            return Some((known.id, known.name.clone()));
        }
        if let Some(made) = self.made.iter().find(|one| fold(&one.name) == fold(name)) {
            return Some((made.id, made.name.clone()));
        }
        if !self.make {
            return None;
        }
        let made = Organisation { name: name.to_owned(), kind, country, ..Organisation::default() };
        let found = (made.id, made.name.clone());
        self.made.push(made);
        Some(found)
    }
}
