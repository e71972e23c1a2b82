//! The reference record: 512 organisations of 163 countries, one text in six languages that 243 of 112 endorse and 242 of 111 after a
//! withdrawal, a poll, a summit with 9,871 present.
use super::writer::{Log, Signer, digest, jcs};
use serde_json::{Value, json};

const COUNTRIES: &str = "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO \
    CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS \
    IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA \
    NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS";

/// How many organisations take part in the poll; the others are absent.
const VOTERS: usize = 300;

/// An organisation with its key and its one delegate.
pub struct Organisation {
    pub id: String,
    pub key: Signer,
    pub rep: Signer,
    pub names: String,
}

/// The record, its keys and its claims.
pub struct Reference {
    pub log: Log,
    pub accreditors: Vec<Signer>,
    pub clerk: Signer,
    pub organisations: Vec<Organisation>,
    /// Digest of the statement's manifest.
    pub manifest: String,
    /// The size before the withdrawal, at which 243 of 112 endorse.
    pub before: u64,
    /// Claims of the text at the whole size and before the withdrawal, of the poll and of the summit.
    pub text: Value,
    pub text_before: Value,
    pub poll: Value,
    pub summit: Value,
}

pub const SYMBOL: &str = "A/1/L.1";

impl Reference {
    /// The record at the reference scale.
    pub fn new() -> Self {
        Self::of(512, 9_871)
    }
    /// A smaller one for tests that repeat it: at least 346 organisations keep the figures of endorsement.
    pub fn of(organisations: usize, present: usize) -> Self {
        let (mut log, accreditors, clerk) = begin();
        let organisations = accredit(&mut log, &accreditors, organisations);
        let manifest = table(&mut log, &clerk);
        log.entry(
            "adopt",
            json!({"meeting": "plenary-2", "symbol": SYMBOL, "manifest": manifest, "how": "consensus", "poll": ""}),
            &[&clerk],
        );
        endorse(&mut log, &clerk, &organisations, &manifest);
        let before = log.leaves.len() as u64;
        let leaving = &organisations[111];
        log.act("withdraw", &leaving.id, json!({"manifest": manifest}), &leaving.rep);
        attend(&mut log, &clerk, &organisations, present);
        let poll = vote(&mut log, &clerk, &organisations);
        let size = log.leaves.len() as u64;
        let claim = |kind: &str, id: &str, size: u64, counts: Value| json!({"v": 1, "kind": kind, "id": id, "size": size, "counts": counts});
        let counts = |n: u64, countries: u64, keys: u64, passkeys: u64| json!({"organisations": n, "countries": countries, "by_key": keys, "by_passkey": passkeys, "on_paper": 5, "before_correction": 0});
        let (keys, passkeys) = ways();
        let there = organisations.len().min(present);
        let total = organisations.len() * 20;
        Self {
            text: claim("text", &manifest, size, counts(242, 111, keys, passkeys - 1)),
            text_before: claim("text", &manifest, before, counts(243, 112, keys, passkeys)),
            poll: claim("poll", "poll-1", size, poll),
            summit: claim(
                "summit",
                "2026",
                size,
                json!({"registered": total, "accredited": total, "present": present, "organisations": there, "countries": there.min(163)}),
            ),
            log,
            accreditors,
            clerk,
            organisations,
            manifest,
            before,
        }
    }
    /// The claim with another figure.
    pub fn with(claim: &Value, figure: &str, n: u64) -> Value {
        let mut claim = claim.clone();
        claim["counts"][figure] = json!(n);
        claim
    }
}

fn begin() -> (Log, Vec<Signer>, Signer) {
    let mut log = Log::default();
    let accreditors: Vec<Signer> = (1..=3).map(|n| Signer::ed25519(&format!("accreditor {n}"))).collect();
    let clerk = Signer::ed25519("clerk");
    let mut keys: Vec<String> = accreditors.iter().map(Signer::public).collect();
    keys.sort();
    let names = log.names("World Assembly of Parties");
    log.entry(
        "genesis",
        json!({"accreditors": keys, "threshold": 2, "names": names,
            "rp": {"id": super::writer::RP, "origins": [super::writer::SITE]}}),
        &accreditors.iter().collect::<Vec<_>>(),
    );
    let duties = ["delegation", "minute", "paper", "poll", "presence", "text"];
    log.entry(
        "officers",
        json!({"accreditors": keys, "threshold": 2, "clerks": [{"key": clerk.public(), "duties": duties}]}),
        &[&accreditors[0], &accreditors[1]],
    );
    (log, accreditors, clerk)
}

fn accredit(log: &mut Log, accreditors: &[Signer], count: usize) -> Vec<Organisation> {
    let countries: Vec<&str> = COUNTRIES.split_whitespace().collect();
    assert_eq!(countries.len(), 163);
    (0..count)
        .map(|n| {
            let id = format!("org-{n:03}");
            // Every fourth organisation uses the tool that it has already.
            let key = if n % 4 == 3 { Signer::ssh(&id) } else { Signer::ed25519(&id) };
            let rep = Signer::passkey(&format!("rep-{n:04}"));
            let names = log.names(&format!("Party of the {n}th Meridian"));
            log.entry(
                "accredit",
                json!({"org": id, "country": countries[n % 163], "category": "party", "names": names, "key": key.public()}),
                &[&accreditors[n % 3], &accreditors[(n + 1) % 3]],
            );
            let fields = json!({"org": id, "rep": format!("rep-{n:04}"), "alg": "webauthn-es256", "key": rep.public(),
                "scope": ["endorse", "vote"], "until": "2026-12-31T00:00:00Z"});
            log.entry("delegate", fields, &[&key]);
            Organisation { id, key, rep, names }
        })
        .collect()
}

fn table(log: &mut Log, clerk: &Signer) -> String {
    let texts = [
        ("ar", "بيان بشأن الحوار", "نقرر أن نواصل الحوار.\n"),
        ("en", "Statement on dialogue", "1. We resolve to carry the dialogue on.\n2. We shall meet again.\n"),
        ("es", "Declaración sobre el diálogo", "1. Decidimos proseguir el diálogo.\n2. Volveremos a reunirnos.\n"),
        ("fr", "Déclaration sur le dialogue", "1. Nous décidons de poursuivre le dialogue.\n2. Nous nous réunirons à nouveau.\n"),
        ("ru", "Заявление о диалоге", "1. Мы постановляем продолжать диалог.\n2. Мы соберёмся снова.\n"),
        ("zh", "关于对话的声明", "一、我们决定继续对话。\n二、我们将再次会晤。\n"),
    ];
    let manifest = log.manifest(SYMBOL, &texts);
    log.entry("text", json!({"symbol": SYMBOL, "manifest": manifest}), &[clerk]);
    manifest
}

/// Whose endorsement counts: 112 + 111 + 20 organisations, of 112 countries; number 111 is the only one of its country.
fn endorsers() -> impl Iterator<Item = usize> {
    (0..112).chain(163..274).chain(326..346)
}
/// How an endorser signs: its own key, a delegate's passkey, or paper for the last five.
fn way(n: usize) -> &'static str {
    match n {
        341.. => "paper",
        _ if n % 4 >= 2 && n != 111 => "key",
        _ => "passkey",
    }
}
fn ways() -> (u64, u64) {
    let of = |w: &str| endorsers().filter(|n| way(*n) == w).count() as u64;
    (of("key"), of("passkey"))
}

fn endorse(log: &mut Log, clerk: &Signer, organisations: &[Organisation], manifest: &str) {
    let reservation =
        log.manifest("A/1/L.1/Res.1", &[("en", "Reservation", "We read paragraph 1 as leaving the forms of dialogue open.\n")]);
    log.entry("text", json!({"symbol": "A/1/L.1/Res.1", "manifest": reservation}), &[clerk]);
    for n in endorsers() {
        let organisation = &organisations[n];
        let (kind, fields) = match n % 50 {
            0 => ("endorse-with-reservation", json!({"manifest": manifest, "reservation": reservation})),
            _ => ("endorse", json!({"manifest": manifest})),
        };
        match way(n) {
            "paper" => {
                let fields =
                    json!({"act": "endorse", "manifest": manifest, "evidence_sha256": digest(organisation.id.as_bytes())});
                log.act("attested", &organisation.id, fields, clerk)
            }
            "key" => log.act(kind, &organisation.id, fields, &organisation.key),
            _ => log.act(kind, &organisation.id, fields, &organisation.rep),
        };
    }
    // Others refuse, as visibly.
    for organisation in &organisations[300..320] {
        log.act("decline", &organisation.id, json!({"manifest": manifest}), &organisation.key);
    }
}

fn attend(log: &mut Log, clerk: &Signer, organisations: &[Organisation], present: usize) {
    for organisation in organisations {
        log.entry("delegation", json!({"summit": "2026", "org": organisation.id, "registered": 20, "accredited": 20}), &[clerk]);
    }
    let opened = log.json_blob(&json!({"meeting": "plenary-1", "kind": "opened"}));
    log.entry("minute", json!({"meeting": "plenary-1", "kind": "opened", "sha256": opened}), &[clerk]);
    let mut persons: Vec<(&str, String)> =
        (0..present).map(|n| (organisations[n % organisations.len()].id.as_str(), digest(&n.to_be_bytes()))).collect();
    // They arrive in no order of organisations; each batch is sorted.
    persons.sort_by(|a, b| a.1.cmp(&b.1));
    for batch in persons.chunks_mut(400) {
        batch.sort();
        log.entry("present", json!({"summit": "2026", "persons": batch}), &[clerk]);
    }
}

fn vote(log: &mut Log, clerk: &Signer, organisations: &[Organisation]) -> Value {
    let question = log.manifest("A/1/Q.1", &[("en", "Question", "Shall the general debate be closed?\n")]);
    log.entry("text", json!({"symbol": "A/1/Q.1", "manifest": question}), &[clerk]);
    let electorate: Vec<Value> = organisations.iter().map(|o| json!({"org": o.id, "votes": 1})).collect();
    log.entry(
        "poll",
        json!({"poll": "poll-1", "meeting": "plenary-1", "question": question, "method": "recorded", "electorate": electorate}),
        &[clerk],
    );
    let mut sums = [0u64; 4];
    let mut votes = Vec::new();
    for (n, organisation) in organisations.iter().take(VOTERS).enumerate() {
        let choice = match n % 30 {
            0..20 => 0,
            20..26 => 1,
            26..29 => 2,
            _ => 3,
        };
        sums[choice] += 1;
        let choice = ["yes", "no", "abstain", "not-participating"][choice];
        let parts = json!([{"choice": choice, "votes": 1}]);
        let body =
            log.body("vote", json!({"poll": "poll-1", "org": organisation.id, "rep": format!("rep-{n:04}"), "parts": parts}));
        log.entry("cast", json!({"poll": "poll-1", "org": organisation.id, "vote_sha256": digest(&jcs(&body))}), &[clerk]);
        votes.push((body, &organisation.rep));
    }
    log.entry("lock", json!({"poll": "poll-1"}), &[clerk]);
    for (body, rep) in votes {
        log.push(&body, &[rep]);
    }
    let [yes, no, abstain, not] = sums;
    let absent = organisations.len() - VOTERS;
    let counts = json!({"yes": yes, "no": no, "abstain": abstain, "not-participating": not, "absent": absent});
    let mut fields = counts.clone();
    fields["poll"] = json!("poll-1");
    log.entry("result", fields, &[clerk]);
    counts
}
