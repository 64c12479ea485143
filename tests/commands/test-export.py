# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap export`: files for people, in the form that Excel in the Netherlands opens."""
import re

import overstap
from overstap import EMPLOYEE_HEAD, LoketCase, OfficeCase, employer, person

KINDS = ('client-list', 'fallout', 'corrections', 'not-yet-mijnloket', 'leavers', 'overview', 'audit')


class Kinds(OfficeCase):
    def setUp(self):
        super().setUp()
        self.office([employer('1001'), employer('01002', name='Café "Zon"; B.V.'), employer('1003')],
                    [person('1001', '0017', last='Müller'), person('1001', 2, email=''), person('01002', 3, birth=''),
                     person('1001', 4, mijnloket='HasAccessToClient'), person('1001', 5, end='31-12-2024'),
                     person('1003', 6)])
        self.ok('select', self.dossier, '--none')
        self.ok('select', self.dossier, '--employer', '1001', '1002')

    def column(self, rows, text):
        at = [n for n, name in enumerate(rows[0]) if text.lower() in name.lower()]
        self.assertTrue(at, f'{text} in {rows[0]}')
        return [row[at[0]] for row in rows[1:]]

    def test_every_kind_has_the_form(self):
        for kind in KINDS:
            with self.subTest(kind=kind):
                self.export(kind)

    def test_client_list(self):
        rows = self.export('client-list')
        self.assertEqual(sorted(self.column(rows, 'Werkgevernummer')), ['01002', '1001'])
        self.assertIn('Café "Zon"; B.V.', sum(rows, []))

    def test_not_yet_mijnloket(self):
        rows = self.export('not-yet-mijnloket')
        self.assertEqual(sorted(self.column(rows, 'Personeelsnummer')), ['0017', '2', '3'])
        self.assertTrue(any('Müller' in cell for row in rows for cell in row))

    def test_not_yet_says_by_which_way(self):
        self.import_employees(person('1001', 7, wnl='AccessToClientIsBlocked'), person('1001', 8), name='more.csv')
        self.ok('exclude', self.dossier, '--employer', '1001', '--employee', '8', '--reason', 'Wil niet')
        rows = {row[2]: row for row in self.export('not-yet-mijnloket')}
        at = rows['Personeelsnummer'].index('Loonstrook')
        self.assertEqual((rows['0017'][at], rows['7'][at]), ('in Werknemerloket', 'op papier of als pdf'))
        self.assertIn('8', rows, 'who does not go along has no MijnLoket either')

    def test_leavers(self):
        """Who left in 2025 and who left since, apart; not who left before, comes later, or has an account that stays."""
        self.import_employees(person('1001', 21, end='01-01-2025'), person('1001', 22, end='31-12-2025'), person('01002', 23, end='31-01-2026'),
                              person('1001', 24, end='30-06-2025', mijnloket='HasAccessToClient'), person('1003', 25, end='31-05-2025'),
                              person('1001', 26, start='01-01-2099'), name='left.csv')
        rows = self.export('leavers')
        self.assertEqual({row[2]: row[-1] for row in rows[1:]},
                         {'21': 'Uit dienst in 2025', '22': 'Uit dienst in 2025', '23': 'Uit dienst vanaf 2026'})
        self.assertIn('31-12-2025', self.column(rows, 'Uit dienst op'))

    def test_per_client(self):
        folder = self.path('lijsten')
        folder.mkdir()
        answer = self.ok('export', self.dossier, 'not-yet-mijnloket', '--per-client', '-o', folder)
        names = sorted(path.name for path in folder.iterdir())
        self.assertEqual((answer['rows'], answer['files']), (3, len(names)))
        self.assertEqual(len(names), 4)
        for path in folder.iterdir():
            self.assertRegex(path.name, r'^nog-geen-mijnloket-\d+-.*vertrouwelijk\.(csv|pdf)$')
            self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        table, = [path for path in folder.glob('*-1001-*.csv')]
        self.assertNotIn('01002', table.read_text('utf-8-sig'))
        self.ok('export', self.dossier, 'leavers', '-o', self.path('lijst.pdf'))
        self.assertTrue(self.path('lijst.pdf').read_bytes().startswith(b'%PDF'))
        self.wrong_use('export', self.dossier, 'overview', '--per-client', '-o', folder)
        self.refused('export', self.dossier, 'leavers', '-o', self.path('nergens') / 'x.pdf')

    def test_corrections(self):
        rows = self.export('corrections')
        self.assertEqual(sorted(self.column(rows, 'Personeelsnummer')), ['2', '3'])
        self.ok('accept', self.dossier, 'birth-date-missing', '--reason', 'Wordt gebeld')
        self.assertEqual(self.column(self.export('corrections'), 'Personeelsnummer'), ['2'])

    def test_overview(self):
        text = str(self.export('overview'))
        self.assertIn('1001', text)

    def test_audit_has_numbers_but_no_names(self):
        rows = self.export('audit')
        self.assertGreaterEqual(len(rows) - 1, 4)
        text = str(rows)
        for word in ('Müller', '@gmail.com'):
            self.assertNotIn(word, text)

    def test_dates_are_dutch(self):
        for kind in KINDS:
            with self.subTest(kind=kind):
                text = str(self.export(kind))
                self.assertIsNone(re.search(r'\b\d{4}-\d\d-\d\d\b', text))

    def test_no_birth_dates(self):
        for kind in KINDS:
            with self.subTest(kind=kind):
                self.assertNotIn('12-05-1985', str(self.export(kind)))

    def test_it_changes_no_person(self):
        before = self.check()
        for kind in KINDS:
            self.export(kind)
        self.assertEqual(self.check(), before)


class Harmless(OfficeCase):
    """Names come from outside; a spreadsheet must not run them."""

    NAMES = ('=HYPERLINK("http://x")', '+31612345678', '-2+3', '@SUM(A1)')

    def test_cells_that_a_spreadsheet_would_run(self):
        self.office([employer('1001', name='=1+1')], [person('1001', n, last=name, prefix='', initials='', first='')
                                                      for n, name in enumerate(self.NAMES, 1)])
        for kind in KINDS:
            for row in self.export(kind):
                for cell in row:
                    self.assertNotRegex(cell, r'^[=+\-@\t\r]', kind)
        cells = sum(self.export('client-list'), [])
        self.assertIn("'=1+1", cells)

    def test_the_apostrophe_goes_when_it_is_read_back(self):
        self.office([employer('1001', name="'=1+1")], [person('1001', 1)])
        self.assertIn("'=1+1", sum(self.export('client-list'), []))
        self.assertEqual(self.import_employers(employer('1001', name='=1+1'))['unchanged'], 1)


class Fallout(LoketCase):
    def test_fallout(self):
        loket = self.practice(employers=5, employees=80)
        self.office_of(loket)
        self.clear_in_loket(loket, self.people_with('ready'))
        self.ok('apply', self.dossier, '--yes')
        listed = self.ok('fallout', self.dossier)['rows']
        self.assertTrue(listed)
        rows = self.export('fallout')
        self.assertEqual(len(rows) - 1, len(listed))
        # What was written can be read as an uitvallijst again.
        answer = self.counted(self.ok('import', self.dossier, 'fallout', self.path('fallout.csv')))
        self.assertEqual((answer['rows'], len(answer['refused'])), (len(listed), 0))


class Head(OfficeCase):
    def test_heads_are_recognised(self):
        self.office([employer('1001')], [person('1001', 1)])
        rows = self.export('not-yet-mijnloket')
        for name in ('Werkgevernummer', 'Personeelsnummer'):
            self.assertIn(name, EMPLOYEE_HEAD)
            self.assertIn(name, rows[0])


if __name__ == '__main__':
    overstap.main()
