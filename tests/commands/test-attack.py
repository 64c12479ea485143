# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice Loket as somebody attacks it who keeps to no rule: other names, several of them, methods and lengths that cannot be, slow and many
connections, cookies that he chose for somebody else."""
import resource
import socket

import overstap
from overstap import LoketCase
from pages import Visitor

FORM = b'Content-Type: application/x-www-form-urlencoded\r\n'
IDLE = 1200


class Attack(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=2, employees=30)
        self.host = f'{self.loket.at.hostname}:{self.loket.at.port}'

    def connect(self):
        line = socket.create_connection((self.loket.at.hostname, self.loket.at.port), timeout=20)
        self.addCleanup(line.close)
        return line

    def raw(self, *lines, body=b''):
        """The status of what is answered to these bytes; 0 when the connection is closed without an answer."""
        line = self.connect()
        answer = b''
        try:
            line.sendall(b'\r\n'.join(one if isinstance(one, bytes) else one.encode('latin-1') for one in lines) + b'\r\n\r\n' + body)
            while b'\r\n' not in answer:
                piece = line.recv(65536)
                if not piece:
                    break
                answer += piece
        except ConnectionError:
            return 0
        finally:
            line.close()
        return int(answer.split()[1]) if answer else 0

    def test_only_its_own_name(self):
        port = self.loket.at.port
        for host in (f'127.0.0.1:{port}', f'localhost:{port}', f'LocalHost:{port}', f'[::1]:{port}'):
            self.assertEqual(self.raw('GET /mijnloket/inloggen HTTP/1.1', f'Host: {host}'), 200, host)
        for host in ('127.0.0.1', 'localhost', f'localhost.:{port}', f'127.1:{port}', f'0x7f000001:{port}', f'[::ffff:127.0.0.1]:{port}', f'0.0.0.0:{port}',
                     'elders.example', f'elders.example:{port}', f'127.0.0.1:{port + 1}', f'127.0.0.1:{port}@elders.example', f'127.0.0.1:{port}.elders.example', ''):
            for path in ('/mijnloket/inloggen', '/practice/mail', '/v2/providers/employers/minimized', '/nergens'):
                self.assertIn(self.raw(f'GET {path} HTTP/1.1', f'Host: {host}'), (400, 403), host)
        self.assertIn(self.raw('GET /mijnloket/inloggen HTTP/1.0'), (400, 403))
        # Of two names, whichever comes first.
        for hosts in ((self.host, 'elders.example'), ('elders.example', self.host)):
            self.assertIn(self.raw('GET /mijnloket/inloggen HTTP/1.1', *(f'Host: {host}' for host in hosts)), (400, 403))

    def test_methods_and_lengths_that_cannot_be(self):
        host = f'Host: {self.host}'
        for method in ('OPTIONS', 'TRACE', 'HEAD', 'CONNECT', 'PROPFIND', 'X' * 3000):
            self.assertIn(self.raw(f'{method} /mijnloket HTTP/1.1', host), (0, 400, 404, 405), method[:20])
        for length in ('abc', '5, 6', '0x5'):
            self.assertIn(self.raw('POST /mijnloket/inloggen HTTP/1.1', host, FORM.strip(), f'Content-Length: {length}', body=b'csrf='), (400, 403))
        self.assertIn(self.raw('POST /mijnloket/inloggen HTTP/1.1', host, FORM.strip(), 'Content-Length: 5', 'Transfer-Encoding: chunked', body=b'0\r\n\r\n'),
                      (400, 411))
        for head in ('X: ' + 'a' * 2_000_000, 'Cookie: mijnloket=' + 'a' * 30_000, 'X: a\0b', 'Cookie: ' + 'mijnloket=; ' * 500):
            self.assertIn(self.raw('GET /mijnloket/inloggen HTTP/1.1', host, head), (0, 200, 400))
        for path in ('/../../etc/passwd', '/mijnloket/..%2f..%2foefenloket.sqlite', '/%00', '/stijl.css%00.html', '//elders.example/', '/mail/1/../../etc', '/' + 'a' * 100_000):
            self.assertIn(self.raw(f'GET {path} HTTP/1.1', host), (0, 400, 404), path[:40])
        self.assertEqual(self.raw('GET /mijnloket/inloggen HTTP/1.1', host), 200)

    def test_many_who_say_nothing(self):
        """Each holds a connection and never finishes its request: everybody else is heard all the same."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = IDLE + 200
        if hard != resource.RLIM_INFINITY and hard < wanted:
            self.skipTest('no more connections are allowed here')
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        # As few as a process usually may have at first.
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 1024), hard))
        self.loket = self.practice(employers=2, employees=30, data=self.folder / 'ander')
        self.host = f'{self.loket.at.hostname}:{self.loket.at.port}'
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
        begun = (b'', b'GET', b'GET /mijnloket HTTP/1.1\r\nHost: ', b'POST /mijnloket/inloggen HTTP/1.1\r\nHost: ' + self.host.encode() + b'\r\n' + FORM
                 + b'Content-Length: 60000\r\n\r\ncsrf=')
        idle = []
        for number in range(IDLE):
            line = self.connect()
            line.sendall(begun[number % len(begun)])
            idle.append(line)
        self.assertEqual(self.raw('GET /mijnloket/inloggen HTTP/1.1', f'Host: {self.host}'), 200)
        self.assertEqual(self.loket.request('GET', '/practice/clock')[0], 200)
        for line in idle:
            line.close()
        self.assertEqual(self.raw('GET /mijnloket/inloggen HTTP/1.1', f'Host: {self.host}'), 200)

    def test_a_session_that_somebody_else_chose(self):
        """Whoever knows the cookie from before somebody logged in, or of one who logged out, is nobody."""
        attacker = Visitor(self.loket)
        attacker.open('/werknemerloket')
        known = dict(attacker.cookies)
        victim = Visitor(self.loket)
        victim.cookies = dict(known)
        victim.open('/werknemerloket')
        user = next(row for row in overstap.table(self.loket.employees_file) if row['Werknemerloket'] == 'toegang actief')
        victim.send(gebruiker=f'{user["Werkgevernummer"]}-{user["Personeelsnummer"]}', wachtwoord='oefenloket')
        self.assertIn('Ingelogd als', victim.page.text)
        self.assertNotEqual(victim.cookies, known)
        attacker.open('/werknemerloket')
        self.assertEqual(attacker.page.heading, 'Inloggen bij Werknemerloket')
        stolen = dict(victim.cookies)
        victim.send('/werknemerloket/uitloggen')
        attacker.cookies = stolen
        attacker.open('/werknemerloket')
        self.assertEqual(attacker.page.heading, 'Inloggen bij Werknemerloket')
        # A cookie that he makes up is none.
        attacker.cookies = {'werknemerloket': 'a' * 64, 'mijnloket': "' OR 1=1 --", 'kantoor': '1'}
        for path in ('/werknemerloket', '/mijnloket', '/loket'):
            attacker.open(path)
            self.assertIn('Inloggen', attacker.page.heading)

    def test_a_group_behind_one_address(self):
        """Thirty who mistype do not keep the thirty-first out."""
        names = [f'iemand{number}@example.com' for number in range(30)]
        visitor = Visitor(self.loket)
        visitor.open('/mijnloket/inloggen')
        for name in names:
            visitor.send('/mijnloket/inloggen', email=name, wachtwoord='niet het goede')
            self.assertIn('horen niet bij elkaar', visitor.page.text)
        for _ in range(6):
            visitor.send('/mijnloket/inloggen', email=names[0], wachtwoord='niet het goede')
        self.assertIn('te vaak', visitor.page.text)
        visitor.send('/mijnloket/inloggen', email=names[1], wachtwoord='niet het goede')
        self.assertIn('horen niet bij elkaar', visitor.page.text)


if __name__ == '__main__':
    overstap.main()
