# SPDX-License-Identifier: GPL-3.0-or-later
"""Controleren as its user answers: typed one after another, taken along for a client, on paper, and ticked off."""
import pathlib
import shutil
import sqlite3
import tempfile

import tap
from overstap import employer, person
from screen import Role, State, has, wait_for
from window import WindowCase

WITHOUT = 'Geen privé-e-mailadres'
TO_CHANGE = 'Adres nog te wijzigen in Loket'
MISTYPED = 'Mogelijk een tikfout in het adres'


class Check(WindowCase):
    def office(self, *people, clients=('1001', '1002')):
        """A dossier of these people, made on the command line, and its window in Controleren."""
        super().office([employer(number, contact_email='') for number in clients], people)
        window = self.window(self.dossier)
        window.find(begins='Stap 2 van 5', role=Role.LIST_ITEM)
        self.step(window, 2)
        return window

    def choose(self, window, title):
        """One exception; returns how many it has."""
        row = window.find(begins=f'{title}: ', role=Role.LIST_ITEM)
        window.click(row)
        window.find(title, Role.PANEL)
        return int(row.get_name().rsplit(' ', 1)[1])

    def says(self, window, title, count):
        window.find(f'{title}: {count}', Role.LIST_ITEM)

    def rows(self, window):
        return [name for name in self.names_of_rows(window) if name.startswith('Naam: ')]

    def wait_for_rows(self, window, count):
        wait_for(f'{count} people', lambda: len(self.rows(window)) == count)

    def menu(self, window, item):
        window.press('Meer antwoorden', Role.PUSH_BUTTON)
        window.press(item, Role.MENU_ITEM)

    def tick(self, window, *names):
        for name in names:
            row = window.find(begins=f'Naam: {name}', role=Role.TABLE_ROW)
            window.press_node(window.find(begins='Aanvinken: ', role=Role.CHECK_BOX, within=row, deep=True))

    def query(self, sql):
        """What the window has written so far, read from a copy."""
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            for suffix in ('', '-wal'):
                if pathlib.Path(f'{self.dossier}{suffix}').exists():
                    shutil.copy(f'{self.dossier}{suffix}', f'{folder}/copy{suffix}')
            base = sqlite3.connect(f'{folder}/copy')
            try:
                return base.execute(sql).fetchall()
            finally:
                base.close()

    def address_of(self, number):
        return self.query(f"SELECT email FROM employee WHERE number = '{number}'")[0][0]


class Addresses(Check):
    def test_ten_dictated_addresses_without_the_mouse(self):
        window = self.office(*[person('1001', n, email='') for n in range(1, 11)])
        window.focus_window()
        window.find(WITHOUT, Role.PANEL)
        window.tab_to('Privé-e-mailadres', Role.TEXT)
        for n in range(1, 11):
            # No waiting: who dictates does not either.
            window.type(f'mens{n}@gmail.com')
            window.key('Return')
        window.gone(begins=f'{WITHOUT}: ', role=Role.LIST_ITEM)
        self.says(window, TO_CHANGE, 10)
        typed = [email for email, in self.query('SELECT email FROM employee ORDER BY sort_key')]
        self.assertEqual(typed, [f'mens{n}@gmail.com' for n in range(1, 11)])

        # Each is a step of its own.
        window.key('ctrl+z')
        self.says(window, TO_CHANGE, 9)
        self.says(window, WITHOUT, 1)

    def test_what_is_no_address_is_said_on_the_spot(self):
        window = self.office(person('1001', 1, email=''))
        window.focus_window()
        window.tab_to('Privé-e-mailadres', Role.TEXT)
        window.type('mens@hotmail')
        window.find(begins='Na de @ ontbreekt nog iets')
        window.key('Return')
        self.says(window, WITHOUT, 1)
        self.assertFalse(has(window.find('Opslaan en volgende'), State.SENSITIVE))
        window.type('.com')
        window.key('Return')
        self.says(window, TO_CHANGE, 1)

    def test_case_22_what_was_meant_is_one_press(self):
        window = self.office(person('1001', 1, email='anna@gmial.com'), person('1001', 2, email='bas@gmail'))
        self.assertEqual(self.choose(window, MISTYPED), 1)
        self.assertEqual(self.address_of(1), 'anna@gmial.com')
        window.press('Bedoeld: anna@gmail.com?')
        self.says(window, TO_CHANGE, 1)
        self.assertEqual(self.address_of(1), 'anna@gmail.com')
        self.choose(window, 'Privé-e-mail is geen e-mailadres')
        window.press('Bedoeld: bas@gmail.com?')
        self.says(window, TO_CHANGE, 2)

    def test_case_17_work_address_is_offered_and_not_taken(self):
        window = self.office(person('1001', 1, email='', work='anna@magazijn.example'))
        window.press('Zakelijk adres: anna@magazijn.example')
        window.find(begins='Vraag de klant of de medewerker dit adres wil')
        self.says(window, WITHOUT, 1)
        window.press('Opslaan en volgende')
        self.says(window, TO_CHANGE, 1)


class Decisions(Check):
    def accept(self, window, reason=None):
        dialog = window.dialog()
        heading = dialog.get_name()
        if reason is not None:
            window.set_text(window.find(begins='Andere reden', role=Role.TEXT, within=dialog), reason)
        window.answer('Meenemen')
        return heading

    def test_all_of_one_client(self):
        people = [person('1001', n, email=f'mens{n}@gmial.com') for n in (1, 2, 3)]
        window = self.office(*people, person('1002', 4, email='mens4@gmial.com'))
        self.assertEqual(self.choose(window, MISTYPED), 4)
        self.menu(window, 'Alle van deze klant toch meenemen…')
        self.assertIn('3 medewerkers van Klant 1001 B.V.', self.accept(window))
        self.says(window, MISTYPED, 1)
        self.assertEqual(self.query('SELECT count(*), min(reason), max(reason) FROM acceptance'), [(3, 'Het adres klopt', 'Het adres klopt')])
        window.find('3 mensen toch meegenomen')
        window.press('Ongedaan maken', Role.PUSH_BUTTON)
        self.says(window, MISTYPED, 4)

    def test_all_of_a_kind_with_a_typed_reason(self):
        window = self.office(*[person('1001', n, email=f'mens{n}@gmial.com') for n in (1, 2)])
        self.choose(window, MISTYPED)
        self.menu(window, 'Alle van deze soort toch meenemen…')
        self.accept(window, 'Nagebeld, het klopt')
        window.find('Hier is niets meer te doen')
        self.assertEqual(self.query('SELECT DISTINCT reason FROM acceptance'), [('Nagebeld, het klopt',)])

    def test_every_warning_of_one_person(self):
        window = self.office(person('1001', 1, email='info@info.nl'), person('1001', 2, email='geen@geen.nl'))
        window.press('Te beslissen', Role.PUSH_BUTTON)
        self.wait_for_rows(window, 2)
        window.press('Toch meenemen…')
        window.set_text(window.find('Reden', Role.TEXT, within=window.dialog()), 'Samen bekeken')
        window.answer('Meenemen')
        self.wait_for_rows(window, 1)
        self.assertEqual(self.query('SELECT count(*), count(DISTINCT code) FROM acceptance'), [(2, 2)])

    def test_other_data_are_asked_again(self):
        window = self.office(person('1001', 1, email='geen@geen.nl'), person('1001', 2, email=''))
        self.choose(window, 'Verzonnen adres')
        window.press('Toch meenemen…')
        self.accept(window)
        window.find(begins='Waar staan we? 1 van 2')
        window.press('Kan over', Role.PUSH_BUTTON)
        self.wait_for_rows(window, 1)
        window.set_text(window.find('Privé-e-mailadres', Role.TEXT), 'nvt@geen.nl')
        window.press('Opslaan en volgende')
        self.says(window, TO_CHANGE, 1)
        self.says(window, 'Verzonnen adres', 1)

    def test_on_paper_is_a_list_of_its_own(self):
        window = self.office(person('1001', 1, email=''), person('1001', 2, email=''), person('1001', 3))
        self.choose(window, WITHOUT)
        window.press('Heeft geen e-mail')
        self.says(window, WITHOUT, 1)
        self.says(window, 'Loonstrook op papier', 1)
        window.press('Niet meenemen…')
        window.press('De klant vroeg erom', within=window.dialog())
        window.answer('Niet meenemen')
        window.find('Hier is niets meer te doen')
        window.press('Iedereen tonen')
        self.says(window, 'Handmatig niet meegenomen', 1)
        self.choose(window, 'Loonstrook op papier')
        self.wait_for_rows(window, 1)
        window.press('Weer meenemen')
        self.says(window, WITHOUT, 1)

    def test_tick_off_one_and_many(self):
        window = self.office(*[person('1001', n, email='') for n in (1, 2, 3)])
        self.choose(window, WITHOUT)
        window.focus_window()
        window.tab_to('Privé-e-mailadres', Role.TEXT)
        for n in (1, 2, 3):
            window.type(f'mens{n}@gmail.com')
            window.key('Return')
        self.says(window, TO_CHANGE, 3)
        self.choose(window, TO_CHANGE)
        self.wait_for_rows(window, 3)
        window.find(begins='In Loket staat nog geen adres.')
        self.menu(window, 'Lijst kopiëren')
        window.find('Lijst gekopieerd')
        self.menu(window, 'Alle van deze klant aanvinken')
        window.find('3 mensen aangevinkt')
        window.press('In Loket gewijzigd')
        window.find('3 van 3 medewerkers kunnen over.')
        window.key('ctrl+z')
        self.says(window, TO_CHANGE, 3)


class Loket(WindowCase):
    def test_changed_in_loket_too(self):
        window, loket = self.practise()
        window.focus_window()
        window.tab_to('Nr: ')
        window.key('ctrl+a')
        window.find('24 klanten gekozen')
        self.step(window, 2)
        row = window.find(begins=f'{WITHOUT}: ', role=Role.LIST_ITEM)
        window.click(row)
        window.find(WITHOUT, Role.PANEL)
        who = self.key_of(window, window.find(begins='Naam: ', role=Role.TABLE_ROW).get_name())
        window.press(begins='Ook in Loket wijzigen', role=Role.CHECK_BOX)
        window.set_text(window.find('Privé-e-mailadres', Role.TEXT), 'thuis@gmail.com')
        window.press('Opslaan en volgende')
        window.find('1 adres gewijzigd in Loket')
        self.assertIsNone(window.look(begins=f'{TO_CHANGE}: ', role=Role.LIST_ITEM))
        head = loket.sign_in()
        for found in loket.listed('/v2/providers/employers/minimized', head):
            if str(found['employerNumber']) == who[0]:
                people = loket.listed(f'/v2/providers/employers/{found["id"]}/employees', head)
                self.assertEqual([one['contactInformation']['emailAddress'] for one in people if str(one['employeeNumber']) == who[1]], ['thuis@gmail.com'])


if __name__ == '__main__':
    tap.main()
