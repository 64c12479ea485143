# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that fills, a clock that jumps, a sign-in that runs out: nothing sent that is not written down, a clear sentence, and it completes afterwards."""
import contextlib
import functools
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import faults
import overstap
from faults import Proxy

FULL = '--full' in sys.argv


class AdversityCase(faults.FaultCase):
    def trial(self):
        trial = faults.Trial()
        self.addCleanup(trial.doCleanups)
        trial.begin(self.office)
        return trial


class Disk(AdversityCase):
    """A disk that fills: an office that is large enough to need room."""
    employees = 300

    def rows_of(self, trial, sql):
        """Of a copy: to close the dossier itself would drop the locks of who works in it."""
        with tempfile.TemporaryDirectory(dir=trial.folder) as folder:
            for end in ('', '-wal'):
                if os.path.exists(f'{trial.dossier}{end}'):
                    with open(f'{trial.dossier}{end}', 'rb') as file, open(f'{folder}/copy{end}', 'wb') as copy:
                        copy.write(file.read())
            base = sqlite3.connect(f'{folder}/copy')
            try:
                return base.execute(sql).fetchall()
            finally:
                base.close()

    def assertAllWrittenDown(self, trial, proxy):
        """Who was named in a request that went out is no longer merely planned, or it is certain that nothing was done."""
        unplanned = set(self.rows_of(trial, "SELECT e.loket_id, i.kind FROM intent i JOIN employee e ON e.id = i.employee WHERE i.state <> 'planned'"))
        for exchange in proxy.of('PATCH'):
            kind = 'invite' if exchange.request.path.endswith('essaccessstatus') else 'block'
            for row in exchange.request.json:
                self.assertIn((row['employeeId'], kind), unplanned)

    def run_with(self, trial, limit=None, **more):
        """Runs `apply` through a proxy. Returns: its result and the proxy."""
        with Proxy(trial.loket.url) as proxy:
            trial.ok('connect', trial.dossier, proxy.url)
            proxy.clear()
            done = subprocess.run([overstap.PROGRAM, 'apply', str(trial.dossier), '--yes', '--json'], cwd=trial.folder,
                                  env={**trial.environment(dutch=trial.locale is not None), **more}, stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
                                  preexec_fn=limit)
            self.assertAllWrittenDown(trial, proxy)
            trial.assertNobodyTwice(trial.loket, at_rest=False)
            trial.assertNobodyStranded(trial.loket)
            trial.ok('connect', trial.dossier, trial.loket.url)
            return done

    def assertTold(self, trial, done):
        self.assertIn(done.returncode, (0, 1), done.stderr)
        if done.returncode == 1:
            trial.assertClear(done.stderr.decode())
            trial.assertClear(json.loads(done.stdout)['error']['message'])

    def full_disk(self, run):
        """A trial of a run on a disk that fills, and then has room again."""
        def attempt(trial):
            done = run(trial)
            self.assertTold(trial, done)
            self.failed.append(done.returncode)
            trial.completes(self.ready)
        return attempt

    def no_page_more(self, trial, more):
        # Without room to spare in the pages that there are.
        with contextlib.closing(sqlite3.connect(trial.dossier)) as base:
            base.execute('VACUUM')
        pages = self.rows_of(trial, 'PRAGMA page_count')[0][0]
        return self.run_with(trial, OVERSTAP_MOST_PAGES=str(pages + more))

    def test_no_page_more(self):
        self.failed = []
        self.try_all([(f'{more} pages', self.full_disk(functools.partial(self.no_page_more, more=more)))
                      for more in (range(16) if FULL else (0, 1, 2, 3, 5))])
        self.assertGreater(sum(self.failed), 0)

    def no_byte_more(self, trial, most):
        return self.run_with(trial, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))

    def test_no_byte_more(self):
        self.failed = []
        self.try_all([(f'{more} bytes', self.full_disk(functools.partial(self.no_byte_more, most=40000 + more)))
                      for more in (range(0, 600000, 20000) if FULL else (0, 60000, 150000, 300000))])
        self.assertGreater(sum(self.failed), 0)


class Clock(AdversityCase):
    """A clock that jumps."""

    def jump(self, trial, moves):
        trial.loket.post('/practice/behaviour', {'actionSeconds': 0.3})
        process = subprocess.Popen([overstap.PROGRAM, 'apply', str(trial.dossier), '--yes', '--json'], cwd=trial.folder, env=trial.environment(),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for days in moves:
            time.sleep(0.25)
            if days > 0:
                trial.loket.advance(days)
            else:
                self.set_back(trial, -days)
        out, err = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 0, err)
        trial.assertAddsUp(json.loads(out))
        trial.completes(self.ready)

    def test_a_clock_that_jumps(self):
        ways = [[3], [1, 1, 1, 1]]
        if FULL:
            # Not so far that an invitation expires under way.
            ways += [[chance.choice((-2, -1, 1, 2, 3)) for _ in range(4)] for chance in map(random.Random, range(20))]
        self.try_all([(str(moves), functools.partial(self.jump, moves=moves)) for moves in ways])

    def set_back(self, trial, days):
        now = trial.loket.get('/practice/clock')['now']
        day = subprocess.run(['date', '-u', '-d', f'{now} {days} days ago', '+%Y-%m-%dT%H:%M:%SZ'], capture_output=True, text=True, check=True)
        trial.loket.post('/practice/clock', {'now': day.stdout.strip()})

    def test_a_clock_that_goes_back(self):
        """What is read later counts, though its time is earlier."""
        trial = self.trial()
        trial.ok('track', trial.dossier)
        self.set_back(trial, 2)
        trial.completes(self.ready)

        # In the middle, with an answer that was lost.
        trial = self.trial()
        trial.ok('track', trial.dossier)
        self.set_back(trial, 2)
        trial.apply_in_trouble({'path': '/essaccessstatus', 'method': 'PATCH', 'count': 2, 'kind': 'cut-after'},
                               {'path': '/essaccessstatus', 'method': 'PATCH', 'skip': 2, 'count': 1, 'kind': 'garbage'})
        self.set_back(trial, 2)
        trial.completes(self.ready)


class SignIn(AdversityCase):
    """A sign-in that runs out."""

    def test_tokens_that_expire_in_the_middle(self):
        def expire(trial, rotate):
            trial.loket.post('/practice/behaviour', {'tokenSeconds': 1, 'rotateRefresh': rotate, 'actionSeconds': 0.6})
            trial.completes(self.ready)

        self.try_all([(str(rotate), functools.partial(expire, rotate=rotate)) for rotate in (False, True, 'strict')])

    def test_a_renewal_that_is_lost(self):
        def lose(trial, rotate, fault):
            trial.loket.post('/practice/behaviour', {'tokenSeconds': 1, 'rotateRefresh': rotate, 'actionSeconds': 0.6})
            trial.apply_in_trouble({'path': '/token', 'method': 'POST', **fault})
            trial.completes(self.ready)

        self.try_all([(f'{rotate} {kind} {skip} {count}', functools.partial(lose, rotate=rotate, fault={'kind': kind, 'skip': skip, 'count': count}))
                      for rotate in (True, 'strict') for kind in ('cut-after', 'garbage', 'cut-before')
                      for skip, count in (((1, 1), (2, 1), (3, 1), (1, 2), (1, 3)) if FULL else ((1, 1),))])

    def test_killed_while_it_renews(self):
        trial = self.trial()
        trial.loket.post('/practice/behaviour', {'tokenSeconds': 1, 'rotateRefresh': 'strict', 'actionSeconds': 0.6})
        renewing = threading.Event()

        def on_answer(request, answer):
            # The new token is given out, and nobody is there to take it.
            if request.path == '/token' and ('grant_type', 'refresh_token') in request.form:
                renewing.set()
                time.sleep(1)
                return None
            return None

        with Proxy(trial.loket.url, on_answer=on_answer) as proxy:
            trial.ok('connect', trial.dossier, proxy.url)
            process = overstap.start(trial, 'apply', trial.dossier, '--yes')
            self.assertTrue(renewing.wait(60))
            process.send_signal(signal.SIGKILL)
            process.wait()
        trial.ok('connect', trial.dossier, trial.loket.url)
        trial.completes(self.ready)


if __name__ == '__main__':
    overstap.main()
