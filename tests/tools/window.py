#!/usr/bin/env python3
"""Drives the real window through the coordinator's main job, as a person would, and keeps screenshots.

    python3 tests/tools/window.py PROGRAM SHARED OUT

PROGRAM is the release program built with `--features inspection`; SHARED holds tools/drive.py and the real spreadsheets;
screenshots go to the folder OUT. The steps are those of the README: make an office, bring in two real sheets, look
through the lists, edit and undo, place a candidate, see the mission on the calendar, write lists, calendar and backup,
kill the program, open it again. Ends with status 1 at the first step that does not hold.
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

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
        return self.app

    def shot(self, name):
        self.app.settle()
        self.app.shot(str(OUT / f"{name}.png"))

    def go(self, screen):
        self.app.click(screen, role="link")

    def choose_file(self, path, button="Open"):
        """Answers the window's own file dialog."""
        self.app.wait("File")
        self.app.fill("File", str(path), role="textInput")
        self.app.click(button, role="button")

    def kill(self):
        self.app.program.send_signal(signal.SIGKILL)
        self.app.program.wait()
        self.app.close()
