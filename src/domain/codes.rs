//! Enums whose values have a permanent word in files, on the command line and in the catalogues of texts.

/// Defines an enum with a permanent code for each value: `ALL`, `code`, `parse`, `Display` and serde as the code.
macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $value,)+
        }

        impl $name {
            /// All values, in the order in which people see them.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The permanent word for this value in files and on the command line.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$value => $code,)+
                }
            }

            /// The value of a code, exactly as [`Self::code`] writes it.
            pub fn parse(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$value),)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

pub(crate) use codes;
