# SPDX-License-Identifier: GPL-3.0-or-later
"""One person's story: opened from a table by the keyboard, with the accesses and where they are known from, and saved as a file."""
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


if __name__ == '__main__':
    tap.main()
