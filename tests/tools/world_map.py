#!/usr/bin/env python3
"""Builds assets/map from Natural Earth 1:50m (public domain): world.bin, the outlines of countries, and in points.tsv
the points of those that are large enough to hold a number.

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
    python3 tests/tools/world_map.py package/countries-50m.json

then `cargo test --lib widgets::map`. It takes a minute and needs nothing but Python.

Borders are Natural Earth's view: as they are held in fact, which is no opinion on whose they should be. Three things
are ours, for a table of countries that has only the codes of ISO 3166-1 and XK: Somaliland and Northern Cyprus have no
code and are parts of SO and CY; overseas parts that have a code of their own (French Guiana, Réunion, Svalbard ...) are
taken out of the country that Natural Earth has them in; Antarctica is left out.

The file, all numbers LEB128, differences zigzag:

    countries   how many, then two letters each; "--" is land of no country of ours
    twice       (a coarse level for the whole world, then a fine one)
      parts     how many, then each: its country's place, how many points, the points, then the ears
      lines     how many, then each: the places + 1 of the countries at its left and right (0 is the sea), how many
                points, the points

A point is two differences from the point before it in the file, in steps of 1/182 degree east and north. A part is
one ring without holes (a hole is joined to it by a cut there and back), and its ears say which corner to cut off next,
as the difference from the one before: cut, each leaves a triangle with its two neighbours, until two are left. Parts are
sorted by size, larger first. A line is the coast or the border between two countries, once. Neither crosses the 180th
meridian.
"""

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "assets"
STEPS = 182  # to a degree: 180 degrees fit into 16 bits
HALF_TURN = 180 * STEPS
# What may be lost: how far a line may stray, in degrees, and islands smaller than this, in square degrees at the equator.
LEVELS = [{"stray": 0.11, "island": 0.06}, {"stray": 0.018, "island": 0.0015}]

LEFT_OUT = {"010"}
PARTS_OF = {"Somaliland": "SO", "N. Cyprus": "CY", "Kosovo": "XK"}
# Of whom, which code, and the box around it: west, south, east, north.
OVERSEAS = [
    ("France", "GF", (-55, 2, -51, 6)),
    ("France", "GP", (-62, 15.7, -61, 16.6)),
    ("France", "MQ", (-61.5, 14, -60.5, 15)),
    ("France", "RE", (55, -22, 56, -20)),
    ("France", "YT", (44.5, -13.5, 45.5, -12)),
    ("Norway", "SJ", (-10, 70, 40, 82)),
    ("Netherlands", "BQ", (-69, 11, -62, 18)),
    ("Indian Ocean Ter.", "CX", (105, -11, 106, -10)),
    ("Indian Ocean Ter.", "CC", (96, -13, 98, -11)),
]
# Norway's own north reaches into the box of Svalbard and Jan Mayen.
MAINLAND = {"SJ": (4, 57, 32, 72)}


def within(ring, box):
    west, south, east, north = box
    return all(west <= x <= east and south <= y <= north for x, y in ring)


def read(path):
    """The arcs in degrees, and the polygons: (code, rings of places of arcs, ~place where it runs backwards)."""
    atlas = json.loads(Path(path).read_text())
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for packed in atlas["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in packed:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    codes = {}
    for line in (ASSETS / "reference" / "countries.tsv").read_text().splitlines():
        if not line.startswith("#"):
            alpha2, _, numeric, *_ = line.split("\t")
            codes[numeric] = alpha2
    polygons = []
    for country in atlas["objects"]["countries"]["geometries"]:
        name, number = country["properties"]["name"], country.get("id")
        if number in LEFT_OUT:
            continue
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for rings in shapes:
            code = PARTS_OF.get(name) or codes.get(number or "?", "--")
            outer = points_of(rings[0], arcs)
            for owner, overseas, box in OVERSEAS:
                if owner == name and within(outer, box) and not within(outer, MAINLAND.get(overseas, (0, 0, 0, 0))):
                    code = overseas
            polygons.append((code, rings))
    return arcs, polygons


def points_of(ring, arcs):
    points = []
    for place in ring:
        arc = arcs[place] if place >= 0 else arcs[~place][::-1]
        points.extend(arc[1:] if points else arc)
    return points[:-1]


def unwrapped(points):
    """The same points, their longitudes going on beyond 180 rather than jumping."""
    turned, out = 0, []
    for at, (x, y) in enumerate(points):
        if at and abs(x + turned - out[-1][0]) > 180:
            turned += 360 if x + turned < out[-1][0] else -360
        out.append((x + turned, y))
    return out


def doubled_area(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))


def size(ring):
    """Area in square degrees at the equator."""
    middle = sum(y for _, y in ring) / len(ring)
    return abs(doubled_area(unwrapped(ring))) / 2 * math.cos(math.radians(middle))


def simplified(arc, stray):
    """Douglas and Peucker. An arc that closes keeps four points, so that an island stays one."""
    line = unwrapped(arc)
    squeeze = math.cos(math.radians(sum(y for _, y in line) / len(line)))
    flat = [(x * squeeze, y) for x, y in line]

    def distance(at, first, last):
        (px, py), (ax, ay), (bx, by) = flat[at], flat[first], flat[last]
        dx, dy = bx - ax, by - ay
        along = 0 if dx == dy == 0 else max(0, min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
        return math.hypot(px - ax - along * dx, py - ay - along * dy)

    keep, todo = {0, len(arc) - 1}, [(0, len(arc) - 1, 2 if arc[0] == arc[-1] else 0)]
    while todo:
        first, last, forced = todo.pop()
        if last - first < 2:
            continue
        farthest = max(range(first + 1, last), key=lambda at: distance(at, first, last))
        if forced or distance(farthest, first, last) > stray:
            keep.add(farthest)
            todo += [(first, farthest, max(forced - 1, 0)), (farthest, last, max(forced - 1, 0))]
    return [arc[at] for at in sorted(keep)]


def cut(ring):
    """Pieces of a ring in steps, none beyond the 180th meridian."""
    ring = [(round(x * STEPS), round(y * STEPS)) for x, y in unwrapped(ring)]
    pieces = []
    for turn in (-1, 0, 1):
        piece = [(x + turn * 2 * HALF_TURN, y) for x, y in ring]
        for side in (-1, 1):
            piece = clipped(piece, side)
        if len(piece) > 2:
            pieces.append(piece)
    return pieces


def clipped(ring, side):
    """What of a ring lies west of 180 degrees east (side 1), or east of 180 degrees west (side -1)."""
    out = []
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if side * x1 <= HALF_TURN:
            out.append((x1, y1))
        if (side * x1 < HALF_TURN < side * x2) or (side * x2 < HALF_TURN < side * x1):
            edge = side * HALF_TURN
            out.append((edge, round(y1 + (y2 - y1) * (edge - x1) / (x2 - x1))))
    return without_repeats(out)


def without_repeats(ring):
    ring = [point for point, before in zip(ring, ring[-1:] + ring[:-1], strict=True) if point != before]
    return ring if len(ring) > 2 else []


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def joined(outer, holes):
    """One ring out of a ring and its holes, each reached by a cut from its easternmost point."""
    ring = outer if doubled_area(outer) > 0 else outer[::-1]
    for hole in sorted(holes, key=lambda hole: -max(hole)[0]):
        hole = hole if doubled_area(hole) < 0 else hole[::-1]
        start = hole.index(max(hole))
        hole = hole[start:] + hole[:start]
        seen = [at for at, point in enumerate(ring) if not crossed(hole[0], point, ring)]
        at = min(seen, key=lambda at: math.dist(hole[0], ring[at]))
        ring = ring[: at + 1] + hole + [hole[0]] + ring[at:]
    return ring


def crossed(a, b, ring):
    for c, d in zip(ring, ring[1:] + ring[:1], strict=True):
        if b in (c, d):
            continue
        if turn(a, b, c) * turn(a, b, d) <= 0 and turn(c, d, a) * turn(c, d, b) <= 0:
            return True
    return False


def ears(ring):
    """The corners of a ring in an order in which they can be cut off, each with its neighbours a triangle."""
    after = [*range(1, len(ring)), 0]
    before = [len(ring) - 1, *range(len(ring) - 1)]
    order, at, left, tried = [], 0, len(ring), 0

    def corner(at):
        return turn(ring[before[at]], ring[at], ring[after[at]])

    def is_ear(at):
        a, b, c = ring[before[at]], ring[at], ring[after[at]]
        if turn(a, b, c) <= 0:
            return turn(a, b, c) == 0
        west, east = min(a[0], b[0], c[0]), max(a[0], b[0], c[0])
        south, north = min(a[1], b[1], c[1]), max(a[1], b[1], c[1])
        other = after[after[at]]
        while other != before[at]:
            p = ring[other]
            if west <= p[0] <= east and south <= p[1] <= north and p not in (a, b, c) and corner(other) <= 0:
                if turn(a, b, p) >= 0 and turn(b, c, p) >= 0 and turn(c, a, p) >= 0:
                    return False
            other = after[other]
        return True

    while left > 2:
        # A ring that crosses itself by a hair has a corner that nothing allows to cut: cut it all the same.
        if is_ear(at) or tried > left:
            order.append(at)
            after[before[at]], before[after[at]] = after[at], before[at]
            left, tried, at = left - 1, 0, after[after[at]]
        else:
            tried, at = tried + 1, after[at]
    return order


def triangles_area(ring, order):
    after = [*range(1, len(ring)), 0]
    before = [len(ring) - 1, *range(len(ring) - 1)]
    total = 0
    for at in order:
        total += abs(turn(ring[before[at]], ring[at], ring[after[at]]))
        after[before[at]], before[after[at]] = after[at], before[at]
    return total


def parts_of(polygons, arcs, level):
    """(code, ring) by size, larger first."""
    largest = {}
    for code, rings in polygons:
        largest[code] = max(largest.get(code, 0), size(points_of(rings[0], arcs)))
    coarse = [simplified(arc, level["stray"]) for arc in arcs]
    parts, used = [], []
    for code, rings in polygons:
        area = size(points_of(rings[0], arcs))
        if area < level["island"] and area < largest[code]:
            continue
        # What lies in a small hole is painted over it.
        rings = rings[:1] + [hole for hole in rings[1:] if size(points_of(hole, arcs)) >= level["island"]]
        shaped = [points_of(ring, coarse) for ring in rings]
        if not cut(shaped[0]) or sum(abs(doubled_area(piece)) for piece in cut(shaped[0])) == 0:
            shaped[0] = points_of(rings[0], arcs)
        used.append((code, rings))
        holes = [piece for hole in shaped[1:] for piece in cut(hole)]
        pieces = cut(shaped[0])
        assert len(pieces) == 1 or not holes
        parts += [(area, code, joined(piece, holes)) for piece in pieces if doubled_area(piece)]
    parts.sort(key=lambda part: (-part[0], part[1]))
    return [(code, ring) for _, code, ring in parts], lines_of(used, coarse)


def lines_of(used, arcs):
    """(left, right, points): each coast and each border once, the sea being no code."""
    sides = {}
    for code, rings in used:
        for place in (place for ring in rings for place in ring):
            side = sides.setdefault(place if place >= 0 else ~place, [None, None])
            side[place < 0] = code
    lines = []
    for place, (left, right) in sorted(sides.items()):
        if left == right:
            continue
        line = []
        for a, b in pairwise([*arcs[place], None]):
            line.append((round(a[0] * STEPS), round(a[1] * STEPS)))
            apart = b and (abs(b[0] - a[0]) > 180 or min(abs(a[0]), abs(b[0])) > 179.999)
            if apart and abs(b[0] - a[0]) > 180:
                # To the meridian, and from its other side on.
                edge = math.copysign(180, a[0])
                far = b[0] + 2 * edge
                y = round((a[1] + (b[1] - a[1]) * (edge - a[0]) / (far - a[0] or 1)) * STEPS)
                line.append((round(edge * STEPS), y))
                lines.append((left, right, line))
                line = [(round(-edge * STEPS), y)]
            elif apart:
                lines.append((left, right, line))
                line = []
        lines.append((left, right, line))
    lines = [(left, right, [p for p, q in pairwise([*line, None]) if p != q]) for left, right, line in lines]
    return [line for line in lines if len(line[2]) > 1]


def roomiest(ring):
    """The point of a ring with most room around it for a number, which is wider than high."""
    ring = unwrapped(ring)
    wide = math.cos(math.radians(sum(y for _, y in ring) / len(ring))) / 1.25
    ring = [(x * wide, y) for x, y in ring]
    edges = list(zip(ring, ring[1:] + ring[:1], strict=True))

    def room(px, py):
        inside, least = False, math.inf
        for (ax, ay), (bx, by) in edges:
            if (ay > py) != (by > py) and px < ax + (bx - ax) * (py - ay) / (by - ay):
                inside = not inside
            dx, dy = bx - ax, by - ay
            along = max(0, min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy or 1)))
            least = min(least, (px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2)
        return least if inside else -least

    west, east = min(ring)[0], max(ring)[0]
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    best, reach = ((west + east) / 2, (south + north) / 2), (east - west, north - south)
    for _ in range(4):
        spots = [(best[0] + reach[0] * i / 20, best[1] + reach[1] * j / 20) for i in range(-10, 11) for j in range(-10, 11)]
        best, reach = max(spots, key=lambda spot: room(*spot)), (reach[0] / 6, reach[1] / 6)
    return best[0] / wide, best[1]


def write_points(arcs, polygons):
    """Moves the points of countries that are large enough for a number; the others stay as they are in the file."""
    largest = {}
    for code, rings in polygons:
        ring = points_of(rings[0], arcs)
        if size(ring) > max(1, size(largest.get(code, [(0, 0)]))):
            largest[code] = ring
    path = ASSETS / "map" / "points.tsv"
    lines = path.read_text().splitlines()
    for place, line in enumerate(lines):
        code = line.split("\t")[0]
        if code in largest:
            x, y = roomiest(simplified([*largest[code], largest[code][0]], 0.05)[:-1])
            lines[place] = f"{code}\t{(x + 180) % 360 - 180:.2f}\t{y:.2f}"
    path.write_text("\n".join(lines) + "\n")


class Writer:
    def __init__(self):
        self.bytes = bytearray()
        self.at = (0, 0)

    def number(self, number):
        while number > 127:
            self.bytes.append(number & 127 | 128)
            number >>= 7
        self.bytes.append(number)

    def difference(self, number):
        self.number(number * 2 if number >= 0 else -number * 2 - 1)

    def points(self, points):
        self.number(len(points))
        for x, y in points:
            self.difference(x - self.at[0])
            self.difference(y - self.at[1])
            self.at = (x, y)

    def ears(self, order):
        last = 0
        for at in order:
            self.difference(at - last)
            last = at


def main():
    arcs, polygons = read(sys.argv[1])
    codes = sorted({code for code, _ in polygons})
    writer = Writer()
    writer.number(len(codes))
    writer.bytes += "".join(codes).encode()
    for level in LEVELS:
        parts, lines = parts_of(polygons, arcs, level)
        assert {code for code, _ in parts} == set(codes), "a country was lost"
        writer.number(len(parts))
        missed = total = 0
        for code, ring in parts:
            order = ears(ring)
            missed += triangles_area(ring, order) - abs(doubled_area(ring))
            total += abs(doubled_area(ring))
            writer.number(codes.index(code))
            writer.points(ring)
            writer.ears(order)
        writer.number(len(lines))
        for left, right, line in lines:
            for side in (left, right):
                writer.number(0 if side is None else codes.index(side) + 1)
            writer.points(line)
        corners, points = sum(len(ring) for _, ring in parts), sum(len(line) for _, _, line in lines)
        print(f"{len(parts)} parts of {corners} points, {len(lines)} lines of {points}, {missed / total:.2e} too much filled")
    write_points(arcs, polygons)
    (ASSETS / "map" / "world.bin").write_bytes(writer.bytes)
    print(f"{len(writer.bytes)} bytes, {len(codes)} codes")


if __name__ == "__main__":
    main()
