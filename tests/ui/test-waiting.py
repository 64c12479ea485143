# SPDX-License-Identifier: GPL-3.0-or-later
"""Wachten: who was invited and is not over, by what there is to do, with one button for all of it."""
import os

import tap
from window import Role, WindowCase


class Waiting(WindowCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=4, employees=60)
        self.office_of(self.loket)
        self.ok('apply', self.dossier, '--yes')
        self.loket.advance(1)
        self.loket.post('/practice/activate', {'share': .5, 'seed': 3})

    def picture(self, window, name):
        if os.environ.get('PICTURES'):
            window.picture(f'{os.environ["PICTURES"]}/{name}.png')

    def open_waiting(self):
        window = self.window(str(self.dossier))
        self.step(window, 5)
        window.press(window.find(begins='Wachten', role=Role.PUSH_BUTTON).get_name())
        return window

    def test_plan(self):
        self.loket.advance(6)
        self.ok('track', self.dossier)
        plan = self.ok('follow-up', self.dossier)
        window = self.open_waiting()
        window.find(contains=f'{plan["waiting"]} wachten: {plan["waiting"]} woord van de klant')
        window.find(f'Herinnering naar {len(plan["word"])} klanten…', Role.PUSH_BUTTON)
        self.picture(window, 'word')

        self.loket.advance(9)
        window.press('Bijwerken')
        window.find(contains=f'{plan["waiting"]} wachten: 0 woord van de klant', patience=30)
        due = len(self.ok('follow-up', self.dossier)['due'])
        window.press(window.find(begins='Nieuwe uitnodiging, ').get_name())
        window.find(begins='14 dagen geleden of langer uitgenodigd')
        self.picture(window, 'invitation')
        window.press(f'{due} vandaag opnieuw uitnodigen')
        self.picture(window, 'invited')


if __name__ == '__main__':
    tap.main()
