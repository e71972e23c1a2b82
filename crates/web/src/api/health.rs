//! `/health` for whoever watches over the process, `/metrics` for Prometheus.
use super::{caller, problem};
use crate::site::{Asked, Site};
use app::{house::Counters, record::Standing};
use axum::{
    extract::State as Extract,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use prometheus_client::{
    collector::Collector,
    encoding::{DescriptorEncoder, EncodeMetric, text},
    metrics::{counter::ConstCounter, gauge::ConstGauge},
    registry::Registry,
};
use std::{fmt, sync::Arc};

/// The process answers.
pub async fn live() -> Response {
    axum::Json(serde_json::json!({ "status": "live" })).into_response()
}

/// The writer takes commands; with the position of the log, and how far the public record and its witnesses have come. A witness
/// that stays behind does not make the server unready: its acts are durable, and only the public checkpoint waits.
pub async fn ready(Extract(site): Extract<Arc<Site>>) -> Response {
    let position = site.house.state().position;
    let (status, word) =
        if site.house.ready() { (StatusCode::OK, "ready") } else { (StatusCode::SERVICE_UNAVAILABLE, "stopped") };
    let mut body = serde_json::json!({ "status": word, "position": position });
    if let Some(record) = Record::of(&site) {
        let witness = |w: &Standing| serde_json::json!({ "name": w.name, "entries": w.entries, "reached": w.trouble.is_none() });
        let witnesses: Vec<_> = record.witnesses.iter().map(witness).collect();
        body["record"] = serde_json::json!({
            "entries": record.entries, "signed": record.signed, "served": record.served, "witnesses": witnesses,
        });
    }
    (status, axum::Json(body)).into_response()
}

/// How far the public record has come.
#[derive(Debug)]
struct Record {
    entries: u64,
    signed: u64,
    served: u64,
    witnesses: Vec<Standing>,
}

impl Record {
    fn of(site: &Site) -> Option<Self> {
        let (progress, view) = (site.settings.progress.as_ref()?, site.house.record()?);
        let entries = view.replay().size();
        let (signed, served) = progress.sizes();
        Some(Self { entries, signed, served, witnesses: progress.witnesses() })
    }
    fn encode(&self, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
        gauge(encoder, "record_entries", "Durable entries of the public record", self.entries)?;
        gauge(encoder, "record_signed_entries", "Entries under the newest checkpoint signed", self.signed)?;
        gauge(encoder, "record_served_entries", "Entries under the checkpoint that is served", self.served)?;
        if self.witnesses.is_empty() {
            return Ok(());
        }
        let help =
            "Entries that a witness has confirmed since the start; it is behind record_signed_entries while it cannot be reached";
        let family = ConstGauge::new(0_i64);
        let mut of_witness = encoder.encode_descriptor("record_witness_entries", help, None, family.metric_type())?;
        for witness in &self.witnesses {
            let metric = ConstGauge::new(i64::try_from(witness.entries).unwrap_or(i64::MAX));
            metric.encode(of_witness.encode_family(&[("witness", witness.name.as_str())])?)?;
        }
        Ok(())
    }
}

/// The exposition, for this machine and for the secretariat's tokens.
pub async fn metrics(Extract(site): Extract<Arc<Site>>, asked: Asked) -> Response {
    if !caller::is_local(&site, &asked)
        && let Err(response) = caller::secretariat_token(&site, &asked)
    {
        return *response;
    }
    let mut registry = Registry::with_prefix("hemicycle");
    registry.register_collector(Box::new(Snapshot::of(&site)));
    let mut out = String::new();
    if text::encode(&mut out, &registry).is_err() {
        return problem::unavailable(asked.tongue);
    }
    ([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], out).into_response()
}

/// The figures at the moment of a scrape.
#[derive(Debug)]
struct Snapshot {
    position: u64,
    ready: bool,
    counters: Counters,
    /// Sign-ins under way, and those that were told to come again.
    sign_ins: (u64, u64),
    live: Vec<(&'static str, u64)>,
    record: Option<Record>,
}

impl Snapshot {
    fn of(site: &Site) -> Self {
        Self {
            position: site.house.state().position,
            ready: site.house.ready(),
            counters: site.house.counters(),
            sign_ins: (site.doorway.under_way(), site.doorway.turned_away()),
            live: site.live.get().map_or_else(Vec::new, |live| live.metrics.values().to_vec()),
            record: Record::of(site),
        }
    }
}

impl Collector for Snapshot {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let c = &self.counters;
        gauge(&mut encoder, "log_position", "Position of the newest event", self.position)?;
        gauge(&mut encoder, "ready", "1 while the writer takes commands", u64::from(self.ready))?;
        gauge(&mut encoder, "commands_queued", "Commands waiting for the writer", c.queued)?;
        counter(&mut encoder, "commands", "Commands carried out", c.commands)?;
        counter(&mut encoder, "commands_refused", "Commands refused, denied or invalid", c.refused)?;
        counter(&mut encoder, "commands_turned_away", "Commands sent back because the queue was full", c.turned_away)?;
        gauge(&mut encoder, "sign_ins_under_way", "Sign-ins under way", self.sign_ins.0)?;
        counter(
            &mut encoder,
            "sign_ins_turned_away",
            "Sign-ins told to come again because too many were under way",
            self.sign_ins.1,
        )?;
        counter(&mut encoder, "batches", "Durable transactions", c.batches)?;
        counter(&mut encoder, "events", "Events appended", c.events)?;
        if let Some(record) = &self.record {
            record.encode(&mut encoder)?;
        }
        for (name, value) in &self.live {
            let full = format!("live_{name}");
            let help = format!("Live pages: {}", name.replace('_', " "));
            if matches!(*name, "pages" | "streams" | "regions" | "connections") {
                gauge(&mut encoder, &full, &help, *value)?;
            } else {
                counter(&mut encoder, &full, &help, *value)?;
            }
        }
        Ok(())
    }
}

fn counter(encoder: &mut DescriptorEncoder<'_>, name: &str, help: &str, value: u64) -> fmt::Result {
    let metric = ConstCounter::new(value);
    metric.encode(encoder.encode_descriptor(name, help, None, metric.metric_type())?)
}

fn gauge(encoder: &mut DescriptorEncoder<'_>, name: &str, help: &str, value: u64) -> fmt::Result {
    let metric = ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX));
    metric.encode(encoder.encode_descriptor(name, help, None, metric.metric_type())?)
}
