# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing the texts of letters in the window: nothing that an office writes is lost, and nothing goes out with what is not saved."""
import os

import overstap
from overstap import employer, person
from screen import NotThere, Role, State, has, wait_for
from window import WindowCase

LATIN = 'Onderwerp: Geachte relati\u00eb'.encode('latin-1')
BROKEN = 'Onderwerp: Hulp\n\nBeste {?klant}\n'
TITLE = 'Klantmail, 14 dagen vooraf'


class Editor(WindowCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(*(employer(str(number)) for number in range(1001, 1004)))
        self.import_employees(*(person(str(number), number) for number in range(1001, 1004)))
        self.ok('select', self.dossier, '--all')

    def open(self, **more):
        window = self.window(str(self.dossier), **more)
        window.find(begins='Nr: 1001', role=Role.TABLE_ROW)
        window.press('Menu')
        window.press('Teksten van brieven…')
        return window

    def edit(self, window, title=TITLE):
        window.press(title, Role.LIST_ITEM)
        return window.find('Tekst', Role.TEXT)

    def own(self, window, code='client', folder=''):
        path = window.home / 'data' / 'overstap' / 'letters' / folder / f'{code}.txt'
        return path.read_text('utf-8') if path.exists() else None

    def shot(self, window, name):
        folder = os.environ.get('PICTURES')
        if folder:
            window.picture(f'{folder}/{name}.png')

    def write_in(self, window, text, source):
        window.set_text(text, source)
        wait_for('the text', lambda: window.text_of(text) == source)

    def close(self, window, title):
        """The first Escape may be for a toast."""
        def is_gone():
            return window.look(title, Role.FRAME) is None
        for _ in range(3):
            window.focus_window()
            window.key('Escape')
            try:
                wait_for('the editor to close', is_gone, 8)
                return
            except NotThere:
                continue
        self.fail(f'“{title}” does not close')

    def test_write_and_restore(self):
        window = self.open()
        window.find(TITLE, Role.LIST_ITEM)
        self.shot(window, 'list')
        text = self.edit(window)
        original = window.text_of(text)
        window.find('Deze tekst kan zo gebruikt worden')
        self.shot(window, 'editor')
        # What is wrong is told at once, and pressing it goes there.
        self.write_in(window, text, 'Onderwerp: Overstap\n\nBeste {klat},\n\nStuur ons uw wachtwoord.\n')
        window.find(begins='5 dingen te herstellen')
        self.shot(window, 'findings')
        window.click(window.find(contains='Is {klant} bedoeld?', role=Role.LIST_ITEM))
        wait_for('the focus in the text', lambda: has(text, State.FOCUSED))
        window.focus_window()
        window.type('klant')
        window.gone(contains='Is {klant} bedoeld?', role=Role.LIST_ITEM)
        # A better one is saved, and stands in the preview.
        own = original.replace('Met vriendelijke groet', 'Hartelijke groet')
        self.write_in(window, text, own)
        window.find('Tekst van Overstap · nog niet opgeslagen')
        window.press('Opslaan')
        window.find('Eigen tekst')
        self.assertEqual(self.own(window), own)
        self.assertIsNone(self.own(window, folder='drafts'))
        # Back to ours counts once it is saved, and leaves the own text behind.
        window.press('Meer over deze tekst')
        window.press('Tekst van Overstap terugzetten')
        wait_for('the text of the program', lambda: window.text_of(text) == original)
        self.assertEqual(self.own(window), own)
        window.press('Opslaan')
        wait_for('no own text', lambda: self.own(window) is None)
        self.assertEqual(self.own(window, folder='previous'), own)
        window.press('Meer over deze tekst')
        window.press('Vorige eigen tekst terugzetten')
        wait_for('the own text', lambda: window.text_of(text) == own)
        window.press('Ongedaan maken')
        wait_for('the text of the program', lambda: window.text_of(text) == original)

    def test_nothing_is_lost(self):
        home = self.folder / 'home'
        window = self.open(home=home)
        text = self.edit(window)
        wrong = 'Onderwerp: Half af\n\nBeste {klan'
        self.write_in(window, text, wrong)
        wait_for('the draft', lambda: self.own(window, folder='drafts') == wrong)
        # Whatever ends the window: what was typed is there again.
        window.process.kill()
        window.process.wait()
        letters = home / 'data' / 'overstap' / 'letters'
        (letters / 'reminder.txt').write_bytes(LATIN)
        (letters / 'help.txt').write_text(BROKEN, 'utf-8')
        window = self.open(home=home)
        window.find(begins='Klantmail, 14 dagen', role=Role.LIST_ITEM)
        window.find('Tekst van Overstap · wijzigingen die niet zijn opgeslagen')
        window.find(contains='kan niet worden gelezen', role=Role.LABEL)
        self.shot(window, 'broken-list')
        text = self.edit(window)
        window.find(begins='Dit is het laatst geschreven en niet opgeslagen.')
        self.assertEqual(window.text_of(text), wrong)
        self.shot(window, 'draft')
        # It is no text yet: saving says what is the matter, and closing keeps it.
        window.press('Opslaan')
        window.find('Nog niet opgeslagen', Role.DIALOG)
        self.shot(window, 'not-saved')
        window.answer('Sluiten')
        self.assertIsNone(self.own(window))
        window.focus_window()
        window.key('Escape')
        window.find('Wijzigingen opslaan?', Role.DIALOG)
        window.answer('Bewaren voor later')
        window.gone(TITLE, Role.FRAME)
        self.assertEqual(self.own(window, folder='drafts'), wrong)
        text = self.edit(window)
        window.press('Weggooien')
        wait_for('the text of before', lambda: 'Half af' not in window.text_of(text))
        wait_for('no draft', lambda: self.own(window, folder='drafts') is None)
        self.close(window, TITLE)
        self.look_at_broken(window, letters)

    def look_at_broken(self, window, letters):
        """What cannot be read is told, and stays whatever takes its place; what is a text but no template stands there as the office wrote it."""
        window.press(begins='Herinnering door de klant', role=Role.LIST_ITEM)
        window.press('Tekst van Overstap gebruiken')
        text = window.find('Tekst', Role.TEXT)
        self.assertTrue(window.text_of(text).startswith('Onderwerp: '))
        self.assertEqual((letters / 'previous' / 'reminder.txt').read_bytes(), LATIN)
        self.close(window, 'Herinnering door de klant')
        text = self.edit(window, 'Hulp bij het activeren')
        self.assertEqual(window.text_of(text), BROKEN)
        window.find(begins='1 ding te herstellen')


if __name__ == '__main__':
    overstap.main()
