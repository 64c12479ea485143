# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap import` of the wrong file, of an old one, and of rows that were refused before. The numbers are those of the list of what
goes wrong with imports."""
import csv
import io
import os

import overstap
from overstap import EMPLOYEE_HEAD, EMPLOYER_HEAD, OfficeCase, csv_bytes, employer, person


class WrongFile(OfficeCase):
    """An office with eight clients, and twenty people at the first of them."""

    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(*[employer(1001 + n) for n in range(8)])
        self.people = [person('1001', n) for n in range(1, 21)]
        self.import_employees(*self.people)

    def attempt(self, kind, head, rows, *options, name='bestand.csv'):
        return ('import', self.dossier, kind, self.write(name, csv_bytes(head, rows)), *options)

    def brakes(self, kind, head, rows, *options):
        """The brakes that a trial names; it succeeds all the same and keeps nothing."""
        with self.unchanged():
            answer = self.ok(*self.attempt(kind, head, rows, '--dry-run', *options))
        for brake in answer['brakes']:
            self.assertSentence(brake['message'])
        return {brake['brake']: brake['message'] for brake in answer['brakes']}

    def assertStopped(self, brake, kind, head, rows, *options, numbers=()):
        """Without a word the file is refused with its numbers and changes nothing; with one it is read in."""
        found = self.brakes(kind, head, rows, *options)
        self.assertEqual(list(found), [brake])
        with self.unchanged():
            error = self.refused(*self.attempt(kind, head, rows, *options))
        self.assertEqual(error['code'], 'wrong-file')
        self.assertIn(f'--despite {brake}', error['message'])
        for number in numbers:
            self.assertIn(number, error['message'])
        self.assertEqual(self.brakes(kind, head, rows, '--despite', brake, *options), {})
        return self.counted(self.ok(*self.attempt(kind, head, rows, '--despite', brake, *options)))

    def assertTold(self, answer, *words):
        """One of the notes has all these words."""
        self.assertTrue([note for note in answer['notes'] if all(word in note for word in words)], answer['notes'])

    def test_case_1_same_file_again(self):
        path = self.folder / 'employees.csv'
        answer = self.ok('import', self.dossier, 'employees', path)
        self.assertEqual((answer['added'], answer['changed'], answer['unchanged'], answer['missing']), (0, 0, 20, 0))
        self.assertTrue([note for note in answer['notes'] if 'read in before' in note], answer['notes'])

    def test_case_1_another_file_is_not_the_same(self):
        answer = self.import_employees(*self.people, person('1001', 21))
        self.assertEqual([note for note in answer['notes'] if 'read in before' in note], [])

    def test_case_2_older_file(self):
        rows = [person('1003', n) for n in range(1, 22)]
        self.import_rows('employees', EMPLOYEE_HEAD, rows, '--sheet-date', '2026-11-12')
        answer = self.assertStopped('older-file', 'employees', EMPLOYEE_HEAD, rows[:20], '--sheet-date', '2026-11-10',
                                    numbers=('10-11-2026', '1 employee would disappear'))
        self.assertEqual(answer['missing'], 1)

    def test_case_2_by_the_day_of_the_file(self):
        new = self.write('nieuw.csv', csv_bytes(EMPLOYEE_HEAD, self.people + [person('1001', 21)]))
        old = self.write('oud.csv', csv_bytes(EMPLOYEE_HEAD, self.people))
        os.utime(old, (1_700_000_000, 1_700_000_000))
        self.ok('import', self.dossier, 'employees', new)
        with self.unchanged():
            self.assertEqual(self.refused('import', self.dossier, 'employees', old)['code'], 'wrong-file')

    def test_case_2_other_clients_or_nothing_new(self):
        others = [person('1002', n) for n in range(1, 21)]
        self.assertEqual(self.brakes('employees', EMPLOYEE_HEAD, others, '--sheet-date', '2026-11-10'), {})
        self.assertEqual(self.brakes('employees', EMPLOYEE_HEAD, self.people, '--sheet-date', '2026-11-10'), {})

    def test_case_3_another_office(self):
        rows = [person(number, 900) for number in (1001, 1002, 2003, 2004, 2005, 2006)]
        # Of the first client nearly everybody is gone as well; both have to be answered.
        rows += self.people
        answer = self.assertStopped('unknown-employers', 'employees', EMPLOYEE_HEAD, rows, numbers=('2 of the 6',))
        self.assertEqual((answer['added'], len(answer['refused'])), (2, 4))

    def test_case_3_another_list_of_clients(self):
        rows = [employer(3001 + n) for n in range(10)]
        self.assertStopped('unknown-employers', 'employers', EMPLOYER_HEAD, rows, numbers=('0 of 8',))

    def test_case_3_a_longer_list_of_clients(self):
        self.assertEqual(self.brakes('employers', EMPLOYER_HEAD, [employer(1001 + n) for n in range(60)]), {})

    def test_case_3_people_gone(self):
        answer = self.assertStopped('people-gone', 'employees', EMPLOYEE_HEAD, self.people[:17], numbers=('20', ' 3 ', '15 %'))
        self.assertEqual(answer['missing'], 3)
        # They were told of; the rest of the same file is no news.
        self.assertEqual(self.brakes('employees', EMPLOYEE_HEAD, self.people[:17]), {})

    def test_case_3_a_tenth_may_go(self):
        self.assertEqual(self.brakes('employees', EMPLOYEE_HEAD, self.people[:18]), {})

    def test_case_5_addresses_changed(self):
        rows = [person('1001', n, email=f'anders.{n}@ziggo.nl') for n in range(1, 6)] + self.people[5:]
        answer = self.assertStopped('addresses-changed', 'employees', EMPLOYEE_HEAD, rows, numbers=('20', ' 5 ', '25 %'))
        self.assertEqual(answer['changed'], 5)

    def test_case_5_a_fifth_may_change(self):
        rows = [person('1001', n, email=f'anders.{n}@ziggo.nl') for n in range(1, 5)] + self.people[4:]
        self.assertEqual(self.brakes('employees', EMPLOYEE_HEAD, rows), {})

    def test_case_5_one_business_domain(self):
        rows = [person('1002', n, email=f'anna{n}@bedrijf.nl') for n in range(11)] + [person('1002', n) for n in range(11, 20)]
        self.assertTold(self.ok(*self.attempt('employees', EMPLOYEE_HEAD, rows)), '20', ' 11 ', 'bedrijf.nl')

    def test_case_5_work_addresses_of_every_client(self):
        rows = [person(1001 + n % 8, 100 + n, email=f'anna{n}@klant{1001 + n % 8}.example') for n in range(16)]
        answer = self.ok(*self.attempt('employees', EMPLOYEE_HEAD, rows + self.people[:8], '--despite', 'people-gone'))
        self.assertTold(answer, '24', ' 16 ', 'their own employer')

    def test_case_4_open_in_another_program(self):
        self.assertEqual([note for note in self.ok(*self.attempt('employees', EMPLOYEE_HEAD, self.people, '--dry-run'))['notes'] if 'open' in note], [])
        self.write('.~lock.bestand.csv#', ',anna,computer,27.11.2026 09:00,;')
        answer = self.ok(*self.attempt('employees', EMPLOYEE_HEAD, self.people))
        self.assertEqual(len([note for note in answer['notes'] if 'open in another program' in note]), 1)

    def test_case_4_gone_or_a_folder(self):
        for path in (self.folder / 'weg.csv', self.folder):
            with self.unchanged():
                self.refused('import', self.dossier, 'employees', path)

    def test_case_9_one_number_two_names(self):
        rows = [employer(1001 + n) for n in range(8)] + [employer(1003, name='Garage de Wit')]
        for row in range(8):
            rows[row] = employer(1001 + row, name=f'Bakkerij {"abcdefgh"[row] * 4}')
        self.refused(*self.attempt('employers', EMPLOYER_HEAD, rows))
        found = self.brakes('employers', EMPLOYER_HEAD, [employer(1001 + n) for n in range(8)] + [employer(1003, name='Garage de Wit')])
        self.assertEqual(list(found), ['employer-names'])
        self.assertIn('Garage de Wit', found['employer-names'])

    def test_case_9_known_numbers_other_names(self):
        rows = [employer(1001 + n, name=f'Garage {"abcdefgh"[n] * 4}') for n in range(8)]
        self.assertStopped('employer-names', 'employers', EMPLOYER_HEAD, rows, numbers=('8',))

    def test_case_10_one_name_two_numbers_are_two_clients(self):
        answer = self.import_employers(*[employer(1001 + n) for n in range(8)], employer(1009, name='Klant 1001 B.V.', city='Ede'))
        self.assertEqual((answer['added'], answer['unchanged']), (1, 8))

    def test_an_old_overview_is_a_note(self):
        rows = [(*employer(1001 + n), '01-03-2026') for n in range(8)]
        answer = self.import_rows('employers', (*EMPLOYER_HEAD, 'Datum'), rows)
        self.assertTrue([note for note in answer['notes'] if '1-3-2026' in note], answer['notes'])

    def test_small_files_are_never_stopped(self):
        self.ok(*self.attempt('employees', EMPLOYEE_HEAD, [person('1002', n, email=f'a{n}@bedrijf.nl') for n in range(9)]))
        self.ok(*self.attempt('employees', EMPLOYEE_HEAD, [person('1002', 1), person('4001', 1), person('4002', 1)]))

    def test_an_unknown_brake_is_wrong_use(self):
        self.wrong_use(*self.attempt('employees', EMPLOYEE_HEAD, self.people, '--despite', 'alles'))


class RefusedAgain(OfficeCase):
    """Case 15, and the round of refused rows: out, mended, and in again."""

    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(employer('1001'), employer('1002'))

    def save_refused(self, *rows):
        saved = self.folder / 'geweigerd.csv'
        path = self.write('medewerkers.csv', csv_bytes(EMPLOYEE_HEAD, rows))
        answer = self.counted(self.ok('import', self.dossier, 'employees', path, '--save-refused', saved))
        return answer, saved

    def mend(self, path, old, new):
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode('utf-8-sig'), newline=''), delimiter=';'))
        path.write_bytes(csv_bytes(rows[0], [[new if cell == old else cell for cell in row] for row in rows[1:]]))
        return rows[0]

    def test_mended_rows_come_back_in(self):
        people = [person('1001', n) for n in range(1, 31)]
        answer, saved = self.save_refused(*people, person('1001', 40, birth='31-02-1990'), person('1002', 41, end='#N/B'))
        self.assertEqual((answer['added'], len(answer['refused'])), (30, 2))
        self.assertEqual(self.mend(saved, '31-02-1990', '28-02-1990')[-1], 'Reden')
        again = self.counted(self.ok('import', self.dossier, 'employees', saved))
        # The mended one comes in, the other is still refused, and nobody of these clients is missing.
        self.assertEqual((again['added'], len(again['refused']), again['missing']), (1, 1, 0))
        self.assertEqual(self.check()['employees'], 31)
        self.assertTrue([note for note in again['notes'] if 'refused before' in note], again['notes'])

    def test_a_reason_of_the_office_itself(self):
        head, people = (*EMPLOYEE_HEAD, 'Reden'), [(*person('1001', n), 'seizoen') for n in range(1, 4)]
        self.import_rows('employees', head, people)
        self.assertEqual(self.import_rows('employees', head, people[:2])['missing'], 1)

    def test_case_15_missing_people_are_kept_and_come_back(self):
        people = [person('1001', n) for n in range(1, 4)]
        self.import_employees(*people)
        self.assertEqual(self.import_employees(*people[:2])['missing'], 1)
        self.assertEqual(self.check()['employees'], 3)
        self.assertEqual(self.import_employees(*people)['missing'], 0)

    def test_a_line_of_the_uitvallijst_comes_back_in(self):
        self.import_employees(person('1001', 1))
        saved = self.folder / 'geweigerd.csv'
        path = self.write('uitval.csv', csv_bytes(('Werkgevernummer', 'Personeelsnummer', 'Naam', 'Reden'),
                                                  [('9999', '1', 'A. Proef', 'Geen adres')]))
        self.ok('import', self.dossier, 'fallout', path, '--save-refused', saved)
        self.mend(saved, '9999', '1001')
        self.assertEqual(self.ok('import', self.dossier, 'fallout', saved)['added'], 1)


class TakenBack(OfficeCase):
    """`overstap undo` of a file that was read in."""

    def setUp(self):
        super().setUp()
        self.office([employer('1001'), employer('1002')], [person('1001', n) for n in range(1, 6)])

    def test_an_import_is_one_step(self):
        before = self.check()
        self.import_employees(*[person('1001', n, email=f'nieuw.{n}@ziggo.nl') for n in range(1, 4)], person('1002', 9))
        answer = self.ok('undo', self.dossier)
        # Three changed, one new, and two who were no longer in the file.
        self.assertEqual((answer['changed'], answer['reversed'], answer['kept'], answer['failed']), (6, 6, 0, 0))
        self.assertEqual(self.check(), before)
        self.assertTrue(self.ok('verify', self.dossier)['intact'] if self.has_verify() else True)

    def has_verify(self):
        return 'verify' in self.run_overstap('--help', as_json=False).stdout

    def test_the_steps_before_it_can_follow(self):
        self.ok('exclude', self.dossier, '--employer', '1001', '--employee', '1', '--reason', 'proef')
        self.import_employees(*[person('1001', n) for n in range(1, 7)])
        self.assertEqual(self.ok('undo', self.dossier)['operation'], 'import')
        self.assertEqual(self.ok('undo', self.dossier)['operation'], 'exclude')
        self.assertRow(self.row('1001', 1), 'ready')

    def test_a_decision_after_it_goes_first(self):
        self.import_employees(*[person('1001', n) for n in range(1, 7)])
        self.ok('exclude', self.dossier, '--employer', '1001', '--employee', '6', '--reason', 'proef')
        self.assertEqual(self.ok('undo', self.dossier)['operation'], 'exclude')
        self.assertEqual(self.ok('undo', self.dossier)['operation'], 'import')
        self.assertEqual(self.check()['employees'], 5)

    def test_a_file_that_changed_nothing_is_no_step(self):
        self.import_employees(*[person('1001', n) for n in range(1, 6)])
        self.assertEqual(self.ok('undo', self.dossier)['operation'], 'select')

    def test_the_file_can_be_read_again(self):
        people = [person('1001', n) for n in range(1, 6)] + [person('1002', 9)]
        self.import_employees(*people)
        self.ok('undo', self.dossier)
        answer = self.import_employees(*people)
        self.assertEqual((answer['added'], answer['unchanged']), (1, 5))
        self.assertEqual([note for note in answer['notes'] if 'read in before' in note], [])


class OtherWave(OfficeCase):
    """An uitvallijst that comes back for clients that were not handed in."""

    def setUp(self):
        super().setUp()
        self.office([employer('1001'), employer('1002')],
                    [person('1001', n) for n in range(1, 6)] + [person('1002', n) for n in range(1, 6)], '--firm', 'Kantoor De Vries')
        self.ok('submit', self.dossier, '--ticket', '4711', '--employer', '1001')

    def list_of(self, number):
        return self.write(f'uitval-{number}.csv', csv_bytes(('Werkgevernummer', 'Personeelsnummer', 'Naam', 'Reden'),
                                                            [(number, str(n), 'Jansen', 'Geen e-mailadres') for n in range(1, 5)]))

    def test_case_67(self):
        with self.unchanged():
            error = self.refused('import', self.dossier, 'fallout', self.list_of('1002'))
        self.assertEqual(error['code'], 'wrong-file')
        self.assertIn('another round', error['message'])
        self.assertEqual(self.ok('import', self.dossier, 'fallout', self.list_of('1002'), '--despite', 'other-wave')['added'], 4)

    def test_its_own(self):
        self.assertEqual(self.ok('import', self.dossier, 'fallout', self.list_of('1001'))['added'], 4)


if __name__ == '__main__':
    overstap.main()
