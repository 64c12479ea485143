# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/count.py tells the truth: what did not run is never counted as passed."""
import contextlib
import io
import json
import unittest

import source
import count
import tap


class Counting(unittest.TestCase):
    def count(self, *tests, failed_runs=()):
        with source.copied() as folder:
            if tests:
                lines = [json.dumps({'name': 'x', 'stdout': out, 'result': result}) for result, out in tests]
                source.plant(folder, 'plain.json', '\n'.join(lines))
            for name in failed_runs:
                source.plant(folder, f'{name}.failed', '')
            return count.count(folder)

    def test_table(self):
        for name, tests, passed, failed, skipped in (
                ('points', [('OK', '1..2\nok 1 a\nok 2 - b\n')], 2, 0, 0),
                ('a failing point', [('FAIL', '1..2\nok 1 a\nnot ok 2 b\n')], 1, 1, 0),
                ('a skipped point', [('OK', '1..2\nok 1 a\nok 2 b # SKIP no tool\n')], 1, 0, 1),
                ('all points skipped', [('SKIP', '1..1\nok 1 a # SKIP no tool\n')], 0, 0, 1),
                ('skipped as a whole', [('SKIP', '1..0 # SKIP no tool\n')], 0, 0, 1),
                ('crashed half-way', [('ERROR', '1..3\nok 1 a\n')], 1, 1, 0),
                ('hung', [('TIMEOUT', '')], 0, 1, 0),
                ('no TAP', [('OK', '')], 1, 0, 0),
                ('no TAP, failed', [('FAIL', 'trouble')], 0, 1, 0),
                ('TAP without a test', [('OK', '1..0\n')], 0, 1, 0),
                ('two programs', [('OK', '1..1\nok 1 a\n'), ('OK', '1..1\nok 1 b\n')], 2, 0, 0),
        ):
            with self.subTest(name):
                total = count.Count()
                for result, out in tests:
                    total.add_test('plain', {'name': 'x', 'result': result, 'stdout': out})
                self.assertEqual((total.passed, total.failed, len(total.skipped)), (passed, failed, skipped))

    def test_a_failed_build_is_a_failure(self):
        total = self.count(('OK', '1..1\nok 1 a\n'), failed_runs=['sanitized'])
        self.assertEqual((total.passed, total.failed), (1, 1))

    def test_nothing_is_a_failure(self):
        total = self.count()
        self.assertEqual((total.passed, total.failed), (0, 1))

    def test_skips_are_named_with_their_reason(self):
        total = self.count(('OK', '1..1\nok 1 - a.b # SKIP no tool\n'))
        self.assertEqual(total.skipped, [('plain: x a.b', 'no tool')])

    def test_last_line(self):
        with source.copied() as folder:
            source.plant(folder, 'plain.json', json.dumps({'name': 'x', 'stdout': 'ok 1\nnot ok 2\n', 'result': 'FAIL'}))
            out = io.StringIO()
            argv, count.sys.argv = count.sys.argv, ['count.py', str(folder)]
            try:
                with contextlib.redirect_stdout(out):
                    self.assertEqual(count.main(), 1)
            finally:
                count.sys.argv = argv
            self.assertEqual(out.getvalue().splitlines()[-1], '1 passed, 1 failed')


if __name__ == '__main__':
    tap.main()
