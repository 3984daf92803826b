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
use crate::domain::{Id, Kind, ListKind};

/// What a row holds.
#[derive(Debug, Clone, Default)]
pub(super) struct RowContent {
    /// Fields with their values, in the order of the list; empty cells are not among them.
    pub(super) values: Vec<(&'static Field, Value)>,
    /// What does not fit, with the name of its column.
    pub(super) left: Vec<Leftover>,
    /// Why the row cannot come in.
    pub(super) reject: Option<Rejection>,
}

impl RowContent {
    /// Keeps the row out; the first reason stands.
    fn refuse(&mut self, reason: Rejection) {
        self.reject.get_or_insert(reason);
    }
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
    pub(super) fn new(session: &'s Session, finder: &mut Finder<'_>) -> Self {
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
                let value = match (reader.read(&Cell::Text(text.clone())).value, field.names) {
                    (Value::Text(words), Some(kind)) => match finder.find(kind, &words, None) {
                        Found::One(id, name) => Value::Record(id, name),
                        Found::Several | Found::None => Value::Text(words),
                    },
                    (value, _) => value,
                };
                Some((field, value))
            })
            .collect();
        Self { session, columns, constants }
    }

    /// Reads a row.
    pub(super) fn read(&self, row: usize, finder: &mut Finder<'_>) -> RowContent {
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
        self.find_named(&mut content, finder);
        self.look_for_lost(&mut content);
        content
    }

    /// Finds the records that the row names. What is not found is left over; a part without the record that it belongs to,
    /// or one that may belong to several, is rejected.
    fn find_named(&self, content: &mut RowContent, finder: &mut Finder<'_>) {
        let kind = self.session.kind();
        let country_key = if kind == ListKind::Volunteer { "residence" } else { "country" };
        let all = content.values.iter().chain(&self.constants);
        let country = all.filter(|(field, _)| field.key == country_key).find_map(|(_, value)| match value {
            Value::Code(code) => Country::parse_code(code),
            _ => None,
        });
        for field in fields(kind) {
            let Some(named) = field.names else { continue };
            let at = content.values.iter().position(|(one, _)| one.key == field.key);
            let constant = || self.constants.iter().find(|(one, _)| field.required && one.key == field.key);
            let (text, found) = match (at.map(|at| &content.values[at].1), constant().map(|(_, value)| value)) {
                (Some(Value::Text(text)), _) => (text.clone(), finder.find(named, text, country)),
                (None, Some(Value::Text(text))) => (text.clone(), finder.find(named, text, None)),
                _ => continue,
            };
            let fed = self.columns.iter().find(|(one, _)| at.is_some() && one.key == field.key);
            let head = fed.and_then(|(_, columns)| columns.first()).map(|(column, _)| &self.session.heads()[*column]);
            let head = head.map_or(field.english, String::as_str).to_owned();
            match (found, at) {
                (Found::One(id, name), Some(at)) => content.values[at].1 = Value::Record(id, name),
                (Found::One(..), None) => {}
                (Found::Several, _) => content.refuse(Rejection::Several { head, text }),
                (Found::None, _) if field.required => content.refuse(Rejection::NotThere { head, text, kind: named }),
                (Found::None, at) => {
                    if let Some(at) = at {
                        content.values.remove(at);
                    }
                    content.left.push(Leftover { head, left: Left { text, why: Misfit::NotThere(named) }, field });
                }
            }
        }
    }

    /// What does not fit and has nowhere to be kept would be lost: such a row is rejected.
    fn look_for_lost(&self, content: &mut RowContent) {
        let kind = self.session.kind();
        let lost = content.left.iter().find(|leftover| field(kind, leftover.kept_in()).is_none());
        if let Some(Leftover { head, left, .. }) = lost.cloned() {
            content.refuse(Rejection::Misfit { head, left });
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
            // A part says nothing without what it needs, whatever a person has matched to nothing.
            let is_emptied = emptied.contains(&field.key) && !self.session.kind().is_of_parts();
            if has(content, field.key) || named_by_parts || is_emptied {
                continue;
            }
            let instead = content.left.iter().find(|leftover| leftover.field.key == field.key);
            let reason = match instead {
                Some(leftover) => Rejection::Misfit { head: leftover.head.clone(), left: leftover.left.clone() },
                None => Rejection::Nothing(field),
            };
            content.refuse(reason);
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
fn halves(content: &mut RowContent, kind: ListKind) {
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
        if !is_named_so(field, entry, value, holdings) {
            (field.set)(entry, value);
        }
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
        }
        Entry::Placement(entry) => whole_position(&mut entry.placement.position),
        Entry::Organisation(entry) => whole_position(&mut entry.organisation.position),
        _ => {}
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

/// Whether the record that a field names goes by what the row names it: where several do, the one that is there stays.
fn is_named_so(field: &Field, entry: &Entry, value: &Value, holdings: &Holdings) -> bool {
    let (Some(kind), Value::Record(_, name)) = (field.names, value) else { return false };
    let Value::Record(known, _) = (field.get)(entry) else { return false };
    holdings.named(kind, name).iter().any(|one| one.id == known)
}

/// The records that rows name: those of the office, and organisations that the import makes.
pub(super) struct Finder<'h> {
    pub(super) holdings: &'h Holdings,
    pub(super) make: bool,
    pub(super) made: Vec<Organisation>,
}

/// The record that words name, and what lists call it.
enum Found {
    One(Id, String),
    Several,
    None,
}

impl Finder<'_> {
    /// The record of a kind that goes by those words. For a record's list the one of the country where several do, else
    /// the first, and an organisation that is not there is made, if that is wanted; for a part's list neither is guessed.
    fn find(&mut self, kind: Kind, words: &str, country: Option<Country>) -> Found {
        let known = self.holdings.named(kind, words);
        if self.holdings.kind.is_of_parts() && known.len() > 1 {
            return Found::Several;
        }
        let of_country = known.iter().find(|one| one.country.is_some() && one.country == country);
        if let Some(one) = of_country.or_else(|| known.first()) {
            return Found::One(one.id, self.holdings.name(kind, Some(one.id)));
        }
        let kind = match self.holdings.kind {
            ListKind::Volunteer => OrganisationKind::DiasporaAssociation,
            ListKind::Placement => OrganisationKind::Partner,
            _ => return Found::None,
        };
        if let Some(made) = self.made.iter().find(|one| fold(&one.name) == fold(words)) {
            return Found::One(made.id, made.name.clone());
        }
        if !self.make {
            return Found::None;
        }
        let made = Organisation { name: words.to_owned(), kind, country, ..Organisation::default() };
        let found = Found::One(made.id, made.name.clone());
        self.made.push(made);
        found
    }
}
