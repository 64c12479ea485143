# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap waves`: rounds, their day, their clients, what is told of them; and judging on their day."""
import csv

import overstap
from overstap import OfficeCase, employer, person


class Waves(OfficeCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(employer('1001'), employer('1002'), employer('1003'), employer('1004'))
        self.import_employees(*(person(number, 10 * at + who) for at, number in enumerate(('1001', '1002', '1003', '1004'))
                                for who in range(3)))
        self.ok('select', self.dossier, '--all')

    def waves(self, *options):
        return self.ok('waves', self.dossier, *options)['waves']

    def codes(self, wave):
        return [warning['code'] for warning in wave['warnings']]

    def rows(self):
        return [(row['employer'], row['disposition'], row.get('reason')) for row in self.check()['rows']]

    def test_none(self):
        self.assertEqual(self.waves(), [])
        self.assertEqual(self.ok('select', self.dossier, '--all')['selected'], 4)

    def test_plan(self):
        wave, = self.waves('--set', '1', '--date', '2027-03-08', '--employer', '1001', '1002')
        self.assertEqual((wave['number'], wave['date'], wave['employers'], wave['employees']), (1, '2027-03-08', 2, 6))
        self.assertEqual(wave['questions'], [1, 1])
        self.assertEqual((wave['route'], wave['frozen']), ('loket', False))
        self.waves('--set', '2', '--employer', '1002')
        first, second = self.waves('--set', '2', '--route', 'hand')
        self.assertEqual((first['employers'], second['employers']), (1, 1))
        self.assertEqual((second['date'], second['route']), (None, 'hand'))
        self.assertIn('without-day', self.codes(second))
        self.ok('undo', self.dossier)
        self.assertEqual(self.waves()[1]['route'], 'loket')
        self.waves('--set', '0', '--employer', '1002')
        self.assertEqual(self.waves('--remove', '2'), self.waves())
        self.assertEqual([wave['number'] for wave in self.waves()], [1])

    def test_frozen(self):
        self.waves('--set', '1', '--date', '2027-03-08', '--employer', '1001')
        self.assertTrue(self.waves('--freeze', '1')[0]['frozen'])
        for options in (('--set', '1', '--date', '2027-03-09'), ('--set', '1', '--employer', '1002'),
                        ('--set', '2', '--employer', '1001'), ('--remove', '1')):
            with self.subTest(options=options), self.unchanged():
                self.assertIn('1', self.refused('waves', self.dossier, *options)['message'])
        self.waves('--thaw', '1')
        self.assertEqual(self.waves('--set', '1', '--date', '2027-03-09')[0]['date'], '2027-03-09')

    def test_warnings(self):
        self.ok('inform', self.dossier, '--employer', '1001', '1002', '--date', '2027-03-01')
        wave, = self.waves('--set', '1', '--date', '2027-03-08', '--employer', '1001')
        self.assertEqual(self.codes(wave), ['too-soon-after-informing'])
        self.assertIn('15-3-2027', wave['warnings'][0]['sentence'])
        self.assertEqual(self.codes(self.waves('--set', '1', '--date', '2027-03-15')[0]), [])
        self.assertEqual(self.codes(self.waves('--set', '1', '--employer', '1003')[0]), ['not-informed'])
        self.assertIn('before-today', self.codes(self.waves('--set', '1', '--date', '2020-01-01')[0]))

    def test_together(self):
        """Clients that share somebody, or an address, are proposed; whose people stay behind are not."""
        self.import_employees(person('1002', 90, email='samen@gmail.com', last='Samen'),
                              person('1003', 90, email='samen@gmail.com', last='Anders'))
        wave, = self.waves('--set', '1', '--date', '2027-03-08', '--employer', '1002')
        self.assertIn('shares-address', self.codes(wave))
        shared, = (warning for warning in wave['warnings'] if warning['code'] == 'shares-address')
        self.assertEqual(shared['employers'], ['1003'])
        wave, = self.waves('--set', '1', '--employer', '1003')
        self.assertNotIn('shares-address', self.codes(wave))

    def test_judged_on_the_day_of_the_round(self):
        self.import_employees(person('1001', 90, end='15-02-2027'), person('1002', 90, end='15-02-2027'))
        leavers = lambda: {row['employer'] for row in self.ok('check', self.dossier, '--list')['rows'] if row.get('reason') == 'left-employment'}
        self.assertEqual(leavers(), set())
        self.waves('--set', '1', '--date', '2027-03-08', '--employer', '1001')
        self.assertEqual(leavers(), {'1001'})
        on_a_day = self.ok('check', self.dossier, '--date', '2027-01-04', '--list')['rows']
        self.assertEqual([row for row in on_a_day if row.get('reason') == 'left-employment'], [])
        self.waves('--set', '0', '--employer', '1001')
        self.assertEqual(leavers(), set())

    def test_exports(self):
        def heads(kind):
            self.ok('export', self.dossier, kind, '-o', self.folder / 'uit.csv')
            with open(self.folder / 'uit.csv', encoding='utf-8-sig', newline='') as file:
                rows = list(csv.reader(file, delimiter=';'))
            (self.folder / 'uit.csv').unlink()
            return rows
        for kind in ('client-list', 'overview'):
            self.assertNotIn('Ronde', heads(kind)[0])
        self.waves('--set', '2', '--date', '2027-03-08', '--employer', '1004')
        for kind in ('client-list', 'overview'):
            rows = heads(kind)
            self.assertEqual(rows[0][-2:], ['Ronde', 'Datum ronde'])
            self.assertEqual((rows[1][0], rows[1][-2:]), ('1004', ['2', '08-03-2027']))
            self.assertEqual((rows[2][0], rows[2][-2:]), ('1001', ['', '']))

    def test_wrong_use(self):
        for options in (('--set', '1', '--remove', '2'), ('--date', '2027-03-08'), ('--set', '1', '--route', 'post'), ('--set', '-3'),
                        ('--set', '0'), ('--employer', '1001'), ('--set', '1', '--date', '2027-02-30')):
            with self.subTest(options=options), self.unchanged():
                self.wrong_use('waves', self.dossier, *options)
        for options in (('--remove', '1'), ('--freeze', '7'), ('--set', '1', '--employer', '9999')):
            with self.subTest(options=options), self.unchanged():
                self.refused('waves', self.dossier, *options)


if __name__ == '__main__':
    overstap.main()
