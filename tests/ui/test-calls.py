# SPDX-License-Identifier: GPL-3.0-or-later
"""Hulpvragen: a call from who it is to a new invitation by keyboard alone, and what stays of it."""
import os

import tap
from overstap import table
from window import Role, State, WindowCase, has, wait_for

MOST_KEYS = 12


class Calls(WindowCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=4, employees=60)
        self.office_of(self.loket)
        self.ok('apply', self.dossier, '--yes')
        self.loket.advance(1)
        self.ok('track', self.dossier)
        invited = sorted(self.loket.people('invited'))
        people = {(row['Werkgevernummer'], row['Personeelsnummer']): row for row in table(self.loket.employees_file)}
        names = [row['Achternaam'] for row in people.values()]
        # Somebody whose name alone finds him.
        self.key = next(key for key in invited if names.count(people[key]['Achternaam']) == 1 and people[key]['Achternaam'].isalpha()
                        and people[key]['Achternaam'].isascii())
        self.name = people[self.key]['Achternaam']
        self.keys = 0

    def press_keys(self, window, *keys):
        self.keys += len(keys)
        window.key(*keys)

    def picture(self, window, name):
        if os.environ.get('PICTURES'):
            window.picture(f'{os.environ["PICTURES"]}/{name}.png')

    def invitations(self):
        return self.loket.people('invited').get(self.key, 0)

    def open(self):
        window = self.window(str(self.dossier))
        window.find(begins='Stap 5 van 5', role=Role.LIST_ITEM)
        window.find(begins='Peildatum')
        window.focus_window()
        return window

    def test_from_the_name_to_a_new_invitation_by_keyboard(self):
        window = self.open()
        before = self.invitations()
        window.key('ctrl+h')
        window.find('Wie belt er?')
        self.picture(window, 'empty')
        window.type(self.name)
        window.find(begins=self.name, role=Role.LIST_ITEM)
        self.picture(window, 'found')
        self.press_keys(window, 'Return')
        card = window.find('Waar loopt het vast?', Role.LIST)
        first = window.find('Mail niet gevonden', within=card, deep=True, role=Role.CHECK_BOX)
        wait_for('the focus', lambda: has(first, State.FOCUSED))
        window.find(begins='„Op welk adres verwachtte u de mail?')
        self.picture(window, 'card')
        self.press_keys(window, 'alt+1')
        window.find(begins='„Kijk eens of u een mail van Loket ziet')
        self.press_keys(window, 'alt+n')
        wait_for('the new invitation', lambda: self.invitations() == before + 1, patience=20)
        self.assertLessEqual(self.keys, MOST_KEYS)

        # What was done is what helped, and the call is ended by one key.
        window.find('Opgelost door: Nieuwe uitnodiging')
        self.picture(window, 'invited')
        window.focus_window()
        window.key('alt+o')
        window.type('belde mobiel')
        window.key('ctrl+Return')
        window.find(begins=self.name, contains='afgerond', role=Role.LIST_ITEM)
        self.picture(window, 'ended')
        row, = self.ok('questions', self.dossier)['rows']
        self.assertEqual([row[key] for key in ('employer', 'employee', 'step', 'solvedBy', 'minutes')], [*self.key, 'A', 'invited', 1])
        self.assertIsNotNone(row['ended'])

    def test_what_was_said_stays(self):
        window = self.open()
        window.key('ctrl+h')
        window.find('Wie belt er?')
        window.type(self.name)
        window.key('Return')
        window.find('Waar loopt het vast?', Role.LIST)
        window.key('alt+5', 'alt+o')
        # Never a BSN.
        window.type('111222333')
        window.find(begins='Dit lijkt een BSN')
        self.assertFalse(has(window.find('Gesprek afronden', Role.PUSH_BUTTON), State.SENSITIVE))
        window.key('ctrl+a', 'BackSpace')
        window.type('wacht op werkgever')
        # Somebody else calls in between.
        window.key('ctrl+h')
        window.find(begins=self.name, contains='open', role=Role.LIST_ITEM)
        row, = self.ok('questions', self.dossier)['rows']
        self.assertEqual((row['step'], row['ended']), ('E', None))
        window.press(begins=self.name, contains='open', role=Role.LIST_ITEM)
        self.assertTrue(has(window.find('Geboortedatum niet geaccepteerd', Role.CHECK_BOX, deep=True), State.CHECKED))
        window.press('Terugbellen', Role.PUSH_BUTTON)
        window.find(begins=f'{self.name}, ', contains='terugbellen?')
        window.type('14:00')
        self.picture(window, 'call-back')
        window.answer('Plannen')
        window.find(begins=self.name, contains='14:00', role=Role.LIST_ITEM)
        self.picture(window, 'open')
        window.key('ctrl+z')
        window.find(begins=self.name, contains=', open', role=Role.LIST_ITEM)


if __name__ == '__main__':
    tap.main()
