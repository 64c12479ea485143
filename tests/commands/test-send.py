# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap send` with a mail server that is not ours, killed at any moment: every message once, or shown as unknown."""
import collections
import datetime
import os
import pathlib
import random
import re
import sqlite3
import ssl
import subprocess
import time
import unittest

import overstap
from mailserver import Controller, MailServer, read

try:
    from aiosmtpd.smtp import AuthResult
except ImportError:
    AuthResult = None

DAY = datetime.date.today() + datetime.timedelta(days=40)
SENDER = 'salaris@kantoor.example'


@unittest.skipIf(Controller is None, 'there is no aiosmtpd for Python here')
class SendCase(MailServer, overstap.OfficeCase):
    def setUp(self):
        super().setUp()
        self.prepare()
        self.more = {'OVERSTAP_MAIL_PAUSE_MS': '1', 'OVERSTAP_MAIL_RETRY_MS': '50', 'OVERSTAP_MAIL_ANSWER_MS': '5000'}

    def environment(self, dutch=False):
        return {**super().environment(dutch), 'GSETTINGS_SCHEMA_DIR': os.environ.get('GSETTINGS_SCHEMA_DIR', ''), **self.more}

    def clients(self, count, **cells):
        self.office([overstap.employer(n, **cells) for n in range(1, count + 1)], [overstap.person(n, 1) for n in range(1, count + 1)],
                    '--firm', 'Kantoor Proef')
        self.sql("INSERT INTO setting (name, value) VALUES ('help-phone', '030 1234567'), ('help-contact', 'Petra')")
        self.round(DAY, *range(1, count + 1))

    def sql(self, text):
        with sqlite3.connect(self.dossier) as base:
            base.executescript(text)
        base.close()

    def rows(self, text):
        base = sqlite3.connect(self.dossier)
        try:
            return base.execute(text).fetchall()
        finally:
            base.close()

    def round(self, day, *numbers):
        more = ['--employer', *map(str, numbers)] if numbers else []
        self.ok('waves', self.dossier, '--set', '1', '--date', str(day), *more)

    def options(self, *more):
        return ('client', '--smtp', self.url, '--sender', SENDER, *more)

    def send(self, *more):
        return self.ok('send', self.dossier, *self.options('--yes', *more), timeout=300)

    def said(self, *more):
        """Tells of what is unknown what somebody saw; how many that were."""
        return self.ok('send', self.dossier, 'client', *more)['changed']

    def assertOnce(self, count):
        to = collections.Counter(recipients[0] for recipients, _ in self.got)
        self.assertEqual(set(to.values()), {1}, to)
        self.assertEqual(len(to), count)
        for recipients, content in self.got:
            self.assertRight(recipients, read(content))

    def assertRight(self, recipients, message):
        """Well formed, and about nobody but the client that it goes to."""
        number = re.fullmatch(r'contact@klant(\d+)\.example', recipients[0])[1]
        self.assertEqual([one.addr_spec for one in message['To'].addresses], recipients)
        self.assertEqual(message['From'].addresses[0].addr_spec, SENDER)
        for part in message.walk():
            self.assertEqual(part.defects, [])
        parts = [message['Subject'] + message.get_body((kind,)).get_content() for kind in ('plain', 'html')]
        text, flyer = message.iter_attachments()
        parts.append(text.get_content())
        for part in parts:
            self.assertEqual(set(re.findall(r'Klant (\d+) B\.V\.', part)), {number})
            # No employee is named in what goes to a client.
            self.assertNotIn('Anna', part)
            self.assertNotIn('Proef' + ''.join(chr(ord('a') + int(digit)) for digit in number) + 'x', part)
        self.assertEqual(flyer.get_content_type(), 'application/pdf')
        self.assertEqual(flyer.get_content()[:5], b'%PDF-')
        for attachment in (text, flyer):
            self.assertEqual(re.search(r'-(\d+)-klant-(\d+)-bv', attachment.get_filename()).groups(), (number, number))


class Sending(SendCase):
    def test_who_gets_what_and_once(self):
        self.clients(4)
        self.serve()
        shown = self.ok('send', self.dossier, 'client')
        self.assertEqual((shown['to_send'], shown['skipped']), (4, 0))
        self.assertEqual(self.got, [])
        answer = self.send()
        self.assertEqual((answer['sent'], answer['refused'], answer['unknown'], answer['skipped'], answer['waiting']), (4, 0, 0, 0, 0))
        self.assertOnce(4)
        self.assertEqual(len({read(content)['Message-ID'] for _, content in self.got}), 4)
        self.assertEqual(self.rows('SELECT DISTINCT answer, content FROM letter'), [('250 2.0.0 in de rij', None)])
        self.assertEqual(self.rows('SELECT count(informed_on) FROM employer'), [(4,)])
        again = self.send()
        self.assertEqual((again['sent'], again['skipped']), (0, 4))
        self.assertEqual({row['state'] for row in again['rows']}, {'has-it'})
        self.assertOnce(4)

    def test_another_day_is_a_correction(self):
        self.clients(2)
        self.serve()
        self.send('--employer', '1')
        self.got.clear()
        self.round(DAY + datetime.timedelta(days=7))
        answer = self.send('--wave', '1')
        self.assertEqual(answer['sent'], 2)
        self.assertEqual({row['employer']: row['piece'] for row in answer['rows']}, {'1': 'correction', '2': 'client'})
        self.assertOnce(2)

    def test_who_withdrew_or_has_no_address(self):
        self.clients(3)
        self.import_employers(overstap.employer(2, contact_email=''), name='2.csv')
        self.ok('exclude', self.dossier, '--employer', '3', '--reason', 'toch niet')
        self.serve()
        answer = self.send('--employer', '1', '2', '3')
        self.assertEqual((answer['sent'], answer['skipped']), (1, 2), answer['rows'])
        self.assertEqual({row['employer']: row['state'] for row in answer['rows']}, {'1': 'sent', '2': 'problem', '3': 'withdrawn'})
        self.assertOnce(1)

    def test_a_test_to_oneself(self):
        self.clients(2)
        self.serve()
        self.ok('send', self.dossier, *self.options('--test', 'ik@kantoor.example'))
        (recipients, content), = self.got
        self.assertEqual(recipients, ['ik@kantoor.example'])
        self.assertTrue(read(content)['Subject'].startswith('[proef] '))
        self.assertEqual(self.rows('SELECT count(*) FROM letter'), [(0,)])

    def test_hostile_names(self):
        self.clients(1, name='Klant 1 B.V.', contact='Jan "x" <a@b.c>, Bcc: y@example.com =?utf-8?q?z?=')
        self.serve()
        self.assertEqual(self.send()['sent'], 1)
        self.assertOnce(1)
        self.assertNotIn('Bcc', read(self.got[0][1]))

    def test_wrong_use(self):
        self.clients(1)
        self.serve()
        for options in (('nergens',), ('briefing',), self.options('--yes', '--test', 'a@b.nl'), self.options('--test', 'x'),
                        self.options('--yes', '--arrived'), ('client', '--arrived', '--again'), self.options('--test', 'a@b.nl', '--again')):
            with self.subTest(options):
                self.wrong_use('send', self.dossier, *options)
        self.assertIn('mail', self.refused('send', self.dossier, 'client', '--yes')['message'])
        self.refused('send', self.dossier, 'client', '--yes', '--smtp', 'http://x', '--sender', SENDER)


class Trouble(SendCase):
    """Each trouble of the server has its own sentence; nothing is lost, nothing goes twice."""

    def certificates(self, names, days=2, authority='proef'):
        folder = self.folder / 'tls'
        folder.mkdir(exist_ok=True)
        key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
        (folder / 'ext').write_text(f'subjectAltName={names}\n', encoding='ascii')
        for command in (['req', '-x509', *key, '-keyout', f'{authority}.key', '-out', f'{authority}.pem', '-subj', '/CN=Proef', '-days', '2'],
                        ['req', *key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=server'],
                        ['x509', '-req', '-in', 'server.csr', '-CA', f'{authority}.pem', '-CAkey', f'{authority}.key', '-CAcreateserial',
                         '-out', 'server.pem', '-days', str(days), '-extfile', 'ext']):
            subprocess.run(['openssl', *command], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / 'server.pem', folder / 'server.key')
        return context, folder / f'{authority}.pem'

    def refused_line(self, word, *more):
        message = self.refused('send', self.dossier, *self.options('--yes', *more))['message']
        self.assertIn(word, message)
        self.assertEqual(self.got, [])
        self.assertEqual(self.rows('SELECT DISTINCT state FROM letter'), [('waiting',)])

    def test_certificates(self):
        self.clients(2)
        context, authority = self.certificates('DNS:localhost', days=-1)
        self.serve(tls_context=context)
        self.refused_line('expired', '--authorities', authority)
        self.stop(self.server)
        context, authority = self.certificates('DNS:mail.elders.example')
        self.serve(tls_context=context)
        self.refused_line('another server', '--authorities', authority)
        _, other = self.certificates('DNS:localhost', authority='ander')
        self.refused_line('vouches', '--authorities', other)
        self.stop(self.server)
        self.serve()
        self.refused_line('no encrypted line', '--authorities', other)
        self.stop(self.server)
        context, authority = self.certificates('DNS:localhost')
        self.serve(tls_context=context, require_starttls=True)
        self.assertEqual(self.send('--authorities', authority)['sent'], 2)
        self.assertOnce(2)

    def test_signing_in(self):
        self.clients(2)

        def check(server, session, envelope, mechanism, data):
            return AuthResult(success=(data.login, data.password) == (b'jan', b'groene fiets'), handled=False)

        self.serve(authenticator=check, auth_required=True, auth_require_tls=False)
        self.refused_line('user name')
        self.more['OVERSTAP_SMTP_PASSWORD'] = 'rode fiets'
        self.refused_line('password', '--user', 'jan')
        self.more['OVERSTAP_SMTP_PASSWORD'] = 'groene fiets'
        self.assertEqual(self.send('--user', 'jan')['sent'], 2)
        self.assertOnce(2)
        self.assertNotIn(b'fiets', self.bytes_of_dossier())

    def test_nobody_there(self):
        self.clients(1)
        self.serve()
        self.stop(self.server)
        self.refused_line('does not answer')

    def test_refused_recipient(self):
        self.clients(3)
        self.serve()
        self.answers['contact@klant2.example'] = ['550 5.1.1 woont hier niet']
        answer = self.send()
        self.assertEqual((answer['sent'], answer['refused']), (2, 1))
        self.assertEqual([row.get('reason') for row in answer['rows'] if row['state'] == 'refused'], ['550 5.1.1 woont hier niet'])
        self.assertEqual(self.rows("SELECT informed_on FROM employer WHERE number = '2'"), [(None,)])
        self.assertEqual(self.send()['sent'], 1)
        self.assertOnce(3)

    def test_refused_sender(self):
        self.clients(2)
        self.serve()
        self.answers['MAIL'] = ['550 5.7.1 u niet']
        self.refused_line(SENDER)
        self.assertEqual(self.send()['sent'], 2)
        self.assertOnce(2)

    def test_later_then_fine(self):
        self.clients(3)
        self.serve()
        self.answers['contact@klant1.example'] = ['450 4.2.0 straks', '450 4.2.0 straks']
        answer = self.send()
        self.assertEqual((answer['sent'], answer['waiting']), (3, 0))
        self.assertOnce(3)

    def test_later_for_ever(self):
        self.clients(2)
        self.serve()
        self.answers['contact@klant1.example'] = ['450 4.2.0 straks'] * 4
        answer = self.send()
        self.assertEqual((answer['sent'], answer['waiting']), (1, 1))
        self.assertEqual(self.send()['sent'], 1)
        self.assertOnce(2)

    def test_busy(self):
        self.clients(2)
        self.serve()
        self.answers['MAIL'] = ['421 4.7.0 te druk'] * 2
        self.assertEqual(self.send()['sent'], 2)
        self.assertOnce(2)

    def test_too_large(self):
        self.clients(1)
        self.serve()
        self.when = lambda server: self.got.clear() or '552 5.3.4 te groot'
        self.assertEqual(self.send()['refused'], 1)

    def test_gone_in_the_middle(self):
        """The server takes the third message and is gone before it can say so."""
        self.clients(5)
        self.serve()
        self.when = lambda server: server.transport.abort() if len(self.got) == 3 else None
        answer = self.send()
        self.assertEqual((answer['sent'], answer['unknown'], answer['waiting']), (4, 1, 0))
        again = self.send()
        self.assertEqual((again['sent'], again['unknown']), (0, 0))
        self.assertEqual(sorted(row['state'] for row in again['rows']), ['has-it'] * 4 + ['unknown'])
        self.assertOnce(5)
        self.assertEqual(self.said('--arrived'), 1)
        self.assertEqual(self.rows('SELECT count(informed_on) FROM employer'), [(5,)])
        self.assertEqual({row['state'] for row in self.send()['rows']}, {'has-it'})
        self.assertEqual(self.said('--again'), 0)
        self.assertOnce(5)

    def test_gone_before_it_came(self):
        """The server loses a message when it goes down: whoever looked says so, and only that one goes again."""
        self.clients(3)
        self.serve()
        lost = []

        def lose(server):
            if len(self.got) == 2 and not lost:
                lost.append(self.got.pop())
                server.transport.abort()

        self.when = lose
        self.assertEqual(self.send()['unknown'], 1)
        self.assertEqual(len(self.got), 2)
        number, = (row['employer'] for row in self.send()['rows'] if row['state'] == 'unknown')
        other = next(str(n) for n in (1, 2, 3) if str(n) != number)
        self.assertEqual(self.said('--again', '--employer', other), 0)
        self.assertEqual(self.send('--again', '--employer', number)['sent'], 1)
        self.assertOnce(3)


def crash_points():
    app = pathlib.Path(__file__).resolve().parents[2] / 'app/letters'
    return [name for path in sorted(app.glob('post*.c')) for name in re.findall(r'ovs_crash_point \("([^"]+)"\)', path.read_text(encoding='utf-8'))]


class Many(SendCase):
    def test_two_thousand(self):
        """A message costs as much when 2,000 wait as when few do, with --full."""
        if os.environ.get('OVERSTAP_FULL') != '1':
            self.skipTest('only with --full')
        self.clients(2000)
        self.serve()
        process = subprocess.Popen([overstap.PROGRAM, 'send', str(self.dossier), *self.options('--yes'), '--json'], cwd=self.folder,
                                   env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        read_at, memory = {}, 0
        while process.poll() is None:
            try:
                memory = max(memory, self.kilobytes(process, 'status', 'VmHWM'))
                read_at[len(self.got)] = self.kilobytes(process, 'io', 'rchar') / 1000
            except (OSError, KeyError):
                break
            time.sleep(0.02)
        self.assertEqual(process.wait(300), 0)
        self.assertOnce(2000)
        first, last = min(n for n in read_at if n > 0), max(read_at)
        each = (read_at[last] - read_at[first]) / (last - first)
        print(f'# {each:.0f} kB read for a message, {memory // 1000} MB of memory')
        self.assertLess(each, 1000)
        self.assertLess(memory, 400_000)

    @staticmethod
    def kilobytes(process, file, name):
        """A number that the kernel has of @process: of io in bytes."""
        with open(f'/proc/{process.pid}/{file}', encoding='ascii') as lines:
            return int(dict(line.split(':') for line in lines)[name].split()[0])


class Killed(SendCase):
    def start(self, *more):
        process = subprocess.Popen([overstap.PROGRAM, 'send', str(self.dossier), *self.options('--yes', *more), '--json'], cwd=self.folder,
                                   env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return process

    def assertAtMostOnce(self):
        to = collections.Counter(recipients[0] for recipients, _ in self.got)
        self.assertLessEqual(set(to.values()), {1}, to)

    def finish(self, count):
        """Everybody got it once; who did not is told as unknown."""
        while self.send()['waiting']:
            pass
        states = dict(self.rows("SELECT c.contact_email, l.state FROM letter l JOIN employer c ON c.id = l.employer WHERE l.state <> 'dropped'"))
        self.assertEqual(len(states), count)
        self.assertLessEqual(set(states.values()), {'sent', 'unknown'})
        self.assertAtMostOnce()
        got = {recipients[0] for recipients, _ in self.got}
        sent = {address for address, state in states.items() if state == 'sent'}
        self.assertLessEqual(sent, got)
        self.assertEqual(set(states) - got - {address for address, state in states.items() if state == 'unknown'}, set())
        for recipients, content in self.got:
            self.assertRight(recipients, read(content))
        self.resolve({address for address, state in states.items() if state == 'unknown'}, got)
        self.assertOnce(count)
        self.assertEqual(self.rows("SELECT count(DISTINCT employer) FROM letter WHERE state = 'sent'"), [(count,)])
        return len(states) - len(sent)

    def resolve(self, unknown, got):
        """Somebody looks for each that is unknown whether it arrived; what did not goes again."""
        came, lost = ([re.search(r'\d+', address)[0] for address in addresses] for addresses in (unknown & got, unknown - got))
        if came:
            self.assertEqual(self.said('--arrived', '--employer', *came), len(came))
        if lost:
            self.assertEqual(self.send('--again', '--employer', *lost)['sent'], len(lost))

    def test_at_every_point(self):
        if os.environ.get('OVERSTAP_CRASH_POINTS') != '1':
            self.skipTest('this build has no crash points')
        names = crash_points()
        self.assertEqual(len(names), 7)
        self.clients(24)
        self.serve()
        for name in names:
            for times in (1, 2) if 'posting' not in name else (1,):
                self.more['OVERSTAP_CRASH'] = f'{name}:{times}'
                self.assertIn(self.start().wait(120), (0, -9), name)
                self.assertAtMostOnce()
        del self.more['OVERSTAP_CRASH']
        self.assertLessEqual(self.finish(24), 6)

    def some(self, chance, clients):
        """Another choice of clients each time."""
        return chance.choice(((), ('--wave', '1'), ('--employer', *map(str, chance.sample(range(1, clients + 1), clients // 3)))))

    def at_random(self, clients, kills):
        """Killed while it makes messages, between two of them, and while the server takes one; each run is for other clients."""
        seed = int(os.environ.get('SEED', '0')) or random.SystemRandom().randrange(1, 10000)
        print(f'# seed {seed}')
        chance = random.Random(seed)
        self.clients(clients)
        self.serve()
        self.pause = lambda: chance.uniform(0, 0.03)
        killed = 0
        for _ in range(kills):
            until = len(self.got) + chance.randint(0, max(2, 2 * clients // kills))
            process = self.start(*self.some(chance, clients))
            end = time.monotonic() + chance.uniform(0.5, 5)
            while len(self.got) < until and process.poll() is None and time.monotonic() < end:
                time.sleep(0.002)
            time.sleep(chance.uniform(0, 0.04))
            killed += overstap.kill(process)
            self.assertAtMostOnce()
        self.pause = None
        came = len(self.got)
        unknown = self.finish(clients)
        self.assertLessEqual(unknown, killed)
        print(f'# {killed} kills, {came} of {clients} came by then, {unknown} unknown')

    def test_at_random(self):
        self.at_random(30, 6)

    def test_all(self):
        """200 clients, with --full."""
        if os.environ.get('OVERSTAP_FULL') != '1':
            self.skipTest('only with --full')
        self.at_random(200, 40)


if __name__ == '__main__':
    overstap.main()
