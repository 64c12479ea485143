# SPDX-License-Identifier: GPL-3.0-or-later
"""The employee's side without a browser: what is pressed twice, comes from another device, or after a long time."""
import datetime
import sqlite3
import threading
import time
import unicodedata
import urllib.parse

import overstap
from overstap import LoketCase
from pages import Visitor

PASSWORD = 'drie groene fietsen'
BORN = datetime.date(1988, 9, 22)


class Employee(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=2, employees=60)
        self.sql("UPDATE employee SET trouble = '', email = 'persoon' || id || '@gmail.com', birth_day = ?", BORN.toordinal())
        self.head = self.loket.sign_in()

    def sql(self, text, *values):
        """Puts into the file of the server what no page lets one write."""
        with sqlite3.connect(self.loket.data / 'oefenloket.sqlite', timeout=30) as base:
            base.execute(text, values)
        base.close()

    def invite(self, count=1):
        """The invitations of some who can be invited."""
        path = f'/v2/providers/employers/{self.loket.listed("/v2/providers/employers/minimized", self.head)[0]["id"]}/employees'
        people = [row['employee'] for row in self.loket.listed(path + '/selfservice/migration', self.head)][:count]
        status, data = self.loket.request('PATCH', path + '/essaccessstatus', [{'employeeId': one['id'], 'action': 'SendInvite'} for one in people], self.head)
        self.assertLess(status, 300, data)
        while len(self.loket.mails('invitation')) < count:
            time.sleep(0.05)
        return self.loket.mails('invitation')

    def make_account(self, visitor, mail):
        visitor.open(mail['link'])
        visitor.send(voornaam='Sanne')
        return [one for one in self.loket.mails('activation') if one['to'] == mail['to']][-1]

    def at_once(self, visitor, times, path, **fields):
        """Sends a form several times at the same moment, as an impatient finger does. Returns: the statuses."""
        statuses = []
        body = urllib.parse.urlencode({'csrf': visitor.page.token, **fields})
        head = {'Content-Type': 'application/x-www-form-urlencoded', 'Cookie': '; '.join(f'{name}={value}' for name, value in visitor.cookies.items())}

        def send():
            line = overstap.http.client.HTTPConnection(self.loket.at.hostname, self.loket.at.port, timeout=60)
            line.request('POST', path, body, head)
            statuses.append(line.getresponse().status)
            line.close()

        threads = [threading.Thread(target=send) for _ in range(times)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return statuses

    def counts(self, *events):
        """How often each of them happened."""
        happened = [event for _, event in self.loket.events()]
        return [happened.count(event) for event in events]

    def test_pressed_many_times(self):
        mail, = self.invite()
        visitor = Visitor(self.loket)
        visitor.open(mail['link'])
        statuses = self.at_once(visitor, 5, visitor.page.path, voornaam='Sanne')
        self.assertLess(max(statuses), 400, statuses)
        second, = self.loket.mails('activation')
        visitor.open(second['link'])
        statuses = self.at_once(visitor, 5, visitor.page.path, wachtwoord=PASSWORD, nogmaals=PASSWORD)
        self.assertEqual(sorted(statuses), [303, 410, 410, 410, 410])
        self.assertEqual(self.counts('activated'), [1])
        visitor.open('/mijnloket/inloggen')
        visitor.send(email=mail['to'], wachtwoord=PASSWORD)
        self.assertEqual(visitor.page.heading, 'Je geboortedatum')
        statuses = self.at_once(visitor, 5, visitor.page.path, dag=BORN.day, maand=BORN.month, jaar=BORN.year)
        self.assertEqual(statuses, [303] * 5)
        self.assertEqual(self.counts('activated', 'linked'), [1, 1])
        self.assertEqual([len(self.loket.mails(kind)) for kind in ('activation', 'confirmation')], [1, 1])

    def test_password_from_another_device(self):
        """One writes é as one character, the other as an e with an accent after it."""
        mail, = self.invite()
        visitor = Visitor(self.loket)
        visitor.open(self.make_account(visitor, mail)['link'])
        phone, desk = (unicodedata.normalize(form, 'één élégante fiets') for form in ('NFD', 'NFC'))
        self.assertNotEqual(phone, desk)
        visitor.send(wachtwoord=phone, nogmaals=phone)
        other = Visitor(self.loket)
        other.open('/mijnloket/inloggen')
        other.send(email=mail['to'].upper(), wachtwoord=desk)
        self.assertEqual(other.page.heading, 'Je geboortedatum')

    def test_half_an_hour_later(self):
        mail, = self.invite()
        visitor = Visitor(self.loket)
        visitor.open(self.make_account(visitor, mail)['link'])
        visitor.send(wachtwoord=PASSWORD, nogmaals=PASSWORD)
        visitor.send('/mijnloket/inloggen', email=mail['to'], wachtwoord=PASSWORD)
        waiting = visitor.page.path
        self.sql('UPDATE session SET seen_at = seen_at - 1801')
        visitor.open(waiting)
        self.assertEqual(visitor.page.heading, 'Inloggen bij MijnLoket')
        self.assertIn('te lang weggeweest', visitor.page.text)
        visitor.send('/mijnloket/inloggen', email=mail['to'], wachtwoord=PASSWORD)
        self.assertEqual(visitor.page.path, waiting)
        # Who comes for the first time was not away.
        stranger = Visitor(self.loket)
        stranger.open('/mijnloket')
        self.assertNotIn('te lang weggeweest', stranger.page.text)

    def test_what_is_anothers_stays_so(self):
        """Numbers in a path are no key."""
        first, second = self.invite(2)
        visitors = []
        for mail in (first, second):
            visitor = Visitor(self.loket)
            visitor.open(self.make_account(visitor, mail)['link'])
            visitor.send(wachtwoord=PASSWORD, nogmaals=PASSWORD)
            visitor.send('/mijnloket/inloggen', email=mail['to'], wachtwoord=PASSWORD)
            self.assertEqual(visitor.page.heading, 'Je geboortedatum')
            visitors.append((visitor, visitor.page.path))
        (one, _), (_, path) = visitors
        self.assertEqual(one.open(path).heading, 'Dag Sanne')
        one.send(path, dag='1', maand='1', jaar='1988')
        self.assertEqual(self.counts('linked'), [0])
        number = path.rsplit('/', 1)[1]
        for other in (f'/mijnloket/werkgever/{number}', f'/mijnloket/loonstrook/{number}/1', f'/werknemerloket/loonstrook/{number}'):
            self.assertNotIn('Loonstrook', one.open(other).heading or '')


if __name__ == '__main__':
    overstap.main()
