# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong around the window: it says so in a sentence, and nothing is lost."""
import os
import shutil
import signal
import subprocess
from datetime import date

import tap
from screen import Role, State, has, wait_for
from window import WindowCase


class Trouble(WindowCase):
    def open_office(self, loket):
        """A dossier bound to a practice Loket, open in a window."""
        self.office_of(loket)
        window = self.window(self.dossier)
        window.find(begins='Stap 1 van 5')
        return window

    def start_applying(self, window):
        self.step(window, 4)
        window.press('Toepassen…')
        heading = window.dialog().get_name()
        if int(heading.split()[0]) > 250:
            entry = window.find(begins='Typ ', within=window.dialog())
            window.set_text(entry, heading.split()[0])
        window.answer(f'{heading.split()[0]} medewerkers uitnodigen')

    def test_closed_in_the_middle(self):
        loket = self.practice(employers=12, employees=1500, seed=4)
        window = self.open_office(loket)
        # Slow enough for a hand to come in between.
        loket.post('/practice/faults', {'path': 'essaccessstatus', 'method': 'PATCH', 'kind': 'delay', 'seconds': 2, 'count': 1000})
        self.start_applying(window)
        window.press('Pauze')
        wait_for('the first invitations', lambda: loket.people('invited'))
        before = loket.people('invited')
        window.focus_window()
        window.key('ctrl+w')
        self.assertIn('Loket', window.dialog().get_name())
        window.answer('Toch sluiten')
        self.assertEqual(window.wait_until_closed(), 0)
        loket.door('DELETE', '/practice/faults')

        again = self.window(self.dossier)
        again.find(begins='Stap 1 van 5')
        self.step(again, 4)
        again.press('Verder gaan', Role.PUSH_BUTTON)
        again.find('Toegepast', patience=60)
        self.assertGreater(len(loket.people('invited')), len(before))
        self.assertNobodyTwice(loket)
        self.assertNobodyStranded(loket)

    def test_practice_loket_lost(self):
        window, loket = self.practise()
        os.kill(loket.pid, signal.SIGKILL)
        sentence = window.find(contains='Oefenloket is gestopt', role=Role.LABEL).get_name()
        self.assertSentence(sentence)
        window.focus_window()
        window.key('ctrl+2')
        window.find('Controleren', Role.FRAME)
        window.find(sentence, Role.LABEL)
        window.key('ctrl+1')
        window.find(begins='Nr: 20001,', role=Role.TABLE_ROW)

    def browse_by_a_note(self):
        """A browser of the first window's desktop that only notes what it is to show. Returns: the file with the notes."""
        home, seen = self.folder / 'window-0', self.folder / 'seen'
        programs, config = home / 'data' / 'applications', home / 'config'
        programs.mkdir(parents=True)
        config.mkdir()
        browser = self.write('browser', f'#!/bin/sh\nprintf \'%s\\n\' "$1" >> {seen}\n')
        browser.chmod(0o700)
        (programs / 'browser.desktop').write_text(f'[Desktop Entry]\nType=Application\nName=Browser\nExec={browser} %u\n'
                                                  'MimeType=x-scheme-handler/http;\n', 'utf-8')
        (config / 'mimeapps.list').write_text('[Default Applications]\nx-scheme-handler/http=browser.desktop\n', 'utf-8')
        return seen

    def choose(self, window, item, verb, *choices):
        """Something of the menu Oefenen, with these choices."""
        window.press('Oefenen', Role.PUSH_BUTTON)
        window.press(item, Role.MENU_ITEM)
        window.dialog()
        for choice in choices:
            window.press(choice, Role.CHECK_BOX)
        window.answer(verb)

    def invite_some(self, loket):
        """As somebody else at the office does. Returns: how many."""
        head = loket.sign_in()
        employer = loket.listed('/v2/providers/employers/minimized', head)[0]
        path = f'/v2/providers/employers/{employer["id"]}/employees'
        rows = loket.listed(f'{path}/selfservice/migration', head)
        loket.request('PATCH', f'{path}/essaccessstatus', [{'employeeId': row['employee']['id'], 'action': 'SendInvite'} for row in rows], head)
        return wait_for('the invitations', lambda: len(loket.people('invited')))

    def test_what_practising_offers(self):
        seen = self.browse_by_a_note()
        window, loket = self.practise()
        for item, path in (('Oefenloket openen', '/'), ('Postvak openen', '/mail')):
            window.press('Oefenen', Role.PUSH_BUTTON)
            window.press(item, Role.MENU_ITEM)
            wait_for(path, lambda: seen.exists() and seen.read_text('utf-8').endswith(f'{loket.url}{path}\n'))

        self.choose(window, 'Laat medewerkers activeren…', 'Laten activeren', 'Iedereen')
        window.find(contains='gekoppeld.')
        self.choose(window, 'Laat medewerkers activeren…', 'Laten activeren')
        window.find(begins='Er staat geen uitnodiging open')
        linked = len(loket.people('linked'))
        self.invite_some(loket)
        day = loket.get('/practice/clock')['today']
        week = date.fromordinal(date.fromisoformat(day).toordinal() + 7)
        self.choose(window, 'Tijd vooruit…', 'Vooruitzetten', 'Naar een andere dag', f'Een week, tot {week.day}-{week.month}-{week.year}')
        window.find(contains=' herinnering', role=Role.LABEL)
        window.answer('Stand bijwerken')
        self.assertEqual((date.fromisoformat(loket.get('/practice/clock')['today']) - date.fromisoformat(day)).days, 7)
        self.choose(window, 'Laat medewerkers activeren…', 'Laten activeren', 'Iedereen')
        window.find(contains='gekoppeld.')
        self.assertGreater(len(loket.people('linked')), linked)

        self.choose(window, 'Storing oefenen…', 'Instellen', 'Loket zegt dat het niet beschikbaar is (503)', 'Tot de storing wordt opgeheven')
        notice = window.find(begins='Er is een storing ingesteld: Loket zegt').get_name()
        self.assertGreater(loket.get('/practice/faults')['left'], 1000)
        window.press('Storing opheffen', Role.PUSH_BUTTON)
        window.gone(notice)
        self.assertEqual(loket.get('/practice/faults')['left'], 0)
        # What comes once is over by itself.
        self.choose(window, 'Storing oefenen…', 'Instellen', 'Loket is traag')
        window.find('Storing opheffen', Role.PUSH_BUTTON)
        window.focus_window()
        window.key('F5')
        window.gone('Storing opheffen', Role.PUSH_BUTTON)

    def assertOnlyReads(self, window):
        """The clients are there, and a tick is refused with a sentence."""
        row = window.find(begins='Nr: ', role=Role.TABLE_ROW)
        box = window.find(begins='Aanvinken: ', role=Role.CHECK_BOX, within=row, deep=True)
        before = self.dump()
        window.press_node(box)
        window.find(contains='lezen')
        self.assertEqual(self.dump(), before)

    def test_open_elsewhere(self):
        loket = self.practice()
        first = self.open_office(loket)
        second = self.window(self.dossier, env=self.on_bus_of_its_own())
        second.find(begins='Stap 1 van 5')
        sentence = second.find(contains='werkt sinds', role=Role.LABEL).get_name()
        self.assertSentence(sentence)
        self.assertRegex(sentence, r'\d{1,2}:\d{2}')
        self.assertOnlyReads(second)
        self.assertTrue(has(first.find(begins='Stap 1 van 5'), State.VISIBLE))

    def test_read_only_place(self):
        loket = self.practice()
        self.office_of(loket)
        place = self.folder / 'alleen-lezen'
        place.mkdir()
        self.dossier = shutil.copy(self.dossier, place)
        if os.geteuid() == 0:
            done = subprocess.run(['mount', '--bind', '-o', 'ro', place, place], capture_output=True, text=True)
            if done.returncode != 0:
                self.skipTest('root may write everywhere, and may not mount here: ' + done.stderr.strip())
            self.addCleanup(subprocess.run, ['umount', place])
        else:
            os.chmod(self.dossier, 0o444)
            os.chmod(place, 0o555)
            self.addCleanup(os.chmod, place, 0o755)
        window = self.window(self.dossier)
        window.find(begins='Stap 1 van 5')
        self.assertSentence(window.find(contains='Op deze plaats', role=Role.LABEL).get_name())


if __name__ == '__main__':
    tap.main()
