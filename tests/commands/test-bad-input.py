# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong is refused with a sentence, and the dossier stays as it was."""
import http.server
import os
import random
import socket
import sqlite3
import struct
import threading
import zlib

import overstap
from overstap import EMPLOYEE_HEAD, EMPLOYER_HEAD, OfficeCase, csv_bytes, employer, person


def picture():
    """A PNG of one pixel."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 1, 1, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(b'\0\xff\0\0')) + chunk(b'IEND', b''))


class ImportFiles(OfficeCase):
    """A file that is none. The dossier holds people, so that there is something to lose."""

    def setUp(self):
        super().setUp()
        self.office([employer('1001')], [person('1001', 1)])

    def refuse(self, path, kind='employees', *options):
        with self.unchanged():
            return self.refused('import', self.dossier, kind, path, *options)

    def test_missing(self):
        for kind in ('employers', 'employees', 'status', 'fallout'):
            with self.subTest(kind=kind):
                self.assertIn('weg.csv', self.refuse(self.path('weg.csv'), kind)['message'])

    def test_directory(self):
        self.path('map').mkdir()
        self.refuse(self.path('map'))

    def test_empty(self):
        for data in (b'', b'\r\n\r\n', b'\xef\xbb\xbf', b'\xff\xfe', b'sep=;\r\n'):
            with self.subTest(data=data):
                self.refuse(self.write('leeg.csv', data))

    def test_picture(self):
        self.refuse(self.write('foto.csv', picture()))

    def test_other_binary_files(self):
        noise = random.Random(1).randbytes(2000)
        for name, data in (('zip', b'PK\x03\x04' + noise), ('pdf', b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' + noise),
                           ('old excel', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + noise), ('zeros', bytes(5000))):
            with self.subTest(name):
                self.refuse(self.write('x.csv', data))

    def test_no_known_column(self):
        self.refuse(self.write('x.csv', csv_bytes(('Kleur', 'Maat', 'Prijs'), [('rood', 'M', '12,50')] * 3)))
        self.refuse(self.write('y.csv', 'Dit is een brief.\r\nMet vriendelijke groet\r\n'))

    def test_a_header_only_is_no_failure(self):
        answer = self.counted(self.ok('import', self.dossier, 'employees', self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, []))))
        self.assertEqual(answer['rows'], 0)

    def test_unknown_encoding_or_delimiter(self):
        path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, [person('1001', 2)]))
        for options in (('--encoding', 'klingon'), ('--delimiter', 'ab')):
            with self.subTest(options=options), self.unchanged():
                result = self.run_overstap('import', self.dossier, 'employees', path, *options)
                self.assertIn(result.status, (1, 2))
                self.assertTrue(result.stderr.strip())

    def test_a_pipe_is_not_waited_for(self):
        path = self.path('pijp.csv')
        os.mkfifo(path)
        with self.unchanged():
            self.refused('import', self.dossier, 'employees', path, timeout=20)

    def test_unreadable(self):
        path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, [person('1001', 2)]))
        path.chmod(0)
        if os.access(path, os.R_OK):
            self.skipTest('who runs this (root) may read every file')
        self.refuse(path)


COMMANDS = (
    ('import', 'employers', 'x.csv'), ('select', '--all'), ('check',), ('exclude', '--employer', '1001', '--reason', 'x'),
    ('mend', '--employer', '1001', '--employee', '1', '--email', 'a@gmail.com'), ('inform', '--employer', '1001'), ('undo',),
    ('accept', 'email-placeholder', '--reason', 'x'), ('connect', 'http://127.0.0.1:9'), ('apply', '--yes'),
    ('apply', '--dry-run'), ('track',), ('fallout',), ('reinvite', '--all'), ('export', 'overview', '-o', 'uit.csv'),
)


class Dossiers(OfficeCase):
    """A dossier that is none: every command says so, and leaves it alone."""

    def refuse_all(self, path):
        self.write('x.csv', csv_bytes(EMPLOYER_HEAD, [employer('1001')]))
        before = path.read_bytes() if path.is_file() else None
        for command, *rest in COMMANDS:
            with self.subTest(command=command):
                self.refused(command, path, *rest)
                if before is not None:
                    self.assertEqual(path.read_bytes(), before)
        self.assertFalse(self.path('uit.csv').exists())

    def test_missing(self):
        self.refuse_all(self.path('weg.overstap'))
        self.assertFalse(self.path('weg.overstap').exists())

    def test_directory(self):
        self.path('map.overstap').mkdir()
        self.refuse_all(self.path('map.overstap'))

    def test_empty_file(self):
        self.refuse_all(self.write('leeg.overstap', b''))

    def test_text_and_picture(self):
        self.refuse_all(self.write('tekst.overstap', 'geen dossier\n' * 500))
        self.refuse_all(self.write('foto.overstap', picture()))

    def test_another_database(self):
        path = self.path('ander.overstap')
        base = sqlite3.connect(path)
        base.execute('CREATE TABLE employee (id)')
        base.commit()
        base.close()
        self.refuse_all(path)

    def test_newer_dossier(self):
        self.office([employer('1001')], [person('1001', 1)])
        base = sqlite3.connect(self.dossier)
        version = base.execute('PRAGMA user_version').fetchone()[0]
        self.assertGreater(version, 0)
        base.execute('PRAGMA user_version = 9999')
        base.commit()
        base.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        base.close()
        self.refuse_all(self.dossier)

    def test_damaged_dossier(self):
        self.office([employer('1001')], [person('1001', n) for n in range(200)])
        data = bytearray(self.dossier.read_bytes())
        if self.path(f'{self.dossier.name}-wal').exists():
            self.path(f'{self.dossier.name}-wal').unlink()
        for at in range(4096, len(data)):
            data[at] = 0xff
        self.dossier.write_bytes(data)
        self.refused('check', self.dossier)


class Places(OfficeCase):
    """Where nothing can be written."""

    # Nobody can make a file there, root neither.
    NOWHERE = ('/proc/overstap', '/proc/self/overstap')

    def test_new(self):
        file = self.write('bestand', b'x')
        for path in (*[f'{place}.overstap' for place in self.NOWHERE], file / 'kind.overstap',
                     self.path('geen') / 'map' / 'x.overstap'):
            with self.subTest(path=str(path)):
                self.refused('new', path)
        self.assertEqual(file.read_bytes(), b'x')
        self.assertFalse(self.path('geen').exists())

    def test_export(self):
        self.office([employer('1001')], [person('1001', 1)])
        file = self.write('bestand', b'x')
        self.path('map').mkdir()
        for path in (*[f'{place}.csv' for place in self.NOWHERE], file / 'kind.csv', self.path('geen') / 'x.csv',
                     self.path('map')):
            with self.subTest(path=str(path)), self.unchanged():
                self.refused('export', self.dossier, 'overview', '-o', path)

    def test_export_never_over_the_dossier(self):
        self.office([employer('1001')], [person('1001', 1)])
        with self.unchanged():
            self.refused('export', self.dossier, 'overview', '-o', self.dossier)

    def test_read_only_folder(self):
        folder = self.path('dicht')
        folder.mkdir()
        folder.chmod(0o555)
        self.addCleanup(folder.chmod, 0o755)
        if os.access(folder, os.W_OK):
            self.skipTest('who runs this (root) may write in every folder; /proc stands in for one above')
        self.refused('new', folder / 'x.overstap')

    def test_read_only_dossier(self):
        self.office([employer('1001')], [person('1001', 1)])
        self.dossier.chmod(0o400)
        if os.access(self.dossier, os.W_OK):
            self.skipTest('who runs this (root) may write every file')
        with self.unchanged():
            self.refused('select', self.dossier, '--none')


class NotLoket(http.server.BaseHTTPRequestHandler):
    """A web server that is something else."""

    answer = b'<html>Het werkt!</html>'

    def do_GET(self):
        self.send_response(200)
        self.send_header('Content-Type', 'text/html')
        self.end_headers()
        self.wfile.write(self.answer)

    do_POST = do_PATCH = do_GET

    def log_message(self, *args):
        pass


class Servers(OfficeCase):
    """No Loket at the URL."""

    def setUp(self):
        super().setUp()
        self.office([employer('1001')], [person('1001', 1)])

    def refuse(self, url):
        with self.unchanged():
            return self.refused('connect', self.dossier, url)

    def test_nobody_listens(self):
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            port = free.getsockname()[1]
        self.assertIn(f'127.0.0.1:{port}', self.refuse(f'http://127.0.0.1:{port}')['message'])

    def test_something_else_listens(self):
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), NotLoket)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.refuse(f'http://127.0.0.1:{server.server_port}')

    def test_no_url(self):
        for url in ('', 'loket', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'http://', 'http://[::1', 'javascript:alert(1)'):
            with self.subTest(url=url), self.unchanged():
                result = self.run_overstap('connect', self.dossier, url)
                self.assertIn(result.status, (1, 2))
                self.assertTrue(result.stderr.strip())

    def test_not_connected(self):
        for args in (('apply', '--yes'), ('apply', '--dry-run'), ('track',), ('reinvite', '--all')):
            with self.subTest(args=args), self.unchanged():
                self.refused(args[0], self.dossier, *args[1:])


class Gone(overstap.LoketCase):
    def test_the_server_went_away(self):
        with overstap.Practice(self) as loket:
            self.office_of(loket)
        for args in (('apply', '--yes'), ('apply', '--dry-run'), ('track',)):
            with self.subTest(args=args), self.unchanged():
                self.refused(args[0], self.dossier, *args[1:])


class Secrets(OfficeCase):
    def test_messages_hold_no_personal_data(self):
        self.new()
        self.import_employers(employer('1001'))
        path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD + ('BSN',), [
            person('1001', 1, last='Geheimnaam', email='geheim@@gmail.com', birth='31-02-1990') + ('123456782',)]))
        result = self.run_overstap('import', self.dossier, 'employees', path)
        for word in ('Geheimnaam', 'geheim@@', '123456782'):
            self.assertNotIn(word, result.stderr)


if __name__ == '__main__':
    overstap.main()
