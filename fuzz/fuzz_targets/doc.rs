//! Files of the kind `doc`.
#![no_main]

mod reading;

libfuzzer_sys::fuzz_target!(|data: &[u8]| reading::read(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", data));
