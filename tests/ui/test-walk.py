# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole conversion with the practice office, as its user walks it: with the mouse, and with the keyboard alone."""
import re

import tap
from screen import Role, State, has, wait_for
from window import WindowCase

CLIENTS = 6


class Walk(WindowCase):
    """What both walks prove in the end, told by the practice Loket."""

    def invitations(self, loket, key):
        return [mail for mail in loket.mails('invitation') if (str(mail['employerNumber']), str(mail['employeeNumber'])) == key]

    def wait_for_invitation(self, loket, key, address, after=0):
        def look():
            mails = self.invitations(loket, key)
            return mails if len(mails) > after else None
        mail = wait_for('the new invitation in the practice mail box', look)[-1]
        self.assertEqual(mail['to'], address)
        self.assertTrue(mail['link'])

    def assertOver(self, loket, ready):
        """Each of `ready` people was asked for once, and nobody lost his old portal without a new one."""
        invited = loket.people('invited')
        failed = loket.people('invite-failed')
        self.assertEqual(len(set(invited) | set(failed)), ready)
        self.assertNobodyTwice(loket)
        self.assertNobodyStranded(loket)


class Mouse(Walk):
    def tick(self, window, count):
        for number in range(1, count + 1):
            row = window.find(begins=f'Nr: {20000 + number},', role=Role.TABLE_ROW)
            window.press_node(window.find(begins='Aanvinken: ', role=Role.CHECK_BOX, within=row, deep=True))
            window.find(begins=f'Stap 1 van 5, Selecteren: {number} van')

    def choose_finding(self, window, begins):
        row = window.find(begins=begins, role=Role.LIST_ITEM)
        window.click(row)
        title = re.sub(r': \d+$', '', row.get_name())
        window.find(title, Role.PANEL)
        return int(row.get_name().rsplit(' ', 1)[1])

    def accept(self, window):
        """Takes along who shares an address, with a reason."""
        count = self.choose_finding(window, 'Adres is ook van iemand anders')
        ready = window.number(r'Waar staan we\? (\d+) van')
        window.press('Toch meenemen…')
        window.set_text(window.find('Reden', Role.TEXT, within=window.dialog()), 'Samen een adres, aan de telefoon bevestigd')
        window.answer('Meenemen')
        window.find(begins=f'Waar staan we? {ready + 1} van')
        window.find(begins=f'Adres is ook van iemand anders: {count - 1}', role=Role.LIST_ITEM)

    def mend(self, window, loket):
        """Types the address of who has none. Returns who that is."""
        self.choose_finding(window, 'Geen privé-e-mailadres')
        ready = window.number(r'Waar staan we\? (\d+) van')
        person = self.key_of(window, window.find(begins='Naam: ', role=Role.TABLE_ROW).get_name())
        window.set_text(window.find('Privé-e-mailadres', Role.TEXT), 'nieuw.adres@gmail.com')
        window.press('Opslaan en volgende')
        # Loket sends the mail, so the address has to be changed there as well.
        self.choose_finding(window, 'Adres nog te wijzigen in Loket')
        loket.write_addresses({person: 'nieuw.adres@gmail.com'})
        window.press('In Loket gewijzigd')
        window.find(begins=f'Waar staan we? {ready + 1} van')
        return person

    def lose_address(self, window, loket):
        """Somebody's address goes in Loket itself, behind the office's back: (key, name, address)."""
        window.press('Kan over', Role.PUSH_BUTTON)
        row = window.find(begins='Naam: ', contains='Uitkomst: Kan over', role=Role.TABLE_ROW).get_name()
        key = self.key_of(window, row)
        return key, re.search(r'Naam: (.*?), Klant', row)[1], self.clear_in_loket(loket, {key}, 1)[key]

    def clear_in_loket(self, loket, ready, count=1):
        loket.data = self.folder_of(self.windows[0])
        return super().clear_in_loket(loket, ready, count)

    def apply(self, window):
        """Returns how many were asked for."""
        self.step(window, 4)
        window.press('Toepassen…')
        people = int(re.match(r'(\d+) medewerkers', window.dialog().get_name())[1])
        window.answer(f'{people} medewerkers uitnodigen')
        window.find('Toegepast')
        return people

    def invite(self, window, name):
        """*Opnieuw uitnodigen* on the row of this person."""
        self.step(window, 5)
        window.press('Uitvallijst', Role.PUSH_BUTTON)
        row = window.find(begins=f'{name}, ', role=Role.PANEL)
        window.press('Opnieuw uitnodigen', Role.PUSH_BUTTON, within=row)

    def test_walk(self):
        window, loket = self.practise()
        self.tick(window, CLIENTS)
        window.press('Verder naar Controleren')
        self.accept(window)
        mended = self.mend(window, loket)
        key, name, address = self.lose_address(window, loket)
        people = self.apply(window)

        window.find(contains='op de uitvallijst')
        self.assertOver(loket, people)
        self.assertEqual(self.invitations(loket, key), [])
        self.assertEqual([mail['to'] for mail in self.invitations(loket, mended)], ['nieuw.adres@gmail.com'])

        loket.write_addresses({key: address})
        self.invite(window, name)
        self.wait_for_invitation(loket, key, address)
        window.gone(begins=f'{name}, ', role=Role.PANEL)
        self.assertNobodyStranded(loket)


class Keyboard(Walk):
    """No mouse and no action of AT-SPI: it only reads what the keys brought about."""

    def begin(self):
        window = self.window()
        window.find('Oefenen met voorbeelden')
        window.focus_window()
        window.tab_to('Oefenen met voorbeelden')
        window.key('Return')
        window.find(begins='Nr: ', role=Role.TABLE_ROW)
        return window, self.loket_of(window)

    def dialog(self, window):
        dialog = window.dialog()
        window.focus_window()
        return dialog

    def go_to_step(self, window, number, title):
        window.key(f'ctrl+{number}')
        window.find(title, Role.FRAME)

    def tick(self, window, count):
        window.tab_to('Nr: ')
        for number in range(1, count + 1):
            window.key('space')
            window.find(begins=f'Stap 1 van 5, Selecteren: {number} van')
            window.key('Down')

    def choose_finding(self, window, begins):
        """The list of exceptions is one stop of the Tab key, after the strip; arrows go through its groups."""
        window.tab_to('Al overgestapt')
        row = window.focus_moves(['Tab'])
        for key in ('Down', 'Up'):
            for _ in range(12):
                if row is None or row.get_name().startswith(begins):
                    break
                row = window.focus_moves([key])
            row = row or window.focused()
            if row.get_name().startswith(begins):
                break
        window.find(re.sub(r': \d+$', '', row.get_name()), Role.PANEL)

    def accept(self, window):
        self.choose_finding(window, 'Adres is ook van iemand anders')
        ready = window.number(r'Waar staan we\? (\d+) van')
        window.tab_to('Toch meenemen…')
        window.key('space')
        dialog = self.dialog(window)
        window.type('Samen een adres')
        window.key('Return')
        window.gone(dialog.get_name(), Role.DIALOG)
        window.focus_window()
        window.find(begins=f'Waar staan we? {ready + 1} van')

    def mend(self, window, loket):
        self.go_to_step(window, 2, 'Controleren')
        self.choose_finding(window, 'Geen privé-e-mailadres')
        ready = window.number(r'Waar staan we\? (\d+) van')
        person = self.key_of(window, window.find(begins='Naam: ', role=Role.TABLE_ROW).get_name())
        window.tab_to('Privé-e-mailadres', Role.TEXT)
        window.type('nieuw.adres@gmail.com')
        window.key('Return')
        self.go_to_step(window, 2, 'Controleren')
        window.find(begins='Adres nog te wijzigen in Loket', role=Role.LIST_ITEM)
        self.choose_finding(window, 'Adres nog te wijzigen in Loket')
        loket.write_addresses({person: 'nieuw.adres@gmail.com'})
        window.tab_to('In Loket gewijzigd')
        window.key('space')
        window.find(begins=f'Waar staan we? {ready + 1} van')
        return person

    def apply(self, window):
        self.go_to_step(window, 4, 'Toepassen')
        window.tab_to('Toepassen…')
        window.key('space')
        dialog = self.dialog(window)
        people = int(re.match(r'(\d+) medewerkers', dialog.get_name())[1])
        window.tab_to(f'{people} medewerkers uitnodigen')
        window.key('space')
        window.find('Toegepast')
        window.focus_window()
        return people

    def test_walk(self):
        window, loket = self.begin()
        self.tick(window, CLIENTS)
        window.tab_to('Verder naar Controleren')
        window.key('space')
        window.find('Controleren', Role.FRAME)
        self.accept(window)
        mended = self.mend(window, loket)
        people = self.apply(window)
        self.assertOver(loket, people)
        self.assertEqual([mail['to'] for mail in self.invitations(loket, mended)], ['nieuw.adres@gmail.com'])

        # Somebody whose mail server refuses is on the list by itself.
        self.go_to_step(window, 5, 'Volgen')
        window.tab_to('Uitvallijst')
        window.key('space')
        button = window.tab_to('Opnieuw uitnodigen', Role.PUSH_BUTTON)
        self.assertTrue(has(button, State.FOCUSED))
        row = button.get_parent().get_name()
        failed = loket.people('invite-failed')
        window.key('space')
        wait_for('a second attempt', lambda: sum(loket.people('invite-failed').values()) + sum(loket.people('invited').values())
                 > sum(failed.values()) + people - len(failed))
        self.assertTrue(row)


if __name__ == '__main__':
    tap.main()
