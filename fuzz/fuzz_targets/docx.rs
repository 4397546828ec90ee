//! Files of the kind `docx`.
#![no_main]

mod reading;

libfuzzer_sys::fuzz_target!(|data: &[u8]| reading::read(b"PK", data));
