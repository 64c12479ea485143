# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell around the steps, as a person meets it: first start, dossiers, search, what is remembered."""
import contextlib
import subprocess

import overstap
import tap
from screen import PROGRAM, Overstap, Role, wait_for


class Shell(overstap.Case):
    def window(self, *args, home='home', settings='keyfile'):
        home = self.folder / home
        home.mkdir(exist_ok=True)
        env = {'LOCPATH': self.dutch_locale(), 'LANG': 'nl_NL.UTF-8', 'LANGUAGE': 'nl', 'LC_ALL': ''}
        return Overstap(*args, home=home, env=env, settings=settings)

    def dossier(self, name='kantoor', firm='Kantoor De Vries'):
        path = self.folder / f'{name}.overstap'
        self.ok('new', path, '--firm', firm)
        return path

    def entry(self, window, name):
        return wait_for(f'the entry {name}', lambda: window.look(name, Role.TEXT) or window.look(name, Role.ENTRY))

    def text_of(self, window, name):
        text = self.entry(window, name).get_text_iface()
        return text.get_text(0, text.get_character_count())

    @contextlib.contextmanager
    def unseen(self, window, *args):
        """Another program, on no bus and so unknown to the first."""
        env = {**window.env, 'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nowhere', 'GTK_A11Y': 'none'}
        other = subprocess.Popen([PROGRAM, *map(str, args)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for('its window', lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(other.pid)],
                                                          capture_output=True).stdout)
            yield other
        finally:
            other.terminate()
            other.wait()

    def test_name_and_recent_ones_are_remembered(self):
        path = self.dossier()
        with self.window() as window:
            window.find('Welkom bij Overstap')
            self.assertIsNone(window.look('Laatst gebruikt', Role.LIST))
            window.set_text(self.entry(window, 'Uw naam'), 'Salarisadministratie')
            wait_for('the name to be kept', lambda: 'Salarisadministratie' in self.kept())
            self.assertEqual(window.complaints(), [])
        with self.window(path) as window:
            window.find('Kantoor De Vries', Role.PUSH_BUTTON)
            # Another program is told who has it, by the name that was chosen.
            self.assertIn('Salarisadministratie', self.refused('select', path, '--all')['message'])
            self.assertEqual(window.complaints(), [])
        with self.window() as window:
            self.assertEqual(self.text_of(window, 'Uw naam'), 'Salarisadministratie')
            window.find('Laatst gebruikt', Role.LIST)
            window.find('Kantoor De Vries', Role.LABEL)
            self.assertEqual(window.complaints(), [])

    def kept(self):
        path = self.folder / 'home' / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        return path.read_text('utf-8') if path.exists() else ''

    def test_who_has_a_recent_one(self):
        path = self.dossier()
        with self.window(path) as window:
            window.find('Kantoor De Vries', Role.PUSH_BUTTON)
        with self.unseen(window, path):
            wait_for('it to be held', lambda: self.run_overstap('select', path, '--all').status == 1)
            with self.window() as again:
                again.find(begins='Openen om te lezen', role=Role.PUSH_BUTTON)
                self.assertEqual(again.complaints(), [])

    def test_new_dossier_knows_its_firm(self):
        with self.window() as window:
            window.press('Nieuw overstapdossier', Role.PUSH_BUTTON)
            window.set_text(self.entry(window, 'Naam van het kantoor'), 'Kantoor Bakker')
            window.focus_window()
            window.key('Return')
            window.find('Maken', Role.LABEL)
            window.focus_window()
            window.key('Return')
            window.find('Kantoor Bakker', Role.PUSH_BUTTON)
            wait_for('the file', lambda: list(self.folder.rglob('Kantoor Bakker.overstap')))
            self.assertEqual(window.complaints(), [])

    def test_one_window_per_dossier(self):
        first, second = self.dossier(), self.dossier('ander', 'Kantoor Bakker')
        with self.window(first) as window:
            window.find('Kantoor De Vries', Role.PUSH_BUTTON)
            for path in (first, second, first):
                subprocess.run([PROGRAM, str(path)], env=window.env, check=True, timeout=60)
            window.find('Kantoor Bakker', Role.PUSH_BUTTON)
            self.assertEqual(len([node for node in window.everything() if node.get_role() == Role.FRAME]), 2)
            self.assertEqual(window.complaints(), [])

    def rows(self, window):
        return [node for node in window.everything() if node.get_role() == Role.TABLE_ROW and (node.get_name() or '').startswith('Nr ')]

    def test_search_ends_with_its_step(self):
        with self.window() as window:
            window.press('Oefenen met voorbeelden', Role.PUSH_BUTTON)
            window.find(begins='Stap 1 van 5', patience=120)
            wait_for('the clients', lambda: len(self.rows(window)) > 10)
            window.focus_window()
            window.key('ctrl+f')
            window.find('Zoeken', Role.ENTRY)
            window.type('Groen')
            wait_for('fewer clients', lambda: 0 < len(self.rows(window)) < 10)
            window.key('ctrl+2')
            window.find('Controleren', Role.HEADING)
            window.key('ctrl+1')
            window.find('Selecteren', Role.HEADING)
            wait_for('all clients again', lambda: len(self.rows(window)) > 10)
            self.assertEqual(window.complaints(), [])

    def test_without_a_bus(self):
        with self.window() as window:
            window.find('Welkom bij Overstap')
            with self.unseen(window) as alone:
                self.assertIsNone(alone.poll())


if __name__ == '__main__':
    tap.main()
