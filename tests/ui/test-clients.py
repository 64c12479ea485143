# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecteren as its user meets a client: what stands in the way, a withdrawal and what follows, notes on clients and people."""
import datetime

import overstap
from overstap import employer, person
from screen import Role, State, has, wait_for
from window import WindowCase

INFORMED = '2026-11-10'


class Clients(WindowCase):
    def setUp(self):
        super().setUp()
        self.dossier = self.folder / 'kantoor.overstap'
        self.ok('new', self.dossier, '--firm', 'Kantoor De Vries')
        clients = self.write('klanten.csv', overstap.csv_bytes(overstap.EMPLOYER_HEAD, [
            employer('1001', name='Bakkerij Jansen', contact='Marja van Dam'),
            employer('1002', name='Garage Smit', mijnloket='N', contact_email=''),
        ]))
        people = self.write('medewerkers.csv', overstap.csv_bytes(overstap.EMPLOYEE_HEAD, [
            person('1001', 1, last='Visser', email=''), person('1001', 2), person('1002', 3),
        ]))
        self.ok('import', self.dossier, 'employers', clients)
        self.ok('import', self.dossier, 'employees', people)
        self.ok('select', self.dossier, '--all')
        self.ok('inform', self.dossier, '--employer', '1001', '--date', INFORMED)

    def open(self):
        window = self.window(self.dossier)
        window.find(begins='Nr: 1001', role=Role.TABLE_ROW)
        return window

    def show(self, window, number):
        """The pane of a client."""
        window.click(window.find(begins=f'Nr: {number}', role=Role.TABLE_ROW))
        if window.look('Meer over deze klant') is None:
            window.press('Klant tonen')
        return window.find('Klant', Role.PANEL)

    def row(self, window, number, contains):
        window.find(begins=f'Nr: {number}', role=Role.TABLE_ROW, contains=contains)

    def test_what_stands_in_the_way(self):
        window = self.open()
        self.row(window, '1001', 'Staat in de weg: 1 stopper, stopper')
        self.row(window, '1002', 'Staat in de weg: Eerst MijnLoket aan +2, stopper')
        pane = self.show(window, '1002')
        for point in ('Eerst MijnLoket aan', '1 stopper', 'Geen e-mail van contact', 'Addendum onbekend'):
            window.find(point, Role.PANEL, within=pane)
        window.press('Beantwoorden…', within=pane)
        window.press('Getekend', Role.CHECK_BOX)
        window.answer('Bewaren')
        window.gone('Addendum onbekend', Role.PANEL)

    def test_contract_that_ends(self):
        window = self.open()
        pane = self.show(window, '1002')
        window.press('Meer over deze klant')
        window.press('Einde van het contract…')
        field = window.find(begins='Laatste dag', role=Role.TEXT)
        window.set_text(field, '31-2-2027')
        window.find('Bewaren', Role.PUSH_BUTTON, within=window.dialog(), sensitive=False)
        window.set_text(field, '31-12-2027')
        window.answer('Bewaren')
        window.find('Genoteerd: contract tot en met 31-12-2027')
        window.find(contains='contract tot en met 31-12-2027', role=Role.LABEL, within=pane)
        window.press('Ongedaan maken')
        window.gone(begins='contract tot en met', role=Role.LABEL)

    def test_case_54_withdrawal(self):
        window = self.open()
        pane = self.show(window, '1001')
        window.press(begins='Klant doet toch niet mee')
        window.find('De klant is op 10-11 geïnformeerd: er moet een intrekkingsbrief heen.', Role.LABEL)
        window.answer('Doet niet mee')
        self.row(window, '1001', 'doet niet mee')
        window.find('Doet niet mee: Wil nog wachten', Role.LABEL, within=pane)
        window.find(begins='Marja van Dam · ', role=Role.LABEL, within=pane)
        window.press('Intrekkingsbrief aan de klant', Role.CHECK_BOX, within=pane)
        window.find(begins='Brief verstuurd op ', role=Role.CHECK_BOX, within=pane)
        window.focus_window()
        window.key('ctrl+z')
        window.find('Intrekkingsbrief aan de klant', Role.CHECK_BOX, within=pane)
        window.key('ctrl+z')
        self.row(window, '1001', '1 stopper')
        window.gone('Doet niet mee: Wil nog wachten', Role.LABEL)

    def test_notes_on_people_are_called_back_too(self):
        today = datetime.date.today() + datetime.timedelta(days=1)  # in Amsterdam it may be tomorrow already
        window = self.open()
        self.step(window, 2)
        window.press('Notities', Role.TOGGLE_BUTTON) if window.look('Notities', Role.TOGGLE_BUTTON) else window.press('Notities')
        window.press('Notitie toevoegen')
        note = window.find('Notitie', Role.TEXT)
        keep = window.find('Bewaren', Role.PUSH_BUTTON)
        window.type('bsn 111222333')
        window.find(begins='Dit lijkt een BSN', role=Role.LABEL)
        self.assertFalse(has(keep, State.SENSITIVE))
        window.set_text(note, 'Vraagt het haar moeder')
        window.set_text(window.find(begins='Terugbellen op', role=Role.TEXT), f'{today.day}-{today.month}-{today.year}')
        wait_for('the button', lambda: has(window.find('Bewaren', Role.PUSH_BUTTON), State.SENSITIVE))
        window.answer('Bewaren')
        window.find('Notities: terugbellen')


if __name__ == '__main__':
    overstap.main()
