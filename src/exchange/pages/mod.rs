//! Pages about one mission, ready to print: the volunteer's briefing and the certificate of service, in English and
//! French. They are made of what the office file holds; the window and the command line write the same ones.

mod briefing;
mod certificate;
mod words;

pub use briefing::briefing;
pub use certificate::{CertificateError, certificate};
