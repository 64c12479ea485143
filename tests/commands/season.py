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
            self.new[key] = {OPEN: 'linked', 'uitnodiging loopt': 'pending'}.get(row['MijnLoket'], '')
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
        return {'invited': count['pending'], 'linked': count['linked'], 'expired': count['expired'],
                'both_portals': sum(1 for key in alive if self.old[key] and self.asked[key])}


class Season:
    """What an office does, command by command. Steps: prepare(), then week() until over()."""

    def __init__(self, case, loket, rounds=4, seed=1, gap=7):
        self.case, self.loket, self.gap = case, loket, gap
        self.dossier = case.dossier
        self.chance = random.Random(seed)
        self.witness = Witness(loket)
        self.rounds = rounds
        self.weeks = 0

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
