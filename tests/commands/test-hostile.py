# SPDX-License-Identifier: GPL-3.0-or-later
"""An office whose clients and employees have hostile names: its files are read back, everything goes its way, and no log tells of anybody."""
import csv
import datetime
import email
import email.policy
import io
import re
import sqlite3
import subprocess
import time
import urllib.parse

import hostile
import overstap
from overstap import LoketCase
from pages import Visitor

PASSWORD = 'drie groene fietsen'
# What a spreadsheet takes for a formula.
FORMULA = ('=', '+', '-', '@', '\t', '\r')


def plain(text):
    """A name as one line: how spaces, line breaks and marks of direction are kept is each file's own."""
    return ' '.join(re.sub(r'[\u202a-\u202e\ufffd]', '', text).split())


def as_windows(name):
    """As Windows-1252 writes it, which has no letter for some of them."""
    return plain(name.encode('cp1252', 'replace').decode('cp1252'))


NAMES = {plain(name) for name in hostile.NAMES}


class LoudPractice(overstap.Practice):
    """Everything is logged, to standard output as well: both go to one file."""

    def __enter__(self):
        path = self.case.folder / 'practice.log'
        self.log = path.open('wb')
        environment = {**self.case.environment(), 'G_MESSAGES_DEBUG': 'all', 'G_DEBUG': ''}
        self.process = subprocess.Popen(self.command, cwd=self.case.folder, env=environment, stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=subprocess.STDOUT)
        found = None
        while found is None and self.process.poll() is None:
            time.sleep(0.02)
            found = re.search(r'^(http://127\.0\.0\.1:\d+)$', path.read_text(encoding='utf-8'), re.MULTILINE)
        self.url = found[1]
        self.at = urllib.parse.urlsplit(self.url)
        return self

    def __exit__(self, kind, value, trace):
        self.process.terminate()
        self.process.wait(10)
        self.log.close()


class HostileOffice(LoketCase):
    practice_class = overstap.Practice

    def setUp(self):
        super().setUp()
        self.data = self.folder / 'loket'
        count = len(hostile.NAMES)
        options = dict(employers=count, employees=4 * count, data=self.data)
        with overstap.Practice(self, **options):
            pass
        with sqlite3.connect(self.data / 'oefenloket.sqlite') as base:
            for place, name in enumerate(hostile.NAMES):
                base.execute('UPDATE employer SET name = ?1, contact_name = ?1, handler = ?1, city = ?1 WHERE id % ?2 = ?3', (name, count, place))
                base.execute('UPDATE employee SET last_name = ?1, first_name = ?1, formatted_name = ?1 WHERE employer % ?2 = ?3', (name, count, place))
            base.execute("UPDATE employee SET trouble = '', email = 'persoon' || id || '@gmail.com', birth_day = coalesce (birth_day, 726000)")
            base.execute("UPDATE employee SET ess = 'NoAccessToClient', wnl = 'HasAccessToClient', death_day = NULL, service_end = NULL")
            base.execute('UPDATE employment SET end_day = NULL')
            base.execute('UPDATE employer SET mijnloket = 1, product_500 = 1')
        base.close()
        self.loket = self.enterContext(self.practice_class(self, **options))

    def assertHarmless(self, rows):
        for cells in rows:
            for cell in cells:
                self.assertFalse(cell.startswith(FORMULA), 'a cell that a spreadsheet would run')


class Files(HostileOffice):
    def test_are_read_back(self):
        self.office_of(self.loket)
        with sqlite3.connect(f'file:{self.dossier}?mode=ro', uri=True) as base:
            clients = {plain(name) for name, in base.execute('SELECT name FROM employer')}
            people = {plain(name) for name, in base.execute('SELECT last_name FROM employee')}
        base.close()
        self.assertEqual(clients, NAMES)
        self.assertLessEqual(people, {as_windows(name) for name in hostile.NAMES})
        self.assertGreater(len(people), len(NAMES) - 3)

    def test_go_out_harmless(self):
        self.office_of(self.loket)
        self.ok('waves', self.dossier, '--route', 'loket', '--employer', *sorted({key[0] for key in self.people_with('ready')}))
        for kind in ('client-list', 'not-yet-mijnloket', 'overview', 'corrections', 'fallout'):
            with self.subTest(kind):
                self.assertHarmless(self.export(kind))

    def test_conversion_by_loket_and_back(self):
        self.office_of(self.loket)
        ready = self.people_with('ready')
        self.clear_in_loket(self.loket, ready, count=8)
        self.ok('waves', self.dossier, '--route', 'loket', '--employer', *sorted({key[0] for key in ready}))
        self.ok('letters', self.dossier, 'ticket', '-o', self.folder / 'ticket')
        for path in (self.folder / 'ticket').glob('*.eml'):
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            self.assertEqual({'bcc', 'x-injected'} & {name.lower() for name in message.keys()}, set())
        self.ok('submit', self.dossier, '--ticket', '1')
        visitor = Visitor(self.loket)
        visitor.open('/loket/inloggen')
        visitor.send()
        visitor.open('/loket/tickets/nieuw')
        year, month, day = self.loket.get('/practice/clock')['today'].split('-')
        page = visitor.send_file('/loket/tickets/klantlijst', 'bestand', 'klantlijst.csv', (self.folder / 'ticket' / 'klantlijst.csv').read_bytes(),
                                 datum=f'{int(day)}-{int(month)}-{year}')
        self.assertEqual(page.path, '/loket/tickets/1')
        status, data = self.loket.request('GET', '/practice/tickets/1')
        self.assertEqual(status, 200)
        self.assertHarmless(csv.reader(io.StringIO(data.decode('utf-8-sig'), newline=''), delimiter=';'))
        file = self.write('uitvallijst.csv', data)
        answer = self.counted(self.ok('import', self.dossier, 'fallout', file))
        self.assertGreaterEqual(answer['added'], 8)
        self.assertEqual(answer['refused'], [])

    def test_over_the_api(self):
        self.office_of(self.loket)
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertAddsUp(answer)
        self.assertEqual(answer['unknown'], 0)
        self.assertNobodyStranded(self.loket)


class Logs(HostileOffice):
    """What is logged with everything switched on holds no name, address, birth date, secret or password."""
    practice_class = LoudPractice

    def personal(self):
        found = set()
        with sqlite3.connect(self.data / 'oefenloket.sqlite') as base:
            for address, bsn, born in base.execute('SELECT email, bsn, birth_day FROM employee'):
                day = datetime.date.fromordinal(born)
                found |= {address, bsn, day.isoformat(), day.strftime('%d-%m-%Y')}
            found.update(secret for secret, in base.execute('SELECT secret FROM mail WHERE secret IS NOT NULL'))
            found.update(password for password, in base.execute('SELECT password FROM account WHERE password IS NOT NULL'))
        base.close()
        return {word for word in found | NAMES | {PASSWORD, 'iets anders dan dit'} if word and len(word) >= 6}

    def walk(self, mail):
        """Everything that an employee can do, right and wrong."""
        with sqlite3.connect(self.data / 'oefenloket.sqlite') as base:
            (born,), = base.execute('SELECT birth_day FROM employee WHERE email = ?', (mail['to'],))
        base.close()
        visitor = Visitor(self.loket)
        visitor.open(mail['link'])
        visitor.send(voornaam='')
        visitor.send(mail['link'][len(self.loket.url):], voornaam=hostile.NAMES[0])
        self.assertEqual(visitor.page.heading, 'Kijk nu in je mail')
        link = [one for one in self.loket.mails('activation') if one['to'] == mail['to']][-1]['link']
        visitor.open(link)
        visitor.send(wachtwoord='kort', nogmaals='kort')
        visitor.send(wachtwoord=PASSWORD, nogmaals=PASSWORD)
        self.assertEqual(visitor.page.heading, 'Inloggen bij MijnLoket')
        visitor.send('/mijnloket/inloggen', email=mail['to'], wachtwoord='iets anders dan dit')
        visitor.open('/mijnloket/wachtwoord')
        visitor.send(email=mail['to'])
        visitor.open('/mijnloket/inloggen')
        visitor.send(email=mail['to'], wachtwoord=PASSWORD)
        self.assertEqual(visitor.page.heading, 'Je geboortedatum')
        visitor.send(dag='1', maand='1', jaar='1901')
        born = datetime.date.fromordinal(born)
        visitor.send(dag=born.day, maand=born.month, jaar=born.year)
        self.assertIn('Je account is gereed', visitor.page.text)
        visitor.open(mail['link'])
        visitor.open(f'/mail?aan={mail["to"]}')
        visitor.open(f'/mail/{mail["id"]}')

    def test_hold_nothing_personal(self):
        self.office_of(self.loket)
        said = []
        for args in (('check', self.dossier, '--list'), ('apply', self.dossier, '--yes'), ('track', self.dossier), ('fallout', self.dossier)):
            done = subprocess.run([overstap.PROGRAM, *map(str, args)], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, check=False,
                                  env={**self.environment(), 'G_MESSAGES_DEBUG': 'all', 'G_DEBUG': ''}, timeout=120)
            said.append((done.stdout + done.stderr).decode('utf-8'))
        for mail in self.loket.mails('invitation')[:3]:
            self.walk(mail)
        user = Visitor(self.loket)
        user.open('/werknemerloket')
        user.send(gebruiker='20001-1', wachtwoord='oefenloket')
        self.loket.advance(5)
        self.loket.activate(share=0.5, seed=1)
        log = (self.folder / 'practice.log').read_text(encoding='utf-8')
        self.assertIsNotNone(re.search('ovs-practice-routes-DEBUG: .*POST: 303', log), 'nothing was logged')
        text = plain('\n'.join([log, *said])).lower()
        words = self.personal()
        self.assertGreater(len(words), 150)
        for number, word in enumerate(sorted(words)):
            # Not even the test's own output tells which one.
            self.assertFalse(word.lower() in text, f'personal data number {number} of {len(words)} was logged')


if __name__ == '__main__':
    overstap.main()
