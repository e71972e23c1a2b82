//! A walk through every page that each role can reach by links, and the forms found on the way.
use crate::floor_stage::{Signed, Stage};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Most pages of one role: a walk that goes round in circles fails loudly.
const PAGES: usize = 400;

/// A form as it stands on a page.
#[derive(Clone, Debug)]
pub struct Form {
    /// Whose page.
    pub role: String,
    /// The page below the seat.
    pub page: String,
    /// The whole address it posts to.
    pub action: String,
    /// `post`.
    pub method: String,
    /// Its fields in order: name, value, and whether a person types into it.
    pub fields: Vec<(String, String, bool)>,
}

impl Form {
    /// The act of a form that posts to `act/…` or brings the act's signature.
    pub fn act(&self) -> Option<&str> {
        let (before, act) = self.action.rsplit_once('/')?;
        before.ends_with("/act").then_some(act)
    }
    /// The names of the fields into which a person types.
    pub fn typed(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(|(_, _, typed)| *typed).map(|(name, ..)| name.as_str())
    }
}

/// A summit in which every page has something to offer, and somebody of each role.
pub struct Walk {
    pub stage: Stage,
    pub people: BTreeMap<String, Signed>,
}

impl Walk {
    pub fn new() -> Self {
        let mut stage = Stage::new();
        stage.adopted_text();
        stage.act("close-item", json!({ "item": "item-2" }));
        for (symbol, title) in [("SD/2027/L.2", "A second draft"), ("SD/2027/L.3", "A third")] {
            stage.act(
                "draft-text",
                json!({ "summit": "summit-1", "symbol": symbol, "title": { "en": title, "fr": title }, "authentic": ["en", "fr"], "sponsors": ["org-1"] }),
            );
        }
        stage.act(
            "import-text",
            json!({ "text": "text-2", "paragraphs": [{ "kind": "operative", "words": { "en": "We meet again.", "fr": "À bientôt." } }] }),
        );
        stage.act("open-item", json!({ "item": "item-1" }));
        stage.act("open-speakers", json!({ "item": "item-1", "limit_seconds": 180 }));
        stage.act("schedule-meeting", json!({ "kind": "side-event", "titles": { "en": "Wells" }, "venue": "venue-1", "start": "2027-03-23T10:00", "end": "2027-03-23T11:00" }));
        // Delegations in the middle of their accreditation.
        for organisation in [5, 6] {
            stage.act(
                "register-organisation",
                json!({ "names": { "en": format!("Late Owl Circle {organisation}") }, "home": "PE", "category": "member" }),
            );
        }
        let contact = json!({ "family": "Owl", "given": "Sam", "email": "owl@example.org" });
        let invited =
            stage.act("invite-organisation", json!({ "summit": "summit-1", "organisation": "org-5", "contact": contact }));
        let focal = stage.sign_in(&invited.secret.unwrap().0);
        stage.act(
            "enter-member",
            json!({ "delegation": "delegation-5", "person": { "family": "Wing", "given": "Kim" }, "rank": "head" }),
        );
        let mut people = BTreeMap::from([("focal-point".to_owned(), focal)]);
        people.insert("delegate".to_owned(), stage.delegate(2));
        let other = stage.delegate(3);
        stage.post(&other, "request-floor", "", "item=item-1");
        stage.post(&people["delegate"], "request-floor", "", "item=item-1");
        people.insert("secretariat".to_owned(), stage.signed("secretariat"));
        people.insert(
            "venue-operator".to_owned(),
            stage.signed_with("venue-operator", json!({ "venue": "venue-1", "summit": "summit-1" })),
        );
        for role in ["chair", "director", "interpreter", "observer"] {
            people.insert(role.to_owned(), stage.signed_with(role, json!({ "summit": "summit-1" })));
        }
        Self { stage, people }
    }

    /// Somebody signs in on another device: a session of its own, with its own measure of presses.
    pub fn fresh_session(&mut self, role: &str) {
        let seat = self.people[role].seat;
        let token = self.stage.act("reissue-invitation", json!({ "seat": seat })).secret.unwrap();
        let signed = self.stage.sign_in(&token.0);
        self.people.insert(role.to_owned(), signed);
    }

    /// Every form of every role.
    pub fn forms(&mut self) -> Vec<Form> {
        let people = self.people.clone();
        people.iter().flat_map(|(role, who)| self.forms_of(role, who)).collect()
    }

    /// What the floor offers while there is a speaker, while consensus is sought, while a vote is taken, and once it is locked.
    pub fn forms_of_decisions(&mut self) -> Vec<Form> {
        let mut found = Vec::new();
        let stages: [&[(&str, Value)]; 4] = [
            &[("give-floor", json!({ "meeting": "meeting-1" })), ("table-text", json!({ "text": "text-2" }))],
            &[
                ("end-speech", json!({ "meeting": "meeting-1" })),
                ("add-item", json!({ "meeting": "meeting-1", "kind": "adoption", "titles": { "en": "Another adoption" } })),
                ("close-item", json!({ "item": "item-1" })),
                ("open-item", json!({ "item": "item-3" })),
                ("open-consensus", json!({ "text": "text-2", "meeting": "meeting-1", "item": "item-3" })),
            ],
            &[
                ("adopt-by-consensus", json!({ "text": "text-2" })),
                (
                    "open-poll",
                    json!({ "meeting": "meeting-1", "method": "recorded", "question": { "en": "Go on?", "fr": "Continuer ?" } }),
                ),
            ],
            &[("lock-poll", json!({ "poll": "poll-1" }))],
        ];
        for acts in stages {
            for (act, fields) in acts {
                self.stage.act(act, fields.clone());
            }
            for role in ["chair", "delegate", "secretariat"] {
                let who = self.people[role].clone();
                found.extend(self.forms_of(role, &who));
            }
        }
        found
    }

    fn forms_of(&self, role: &str, who: &Signed) -> Vec<Form> {
        let base = format!("/as/{}/", who.seat);
        let mut seen = BTreeSet::from([String::new()]);
        let mut waiting = VecDeque::from([String::new()]);
        let mut forms = Vec::new();
        while let Some(page) = waiting.pop_front() {
            let (status, html) = self.stage.page(who, &page);
            assert_eq!(status, StatusCode::OK, "{role} is led to {page:?}");
            for link in links(&html) {
                if let Some(next) = below(&base, &page, &link)
                    && !is_a_file(&next)
                    && seen.insert(next.clone())
                {
                    waiting.push_back(next);
                }
            }
            forms.extend(forms_in(&html).into_iter().map(|(action, method, fields)| Form {
                role: role.to_owned(),
                page: page.clone(),
                action: format!("{base}{}", action.strip_prefix(&base).unwrap_or(&action)),
                method,
                fields,
            }));
            assert!(seen.len() < PAGES, "{role} is led to ever more pages: {waiting:?}");
        }
        forms
    }

    /// Follows a link of a page that stands at this address.
    pub fn follow(&self, role: &str, at: &str, link: &str) -> (StatusCode, String) {
        let who = &self.people[role];
        let folder = at.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = if link.starts_with('/') { link.to_owned() } else { format!("{folder}/{}", link.trim_start_matches("./")) };
        let request = Request::get(path.split('#').next().unwrap_or_default()).header(header::COOKIE, &who.cookie);
        self.stage.send(request.body(Body::empty()).unwrap())
    }

    /// Presses a form as a browser without scripts does, with these words in its fields.
    pub fn press(&self, form: &Form, typed: &[(String, String)], language: &str) -> (StatusCode, String) {
        let who = &self.people[&form.role];
        let value =
            |name: &str, own: &str| typed.iter().find(|(n, _)| n == name).map_or_else(|| own.to_owned(), |(_, v)| v.clone());
        let pairs: Vec<String> =
            form.fields.iter().map(|(name, own, _)| format!("{}={}", encode(name), encode(&value(name, own)))).collect();
        let request = Request::post(&form.action)
            .header(header::COOKIE, format!("{}; lang={language}", who.cookie))
            .header("sec-fetch-site", "same-origin")
            .header(header::REFERER, format!("http://test/as/{}/{}", who.seat, form.page));
        self.stage.send(request.body(Body::from(pairs.join("&"))).unwrap())
    }
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(
            |b| if b.is_ascii_alphanumeric() || b == b'-' || b == b'.' { char::from(b).to_string() } else { format!("%{b:02X}") },
        )
        .collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'").replace("&amp;", "&")
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
    rest.split('"').next().map(unescaped)
}

pub fn links(html: &str) -> Vec<String> {
    html.split("<a ").skip(1).filter_map(|rest| attribute(&format!(" {}", rest.split('>').next()?), "href")).collect()
}

/// A link as a page below the seat, without what only says what was done or in which language.
fn below(base: &str, page: &str, link: &str) -> Option<String> {
    let link = link.split('#').next()?;
    let path = match link.strip_prefix(base) {
        Some(rest) => rest.to_owned(),
        None if link.is_empty() => return None,
        None if link.starts_with('?') => format!("{}{link}", page.split('?').next()?),
        None if link.starts_with('/') || link.contains("://") || link.starts_with("mailto:") => return None,
        None => link.trim_start_matches("./").to_owned(),
    };
    let (path, query) = path.split_once('?').unwrap_or((&path, ""));
    let kept: Vec<&str> =
        query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang=") && !pair.starts_with("done=")).collect();
    Some(if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) })
}

/// What a link hands out rather than shows, and the endless list of changes.
fn is_a_file(page: &str) -> bool {
    let path = page.split('?').next().unwrap_or_default();
    path.contains('.') || path.contains('/') || (path == "changes" && page != "changes")
}

type Fields = Vec<(String, String, bool)>;

fn forms_in(html: &str) -> Vec<(String, String, Fields)> {
    let mut found = Vec::new();
    for rest in html.split("<form ").skip(1) {
        let (tag, rest) = rest.split_once('>').unwrap();
        let tag = format!(" {tag}");
        let method = attribute(&tag, "method").unwrap_or_default().to_lowercase();
        if method == "get" {
            continue;
        }
        let content = rest.split("</form>").next().unwrap();
        found.push((attribute(&tag, "action").unwrap_or_default(), method, fields_in(content)));
    }
    found
}

fn fields_in(content: &str) -> Fields {
    let mut fields = Fields::new();
    for (at, _) in content.match_indices('<') {
        let rest = &content[at + 1..];
        let (tag, after) = rest.split_once('>').unwrap_or((rest, ""));
        let (kind, tag) = (tag.split(' ').next().unwrap_or_default(), format!(" {tag}"));
        let Some(name) = attribute(&tag, "name").filter(|_| !tag.contains(" disabled")) else { continue };
        match kind {
            "input" => {
                let of = attribute(&tag, "type").unwrap_or_else(|| "text".to_owned());
                let chosen = tag.contains(" checked");
                match of.as_str() {
                    "hidden" => fields.push((name, attribute(&tag, "value").unwrap_or_default(), false)),
                    "checkbox" | "radio" if chosen => fields.push((name, attribute(&tag, "value").unwrap_or_default(), false)),
                    "checkbox" | "radio" | "file" => {}
                    _ => fields.push((name, attribute(&tag, "value").unwrap_or_default(), true)),
                }
            }
            "textarea" => fields.push((name, unescaped(after.split("</textarea>").next().unwrap_or_default()), true)),
            "select" => {
                let options = after.split("</select>").next().unwrap_or_default();
                let tags = || options.split("<option ").skip(1).map(|o| format!(" {}", o.split('>').next().unwrap_or_default()));
                let chosen = tags().find(|o| o.contains(" selected")).or_else(|| tags().next());
                if let Some(value) = chosen.and_then(|o| attribute(&o, "value")) {
                    fields.push((name, value, false));
                }
            }
            "button" => fields.push((name, attribute(&tag, "value").unwrap_or_default(), false)),
            _ => {}
        }
    }
    fields
}
