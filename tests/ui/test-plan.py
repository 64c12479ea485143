# SPDX-License-Identifier: GPL-3.0-or-later
"""Planning rounds in the window: from who answers questions to rounds that are made real and taken back."""
import os

import overstap
from overstap import employer, person
from screen import Role
from window import WindowCase


class Propose(WindowCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.numbers = [str(number) for number in range(1001, 1013)]
        self.import_employers(*(employer(number, contact_email='') for number in self.numbers))
        self.import_employees(*(person(number, 10 * at + who) for at, number in enumerate(self.numbers) for who in range(5)))
        self.ok('select', self.dossier, '--all')

    def open(self):
        window = self.window(str(self.dossier))
        window.find(begins='Nr: 1001', role=Role.TABLE_ROW)
        window.press('Meer over de klanten')
        window.press('Rondes…')
        window.press('Rondes voorstellen…')
        return window

    def shot(self, window, name):
        folder = os.environ.get('PICTURES')
        if folder:
            window.picture(f'{folder}/{name}.png')

    def test_propose_and_take_back(self):
        window = self.open()
        window.find('Hoeveel vragen per dag?')
        self.shot(window, 'empty')
        spin = window.find('Vragen per dag', Role.SPIN_BUTTON)
        spin.set_current_value(30)
        window.find(begins='Ronde 1 (proef): ')
        window.find(begins='Ronde 2: ')
        self.shot(window, 'proposal')
        self.assertEqual(window.complaints(), [])
        window.press('Zo plannen')
        window.find('2 rondes gepland')
        window.press('Ongedaan maken')
        window.gone('2 rondes gepland')


if __name__ == '__main__':
    overstap.main()
