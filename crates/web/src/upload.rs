//! Files from pages: lists to be imported (looked at first, entered when confirmed), evidence of acts on paper, scans of an offline hour.
use crate::{
    answer::Answer,
    denial::Why,
    outbox::{blocking, holder, unavailable},
    pages::import::{self, Look, Preview},
    site::{Asked, Site, WithStatus, forbidden, fresh_id, read_id, status_of},
    url,
    view::{Failed, Who},
};
use app::{
    Act,
    import::{
        self as lists, BlankCountry, ConvenerPlaces, MapRule, OrganisationOptions, RepresentativeOptions, known_organisations,
        read_table,
    },
};
use axum::{
    Extension, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Multipart, Path, State as Extract},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{
    Actor, Command, Moment,
    id::SeatId,
    presence::{BadgeCode, PresenceCommand, Scan},
    seat::Role,
    words::Digest,
};
use parking_lot::Mutex;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// Largest upload, in bytes: the largest list, and room for the fields around it.
const UPLOAD_BYTES: usize = lists::MAX_FILE_BYTES + 64 * 1024;
/// Lists that wait for their confirmation at one time; the oldest gives way.
const PENDING: usize = 8;
/// How long a list waits for its confirmation, in milliseconds: 30 minutes.
const PENDING_MS: u64 = 30 * 60_000;
/// Longest text field of an upload, in bytes.
const TEXT_BYTES: usize = 256 * 1024;

/// Routes of uploads.
pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/as/{seat}/upload/evidence", post(evidence))
        .route("/as/{seat}/upload/scans", post(scans))
        .route("/as/{seat}/upload/{kind}", post(look))
        .route("/as/{seat}/upload/{kind}/rejects", get(rejects))
        .route("/as/{seat}/upload/{kind}/confirm", post(confirm))
        .layer(DefaultBodyLimit::max(UPLOAD_BYTES))
        .layer(Extension(Arc::new(Pending::default())))
}

/// Which list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Organisations for the directory.
    Organisations,
    /// Representatives for the delegations of the current summit.
    Representatives,
}

impl Kind {
    fn of(text: &str) -> Option<Self> {
        match text {
            "organisations" => Some(Self::Organisations),
            "representatives" => Some(Self::Representatives),
            _ => None,
        }
    }
    /// The name that the audit trail gives to bringing such a list.
    const fn act(self) -> &'static str {
        match self {
            Self::Organisations => "import-organisations",
            Self::Representatives => "import-representatives",
        }
    }
    /// As in the address.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Representatives => "representatives",
        }
    }
}

/// A list that was looked at and waits to be confirmed. It holds people's data, so it is kept in memory alone and forgotten soon.
#[derive(Clone)]
struct Waiting {
    kind: Kind,
    name: String,
    bytes: Bytes,
    map: String,
    international: bool,
    digest: Digest,
    at: Moment,
}

#[derive(Default)]
struct Pending(Mutex<HashMap<SeatId, Waiting>>);

impl Pending {
    fn keep(&self, seat: SeatId, waiting: Waiting) {
        let mut all = self.0.lock();
        let now = waiting.at;
        all.retain(|_, w| now.ms_since(w.at) < PENDING_MS);
        while all.len() >= PENDING
            && let Some(oldest) = all.iter().min_by_key(|(_, w)| w.at).map(|(seat, _)| *seat)
        {
            all.remove(&oldest);
        }
        all.insert(seat, waiting);
    }
    fn get(&self, seat: SeatId, kind: Kind, now: Moment) -> Option<Waiting> {
        self.0.lock().get(&seat).filter(|w| w.kind == kind && now.ms_since(w.at) < PENDING_MS).cloned()
    }
    fn forget(&self, seat: SeatId) {
        self.0.lock().remove(&seat);
    }
}

/// The parts of an upload.
#[derive(Default)]
struct Parts {
    text: BTreeMap<String, String>,
    file: Option<(String, Bytes)>,
}

async fn parts(mut form: Multipart) -> Option<Parts> {
    let mut parts = Parts::default();
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let file_name: String = field.file_name().unwrap_or_default().chars().take(200).collect();
            let bytes = field.bytes().await.ok()?;
            if !bytes.is_empty() {
                parts.file = Some((file_name, bytes));
            }
        } else if parts.text.len() < 16 {
            let bytes = field.bytes().await.ok().filter(|b| b.len() <= TEXT_BYTES)?;
            parts.text.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Some(parts)
}

fn too_large(request: &Asked) -> Response {
    let words = request.tongue.with("upload-too-large", &[("limit", (UPLOAD_BYTES / (1024 * 1024)).into())]);
    (StatusCode::PAYLOAD_TOO_LARGE, words).into_response()
}

async fn look(
    Extract(site): Extract<Arc<Site>>,
    Extension(pending): Extension<Arc<Pending>>,
    Path((seat, kind)): Path<(String, String)>,
    request: Asked,
    form: Multipart,
) -> Response {
    let Some(kind) = Kind::of(&kind) else { return StatusCode::NOT_FOUND.into_response() };
    let (seat, who) = match site.admitted(&request, &seat, kind.act(), Role::Secretariat).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let Some(mut parts) = parts(form).await else { return too_large(&request) };
    let Some((name, bytes)) = parts.file.take() else {
        let preview = Preview { kind, name: String::new(), digest: Digest([0; 32]), look: Look::NoFile };
        return shown(&site, who, &request, &preview, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let waiting = Waiting {
        kind,
        name,
        digest: Digest::of(&bytes),
        bytes,
        map: parts.text.remove("map").unwrap_or_default(),
        international: parts.text.get("blank_country").is_some_and(|v| v == "international"),
        at: site.house.clock().now(),
    };
    pending.keep(seat, waiting.clone());
    let preview = looked(&site, waiting).await;
    let status = if preview.look.is_sound() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    shown(&site, who, &request, &preview, status)
}

fn shown(site: &Site, who: Who, request: &Asked, preview: &Preview, status: StatusCode) -> Response {
    site.show_by("directory", &[Role::Secretariat], who, request, None, |view| Some(import::render(view, preview)))
        .with_status(status)
}

/// Reads the list against the directory as it is now, off the async threads.
async fn looked(site: &Arc<Site>, waiting: Waiting) -> Preview {
    let (kind, name, digest) = (waiting.kind, waiting.name.clone(), waiting.digest);
    let site = Arc::clone(site);
    let look = tokio::task::spawn_blocking(move || read(&site, &waiting)).await.unwrap_or(Look::NoFile);
    Preview { kind, name, digest, look }
}

fn rules(map: &str) -> Result<Vec<MapRule>, lists::MappingError> {
    map.lines().map(str::trim).filter(|line| !line.is_empty()).map(MapRule::parse).collect()
}

fn read(site: &Site, waiting: &Waiting) -> Look {
    let table = match read_table(&waiting.bytes, &waiting.name) {
        Ok(table) => table,
        Err(error) => return Look::Table(error),
    };
    let rules = match rules(&waiting.map) {
        Ok(rules) => rules,
        Err(error) => return Look::Mapping(error),
    };
    let known = known_organisations(&site.house.state());
    match waiting.kind {
        Kind::Organisations => {
            let places = ConvenerPlaces(&site.settings.places);
            let mut options = OrganisationOptions::new(&places);
            options.known = &known;
            if waiting.international {
                options.blank_country = BlankCountry::International;
            }
            match lists::import_organisations(&table, &rules, &options) {
                Ok(outcome) => Look::organisations(&table, outcome),
                Err(error) => Look::Mapping(error),
            }
        }
        Kind::Representatives => {
            let invited = {
                let state = site.house.state();
                state.programme.current().map(|summit| lists::invited(&state, summit))
            };
            let options = RepresentativeOptions { invited: invited.as_ref(), ..RepresentativeOptions::new(&known) };
            match lists::import_representatives(&table, &rules, &options) {
                Ok(outcome) => Look::representatives(&table, outcome, invited.is_some()),
                Err(error) => Look::Mapping(error),
            }
        }
    }
}

async fn rejects(
    Extract(site): Extract<Arc<Site>>,
    Extension(pending): Extension<Arc<Pending>>,
    Path((seat, kind)): Path<(String, String)>,
    request: Asked,
) -> Response {
    let Some((seat, _)) = holder(&site, &seat, &request.headers, Role::Secretariat) else {
        return forbidden(&request, "denied-role-may-not");
    };
    let waiting = Kind::of(&kind).and_then(|kind| pending.get(seat, kind, site.house.clock().now()));
    let Some(waiting) = waiting else { return (StatusCode::GONE, request.tongue.t("import-gone").into_owned()).into_response() };
    let Some(csv) = looked(&site, waiting).await.look.rejects().filter(|csv| !csv.is_empty()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"rejects.csv\""),
    ];
    (headers, csv).into_response()
}

async fn confirm(
    Extract(site): Extract<Arc<Site>>,
    Extension(pending): Extension<Arc<Pending>>,
    Path((seat, kind)): Path<(String, String)>,
    request: Asked,
    body: Bytes,
) -> Response {
    let Some(kind) = Kind::of(&kind) else { return StatusCode::NOT_FOUND.into_response() };
    let (seat, who) = match site.admitted(&request, &seat, kind.act(), Role::Secretariat).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let form = url::pairs(&String::from_utf8_lossy(&body));
    let value = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default();
    let waiting = pending.get(seat, kind, site.house.clock().now());
    // What is confirmed is what was looked at, not a later file of another window.
    let Some(waiting) = waiting.filter(|w| w.digest.to_string() == value("digest")) else {
        return (StatusCode::GONE, request.tongue.t("import-gone").into_owned()).into_response();
    };
    let preview = looked(&site, waiting).await;
    let skip = value("skip_bad") == "true";
    let commands = preview.look.commands(&site.house.state(), skip, value("invite") == "true");
    let Some(commands) = commands else { return shown(&site, who, &request, &preview, StatusCode::CONFLICT) };
    let id = read_id(value("_id")).or_else(|| read_id(&fresh_id())).unwrap_or_default();
    for (place, (act, command)) in commands.into_iter().enumerate() {
        let id = domain::command::CommandId(id.0.wrapping_add(place as u128));
        let answer = carry_out(&site, seat, id, act, command, &request).await;
        if answer.status != 200 {
            let failed = Failed { act: act.to_owned(), field: None, message: answer.message.clone(), values: BTreeMap::new() };
            return site
                .show_by("directory", &[Role::Secretariat], who, &request, Some(&failed), |view| {
                    Some(import::render(view, &preview))
                })
                .with_status(status_of(&answer));
        }
    }
    pending.forget(seat);
    let to = match preview.kind {
        Kind::Organisations => format!("/as/{seat}/directory?done=import-organisations"),
        Kind::Representatives => format!("/as/{seat}/accreditation?done=enter-members"),
    };
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

async fn carry_out(
    site: &Site,
    seat: SeatId,
    id: domain::command::CommandId,
    act: &str,
    command: Command,
    request: &Asked,
) -> Answer {
    let address = Some(site.client(request));
    let outcome = site.house.submit(Act { actor: Actor::Seat(seat), id, command, address }).await;
    Answer::of(act, &outcome, request.tongue)
}

async fn evidence(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked, form: Multipart) -> Response {
    let (seat, _) = match site.admitted(&request, &seat, "keep-evidence", Role::Secretariat).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let Some(mut parts) = parts(form).await else { return too_large(&request) };
    let note = parts.text.remove("note").filter(|note| !note.trim().is_empty());
    let bytes = parts.file.take().map(|(_, bytes)| bytes).or_else(|| note.map(Bytes::from));
    let act = parts.text.get("act").map(|act| url::encode(act)).unwrap_or_default();
    let Some(bytes) = bytes else {
        return (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/as/{seat}/paper?act={act}&missing=1"))]).into_response();
    };
    if bytes.len() > app::side::EVIDENCE_BYTES {
        return too_large(&request);
    }
    match blocking(&site, move |side| side.put_blob(&bytes)).await {
        Ok(hash) => {
            let to = format!("/as/{seat}/paper?act={act}&evidence={}", Digest(hash));
            (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
        }
        Err(error) => unavailable(&request, &error),
    }
}

/// `code` or `code, time` or `time, code` a line: the time as milliseconds since 1970, or as `2027-03-22T09:30:00Z`.
fn scan_of(line: &str, now: Moment) -> Option<Scan> {
    let (mut code, mut at) = (None, now);
    for cell in line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"')).filter(|cell| !cell.is_empty()) {
        match moment(cell) {
            Some(moment) => at = moment,
            None => code = Some(cell),
        }
    }
    code.map(|code| Scan { code: BadgeCode(code.chars().take(64).collect()), at })
}

fn moment(cell: &str) -> Option<Moment> {
    // Ten digits are a badge's code; only the longer writing in milliseconds is a number that is a time.
    if cell.len() == 13
        && let Ok(number) = cell.parse::<i64>()
    {
        return Some(Moment(number));
    }
    cell.parse::<jiff::Timestamp>().ok().map(|at| Moment(at.as_millisecond()))
}

async fn scans(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked, form: Multipart) -> Response {
    let (seat, who) = match site.admitted(&request, &seat, "sync-scans", Role::VenueOperator).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let Some(venue) = who.venue else { return site.deny(&request, &seat.to_string(), "sync-scans", Why::OutOfScope).await };
    let Some(parts) = parts(form).await else { return too_large(&request) };
    let now = site.house.clock().now();
    let file = parts.file.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let typed = parts.text.get("list").map(String::as_str).unwrap_or_default();
    let mut all: Vec<Scan> = typed.lines().chain(file.lines()).filter_map(|line| scan_of(line, now)).collect();
    // A heading such as `code,time` is no scan.
    if all.first().is_some_and(|scan| scan.code.digest().is_none() && scan.at == now && all.len() > 1) {
        all.remove(0);
    }
    let id = parts.text.get("_id").and_then(|id| read_id(id)).or_else(|| read_id(&fresh_id())).unwrap_or_default();
    let command = Command::Presence(PresenceCommand::SyncScans { venue, scans: all });
    let answer = carry_out(&site, seat, id, "sync-scans", command, &request).await;
    if answer.status == 200 {
        return (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/as/{seat}/?done=sync-scans"))]).into_response();
    }
    let mut asked = Asked { query: BTreeMap::from([("view".to_owned(), "offline".to_owned())]), ..request };
    asked.query.remove("done");
    // What was typed stands in the field again, and what a file held beside it: a browser does not offer the same file twice.
    let mut list = typed.to_owned();
    if !file.is_empty() && typed.len() + file.len() < TEXT_BYTES {
        list = [typed.trim_end(), &file].join(if typed.is_empty() { "" } else { "\n" });
    }
    let failed = Failed {
        act: "sync-scans".to_owned(),
        field: answer.field.is_some().then(|| "list".to_owned()),
        message: answer.message.clone(),
        values: BTreeMap::from([("list".to_owned(), list)]),
    };
    site.show(&crate::pages::desk::PAGE, who, &asked, Some(&failed)).with_status(status_of(&answer))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_line_of_an_offline_list_is_read_in_any_order() {
        let now = Moment(5);
        for line in ["0123456ABC,2027-03-22T09:30:00Z", "2027-03-22T09:30:00Z; 0123456ABC", "\"0123456ABC\"\t1805707800000"] {
            let scan = scan_of(line, now).unwrap();
            assert_eq!(scan.code, BadgeCode("0123456ABC".into()), "{line}");
            assert_eq!(scan.at, Moment(1_805_707_800_000), "{line}");
        }
        assert_eq!(scan_of("0123456ABC", now).unwrap().at, now);
        assert!(scan_of(" , ", now).is_none());
    }
}
