# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages with attachments and drafts, read with Python's own library."""
import base64
import email
import email.policy
import os
import pathlib
import subprocess
import tempfile
import unittest

import tap

MAKER = os.environ['MAKE_MESSAGE']
PDF = bytes(range(256)) * 40 + b'\n\r\n\r.\n..\n'
TEXT = 'Beste Daniëlle,\n\n.een regel met een punt\nFrom hier\n'

PLAIN = {
    'sender-name': 'Kantoor De Vries & Zn.', 'sender': 'salaris@devries.nl', 'recipient-name': 'Özgür Yılmaz', 'recipient': 'ozgur@klant.nl',
    'subject': 'MijnLoket: de overstap op 8 december', 'text': TEXT, 'id': 'a-b-c',
}


class Messages(unittest.TestCase):
    def build(self, attachments=(), **more):
        lines = ['[message]']
        for name, value in {**PLAIN, **{key.replace('_', '-'): value for key, value in more.items()}}.items():
            if value is not None:
                lines.append(f'{name}={self.escape(value)}')
        for number, (name, kind, data) in enumerate(attachments):
            lines += [f'[attachment-{number}]', f'name={self.escape(name)}', f'type={kind}', f'bytes={base64.b64encode(data).decode()}']
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / 'message.ini'
            path.write_text('\n'.join(lines) + '\n', encoding='utf-8')
            done = subprocess.run([MAKER, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.error = done.stderr.decode()
        self.assertIn(done.returncode, (0, 1), self.error)
        self.raw = done.stdout
        return email.message_from_bytes(done.stdout, policy=email.policy.default) if done.returncode == 0 else None

    @staticmethod
    def escape(value):
        """As a key file has it."""
        text = str(value).replace('\\', '\\\\').replace('\n', '\\n').replace('\r', '\\r').replace('\t', '\\t')
        return '\\s' + text[1:] if text.startswith(' ') else text

    def assertWellFormed(self, message):
        for part in message.walk():
            self.assertEqual(part.defects, [])
        self.assertEqual(self.raw.count(b'\n'), self.raw.count(b'\r\n'))
        self.assertEqual(self.raw.count(b'\r'), self.raw.count(b'\r\n'))
        self.assertLessEqual(max(map(len, self.raw.split(b'\r\n'))), 998)
        self.assertTrue(self.raw.isascii())

    def test_attachments(self):
        message = self.build([('flyer.pdf', 'application/pdf', PDF), ('Tekst voor medewerkers.txt', 'text/plain', TEXT.encode())],
                             html='<p>Beste Daniëlle</p>', reply_to='helpdesk@devries.nl')
        self.assertWellFormed(message)
        self.assertEqual(message.get_content_type(), 'multipart/mixed')
        self.assertEqual(message.get_body(('plain',)).get_content().replace('\r\n', '\n'), TEXT)
        self.assertIn('Daniëlle', message.get_body(('html',)).get_content())
        flyer, text = message.iter_attachments()
        self.assertEqual((flyer.get_filename(), flyer.get_content_type(), flyer.get_content()), ('flyer.pdf', 'application/pdf', PDF))
        self.assertEqual((text.get_filename(), text.get_content()), ('Tekst voor medewerkers.txt', TEXT))
        self.assertEqual(flyer['Content-Transfer-Encoding'], 'base64')
        self.assertTrue(flyer.is_attachment())
        self.assertEqual(message['Reply-To'].addresses[0].addr_spec, 'helpdesk@devries.nl')
        self.assertEqual(message['To'].addresses[0].display_name, 'Özgür Yılmaz')

    def test_text_only(self):
        message = self.build([('flyer.pdf', 'application/pdf', PDF)])
        self.assertWellFormed(message)
        self.assertEqual([part.get_content_type() for part in message.walk()], ['multipart/mixed', 'text/plain', 'application/pdf'])

    def test_names_of_files(self):
        names = {
            'flyer Bakkerij Özgür.pdf': 'flyer Bakkerij Özgür.pdf',
            '中文 名.pdf': '中文 名.pdf',
            '../../etc/passwd': 'bijlage.._.._etc_passwd',
            'C:\\Windows\\x.exe': 'C__Windows_x.exe',
            'a"; filename="b.exe': 'a_; filename=_b.exe',
            "it's 100% (klaar); ok.pdf": "it's 100% (klaar); ok.pdf",
            'a\r\nBcc: x@example.com': 'a  Bcc_ x@example.com',
            '=?utf-8?q?x.exe?=': '= _utf-8_q_x.exe_=',
            '\u202egnp.exe': 'gnp.exe',
            '': 'bijlage',
            '.verborgen': 'bijlage.verborgen',
            'x' * 300 + '.pdf': 'x' * 116 + '.pdf',
        }
        for name, expected in names.items():
            with self.subTest(name):
                message = self.build([(name, 'application/pdf', b'x')])
                self.assertWellFormed(message)
                self.assertNotIn('Bcc', message)
                found = next(message.iter_attachments()).get_filename()
                self.assertEqual(found, expected)

    def test_hostile_everywhere(self):
        for name in ('Jan\r\nBcc: iedereen@example.com', '"; Jan <x@example.com>', '=?utf-8?q?Jan=0D=0ABcc:_x?=', '\x01\x7f', 'a' * 5000,
                     'Jan, Piet <p@example.com>', 'ن' * 3000):
            with self.subTest(name[:20]):
                message = self.build([(name, 'text/plain', b'x')], sender_name=name, recipient_name=name, subject=name)
                self.assertWellFormed(message)
                self.assertNotIn('Bcc', message)
                self.assertEqual([one.addr_spec for one in message['To'].addresses], ['ozgur@klant.nl'])
                self.assertEqual([one.addr_spec for one in message['From'].addresses], ['salaris@devries.nl'])
                self.assertEqual(len(message.get_all('Subject')), 1)

    def test_many_and_large(self):
        large = os.urandom(3_000_000)
        message = self.build([('groot.pdf', 'application/pdf', large), ('leeg.txt', 'text/plain', b'')] + [('x.pdf', 'application/pdf', PDF)] * 5)
        self.assertWellFormed(message)
        contents = [part.get_payload(decode=True) for part in message.iter_attachments()]
        self.assertEqual(contents, [large, b''] + [PDF] * 5)

    def test_draft(self):
        message = self.build([('flyer.pdf', 'application/pdf', PDF)], draft='true')
        self.assertWellFormed(message)
        self.assertEqual(message['X-Unsent'], '1')
        self.assertEqual([name for name in ('Date', 'Message-ID') if name in message], [])
        self.assertEqual(message['To'].addresses[0].addr_spec, 'ozgur@klant.nl')

    def test_draft_of_whoever_opens_it(self):
        message = self.build(draft='true', sender=None, recipient=None)
        self.assertWellFormed(message)
        self.assertEqual([name for name in ('From', 'To', 'Sender') if name in message], [])

    def test_addresses(self):
        for more in ({'sender': None}, {'recipient': None}, {'reply_to': 'geen adres'}, {'draft': 'true', 'recipient': 'x'},
                     {'reply_to': 'a@b.nl\r\nBcc: x@example.com'}):
            with self.subTest(more):
                self.assertIsNone(self.build(**more))
                self.assertNotEqual(self.error, '')


if __name__ == '__main__':
    tap.main()
