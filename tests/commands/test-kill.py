# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap apply`, killed at any moment and started again: nobody lost, nobody invited twice, nobody stranded."""
import datetime
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import time

import overstap
from contract import proxy
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


def crash_points():
    """The names of all points at which the program can be made to die, in the order of the source."""
    names = []
    for path in sorted((pathlib.Path(__file__).resolve().parents[2] / 'app').rglob('*.c')):
        if path.name != 'crash-point.c':
            for call in re.findall(r'ovs_crash_point \((.*?)\);', path.read_text(encoding='utf-8'), re.DOTALL):
                names += re.findall(r'"([^"]+)"', call)
    return names


def points_of_apply():
    return [name for name in crash_points() if not any(other in name for other in ('post', 'purge', 'reinvite', 'restore'))]


class Points(LoketCase):
    """Killed at every point of the engine that has a name, and at random moments; clients join as long as it lasts."""

    def setUp(self):
        super().setUp()
        if os.environ.get('OVERSTAP_CRASH_POINTS') != '1':
            self.skipTest('this build has no crash points')

    def prepare(self, employers, employees, seed):
        self.loket = self.practice(employers=employers, employees=employees, seed=seed)
        self.office_of(self.loket)
        self.waiting = sorted({key[0] for key in self.people_with('ready')})
        self.ok('select', self.dossier, '--none')
        self.ready = set()
        self.kills = 0

    def join(self, clients=1):
        """So many more clients take part: there is something to do again."""
        joining, self.waiting = self.waiting[:clients], self.waiting[clients:]
        if joining:
            self.ok('select', self.dossier, '--employer', *joining)
        self.ready |= self.people_with('ready')

    def crash(self, point, command='apply', options=('--yes',)):
        """Runs until the point is passed (NAME or NAME:N). Returns: whether it died there."""
        env = dict(self.environment(), OVERSTAP_CRASH=point)
        done = subprocess.run([overstap.PROGRAM, command, str(self.dossier), *options, '--json'], cwd=self.folder, env=env,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=300)
        self.assertIn(done.returncode, (0, -9), f'{point}: {done.stdout!r}')
        self.kills += done.returncode == -9
        return done.returncode == -9

    def kill_after(self, seconds):
        process = overstap.start(self, 'apply', self.dossier, '--yes')
        time.sleep(seconds)
        self.kills += overstap.kill(process)

    def assertNoHarm(self):
        self.assertNobodyTwice(self.loket, at_rest=False)
        self.assertNobodyStranded(self.loket)

    def finish(self):
        """At the end everybody who was to go is over, once, and the dossier tells the same as Loket saw."""
        self.join(len(self.waiting))
        answer = self.ok('apply', self.dossier, '--yes', timeout=600)
        self.assertAddsUp(answer)
        self.assertEqual((answer['unknown'], answer['stranded']), (0, 0), answer)
        invited, blocked = self.loket.people('invited'), self.loket.people('blocked')
        fallout = set(self.fallout())
        self.assertEqual((answer['invited'], answer['fallout'], answer['blocked']), (len(invited), len(fallout), len(blocked)))
        self.assertEqual(set(invited.values()) | set(blocked.values()), {1})
        self.assertLessEqual(set(invited) | fallout, self.ready)
        self.assertEqual(set(invited) & fallout, set())
        rows = self.rows()
        self.assertEqual(self.people_with('ready', rows) - fallout, set())
        for key in invited:
            self.assertEqual((rows[key]['disposition'], rows[key].get('reason')), ('done', 'already-invited'), key)
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)
        self.assertEqual(self.runs_without_end(), [])
        events = self.loket.events()
        self.ok('apply', self.dossier, '--yes')
        self.assertEqual(self.loket.events(), events)

    def runs_without_end(self):
        copy = self.folder / 'copy.overstap'
        for suffix in ('', '-wal'):
            if pathlib.Path(f'{self.dossier}{suffix}').exists():
                shutil.copy(f'{self.dossier}{suffix}', f'{copy}{suffix}')
        with sqlite3.connect(copy) as base:
            return base.execute('SELECT id, ending FROM run WHERE ended IS NULL').fetchall()

    def test_names(self):
        names = crash_points()
        self.assertGreater(len(names), 20)
        self.assertEqual(len(names), len(set(names)), 'a name is used twice')

    def test_every_point(self):
        names = points_of_apply()
        self.prepare(employers=len(names) + 6, employees=6 * len(names), seed=11)
        for name in names:
            self.join()
            self.assertTrue(self.crash(name), f'{name} is never passed')
            self.assertNoHarm()
        self.finish()

    def test_action_still_running(self):
        """What Loket is still at is waited for before anything is read or sent of that client."""
        self.prepare(employers=1, employees=20, seed=4)
        self.join()
        self.loket.post('/practice/behaviour', {'actionSeconds': 2})
        self.assertTrue(self.crash('before-poll'))
        with proxy.Proxy(self.loket.url) as between:
            self.ok('connect', self.dossier, between.url)
            del between.exchanges[:]
            self.ok('apply', self.dossier, '--yes')
            asked = [exchange.request for exchange in between.exchanges]
        paths = [request.path for request in asked]
        polls = [number for number, path in enumerate(paths) if path.endswith('/collectiveactions')]
        status = next(number for number, path in enumerate(paths) if path.endswith('/essaccessstatus'))
        self.assertGreaterEqual(sum(1 for poll in polls if poll < status), 2, paths)
        self.assertLess(polls[0], next(number for number, request in enumerate(asked) if request.method == 'PATCH'))
        self.ok('connect', self.dossier, self.loket.url)
        self.finish()

    def test_reinvite(self):
        self.prepare(employers=8, employees=160, seed=5)
        self.join(len(self.waiting))
        cleared = self.clear_in_loket(self.loket, self.ready, count=12)
        self.ok('apply', self.dossier, '--yes')
        self.assertLessEqual(set(cleared), set(self.fallout()))
        self.loket.write_addresses(cleared)
        self.loket.advance(1)
        for name in ('before-reinvite-plan', 'after-reinvite-plan', 'in-journal', 'after-journal', 'after-answer', 'before-poll', 'after-items',
                     'before-settle', 'after-settle', 'after-block-journal', 'after-block-answer', 'before-block-settle'):
            self.crash(name, 'reinvite', ('--all',))
            self.assertNoHarm()
        self.assertGreaterEqual(self.kills, 6)
        self.ok('reinvite', self.dossier, '--all')
        # What was sent before the last crash and is confirmed now still gets its block.
        self.finish()
        for key in cleared:
            self.assertEqual((self.loket.people('invited')[key], self.loket.people('blocked')[key]), (1, 1), key)

    def test_all(self):
        """The whole of it, with --full: 2,000 people, 200 kills."""
        if os.environ.get('OVERSTAP_FULL') != '1':
            self.skipTest('only with --full')
        seed = int(os.environ.get('SEED', '0')) or random.SystemRandom().randrange(1, 10000)
        print(f'# seed {seed}')
        chance = random.Random(seed)
        self.prepare(employers=60, employees=2000, seed=seed)
        names = points_of_apply()
        plan = [f'{name}:{times}' for name in names for times in (1, 2)]
        chance.shuffle(plan)
        tries = 0
        while self.kills < 200:
            tries += 1
            self.assertLess(tries, 800, f'seed {seed}: {self.kills} kills only')
            if tries % 5 == 1:
                self.join()
            if plan and chance.random() < 0.5:
                self.crash(plan.pop())
            else:
                self.kill_after(chance.uniform(0.02, 1.5))
            if tries % 10 == 0:
                self.assertNoHarm()
        print(f'# {self.kills} kills in {tries} runs')
        self.finish()


class Together(LoketCase):
    """Two at once on one dossier: the second is refused, whoever and wherever it is."""

    def test_second_process(self):
        loket = self.practice(employers=3, employees=40)
        self.office_of(loket)
        loket.post('/practice/faults', {'path': 'essaccessstatus', 'method': 'PATCH', 'count': 1, 'kind': 'delay', 'seconds': 4})
        first = overstap.start(self, 'apply', self.dossier, '--yes')
        self.wait_for_lease()
        for command in (('apply', '--yes'), ('reinvite', '--all'), ('track',)):
            error = self.refused(command[0], self.dossier, *command[1:])
            self.assertEqual(error['code'], 'dossier-in-use')
        self.assertEqual(first.wait(60), 0)
        self.assertNobodyTwice(loket)

    def wait_for_lease(self):
        for _ in range(200):
            if self.lease():
                return
            time.sleep(0.05)
        self.fail('nobody ever held the dossier')

    def lease(self):
        with sqlite3.connect(f'file:{self.dossier}?mode=ro', uri=True) as base:
            return base.execute('SELECT host FROM lease').fetchall()

    def test_second_computer(self):
        loket = self.practice(employers=3, employees=40)
        self.office_of(loket)
        now = datetime.datetime.now(datetime.timezone.utc)
        self.hold_elsewhere(now)
        self.assertEqual(self.refused('apply', self.dossier, '--yes')['code'], 'dossier-in-use')
        self.assertEqual(loket.events(), [])
        # One that gives no sign of life any more holds nothing.
        self.hold_elsewhere(now - datetime.timedelta(hours=1))
        self.ok('apply', self.dossier, '--yes')
        self.assertNobodyTwice(loket)

    def hold_elsewhere(self, at):
        base = sqlite3.connect(self.dossier)
        with base:
            moment = at.strftime('%Y-%m-%dT%H:%M:%SZ')
            base.execute('INSERT OR REPLACE INTO lease (id, host, process, started, name, since, heartbeat) '
                         "VALUES (1, 'elders', 1, 1, 'Iemand', ?, ?)", (moment, moment))
        base.close()


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
