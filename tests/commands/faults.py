# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of faults share: an office that is made once, and a trial of `apply` on a copy of it."""
import concurrent.futures
import os
import pathlib
import re
import shutil
import sys
import tempfile
import time
import unittest

import overstap
from overstap import LoketCase

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'contract'))
from proxy import Proxy  # noqa: E402

EMPLOYERS = 3
EMPLOYEES = 45

# A trial mostly waits: for an action of Loket, for its turn, for an answer that does not come.
AT_ONCE = 4 * (os.cpu_count() or 1)

# Words that no Dutch sentence has.
ENGLISH = re.compile(r'(?i)\b(the|and|not|again|your|this|with|from|sign in|try|nothing|request|please)\b')
# What Loket said itself stands between these.
QUOTED = re.compile(r'“[^”]*”|„[^”]*”')

# How requests are told from each other when a fault is ordered: the first that fits. The longest come first.
PATTERNS = ['/employees/selfservice/migration', '/employees/selfservice', '/employees/essaccessstatus', '/collectiveactions/',
            '/collectiveactions', '/employers/minimized', '/authorizations', '/modules', '/token', '/authorize', '/providers', '/user']

# What the practice Loket does without being asked for, and no fault can strike.
DOORS = ('/practice/',)

STATUSES = (400, 401, 403, 404, 409, 429, 500, 502, 503, 504)


def kinds():
    """Every kind of trouble, as the door takes it."""
    found = [{'kind': 'status', 'status': status} for status in STATUSES]
    found += [{'kind': 'status', 'status': status, 'retryAfter': 1} for status in STATUSES]
    found += [{'kind': kind} for kind in ('cut-before', 'cut-after', 'garbage')]
    # Longer than an answer is waited for here, see Trial.environment().
    found += [{'kind': 'delay', 'seconds': 2.5}, {'kind': 'item-error', 'share': 0.4}]
    return found


class Requests:
    """The requests of a run, in order: [(method, pattern, how many that fit came before)]."""

    def __init__(self, exchanges):
        self.all = []
        fitting = []
        for exchange in exchanges:
            method, path = exchange.request.method, exchange.request.path
            if path.startswith(DOORS):
                continue
            pattern = next((pattern for pattern in PATTERNS if pattern in path), None)
            assert pattern is not None, f'no pattern for {method} {path}'
            self.all.append((method, pattern, sum(1 for m, p in fitting if m == method and pattern in p)))
            fitting.append((method, path))

    @property
    def different(self):
        return sorted({(method, pattern) for method, pattern, _ in self.all})


class Trial(LoketCase):
    """One `apply` on a copy of the office, with trouble on order."""

    # So long an answer is waited for, in milliseconds; None: as long as usual.
    answer_ms = None
    # The Dutch locale data; None where they cannot be made, and all is said in English.
    locale = None
    # Everything that was said in trouble.
    said = set()

    def runTest(self):
        pass

    def dutch_locale(self):
        return self.locale or super().dutch_locale()

    def environment(self, dutch=False):
        env = super().environment(dutch)
        env['OVERSTAP_BACK_OFF_MS'] = '5'
        if self.answer_ms is not None:
            env['OVERSTAP_ANSWER_MS'] = str(self.answer_ms)
        return env

    def begin(self, office):
        """A copy of @office with a practice Loket on it."""
        self.setUp()
        shutil.copytree(office / 'loket', self.folder / 'loket')
        shutil.copy(office / 'kantoor.overstap', self.dossier)
        self.loket = self.practice(employers=EMPLOYERS, employees=EMPLOYEES)
        self.ok('connect', self.dossier, self.loket.url)

    def order(self, fault):
        self.loket.post('/practice/faults', fault)

    def well(self):
        self.loket.door('DELETE', '/practice/faults')

    def apply_in_trouble(self, *faults):
        """Runs `apply` with these faults, and takes them away. Whatever it says, it says it clearly. Returns: the result."""
        for fault in faults:
            self.order(fault)
        if any(fault['kind'] == 'delay' for fault in faults):
            self.answer_ms = 1000
        result = self.run_overstap('apply', self.dossier, '--yes', dutch=self.locale is not None, timeout=300)
        self.answer_ms = None
        self.assertToldClearly(result)
        self.assertNobodyTwice(self.loket, at_rest=False)
        self.assertNobodyStranded(self.loket)
        self.well()
        return result

    def assertToldClearly(self, result):
        self.assertIn(result.status, (0, 1), result.stderr)
        if result.status == 1:
            self.assertClear(result.json['error']['message'])
            # What stopped it is one thing; that people were invited before is another.
            if self.locale is not None and self.loket.events('invited'):
                self.assertIn('Wat al is verstuurd, is vastgelegd', result.json['error']['message'])
        else:
            self.assertAddsUp(result.json)
            for problem in result.json.get('problems', ()):
                reason = problem['reason'] if 'reason' in problem else problem['message']
                self.assertClear(reason)
                # Who is not signed in cannot go on with the other clients.
                self.assertNotIn('inlog', reason.lower())
        for line in result.stderr.splitlines():
            self.assertClear(line)

    def assertClear(self, text):
        """Finished sentences in the user's language, that name nobody and no number of Loket's own."""
        text = text.strip()
        Trial.said.add(re.sub(r'127\.0\.0\.1:\d+', 'HOST', text))
        self.assertSentence(text)
        if self.locale is not None:
            self.assertNotRegex(QUOTED.sub('', text), ENGLISH)
        self.assertNotRegex(text, r'(?i)[0-9a-f]{8}-[0-9a-f]{4}-|@|bearer|token|\bjson\b|\bGET\b|\bPATCH\b')

    def completes(self, ready):
        """Once the trouble is gone one more `apply` does all that was left."""
        answer = self.ok('apply', self.dossier, '--yes', timeout=300)
        self.assertAgrees(self.loket, ready, answer)
        return answer


class FaultCase(LoketCase):
    """Tests with many trials on one office."""
    employees = EMPLOYEES

    @classmethod
    def setUpClass(cls):
        cls.office = pathlib.Path(tempfile.mkdtemp(prefix='overstap-test-'))
        cls.addClassCleanup(shutil.rmtree, cls.office, ignore_errors=True)
        maker = Trial()
        maker.setUp()
        try:
            cls.make_locale(maker)
            cls.make_office(maker)
        finally:
            maker.doCleanups()

    @classmethod
    def tearDownClass(cls):
        for sentence in sorted(Trial.said):
            print(f'# said: {sentence}')
        Trial.said.clear()
        super().tearDownClass()

    @classmethod
    def make_locale(cls, maker):
        """Once for all trials."""
        try:
            shutil.copytree(maker.dutch_locale(), cls.office / 'locale')
        except unittest.SkipTest:
            return
        Trial.locale = str(cls.office / 'locale')
        cls.addClassCleanup(setattr, Trial, 'locale', None)

    @classmethod
    def make_office(cls, maker):
        with overstap.Practice(maker, employers=EMPLOYERS, employees=cls.employees) as loket:
            maker.new()
            maker.ok('import', maker.dossier, 'employers', loket.clients_file)
            maker.ok('import', maker.dossier, 'employees', loket.employees_file)
            maker.ok('select', maker.dossier, '--all')
            cls.ready = maker.people_with('ready')
        shutil.copytree(loket.data, cls.office / 'loket')
        shutil.copy(maker.dossier, cls.office / 'kantoor.overstap')
        cls.requests = cls.record()

    @classmethod
    def record(cls):
        """What a run without trouble asks."""
        trial = Trial()
        trial.begin(cls.office)
        try:
            with Proxy(trial.loket.url) as proxy:
                trial.ok('connect', trial.dossier, proxy.url)
                proxy.clear()
                answer = trial.ok('apply', trial.dossier, '--yes')
                trial.assertAgrees(trial.loket, cls.ready, answer)
                return Requests(proxy.exchanges)
        finally:
            trial.doCleanups()

    def try_all(self, trials):
        """Runs each (name, function of a Trial) on a copy of the office, some at once, and tells of each that fails."""
        took = []
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            results = [(name, pool.submit(self.try_one, function)) for name, function in trials]
            for name, result in results:
                with self.subTest(trial=name):
                    took.append((result.result(), name))
        print(f'# {len(trials)} trials; the longest:', *(f'{seconds:.1f} s {name};' for seconds, name in sorted(took, reverse=True)[:5]))

    def try_one(self, function):
        """Returns: how many seconds it took."""
        began = time.monotonic()
        trial = Trial()
        try:
            trial.begin(self.office)
            function(trial)
        finally:
            trial.doCleanups()
        return time.monotonic() - began


def name_of(fault):
    """A fault in a few words."""
    return ' '.join([fault.get('method', ''), fault.get('path', ''), f'{fault.get("skip", 0)}+{fault.get("count", 1)}', fault['kind'],
                     *(str(fault[key]) for key in ('status', 'retryAfter') if key in fault)])


def hide_ids(text):
    return re.sub(r'[0-9a-f]{8}-[0-9a-f-]{27}', '*', text)
