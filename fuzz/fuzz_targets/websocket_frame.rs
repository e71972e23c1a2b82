//! Any bytes may come through a socket: the parser never panics, and how the network cuts them makes no difference.
#![no_main]
use libfuzzer_sys::fuzz_target;
use web::live::frame::replay;

fuzz_target!(|bytes: &[u8]| {
    let piece = bytes.first().map_or(1, |b| usize::from(*b % 32) + 1);
    assert_eq!(replay(bytes, piece, 1000), replay(bytes, usize::MAX, 1000));
});
