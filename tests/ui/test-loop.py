# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies with clients: asked, late, reminded, and a list that comes back, as somebody at the office sees and does it."""
import csv
import io

import tap
from overstap import csv_bytes, employer, person
from screen import Role, wait_for
from window import WindowCase


class Loop(WindowCase):
    def setUp(self):
        super().setUp()
        self.office([employer('1001', name='Bakkerij De Zon'), employer('1002', name='Garage Smit'), employer('1003', name='Slager Bos')],
                    [person('1001', 1, email=''), person('1001', 2, email=''), person('1001', 3), person('1002', 4, email=''),
                     person('1003', 5)], '--firm', 'Kantoor De Vries')

    def open(self):
        window = self.window(self.dossier)
        window.find(begins='Stap 2 van 5, Controleren: ')
        window.focus_window()
        window.key('ctrl+2')
        window.find('Controleren', Role.FRAME)
        return window

    def lists(self, window):
        return sorted(window.home.rglob('aanvullijst-*'))

    def fill_in(self, path, answers):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding='utf-8-sig'), newline=''), delimiter=';'))
        for row in rows[1:]:
            row[4:] = answers.get(row[1], ['', ''])
        return self.write('terug.csv', csv_bytes(rows[0], rows[1:]))

    def test_asked_and_back(self):
        window = self.open()
        window.press('Bij klanten', Role.LIST_ITEM)
        window.find('Controleren › Bij klanten', Role.FRAME)
        window.press('Lijsten voor 2 klanten…', Role.PUSH_BUTTON)
        window.answer('Lijsten maken')
        window.find(begins='Klant: Bakkerij De Zon, ', contains='onderweg', role=Role.TABLE_ROW)
        window.find('Lijsten gemaakt voor 2 klanten')
        self.assertEqual(len(self.lists(window)), 4)
        window.find('Stap 2 van 5, Controleren: bij klanten: 2 gevraagd', Role.LIST_ITEM)
        window.press('Terug', Role.PUSH_BUTTON)
        window.find('Alles ligt bij klanten: 2 gevraagd')

        path = next(path for path in self.lists(window) if '1001' in path.name and path.suffix == '.csv')
        back = self.fill_in(path, {'1': ['bas@gmail.com', ''], '2': ['', 'J']})
        window.focus_window()
        window.key('ctrl+i')
        self.choose_file(window, back)
        window.find('Dit is de lijst die klant Bakkerij De Zon terugstuurt.')
        window.find('2 gewijzigd', Role.PANEL)
        window.press('2 rijen inlezen', Role.PUSH_BUTTON)
        window.gone('2 rijen inlezen', Role.PUSH_BUTTON)    # before that, the sentence stands in the preview
        window.find('Hiermee zijn 2 vragen opgelost.')

        window.focus_window()
        window.key('ctrl+2')
        window.press('Bij klanten', Role.LIST_ITEM)
        window.find(begins='Klant: Bakkerij De Zon, ', contains='terug op', role=Role.TABLE_ROW)
        window.key('ctrl+z')
        window.find(begins='Klant: Bakkerij De Zon, ', contains='onderweg', role=Role.TABLE_ROW)

    def test_late_and_reminded(self):
        self.ok('letters', self.dossier, 'missing-data', '-o', self.folder / 'lijsten', '--deadline', '2026-01-02')
        window = self.open()
        window.find('Alles ligt bij klanten: 2 gevraagd, 2 te laat')
        window.press('Herinneren…', Role.PUSH_BUTTON)
        window.answer('Herinneren')
        window.find('Lijsten gemaakt voor 2 klanten')
        window.find(begins='Klant: Garage Smit, ', contains='onderweg', role=Role.TABLE_ROW)
        self.assertEqual(len(self.lists(window)), 4)

    def test_cancelled(self):
        window = self.open()
        window.press('Bij klanten', Role.LIST_ITEM)
        window.press('Lijsten voor 2 klanten…', Role.PUSH_BUTTON)
        window.answer('Annuleren')
        window.find('Lijsten voor 2 klanten…', Role.PUSH_BUTTON)
        self.assertEqual(self.lists(window), [])

    def test_from_the_people(self):
        window = self.open()
        window.press('Meer antwoorden')
        window.press('Lijst voor de klant…', Role.MENU_ITEM)
        window.answer('Lijsten maken')
        window.find('Lijsten gemaakt voor 2 klanten')
        wait_for('four files', lambda: len(self.lists(window)) == 4)


if __name__ == '__main__':
    tap.main()
