#!/usr/bin/env python3
"""Reads an iCalendar file with a parser that is not ours (PyPI `icalendar`) and prints what it understood.

Usage: icalendar_check.py FILE

Prints one JSON object: {"name", "zones", "events": [{"uid", "start_utc", "end_utc", "zone", "summary", "location",
"status", "sequence"}, …]}, events by start. Local times are turned into UTC by the file's own VTIMEZONE components
alone, never by this machine's zone database. Exit status 1, with the reason on standard error, when the file breaks a
rule of RFC 5545 that the parser or this script checks.
"""
import json
import re
import sys
from datetime import datetime, timezone

from icalendar import Calendar


def fail(reason: str) -> None:
    print(f"icalendar_check: {reason}", file=sys.stderr)
    sys.exit(1)


def check_lines(raw: bytes) -> None:
    if not raw.endswith(b"\r\n"):
        fail("the file does not end with CRLF")
    for number, line in enumerate(raw[:-2].split(b"\r\n"), 1):
        if b"\r" in line or b"\n" in line:
            fail(f"line {number} holds a bare CR or LF")
        if len(line) > 75:
            fail(f"line {number} has {len(line)} octets; at most 75 are allowed")
        try:
            line.decode()
        except UnicodeDecodeError:
            fail(f"line {number} is not UTF-8 by itself: a fold splits a character")


def utc(value: datetime, zones: dict, zone: str | None) -> str:
    if zone is not None:
        if zone not in zones:
            fail(f"zone {zone} is used but not described by a VTIMEZONE")
        naive = value.replace(tzinfo=None)
        # The observance whose onset is the last one not after the local time holds.
        onsets = [(s["DTSTART"].dt.replace(tzinfo=None), s["TZOFFSETTO"].td) for s in zones[zone].subcomponents]
        value = (naive - max(o for o in onsets if o[0] <= naive)[1]).replace(tzinfo=timezone.utc)
    if value.tzinfo is None:
        fail(f"{value} floats: neither UTC nor of a zone")
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def main() -> None:
    if len(sys.argv) != 2:
        fail("one FILE is needed")
    with open(sys.argv[1], "rb") as file:
        raw = file.read()
    check_lines(raw)
    calendar = Calendar.from_ical(raw)
    for needed in ("VERSION", "PRODID"):
        if needed not in calendar:
            fail(f"{needed} is missing")
    for component in calendar.walk():
        if component.errors:
            fail(f"{component.name}: {component.errors}")
    zones = {str(z["TZID"]): z for z in calendar.walk("VTIMEZONE")}
    events, seen = [], set()
    for event in calendar.walk("VEVENT"):
        for needed in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"):
            if needed not in event:
                fail(f"an event has no {needed}")
        uid = str(event["UID"])
        if uid in seen:
            fail(f"two events share the identifier {uid}")
        seen.add(uid)
        zone = event["DTSTART"].params.get("TZID")
        entry = {
            "uid": uid,
            "start_utc": utc(event["DTSTART"].dt, zones, zone),
            "end_utc": utc(event["DTEND"].dt, zones, event["DTEND"].params.get("TZID")),
            "zone": zone,
            "summary": str(event["SUMMARY"]),
            "location": str(event.get("LOCATION", "")),
            "status": str(event["STATUS"]),
            "sequence": int(event["SEQUENCE"]),
        }
        if entry["end_utc"] <= entry["start_utc"]:
            fail(f"{uid} ends before it begins")
        events.append(entry)
    events.sort(key=lambda e: (e["start_utc"], e["uid"]))
    # The parser leaves NAME (RFC 7986) escaped.
    name = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], str(calendar.get("NAME", "")))
    print(json.dumps({"name": name, "zones": sorted(zones), "events": events}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
