//! The site: which address leads to which page or act, and what every answer carries.
use crate::{
    act,
    answer::Answer,
    assets, compress,
    denial::Why,
    doorway::Doorway,
    errors, etag, frame,
    i18n::Tongue,
    links::Links,
    live::{Live, server::Peer},
    live_page, pages, scan,
    session::{self, SignedIn},
    throttle::{Network, Presser, Throttle},
    url,
    view::{Failed, Page, Shown, View, Who},
};
use app::{Act, Done, Failure, House};
use axum::{
    Router,
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, Path, State as Extract},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    middleware,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{
    Actor, Command,
    command::CommandId,
    country::Places,
    id::SeatId,
    seat::{SESSION_MS, SeatCommand},
    state::Secret,
};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    net::IpAddr,
    sync::{Arc, OnceLock},
};
use tower_http::catch_panic::CatchPanicLayer;

/// Largest body of a form, in bytes.
pub const FORM_BYTES: usize = 1024 * 1024;
/// The policy of what a page may load: nothing but our own files, nothing inline.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
     font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// Public pages may be kept, and are asked for again each time: mostly they are unchanged.
const KEEP_PAGE: &str = "public, no-cache";

/// How the site is reached.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Origin by which people reach it, such as `https://summit.example.org`; for links in letters.
    pub public_origin: Option<String>,
    /// Proxies whose forwarded addresses are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether cookies are for TLS alone.
    pub secure: bool,
    /// What the convener names, orders or counts otherwise than the default tables of places.
    pub places: Places,
    /// Where the public record's files are, when one is kept.
    pub record: Option<std::path::PathBuf>,
    /// How far the public record and its witnesses have come, when one is kept.
    pub progress: Option<Arc<app::record::Progress>>,
}

/// Everything a handler needs.
pub struct Site {
    /// The house.
    pub house: Arc<House>,
    /// How the site is reached.
    pub settings: Settings,
    /// Venues' links.
    pub links: Arc<Links>,
    /// Where people sign in.
    pub doorway: Doorway,
    /// Failed sign-ins by address.
    pub sign_ins: Throttle<Network>,
    /// Presses, by every door.
    pub presses: Arc<Throttle<Presser>>,
    /// Denied acts that are noted, by address.
    pub denials: Throttle<Network>,
    /// The live fan-out, once it runs.
    pub live: OnceLock<Arc<Live>>,
}

/// The routes of pages and acts.
pub fn router(site: Arc<Site>) -> Router {
    Router::new()
        .route("/assets/{*path}", get(asset))
        .route("/join/{token}", get(join))
        .route("/texts/{file}", get(text_file))
        .route("/act/redeem-invitation", post(redeem))
        .route("/live", get(live_page::public))
        .route("/as/{seat}/live", get(live_page::of_seat))
        .route("/as/{seat}/", get(front_of_seat))
        .route("/as/{seat}/{page}", get(page_of_seat))
        .route("/as/{seat}/act/{act}", post(press).get(beside_act))
        .route("/as/{seat}/act/act/{act}", post(press))
        .merge(crate::changes::routes())
        .merge(crate::photos::routes())
        .merge(crate::upload::routes())
        .merge(crate::outbox::routes())
        .merge(crate::feeds::routes())
        .merge(crate::record::routes())
        .merge(crate::passkey::routes())
        .merge(crate::own_key::routes())
        .route("/", get(front))
        .route("/{page}", get(page))
        .fallback(missing)
        .merge(crate::api::router())
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(CatchPanicLayer::custom(errors::panicked))
        .layer(middleware::from_fn(errors::explained))
        .layer(middleware::map_response(headers_of_every_answer))
        .layer(compress::layer())
        .with_state(site)
}

async fn headers_of_every_answer(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let mut set = |name: header::HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(
        header::HeaderName::from_static("permissions-policy"),
        "geolocation=(), microphone=(self), camera=(self), publickey-credentials-create=(self), publickey-credentials-get=(self)",
    );
    set(header::CACHE_CONTROL, "no-store");
    if matches!(response.status(), StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
        response.headers_mut().entry(header::RETRY_AFTER).or_insert(HeaderValue::from_static("5"));
    }
    response
}

impl Site {
    /// A site of this house.
    #[must_use]
    pub fn new(house: Arc<House>, settings: Settings, links: Arc<Links>) -> Self {
        Self {
            house,
            settings,
            links,
            doorway: Doorway::default(),
            sign_ins: Throttle::new(20, 0.2),
            presses: Arc::new(Throttle::of_presses()),
            denials: Throttle::new(100, 1.0),
            live: OnceLock::new(),
        }
    }

    /// The client's address, through proxies that are trusted.
    #[must_use]
    pub fn client(&self, request: &Asked) -> IpAddr {
        session::client(request.peer, &request.headers, &self.settings.trusted_proxies)
    }

    /// Whether this address may try this link: a link that stands is good however often others at the same venue mistyped theirs.
    pub(crate) fn may_try(&self, address: IpAddr, token: &Secret) -> bool {
        let stands = || self.house.state().seats.invitation(token).is_some_and(|i| i.until > self.house.clock().now());
        self.sign_ins.has(address) || stands()
    }

    /// Renders a page for somebody.
    pub fn show(&self, page: &Page, who: Who, request: &Asked, failed: Option<&Failed>) -> Response {
        self.show_by(page.path, page.roles, who, request, failed, page.render)
    }

    /// What a rendering for somebody may look at, now.
    pub(crate) fn view<T>(&self, who: Who, request: &Asked, failed: Option<&Failed>, render: impl FnOnce(&View<'_>) -> T) -> T {
        let state = self.house.state();
        render(&View {
            state: &state,
            record: self.house.record(),
            people: self.house.people(),
            places: &self.settings.places,
            tongue: request.tongue,
            who,
            now: self.house.clock().now(),
            query: &request.query,
            failed,
            regions: RefCell::default(),
        })
    }

    /// Renders what a handler has prepared as the page of this address.
    pub(crate) fn show_by(
        &self,
        path: &str,
        roles: &[domain::seat::Role],
        who: Who,
        request: &Asked,
        failed: Option<&Failed>,
        render: impl FnOnce(&View<'_>) -> Option<Shown>,
    ) -> Response {
        let allowed = roles.is_empty() || who.role.is_some_and(|role| roles.contains(&role));
        let (status, html) = self.view(who, request, failed, |view| {
            let (status, shown) = if allowed {
                match render(view) {
                    Some(shown) => (if failed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, shown),
                    None => (StatusCode::NOT_FOUND, pages::message(view, "not-found")),
                }
            } else {
                let why = if who.seat.is_some() { "denied-role-may-not" } else { "denied-not-signed-in" };
                (StatusCode::FORBIDDEN, pages::message(view, why))
            };
            (status, frame::document(view, path, &shown).into_string())
        });
        let html = with_ids(html);
        let mut response = (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
        remember_language(&mut response, request);
        response
    }

    fn not_found(&self, who: Who, request: &Asked) -> Response {
        self.show(
            &Page { path: "not-found", roles: &[], render: |view| Some(pages::message(view, "not-found")) },
            who,
            request,
            None,
        )
        .with_status(StatusCode::NOT_FOUND)
    }

    /// Who a seat's pages are shown to: the seat's holder, if the cookie says so.
    #[must_use]
    pub fn holder(&self, seat: SeatId, headers: &HeaderMap) -> Option<(SignedIn, Who)> {
        let state = self.house.state();
        let signed_in = session::of_seat(&state, headers, seat, self.house.clock().now())?;
        let who = Who::of(seat, state.seats.get(seat)?);
        Some((signed_in, who))
    }
}

pub(crate) trait WithStatus {
    fn with_status(self, status: StatusCode) -> Self;
}
impl WithStatus for Response {
    fn with_status(mut self, status: StatusCode) -> Self {
        *self.status_mut() = status;
        self
    }
}

/// A fresh idempotency id in each form of a page.
pub(crate) fn with_ids(html: String) -> String {
    if !html.contains(frame::ID_MARK) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 1024);
    let mut parts = html.split(frame::ID_MARK);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str(&fresh_id());
        out.push_str(part);
    }
    out
}

/// A random UUID (version 4).
#[expect(clippy::disallowed_methods, reason = "an idempotency id offered to a page; nothing decides by it")]
pub(crate) fn fresh_id() -> String {
    let mut bytes = [0u8; 16];
    // Without randomness the id would repeat another's; zeroes make the act anonymous and are refused on arrival.
    if getrandom::fill(&mut bytes).is_err() {
        bytes = [0; 16];
    }
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let n = u128::from_be_bytes(bytes);
    let hex = format!("{n:032x}");
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// Reads an idempotency id: a UUID, or 32 hex digits.
#[must_use]
pub fn read_id(text: &str) -> Option<CommandId> {
    let hex: String = text.chars().filter(|c| *c != '-').collect();
    (hex.len() == 32).then(|| u128::from_str_radix(&hex, 16).ok()).flatten().filter(|n| *n != 0).map(CommandId)
}

fn remember_language(response: &mut Response, request: &Asked) {
    if request.query.contains_key("lang")
        && let Ok(value) =
            HeaderValue::from_str(&format!("lang={}; Path=/; SameSite=Lax; Max-Age=31536000", request.tongue.tag()))
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// What is known of a request beside its path and body.
pub struct Asked {
    /// Its headers.
    pub headers: HeaderMap,
    /// Its query.
    pub query: BTreeMap<String, String>,
    /// The language asked for.
    pub tongue: Tongue,
    /// The peer's address.
    pub peer: IpAddr,
}

impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Asked {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut axum::http::request::Parts, _: &S) -> Result<Self, Self::Rejection> {
        let query: BTreeMap<String, String> = parts.uri.query().map(url::pairs).unwrap_or_default().into_iter().collect();
        let peer = parts.extensions.get::<Peer>().map_or(IpAddr::from([127, 0, 0, 1]), |p| p.address.ip());
        let tongue = session::tongue(&parts.headers, &query);
        Ok(Self { headers: parts.headers.clone(), query, tongue, peer })
    }
}

async fn front(Extract(site): Extract<Arc<Site>>, request: Asked) -> Response {
    public(&site, "", &request)
}

async fn page(Extract(site): Extract<Arc<Site>>, Path(page): Path<String>, request: Asked) -> Response {
    public(&site, &page, &request)
}

fn public(site: &Site, path: &str, request: &Asked) -> Response {
    let Some(page) = pages::find(path, None) else { return site.not_found(Who::default(), request) };
    let tag = {
        let position = site.house.state().position;
        // Pages tell the time of places to the minute.
        let minute = site.house.clock().now().0.unsigned_abs() / 60_000;
        etag::of(position, request.tongue, minute)
    };
    // A choice of language sets a cookie, and a cookie is not for keeping.
    let keeps = !request.query.contains_key("lang") && !request.query.contains_key("token");
    if keeps && etag::matches(&request.headers, &tag) {
        let mut response = StatusCode::NOT_MODIFIED.into_response();
        etag::mark(&mut response, &tag, KEEP_PAGE);
        return response;
    }
    let mut response = site.show(page, Who::default(), request, None);
    if keeps && response.status() == StatusCode::OK {
        etag::mark(&mut response, &tag, KEEP_PAGE);
    }
    response
}

async fn front_of_seat(Extract(site): Extract<Arc<Site>>, Path(seat): Path<String>, request: Asked) -> Response {
    of_seat(&site, &seat, "", &request)
}

async fn page_of_seat(Extract(site): Extract<Arc<Site>>, Path((seat, page)): Path<(String, String)>, request: Asked) -> Response {
    of_seat(&site, &seat, &page, &request)
}

/// A page of a seat, to whoever holds it.
pub(crate) fn of_seat(site: &Site, seat: &str, path: &str, request: &Asked) -> Response {
    let Some((_, who)) = seat.parse().ok().and_then(|seat| site.holder(seat, &request.headers)) else {
        let signed_out = Page { path: "", roles: &[], render: |view| Some(pages::message(view, "denied-not-signed-in")) };
        return site.show(&signed_out, Who::default(), request, None).with_status(StatusCode::UNAUTHORIZED);
    };
    match pages::find(path, who.role) {
        Some(page) => site.show(page, who, request, None),
        None => site.not_found(who, request),
    }
}

async fn missing(Extract(site): Extract<Arc<Site>>, request: Asked) -> Response {
    site.not_found(Who::default(), &request)
}

async fn asset(uri: Uri, headers: HeaderMap) -> Response {
    let Some(asset) = assets::at_path(uri.path()) else { return StatusCode::NOT_FOUND.into_response() };
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
    let mut response = match asset.brotli.filter(|_| accepts.split(',').any(|e| e.trim().split(';').next() == Some("br"))) {
        Some(brotli) => ([(header::CONTENT_ENCODING, "br")], Body::from(Bytes::from_static(brotli))).into_response(),
        None => Body::from(Bytes::from_static(asset.bytes)).into_response(),
    };
    let h = response.headers_mut();
    h.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    h.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    h.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

/// A canonical file of a text, for whoever recomputes its digest.
async fn text_file(Extract(site): Extract<Arc<Site>>, Path(name): Path<String>, request: Asked) -> Response {
    let file = crate::canonical::file(&site.house.state(), &name);
    match file {
        Some((kind, body)) => ([(header::CONTENT_TYPE, kind)], body).into_response(),
        None => site.not_found(Who::default(), &request),
    }
}

async fn join(Extract(site): Extract<Arc<Site>>, Path(token): Path<String>, mut request: Asked) -> Response {
    request.query.insert("token".to_owned(), token);
    let mut response = site.show(&pages::join::PAGE, Who::default(), &request, None);
    // The link’s secret must not travel on in a Referer header; `no-referrer` would make browsers send `Origin: null` with the form.
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin"));
    response
}

async fn redeem(Extract(site): Extract<Arc<Site>>, request: Asked, body: Bytes) -> Response {
    let now = site.house.clock().now();
    let address = site.client(&request);
    let wants_json = wants_json(&request.headers);
    if !session::same_origin(&request.headers, site.settings.public_origin.as_deref()) {
        return site.deny(&request, "", "redeem-invitation", Why::OtherSite).await;
    }
    let form = url::pairs(&String::from_utf8_lossy(&body));
    let value = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let token = Secret(value("token"));
    if !site.may_try(address, &token) {
        return too_many(&request);
    }
    let Some(_place) = site.doorway.enter() else {
        let answer = Answer::turned_away("crowded", request.tongue.t("error-crowded").into_owned());
        return refused_join(&site, &request, &answer, value("token"), wants_json);
    };
    let id = read_id(&value("_id")).or_else(|| read_id(&fresh_id())).unwrap_or_default();
    let command = Command::Seat(SeatCommand::RedeemInvitation { token });
    let outcome = site.house.submit(Act { actor: Actor::Nobody, id, command, address: Some(address) }).await;
    match outcome {
        Ok(Done { secret: Some(secret), .. }) => {
            let seat = session_seat(&site, &secret.0, now);
            let Some(seat) = seat else { return too_many(&request) };
            let to = format!("/as/{seat}/");
            let cookie = session::cookie(seat, &secret.0, site.settings.secure, SESSION_MS / 1000);
            if wants_json {
                return ([(header::SET_COOKIE, cookie)], axum::Json(serde_json::json!({ "seat": seat, "next": to })))
                    .into_response();
            }
            (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, to)]).into_response()
        }
        Ok(_) => {
            // The link was used by this very form before its answer got lost; the secret is told only once.
            let failure = Failure::No(domain::Refusal::new("invitation-not-open").into());
            refused_join(&site, &request, &Answer::failed(&failure, request.tongue), value("token"), wants_json)
        }
        Err(failure) => {
            site.failed_sign_in(&request, &failure).await;
            refused_join(&site, &request, &Answer::failed(&failure, request.tongue), value("token"), wants_json)
        }
    }
}

pub(crate) fn session_seat(site: &Site, secret: &str, now: domain::Moment) -> Option<SeatId> {
    let (id, secret) = secret.split_once('.')?;
    site.house.state().seats.sign_in(id.parse().ok()?, &Secret(secret.to_owned()), now)
}

fn refused_join(site: &Site, request: &Asked, answer: &Answer, token: String, wants_json: bool) -> Response {
    if wants_json {
        return json(answer);
    }
    let failed =
        Failed { act: "redeem-invitation".into(), field: None, message: answer.message.clone(), values: BTreeMap::new() };
    let mut asked =
        Asked { headers: request.headers.clone(), query: request.query.clone(), tongue: request.tongue, peer: request.peer };
    asked.query.insert("token".to_owned(), token);
    site.show(&pages::join::PAGE, Who::default(), &asked, Some(&failed)).with_status(status_of(answer))
}

async fn press(
    Extract(site): Extract<Arc<Site>>,
    Path((seat, act)): Path<(String, String)>,
    request: Asked,
    body: Bytes,
) -> Response {
    let form = url::pairs(&String::from_utf8_lossy(&body));
    pressed(site, seat, act, request, form).await
}

/// A page that came back after a refusal stands at the act's address. Its links and forms that are written relative to the page (in live
/// parts, which many seats share) lead beside the act, and from there to where they belong.
async fn beside_act(Path((seat, page)): Path<(String, String)>, uri: Uri) -> Response {
    let page = if act::names().contains(&page.as_str()) { String::new() } else { page };
    let query = uri.query().filter(|_| !page.is_empty()).map(|query| format!("?{query}")).unwrap_or_default();
    (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/as/{}/{}{query}", url::encode(&seat), url::encode(&page)))])
        .into_response()
}

/// Carries out an act that a page's form asked for, and shows what came of it: the next page, or the form again with what is wrong.
pub(crate) async fn pressed(site: Arc<Site>, seat: String, act: String, request: Asked, form: Vec<(String, String)>) -> Response {
    if !session::same_origin(&request.headers, site.settings.public_origin.as_deref()) {
        return site.deny(&request, &seat, &act, Why::OtherSite).await;
    }
    let Some((signed_in, who)) = seat.parse().ok().and_then(|seat| site.holder(seat, &request.headers)) else {
        return site.deny(&request, &seat, &act, Why::NotSignedIn).await;
    };
    if !site.presses.take(Presser::Session(signed_in.session)) {
        return too_many(&request);
    }
    let answer = site.carry_out(signed_in.seat, &act, &form, site.client(&request), request.tongue).await;
    if wants_json(&request.headers) {
        return json(&answer);
    }
    let value = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
    let from = value("_page").or_else(|| referring_page(&request.headers, signed_in.seat)).unwrap_or_default();
    if answer.status == 200 {
        let next = value("_next").filter(|n| is_own_page(n)).unwrap_or(from);
        let (path, query) = next.split_once('?').unwrap_or((&next, ""));
        let join = if query.is_empty() { String::new() } else { format!("{}&", without_done(query)) };
        let to = format!("/as/{}/{path}?{join}done={}", signed_in.seat, url::encode(&act));
        return (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
    }
    let (path, query) = from.split_once('?').unwrap_or((&from, ""));
    let mut asked = Asked { query: url::pairs(query).into_iter().collect(), ..request };
    asked.query.remove("done");
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in form {
        match values.get_mut(&name).filter(|_| name.ends_with("[]")) {
            Some(all) => {
                all.push('\n');
                all.push_str(&value);
            }
            None => drop(values.insert(name, value)),
        }
    }
    values.insert("_page".to_owned(), from.clone());
    let failed = Failed { act, field: answer.field.clone(), message: answer.message.clone(), values };
    match pages::find(path, who.role) {
        Some(page) => site.show(page, who, &asked, Some(&failed)).with_status(status_of(&answer)),
        None => site.not_found(who, &asked).with_status(status_of(&answer)),
    }
}

impl Site {
    /// Carries an act of a seat out and answers in its language. One way for forms, socket and API.
    pub async fn carry_out(&self, seat: SeatId, act: &str, form: &[(String, String)], address: IpAddr, tongue: Tongue) -> Answer {
        let id = form
            .iter()
            .find(|(n, _)| n == "_id")
            .and_then(|(_, v)| read_id(v))
            .or_else(|| read_id(&fresh_id()))
            .unwrap_or_default();
        let fields = act::fields(form);
        let (fields, signed) = match fields {
            Ok(fields) => crate::record::take_signed(&self.house, fields).await,
            Err(no) => (Err(no), None),
        };
        let command = fields.and_then(|fields| act::command(act, fields));
        let actor = Actor::Seat(seat);
        let scanned = command.as_ref().ok().and_then(|command| scan::Asked::of(actor, command));
        let outcome = match command {
            Ok(command) => self.house.submit_signed(Act { actor, id, command, address: Some(address) }, signed).await,
            Err(no) => Err(Failure::No(no)),
        };
        self.answer(act, &outcome, scanned, tongue)
    }

    /// The answer to an act's outcome, with what a desk is told of a badge.
    #[must_use]
    pub fn answer(&self, act: &str, outcome: &app::Outcome, scanned: Option<scan::Asked>, tongue: Tongue) -> Answer {
        let mut answer = Answer::of(act, outcome, tongue);
        if let Some(scanned) = scanned {
            scanned.tell(&self.house.state(), self.house.people(), tongue, &mut answer);
        }
        answer
    }
}

pub(crate) fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("application/json"))
}

/// An answer as JSON.
#[must_use]
pub fn json(answer: &Answer) -> Response {
    (status_of(answer), axum::Json(answer)).into_response()
}

pub(crate) fn status_of(answer: &Answer) -> StatusCode {
    StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

pub(crate) fn forbidden(request: &Asked, message: &str) -> Response {
    (StatusCode::FORBIDDEN, request.tongue.t(message).into_owned()).into_response()
}

pub(crate) fn too_many(request: &Asked) -> Response {
    (StatusCode::TOO_MANY_REQUESTS, request.tongue.t("error-too-many").into_owned()).into_response()
}

/// `programme?day=2` of a Referer under this seat's pages.
fn referring_page(headers: &HeaderMap, seat: SeatId) -> Option<String> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let path = referer.split_once("://").map_or(referer, |(_, rest)| rest).split_once('/').map(|(_, p)| p)?;
    path.strip_prefix(&format!("as/{seat}/")).map(str::to_owned).filter(|p| is_own_page(p))
}

pub(crate) fn is_own_page(page: &str) -> bool {
    page.len() <= 512
        && !page.contains("//")
        && !page.contains("..")
        && !page.starts_with('/')
        && page.bytes().all(|b| b.is_ascii_graphic())
}

fn without_done(query: &str) -> String {
    query.split('&').filter(|pair| !pair.starts_with("done=")).collect::<Vec<_>>().join("&")
}

/// A page's content when there is nothing but a message to show.
pub(crate) fn message(view: &View<'_>, id: &str) -> Shown {
    use maud::html;
    Shown::new(
        view.t(id),
        html! { div.empty { h1.empty-title { (view.t(id)) } a.button href=(view.base()) { (view.t("to-front-page")) } } },
    )
    .width("narrow")
}
