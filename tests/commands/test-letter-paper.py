# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes along with a letter, and how it looks on paper: read with programs that are not ours."""
import email
import email.policy
import re
import shutil
import sqlite3
import struct
import subprocess
import zlib

import overstap
from overstap import OfficeCase, employer, person

LONG = 'Stichting ' + 'Samenwerkingsverband Zuid-Oost-Gelderland ' * 4
HOSTILE = [('1001', 'Bakkerij De Zon', 'Dhr. P. van Dijk', 'p@zon.nl'),
           ('1002', '=cmd|x <b>{klant}</b> "\\', '{aanhef}', 'k@twee.nl'),
           ('1003', 'Łódź & Ćwikła – Ñandú Ørsted', 'Mw. Ś. Żółć', 'z@drie.nl'),
           ('1004', LONG, 'Wilhelmina ' * 12, 'w@vier.nl')]


def png(width, height):
    """A red picture."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress((b'\0' + b'\xc0\x20\x20' * width) * height)) + chunk(b'IEND', b''))


LOGO = png(300, 80)


class Papers(OfficeCase):
    def setUp(self):
        super().setUp()
        self.made = self.folder / 'brieven'
        self.office([employer(row[0]) for row in HOSTILE],
                    [person(row[0], number, last='Geheimnaam') for row in HOSTILE for number in (1, 2)], '--firm', 'Kantoor De Vries & Zonen')
        self.import_rows('employers', ('Werkgevernummer', 'Werkgever', 'Contactpersoon', 'E-mail contactpersoon'), HOSTILE)
        self.ok('waves', self.dossier, '--set', '1', '--date', '2030-12-10', '--employer', *[row[0] for row in HOSTILE])
        self.ok('check', self.dossier)
        self.tell({'office-phone': '030 1234567', 'office-address': 'Dorpsstraat 1\n3511 AA Utrecht', 'office-email': 'info@devries.nl',
                   'help-contact': 'Petra de Wit', 'help-hours': 'werkdagen van 9 tot 17 uur'})

    def tell(self, settings):
        """What the preferences keep of the office."""
        with sqlite3.connect(self.dossier) as dossier:
            dossier.executemany('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)', settings.items())
        dossier.close()

    def letters(self, piece, *options):
        shutil.rmtree(self.made, ignore_errors=True)
        answer = self.ok('letters', self.dossier, piece, '-o', self.made, *options)
        self.assertEqual(answer['problems'], [])
        return sorted(self.made.iterdir())

    def draft(self, number):
        [path] = [path for path in self.made.iterdir() if path.suffix == '.eml' and f'-{number}-' in path.name]
        return email.message_from_bytes(path.read_bytes(), policy=email.policy.default)

    def attachments(self, number):
        return {part.get_filename(): part for part in self.draft(number).iter_attachments()}

    def read(self, program, path, *options):
        if shutil.which(program) is None:
            self.skipTest(f'no {program} to read the PDF with (package poppler-utils)')
        return subprocess.run([program, *options, path, *(['-'] if program == 'pdftotext' else [])], capture_output=True, check=True).stdout.decode('utf-8')

    def words(self, path):
        return ' '.join(self.read('pdftotext', path).split())

    def assertReadable(self, path):
        """Selectable text, embedded fonts, a structure and a title."""
        about = self.read('pdfinfo', path)
        self.assertRegex(about, r'Title:\s+\S')
        self.assertRegex(about, r'Tagged:\s+yes')
        self.assertRegex(about, r'Page size:.*A4')
        fonts = self.read('pdffonts', path).splitlines()[2:]
        self.assertTrue(fonts)
        for font in fonts:
            self.assertRegex(font, r'\s(yes)\s+(yes|no)\s+(yes)\s+\d+\s+\d+$', font)

    def test_what_the_client_mail_speaks_of_is_attached(self):
        self.letters('client')
        for number, *_ in HOSTILE:
            with self.subTest(client=number):
                names = list(self.attachments(number))
                self.assertEqual(len(names), 2)
                self.assertRegex(names[0], rf'^medewerkerstekst-{number}-[a-z0-9-]+-2030-12-10\.txt$')
                self.assertRegex(names[1], rf'^flyer-{number}-[a-z0-9-]+-2030-12-10\.pdf$')
        text, flyer = self.attachments('1001').values()
        self.assertIn('dinsdag 10 december 2030', text.get_content())
        self.assertNotIn('# ', text.get_content())
        (self.folder / 'flyer.pdf').write_bytes(flyer.get_content())
        self.assertIn('10 december 2030', self.words(self.folder / 'flyer.pdf'))

    def test_each_client_its_own(self):
        self.letters('client')
        for number, _, contact, _ in HOSTILE[:3]:
            for part in self.attachments(number).values():
                path = self.folder / 'bijlage.pdf'
                path.write_bytes(part.get_payload(decode=True))
                words = self.words(path) if part.get_content_type() == 'application/pdf' else part.get_content()
                self.assertNotIn('Geheimnaam', words)
                for other, _, name, _ in HOSTILE[:3]:
                    if other != number:
                        self.assertNotIn(name, words)
                self.assertIn(contact.split()[-1], words)

    def test_other_languages_when_the_office_wants_them(self):
        self.tell({'flyer-languages': 'pl en'})
        self.letters('client', '--employer', '1003')
        names = list(self.attachments('1003'))
        self.assertEqual([re.match(r'(medewerkerstekst|flyer(-en|-pl)?)-1003', name)[1] for name in names], ['medewerkerstekst', 'flyer', 'flyer-en', 'flyer-pl'])
        path = self.folder / 'flyer.pdf'
        path.write_bytes(self.attachments('1003')[names[3]].get_content())
        self.assertIn('Kliknij Account aanmaken', self.words(path))
        self.assertIn('Żółć', self.words(path))
        self.assertReadable(path)

    def test_the_flyer(self):
        files = self.letters('flyer')
        flyers = [path for path in files if path.suffix == '.pdf']
        self.assertEqual(len(flyers), 4)
        for path in flyers:
            with self.subTest(flyer=path.name):
                self.assertReadable(path)
                self.assertRegex(self.read('pdfinfo', path), r'Pages:\s+1\n')
                words = self.words(path)
                for part in ('10 december 2030', 'mijn.loket.nl', 'Petra de Wit', 'werkdagen van 9 tot 17 uur', 'Kantoor De Vries & Zonen'):
                    self.assertIn(part, words)

    def test_letters_on_paper(self):
        papers = [path for path in self.letters('client', '--pdf') if path.suffix == '.pdf']
        self.assertEqual(len(papers), 4)
        for path, (_, name, contact, _) in zip(papers, HOSTILE):
            with self.subTest(paper=path.name):
                self.assertReadable(path)
                words = self.words(path)
                for part in ('Dorpsstraat 1', 'info@devries.nl', ' '.join(name.split()), ' '.join(contact.split()), 'Werknemerloket wordt geblokkeerd',
                             'Met vriendelijke groet'):
                    self.assertIn(part, words)
                self.assertNotIn('# ', words)
                self.assertEqual(path.stat().st_mode & 0o077, 0)

    def test_with_a_logo(self):
        self.own_folder().joinpath('logo.png').write_bytes(LOGO)
        for piece in ('client', 'flyer', 'employee', 'help', 'phone-script'):
            with self.subTest(piece=piece):
                papers = [path for path in self.letters(piece, '--pdf') if path.suffix == '.pdf']
                self.assertTrue(papers)
                self.assertReadable(papers[0])
                pictures = self.read('pdfimages', papers[0], '-list').splitlines()[2:]
                self.assertEqual(len(pictures), 1 if piece in ('client', 'flyer', 'phone-script') else 0)
        self.assertIn('Kantoor De Vries & Zonen', self.words(papers[0]))

    def test_a_spoilt_logo_is_none(self):
        self.own_folder().joinpath('logo.png').write_bytes(LOGO[:40])
        papers = [path for path in self.letters('client', '--pdf') if path.suffix == '.pdf']
        self.assertIn('Kantoor De Vries & Zonen Dorpsstraat 1', self.words(papers[0]))

    def test_a_number_and_a_date_stand_on_one_line(self):
        for width in range(1, 40, 8):
            self.tell({'help-contact': 'P' * width, 'help-phone': '030 123 45 67'})
            [path] = [path for path in self.letters('flyer', '--employer', '1001') if path.suffix == '.pdf']
            lines = self.read('pdftotext', path).splitlines()
            for whole in ('030 123 45 67', '10 december 2030'):
                self.assertTrue([line for line in lines if whole in line], (width, lines))

    def test_a_flyer_that_is_too_long_for_a_wall_is_a_letter(self):
        lines = '\n'.join(f'- Punt {i} ' + 'met veel woorden ' * 20 for i in range(40))
        (self.own_folder() / 'flyer.txt').write_text('Onderwerp: Uw loonstrook vanaf {overstapdatum}\n\nWerknemerloket stopt op {overstapdatum_lang}.\n\n'
                                                     f'{lines}\n\nHulp: {{hulp_contact}}, {{hulp_telefoon}}.\n', encoding='utf-8')
        [path] = [path for path in self.letters('flyer', '--employer', '1001') if path.suffix == '.pdf']
        self.assertReadable(path)
        words = self.words(path)
        self.assertEqual([i for i in range(40) if f'Punt {i} ' not in words], [])
        self.assertIn('Hulp: Petra de Wit', words)
        self.assertRegex(words, r'Bladzijde 2 van \d')

    def test_a_flyer_of_the_toolkit_comes_as_it_is(self):
        toolkit = self.own_folder() / 'toolkit' / 'flyer'
        toolkit.mkdir(parents=True)
        (toolkit / 'Flyer van Loket.docx').write_bytes(b'PK flyer')
        files = self.letters('flyer', '--employer', '1001')
        self.assertEqual([path.suffix for path in files], ['.docx', '.eml'])
        self.assertEqual(files[0].read_bytes(), b'PK flyer')
        again = self.ok('letters', self.dossier, 'flyer', '-o', self.made, '--employer', '1001')['written']
        self.assertEqual(len(again), 2)
        self.assertEqual(len(list(self.made.iterdir())), 4)

    def test_very_long_names_stay_on_the_paper(self):
        self.tell({'firm': 'Administratiekantoor ' * 9, 'office-address': 'Een heel lange straatnaam ' * 12 + '\n3511 AA Utrecht', 'help-contact': 'Petra ' * 30})
        for piece in ('client', 'flyer'):
            for path in self.letters(piece, '--pdf'):
                if path.suffix == '.pdf':
                    self.assertEqual(self.words(path).count('Petra'), 30, path.name)
                    self.assertGreaterEqual(self.words(path).count('Administratiekantoor'), 9, path.name)
                    self.assertOnPaper(path)

    def assertOnPaper(self, path):
        """Every word stands within the page."""
        boxes = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"', self.read('pdftotext', path, '-bbox'))
        self.assertTrue(boxes)
        for left, top, right, bottom in (map(float, box) for box in boxes):
            self.assertTrue(left > 20 and top > 10 and right < 575 and bottom < 832, (path.name, left, top, right, bottom))

    def own_folder(self):
        """Where the office keeps its own texts and its logo."""
        own = self.folder / 'home' / '.local' / 'share' / 'overstap' / 'letters'
        own.mkdir(parents=True, exist_ok=True)
        return own

    def test_a_long_letter_goes_on_on_the_next_page(self):
        own = self.own_folder()
        body = '\n\n'.join(f'Alinea {i} ' + 'met veel woorden ' * 60 for i in range(30))
        (own / 'help.txt').write_text(f'Onderwerp: Een lange brief\n\n{body}\n\n- {"een lang punt " * 900}\n\nHet einde.\n', encoding='utf-8')
        [path] = [path for path in self.letters('help', '--pdf', '--employer', '1001') if path.suffix == '.pdf']
        self.assertReadable(path)
        words = self.words(path)
        self.assertEqual([i for i in range(30) if f'Alinea {i} ' not in words], [])
        self.assertEqual(re.sub(r'Een lange brief Bladzijde \d+ van \d+ ', '', words).count('een lang punt'), 900)
        self.assertIn('Het einde.', words)
        pages = int(re.search(r'Pages:\s+(\d+)', self.read('pdfinfo', path))[1])
        self.assertGreater(pages, 3)
        self.assertIn(f'Bladzijde {pages} van {pages}', words)


if __name__ == '__main__':
    overstap.main()
