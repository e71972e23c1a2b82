//! Parts that the pages of the floor and of deciding share: who, which meeting, which clock, what is being decided.
use crate::{assets, signing::Signature, view::View};
use domain::{
    State,
    floor::{Phase, Requests, Speakers, Speech},
    id::{ItemId, MeetingId, OrganisationId, PollId, SummitId, TextId},
    poll::Poll,
    text::Text,
};
use maud::{Markup, html};

/// An organisation's flag, if its home has one. The name stands beside it, so the picture says nothing of its own.
#[must_use]
pub fn flag(view: &View<'_>, id: OrganisationId) -> Markup {
    let home = view.state.directory.get(id).and_then(|o| o.home.as_ref());
    html! { @if let Some(flag) = home.and_then(|h| assets::flag_href(h.as_str())) { img.flag src=(flag) alt="" width="24" height="16"; } }
}

/// An organisation's name in the viewer's language; its id when it left the directory.
#[must_use]
pub fn name(view: &View<'_>, id: OrganisationId) -> Markup {
    match view.state.directory.get(id) {
        Some(organisation) => view.tongue.name(&organisation.names),
        None => html! { (id) },
    }
}

/// An organisation's name as plain text, for choices and labels.
#[must_use]
pub fn plain_name(view: &View<'_>, id: OrganisationId) -> String {
    view.state.directory.get(id).map_or_else(|| id.to_string(), |o| view.tongue.plain(&o.names))
}

/// Flag and name.
#[must_use]
pub fn organisation(view: &View<'_>, id: OrganisationId) -> Markup {
    html! { span.org { (flag(view, id)) (name(view, id)) } }
}

/// The clock of a speech: counts down by the server's time while it runs, stands with what is left otherwise.
#[must_use]
pub fn clock(view: &View<'_>, speech: &Speech, class: &str) -> Markup {
    let clock = &speech.clock;
    let left = clock.left_ms(view.now);
    let limit = i64::try_from(clock.limit_ms.saturating_sub(clock.spent_ms)).unwrap_or(i64::MAX);
    let over = i64::try_from(clock.spent_ms.saturating_sub(clock.limit_ms)).unwrap_or(i64::MAX);
    let ends = clock.running_since.map(|since| since.plus_ms(limit).plus_ms(-over).0);
    html! {
        count-down.(class) data-ends=[ends] data-left=(left) data-now=(view.now.0) data-running=[clock.is_running().then_some("")] {
            (minutes(left))
        }
    }
}

/// Milliseconds as `4:05`.
#[must_use]
pub fn minutes(ms: u64) -> String {
    let seconds = ms.div_ceil(1000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The meeting that is in progress; else the one that begins next; else the one that closed last.
#[must_use]
pub fn current_meeting(view: &View<'_>) -> Option<MeetingId> {
    let programme = &view.state.programme;
    let summit = programme.current()?;
    let sitting = |id| view.state.floor.sitting(id);
    let running = programme.meetings(summit).filter(|(id, _)| sitting(*id).is_some_and(|s| s.phase != Phase::Closed));
    let next = || {
        let to_come = programme.meetings(summit).filter(|(id, m)| m.cancelled.is_none() && sitting(*id).is_none());
        // A meeting whose hour has passed and that was never opened still waits for its chair, after those to come.
        to_come.min_by_key(|(_, m)| (m.end < view.now, m.start)).map(|(id, _)| id)
    };
    let last = || programme.meetings(summit).filter_map(|(id, _)| Some((sitting(id)?.closed?, id))).max().map(|(_, id)| id);
    running.max_by_key(|(id, _)| sitting(*id).map(|s| s.opened)).map(|(id, _)| id).or_else(next).or_else(last)
}

/// The meeting that a page's address names (`?of=meeting-1`), else the current one; none when the named one does not exist.
#[must_use]
pub fn asked_meeting(view: &View<'_>) -> Option<MeetingId> {
    match view.query.get("of") {
        Some(of) => of.parse().ok().filter(|id| view.state.programme.meeting(*id).is_some()),
        None => current_meeting(view),
    }
}

/// A region's meeting: its argument, else the current one.
#[must_use]
pub fn meeting_of(view: &View<'_>, of: Option<&str>) -> Option<MeetingId> {
    match of {
        Some(of) => of.parse().ok().filter(|id| view.state.programme.meeting(*id).is_some()),
        None => current_meeting(view),
    }
}

/// The item to which requests for the floor go: the one under discussion, else the first of the agenda whose list is open.
#[must_use]
pub fn item_of(state: &State, meeting: MeetingId) -> Option<ItemId> {
    let open = |id: &ItemId| state.floor.speakers(*id).is_some_and(|l| l.requests == Requests::Open);
    state.floor.sitting(meeting).and_then(|s| s.item).or_else(|| state.programme.items(meeting).map(|(id, _)| id).find(open))
}

/// The list of that item.
#[must_use]
pub fn list_of(state: &State, meeting: MeetingId) -> Option<(ItemId, &Speakers)> {
    let item = item_of(state, meeting)?;
    Some((item, state.floor.speakers(item)?))
}

/// An item's number and title.
#[must_use]
pub fn item_title(view: &View<'_>, id: ItemId) -> Markup {
    let number = view.state.programme.item_number(id).unwrap_or_default();
    html! { @if let Some(item) = view.state.programme.item(id) { (number) ". " (view.tongue.name(&item.titles)) } }
}

/// A meeting's title.
#[must_use]
pub fn meeting_title(view: &View<'_>, id: MeetingId) -> Markup {
    html! { @if let Some(meeting) = view.state.programme.meeting(id) { (view.tongue.name(&meeting.titles)) } }
}

/// How far a meeting is, as a tag.
#[must_use]
pub fn phase_tag(view: &View<'_>, id: MeetingId) -> Markup {
    let cancelled = view.state.programme.meeting(id).is_some_and(|m| m.cancelled.is_some());
    match view.state.floor.sitting(id).map(|s| s.phase) {
        Some(Phase::Open) => html! { span.tag.good { (view.t("meeting-in-progress")) } },
        Some(Phase::Suspended) => html! { span.tag.warn { (view.t("meeting-suspended")) } },
        Some(Phase::Closed) => html! { span.tag.off { (view.t("meeting-closed")) } },
        None if cancelled => html! { span.tag.bad { (view.t("meeting-cancelled")) } },
        None => html! { span.tag.plain { (view.t("meeting-not-open")) } },
    }
}

/// Whether requests for the floor are taken, in words.
#[must_use]
pub fn requests_words(view: &View<'_>, list: &Speakers) -> std::borrow::Cow<'static, str> {
    match list.requests {
        Requests::NotOpened => view.t("list-not-opened"),
        Requests::Open => view.t("list-open"),
        Requests::Closed => view.t("list-closed"),
    }
}

/// What the summit is asked to decide now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deciding {
    /// Whether there is consensus on a text.
    Consensus(TextId),
    /// Whether an organisation endorses a text.
    Endorsement(TextId),
}

impl Deciding {
    /// The text in question.
    #[must_use]
    pub const fn text(self) -> TextId {
        match self {
            Self::Consensus(id) | Self::Endorsement(id) => id,
        }
    }
}

/// The voting under way in a summit, the newest first.
#[must_use]
pub fn voting(state: &State, summit: SummitId) -> Option<(PollId, &Poll)> {
    state.polls.of(summit).rev().find(|(_, p)| p.is_under_way())
}

/// What is being decided in a summit: an open question of consensus before a text open for endorsement, the newest first.
#[must_use]
pub fn deciding(state: &State, summit: SummitId) -> Option<Deciding> {
    let mut endorsed = None;
    for (id, text) in state.texts.iter().filter(|(_, t)| t.summit == summit) {
        if text.consensus.is_some() {
            return Some(Deciding::Consensus(id));
        }
        if text.open_for_endorsement {
            endorsed = Some(Deciding::Endorsement(id));
        }
    }
    endorsed
}

/// The revision that counts: the adopted one, else the newest tabled one, else the draft; with its symbol and title.
#[must_use]
pub fn revision(text: &Text) -> Option<&domain::text::Revision> {
    text.adopted().or_else(|| text.tabled().map(|(_, r)| r)).or_else(|| text.newest().map(|(_, r)| r))
}

/// Symbol and title of a text.
#[must_use]
pub fn text_title(view: &View<'_>, text: &Text) -> Markup {
    html! { @if let Some(revision) = revision(text) { (view.tongue.name(&revision.title)) } @else { (text.symbol) } }
}

/// A form of one button.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    /// The act.
    pub act: &'a str,
    /// Words of the button.
    pub label: &'a str,
    /// Its classes after `button`.
    pub class: &'a str,
    /// Hidden fields.
    pub hidden: &'a [(&'a str, &'a str)],
    /// Its key.
    pub key: Option<&'a str>,
    /// What is asked before it is sent.
    pub confirm: Option<&'a str>,
    /// Whether the form shows its own answer; else the panel's or bar's status does.
    pub status: bool,
    /// Whether it is signed with the person's device before it is sent.
    pub signature: Signature,
}

impl<'a> Press<'a> {
    /// A plain button.
    #[must_use]
    pub const fn new(act: &'a str, label: &'a str, hidden: &'a [(&'a str, &'a str)]) -> Self {
        Self { act, label, class: "", hidden, key: None, confirm: None, status: true, signature: Signature::NotAsked }
    }
    /// With these classes.
    #[must_use]
    pub const fn class(mut self, class: &'a str) -> Self {
        self.class = class;
        self
    }
    /// With this key.
    #[must_use]
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }
    /// Asked first.
    #[must_use]
    pub const fn confirm(mut self, question: &'a str) -> Self {
        self.confirm = Some(question);
        self
    }
    /// Its answer is shown by what is around it.
    #[must_use]
    pub const fn quiet(mut self) -> Self {
        self.status = false;
        self
    }
    /// Signed first, where that is asked or offered: the dialog that shows what is signed asks, and nothing else does.
    #[must_use]
    pub const fn signed(mut self, signature: Signature) -> Self {
        self.signature = signature;
        self
    }
    /// The form.
    #[must_use]
    pub fn form(self) -> Markup {
        html! {
            form.form.tight method="post" action=(format!("act/{}", self.act)) data-act=(self.act) data-confirm=[self.confirm] data-sign=[self.signature.attribute()] {
                input type="hidden" name="_id" value=(crate::frame::ID_MARK);
                @for (name, value) in self.hidden { input type="hidden" name=(name) value=(value); }
                button class=(format!("button {}", self.class)) data-key=[self.key] {
                    (self.label) @if let Some(key) = self.key { " " kbd { (key.to_uppercase()) } }
                }
                @if self.status { p.act-status data-status role="status" {} }
            }
        }
    }
}
