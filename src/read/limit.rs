//! What one file may cost: bytes, nesting and time.
//!
//! Readers run on a thread of their own, so that neither one that takes too long nor one that fails
//! in a way that nobody foresaw takes the run with it.

use super::ReadProblem;
use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

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

thread_local! {
    static IS_READER: Cell<bool> = const { Cell::new(false) };
}

/// True on a thread that a file is being read on: a panic there makes the file a damaged one, and
/// needs no message of its own.
pub fn is_reader() -> bool {
    IS_READER.get()
}

/// Bytes that make the thread that reads them a reader's, for libraries that start threads.
pub(super) struct OnReader<R>(pub(super) R);

impl<R: Read> Read for OnReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        IS_READER.set(true);
        self.0.read(buffer)
    }
}

impl<R: Seek> Seek for OnReader<R> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        IS_READER.set(true);
        self.0.seek(place)
    }
}

/// How many readers go on after their time is over. A thread cannot be ended from outside; what can be
/// bounded is how many of them there are.
static OVERDUE: Mutex<usize> = Mutex::new(0);

/// Told when one of them ends after all.
static ENDED: Condvar = Condvar::new();

/// The most of them beside which another file is read.
const MOST_OVERDUE: usize = 4;

/// Whether a reader's time is over, as seen from both sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Reading,
    Overdue,
    Done,
}

/// Runs a reader; nothing when it panics.
///
/// One that takes too long is left to itself and ends with the program at the latest. Where several
/// were left so, the next waits for one of them to end, and gives up after as long as it may take
/// itself.
pub(super) fn within<T: Send + 'static>(
    seconds: u64,
    read: impl FnOnce() -> Result<T, ReadProblem> + Send + 'static,
) -> Option<Result<T, ReadProblem>> {
    let time = Duration::from_secs(seconds);
    if !has_room(time) {
        return Some(Err(ReadProblem::Overdue(MOST_OVERDUE)));
    }
    let (sender, receiver) = channel();
    let progress = Arc::new(Mutex::new(Progress::Reading));
    let end = End(progress.clone());
    let thread = std::thread::Builder::new()
        .name("reader".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            IS_READER.set(true);
            let _end = end;
            sender.send(read())
        });
    if let Err(error) = thread {
        return Some(Err(ReadProblem::Io(error)));
    }
    match receiver.recv_timeout(time) {
        Ok(read) => Some(read),
        Err(RecvTimeoutError::Timeout) => {
            let mut progress = lock(&progress);
            if *progress == Progress::Reading {
                *progress = Progress::Overdue;
                *lock(&OVERDUE) += 1;
            }
            Some(Err(ReadProblem::TooSlow(seconds)))
        }
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Waits until there are few enough readers whose time is over.
fn has_room(time: Duration) -> bool {
    let overdue = lock(&OVERDUE);
    let waited = ENDED.wait_timeout_while(overdue, time, |overdue| *overdue >= MOST_OVERDUE);
    let (overdue, _) = waited.unwrap_or_else(PoisonError::into_inner);
    *overdue < MOST_OVERDUE
}

/// Tells, when it is dropped, that the reader has ended, in whatever way.
struct End(Arc<Mutex<Progress>>);

impl Drop for End {
    fn drop(&mut self) {
        let progress = std::mem::replace(&mut *lock(&self.0), Progress::Done);
        if progress == Progress::Overdue {
            *lock(&OVERDUE) -= 1;
            ENDED.notify_all();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{MOST_OVERDUE, OnReader, is_reader, within};
    use crate::read::ReadProblem;
    use std::io::Read;
    use std::sync::mpsc::channel;

    #[test]
    fn a_reader_that_panics_is_left() {
        assert!(matches!(within(9, || Ok(3)), Some(Ok(3))));
        assert!(within(9, || -> Result<(), ReadProblem> { panic!("on purpose") }).is_none());
    }

    #[test]
    fn threads_of_libraries_are_known_by_what_they_read() {
        assert!(!is_reader());
        let started = || {
            let mut bytes = OnReader(&b"letter"[..]);
            let library = std::thread::spawn(move || {
                let before = is_reader();
                let read = bytes.read(&mut [0; 3]).is_ok();
                (before, read, is_reader())
            });
            Ok((is_reader(), library.join().expect("it ends")))
        };
        let seen = within(9, started);
        assert!(matches!(seen, Some(Ok((true, (false, true, true))))));
    }

    #[test]
    fn readers_that_hang_are_left_and_not_heaped_up() {
        let mut waiting = Vec::new();
        for _ in 0..MOST_OVERDUE {
            let (sender, receiver) = channel::<()>();
            waiting.push(sender);
            let hangs = within(0, move || {
                receiver.recv().ok();
                Ok(())
            });
            assert!(matches!(hangs, Some(Err(ReadProblem::TooSlow(0)))));
        }
        assert!(matches!(
            within(0, || Ok(())),
            Some(Err(ReadProblem::Overdue(MOST_OVERDUE)))
        ));
        // Those that end make room.
        waiting.clear();
        assert!(matches!(within(60, || Ok(3)), Some(Ok(3))));
    }
}
