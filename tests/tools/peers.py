#!/usr/bin/env python3
"""Solves a VMATCH instance with OR-Tools' SimpleMinCostFlow and scipy's LAPJVsp, for the bench of the assignment.

    python3 tests/tools/peers.py INSTANCE fit|lex

Prints a line for each: name, value, and the times of three solves in seconds (solving alone). Needs the packages ortools,
scipy and numpy.
"""
import gzip
import sys
import time

import numpy as np
from ortools.graph.python import min_cost_flow
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

ROUNDS = 3


def read(path, objective):
    """Capacities, and the pairs as volunteers, posts and weights."""
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path)
    capacities, urgency, volunteers, posts, weights, number = [], [], [], [], [], 0
    with opened as lines:
        next(lines)
        for line in lines:
            words = line.split()
            if words[0] == "P":
                capacities.append(int(words[1]))
                urgency.append(int(words[2]))
            elif words[0] == "V":
                at = words[3:]
                volunteers += [number] * (len(at) // 2)
                posts += map(int, at[::2])
                weights += map(int, at[1::2])
                number += 1
    weights, posts = np.array(weights, dtype=np.int64), np.array(posts, dtype=np.int64)
    if objective == "lex":
        weights = weights + (np.array(urgency, dtype=np.int64)[posts] << 24)
    return np.array(capacities, dtype=np.int64), number, np.array(volunteers, dtype=np.int64), posts, weights


def flow(capacities, count, volunteers, posts, weights):
    """Source to volunteers, volunteers to posts, posts to sink, and from each volunteer a free way round."""
    source, sink, first_post = count + len(capacities), count + len(capacities) + 1, count
    people, places = np.arange(count), np.arange(len(capacities))
    tails = np.concatenate([np.full(count, source), volunteers, first_post + places, people])
    heads = np.concatenate([people, first_post + posts, np.full(len(capacities), sink), np.full(count, sink)])
    room = np.concatenate([np.ones(count), np.ones(len(posts)), capacities, np.ones(count)]).astype(np.int64)
    costs = np.concatenate([np.zeros(count), -weights, np.zeros(len(capacities)), np.zeros(count)]).astype(np.int64)
    times, value = [], None
    for _ in range(ROUNDS):
        solver = min_cost_flow.SimpleMinCostFlow()
        solver.add_arcs_with_capacity_and_unit_cost(tails, heads, room, costs)
        solver.set_nodes_supplies(np.array([source, sink]), np.array([count, -count]))
        began = time.perf_counter()
        status = solver.solve()
        times.append(time.perf_counter() - began)
        assert status == solver.OPTIMAL, status
        value = -int(solver.optimal_cost())
    return value, times


def lapjvsp(capacities, count, volunteers, posts, weights):
    """Each place a column, and for each volunteer a column of their own that is worth nothing."""
    first = np.concatenate([[0], np.cumsum(capacities)])
    times_each = capacities[posts]
    rows = np.repeat(volunteers, times_each)
    inside = np.arange(times_each.sum()) - np.repeat(np.cumsum(times_each) - times_each, times_each)
    columns = np.repeat(first[posts], times_each) + inside
    high = int(weights.max()) + 1
    values = np.concatenate([high - np.repeat(weights, times_each), np.full(count, high)]).astype(float)
    rows = np.concatenate([rows, np.arange(count)])
    columns = np.concatenate([columns, first[-1] + np.arange(count)])
    matrix = coo_matrix((values, (rows, columns)), shape=(count, int(first[-1]) + count)).tocsr()
    began = time.perf_counter()
    chosen = min_weight_full_bipartite_matching(matrix)
    took = time.perf_counter() - began
    value = count * high - int(matrix[chosen[0], chosen[1]].sum())
    return value, [took]


def main():
    instance = read(sys.argv[1], sys.argv[2])
    value, times = flow(*instance)
    print("OR-Tools", value, *times)
    if sys.argv[2] == "fit" and instance[1] <= 10_000:
        value, times = lapjvsp(*instance)
        print("scipy", value, *times)


if __name__ == "__main__":
    main()
