# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing a letter with all that goes along, through the dialog of the desktop, into a file."""
import datetime
import shutil
import sqlite3
import subprocess

import overstap
from overstap import employer, person
from screen import Role, wait_for, xdotool
from window import WindowCase

DAY = datetime.date.today() + datetime.timedelta(days=20)


class Print(WindowCase):
    def setUp(self):
        super().setUp()
        if shutil.which('pdftotext') is None:
            self.skipTest('no pdftotext to read the print with (package poppler-utils)')
        self.new()
        self.import_employers(employer('1001', name='Bakkerij Jansen', contact='Marja van Dam', contact_email='marja@voorbeeld.example'))
        self.import_employees(person('1001', 1))
        self.ok('select', self.dossier, '--all')
        self.ok('waves', self.dossier, '--set', '1', '--date', str(DAY), '--employer', '1001')
        with sqlite3.connect(self.dossier) as base:
            base.execute("INSERT INTO setting (name, value) VALUES ('firm', 'Kantoor De Vries'), ('help-phone', '030 1234567')")
        base.close()

    def test_into_a_file(self):
        home = self.folder / 'home'
        window = self.window(str(self.dossier), home=home)
        self.step(window, 3)
        window.press('Afdrukken', Role.PUSH_BUTTON)
        window.find(begins='Af_drukken')
        # GTK 4.8 tells a screen reader nothing of its list of printers; without a printer the only row is that of a file.
        xdotool('mousemove', '125', '95', 'click', '1')
        window.press(begins='Af_drukken')
        [path] = wait_for('the print', lambda: [found for found in home.glob('*.pdf') if found.stat().st_size > 0])
        wait_for('what is written down', lambda: self.letters())
        self.assertEqual(self.letters(), [('client', 'paper', 'waiting')])
        pages = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode('utf-8').split('\f')[:-1]
        self.assertEqual(len(pages), 3)
        for page, words in zip(pages, ('Kantoor De Vries', 'Beste collega', 'Uw loonstrook staat')):
            self.assertIn(words, page)
        self.assertIn('T.a.v. Marja van Dam', pages[0])
        self.assertIn('mijn.loket.nl', pages[2])

    def letters(self):
        with sqlite3.connect(self.dossier) as base:
            rows = base.execute('SELECT piece, way, state FROM letter').fetchall()
        base.close()
        return rows


if __name__ == '__main__':
    overstap.main()
