#!/usr/bin/env python3
"""Drives the real window through the coordinator's main job, as a person would, and keeps screenshots.

    python3 tests/tools/window.py PROGRAM SHARED OUT

PROGRAM is the release program built with `--features inspection`; SHARED holds tools/drive.py and the real spreadsheets;
screenshots go to the folder OUT. The steps are those of the README: make an office, bring in two real sheets, look
through the lists, edit and undo, place a candidate, see the mission on the calendar, write lists, calendar and backup,
kill the program, open it again. Ends with status 1 at the first step that does not hold.
"""
import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

PROGRAM, SHARED, OUT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
sys.path.insert(0, str(SHARED / "tools"))
from drive import App  # noqa: E402

TODAY = "2026-11-23"
TABLES = SHARED / "real" / "tables"


def command(*arguments):
    """Runs the command line on the office file and returns what it prints."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=dict(os.environ, SOJOURN_TODAY=TODAY))
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    return done.stdout


def records(office, kind):
    return json.loads(command("list", office, kind, "--format", "json"))


class Person:
    """Somebody at the window."""

    def __init__(self, home):
        self.home = home

    def open(self, *arguments):
        environment = dict(
            HOME=str(self.home), XDG_CONFIG_HOME=str(self.home / "config"), XDG_DATA_HOME=str(self.home / "data"),
            SOJOURN_TODAY=TODAY, SOJOURN_PLAIN_DIALOGS="1", LANG="en_GB.UTF-8", RUST_BACKTRACE="1")
        self.app = App.launch([str(PROGRAM), *map(str, arguments)], env=environment, stderr=open(OUT / "stderr.txt", "a"))

    def shot(self, name):
        self.app.settle()
        self.app.shot(str(OUT / f"{name}.png"))

    def sees(self, name, role=None, seconds=20.0):
        return self.app.wait(name, seconds, role)

    def go(self, screen):
        self.app.click(screen, role="link")

    def press(self, name, role="button"):
        self.into_view(name, role)
        self.app.click(name, role=role)

    def fill(self, name, text, role="textInput"):
        """Types into a field and leaves it, which saves."""
        self.into_view(name, role)
        self.app.fill(name, text, role=role)
        self.app.key("Tab")

    def search(self, text):
        self.app.fill("Find in list", text, role="searchInput")
        self.app.settle()

    def rows(self):
        return [widget for widget in self.app.tree() if widget["role"] == "row"]

    def open_first_row(self):
        self.app.press(*self.rows()[0].center)
        self.app.settle()

    def into_view(self, name, role):
        """Scrolls, as with the wheel, until the pointer can reach it."""
        for _ in range(20):
            left, top, right, bottom = self.sees(name, role)["bounds"]
            # Below a list or a pane that scrolls lies the status bar, which has buttons too.
            reached = bottom < 740 or (role != "textInput" and bottom <= 768 and top > 742)
            if 100 < top and reached or top <= 100 < bottom or (top <= 100 and role != "textInput"):
                return
            self.app.scroll((left + right) / 2, 600, 0, 200 if top < 100 else -200)
        raise AssertionError(f"{name} does not come into view")

    def choose_file(self, path, button="Open"):
        """Answers the window's own file dialog."""
        self.sees("File", "textInput")
        self.app.fill("File", str(path), role="textInput")
        self.app.click(button, role="button")

    def import_sheet(self, path, shot):
        """Brings a sheet in through the mapping screen; returns rows, new, updated, unchanged, rejected."""
        self.go("Import and export")
        if self.app.has("Another file", role="button"):
            self.press("Another file")
        self.press("Choose file...")
        self.choose_file(path)
        self.sees(f"from {path.name}", "heading")
        self.press("Next")
        self.shot(f"{shot}-columns")
        self.app.click("3 Check", role="tab")
        self.sees("rows", "button")
        self.shot(f"{shot}-check")
        counts = [self.count(word) for word in ("All", "new", "updated", "unchanged", "rejected")]
        assert counts[0] == sum(counts[1:]), f"the counts of {path.name} add up: {counts}"
        return counts

    def count(self, word):
        chips = [widget["name"] for widget in self.app.tree() if widget["role"] == "button"]
        chip = next(chip for chip in chips if (chip.startswith("All ") if word == "All" else chip.endswith(f" {word}")))
        return int(re.search(r"[\d,]+", chip)[0].replace(",", ""))

    def kill(self):
        self.app.program.send_signal(signal.SIGKILL)
        self.app.program.wait()
        self.app.close()


def make_an_office(person, office):
    person.open()
    for offered in ("Open the sample office", "New office...", "Open..."):
        person.sees(offered, "button")
    person.shot("1-start")
    person.press("New office...")
    person.app.fill("Name", "Kailahun field office", role="textInput")
    person.app.click("Country", role="comboBox")
    person.app.type("sierra leone")
    person.app.key("Enter")
    # Recommended and ticked; this office works on without one.
    person.press("Protect this file with a passphrase", "checkBox")
    person.shot("1-new-office")
    person.press("Choose where to keep it...")
    person.choose_file(office, "Save")
    person.sees("What needs you", "heading")
    person.shot("1-home")


def bring_in_two_sheets(person):
    book, people = TABLES / "placement_book_2014.xlsx", TABLES / "volunteers_timor_leste.csv"
    assert person.import_sheet(book, "2-placements") == [486, 483, 0, 0, 3]
    # Two texts are no country; once matched, their three rows come in as well.
    person.app.click("2 Columns", role="tab")
    left, top, _, _ = person.sees("Country [Post], 483 fit, 3 do not", "listItem")["bounds"]
    person.app.press(left + 40, top + 12)
    person.app.settle()
    for text, country in (("Eastern Caribbean", "saint lucia"), ("Micronesia & Palau", "palau")):
        person.app.click(f"Match {text}", role="comboBox")
        person.app.type(country)
        person.app.key("Enter")
    person.shot("2-placements-matched")
    person.app.click("3 Check", role="tab")
    person.press("Import 486 rows")
    person.sees("placement_book_2014.xlsx came in", "heading")
    person.shot("2-placements-done")
    assert person.import_sheet(people, "2-volunteers") == [1184, 1184, 0, 0, 0]
    person.press("Import 1,184 rows")
    person.sees("volunteers_timor_leste.csv came in", "heading")
    assert person.import_sheet(book, "2-placements-again") == [486, 0, 0, 486, 0]
    person.press("Cancel")
    assert person.import_sheet(people, "2-volunteers-again") == [1184, 0, 0, 1184, 0]
    person.press("Cancel")


def look_through_and_edit(person):
    person.go("Volunteers")
    person.search("gusmao")
    found = person.rows()
    assert found and all("Gusmão" in row["name"] for row in found), [row["name"] for row in found]
    person.open_first_row()
    person.shot("3-volunteer")
    name = person.sees("Full name", "textInput")["value"]
    person.fill("Full name", name + " Soares")
    person.sees(f"{name} Soares", "heading")
    person.app.key("Ctrl+Z")
    person.sees(name, "heading")
    person.app.key("Ctrl+Shift+Z")
    person.sees(f"{name} Soares", "heading")
    person.app.click("History", role="tab")
    person.shot("3-history")
    for screen in ("Organisations", "Missions", "History", "Settings"):
        person.go(screen)
        person.shot(f"3-{screen.lower()}")


def place_a_candidate(person):
    person.go("Placements")
    person.search("guinea")
    person.open_first_row()
    person.fill("Start from", "2027-02-01")
    person.fill("Weeks at least", "26")
    person.fill("Weeks at most", "39")
    person.app.click("Candidates", role="tab")
    person.sees("candidates fit")
    person.shot("4-candidates")
    person.app.press(*person.sees(", from ", "button").center)
    person.shot("4-reasons")
    person.press("Place...")
    person.shot("4-place")
    person.press("Propose the mission")
    person.sees("Show on the calendar")
    person.shot("4-placed")
    person.app.click("Missions", role="tab")
    name = person.sees("1 Feb 2027", "button")["name"].split(",")[0]
    person.app.click("Candidates", role="tab")
    person.app.click("Show on the calendar")
    person.sees("February 2027", "button")
    person.sees(name)
    person.shot("4-calendar")


def look_at_the_plan(person):
    person.go("Matching")
    person.sees(" places, fit ")
    person.sees("Candidates, and what choosing each would cost the whole plan")
    person.shot("4-plan")
    person.press("Left out")
    person.shot("4-left-out")


def write_for_head_office(person, folder):
    person.go("Import and export")
    for button, name in (
        ("Volunteers: XLSX...", "volunteers.xlsx"), ("Volunteers: CSV...", "volunteers.csv"),
        ("Placements: XLSX...", "placements.xlsx"), ("Missions: CSV...", "missions.csv"),
        ("Calendar: ICS...", "missions.ics"), ("Backup: Back up...", "backup.sojourn"),
    ):
        person.press(button)
        if name.endswith(".ics"):
            person.press("Tell the names of the volunteers", "checkBox")
            person.press("Choose a file...")
        person.choose_file(folder / name, "Save")
        person.sees(name)
    person.shot("5-written")
    assert len((folder / "volunteers.csv").read_text("utf-8-sig").strip().splitlines()) >= 1185
    assert "BEGIN:VEVENT" in (folder / "missions.ics").read_text()
    for name in ("volunteers.xlsx", "placements.xlsx"):
        assert (folder / name).read_bytes()[:2] == b"PK"


def kill_and_open_again(person, office):
    person.kill()
    before = {kind: len(records(office, kind)) for kind in ("volunteers", "placements", "missions")}
    assert before == {"volunteers": 1184, "placements": 486, "missions": 1}, before
    person.open(office)
    person.sees("What needs you", "heading")
    person.sees("Undo: ", "button")
    person.shot("6-again")
    person.app.key("Ctrl+Z")
    person.sees("Undone")
    person.shot("6-undone")
    person.kill()
    assert records(office, "missions") == []
    command("check", office)  # asserts that it says yes


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        office, person = folder / "kailahun.sojourn", Person(folder / "home")
        person.home.mkdir()
        steps = (
            lambda: make_an_office(person, office), lambda: bring_in_two_sheets(person),
            lambda: look_through_and_edit(person), lambda: (place_a_candidate(person), look_at_the_plan(person)),
            lambda: write_for_head_office(person, folder), lambda: kill_and_open_again(person, office),
        )
        for number, step in enumerate(steps, 1):
            try:
                step()
            except BaseException:
                with contextlib.suppress(OSError):  # the window may be gone
                    person.shot(f"{number}-failed")
                raise
            print(f"step {number} holds", flush=True)


if __name__ == "__main__":
    main()
