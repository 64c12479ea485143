# SPDX-License-Identifier: GPL-3.0-or-later
"""What an office file means is asked in the window, kept, found again and forgotten."""
import overstap
from overstap import csv_bytes, employer
from screen import Role, State, has, wait_for
from window import WindowCase

BSNS = ('123456782', '111222333', '010464554')


class Reading(WindowCase):
    def setUp(self):
        super().setUp()
        self.ok('new', self.folder / 'kantoor.overstap')
        self.ok('import', self.folder / 'kantoor.overstap', 'employers',
                self.write('klanten.csv', csv_bytes(overstap.EMPLOYER_HEAD, [employer('20')])))

    def export(self, name):
        """A file of an office: names encoded twice, two addresses, a column of BSNs under another name, and people who seem to leave."""
        head = ('Wg nr', 'Pers.nr', 'Achternaam', 'E-mail', 'E-mailadres', 'Kenmerk', 'Uit dienst')
        rows = [('20', i + 1, 'Ren\u00c3\u00a9e', f'p{i}@gmail.com', f'w{i}@example.com', BSNS[i % 3], '31-12-2099') for i in range(12)]
        return self.write(name, csv_bytes(head, rows))

    def switch(self, window, begins):
        """The switch of an offer, whatever its sentence says after that."""
        return window.find(begins=begins, role=Role.CHECK_BOX)

    def read_in(self, window, path):
        window.focus_window()
        window.key('ctrl+i')
        self.choose_file(window, path)
        window.find('Betekenis van kolom Kenmerk: Nooit gelezen', Role.PUSH_BUTTON)

    def test_case_13_46_what_was_chosen_is_kept_and_found_again(self):
        window = self.window(self.folder / 'kantoor.overstap')
        window.find(begins='Stap 1 van 5', role=Role.LIST_ITEM)
        self.read_in(window, self.export('Export salarispakket 2026-11.csv'))
        self.assertIsNone(window.look(contains=BSNS[0]))
        window.find('2 vragen wachten op u')
        window.press('E-mail', Role.PUSH_BUTTON)
        window.press('Nee, niet lezen', Role.PUSH_BUTTON)
        window.find('RenÃ©e wordt Renée')
        window.press_node(self.switch(window, 'Tekst herstellen'))
        window.find('Renée', Role.LABEL)
        window.press('12 rijen inlezen', Role.PUSH_BUTTON)
        window.find(contains='bewaard als indeling “Export salarispakket”')
        window.press('Naar de klanten', Role.PUSH_BUTTON)

        # The next month: nothing is asked again, and all of it can be taken back with one switch.
        self.read_in(window, self.export('Export salarispakket 2026-12.csv'))
        window.find(begins='Indeling “Export salarispakket” van')
        window.find('12 rijen inlezen', Role.PUSH_BUTTON, sensitive=True)
        window.press_node(self.switch(window, 'Indeling “Export salarispakket”'))
        window.find('2 vragen wachten op u')
        window.find('Indeling “Export salarispakket” niet gebruikt')
        window.press_node(self.switch(window, 'Indeling “Export salarispakket”'))
        window.find('12 rijen inlezen', Role.PUSH_BUTTON, sensitive=True)

        # Forgotten, and put back.
        kept = window.home / 'data' / 'overstap' / 'layouts.ini'
        wait_for('the layout', lambda: 'Export salarispakket' in kept.read_text())
        window.tab_to('Geavanceerd', Role.LIST_ITEM)
        window.key('Return')
        window.tab_to('De indeling “Export salarispakket” vergeten')
        window.press('De indeling “Export salarispakket” vergeten', Role.PUSH_BUTTON)
        wait_for('the layout to go', lambda: 'Export salarispakket' not in kept.read_text())
        window.press('De indeling “Export salarispakket” terugzetten', Role.PUSH_BUTTON)
        wait_for('the layout to come back', lambda: 'Export salarispakket' in kept.read_text())
        self.assertTrue(has(window.find('12 rijen inlezen', Role.PUSH_BUTTON), State.SENSITIVE))


if __name__ == '__main__':
    overstap.main()
