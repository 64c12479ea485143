# SPDX-License-Identifier: GPL-3.0-or-later
"""Practising: how it begins, how time passes, what employees do meanwhile, and what becomes of it when something is amiss."""
import os
import re
import signal
import sqlite3

import tap
from screen import Role, State, has, wait_for
from window import CONTROLS, WindowCase, children_of

MENU = ('Oefenloket openen', 'Postvak openen', 'Vragen van medewerkers…', 'Tijd vooruit…', 'Laat medewerkers activeren…', 'Zoals in het echt…',
        'Storing oefenen…')


class PracticeCase(WindowCase):
    def choose(self, window, item):
        window.press('Oefenen', Role.PUSH_BUTTON)
        window.press(item, Role.MENU_ITEM)

    def invite(self, loket, employers=8):
        """Everybody of some clients who can be, as somebody else at the office does. Returns: how many."""
        head = loket.sign_in()
        for employer in loket.listed('/v2/providers/employers/minimized', head)[:employers]:
            path = f'/v2/providers/employers/{employer["id"]}/employees'
            rows = loket.listed(f'{path}/selfservice/migration', head)
            loket.request('PATCH', f'{path}/essaccessstatus', [{'employeeId': row['employee']['id'], 'action': 'SendInvite'} for row in rows], head)
        return wait_for('the invitations', lambda: len(loket.people('invited')))

    def report(self, window):
        """What is told after a leap: {what: how often}."""
        window.find(begins='Het is ', role=Role.DIALOG)
        told = window.find(begins='Sinds ', role=Role.LABEL).get_name()
        return {what: int(n) for n, what in re.findall(r'^([0-9]+) (.*)$', told, re.MULTILINE)}

    def assertNamed(self, window):
        for node in window.everything(deep=True):
            if node.get_role() in CONTROLS:
                self.assertFalse((node.get_name() or 'Gtk').startswith(('Gtk', 'Adw')), window.describe())

    def assertNoPractice(self, dossier):
        window = self.window(dossier)
        window.find(begins='Stap 1 van 5')
        window.find(begins='Peildatum')
        self.assertIsNone(window.look('Oefenen', Role.PUSH_BUTTON))
        window.focus_window()
        window.key('ctrl+w')
        self.assertEqual(window.wait_until_closed(), 0)


class Begin(PracticeCase):
    def test_september_by_keyboard_alone(self):
        window = self.window()
        window.find('Oefenen met voorbeelden')
        window.focus_window()
        window.tab_to('Oefenen met voorbeelden')
        window.key('Return')
        choice = window.find(begins='Vanaf vandaag, ', role=Role.CHECK_BOX)
        self.assertRegex(choice.get_name(), r' \d{1,2}-\d{1,2}-\d{4}$')
        window.focus_window()
        window.tab_to('Vanaf vandaag')
        window.key('Down')
        window.find(contains='1 oktober 2026', role=Role.LABEL, deep=True)
        september = window.find('In september 2026', Role.CHECK_BOX)
        window.key('space')
        wait_for('September', lambda: has(september, State.CHECKED))
        self.assertNamed(window)
        window.key('Return')
        window.find(begins='Nr: ', role=Role.TABLE_ROW)
        loket = self.loket_of(window)
        self.assertEqual(loket.get('/practice/clock')['today'], '2026-09-01')

        window.focus_window()
        window.tab_to('Oefenen')
        window.key('Return')
        for item in MENU:
            window.find(item, Role.MENU_ITEM)
        window.arrow_to('Tijd vooruit…')
        window.key('Return')
        window.find('Eén dag, tot 2-9-2026', Role.CHECK_BOX)
        window.find('Een week, tot 8-9-2026', Role.CHECK_BOX)
        self.assertNamed(window)
        window.press(begins='Naar 1-10-2026, de regel', role=Role.CHECK_BOX)
        window.find(contains='en het wordt 1-10-2026', role=Role.LABEL)
        window.answer('Vooruitzetten')
        told = self.report(window)
        lost = len(loket.people('access-ended'))
        self.assertGreater(lost, 0)
        self.assertIn(lost, [n for what, n in told.items() if 'verlo' in what], told)
        self.assertEqual(loket.get('/practice/clock')['today'], '2026-10-01')
        window.answer('Stand bijwerken')
        window.find(contains='Bijgewerkt')

    def test_no_room(self):
        tmp = self.folder / 'vol'
        window = self.window(env={'TMPDIR': str(tmp)})
        for _ in range(2):
            window.press('Oefenen met voorbeelden')
            window.dialog()
            window.answer('Beginnen')
            self.assertSentence(window.find(contains=str(tmp), role=Role.LABEL).get_name())
            window.answer('Sluiten')
        tmp.mkdir()
        self.begin_practice(window)

    def test_only_where_it_is_practice(self):
        loket = self.practice()
        self.office_of(loket)
        for kind in ('production', 'acceptance'):
            with sqlite3.connect(self.dossier) as file:
                file.execute("UPDATE setting SET value = ? WHERE name = 'loket-kind'", (kind,))
            file.close()
            self.assertNoPractice(self.dossier)
        bare = self.folder / 'los.overstap'
        self.ok('new', bare)
        self.assertNoPractice(bare)


class Time(PracticeCase):
    def test_as_in_real_life(self):
        window, loket = self.practise()
        self.choose(window, 'Vragen van medewerkers…')
        window.find('Er heeft nog niemand iets gevraagd')
        window.focus_window()
        window.key('Escape')
        window.gone('Er heeft nog niemand iets gevraagd')
        self.invite(loket, 16)
        before = len(loket.all_of('/practice/events'))
        day = loket.get('/practice/clock')['today']
        self.choose(window, 'Zoals in het echt…')
        window.find(contains='95 tot 98 procent', role=Role.LABEL, deep=True)
        self.assertNamed(window)
        window.press('Een lastige groep', Role.CHECK_BOX)
        window.press(begins='Drie weken, tot ', role=Role.CHECK_BOX)
        window.answer('Laten gebeuren')
        told = self.report(window)
        self.assertNotEqual(loket.get('/practice/clock')['today'], day)
        happened = [event['event'] for event in loket.all_of('/practice/events')[before:]]
        self.assertGreater(happened.count('linked'), 0)
        self.assertIn(happened.count('linked'), told.values())
        self.assertIn(happened.count('reminded'), told.values())
        questions = loket.get('/practice/questions')['_embedded']
        self.assertGreater(len(questions), 0)
        self.assertIn(len(questions), told.values())

        window.press('Vragen lezen', Role.PUSH_BUTTON)
        window.find(questions[-1]['text'], Role.LABEL)
        window.find(contains=questions[-1]['employee'], role=Role.LABEL)
        self.assertIsNone(window.look(contains='privéadres klopt', role=Role.LABEL))
        window.press('Toon wat helpt', Role.CHECK_BOX)
        wait_for('what helps', lambda: window.look(contains='ongewenste mail kijken') or window.look(contains='geboortedatum') or
                 window.look(contains='wachtwoord is een nieuw'))
        self.assertNamed(window)


class Amiss(PracticeCase):
    def test_started_again(self):
        window, loket = self.practise()
        self.invite(loket)
        invited = len(loket.people('invited'))
        os.kill(loket.pid, signal.SIGKILL)
        window.press('Opnieuw starten', Role.PUSH_BUTTON)
        window.find(contains='Het Oefenloket werkt weer')
        window.gone('Opnieuw starten', Role.PUSH_BUTTON)
        again = self.loket_of(window)
        self.assertNotEqual(again.pid, loket.pid)
        # The links in its mails, and pages that are open in a browser, stay good.
        self.assertEqual(again.url, loket.url)
        self.assertGreaterEqual(len(again.people('invited')), invited)
        self.choose(window, 'Tijd vooruit…')
        window.press(begins='Een week', role=Role.CHECK_BOX)
        window.answer('Vooruitzetten')
        self.assertIn('herinneringen', self.report(window))

    def test_closed_on_the_way(self):
        window, loket = self.practise()
        self.choose(window, 'Tijd vooruit…')
        window.press(begins='Drie weken', role=Role.CHECK_BOX)
        os.kill(loket.pid, signal.SIGSTOP)
        self.addCleanup(self.go_on, loket)
        window.answer('Vooruitzetten')
        window.find(begins='De tijd in het Oefenloket gaat vooruit naar ', role=Role.LABEL)
        window.focus_window()
        window.key('ctrl+w')
        self.assertEqual(window.wait_until_closed(), 0)
        self.go_on(loket)
        wait_for('the practice Loket to end', lambda: not os.path.exists(f'/proc/{loket.pid}'))
        self.assertFalse(list((window.home / 'tmp').glob('overstap-oefenen-*')))

    def go_on(self, loket):
        try:
            os.kill(loket.pid, signal.SIGCONT)
        except ProcessLookupError:
            pass

    def test_one_that_somebody_else_started(self):
        loket = self.practice()
        self.office_of(loket)
        window = self.window(self.dossier)
        self.choose(window, 'Tijd vooruit…')
        window.press(begins='Een week', role=Role.CHECK_BOX)
        window.answer('Vooruitzetten')
        window.find(begins='Het is ', role=Role.DIALOG)
        window.answer('Sluiten')
        window.focus_window()
        window.key('ctrl+w')
        self.assertEqual(window.wait_until_closed(), 0)
        # It is not the window's to end.
        loket.get('/practice/clock')

        port = loket.at.port
        loket.__exit__(None, None, None)
        again = self.window(self.dossier)
        sentence = again.find(begins='Het Oefenloket van dit overstapdossier antwoordt niet', role=Role.LABEL)
        self.assertSentence(sentence.get_name())
        self.practice(port=port, data=loket.data)
        again.press('Opnieuw kijken', Role.PUSH_BUTTON)
        again.gone('Opnieuw kijken', Role.PUSH_BUTTON)

    def test_no_browser(self):
        # All that a desktop has, but no programs.
        bare = self.folder / 'kaal'
        bare.mkdir()
        for entry in os.scandir('/usr/share'):
            if entry.name != 'applications':
                (bare / entry.name).symlink_to(entry.path)
        window = self.window(env={'XDG_DATA_DIRS': str(bare)})
        self.begin_practice(window)
        loket = self.loket_of(window)
        self.choose(window, 'Postvak openen')
        window.find('Er kon geen browser worden geopend', Role.DIALOG)
        window.find(f'{loket.url}/mail', Role.LABEL)
        window.answer('Adres kopiëren')
        window.find('Het adres is gekopieerd.')


class LargeText(PracticeCase):
    def test_fallout_list_fits(self):
        loket = self.practice(employers=8, employees=200, seed=7)
        self.office_of(loket)
        self.ok('check', self.dossier)
        self.ok('apply', self.dossier, '--yes')
        self.ok('track', self.dossier)
        home = self.folder / 'groot'
        (home / 'config' / 'gtk-4.0').mkdir(parents=True)
        (home / 'config' / 'gtk-4.0' / 'settings.ini').write_text('[Settings]\ngtk-font-name=Sans 22\n', 'utf-8')
        window = self.window(self.dossier, home=home)
        window.find(begins='Stap 1 van 5')
        window.resize(1280, 800)
        window.focus_window()
        window.key('ctrl+5')
        window.press('Uitvallijst', Role.PUSH_BUTTON)
        button = window.find('Adres aanpassen', Role.PUSH_BUTTON)
        x, _, width, _ = window.place(button)
        self.assertLessEqual(x + width, 1280)


if __name__ == '__main__':
    tap.main()
