//! Devices that sign for an organisation: a delegate's own, with the button that registers this one; and the list that focal point and
//! secretariat see.
use super::{members, office};
use crate::view::{Page, Shown, View};
use app::record::DeviceStanding;
use domain::{
    id::{OrganisationId, PersonId},
    programme::Signatures,
    registry::Device,
    seat::Role,
};
use maud::{Markup, html};

/// `/as/<seat>/devices`.
pub const PAGE: Page = Page { path: "devices", roles: &[Role::Delegate], render };

fn person(view: &View<'_>) -> Option<PersonId> {
    Some(view.state.seats.get(view.who.seat?)?.person)
}

fn render(view: &View<'_>) -> Option<Shown> {
    let person = person(view)?;
    let own: Vec<_> = view.state.registry.devices().filter(|(_, d)| d.person == person).collect();
    let main = html! {
        div.page-title { h1 { (view.t("devices-title")) } }
        p.lead { (view.t("devices-lead")) }
        @if view.record.is_none() { (no_record(view)) } @else {
            section.section {
                div.section-title { h2 { (view.t("devices-own")) } }
                (list(view, own.into_iter(), "devices"))
            }
            section.card aria-labelledby="register-title" {
                h2.card-title id="register-title" { (view.t("devices-register")) }
                p { (view.t("devices-register-about")) }
                @if view.state.registry.of_person(person).is_some() { p.notice.warn { (view.t("devices-replaces")) } }
                (register(view, "devices?done=register-device"))
                p.small.muted { (view.t("devices-limits")) }
            }
            (other_way(view))
        }
    };
    Some(Shown::new(view.t("devices-title"), main).width("narrow"))
}

/// Where nothing can be verified, nothing is signed.
pub(super) fn no_record(view: &View<'_>) -> Markup {
    html! { div.empty { p.empty-title { (view.t("refusal-no-record-kept")) } } }
}

fn other_way(view: &View<'_>) -> Markup {
    html! {
        section.section {
            div.section-title { h2 { (view.t("devices-other-way")) } }
            p { (view.t("devices-other-way-about")) }
            p { a href="sign" { (view.t("devices-to-sign")) } }
        }
    }
}

/// The button that registers the device it is pressed on; afterwards the person is led to `next`.
pub(super) fn register(view: &View<'_>, next: &str) -> Markup {
    html! {
        passkey-button data-does="register" data-begin=(view.href("device/begin")) data-finish=(view.href("device/finish")) data-next=(view.href(next)) {
            p data-without { (view.t("devices-without")) }
            button.button type="button" hidden { (view.t("devices-register-now")) }
            p.act-status data-status role="status" {}
        }
    }
}

/// Whether a delegate of the organisation has a device that signs for it now.
#[must_use]
pub fn signs_for(view: &View<'_>, organisation: OrganisationId) -> bool {
    let Some(record) = view.record else { return false };
    let live = |d: &Device| d.organisation == organisation && !d.ended && d.until > view.now;
    view.state.registry.devices().any(|(rep, d)| live(d) && record.device_standing(rep) == DeviceStanding::Appointed)
}

/// What a delegate is told on the front page: to register this device, or that it waits for its appointment. Nothing once it signs.
pub(super) fn card(view: &View<'_>) -> Markup {
    let (Some(record), Some(person)) = (view.record, person(view)) else { return html! {} };
    let summit = view.state.programme.current();
    let required = summit.is_some_and(|s| domain::procedure::signatures_of(view.state, s) == Signatures::Required);
    match view.state.registry.of_person(person).map(|(rep, _)| record.device_standing(rep)) {
        None | Some(DeviceStanding::Ended) if required => html! {
            section.card.strong aria-labelledby="register-title" {
                h2.card-title id="register-title" { (view.t("devices-first")) }
                p { (view.t("devices-first-about")) }
                (register(view, "?done=register-device"))
            }
        },
        Some(DeviceStanding::Waiting) => html! {
            div.notice.info { p.notice-title { (view.t("device-waiting")) } p { (view.t("device-waiting-about")) } }
        },
        _ => html! {},
    }
}

/// Devices with how they stand and the button that ends one; `page` is where the list stands.
pub(super) fn list<'d>(view: &View<'_>, devices: impl Iterator<Item = (&'d str, &'d Device)>, page: &str) -> Markup {
    let mut devices: Vec<_> = devices.collect();
    devices.sort_by_key(|(_, d)| d.ended);
    let own = view.who.role == Some(Role::Delegate);
    html! {
        @if devices.is_empty() { p.muted { (view.t("devices-none-signing")) } }
        @else { ul.org-list { @for (rep, device) in devices { li {
            span.grow {
                @if own { (view.t("device-signing")) " " } @else { bdi { (members::name(view, device.person)) } " " }
                bdi.mono.small dir="ltr" { (rep) }
                br; span.small.muted { (view.t("device-signs-until")) " " (view.tongue.date(device.until, "UTC")) }
            }
            (standing(view, rep, device))
            @if !device.ended {
                (office::asking(view, "end-device", "device-end", "danger compact", &[("rep", rep.to_owned())], page, Some("device-end-sure")))
            }
        } } } }
    }
}

fn standing(view: &View<'_>, rep: &str, device: &Device) -> Markup {
    let in_record = view.record.map(|record| record.device_standing(rep));
    match in_record {
        // Ended here at once; the record follows as soon as the accreditors have signed it.
        Some(DeviceStanding::Appointed) if device.ended => html! { span.tag.warn { (view.t("device-ending")) } },
        _ if device.ended => html! { span.tag.off { (view.t("device-over")) } },
        Some(DeviceStanding::Ended) => html! { span.tag.off { (view.t("device-over")) } },
        Some(DeviceStanding::Appointed) if device.until <= view.now => html! { span.tag.off { (view.t("device-expired")) } },
        Some(DeviceStanding::Appointed) => html! { span.tag.good { (view.t("device-appointed")) } },
        Some(DeviceStanding::Waiting) | None => html! { span.tag.info { (view.t("device-waits")) } },
    }
}

/// The devices of an organisation.
pub(super) fn of_organisation(view: &View<'_>, organisation: OrganisationId, page: &str) -> Markup {
    list(view, view.state.registry.devices().filter(|(_, d)| d.organisation == organisation), page)
}

/// The devices of a person, where the person has any.
pub(super) fn of_person(view: &View<'_>, person: PersonId, page: &str) -> Markup {
    let mut own = view.state.registry.devices().filter(|(_, d)| d.person == person).peekable();
    html! { @if own.peek().is_some() {
        section.section {
            div.section-title { h2 { (view.t("devices-signing")) } }
            (list(view, own, page))
        }
    } }
}
