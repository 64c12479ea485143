# SPDX-License-Identifier: GPL-3.0-or-later
"""The wrong file is asked about before anything is written, and what was read in is taken back, in the window."""
import os

import overstap
from screen import Role, State, has, wait_for
from window import WindowCase


class Imports(WindowCase):
    def picture(self, window, name):
        folder = os.environ.get('OVERSTAP_PICTURES')
        if folder:
            window.picture(f'{folder}/{name}.png')

    def half_of_the_people(self, window):
        """A file that lacks every other employee of the practice office."""
        rows = overstap.table(self.folder_of(window) / 'medewerkers.csv')
        path = self.folder / 'verkeerd.csv'
        path.write_bytes(overstap.csv_bytes(rows[0].keys(), [row.values() for row in rows[::2]]))
        return path

    def see_the_missing(self, window, row):
        """Case 15: who is no longer in the file, is marked, and listed by name."""
        window.click(row)
        window.find('Niet meer in dit bestand', Role.TREE_TABLE)
        window.find(begins='Klant: 20001', role=Role.TABLE_ROW)
        self.picture(window, 'imports-7-missing')
        window.focus_window()
        window.key('Escape')
        window.gone('Niet meer in dit bestand', Role.TREE_TABLE)
        window.focus_window()

    def read_in(self, window, path):
        window.press('Inlezen…', Role.PUSH_BUTTON)
        self.choose_file(window, path)

    def test_case_3_the_wrong_file_and_back(self):
        window, _ = self.practise()
        path = self.half_of_the_people(window)
        self.read_in(window, path)
        window.find('Veel medewerkers staan er niet in', Role.PANEL)
        window.find('Is dit het goede bestand?')
        self.picture(window, 'imports-1-brake')
        window.press('Toch inlezen', Role.PUSH_BUTTON)
        row = window.find(contains='niet meer in het bestand', role=Role.LIST_ITEM)
        self.picture(window, 'imports-2-result')
        self.see_the_missing(window, row)

        window.press('Eerder ingelezen…', Role.PUSH_BUTTON)
        window.find('verkeerd.csv', Role.LIST_ITEM)
        self.picture(window, 'imports-3-list')
        window.press('Inlezen terugdraaien…', Role.PUSH_BUTTON)
        window.find('Inlezen van “verkeerd.csv” terugdraaien?')
        self.picture(window, 'imports-4-confirm')
        window.press('Terugdraaien', Role.PUSH_BUTTON)
        window.find('Het inlezen is teruggedraaid')
        window.find(contains='teruggedraaid', role=Role.LIST_ITEM)
        self.picture(window, 'imports-5-back')
        window.press('Eerder ingelezen…', Role.PUSH_BUTTON)
        row = window.find('verkeerd.csv', Role.LIST_ITEM)
        wait_for('the mark of what was taken back', lambda: 'teruggedraaid op' in row.get_description())
        self.picture(window, 'imports-6-list')
        window.press('Naar de klanten', Role.PUSH_BUTTON)
        window.find(begins='Nr: ', role=Role.TABLE_ROW)

    def test_refused_rows_come_back_in(self):
        window, _ = self.practise()
        rows = overstap.table(self.folder_of(window) / 'medewerkers.csv')
        head = list(rows[0].keys())
        path = self.folder / 'nieuwe.csv'
        new = [dict(rows[0], Personeelsnummer=f'9{n}', Geboortedatum=day) for n, day in enumerate(('01-02-1990', '31-02-1990'))]
        path.write_bytes(overstap.csv_bytes(head, [row.values() for row in rows + new]))
        self.read_in(window, path)
        window.press(contains='geweigerde rij opslaan', role=Role.PUSH_BUTTON)
        saved = self.folder / 'geweigerd.csv'
        self.save_as(window, saved)
        wait_for('the saved file', saved.exists)
        refused = overstap.table(saved)
        self.assertEqual([row['Personeelsnummer'] for row in refused], ['91'])
        self.assertNotIn('BSN', refused[0])
        saved.write_bytes(overstap.csv_bytes(refused[0].keys(), [dict(row, Geboortedatum='28-02-1990').values() for row in refused]))
        window.press(contains='rijen inlezen', role=Role.PUSH_BUTTON)
        window.press('Nog een bestand inlezen…', Role.PUSH_BUTTON)
        self.choose_file(window, saved)
        # Only that row comes in, without a question, and nobody is missing.
        window.find('1 nieuw', Role.PANEL)
        window.find('0 niet meer in het bestand', Role.PANEL)
        window.press('1 rij inlezen', Role.PUSH_BUTTON)
        window.find('1 rij ingelezen')

    def save_as(self, window, path):
        """Types where to save in the dialog of files that is opening."""
        wait_for('the dialog', lambda: window.front() is not None and len(window.xids()) > 1)
        window.focus_window()
        window.key('ctrl+a')
        window.type(str(path))
        window.key('Return')
        wait_for('the dialog to go', lambda: len(window.xids()) == 1)
        window.focus_window()

    def test_case_3_another_file_writes_nothing(self):
        window, _ = self.practise()
        self.read_in(window, self.half_of_the_people(window))
        window.find('Veel medewerkers staan er niet in', Role.PANEL)
        next_button = window.find(contains='rijen inlezen', role=Role.PUSH_BUTTON)
        self.assertFalse(has(next_button, State.SENSITIVE))
        window.key('Escape')
        window.find(begins='Nr: ', role=Role.TABLE_ROW)
        window.press('Meer manieren om in te lezen', Role.PUSH_BUTTON)
        window.press('Eerder ingelezen…', Role.MENU_ITEM)
        window.find('medewerkers.csv', Role.LIST_ITEM)
        self.assertIsNone(window.look('verkeerd.csv', Role.LIST_ITEM))


if __name__ == '__main__':
    overstap.main()
