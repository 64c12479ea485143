# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap reinvite`: a new invitation for who fell out, or for one person."""
import overstap
from overstap import LoketCase


class Reinvite(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=80)
        self.office_of(self.loket)
        self.cleared = self.clear_in_loket(self.loket, self.people_with('ready'))
        self.ok('apply', self.dossier, '--yes')
        # Who can be helped by an address in Loket; others are fallout for reasons of their own.
        self.all_fallen = set(self.fallout())
        self.fallen = set(self.cleared)
        self.assertLessEqual(self.fallen, self.all_fallen)

    def mend(self):
        self.loket.write_addresses(self.cleared)

    def one(self, key, *options):
        return self.run_overstap('reinvite', self.dossier, '--employer', key[0], '--employee', key[1], *options)

    def test_all(self):
        self.mend()
        self.loket.advance(1)
        answer = self.ok('reinvite', self.dossier, '--all')
        refused = {(row['employer'], row['employee']) for row in answer['refused']}
        self.assertEqual(answer['invited'] + len(refused), len(self.all_fallen))
        self.assertEqual(set(self.fallout()), refused)
        helped = self.fallen - refused
        self.assertTrue(helped)
        for key in helped:
            self.assertEqual(self.loket.people('invited')[key], 1)
            # Once the invitation is confirmed, Werknemerloket is blocked as by the conversion.
            self.assertEqual(self.loket.people('blocked')[key], 1)
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)

    def test_no_access_needed(self):
        """Who needs no access is solved, and gets no invitation until that is taken back."""
        key = sorted(self.fallen)[0]
        whom = '--employer', key[0], '--employee', key[1]
        self.wrong_use('no-access', self.dossier, *whom)
        self.assertIn('why', self.refused('no-access', self.dossier, *whom, '--reason', ' ')['message'])
        self.assertEqual(self.ok('no-access', self.dossier, *whom, '--reason', 'Krijgt papieren loonstroken')['changed'], 1)
        self.assertNotIn(key, self.fallout())
        self.mend()
        self.loket.advance(1)
        refused, = self.ok('reinvite', self.dossier, *whom)['refused']
        self.assertIn('no access', refused['reason'])
        self.ok('reinvite', self.dossier, '--all')
        self.assertEqual(self.loket.people('invited')[key], 0)
        self.assertEqual(self.ok('no-access', self.dossier, *whom, '--take-back')['changed'], 1)
        self.assertIn(key, self.fallout())
        self.assertEqual(self.ok('reinvite', self.dossier, *whom)['invited'], 1)

    def test_put_off(self):
        key = sorted(self.fallen)[0]
        whom = '--employer', key[0], '--employee', key[1]
        today = self.loket.get('/practice/clock')['now'][:10]
        self.wrong_use('snooze', self.dossier, *whom)
        self.refused('snooze', self.dossier, *whom, '--until', today)
        self.assertEqual(self.ok('snooze', self.dossier, *whom, '--until', '2099-01-01')['changed'], 1)
        self.assertEqual(self.ok('snooze', self.dossier, *whom, '--until', '2099-01-01')['changed'], 0)
        # Whoever is put off does not go along with all; asked for by name he does.
        self.mend()
        self.loket.advance(1)
        answer = self.ok('reinvite', self.dossier, '--all')
        self.assertNotIn(key, self.loket.people('invited'))
        self.assertNotIn(key, {(row['employer'], row['employee']) for row in answer['refused']})
        self.assertEqual(self.ok('snooze', self.dossier, *whom, '--now')['changed'], 1)
        self.assertEqual(self.one(key).json['invited'], 1)

    def test_all_when_nobody_fell_out(self):
        self.new_dossier_without_fallout()
        events = self.loket.events()
        answer = self.ok('reinvite', self.dossier, '--all')
        self.assertEqual((answer['invited'], answer['refused']), (0, []))
        self.assertEqual(self.loket.events(), events)

    def new_dossier_without_fallout(self):
        self.dossier = self.folder / 'leeg.overstap'
        self.office_of(self.loket)

    def test_the_attempts_are_counted(self):
        self.loket.advance(1)
        answer = self.ok('reinvite', self.dossier, '--all')
        self.assertLessEqual(self.fallen, {(row['employer'], row['employee']) for row in answer['refused']})
        for row in answer['refused']:
            self.assertTrue(row['reason'])
        rows = self.fallout()
        for key in self.fallen:
            self.assertEqual(rows[key]['attempts'], 2, key)

    def test_one_person(self):
        key = sorted(self.fallen)[0]
        self.mend()
        self.loket.advance(1)
        result = self.one(key)
        self.assertEqual((result.status, result.json['invited']), (0, 1))
        self.assertEqual(set(self.fallout()), self.all_fallen - {key})

    def test_twice_a_day_needs_again(self):
        key = sorted(self.fallen)[0]
        self.mend()
        self.loket.advance(1)
        self.assertEqual(self.one(key).json['invited'], 1)
        again = self.one(key)
        self.assertEqual(self.loket.people('invited')[key], 1)
        if again.status == 0:
            self.assertEqual((again.json['invited'], len(again.json['refused'])), (0, 1))
        else:
            self.assertIn('--again', again.json['error']['message'])
        self.assertEqual(self.one(key, '--again').json['invited'], 1)
        self.assertEqual(self.loket.people('invited')[key], 2)
        self.loket.advance(1)
        self.assertEqual(self.one(key).json['invited'], 1)

    def test_who_was_refused_today_may_go_today(self):
        # Loket sent nothing, so there is no second invitation to ask about.
        self.mend()
        key = sorted(self.fallen)[0]
        self.assertEqual(self.one(key).json['invited'], 1)
        self.assertEqual(self.loket.people('invited')[key], 1)

    def test_who_is_linked_is_refused(self):
        key = sorted(self.loket.people('invited'))[0]
        self.loket.activate(employerNumber=key[0], employeeNumber=key[1])
        self.loket.advance(1)
        result = self.one(key)
        if result.status == 0:
            self.assertEqual((result.json['invited'], len(result.json['refused'])), (0, 1))
        self.assertEqual(self.loket.people('invited')[key], 1)

    def test_refused(self):
        events = self.loket.events()
        known = sorted(self.fallen)[0][0]
        for args in (('--employer', '9999999', '--employee', '1'), ('--employer', known, '--employee', '99999')):
            with self.subTest(args=args), self.unchanged():
                self.refused('reinvite', self.dossier, *args)
        for args in (('--all', '--employer', '1'), ('--employer', '1')):
            with self.subTest(args=args), self.unchanged():
                self.wrong_use('reinvite', self.dossier, *args)
        self.assertEqual(self.loket.events(), events)


if __name__ == '__main__':
    overstap.main()
