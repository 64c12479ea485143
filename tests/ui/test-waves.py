# SPDX-License-Identifier: GPL-3.0-or-later
"""Rounds in the window: which clients, which day, the filter above every step, and applying one of them."""
import datetime

import overstap
from overstap import employer, person
from screen import Role
from window import WindowCase, walk


def day(ahead):
    return datetime.date.today() + datetime.timedelta(days=ahead)


def dutch(date):
    return f'{date.day}-{date.month}-{date.year}'


class Plan(WindowCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(*(employer(number, contact_email='') for number in ('1001', '1002', '1003')))
        self.import_employees(person('1001', 1), person('1001', 2), person('1002', 3), person('1003', 4))
        self.ok('select', self.dossier, '--all')

    def open(self):
        window = self.window(str(self.dossier))
        window.find(begins='Nr: 1001', role=Role.TABLE_ROW)
        return window

    def menu(self, window, item):
        window.press('Meer over de klanten')
        window.press(item)

    def row(self, window, number, contains):
        window.find(begins=f'Nr: {number}', role=Role.TABLE_ROW, contains=contains)

    def choose(self, window, name, key):
        """Chooses in a drop-down."""
        window.click(window.find(name, Role.COMBO_BOX))
        window.key(key)
        window.key('Return')

    def test_which_round(self):
        window = self.open()
        self.menu(window, 'Ronde kiezen voor deze klanten…')
        window.answer('Ronde kiezen')
        self.row(window, '1003', 'Ronde: 1')
        window.press('Ongedaan maken')
        window.gone(begins='Nr: 1003', role=Role.TABLE_ROW, contains='Ronde: 1')
        window.click(window.find(begins='Nr: 1002', role=Role.TABLE_ROW))
        window.press('Klant tonen')
        window.press('Meer over deze klant')
        window.press('Ronde kiezen…')
        window.answer('Ronde kiezen')
        self.row(window, '1002', 'Ronde: 1')
        window.find(begins='Ronde 1 · ', role=Role.LABEL)
        window.press('Meer over deze klant')
        window.press('Zelf in Loket (werklijst)')
        window.find('Ronde 1 · Zelf in Loket (werklijst)', role=Role.LABEL)

    def test_the_filter_above_the_steps(self):
        self.ok('waves', self.dossier, '--set', '1', '--date', day(40), '--employer', '1001')
        self.ok('waves', self.dossier, '--set', '2', '--employer', '1003')
        window = self.open()
        window.find('Peildatum: per ronde')
        self.choose(window, 'Ronde', 'Down')
        window.find('Ronde: Ronde 1 · ' + dutch(day(40)))
        window.gone(begins='Nr: 1002', role=Role.TABLE_ROW)
        window.find('1 klant · 2 medewerkers · zo\'n 1 vraag', role=Role.LABEL)
        window.find('Peildatum: ' + dutch(day(40)))
        window.find(begins='Stap 4 van 5, Toepassen: ronde 1: ' + dutch(day(40)))
        self.choose(window, 'Ronde', 'End')
        self.row(window, '1002', 'Klant')
        window.gone(begins='Nr: 1001', role=Role.TABLE_ROW)
        window.gone(begins='Nr: 1003', role=Role.TABLE_ROW)

    def test_rounds(self):
        """The window with all rounds: a day, freezing, what to add."""
        self.import_employees(person('1002', 90, email='samen@gmail.com', last='Samen'), person('1003', 90, email='samen@gmail.com', last='Anders'))
        self.ok('waves', self.dossier, '--set', '1', '--employer', '1002')
        window = self.open()
        self.menu(window, 'Rondes…')
        window.press('Dag kiezen…')
        window.find('Niets pleit tegen deze dag.')
        window.answer('Deze dag kiezen')
        chosen = window.find(begins='Ronde 1 · ', role=Role.LABEL).get_name().split(' · ')[1]
        # The first on which rounds go: see the tests of plan-day.
        number, month, year = map(int, chosen.split('-'))
        chosen = datetime.date(year, month, number)
        self.assertGreaterEqual(chosen, day(14))
        self.assertLess(chosen.weekday(), 4)
        window.press('Voeg toe')
        window.gone('Voeg toe')
        window.press('Bevriezen')
        window.find('Losmaken')
        wave, = self.listed(window)
        self.assertEqual((wave['date'], wave['employers'], wave['frozen']), (str(chosen), 2, True))

    def test_a_day_too_soon(self):
        """Less than two weeks ahead asks for a reason, which stays with the round; it gives no leave to apply it earlier."""
        # Two days of one month, for that is what a calendar shows.
        wanted, shown = next((day(ahead), day(ahead + 2)) for ahead in (10, 8) if day(ahead).month == day(ahead + 2).month)
        self.ok('inform', self.dossier, '--employer', '1002', '--date', day(-3))
        self.ok('waves', self.dossier, '--set', '1', '--employer', '1002', '--date', shown)
        window = self.open()
        self.menu(window, 'Rondes…')
        window.press('Dag kiezen…')
        window.find(begins='Op zijn vroegst ' + dutch(day(11)))
        self.choose_day(window, wanted)
        window.find(begins='Minder dan 14 dagen na het informeren')
        window.answer('Deze dag kiezen')
        window.find('Waarom al op ' + dutch(wanted) + '?')
        window.answer('Deze dag kiezen')
        window.find('Reden om zo laat te informeren')
        window.find('Ronde 1 · ' + dutch(wanted))
        self.leave(window)
        self.assertIn('De klant vroeg erom', self.dump())

    def choose_day(self, window, wanted):
        """Clicks a day in the calendar of a dialog, of the month that it shows; it has days of the months beside that too."""
        days = [node for node in walk(window.dialog()) if node.get_role() == Role.LABEL and node.get_name() == str(wanted.day)]
        window.click(days[-1 if wanted.day > 20 else 0])

    def listed(self, window):
        """As the command line tells it, once the window is closed."""
        self.leave(window)
        return self.ok('waves', self.dossier)['waves']


class Apply(WindowCase):
    def test_one_round_before_its_day(self):
        loket = self.practice(employers=4, employees=60, seed=3)
        self.new()
        for kind, path in (('employers', loket.clients_file), ('employees', loket.employees_file)):
            self.ok('import', self.dossier, kind, path)
        self.ok('select', self.dossier, '--all')
        self.ok('connect', self.dossier, loket.url)
        ready = self.people_with('ready')
        first, *others = sorted({row['Werkgevernummer'] for row in overstap.table(loket.clients_file)}, key=lambda number: number not in {key[0] for key in ready})
        self.ok('waves', self.dossier, '--set', '1', '--date', day(30), '--employer', first)
        self.ok('waves', self.dossier, '--set', '2', '--date', day(60), '--employer', *others)
        # On its day perhaps not everybody is there any more.
        people = len([1 for number, _ in self.people_with('ready') if number == first])

        window = self.window(str(self.dossier))
        self.step(window, 4)
        # All rounds lie ahead: the page says which comes first.
        window.find('Er is nog niets aan de beurt')
        window.find(begins=f'Ronde 1 komt het eerst, op {dutch(day(30))}: ')
        window.press('Ronde 1 tonen')
        window.find(begins=f'1 klanten · {people} medewerkers', role=Role.LABEL)
        window.press('Toepassen…')
        window.find(f'Ronde 1 is gepland op {dutch(day(30))}. Waarom nu?')
        window.answer('Verder gaan')
        window.answer(f'{people} medewerker{"s" if people > 1 else ""} uitnodigen')
        window.find(begins=f'Stap 4 van 5, Toepassen: {people} uitgenodigd')
        self.assertEqual({number for number, _ in loket.people('invited')}, {first})
        # What is counted, and what is given back, is of this round.
        window.find(begins='Ronde 1, uitvoering van ', role=Role.LABEL)
        window.press('Deblokkeren…')
        self.assertRegex(window.dialog().get_name(), r'^Werknemerloket deblokkeren bij \d+ medewerkers? van ronde 1 in Oefenloket\?$')
        window.answer('Annuleren')
        window.click(window.find('Toe te passen ronde', Role.COMBO_BOX))
        window.key('Home', 'Return')
        window.find(begins=f'Ronde 2 komt het eerst, op {dutch(day(60))}: ')
        self.leave(window)
        wave = self.ok('waves', self.dossier)['waves'][0]
        self.assertEqual((wave['frozen'], wave['applied']), (True, True))
        self.assertIn('De klant vroeg erom', self.dump())


if __name__ == '__main__':
    overstap.main()
