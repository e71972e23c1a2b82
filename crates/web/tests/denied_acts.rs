//! Every denied act leaves an entry in the audit trail: by whom, what, why, from where; whichever door it came to.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use floor_stage::{Signed, Stage};

const NONE: &str = "--edge--\r\n";

/// Posts to a page of a seat, from our own pages or from elsewhere, with the seat's cookie or without.
fn post(stage: &Stage, to: &str, cookie: Option<&Signed>, site: &str) -> StatusCode {
    let mut request = Request::post(to).header("sec-fetch-site", site);
    request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    if let Some(who) = cookie {
        request = request.header(header::COOKIE, &who.cookie);
    }
    stage.send(request.body(Body::from(NONE)).unwrap()).0
}

/// The trail: seat, act and reason of each entry.
fn trail(stage: &Stage) -> Vec<(Option<u64>, String, String)> {
    let records = stage.house.side().audit(0, 1_000).unwrap();
    assert!(records.iter().all(|r| r.entry.at_ms > 0));
    records.into_iter().map(|r| (r.entry.seat, r.entry.act, r.entry.reason)).collect()
}

#[test]
fn an_act_that_is_denied_at_any_door_leaves_an_entry() {
    let mut stage = Stage::new();
    let delegate = stage.delegate(1);
    let (seat, number) = (delegate.seat, Some(u64::from(delegate.seat.0)));
    let doors = [
        ("upload/organisations", "import-organisations"),
        ("upload/organisations/confirm", "import-organisations"),
        ("upload/representatives", "import-representatives"),
        ("upload/representatives/confirm", "import-representatives"),
        ("upload/evidence", "keep-evidence"),
        ("upload/scans", "sync-scans"),
        ("letters/mark-printed", "mark-letters-printed"),
        ("letters/retry", "retry-letters"),
        ("act/request-floor", "request-floor"),
    ];
    let mut expected = trail(&stage);
    for (door, act) in doors {
        let to = format!("/as/{seat}/{door}");
        if act != "request-floor" {
            assert_eq!(post(&stage, &to, Some(&delegate), "same-origin"), StatusCode::FORBIDDEN, "{door}");
            expected.push((number, act.to_owned(), "role-may-not".to_owned()));
        }
        assert_eq!(post(&stage, &to, Some(&delegate), "cross-site"), StatusCode::FORBIDDEN, "{door}");
        expected.push((number, act.to_owned(), "other-site".to_owned()));
        assert_eq!(post(&stage, &to, None, "same-origin"), StatusCode::UNAUTHORIZED, "{door}");
        expected.push((None, act.to_owned(), "not-signed-in".to_owned()));
        assert_eq!(trail(&stage), expected, "{door}");
    }
    // A seat that is not the holder's own, an act that there is not, a link that is wrong, a program without a token.
    assert_eq!(post(&stage, "/as/seat-1/act/end-seat", Some(&delegate), "same-origin"), StatusCode::UNAUTHORIZED);
    expected.push((None, "end-seat".to_owned(), "not-signed-in".to_owned()));
    post(&stage, &format!("/as/{seat}/act/%3Cscript%3E"), None, "same-origin");
    expected.push((None, "unknown".to_owned(), "not-signed-in".to_owned()));
    let wrong = Request::post("/act/redeem-invitation").header("sec-fetch-site", "same-origin");
    assert_eq!(stage.send(wrong.body(Body::from("token=guessed")).unwrap()).0, StatusCode::CONFLICT);
    expected.push((None, "redeem-invitation".to_owned(), "invitation-not-open".to_owned()));
    for door in ["/sign-in/begin", "/sign-in/finish"] {
        assert_eq!(post(&stage, door, None, "cross-site"), StatusCode::FORBIDDEN, "{door}");
        expected.push((None, "sign-in".to_owned(), "other-site".to_owned()));
    }
    let program = Request::post("/api/v1/acts/end-seat").header("idempotency-key", "00000000000000000000000000000009");
    assert_eq!(stage.send(program.body(Body::from("{\"seat\":\"seat-1\"}")).unwrap()).0, StatusCode::UNAUTHORIZED);
    expected.push((None, "end-seat".to_owned(), "not-signed-in".to_owned()));
    // And what the writer denies.
    stage.post(&delegate, "end-seat", "", "seat=seat-1");
    expected.push((number, "end-seat".to_owned(), "role-may-not".to_owned()));
    assert_eq!(trail(&stage), expected);
    let office = stage.signed("secretariat");
    let (_, page) = stage.page(&office, "trail");
    assert!(page.contains("import-organisations") && page.contains("sent from another site"), "{page}");
}

#[test]
fn a_stranger_cannot_fill_the_trail() {
    let stage = Stage::open();
    for _ in 0..300 {
        post(&stage, "/as/seat-1/letters/retry", None, "same-origin");
    }
    let entries = trail(&stage).len();
    assert!((90..200).contains(&entries), "{entries}");
}
