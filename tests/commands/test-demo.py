# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job whole: `overstap demo`, and the same steps beside a practice Loket that can be asked."""
import time

import overstap
from overstap import LoketCase

APPLY = ('submitted', 'invited', 'fallout', 'unknown', 'blocked', 'stranded', 'requests')
TRACK = ('invited', 'linked', 'expired', 'failed', 'stranded', 'unknown', 'both_portals', 'as_of')


class Demo(LoketCase):
    def test_demo(self):
        began = time.monotonic()
        answer = self.ok('demo')
        self.assertLess(time.monotonic() - began, 10)
        for key in APPLY + TRACK:
            self.assertIn(key, answer)
        self.assertGreater(answer['submitted'], 0)
        self.assertEqual((answer['unknown'], answer['stranded']), (0, 0))

    def test_demo_leaves_nothing_behind(self):
        self.ok('demo')
        self.assertEqual(list(self.temporary.iterdir()), [])
        self.assertEqual([path.name for path in self.folder.iterdir() if path.suffix == '.overstap'], [])

    def test_demo_for_people(self):
        english = self.run_overstap('demo', as_json=False)
        dutch = self.run_overstap('demo', as_json=False, dutch=True)
        self.assertEqual((english.status, dutch.status), (0, 0))
        self.assertNotEqual(english.stdout, dutch.stdout)
        self.assertIn('uitgenodigd', dutch.stdout.lower())


class MainJob(LoketCase):
    """From an office's two files to employees who are over, compared with what the practice Loket saw."""

    def test_main_job(self):
        loket = self.practice(employers=8, employees=120, seed=3)

        # Selecteren
        self.new('--firm', 'Kantoor Voorbeeld', '--firm-domain', 'kantoor-voorbeeld.example')
        self.assertEqual(self.counted(self.ok('import', self.dossier, 'employers', loket.clients_file))['added'], 8)
        people = self.counted(self.ok('import', self.dossier, 'employees', loket.employees_file))
        self.assertEqual((people['refused'], people['missing']), ([], 0))
        again = self.counted(self.ok('import', self.dossier, 'employees', loket.employees_file))
        self.assertEqual(again['unchanged'] + again['skipped'], again['rows'])
        self.assertEqual(self.ok('select', self.dossier, '--all')['selected'], 8)

        # Controleren
        checked = self.ok('check', self.dossier)
        ready = checked['dispositions']['ready']
        self.assertEqual(sum(checked['dispositions'].values()), checked['employees'])
        self.assertTrue(checked['findings'])

        # Informeren, toepassen
        self.ok('connect', self.dossier, loket.url)
        self.ok('inform', self.dossier, '--employer', *sorted({key[0] for key in self.rows()}))
        before = self.people_with('ready')
        self.assertEqual(len(before), ready)
        dry = self.ok('apply', self.dossier, '--dry-run')
        self.assertEqual(loket.events(), [])
        self.assertTrue(dry['requests'])
        # One who works in Loket empties some addresses meanwhile.
        cleared = self.clear_in_loket(loket, before)
        applied = self.ok('apply', self.dossier, '--yes')
        # As the practice Loket saw it, person by person.
        self.assertAgrees(loket, before, applied)

        # Volgen
        fallout = self.fallout()
        self.assertLessEqual(set(cleared), set(fallout))
        loket.write_addresses(cleared)
        loket.advance(1)
        again = self.ok('reinvite', self.dossier, '--all')
        self.assertEqual(again['invited'] + len(again['refused']), len(fallout))
        self.assertGreater(again['invited'], 0)
        self.assertNobodyTwice(loket)
        self.assertNobodyStranded(loket)
        self.assertEqual(len(self.fallout()), len(again['refused']))
        loket.activate(share=1.0, seed=1)
        tracked = self.ok('track', self.dossier)
        self.assertEqual((tracked['stranded'], tracked['unknown']), (0, 0))
        self.assertGreaterEqual(tracked['linked'], len(loket.people('linked')))
        rows = self.rows()
        for key in loket.people('linked'):
            self.assertEqual(rows[key]['reason'], 'already-linked', key)

        # Everything once more changes nothing.
        events = loket.events()
        self.ok('apply', self.dossier, '--yes')
        self.assertEqual(loket.events(), events)


if __name__ == '__main__':
    overstap.main()
