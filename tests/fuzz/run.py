# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one libFuzzer harness: run.py PROGRAM [--runs N] [--seed N] [--keep FOLDER]. One TAP point.

It begins with the real-looking files and lines of corpus/ and goes on from there, the same way for the same seed. On a failure the
output ends with the input in base64; put that in a file and give it to the program to see it again.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

CORPUS = pathlib.Path(__file__).parent / 'corpus'
LEAKS = pathlib.Path(__file__).parent.parent / 'leaks.supp'
# How many bytes at its end a harness takes from a file as choices (fuzz_choose), and how many ways there are to choose.
CHOICES = {'encoding': (0, 1), 'sniff': (2, 6), 'tokeniser': (2, 7), 'reader': (5, 7), 'preview': (1, 5)}
LINES = {'days': 'days.txt', 'address': 'addresses.txt', 'name': 'names.txt', 'repair': 'doubles.txt', 'json': 'answers.txt'}


def tails(length, ways):
    """No choice at all, and each choice by itself."""
    yield bytes(length)
    for place in range(length):
        for way in range(1, ways):
            yield bytes(way if i == place else 0 for i in range(length))


def seeds(name):
    """The inputs to begin with."""
    if name in LINES:
        yield from (CORPUS / LINES[name]).read_bytes().splitlines()
        return
    for path in sorted((CORPUS / 'files').iterdir()):
        for tail in tails(*CHOICES[name]):
            yield path.read_bytes() + tail
    if name == 'reader':
        for kind in range(4):
            yield (CORPUS / 'mapped.txt').read_bytes() + bytes((0, 0, 0, 0, kind))


def run(program, runs, seed, folder):
    name = pathlib.Path(program).name.removeprefix('fuzz-')
    for number, text in enumerate(seeds(name)):
        (folder / f'seed-{number:04}').write_bytes(text)
    environment = dict(os.environ, G_SLICE='always-malloc',
                       # To tell whose leak it is takes its time; only the harness of json-glib needs to.
                       ASAN_OPTIONS=f'detect_leaks=1:handle_abort=1:fast_unwind_on_malloc={int(name != "json")}',
                       LSAN_OPTIONS=f'suppressions={LEAKS}:print_suppressions=0', UBSAN_OPTIONS='print_stacktrace=1')
    return subprocess.run(
        [program, f'-runs={runs}', f'-seed={seed}', '-max_len=2048', '-timeout=30', '-rss_limit_mb=2048',
         f'-dict={CORPUS / "words.dict"}', f'-artifact_prefix={folder}/', str(folder)],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors='replace')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--runs', type=int, default=20000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--keep', type=pathlib.Path, help='where the inputs are kept that were found')
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix='overstap-fuzz-') as scratch:
        folder = options.keep or pathlib.Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        result = run(options.program, options.runs, options.seed, folder)
    print('1..1')
    well = result.returncode == 0
    print(f'{"ok" if well else "not ok"} 1 - {pathlib.Path(options.program).name}, {options.runs} runs')
    for line in result.stdout.splitlines()[-3 if well else -80:]:
        print(f'# {line}')
    return 0 if well else 1


if __name__ == '__main__':
    sys.exit(main())
