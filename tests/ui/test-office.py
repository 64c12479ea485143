# SPDX-License-Identifier: GPL-3.0-or-later
"""What letters tell of the office, filled in in the preferences."""
import os
import sqlite3

import overstap
from screen import Role, wait_for
from window import WindowCase

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" rx="20" fill="#b3261e"/></svg>'


class Office(WindowCase):
    def setUp(self):
        super().setUp()
        self.new('--firm', 'Kantoor De Vries')

    def setting(self, name):
        with sqlite3.connect(self.dossier) as base:
            rows = base.execute('SELECT value FROM setting WHERE name = ?', (name,)).fetchall()
        base.close()
        return rows[0][0] if rows else None

    def test_logo(self):
        home = self.folder / 'home'
        window = self.window(str(self.dossier), home=home)
        window.find(begins='Stap 1 van 5', role=Role.LIST_ITEM)
        window.focus_window()
        window.key('ctrl+comma')
        window.find('Voorkeuren', role=Role.FRAME)
        window.focus_window()
        window.tab_to('Flyer ook in het Pools')
        window.key('space')
        wait_for('the language to be kept', lambda: self.setting('flyer-languages') == 'pl')
        logo = home / 'data' / 'overstap' / 'letters' / 'logo.png'
        good, bad = self.folder / 'logo.svg', self.folder / 'kapot.png'
        good.write_text(LOGO)
        bad.write_text('dit is geen plaatje')
        window.press('Kiezen…')
        self.choose_file(window, bad, 'Logo kiezen')
        window.find(begins='Deze afbeelding kan niet worden gebruikt: ')
        self.assertFalse(logo.exists())
        window.press('Kiezen…')
        self.choose_file(window, good, 'Logo kiezen')
        wait_for('the logo', logo.exists)
        self.assertEqual(logo.read_bytes()[:8], b'\x89PNG\r\n\x1a\n')
        if os.environ.get('PICTURES'):
            window.find('Het logo staat voortaan op brieven en flyers.')
            window.tab_to('Weghalen')
            window.picture(os.environ['PICTURES'] + '/office.png')
        window.press('Weghalen')
        wait_for('the logo to go', lambda: not logo.exists())


if __name__ == '__main__':
    overstap.main()
