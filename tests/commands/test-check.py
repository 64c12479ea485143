# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap check`: every finding, every reason and every disposition, through the files of an office."""
import datetime
import zoneinfo

import overstap
from overstap import OfficeCase, employer, person

READY, DECIDE, STOPPER, OUT, DONE = 'ready', 'decide', 'stopper', 'left-out', 'done'
EVE, CHANGE, AFTER = '2026-09-30', '2026-10-01', '2026-10-02'


class OneByOne(OfficeCase):
    """One person per case, judged on one day; no case touches another."""

    def judge(self, cases, date=overstap.DAY, employers=(), options=()):
        """cases: (name, cells of the person, disposition, findings, reason)."""
        rows = [person('1001', number, **cells) for number, (_, cells, *_) in enumerate(cases, 1)]
        self.office([employer('1001'), *employers], rows, *options)
        answer = self.check(date)
        for number, (name, _, disposition, findings, reason) in enumerate(cases, 1):
            with self.subTest(name, date=date):
                self.assertRow(self.row_of(answer, '1001', number), disposition, findings, reason)

    def test_missing_address(self):
        self.judge([(f'{text!r} is no address', {'email': text}, STOPPER, ['no-private-email'], None)
                    for text in ('', '-', 'nvt', 'N.V.T.', 'n.v.t.', 'geen', 'GEEN', 'onbekend', '0', ' - ')])

    def test_invalid_address(self):
        long = 'a' * 244 + '@gmail.com'
        bad = ['anna@@gmail.com', 'anna.gmail.com', 'anna jansen@gmail.com', 'anna@gmail', '@gmail.com', 'anna@gmail..com',
               'anna@gmail.com;bas@gmail.com', 'anna@gmail.com, bas@gmail.com', 'anna@gmail.com / bas@gmail.com', 'a' + long]
        cases = [(f'{text[:30]!r}', {'email': text}, STOPPER, ['invalid-private-email'], None) for text in bad]
        cases.append(('254 characters may', {'email': long}, READY, [], None))
        self.judge(cases)

    def test_harmless_characters_are_stripped(self):
        texts = [' anna@gmail.com ', 'bas@gmail.com\u00a0', 'mailto:cor@gmail.com', '<dirk@gmail.com>', 'eva@gmail.com;',
                 'fleur@gmail.com,', 'gijs@gmail.com.', 'HANS@GMAIL.COM']
        self.judge([(repr(text), {'email': text}, READY, [], None) for text in texts])

    def test_placeholder(self):
        placeholder = ['nvt@gmail.com', 'geen@ziggo.nl', 'onbekend@gmail.com', 'test@gmail.com', 'noreply@gmail.com',
                       'no-reply@gmail.com', 'geen@geen.nl', 'pietersen@pietersen.example', 'TEST@kpnmail.nl']
        cases = [(text, {'email': text}, DECIDE, ['email-placeholder'], None) for text in placeholder]
        cases.append(('tester@gmail.com', {'email': 'tester@gmail.com'}, READY, [], None))
        self.judge(cases)

    def test_role_address(self):
        roles = ('info', 'administratie', 'personeel', 'hr', 'salaris', 'kantoor', 'receptie', 'Info')
        cases = [(role, {'email': f'{role}@familie-{n}.example'}, DECIDE, ['email-is-role-address'], None)
                 for n, role in enumerate(roles)]
        cases.append(('informatie', {'email': 'informatie@familie.example'}, READY, [], None))
        self.judge(cases)

    def test_mistyped_domain(self):
        mistyped = ('gmial.com', 'gmai.com', 'gmaill.com', 'gmaik.com', 'hotmial.com', 'hotmal.nl', 'outlok.com', 'ziggp.nl',
                    'gmail.nl', 'bakkers.con', 'bakkers.cmo', 'bakkers.nk', 'bakkers.nll', 'GMIAL.COM')
        known = ('gmail.com', 'googlemail.com', 'live.nl', 'live.com', 'hotmail.nl', 'outlook.nl', 'mail.com', 'email.com',
                 'me.com', 'gmx.net', 'wp.pl', 'o2.pl', 'proton.me', 'ymail.com', 'bakkers.nl', 'bakkers.example')
        cases = [(f'x@{domain}', {'email': f'anna{n}@{domain}'}, DECIDE, ['email-looks-mistyped'], None)
                 for n, domain in enumerate(mistyped)]
        cases += [(f'x@{domain}', {'email': f'bas{n}@{domain}'}, READY, [], None) for n, domain in enumerate(known)]
        self.judge(cases)

    def test_birth_date(self):
        missing, odd = ['birth-date-missing'], ['birth-date-implausible']
        self.judge([
            ('none', {'birth': ''}, DECIDE, missing, None),
            ('in the future', {'birth': '01-12-2030'}, DECIDE, odd, None),
            ('01-01-1900', {'birth': '01-01-1900'}, DECIDE, odd, None),
            ('13 tomorrow', {'birth': '01-12-2013'}, DECIDE, odd, None),
            ('13 today', {'birth': '30-11-2013'}, READY, [], None),
            ('100, tomorrow 101', {'birth': '01-12-1925'}, READY, [], None),
            ('101 today', {'birth': '30-11-1925'}, DECIDE, odd, None),
            ('equal to the start date', {'birth': '01-03-2000', 'start': '01-03-2000'}, DECIDE, odd, None),
            ('a leap day', {'birth': '29-02-2004'}, READY, [], None),
        ])

    def test_employment_dates(self):
        around, after = 'ends-around-wave', 'ends-after-wave'
        self.judge([
            ('ends before it starts', {'start': '01-06-2026', 'end': '31-05-2026'}, STOPPER,
             ['employment-dates-conflict'], None),
            ('one day', {'start': '30-11-2026', 'end': '30-11-2026'}, DECIDE, [around], None),
            ('the day before', {'end': '29-11-2026'}, OUT, [], 'left-employment'),
            ('on the day', {'end': '30-11-2026'}, DECIDE, [around], None),
            ('a day later', {'end': '01-12-2026'}, DECIDE, [around, after], None),
            ('three days later', {'end': '03-12-2026'}, DECIDE, [around, after], None),
            ('four days later', {'end': '04-12-2026'}, READY, [after], None),
            ('much later', {'end': '30-06-2027'}, READY, [after], None),
            ('for ever', {'end': '31-12-9999'}, READY, [], None),
            ('since always', {'start': ''}, READY, [], None),
            ('starts on the day', {'start': '30-11-2026'}, READY, [], None),
            ('starts the day after', {'start': '01-12-2026'}, OUT, [], 'not-yet-employed'),
        ])

    def test_status_in_werknemerloket(self):
        gone = ('NoAccessToClient', 'UserIsBlocked', 'AccessToClientIsBlocked', 'InvitePending', 'InviteFailed',
                'InviteCancelled', 'InviteExpired', 'geen toegang')
        cases = [(text, {'wnl': text}, OUT, [], 'no-werknemerloket') for text in gone]
        cases += [(text or 'unknown', {'wnl': text}, READY, [], None) for text in ('HasAccessToClient', 'toegang actief', '')]
        self.judge(cases)

    def test_status_in_mijnloket(self):
        self.judge([
            ('linked', {'mijnloket': 'HasAccessToClient'}, DONE, [], 'already-linked'),
            ('linked, in Dutch', {'mijnloket': 'toegang actief'}, DONE, [], 'already-linked'),
            ('invited', {'mijnloket': 'InvitePending'}, DONE, [], 'already-invited'),
            ('invited, in Dutch', {'mijnloket': 'uitnodiging loopt'}, DONE, [], 'already-invited'),
            ('not', {'mijnloket': 'NoAccessToClient'}, READY, [], None),
            ('expired', {'mijnloket': 'InviteExpired'}, READY, [], None),
            ('failed', {'mijnloket': 'InviteFailed'}, READY, [], None),
            ('cancelled', {'mijnloket': 'InviteCancelled'}, READY, [], None),
            ('unknown', {'mijnloket': ''}, READY, [], None),
        ])

    def test_order_of_reasons(self):
        linked, invited = {'mijnloket': 'HasAccessToClient'}, {'mijnloket': 'InvitePending'}
        nothing = {'wnl': 'NoAccessToClient'}
        self.judge([
            ('deceased', {'deceased': '01-02-2026'}, OUT, [], 'deceased'),
            ('deceased before linked', {'deceased': '01-02-2026', **linked}, OUT, [], 'deceased'),
            ('linked before left', {'end': '31-12-2024', **linked}, DONE, [], 'already-linked'),
            ('invited before left', {'end': '31-12-2025', **invited}, DONE, [], 'already-invited'),
            ('linked before not yet employed', {'start': '01-01-2027', **linked}, DONE, [], 'already-linked'),
            ('left before no Werknemerloket', {'end': '30-06-2026', **nothing}, OUT, [], 'left-employment'),
            ('no Werknemerloket before a conflict', {'start': '01-06-2026', 'end': '01-05-2026', **nothing}, OUT, [],
             'no-werknemerloket'),
            ('done has no findings', {'email': '', 'birth': '', **linked}, DONE, [], 'already-linked'),
            ('left out has no findings', {'email': '', 'birth': '', 'end': '30-06-2026'}, OUT, [], 'left-employment'),
            ('a stopper beside a warning', {'email': '', 'birth': ''}, STOPPER,
             ['no-private-email', 'birth-date-missing'], None),
            ('an info beside a warning', {'birth': '', 'end': '30-06-2027'}, DECIDE,
             ['birth-date-missing', 'ends-after-wave'], None),
        ])

    def test_address_at_the_firm_and_at_work(self):
        self.new('--firm', 'Kantoor Voorbeeld', '--firm-domain', 'kantoor-voorbeeld.example')
        self.import_employers(employer('1001', contact_email='bakker@bakkerij-smit.example'),
                              employer('1002', contact_email='slager@gmail.com'))
        self.import_employees(
            person('1001', 1, email='anna@kantoor-voorbeeld.example'),
            person('1001', 2, email='bas@bakkerij-smit.example'),
            person('1001', 3, email='cor@magazijn.example'),
            person('1001', 4, work='dirk@magazijn.example'),
            person('1001', 5, email='eva@bakkerij-de-wit.example'),
            person('1002', 6, email='fleur@gmail.com'),
            person('1002', 7, email='gijs@bakkerij-smit.example'))
        self.ok('select', self.dossier, '--all')
        answer = self.check()
        for who, disposition, findings in (
                (('1001', 1), DECIDE, ['email-at-firm']),
                (('1001', 2), DECIDE, ['email-at-work']),
                (('1001', 3), DECIDE, ['email-at-work']),       # a colleague's work e-mail has that domain
                (('1001', 4), READY, []),
                (('1001', 5), READY, []),
                (('1002', 6), READY, []),                       # a public provider is nobody's work
                (('1002', 7), READY, [])):                      # another client's domain
            with self.subTest(who=who):
                self.assertRow(self.row_of(answer, *who), disposition, findings)

    def test_employer_without_mijnloket(self):
        self.office([employer('1001', mijnloket='N'), employer('1002', mijnloket='')],
                    [person('1001', 1), person('1002', 2), person('1001', 3, end='30-06-2026')])
        answer = self.check()
        self.assertRow(self.row_of(answer, '1001', 1), STOPPER, ['employer-without-mijnloket'])
        self.assertRow(self.row_of(answer, '1002', 2), READY)
        self.assertRow(self.row_of(answer, '1001', 3), OUT, [], 'left-employment')


class AroundOctober(OfficeCase):
    """The rule of the leavers of 2025, on the day before, the day and the day after 1 October 2026."""

    CASES = (
        # end, start, then (disposition, findings, reason) per day
        ({'end': '31-12-2024'}, *[(OUT, [], 'left-before-2025')] * 3),
        ({'end': '29-02-2024'}, *[(OUT, [], 'left-before-2025')] * 3),
        ({'end': '01-01-2025'}, (OUT, [], 'left-2025-keeps-access'), *[(OUT, [], 'left-2025-access-ended')] * 2),
        ({'end': '31-12-2025'}, (OUT, [], 'left-2025-keeps-access'), *[(OUT, [], 'left-2025-access-ended')] * 2),
        ({'end': '01-01-2026'}, *[(OUT, [], 'left-employment')] * 3),
        ({'end': '29-09-2026'}, *[(OUT, [], 'left-employment')] * 3),
        ({'end': '30-09-2026'}, (DECIDE, ['ends-around-wave'], None), *[(OUT, [], 'left-employment')] * 2),
        ({'end': '01-10-2026'}, (DECIDE, ['ends-around-wave', 'ends-after-wave'], None), (DECIDE, ['ends-around-wave'], None),
         (OUT, [], 'left-employment')),
        ({'start': '30-09-2026'}, *[(READY, [], None)] * 3),
        ({'start': '01-10-2026'}, (OUT, [], 'not-yet-employed'), *[(READY, [], None)] * 2),
        ({'start': '02-10-2026'}, *[(OUT, [], 'not-yet-employed')] * 2, (READY, [], None)),
    )

    def test_three_days(self):
        self.office([employer('1001')], [person('1001', n, **cells) for n, (cells, *_) in enumerate(self.CASES, 1)])
        for at, date in enumerate((EVE, CHANGE, AFTER)):
            answer = self.check(date)
            self.assertEqual(answer['reference_date'], date)
            for number, (cells, *expected) in enumerate(self.CASES, 1):
                with self.subTest(date=date, **cells):
                    self.assertRow(self.row_of(answer, '1001', number), *expected[at])

    def test_several_employments(self):
        again = person('1001', 1, start='01-03-2026')
        self.office([employer('1001')], [
            person('1001', 1, start='01-03-2019', end='30-06-2025'), again,
            person('1001', 2, start='01-03-2019', end='31-12-2024'), person('1001', 2, start='01-03-2025', end='31-05-2025'),
            person('1001', 3, start='01-03-2019', end='31-08-2026'), person('1001', 3, start='01-11-2026'),
            person('1001', 4, start='01-03-2019', end='01-10-2026'), person('1001', 4, start='02-10-2026'),
            person('1001', 5, start='01-03-2019'), person('1001', 5, start='01-03-2022', end='01-02-2022'),
        ])
        answer = self.check(CHANGE)
        self.assertRow(self.row_of(answer, '1001', 1), READY)                                     # rehired
        self.assertRow(self.row_of(answer, '1001', 2), OUT, [], 'left-2025-access-ended')         # the last one counts
        self.assertRow(self.row_of(answer, '1001', 3), OUT, [], 'not-yet-employed')
        self.assertRow(self.row_of(answer, '1001', 4), READY)                                     # goes on tomorrow
        self.assertRow(self.row_of(answer, '1001', 5), STOPPER, ['employment-dates-conflict'])


class Shared(OfficeCase):
    """Addresses that several rows have, and people whom several employers have."""

    def test_address_of_two_people(self):
        mail = 'gezin{}@gmail.com'.format
        self.office([employer('1001'), employer('1002')], [
            person('1001', 1, email=mail(1)), person('1001', 2, email=mail(1)),
            person('1001', 3, email=mail(2)), person('1002', 4, email=mail(2).upper()),
            person('1001', 5, email=mail(3)), person('1001', 6, email=mail(3), end='30-06-2026'),
            person('1001', 7, email=mail(4)), person('1002', 8, email=mail(4), mijnloket='HasAccessToClient'),
            person('1001', 9, email=mail(5)), person('1002', 10, email=mail(5), mijnloket='InvitePending'),
        ])
        answer = self.check()
        for number, where, findings in ((1, '1001', True), (2, '1001', True), (3, '1001', True), (4, '1002', True),
                                        (5, '1001', False), (7, '1001', True), (9, '1001', True)):
            with self.subTest(number=number):
                self.assertRow(self.row_of(answer, where, number), DECIDE if findings else READY,
                               ['email-not-unique'] if findings else [])

    def test_account_at_a_client_that_is_not_selected(self):
        self.new()
        self.import_employers(employer('1001'), employer('1002'))
        self.import_employees(
            person('1001', 1, email='een@gmail.com'), person('1002', 2, email='een@gmail.com', mijnloket='HasAccessToClient'),
            person('1001', 3, email='twee@gmail.com'), person('1002', 4, email='twee@gmail.com'))
        self.ok('select', self.dossier, '--employer', '1001')
        answer = self.check()
        self.assertRow(self.row_of(answer, '1001', 1), DECIDE, ['email-not-unique'])
        self.assertRow(self.row_of(answer, '1002', 2), OUT, [], 'client-not-selected')
        self.assertRow(self.row_of(answer, '1001', 3), READY)

    def same(self, first, second, both=None):
        """Two rows, at two employers, with one surname and birth date; cells differ as given."""
        base = {'last': 'Jansen', 'birth': '12-05-1985', 'initials': 'A.', 'email': 'jansen@gmail.com', **(both or {})}
        self.office([employer('1001'), employer('1002')],
                    [person('1001', 1, **{**base, **first}), person('1002', 2, **{**base, **second})])
        answer = self.check()
        return self.row_of(answer, '1001', 1), self.row_of(answer, '1002', 2)

    def test_same_person_with_one_address(self):
        for row in self.same({}, {}):
            self.assertRow(row, READY, ['several-employers'])

    def test_same_person_with_two_addresses(self):
        for row in self.same({}, {'email': 'anders@gmail.com'}):
            self.assertRow(row, DECIDE, ['several-employers', 'email-differs'])

    def test_same_person_written_otherwise(self):
        for row in self.same({'last': 'Müller', 'initials': 'A.B.', 'prefix': 'von'}, {'last': 'MULLER', 'initials': 'a'}):
            self.assertRow(row, READY, ['several-employers'])

    def test_other_birth_date_is_somebody_else(self):
        for row in self.same({}, {'birth': '13-05-1985'}):
            self.assertRow(row, DECIDE, ['email-not-unique'])

    def test_other_initial_is_somebody_else(self):
        for row in self.same({}, {'initials': 'B.'}):
            self.assertRow(row, DECIDE, ['email-not-unique'])

    def test_missing_birth_date_is_nobody(self):
        for row in self.same({'birth': ''}, {'birth': ''}):
            self.assertRow(row, DECIDE, ['birth-date-missing', 'email-not-unique'])

    def test_no_initial_joins_the_only_one(self):
        for row in self.same({}, {'initials': ''}):
            self.assertRow(row, READY, ['several-employers'])

    def test_twins(self):
        base = {'last': 'Jansen', 'birth': '12-05-1985'}
        self.office([employer('1001'), employer('1002'), employer('1003')], [
            person('1001', 1, initials='A.', email='a@gmail.com', **base),
            person('1002', 2, initials='B.', email='b@gmail.com', **base),
            person('1003', 3, initials='', email='c@gmail.com', **base)])
        for row in self.check()['rows']:
            self.assertRow(row, READY)

    def test_same_person_who_left_there(self):
        first, second = self.same({}, {'end': '30-06-2026', 'email': 'anders@gmail.com'})
        self.assertRow(first, READY)
        self.assertRow(second, OUT, [], 'left-employment')

    def test_same_person_who_is_done_there(self):
        first, second = self.same({}, {'mijnloket': 'HasAccessToClient', 'email': 'anders@gmail.com'})
        self.assertRow(first, DECIDE, ['several-employers', 'email-differs'])
        self.assertRow(second, DONE, [], 'already-linked')

    def test_absent_address_is_no_other_address(self):
        first, second = self.same({}, {'email': ''})
        self.assertRow(first, READY, ['several-employers'])
        self.assertRow(second, STOPPER, ['several-employers', 'no-private-email'])


class Answer(OfficeCase):
    """The form of the answer."""

    PEOPLE = (person('1001', 1), person('1001', 2, email=''), person('1001', 3, birth=''),
              person('1001', 4, end='30-06-2026'), person('1001', 5, mijnloket='HasAccessToClient'),
              person('1002', 6, end='30-06-2027'))

    def setUp(self):
        super().setUp()
        self.office([employer('1001'), employer('1002')], self.PEOPLE)

    def test_numbers_agree_with_the_list(self):
        answer = self.check()
        rows = answer['rows']
        self.assertEqual(answer['employees'], len(self.PEOPLE))
        self.assertEqual(len(rows), len(self.PEOPLE))
        self.assertEqual(len({(row['employer'], row['employee']) for row in rows}), len(rows))
        self.assertEqual(sum(answer['dispositions'].values()), len(rows))
        for name, count in answer['dispositions'].items():
            self.assertIn(name, (READY, DECIDE, STOPPER, OUT, DONE))
            self.assertEqual(count, sum(row['disposition'] == name for row in rows), name)
        for code, count in answer['findings'].items():
            self.assertEqual(count, sum(code in row['findings'] for row in rows), code)
        for key, disposition in (('left_out', OUT), ('done', DONE)):
            self.assertEqual(sum(answer[key].values()), answer['dispositions'].get(disposition, 0))
            for reason, count in answer[key].items():
                self.assertEqual(count, sum(row.get('reason') == reason for row in rows), reason)
        self.assertEqual(answer['findings'].get('no-private-email'), 1)
        self.assertEqual(answer['left_out'].get('left-employment'), 1)
        self.assertEqual(answer['done'].get('already-linked'), 1)

    def test_numbers_are_strings_as_written(self):
        for row in self.check()['rows']:
            self.assertIsInstance(row['employer'], str)
            self.assertIsInstance(row['employee'], str)

    def test_rows_only_when_asked(self):
        self.assertNotIn('rows', self.ok('check', self.dossier, '--date', overstap.DAY))

    def test_stores_nothing(self):
        with self.unchanged():
            self.check('2030-01-01')
        before = self.ok('check', self.dossier)
        self.check('2024-06-01')
        self.assertEqual(self.ok('check', self.dossier), before)

    def test_without_a_date_it_is_today(self):
        zone = zoneinfo.ZoneInfo('Europe/Amsterdam')
        first = datetime.datetime.now(zone).date().isoformat()
        answer = self.ok('check', self.dossier)['reference_date']
        self.assertIn(answer, (first, datetime.datetime.now(zone).date().isoformat()))

    def test_impossible_date(self):
        for date in ('2026-02-30', '30-11-2026', 'morgen', '', '2026-13-01', '2026-1-1'):
            with self.subTest(date=date), self.unchanged():
                self.wrong_use('check', self.dossier, '--date', date)

    def test_for_people(self):
        out = self.run_overstap('check', self.dossier, '--date', overstap.DAY, as_json=False)
        self.assertEqual(out.status, 0)
        self.assertRegex(out.stdout, r'\b6\b')
        dutch = self.run_overstap('check', self.dossier, '--date', overstap.DAY, as_json=False, dutch=True)
        self.assertIn('medewerker', dutch.stdout)
        self.assertNotEqual(dutch.stdout, out.stdout)


if __name__ == '__main__':
    overstap.main()
