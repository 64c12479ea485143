# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every step, light and dark, in Dutch, from a practice dossier that has been walked: data/screenshots/NAME[-donker].png.

Run by data/screenshots/make.sh on a screen that has room for the border that GTK draws where no window manager is.
"""
import contextlib
import csv
import datetime
import pathlib
import re
import sqlite3
import subprocess
import sys
import time

from gi.repository import GLib

import overstap
from overstap import employer, person
from screen import Overstap, Role, wait_for
from window import WindowCase

WIDTH, HEIGHT = 1280, 800
BORDER = 5
MOST_BYTES = 120_000


class Pictures(WindowCase):
    def take(self, window, name):
        """Once nothing moves on the screen any more."""
        path = self.folder / 'screen.png'
        before = None

        def still():
            nonlocal before
            subprocess.run(['import', '-window', 'root', '-crop', f'{WIDTH}x{HEIGHT}+{BORDER}+{BORDER}', '+repage', path], check=True)
            now = subprocess.run(['convert', path, '-depth', '8', 'rgb:-'], check=True, stdout=subprocess.PIPE).stdout
            same, before = now == before, now
            time.sleep(0.3)
            return same
        message = window.look('Melding sluiten')
        if message is not None:
            with contextlib.suppress(GLib.Error):   # it may go by itself meanwhile
                window.press_node(message)
            window.gone('Melding sluiten')
        window.focus_window()
        subprocess.run(['xdotool', 'mousemove', '4000', '4000'], check=True)
        wait_for('a still picture', still)
        target = self.out / f'{name}{self.suffix}.png'
        for colours in (256, 128, 64):
            subprocess.run(['convert', path, '-strip', '-dither', 'None', '-colors', str(colours), '-define', 'png:compression-level=9',
                            f'png8:{target}'], check=True)
            if target.stat().st_size <= MOST_BYTES:
                break
        print(target, target.stat().st_size)

    def start(self, dark):
        home = self.folder / ('donker' if dark else 'licht')
        settings = home / 'config' / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir(parents=True)
        settings.write_text('[Settings]\ngtk-font-name=Cantarell 11\n', encoding='utf-8')
        window = Overstap(home=home, dark=dark, env=self.dutch())
        window.__enter__()
        self.addCleanup(window.__exit__, None, None, None)
        window.find('Oefenen met voorbeelden')
        window.resize(WIDTH + 2 * BORDER, HEIGHT + 2 * BORDER)
        return window

    def walk(self, dark):
        self.suffix = '-donker' if dark else ''
        window = self.start(dark)
        window.set_text(window.find('Uw naam', Role.TEXT), 'Salarisadministratie')
        self.take(window, '1-start')
        self.begin_practice(window)
        row = window.find(begins='Nr: ', role=Role.TABLE_ROW)
        loket = self.loket_of(window)
        loket.data = self.folder_of(window)
        window.click(row)
        window.focus_window()
        window.key('ctrl+a')
        window.find(begins='Stap 1 van 5, Selecteren: 24 van')
        window.key('Return')
        window.find('Selecteren', Role.FRAME)
        self.take(window, '2-selecteren')
        self.read_in(window)

        window.key('ctrl+2')
        window.press('Te beslissen', Role.PUSH_BUTTON)
        window.find(begins='Naam: ', role=Role.TABLE_ROW)
        window.click(window.find(begins='Geen privé-e-mailadres', role=Role.LIST_ITEM))
        window.find('Geen privé-e-mailadres', Role.PANEL)
        self.take(window, '4-controleren')
        window.key('ctrl+3')
        window.find('Informeren', Role.FRAME)
        self.plan(window)
        self.take(window, '5-informeren')
        # The rounds are in some weeks; what follows is today.
        window.focus_window()
        window.key('ctrl+z')
        window.find(begins='Stap 4 van 5, Toepassen', role=Role.LIST_ITEM)

        window.focus_window()
        window.key('ctrl+4')
        window.find('Toepassen…')
        self.take(window, '6-toepassen')
        window.press('Toepassen…')
        number = re.match(r'[\d.]+', window.dialog().get_name())[0]
        entry = window.look(begins='Typ ', within=window.dialog())
        if entry is not None:
            window.set_text(entry, number.replace('.', ''))
        window.answer(f'{number} medewerkers uitnodigen')
        window.find('Toegepast')
        loket.activate(share=0.6, seed=1)
        window.focus_window()
        window.key('F5')
        window.key('ctrl+5')
        window.find('Volgen', Role.FRAME)
        window.find(contains='overgestapt', role=Role.LABEL)
        self.take(window, '7-volgen')
        window.press('Uitvallijst', Role.PUSH_BUTTON)
        window.find('Opnieuw uitnodigen', Role.PUSH_BUTTON)
        self.take(window, '8-uitvallijst')
        window.focus_window()
        window.key('ctrl+h')
        window.find('Wie belt er?')
        window.type('jan')
        wait_for('who was found', lambda: window.look(contains=', ', role=Role.LIST_ITEM))
        window.key('Return')
        window.find('Waar loopt het vast?', Role.LIST)
        window.press('Geboortedatum niet geaccepteerd')
        self.take(window, '11-hulpvraag')
        # There is one instance at a time.
        window.__exit__(None, None, None)

    def flyer(self):
        """The flyer of a client, as it comes from the printer."""
        self.new('--firm', 'Kantoor De Vries')
        self.import_employers(employer('1001', name='Bakkerij Jansen', contact='Marja van Dam', contact_email='marja@voorbeeld.example'))
        self.import_employees(person('1001', 1))
        with sqlite3.connect(self.dossier) as base:
            base.execute("INSERT INTO setting (name, value) VALUES ('help-contact', 'Petra de Wit'), ('help-phone', '030 123 45 67'), ('help-hours', 'op werkdagen van 9 tot 17 uur')")
        base.close()
        self.ok('select', self.dossier, '--all')
        self.ok('waves', self.dossier, '--set', '1', '--date', str(datetime.date.today() + datetime.timedelta(days=30)), '--employer', '1001')
        [paper] = [name for name in self.ok('letters', self.dossier, 'flyer', '-o', self.folder / 'flyer')['written'] if name.endswith('.pdf')]
        subprocess.run(['pdftoppm', '-r', '75', '-png', '-singlefile', self.folder / 'flyer' / paper, self.folder / 'flyer'], check=True)
        subprocess.run(['convert', self.folder / 'flyer.png', '-strip', '-bordercolor', 'gray70', '-border', '1', '-colors', '64',
                        f'png8:{self.out}/10-flyer.png'], check=True)

    def plan(self, window):
        """Rounds as they are proposed, and accepted."""
        window.press('Rondes voorstellen…')
        window.find('Vragen per dag', Role.SPIN_BUTTON).set_current_value(10)
        window.find(begins='Ronde 1 (proef): ', role=Role.LIST_ITEM)
        self.take(window, '9-rondes')
        window.press('Zo plannen')
        window.gone('Zo plannen')
        window.find(begins='Klant: ', role=Role.TABLE_ROW)

    def read_in(self, window):
        """The page on which a file is read in: people whose own address has a header that Overstap does not know."""
        heads = {'Werkgevernummer': 'Werkgevernummer', 'Personeelsnummer': 'Personeelsnummer', 'BSN': 'BSN',
                 'Achternaam': 'Achternaam', 'Privé e-mail': 'E-mail', 'Zakelijk e-mail': 'E-mailadres'}
        path = self.folder / 'adressen.csv'
        with path.open('w', encoding='cp1252', newline='') as file:
            table = csv.writer(file, delimiter=';')
            table.writerow(heads.values())
            table.writerows([row[head] for head in heads] for row in overstap.table(self.folder_of(window) / 'medewerkers.csv'))
        window.focus_window()
        window.key('ctrl+i')
        self.choose_file(window, path)
        window.find('Betekenis van kolom BSN: Nooit gelezen', Role.PUSH_BUTTON)
        self.take(window, '3-inlezen')
        window.focus_window()
        window.key('Escape')
        window.find(begins='Nr: ', role=Role.TABLE_ROW)

    def runTest(self):
        self.out = pathlib.Path(sys.argv[1]).resolve()
        self.out.mkdir(parents=True, exist_ok=True)
        self.flyer()
        for dark in (False, True):
            self.walk(dark)


if __name__ == '__main__':
    case = Pictures()
    case.setUp()
    try:
        case.runTest()
    finally:
        case.doCleanups()
