# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that Excel in the Netherlands writes: encodings, delimiters, quotes, line ends."""
import overstap
from overstap import EMPLOYEE_HEAD, OfficeCase, csv_bytes, employer, person

NAME = 'Reneé-Čížek'


class Files(OfficeCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(employer('1001'))

    def read(self, data, *options):
        path = self.write('x.csv', data)
        return self.counted(self.ok('import', self.dossier, 'employees', path, *options))

    def names(self):
        """Every cell of everybody's line in an export: the names as they came in."""
        self.ok('select', self.dossier, '--all')
        return ' '.join(' '.join(row) for row in self.export('not-yet-mijnloket')[1:])

    def test_encodings(self):
        for encoding, name, word in (('utf-8', NAME, 'utf-8'), ('utf-8-sig', NAME, 'utf-8'), ('cp1252', 'Renée Müller', '1252'),
                                     ('utf-16', NAME, 'utf-16'), ('utf-16-le', NAME, 'utf-16le'),
                                     ('utf-16-be', NAME, 'utf-16be')):
            with self.subTest(encoding=encoding):
                answer = self.read(csv_bytes(EMPLOYEE_HEAD, [person('1001', 1, last=name)], encoding=encoding))
                self.assertIn(word, answer['encoding'].lower())
                self.assertIn(name, self.names())

    def test_encoding_by_hand(self):
        data = csv_bytes(EMPLOYEE_HEAD, [person('1001', 1, last='Renée')], encoding='cp1252')
        self.read(data, '--encoding', 'windows-1252')
        self.assertIn('Renée', self.names())

    def test_wrong_encoding_by_hand(self):
        path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, [person('1001', 1, last='Renée')], encoding='cp1252'))
        with self.unchanged():
            self.refused('import', self.dossier, 'employees', path, '--encoding', 'utf-8')

    def test_case_07_text_encoded_twice_is_repaired_when_asked(self):
        text = csv_bytes(('Wg nr', 'Pers.nr', 'Achternaam'), [('1001', '7', 'RenÃ©e')], encoding='utf-8')
        path = self.write('x.csv', text)
        self.ok('import', self.dossier, 'employees', path, '--repair-encoding')
        self.assertIn('Renée', self.dump())
        self.assertIn('"repair-encoding":"yes"', self.dump().replace(' ', ''))
        self.ok('import', self.dossier, 'employees', path)
        self.assertIn('RenÃ©e', self.dump())

    def test_text_encoded_twice_comes_in_as_read(self):
        twice = 'Renée'.encode().decode('cp1252')
        self.read(csv_bytes(EMPLOYEE_HEAD, [person('1001', 1, last=twice)]))
        self.assertIn(twice, self.names())

    def test_delimiters(self):
        for delimiter in (';', ',', '\t', '|'):
            with self.subTest(delimiter=delimiter):
                answer = self.read(csv_bytes(EMPLOYEE_HEAD, [person('1001', 1, last='Jansen; Pietersen, Smit|x')],
                                             delimiter=delimiter))
                self.assertEqual((answer['delimiter'], answer['rows']), (delimiter, 1))
                self.assertIn('Jansen; Pietersen, Smit|x', self.names())

    def test_sep_line(self):
        answer = self.read(csv_bytes(EMPLOYEE_HEAD, [person('1001', 1, birth='31-02-1990')], delimiter=',', first='sep=,\r\n'))
        self.assertEqual((answer['delimiter'], answer['rows']), (',', 1))
        self.assertEqual(answer['refused'][0]['line'], 3)

    def test_delimiter_by_hand(self):
        answer = self.read(csv_bytes(EMPLOYEE_HEAD, [person('1001', 1)], delimiter='|'), '--delimiter', '|')
        self.assertEqual(answer['delimiter'], '|')

    def test_line_ends(self):
        for newline in ('\r\n', '\n'):
            with self.subTest(newline=newline):
                rows = [person('1001', 1), person('1001', 2)]
                self.assertEqual(self.read(csv_bytes(EMPLOYEE_HEAD, rows, newline=newline))['rows'], 2)
                without_last = csv_bytes(EMPLOYEE_HEAD, rows, newline=newline).rstrip(b'\r\n')
                self.assertEqual(self.read(without_last)['rows'], 2)

    def test_quoted_cells(self):
        rows = [person('1001', 1, first='An "de\r\nbakker" na; zo'), person('1001', 2, birth='31-02-1990')]
        answer = self.read(csv_bytes(EMPLOYEE_HEAD, rows))
        self.assertEqual(answer['rows'], 2)
        self.assertEqual(answer['refused'][0]['line'], 4)

    def test_quote_that_never_closes(self):
        path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, [person('1001', 1)]) + b'1001;2;"A.;Anna\r\n1001;3;B.;Bas\r\n')
        with self.unchanged():
            self.refused('import', self.dossier, 'employees', path)

    def test_case_14_many_rows(self):
        rows = [person('1001', n) for n in range(1, 5001)]
        answer = self.read(csv_bytes(EMPLOYEE_HEAD, rows))
        self.assertEqual((answer['rows'], answer['added']), (5000, 5000))
        self.assertEqual(self.check()['employees'], 5000)


if __name__ == '__main__':
    overstap.main()
