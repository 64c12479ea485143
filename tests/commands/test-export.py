# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap export`: files for people, in the form that Excel in the Netherlands opens."""
import re

import overstap
from overstap import EMPLOYEE_HEAD, LoketCase, OfficeCase, employer, person

KINDS = ('client-list', 'fallout', 'corrections', 'not-yet-mijnloket', 'overview', 'audit')


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
