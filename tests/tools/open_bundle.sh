#!/usr/bin/env bash
# The way out in a disaster: Debian's `age` and `zstd` open a bundle with the key that `sojourn key` writes.
# usage: open_bundle.sh PROGRAM
set -euo pipefail
program=$(realpath "$1"); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
"$program" new head.sojourn --name "Head office" --country CH --head-office
"$program" link new head.sojourn --name Nairobi --country KE --out nairobi.sojourninvitation
"$program" link accept nairobi.sojourn nairobi.sojourninvitation
printf 'full name,birth date\nAna Silva,1985-05-14\n' >people.csv
"$program" import nairobi.sojourn volunteers people.csv
mkdir stick
"$program" send nairobi.sojourn stick
"$program" key head.sojourn head.key
age --decrypt -i head.key stick/*.sojournbundle | zstd -d >payload.jsonl
grep -q '"name":"Nairobi"' <(head -n 1 payload.jsonl)
grep -q 'Ana Silva' payload.jsonl
python3 -c 'import json; [json.loads(line) for line in open("payload.jsonl")]'
echo "$(wc -l <payload.jsonl) lines read"
