//! The directory of a store: its marker, its lock, and whether it is a store at all.
//!
//! The lock is the system's own, on a file of the directory: it goes when the program ends, however
//! it ends. Readers share it; a writer has it alone. The database is opened only under it, because
//! a database that is read while another program writes it may show anything.

use crate::store::{FORMAT, StoreError};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Holds the lock of a store's directory until it is dropped.
pub(super) struct Guard {
    directory: PathBuf,
    _lock: File,
}

#[derive(Serialize, Deserialize)]
struct Marker {
    format: u64,
}

const MARKER: &str = "circugraph.json";
/// The marker before it has its name: a program that was stopped may leave one behind.
const NEW_MARKER: &str = "circugraph.json.new";
const LOCK: &str = "circugraph.lock";
const DATABASE: &str = "quads";
/// The names in the database. A writer takes the file away before it writes anything.
const NAMES: &str = "circugraph.names";
const NEW_NAMES: &str = "circugraph.names.new";

impl Guard {
    /// Locks `directory` to write in it, and makes it a store if it is empty or not there.
    pub(super) fn to_write(directory: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(directory).map_err(|source| file_error(directory, source))?;
        let is_new = !directory.join(MARKER).exists();
        if is_new && !is_vacant(directory)? {
            return Err(StoreError::NotAStore(directory.to_owned()));
        }
        let lock = open_lock(directory)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(locked(directory, "reading or writing")),
            Err(TryLockError::Error(source)) => {
                return Err(file_error(&directory.join(LOCK), source));
            }
        }
        if is_new {
            write_marker(directory)?;
        }
        check_marker(directory)?;
        let guard = Self::new(directory, lock);
        guard.forget_names()?;
        Ok(guard)
    }

    /// Locks `directory`, which must be a store, to read in it beside other readers.
    pub(super) fn to_read(directory: &Path) -> Result<Self, StoreError> {
        if !directory.is_dir() {
            return Err(StoreError::Missing(directory.to_owned()));
        }
        check_marker(directory)?;
        let lock = open_lock(directory)?;
        match lock.try_lock_shared() {
            Ok(()) => Ok(Self::new(directory, lock)),
            Err(TryLockError::WouldBlock) => Err(locked(directory, "writing")),
            Err(TryLockError::Error(source)) => Err(file_error(&directory.join(LOCK), source)),
        }
    }

    /// Where the database is, or will be.
    pub(super) fn database(&self) -> PathBuf {
        self.directory.join(DATABASE)
    }

    /// Keeps `names` until somebody writes again.
    pub(super) fn keep_names(&self, names: &str) -> Result<(), StoreError> {
        let path = self.directory.join(NEW_NAMES);
        let write = || {
            let mut file = File::create(&path)?;
            file.write_all(names.as_bytes())?;
            file.sync_all()
        };
        write().map_err(|source| file_error(&path, source))?;
        let kept = self.directory.join(NAMES);
        fs::rename(&path, kept).map_err(|source| file_error(&path, source))
    }

    /// The names kept; a file that cannot be read is as none, for the database has them too.
    pub(super) fn kept_names(&self) -> Option<String> {
        fs::read_to_string(self.directory.join(NAMES)).ok()
    }

    fn forget_names(&self) -> Result<(), StoreError> {
        let path = self.directory.join(NAMES);
        match fs::remove_file(&path) {
            Ok(()) => {
                // So that they are not there again after a power failure; not every system can do it.
                let _ = File::open(&self.directory).and_then(|directory| directory.sync_all());
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(file_error(&path, error)),
        }
    }

    fn new(directory: &Path, lock: File) -> Self {
        Self {
            directory: directory.to_owned(),
            _lock: lock,
        }
    }
}

/// True when the directory holds nothing but what a program leaves that was stopped before it wrote
/// its marker.
fn is_vacant(directory: &Path) -> Result<bool, StoreError> {
    for entry in fs::read_dir(directory).map_err(|source| file_error(directory, source))? {
        let name = entry
            .map_err(|source| file_error(directory, source))?
            .file_name();
        if name != LOCK && name != NEW_MARKER {
            return Ok(false);
        }
    }
    Ok(true)
}

fn write_marker(directory: &Path) -> Result<(), StoreError> {
    let path = directory.join(NEW_MARKER);
    let text = format!("{{\"format\":{FORMAT}}}\n");
    fs::write(&path, text).map_err(|source| file_error(&path, source))?;
    fs::rename(&path, directory.join(MARKER)).map_err(|source| file_error(&path, source))
}

fn check_marker(directory: &Path) -> Result<(), StoreError> {
    let path = directory.join(MARKER);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(StoreError::NotAStore(directory.to_owned()));
        }
        Err(source) => return Err(file_error(&path, source)),
    };
    let Ok(marker) = serde_json::from_str::<Marker>(&text) else {
        return Err(StoreError::NotAStore(directory.to_owned()));
    };
    if marker.format == FORMAT {
        Ok(())
    } else {
        Err(StoreError::OtherFormat {
            directory: directory.to_owned(),
            found: marker.format,
        })
    }
}

/// Opens the lock file to write where that is allowed, else to read: a store on a medium that
/// cannot be written can still be read.
fn open_lock(directory: &Path) -> Result<File, StoreError> {
    let path = directory.join(LOCK);
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .or_else(|error| File::open(&path).map_err(|_| error))
        .map_err(|source| file_error(&path, source))
}

fn locked(directory: &Path, doing: &'static str) -> StoreError {
    StoreError::Locked {
        directory: directory.to_owned(),
        doing,
    }
}

fn file_error(path: &Path, source: io::Error) -> StoreError {
    StoreError::File {
        path: path.to_owned(),
        source,
    }
}
