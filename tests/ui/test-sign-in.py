# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in at Loket from the window, in a browser that this test plays: a program that the desktop opens addresses with."""
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import screen
import tap
from screen import Role, wait_for
from window import WindowCase

# What stands in the desktop's list of programs, and what it starts: it only notes the address that it is to show.
PORT = 'Poort waar de browser naar terugkeert (0: vrij)'

ENTRY = '[Desktop Entry]\nType=Application\nName=Browser\nExec={program} %u\nMimeType=x-scheme-handler/http;x-scheme-handler/https;\n'
BROWSER = '#!/bin/sh\nprintf \'%s\\n\' "$1" >> {seen}\n'


class SignIn(WindowCase):
    def setUp(self):
        super().setUp()
        self.home = self.folder / 'home'
        self.seen = self.folder / 'seen'
        programs = self.home / 'data' / 'applications'
        programs.mkdir(parents=True)
        browser = self.folder / 'browser'
        browser.write_text(BROWSER.format(seen=self.seen), 'utf-8')
        browser.chmod(0o700)
        (programs / 'browser.desktop').write_text(ENTRY.format(program=browser), 'utf-8')
        config = self.home / 'config'
        (config / 'glib-2.0' / 'settings').mkdir(parents=True)
        (config / 'mimeapps.list').write_text('[Default Applications]\nx-scheme-handler/http=browser.desktop\nx-scheme-handler/https=browser.desktop\n', 'utf-8')
        (config / 'glib-2.0' / 'settings' / 'keyfile').write_text('[nl/overstap/Overstap]\nredirect-port=0\n', 'utf-8')
        self.keyring = {'SECRET_BACKEND': 'file', 'SECRET_FILE_TEST_PATH': str(self.folder / 'keyring'), 'SECRET_FILE_TEST_PASSWORD': 'x'}
        self.new()

    def environment(self, dutch=False):
        env = super().environment(dutch)
        env.update(self.keyring, GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=str(self.home / 'config'),
                   GSETTINGS_SCHEMA_DIR=os.environ.get('GSETTINGS_SCHEMA_DIR', ''))
        return env

    def opened(self, many=1):
        """The address that the window opened in the browser, the last of so many."""
        def look():
            lines = self.seen.read_text('utf-8').splitlines() if self.seen.exists() else []
            return lines[-1] if len(lines) >= many else None
        return wait_for('the browser to open', look)

    def browse(self, address):
        with urllib.request.urlopen(address, timeout=60) as answer:
            self.assertIn('U kunt dit venster sluiten', answer.read().decode('utf-8'))

    def office(self):
        """A dossier that is connected to a practice Loket where a person signs in."""
        loket = self.practice(employers=5, employees=60)
        process = subprocess.Popen([screen.PROGRAM, 'connect', str(self.dossier), loket.url, '--browser', '--json'], env=self.environment(),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.browse(next(line.strip() for line in process.stderr if line.startswith('http')))
        self.assertTrue(json.loads(process.communicate(timeout=60)[0])['kept'])
        return loket

    def open(self):
        window = self.window(self.dossier, home=self.home, env=self.keyring, settings='keyfile')
        window.find(begins='Stap 1 van 5', role=Role.LIST_ITEM)
        return window

    def test_signed_out_in_the_middle(self):
        self.office()
        self.ok('connect', self.dossier, '--sign-out')
        window = self.open()
        window.focus_window()
        window.key('F5')
        window.find('Uitgelogd bij Loket')
        window.press('Opnieuw inloggen', Role.PUSH_BUTTON)
        address = self.opened()
        window.find(begins='Nog ')
        window.press('Browser opnieuw openen', Role.PUSH_BUTTON)
        self.assertEqual(self.opened(2), address)
        self.browse(address)
        window.find(begins='Ingelogd als ')
        window.gone('Inloggen bij Loket', Role.FRAME)
        window.focus_window()
        window.key('F5')
        window.find('Bijgewerkt uit Loket.')

    def test_pasted_address(self):
        self.office()
        self.ok('connect', self.dossier, '--sign-out')
        window = self.open()
        window.press('Koppeling met Loket')
        window.press('Inloggen bij Loket…', Role.MENU_ITEM)

        class NoRedirect(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *args):
                return None

        with self.assertRaises(urllib.error.HTTPError) as answer:
            urllib.request.build_opener(NoRedirect).open(self.opened(), timeout=60)
        end = answer.exception.headers['Location']
        paste = window.find('Plak het adres', role=Role.TEXT)
        window.focus_window()
        window.click(paste)
        window.type('https://www.loket.nl/')
        window.key('Return')
        window.find(begins='Dit is niet het adres')
        window.key('ctrl+a')
        window.type(end)
        window.key('Return')
        window.find(begins='Ingelogd als ')

    def test_cancelled_and_signed_out(self):
        self.office()
        window = self.open()
        window.press('Koppeling met Loket')
        window.press('Uitloggen bij Loket', Role.MENU_ITEM)
        window.find(begins='Uitgelogd bij Loket.')
        window.focus_window()
        window.key('F5')
        window.find('Uitgelogd bij Loket')
        window.answer('Later')
        window.press('Koppeling met Loket')
        window.press('Inloggen bij Loket…', Role.MENU_ITEM)
        fields = urllib.parse.parse_qs(urllib.parse.urlsplit(self.opened()).query)
        window.press('Annuleren', Role.PUSH_BUTTON)
        window.find('Inloggen in de browser', role=Role.PUSH_BUTTON)
        with self.assertRaises(urllib.error.URLError):
            urllib.request.urlopen(fields['redirect_uri'][0], timeout=60)
        # Whoever closes the window does not want to sign in either.
        window.press('Inloggen in de browser', Role.PUSH_BUTTON)
        fields = urllib.parse.parse_qs(urllib.parse.urlsplit(self.opened(2)).query)
        window.key('Escape')
        window.gone('Inloggen bij Loket', Role.FRAME)

        def closed():
            try:
                urllib.request.urlopen(fields['redirect_uri'][0], timeout=60)
            except urllib.error.HTTPError:
                return False
            except urllib.error.URLError:
                return True
            return False
        wait_for('the port to be free', closed)

    def test_loket_itself(self):
        """The address that is opened is Loket's own; nobody is asked anything there in a test."""
        window = self.open()
        window.press('Ophalen…')
        window.find('Niet gekoppeld aan Loket')
        window.press('Testomgeving (acceptatie)', Role.CHECK_BOX)
        window.press('Inloggen in de browser', Role.PUSH_BUTTON)
        address = urllib.parse.urlsplit(self.opened())
        self.assertEqual((address.scheme, address.netloc, address.path), ('https', 'oauth.loket-acc.nl', '/authorize'))
        window.find('Testomgeving (acceptatie)')

    def test_preferences(self):
        window = self.open()
        window.focus_window()
        window.key('ctrl+comma')
        window.find('Voorkeuren', role=Role.FRAME)
        window.focus_window()
        window.resize(700, 800)
        self.go_to_end(window)
        window.click(window.find('Koppeling met Loket', role=Role.LABEL, within=window.front()))
        window.find('Client-id voor productie', role=Role.TEXT, within=window.front())
        time.sleep(0.5)    # until it has unfolded
        self.go_to_end(window)
        for name, text in (('Client-id voor productie', 'kantoor-de-vries'), ('Client-geheim voor productie', 'zeer geheim'),
                           ('Client-id voor acceptatie', 'kantoor-proef'), (PORT, '50123')):
            window.click(window.find(name, role=Role.TEXT, within=window.front()))
            window.key('ctrl+a')
            window.type(text)
            window.key('Return')
        window.find('Het geheim staat in de sleutelbos.')
        window.find(begins='Client-geheim voor productie: bewaard')
        # From the last entry on, down to where it is out of sight.
        window.click(window.find(PORT, role=Role.TEXT, within=window.front()))
        window.tab_to('Aanmelding bewijzen met PKCE')
        window.key('space')
        wait_for('the preferences to be kept', lambda: 'use-pkce=true' in self.kept())
        self.assertIn("client-id='kantoor-de-vries'", self.kept())
        self.assertIn("client-id-acceptance='kantoor-proef'", self.kept())
        self.assertIn('redirect-port=50123', self.kept())
        self.assertNotIn('geheim', self.kept())
        for path in (self.folder / 'keyring', self.dossier):
            self.assertNotIn(b'zeer geheim', path.read_bytes())
        self.assertNotIn('zeer geheim', ' '.join(screen.texts(window.front())))

    def go_to_end(self, window):
        """With the wheel, beside the rows, for a wheel changes numbers."""
        left, top, _, height = window.place(window.front())
        screen.xdotool('mousemove', str(left + 16), str(top + height // 2), 'click', '--repeat', '40', '--delay', '10', '5')
        time.sleep(0.5)

    def kept(self):
        return (self.home / 'config' / 'glib-2.0' / 'settings' / 'keyfile').read_text('utf-8')


if __name__ == '__main__':
    sys.dont_write_bytecode = True
    tap.main()
