# SPDX-License-Identifier: GPL-3.0-or-later
"""Berichten: what Loket said, read and unread, and what its words mean, said once and known from then on."""
import os

import tap
from window import Role, WindowCase

MEANING = 'Adres klopt niet'


class Messages(WindowCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=4, employees=60)
        self.office_of(self.loket)
        self.clear_in_loket(self.loket, set(sorted(self.people_with('ready'))[:2]))
        self.ok('apply', self.dossier, '--yes')

    def picture(self, window, name):
        if os.environ.get('PICTURES'):
            window.picture(f'{os.environ["PICTURES"]}/{name}.png')

    def test_messages(self):
        words = sorted({row['reason'] for row in self.ok('fallout', self.dossier)['rows']})
        window = self.window(str(self.dossier))
        self.step(window, 5)
        window.press('Berichten')
        all_unread = window.find(begins='Ongelezen, ').get_name()
        self.assertNotEqual(all_unread, 'Ongelezen, 0')
        window.press('Alles markeren als gelezen')
        window.find('Ongelezen, 0')
        window.focus_window()
        window.key('ctrl+z')
        window.find(all_unread)
        self.picture(window, 'messages')

        window.press(window.find(begins='Redenen, ').get_name())
        window.find(contains=words[0])
        self.picture(window, 'reasons')
        window.press('Zeg wat het betekent…')
        window.find('In gewone woorden')
        window.type(MEANING)
        self.picture(window, 'meaning')
        window.press('Bewaren')
        window.find(begins=MEANING, role=Role.LIST_ITEM)
        self.picture(window, 'known')
        # It is known on the fallout list too.
        window.press('Uitvallijst')
        window.find(contains=MEANING)
        self.picture(window, 'fallout')
        self.assertEqual(window.complaints(), [])


if __name__ == '__main__':
    tap.main()
