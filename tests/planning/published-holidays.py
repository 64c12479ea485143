# SPDX-License-Identifier: GPL-3.0-or-later
"""The public holidays that Overstap computes, beside those of Debian's python3-holidays."""
import subprocess
import sys
import unittest

import holidays
import tap

PROGRAM = sys.argv.pop()

# That library lists days off: no Good Friday, and Liberation Day once in five years.
NOT_A_DAY_OFF = {'good-friday', 'liberation-day'}


def ours(first, last):
    """(day, code, whether offices work) of each holiday of these years."""
    lines = subprocess.run([PROGRAM, '--print', str(first), str(last)], check=True, capture_output=True, text=True).stdout.splitlines()
    return [(day, code, word == 'work') for day, code, word in map(str.split, lines)]


class Published(unittest.TestCase):
    def compare(self, first, last):
        theirs = {day.isoformat() for day in holidays.CountryHoliday('NL', years=range(first, last + 1))}
        closed = {day for day, _, work in ours(first, last) if not work}
        self.assertEqual(closed, theirs)

    def test_years_of_the_conversion(self):
        self.compare(2026, 2030)

    def test_a_century(self):
        self.compare(2014, 2100)

    def test_who_works(self):
        self.assertEqual({code for _, code, work in ours(2026, 2030) if work}, NOT_A_DAY_OFF)


if __name__ == '__main__':
    tap.main()
