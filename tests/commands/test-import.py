# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap import`: what becomes of the rows of an office's file."""
import json
import re
import overstap
from overstap import EMPLOYEE_HEAD, EMPLOYER_HEAD, OfficeCase, csv_bytes, employer, person

BSN = '123456782'


class ImportCase(OfficeCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(employer('1001'), employer('1002'))

    def counts(self, answer):
        return {key: answer[key] for key in ('added', 'changed', 'unchanged', 'skipped', 'missing')} | {
            'refused': len(answer['refused'])}

    def assertCounts(self, answer, **expected):
        whole = dict(added=0, changed=0, unchanged=0, skipped=0, missing=0, refused=0)
        self.assertEqual(self.counts(answer), whole | expected)


class Employers(ImportCase):
    def test_counts(self):
        again = self.import_employers(employer('1001'), employer('1002', name='Nieuwe naam B.V.'), employer('1003'))
        self.assertEqual(again['kind'], 'employers')
        self.assertCounts(again, added=1, changed=1, unchanged=1)

    def test_same_file_twice(self):
        self.assertCounts(self.import_employers(employer('1001'), employer('1002')), unchanged=2)

    def test_leading_zeros(self):
        same = employer('01001', name='Klant 1001 B.V.', contact_email='contact@klant1001.example')
        self.assertCounts(self.import_employers(same), unchanged=1)
        with self.unchanged():
            path = self.write('x.csv', csv_bytes(EMPLOYER_HEAD, [employer('1005'), employer('01005', name='Ander')]))
            self.refused('import', self.dossier, 'employers', path)


class Employees(ImportCase):
    def test_counts(self):
        first = self.import_employees(person('1001', 1), person('1001', 2), person('1002', 3))
        self.assertEqual((first['kind'], first['rows']), ('employees', 3))
        self.assertCounts(first, added=3)
        again = self.import_employees(person('1001', 1), person('1001', 2, email='anders@gmail.com'), person('1001', 4))
        # 1002 is not in this file, so nobody of it is missed.
        self.assertCounts(again, added=1, changed=1, unchanged=1)

    def test_same_file_twice_changes_nothing(self):
        people = [person('1001', n) for n in range(1, 6)] + [person('1001', 5, start='01-01-2024', end='01-02-2024')]
        self.import_employees(*people)
        before = self.check()
        self.assertCounts(self.import_employees(*people), unchanged=6)
        self.assertEqual(self.check(), before)

    def test_missing_people_are_counted_and_kept(self):
        self.import_employees(person('1001', 1), person('1001', 2), person('1002', 3))
        self.assertCounts(self.import_employees(person('1001', 1)), unchanged=1, missing=1)
        self.assertEqual(self.check()['employees'], 3)

    def test_case_11_second_employment_counts_as_its_employee(self):
        two = [person('1001', 1, start='01-01-2020', end='31-12-2022'), person('1001', 1, start='01-03-2023')]
        answer = self.import_employees(*two)
        self.assertEqual(answer['rows'], 2)
        self.assertCounts(answer, added=2)
        self.assertEqual(self.check()['employees'], 1)
        # The order of the employments is no change.
        self.assertCounts(self.import_employees(*reversed(two)), unchanged=2)

    def test_employments_replace_those_known(self):
        self.ok('select', self.dossier, '--all')
        self.import_employees(person('1001', 1, start='01-01-2020', end='31-12-2022'), person('1001', 1, start='01-03-2023'))
        self.import_employees(person('1001', 1, start='01-01-2020', end='31-12-2022'))
        self.assertRow(self.row('1001', 1), 'left-out', [], 'left-before-2025')

    def test_numbers_are_compared_without_zeros_and_kept_as_written(self):
        self.import_employees(person('1001', '00123'))
        self.assertEqual(self.check()['rows'][0]['employee'], '00123')
        self.assertCounts(self.import_employees(person('01001', '123', email='anna.1001.00123@gmail.com',
                                                       last=person('1001', '00123')[5])), unchanged=1)
        with self.unchanged():
            path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, [person('1001', '7'), person('1001', '007')]))
            self.refused('import', self.dossier, 'employees', path)

    def test_same_number_at_two_employers_is_two_employees(self):
        self.assertCounts(self.import_employees(person('1001', 1), person('1002', 1)), added=2)

    def test_contradicting_rows_the_last_wins(self):
        self.import_employees(person('1001', 1, email='eerst@gmail.com'), person('1001', 1, email='-'))
        self.ok('select', self.dossier, '--all')
        self.assertRow(self.row('1001', 1), 'stopper', ['no-private-email'])

    def test_absent_column_keeps_and_empty_cell_clears(self):
        self.import_employees(person('1001', 1))
        self.ok('select', self.dossier, '--all')
        without = [at for at, name in enumerate(EMPLOYEE_HEAD) if name not in ('Privé e-mail', 'Geboortedatum')]
        row = person('1001', 1)
        answer = self.import_rows('employees', [EMPLOYEE_HEAD[at] for at in without], [[row[at] for at in without]])
        self.assertCounts(answer, unchanged=1)
        self.assertRow(self.row('1001', 1), 'ready')
        self.assertCounts(self.import_employees(person('1001', 1, email='', birth='')), changed=1)
        self.assertRow(self.row('1001', 1), 'stopper', ['no-private-email', 'birth-date-missing'])

    def test_unknown_employer_is_refused_per_row(self):
        answer = self.import_employees(person('1001', 1), person('9999', 2), person('1001', 3))
        self.assertCounts(answer, added=2, refused=1)
        self.assertEqual(answer['refused'][0]['line'], 3)

    def test_case_06_codes_and_zeros_survive(self):
        numbers = ('0012', '1E5', 'MEI1', '10-12', '="0034"')
        answer = self.import_rows('employees', ('Wg nr', 'Pers.nr', 'Achternaam'), [('1001', number, 'Bakker') for number in numbers])
        self.assertEqual((answer['added'], answer['refused']), (5, []))
        for number in ('0012', '1E5', 'MEI1', '10-12', '0034'):
            self.assertIn(f"'{number}'", self.dump())

    def test_case_22_harmless_things_around_an_address_are_stripped(self):
        cells = ('mailto:jan@gmail.com', ' jan@gmail.com\u00a0', 'jan@gmail.com;', 'JAN@gmail.com', '<jan@gmail.com>')
        for i, cell in enumerate(cells):
            self.import_rows('employees', ('Wg nr', 'Pers.nr', 'Achternaam', 'Privé e-mail'), [('1001', str(i), f'Bakker{i}', cell)],
                             name=f'{i}.csv')
        addresses = re.findall(r"'([^']*gmail\.com)','ok'", self.dump())
        self.assertEqual({address.lower() for address in addresses}, {'jan@gmail.com'})
        self.assertEqual(len(addresses), len(cells))

    def test_case_47_far_or_empty_end_is_no_end(self):
        ends = ('31-12-9999', '9999-12-31', '01-01-1900', '', '-', '00-00-0000')
        answer = self.import_employees(*(person('1001', i + 1, end=end) for i, end in enumerate(ends)))
        self.assertEqual((answer['added'], answer['refused']), (6, []))
        self.assertIn('3 dates of 01-01-1900 or 31-12-9999', '\n'.join(answer['notes']))

    def test_unreadable_cells_refuse_their_row(self):
        bad = ({'birth': '31-02-1990'}, {'end': '#N/B'}, {'wnl': 'misschien'}, {'start': '########'}, {'mijnloket': 'Toegang?'})
        answer = self.import_employees(person('1001', 1), *[person('1001', n, **cells) for n, cells in enumerate(bad, 2)])
        self.assertCounts(answer, added=1, refused=len(bad))
        self.assertEqual([row['line'] for row in answer['refused']], [3, 4, 5, 6, 7])
        for row in answer['refused']:
            self.assertTrue(row['column'])
            self.assertSentence(row['reason'])
        self.assertEqual([row['column'] for row in answer['refused']][:2], ['Geboortedatum', 'Datum uit dienst'])

    def test_skipped_rows(self):
        width = len(EMPLOYEE_HEAD)
        answer = self.import_employees(person('1001', 1), ('',) * width, EMPLOYEE_HEAD, person('1001', 2),
                                       ('Totaal', '2') + ('',) * (width - 2))
        self.assertEqual(answer['rows'], 5)
        self.assertCounts(answer, added=2, skipped=3)

    def test_title_lines_are_no_rows(self):
        answer = self.import_rows('employees', EMPLOYEE_HEAD, [person('1001', 1), person('1001', 2, birth='31-02-1990')],
                                  first='Medewerkerslijst\r\nGemaakt op 01-11-2026\r\n')
        self.assertEqual(answer['rows'], 2)
        self.assertCounts(answer, added=1, refused=1)
        self.assertEqual(answer['refused'][0]['line'], 5)

    def test_whole_file_refused(self):
        good = person('1001', 1)
        for name, bad in (('american dates', person('1001', 2, birth='05/25/1985')),
                          ('lost digits', person('1001', '1,23E+11')),
                          ('lost digits, with a point', person('1001', '1.23E+11')),
                          ('a number that became a date', person('1001', '10-12-2026'))):
            with self.subTest(name):
                path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, [good, bad]))
                with self.unchanged():
                    self.refused('import', self.dossier, 'employees', path)

    def test_two_digit_years(self):
        self.ok('select', self.dossier, '--all')
        self.import_employees(person('1001', 1, birth='12-05-85', start='01-03-20'),
                              person('1001', 2, birth='12-05-05', start='01-03-24'))
        answer = self.check()
        for number in (1, 2):
            self.assertRow(self.row_of(answer, '1001', number), 'ready')

    def test_forms_of_dates(self):
        self.ok('select', self.dossier, '--all')
        forms = ('30-11-2026', '30/11/2026', '2026-11-30', '30-11-2026 00:00')
        self.import_employees(*[person('1001', n, end=text) for n, text in enumerate(forms, 1)],
                              person('1001', 9, end='1-12-2026'))
        answer = self.check()
        for number in range(1, len(forms) + 1):
            self.assertRow(self.row_of(answer, '1001', number), 'decide', ['ends-around-wave'])
        self.assertRow(self.row_of(answer, '1001', 9), 'decide', ['ends-around-wave', 'ends-after-wave'])


class Columns(ImportCase):
    def test_mapping_is_told(self):
        answer = self.import_employees(person('1001', 1))
        self.assertEqual(answer['mapping']['private-email'], 'Privé e-mail')
        self.assertEqual(answer['mapping']['employee-number'], 'Personeelsnummer')

    def test_headers_are_compared_on_letters_and_digits(self):
        head = ('WERKGEVER NR.', 'Pers.nr', 'voor-letters', 'Voornaam', 'Tussenvoegsel', 'Familienaam', 'Geb. datum',
                'Emailadres Prive', 'E-mail (zakelijk)', 'In dienst', 'Uit dienst', 'Status Werknemerloket', 'Status MijnLoket',
                'datum overlijden')
        answer = self.import_rows('employees', head, [person('1001', 1, email='-')])
        self.assertEqual(set(answer['mapping']), {
            'employer-number', 'employee-number', 'initials', 'first-name', 'prefix', 'last-name', 'birth-date',
            'private-email', 'work-email', 'start-date', 'end-date', 'werknemerloket-status', 'mijnloket-status',
            'deceased-on'})
        self.ok('select', self.dossier, '--all')
        self.assertRow(self.row('1001', 1), 'stopper', ['no-private-email'])

    def test_mapping_by_hand(self):
        head = list(EMPLOYEE_HEAD)
        head[7] = 'Contactadres thuis'
        path = self.write('x.csv', csv_bytes(head, [person('1001', 1)]))
        answer = self.ok('import', self.dossier, 'employees', path, '--mapping', 'private-email=Contactadres thuis')
        self.assertEqual(answer['mapping']['private-email'], 'Contactadres thuis')
        self.ok('select', self.dossier, '--all')
        self.assertRow(self.row('1001', 1), 'ready')

    def test_doubt_is_refused_naming_the_mapping(self):
        head = EMPLOYEE_HEAD + ('E-mailadres privé',)
        path = self.write('x.csv', csv_bytes(head, [person('1001', 1) + ('ander@gmail.com',)]))
        with self.unchanged():
            error = self.refused('import', self.dossier, 'employees', path)
        self.assertIn('--mapping', error['message'])
        self.assertIn('private-email', error['message'])
        answer = self.ok('import', self.dossier, 'employees', path, '--mapping', 'private-email=Privé e-mail')
        self.assertIn('E-mailadres privé', answer['ignored_columns'])

    def test_unknown_field_is_wrong_use(self):
        path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, [person('1001', 1)]))
        for mapping in ('salary=Salaris', 'private-email', '=x', 'city=Plaats'):
            with self.subTest(mapping=mapping), self.unchanged():
                self.wrong_use('import', self.dossier, 'employees', path, '--mapping', mapping)

    def test_mapping_to_a_column_that_is_not_there(self):
        path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, [person('1001', 1)]))
        with self.unchanged():
            error = self.refused('import', self.dossier, 'employees', path, '--mapping', 'private-email=Weg')
        self.assertIn('Weg', error['message'])

    def test_both_numbers_are_needed(self):
        for at in (0, 1):
            head = [name for n, name in enumerate(EMPLOYEE_HEAD) if n != at]
            row = [cell for n, cell in enumerate(person('1001', 1)) if n != at]
            path = self.write('x.csv', csv_bytes(head, [row]))
            with self.subTest(lacks=EMPLOYEE_HEAD[at]), self.unchanged():
                self.refused('import', self.dossier, 'employees', path)

    def test_klantnummer_stands_in_only_alone(self):
        path = self.write('x.csv', csv_bytes(('Klantnummer', 'Werkgever'), [('2001', 'Een'), ('2002', 'Twee')]))
        self.assertEqual(self.ok('import', self.dossier, 'employers', path)['added'], 2)
        path = self.write('y.csv', csv_bytes(('Klantnummer', 'Werkgevernummer', 'Werkgever'), [('77', '2003', 'Drie')]))
        answer = self.ok('import', self.dossier, 'employers', path)
        self.assertEqual(answer['mapping']['employer-number'], 'Werkgevernummer')

    def test_personal_columns_are_never_stored(self):
        head = EMPLOYEE_HEAD + ('BSN', 'Sofinummer', 'IBAN', 'Adres', 'Salaris', 'Loonheffingennummer')
        secret = (BSN, '987654329', 'NL91ABNA0417164300', 'Geheimestraat 12', '98765,43', '123456789L01')
        answer = self.import_rows('employees', head, [person('1001', 1) + secret,
                                                      person('1001', 2, birth='31-02-1990') + secret])
        for name in head[len(EMPLOYEE_HEAD):]:
            self.assertIn(name, answer['ignored_columns'])
        self.assertNotIn('BSN', answer['mapping'].values())
        data = self.bytes_of_dossier()
        for cell in secret:
            for coding in ('utf-8', 'utf-16-le'):
                self.assertNotIn(cell.encode(coding), data, cell[:2] + '…')
        self.assertNotIn(BSN, self.dump())  # nor as an integer, which has other bytes

    def test_bsn_cannot_be_mapped(self):
        head = EMPLOYEE_HEAD[:1] + EMPLOYEE_HEAD[2:] + ('BSN',)
        row = person('1001', 1)
        path = self.write('x.csv', csv_bytes(head, [row[:1] + row[2:] + (BSN,)]))
        with self.unchanged():
            self.refused('import', self.dossier, 'employees', path, '--mapping', 'employee-number=BSN')


    def test_case_13_what_the_cells_hold_counts_whatever_the_header_says(self):
        bsn = ('123456782', '111222333', '010464554', '123456782')
        iban = 'NL91ABNA0417164300'
        head = EMPLOYEE_HEAD + ('Kenmerk', 'Extra', 'Opmerking')
        rows = [person('1001', i + 1, last='Bakker ' + bsn[1] if i == 1 else 'Bakker', birth='31-02-1990' if i == 2 else '12-05-1985')
                + (bsn[i], iban, 'rek ' + iban) for i in range(4)]
        answer = self.import_rows('employees', head, rows)
        self.assertEqual(answer['private_columns'], ['Kenmerk', 'Extra'])
        self.assertEqual(len(answer['refused']), 1)
        self.assertIn('BSN', answer['private_reasons']['Kenmerk'])
        self.assertIn('bank account', answer['private_reasons']['Extra'])
        data = self.bytes_of_dossier() + json.dumps(answer).encode()
        for cell in bsn + (iban, '417164300'):
            for coding in ('utf-8', 'utf-16-le'):
                self.assertNotIn(cell.encode(coding), data, cell[:2] + '…')
        self.assertNotIn(BSN, self.dump())

    def test_case_13_no_bsn_from_a_reason_or_a_name_of_the_fallout_list(self):
        self.import_rows('fallout', ('Wg nr', 'Pers.nr', 'Naam', 'Reden'),
                         [('1001', '7', 'Jansen 123456782', 'BSN 111222333 komt niet overeen met NL91ABNA0417164300'),
                          ('1001', '8', 'Bakker', 'Geen e-mail')])
        data = self.bytes_of_dossier()
        for cell in ('123456782', '111222333', 'NL91ABNA'):
            self.assertNotIn(cell.encode(), data)
        self.assertIn('BSN ••• komt niet overeen met •••', self.dump())

    def test_case_13_a_column_of_bsns_cannot_be_mapped_to_a_number(self):
        path = self.write('x.csv', csv_bytes(('Wg nr', 'Kenmerk', 'Achternaam'),
                                             [('1001', bsn, 'Bakker') for bsn in ('123456782', '111222333', '010464554')]))
        with self.unchanged():
            error = self.refused('import', self.dossier, 'employees', path, '--mapping', 'employee-number=Kenmerk')
        self.assertEqual(error['code'], 'private-column')
        self.assertIn('Kenmerk', error['message'])
        self.assertNotIn('123456782', error['message'])

    def test_employee_numbers_of_nine_digits_come_in(self):
        rows = [person('1001', 100000000 + i) for i in range(30)]
        self.assertEqual(self.import_employees(*rows)['added'], 30)


class DryRun(ImportCase):
    def test_it_counts_and_writes_nothing(self):
        self.import_employees(person('1001', 1))
        path = self.write('x.csv', csv_bytes(EMPLOYEE_HEAD, [person('1001', 1, email=''), person('1001', 2),
                                                             person('1001', 3, birth='31-02-1990')]))
        with self.unchanged():
            dry = self.counted(self.ok('import', self.dossier, 'employees', path, '--dry-run'))
        self.assertCounts(dry, added=1, changed=1, refused=1)
        wet = self.counted(self.ok('import', self.dossier, 'employees', path))
        self.assertEqual(self.counts(wet), self.counts(dry))


class Status(ImportCase):
    HEAD = ('Werkgevernummer', 'Personeelsnummer', 'Werknemerloket', 'MijnLoket', 'Datum')

    def setUp(self):
        super().setUp()
        self.import_employees(person('1001', 1), person('1001', 2))
        self.ok('select', self.dossier, '--all')

    def status(self, *rows, head=HEAD, options=()):
        return self.import_rows('status', head, rows, *options)

    def test_status_is_taken_over(self):
        answer = self.status(('1001', '1', 'AccessToClientIsBlocked', 'HasAccessToClient', '10-11-2026'),
                             ('1001', '2', 'toegang actief', 'uitnodiging loopt', '10-11-2026'))
        self.assertEqual(answer['kind'], 'status')
        self.assertRow(self.row('1001', 1), 'done', [], 'already-linked')
        self.assertRow(self.row('1001', 2), 'done', [], 'already-invited')

    def test_the_latest_wins_whatever_comes_last(self):
        self.status(('1001', '1', '', 'HasAccessToClient', '10-11-2026'))
        self.status(('1001', '1', '', 'NoAccessToClient', '01-11-2026'))
        self.assertRow(self.row('1001', 1), 'done', [], 'already-linked')
        self.status(('1001', '1', '', 'InviteExpired', '12-11-2026'))
        self.assertRow(self.row('1001', 1), 'ready')

    def test_an_employees_file_never_overrides_an_observation(self):
        self.status(('1001', '1', 'HasAccessToClient', 'HasAccessToClient', '10-11-2026'))
        self.import_employees(person('1001', 1, mijnloket='NoAccessToClient'), person('1001', 2))
        self.assertRow(self.row('1001', 1), 'done', [], 'already-linked')

    def test_sheet_date(self):
        self.status(('1001', '1', 'HasAccessToClient', 'HasAccessToClient'), head=self.HEAD[:4],
                    options=('--sheet-date', '2026-11-10'))
        self.status(('1001', '1', 'HasAccessToClient', 'NoAccessToClient'), head=self.HEAD[:4],
                    options=('--sheet-date', '2026-11-01'))
        self.assertRow(self.row('1001', 1), 'done', [], 'already-linked')
        path = self.write('x.csv', csv_bytes(self.HEAD, [('1001', '1', '', '', '')]))
        self.wrong_use('import', self.dossier, 'status', path, '--sheet-date', '2026-02-30')

    def test_unknown_person_is_refused(self):
        answer = self.status(('1001', '1', '', 'HasAccessToClient', '10-11-2026'), ('1001', '99', '', 'HasAccessToClient', ''))
        self.assertEqual([row['line'] for row in answer['refused']], [3])


class Fallout(ImportCase):
    HEAD = ('Werkgevernummer', 'Personeelsnummer', 'Naam', 'Reden')

    def test_the_list_of_loket_comes_in(self):
        self.import_employees(person('1001', 1), person('1001', 2))
        self.ok('select', self.dossier, '--all')
        answer = self.import_rows('fallout', self.HEAD, [('1001', '1', 'A. Proef', 'E-mailadres ontbreekt')])
        self.assertEqual(answer['kind'], 'fallout')
        rows = self.ok('fallout', self.dossier)['rows']
        self.assertEqual([(row['employer'], row['employee'], row['reason']) for row in rows],
                         [('1001', '1', 'E-mailadres ontbreekt')])
        again = self.import_rows('fallout', self.HEAD, [('1001', '1', 'A. Proef', 'E-mailadres ontbreekt')])
        self.assertCounts(again, unchanged=1)
        self.assertEqual(len(self.ok('fallout', self.dossier)['rows']), 1)

    def test_unknown_person_is_not_dropped_silently(self):
        self.import_employees(person('1001', 1))
        answer = self.import_rows('fallout', self.HEAD, [('1001', '99', 'X', 'Onbekend')])
        self.assertEqual(len(answer['refused']) + answer['added'], 1)


if __name__ == '__main__':
    overstap.main()
