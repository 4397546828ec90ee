//! What one file may cost: bytes, nesting and time.
//!
//! Readers run on a thread of their own, so that neither one that takes too long nor one that fails
//! in a way that nobody foresaw takes the run with it.

use super::ReadProblem;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// The name of the threads that readers run on.
pub const THREAD: &str = "reader";

/// Deeply nested files are read by functions that call themselves.
const STACK: usize = 64 << 20;

/// What one file may cost.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The most bytes of one file, on disk or unpacked.
    pub size: u64,
    /// The most bytes that one archive unpacks to, with the archives in it.
    pub unpacked: u64,
    /// How many archives may stand one in the other.
    pub nesting: usize,
    /// Seconds for reading one file.
    pub seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            size: 256 << 20,
            unpacked: 4 << 30,
            nesting: 4,
            seconds: 60,
        }
    }
}

/// Runs a reader; nothing when it panics.
///
/// A thread that takes too long is left to itself: it ends with the program at the latest.
pub(super) fn within<T: Send + 'static>(
    seconds: u64,
    read: impl FnOnce() -> Result<T, ReadProblem> + Send + 'static,
) -> Option<Result<T, ReadProblem>> {
    let (sender, receiver) = channel();
    let thread = std::thread::Builder::new()
        .name(THREAD.to_owned())
        .stack_size(STACK)
        .spawn(move || sender.send(read()));
    if let Err(error) = thread {
        return Some(Err(ReadProblem::Io(error)));
    }
    match receiver.recv_timeout(Duration::from_secs(seconds)) {
        Ok(read) => Some(read),
        Err(RecvTimeoutError::Timeout) => Some(Err(ReadProblem::TooSlow(seconds))),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::within;
    use crate::read::ReadProblem;

    #[test]
    fn a_reader_that_hangs_or_panics_is_left() {
        assert!(matches!(within(9, || Ok(3)), Some(Ok(3))));
        let hangs = within(0, || {
            std::thread::sleep(std::time::Duration::from_secs(1));
            Ok(())
        });
        assert!(matches!(hangs, Some(Err(ReadProblem::TooSlow(0)))));
        assert!(within(9, || -> Result<(), ReadProblem> { panic!("on purpose") }).is_none());
    }
}
