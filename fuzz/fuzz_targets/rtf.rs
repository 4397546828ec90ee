//! Files of the kind `rtf`.
#![no_main]

mod reading;

libfuzzer_sys::fuzz_target!(|data: &[u8]| reading::read(b"{\\rtf1", data));
