//! The front page of the secretariat: the headcount, what waits for a decision, and what to do next.
use super::office;
use crate::view::{Page, Region, Scope, Shown, View};
use app::Topic;
use domain::{
    accreditation::{Credentials, Standing},
    count::headcount,
    floor::Phase,
    id::{MeetingId, SummitId},
    programme::Meeting,
};
use maud::{Markup, html};

/// `/as/<seat>/` of the secretariat.
pub const PAGE: Page = Page { path: "", roles: office::SECRETARIAT, render };
/// The three counts: registered, accredited, present.
pub const COUNT: Region = Region {
    name: "office-count",
    scope: Scope::Role,
    roles: office::SECRETARIAT,
    polite: false,
    topics: |_, _, _| vec![Topic::Accreditation, Topic::Presence, Topic::Programme],
    render: count,
};
/// What waits for a decision of the secretariat.
pub const WAITING: Region = Region {
    name: "office-waiting",
    scope: Scope::Role,
    roles: office::SECRETARIAT,
    polite: true,
    topics: |_, _, _| vec![Topic::Accreditation, Topic::Presence, Topic::Programme, Topic::Directory],
    render: |view, _| waiting(view),
};

fn render(view: &View<'_>) -> Option<Shown> {
    let title = view.t("secretariat-title");
    let main = html! {
        div.page-title { h1 { (title) } }
        (view.region(&COUNT, None))
        section.section {
            div.section-title { h2 { (view.t("secretariat-waiting")) } }
            (view.region(&WAITING, None))
        }
        section.section {
            div.section-title { h2 { (view.t("secretariat-places")) } }
            div.grid.dense {
                @for (page, name, about) in [
                    ("programme-edit", "nav-programme-edit", "secretariat-about-programme"),
                    ("directory", "nav-directory", "secretariat-about-directory"),
                    ("accreditation", "nav-accreditation", "secretariat-about-accreditation"),
                    ("presence", "nav-presence", "secretariat-about-presence"),
                    ("paper", "nav-paper", "secretariat-about-paper"),
                    ("letters", "nav-letters", "secretariat-about-letters"),
                    ("seats", "nav-seats", "secretariat-about-seats"),
                ] {
                    a.card href=(view.href(page)) { h3.card-title { (view.t(name)) } p.muted { (view.t(about)) } }
                }
            }
        }
    };
    Some(Shown::new(title, main))
}

fn count(view: &View<'_>, _: Option<&str>) -> Markup {
    let Some((id, _)) = office::summit(view) else { return html! {} };
    let head = headcount(view.state, id);
    html! {
        div.figure-grid {
            (office::figure(view, "accreditation", u64::from(head.organisations_invited), "count-organisations-invited"))
            (office::figure(view, "accreditation", u64::from(head.registered), "count-registered"))
            (office::figure(view, "accreditation?state=accepted", u64::from(head.accredited), "count-accredited"))
            (office::figure(view, "presence", u64::from(head.present), "office-present"))
        }
    }
}

/// One thing to do: how many wait, where, and the words of it.
struct Task {
    count: usize,
    href: &'static str,
    words: &'static str,
}

fn waiting(view: &View<'_>) -> Markup {
    let Some((id, summit)) = office::summit(view) else { return nothing_yet(view) };
    let main = summit.main_venue().is_some();
    let tasks = tasks(view, id);
    let open: Vec<&Task> = tasks.iter().filter(|task| task.count > 0).collect();
    html! {
        @if !main { (next_step(view, "secretariat-no-venue", "secretariat-no-venue-next", "programme-edit?new=venue", "venue-add")) }
        @else if summit.meetings().is_empty() {
            (next_step(view, "secretariat-no-meeting", "secretariat-no-meeting-next", "programme-edit?new=meeting", "meeting-add"))
        } @else { (next_meeting(view, id)) }
        @if view.state.directory.is_empty() {
            (next_step(view, "directory-empty", "directory-empty-next", "directory", "directory-import"))
        } @else if view.state.accreditation.count(id).organisations_invited == 0 {
            (next_step(view, "secretariat-nobody-invited", "secretariat-nobody-invited-next", "accreditation?view=invite", "invite-open"))
        } @else if open.is_empty() {
            p.muted { (view.t("secretariat-nothing-waits")) }
        }
        @if !open.is_empty() {
            ul.share-list {
                @for task in open {
                    li { a href=(task.href) { (view.tongue.with(task.words, &[("count", task.count.into())])) } }
                }
            }
        }
    }
}

fn tasks(view: &View<'_>, id: SummitId) -> [Task; 6] {
    let state = view.state;
    let of = || state.accreditation.delegations().filter(|(_, d)| d.summit == id);
    let standing = |wanted: Credentials| of().filter(|(_, d)| d.credentials == wanted).count();
    let rivals = of().filter(|(d, entry)| entry.credentials.claims() && state.accreditation.rival(*d).is_some()).count();
    let differs = of().filter(|(_, d)| super::accreditation::differs(view, d).is_some()).count();
    let pending = of()
        .filter(|(_, d)| d.credentials.is_seated())
        .flat_map(|(d, _)| state.accreditation.members(d))
        .filter(|(_, m)| m.standing == Standing::Pending)
        .count();
    [
        Task { count: standing(Credentials::Submitted), href: "accreditation?state=submitted", words: "waiting-submitted" },
        Task { count: standing(Credentials::Verified), href: "accreditation?state=verified", words: "waiting-verified" },
        Task { count: rivals, href: "accreditation?state=rivals", words: "waiting-rivals" },
        Task { count: differs, href: "accreditation?state=differs", words: "waiting-differs" },
        Task { count: pending, href: "accreditation?state=pending", words: "waiting-members" },
        Task { count: state.presence.flags().count(), href: "presence", words: "waiting-flags" },
    ]
}

fn nothing_yet(view: &View<'_>) -> Markup {
    next_step(view, "secretariat-no-summit", "secretariat-no-summit-next", "programme-edit?new=summit", "summit-convene")
}

fn next_step(view: &View<'_>, title: &str, words: &str, href: &str, button: &str) -> Markup {
    html! {
        div.empty {
            p.empty-title { (view.t(title)) }
            p { (view.t(words)) }
            a.button href=(href) { (view.t(button)) }
        }
    }
}

fn next_meeting(view: &View<'_>, id: SummitId) -> Markup {
    let programme = &view.state.programme;
    let closed = |meeting| view.state.floor.sitting(meeting).is_some_and(|s| s.phase == Phase::Closed);
    // A meeting that lasts is still the one to look at; one that was closed before its time is not.
    let lasts = |(number, m): &(MeetingId, &Meeting)| m.cancelled.is_none() && m.end > view.now && !closed(*number);
    let next = programme.meetings(id).filter(lasts).min_by_key(|(_, m)| m.start);
    let Some((_, meeting)) = next else { return html! {} };
    let zone = meeting.zone.as_str();
    html! {
        article.card.strong {
            p.eyebrow { (view.t("secretariat-next-meeting")) }
            h3.card-title { (view.tongue.name(&meeting.titles)) }
            p.muted {
                (view.tongue.long_date(meeting.start, zone)) (view.tongue.comma()) (view.tongue.time(meeting.start, zone))
                @if let Some(venue) = programme.venue(meeting.venue) { " · " (view.tongue.name(&venue.names)) }
            }
        }
    }
}
