//! Passkeys: registering a delegate's device and signing in with it, by `webauthn-rs`. Only ES256 is asked for and taken, since the record
//! knows no other. Signatures under statements are not made here but checked by the record's own rules.
//!
//! What a ceremony must remember between its two requests lives in memory alone, for minutes, and is taken out by the second: an answer
//! counts once.
use crate::{
    answer::Answer,
    session,
    site::{Asked, Site, fresh_id, json, read_id, too_many},
    view::Who,
};
use app::{Act, Done, Failure, record::SigningSite};
use axum::{
    Json, Router,
    body::Bytes,
    extract::State as Extract,
    extract::{Extension, Path},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::{
    Actor, Command, FieldProblem, Invalid, Moment, No, Refusal, State,
    id::{PersonId, SeatId},
    refusal::Denied,
    registry::{Device, RegistryCommand},
    seat::{SESSION_MS, SeatCommand},
    words::Digest,
};
use parking_lot::Mutex;
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, OnceLock},
};
use webauthn_rs::prelude::{
    AttestationFormat, COSEAlgorithm, COSEEC2Key, COSEKey, COSEKeyType, Credential, DiscoverableAuthentication, DiscoverableKey,
    ECDSACurve, ParsedAttestation, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid,
    Webauthn, WebauthnBuilder,
};
use webauthn_rs_core::proto::{RegisteredExtensions, ResidentKeyRequirement, UserVerificationPolicy};

/// Ceremonies under way at one time; the oldest gives way.
const CEREMONIES: usize = 20_000;
/// How long one may take, in milliseconds: 10 minutes.
const CEREMONY_MS: u64 = 10 * 60_000;
/// Largest answer of a device, in bytes.
const ANSWER_BYTES: usize = 64 * 1024;
/// In authenticator data, the flag of a passkey that may be kept by more than one device.
const BACKUP_ELIGIBLE: u8 = 1 << 3;

/// The routes of passkeys.
pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/as/{seat}/device/begin", post(begin_device))
        .route("/as/{seat}/device/finish", post(finish_device))
        .route("/sign-in/begin", post(begin_sign_in))
        .route("/sign-in/finish", post(finish_sign_in))
        .layer(axum::extract::DefaultBodyLimit::max(ANSWER_BYTES))
        .layer(Extension(Arc::new(Ceremonies::default())))
}

/// What is remembered between the two requests of a ceremony.
#[derive(Default)]
struct Ceremonies {
    site: OnceLock<Result<Webauthn, Refusal>>,
    registrations: Mutex<HashMap<SeatId, (Moment, PasskeyRegistration)>>,
    sign_ins: Mutex<HashMap<u128, (Moment, DiscoverableAuthentication)>>,
}

/// Keeps one more; what took too long is forgotten, and of too many the oldest.
fn keep<K: Copy + Eq + Hash, T>(all: &Mutex<HashMap<K, (Moment, T)>>, key: K, now: Moment, state: T) {
    let mut all = all.lock();
    if all.len() >= CEREMONIES {
        all.retain(|_, (at, _)| now.ms_since(*at) < CEREMONY_MS);
    }
    if all.len() >= CEREMONIES
        && let Some(oldest) = all.iter().min_by_key(|(_, (at, _))| *at).map(|(key, _)| *key)
    {
        all.remove(&oldest);
    }
    all.insert(key, (now, state));
}

fn take<K: Eq + Hash, T>(all: &Mutex<HashMap<K, (Moment, T)>>, key: &K, now: Moment) -> Result<T, Refusal> {
    let found = all.lock().remove(key).filter(|(at, _)| now.ms_since(*at) < CEREMONY_MS);
    found.map(|(_, state)| state).ok_or(Refusal::new("ceremony-over"))
}

impl Ceremonies {
    /// The site where devices sign, which stands in the record's first entry and never changes.
    fn webauthn(&self, site: &Site) -> Result<&Webauthn, Refusal> {
        let kept = self.site.get_or_init(|| {
            let named = site.house.record().ok_or(Refusal::new("no-record-kept"))?.site();
            named.and_then(|named| build(&named)).ok_or(Refusal::new("no-passkeys-here"))
        });
        kept.as_ref().map_err(Clone::clone)
    }
}

/// None when the record's site is no domain with an origin of its own, such as an address of numbers.
fn build(site: &SigningSite) -> Option<Webauthn> {
    let origins: Vec<Url> = site.origins.iter().filter_map(|origin| Url::parse(origin).ok()).collect();
    let first = origins.iter().find(|origin| origin.domain().is_some())?;
    let builder = WebauthnBuilder::new(&site.id, first).ok()?;
    origins.iter().filter(|one| *one != first).fold(builder, WebauthnBuilder::append_allowed_origin).build().ok()
}

/// The name a device knows a person by: nothing can be read from it.
fn user_of(site: &Site, person: PersonId) -> Uuid {
    let origin = site.house.record().map_or("", |record| record.origin());
    let digest = Digest::of(format!("{origin}\n{person}").as_bytes());
    let mut bytes = [0u8; 16];
    bytes.copy_from_slice(&digest.0[..16]);
    Uuid::from_bytes(bytes)
}

fn refused(failure: impl Into<No>, request: &Asked) -> Response {
    json(&Answer::failed(&Failure::No(failure.into()), request.tongue))
}

/// Whose seat it is, when the request comes from one of its own pages and not too often.
async fn admitted(site: &Arc<Site>, request: &Asked, seat: &str) -> Result<(SeatId, Who), Box<Response>> {
    const ACT: &str = "register-device";
    site.admitted(request, seat, ACT, domain::seat::Role::Delegate).await
}

async fn begin_device(
    Extract(site): Extract<Arc<Site>>,
    Extension(ceremonies): Extension<Arc<Ceremonies>>,
    Path(seat): Path<String>,
    request: Asked,
) -> Response {
    let (seat, _) = match admitted(&site, &request, &seat).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let now = site.house.clock().now();
    match registration(&site, &ceremonies, seat) {
        Ok((options, state)) => {
            keep(&ceremonies.registrations, seat, now, state);
            Json(options).into_response()
        }
        Err(no) => refused(no, &request),
    }
}

/// What the browser is asked for: a key for ES256 that the device finds again by itself and uses only after it knew its owner.
fn registration(site: &Site, ceremonies: &Ceremonies, seat: SeatId) -> Result<(Value, PasskeyRegistration), No> {
    let webauthn = ceremonies.webauthn(site)?;
    let (person, known) = {
        let state = site.house.state();
        let person = state.seats.get(seat).ok_or(Denied::NotSignedIn)?.person;
        let own = state.registry.devices().filter(|(_, d)| d.person == person && !d.ended);
        let known: Vec<_> = own.filter_map(|(_, d)| BASE64URL.decode(d.credential.as_str()).ok()).collect();
        (person, known)
    };
    // A name for the person's own list of passkeys; it stays on the device.
    let name = site.house.people().name(person).unwrap_or_else(|| person.to_string());
    let started = webauthn.start_passkey_registration(user_of(site, person), &name, &name, Some(known));
    let (mut options, state) = started.map_err(|error| failed(&error.to_string()))?;
    let asked = &mut options.public_key;
    asked.pub_key_cred_params.retain(|one| one.alg == COSEAlgorithm::ES256 as i64);
    if let Some(selection) = &mut asked.authenticator_selection {
        selection.resident_key = Some(ResidentKeyRequirement::Required);
        selection.require_resident_key = true;
    }
    Ok((serde_json::to_value(&options).unwrap_or_default(), state))
}

fn failed(reason: &str) -> Refusal {
    tracing::info!(reason, "a ceremony with a passkey came to nothing");
    Refusal::new("passkey-refused")
}

/// What a page sends back.
#[derive(Deserialize)]
struct Finished<T> {
    /// The press's id: a repeated one registers nothing twice. Of a sign-in, the ceremony's.
    id: String,
    credential: T,
}

async fn finish_device(
    Extract(site): Extract<Arc<Site>>,
    Extension(ceremonies): Extension<Arc<Ceremonies>>,
    Path(seat): Path<String>,
    request: Asked,
    body: Bytes,
) -> Response {
    let (seat, _) = match admitted(&site, &request, &seat).await {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let Ok(finished) = serde_json::from_slice::<Finished<RegisterPublicKeyCredential>>(&body) else {
        return refused(Invalid::new("credential", FieldProblem::NotAKey), &request);
    };
    let Some(id) = read_id(&finished.id) else { return refused(Invalid::new("id", FieldProblem::Empty), &request) };
    // The answer to this very press may have been lost on its way: then the device is registered.
    if site.house.state().recent.position_of(id).is_some() {
        let done = Done { position: site.house.state().position, created: None, secret: None, repeated: true };
        return json(&Answer::of("register-device", &Ok(done), request.tongue));
    }
    let command = match registered(&site, &ceremonies, seat, &finished.credential) {
        Ok(command) => Command::Registry(command),
        Err(no) => return refused(no, &request),
    };
    let act = Act { actor: Actor::Seat(seat), id, command, address: Some(site.client(&request)) };
    let outcome = site.house.submit(act).await;
    json(&Answer::of("register-device", &outcome, request.tongue))
}

/// Checks what the device answered, and makes the act of it.
fn registered(
    site: &Site,
    ceremonies: &Ceremonies,
    seat: SeatId,
    credential: &RegisterPublicKeyCredential,
) -> Result<RegistryCommand, No> {
    let state = take(&ceremonies.registrations, &seat, site.house.clock().now())?;
    let passkey = ceremonies.webauthn(site)?.finish_passkey_registration(credential, &state);
    let passkey = passkey.map_err(|error| failed(&error.to_string()))?;
    let COSEKeyType::EC_EC2(point) = &passkey.get_public_key().key else { return Err(failed("not ES256").into()) };
    if *passkey.cred_algorithm() != COSEAlgorithm::ES256 || point.curve != ECDSACurve::SECP256R1 {
        return Err(failed("not ES256").into());
    }
    let raw: Vec<u8> = [&[4u8][..], &point.x, &point.y].concat();
    let key = BASE64URL.encode(raw).parse().map_err(|problem| Invalid::new("key", problem))?;
    let credential = BASE64URL.encode(passkey.cred_id()).parse().map_err(|problem| Invalid::new("credential", problem))?;
    Ok(RegistryCommand::RegisterDevice { key, credential })
}

async fn begin_sign_in(
    Extract(site): Extract<Arc<Site>>,
    Extension(ceremonies): Extension<Arc<Ceremonies>>,
    request: Asked,
) -> Response {
    if !session::same_origin(&request.headers, site.settings.public_origin.as_deref()) {
        return site.deny(&request, "", "sign-in", crate::denial::Why::OtherSite).await;
    }
    if !site.sign_ins.has(site.client(&request)) {
        return too_many(&request);
    }
    let started = ceremonies
        .webauthn(&site)
        .map_err(No::from)
        .and_then(|webauthn| webauthn.start_discoverable_authentication().map_err(|error| failed(&error.to_string()).into()));
    let id = fresh_id();
    match (started, read_id(&id)) {
        (Ok((mut options, state)), Some(key)) => {
            // A button is pressed; the browser is not asked to offer passkeys while somebody types.
            options.mediation = None;
            keep(&ceremonies.sign_ins, key.0, site.house.clock().now(), state);
            Json(json!({ "id": id, "options": options })).into_response()
        }
        (Err(no), _) => refused(no, &request),
        (Ok(_), None) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn finish_sign_in(
    Extract(site): Extract<Arc<Site>>,
    Extension(ceremonies): Extension<Arc<Ceremonies>>,
    request: Asked,
    body: Bytes,
) -> Response {
    let address = site.client(&request);
    if !session::same_origin(&request.headers, site.settings.public_origin.as_deref()) {
        return site.deny(&request, "", "sign-in", crate::denial::Why::OtherSite).await;
    }
    if !site.sign_ins.has(address) {
        return too_many(&request);
    }
    let Ok(finished) = serde_json::from_slice::<Finished<PublicKeyCredential>>(&body) else {
        return refused(Invalid::new("credential", FieldProblem::NotAKey), &request);
    };
    let Some(_place) = site.doorway.enter() else {
        return json(&Answer::turned_away("crowded", request.tongue.t("error-crowded").into_owned()));
    };
    let person = match proven(&site, &ceremonies, &finished) {
        Ok(person) => person,
        Err(no) => {
            site.sign_ins.take(address);
            site.note_denied(&request, None, "sign-in", crate::denial::Why::PasskeyRefused).await;
            return refused(no, &request);
        }
    };
    let id = read_id(&fresh_id()).unwrap_or_default();
    let act = Act { actor: Actor::Person(person), id, command: Command::Seat(SeatCommand::SignIn {}), address: Some(address) };
    match site.house.submit(act).await {
        Ok(Done { secret: Some(secret), .. }) => {
            let Some(seat) = crate::site::session_seat(&site, &secret.0, site.house.clock().now()) else {
                return too_many(&request);
            };
            let cookie = session::cookie(seat, &secret.0, site.settings.secure, SESSION_MS / 1000);
            ([(header::SET_COOKIE, cookie)], Json(json!({ "seat": seat, "next": format!("/as/{seat}/") }))).into_response()
        }
        Ok(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Err(failure) => json(&Answer::failed(&failure, request.tongue)),
    }
}

/// Whose device answered, once the answer is checked. One refusal for every reason: nothing is told to whoever guesses.
fn proven(site: &Site, ceremonies: &Ceremonies, finished: &Finished<PublicKeyCredential>) -> Result<PersonId, No> {
    let id = read_id(&finished.id).ok_or_else(|| Invalid::new("id", FieldProblem::Empty))?;
    let state = take(&ceremonies.sign_ins, &id.0, site.house.clock().now())?;
    let credential = &finished.credential;
    let device = known(&site.house.state(), credential.get_credential_id()).ok_or(Refusal::new("passkey-unknown"))?;
    let webauthn = ceremonies.webauthn(site)?;
    let (user, _) = webauthn.identify_discoverable_authentication(credential).map_err(|error| failed(&error.to_string()))?;
    let key =
        stored(&device, credential).filter(|_| user == user_of(site, device.person)).ok_or(Refusal::new("passkey-unknown"))?;
    let checked = webauthn.finish_discoverable_authentication_v2(credential, state, DiscoverableKey::from(key));
    let checked = checked.map_err(|error| failed(&error.to_string()))?;
    if checked.user_verified() { Ok(device.person) } else { Err(failed("the user was not verified").into()) }
}

/// The registered device of a credential, unless it was ended.
fn known(state: &State, credential: &[u8]) -> Option<Device> {
    let name = BASE64URL.encode(credential);
    state.registry.devices().find(|(_, d)| !d.ended && d.credential.as_str() == name).map(|(_, d)| d.clone())
}

/// A registered device as the library knows one. The house keeps its key and name alone; whether copies of the passkey are allowed is what
/// the device itself says.
fn stored(device: &Device, said: &PublicKeyCredential) -> Option<Passkey> {
    let raw = BASE64URL.decode(device.key.as_str()).ok()?;
    let (x, y) = raw.strip_prefix(&[4])?.split_at_checked(32)?;
    let point = COSEEC2Key { curve: ECDSACurve::SECP256R1, x: x.to_vec(), y: y.to_vec() };
    let flags = said.response.authenticator_data.get(32).copied().unwrap_or_default();
    let credential = Credential {
        cred_id: BASE64URL.decode(device.credential.as_str()).ok()?,
        cred: COSEKey { type_: COSEAlgorithm::ES256, key: COSEKeyType::EC_EC2(point) },
        counter: 0,
        transports: None,
        user_verified: true,
        backup_eligible: flags & BACKUP_ELIGIBLE != 0,
        backup_state: false,
        registration_policy: UserVerificationPolicy::Required,
        extensions: RegisteredExtensions::none(),
        attestation: ParsedAttestation::default(),
        attestation_format: AttestationFormat::None,
    };
    Some(credential.into())
}
