//! What a list offers to choose from: keys with their names, and what else a typed text may mean.

/// Choices in the order in which they are shown.
pub trait Offer {
    /// What a choice stands for.
    type Key: PartialEq + Clone;

    /// How many there are.
    fn count(&self) -> usize;
    /// What the choice at `place` stands for.
    fn key(&self, place: usize) -> &Self::Key;
    /// The name of the choice at `place`.
    fn name(&self, place: usize) -> &str;

    /// What a typed text may mean beside the choices whose names hold it, the likeliest first: "Ivory Coast".
    fn meant(&self, _typed: &str) -> Vec<Self::Key> {
        Vec::new()
    }

    /// Where the choice of a key stands.
    fn place_of(&self, key: &Self::Key) -> Option<usize> {
        (0..self.count()).find(|place| self.key(*place) == key)
    }

    /// The name of a key.
    fn name_of(&self, key: &Self::Key) -> Option<&str> {
        self.place_of(key).map(|place| self.name(place))
    }
}

/// Rows of keys and names are an offer that is found by its names alone.
macro_rules! rows_of_names {
    ($($rows:ty $(, $length:ident)?);*) => {
        $(impl<K: PartialEq + Clone, L: AsRef<str> $(, const $length: usize)?> Offer for $rows {
            type Key = K;

            fn count(&self) -> usize {
                self.len()
            }

            fn key(&self, place: usize) -> &K {
                &self[place].0
            }

            fn name(&self, place: usize) -> &str {
                self[place].1.as_ref()
            }
        })*
    };
}

rows_of_names!([(K, L)]; Vec<(K, L)>; [(K, L); N], N);
