# SPDX-License-Identifier: GPL-3.0-or-later
"""The fallout list as somebody at the office works it off."""
import tap
from screen import Role, State, has, wait_for
from window import WindowCase

ADDRESS = 'nieuw.adres@gmail.com'


class Fallout(WindowCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=3, employees=40)
        self.office_of(self.loket)
        self.cleared = self.clear_in_loket(self.loket, self.people_with('ready'), 4)
        self.ok('apply', self.dossier, '--yes')
        self.loket.advance(1)

    def open(self):
        window = self.window(self.dossier)
        window.find(begins='Stap 5 van 5, Volgen: ')
        window.focus_window()
        window.key('ctrl+5')
        window.press('Uitvallijst', Role.PUSH_BUTTON)
        window.find('Eerst een adres', Role.LIST)
        return window

    def in_group(self, window, group):
        """Who stands in a group, in order."""
        found = window.look(group, Role.LIST)
        return [node.get_name().split(', Het')[0] for node in window.everything()
                if node.get_role() == Role.PANEL and ', Het privé' in (node.get_name() or '') and self.within(node, found)]

    def within(self, node, above):
        while node is not None and node != above:
            node = node.get_parent()
        return above is not None and node == above

    def invitations(self):
        return [mail['to'] for mail in self.loket.mails('invitation')]

    def test_worked_off(self):
        window = self.open()
        before = self.invitations()
        people = self.in_group(window, 'Eerst een adres')
        self.assertEqual(len(people), 4)
        first = window.find(begins=people[0], role=Role.PANEL)

        # Taken back in time, nothing goes out.
        window.press('Opnieuw uitnodigen', Role.PUSH_BUTTON, within=first)
        window.find(contains=' wordt zo uitgenodigd')
        window.find('Wordt uitgenodigd')
        window.focus_window()
        window.key('ctrl+z')
        window.find('Teruggedraaid: er is niemand uitgenodigd')
        window.gone('Wordt uitgenodigd')
        self.assertEqual(self.invitations(), before)

        # The address and the invitation in one go.
        window.press('Adres aanpassen', Role.PUSH_BUTTON, within=window.find(begins=people[0], role=Role.PANEL))
        window.dialog()
        window.set_text(window.find('Privé-e-mail', Role.TEXT), ADDRESS)
        window.answer('Opslaan en uitnodigen')
        window.find(contains=' wordt zo uitgenodigd')

        # Meanwhile: who needs no access, and who can wait.
        for name in people[1:3]:
            window.press_node(window.find(begins=name.split(', ')[0], contains=' aanvinken', role=Role.CHECK_BOX))
        window.find('2 aangevinkt', Role.PANEL)
        window.press('Geen toegang nodig…', Role.PUSH_BUTTON)
        window.dialog()
        window.press('Wil het niet', Role.CHECK_BOX)
        window.answer('Geen toegang nodig')
        window.find('Geen toegang nodig voor 2 medewerkers')
        wait_for('two to be off the list', lambda: not set(people[1:3]) & set(self.in_group(window, 'Eerst een adres')))
        window.click(window.find(begins='Meer voor ' + people[3].split(', ')[0], role=Role.PUSH_BUTTON))
        window.press('Over een week weer tonen', Role.MENU_ITEM)
        wait_for('one to be put off', lambda: self.in_group(window, 'Later') == [people[3]])

        wait_for('the invitation', lambda: self.invitations() == before + [ADDRESS])
        window.gone(begins=people[0], role=Role.PANEL)
        reasons = {key for key, row in self.fallout().items()}
        self.assertEqual(len(reasons & set(self.cleared)), 1)
        self.assertNobodyStranded(self.loket)


if __name__ == '__main__':
    tap.main()
