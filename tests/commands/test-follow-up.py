# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap follow-up`: what there is to do today for who was invited and is not over."""
import overstap
from overstap import LoketCase


class FollowUp(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=4, employees=60)
        self.office_of(self.loket)
        self.ok('apply', self.dossier, '--yes')
        self.ok('track', self.dossier)

    def go_on(self, days):
        self.loket.advance(days)
        self.ok('track', self.dossier)

    def test_by_age(self):
        """A word after some days, a new invitation after more; then somebody decides."""
        plan = self.ok('follow-up', self.dossier)
        waiting = plan['waiting']
        self.assertGreater(waiting, 0)
        self.assertEqual((plan['word'], plan['due'], plan['later'], plan['decide']), ([], [], 0, []))
        self.go_on(6)
        self.assertGreater(len(self.ok('follow-up', self.dossier)['word']), 1)
        # Other days are kept, and taken back.
        self.assertEqual(self.ok('follow-up', self.dossier, '--word-after', '8')['word'], [])
        self.ok('undo', self.dossier)
        self.assertGreater(len(self.ok('follow-up', self.dossier)['word']), 1)

        self.go_on(9)
        due = self.ok('follow-up', self.dossier)['due']
        self.assertEqual(len(due), waiting)
        whom = '--employer', due[0]['employer'], '--employee', due[0]['employee']
        self.ok('snooze', self.dossier, *whom, '--until', '2030-01-01')
        self.assertNotIn(due[0], self.ok('follow-up', self.dossier)['due'])
        self.ok('snooze', self.dossier, *whom, '--now')
        done = self.ok('follow-up', self.dossier, '--yes')
        self.assertEqual(done['invited'] + len(done['refused']), waiting)
        self.assertEqual(self.ok('follow-up', self.dossier)['due'], [])
        self.go_on(15)
        self.assertIn(due[0], self.ok('follow-up', self.dossier)['decide'])
        self.ok('no-access', self.dossier, *whom, '--reason', 'Papieren loonstrook')
        self.assertNotIn(due[0], self.ok('follow-up', self.dossier)['decide'])


if __name__ == '__main__':
    overstap.main()
