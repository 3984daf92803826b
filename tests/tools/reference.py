#!/usr/bin/env python3
"""Builds assets/reference/{countries,regions,languages}.tsv from the Unicode CLDR (Unicode License v3).

How to rebuild them, for instance when a new CLDR is out:

    npm pack cldr-core@48.2.0 cldr-localenames-full@48.2.0
    for name in cldr-core cldr-localenames-full; do
        mkdir $name && tar -xzf $name-48.2.0.tgz --strip-components 1 -C $name
    done
    python3 tests/tools/reference.py .        # the folder that holds both

then `cargo test --lib reference`, and read the difference with `git diff assets/reference`: a code that went away
may stand in office files, so keep it.

The other tables of assets/reference are written by hand and are not touched: languages_more.tsv (languages that CLDR
does not name; read from here, so that they end up in languages.tsv), aliases (how people write a name in
tables), occupations (ILO ISCO-08 / CITP-08), sectors (OECD-DAC CRS purpose codes), words for levels and sexes.

All tables: UTF-8, one record a line, columns parted by tabs, lines that start with # are for people.
"""

import json
import re
import sys
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "reference"

# ISO 3166-1 has 249 codes; CLDR names more, reserved for other uses.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# M49 leaves these out; CLDR places them all the same, and so do we.
NOT_IN_M49 = {"TW", "XK"}
# Kosovo is user-assigned: CLDR says XKK, nearly everybody else (World Bank, EU, IMF) XKX; 983 is a private number.
ALPHA3 = {"XK": "XKX"}
NO_NUMERIC = {"XK"}

WORLD = "001"
REGIONS = ["001", "002", "009", "019", "142", "150"]
# CLDR keeps these two beside the tree ("grouping"), M49 has them in it.
GROUPS_IN_THE_TREE = {"202": "002", "419": "019"}

# A share below this, in percent, is not listed unless the language has a status there.
SMALLEST_SHARE = 1.0
STATUS = {"official": "o", "de_facto_official": "o", "official_regional": "r", "official_minority": "r"}

# CLDR writes Dari as Persian of Afghanistan and Montenegrin as Serbian of Montenegro. People state them as languages
# of their own, and ISO 639-3 has codes for them.
OWN_CODES = {"fa-AF": "prs", "sr-ME": "cnr"}
SPOKEN_AS = {("AF", "fa"): "prs"}
OWN_NAMES = {"prs": "دری", "cnr": "crnogorski"}
# Neither a language nor one that CLDR means as such.
NOT_LANGUAGES = {"mis", "mul", "root", "und", "zxx"}
# Nobody speaks or teaches these where volunteers serve: long gone, or invented.
NOT_SPOKEN = set(
    "ae akk ang arc avk chb chg dum egy elx enm frm fro gmh goh got hit kaw lzh mga non nwc ota peo phn pro sga "
    "sam sux syc uga xno zbl afh bzt ia ie io jbo lfn nov tlh tok vo".split()
)
# Serbo-Croatian and Tagalog: found as Serbian, Croatian or Bosnian, and as Filipino (language_aliases.tsv).
SUPERSEDED = {"sh", "tl"}
# For the CLDR, Twi is but another name of Akan; people state it as a language of its own.
ISO_639_3 = {"ak": "aka", "tw": "twi"}


def main(folder):
    core = folder / "cldr-core" / "supplemental"
    names_root = folder / "cldr-localenames-full" / "main"

    def supplemental(name, *keys):
        value = json.loads((core / f"{name}.json").read_text("utf-8"))["supplemental"]
        for key in keys:
            value = value[key]
        return value

    def names(locale, kind):
        path = names_root / locale / f"{kind}.json"
        if not path.exists():
            return {}
        return json.loads(path.read_text("utf-8"))["main"][locale]["localeDisplayNames"][kind]

    territories = {tongue: names(tongue, "territories") for tongue in ("en", "fr")}
    languages = {tongue: names(tongue, "languages") for tongue in ("en", "fr")}
    parents = region_parents(supplemental("territoryContainment", "territoryContainment"))

    write_regions(parents, territories)
    known = write_languages(languages, supplemental, names)
    write_countries(parents, territories, supplemental, known)


def region_parents(containment):
    """The M49 tree: area or country -> area one step above."""
    parents = {}
    for parent, value in containment.items():
        if re.fullmatch(r"\d{3}", parent) and value.get("_grouping") != "true":
            for child in value["_contains"]:
                parents[child] = parent
    for group, above in GROUPS_IN_THE_TREE.items():
        for child in containment[group]["_contains"]:
            parents[child] = group
        parents[group] = above
    return parents


def chain(parents, code):
    while code in parents:
        code = parents[code]
        yield code


def also(tables, code):
    """Other names that CLDR gives, short ones and variants, for finding."""
    found = []
    for table in tables.values():
        for key, name in table.items():
            if key.startswith(code + "-alt-") and name not in found:
                found.append(name)
    return "|".join(found)


def write(name, about, columns, rows):
    lines = [f"# {line}" for line in about] + ["# " + "\t".join(columns)]
    lines += ["\t".join(row) for row in rows]
    (ASSETS / name).write_text("\n".join(lines) + "\n", "utf-8")
    print(name, len(rows))


MADE = "Made by tests/tools/reference.py from the Unicode CLDR 48.2.0 (Unicode License v3); do not edit."


def write_regions(parents, territories):
    areas = sorted({WORLD} | {code for code in parents if code.isdigit()})
    rows = [
        [code, parents.get(code, ""), territories["en"][code], territories["fr"][code], also(territories, code)]
        for code in areas
    ]
    about = ["Areas of UN M49, and which one each lies in.", MADE]
    write("regions.tsv", about, ["code", "lies in", "English", "French", "also"], rows)


def write_countries(parents, territories, supplemental, known):
    codes = supplemental("codeMappings", "codeMappings")
    first_day = supplemental("weekData", "weekData", "firstDay")
    spoken = supplemental("territoryInfo", "territoryInfo")
    rows = []
    for code in sorted(territories["en"]):
        if not re.fullmatch(r"[A-Z]{2}", code) or code in NOT_COUNTRIES or "_alpha3" not in codes.get(code, {}):
            continue
        above = list(chain(parents, code))
        region = next((area for area in above if area in REGIONS and area != WORLD), "")
        sub_region = above[0] if region else ""
        rows.append([
            code,
            ALPHA3.get(code, codes[code]["_alpha3"]),
            "" if code in NO_NUMERIC else codes[code]["_numeric"],
            region,
            sub_region,
            "not in M49" if code in NOT_IN_M49 else "",
            first_day.get(code, first_day[WORLD]),
            country_languages(code, spoken.get(code, {}), known),
            territories["en"][code],
            territories["fr"][code],
            also(territories, code),
        ])
    assert len(rows) == 250, len(rows)
    about = [
        "The countries of ISO 3166-1 and Kosovo (XK, user-assigned).",
        MADE,
        "area: the smallest M49 area. languages: code:status:percent who speak it, status o official or de facto,",
        "r official in a part or for a minority, nothing otherwise; below 1% only with a status.",
    ]
    columns = ["alpha2", "alpha3", "numeric", "region", "area", "M49", "week", "languages", "English", "French", "also"]
    write("countries.tsv", about, columns, rows)


def country_languages(code, info, known):
    """Scripts of one language are merged: the larger share, the higher status."""
    merged = {}
    for tag, value in info.get("languagePopulation", {}).items():
        language = tag.split("_")[0]
        language = SPOKEN_AS.get((code, language), language)
        if language not in known:
            continue
        share = float(value["_populationPercent"])
        status = STATUS.get(value.get("_officialStatus", ""), "")
        old_share, old_status = merged.get(language, (0.0, ""))
        rank = ["", "r", "o"]
        merged[language] = (max(share, old_share), max(status, old_status, key=rank.index))
    kept = [(language, *rest) for language, rest in merged.items() if rest[1] or rest[0] >= SMALLEST_SHARE]
    order = ["o", "r", ""]
    kept.sort(key=lambda row: (order.index(row[2]), -row[1], row[0]))
    return " ".join(f"{language}:{status}:{share:.3g}" for language, share, status in kept)


def write_languages(languages, supplemental, names):
    leave_out = NOT_LANGUAGES | NOT_SPOKEN | SUPERSEDED
    overlong = {
        value["_replacement"]: alias
        for alias, value in supplemental("aliases", "metadata", "alias", "languageAlias").items()
        if value["_reason"] == "overlong" and re.fullmatch(r"[a-z]{3}", alias)
    }
    rows = {}
    for code, english in languages["en"].items():
        own = OWN_CODES.get(code, code)
        if not re.fullmatch(r"[a-z]{2,3}", own) or own in leave_out:
            continue
        iso = ISO_639_3.get(own) or (own if len(own) == 3 else overlong.get(own, ""))
        rows[own] = [
            own,
            iso,
            english,
            languages["fr"].get(code, english),
            OWN_NAMES.get(own) or names(own, "languages").get(own, ""),
            also(languages, code),
        ]
    for line in (ASSETS / "languages_more.tsv").read_text("utf-8").splitlines():
        code, english = line.split("\t") if not line.startswith("#") else ("", "")
        if code and code not in rows:
            rows[code] = [code, code, english, english, "", ""]
    about = ["Languages by the code of CLDR (ISO 639-1 where there is one, else ISO 639-3).", MADE]
    columns = ["code", "ISO 639-3", "English", "French", "own name", "also"]
    write("languages.tsv", about, columns, [rows[code] for code in sorted(rows)])
    return set(rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
