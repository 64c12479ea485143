# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap track`: the status as Loket shows it, person by person."""
import overstap
from overstap import LoketCase


class Track(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=80)
        self.office_of(self.loket)
        self.linked_before = self.ok('track', self.dossier)['linked']
        self.applied = self.ok('apply', self.dossier, '--yes')

    def track(self):
        answer = self.ok('track', self.dossier)
        self.assertRegex(answer['as_of'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
        return answer

    def test_after_applying(self):
        answer = self.track()
        self.assertGreaterEqual(answer['invited'], self.applied['invited'])
        self.assertEqual((answer['linked'], answer['stranded'], answer['unknown']), (self.linked_before, 0, 0))

    def test_everybody_activates(self):
        pending = self.track()['invited']
        self.loket.activate(share=1.0, seed=1)
        answer = self.track()
        self.assertEqual((answer['invited'], answer['linked']), (0, self.linked_before + pending))
        linked = set(self.loket.people('linked'))
        self.assertLessEqual(set(self.loket.people('invited')), linked)
        rows = self.rows()
        for key in linked:
            self.assertEqual(rows[key]['reason'], 'already-linked', key)

    def test_one_person_activates(self):
        key = sorted(self.loket.people('invited'))[0]
        self.loket.activate(employerNumber=key[0], employeeNumber=key[1])
        self.assertEqual(self.track()['linked'], self.linked_before + 1)
        rows = self.rows()
        self.assertEqual(rows[key]['reason'], 'already-linked')
        others = [rows[other]['reason'] for other in self.loket.people('invited') if other != key]
        self.assertEqual(set(others), {'already-invited'})

    def test_invitations_expire(self):
        self.loket.advance(60)
        answer = self.track()
        self.assertLessEqual(set(self.loket.people('invited')), set(self.loket.people('expired')))
        self.assertGreaterEqual(answer['expired'], self.applied['invited'])
        self.assertEqual((answer['invited'], answer['linked']), (0, self.linked_before))

    def test_who_expired_without_werknemerloket_is_stranded(self):
        self.loket.advance(60)
        answer = self.track()
        expired = set(self.loket.people('expired')) & set(self.loket.people('blocked'))
        rows = self.rows()
        active = {key for key in expired if rows[key].get('reason') not in (
            'left-employment', 'left-2025-access-ended', 'left-before-2025', 'deceased')}
        self.assertEqual(answer['stranded'], len(active))

    def test_the_clock_is_that_of_the_practice_loket(self):
        self.loket.post('/practice/clock', {'now': '2027-02-01T09:00:00Z'})
        self.assertTrue(self.track()['as_of'].startswith('2027-02-01T'))
        self.assertEqual(self.ok('check', self.dossier)['reference_date'], '2027-02-01')


if __name__ == '__main__':
    overstap.main()
