# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview of Volgen: its numbers add up and open their people, the curve has its days behind it, and each client opens."""
import os
import re

import tap
from window import Role, State, WindowCase, has, wait_for

SIZE = int(os.environ.get('OVS_CLIENTS', 6)), int(os.environ.get('OVS_PEOPLE', 90))
ADDING_UP = ('Overgestapt', 'Wachten', 'Uitvallijst', 'Onbekend', 'Geen toegang nodig', 'Uit dienst')


class Overview(WindowCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=SIZE[0], employees=SIZE[1])
        self.office_of(self.loket)
        self.clear_in_loket(self.loket, set(sorted(self.people_with('ready'))[:3]))
        self.ok('apply', self.dossier, '--yes')
        for days, share in ((1, .2), (1, .45), (2, .65)):
            self.loket.advance(days)
            self.loket.post('/practice/activate', {'share': share, 'seed': days})
            self.ok('track', self.dossier)

    def number(self, window, title):
        row = window.look(contains=f' {title}', role=Role.LIST_ITEM)
        found = row and re.match(r'([\d.]+) ' + re.escape(title) + '$', row.get_name())
        return int(found[1].replace('.', '')) if found else 0

    def picture(self, window, name):
        if os.environ.get('PICTURES'):
            window.picture(f'{os.environ["PICTURES"]}/{name}.png')

    def test_overview(self):
        window = self.window(str(self.dossier))
        self.step(window, 5)
        followed = window.find(contains=' worden gevolgd').get_name()
        self.picture(window, 'overview')
        numbers = {title: self.number(window, title) for title in ADDING_UP}
        self.assertEqual(int(followed.split()[0].replace('.', '')), sum(numbers.values()), numbers)
        self.assertEqual(numbers['Overgestapt'], len(set(self.loket.people('linked')) & set(self.loket.people('invited'))))
        window.find(contains='klanten bijgewerkt')

        curve = window.find('Over sinds de overstap', Role.IMAGE)
        days = curve.get_description().split('\n')
        self.assertEqual(len(days), 4)
        self.assertRegex(days[0], r': 0 van \d+ over$')
        self.assertRegex(days[-1], fr': {numbers["Overgestapt"]} van \d+ over$')

        # What the manager gets.
        paper = self.folder / 'stand.pdf'
        window.press('Stand van zaken')
        window.press('Op één A4 (PDF)…', Role.MENU_ITEM)
        self.save_file(window, 'Stand van zaken opslaan', paper)
        window.find('stand.pdf is opgeslagen')
        self.assertEqual(paper.read_bytes()[:5], b'%PDF-')

        # A client opens, with the keyboard.
        window.press('Alle klanten tonen')
        window.find(begins='Klant: ', role=Role.TABLE_ROW)
        self.picture(window, 'clients')
        window.focus_window()
        window.key('Down', 'Return')
        name = wait_for('the row of a step', lambda: window.look(begins='Stap 1 van 5', role=Role.LIST_ITEM))
        wait_for('the clients', lambda: has(name, State.SELECTED))
        self.picture(window, 'client')


if __name__ == '__main__':
    tap.main()
