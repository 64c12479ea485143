# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole conversion with the practice office, as its user walks it: with the mouse, and with the keyboard alone."""
import csv
import re

import overstap
import tap
from screen import Role, State, has, wait_for, walk
from window import WindowCase

# Two of them have somebody without an address: 20002, which gets it by a file, and 20008.
CLIENTS = ('20001', '20002', '20003', '20004', '20005', '20008')
WITHOUT = ('20002', '5')
FOUND = 'adres.van.thuis@gmail.com'
HEADER = 'Adres privé'


class Walk(WindowCase):
    """What both walks prove in the end, told by the practice Loket."""

    def file_of_client(self, window, loket):
        """A client's people as Loket has them by now, with a header that Overstap does not know: path, people, citizen numbers."""
        loket.write_addresses({WITHOUT: FOUND})
        rows = [row for row in overstap.table(self.folder_of(window) / 'medewerkers.csv') if row['Werkgevernummer'] == WITHOUT[0]]
        for row in rows:
            if row['Personeelsnummer'] == WITHOUT[1]:
                row['Privé e-mail'] = FOUND
        path = self.folder / 'adressen.csv'
        with path.open('w', encoding='cp1252', newline='') as file:
            table = csv.writer(file, delimiter=';')
            table.writerow(HEADER if head == 'Privé e-mail' else head for head in rows[0])
            table.writerows(row.values() for row in rows)
        return path, len(rows), {row['BSN'] for row in rows}

    def assertNeverShown(self, window, secrets):
        """None of these is anywhere on the screen, nor kept."""
        said = [part for node in walk(window.application(), deep=True) for part in (node.get_name(), node.get_description()) if part]
        self.assertTrue(any(HEADER in part or 'klanten' in part for part in said))
        self.assertFalse([part for part in said for secret in secrets if secret in part])
        for path in self.folder_of(window).glob('oefenen.overstap*'):
            kept = path.read_bytes()
            self.assertFalse([secret for secret in secrets if secret.encode() in kept])

    def see_counts(self, window, changed, unchanged):
        window.find(f'{changed} gewijzigd', Role.PANEL)
        window.find(f'{unchanged} ongewijzigd', Role.PANEL)

    def read_in(self, window, loket):
        """Reads in the client's file, in which the header of the address is not known."""
        window.find('Stap 2 van 5, Controleren: 2 stoppers', Role.LIST_ITEM)
        path, people, secrets = self.file_of_client(window, loket)
        self.open_file(window, path)
        window.find(f'Betekenis van kolom {HEADER}: Niet inlezen', Role.PUSH_BUTTON)
        window.find('Betekenis van kolom BSN: Nooit gelezen', Role.PUSH_BUTTON)
        self.see_counts(window, 0, people)
        self.choose_meaning(window, HEADER, 'Privé e-mail')
        window.find(f'Betekenis van kolom {HEADER}: Privé e-mail', Role.PUSH_BUTTON)
        self.see_counts(window, 1, people - 1)
        self.assertNeverShown(window, secrets)
        self.go_on(window, f'{people} rijen inlezen')
        window.find(f'{people} rijen ingelezen')
        self.assertNeverShown(window, secrets)
        window.find('Stap 2 van 5, Controleren: 1 stopper', Role.LIST_ITEM)
        self.go_on(window, 'Naar de klanten')
        window.find(begins='Nr: 20001,', role=Role.TABLE_ROW)

    def first_ready(self, window, loket):
        """Somebody's address goes in Loket itself, behind the office's back: (key, name, address)."""
        row = window.find(begins='Naam: ', contains='Uitkomst: Kan over', role=Role.TABLE_ROW).get_name()
        key = self.key_of(window, row)
        return key, re.search(r'Naam: (.*?), Klant', row)[1], self.clear_in_loket(loket, {key}, 1)[key]

    def clear_in_loket(self, loket, ready, count=1):
        loket.data = self.folder_of(self.windows[0])
        return super().clear_in_loket(loket, ready, count)

    def sent_to(self, loket, key):
        return [mail['to'] for mail in self.invitations(loket, key)]

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
    def tick(self, window):
        for count, number in enumerate(CLIENTS, 1):
            row = window.find(begins=f'Nr: {number},', role=Role.TABLE_ROW)
            window.press_node(window.find(begins='Aanvinken: ', role=Role.CHECK_BOX, within=row, deep=True))
            window.find(begins=f'Stap 1 van 5, Selecteren: {count} van')

    def open_file(self, window, path):
        window.press('Inlezen…')
        self.choose_file(window, path)

    def choose_meaning(self, window, header, meaning):
        window.press(begins=f'Betekenis van kolom {header}: ', role=Role.PUSH_BUTTON)
        window.press(meaning, Role.MENU_ITEM)

    def go_on(self, window, verb):
        window.press(verb, Role.PUSH_BUTTON)

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
        window.press('Kan over', Role.PUSH_BUTTON)
        return self.first_ready(window, loket)

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
        self.tick(window)
        self.read_in(window, loket)
        window.press('Verder naar Controleren')
        self.accept(window)
        mended = self.mend(window, loket)
        key, name, address = self.lose_address(window, loket)
        people = self.apply(window)

        window.find(contains='op de uitvallijst')
        self.assertOver(loket, people)
        self.assertEqual(self.invitations(loket, key), [])
        self.assertEqual(self.sent_to(loket, WITHOUT), [FOUND])
        self.assertEqual(self.sent_to(loket, mended), ['nieuw.adres@gmail.com'])

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
        self.dialog(window)
        window.key('Return')
        window.find(begins='Nr: ', role=Role.TABLE_ROW)
        window.focus_window()
        return window, self.loket_of(window)

    def dialog(self, window):
        dialog = window.dialog()
        window.focus_window()
        return dialog

    def go_to_step(self, window, number, title):
        window.key(f'ctrl+{number}')
        window.find(title, Role.FRAME)

    def tick(self, window):
        window.tab_to('Nr: ')
        for count, number in enumerate(CLIENTS, 1):
            if count > 1:
                window.arrow_to(f'Nr: {number},')
            window.key('space')
            window.find(begins=f'Stap 1 van 5, Selecteren: {count} van')

    def open_file(self, window, path):
        window.key('ctrl+i')
        self.choose_file(window, path)

    def choose_meaning(self, window, header, meaning):
        window.tab_to(f'Betekenis van kolom {header}: ')
        window.key('Return')
        window.find(meaning, Role.MENU_ITEM)
        window.arrow_to(meaning)
        window.key('Return')
        window.gone(role=Role.MENU_ITEM)

    def go_on(self, window, verb):
        window.tab_to(verb, Role.PUSH_BUTTON)
        window.key('space')

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
        heading = self.dialog(window).get_name()
        window.type('Samen een adres')
        window.key('Return')
        window.gone(heading, Role.DIALOG)
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

    def lose_address(self, window, loket):
        self.go_to_step(window, 2, 'Controleren')
        window.tab_to('Kan over')
        window.key('space')
        return self.first_ready(window, loket)

    def stands_in(self, node, begins):
        """Whether it belongs to a row of that name, which a screen reader tells with it."""
        while node is not None and node.get_role() != Role.FRAME:
            node = node.get_parent()
            if node is not None and node.get_name().startswith(begins):
                return True
        return False

    def invite(self, window, name):
        self.go_to_step(window, 5, 'Volgen')
        window.tab_to('Uitvallijst')
        window.key('space')
        window.find(begins=f'{name}, ', role=Role.PANEL)
        for _ in range(20):
            button = window.tab_to('Opnieuw uitnodigen', Role.PUSH_BUTTON)
            if self.stands_in(button, f'{name}, '):
                break
        self.assertTrue(self.stands_in(button, f'{name}, '))
        self.assertTrue(has(button, State.FOCUSED))
        window.key('space')

    def test_walk(self):
        window, loket = self.begin()
        self.tick(window)
        self.read_in(window, loket)
        self.go_on(window, 'Verder naar Controleren')
        window.find('Controleren', Role.FRAME)
        self.accept(window)
        mended = self.mend(window, loket)
        key, name, address = self.lose_address(window, loket)
        people = self.apply(window)
        self.assertOver(loket, people)
        self.assertEqual(self.invitations(loket, key), [])
        self.assertEqual(self.sent_to(loket, WITHOUT), [FOUND])
        self.assertEqual(self.sent_to(loket, mended), ['nieuw.adres@gmail.com'])

        loket.write_addresses({key: address})
        self.invite(window, name)
        self.wait_for_invitation(loket, key, address)
        window.gone(begins=f'{name}, ', role=Role.PANEL)
        self.assertNobodyStranded(loket)


if __name__ == '__main__':
    tap.main()
