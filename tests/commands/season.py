# SPDX-License-Identifier: GPL-3.0-or-later
"""A season of an office: rounds, everyday trouble, and the work of every week, until nobody is left. Beside it the practice Loket as witness."""
import collections
import datetime
import pathlib
import random
import sys

from overstap import table

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'contract'))

OPEN = 'toegang actief'
WORDS = {OPEN: 'linked', 'uitnodiging loopt': 'pending', 'verlopen': 'expired', 'uitnodiging mislukt': 'failed', 'ingetrokken': 'failed'}
OVERRULED = {'product-500', 'product-500-unknown', 'nobody-known', 'unknown-fallout'}
AN_ADDRESS = 'season.{}.{}@gmail.com'


def day_of(instant):
    return datetime.date.fromisoformat(instant[:10])


class Witness:
    """How everybody stands, by what the practice Loket did: its files of the first day and its events since."""

    def __init__(self, loket):
        self.loket = loket
        self.old, self.new = {}, {}
        for row in table(loket.employees_file):
            key = (row['Werkgevernummer'], row['Personeelsnummer'])
            self.old[key] = row['Werknemerloket'] == OPEN
            self.new[key] = WORDS.get(row['MijnLoket'], '')
        self.seen = 0
        self.gone = set()
        self.asked = collections.Counter()

    def look(self):
        events = self.loket.events()
        for key, event in events[self.seen:]:
            if event == 'product-removed':
                self.gone.add(key[0])
            elif event == 'invited':
                self.new[key] = 'pending'
                self.asked[key] += 1
            elif event == 'linked':
                self.new[key] = 'linked'
            elif event == 'expired':
                self.new[key] = 'expired'
            elif event == 'invite-failed':
                self.new[key] = 'failed'
            elif event in ('blocked', 'reinstated'):
                self.old[key] = event == 'reinstated'
        self.seen = len(events)

    def figures(self):
        """The same that `track --json` tells."""
        alive = [key for key, state in self.new.items() if state in ('pending', 'linked')]
        count = collections.Counter(self.new.values())
        return {'invited': count['pending'], 'linked': count['linked'], 'expired': count['expired'], 'failed': count['failed'],
                'both_portals': sum(1 for key in alive if self.old[key])}


class Season:
    """What an office does, command by command. Steps: prepare(), then week() until over()."""

    def __init__(self, case, loket, rounds=4, seed=1, gap=7):
        self.case, self.loket, self.gap = case, loket, gap
        self.dossier = case.dossier
        self.chance = random.Random(seed)
        self.witness = Witness(loket)
        self.rounds = rounds
        self.weeks = 0
        self.tries = collections.Counter()

    def ok(self, command, *args):
        return self.case.ok(command, self.dossier, *args, timeout=900)

    def today(self):
        return day_of(self.loket.get('/practice/clock')['now'])

    # Before the first round.

    def prepare(self):
        self.case.office_of(self.loket)
        self.loket.post('/practice/behaviour', {'trouble': 0.035, 'troubleSeed': self.chance.randrange(1000), 'bounceFails': True})
        clients = sorted(row['Werkgevernummer'] for row in table(self.loket.clients_file))
        first = self.today() + datetime.timedelta(days=21)
        first += datetime.timedelta(days=(1 - first.weekday()) % 7)
        self.days = [first + datetime.timedelta(days=self.gap * at) for at in range(self.rounds)]
        for at, day in enumerate(self.days):
            self.ok('waves', '--set', at + 1, '--date', day, '--route', 'api', '--employer', *clients[at::self.rounds])
        self.ok('inform', '--employer', *clients)
        self.answer_findings()

    def answer_findings(self):
        """Who has a usable address nowhere stays behind on paper; all other questions are answered."""
        answer = self.ok('check', '--list')
        mended = {}
        for row in answer['rows']:
            if row['disposition'] != 'stopper':
                continue
            key = (row['employer'], row['employee'])
            if {'no-private-email', 'invalid-private-email'} & set(row['findings']) and self.chance.random() < 0.8:
                mended[key] = AN_ADDRESS.format(*key)
        self.loket.write_addresses(mended)
        for key, address in mended.items():
            self.ok('mend', '--employer', key[0], '--employee', key[1], '--email', address, '--done-in-loket')
        for code in [code for code, count in self.ok('check')['findings'].items() if count]:
            self.case.run_overstap('accept', self.dossier, code, '--reason', 'Nagevraagd bij de klant')

    # Every week.

    def week(self):
        """A week passes, day by day where a round is due; then everything that waits is worked off, as an office does."""
        until = self.today() + datetime.timedelta(days=7)
        while self.today() < until:
            due = [day for day in self.days if self.today() < day <= until]
            step = ((min(due) if due else until) - self.today()).days
            self.loket.advance(step)
            self.ok('track')
            if due and self.today() == min(due):
                self.apply_round(self.days.index(min(due)) + 1)
        self.weeks += 1
        self.work_off()

    def apply_round(self, number):
        """Some of Loket's answers fail on the way; the round is applied until it is done."""
        for kind, more in (('status', {'status': 503}), ('cut-after', {}), ('garbage', {})):
            self.loket.post('/practice/faults', dict({'path': 'essaccessstatus', 'method': 'PATCH', 'count': 1, 'kind': kind}, **more))
        self.case.run_overstap('apply', self.dossier, '--wave', str(number), '--yes', timeout=900)
        self.loket.request('DELETE', '/practice/faults')
        self.ok('track')
        self.ok('apply', '--wave', str(number), '--yes')

    def work_off(self):
        """Who fell out or has no portal gets an address that works; who waits long a new invitation; whom that did not help a decision."""
        open_rows = [row for row in self.ok('fallout')['rows'] if not row['resolved']]
        self.give_addresses({(row['employer'], row['employee']) for row in open_rows})
        self.give_addresses(self.stranded())
        self.ok('reinvite', '--all')
        plan = self.ok('follow-up', '--yes')
        self.decide((row['employer'], row['employee']) for row in plan['decide'])
        left = [(row['employer'], row['employee']) for row in self.ok('fallout')['rows'] if not row['resolved']]
        self.tries.update(left)
        self.decide(key for key in left if self.tries[key] > 3)
        self.stay_behind()

    def stranded(self):
        """Whose invitation came to nothing, by what the practice Loket did."""
        self.witness.look()
        return {key for key, state in self.witness.new.items() if state in ('failed', 'expired') and self.witness.asked[key] and not self.witness.old[key]}

    def give_addresses(self, people):
        fresh = {key: f'nieuw.{self.weeks}.{AN_ADDRESS.format(*key)}' for key in people if self.witness.asked[key] < 3}
        self.loket.write_addresses(fresh)
        for key, address in fresh.items():
            self.ok('mend', '--employer', key[0], '--employee', key[1], '--email', address, '--done-in-loket')

    def decide(self, people):
        by_client = collections.defaultdict(list)
        for client, number in people:
            by_client[client].append(number)
        for client, numbers in by_client.items():
            self.ok('no-access', '--employer', client, *(word for number in numbers for word in ('--employee', number)),
                    '--reason', 'Krijgt papieren loonstroken')

    # What has to be so.

    def compare(self):
        """The numbers of the dossier are those of the practice Loket, today."""
        told = self.ok('track')
        self.witness.look()
        seen = self.witness.figures()
        self.case.assertEqual({name: told[name] for name in seen}, seen, f'week {self.weeks}')
        self.case.assertEqual(told['unknown'], 0)
        return told

    def open_clients(self):
        return {client['employer']: set(client['obstacles']) for client in self.ok('close', '--list')['open']}

    def is_over(self):
        """Every round was applied, and nobody is left of whom something has still to become."""
        return self.today() > self.days[-1] and all(obstacles <= OVERRULED for obstacles in self.open_clients().values())

    def stay_behind(self):
        """Who could not be invited, or has only an address that does not work, once the last round is over: a decision each."""
        if self.today() > self.days[-1]:
            rows = self.ok('check', '--list')['rows']
            self.decide((row['employer'], row['employee']) for row in rows if row['disposition'] in ('ready', 'decide', 'stopper'))

    def close(self):
        """Every client closes, with the verantwoording; then the personal data go, and the numbers stay."""
        self.ok('close', '--all', '--ask')
        left = self.open_clients()
        # Where Loket keeps Product 500, for who was never in the conversion, somebody says why it is closed all the same.
        self.case.assertEqual({number for number in left if number in self.witness.gone}, set())
        for number in left:
            self.ok('close', '--employer', number, '--reason', 'Loket haalt Product 500 later weg')
        answer = self.ok('close', '--list')
        self.case.assertTrue(answer['dossier_closed'])
        self.case.assertEqual([answer['ends'][state] for state in ('not-invited', 'waiting', 'fallout', 'unknown')], [0, 0, 0, 0])
        self.ok('export', 'accountability', '-o', self.case.path('verantwoording.csv'))
        return answer['ends']
