# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap reinvite`: a new invitation for who fell out, or for one person."""
import overstap
from overstap import LoketCase


class Reinvite(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=60)
        self.office_of(self.loket)
        self.loket.fault(path='essaccessstatus', method='PATCH', count=1, kind='item-error', share=0.5)
        self.applied = self.ok('apply', self.dossier, '--yes')
        self.loket.heal()
        # Whose invitation failed; who is blocked in MijnLoket is fallout too, and stays so.
        self.fallen = set(self.loket.people('invite-failed'))
        self.assertTrue(self.fallen)
        self.blocked = set(self.fallout()) - self.fallen

    def one(self, key, *options):
        return self.run_overstap('reinvite', self.dossier, '--employer', key[0], '--employee', key[1], *options)

    def test_all(self):
        self.loket.advance(1)
        answer = self.ok('reinvite', self.dossier, '--all')
        self.assertEqual(answer['invited'], len(self.fallen))
        self.assertEqual({(row['employer'], row['employee']) for row in answer['refused']}, self.blocked)
        self.assertEqual(set(self.fallout()), self.blocked)
        for key in self.fallen:
            self.assertEqual(self.loket.people('invited')[key], 1)
            # Once the invitation is confirmed, Werknemerloket is blocked as by the conversion.
            self.assertEqual(self.loket.people('blocked')[key], 1)
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)

    def test_all_when_nobody_fell_out(self):
        self.loket.advance(1)
        self.ok('reinvite', self.dossier, '--all')
        self.loket.advance(1)
        events = self.loket.events()
        self.assertEqual(self.ok('reinvite', self.dossier, '--all')['invited'], 0)
        self.assertEqual(self.loket.events(), events)

    def test_the_attempts_are_counted(self):
        self.loket.advance(1)
        self.loket.fault(path='essaccessstatus', method='PATCH', count=50, kind='item-error', share=1.0)
        answer = self.ok('reinvite', self.dossier, '--all')
        self.assertEqual(answer['invited'], 0)
        self.assertEqual({(row['employer'], row['employee']) for row in answer['refused']}, self.fallen | self.blocked)
        for row in answer['refused']:
            self.assertTrue(row['reason'])
        rows = self.fallout()
        for key in self.fallen:
            self.assertEqual(rows[key]['attempts'], 2, key)

    def test_one_person(self):
        self.loket.advance(1)
        key = sorted(self.fallen)[0]
        result = self.one(key)
        self.assertEqual((result.status, result.json['invited']), (0, 1))
        self.assertEqual(set(self.fallout()), (self.fallen | self.blocked) - {key})

    def test_twice_a_day_needs_again(self):
        self.loket.behave(resendWhilePending=True)
        self.loket.advance(1)
        key = sorted(self.fallen)[0]
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
