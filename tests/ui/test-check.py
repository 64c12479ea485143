# SPDX-License-Identifier: GPL-3.0-or-later
"""Controleren as an office uses it: every kind of decision, with its numbers, and all of it taken back."""
import re

import tap
from overstap import employer, person
from screen import Role, State, has, wait_for
from window import WindowCase

NOBODY = 'Geen privé-e-mailadres'
SHARED = 'Adres is ook van iemand anders'
TYPO = 'Mogelijk een tikfout in het adres'
MADE_UP = 'Verzonnen adres'
NO_BIRTH = 'Geen geboortedatum'
TO_CHANGE = 'Adres nog te wijzigen in Loket'


class Check(WindowCase):
    """Two clients; twelve people without an address, two that share one, and one or two of everything else."""

    def begin(self):
        rows = [person(1, number, email='') for number in range(1, 13)]
        rows += [person(1, 20, email='jan@gmial.com'), person(1, 21, email='samen@gmail.com'), person(2, 22, email='samen@gmail.com')]
        rows += [person(2, 23, email='geen@geen.nl'), person(2, 24, email='test@ziggo.nl'), person(2, 25, birth=''), person(1, 26, birth='')]
        rows += [person(2, number) for number in range(30, 34)]
        self.office([employer(1), employer(2)], rows, '--firm', 'Kantoor De Vries')
        window = self.window(self.dossier)
        window.find(begins='Nr: ', role=Role.TABLE_ROW)
        window.focus_window()
        window.key('ctrl+2')
        self.assertNumbers(window, over=4)
        return window

    # --- what stands on the screen ---

    def assertNumbers(self, window, over, people=23):
        window.find(begins=f'Waar staan we? {over} van {people}')

    def assertLeft(self, window, title, count):
        """So many are left of this exception; 0 when it is not there any more."""
        if count:
            window.find(f'{title}: {count}', Role.LIST_ITEM)
        else:
            window.gone(begins=f'{title}: ', role=Role.LIST_ITEM)

    def choose(self, window, title):
        window.click(window.find(begins=f'{title}: ', role=Role.LIST_ITEM))
        window.find(title, Role.PANEL)

    def row(self, window, number):
        return window.find(begins='Naam: ', contains=f'Pers.nr: {number},', role=Role.TABLE_ROW)

    def go_to(self, window, number):
        """The row of somebody, whose answers are then at hand."""
        row = self.row(window, number)
        name = re.match(r'Naam: (.*?), Klant', row.get_name())[1]
        window.click(row)
        window.find(name, Role.LABEL, within=window.find('Antwoord', Role.PANEL))
        return name

    def tick(self, window, *numbers):
        for number in numbers:
            window.click(self.row(window, number))
            window.key('space')
        window.find(begins=f'{len(numbers)} mensen aangevinkt', role=Role.LABEL)

    def undo(self, window):
        window.focus_window()
        window.key('ctrl+z')

    def shown(self, window, title):
        """The people of an exception, by their numbers."""
        self.choose(window, title)
        return {re.search(r'Pers\.nr: (\d+)', row)[1] for row in self.names_of_rows(window)}

    # --- the decisions ---

    def test_ten_addresses_by_the_keyboard(self):
        """As somebody reads them out over the telephone: an address, Enter, the next one."""
        window = self.begin()
        window.tab_to('Al overgestapt')
        row = window.focus_moves(['Tab'])
        self.assertTrue(row.get_name().startswith(NOBODY), row.get_name())
        window.find(NOBODY, Role.PANEL)
        window.tab_to('Privé-e-mailadres', Role.TEXT)
        for number in range(10):
            window.type(f'thuis.{number}@gmail.com')
            window.key('Return')
            self.assertLeft(window, NOBODY, 11 - number)
        self.assertLeft(window, TO_CHANGE, 10)
        kept = self.dump()
        for number in range(10):
            self.assertEqual(len(re.findall(rf"thuis\.{number}@gmail\.com", kept)) > 0, True)
        # What cannot be an address is said on the spot, and not kept.
        window.type('thuis.10@gmail')
        window.find('Na de @ ontbreekt nog iets, bijvoorbeeld .nl of .com.')
        window.key('Return')
        self.assertLeft(window, NOBODY, 2)
        self.undo(window)
        self.assertLeft(window, NOBODY, 3)
        self.assertLeft(window, TO_CHANGE, 9)

    def test_take_along(self):
        """One with a ready reason, one with his own, and a whole kind; each is a step that can be taken back."""
        window = self.begin()
        self.choose(window, MADE_UP)
        self.go_to(window, 24)
        window.press('Toch meenemen…')
        dialog = window.dialog()
        self.assertTrue(has(window.find('Het adres klopt', Role.CHECK_BOX, within=dialog), State.CHECKED))
        window.answer('Meenemen')
        window.find('1 persoon toch meegenomen')
        self.assertNumbers(window, over=5)
        self.assertLeft(window, MADE_UP, 1)

        # Loket's own warning has no ready reason: somebody has to say why.
        self.choose(window, SHARED)
        window.press('Toch meenemen…')
        dialog = window.dialog()
        self.assertIsNone(window.look(role=Role.CHECK_BOX, within=dialog))
        self.assertFalse(has(window.find('Meenemen', Role.PUSH_BUTTON, within=dialog), State.SENSITIVE))
        window.set_text(window.find('Reden', Role.TEXT, within=dialog), 'Echtpaar, aan de telefoon bevestigd')
        window.answer('Meenemen')
        self.assertNumbers(window, over=6)
        self.assertLeft(window, SHARED, 1)

        self.choose(window, NO_BIRTH)
        window.press('Meer antwoorden', Role.PUSH_BUTTON)
        window.press('Alle van deze soort toch meenemen…', Role.MENU_ITEM)
        self.assertIn('2 mensen', window.dialog().get_name())
        window.answer('Meenemen')
        window.find('2 mensen toch meegenomen')
        self.assertNumbers(window, over=8)
        self.assertLeft(window, NO_BIRTH, 0)
        self.assertIn('Echtpaar, aan de telefoon bevestigd', self.dump())

        for over, title, count in ((6, NO_BIRTH, 2), (5, SHARED, 2), (4, MADE_UP, 2)):
            self.undo(window)
            self.assertNumbers(window, over=over)
            self.assertLeft(window, title, count)

    def test_not_along(self):
        """Who has no e-mail, who is ticked, and back again."""
        window = self.begin()
        self.choose(window, NOBODY)
        self.go_to(window, 1)
        window.press('Heeft geen e-mail', Role.PUSH_BUTTON)
        window.find('1 medewerker krijgt de loonstrook op papier')
        self.assertLeft(window, NOBODY, 11)
        self.tick(window, 2, 3, 4)
        window.press('Niet meenemen…')
        self.assertIn('3 mensen', window.dialog().get_name())
        window.press_node(window.find('De klant vroeg erom', Role.CHECK_BOX, within=window.dialog()))
        window.answer('Niet meenemen')
        window.find('3 mensen gaan niet mee')
        self.assertLeft(window, NOBODY, 8)

        window.press('Gaat niet mee', Role.PUSH_BUTTON)
        self.assertEqual({re.search(r'Pers\.nr: (\d+)', row)[1] for row in wait_for(
            'those who do not go along', lambda: [rows for rows in [self.names_of_rows(window)] if len(rows) == 4])[0]}, {'1', '2', '3', '4'})
        self.go_to(window, 3)
        window.press('Weer meenemen', Role.PUSH_BUTTON)
        window.find('1 persoon gaat weer mee')
        self.assertLeft(window, NOBODY, 9)
        for count in (8, 11, 12):
            self.undo(window)
            self.assertLeft(window, NOBODY, count)

    def test_suggestion_and_change_in_loket(self):
        """A suggestion is taken only when it is pressed, and stays a stopper until it is changed in Loket too."""
        window = self.begin()
        self.choose(window, TYPO)
        self.assertIn('jan@gmial.com', self.row(window, 20).get_name())
        window.press('Bedoeld: jan@gmail.com?', Role.PUSH_BUTTON)
        self.assertLeft(window, TYPO, 0)
        self.assertLeft(window, TO_CHANGE, 1)
        self.assertNumbers(window, over=4)
        self.choose(window, TO_CHANGE)
        self.assertIn('jan@gmail.com', self.row(window, 20).get_name())
        window.press('In Loket gewijzigd', Role.PUSH_BUTTON)
        window.find('Afgevinkt als gewijzigd in Loket')
        self.assertNumbers(window, over=5)
        self.assertLeft(window, TO_CHANGE, 0)
        self.undo(window)
        self.assertLeft(window, TO_CHANGE, 1)
        self.undo(window)
        self.assertLeft(window, TYPO, 1)
        self.assertNumbers(window, over=4)

    def test_birth_date_is_masked(self):
        """Until it is asked for, which the trail tells."""
        window = self.begin()
        self.choose(window, SHARED)
        window.find('**-**-1985', Role.LABEL)
        self.assertNotIn('birth', re.findall(r'INSERT INTO "audit".*', self.dump())[-1])
        window.press('Geboortedatum tonen', Role.PUSH_BUTTON)
        window.find('12-5-1985', Role.LABEL)
        self.assertIn('birth', re.findall(r'INSERT INTO "audit".*', self.dump())[-1])

    def test_filters_of_the_strip(self):
        """Each number of the strip opens its people, and all of them are everybody."""
        window = self.begin()
        total = 0
        for title in ('Kan over', 'Te beslissen', 'Stopper', 'Gaat niet mee', 'Al uitgenodigd', 'Al overgestapt'):
            button = window.find(title, Role.PUSH_BUTTON)
            count = int(window.find(role=Role.LABEL, within=button, deep=True).get_name())
            window.press_node(button)
            wait_for(f'the {count} of {title}', lambda count=count: len(self.names_of_rows(window)) == count)
            total += count
        self.assertEqual(total, 23)


if __name__ == '__main__':
    tap.main()
