# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be done around a round and today, and moving a round: the time line, Vandaag, and what is shown before a day changes."""
import contextlib
import datetime
import os
import sqlite3

import overstap
from overstap import employer, person
from screen import Role, wait_for, walk
from window import WindowCase

TODAY = datetime.date.today()
# A day that is near, but not yet two weeks away: the mail to the clients is late.
DAY = TODAY + datetime.timedelta(days=12)


def dutch(day):
    return f'{day.day}-{day.month}-{day.year}'


class Agenda(WindowCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.names = {'1001': 'Bakkerij Jansen', '1002': 'Garage Smit', '1003': 'Os & <b>Zonen</b>'}
        self.import_employers(*(employer(number, name=name) for number, name in self.names.items()))
        self.import_employees(*(person(number, number) for number in self.names))
        self.ok('select', self.dossier, '--all')
        self.ok('waves', self.dossier, '--set', '1', '--date', str(DAY), '--employer', *self.names)

    def execute(self, sql, *values):
        with contextlib.closing(sqlite3.connect(self.dossier)) as base, base:
            base.execute(sql, values)

    def open(self, **more):
        window = self.window(str(self.dossier), **more)
        self.step(window, 3)
        window.find(begins='Klant: Bakkerij Jansen', role=Role.TABLE_ROW)
        return window

    def shot(self, window, name):
        folder = os.environ.get('PICTURES')
        if folder:
            window.picture(f'{folder}/{name}.png')

    def test_time_line(self):
        window = self.open()
        self.shot(window, 'line')
        mail = window.find(begins='T−14, Klanten informeren, ')
        self.assertIn('te laat, 3 klanten', mail.get_name())
        window.press(begins='T−28, Overzicht aanvragen, ')
        window.find('Vraag Loket in een ticket om het overzicht van klanten en producten.')
        self.shot(window, 'popover')
        window.press('Afvinken')
        window.find('Afgevinkt: Overzicht aanvragen')
        window.find(begins='T−28, Overzicht aanvragen, ', contains=f'gedaan op {dutch(TODAY)}')
        # What the dossier knows by itself cannot be ticked off.
        window.press(begins='T−14, Klanten informeren, ')
        window.find('Klantmail verzenden…')
        window.gone('Afvinken')
        window.key('Escape')
        window.focus_window()
        window.key('ctrl+z')
        window.gone(begins='T−28, Overzicht aanvragen, ', contains='gedaan op')
        self.assertEqual(window.complaints(), [])

    def test_today(self):
        self.ok('waves', self.dossier, '--set', '2', '--date', str(DAY + datetime.timedelta(days=90)), '--employer', '1003')
        window = self.open()
        window.press(begins='Vandaag, ')
        window.find('Klanten informeren', Role.LIST_ITEM)
        self.shot(window, 'today')
        # Of the second round nothing is due yet.
        window.find(begins='Ronde 1 · ' + dutch(DAY), contains='2 klanten')
        window.gone(begins='Ronde 2 · ' + dutch(DAY + datetime.timedelta(days=90)))
        window.press('Afvinken: Overzicht aanvragen')
        window.find('Afgevinkt: Overzicht aanvragen')
        window.gone('Overzicht aanvragen', Role.LIST_ITEM)
        self.assertEqual(window.complaints(), [])

    def test_move(self):
        """Who was told another day is shown before, by name; it stands on Vandaag after."""
        self.execute("INSERT INTO letter (piece, employer, wave, round_day, way, subject, text, message_id, state, written, audit) "
                     "SELECT 'client', id, 1, ?, 'mail', 'x', 'y', 'm' || id, CASE number WHEN '1001' THEN 'waiting' ELSE 'sent' END, "
                   "'2026-01-01T10:00:00Z', 1 FROM employer", str(DAY))
        self.ok('inform', self.dossier, '--employer', *self.names, '--date', str(TODAY - datetime.timedelta(days=30)))
        window = self.open()
        window.press('Datum of route wijzigen…')
        window.press('Dag kiezen…')
        dialog = window.dialog()
        shown = next(day for day in (DAY + datetime.timedelta(days=1), DAY - datetime.timedelta(days=1)) if day.month == DAY.month)
        days = [node for node in walk(dialog) if node.get_role() == Role.LABEL and node.get_name() == str(shown.day)]
        window.click(days[-1 if shown.day > 20 else 0])
        window.answer('Deze dag kiezen')
        window.find(f'Ronde 1 naar {dutch(shown)} verzetten?')
        window.find(begins='2 klanten is een andere dag verteld')
        window.find('1003 Os & <b>Zonen</b>', Role.LIST_ITEM)
        self.shot(window, 'move')
        window.answer('Annuleren')
        window.gone(f'Ronde 1 naar {dutch(shown)} verzetten?')
        with contextlib.closing(sqlite3.connect(self.dossier)) as base:
            self.assertEqual(base.execute('SELECT date FROM wave').fetchone()[0], str(DAY))
        self.assertEqual(window.complaints(), [])

    def save_as(self, window, title, path):
        """Types where to save in the dialog of files that is opening."""
        wait_for(title, lambda: len(window.xids()) > 2)
        window.focus_window()
        window.key('ctrl+a')
        window.type(str(path))
        window.key('Return')
        wait_for('the saved file', path.exists)
        wait_for(f'{title} to go', lambda: len(window.xids()) == 2)

    def test_save(self):
        """The rounds for a calendar, and on paper."""
        window = self.open()
        window.press('Datum of route wijzigen…')
        for item, title, name, begins in (
                ("Voor agenda's (iCalendar)…", "Rondes opslaan voor agenda's", 'rondes.ics', b'BEGIN:VCALENDAR'),
                ('Om af te drukken (pdf)…', 'Planning opslaan om af te drukken', 'planning.pdf', b'%PDF')):
            with self.subTest(name=name):
                saved = self.folder / name
                window.press('Planning opslaan')
                window.press(item)
                self.save_as(window, title, saved)
                self.assertTrue(saved.read_bytes().startswith(begins))
                self.shot(window, 'save')
        self.assertEqual(window.complaints(), [])


if __name__ == '__main__':
    overstap.main()
