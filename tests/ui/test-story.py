# SPDX-License-Identifier: GPL-3.0-or-later
"""One person's story: opened from a table by the keyboard, with the accesses and where they are known from, and saved as a file; and the tab of who does
not find his payslip in MijnLoket, from client to person."""
import os
import shutil
import subprocess

import tap
from window import Role, WindowCase, wait_for


class Story(WindowCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=3, employees=24)
        self.office_of(self.loket)
        self.ok('apply', self.dossier, '--yes')

    def picture(self, window, name):
        if os.environ.get('PICTURES'):
            window.picture(f'{os.environ["PICTURES"]}/{name}.png')

    def test_from_the_keyboard(self):
        window = self.window(str(self.dossier))
        self.step(window, 5)
        window.press('Wachten')
        row = window.find(begins='Naam: ', role=Role.TABLE_ROW)
        window.click(row)
        window.find('Alles over deze persoon', Role.PUSH_BUTTON)
        window.key('Return')
        window.find(begins='MijnLoket: uitnodiging loopt')
        window.find(begins='Werknemerloket: ')
        window.find(contains='gezien in Loket, stand van')
        window.find(contains=', Uitgenodigd', role=Role.LIST_ITEM)
        window.find(contains=', Voor het eerst ingelezen', role=Role.LIST_ITEM)
        self.picture(window, 'story')
        # The birth date is covered until somebody asks for it.
        window.find(begins='**-**-')
        window.press('Geboortedatum tonen')
        wait_for('the birth date', lambda: not window.look(begins='**-**-'))

        path = self.path('inzage.pdf')
        window.key('ctrl+s')
        self.save_file(window, 'Alles van deze persoon opslaan', path)
        window.find(contains='inzage.pdf is opgeslagen')
        if shutil.which('pdftotext'):
            text = subprocess.run(['pdftotext', path, '-'], capture_output=True, check=True).stdout.decode()
            self.assertIn('Vertrouwelijk', text)
        window.key('Escape')
        wait_for('the table again', lambda: not window.look(begins='MijnLoket: uitnodiging loopt'))

    def test_no_mijnloket_yet(self):
        window = self.window(str(self.dossier))
        self.step(window, 5)
        window.press('Nog geen MijnLoket', role=Role.PUSH_BUTTON)
        row = window.find(begins='Klant: ', role=Role.TABLE_ROW)
        window.find(contains=' op deze lijst')
        window.find(contains='Volgende loondatum', role=Role.TABLE_ROW)
        window.click(row)
        window.find('Opslaan als tabel…')
        self.picture(window, 'not-yet')
        window.key('Return')
        window.find(begins='Naam: ', role=Role.TABLE_ROW)
        window.find('Terug naar de klanten')
        self.picture(window, 'not-yet-people')
        path = self.path('lijst.csv')
        window.press('Opslaan als tabel…')
        self.save_file(window, 'Lijst van deze klant opslaan', path)
        window.find(contains='lijst.csv is opgeslagen')
        self.assertIn('Volgende loondatum', path.read_text('utf-8-sig'))
        window.press('Terug naar de klanten')
        window.press(begins='Uit dienst in 2025')
        window.find(contains='verviel per 1 oktober 2026')
        self.picture(window, 'left')


if __name__ == '__main__':
    tap.main()
