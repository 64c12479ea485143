# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be the matter with people and dates, by the number of the case, through the files of an office.

What one row shows by itself is tested in tests/rules/test-cases.c; here is what only several people, two files or two days show.
"""
import time

import overstap
from overstap import EMPLOYEE_HEAD, OfficeCase, employer, person

READY, DECIDE, STOPPER, OUT, DONE = 'ready', 'decide', 'stopper', 'left-out', 'done'
OTHER_DAY = '2026-12-08'


class Addresses(OfficeCase):
    def judge(self, *people, employers=('1001', '1002', '1003'), options=()):
        """The rows of these people, by (employer, number)."""
        self.office([employer(number) for number in employers], people, *options)
        return {(row['employer'], row['employee']): row for row in self.check()['rows']}

    def test_case_16_private_email_missing(self):
        rows = self.judge(person('1001', 1, email=''), person('1001', 2))
        self.assertRow(rows['1001', '1'], STOPPER, ['no-private-email'])
        self.assertRow(rows['1001', '2'], READY)
        asked = self.export('corrections')
        self.assertEqual([row[1:3] for row in asked[1:]], [['Klant 1001 B.V.', '1']])

    def test_case_17_work_address_is_not_copied(self):
        rows = self.judge(person('1001', 1, email='', work='anna@magazijn.example'))
        self.assertRow(rows['1001', '1'], STOPPER, ['no-private-email'])

    def test_case_18_two_people_at_one_client(self):
        rows = self.judge(person('1001', 1, email='gezin@gmail.com'), person('1001', 2, email='Gezin@Gmail.com'))
        self.assertEqual({row['disposition'] for row in rows.values()}, {DECIDE})
        # Each is a decision of its own: who accepts the one has not accepted the other.
        self.ok('accept', self.dossier, 'email-not-unique', '--employer', '1001', '--employee', '1', '--date', overstap.DAY,
                '--reason', 'Getrouwd, één adres')
        self.assertRow(self.row('1001', 1), READY, ['email-not-unique'])
        self.assertRow(self.row('1001', 2), DECIDE, ['email-not-unique'])

    def test_case_19_two_people_at_two_clients(self):
        rows = self.judge(person('1001', 1, email='gezin@gmail.com'), person('1002', 2, email='gezin@gmail.com'))
        for key in rows:
            self.assertRow(rows[key], DECIDE, ['email-not-unique'])

    def test_case_19_one_person_at_two_clients(self):
        same = {'last': 'Jansen', 'birth': '12-05-1985', 'email': 'a.jansen@gmail.com'}
        rows = self.judge(person('1001', 1, **same), person('1002', 2, **same))
        for key in rows:
            self.assertRow(rows[key], READY, ['several-employers'])

    def test_case_20_one_account_two_invitations(self):
        same = {'last': 'Jansen', 'birth': '12-05-1985', 'email': 'a.jansen@gmail.com'}
        rows = self.judge(person('1001', 1, **same), person('1002', 2, **same), person('1003', 3))
        self.assertRow(rows['1001', '1'], READY, ['several-employers'])
        self.assertRow(rows['1003', '3'], READY)

    def test_case_21_two_addresses_of_one_person(self):
        same = {'last': 'Jansen', 'birth': '12-05-1985'}
        rows = self.judge(person('1001', 1, email='a.jansen@gmail.com', **same), person('1002', 2, email='anna@ziggo.nl', **same))
        for key in rows:
            self.assertRow(rows[key], DECIDE, ['email-differs', 'several-employers'])

    def test_case_21_other_data_are_asked_again(self):
        same = {'last': 'Jansen', 'birth': '12-05-1985'}
        self.judge(person('1001', 1, email='a.jansen@gmail.com', **same), person('1002', 2, email='anna@ziggo.nl', **same))
        self.ok('accept', self.dossier, 'email-differs', '--date', overstap.DAY, '--reason', 'Wil er twee')
        self.assertRow(self.row('1001', 1), READY, ['email-differs', 'several-employers'])
        self.import_employees(person('1002', 2, email='anna@kpnmail.nl', **same))
        self.assertRow(self.row('1001', 1), DECIDE, ['email-differs', 'several-employers'])

    def test_case_22_nothing_is_mended_silently(self):
        rows = self.judge(person('1001', 1, email='anna@gmial.com'), person('1001', 2, email=' bas@gmail.com; '))
        self.assertRow(rows['1001', '1'], DECIDE, ['email-looks-mistyped'])
        self.assertRow(rows['1001', '2'], READY)
        self.assertIn('anna@gmial.com', self.dump())
        self.assertNotIn('anna@gmail.com', self.dump())

    def test_case_24_one_address_for_ten(self):
        rows = self.judge(*[person('1001', n, email='chef.bakkerij@gmail.com') for n in range(1, 11)])
        for key in rows:
            self.assertRow(rows[key], DECIDE, ['email-not-unique'])

    def test_case_25_address_of_the_client(self):
        self.office([employer('1001', contact_email='baas@bakkerij.example')], [person('1001', 1, email='anna@bakkerij.example')])
        self.assertRow(self.row('1001', 1), DECIDE, ['email-at-work'])

    def test_case_26_address_of_the_firm(self):
        rows = self.judge(person('1001', 1, email='anna@kantoor.example'), options=('--firm', 'Kantoor', '--firm-domain', 'kantoor.example'))
        self.assertRow(rows['1001', '1'], DECIDE, ['email-at-firm'])


class People(OfficeCase):
    def test_case_27_and_28_come_back_with_other_data(self):
        self.office([employer('1001')], [person('1001', 1, birth=''), person('1001', 2, birth='01-01-1900')])
        for code in ('birth-date-missing', 'birth-date-implausible'):
            self.ok('accept', self.dossier, code, '--date', overstap.DAY, '--reason', 'De klant verbetert dit in Loket')
        self.assertRow(self.row('1001', 1), READY, ['birth-date-missing'])
        self.assertRow(self.row('1001', 2), READY, ['birth-date-implausible'])
        self.import_employees(person('1001', 1, birth='01-12-2030'), person('1001', 2, birth='12-05-1985'))
        self.assertRow(self.row('1001', 1), DECIDE, ['birth-date-implausible'])
        self.assertRow(self.row('1001', 2), READY)

    def test_case_30_holding_and_company(self):
        same = {'last': 'Baas', 'birth': '12-05-1965', 'email': 'info@baas.example'}
        self.office([employer('1001', contact_email='info@baas.example'), employer('1002')],
                    [person('1001', 1, **same), person('1002', 2, **same)])
        self.assertRow(self.row('1001', 1), DECIDE, ['email-at-work', 'email-is-role-address', 'several-employers'])

    def test_case_31_deceased_is_on_no_list(self):
        self.office([employer('1001')], [person('1001', 1, email='', deceased='01-02-2026'), person('1001', 2)])
        self.assertRow(self.row('1001', 1), OUT, [], 'deceased')
        self.assertEqual(len(self.export('corrections')), 1)
        self.assertEqual([row for row in self.export('not-yet-mijnloket')[1:] if '1' in row[:4]], [])

    def test_case_34_linked_here_is_done(self):
        self.office([employer('1001')], [person('1001', 1, mijnloket='HasAccessToClient', birth='', email='')])
        self.assertRow(self.row('1001', 1), DONE, [], 'already-linked')

    def test_case_35_linked_at_another_client(self):
        same = {'last': 'Jansen', 'birth': '12-05-1985', 'email': 'a.jansen@gmail.com'}
        self.office([employer('1001'), employer('1002')],
                    [person('1001', 1, **same), person('1002', 2, mijnloket='HasAccessToClient', **same)])
        self.assertRow(self.row('1001', 1), READY, ['several-employers'])

    def test_case_36_one_address_of_a_shared_house(self):
        """Nothing but the shared address tells it."""
        self.office([employer('1001')], [person('1001', n, email='huis@wp.pl') for n in (1, 2, 3)])
        for number in (1, 2, 3):
            self.assertRow(self.row('1001', number), DECIDE, ['email-not-unique'])


class Dates(OfficeCase):
    def judge(self, date, *people):
        self.office([employer('1001')], people)
        return {row['employee']: row for row in self.check(date)['rows']}

    def test_case_32_active_without_hours(self):
        self.assertRow(self.judge(OTHER_DAY, person('1001', 1, start='01-03-2020'))['1'], READY)

    def test_case_38_rehired(self):
        rows = self.judge(OTHER_DAY, person('1001', 1, start='01-03-2019', end='30-06-2025'), person('1001', 1, start='01-03-2026'))
        self.assertRow(rows['1'], READY)

    def test_case_44_newcomer_without_announcement(self):
        self.office([employer('1001')], [person('1001', 1)])
        self.ok('inform', self.dossier, '--employer', '1001')
        time.sleep(1.1)  # moments are kept in whole seconds
        self.import_employees(person('1001', 1), person('1001', 2, start='15-11-2026'))
        self.assertRow(self.row('1001', 1), READY)
        self.assertRow(self.row('1001', 2), READY, ['new-since-announcement'])

    def test_case_45_overlap_is_no_mistake(self):
        rows = self.judge(OTHER_DAY, person('1001', 1, start='01-03-2019', end='31-12-2027'), person('1001', 1, start='01-03-2024'))
        self.assertRow(rows['1'], READY)

    def test_case_46_end_of_appointment_is_no_end(self):
        self.new()
        self.import_employers(employer('1001'))
        head = ['AanstellingTot' if name == 'Datum uit dienst' else name for name in EMPLOYEE_HEAD]
        answer = self.import_rows('employees', head, [person('1001', n, end='31-10-2026') for n in (1, 2, 3)])
        self.assertNotIn('end-date', answer['mapping'])
        self.ok('select', self.dossier, '--all')
        for number in (1, 2, 3):
            self.assertRow(self.row('1001', number), READY)

    def test_case_47_no_end(self):
        rows = self.judge(OTHER_DAY, person('1001', 1, end='31-12-9999'), person('1001', 2, end=''))
        for number in ('1', '2'):
            self.assertRow(rows[number], READY)

    def test_case_48_another_day_judges_everybody_anew(self):
        people = [person('1001', 1, end='31-08-2025'), person('1001', 2, end='30-09-2026'), person('1001', 3, start='01-10-2026')]
        self.office([employer('1001')], people)
        before = {row['employee']: row for row in self.check('2026-09-28')['rows']}
        after = {row['employee']: row for row in self.check('2026-10-02')['rows']}
        self.assertRow(before['1'], OUT, [], 'left-2025-keeps-access')
        self.assertRow(after['1'], OUT, [], 'left-2025-access-ended')
        self.assertRow(before['2'], DECIDE, ['ends-after-wave', 'ends-around-wave'])
        self.assertRow(after['2'], OUT, [], 'left-employment')
        self.assertRow(before['3'], OUT, [], 'not-yet-employed')
        self.assertRow(after['3'], READY)


if __name__ == '__main__':
    overstap.main()
