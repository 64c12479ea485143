# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients and employees out of Loket, in the window: connect, fetch, stop, fetch again."""
import sqlite3

import tap
from screen import Role
from window import WindowCase


class Fetch(WindowCase):
    def setUp(self):
        super().setUp()
        self.new()

    def counts(self):
        with sqlite3.connect(f'file:{self.dossier}?mode=ro', uri=True) as base:
            return base.execute('SELECT (SELECT count(*) FROM employer), (SELECT count(*) FROM employee)').fetchone()

    def connect(self, window, url):
        window.press('Ophalen…')
        window.press('Oefenloket', Role.CHECK_BOX)
        entry = window.find('Adres van Loket', role=Role.TEXT)
        window.focus_window()
        window.click(entry)
        window.type(url)
        window.key('Return')

    def test_connect_and_fetch(self):
        loket = self.practice(employers=5, employees=120)
        window = self.window(self.dossier)
        window.find(begins='Stap 1 van 5', role=Role.LIST_ITEM)
        # While it waits there is one button to cancel, and what was typed is still there afterwards.
        loket.post('/practice/faults', {'path': '/token', 'kind': 'delay', 'seconds': 120, 'count': 1})
        self.connect(window, loket.url)
        window.gone('Adres van Loket', Role.TEXT)
        window.find('Annuleren', role=Role.PUSH_BUTTON)
        buttons = [node for node in window.everything() if node.get_name() == 'Annuleren' and node.get_role() == Role.PUSH_BUTTON]
        self.assertEqual(len(buttons), 1, window.describe())
        window.press_node(buttons[0])
        window.press('Koppelen', Role.PUSH_BUTTON)
        window.press('Ophalen uit Loket', Role.PUSH_BUTTON)
        window.find('0 niet meer in Loket', role=Role.LIST_ITEM)
        window.find('Nieuwe klanten zijn niet vanzelf gekozen.')
        clients, people = self.counts()
        self.assertEqual(clients, 5)
        self.assertGreaterEqual(people, 120)
        window.press('Naar de klanten')
        window.find(begins='Nr: 20001,', role=Role.TABLE_ROW)
        # Once more, by the menu beside the button; nothing is new.
        window.click(window.find('Meer manieren om in te lezen', role=Role.PUSH_BUTTON))
        window.press('Ophalen uit Loket…', Role.MENU_ITEM)
        window.press('Ophalen uit Loket', Role.PUSH_BUTTON)
        window.find('0 nieuw', role=Role.LIST_ITEM)
        window.find('0 gewijzigd', role=Role.LIST_ITEM)
        self.assertEqual(self.counts(), (clients, people))

    def test_stop(self):
        loket = self.practice(employers=5, employees=120)
        loket.post('/practice/faults', {'path': '/modules', 'kind': 'delay', 'seconds': 120, 'count': 1})
        window = self.window(self.dossier)
        window.find(begins='Stap 1 van 5', role=Role.LIST_ITEM)
        self.connect(window, loket.url)
        window.press('Ophalen uit Loket', Role.PUSH_BUTTON)
        window.find('Loket wordt gelezen')
        window.press('Stop', Role.PUSH_BUTTON)
        window.find('Gestopt. Er is niets gewijzigd.')
        self.assertEqual(self.counts(), (0, 0))
        window.press('Annuleren')
        window.find('Ophalen…', role=Role.PUSH_BUTTON)

    def test_a_client_that_may_not_be_read(self):
        loket = self.practice(employers=5, employees=120)
        clients = {client['employerNumber']: client['id']
                   for client in loket.listed('/v2/providers/employers/minimized', loket.sign_in())}
        loket.post('/practice/faults', {'path': clients[20003], 'kind': 'status', 'status': 403, 'count': 1000})
        window = self.window(self.dossier)
        window.find(begins='Stap 1 van 5', role=Role.LIST_ITEM)
        self.connect(window, loket.url)
        window.press('Ophalen uit Loket', Role.PUSH_BUTTON)
        window.find(begins='Klant 20003 is gelaten zoals die was', role=Role.LIST_ITEM)
        self.assertEqual(self.counts()[0], 4)


if __name__ == '__main__':
    tap.main()
