# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of trouble at every request of a conversion: nobody lost, nobody invited twice, a clear sentence, and it completes once the trouble is gone.

Some of it in every run, chosen by SEED (printed); all of it with `--full`.
"""
import os
import random
import sys

import faults
import overstap
from faults import name_of

FULL = '--full' in sys.argv
SEED = int(os.environ.get('SEED', '0')) or random.SystemRandom().randrange(1, 100000)

# How many of each in a run that is not full.
FEW = 8

LASTING = 100000

# Values of every switch of /practice/behaviour beside its usual one. Those of UNFINISHED keep a conversion from being finished.
SWITCHES = {
    'inviteBlocks': [True], 'resendWhilePending': [False], 'inviteAgain': [False], 'revokeWithdraws': [True], 'validityDays': [1],
    'leaversDelayProduct500': [True], 'rotateRefresh': [True, 'strict'], 'tokenSeconds': [1], 'tokenErrorStatus': [401],
    'pathPrefix': ['/v2', '', 'published'], 'maxArray': [7], 'maxPageSize': [5], 'emptyListPages': [1], 'rateLimit': [20],
    'obsoleteDates': [{'GetESSAccessStatusByEmployerId': '2027-06-01'}], 'actionType': ['Iets nieuws'], 'actionSeconds': [0, 0.3],
    'messageTypeAsObject': [True], 'unknownFields': [True], 'portalProduct': [12], 'mijnLoketProduct': [13],
    'refreshSeconds': [1], 'clockSkewSeconds': [-7200, 7200], 'reminderDays': [[1]], 'trouble': ['artikel', 0.5], 'troubleSeed': [7],
    'bounceFails': [False],
}
UNFINISHED = {
    'unknownStatus': [0.2], 'unknownPortalStatus': [0.2], 'itemsKeptSeconds': [1],
    'providerListed': [False], 'activitiesNeedProduct': [True],
    'denied': [{'*': ['PatchESSAccessStatusByEmployerId']}, {'*': ['GetEmployeeSelfServiceByEmployerId']}],
    'clientLacks': [['PatchESSAccessStatusByEmployerId'], ['PatchEmployeeSelfServiceAccessByEmployerId']],
}
# Who signs in with a browser meets these; see the tests of signing in.
SIGN_IN = {'pkce', 'clientSecret', 'registeredRedirect', 'signInDenied'}


def one_shot(request, kind):
    method, pattern, skip = request
    return {'method': method, 'path': pattern, 'skip': skip, 'count': 1, **kind}


def lasting(method, pattern, kind, skip=0):
    return {'method': method, 'path': pattern, 'skip': skip, 'count': LASTING, **kind}


class Faults(faults.FaultCase):
    @classmethod
    def setUpClass(cls):
        print(f'# seed {SEED}')
        cls.chance = random.Random(SEED)
        super().setUpClass()

    def some(self, trials, few=FEW):
        return trials if FULL else self.chance.sample(trials, min(few, len(trials)))

    def trouble(self, *faults_):
        """A trial with these faults."""
        def run(trial):
            trial.apply_in_trouble(*faults_)
            trial.completes(self.ready)
        return ', '.join(map(name_of, faults_)), run

    def test_once(self):
        self.try_all(self.some([self.trouble(one_shot(request, kind)) for request in self.requests.all for kind in faults.kinds()]))

    def test_at_what_writes(self):
        writes = [request for request in self.requests.all if request[0] == 'PATCH']
        self.assertTrue(writes)
        self.try_all(self.some([self.trouble(one_shot(request, kind)) for request in writes for kind in faults.kinds()]))

    def test_lasting(self):
        orders = [lasting(method, pattern, kind, skip) for method, pattern in self.requests.different for kind in faults.kinds() for skip in (0, 1)
                  if kind.get('retryAfter') is None]
        self.try_all(self.some([self.trouble(order) for order in orders]))

    def test_broken_off_after_invitations(self):
        """The sentence does not say that nothing was changed."""
        def run(trial):
            result = trial.apply_in_trouble(lasting('PATCH', '/employees/selfservice', {'kind': 'status', 'status': 503}))
            self.assertEqual(result.status, 1)
            trial.completes(self.ready)
        self.try_all([('blocks refused', run)])

    def test_pairs(self):
        pairs = []
        for _ in range(200 if FULL else FEW):
            pairs.append(self.trouble(*(one_shot(self.chance.choice(self.requests.all), self.chance.choice(faults.kinds())) for _ in range(2))))
        self.try_all(pairs)


class Behaviour(faults.FaultCase):
    @classmethod
    def setUpClass(cls):
        cls.chance = random.Random(SEED)
        super().setUpClass()

    def trouble(self, switches, fault, finishes):
        def run(trial):
            trial.loket.post('/practice/behaviour', switches)
            trial.apply_in_trouble(*fault)
            if finishes:
                self.completes(trial, switches)
            else:
                self.goes_on(trial, switches)
        return f'{switches} {", ".join(map(name_of, fault))}', run

    def completes(self, trial, switches):
        answer = trial.ok('apply', trial.dossier, '--yes', timeout=300)
        trial.assertAgrees(trial.loket, self.ready, answer)

    def goes_on(self, trial, switches):
        """What is in the way stays in the way, and is told; nobody is lost by it."""
        result = trial.run_overstap('apply', trial.dossier, '--yes', timeout=300)
        if result.status == 0:
            trial.assertAddsUp(result.json)
        else:
            trial.assertSentence(result.stderr)
        trial.assertNobodyTwice(trial.loket)
        trial.assertNobodyStranded(trial.loket)

    def test_every_switch_is_known_here(self):
        trial = faults.Trial()
        trial.begin(self.office)
        self.addCleanup(trial.doCleanups)
        self.assertEqual(set(trial.loket.get('/practice/behaviour')), set(SWITCHES) | set(UNFINISHED) | SIGN_IN)

    def one_of_each(self):
        """Faults that meet every request of a run, and are of every kind, lasting ones and pairs among them: each a list."""
        requests, kinds = list(self.requests.all), faults.kinds()
        self.chance.shuffle(requests)
        ordered = [[one_shot(request, kinds[i % len(kinds)])] for i, request in enumerate(requests)]
        ordered += [[one_shot(self.chance.choice(requests), kind)] for kind in kinds[len(requests):]]
        ordered += [[lasting(method, pattern, self.chance.choice(kinds))] for method, pattern in self.requests.different]
        ordered += [[one_shot(self.chance.choice(requests), self.chance.choice(kinds)) for _ in range(2)] for _ in range(4)]
        return ordered

    def test_under_every_switch(self):
        trials = []
        for switches, finishes in ((SWITCHES, True), (UNFINISHED, False)):
            for name, values in switches.items():
                for value in values:
                    ordered = self.one_of_each()
                    trials += [self.trouble({name: value}, fault, finishes) for fault in (ordered if FULL else self.chance.sample(ordered, 1))]
        self.try_all(trials if FULL else self.chance.sample(trials, FEW + 2))


if __name__ == '__main__':
    overstap.main()
