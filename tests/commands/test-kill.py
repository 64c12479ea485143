# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap apply`, killed at any moment and started again: nobody lost, nobody invited twice, nobody stranded."""
import os
import random
import time

import overstap
from overstap import LoketCase

TIMES = 6
OFFICES = 6


class Kill(LoketCase):
    def duration(self, seed):
        """How long `apply` takes when nobody kills it, with the same office in a dossier of its own."""
        mine, self.dossier = self.dossier, self.folder / f'proef-{seed}.overstap'
        with overstap.Practice(self, employers=6, employees=150, seed=seed, data=self.folder / f'proef-{seed}') as loket:
            self.office_of(loket)
            began = time.monotonic()
            self.ok('apply', self.dossier, '--yes')
            took = time.monotonic() - began
        self.dossier = mine
        return took

    def run_killed(self, seed):
        chance = random.Random(seed)
        took = self.duration(seed)
        self.dossier = self.folder / f'kantoor-{seed}.overstap'
        loket = self.practice(employers=6, employees=150, seed=seed, data=self.folder / f'loket-{seed}')
        self.office_of(loket)
        ready = self.people_with('ready')
        self.assertGreater(len(ready), 20)

        in_time = 0
        for _ in range(TIMES):
            process = overstap.start(self, 'apply', self.dossier, '--yes')
            time.sleep(chance.uniform(0.02, 0.7) * took)
            in_time += overstap.kill(process)
            # At every moment, not only at the end.
            self.assertNobodyTwice(loket, at_rest=False)
            self.assertNobodyStranded(loket)
        self.assert_agrees(loket, ready, self.ok('apply', self.dossier, '--yes', timeout=300))
        return in_time

    def assert_agrees(self, loket, ready, answer):
        self.assertAgrees(loket, ready, answer)
        self.assertEqual(set(loket.people('blocked').values()) - {1}, set())
        tracked = self.ok('track', self.dossier)
        self.assertEqual((tracked['stranded'], tracked['unknown']), (0, 0))

        # Tracking agrees with it, and once more changes nothing.
        self.assertAgrees(loket, ready, answer)
        events = loket.events()
        again = self.ok('apply', self.dossier, '--yes')
        self.assertEqual(again['invited'], answer['invited'])
        self.assertEqual(loket.events(), events)

    def test_killed(self):
        seed = int(os.environ.get('SEED', '0')) or random.SystemRandom().randrange(1, 10000)
        print(f'# seed {seed}')
        killed = 0
        # On a machine that is busy by turns `apply` can be done before it is killed: then another office is tried.
        for office in range(OFFICES):
            killed += self.run_killed(seed + office)
            if killed >= 2:
                return
        self.fail(f'seed {seed}: apply ended before it could be killed')

    def test_killed_at_once(self):
        """Within the first moments: sign-in, the first journal entry, the first request."""
        loket = self.practice(employers=4, employees=60)
        self.office_of(loket)
        ready = self.people_with('ready')
        for milliseconds in range(10, 300, 20):
            process = overstap.start(self, 'apply', self.dossier, '--yes')
            time.sleep(milliseconds / 1000)
            overstap.kill(process)
        answer = self.ok('apply', self.dossier, '--yes')
        self.assert_agrees(loket, ready, answer)


class Import(LoketCase):
    def test_killed_import_leaves_all_or_nothing(self):
        self.new()
        self.import_employers(overstap.employer('1001'))
        people = [overstap.person('1001', n) for n in range(1, 5001)]
        path = self.write('x.csv', overstap.csv_bytes(overstap.EMPLOYEE_HEAD, people))
        for milliseconds in (20, 60, 120, 200, 300):
            process = overstap.start(self, 'import', self.dossier, 'employees', path)
            time.sleep(milliseconds / 1000)
            overstap.kill(process)
            self.assertIn(self.ok('check', self.dossier)['employees'], (0, 5000))
        self.assertIn(self.counted(self.ok('import', self.dossier, 'employees', path))['rows'], (5000,))
        self.assertEqual(self.ok('check', self.dossier)['employees'], 5000)


if __name__ == '__main__':
    overstap.main()
