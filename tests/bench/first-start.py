# SPDX-License-Identifier: GPL-3.0-or-later
"""How long until the first page is on screen, beside an empty window of libadwaita: from the start of the program to its second frame.

first-start.py OVERSTAP EMPTY: the two programs, started in turns.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

TIMES = 10


def start(program, home):
    environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home)
    before = time.monotonic_ns()
    ended = subprocess.run([program], env=environment, capture_output=True, text=True, timeout=60, check=True)
    return int(ended.stdout) / 1000 - before / 1e6 if ended.stdout else None


def main(overstap, empty):
    taken = {overstap: [], empty: []}
    with tempfile.TemporaryDirectory() as home:
        # The first of each fills the caches of fonts and icons.
        for program in taken:
            if start(program, home) is None:
                print('Skipped: there is no display.')
                return
        for _ in range(TIMES):
            for program, times in taken.items():
                times.append(start(program, home))
    medians = {program: statistics.median(times) for program, times in taken.items()}
    for name, program in (('an empty window', empty), ('the first page', overstap)):
        print(f'  {name:<18} {medians[program]:6.0f} ms   (from {min(taken[program]):.0f} to {max(taken[program]):.0f})')
    print(f'  the first page takes {medians[overstap] / medians[empty]:.2f} times an empty window')


main(*sys.argv[1:])
