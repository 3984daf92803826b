#!/usr/bin/env python3
"""Reads a calendar that the program wrote with PyPI's icalendar and compares it with the list of missions.

    python3 tests/tools/read_calendar.py PROGRAM

PROGRAM makes a sample office and writes its missions and milestones twice: the second file, after a mission was moved,
must name the same events, and that mission with a higher SEQUENCE. Ends with status 1 at the first thing that does not
hold.
"""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import icalendar

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ENVIRONMENT = dict(os.environ, SOJOURN_TODAY="2026-11-23")
DAY = datetime.timedelta(days=1)


def command(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT)
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    return done.stdout


def events(path):
    """The events of a file by UID."""
    octets = path.read_bytes()
    lines = octets.split(b"\r\n")
    assert lines.pop() == b"" and not any(b"\n" in line or len(line) > 75 for line in lines)
    octets.decode()  # a line that ended inside a character would still be whole here
    for line in lines:
        line.decode()
    found = {str(event["UID"]): event for event in icalendar.Calendar.from_ical(octets).walk("VEVENT")}
    assert len(found) == octets.count(b"BEGIN:VEVENT"), "each event has a name of its own"
    return found


def days(event):
    first, after = event["DTSTART"].dt, event["DTEND"].dt
    assert type(first) is type(after) is datetime.date, "an event is of days, not of times"
    return first.isoformat(), (after - DAY).isoformat()


def main():
    with tempfile.TemporaryDirectory() as folder:
        office, calendar = pathlib.Path(folder) / "sample.sojourn", pathlib.Path(folder) / "missions.ics"
        command("sample", office, "--volunteers", 400, "--placements", 60, "--missions", 150, "--seed", 4)
        missions = json.loads(command("list", office, "missions", "--format", "json"))
        assert len(missions) == 150
        print(command("calendar", office, calendar, "--milestones", "--names").strip())
        before = events(calendar)
        for mission in missions:
            event = before.pop(mission["id"] + "@sojourn")
            assert days(event) == (mission["first"], mission["last"]), (mission, event)
            title = ", ".join((mission["volunteer_name"], mission["placement_title"], mission["reference"]))
            assert str(event["SUMMARY"]) == title, (title, event["SUMMARY"])
            tentative = mission["stage"] in ("proposed", "with-partner", "offered")
            cancelled = mission["stage"] in ("declined", "cancelled")
            status = "CANCELLED" if cancelled else "TENTATIVE" if tentative else "CONFIRMED"
            assert (event["STATUS"], event["CATEGORIES"].cats[0]) == (status, mission["stage"]), (mission, event)
        assert before and all(event["CATEGORIES"].cats[0] == "milestone" for event in before.values())
        assert all(first == last for first, last in map(days, before.values())), "a milestone is of one day"
        print(f"{len(missions)} missions and {len(before)} milestones read back by icalendar {icalendar.__version__}")

        before = events(calendar)
        command("calendar", office, calendar, "--milestones", "--names")
        assert {uid: event.to_ical() for uid, event in events(calendar).items()} == {
            uid: event.to_ical() for uid, event in before.items()}, "nothing changed, nothing differs"
        moved = next(mission for mission in missions if mission["stage"] == "preparing")
        start = datetime.date.fromisoformat(moved["first"]) + 7 * DAY
        command("mission", office, moved["id"], "move", "--start", start)
        command("calendar", office, calendar, "--names")
        after = events(calendar)
        uid = moved["id"] + "@sojourn"
        assert days(after[uid])[0] == start.isoformat() and set(after) < set(before)
        assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
        assert sum(after[uid]["SEQUENCE"] != before[uid]["SEQUENCE"] for uid in after) == 1
        command("calendar", office, calendar)
        assert not any(mission["volunteer_name"] in calendar.read_text() for mission in missions), "nobody is named unasked"


if __name__ == "__main__":
    main()
