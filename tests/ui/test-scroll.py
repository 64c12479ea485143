# SPDX-License-Identifier: GPL-3.0-or-later
"""The wheel over a long list in the real window: exact steps and never back, which GTK 4.8 by itself does not manage."""
import subprocess
import time

import tap
from screen import Role, children, wait_for, walk
from window import WindowCase

CLICKS = 100
# Seconds without a move after which the list is at rest.
REST = 1


class Wheel(WindowCase):
    def office(self):
        loket = self.practice(employers=20, employees=4000, seed=3)
        self.new()
        self.ok('import', self.dossier, 'employers', loket.clients_file)
        self.ok('import', self.dossier, 'employees', loket.employees_file)
        self.ok('select', self.dossier, '--all')

    def bar_of(self, window):
        """The upright scroll bar of the people."""
        pane = window.find('Mensen', Role.SCROLL_PANE)
        bars = [node for node in children(pane) if node.get_role() == Role.SCROLL_BAR]
        return max(bars, key=lambda bar: self.value(bar).value('Value', 'MaximumValue'))

    def value(self, bar):
        for node in walk(bar, deep=True):
            if node.offers('Value'):
                return node
        raise AssertionError('a scroll bar without a value')

    def spin(self, bar, button, x, y, clicks=CLICKS):
        """Turns the wheel and returns the positions that it came by until it was at rest. GTK 4.8 tells nobody of a move, but a
        position is asked for many times within a frame."""
        value = self.value(bar)
        seen = [value.value('Value', 'CurrentValue')]
        wheel = subprocess.Popen(['xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', str(clicks), '--delay', '8', str(button)])
        moved = time.monotonic()
        while wheel.poll() is None or time.monotonic() < moved + REST:
            now = value.value('Value', 'CurrentValue')
            if now != seen[-1]:
                moved = time.monotonic()
                seen.append(now)
        self.assertEqual(wheel.returncode, 0)
        return seen

    def test_a_hundred_clicks(self):
        self.office()
        window = self.window(self.dossier)
        window.find(begins='Stap 1 van 5')
        window.focus_window()
        window.key('ctrl+2')
        window.press('Kan over', Role.PUSH_BUTTON)
        window.find(begins='Naam: ', contains='Kan over', role=Role.TABLE_ROW)
        bar = self.bar_of(window)
        wait_for('the whole list', lambda: self.value(bar).value('Value', 'MaximumValue') > 50000)
        x, y, width, height = window.place(window.find('Mensen', Role.SCROLL_PANE))
        x, y = x + width // 2, y + height // 2

        first = self.spin(bar, 5, x, y, clicks=1)
        step = first[-1] - first[0]
        self.assertGreater(step, 20)
        self.assertEqual(step, int(step), 'a step is so many pixels')
        for button, way, name in ((5, 1, 'down'), (4, -1, 'up'), (5, 1, 'down again')):
            moves = self.spin(bar, button, x, y)
            self.assertGreater(len(moves), 10)
            self.assertEqual(moves, sorted(moves, reverse=way < 0), f'{name}: the list went back')
            self.assertEqual(moves[-1] - moves[0], way * CLICKS * step, f'{name}: {CLICKS} clicks are {CLICKS} steps')


if __name__ == '__main__':
    tap.main()
