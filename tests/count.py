# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results of several `meson test` runs and ends with one line, `N passed, N failed`.

count.py FOLDER: FOLDER holds a NAME.json (meson's testlog.json) per run, and an empty NAME.failed for a run that never
came to its tests. Every TAP point counts as one test. A test that did not finish counts as failed, one that was skipped
counts as neither and is named with its reason.
"""
import json
import pathlib
import re
import sys

POINT = re.compile(r'^(ok|not ok)\b\s*(\d*)\s*-?\s*(.*?)\s*(?:#\s*(SKIP|TODO)\b:?\s*(.*))?$', re.IGNORECASE)
PLAN = re.compile(r'^1\.\.(\d+)\s*(?:#\s*SKIP\S*\s*(.*))?$', re.IGNORECASE)
GOOD = {'OK', 'EXPECTEDFAIL'}


class Count:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.skipped = []   # (name, reason)
        self.broken = []    # (name, what, output)

    def add_test(self, run, test):
        """One line of testlog.json."""
        name = f'{run}: {test["name"].split(" / ")[-1]}'
        result = test['result']
        output = test.get('stdout') or ''
        points = passed = failed = 0

        for line in output.splitlines():
            plan = PLAN.match(line)
            if plan and plan[1] == '0' and result == 'SKIP':
                self.skipped.append((name, plan[2] or 'no reason given'))
            point = POINT.match(line)
            if not point:
                continue
            points += 1
            if (point[4] or '').upper() == 'SKIP':
                self.skipped.append((f'{name} {point[3]}', point[5] or 'no reason given'))
            elif point[1].lower() == 'ok':
                passed += 1
            else:
                failed += 1

        if points == 0 and result in GOOD:
            # A test without TAP is one test; one with TAP that ran nothing proved nothing.
            if any(PLAN.match(line) for line in output.splitlines()):
                failed += 1
                result = 'ran no test'
            else:
                passed += 1
        elif points == 0 and result == 'SKIP':
            if not self.skipped or self.skipped[-1][0] != name:
                self.skipped.append((name, 'the test program skipped itself'))
        elif result not in GOOD and result != 'SKIP' and failed == 0:
            # It crashed, hung, or ran other points than it planned.
            failed += 1

        self.passed += passed
        self.failed += failed
        if failed:
            self.broken.append((name, result, output + (test.get('stderr') or '')))

    def add_run(self, path):
        for line in path.read_text(encoding='utf-8', errors='replace').splitlines():
            if line.strip():
                self.add_test(path.stem, json.loads(line))

    def add_failed_run(self, path):
        self.failed += 1
        self.broken.append((path.stem, 'could not be built or started', ''))


def count(folder):
    total = Count()
    for path in sorted(folder.glob('*.json')):
        total.add_run(path)
    for path in sorted(folder.glob('*.failed')):
        total.add_failed_run(path)
    if total.passed + total.failed == 0:
        total.failed = 1
        total.broken.append(('everything', 'no test ran', ''))
    return total


def main():
    total = count(pathlib.Path(sys.argv[1]))
    for name, what, output in total.broken:
        print(f'--- {name}: {what}')
        lines = output.splitlines()
        if len(lines) > 400:
            print(f'(the first {len(lines) - 400} lines are in meson-logs/testlog.txt)')
        print('\n'.join(lines[-400:]))
    for name, reason in total.skipped:
        print(f'skipped: {name}: {reason}')
    print(f'{total.passed} passed, {total.failed} failed')
    return 1 if total.failed else 0


if __name__ == '__main__':
    sys.exit(main())
