//! `/api/v1/openapi.json`: OpenAPI 3.1. Answers have schemas made from their types. The acts' bodies are described as objects:
//! the rules know nothing of HTTP or of schemas, and what is wrong with a body is told field by field (422).
use super::{business, feed, letters, office, page::Page, polls, problem::Problem, record, summit};
use crate::{act, answer::Answer, record::ToSign, scan::Scanned};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use utoipa::{
    ToSchema,
    openapi::{Components, InfoBuilder, OpenApi, OpenApiBuilder, Paths, RefOr, schema::Schema},
};

/// The document, made once.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| whole().to_string());

/// The document.
pub async fn document() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], DOCUMENT.as_str()).into_response()
}

/// What can be read: address, what it answers, its schema, parameters of the query, whether the secretariat alone may.
const READING: [(&str, &str, &str, &[&str], bool); 25] = [
    ("record", "How the verifiable record stands; its files are below /record/", "Standing", &[], false),
    ("record/pending", "What waits for the accreditors' signatures", "Pending", &[], true),
    ("organisations", "The directory of organisations", "Page_Organisation", &["summit", "offset", "limit"], false),
    ("organisations/{id}", "One organisation", "Organisation", &["summit"], false),
    ("programme", "A summit with its meetings", "Programme", &["summit", "offset", "limit"], false),
    ("venues", "The venues of a summit", "Page_Venue", &["summit", "offset", "limit"], false),
    ("meetings/{id}", "A meeting, its agenda and who has the floor", "Meeting", &[], false),
    ("meetings/{id}/speakers", "A list of speakers", "Speakers", &["item", "offset", "limit"], false),
    ("presence", "How many are present, by venue and country", "Presence", &["summit"], false),
    ("headcount", "Registered, accredited and present", "Headcount", &["summit"], false),
    ("texts", "The joint texts that were tabled", "Page_TextEntry", &["offset", "limit"], false),
    ("texts/{id}", "A joint text in all its languages", "Text", &[], false),
    ("texts/{id}/endorsements", "Endorsements as of a position of the log", "Endorsements", &["at", "offset", "limit"], false),
    ("polls", "Questions put to the vote", "Page_Poll", &["offset", "limit"], false),
    ("polls/{id}", "One poll; its figures after the lock", "Poll", &[], false),
    ("polls/{id}/votes", "How each organisation voted; empty before the lock", "Page_Vote", &["offset", "limit"], false),
    (
        "events",
        "The feed of public facts: a page, or with Accept: text/event-stream an endless stream",
        "Events",
        &["after", "limit"],
        false,
    ),
    ("delegations", "Delegations and their members; to a focal point its own", "Page_Delegation", &["offset", "limit"], true),
    ("figures", "The headline figures by their names on the record page", "Figures", &[], false),
    ("presence/flags", "Badges scanned at two venues", "Page_Flag", &["offset", "limit"], true),
    ("seat", "The seat of the token: sessions, devices that sign, own votes", "Own", &[], true),
    ("seats", "All seats with their sessions", "Page_Seat", &["offset", "limit"], true),
    ("trail", "The trail of denied acts", "Trail", &["after", "limit"], true),
    ("venues/{id}/arrivals", "Who checked in at a venue, for its desk", "Page_Arrival", &["offset", "limit"], true),
    ("letters", "Letters written, with their links", "Letters", &["after", "limit"], true),
];

/// A schema under its name, with all it refers to.
fn add<T: ToSchema>(schemas: &mut Vec<(String, RefOr<Schema>)>, name: &str) {
    schemas.push((name.to_owned(), T::schema()));
    T::schemas(schemas);
}

fn ground() -> OpenApi {
    let mut schemas = Vec::new();
    add::<Answer>(&mut schemas, "Answer");
    add::<Scanned>(&mut schemas, "Scanned");
    add::<ToSign>(&mut schemas, "ToSign");
    add::<record::Standing>(&mut schemas, "Standing");
    add::<record::Pending>(&mut schemas, "Pending");
    add::<Problem>(&mut schemas, "Problem");
    add::<Page<summit::Organisation>>(&mut schemas, "Page_Organisation");
    add::<summit::Organisation>(&mut schemas, "Organisation");
    add::<summit::Programme>(&mut schemas, "Programme");
    add::<Page<summit::Venue>>(&mut schemas, "Page_Venue");
    add::<Page<summit::Delegation>>(&mut schemas, "Page_Delegation");
    add::<summit::Presence>(&mut schemas, "Presence");
    add::<summit::Headcount>(&mut schemas, "Headcount");
    add::<business::Meeting>(&mut schemas, "Meeting");
    add::<business::Speakers>(&mut schemas, "Speakers");
    add::<Page<business::TextEntry>>(&mut schemas, "Page_TextEntry");
    add::<business::Text>(&mut schemas, "Text");
    add::<business::Endorsements>(&mut schemas, "Endorsements");
    add::<Page<business::Act>>(&mut schemas, "Page_Act");
    add::<Page<business::Listed>>(&mut schemas, "Page_Listed");
    add::<Page<summit::MeetingEntry>>(&mut schemas, "Page_MeetingEntry");
    add::<feed::Events>(&mut schemas, "Events");
    add::<letters::Letters>(&mut schemas, "Letters");
    add::<Page<polls::Poll>>(&mut schemas, "Page_Poll");
    add::<polls::Poll>(&mut schemas, "Poll");
    add::<Page<polls::Vote>>(&mut schemas, "Page_Vote");
    add::<polls::Vote>(&mut schemas, "Vote");
    add::<business::Act>(&mut schemas, "Act");
    add::<business::Swap>(&mut schemas, "Swap");
    add::<business::RegionPart>(&mut schemas, "RegionPart");
    add::<business::Listed>(&mut schemas, "Listed");
    add::<Page<office::Seat>>(&mut schemas, "Page_Seat");
    add::<office::Seat>(&mut schemas, "Seat");
    add::<office::Own>(&mut schemas, "Own");
    add::<Page<office::Flag>>(&mut schemas, "Page_Flag");
    add::<office::Flag>(&mut schemas, "Flag");
    add::<Page<office::Arrival>>(&mut schemas, "Page_Arrival");
    add::<office::Arrival>(&mut schemas, "Arrival");
    add::<office::Trail>(&mut schemas, "Trail");
    add::<office::Numbers>(&mut schemas, "Numbers");
    add::<office::Evidence>(&mut schemas, "Evidence");
    add::<crate::feeds::Figures>(&mut schemas, "Figures");
    add::<summit::Venue>(&mut schemas, "Venue");
    add::<summit::Delegation>(&mut schemas, "Delegation");
    let components = Components::builder().schemas_from_iter(schemas).build();
    let info = InfoBuilder::new()
        .title("Hemicycle")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Acts, resources and the feed of a summit. Lists are paged by `offset` and `limit` (most 1000); the feed by `after`.",
        ))
        .build();
    OpenApiBuilder::new().info(info).components(Some(components)).paths(Paths::new()).build()
}

fn whole() -> Value {
    let mut document = serde_json::to_value(ground()).unwrap_or_default();
    document["components"]["securitySchemes"]["token"] =
        json!({ "type": "http", "scheme": "bearer", "description": "`session-12.<secret>`, made by the act `issue-token`" });
    let mut paths = Map::new();
    for (path, summary, schema, query, secretariat) in READING {
        paths.insert(format!("/api/v1/{path}"), json!({ "get": reading(path, summary, schema, query, secretariat) }));
    }
    for name in act::names() {
        paths.insert(format!("/api/v1/acts/{name}"), json!({ "post": acting(name) }));
    }
    paths.insert("/api/v1/evidence".to_owned(), json!({ "post": keeping() }));
    for (act, summary) in [("mark-printed", "Marks letters as printed"), ("retry", "Puts letters back to be sent")] {
        paths.insert(format!("/api/v1/letters/{act}"), json!({ "post": marking(act, summary) }));
    }
    paths.insert("/api/v1/people/{id}/photo".to_owned(), json!({ "get": photo() }));
    paths.insert("/api/v1/record/prepare".to_owned(), json!({ "post": preparing() }));
    document["paths"] = Value::Object(paths);
    document
}

fn problem(description: &str) -> Value {
    let schema = json!({ "$ref": "#/components/schemas/Problem" });
    json!({ "description": description, "content": { "application/problem+json": { "schema": schema } } })
}

fn reading(path: &str, summary: &str, schema: &str, query: &[&str], secretariat: bool) -> Value {
    let mut parameters: Vec<Value> = query
        .iter()
        .map(|name| {
            let number = !matches!(*name, "summit" | "item");
            let kind = if number { "integer" } else { "string" };
            json!({ "name": name, "in": "query", "required": false, "schema": { "type": kind } })
        })
        .collect();
    if path.contains("{id}") {
        parameters.push(json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }));
    }
    let reference = json!({ "schema": { "$ref": format!("#/components/schemas/{schema}") } });
    let mut content = json!({ "application/json": reference });
    if path == "events" {
        content["text/event-stream"] = json!({ "schema": { "type": "string" } });
        parameters.push(json!({ "name": "Last-Event-ID", "in": "header", "required": false, "schema": { "type": "integer" } }));
    }
    let mut operation = json!({
        "operationId": path.replace("/{id}", "-one").replace('/', "-"), "tags": ["resources"], "summary": summary,
        "parameters": parameters,
        "responses": { "200": { "description": summary, "content": content }, "404": problem("There is no such thing") },
    });
    // An empty requirement beside the token: it may be left out where the public may read.
    operation["security"] = if secretariat { json!([{ "token": [] }]) } else { json!([{}, { "token": [] }]) };
    operation
}

fn photo() -> Value {
    json!({
        "operationId": "people-one-photo", "tags": ["resources"], "summary": "A member's photo, for the seats that may see it",
        "security": [{ "token": [] }],
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
        "responses": {
            "200": { "description": "The photo", "content": { "image/jpeg": {} } },
            "401": problem("Nobody is signed in"), "404": problem("There is none, or it is not this seat's to see"),
        },
    })
}

fn preparing() -> Value {
    let answer = json!({ "$ref": "#/components/schemas/ToSign" });
    json!({
        "operationId": "record-prepare", "tags": ["acts"], "summary": "The exact bytes to sign for an act; nothing is stored",
        "security": [{ "token": [] }],
        "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object",
            "description": "The act's fields, with `act` (its name) and `by` (`key` or `device`). What was signed goes with the act as `signed`: `{\"body\": …, \"sigs\": [{…}]}`, or `armored` with what ssh-keygen wrote." } } } },
        "responses": {
            "200": { "description": "What is to be signed", "content": { "application/json": { "schema": answer } } },
            "401": problem("Nobody is signed in"), "403": problem("The seat may not"), "409": problem("Not allowed by the rules now"),
            "422": problem("A field is wrong"), "429": problem("Too many in a short time"),
        },
    })
}

/// A write of the secretariat's that is no act: under a key, with its body and what it answers.
fn writing(id: &str, summary: &str, body: Value, schema: &str) -> Value {
    let answer = json!({ "schema": { "$ref": format!("#/components/schemas/{schema}") } });
    json!({
        "operationId": id, "tags": ["acts"], "summary": summary, "security": [{ "token": [] }],
        "parameters": [{ "name": "Idempotency-Key", "in": "header", "required": true, "schema": { "type": "string", "format": "uuid" },
            "description": "Done again, under this or another key, it changes nothing more" }],
        "requestBody": { "required": true, "content": body },
        "responses": {
            "200": { "description": "Durable", "content": { "application/json": answer } },
            "401": problem("Nobody is signed in"), "403": problem("The seat may not"), "413": problem("Too large"),
            "422": problem("A field is wrong"), "429": problem("Too many in a short time"),
            "503": problem("Cannot be taken now; nothing was lost"),
        },
    })
}

fn marking(act: &str, summary: &str) -> Value {
    let body = json!({ "application/json": { "schema": { "$ref": "#/components/schemas/Numbers" } } });
    writing(&format!("letters-{act}"), summary, body, "Answer")
}

fn keeping() -> Value {
    let body = json!({ "application/octet-stream": {} });
    writing("evidence", "Keeps the evidence of an act on paper; at most 16 MiB", body, "Evidence")
}

fn acting(name: &str) -> Value {
    let answer = json!({ "$ref": "#/components/schemas/Answer" });
    json!({
        "operationId": name, "tags": ["acts"], "summary": format!("Carries out the act `{name}`"),
        "security": if name == "redeem-invitation" { json!([{}]) } else { json!([{ "token": [] }]) },
        "parameters": [{ "name": "Idempotency-Key", "in": "header", "required": true, "schema": { "type": "string", "format": "uuid" },
            "description": "Sent again under the same key, the act is carried out once" }],
        "requestBody": { "required": false, "content": { "application/json": { "schema": { "type": "object",
            "description": "The act's fields by the names that forms use, nested as JSON; at most 8 MiB. A field that is missing or wrong is named in the problem." } } } },
        "responses": {
            "200": { "description": "Durable", "content": { "application/json": { "schema": answer } } },
            "401": problem("Nobody is signed in"), "403": problem("The seat may not"), "409": problem("Not allowed by the rules now"),
            "413": problem("Too large"), "422": problem("A field is wrong"), "429": problem("Too many in a short time"),
            "503": problem("Cannot be taken now; nothing was lost"),
        },
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_document_reads_back_names_every_act_and_every_reference_leads_somewhere() {
        let document = whole();
        let read: OpenApi = serde_json::from_value(document.clone()).unwrap();
        for name in act::names() {
            assert!(read.paths.paths.contains_key(&format!("/api/v1/acts/{name}")), "{name}");
        }
        let text = document.to_string();
        for part in text.split("#/components/schemas/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(
                document["components"]["schemas"].get(name).is_some(),
                "no schema {name} among {:?}",
                document["components"]["schemas"].as_object().map(|s| s.keys().cloned().collect::<Vec<_>>())
            );
        }
    }
}
