# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases of clients, by the number of the case: who takes part, who does not, who is called, and what goes back to Loket."""
import overstap
from overstap import OfficeCase, csv_bytes, employer, person

STATUS_HEAD = ('Werkgevernummer', 'Personeelsnummer', 'Status Werknemerloket', 'Status MijnLoket')


class Cases(OfficeCase):
    def client_list(self):
        """Number → how many would be invited, of the clients that are handed in."""
        rows = self.export('client-list')
        return {row[0]: int(row[rows[0].index('Uit te nodigen')]) for row in rows[1:]}

    def test_case_49_employer_without_mijnloket(self):
        self.office([employer('1001', mijnloket='N'), employer('1002', mijnloket='')],
                    [person('1001', 1), person('1002', 1)])
        self.assertRow(self.row('1001', 1), 'stopper', ['employer-without-mijnloket'])
        self.assertRow(self.row('1002', 1), 'ready')

    def test_case_51_nothing_to_migrate(self):
        self.office([employer('1001', product_500='N')], [person('1001', 1, wnl='NoAccessToClient')])
        self.assertRow(self.row('1001', 1), 'left-out', reason='no-werknemerloket')
        self.assertEqual(self.client_list(), {'1001': 0})

    def test_case_52_already_over(self):
        self.office([employer('1001')], [person('1001', 1, mijnloket='HasAccessToClient')])
        self.assertRow(self.row('1001', 1), 'done', reason='already-linked')
        self.assertEqual(self.client_list(), {'1001': 0})

    def test_case_53_partly_over(self):
        self.office([employer('1001')], [person('1001', 1, mijnloket='HasAccessToClient'),
                                         person('1001', 2, mijnloket='InvitePending'), person('1001', 3)])
        self.assertEqual(self.check()['dispositions'], {'ready': 1, 'decide': 0, 'stopper': 0, 'left-out': 0, 'done': 2})
        self.assertEqual(self.client_list(), {'1001': 1})

    def test_case_54_withdrawn_the_day_before(self):
        self.office([employer('1001'), employer('1002')], [person('1001', 1), person('1002', 1)])
        self.ok('exclude', self.dossier, '--employer', '1001', '--reason', 'Wil toch niet')
        self.assertEqual(self.client_list(), {'1002': 1})
        self.ok('undo', self.dossier)
        self.assertEqual(self.client_list(), {'1001': 1, '1002': 1})

    def test_case_55_client_leaves_with_a_reason(self):
        self.office([employer('1001')], [person('1001', 1)])
        self.refused('exclude', self.dossier, '--employer', '1001', '--reason', ' ')
        self.ok('exclude', self.dossier, '--employer', '1001', '--reason', 'Failliet')
        self.assertEqual(self.row('1001', 1)['disposition'], 'left-out')

    def test_case_57_no_contact_email(self):
        self.office([employer('1001', contact_email=''), employer('1002'), employer('1003', contact_email='')],
                    [person('1001', 1)])
        self.ok('exclude', self.dossier, '--employer', '1003', '--reason', 'Stopt')
        rows = self.export('call-list')
        self.assertEqual([row[0] for row in rows[1:]], ['1001'])
        self.assertIn('C. de Boer', rows[1])

    def test_case_60_client_converts_by_itself(self):
        self.office([employer('1001')], [person('1001', 1), person('1001', 2)])
        self.assertEqual(self.client_list(), {'1001': 2})
        self.import_rows('status', STATUS_HEAD, [('1001', '1', 'AccessToClientIsBlocked', 'HasAccessToClient'),
                                                 ('1001', '2', 'AccessToClientIsBlocked', 'InvitePending')])
        self.assertRow(self.row('1001', 1), 'done', reason='already-linked')
        self.assertRow(self.row('1001', 2), 'done', reason='already-invited')
        self.assertEqual(self.client_list(), {'1001': 0})


class Selection(OfficeCase):
    """Loket's overview goes back as it came, with whom to take along."""

    ROWS = [('1001', 'Bakkerij', 'J', 'opmerking; met puntkomma'), ('9999', 'Van een ander', 'N', ''), ('1002', 'Garage', 'J', '')]
    HEAD = ('Werkgevernummer', 'Werkgever', 'Product 500', 'Iets van Loket')

    def setUp(self):
        super().setUp()
        self.new()
        self.source = self.write('overzicht.csv', csv_bytes(self.HEAD, self.ROWS[:1] + self.ROWS[2:]))
        self.ok('import', self.dossier, 'employers', self.source)
        self.ok('select', self.dossier, '--employer', '1002')

    def test_all_columns_and_the_answer(self):
        rows = self.export('selection', '--source', self.source)
        self.assertEqual(rows, [[*self.HEAD, 'Meenemen'], [*self.ROWS[0], 'Nee'], [*self.ROWS[2], 'Ja']])

    def test_the_answer_counts(self):
        answer = self.ok('export', self.dossier, 'selection', '--source', self.source, '-o', self.path('terug.csv'))
        self.assertEqual((answer['rows'], answer['taking_part'], answer['unknown'], answer['changed']), (2, 1, 0, False))
        other = self.write('nieuw.csv', csv_bytes(self.HEAD, self.ROWS))
        answer = self.ok('export', self.dossier, 'selection', '--source', other, '-o', self.path('terug.csv'))
        self.assertEqual((answer['rows'], answer['taking_part'], answer['unknown'], answer['changed']), (3, 1, 1, True))

    def test_it_changes_nothing(self):
        with self.unchanged():
            self.export('selection', '--source', self.source)

    def test_refused(self):
        self.wrong_use('export', self.dossier, 'selection', '-o', self.path('terug.csv'))
        self.wrong_use('export', self.dossier, 'client-list', '--source', self.source, '-o', self.path('terug.csv'))
        before = self.source.read_bytes()
        self.refused('export', self.dossier, 'selection', '--source', self.source, '-o', self.source)
        self.assertEqual(self.source.read_bytes(), before)
        self.refused('export', self.dossier, 'selection', '--source', self.path('weg.csv'), '-o', self.path('terug.csv'))
        self.assertFalse(self.path('terug.csv').exists())


if __name__ == '__main__':
    overstap.main()
