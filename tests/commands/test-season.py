# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole season by commands: rounds, everyday trouble, every week's work, until the dossier closes; the practice Loket is the witness."""
import os

import overstap
import season
from overstap import LoketCase

MOST_WEEKS = 30


class Season(LoketCase):
    def run_season(self, employers, employees, seed):
        loket = self.practice(employers=employers, employees=employees, seed=seed)
        office = season.Season(self, loket, seed=seed)
        office.prepare()
        while not office.is_over():
            self.assertLess(office.weeks, MOST_WEEKS, 'the season does not end')
            office.week()
            office.compare()
        office.close()

    def test_small(self):
        self.run_season(employers=8, employees=160, seed=int(os.environ.get('SEED', '3')))

    def test_whole(self):
        """300 clients with 30,000 people, with --full."""
        if os.environ.get('OVERSTAP_FULL') != '1':
            self.skipTest('only with --full')
        self.run_season(employers=300, employees=30000, seed=int(os.environ.get('SEED', '11')))


if __name__ == '__main__':
    overstap.main()
