# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecteren as an office uses it: choosing clients, and reading a file in that asks questions."""
import csv
import io
import re

import tap
from overstap import EMPLOYEE_HEAD, csv_bytes, employer, person
from screen import Role, State, has, wait_for, walk
from window import WindowCase


class Select(WindowCase):
    def begin(self, *employers):
        """An office without anybody chosen, each client with two people."""
        employers = employers or [employer(number, name=name) for number, name in (
            (1, 'Bakkerij De Zon'), (2, 'Garage Smit'), (3, 'Slager Bos'))] + [employer(4, name='Kapper Knip', mijnloket='N')]
        self.new('--firm', 'Kantoor De Vries')
        self.import_employers(*employers)
        self.import_employees(*[person(row[0], number) for row in employers for number in (1, 2)])
        window = self.window(self.dossier)
        window.find(begins='Nr: ', role=Role.TABLE_ROW)
        window.focus_window()
        return window

    # --- what stands on the screen ---

    def client(self, window, number):
        return window.find(begins=f'Nr: {number},', role=Role.TABLE_ROW)

    def assertChosen(self, window, chosen, clients=4):
        window.find(f'Stap 1 van 5, Selecteren: {chosen} van {clients} klanten', Role.LIST_ITEM)

    def assertRows(self, window, *numbers):
        wait_for(f'the clients {numbers}', lambda: [re.match(r'Nr: (\d+)', row)[1] for row in self.names_of_rows(window)] == [str(n) for n in numbers])

    # --- choosing ---

    def test_choose(self):
        """The mouse ticks one, Space another, Ctrl+A all that is shown; each is one step back."""
        window = self.begin()
        window.press_node(window.find(begins='Aanvinken: ', role=Role.CHECK_BOX, within=self.client(window, 1), deep=True))
        self.assertChosen(window, 1)
        window.click(self.client(window, 2))
        window.key('space')
        self.assertChosen(window, 2)
        window.press(begins='Gekozen, 2', role=Role.PUSH_BUTTON)
        self.assertRows(window, 1, 2)
        window.press(begins='MijnLoket staat uit, 1', role=Role.PUSH_BUTTON)
        self.assertRows(window, 4)
        window.press(begins='Niet gekozen, 2', role=Role.PUSH_BUTTON)
        self.assertRows(window, 3, 4)
        window.press(begins='Alle, 4', role=Role.PUSH_BUTTON)
        self.assertRows(window, 1, 2, 3, 4)

        window.key('ctrl+f')
        window.type('slager')
        self.assertRows(window, 3)
        window.click(self.client(window, 3))
        window.key('ctrl+a')
        self.assertChosen(window, 3)
        window.key('ctrl+z')
        self.assertChosen(window, 2)
        window.key('ctrl+f')
        window.key('Escape')
        self.assertRows(window, 1, 2, 3, 4)
        window.click(self.client(window, 1))
        window.key('ctrl+a')
        self.assertChosen(window, 4)
        window.press('Ongedaan maken', Role.PUSH_BUTTON)
        self.assertChosen(window, 2)

    # --- reading in ---

    def read_in(self, window, path):
        window.key('ctrl+i')
        self.choose_file(window, path)
        window.gone('Het bestand wordt bekeken')

    def choose_meaning(self, window, header, meaning):
        window.press(begins=f'Betekenis van kolom {header}: ', role=Role.PUSH_BUTTON)
        window.press(meaning, Role.MENU_ITEM)

    def verb(self, window):
        """The button that reads the file in."""
        return wait_for('the button to read it in', lambda: next((node for node in window.everything() if node.get_role() == Role.PUSH_BUTTON and
                                                                  re.match(r'(\d+ (rij|rijen) i|I)nlezen$', node.get_name())), None))

    def go(self, window):
        """Reads it in, and goes back to the clients."""
        wait_for('the button', lambda: has(self.verb(window), State.SENSITIVE))
        window.press_node(self.verb(window))
        window.press('Naar de klanten', Role.PUSH_BUTTON)
        window.find(begins='Nr: ', role=Role.TABLE_ROW)

    def doubtful(self, name, rows):
        """A file with two columns that can be the employee number, and a citizen number."""
        head = ['Werkgevernummer', 'Personeelsnummer', 'Pers.nr', 'Achternaam', 'Privé e-mail', 'Geboortedatum', 'BSN']
        return self.write(name, csv_bytes(head, rows))

    def test_questions_refused_rows_and_what_is_remembered(self):
        window = self.begin()
        path = self.doubtful('lijst.csv', [(1, 'A9', 10, 'Jansen', 'jansen@gmail.com', '1-2-1980', '741109091'),
                                           (1, 'A8', 11, 'De Boer', 'boer@gmail.com', '31-02-1980', '527630360'),
                                           (9, 'A7', 12, 'Smit', 'smit@gmail.com', '1-3-1980', '')])
        self.read_in(window, path)
        window.find('Betekenis van kolom BSN: Nooit gelezen', Role.PUSH_BUTTON)
        window.find('Welke kolom is “Personeelsnummer”?', Role.LIST_ITEM)
        self.assertFalse(has(self.verb(window), State.SENSITIVE))
        self.choose_meaning(window, 'Personeelsnummer', 'Niet inlezen')
        window.find('2 geweigerd', Role.PANEL)
        window.find('1 nieuw', Role.PANEL)
        said = [node.get_name() for node in walk(window.application(), deep=True) if node.get_name()]
        self.assertFalse([text for text in said if '741109091' in text])

        # What is refused is saved with the reason, mended and read in again.
        back = self.folder / 'geweigerd.csv'
        window.press(begins='2 geweigerde rijen opslaan', role=Role.PUSH_BUTTON)
        self.save_file(window, 'Geweigerde rijen opslaan', back)
        rows = list(csv.reader(io.StringIO(wait_for('the file', lambda: back.exists() and back.read_bytes()).decode('utf-8-sig'), newline=''),
                               delimiter=';'))
        self.assertEqual(len(rows), 3)
        self.assertNotIn('BSN', rows[0])
        self.assertNotIn('527630360', str(rows))
        self.go(window)
        self.assertIn('jansen@gmail.com', self.dump())
        self.assertNotIn('boer@gmail.com', self.dump())

        mended = [[cell.replace('31-02-1980', '28-02-1980') for cell in row] for row in rows]
        self.read_in(window, self.write('hersteld.csv', csv_bytes(mended[0], [row for row in mended[1:] if row[0] != '9'])))
        # It lacks a column and has one more, so it is asked again what its columns mean.
        self.choose_meaning(window, 'Personeelsnummer', 'Niet inlezen')
        window.find('1 nieuw', Role.PANEL)
        self.go(window)
        self.assertIn('boer@gmail.com', self.dump())

        # The next list of this kind is read like the first one, without a question.
        self.read_in(window, self.doubtful('volgende.csv', [(2, 'B1', 20, 'Visser', 'visser@gmail.com', '1-2-1981', '')]))
        window.find('Betekenis van kolom Personeelsnummer: Niet inlezen', Role.PUSH_BUTTON)
        window.find('1 nieuw', Role.PANEL)
        wait_for('the button', lambda: has(self.verb(window), State.SENSITIVE))

    def test_letters_in_doubt(self):
        """A file from DOS shows real names under each encoding, and the chosen one is read."""
        window = self.begin()
        rows = [person(1, 5, last='Müller'), person(1, 6, last='Çelik'), person(2, 7, last='Ruíz')]
        self.read_in(window, self.write('dos.csv', csv_bytes(EMPLOYEE_HEAD, rows, encoding='cp850')))
        window.find('Welke namen zijn goed geschreven?')
        window.press_node(window.find(contains='Müller', role=Role.CHECK_BOX))
        window.find('Müller', Role.LABEL)
        window.find('Çelik', Role.LABEL)
        window.press('3 rijen inlezen', Role.PUSH_BUTTON)
        window.find('3 rijen ingelezen')
        self.assertIn('Müller', self.dump())
        self.assertIn('Çelik', self.dump())


if __name__ == '__main__':
    tap.main()
