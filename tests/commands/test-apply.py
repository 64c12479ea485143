# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap connect` and `overstap apply`: the conversion, as the practice Loket saw it."""
import overstap
from overstap import LoketCase


class Connect(LoketCase):
    def test_connect(self):
        loket = self.practice(employers=5)
        answer = self.office_of(loket)
        self.assertEqual(answer['url'].rstrip('/'), loket.url)
        self.assertTrue(answer['user'])
        self.assertEqual(answer['employers'], 5)

    def test_twice_is_once(self):
        loket = self.practice()
        first = self.office_of(loket)
        self.assertEqual(self.ok('connect', self.dossier, loket.url), first)

    def test_a_url_with_a_slash(self):
        loket = self.practice()
        self.office_of(loket)
        self.ok('connect', self.dossier, loket.url + '/')

    def test_tokens_are_not_in_the_dossier(self):
        loket = self.practice()
        self.office_of(loket)
        self.ok('apply', self.dossier, '--yes')
        dump = self.dump()
        for word in ('access_token', 'refresh_token', 'Bearer '):
            self.assertNotIn(word, dump)


class ApplyCase(LoketCase):
    EMPLOYEES = 80

    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=self.EMPLOYEES)
        self.office_of(self.loket)
        self.before = self.rows()
        self.ready = self.people_with('ready', self.before)
        self.assertTrue(self.ready)

    def apply(self, *options):
        answer = self.ok('apply', self.dossier, *(options or ('--yes',)))
        self.assertAddsUp(answer)
        return answer


class DryRun(ApplyCase):
    def requests(self, answer):
        found = answer['requests']
        return found if isinstance(found, list) else range(found)

    def test_it_lists_and_sends_nothing(self):
        answer = self.apply('--dry-run')
        self.assertGreater(len(self.requests(answer)), 0)
        self.assertEqual(self.loket.events(), [])
        self.assertEqual(self.loket.mails(), [])
        self.assertEqual(self.rows(), self.before)

    def test_it_lists_what_is_sent_then(self):
        dry = len(self.requests(self.apply('--dry-run')))
        self.apply()
        self.assertLess(len(self.requests(self.apply('--dry-run'))), dry)


class Apply(ApplyCase):
    def test_everybody_who_is_ready_and_nobody_else(self):
        answer = self.apply()
        self.assertGreater(answer['invited'], 0)
        self.assertAgrees(self.loket, self.ready, answer)

    def test_only_who_was_invited_is_blocked(self):
        answer = self.apply()
        blocked = set(self.loket.people('blocked'))
        self.assertLessEqual(blocked, set(self.loket.people('invited')))
        self.assertEqual(answer['blocked'], len(blocked))
        self.assertNobodyStranded(self.loket)
        self.assertNobodyTwice(self.loket)

    def test_the_second_time_changes_nothing(self):
        first = self.apply()
        events = self.loket.events()
        mails = len(self.loket.mails())
        second = self.apply()
        for key in ('submitted', 'invited', 'fallout', 'unknown', 'blocked', 'stranded'):
            self.assertEqual(second[key], first[key], key)
        self.assertEqual(self.loket.events(), events)
        self.assertEqual(len(self.loket.mails()), mails)

    def test_who_was_invited_is_done(self):
        self.apply()
        after = self.rows()
        for key in self.loket.people('invited'):
            self.assertEqual((after[key]['disposition'], after[key]['reason']), ('done', 'already-invited'))

    def test_a_later_selection_is_added(self):
        first = self.apply()
        stopper = sorted(self.people_with('decide', self.before))[:1]
        if not stopper:
            self.skipTest('this office has nobody to decide about')
        (employer, employee), = stopper
        for code in self.before[stopper[0]]['findings']:
            self.run_overstap('accept', self.dossier, code, '--employer', employer, '--employee', employee, '--reason', 'x')
        self.assertEqual(self.rows()[stopper[0]]['disposition'], 'ready')
        second = self.apply()
        self.assertEqual(second['submitted'], first['submitted'] + 1)
        self.assertNobodyTwice(self.loket)

    def test_nobody_selected(self):
        self.ok('select', self.dossier, '--none')
        answer = self.run_overstap('apply', self.dossier, '--yes')
        self.assertIn(answer.status, (0, 1))
        self.assertEqual(self.loket.events(), [])


class Switches(ApplyCase):
    """What Loket really does is not known; the outcome holds either way."""

    EMPLOYEES = 60

    def either_way(self, value):
        self.loket.behave(inviteBlocks=value)
        answer = self.apply()
        self.assertEqual((answer['unknown'], answer['stranded']), (0, 0))
        self.assertEqual(answer['blocked'], len(self.loket.people('blocked')))
        self.assertEqual(answer['blocked'], answer['invited'])
        self.assertNobodyTwice(self.loket)

    def test_an_invitation_that_blocks(self):
        self.either_way(True)

    def test_an_invitation_that_does_not_block(self):
        self.either_way(False)

    def test_small_arrays(self):
        self.loket.behave(maxArray=3)
        answer = self.apply()
        self.assertEqual((answer['unknown'], answer['stranded']), (0, 0))
        self.assertEqual(answer['invited'], len(self.loket.people('invited')))
        self.assertNobodyTwice(self.loket)


class Trouble(ApplyCase):
    """What goes wrong on the way."""

    EMPLOYEES = 60

    def assertWell(self):
        """Well again, everything comes right."""
        self.loket.heal()
        answer = self.apply()
        self.assertAgrees(self.loket, self.ready, answer)
        return answer

    def trouble(self, **fault):
        self.loket.fault(**fault)
        result = self.run_overstap('apply', self.dossier, '--yes')
        self.assertIn(result.status, (0, 1), result.stderr)
        if result.status == 0:
            self.assertAddsUp(result.json)
            self.assertEqual(result.json['stranded'], 0)
        else:
            self.assertSentence(result.stderr)
        self.assertNobodyTwice(self.loket, at_rest=False)
        self.assertNobodyStranded(self.loket)

    def test_an_invitation_that_never_arrived(self):
        self.trouble(path='essaccessstatus', method='PATCH', count=2, kind='cut-before')
        self.assertWell()

    def test_an_invitation_without_an_answer(self):
        self.trouble(path='essaccessstatus', method='PATCH', count=2, kind='cut-after')
        self.assertWell()

    def test_an_answer_that_is_no_json(self):
        self.trouble(path='essaccessstatus', method='PATCH', count=2, kind='garbage')
        self.assertWell()

    def test_statuses(self):
        for status in (400, 403, 404, 500, 502, 503, 504):
            with self.subTest(status=status):
                self.trouble(path='essaccessstatus', method='PATCH', count=1, kind='status', status=status, retryAfter=1)
        self.assertWell()

    def test_busy(self):
        self.trouble(path='', method='', count=5, kind='status', status=429, retryAfter=1)
        self.assertWell()

    def test_a_token_that_is_refused(self):
        self.trouble(path='essaccessstatus', method='GET', count=1, kind='status', status=401)
        self.assertWell()

    def test_a_block_that_fails_stays_invited(self):
        self.loket.behave(inviteBlocks=False)
        self.loket.fault(path='/selfservice', method='PATCH', count=100, kind='status', status=503, retryAfter=0)
        first = self.run_overstap('apply', self.dossier, '--yes', timeout=300)
        self.assertEqual(self.loket.people('blocked'), {})
        if first.status == 0:
            self.assertEqual(first.json['stranded'], 0)
            self.assertLess(first.json['blocked'], first.json['invited'])
        answer = self.assertWell()
        self.assertEqual(answer['blocked'], answer['invited'])

    def test_fallout(self):
        self.loket.fault(path='essaccessstatus', method='PATCH', count=1, kind='item-error', share=0.5)
        answer = self.apply()
        self.assertGreater(answer['fallout'], 0)
        self.assertEqual(answer['stranded'], 0)
        self.assertAgrees(self.loket, self.ready, answer)
        failed = self.loket.people('invite-failed')
        self.assertTrue(failed)
        for key, row in self.fallout().items():
            self.assertTrue(row['reason'])
            self.assertEqual(row['attempts'], failed[key])
        # Never again by itself.
        self.loket.heal()
        self.assertEqual(self.apply()['fallout'], answer['fallout'])
        self.assertNobodyTwice(self.loket)


if __name__ == '__main__':
    overstap.main()
