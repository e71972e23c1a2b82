//! What a person is shown before signing: the act, the exact text, its symbol, language and digest, and the bytes themselves.
//!
//! One place for every act that is signed: whoever adds one adds it to [`what`].
use crate::{
    pages::{
        devices, polls, speaking,
        texts::{direction, language_name},
    },
    view::View,
};
use domain::{
    Command,
    endorsement::{self, EndorsementCommand},
    id::{OrganisationId, PollId, TextId},
    language::Language,
    poll::{Choice, PollCommand, Question},
    text::{ParagraphKind, Revision},
};
use maud::{Markup, html};

/// Whether a form is signed with the person's device before it is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signature {
    /// It is sent as it is.
    #[default]
    NotAsked,
    /// The dialog asks to sign, and lets the person act without a signature too.
    Offered,
    /// Without a signature the act is refused.
    Required,
}

impl Signature {
    /// As the form's `data-sign` says it to the script; none where nothing is asked.
    #[must_use]
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::NotAsked => None,
            Self::Offered => Some("offered"),
            Self::Required => Some("required"),
        }
    }
    /// What an organisation's act on a text asks for: a signature where the rules demand one, and the offer of one where a delegate of
    /// the organisation has a device that signs.
    #[must_use]
    pub fn of_act(view: &View<'_>, text: TextId, organisation: OrganisationId) -> Self {
        if endorsement::must_sign(view.state, text, organisation) {
            Self::Required
        } else if devices::signs_for(view, organisation) {
            Self::Offered
        } else {
            Self::NotAsked
        }
    }
}

/// The content of the signing dialog for a command. The script fills `[data-bytes]` and `[data-digest]`, and `[data-own]` from the form's own
/// `<template data-signing>`; it listens to `[data-sign-now]` and `[data-go-back]` and speaks in `[data-status]`. Where the signature is
/// [`Signature::Offered`] it adds the other choice to the row of buttons.
#[must_use]
pub fn dialog(view: &View<'_>, command: &Command) -> Markup {
    html! {
        h2 { (view.t("sign-title")) }
        (what(view, command))
        div data-own {}
        (bytes(view))
        p.notice.info { (view.t("sign-page-can-lie")) }
        p.act-status data-status role="status" {}
        div.button-row.fill {
            button.button type="button" data-sign-now { (view.t("sign-now")) }
            button.button.secondary type="button" data-go-back { (view.t("script-confirm-no")) }
        }
    }
}

/// The exact bytes and their digest, for whoever wants to compare them with what another device shows.
fn bytes(view: &View<'_>) -> Markup {
    html! {
        details.details {
            summary { (view.t("sign-bytes")) }
            p { (view.t("sign-bytes-about")) }
            pre.bytes dir="ltr" lang="en" tabindex="0" { code data-bytes {} }
            p { (view.t("sign-digest-of-bytes")) }
            p.mono.small { bdi dir="ltr" data-digest {} }
        }
    }
}

/// What a command does, in words, with the text it is about.
#[must_use]
pub fn what(view: &View<'_>, command: &Command) -> Markup {
    match command {
        Command::Endorsement(command) => endorsement(view, command),
        Command::Poll(PollCommand::CastVote { poll, choice, .. }) => vote(view, *poll, *choice),
        _ => html! {},
    }
}

/// The question in all its languages, the vote, and what binds the question.
fn vote(view: &View<'_>, id: PollId, choice: Choice) -> Markup {
    let Some(poll) = view.state.polls.get(id) else { return html! {} };
    let symbol = poll.opened.question.symbol(view.state, id).map(|s| s.to_string()).unwrap_or_default();
    html! {
        p.lead {
            strong { (polls::choice(view, Some(choice))) }
            @if let Some(organisation) = view.who.organisation { " · " (speaking::organisation(view, organisation)) }
        }
        p { (polls::question(view, id, poll)) }
        dl.facts {
            dt { (view.t("text-symbol")) } dd { bdi dir="ltr" { (symbol) } }
            dt { (view.t("sign-digest-manifest")) } dd { bdi.mono.small dir="ltr" { (poll.opened.manifest) } }
        }
        @match &poll.opened.question {
            Question::Text { text, .. } => (text_signed(view, *text)),
            Question::Words(words) => div.signed-text tabindex="0" role="region" aria-label=(view.t("sign-text")) {
                @for (language, line) in words.iter() { p lang=(language.as_str()) dir=(direction(language)) { (line) } }
            },
        }
    }
}

fn endorsement(view: &View<'_>, command: &EndorsementCommand) -> Markup {
    use EndorsementCommand as C;
    let words = match command {
        C::Endorse { .. } => "act-endorse",
        C::EndorseWithReservation { .. } => "act-endorse-with-reservation",
        C::Decline { .. } => "act-decline",
        C::WithdrawEndorsement { .. } => "act-withdraw-endorsement",
    };
    html! {
        p.lead {
            strong { (view.t(words)) }
            @if let Some(organisation) = view.who.organisation { " · " (speaking::organisation(view, organisation)) }
        }
        @if let C::EndorseWithReservation { words, language, .. } = command {
            p { (view.t("sign-reservation")) }
            blockquote.reservation lang=(language.as_str()) dir=(direction(language)) { (words) }
        }
        (text_signed(view, command.text()))
    }
}

/// The text in the viewer's language, else in its first authentic one, with everything that names it.
fn text_signed(view: &View<'_>, id: TextId) -> Markup {
    let Some(text) = view.state.texts.get(id) else { return html! {} };
    let Some(revision) = speaking::revision(text) else { return html! {} };
    let complete = revision.complete_languages();
    let own = complete.iter().find(|l| l.as_str() == view.tongue.tag());
    let authentic = || complete.iter().find(|l| text.authentic.contains(*l));
    let Some(language) = own.or_else(authentic).or_else(|| complete.iter().next()) else { return html! {} };
    let digest = revision.digests().get(language).map(|d| d.text.to_string());
    html! {
        dl.facts {
            dt { (view.t("text-symbol")) } dd { bdi dir="ltr" { (revision.symbol) } }
            dt { (view.t("sign-language")) } dd {
                bdi lang=(language.as_str()) { (language_name(language)) }
                @if !text.authentic.contains(language) { " " span.muted { (view.t("text-translation")) } }
            }
            @if let Some(digest) = digest { dt { (view.t("sign-digest-text")) } dd { bdi.mono.small dir="ltr" { (digest) } } }
            @if let Some(adoption) = &text.adoption {
                dt { (view.t("sign-digest-manifest")) } dd { bdi.mono.small dir="ltr" { (adoption.manifest) } }
            }
        }
        (words_of(view, revision, language))
    }
}

/// The words themselves, all of them.
fn words_of(view: &View<'_>, revision: &Revision, language: &Language) -> Markup {
    html! {
        div.signed-text tabindex="0" role="region" aria-label=(view.t("sign-text")) lang=(language.as_str()) dir=(direction(language)) {
            @if let Some(title) = revision.title.get(language.as_str()) { h3 { (title) } }
            @for (place, passage) in (1usize..).zip(&revision.paragraphs) {
                @if let Some(words) = passage.words.get(language) {
                    @match passage.kind {
                        ParagraphKind::Heading => h4 { (words) },
                        ParagraphKind::Preambular => p { (place) ". " em { (words) } },
                        ParagraphKind::Operative => p { (place) ". " (words) },
                    }
                }
            }
        }
    }
}
