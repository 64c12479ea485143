# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching: by the keyboard, in the step that is shown, and never left behind in one that is not."""
import tap
from screen import Role, State, has, wait_for
from window import WindowCase


class Search(WindowCase):
    def wait_for_rows(self, window, check):
        return wait_for('the rows that match', lambda: [rows for rows in [self.names_of_rows(window)] if check(rows)])[0]

    def test_search_and_escape(self):
        window, _ = self.practise()
        everybody = len(self.wait_for_rows(window, lambda rows: len(rows) == 24))
        window.focus_window()
        window.key('ctrl+f')
        wait_for('the entry', lambda: has(window.find('Zoeken', Role.ENTRY), State.SHOWING) or True)
        window.type('groen')
        # The rows are filled in place: for a moment there are fewer, and they say what they said before.
        self.wait_for_rows(window, lambda rows: 0 < len(rows) < everybody and all('Groen' in row for row in rows))
        window.key('Escape')
        self.wait_for_rows(window, lambda rows: len(rows) == everybody)

    def test_no_page_stays_filtered(self):
        window, _ = self.practise()
        window.focus_window()
        window.click(window.find(begins='Nr: ', role=Role.TABLE_ROW))
        window.key('ctrl+a')
        window.find(begins='Stap 1 van 5, Selecteren: 24 van')
        window.key('ctrl+f')
        window.type('groen')
        self.wait_for_rows(window, lambda rows: 0 < len(rows) < 24)
        window.key('ctrl+2')
        window.press('Kan over', Role.PUSH_BUTTON)
        clients = {row.split('Klant: ')[1].split(', Pers')[0] for row in self.wait_for_rows(window, lambda rows: len(rows) > 20)}
        self.assertGreater(len(clients), 1, 'the second step is filtered by what was typed in the first')
        window.key('ctrl+1')
        self.wait_for_rows(window, lambda rows: len(rows) == 24)

    def test_nothing_found(self):
        window, _ = self.practise()
        window.focus_window()
        window.key('ctrl+f')
        window.type('bestaatniet')
        self.wait_for_rows(window, lambda rows: rows == [])
        window.key('Escape')
        self.wait_for_rows(window, lambda rows: len(rows) == 24)


if __name__ == '__main__':
    tap.main()
