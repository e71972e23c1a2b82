//! The pages of the secretariat, the focal point and the venue's desk, as a browser without JavaScript sees and presses them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#[allow(dead_code, reason = "the stage serves several files of tests")]
mod floor_stage;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use floor_stage::{Signed, Stage};
use serde_json::json;

/// Sends a form with a file.
fn upload(stage: &Stage, who: &Signed, to: &str, fields: &[(&str, &str)], file: Option<(&str, &str)>) -> (StatusCode, String) {
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    if let Some((name, content)) = file {
        body.push_str(&format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n{content}\r\n"));
    }
    body.push_str("--edge--\r\n");
    let request = Request::post(format!("/as/{}/{to}", who.seat))
        .header(header::COOKIE, &who.cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    stage.send(request.body(Body::from(body)).unwrap())
}

fn post_to(stage: &Stage, who: &Signed, to: &str, form: &str) -> (StatusCode, String) {
    let request = Request::post(format!("/as/{}/{to}", who.seat))
        .header(header::COOKIE, &who.cookie)
        .header("sec-fetch-site", "same-origin");
    stage.send(request.body(Body::from(form.to_owned())).unwrap())
}

/// The value of a hidden field.
fn value<'p>(page: &'p str, name: &str) -> &'p str {
    let from = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    page[from..].split('"').nth(3).unwrap()
}

#[test]
fn an_empty_house_says_what_to_do_first_and_every_page_shows() {
    let mut stage = Stage::open();
    let office = stage.signed("secretariat");
    let (status, page) = stage.page(&office, "");
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("There is no summit yet") && page.contains("programme-edit?new=summit"), "{page}");
    for path in
        ["directory", "programme-edit", "accreditation", "presence", "paper", "letters", "seats", "trail", "directory?new=list"]
    {
        let (status, page) = stage.page(&office, path);
        assert_eq!(status, StatusCode::OK, "{path}: {page}");
    }
    let (status, to) = stage.post(
        &office,
        "register-organisation",
        "directory?new=organisation",
        "names.en=Blue+Kite+Party&names.ar=%D8%AD%D8%B2%D8%A8&home=KE&category=member&_next=directory",
    );
    assert_eq!(
        (status, to.as_str()),
        (StatusCode::SEE_OTHER, format!("/as/{}/directory?done=register-organisation", office.seat).as_str())
    );
    let (status, to) = stage.post(&office, "convene-summit", "programme-edit?new=summit",
        "themes.en=Clean+water&opens=2027-03-22&closes=2027-03-24&conveners%5B%5D=org-1&languages%5B%5D=en&languages%5B%5D=fr&_next=programme-edit");
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    let (_, page) = stage.page(&office, "");
    assert!(page.contains("no main venue yet"), "{page}");
    let (status, to) = stage.post(&office, "add-venue", "programme-edit?new=venue",
        "summit=summit-1&names.en=Nairobi+Hall&kind=main&city=Nairobi&country=KE&zone=Africa%2FNairobi&capacity=400&host=org-1&languages%5B%5D=en&_next=programme-edit");
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    // Ends before it begins: the page comes back with what was typed, and its forms still lead to the right place.
    let (status, page) = stage.post(
        &office,
        "schedule-meeting",
        "programme-edit?new=meeting",
        "kind=plenary&titles.en=Opening&venue=venue-1&start=2027-03-22T10:00&end=2027-03-22T09:00&_next=programme-edit",
    );
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(
        page.contains("value=\"Opening\"") && page.contains(&format!("action=\"/as/{}/act/schedule-meeting\"", office.seat)),
        "{page}"
    );
    assert_eq!(value(&page, "_page"), "programme-edit?new=meeting");
}

#[test]
fn a_list_is_looked_at_before_it_is_entered_and_bad_lines_explain_themselves() {
    let mut stage = Stage::new();
    let office = stage.signed("secretariat");
    let bad = "name,country\nPaper Crane Society,China\nNowhere League,Atlantis\n";
    let (status, page) = upload(&stage, &office, "upload/organisations", &[], Some(("parties.csv", bad)));
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Nothing was changed") && page.contains("Atlantis") && page.contains("No country is known"), "{page}");
    assert_eq!(stage.house.state().directory.len(), 4, "looking changes nothing");
    let digest = value(&page, "digest").to_owned();
    let (status, _) = post_to(&stage, &office, "upload/organisations/confirm", &format!("digest={digest}"));
    assert_eq!(status, StatusCode::CONFLICT, "all or nothing, unless bad lines may be skipped");
    assert_eq!(stage.house.state().directory.len(), 4);
    let (status, csv) = stage.page(&office, "upload/organisations/rejects");
    assert!(status == StatusCode::OK && csv.contains("Atlantis") && csv.contains("reason"), "{csv}");
    let (status, to) =
        post_to(&stage, &office, "upload/organisations/confirm", &format!("digest={digest}&skip_bad=true&invite=true"));
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    assert_eq!(stage.house.state().directory.len(), 5);
    assert_eq!(stage.house.state().accreditation.of_organisation("summit-1".parse().unwrap(), "org-5".parse().unwrap()).len(), 1);
    let (status, _) = post_to(&stage, &office, "upload/organisations/confirm", &format!("digest={digest}&skip_bad=true"));
    assert_eq!(status, StatusCode::GONE, "a list is entered once");
    let people = "organisation,family,given,function,rank,email\nPaper Crane Society,Li,Example,Secretary,head,li@example.org\n";
    let (status, page) = upload(&stage, &office, "upload/representatives", &[], Some(("people.csv", people)));
    assert_eq!(status, StatusCode::OK, "{page}");
    let form = format!("digest={}", value(&page, "digest"));
    let (status, to) = post_to(&stage, &office, "upload/representatives/confirm", &form);
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    let (_, page) = stage.page(&office, "accreditation?of=delegation-5");
    assert!(page.contains("Example Li") && page.contains("Head of delegation"), "{page}");
    let delegate = stage.delegate(1);
    let (status, _) = upload(&stage, &delegate, "upload/organisations", &[], Some(("parties.csv", bad)));
    assert_eq!(status, StatusCode::FORBIDDEN);
}

#[test]
fn a_delegation_goes_from_the_focal_point_to_its_seat() {
    let mut stage = Stage::new();
    let office = stage.signed("secretariat");
    stage.act("register-organisation", json!({ "names": { "en": "Fjord Council" }, "home": "NO", "category": "member" }));
    let (status, to) = stage.post(
        &office,
        "invite-organisation",
        "accreditation?view=invite",
        "summit=summit-1&organisation=org-5&contact.family=Fjell&contact.email=f%40example.org&_next=accreditation",
    );
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    let focal = stage.signed_with("focal-point", json!({ "organisation": "org-5", "summit": "summit-1" }));
    let (_, page) = stage.page(&focal, "delegation");
    assert!(page.contains("Fjord Council") && page.contains("Nobody is entered yet"), "{page}");
    let (status, to) = stage.post(
        &focal,
        "enter-member",
        "delegation",
        "delegation=delegation-5&rank=head&person.family=Dahl&person.given=Kari&_next=delegation",
    );
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    let (_, page) = stage.page(&focal, "delegation");
    assert!(page.contains("Kari Dahl") && page.contains("act/submit-credentials"), "{page}");
    stage.post(&focal, "submit-credentials", "delegation", "delegation=delegation-5&_next=delegation");
    let (_, page) = stage.page(&office, "");
    assert!(page.contains("1 delegation has submitted"), "{page}");
    stage.post(&office, "verify-credentials", "accreditation?of=delegation-5", "delegation=delegation-5");
    let (_, page) = stage.page(&office, "accreditation?of=delegation-5&do=challenge-credentials");
    assert!(page.contains("name=\"reason\""), "{page}");
    let (_, page) = stage.page(&office, "accreditation?state=verified");
    assert!(page.contains("act/accept-all-verified") && page.contains("Fjord Council"), "{page}");
    stage.post(&office, "accept-all-verified", "accreditation", "summit=summit-1");
    let (_, page) = stage.page(&office, "accreditation?of=delegation-5&view=badges");
    assert!(page.contains("badge-code") && page.contains("Kari Dahl"), "{page}");
    let (_, page) = stage.page(&focal, "accreditation?of=delegation-5");
    assert!(!page.contains("Kari Dahl"), "the secretariat's page is the secretariat's alone: {page}");
}

#[test]
fn the_desk_sees_who_arrives_at_its_venue_and_hands_in_what_it_scanned_offline() {
    let mut stage = Stage::new();
    let desk = stage.signed_with("venue-operator", json!({ "venue": "venue-1", "summit": "summit-1" }));
    let (_, page) = stage.page(&desk, "");
    assert!(page.contains("Nairobi Hall") && page.contains("Last arrival") && page.contains("Kim Head4"), "{page}");
    let code = stage.house.people().get(stage.head_of(2)).unwrap().badge_code;
    let (status, to) = stage.post(&desk, "check-out", "", &format!("venue=venue-1&code={code}&_next=%3Fview%3Dout"));
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, format!("/as/{}/?view=out&done=check-out", desk.seat).as_str()));
    let (status, to) = upload(&stage, &desk, "upload/scans", &[("list", &format!("code,time\n{code}"))], None);
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    let (_, page) = stage.page(&desk, "");
    assert!(page.contains("Kim Head2"), "{page}");
    let (status, page) = upload(&stage, &desk, "upload/scans", &[], None);
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("upload/scans"), "{page}");
    // Too many: what was typed and what the file held come back with the refusal, to be mended.
    let lines = "0123456789\n".repeat(domain::limit::SCANS_PER_COMMAND + 1);
    let (status, page) = upload(&stage, &desk, "upload/scans", &[("list", "A-TYPED-LINE")], Some(("scans.csv", &lines)));
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let list = page.split("<textarea").nth(1).unwrap().split("</textarea>").next().unwrap();
    assert!(list.contains("A-TYPED-LINE\n0123456789\n") && list.contains("aria-invalid"), "{}", &list[..list.len().min(500)]);
    assert_eq!(list.matches("0123456789").count(), domain::limit::SCANS_PER_COMMAND + 1);
    let (status, page) = stage.post(&desk, "check-in", "", "venue=venue-1&code=0000000000");
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("class=\"scan\""), "{page}");
    let office = stage.signed("secretariat");
    let (_, page) = stage.page(&office, "presence");
    assert!(page.contains("Nairobi Hall") && page.contains("No badge was scanned at two venues"), "{page}");
}

#[test]
fn what_came_by_telephone_is_recorded_with_its_note() {
    let mut stage = Stage::new();
    let office = stage.signed("secretariat");
    stage.open_debate();
    let (status, to) = upload(&stage, &office, "upload/evidence", &[("act", "request-floor"), ("note", "")], None);
    assert!(status == StatusCode::SEE_OTHER && to.contains("missing=1"), "{to}");
    let (status, to) = upload(&stage, &office, "upload/evidence", &[("act", "request-floor"), ("note", "Called at nine.")], None);
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, page) = stage.page(&office, to.split_once(&format!("/as/{}/", office.seat)).unwrap().1);
    let evidence = value(&page, "on_paper.evidence").to_owned();
    let (status, to) = stage.post(
        &office,
        "request-floor",
        "paper",
        &format!("organisation=org-3&item=item-1&rank=head&on_paper.evidence={evidence}&_next=paper"),
    );
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    let state = stage.house.state();
    let entry = state.floor.speakers("item-1".parse().unwrap()).unwrap().entry("org-3".parse().unwrap()).unwrap().clone();
    assert_eq!(entry.way, domain::command::Way::Paper(evidence.parse().unwrap()));
}

#[test]
fn letters_are_read_printed_and_the_trail_shows_what_was_denied() {
    let mut stage = Stage::new();
    let office = stage.signed("secretariat");
    let (_, page) = stage.page(&office, "letters");
    let id = page.split("letters?of=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let (status, page) = stage.page(&office, &format!("letters?of={id}"));
    assert!(status == StatusCode::OK && page.contains("class=\"letter\"") && page.contains("letters/mark-printed"), "{page}");
    let (status, to) = post_to(&stage, &office, "letters/mark-printed", &format!("letter={id}"));
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    let (_, page) = stage.page(&office, "letters?state=printed");
    assert!(page.contains(&format!("letters?of={id}\"")), "{page}");
    let delegate = stage.delegate(1);
    let (status, _) = stage.page(&delegate, "letters");
    assert_eq!(status, StatusCode::FORBIDDEN);
    stage.post(&delegate, "end-seat", "", "seat=seat-1");
    let (_, page) = stage.page(&office, "trail");
    assert!(page.contains("end-seat") && page.contains("Your seat does not allow this"), "{page}");
    let (_, page) = stage.page(&office, &format!("seats?of={}", delegate.seat));
    assert!(page.contains("act/end-seat") && page.contains("act/end-session"), "{page}");
}

/// A page as a browser asks for it that reads compressed answers, and whether it came compressed.
fn compressed(stage: &Stage, who: &Signed, page: &str) -> bool {
    let request = Request::get(format!("/as/{}/{page}", who.seat))
        .header(header::COOKIE, &who.cookie)
        .header(header::ACCEPT_ENCODING, "br, gzip");
    let response = stage.respond(request.body(Body::empty()).unwrap());
    assert_eq!(response.status(), StatusCode::OK);
    response.headers().contains_key(header::CONTENT_ENCODING)
}

#[test]
fn links_that_sign_in_stand_on_uncompressed_pages_alone() {
    let mut stage = Stage::new();
    let office = stage.signed("secretariat");
    let (_, list) = stage.page(&office, "letters");
    let id = list.split("letters?of=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    for page in ["letters", "letters?q=head", "letters?state=sent", "trail"] {
        let (_, shown) = stage.page(&office, page);
        assert!(!shown.contains("/join/"), "{page} shows a link: {shown}");
        assert!(compressed(&stage, &office, page), "{page}");
    }
    for page in [format!("letters?of={id}"), "letters?view=print".to_owned()] {
        let (_, shown) = stage.page(&office, &page);
        assert!(shown.contains("/join/"), "{page}: {shown}");
        assert!(!compressed(&stage, &office, &page), "{page} holds links and is compressed");
    }
}

#[test]
fn a_letter_is_found_by_its_reader_whatever_became_of_it() {
    let mut stage = Stage::new();
    let office = stage.signed("secretariat");
    let (_, found) = stage.page(&office, "letters?q=HEAD2");
    assert!(found.contains("Kim Head2") && !found.contains("Kim Head3"), "{found}");
    let id = found.split("letters?of=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    post_to(&stage, &office, "letters/mark-printed", &format!("letter={id}"));
    let (_, found) = stage.page(&office, "letters?q=head2%20kim");
    assert!(found.contains(&format!("letters?of={id}\"")) && found.contains("Printed"), "{found}");
    let (status, found) = stage.page(&office, "letters?q=nobody%20of%20that%20name");
    assert!(status == StatusCode::OK && found.contains("Nothing was found"), "{found}");
}

#[test]
fn the_outbox_is_leafed_through_and_printed_sheet_by_sheet() {
    let mut stage = Stage::new();
    let office = stage.signed("secretariat");
    let ids = |page: &str| -> Vec<u64> {
        page.split("letters?of=").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
    };
    for n in 0..60 {
        let contact = json!({ "family": format!("Crowd{n}"), "email": format!("crowd{n}@example.org") });
        stage.act("invite-seat", json!({ "role": "observer", "summit": "summit-1", "person": contact }));
    }
    let (_, first) = stage.page(&office, "letters");
    let shown = ids(&first);
    assert!(shown.len() == 50 && shown.is_sorted_by(|a, b| a > b), "{shown:?}");
    let older = format!("letters?state=waiting&amp;before={}", shown[49]);
    assert!(first.contains(&older), "{first}");
    let (_, second) = stage.page(&office, &older.replace("&amp;", "&"));
    let rest = ids(&second);
    assert!(!rest.is_empty() && rest.iter().all(|id| *id < shown[49]), "{rest:?}");
    // Sheet after sheet, until nothing waits.
    let mut printed = 0;
    for sheet in 0.. {
        assert!(sheet < 20, "the sheets do not end");
        let (_, page) = stage.page(&office, "letters?state=waiting&view=print");
        let form: Vec<String> =
            page.split("name=\"letter\" value=\"").skip(1).map(|r| format!("letter={}", r.split('"').next().unwrap())).collect();
        printed += form.len();
        let more = page.contains("name=\"sheet\" value=\"waiting\"");
        let (_, to) = post_to(
            &stage,
            &office,
            "letters/mark-printed",
            &format!("{}{}", form.join("&"), if more { "&sheet=waiting" } else { "" }),
        );
        assert_eq!(to.contains("view=print"), more, "{to}");
        if !more {
            break;
        }
    }
    assert_eq!(printed, shown.len() + rest.len());
    assert!(stage.page(&office, "letters").1.contains("There are no letters here"));
}

#[test]
fn an_umbrella_and_the_conveners_are_chosen_by_their_names() {
    let mut stage = Stage::new();
    let office = stage.signed("secretariat");
    let (_, page) = stage.page(&office, "directory?of=org-2");
    let umbrella = page.split("name=\"organisation.umbrella\"").nth(1).unwrap().split("</select>").next().unwrap();
    assert!(umbrella.contains("value=\"org-1\"") && !umbrella.contains("value=\"org-2\""), "not of itself: {umbrella}");
    let (_, page) = stage.page(&office, "programme-edit?edit=summit-1");
    let chosen = "type=\"checkbox\" name=\"summit.conveners[]\" value=\"org-1\" checked";
    assert!(page.contains(chosen) && page.matches("<select class=\"select\" id=\"f-summit.conveners-").count() == 3, "{page}");
    // A refusal keeps what was ticked and what was added.
    let (status, page) = stage.post(
        &office,
        "amend-summit",
        "programme-edit?edit=summit-1",
        "id=summit-1&summit.themes.en=&summit.conveners%5B%5D=org-3&summit.conveners%5B%5D=",
    );
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    assert!(!page.contains(chosen) && page.contains(&chosen.replace("org-1", "org-3")), "{page}");
}
