//! Archives and mail, opened in memory like archives in archives.
#![no_main]

use circugraph::read::{Limits, Options, walk};
use std::io::Write;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let options = Options {
        limits: Limits {
            size: 16 << 20,
            unpacked: 64 << 20,
            seconds: 20,
            ..Limits::default()
        },
        ..Options::default()
    };
    let path = std::env::temp_dir().join(format!("fuzz-container-{}", std::process::id()));
    let mut file = std::fs::File::create(&path).expect("a file");
    file.write_all(data).expect("written");
    let mut met = 0;
    walk(&[path], &options, &mut |_| met += 1);
});
