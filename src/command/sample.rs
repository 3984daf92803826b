//! A sample office: believable people in a file of its own.

use super::arguments::Sample;
use super::failure::Failure;
use super::{create, prepare, today};
use crate::exchange::sample::{self, SampleSize};
use crate::store::Progress;
use std::io::Write;

pub(super) fn sample(asked: &Sample, out: &mut dyn Write) -> Result<(), Failure> {
    let today = today()?;
    let Sample { volunteers, placements, missions, seed, .. } = *asked;
    let size = SampleSize { volunteers, placements, missions, seed };
    let mut office = create(&asked.file, &sample::office())?;
    prepare(&mut office, today);
    let today = office.today();
    if let Err(error) = sample::fill(&mut office, &size, today, &Progress::default()) {
        // An empty office under the name of a sample helps nobody.
        drop(office);
        let _ = std::fs::remove_file(&asked.file);
        let _ = std::fs::remove_file(crate::store::key_file_path(&asked.file));
        return Err(error.into());
    }
    let [volunteers, organisations, placements, missions, practices] = office.counts()?;
    writeln!(
        out,
        "made {}: {volunteers} volunteers, {organisations} organisations, {placements} placements, {missions} missions, {practices} practices",
        asked.file.display()
    )?;
    Ok(())
}
