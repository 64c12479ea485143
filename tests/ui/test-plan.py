# SPDX-License-Identifier: GPL-3.0-or-later
"""Planning rounds in the window: who answers questions, days on which no round goes, the proposal, and taking it back."""
import datetime

import overstap
from overstap import EMPLOYER_HEAD, employer, person
from screen import Role
from window import WindowCase


def day(ahead):
    return datetime.date.today() + datetime.timedelta(days=ahead)


def dutch(date):
    return f'{date.day}-{date.month}-{date.year}'


class PlanCase(WindowCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.numbers = [str(number) for number in range(1001, 1013)]
        self.import_rows('employers', (*EMPLOYER_HEAD, 'Behandelaar'),
                         [(*employer(number, contact_email=''), 'Petra' if number < '1007' else 'Sanne') for number in self.numbers])
        self.import_employees(*(person(number, 10 * at + who) for at, number in enumerate(self.numbers) for who in range(3)))

    def open(self):
        window = self.window(str(self.dossier))
        window.find(begins='Nr: 1001', role=Role.TABLE_ROW)
        self.propose(window)
        return window

    def propose(self, window):
        window.press('Meer over de klanten')
        window.press('Rondes…')
        window.press('Rondes voorstellen…')

    def set_number(self, window, name, number):
        window.find(name, Role.SPIN_BUTTON).set_current_value(number)

    def fill(self, window, **fields):
        """Fills in the fields of the dialog in front by their names, with _ for a space."""
        for begins, text in fields.items():
            window.set_text(window.find(begins=begins.replace('_', ' '), role=Role.TEXT, within=window.dialog()), text)


class Propose(PlanCase):
    def test_propose_and_take_back(self):
        window = self.open()
        window.find('Hoeveel vragen per dag?')
        self.set_number(window, 'Vragen per dag', 30)
        window.find('Nog geen klanten gekozen')
        # What was filled in is kept, also where nothing comes of it.
        window.focus_window()
        window.key('Escape')
        window.gone('Nog geen klanten gekozen')
        self.propose(window)
        window.find('Nog geen klanten gekozen')
        self.assertEqual(window.find('Vragen per dag', Role.SPIN_BUTTON).value('Value', 'CurrentValue'), 30)
        self.leave(window)
        self.ok('select', self.dossier, '--all')

        window = self.open()
        for name, number in (('Collega’s', 2), ('Uren per dag, elk', 3)):
            self.set_number(window, name, number)
        window.find(begins='Ronde 1 (proef): ', role=Role.LIST_ITEM)
        window.find(begins='Ronde 2: ', role=Role.LIST_ITEM)
        # Two colleagues of three hours, twelve minutes a question.
        self.assertEqual(window.find('Vragen per dag', Role.SPIN_BUTTON).value('Value', 'CurrentValue'), 30)
        window.find('Op één dag kunnen dus hooguit 1.500 medewerkers worden uitgenodigd.', Role.LABEL)
        self.assertIn('van het voorstel', window.find('Verwachte vragen per dag', Role.IMAGE).get_description())
        window.press('Zo plannen')
        window.find('2 rondes gepland')
        window.press('Ongedaan maken')
        window.gone('2 rondes gepland')
        self.leave(window)
        self.assertEqual(self.ok('waves', self.dossier)['waves'], [])
        # What was filled in is kept for the next time.
        self.assertEqual(self.ok('waves', self.dossier, '--propose')['per_day'], 30)

    def test_days(self):
        """Not before a day, a blocked period, a stand-in: each told, and taken back."""
        self.ok('select', self.dossier, '--all')
        self.ok('inform', self.dossier, *(word for number in self.numbers for word in ('--employer', number)), '--date', day(-20))
        window = self.open()
        self.set_number(window, 'Vragen per dag', 30)
        window.find(begins='Ronde 1 (proef): ', role=Role.LIST_ITEM)
        window.focus_window()
        window.click(window.find(begins='Ronde 1 (proef): ', role=Role.LABEL))
        window.find(begins='Mogelijk vanaf ', role=Role.LABEL)
        # What was unfolded stays so.
        window.set_text(window.find(begins='Niet eerder dan', role=Role.TEXT), dutch(day(60)))
        window.find(begins='Niet vóór ' + dutch(day(60)), role=Role.LABEL)

        window.press('Periode blokkeren…')
        self.fill(window, Eerste_dag=dutch(day(80)), Laatste_dag=dutch(day(50)), Reden='verhuizing')
        window.find('Blokkeren', Role.PUSH_BUTTON, within=window.dialog(), sensitive=False)
        self.fill(window, Eerste_dag=dutch(day(50)), Laatste_dag=dutch(day(80)))
        window.answer('Blokkeren')
        window.find('Periode geblokkeerd')
        window.find(dutch(day(50)) + ' t/m ' + dutch(day(80)), role=Role.LIST_ITEM)
        window.find(contains='verhuizing', begins='Niet op', role=Role.LABEL)

        window.press('Vervanging toevoegen…')
        self.fill(window, Eerste_dag=dutch(day(10)), Wie_vervangt='Joost')
        window.answer('Voeg toe')
        window.find('Vervanging toegevoegd')
        window.find('Joost vervangt Petra', role=Role.LABEL)
        window.press('Verwijderen: ' + dutch(day(10)))
        window.find('Vervanging verwijderd')
        window.gone('Joost vervangt Petra', role=Role.LABEL)
        self.leave(window)
        answer = self.ok('waves', self.dossier)
        self.assertEqual(([period['reason'] for period in answer['blocked']], answer['stand_ins']), (['verhuizing'], []))

    def test_own_figures(self):
        """After a round the office fills in how many questions came, and the plan goes by that."""
        self.ok('select', self.dossier, '--all')
        self.ok('waves', self.dossier, '--set', '1', '--date', day(0), '--route', 'hand', '--employer', '1001', '1002')
        self.ok('tick', self.dossier, '--employer', '1001', '1002')
        self.import_rows('status', ('Werkgevernummer', 'Personeelsnummer', 'Werknemerloket', 'MijnLoket'),
                         [(number, str(10 * at + who), 'geblokkeerd', 'InvitePending') for at, number in enumerate(('1001', '1002')) for who in range(3)])
        window = self.open()
        self.set_number(window, 'Vragen per dag', 30)
        window.find(begins='Ronde 2: ', role=Role.LIST_ITEM)
        entry = window.find('Vragen van ronde 1', Role.TEXT)
        window.focus_window()
        window.click(entry)
        window.type('2')
        window.key('Return')
        window.find('Ronde 1: 2 vragen geteld')
        window.find(begins='Eigen cijfers van het kantoor: 2 vragen van 6', role=Role.LABEL)
        self.leave(window)
        self.assertIn('2', self.ok('waves', self.dossier, '--propose', '--per-day', '30')['figures'])


if __name__ == '__main__':
    overstap.main()
