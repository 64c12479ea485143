# SPDX-License-Identifier: GPL-3.0-or-later
"""The loop with the client: `overstap letters` makes the list that it fills in, `overstap import … corrections` reads it back."""
import csv
import io
import re
import shutil
import subprocess

import overstap
from overstap import OfficeCase, csv_bytes, employer, person

HEAD = ['Werkgevernummer', 'Personeelsnummer', 'Naam', 'Wat ontbreekt', 'Nieuw privé e-mail', 'Heeft geen e-mail J/N']
EMAIL, NO_EMAIL = 4, 5


class Loop(OfficeCase):
    def setUp(self):
        super().setUp()
        self.lists = self.folder / 'lijsten'
        self.office([employer('1001', name='Bakkerij "De Zon" B.V.'), employer('1002'), employer('1003')],
                    [person('1001', 1, email=''), person('1001', 2, email='geen mail'), person('1001', 3),
                     person('1001', 4, birth='', initials='', first='Zoë'), person('1002', 5, email=''), person('1003', 6)],
                    '--firm', 'Kantoor De Vries')

    def make(self, *options):
        return self.ok('letters', self.dossier, 'missing-data', '-o', self.lists, *options)

    def one(self, ending):
        found = sorted(self.lists.glob(f'*{ending}'))
        self.assertEqual(len(found), 1, found)
        return found[0]

    def rows_of(self, path):
        return list(csv.reader(io.StringIO(path.read_bytes().decode('utf-8-sig'), newline=''), delimiter=';'))

    def text_of(self, path):
        if shutil.which('pdftotext') is None:
            self.skipTest('no pdftotext to read the PDF with (package poppler-utils)')
        return subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode('utf-8')

    def answered(self, **answers):
        """The list of client 1001 as it comes back; n1='address' or n1=True for no e-mail."""
        rows = self.rows_of(self.one('1001-*.csv'))
        for row in rows[1:]:
            answer = answers.get(f'n{row[1]}')
            if answer is True:
                row[NO_EMAIL] = 'J'
            elif answer is not None:
                row[EMAIL] = answer
        path = self.write('terug.csv', csv_bytes(rows[0], rows[1:]))
        return self.counted(self.ok('import', self.dossier, 'corrections', path))

    def read(self, *rows, head=HEAD, **layout):
        return self.import_rows('corrections', head, rows, **layout)

    def enquiry(self):
        """The enquiries as they stand in the dossier: NULL where one did not come back."""
        return re.findall(r'INSERT INTO "?enquiry"? VALUES\((.*)\);', self.dump())


class Lists(Loop):
    def test_two_files_for_each_client_with_a_question(self):
        answer = self.make()
        self.assertEqual((answer['clients'], answer['people'], answer['letters']), (2, 4, 0))
        self.assertEqual({problem['employer'] for problem in answer['problems']}, {'1001', '1002'})
        self.assertEqual(sorted(answer['written']), sorted(path.name for path in self.lists.iterdir()))
        for name in answer['written']:
            self.assertRegex(name, r'^aanvullijst-100[12]-[a-z0-9-]+-\d{4}-\d{2}-\d{2}-vertrouwelijk\.(pdf|csv)$')
        self.assertIn('bakkerij-de-zon-bv', ' '.join(answer['written']))

    def test_the_table(self):
        self.make('--employer', '1001')
        path = self.one('.csv')
        data = path.read_bytes()
        self.assertTrue(data.startswith(b'\xef\xbb\xbf') and data.endswith(b'\r\n'))
        rows = self.rows_of(path)
        self.assertEqual(rows[0], HEAD)
        self.assertEqual([row[1] for row in rows[1:]], ['1', '2', '4'])
        self.assertEqual({row[0] for row in rows[1:]}, {'1001'})
        self.assertEqual([row[4:] for row in rows[1:]], [['', '']] * 3)
        self.assertEqual(rows[1][3], 'Het privé e-mailadres ontbreekt.')
        self.assertTrue(rows[3][2].startswith('Z. Proef'), rows[3])
        self.assertEqual(path.stat().st_mode & 0o077, 0)

    def test_nobody_else_and_no_birth_date(self):
        self.make('--employer', '1001')
        words = self.text_of(self.one('.pdf')) + self.one('.csv').read_text(encoding='utf-8-sig')
        for number in (3, 5, 6):
            self.assertNotIn(person('1001' if number == 3 else '1002' if number == 5 else '1003', number)[5], words)
        self.assertNotIn('1002', words)
        self.assertNotIn('1985', words)
        self.assertNotIn('geen mail', words)

    def test_the_paper(self):
        self.make('--employer', '1001', '--deadline', '2027-01-08')
        text = self.text_of(self.one('.pdf'))
        for words in ('Kantoor De Vries', 'Vertrouwelijk', 'Bakkerij "De Zon" B.V.', 'Werkgevernummer 1001', 'uiterlijk 8-1-2027',
                      'Nieuw privé e-mailadres', 'Heeft', 'Aantal medewerkers op deze lijst: 3', 'Bladzijde 1 van 1'):
            self.assertIn(words, text)
        self.assertIn('gewone e-mail', text)

    def test_a_long_list_repeats_its_headings(self):
        self.import_employees(*[person('1002', 100 + i, email='') for i in range(40)])
        self.make('--employer', '1002')
        pages = self.text_of(self.one('.pdf')).split('\f')[:-1]
        self.assertGreater(len(pages), 1)
        for number, page in enumerate(pages, 1):
            self.assertIn('Wat ontbreekt', page)
            self.assertIn(f'Bladzijde {number} van {len(pages)}', page)
        self.assertEqual(sum(page.count('ontbreekt.') for page in pages), 41)

    def test_dangerous_cells_are_harmless(self):
        self.import_employees(person('1001', 1, email='', last='=HYPERLINK("x")', initials='', first=''))
        self.make('--employer', '1001')
        self.assertIn("'=HYPERLINK", self.one('.csv').read_text(encoding='utf-8-sig'))

    def test_nothing_is_overwritten(self):
        self.make('--employer', '1001')
        before = {path: path.read_bytes() for path in self.lists.iterdir()}
        self.make('--employer', '1001')
        self.assertEqual({path: path.read_bytes() for path in before}, before)
        self.assertEqual(len(list(self.lists.iterdir())), 4)

    def test_nothing_to_ask(self):
        self.ok('check', self.dossier)
        with self.unchanged():
            self.refused('letters', self.dossier, 'missing-data', '--employer', '1003', '-o', self.lists)
        self.assertFalse(self.lists.exists())

    def test_wrong_use(self):
        for args in (('nothing', '-o', self.lists), ('flyer',), ('briefing', '--employer', '1001', '-o', self.lists), ('missing-data',), ('missing-data', '-o', self.lists, '--deadline', '31-02')):
            with self.subTest(args=args):
                self.assertEqual(self.run_overstap('letters', self.dossier, *args).status, 2)

    def test_asking_can_be_taken_back(self):
        self.make()
        self.assertEqual(len(self.enquiry()), 2)
        self.ok('undo', self.dossier)
        self.assertEqual(self.enquiry(), [])


class Returned(Loop):
    def setUp(self):
        super().setUp()
        self.make('--employer', '1001')

    def test_answers_are_mends(self):
        answer = self.answered(n1='bas@gmail.com', n2=True)
        self.assertEqual((answer['changed'], answer['unanswered'], answer['refused']), (2, 1, []))
        self.assertEqual((answer['solved'], answer['open']), (2, 1))
        self.assertRow(self.row('1001', 1), 'stopper', ['change-in-loket'])
        self.assertRow(self.row('1001', 2), 'left-out', [], 'excluded-by-hand')
        self.assertRow(self.row('1001', 4), 'decide', ['birth-date-missing'])
        self.assertRegex(self.enquiry()[0], r"'\d{4}-\d\d-\d\d',\d+$")

    def test_an_answer_about_one_solves_the_other(self):
        self.import_employees(person('1003', 7, email='samen@gmail.com'), person('1003', 8, email='samen@gmail.com'))
        self.make('--employer', '1003')
        answer = self.read(('1003', '7', '', '', 'zeven@gmail.com', ''))
        self.assertEqual((answer['changed'], answer['solved'], answer['open']), (1, 2, 0))

    def test_the_same_list_again_changes_nothing(self):
        self.answered(n1='bas@gmail.com', n2=True)
        answer = self.answered(n1='bas@gmail.com', n2=True)
        self.assertEqual((answer['changed'], answer['unchanged']), (0, 2))

    def test_it_is_one_step_back(self):
        before = self.check()['rows']
        self.answered(n1='bas@gmail.com', n2=True)
        self.ok('undo', self.dossier)
        self.assertEqual(self.check()['rows'], before)
        self.assertRegex(self.enquiry()[0], r',NULL,NULL,\d+$')

    def test_an_empty_answer_clears_nothing(self):
        self.ok('mend', self.dossier, '--employer', '1001', '--employee', '1', '--email', 'bas@gmail.com')
        answer = self.answered()
        self.assertEqual((answer['changed'], answer['unanswered']), (0, 3))
        self.assertRow(self.row('1001', 1), 'stopper', ['change-in-loket'])
        self.assertRegex(self.enquiry()[0], r',NULL,NULL,\d+$')

    def test_a_newer_mend_stays(self):
        self.ok('mend', self.dossier, '--employer', '1001', '--employee', '1', '--email', 'nieuw@gmail.com', '--done-in-loket')
        answer = self.answered(n1='oud@gmail.com')
        self.assertEqual((answer['changed'], len(answer['refused'])), (0, 1))
        self.assertRow(self.row('1001', 1), 'ready')
        self.assertEqual(self.answered(n1='nieuw@gmail.com')['unchanged'], 1)

    def test_refused_rows(self):
        name = person('1001', 1)[5]
        for cells, column in ((('9999', '1', '', '', 'a@gmail.com', ''), 'Werkgevernummer'),
                              (('1001', '99', '', '', 'a@gmail.com', ''), 'Personeelsnummer'),
                              (('1001', '1', '', '', 'bas@', ''), 'Nieuw privé e-mail'),
                              (('1001', '1', '', '', 'onbekend', ''), 'Nieuw privé e-mail'),
                              (('1001', '1', '', '', 'bas@gmail.com', 'J'), 'Nieuw privé e-mail'),
                              (('1001', '1', '', '', 'anna.1001.3@gmail.com', ''), 'Nieuw privé e-mail'),
                              (('1001', '1', '', '', 'Anna.1001.3@GMAIL.com', ''), 'Nieuw privé e-mail'),
                              (('1001', '1', 'J. Iemand Anders', '', 'bas@gmail.com', ''), 'Naam'),
                              (('1001', '1', f'A. {name}', '', '', 'misschien'), 'Heeft geen e-mail J/N')):
            with self.subTest(cells=cells):
                answer = self.read(cells)
                self.assertEqual((answer['changed'], len(answer['refused'])), (0, 1), answer)
                self.assertEqual(answer['refused'][0]['column'], column)
                self.assertNotIn('gmail', answer['refused'][0]['reason'])
        self.assertRow(self.row('1001', 1), 'stopper', ['no-private-email'])

    def test_two_people_with_one_address(self):
        answer = self.answered(n1='samen@gmail.com', n2='samen@gmail.com')
        self.assertEqual((answer['changed'], len(answer['refused'])), (1, 1))

    def test_an_address_may_be_that_of_the_same_person_elsewhere(self):
        self.import_employees(person('1002', 7, last='Zelfde'), person('1001', 8, last='Zelfde', email=''))
        self.assertEqual(self.read(('1001', '8', '', '', 'anna.1002.7@gmail.com', ''))['changed'], 1)

    def test_sorted_and_renamed_by_the_client(self):
        answer = self.read(('01001', 'bas@gmail.com', '0001'), head=['Klantnummer', 'Nieuw e-mailadres', 'Pers.nr'], delimiter=',',
                           encoding='cp1252', newline='\n')
        self.assertEqual(answer['changed'], 1)

    def test_a_dry_run_keeps_nothing(self):
        path = self.write('terug.csv', csv_bytes(HEAD, [('1001', '1', '', '', 'bas@gmail.com', '')]))
        with self.unchanged():
            answer = self.ok('import', self.dossier, 'corrections', path, '--dry-run')
        self.assertEqual((answer['changed'], answer['solved']), (1, 1))

    def test_no_client_that_was_not_asked_is_ticked_off(self):
        self.assertEqual(self.read(('1002', '5', '', '', 'els@gmail.com', ''))['changed'], 1)
        self.assertEqual(len(self.enquiry()), 1)
        self.assertRegex(self.enquiry()[0], r',NULL,NULL,\d+$')


if __name__ == '__main__':
    overstap.main()
