# SPDX-License-Identifier: GPL-3.0-or-later
"""The mails of the practice Loket: Python's own library reads them, whatever people are called, and each goes out once, in order."""
import datetime
import email
import email.policy
import html.parser
import http.cookies
import re
import socket
import sqlite3
import time
import unittest
import urllib.parse

import hostile
import overstap
from overstap import Practice

try:
    from aiosmtpd.controller import Controller
except ImportError:
    Controller = None

KINDS = ('invitation', 'reminder', 'activation', 'confirmation', 'blocked')
HEADERS = {'auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'}
SENDER = 'geen-antwoord@oefenloket.invalid'

# What people and employers can be called, besides the names that every page has to stand: those that are hard on a mail.
NAMES = (
    *hostile.NAMES,
    'Jan <b>', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='x", '</p></div></body></html>', '&lt;b&gt; &amp;',
    'Jan\r\nBcc: iedereen@example.com', 'Jan\nBcc: x@example.com\n\n<b>vet</b>', 'Jan\rBcc: x@example.com', 'Jan\u2028Bcc: x@example.com',
    'Bcc: x@example.com', '=cmd|\' /C calc\'!A0', '=?utf-8?q?Jan=0D=0ABcc:_x@example.com?=', '"Jan" <x@example.com>', 'Jan, x@example.com',
    'Jan; DROP TABLE mail; --', '{link} {voornaam} {?link}', '--=_1', '.', '\u202egnitseb\u202c', 'a\u200bb', 'ß' * 300, 'x' * 5000,
    'Taart 🎂 👩\u200d👩\u200d👧', 'Ёлка и Ӂ', '王小明', 'e\u0301' * 40, "D'Angelo & Zn.", '   ', '\\', '%s%n', 'a\tb',
)


def read(data):
    """A message as Python reads it."""
    return email.message_from_bytes(data, policy=email.policy.default)


class Structure(html.parser.HTMLParser):
    """The elements of a document, where they lead, and what one reads."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.links, self.text = [], [], ''
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value for name, value in attrs if name in ('href', 'src')]

    def handle_endtag(self, tag):
        self.elements.append(('/' + tag, ()))

    def handle_data(self, data):
        self.text += data


class Office(overstap.Case):
    """A practice Loket, and people who are invited as the office does it."""
    EMPLOYERS, EMPLOYEES = 2, 60

    def setUp(self):
        super().setUp()
        self.data = self.folder / 'loket'
        self.options = ()

    def start(self, **more):
        loket = Practice(self, self.EMPLOYERS, self.EMPLOYEES, data=self.data, options=self.options, **more)
        self.enterContext(loket)
        self.loket = loket
        self.head = loket.sign_in()
        return loket

    def sql(self, text, *values):
        """Puts into the file of the server what no page lets one write."""
        with sqlite3.connect(self.data / 'oefenloket.sqlite', timeout=30) as db:
            db.execute(text, values)
        db.close()

    def heal(self):
        """Everybody can be invited, at an address of his own."""
        self.sql("UPDATE employee SET trouble = '', ess = 'NoAccessToClient', wnl = 'HasAccessToClient',"
                 " email = 'persoon' || id || '@voorbeeld.nl'")
        self.sql('UPDATE employer SET mijnloket = 1')

    def act(self, portal, action, count, first=0):
        """Asks for an action for people of the first employer, and waits. Returns their addresses."""
        employer = self.loket.listed('/v2/providers/employers/minimized', self.head)[0]
        base = f'/v2/providers/employers/{employer["id"]}/employees'
        people = [one['employee'] for one in self.loket.listed(base + '/selfservice/migration', self.head)]
        if portal == 'selfservice' or first:
            people = sorted(self.loket.listed(base, self.head), key=lambda one: one['employeeNumber'])
        people = people[first:first + count]
        self.assertEqual(len(people), count)
        self.ask(f'{base}/{portal}', [one['id'] for one in people], action)
        return people

    def ask(self, path, ids, action):
        status, data = self.loket.request('PATCH', path, [{'employeeId': one, 'action': action} for one in ids], self.head)
        self.assertLess(status, 300, data)
        while any(one['status'] != 'Completed' for one in self.loket.listed('/v2/users/collectiveactions', self.head)):
            time.sleep(0.02)

    def form(self, link, **fields):
        """Sends the form of a page as a browser does."""
        path = urllib.parse.urlsplit(link).path
        line = overstap.http.client.HTTPConnection(self.loket.at.hostname, self.loket.at.port, timeout=30)
        line.request('GET', path)
        answer = line.getresponse()
        page = answer.read().decode('utf-8')
        cookie = http.cookies.SimpleCookie(answer.getheader('Set-Cookie'))
        line.close()
        fields['csrf'] = re.search(r'name="csrf" value="([^"]+)"', page)[1]
        status, data = self.request('POST', path, urllib.parse.urlencode(fields), {
            'Content-Type': 'application/x-www-form-urlencoded', 'Cookie': '; '.join(f'{name}={one.value}' for name, one in cookie.items())})
        return status, data

    def request(self, method, path, body=None, headers=None):
        line = overstap.http.client.HTTPConnection(self.loket.at.hostname, self.loket.at.port, timeout=30)
        line.request(method, path, body, headers or {})
        answer = line.getresponse()
        data = answer.read()
        line.close()
        return answer.status, data

    def message(self, mail):
        status, data = self.loket.request('GET', f'/practice/mail/{mail["id"]}')
        self.assertEqual(status, 200)
        return data

    def each_kind(self):
        """One mail of each kind."""
        self.act('essaccessstatus', 'SendInvite', 1)
        self.form(self.loket.mails('invitation')[0]['link'], voornaam='Sanne')
        self.loket.advance(4)
        self.loket.activate(share=1)
        self.act('selfservice', 'RevokeAccess', 1)
        return {kind: self.loket.mails(kind)[0] for kind in KINDS}

    def assertSound(self, data):
        """No defect anywhere, every header once, lines that any server takes."""
        message = read(data)
        for part in message.walk():
            self.assertEqual(part.defects, [])
            for name, value in part.items():
                self.assertEqual(value.defects, (), name)
        self.assertEqual(sorted(name.lower() for name in message.keys()), sorted(HEADERS))
        self.assertEqual([part.get_content_type() for part in message.walk()], ['multipart/alternative', 'text/plain', 'text/html'])
        lines = data.split(b'\r\n')
        self.assertNotIn(b'\n', b''.join(lines))
        self.assertNotIn(b'\r', b''.join(lines))
        self.assertLessEqual(max(map(len, lines)), 998)
        # RFC 2047, 2: an encoded word is at most 75 characters, and its line 76.
        for line in data.partition(b'\r\n\r\n')[0].split(b'\r\n'):
            words = re.findall(rb'=\?utf-8\?[bq]\?[^? ]*\?=', line, re.IGNORECASE)
            self.assertLessEqual(max(map(len, words), default=0), 75)
            self.assertLessEqual(len(line) if words else 0, 76)
        self.assertTrue(data.isascii())
        return message


class Reading(Office):
    def test_each_kind_is_a_message(self):
        self.start()
        self.heal()
        buttons = {'invitation': 'Account aanmaken', 'activation': 'Account activeren', 'reminder': 'Account activeren'}
        for kind, mail in self.each_kind().items():
            with self.subTest(kind):
                data = self.message(mail)
                message = self.assertSound(data)
                self.assertEqual(self.message(mail), data)
                self.assertEqual(message['To'].addresses[0].addr_spec, mail['to'])
                self.assertEqual(message['From'].addresses[0].addr_spec, SENDER)
                self.assertEqual(message['Subject'], mail['subject'])
                self.assertEqual(message['Auto-Submitted'], 'auto-generated')
                self.assertEqual(message['Date'].datetime.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%S'), mail['at'][:19])
                plain, rich = (part.get_content() for part in message.iter_parts())
                shape = Structure(rich)
                if mail['link']:
                    self.assertIn(mail['link'], plain.split('\r\n') if '\r\n' in plain else plain.split('\n'))
                    self.assertEqual(set(shape.links), {mail['link']})
                    self.assertIn(buttons[kind], shape.text)
                    self.assertIn(mail['link'], shape.text)
                else:
                    self.assertEqual(shape.links, [])
                # Both parts say the same.
                for word in ('Beste', 'oefenbericht', 'Oefenloket'):
                    self.assertIn(word, plain)
                    self.assertIn(word, shape.text)

    def test_each_kind_has_a_message_id_of_its_own(self):
        self.start()
        self.heal()
        ids = [read(self.message(mail))['Message-ID'] for mail in self.each_kind().values()]
        self.assertEqual(len(set(ids)), len(KINDS))

    def test_hostile_names(self):
        self.start()
        self.heal()
        kinds = self.each_kind()
        plainly = {}
        for name in ('Jan', *NAMES):
            self.sql('UPDATE employer SET name = ?', name)
            self.sql('UPDATE mail SET first_name = ?', name)
            for kind, mail in kinds.items():
                with self.subTest(kind=kind, name=name[:60]):
                    message = self.assertSound(self.message(mail))
                    self.assertEqual([one.addr_spec for one in message['To'].addresses], [mail['to']])
                    self.assertEqual([one.addr_spec for one in message['From'].addresses], [SENDER])
                    plain, rich = (part.get_content() for part in message.iter_parts())
                    shape = Structure(rich)
                    lines = plain.replace('\r\n', '\n').count('\n')
                    # The names change what is read, and nothing of how the mail is made.
                    expected = plainly.setdefault(kind, (shape.elements, shape.links, lines))
                    self.assertEqual((shape.elements, shape.links, lines), expected)
                    if len(name) < 100 and name.isprintable():
                        self.assertIn(f'Beste {name},', plain)
                        self.assertIn(f'Beste {name},', shape.text)
                        # Python keeps a space between the words of a folded name (RFC 2047, 6.2: there is none).
                        self.assertEqual(message['From'].addresses[0].display_name.replace(' ', ''), f'{name}viaOefenloket'.replace(' ', ''))

    def test_a_first_name_that_somebody_gives(self):
        self.start()
        self.heal()
        people = self.act('essaccessstatus', 'SendInvite', 4)
        names = ['Jan\r\nBcc: x@example.com', '<b>Jan</b>', '=HYPERLINK("http://example.com")', '🎂 \u202eJan']
        mails = {mail['to']: mail for mail in self.loket.mails('invitation')}
        for person, name in zip(people, names):
            with self.subTest(name):
                mail = mails[person['emailAddress']]
                status, _ = self.form(mail['link'], voornaam=name)
                self.assertEqual(status, 303)
                sent = [one for one in self.loket.mails('activation') if one['to'] == mail['to']][0]
                message = self.assertSound(self.message(sent))
                plain, rich = (part.get_content() for part in message.iter_parts())
                self.assertNotIn('<b>Jan', rich)
                self.assertNotIn('\nBcc', plain)
                self.assertEqual(set(Structure(rich).links), {sent['link']})

    def test_hostile_addresses(self):
        self.start()
        self.heal()
        wanted = ['jan@example.com', 'o\'neil@example.com', 'jan+loket@sub.example.nl', 'jan@café.nl', 'jan@example.com\r\nBcc: x@example.com',
                  'jan@example.com, piet@example.com', '<jan@example.com>', '"jan jansen"@example.com', 'jan@example.com>', 'jan@@example.com',
                  'jan@[127.0.0.1]', '=cmd|x@example.com', 'jan\u202e@example.com', 'a' * 250 + '@example.com', '🎂@example.com']
        people = self.act('essaccessstatus', 'SendInvite', len(wanted))
        before = len(self.loket.mails())
        for person, address in zip(people, wanted):
            self.loket.request('PATCH', f'/v2/providers/employers/employees/{person["id"]}', {'emailAddress': address}, self.head)
        employer = self.loket.listed('/v2/providers/employers/minimized', self.head)[0]
        path = f'/v2/providers/employers/{employer["id"]}/employees/essaccessstatus'
        self.ask(path, [one['id'] for one in people], 'SendInvite')
        reached = set()
        for mail in self.loket.mails()[before:]:
            message = self.assertSound(self.message(mail))
            address, = [one.addr_spec for one in message['To'].addresses]
            self.assertEqual(address, mail['to'].encode('idna').decode() if mail['to'].isascii() else 'jan@xn--caf-dma.nl')
            reached.add(mail['to'])
        self.assertLessEqual(reached & set(wanted), {'jan@example.com', 'o\'neil@example.com', 'jan+loket@sub.example.nl', 'jan@café.nl',
                                                     '=cmd|x@example.com'})
        self.assertIn('jan@café.nl', reached)

    def test_the_page_escapes_what_it_shows(self):
        self.start()
        self.heal()
        self.act('essaccessstatus', 'SendInvite', 1)
        mail = self.loket.mails()[0]
        page = '/mail?' + urllib.parse.urlencode({'aan': '"><b>', 'soort': '<i>', 'pagina': '2'})
        for path in (page, f'/mail/{mail["id"]}', f'/mail/{mail["id"]}/html', '/mail?medewerker=1'):
            self.sql("UPDATE employer SET name = '<u>Bakker</u>'")
            self.sql("UPDATE employee SET formatted_name = '<s>Jan</s>'")
            status, data = self.request('GET', path)
            self.assertEqual(status, 200)
            for tag in (b'<b>', b'<i>', b'<u>', b'<s>'):
                self.assertNotIn(tag, data, path)

    def test_its_source_can_be_saved(self):
        self.start()
        self.heal()
        self.act('essaccessstatus', 'SendInvite', 1)
        mail = self.loket.mails()[0]
        status, data = self.request('GET', f'/mail/{mail["id"]}/bron')
        self.assertEqual((status, data), (200, self.message(mail)))
        for path in ('/mail/99999/bron', '/mail/99999/html', '/mail/99999'):
            self.assertEqual(self.request('GET', path)[0], 404)

    def test_reminders_follow_the_setting_until_linked(self):
        self.start()
        self.heal()
        self.loket.post('/practice/behaviour', {'reminderDays': [1, 5, 6], 'validityDays': 30})
        self.act('essaccessstatus', 'SendInvite', 3)
        first, second, third = self.loket.mails('invitation')
        links = {'never': first['to'], 'made': second['to'], 'linked': third['to']}
        self.form(second['link'], voornaam='Sanne')
        self.loket.activate(employerNumber=third['employerNumber'], employeeNumber=third['employeeNumber'])
        for days, expected in ((0.9, 0), (0.2, 1), (4, 2), (1, 3), (20, 3)):
            self.loket.advance(days)
            sent = self.loket.mails('reminder')
            self.assertEqual([len([mail for mail in sent if mail['to'] == links[who]]) for who in ('never', 'made', 'linked')],
                             [expected, expected, 0], days)
        for who, page in (('never', 'uitnodiging'), ('made', 'activeren')):
            link = [mail['link'] for mail in self.loket.mails('reminder') if mail['to'] == links[who]][-1]
            self.assertIn(f'/mijnloket/{page}/', link)
            self.assertEqual(self.request('GET', urllib.parse.urlsplit(link).path)[0], 200)
        for wrong in ([7, 3], [3, 3], [0], ['3'], list(range(1, 12)), 3, None, [400]):
            status, _ = self.loket.request('POST', '/practice/behaviour', {'reminderDays': wrong})
            self.assertEqual(status, 400, wrong)


@unittest.skipIf(Controller is None, 'there is no aiosmtpd for Python here')
class Delivery(Office):
    def setUp(self):
        super().setUp()
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            self.port = free.getsockname()[1]
        self.url = f'smtp://127.0.0.1:{self.port}'
        self.got = []
        self.answers = {}
        self.when = None

    async def handle_RCPT(self, server, session, envelope, address, options):
        answers = self.answers.get(address)
        if answers:
            return answers.pop(0)
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        self.got.append((envelope.mail_from, envelope.rcpt_tos, envelope.content, session.auth_data))
        if self.when is not None:
            self.when()
        return '250 OK'

    def mail_server(self, **more):
        server = Controller(self, hostname='127.0.0.1', port=self.port, **more)
        server.start()
        self.addCleanup(server.stop)
        return server

    def delivered(self, count=0):
        """Waits until nothing is on its way any more."""
        for _ in range(600):
            report = self.loket.get('/practice/smtp')
            if report['waiting'] == 0 and report['delivered'] >= count:
                return report
            time.sleep(0.05)
        self.fail(report)

    def ids(self):
        return [read(content)['Message-ID'] for _, _, content, _ in self.got]

    def test_nothing_leaves_by_itself(self):
        self.mail_server()
        self.start()
        self.heal()
        self.act('essaccessstatus', 'SendInvite', 3)
        report = self.loket.get('/practice/smtp')
        self.assertEqual((report['url'], report['waiting'], report['delivered']), (None, 0, 0))
        self.loket.post('/practice/smtp', {'url': self.url})
        self.assertEqual(self.loket.get('/practice/smtp')['waiting'], 0)
        self.act('essaccessstatus', 'SendInvite', 1)
        self.assertEqual(self.delivered(1)['delivered'], 1)
        self.loket.door('DELETE', '/practice/smtp')
        self.act('essaccessstatus', 'SendInvite', 2)
        self.assertEqual(self.loket.get('/practice/smtp')['waiting'], 0)
        self.assertEqual(len(self.got), 1)

    def test_each_once_in_order_through_a_server_that_is_down_and_a_kill(self):
        self.options = ('--smtp', self.url)
        loket = self.start()
        self.heal()
        self.act('essaccessstatus', 'SendInvite', 20)
        # The mail server is down: the practice Loket goes on, and says so.
        report = self.loket.get('/practice/smtp')
        self.assertEqual((report['waiting'], report['delivered']), (20, 0))
        while self.loket.get('/practice/smtp')['trouble'] is None:
            time.sleep(0.02)
        self.assertIn(str(self.port), self.loket.get('/practice/smtp')['trouble'])
        self.assertIn('opnieuw geprobeerd', self.request('GET', '/mail')[1].decode())
        sent = [read(self.message(mail))['Message-ID'] for mail in self.loket.mails()]
        bytes_of = {one: self.message(mail) for one, mail in zip(sent, self.loket.mails())}
        # Killed in the middle: after the server took the seventh, before it could say so.
        self.when = lambda: len(self.got) == 7 and loket.process.kill()
        self.mail_server()
        loket.process.wait(60)
        self.assertEqual(self.ids(), sent[:7])
        self.when = None
        self.start(port=loket.at.port)
        self.assertEqual(self.delivered(20)['delivered'], 20)
        # The one that was on its way came twice, as the same.
        self.assertEqual(self.ids(), sent[:7] + sent[6:])
        for (_, to, content, _), number in zip(self.got, self.ids()):
            self.assertEqual(content, bytes_of[number])
            self.assertEqual(to, [read(content)['To'].addresses[0].addr_spec])

    def test_a_refusal_and_a_later_hold_up_nobody_else(self):
        self.mail_server()
        self.start()
        self.heal()
        self.loket.post('/practice/smtp', {'url': self.url, 'sender': 'loket@voorbeeld.nl'})
        # Who is asked for is known before it is done.
        refused, later = 'nooit@voorbeeld.nl', 'straks@voorbeeld.nl'
        people = self.act('essaccessstatus', 'SendInvite', 5)
        self.delivered(5)
        self.got.clear()
        for person, address in zip(people, (refused, later)):
            self.loket.request('PATCH', f'/v2/providers/employers/employees/{person["id"]}', {'emailAddress': address}, self.head)
        self.answers = {refused: ['550 5.1.1 <b>woont hier niet</b>'], later: ['450 4.2.0 straks']}
        employer = self.loket.listed('/v2/providers/employers/minimized', self.head)[0]
        self.ask(f'/v2/providers/employers/{employer["id"]}/employees/essaccessstatus', [one['id'] for one in people], 'SendInvite')
        report = self.delivered(9)
        self.assertEqual((report['delivered'], report['refused'], report['trouble']), (9, 1, None))
        to = [recipients[0] for _, recipients, _, _ in self.got]
        self.assertEqual(sorted(to), sorted([later] + [one['emailAddress'] for one in people[2:]]))
        self.assertEqual({sender for sender, _, _, _ in self.got}, {'loket@voorbeeld.nl'})
        mail = [one for one in self.loket.mails() if one['to'] == refused][0]
        page = self.request('GET', f'/mail/{mail["id"]}')[1].decode()
        self.assertIn('Geweigerd', page)
        self.assertIn('&lt;b&gt;woont hier niet', page)
        # Once the server is set anew, it is tried anew.
        self.loket.post('/practice/smtp', {'url': self.url})
        self.assertEqual(self.delivered(10)['refused'], 0)

    def test_who_may_get_them(self):
        self.mail_server()
        self.start()
        self.heal()
        for server in ({'url': 'smtp://mail.example.nl'}, {'url': 'http://127.0.0.1'}, {}, {'url': self.url, 'to': 'niemand'},
                       {'url': self.url, 'to': '@'}, {'url': self.url, 'sender': 'x\r\ny@example.com'}):
            with self.subTest(server):
                self.assertEqual(self.loket.request('POST', '/practice/smtp', server)[0], 400)
                self.assertIsNone(self.loket.get('/practice/smtp')['url'])
        self.loket.post('/practice/smtp', {'url': self.url, 'to': 'training@voorbeeld.nl'})
        self.act('essaccessstatus', 'SendInvite', 2)
        self.delivered(2)
        self.assertEqual([to for _, to, _, _ in self.got], [['training@voorbeeld.nl']] * 2)
        self.got.clear()
        self.loket.post('/practice/smtp', {'url': self.url, 'to': '@kantoor.nl'})
        self.sql("UPDATE employee SET email = 'jan@KANTOOR.nl' WHERE id = (SELECT max (employee) FROM mail)")
        before = len(self.loket.mails())
        self.act('essaccessstatus', 'SendInvite', self.EMPLOYEES // 4)
        employer = self.loket.listed('/v2/providers/employers/minimized', self.head)[0]
        everybody = [one['id'] for one in self.loket.listed(f'/v2/providers/employers/{employer["id"]}/employees', self.head)]
        self.ask(f'/v2/providers/employers/{employer["id"]}/employees/essaccessstatus', everybody, 'SendInvite')
        self.delivered()
        self.assertGreater(len(self.loket.mails()), before + 10)
        self.assertEqual({to[0].lower() for _, to, _, _ in self.got}, {'jan@kantoor.nl'})

    def test_signing_in(self):
        from aiosmtpd.smtp import AuthResult
        right = []

        def authenticate(server, session, envelope, mechanism, data):
            right.append((data.login, data.password))
            return AuthResult(success=data.password == b'groene fiets', auth_data=data.login)

        self.mail_server(authenticator=authenticate, auth_required=True, auth_require_tls=False)
        secret = self.folder / 'aanmelden'
        secret.write_text('jan\ngroene fiets\n', encoding='utf-8')
        self.options = ('--smtp', self.url, '--smtp-sign-in', str(secret))
        self.start()
        self.heal()
        self.act('essaccessstatus', 'SendInvite', 2)
        self.delivered(2)
        self.assertEqual([who for _, _, _, who in self.got], [b'jan'] * 2)
        self.loket.post('/practice/smtp', {'url': self.url, 'user': 'jan', 'password': 'rode fiets'})
        self.act('essaccessstatus', 'SendInvite', 1)
        while self.loket.get('/practice/smtp')['trouble'] is None:
            time.sleep(0.02)
        report = self.loket.get('/practice/smtp')
        self.assertEqual(report['waiting'], 1)
        self.assertNotIn('rode fiets', str(report))
        self.assertNotIn(b'fiets', (self.data / 'oefenloket.sqlite').read_bytes())
        self.loket.post('/practice/smtp', {'url': self.url, 'user': 'jan', 'password': 'groene fiets'})
        self.delivered(3)

    def test_wrong_use(self):
        for options in (('--smtp', 'mail.example.nl'), ('--smtp', 'smtp://mail.example.nl'), ('--smtp', self.url, '--smtp-to', 'x'),
                        ('--smtp', self.url, '--smtp-sender', 'x')):
            with self.subTest(options):
                self.wrong_use('practice', *options)
        self.refused('practice', '--smtp', self.url, '--smtp-sign-in', self.folder / 'nergens')


if __name__ == '__main__':
    overstap.main()
