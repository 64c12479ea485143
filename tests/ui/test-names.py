# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control of the window has a name, and no name is that of a class, which is what GTK 4.8 makes up for what has none."""
import re

import tap
from screen import GLib, Role, State, has, walk
from window import WindowCase

CONTROLS = {getattr(Role, name) for name in (
    'PUSH_BUTTON', 'TOGGLE_BUTTON', 'CHECK_BOX', 'RADIO_BUTTON', 'ENTRY', 'TEXT', 'PASSWORD_TEXT', 'SPIN_BUTTON', 'COMBO_BOX', 'SLIDER',
    'LINK', 'MENU', 'MENU_ITEM', 'CHECK_MENU_ITEM', 'RADIO_MENU_ITEM', 'LIST', 'LIST_BOX', 'LIST_ITEM', 'TABLE', 'TREE_TABLE', 'TABLE_ROW',
    'TABLE_CELL', 'COLUMN_HEADER', 'PAGE_TAB', 'PAGE_TAB_LIST', 'IMAGE', 'PROGRESS_BAR', 'LEVEL_BAR', 'FRAME', 'DIALOG', 'ALERT')}
CLASS = re.compile(r'^(Gtk|Adw|Ovs|Gdk)[A-Z]')


class Names(WindowCase):
    def setUp(self):
        super().setUp()
        self.nameless = set()

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
        if name and not CLASS.match(name):
            return
        # A scroll pane takes the focus only where nothing in it does.
        if role in CONTROLS or (role != Role.SCROLL_PANE and has(node, State.FOCUSABLE)):
            self.nameless.add(f'{where}: {role.value_nick} “{name}” in {self.place_of(node)}')

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
        self.assertFalse(self.nameless, '\n'.join(sorted(self.nameless)))

    def open_menu(self, window, name, where):
        button = window.find(begins=name, role=Role.PUSH_BUTTON)
        window.click(button)
        self.visit(window, where)
        window.key('Escape')

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
        window, _ = self.practise()
        row = window.find(begins='Nr: 20001,', role=Role.TABLE_ROW)
        window.press_node(window.find(begins='Aanvinken: ', role=Role.CHECK_BOX, within=row, deep=True))
        window.press('Verder naar Controleren')
        window.find(begins='Waar staan we? ')
        self.open_menu(window, 'Meer antwoorden', 'more answers')
        for begins in ('Adres is ook van', 'Gaat na de overstap'):
            window.click(window.find(begins=begins, role=Role.LIST_ITEM))
            window.find(begins=begins, role=Role.PANEL)
            self.visit(window, f'exception {begins}')
        for verb in ('Niet meenemen…',):
            window.press(verb)
            window.dialog()
            self.visit(window, f'question {verb}')
            window.answer('Annuleren')
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
        self.assertAllNamed()


if __name__ == '__main__':
    tap.main()
