//! Pages about one mission, in English and French: the volunteer's briefing and the certificate of service, ready to
//! print, and forms for its reports that are filled in elsewhere and taken back. They are made of what the office file holds; the window and the command line write the same ones.

mod briefing;
mod certificate;
mod report_form;
mod words;

pub use briefing::briefing;
pub use certificate::{CertificateError, certificate};
pub use report_form::{FormError, take_form, write_form};
