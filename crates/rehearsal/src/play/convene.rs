//! A summit up to the morning of its opening, for those who want to measure or look at it from there.
use super::{Server, Stage, Watch};
use crate::{Trouble, authenticator::Authenticator, driver::Session, names::LANGUAGES, plan::Plan};

/// A signed-in device of a convened summit.
#[derive(Clone, Debug, Default)]
pub struct Device {
    /// Its seat, such as `seat-3`.
    pub seat: String,
    /// Its cookie, `seat-3=…`.
    pub cookie: String,
}

impl From<&Session> for Device {
    fn from(session: &Session) -> Self {
        Self { seat: session.seat.clone(), cookie: session.cookie.clone() }
    }
}

/// A delegate of a convened summit.
#[derive(Clone, Debug)]
pub struct Delegate {
    /// The delegate's device.
    pub device: Device,
    /// The organisation's place in the list, from 0; its id is `org-` and one more.
    pub organisation: usize,
    /// The language in which the delegate reads.
    pub language: &'static str,
    /// Whether the organisation may take the floor.
    pub may_speak: bool,
}

/// A summit whose delegates are accredited, signed in and have arrived; its meeting is not open yet.
#[derive(Clone, Debug)]
pub struct Convened {
    /// Devices of the secretariat.
    pub secretariat: Vec<Device>,
    /// A token of the secretariat for the programs' interface.
    pub token: String,
    /// The chair's device.
    pub chair: Device,
    /// The devices at the venues.
    pub venues: Vec<Device>,
    /// The focal points' devices, organisation by organisation.
    pub focal_points: Vec<Device>,
    /// The delegates, delegation by delegation.
    pub delegates: Vec<Delegate>,
    /// The security keys of the heads of delegation, organisation by organisation.
    pub keys: Vec<Authenticator>,
}

/// Plays the plan on a server until everybody has arrived; no page is opened.
///
/// # Errors
/// As [`super::perform`].
pub fn convene(plan: &Plan, server: &Server<'_>, watch: &dyn Watch) -> Result<Convened, Trouble> {
    let plan = Plan { pages: 0, ..plan.clone() };
    let mut stage = Stage::new(&plan, server, watch)?;
    stage.prepare(&server.token)?;
    stage.accredit()?;
    stage.arrive()?;
    let mut delegates = Vec::with_capacity(stage.delegates.len());
    for (organisation, delegation) in stage.delegations.iter().enumerate() {
        let known = &stage.world.organisations[organisation];
        for (nth, member) in delegation.members.clone().enumerate() {
            let device = stage.delegates.get(member).map(Device::from).unwrap_or_default();
            // As in the play: a delegation reads its own language, and one in ten of its members English.
            let language = if nth % 10 == 9 { LANGUAGES[0] } else { LANGUAGES[known.language] };
            delegates.push(Delegate { device, organisation, language, may_speak: known.may_speak() });
        }
    }
    let convened = Convened {
        secretariat: stage.desk.iter().map(Device::from).collect(),
        token: stage.driver.help.as_ref().map(|help| help.token.clone()).unwrap_or_default(),
        chair: Device::from(&stage.chair),
        venues: stage.venues.iter().map(Device::from).collect(),
        focal_points: stage.delegations.iter().map(|d| Device::from(&d.focal_point)).collect(),
        delegates,
        keys: stage.keys.clone(),
    };
    stage.driver.desks.stop()?;
    stage.driver.pages.stop()?;
    Ok(convened)
}
