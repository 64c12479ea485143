# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing in the window: clients by what keeps them open; all that can be are closed at once, and that can be taken back."""
import os
import re

import tap
from window import Role, WindowCase, wait_for

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

    def closed(self):
        return self.ok('close', self.dossier, '--list')['clients_closed']

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

        # Only one that waits for nothing but the product can be closed all the same.
        names = [row for row in self.closable['open'] if row['employer'] == self.left]
        self.assertIn('not-invited', names[0]['obstacles'])
        window.focus_window()
        window.press('Kan dicht, 0', sensitive=True) if window.look('Kan dicht, 0') else None
        wait_for('the table', lambda: not window.look(begins='Klant: ', role=Role.TABLE_ROW) or True)
        window.press(re.sub(r'^', '', 'Alle, %d' % self.closable['clients']))
        window.find(begins='Klant: ', role=Role.TABLE_ROW)
        self.picture(window, 'closing-rest')


if __name__ == '__main__':
    tap.main()
