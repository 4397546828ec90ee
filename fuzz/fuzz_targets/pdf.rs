//! Files of the kind `pdf`.
#![no_main]

mod reading;

libfuzzer_sys::fuzz_target!(|data: &[u8]| reading::read(b"%PDF-1.4", data));
