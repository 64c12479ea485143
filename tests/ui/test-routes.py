# SPDX-License-Identifier: GPL-3.0-or-later
"""The routes without a connection in the window: the client list for Loket, and the work list of who does it in Loket itself."""
import os
import shutil
import subprocess

import overstap
from overstap import employer, person
from screen import Role, State, has
from window import WindowCase

STATUS_HEAD = ('Werkgevernummer', 'Personeelsnummer', 'Werknemerloket', 'MijnLoket')
FALLOUT_HEAD = ('Werkgevernummer', 'Personeelsnummer', 'Naam', 'Reden')


class Routes(WindowCase):
    """Bakkerij De Zon: two are ready, one has no address, one asks for a decision. Garage Smit: one is ready."""

    def setUp(self):
        super().setUp()
        self.office([employer('1001', name='Bakkerij De Zon'), employer('1002', name='Garage Smit')],
                    [person('1001', 1), person('1001', 2, email=''), person('1001', 3), person('1001', 4, email='info@dezon.example'),
                     person('1002', 1)], '--firm', 'Kantoor De Vries')

    def at_apply(self):
        window = self.window(self.dossier)
        self.step(window, 4)
        window.find('Wie de overstap uitvoert')
        return window

    def picture(self, window, name):
        folder = os.environ.get('OVERSTAP_PICTURES')
        if folder:
            window.picture(f'{folder}/{name}.png')

    def hand_in(self, window):
        buttons = [node for node in window.everything() if node.get_name() == 'Ingediend…' and node.get_role() == Role.PUSH_BUTTON and has(node, State.SENSITIVE)]
        window.press_node(buttons[-1])
        window.find('Ticket noteren')
        window.type('4711')
        window.answer('Bewaren')
        window.find('Ingediend: 2 klanten, 3 medewerkers')

    def test_by_loket(self):
        window = self.at_apply()
        # Without a connection Loket does it; what it does beyond the decisions is on the page.
        window.find('3 kunnen over')
        window.find(contains='losse medewerkers niet tegenhouden')
        row = window.find('1 Gaan bij Loket toch mee', Role.LIST_ITEM)
        window.click(row)
        window.find(contains='Naam: Proef', role=Role.TABLE_ROW)
        self.picture(window, 'routes-1-anyway')
        window.press('Terug')
        self.hand_in(window)
        window.find('3 aangeboden')
        window.find('3 aangeboden = 0 uitgenodigd + 0 uitval + 3 onbekend')
        self.picture(window, 'routes-2-handed-in')
        # Nothing was sent: it can be taken back.
        window.focus_window()
        window.key('ctrl+z')
        window.find('3 kunnen over')

    def test_results(self):
        self.ok('submit', self.dossier, '--ticket', '4711')
        self.import_rows('fallout', FALLOUT_HEAD, [('1001', '3', 'Proef', 'Adres bestaat niet'), ('1001', '77', 'V. Vreemd', 'Geen adres')])
        self.import_rows('status', STATUS_HEAD, [('1001', '1', 'geblokkeerd', 'uitnodiging loopt')])
        window = self.at_apply()
        window.find('3 aangeboden = 1 uitgenodigd + 1 uitval + 1 onbekend')
        window.click(window.find('1 Op de uitvallijst, niet in dit dossier', Role.LIST_ITEM))
        window.find(begins='Naam: V. Vreemd', role=Role.TABLE_ROW)
        window.press('Terug')
        self.step(window, 5)
        window.find('1 Onbekend', Role.LIST_ITEM)
        window.find('1 Wachten', Role.LIST_ITEM)
        self.picture(window, 'routes-3-follow')

    def work_list(self, window):
        """On paper every client begins on a page of its own, with whom to tick and whom not."""
        window.press('Werklijst om af te drukken (PDF)…')
        path = self.path('werklijst.pdf')
        self.save_file(window, 'Werklijst opslaan', path)
        window.find('werklijst.pdf is opgeslagen')
        self.assertTrue(path.read_bytes().startswith(b'%PDF-'))
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        if shutil.which('pdftotext') is None:
            return
        pages = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout.split('\f')[:-1]
        self.assertEqual([name for page in pages for name in ('Bakkerij De Zon', 'Garage Smit') if name in page], ['Bakkerij De Zon', 'Garage Smit'])
        self.assertIn('2 aanvinken, 2 niet aanvinken', pages[0])
        self.assertIn('Loket houdt deze medewerker tegen', ' '.join(pages[0].split()))

    def test_by_hand(self):
        window = self.at_apply()
        window.press('Zelf in Loket (werklijst)')
        window.press('Alle klanten zelf doen')
        row = window.find(begins='Klant: Bakkerij De Zon', role=Role.TABLE_ROW)
        window.click(row)
        window.press('Wie aanvinken')
        window.find(begins='In Loket: Aanvinken', role=Role.TABLE_ROW)
        window.find(contains='Loket houdt tegen', role=Role.TABLE_ROW)
        self.picture(window, 'routes-4-sheet')
        window.press('Terug')
        self.work_list(window)
        window.click(window.find(begins='Klant: Bakkerij De Zon', role=Role.TABLE_ROW))
        window.press('Gedaan in Loket', Role.PUSH_BUTTON)
        window.find('Gedaan in Loket: 2 medewerkers')
        window.find('1 van 2 klanten gedaan')
        self.picture(window, 'routes-5-ticked')
        window.focus_window()
        window.key('ctrl+z')
        window.find('0 van 2 klanten gedaan')


if __name__ == '__main__':
    overstap.main()
