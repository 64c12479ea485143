# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing in the window: clients by what keeps them open; all that can be are closed at once, and that can be taken back."""
import os

import tap
from window import Role, WindowCase

SIZE = int(os.environ.get('OVS_CLIENTS', 8)), int(os.environ.get('OVS_PEOPLE', 60))


class Closing(WindowCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=SIZE[0], employees=SIZE[1])
        self.office_of(self.loket)
        self.ok('apply', self.dossier, '--yes')
        self.loket.activate(share=1.0, seed=1)
        self.loket.advance(1)
        self.ok('track', self.dossier)
        # Nobody is forgotten but at one client.
        waiting = [row for row in self.ok('check', self.dossier, '--list')['rows'] if row['disposition'] in ('ready', 'decide', 'stopper')]
        self.left = max(row['employer'] for row in waiting)
        for row in waiting:
            if row['employer'] != self.left:
                self.ok('no-access', self.dossier, '--employer', row['employer'], '--employee', row['employee'], '--reason', 'Op papier')
        self.closable = self.ok('close', self.dossier, '--list', '--ask')

    def picture(self, window, name):
        if os.environ.get('PICTURES'):
            window.picture(f'{os.environ["PICTURES"]}/{name}.png')

    def test_close(self):
        ready = sum(1 for client in self.closable['open'] if not client['obstacles'])
        self.assertGreater(ready, 1)
        window = self.window(str(self.dossier))
        self.step(window, 5)
        window.press('Klanten afsluiten…')
        verb = f'{ready} klanten afsluiten'
        window.find(verb, Role.PUSH_BUTTON)
        first = window.find(begins='Klant: ', role=Role.TABLE_ROW)
        self.assertIn('niets: kan worden afgesloten', first.get_name())
        self.picture(window, 'closing')

        window.press(verb)
        window.find(f'{ready} klanten afgesloten')
        window.find(contains=f'{ready} van {self.closable["clients"]} klanten afgesloten')
        self.picture(window, 'closed')
        window.press('Ongedaan maken')
        window.find(verb, Role.PUSH_BUTTON)
        window.press(verb)
        window.find(contains=f'{ready} van {self.closable["clients"]} klanten afgesloten')

        # The one where somebody is left says so.
        missing = [row['employer'] for row in self.closable['open'] if set(row['obstacles']) & {'not-invited', 'waiting', 'fallout'}]
        self.assertEqual(missing, [self.left])
        window.find(contains='op de uitvallijst' if 'fallout' in str(self.closable) else 'nog niet uitgenodigd', role=Role.TABLE_ROW)
        self.picture(window, 'rest')


if __name__ == '__main__':
    tap.main()
