# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap rollback`: Werknemerloket is given back to whom the conversion took it, and to nobody else."""
import time

import overstap
from overstap import LoketCase


class Rollback(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=80)
        self.office_of(self.loket)

    def apply(self):
        answer = self.ok('apply', self.dossier, '--yes')
        self.blocked = set(self.loket.people('blocked'))
        self.assertTrue(self.blocked)
        return answer

    def of(self, employer):
        return {key for key in self.blocked if key[0] == employer}

    def employer(self):
        """The client with most people who were blocked."""
        return max({key[0] for key in self.blocked}, key=lambda employer: len(self.of(employer)))

    def rollback(self, *scope):
        return self.ok('rollback', self.dossier, *scope, '--yes')

    def access(self, key):
        """The status in Werknemerloket as Loket has it."""
        head = self.loket.sign_in()
        for row in self.loket.listed('/v2/providers/employers/minimized', head):
            if str(row['employerNumber']) != key[0]:
                continue
            for person in self.loket.listed(f'/v2/providers/employers/{row["id"]}/employees/selfservice', head):
                if str(person['employee']['employeeNumber']) == key[1]:
                    return person['status']
        return None

    def test_one_person(self):
        self.apply()
        key = sorted(self.blocked)[0]
        answer = self.rollback('--employer', key[0], '--employee', key[1])
        self.assertEqual((answer['reinstated'], answer['refused'], answer['unknown']), (1, [], 0))
        self.assertEqual(answer['stays'], {'invitations': 1, 'accounts': 0, 'left_employment': 0})
        self.assertEqual(self.loket.people('reinstated'), {key: 1})
        self.assertEqual(self.access(key), 'HasAccessToClient')
        self.assertEqual(self.ok('track', self.dossier)['both_portals'], 1)

    def test_a_client(self):
        applied = self.apply()
        employer = self.employer()
        answer = self.rollback('--employer', employer)
        self.assertEqual((answer['reinstated'], answer['unknown']), (len(self.of(employer)), 0))
        self.assertEqual(set(self.loket.people('reinstated')), self.of(employer))
        tracked = self.ok('track', self.dossier)
        self.assertEqual((tracked['both_portals'], tracked['stranded']), (len(self.of(employer)), 0))
        # The figures of the dossier know it, and add up as before.
        again = self.ok('apply', self.dossier, '--yes')
        self.assertAddsUp(again)
        self.assertEqual(again['invited'], applied['invited'])
        self.assertEqual(again['blocked'], applied['blocked'] - len(self.of(employer)))

    def test_the_next_run_leaves_them_alone(self):
        self.apply()
        employer = self.employer()
        self.rollback('--employer', employer)
        events = self.loket.events()
        self.ok('apply', self.dossier, '--yes')
        self.assertEqual(self.loket.events(), events)
        self.assertEqual(self.ok('apply', self.dossier, '--dry-run')['requests'], [])

    def test_a_new_invitation_blocks_again(self):
        self.apply()
        key = sorted(self.blocked)[0]
        self.rollback('--employer', key[0], '--employee', key[1])
        self.loket.advance(60)
        self.assertEqual(self.ok('reinvite', self.dossier, '--employer', key[0], '--employee', key[1])['invited'], 1)
        self.assertEqual(self.loket.people('blocked')[key], 2)
        # And can be given back once more.
        self.assertEqual(self.rollback('--employer', key[0], '--employee', key[1])['reinstated'], 1)

    def test_nobody_is_stranded_after_it(self):
        self.apply()
        self.loket.advance(60)
        stranded = self.ok('track', self.dossier)['stranded']
        self.assertGreater(stranded, 0)
        for employer in {key[0] for key in self.blocked}:
            self.rollback('--employer', employer)
        self.assertEqual(self.ok('track', self.dossier)['stranded'], 0)

    def test_twice(self):
        self.apply()
        employer = self.employer()
        self.rollback('--employer', employer)
        events = self.loket.events()
        again = self.rollback('--employer', employer)
        self.assertEqual((again['reinstated'], again['unknown'], again['refused']), (0, 0, []))
        key = sorted(self.of(employer))[0]
        named = self.rollback('--employer', key[0], '--employee', key[1])
        self.assertEqual((named['reinstated'], len(named['refused'])), (0, 1))
        self.assertSentence(named['refused'][0]['reason'])
        self.assertEqual(self.loket.events(), events)

    def test_an_account_that_was_linked_stays(self):
        self.apply()
        key = sorted(self.blocked)[0]
        self.loket.activate(employerNumber=key[0], employeeNumber=key[1])
        answer = self.rollback('--employer', key[0], '--employee', key[1])
        self.assertEqual((answer['reinstated'], answer['stays']['accounts']), (1, 1))
        self.assertEqual(self.ok('track', self.dossier)['both_portals'], 1)

    def test_a_round(self):
        # With all of the round's clients, whatever a client alone is made of.
        employers = sorted({key[0] for key in self.people_with('ready')})[:2]
        self.ok('waves', self.dossier, '--set', '1', '--employer', *employers)
        self.apply()
        answer = self.rollback('--wave', '1')
        wanted = self.of(employers[0]) | self.of(employers[1])
        self.assertEqual(answer['reinstated'], len(wanted))
        self.assertEqual(set(self.loket.people('reinstated')), wanted)
        self.assertNotEqual(wanted, self.blocked)

    def test_who_was_blocked_before_is_refused(self):
        # Somebody at the office blocked one person in Loket itself, long ago.
        rows = self.rows()
        key = sorted(self.people_with('ready', rows))[0]
        self.change_in_loket(key, 'RevokeAccess')
        self.ok('select', self.dossier, '--employer', key[0], '--without-werknemerloket-too')
        self.apply()
        self.assertEqual(self.loket.people('blocked')[key], 1)
        answer = self.rollback('--employer', key[0])
        refused = {(row['employer'], row['employee']): row['reason'] for row in answer['refused']}
        self.assertIn('Was blocked already', refused[key])
        self.assertEqual(set(self.loket.people('reinstated')), self.of(key[0]) - set(refused))
        self.assertNotIn(key, self.loket.people('reinstated'))
        self.assertEqual(self.access(key), 'AccessToClientIsBlocked')

    def change_in_loket(self, key, action):
        head = self.loket.sign_in()
        for row in self.loket.listed('/v2/providers/employers/minimized', head):
            if str(row['employerNumber']) != key[0]:
                continue
            path = f'/v2/providers/employers/{row["id"]}/employees/selfservice'
            found = [one['employee']['id'] for one in self.loket.listed(path, head)
                     if str(one['employee']['employeeNumber']) == key[1]]
            status, _ = self.loket.request('PATCH', path, [{'employeeId': found[0], 'action': action}], head)
            self.assertEqual(status, 200)
        for _ in range(100):
            if self.access(key) == 'AccessToClientIsBlocked':
                return
            time.sleep(0.05)

    def test_dry_run_sends_nothing(self):
        self.apply()
        employer = self.employer()
        with self.unchanged():
            events = self.loket.events()
            answer = self.ok('rollback', self.dossier, '--employer', employer, '--dry-run')
            self.assertEqual(self.loket.events(), events)
        self.assertEqual(sum(request['people'] for request in answer['requests']), len(self.of(employer)))
        for request in answer['requests']:
            self.assertEqual((request['method'], request['employer']), ('PATCH', employer))
            self.assertTrue(request['path'].endswith('/employees/selfservice'))
            self.assertIn('ReinstateAccess', request['body'])
        self.assertEqual(answer['reinstated'], 0)

    def test_what_is_not_undone_is_said(self):
        self.apply()
        result = self.run_overstap('rollback', self.dossier, '--employer', self.employer(), '--yes', as_json=False)
        self.assertEqual(result.status, 0)
        self.assertEqual(result.stdout.count('What is not undone:'), 2, result.stdout)
        self.assertIn('no way to withdraw', result.stdout)

    def test_no_answer_is_read_back(self):
        self.apply()
        key = sorted(self.blocked)[0]
        for kind in ('cut-after', 'cut-before', 'garbage'):
            with self.subTest(kind=kind):
                self.loket.post('/practice/faults', {'path': 'selfservice', 'method': 'PATCH', 'count': 1, 'kind': kind})
                before = self.loket.people('reinstated')[key]
                answer = self.rollback('--employer', key[0], '--employee', key[1])
                self.assertEqual((answer['reinstated'], answer['refused'], answer['unknown']), (1, [], 0))
                self.assertEqual(self.loket.people('reinstated')[key], before + 1)
                self.loket.advance(60)
                self.ok('reinvite', self.dossier, '--employer', key[0], '--employee', key[1])

    def test_killed(self):
        self.apply()
        employer = self.employer()
        for milliseconds in range(10, 400, 30):
            process = overstap.start(self, 'rollback', self.dossier, '--employer', employer, '--yes')
            time.sleep(milliseconds / 1000)
            overstap.kill(process)
        self.rollback('--employer', employer)
        self.assertEqual(self.loket.people('reinstated'), {key: 1 for key in self.of(employer)})
        events = self.loket.events()
        self.ok('apply', self.dossier, '--yes')
        self.assertEqual(self.loket.events(), events)

    def test_nothing_before_it_can_be_undone_any_more(self):
        self.apply()
        self.rollback('--employer', self.employer())
        self.refused('undo', self.dossier)
        self.assertTrue(any('rollback' in ';'.join(row) for row in self.export('audit')))

    def test_refused(self):
        self.apply()
        known = self.employer()
        for args in (('--employer', '9999999'), ('--employer', known, '--employee', '99999'), ('--wave', '9')):
            with self.subTest(args=args), self.unchanged():
                self.refused('rollback', self.dossier, *args, '--yes')
        for args in (('--employer', known), ('--yes',), ('--employer', known, '--yes', '--dry-run'), ('--employee', '1', '--yes'),
                     ('--employer', known, '--wave', '1', '--yes')):
            with self.subTest(args=args), self.unchanged():
                self.wrong_use('rollback', self.dossier, *args)


if __name__ == '__main__':
    overstap.main()
