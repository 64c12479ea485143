# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap track --changed-only`: reads only what can have changed, and counts as a whole reading does."""
import pathlib
import re
import sys

import overstap
from overstap import LoketCase

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'contract'))
import proxy  # noqa: E402

LISTS = re.compile(r'/employers/([0-9a-f-]{36})/employees/(\w+)(/migration)?$')


class Changes(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=80)
        self.office_of(self.loket)
        self.ok('apply', self.dossier, '--yes')
        self.invited = set(self.loket.people('invited'))
        self.between = proxy.Proxy(self.loket.url)
        self.between.__enter__()
        self.addCleanup(self.between.__exit__, None, None, None)
        self.ok('connect', self.dossier, self.between.url)

    def track(self, *options):
        """(answer, how often each list was asked for)"""
        before = len(self.between.exchanges)
        answer = self.ok('track', self.dossier, *options)
        asked = [LISTS.search(exchange.request.path) for exchange in list(self.between.exchanges)[before:]]
        return answer, [(found[1], found[2] + (found[3] or '')) for found in asked if found]

    def figures(self, answer):
        return {name: answer[name] for name in ('invited', 'linked', 'expired', 'failed', 'stranded', 'unknown', 'both_portals')}

    def test_only_the_two_lists_of_clients_with_somebody_waiting(self):
        answer, asked = self.track('--changed-only')
        clients = {key[0] for key in self.invited}
        self.assertEqual(answer['read'], len(clients))
        self.assertEqual({what for _, what in asked}, {'selfservice', 'essaccessstatus'})
        self.assertEqual(len(asked), len(set(asked)))
        self.assertEqual(len(asked), 2 * len(clients))
        whole, more = self.track()
        self.assertGreater(len(more), len(asked))
        self.assertEqual(self.figures(answer), self.figures(whole))

    def test_who_goes_over_is_seen(self):
        self.loket.activate(share=0.5, seed=3)
        answer, _ = self.track('--changed-only')
        self.assertGreater(answer['linked'], 0)
        self.assertEqual(self.figures(answer), self.figures(self.track()[0]))

    def test_where_everybody_is_over_once_a_day(self):
        client = sorted({key[0] for key in self.invited})[0]
        for key in self.invited:
            if key[0] == client:
                self.loket.activate(employerNumber=key[0], employeeNumber=key[1])
        first, asked = self.track('--changed-only')
        second, fewer = self.track('--changed-only')
        self.assertEqual(second['read'], first['read'] - 1)
        self.assertEqual(len(fewer), len(asked) - 2)
        self.loket.advance(1)
        # What day it is at a practice Loket is known once it was asked.
        self.track('--changed-only')
        self.assertEqual(self.track('--changed-only')[0]['read'], first['read'])

    def test_asked_for_by_hand_only_where_something_can_change(self):
        """Who asks reads everybody once; a client where everybody is over is not read a second time on that day."""
        client = sorted({key[0] for key in self.invited})[0]
        for key in self.invited:
            if key[0] == client:
                self.loket.activate(employerNumber=key[0], employeeNumber=key[1])
        _, first = self.track()
        answer, second = self.track()
        done = {where for where, _ in first} - {where for where, _ in second}
        self.assertGreaterEqual(len(done), 1)
        self.assertLess(len(second), len(first))
        self.loket.advance(1)
        self.assertEqual(len(self.track()[1]), len(first))
        self.loket.activate(share=1.0, seed=1)
        self.assertEqual(self.track()[0]['invited'], 0)

    def test_who_is_stranded_is_seen(self):
        self.loket.advance(60)
        answer, _ = self.track('--changed-only')
        self.assertGreater(answer['stranded'], 0)
        self.assertEqual(self.figures(answer), self.figures(self.track()[0]))

    def test_what_was_given_back_is_followed(self):
        client = sorted({key[0] for key in self.invited})[0]
        self.ok('rollback', self.dossier, '--employer', client, '--yes')
        answer, _ = self.track('--changed-only')
        self.assertGreater(answer['both_portals'], 0)

    def test_who_is_new_since_the_conversion_stands_apart(self):
        self.assertEqual(self.track()[0]['newcomers'], 0)
        client = sorted({key[0] for key in self.invited})[0]
        self.loket.advance(1)
        self.track()
        people = [overstap.person(client, 90001), overstap.person(client, 90002)]
        path = self.write('nieuw.csv', overstap.csv_bytes(overstap.EMPLOYEE_HEAD, people))
        self.ok('import', self.dossier, 'employees', path)
        answer = self.track()[0]
        self.assertEqual(answer['newcomers'], 2)
        # They are no part of what was submitted.
        self.assertAddsUp(self.ok('apply', self.dossier, '--dry-run'))

    def test_nothing_to_follow_asks_nothing(self):
        self.dossier = self.folder / 'vers.overstap'
        self.office_of(self.loket)
        self.ok('connect', self.dossier, self.between.url)
        before = len(self.between.exchanges)
        self.assertEqual(self.ok('track', self.dossier, '--changed-only')['read'], 0)
        self.assertEqual(len(self.between.exchanges), before)


if __name__ == '__main__':
    overstap.main()
