# SPDX-License-Identifier: GPL-3.0-or-later
"""Care of the dossier in the window: a backup put back, the trail proven, personal data removed."""
import os

import overstap
from screen import NotThere
from window import WindowCase

PEOPLE = 12


class Care(WindowCase):
    def setUp(self):
        super().setUp()
        self.office([overstap.employer(1), overstap.employer(2)], [overstap.person(1 + n % 2, n) for n in range(PEOPLE)])
        self.ok('backups', self.dossier, '--make')
        # Nobody takes part, so nobody's data are needed.
        self.ok('select', self.dossier, '--none')
        self.shown = self.window(self.dossier)
        self.shown.find(begins='Stap 1 van 5')

    def picture(self, name):
        folder = os.environ.get('OVERSTAP_PICTURES')
        if folder:
            self.shown.picture(f'{folder}/{name}.png')

    def open_care(self, item):
        window = self.shown
        window.focus_window()
        window.key('F10')
        # A menu that is only just there does not always hear that one of its items was pressed.
        for _ in range(5):
            window.press('Geavanceerd')
            try:
                window.find(item, patience=2)
                break
            except NotThere:
                continue
        window.press(item)

    def test_put_back(self):
        window = self.shown
        self.open_care('Reservekopieën…')
        window.find('Met de hand gemaakt')
        self.picture('care-1-backups')
        window.press(begins='De reservekopie van')
        window.find(contains='staat dan niet meer in het dossier')
        self.picture('care-2-ask')
        window.answer('Terugzetten')
        window.find(contains='De reservekopie is teruggezet')
        window.find(begins='Stap 1 van 5, Selecteren: 2 van 2 klanten')
        self.picture('care-3-back')
        self.assertEqual([row['reason'] for row in self.ok('backups', self.dossier)['backups']], ['restore', 'hand'])

    def test_prove(self):
        window = self.shown
        self.open_care('Logboek…')
        window.press('Nu controleren')
        window.find('Het logboek is zoals het geschreven is')
        window.find('Het bestand zelf is in orde')
        self.picture('care-4-trail')

    def test_remove(self):
        window = self.shown
        self.open_care('Opschonen…')
        window.find(f'Van {PEOPLE} medewerkers.')
        self.picture('care-5-purge')
        window.press('Opschonen…')
        window.find(contains='ziet daarvan af')
        self.picture('care-6-confirm')
        window.type(str(PEOPLE))
        window.answer('Definitief verwijderen')
        window.find('De persoonsgegevens zijn verwijderd')
        window.find(contains='niets gevonden')
        self.picture('care-7-report')
        window.answer('Sluiten')
        window.find(contains='De persoonsgegevens zijn op')
        self.picture('care-8-read-only')
        self.assertNotIn(b'@gmail.com', self.bytes_of_dossier())
        self.assertTrue(self.ok('verify', self.dossier)['intact'])


if __name__ == '__main__':
    overstap.main()
