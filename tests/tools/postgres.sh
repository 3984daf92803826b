#!/usr/bin/env bash
# Publishes an office to a PostgreSQL server of its own and reads what is there. Needs Debian's `postgresql`, the
# programs alone: the server is made in a folder that is removed, listens on a port of this machine, and is always stopped.
# usage: postgres.sh PROGRAM, which is built with the feature `postgres`
set -euo pipefail
program=$(realpath "$1")
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "there is no PostgreSQL server here"; exit 1; }
work=$(mktemp -d); server=$work/server; mkdir "$server"
# The server refuses to run as root.
as_server() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
if [ "$(id -u)" -eq 0 ]; then chown postgres "$server"; chmod 711 "$work"; fi
stop() {
    if [ -f "$server/data/postmaster.pid" ]; then as_server "$bin/pg_ctl" stop -D "$server/data" -m immediate -s || true; fi
    rm -rf "$work"
}
trap stop EXIT
cd "$server"
echo secret >password; chmod 644 password
as_server "$bin/initdb" -D "$server/data" -U owner --auth=scram-sha-256 --pwfile=password -E UTF8 --locale=C.UTF-8 >/dev/null
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as_server "$bin/pg_ctl" start -D "$server/data" -w -s -l "$server/log" \
    -o "-p $port -k $server -c listen_addresses=127.0.0.1 -c fsync=off"
cd "$work"
export PGPASSWORD=secret SOJOURN_TODAY=2026-11-23
at=postgres://owner@127.0.0.1:$port/postgres
ask() { "$bin/psql" -X -q -At -h 127.0.0.1 -p "$port" -U owner -d postgres -v ON_ERROR_STOP=1 -c "$1"; }
publish() { "$program" publish office.sojourn --postgres "$at" "$@"; }
equal() { if [ "$2" != "$3" ]; then echo "$1: $2, not $3"; exit 1; fi; }
refused() { # refused SENTENCE COMMAND...: status 1, one sentence, a hint, and no password in either
    local sentence=$1 status=0; shift
    "$@" >out 2>err || status=$?
    equal "status of: $sentence" $status 1
    grep -q "^sojourn: .*$sentence" err || { echo "not said: $sentence"; cat err; exit 1; }
    equal "lines of: $sentence" "$(wc -l <err)" 2
    grep -q "^hint: " err; if grep -q "secret\|panicked" err; then cat err; exit 1; fi
    equal "output of: $sentence" "$(wc -c <out)" 0
}
everything() { # every row of every table, with when it changed; not when it was published
    for table in $(ask "SELECT relname FROM pg_class WHERE relnamespace = 'sojourn'::regnamespace AND relkind = 'r' AND relname <> 'sojourn_mirror' ORDER BY 1"); do
        ask "SELECT '$table', t.* FROM sojourn.\"$table\" t ORDER BY id"
    done
}

"$program" sample office.sojourn --volunteers 300 --placements 40 --missions 80
publish --personal all | tee said
grep -q " 0 changed, 0 gone" said
"$program" export-data office.sojourn files >/dev/null
python3 -c 'import json; [print(table["name"], table["rows"]) for table in json.load(open("files/schema.json"))["tables"]]' >counts
while read -r table rows; do equal "rows of $table" "$(ask "SELECT count(*) FROM sojourn.\"$table\"")" "$rows"; done <counts
equal "missions in the view" "$(ask "SELECT count(*) FROM sojourn.mission_overview")" "$(ask "SELECT count(*) FROM sojourn.mission")"
equal "named" "$(ask "SELECT count(*) FROM sojourn.mission_overview WHERE volunteer_name IS NULL OR partner IS NULL OR country IS NULL")" 0
equal "types" "$(ask "SELECT string_agg(DISTINCT data_type, ',' ORDER BY data_type) FROM information_schema.columns WHERE table_schema = 'sojourn' AND table_name = 'volunteer'")" \
    "boolean,date,integer,text,timestamp with time zone,uuid"
equal "columns without a comment" "$(ask "SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'sojourn'::regnamespace AND c.relkind = 'r' AND c.relname <> 'sojourn_mirror' AND col_description(c.oid, a.attnum) IS NULL")" 0
echo "ok  every row is there, typed and described"

# What is there is what a file says.
"$program" export-data office.sojourn whole --personal all >/dev/null
python3 - whole/volunteer.csv >wanted <<'PYTHON'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")))
for row in sorted(rows, key=lambda row: row["id"]):
    print("|".join(row[name] for name in ("id", "full_name", "birth_date", "birth_year", "accompanied", "weeks_most", "categories")))
PYTHON
ask "SELECT id, full_name, birth_date, birth_year, CASE WHEN accompanied THEN 'true' ELSE 'false' END, weeks_most, categories FROM sojourn.volunteer ORDER BY id" >found
diff wanted found
echo "ok  the same values as in files"

everything >before; publish --personal all | tee said; everything >after
grep -q "rows: 0 new, 0 changed, 0 gone" said; cmp before after
echo "ok  published again, nothing changes"

mission=$(ask "SELECT reference FROM sojourn.mission WHERE stage IN ('confirmed', 'accepted', 'approved', 'proposed') ORDER BY 1 LIMIT 1")
volunteer=$(ask "SELECT v.reference FROM sojourn.volunteer v WHERE NOT EXISTS (SELECT FROM sojourn.mission m WHERE m.volunteer = v.id) AND full_name <> '' ORDER BY 1 LIMIT 1")
last=$(ask "SELECT last + 7 FROM sojourn.mission WHERE reference = '$mission'")
"$program" mission office.sojourn "$mission" move --start "$(ask "SELECT first + 7 FROM sojourn.mission WHERE reference = '$mission'")" --end "$last"
started=$(ask "SELECT now()")
publish --personal all | tee said
equal "missions that changed" "$(ask "SELECT string_agg(reference, ' ') FROM sojourn.mission WHERE updated_at >= '$started'")" "$mission"
equal "volunteers that changed" "$(ask "SELECT count(*) FROM sojourn.volunteer WHERE updated_at >= '$started'")" 0
equal "last day" "$(ask "SELECT last FROM sojourn.mission WHERE reference = '$mission'")" "$last"
echo "ok  one mission moved, one mission changes"

# Of people: erased, and less than before.
name=$(ask "SELECT full_name FROM sojourn.volunteer WHERE reference = '$volunteer'")
everything >now; grep -qF "$name" now
"$program" erase office.sojourn "$volunteer" --reason "asked by $name" --yes >/dev/null
publish --personal all
everything >now
if grep -F "$name" now; then echo "an erased person is still there"; exit 1; fi
ask "SELECT full_name FROM sojourn.volunteer WHERE full_name <> ''" | sort -u >names
[ -s names ]
publish --personal names
everything >now; grep -qFf names now
equal "mail addresses" "$(ask "SELECT count(*) FROM sojourn.volunteer WHERE email IS NOT NULL OR birth_date IS NOT NULL OR notes IS NOT NULL")" 0
publish
everything >now
if grep -qFf names now; then echo "names are still there"; grep -m 3 -Ff names now; exit 1; fi
# The planner of the server keeps samples of what was in the columns.
ask "SELECT most_common_vals, histogram_bounds FROM pg_stats WHERE schemaname = 'sojourn'" >planner
if grep -qFf names planner; then echo "names are still in the statistics"; exit 1; fi
[ "$(ask "SELECT count(birth_year) FROM sojourn.volunteer")" -gt 0 ]
equal "chosen" "$(ask "SELECT personal FROM sojourn.sojourn_mirror")" none
echo "ok  who was erased is gone, and names when they are no longer chosen"

# A file whose text would end a value, were it not guarded, and rows that are gone.
printf 'full name,notes\n"Tab\tand \\\\. ""quotes""","a\nline\\N"\n' >people.csv
"$program" import office.sojourn volunteers people.csv >/dev/null
publish --personal all >said; grep -q "rows: 2 new" said # with a first standing
ask "SELECT notes FROM sojourn.volunteer WHERE full_name LIKE '%quotes%'" >now; equal "notes" "$(cat now)" $'a\nline\\N'
"$program" undo office.sojourn >/dev/null
publish --personal all >said; grep -q "2 gone" said
echo "ok  a row that is gone goes"

# What is refused changes nothing.
everything >before
refused "does not take that name and password" env PGPASSWORD=wrong "$program" publish office.sojourn --postgres "$at"
refused "asks for a password" env -u PGPASSWORD "$program" publish office.sojourn --postgres "$at"
refused "cannot be reached" "$program" publish office.sojourn --postgres postgres://owner:secret@127.0.0.1:1/postgres
refused "no such database: nothing" "$program" publish office.sojourn --postgres "postgres://owner@127.0.0.1:$port/nothing"
refused "address of the server cannot be read" "$program" publish office.sojourn --postgres "sec:ret"
refused "was to be encrypted" "$program" publish office.sojourn --postgres "$at?sslmode=require"
ask "CREATE SCHEMA other; CREATE TABLE other.mine (id integer)"
refused "schema other was not made by Sojourn" "$program" publish office.sojourn --postgres "$at" --schema other
"$program" new second.sojourn --name "Second office" --country KE >/dev/null
refused "schema sojourn holds the data of" "$program" publish second.sojourn --postgres "$at"
ask "CREATE ROLE reader LOGIN PASSWORD 'secret'"
refused "the server does not allow it" "$program" publish office.sojourn --postgres "postgres://reader@127.0.0.1:$port/postgres" --schema own
everything >after; cmp before after
status=0; "$program" publish office.sojourn --postgres "$at" --schema 'No"' 2>/dev/null || status=$?
equal "status of a name that is none" $status 2
echo "ok  what is refused says why, and changes nothing"

# A schema made for it, and a column that came with a newer program.
ask "CREATE SCHEMA made"
publish --schema made >/dev/null
ask "ALTER TABLE made.mission DROP COLUMN notes; UPDATE made.sojourn_mirror SET layout = 'older'"
publish --schema made >/dev/null
equal "the column" "$(ask "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'made' AND table_name = 'mission' AND column_name = 'notes'")" 1
ask "ALTER TABLE made.mission ADD COLUMN newer text; UPDATE made.sojourn_mirror SET layout = 'newer'"
refused "column mission.newer that this Sojourn does not know" "$program" publish office.sojourn --postgres "$at" --schema made
# Cut off in the middle, nothing of it is there.
ask "ALTER TABLE sojourn.stage_step RENAME COLUMN \"on\" TO hidden"
everything >before
refused "the server refused" "$program" publish office.sojourn --postgres "$at" --personal none
everything >after; cmp before after
echo "ok  older tables are brought up to date; a run that fails leaves all as it was"
