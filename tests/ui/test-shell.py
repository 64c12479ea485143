# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell around the steps, as a person meets it: first start, dossiers, what is remembered."""
import contextlib
import subprocess

import tap
from screen import PROGRAM, Role, State, has, wait_for, xdotool
from window import WindowCase


class Shell(WindowCase):
    """Every window of a test is at home in the same place and keeps its settings there."""

    def at_home(self, *args):
        return self.window(*args, home=self.folder / 'at-home', settings='keyfile')

    def office(self, name='kantoor', firm='Kantoor De Vries'):
        path = self.folder / f'{name}.overstap'
        self.ok('new', path, '--firm', firm)
        return path

    def close(self, window):
        window.focus_window()
        window.key('ctrl+w')
        self.assertEqual(window.wait_until_closed(), 0)

    def open_and_close(self, path):
        window = self.at_home(path)
        window.find('Kantoor De Vries', Role.PUSH_BUTTON)
        self.close(window)
        return window

    @contextlib.contextmanager
    def unseen(self, window, *args):
        """Another program, on no bus and so unknown to the first."""
        env = {**window.env, 'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nowhere', 'GTK_A11Y': 'none'}
        other = subprocess.Popen([PROGRAM, *map(str, args)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for('its window', lambda: xdotool('search', '--onlyvisible', '--pid', str(other.pid), check=False))
            yield other
        finally:
            other.terminate()
            other.wait()

    def test_name_and_recent_ones_are_remembered(self):
        path = self.office()
        window = self.at_home()
        window.find('Welkom bij Overstap')
        self.assertIsNone(window.look('Laatst gebruikt'))
        window.set_text(window.find('Uw naam', Role.TEXT), 'Salarisadministratie')
        self.close(window)

        window = self.at_home(path)
        window.find('Kantoor De Vries', Role.PUSH_BUTTON)
        # Another program is told who has it, by the name that was chosen.
        self.assertIn('Salarisadministratie', self.refused('select', path, '--all')['message'])
        self.close(window)

        window = self.at_home()
        self.assertEqual(window.text_of(window.find('Uw naam', Role.TEXT)), 'Salarisadministratie')
        recent = window.find('Laatst gebruikt', Role.LIST)
        window.find('Kantoor De Vries', Role.LABEL, within=recent)
        window.press(begins='Openen', role=Role.PUSH_BUTTON, within=recent)
        window.find('Kantoor De Vries', Role.PUSH_BUTTON)

    def test_who_has_a_recent_one(self):
        path = self.office()
        window = self.open_and_close(path)
        with self.unseen(window, path):
            wait_for('it to be held', lambda: self.run_overstap('select', path, '--all').status == 1)
            window = self.at_home()
            window.find(begins='Openen om te lezen', role=Role.PUSH_BUTTON, within=window.find('Laatst gebruikt', Role.LIST))

    def test_new_dossier_knows_its_firm(self):
        window = self.at_home()
        window.press('Nieuw overstapdossier', Role.PUSH_BUTTON)
        window.set_text(window.find('Naam van het kantoor', Role.TEXT), 'Kantoor Bakker')
        window.focus_window()
        window.key('Return')
        window.find(begins='Maken', role=Role.PUSH_BUTTON)
        window.focus_window()
        window.key('Return')
        window.find('Kantoor Bakker', Role.PUSH_BUTTON)
        self.assertTrue(list(self.folder.rglob('Kantoor Bakker.overstap')))

    def test_one_window_per_dossier(self):
        first, second = self.office(), self.office('ander', 'Kantoor Bakker')
        window = self.at_home(first)
        window.find('Kantoor De Vries', Role.PUSH_BUTTON)
        for path in (first, second, first):
            subprocess.run([PROGRAM, str(path)], env=window.env, check=True, timeout=60)
        window.find('Kantoor Bakker', Role.PUSH_BUTTON)
        self.assertEqual(len([node for node in window.everything() if node.get_role() == Role.FRAME and self.is_window(node)]), 2)

    def is_window(self, node):
        return node.get_parent().get_role() == Role.APPLICATION and has(node, State.VISIBLE)

    def test_without_a_bus(self):
        window = self.at_home()
        window.find('Welkom bij Overstap')
        with self.unseen(window) as alone:
            self.assertIsNone(alone.poll())


if __name__ == '__main__':
    tap.main()
