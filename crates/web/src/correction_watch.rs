//! Watches the windows of corrections: one that ends without an objection is issued by the server itself.
use app::{Act, House};
use domain::{Actor, Command, Moment, State, command::CommandId, id::TextId, text::TextCommand};
use std::{sync::Arc, time::Duration};

/// How often windows are compared with the clock.
pub const PERIOD: Duration = Duration::from_secs(1);

/// The texts whose correction is to be issued at `now`, with the number of the correction among all of the text.
pub fn due(state: &State, now: Moment) -> impl Iterator<Item = (TextId, usize)> {
    let open = move |(id, text): (TextId, &domain::text::Text)| {
        text.proposed_correction().filter(|(_, correction)| correction.is_due(now)).map(|(number, _)| (id, number))
    };
    state.texts.iter().filter_map(open)
}

/// Compares every second, for as long as the house takes commands.
pub async fn run(house: Arc<House>) {
    let mut tick = tokio::time::interval(PERIOD);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    while house.ready() {
        tick.tick().await;
        let due: Vec<_> = due(&house.state(), house.clock().now()).collect();
        for (text, number) in due {
            let command = Command::Text(TextCommand::IssueCorrection { text });
            let act = Act { actor: Actor::Server, id: act_id(text, number), command, address: None };
            // A refusal means that somebody issued or withdrew it meanwhile; whatever else went wrong is tried again.
            if let Err(failure) = house.submit(act).await {
                tracing::warn!(%failure, %text, "a correction that is due was not issued");
            }
        }
    }
}

/// An id that names this issue: the same one is never carried out twice.
fn act_id(text: TextId, number: usize) -> CommandId {
    CommandId(u128::from(u32::from_be_bytes(*b"Corr")) << 96 | u128::from(text.0) << 32 | number as u128)
}
