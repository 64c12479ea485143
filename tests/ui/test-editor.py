# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing the texts of letters in the window: nothing that an office writes is lost, and nothing goes out with what is not saved."""
import os

import overstap
from overstap import employer, person
from screen import Role, wait_for
from window import WindowCase

TITLE = 'Klantmail, 14 dagen vooraf'


class Editor(WindowCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(*(employer(str(number)) for number in range(1001, 1004)))
        self.import_employees(*(person(str(number), number) for number in range(1001, 1004)))
        self.ok('select', self.dossier, '--all')

    def open(self, **more):
        window = self.window(str(self.dossier), **more)
        window.find(begins='Nr: 1001', role=Role.TABLE_ROW)
        window.press('Menu')
        window.press('Teksten van brieven…')
        return window

    def edit(self, window, title=TITLE):
        window.press(title, Role.LIST_ITEM)
        return window.find('Tekst', Role.TEXT)

    def own(self, window, code='client', folder=''):
        path = window.home / 'data' / 'overstap' / 'letters' / folder / f'{code}.txt'
        return path.read_text('utf-8') if path.exists() else None

    def shot(self, window, name):
        folder = os.environ.get('PICTURES')
        if folder:
            window.picture(f'{folder}/{name}.png')

    def test_write_and_restore(self):
        window = self.open()
        window.find(TITLE, Role.LIST_ITEM)
        self.shot(window, 'list')
        text = self.edit(window)
        window.find('Deze tekst kan zo gebruikt worden')
        self.shot(window, 'editor')
        window.set_text(text, 'Onderwerp: Overstap\n\nBeste {klat},\n\nStuur ons uw wachtwoord.\n')
        window.find(begins='5 dingen te herstellen')
        window.find(contains='Is {klant} bedoeld?', role=Role.LIST_ITEM)
        self.shot(window, 'findings')
        self.assertEqual(window.complaints(), [])


if __name__ == '__main__':
    overstap.main()
