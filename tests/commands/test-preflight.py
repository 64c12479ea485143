# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user may not do at a client in Loket is told before, and other clients go on; what Loket will stop is told too."""
import sqlite3

import overstap
from overstap import LoketCase

INVITE = 'PatchESSAccessStatusByEmployerId'
BLOCK = 'PatchEmployeeSelfServiceAccessByEmployerId'
MAIL = 'PatchEmailByEmployeeId'
TELL = 'GetAuthorizationsByEmployerId'
MODULES = 'GetModulesByEmployerId'
STATUS = 'GetESSAccessStatusByEmployerId'


class Preflight(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=80)

    def behave(self, **switches):
        self.loket.post('/practice/behaviour', switches)

    def employer(self):
        """A client of whom somebody is ready."""
        ready = [key[0] for key in self.people_with('ready')]
        return max(set(ready), key=ready.count)

    def test_nothing_lacks(self):
        answer = self.office_of(self.loket)
        self.assertEqual((answer['without_rights'], answer['problems'], answer['warnings']), (0, [], []))
        applied = self.ok('apply', self.dossier, '--yes')
        self.assertEqual((applied['without_rights'], applied['problems'], applied['warnings']), (0, [], []))

    def test_a_client_where_the_user_may_not_invite_is_left_out(self):
        self.office_of(self.loket)
        employer = self.employer()
        self.behave(denied={employer: [INVITE]})
        self.loket.advance(1)
        dry = self.ok('apply', self.dossier, '--dry-run')
        answer = self.ok('apply', self.dossier, '--yes')
        for one in (dry, answer):
            self.assertEqual(one['without_rights'], 1)
            self.assertEqual([row['employer'] for row in one['problems']], [employer])
            self.assertIn('may not give access to MijnLoket', one['problems'][0]['reason'])
        self.assertNotIn(employer, {request['employer'] for request in dry['requests']})
        # It stands in the way of the client from then on.
        clients = {row['employer']: row['hindrances'] for row in self.ok('check', self.dossier, '--list')['clients']}
        self.assertEqual([key for key, found in clients.items() if any(point['code'] == 'right-lacks' for point in found)], [employer])
        self.assertIn('may not give access to MijnLoket', next(p['reason'] for p in clients[employer] if p['code'] == 'right-lacks'))
        self.assertTrue(self.loket.people('invited'))
        self.assertNotIn(employer, {key[0] for key in self.loket.people('invited')})
        # Once the right is there, the client goes too; the next day, or after connecting anew.
        self.behave(denied={})
        self.loket.advance(1)
        self.ok('apply', self.dossier, '--yes')
        self.assertIn(employer, {key[0] for key in self.loket.people('invited')})

    def test_it_is_told_in_dutch_when_connecting(self):
        self.office_of(self.loket)
        employer = self.employer()
        self.behave(denied={employer: [INVITE]})
        self.loket.advance(1)
        result = self.run_overstap('connect', self.dossier, self.loket.url, as_json=False, dutch=True)
        self.assertIn('Deze gebruiker mag bij deze klant geen toegang tot MijnLoket uitdelen.', result.stdout)
        answer = self.ok('connect', self.dossier, self.loket.url)
        self.assertEqual((answer['without_rights'], answer['problems'][0]['employer']), (1, employer))

    def test_what_is_beside_it_only_warns(self):
        self.office_of(self.loket)
        employer = self.employer()
        self.behave(denied={employer: [MAIL]})
        self.loket.advance(1)
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertEqual((answer['without_rights'], answer['problems']), (0, []))
        self.assertEqual([row['employer'] for row in answer['warnings']], [employer])
        self.assertIn(employer, {key[0] for key in self.loket.people('invited')})

    def test_no_new_invitation_and_nothing_given_back_where_the_user_may_not(self):
        """The same pre-flight as of the conversion; each is asked only for what it needs."""
        self.office_of(self.loket)
        employer = self.employer()
        cleared = self.clear_in_loket(self.loket, [key for key in self.people_with('ready') if key[0] == employer][:2])
        self.ok('apply', self.dossier, '--yes')
        fallen = [key for key in self.fallout() if key in cleared]
        blocked = {key for key in self.loket.people('blocked') if key[0] == employer}
        self.assertTrue(fallen)
        self.assertTrue(blocked)
        self.loket.write_addresses(cleared)
        self.behave(denied={employer: [INVITE]})
        self.loket.advance(1)
        answer = self.ok('reinvite', self.dossier, '--all')
        refused = {(row['employer'], row['employee']): row['reason'] for row in answer['refused']}
        for key in fallen:
            self.assertIn('may not give access to MijnLoket', refused[key])
            self.assertNotIn(key, self.loket.people('invited'))
        # Whoever may not invite may still give back; whoever may not block neither.
        dry = self.ok('rollback', self.dossier, '--employer', employer, '--dry-run')
        self.assertTrue(dry['requests'])
        self.behave(denied={employer: [BLOCK]})
        self.loket.advance(1)
        for how in ('--dry-run', '--yes'):
            answer = self.ok('rollback', self.dossier, '--employer', employer, how)
            self.assertEqual([(row['employer'], row.get('employee')) for row in answer['refused']], [(employer, None)])
            self.assertIn('may not block Werknemerloket', answer['refused'][0]['reason'])
            self.assertEqual((answer['reinstated'], answer.get('requests', [])), (0, []))
        self.behave(denied={})
        self.loket.advance(1)
        self.assertEqual(self.ok('rollback', self.dossier, '--employer', employer, '--yes')['reinstated'], len(blocked))

    def test_where_loket_does_not_tell_it_goes_on(self):
        self.office_of(self.loket)
        employer = self.employer()
        self.behave(denied={'*': [TELL, MODULES], employer: [INVITE]})
        self.loket.advance(1)
        answer = self.ok('apply', self.dossier, '--yes')
        # Not known beforehand, so it is found during the run, and stays with that client.
        self.assertEqual(answer['without_rights'], 0)
        self.assertEqual([row['employer'] for row in answer['problems']], [employer])
        self.assertTrue(self.loket.people('invited'))
        self.assertNotIn(employer, {key[0] for key in self.loket.people('invited')})

    def test_at_most_once_a_day(self):
        self.office_of(self.loket)
        first = self.asked()
        self.ok('apply', self.dossier, '--yes')
        self.assertEqual(self.asked(), first)
        self.loket.advance(1)
        self.ok('apply', self.dossier, '--yes')
        self.assertEqual(set(self.asked()), set(first))
        self.assertTrue(all(self.asked()[employer] > first[employer] for employer in first))

    def asked(self):
        with sqlite3.connect(f'file:{self.dossier}?mode=ro', uri=True) as base:
            found = dict(base.execute('SELECT employer, as_of FROM preflight'))
        base.close()
        return found


class Sunset(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=4, employees=40)
        self.office_of(self.loket)

    def test_told_once_per_resource(self):
        self.loket.post('/practice/behaviour', {'obsoleteDates': {STATUS: '2027-03-01'}})
        result = self.run_overstap('track', self.dossier)
        self.assertEqual(len(result.json['warnings']), 1)
        self.assertIn('1-3-2027', result.json['warnings'][0]['sentence'])
        self.assertEqual(result.stderr.count('essaccessstatus'), 1)

    def fields(self, answer):
        return [warning['sentence'] for warning in answer['warnings'] if warning['code'] == 'unknown-field']

    def test_unknown_fields_are_told(self):
        """By their names and the resource; what was in them is nowhere."""
        self.assertEqual(self.fields(self.ok('track', self.dossier)), [])
        self.ok('fetch', self.dossier)
        self.assertEqual(self.fields(self.ok('track', self.dossier)), [])
        self.loket.post('/practice/behaviour', {'unknownFields': True})
        self.ok('fetch', self.dossier)
        self.ok('track', self.dossier)
        told = self.fields(self.ok('track', self.dossier))
        for resource in ('providers/employers/minimized', 'providers/employers/*/employees', 'providers/employers/*/employees/essaccessstatus'):
            self.assertEqual(len([line for line in told if f'futureField ({resource})' in line]), 1, told)
        self.assertEqual(len(told), len(set(told)))
        self.assertNotIn(b'Nog niet beschreven', self.dossier.read_bytes())

    def test_unknown_fields_and_words_survive(self):
        self.loket.post('/practice/behaviour', {'unknownFields': True, 'unknownStatus': 0.4, 'messageTypeAsObject': True})
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertAddsUp(answer)
        self.assertGreater(answer['unknown'], 0)
        self.assertNobodyTwice(self.loket)
        raw = [row['reason'] for row in self.ok('fallout', self.dossier)['rows']]
        self.assertEqual(self.ok('track', self.dossier)['stranded'], 0, raw)


if __name__ == '__main__':
    overstap.main()
