# SPDX-License-Identifier: GPL-3.0-or-later
"""Every piece as files by `overstap letters`: drafts that a mail program opens unsent, texts, and a table for a mail merge."""
import csv
import email
import email.policy
import io
import pathlib
import re
import sqlite3

import hostile
import overstap
from overstap import OfficeCase, employer, person

CLIENT_PIECES = ('client', 'missing-data', 'employee', 'flyer', 'day-of', 'reminder', 'help', 'fallout', 'leavers', 'closing', 'correction')
# What a spreadsheet takes for a formula.
FORMULA = ('=', '+', '-', '@', '\t', '\r')
TOLD = ("INSERT INTO letter (piece, employer, wave, round_day, way, subject, text, message_id, state, written, audit) "
        "SELECT 'client', id, 1, '2030-11-05', 'mail', 'x', 'y', 'm' || id, 'sent', '2026-01-01T10:00:00Z', 1 FROM employer")


class Letters(OfficeCase):
    def setUp(self):
        super().setUp()
        self.lists = self.folder / 'brieven'

    def change(self, *statements):
        with sqlite3.connect(self.dossier) as dossier:
            for statement in statements:
                dossier.execute(statement)
        dossier.close()

    def office_tells(self):
        """What the preferences keep of the office."""
        self.ok('check', self.dossier)
        self.change("INSERT INTO setting (name, value) VALUES ('office-phone', '012-3456789'), ('help-contact', 'Sanne')")

    def pieces(self, piece, *options, **more):
        return self.ok('letters', self.dossier, piece, '-o', self.lists, *options, **more)

    def own_text(self, code, source):
        folder = self.folder / 'home' / '.local' / 'share' / 'overstap' / 'letters'
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f'{code}.txt'
        path.write_bytes(source if isinstance(source, bytes) else source.encode('utf-8'))
        return path

    def draft(self, name):
        return email.message_from_bytes((self.lists / name).read_bytes(), policy=email.policy.default)

    def table(self, name):
        return list(csv.DictReader(io.StringIO((self.lists / name).read_bytes().decode('utf-8-sig'), newline=''), delimiter=';'))


class Pieces(Letters):

    def setUp(self):
        super().setUp()
        self.office([employer('1001', name='Bakkerij "De Zon" B.V.'), employer('1002'), employer('1003')],
                    [person('1001', 1, email=''), person('1001', 2), person('1002', 5, email=''), person('1003', 6)], '--firm', 'Kantoor De Vries')
        self.import_rows('employers', ('Werkgevernummer', 'Werkgever', 'Contactpersoon', 'E-mail contactpersoon'),
                         [('1001', 'Bakkerij "De Zon" B.V.', 'Dhr. P. van Dijk', 'p@zon.nl'), ('1002', '=cmd|x', '{klant}', 'k@twee.nl'), ('1003', 'Drie', '', '')])
        self.ok('waves', self.dossier, '--set', '1', '--date', '2030-12-10', '--employer', '1001', '1002', '1003')

    def test_reasons(self):
        """Without the name of the office nothing is written, and each client's reasons are told."""
        self.change("DELETE FROM setting WHERE name = 'firm'")
        answer = self.pieces('client')
        self.assertEqual((answer['written'], answer['letters']), ([], 0))
        self.assertIn('{kantoor}', ' '.join(problem['reason'] for problem in answer['problems'] if problem['employer'] == '1001'))
        self.assertFalse(self.lists.exists())

    def test_without_a_telephone_number(self):
        """The letters are whole sentences then, and the office is told what would make them better."""
        answer = self.pieces('client', '--employer', '1001')
        self.assertEqual((answer['letters'], answer['problems']), (1, []))
        self.assertIn('telephone number', answer['advice'])
        [text] = [path.read_text() for path in self.lists.iterdir() if path.suffix == '.txt']
        self.assertIn('dan helpen wij: Kantoor De Vries.', text)
        self.office_tells()
        answer = self.pieces('client', '--employer', '1001')
        self.assertNotIn('advice', answer)

    def test_leavers_without_any(self):
        answer = self.pieces('leavers')
        self.assertEqual((answer['letters'], answer['problems'], answer['needless']), (0, [], 3))
        answer = self.pieces('leavers', '--employer', '1001')
        self.assertEqual([problem['employer'] for problem in answer['problems']], ['1001'])

    def test_files(self):
        self.ok('exclude', self.dossier, '--employer', '1003', '--reason', 'proef')
        self.office_tells()
        answer = self.pieces('client', '--wave', '1', '--csv')
        names = sorted(answer['written'])
        self.assertEqual(names, ['klantmail-1001-bakkerij-de-zon-bv-2030-12-10.eml', 'klantmail-1001-bakkerij-de-zon-bv-2030-12-10.txt',
                                 'klantmail-1002-cmd-x-2030-12-10.eml', 'klantmail-1002-cmd-x-2030-12-10.txt', 'samenvoegen-klantmail.csv'])
        self.assertEqual(names, sorted(path.name for path in self.lists.iterdir()))
        for path in self.lists.iterdir():
            self.assertEqual(path.stat().st_mode & 0o077, 0)
        draft = email.message_from_bytes((self.lists / names[0]).read_bytes(), policy=email.policy.default)
        self.assertEqual((draft['X-Unsent'], draft['Date'], draft['To'].addresses[0].addr_spec), ('1', None, 'p@zon.nl'))
        text = draft.get_body(('plain',)).get_content()
        self.assertIn('Geachte heer Van Dijk,', text)
        self.assertIn('dinsdag 10 december 2030', text)
        self.assertNotIn('Proef', text)
        self.assertNotIn('1002', text)
        data = (self.lists / names[-1]).read_bytes()
        self.assertTrue(data.startswith(b'\xef\xbb\xbf') and data.endswith(b'\r\n'))
        rows = list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'), newline=''), delimiter=';'))
        self.assertEqual([(row['klantnummer'], row['klant'], row['e-mailadres']) for row in rows],
                         [('1001', 'Bakkerij "De Zon" B.V.', 'p@zon.nl'), ('1002', "'=cmd|x", 'k@twee.nl')])
        self.assertEqual(rows[1]['contactpersoon'], '{klant}')
        before = {path: path.read_bytes() for path in self.lists.iterdir()}
        self.assertIn('klantmail-1001-bakkerij-de-zon-bv-2030-12-10-2.eml', self.pieces('client', '--csv')['written'])
        self.assertEqual({path: path.read_bytes() for path in before}, before)

    def test_without_an_address_on_paper_only(self):
        self.office_tells()
        answer = self.pieces('client', '--employer', '1003')
        self.assertEqual(answer['written'], ['klantmail-1003-drie-2030-12-10.txt', 'klantmail-1003-drie-2030-12-10.pdf'])
        self.assertEqual([problem['employer'] for problem in answer['problems']], ['1003'])

    def test_withdrawal_only_to_who_was_told(self):
        self.office_tells()
        self.change(TOLD + ' WHERE number = 1001')
        self.ok('exclude', self.dossier, '--employer', '1001', '--reason', 'failliet')
        self.ok('exclude', self.dossier, '--employer', '1002', '--reason', 'failliet')
        answer = self.pieces('withdrawal')
        self.assertEqual([name for name in answer['written'] if name.endswith('.eml')], ['intrekking-1001-bakkerij-de-zon-bv.eml'])
        self.assertEqual({problem['employer'] for problem in answer['problems']}, set())

    def test_of_a_told_client_nothing_but_the_correction(self):
        self.office_tells()
        self.change(TOLD + ' WHERE number = 1001')
        answer = self.pieces('client')
        self.assertIn('1001', {problem['employer'] for problem in answer['problems']})
        self.assertFalse([name for name in answer['written'] if '1001' in name])
        answer = self.pieces('correction', '--wave', '1')
        self.assertEqual([name for name in answer['written'] if name.endswith('.eml')], ['correctie-1001-bakkerij-de-zon-bv-2030-12-10.eml'])
        text = self.draft(answer['written'][0] if answer['written'][0].endswith('.eml') else answer['written'][1]).get_body(('plain',)).get_content()
        self.assertIn('5 november 2030', text)
        self.assertIn('10 december 2030', text)

    def test_for_the_office_itself(self):
        self.office_tells()
        for piece, word in (('phone-script', 'telefoon'), ('briefing', 'briefing')):
            answer = self.pieces(piece)
            self.assertEqual(answer['written'], [f'{word}.txt', f'{word}.pdf'])
            text = (self.lists / answer['written'][0]).read_text(encoding='utf-8')
            self.assertNotRegex(text, r'[{}]')
            self.assertNotIn('Proef', text)


class OwnTexts(Letters):
    """What an office writes is what goes out, or nothing does."""

    def setUp(self):
        super().setUp()
        self.office([employer('1001')], [person('1001', 1)], '--firm', 'Kantoor De Vries')
        self.ok('waves', self.dossier, '--set', '1', '--date', '2030-12-10', '--employer', '1001')
        self.office_tells()

    def test_own(self):
        self.own_text('help', '\ufeffOnderwerp: Hulp voor {klant}\r\n\r\nBeste {contactpersoon},\r\n\r\nBel ons: {kantoor_telefoon}.\r\n')
        answer = self.pieces('help')
        draft = self.draft('hulp-1001-klant-1001-bv.eml')
        self.assertEqual(draft['Subject'], 'Hulp voor Klant 1001 B.V.')
        self.assertEqual(draft.get_body(('plain',)).get_content().split(), 'Beste C. de Boer, Bel ons: 012-3456789.'.split())
        self.assertEqual(answer['problems'], [])

    def test_broken_goes_nowhere(self):
        """Not with ours in place of it either, and what was written stays as it is."""
        for code, source in (('client', 'Onderwerp: x\n\nBeste {klant\n'), ('client', 'Beste klant'), ('client', 'Onderwerp: \xe9'.encode('latin-1')),
                             ('client', 'Onderwerp: x\n' + 70000 * 'x'), ('client', b'Onderwerp: x\0y'), ('ticket', 'Onderwerp: x\n{?klantlijst}'), ('ticket', 'Onderwerp: x\n\nBel {behandelaar}')):
            with self.subTest(source=source[:30]):
                path = self.own_text(code, source)
                before = path.read_bytes()
                with self.unchanged():
                    error = self.refused('letters', self.dossier, code, '-o', self.lists)
                self.assertRegex(error['message'], 'own text|{behandelaar}')
                self.assertEqual(path.read_bytes(), before)
                self.assertEqual(list(self.lists.iterdir()) if self.lists.exists() else [], [])

    def test_broken_flyer_keeps_the_mail_that_it_goes_with(self):
        """In a language that the office wants, or with no file of the toolkit in its place."""
        self.own_text('flyer-pl', 'Onderwerp: x\n{?klant}')
        self.assertEqual(self.pieces('client')['letters'], 1)
        self.change("INSERT INTO setting (name, value) VALUES ('flyer-languages', 'pl')")
        answer = self.pieces('client')
        self.assertEqual((answer['letters'], answer['written']), (0, []))
        self.assertIn('own text of “Flyer”', answer['problems'][0]['reason'])
        self.change("DELETE FROM setting WHERE name = 'flyer-languages'")
        path = self.own_text('flyer', 'Onderwerp: x\n{?klant}')
        self.assertEqual(self.pieces('client')['letters'], 0)
        toolkit = path.parent / 'toolkit' / 'flyer'
        toolkit.mkdir(parents=True)
        (toolkit / 'Flyer van Loket.pdf').write_bytes(b'%PDF-1.4 proef')
        answer = self.pieces('client')
        self.assertEqual((answer['letters'], answer['problems']), (1, []))
        draft = self.draft(max(name for name in answer['written'] if name.endswith('.eml')))
        self.assertIn('Flyer van Loket.pdf', [part.get_filename() for part in draft.iter_attachments()])

    def test_forbidden_goes_nowhere(self):
        """A client mail that tells too little, asks too much or tells another day."""
        text = (pathlib.Path(__file__).resolve().parents[2] / 'data' / 'letters' / 'piece' / 'client.txt').read_text(encoding='utf-8')
        for old, new, words in (('Werknemerloket wordt geblokkeerd', 'Werknemerloket verandert', 'is blocked'),
                                ('krijgen van Loket een uitnodiging', 'horen van Loket', 'invitation'),
                                ('# Vragen', 'Stuur ons de wachtwoorden van uw medewerkers.\n\n# Vragen', 'password'),
                                ('# Vragen', 'Mail ons ook het BSN van iedereen.\n\n# Vragen', 'BSN'),
                                ('# Vragen', 'De overstap is op 9 december 2030.\n\n# Vragen', '9 december 2030'),
                                ('# Vragen', '{hulptelefoon}\n\n# Vragen', '{hulp_telefoon}')):
            with self.subTest(new=new):
                self.assertIn(old, text)
                self.own_text('client', text.replace(old, new))
                answer = self.pieces('client')
                self.assertEqual(answer['written'], [])
                self.assertIn(words, ' '.join(problem['reason'] for problem in answer['problems']))
        self.own_text('client', text.replace('# Vragen', 'De overstap is op 10 december 2030.\n\n# Vragen'))
        self.assertEqual(self.pieces('client')['problems'], [])


class Hostile(Letters):
    """Clients whose names would like to be something else than names."""

    NAMES = [*hostile.NAMES, '{klant}', '{?kantoor}weg{/kantoor}', '}}{{', "=cmd|' /C calc'!A0", 'Naam\r\nBcc: ander@klant.example', '\u202enaam', '../../etc',
             'x' * 300]

    def setUp(self):
        super().setUp()
        numbers = [str(7001 + place) for place in range(len(self.NAMES))]
        self.office([employer(number, name=name, contact=name, contact_email=f'alleen{number}@klant.example')
                     for number, name in zip(numbers, self.NAMES)],
                    [person(number, 10 * place + who, email='' if who else f'prive{number}@geheim.example')
                     for place, number in enumerate(numbers) for who in range(2)], '--firm', 'Kantoor De Vries')
        self.ok('waves', self.dossier, '--set', '1', '--date', '2030-12-10', '--employer', *numbers)
        self.office_tells()
        self.change(*(f"INSERT OR REPLACE INTO tally (employer, what, number) SELECT id, '{what}', {number} FROM employer" for what, number in
                      (('outcome:submitted', 12), ('outcome:invited', 9), ('outcome:unknown', 1), ('list:fallout', 2), ('outcome:linked', 5),
                       ('list:waiting', 4), ('reason:left-2025-access-ended', 3))))
        self.numbers = numbers

    def check_draft(self, path, number):
        draft = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        for part in draft.walk():
            self.assertEqual(part.defects, [])
        self.assertEqual([(name, draft[name]) for name in ('Cc', 'Bcc', 'Date')], [('Cc', None), ('Bcc', None), ('Date', None)])
        self.assertEqual([address.addr_spec for address in draft['To'].addresses], [f'alleen{number}@klant.example'])
        self.assertEqual(len(draft.get_all('Subject')), 1)
        return ' '.join([draft['Subject'], *(part.get_content() for part in draft.walk() if part.get_content_maintype() == 'text')])

    def check_words(self, words, number):
        """Nothing of another client, and nothing that tells who an employee is."""
        self.assertEqual(set(re.findall(r'alleen(\d+)@', words)) - {number}, set())
        self.assertEqual(set(re.findall(r'\b70[0-9]{2}\b', words)) & set(self.numbers) - {number}, set())
        for secret in ('Proef', 'geheim.example', '1985', 'Anna'):
            self.assertNotIn(secret, words)
        self.assertNotRegex(words, '[\u202a-\u202e\u2066-\u2069\0]')

    def test_every_piece(self):
        for piece in CLIENT_PIECES:
            if piece == 'correction':
                self.change(TOLD)
            with self.subTest(piece):
                self.lists = self.folder / piece
                answer = self.pieces(piece, '--csv')
                self.assertEqual(answer['letters'], len(self.numbers), answer['problems'][:3])
                self.assertEqual(sorted(answer['written']), sorted(path.name for path in self.lists.iterdir()))
                self.check_files(piece)

    def check_files(self, piece):
        found = 0
        for path in self.lists.iterdir():
            number = re.search(r'-(70\d\d)[-.]', path.name)
            self.assertRegex(path.name, r'^[a-z0-9-]+\.(eml|txt|csv|pdf)$')
            self.assertLess(len(path.name), 200)
            if path.suffix == '.eml':
                self.check_words(self.check_draft(path, number[1]), number[1])
                found += 1
            elif path.suffix == '.txt':
                self.check_words(path.read_text(encoding='utf-8'), number[1])
            elif path.suffix == '.csv' and path.name.startswith('samenvoegen'):
                self.check_table(path.name)
        self.assertEqual(found, len(self.numbers))

    def check_table(self, name):
        rows = self.table(name)
        self.assertEqual([row['klantnummer'] for row in rows], self.numbers)
        for row in rows:
            for cell in row.values():
                self.assertFalse(cell.startswith(FORMULA), 'a cell that a spreadsheet would run')
            self.check_words(' '.join(row.values()), row['klantnummer'])


if __name__ == '__main__':
    overstap.main()
