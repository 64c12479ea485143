# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap select`: which clients take part."""
import overstap
from overstap import OfficeCase, employer, person


class Select(OfficeCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(employer('1001'), employer('1002'), employer('01003'))
        self.import_employees(person('1001', 1), person('1001', 2), person('1002', 3), person('01003', 4),
                              person('1002', 5, wnl='NoAccessToClient'))

    def select(self, *options):
        answer = self.ok('select', self.dossier, *options)
        return answer['selected'], answer['employees']

    def selected(self):
        """The employers whose people are not left out for that."""
        return {row['employer'] for row in self.check()['rows'] if row.get('reason') != 'client-not-selected'}

    def test_new_clients_are_not_selected(self):
        self.assertEqual(self.selected(), set())

    def test_all_and_none(self):
        self.assertEqual(self.select('--all'), (3, 5))
        self.assertEqual(self.selected(), {'1001', '1002', '01003'})
        self.assertEqual(self.select('--none'), (0, 0))
        self.assertEqual(self.selected(), set())

    def test_it_adds(self):
        self.assertEqual(self.select('--employer', '1001'), (1, 2))
        self.assertEqual(self.select('--employer', '1002'), (2, 4))
        self.assertEqual(self.selected(), {'1001', '1002'})
        self.assertEqual(self.select('--employer', '1001'), (2, 4))

    def test_several_numbers(self):
        self.assertEqual(self.select('--employer', '1001', '1002'), (2, 4))
        self.select('--none')
        self.assertEqual(self.select('--employer', '1001', '--employer', '1002'), (2, 4))

    def test_leading_zeros_do_not_matter(self):
        self.assertEqual(self.select('--employer', '1003'), (1, 1))
        self.assertEqual(self.select('--employer', '0001001'), (2, 3))

    def test_without_werknemerloket_too(self):
        self.select('--employer', '1001', '1002')
        self.assertRow(self.row('1002', 5), 'left-out', [], 'no-werknemerloket')
        self.select('--employer', '1002', '--without-werknemerloket-too')
        self.assertRow(self.row('1002', 5), 'ready', ['no-werknemerloket'])

    def test_unknown_client(self):
        with self.unchanged():
            error = self.refused('select', self.dossier, '--employer', '9999')
        self.assertIn('9999', error['message'])
        with self.unchanged():
            self.refused('select', self.dossier, '--employer', '1001', '9999')

    def test_wrong_use(self):
        for options in ((), ('--all', '--none'), ('--employer',)):
            with self.subTest(options=options), self.unchanged():
                self.wrong_use('select', self.dossier, *options)

    def test_selection_survives_an_import(self):
        self.select('--employer', '1001')
        self.import_employers(employer('1001', name='Andere naam B.V.'), employer('1004'))
        self.assertEqual(self.selected(), {'1001'})


if __name__ == '__main__':
    overstap.main()
