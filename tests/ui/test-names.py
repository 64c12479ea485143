# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control of the window has a name, and no name is that of a class, which is what GTK 4.8 makes up for what has none."""
import re

import tap
from screen import GLib, Role, State, children, has, texts, wait_for, walk
from window import WindowCase

CONTROLS = {getattr(Role, name) for name in (
    'PUSH_BUTTON', 'TOGGLE_BUTTON', 'CHECK_BOX', 'RADIO_BUTTON', 'ENTRY', 'TEXT', 'PASSWORD_TEXT', 'SPIN_BUTTON', 'COMBO_BOX', 'SLIDER',
    'LINK', 'MENU', 'MENU_ITEM', 'CHECK_MENU_ITEM', 'RADIO_MENU_ITEM', 'LIST', 'LIST_BOX', 'LIST_ITEM', 'TABLE', 'TREE_TABLE', 'TABLE_ROW',
    'TABLE_CELL', 'COLUMN_HEADER', 'PAGE_TAB', 'PAGE_TAB_LIST', 'IMAGE', 'PROGRESS_BAR', 'LEVEL_BAR', 'FRAME', 'DIALOG', 'ALERT')}
CLASS = re.compile(r'^(Gtk|Adw|Ovs|Gdk)[A-Z]')
TWICE = re.compile(r'(?:^|\s)(\S.{2,}) \1$')


class Names(WindowCase):
    maxDiff = None

    def setUp(self):
        super().setUp()
        self.nameless = {}

    def visit(self, window, where):
        """Looks at all that is on the screen now."""
        for node in walk(window.application(), deep=True):
            try:
                self.look_at(node, where)
            except GLib.Error:      # it left the screen meanwhile
                continue

    def look_at(self, node, where):
        name = node.get_name() or ''
        role = node.get_role()
        if name and TWICE.search(name) and role in CONTROLS | {Role.PANEL}:
            self.nameless.setdefault(f'{role.value_nick} says twice “{name}”', where)
        if name and not CLASS.match(name):
            return
        # A scroll pane takes the focus only where nothing in it does.
        if role in CONTROLS or (role != Role.SCROLL_PANE and has(node, State.FOCUSABLE)):
            self.nameless.setdefault(f'{role.value_nick} “{name}” in {self.place_of(node)}', where)

    def place_of(self, node):
        """The named things that it stands in."""
        above = []
        node = node.get_parent()
        while node is not None and node.get_role() != Role.APPLICATION and len(above) < 3:
            if node.get_name():
                above.append(node.get_name())
            node = node.get_parent()
        return ' in '.join(above)

    def assertAllNamed(self):
        self.assertEqual([f'{where}: {what}' for what, where in self.nameless.items()], [])

    def open_menu(self, window, name, where):
        button = window.find(begins=name, role=Role.PUSH_BUTTON)
        window.click(button)
        self.visit(window, where)
        window.key('Escape')

    def question(self, window, where, leave=True):
        """Looks at the dialog that is opening, and leaves it."""
        dialog = window.dialog()
        self.visit(window, where)
        if leave:
            window.answer('Annuleren')
        return dialog

    def tick(self, window, number=20001):
        row = window.find(begins=f'Nr: {number},', role=Role.TABLE_ROW)
        window.press_node(window.find(begins='Aanvinken: ', role=Role.CHECK_BOX, within=row, deep=True))

    def test_start(self):
        window = self.window()
        window.find('Oefenen met voorbeelden')
        self.visit(window, 'first start')
        self.open_menu(window, 'Menu', 'menu of the first start')
        self.assertAllNamed()

    def test_steps(self):
        window, _ = self.practise()
        window.focus_window()
        for number in range(1, 6):
            self.step(window, number)
            self.visit(window, f'step {number}, nobody chosen')
        for name in ('Menu', 'Oefenen', 'Mijn klanten', 'Ronde'):
            self.open_menu(window, name, f'menu {name}')
        window.key('ctrl+f')
        self.step(window, 1)
        window.click(window.find(begins='Nr: ', role=Role.TABLE_ROW))
        window.key('ctrl+a')
        window.find(begins='Stap 1 van 5, Selecteren: 24 van')
        self.visit(window, 'step 1, with a toast')
        window.key('shift+F10')
        self.visit(window, 'menu of columns')
        window.key('Escape')
        for number in range(2, 6):
            self.step(window, number)
            self.visit(window, f'step {number}, everybody chosen')
        self.assertAllNamed()

    def test_answers(self):
        window, loket = self.practise()
        loket.write_addresses({('20001', '1'): None})   # somebody for the list of fallout
        self.tick(window)
        window.press('Verder naar Controleren')
        window.find(begins='Waar staan we? ')
        self.open_menu(window, 'Meer antwoorden', 'more answers')
        for begins in ('Adres is ook van', 'Gaat na de overstap'):
            window.click(window.find(begins=begins, role=Role.LIST_ITEM))
            window.find(begins=begins, role=Role.PANEL)
            self.visit(window, f'exception {begins}')
        for begins, verb in (('Gaat na', 'Niet meenemen…'), ('Adres is ook van', 'Toch meenemen…')):
            window.click(window.find(begins=begins, role=Role.LIST_ITEM))
            window.find(begins=begins, role=Role.PANEL)
            window.press(verb)
            self.question(window, f'question {verb}')
        self.step(window, 4)
        window.press('Toepassen…')
        window.dialog()
        self.visit(window, 'question of Toepassen')
        window.answer(window.dialog().get_name().split(' van ')[0])
        window.find('Toegepast')
        self.visit(window, 'result')
        self.step(window, 5)
        for tab in ('Overzicht', 'Berichten', 'Uitvallijst', 'Wachten'):
            window.press(tab, Role.PUSH_BUTTON)
            self.visit(window, f'tab {tab}')
        window.press('Uitvallijst', Role.PUSH_BUTTON)
        window.press('Adres aanpassen', Role.PUSH_BUTTON)
        self.question(window, 'mend dialog')
        self.assertAllNamed()

    def visit_window(self, window, keys, where):
        """A window over the other, which Escape closes."""
        before = len(children(window.application()))
        window.key(*keys)
        wait_for(where, lambda: len(children(window.application())) > before)
        front = window.front()
        wait_for(f'{where} to be filled', lambda: len(texts(front)) > 3)
        self.visit(window, where)
        window.focus_window()
        window.key('Escape')
        wait_for(f'{where} to go', lambda: len(children(window.application())) == before)
        window.focus_window()

    def test_around(self):
        """Preferences, About, shortcuts, a new dossier."""
        window = self.window()
        window.find('Oefenen met voorbeelden')
        window.focus_window()
        self.visit_window(window, ['ctrl+comma'], 'preferences of the program')
        self.visit_window(window, ['ctrl+question'], 'shortcuts')
        self.begin_practice(window)
        window.focus_window()
        self.visit_window(window, ['ctrl+comma'], 'preferences of a dossier')
        window.key('F10')
        window.press('Over Overstap', Role.MENU_ITEM)
        about = wait_for('About', lambda: len(children(window.application())) > 1 and window.front())
        wait_for('About to be filled', lambda: 'Overstap' in texts(about))
        self.visit(window, 'About')
        window.focus_window()
        window.key('Escape')
        wait_for('About to go', lambda: len(children(window.application())) == 1)
        window.focus_window()
        window.key('ctrl+n')
        self.question(window, 'new dossier')
        self.assertAllNamed()

    def test_import(self):
        window, _ = self.practise()
        doubtful = self.write('twijfel.csv', 'Werkgevernummer;Personeelsnummer;Pers.nr;Naam;Adres;Iban\n20001;1;1;Çelik;a@b.nl;x\n'
                              '20001;x;;;;\n'.encode('cp1252'))
        refused = self.write('plaatje.csv', b'\x89PNG\r\n\x1a\n\x00\x00')
        self.import_file(window, doubtful)
        window.find(begins='Welke kolom is', role=Role.LIST_ITEM)
        self.visit(window, 'questions about a file')
        window.press('Annuleren', Role.PUSH_BUTTON)
        self.import_file(window, refused)
        window.press('Annuleren', Role.PUSH_BUTTON)
        self.import_file(window, self.folder_of(window) / 'medewerkers.csv')
        window.find(contains='rijen inlezen', role=Role.PUSH_BUTTON, sensitive=True)
        window.press(begins='Betekenis van kolom Achternaam', role=Role.PUSH_BUTTON)
        window.find('Niet inlezen', Role.MENU_ITEM)
        self.visit(window, 'meanings of a column')
        window.key('Escape')
        window.gone(role=Role.MENU_ITEM)
        window.tab_to('Geavanceerd')    # it stands below what is in sight
        window.key('Return')
        window.find('Tekenset', Role.LABEL)
        self.visit(window, 'a file')
        window.press(contains='rijen inlezen', role=Role.PUSH_BUTTON)
        window.find('Naar de klanten', Role.PUSH_BUTTON)
        self.visit(window, 'result of a file')
        self.assertAllNamed()

    def import_file(self, window, path):
        window.press('Inlezen…')
        self.choose_file(window, path)
        window.find('Annuleren', Role.PUSH_BUTTON)
        window.gone('Het bestand wordt bekeken')
        self.visit(window, f'{path.name} just opened')

    def test_client(self):
        """The pane of a client, what it asks, the ticket, and the folded filters of a narrow window."""
        window, _ = self.practise()
        window.press('Klant tonen')
        window.focus_window()
        window.click(window.find(begins='Nr: 20002,', role=Role.TABLE_ROW))
        window.find('Notitie toevoegen', Role.PUSH_BUTTON)
        self.visit(window, 'pane of a client')
        for verb in ('Notitie toevoegen', 'Klant doet toch niet mee…'):
            window.press(verb, Role.PUSH_BUTTON)
            self.question(window, f'question {verb}')
        self.open_menu(window, 'Meer over deze klant', 'menu of a client')
        window.press('Meer over de klanten')
        window.press('Addendum…')
        self.question(window, 'addendum')
        window.press('Meer over de klanten')
        window.press('Tickets bij Loket…')
        window.find('Tickets bij Loket', Role.FRAME)
        self.visit(window, 'tickets')
        window.press('Ticket noteren…')
        self.question(window, 'any ticket')
        window.key('Escape')
        window.gone('Tickets bij Loket', Role.FRAME)
        window.press('Klant tonen')
        window.resize(1024, 700)
        self.open_menu(window, 'Nog ', 'folded filters of a narrow window')
        self.assertAllNamed()

    def test_planning(self):
        """Proposing rounds, what is asked there, and the rounds that are made."""
        window, _ = self.practise()
        self.tick(window)
        self.tick(window, 20004)
        window.press('Klant tonen')
        window.click(window.find(begins='Nr: 20004,', role=Role.TABLE_ROW))
        window.press('Meer over deze klant')
        window.press('Einde van het contract…')
        self.question(window, 'contract')
        window.press('Meer over de klanten')
        window.press('Rondes…')
        window.press('Rondes voorstellen…')
        window.find('Hoeveel vragen per dag?')
        self.visit(window, 'planning of rounds, nothing filled in')
        window.find('Vragen per dag', Role.SPIN_BUTTON).set_current_value(20)
        round_row = window.find(begins='Ronde 1: ', role=Role.LABEL)
        window.focus_window()
        window.click(round_row)
        window.find(begins='Mogelijk vanaf ', role=Role.LABEL)
        self.visit(window, 'proposal')
        for verb in ('Periode blokkeren…', 'Vervanging toevoegen…'):
            window.press(verb)
            self.question(window, f'question {verb}')
        window.press('Zo plannen')
        window.gone('Zo plannen')
        window.press('Meer over de klanten')
        window.press('Rondes…')
        window.find('Dag kiezen…', Role.PUSH_BUTTON)
        self.visit(window, 'rounds')
        self.assertAllNamed()

    def test_empty(self):
        """A new dossier, and what a second window shows of it, which may only read."""
        self.new()
        window = self.window(self.dossier)
        window.find('Ticket noteren…', Role.PUSH_BUTTON)
        self.visit(window, 'empty dossier')
        window.press('Ticket noteren…')
        self.question(window, 'ticket')
        reader = self.window(self.dossier, env=self.on_bus_of_its_own())
        reader.find(contains='werkt sinds', role=Role.LABEL)
        for number in range(1, 6):
            self.step(reader, number)
            self.visit(reader, f'step {number}, to read only')
        self.assertAllNamed()


if __name__ == '__main__':
    tap.main()
