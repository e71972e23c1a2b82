//! Any body may come to `POST /api/v1/acts/{name}`, and any form to a page: reading them never panics, and says which field is wrong.
#![no_main]
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| web::act::replay(bytes));
