# SPDX-License-Identifier: GPL-3.0-or-later
"""The wheel over a long list in the real window: exact steps and never back, which GTK 4.8 by itself does not manage."""
import time

import tap
from screen import Role, children, wait_for, walk, xdotool
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
        return max(bars, key=lambda bar: self.value(bar).get_maximum_value())

    def value(self, bar):
        for node in walk(bar, deep=True):
            value = node.get_value_iface()
            if value is not None:
                return value
        raise AssertionError('a scroll bar without a value')

    def spin(self, bar, button, x, y, clicks=CLICKS):
        """Turns the wheel and returns the positions that were seen until it was at rest."""
        seen = [self.value(bar).get_current_value()]
        xdotool('mousemove', str(x), str(y), 'click', '--repeat', str(clicks), '--delay', '8', str(button))
        wait_for('the list to move', lambda: self.value(bar).get_current_value() != seen[0])
        moved = time.monotonic()
        while time.monotonic() < moved + REST:
            now = self.value(bar).get_current_value()
            if now != seen[-1]:
                moved = time.monotonic()
                seen.append(now)
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
        wait_for('the whole list', lambda: self.value(bar).get_maximum_value() > 50000)
        x, y, width, height = window.place(window.find('Mensen', Role.SCROLL_PANE))
        x, y = x + width // 2, y + height // 2

        # Positions are whole pixels, steps are not.
        step = (self.spin(bar, 5, x, y, clicks=10)[-1]) / 10
        down = self.spin(bar, 5, x, y)
        self.assertEqual(down, sorted(down), 'the list went back')
        self.assertAlmostEqual(down[-1] - down[0], CLICKS * step, delta=step / 4)
        up = self.spin(bar, 4, x, y)
        self.assertEqual(up, sorted(up, reverse=True), 'the list went back')
        # On the way up GTK measures rows that it had only guessed, and is off by a row or so.
        self.assertAlmostEqual(up[0] - up[-1], CLICKS * step, delta=step * 1.5)


if __name__ == '__main__':
    tap.main()
