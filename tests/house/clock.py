# SPDX-License-Identifier: GPL-3.0-or-later
"""Only OvsClock reads the time, so that every date rule can be judged on any day. Durations may be measured anywhere."""
import pathlib
import re
import unittest

import source
import tap

CLOCK = pathlib.Path('base/clock.c')
READS = re.compile(r'\b(g_get_real_time|g_get_current_time|g_date_time_new_now(?:_utc|_local)?|time|gettimeofday|clock_gettime'
                   r'|localtime(?:_r)?|gmtime(?:_r)?)\s*\(')
# In C `time (…)` can also be a declaration or somebody's own word; the call of time(2) is with NULL or an address.
TIME_CALL = re.compile(r'\btime\s*\(\s*(NULL|&|0\s*\))')


def readers(top):
    found = []
    for path in source.c_files(top):
        if path == CLOCK:
            continue
        text = source.code_only((top / 'app' / path).read_text(encoding='utf-8'))
        for match in READS.finditer(text):
            if match[1] == 'time' and not TIME_CALL.match(text, match.start()):
                continue
            line = text.count('\n', 0, match.start()) + 1
            found.append(f'{path}:{line}: {match[1]}')
    return found


class Tree(unittest.TestCase):
    def test_only_the_clock_reads_the_time(self):
        self.assertEqual(readers(source.TOP), [])


class Planted(unittest.TestCase):
    def test_readers_are_found(self):
        for call in ('g_get_real_time ()', 'g_date_time_new_now_utc ()', 'time (NULL)', 'clock_gettime (CLOCK_REALTIME, &t)'):
            with self.subTest(call=call), source.copied_app() as top:
                source.plant(top, 'app/rules/planted.c', f'void f (void)\n{{\n  {call};\n}}\n')
                self.assertIn(f'rules/planted.c:3: {call.split()[0]}', readers(top))

    def test_durations_may(self):
        with source.copied_app() as top:
            before = readers(top)
            source.plant(top, 'app/loket/planted.c', 'gint64 t = g_get_monotonic_time (); /* not g_get_real_time () */\n')
            self.assertEqual(readers(top), before)


if __name__ == '__main__':
    tap.main()
