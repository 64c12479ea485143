# SPDX-License-Identifier: GPL-3.0-or-later
"""Sending a letter in the window to a mail server that is not ours, and the outbox after it."""
import datetime
import os
import sqlite3
import time

import overstap
from mailserver import MailServer, read
from overstap import employer, person
from screen import Role
from window import WindowCase

DAY = datetime.date.today() + datetime.timedelta(days=40)
SENDER = 'salaris@kantoor.example'


class Send(MailServer, WindowCase):
    def setUp(self):
        super().setUp()
        self.prepare()
        self.serve()
        self.more = {'OVERSTAP_MAIL_PAUSE_MS': '1', 'OVERSTAP_MAIL_RETRY_MS': '50'}

    def clients(self, count, without=()):
        self.office([employer(n, **({'contact_email': ''} if n in without else {})) for n in range(1, count + 1)],
                    [person(n, 1) for n in range(1, count + 1)], '--firm', 'Kantoor Proef')
        base = sqlite3.connect(self.dossier)
        with base:
            base.execute("INSERT INTO setting (name, value) VALUES ('help-phone', '030 1234567'), ('help-contact', 'Petra')")
        base.close()
        self.ok('waves', self.dossier, '--set', '1', '--date', str(DAY), '--employer', *map(str, range(1, count + 1)))

    def open(self):
        home = self.folder / 'home'
        settings = home / 'config' / 'glib-2.0' / 'settings'
        settings.mkdir(parents=True)
        (settings / 'keyfile').write_text(f"[nl/overstap/Overstap]\nsmtp-url='{self.url}'\nsmtp-sender='{SENDER}'\nsmtp-per-minute=30\n", 'utf-8')
        (home / 'config' / 'gtk-4.0').mkdir()
        (home / 'config' / 'gtk-4.0' / 'settings.ini').write_text('[Settings]\ngtk-font-name=Cantarell 11\n', 'utf-8')
        return self.window(str(self.dossier), home=home, settings='keyfile', env=self.more)

    def choose(self, window, entry):
        window.press('Menu')
        window.press(entry)

    def shot(self, window, name):
        folder = os.environ.get('PICTURES')
        if folder:
            window.picture(f'{folder}/{name}.png')

    def to(self):
        return sorted(recipients[0] for recipients, _ in self.got)

    def test_send_and_mend(self):
        self.clients(8, without=(2, 5, 7))
        self.answers['contact@klant4.example'] = ['550 5.1.1 woont hier niet']
        window = self.open()
        window.find(begins='Nr: 1', role=Role.TABLE_ROW)
        self.choose(window, 'Klantmail verzenden…')
        window.find(begins='5 klanten krijgen')
        self.shot(window, 'plan')
        self.answers['MAIL'] = ['550 5.7.1 u niet']
        window.press('Proefbericht aan mijzelf')
        window.find(contains='550 5.7.1 u niet')
        window.press('Proefbericht aan mijzelf')
        window.find(begins='De proef is naar')
        self.assertEqual(self.to(), [SENDER])
        self.shot(window, 'test')
        self.got.clear()
        window.press('Verzenden…')
        window.dialog()
        window.find(contains='hoogstens 30 berichten per minuut')
        self.shot(window, 'confirm')
        window.answer('Verzenden')
        window.find('4 van 5 berichten verstuurd')
        self.assertEqual(self.to(), [f'contact@klant{n}.example' for n in (1, 3, 6, 8)])
        self.shot(window, 'result')
        window.press('Naar het Postvak UIT')
        window.find(contains='voor contact@klant4.example: 550 5.1.1 woont hier niet')
        window.find('1 geweigerd · 4 verstuurd')
        self.shot(window, 'outbox')
        window.press('Opnieuw verzenden')
        window.press('Verzenden wat wacht')
        window.find('1 bericht verstuurd.')
        self.assertEqual(self.to(), [f'contact@klant{n}.example' for n in (1, 3, 4, 6, 8)])
        self.shot(window, 'mended')

    def test_stop_and_go_on(self):
        """Who stops it in the middle finds the others waiting; nobody gets it twice."""
        self.more['OVERSTAP_MAIL_PAUSE_MS'] = '700'
        self.clients(6)
        window = self.open()
        window.find(begins='Nr: 1', role=Role.TABLE_ROW)
        self.choose(window, 'Klantmail verzenden…')
        window.press('Verzenden…')
        window.answer('Verzenden')
        window.find(contains='2 van 6 berichten')
        self.shot(window, 'running')
        window.press('Stop')
        window.find(contains='moeten nog verstuurd worden')
        self.shot(window, 'stopped')
        self.assertLess(len(self.got), 6)
        window.press('Naar het Postvak UIT')
        window.press('Verzenden wat wacht')
        window.find(contains='berichten verstuurd.')
        self.assertEqual(self.to(), [f'contact@klant{n}.example' for n in range(1, 7)])
        for recipients, content in self.got:
            message = read(content)
            self.assertEqual([one.addr_spec for one in message['To'].addresses], recipients)
            self.assertEqual(len(list(message.iter_attachments())), 2)

    def test_later_then_fine(self):
        """What the server wants later waits until a time that is said, and then goes; none goes sooner than the preferences let it."""
        self.more = {'OVERSTAP_MAIL_RETRY_MS': '6000'}
        came = []
        self.when = lambda server: came.append(time.monotonic())
        self.clients(3)
        self.answers['contact@klant2.example'] = ['450 4.2.0 straks']
        window = self.open()
        window.find(begins='Nr: 1', role=Role.TABLE_ROW)
        self.choose(window, 'Klantmail verzenden…')
        window.press('Verzenden…')
        window.answer('Verzenden')
        window.find(contains='Het gaat vanzelf verder om')
        self.shot(window, 'later')
        window.find(contains='3 berichten verstuurd')
        self.assertEqual(self.to(), [f'contact@klant{n}.example' for n in (1, 2, 3)])
        self.assertGreater(min(after - before for before, after in zip(came, came[1:])), 1.8)


if __name__ == '__main__':
    overstap.main()
