# SPDX-License-Identifier: GPL-3.0-or-later
"""The routes without a connection: Loket converts by a client list, or the office does it in Loket itself with a work list."""

import overstap
from overstap import LoketCase, OfficeCase, employer, person, table

FALLOUT_HEAD = ('Werkgevernummer', 'Personeelsnummer', 'Naam', 'Reden')
STATUS_HEAD = ('Werkgevernummer', 'Personeelsnummer', 'Werknemerloket', 'MijnLoket')


class RoutesCase(OfficeCase):
    """Client 1001: 1 and 3 are ready, 2 has no address, 4 asks for a decision, 5 left, 6 was excluded. Client 1002: 1 is ready."""

    def setUp(self):
        super().setUp()
        self.office([employer('1001', name='Bakkerij De Zon'), employer('1002')],
                    [person('1001', 1), person('1001', 2, email=''), person('1001', 3),
                     person('1001', 4, email='info@dezon.example'), person('1001', 5, end='31-12-2021'), person('1001', 6),
                     person('1002', 1)], '--firm', 'Kantoor De Vries')
        self.ok('exclude', self.dossier, '--employer', '1001', '--employee', '6', '--reason', 'Wil niet')

    def fallout_file(self, *rows):
        return self.import_rows('fallout', FALLOUT_HEAD, rows)

    def status_file(self, *rows):
        return self.import_rows('status', STATUS_HEAD, rows)

    def reconciled(self, *options):
        answer = self.ok('reconcile', self.dossier, *options)
        self.assertEqual(answer['submitted'], answer['invited'] + answer['fallout'] + answer['unknown'], answer)
        return answer

    def assertReconciled(self, expected, *options):
        answer = self.reconciled(*options)
        self.assertEqual({name: answer[name] for name in expected}, expected)


class ByLoket(RoutesCase):
    def test_submit(self):
        answer = self.ok('submit', self.dossier, '--ticket', '4711')
        self.assertEqual(answer, {'route': 'loket', 'clients': 2, 'submitted': 3, 'along_anyway': 2, 'unsure': 0,
                                  'without_address': 1, 'not_along': 1})
        self.assertReconciled({'submitted': 3, 'unknown': 3})
        self.assertIn('4711', self.dump())

    def test_nobody_twice(self):
        self.ok('submit', self.dossier, '--ticket', '4711', '--employer', '1002')
        self.assertEqual(self.ok('submit', self.dossier, '--ticket', '4712')['submitted'], 2)
        self.assertEqual(self.ok('submit', self.dossier, '--ticket', '4713')['submitted'], 0)
        self.assertNotIn('4713', self.dump())

    def test_taken_back(self):
        before = self.check()
        self.ok('submit', self.dossier, '--ticket', '4711')
        self.ok('undo', self.dossier)
        self.assertReconciled({'submitted': 0})
        self.assertNotIn('INSERT INTO "ticket"', self.dump())
        self.assertEqual(self.check(), before)

    def test_files_settle(self):
        self.ok('submit', self.dossier, '--ticket', '4711')
        self.fallout_file(('1001', '3', 'Proef', 'E-mailadres bestaat niet'), ('1001', '2', 'Proef', 'Geen e-mailadres'),
                          ('1001', '99', 'Vreemd', 'Geen e-mailadres'))
        self.assertReconciled({'submitted': 3, 'invited': 0, 'fallout': 1, 'unknown': 2, 'listed': 1, 'strangers': 1})
        self.status_file(('1001', '1', 'geblokkeerd', 'uitnodiging loopt'), ('1001', '6', 'geblokkeerd', 'uitnodiging loopt'))
        self.assertReconciled({'submitted': 3, 'invited': 1, 'fallout': 1, 'unknown': 1, 'listed': 1, 'strangers': 1,
                               'not_submitted': 1})
        rows = {(row['employer'], row['employee']): row for row in self.ok('fallout', self.dossier)['rows']}
        self.assertEqual(rows['1001', '3']['reason'], 'E-mailadres bestaat niet')
        self.assertEqual(rows['1001', '3']['attempts'], 1)

    def test_import_taken_back(self):
        self.ok('submit', self.dossier, '--ticket', '4711', '--date', '2026-01-05')
        self.status_file(('1001', '1', 'geblokkeerd', 'uitnodiging loopt'))
        self.assertReconciled({'invited': 1, 'unknown': 2})
        self.ok('undo', self.dossier)
        self.assertReconciled({'invited': 0, 'unknown': 3})
        self.ok('undo', self.dossier)
        self.assertReconciled({'submitted': 0})

    def test_handing_in_stands_once_a_result_was_read(self):
        self.ok('submit', self.dossier, '--ticket', '4711', '--employer', '1002')
        self.ok('submit', self.dossier, '--ticket', '4712')
        self.status_file(('1002', '1', 'geblokkeerd', 'uitnodiging loopt'))
        self.assertReconciled({'submitted': 3, 'invited': 1, 'unknown': 2})

    def test_without_any_portal(self):
        """Blocked in Werknemerloket by Loket's conversion and not invited: that is told."""
        self.ok('submit', self.dossier, '--ticket', '4711')
        self.fallout_file(('1001', '3', 'Proef', 'E-mailadres bestaat niet'))
        self.status_file(('1001', '3', 'geblokkeerd', 'geen toegang'))
        text = self.run_overstap('export', self.dossier, 'overview', '-o', self.path('o.csv'), as_json=False).stdout
        self.assertTrue(text)
        self.assertReconciled({'fallout': 1, 'unknown': 2})

    def test_letters(self):
        folder = self.folder / 'tickets'
        answer = self.ok('letters', self.dossier, 'ticket', '-o', folder)
        self.assertEqual(sorted(answer['written']), ['klantlijst.csv', 'ticket-klantlijst.txt', 'ticket-overzicht.txt'])
        text = (folder / 'ticket-klantlijst.txt').read_text(encoding='utf-8')
        self.assertTrue(text.startswith('Gebruik producten Loket.nl\n'))
        for words in ('Kantoor De Vries', 'Aantal klanten: 2', '1001\tBakkerij De Zon'):
            self.assertIn(words, text)
        self.assertNotIn('Proef', text)
        self.assertNotIn('{', text)
        rows = table(folder / 'klantlijst.csv')
        self.assertEqual([(row['Werkgevernummer'], row['Uit te nodigen']) for row in rows], [('1001', '2'), ('1002', '1')])

    def test_round(self):
        self.ok('waves', self.dossier, '--set', '1', '--date', '2026-12-08', '--employer', '1002')
        folder = self.folder / 'tickets'
        self.ok('letters', self.dossier, 'ticket', '--wave', '1', '-o', folder)
        text = (folder / 'ticket-klantlijst.txt').read_text(encoding='utf-8')
        self.assertIn('8-12-2026', text)
        self.assertNotIn('1001', text)
        self.assertEqual(self.ok('submit', self.dossier, '--ticket', '1', '--wave', '1')['clients'], 1)
        self.assertReconciled({'submitted': 1}, '--wave', '1')
        self.refused('submit', self.dossier, '--ticket', '1', '--wave', '7')

    def test_a_round_that_was_handed_in_stands(self):
        """Its clients neither come nor go, its day stays, and who changed meanwhile is told until Loket's files are read in."""
        self.ok('waves', self.dossier, '--set', '1', '--date', '2030-12-08', '--employer', '1002')
        self.assertFalse(self.ok('waves', self.dossier)['waves'][0]['frozen'])
        self.ok('submit', self.dossier, '--ticket', '4711', '--wave', '1')
        wave, = self.ok('waves', self.dossier)['waves']
        self.assertEqual((wave['frozen'], wave['handed_in'], wave['changed_since']), (True, 1, 0))
        for options in (('--set', '1', '--employer', '1001'), ('--set', '0', '--employer', '1002'), ('--set', '1', '--date', '2030-12-09'),
                        ('--thaw', '1'), ('--remove', '1'), ('--set', '1', '--route', 'hand')):
            with self.subTest(options), self.unchanged():
                self.refused('waves', self.dossier, *options)
        self.assertIn('handed in to Loket', self.refused('waves', self.dossier, '--set', '1', '--employer', '1001')['message'])

        self.import_employees(person('1002', 1, email='anders@gmail.com'), person('1002', 9))
        wave, = self.ok('waves', self.dossier)['waves']
        self.assertEqual(wave['changed_since'], 2)
        self.assertIn('changed-since-handing-in', [warning['code'] for warning in wave['warnings']])
        self.status_file(('1002', '1', 'geblokkeerd', 'uitnodiging loopt'))
        wave, = self.ok('waves', self.dossier)['waves']
        self.assertEqual((wave['changed_since'], wave['frozen']), (0, True))

    def test_undo_lets_the_round_go(self):
        self.ok('waves', self.dossier, '--set', '1', '--employer', '1001')
        self.ok('submit', self.dossier, '--ticket', '4711')
        self.ok('undo', self.dossier)
        self.assertFalse(self.ok('waves', self.dossier, '--set', '1', '--employer', '1002')['waves'][0]['frozen'])

    def test_wrong_use(self):
        self.wrong_use('submit', self.dossier)
        self.wrong_use('submit', self.dossier, '--ticket', '1', '--date', '2026-02-30')
        self.wrong_use('reconcile', self.dossier, '--route', 'api')
        self.wrong_use('letters', self.dossier, 'ticket')
        self.wrong_use('tick', self.dossier)


class ByHand(RoutesCase):
    def setUp(self):
        super().setUp()
        self.ok('waves', self.dossier, '--route', 'hand', '--employer', '1001')

    def test_work_list(self):
        rows = self.export('work-list')
        people = [(row[2], row[4], row[5]) for row in rows[1:]]
        self.assertEqual([number for number, tick, _ in people if tick == 'Ja'], ['1', '3'])
        self.assertEqual(sorted(number for number, tick, _ in people if tick == 'Nee'), ['2', '4', '5', '6'])
        why = {number: text for number, _, text in people}
        self.assertIn('Loket houdt', why['2'])
        self.assertEqual(why['5'], 'Uit dienst')
        # Why the office leaves somebody out is nothing for a list on a desk.
        self.assertNotIn('Wil niet', str(rows))
        self.assertNotIn('1002', str(rows))

    def test_ticked(self):
        self.assertEqual(self.ok('tick', self.dossier, '--employer', '1001'), {'route': 'hand', 'clients': 1, 'submitted': 2})
        self.assertReconciled({'submitted': 2, 'unknown': 2}, '--route', 'hand')
        self.assertReconciled({'submitted': 0})
        self.status_file(('1001', '1', 'geblokkeerd', 'toegang actief'))
        self.assertReconciled({'submitted': 2, 'invited': 1, 'unknown': 1}, '--route', 'hand')
        self.refused('tick', self.dossier, '--employer', '1001', '--not-done')

    def test_not_done_after_all(self):
        self.ok('tick', self.dossier, '--employer', '1001')
        self.assertEqual(self.ok('tick', self.dossier, '--employer', '1001', '--not-done')['taken_back'], 2)
        self.assertReconciled({'submitted': 0}, '--route', 'hand')

    def test_each_route_its_own(self):
        self.assertEqual(self.ok('submit', self.dossier, '--ticket', '1')['submitted'], 1)
        with self.unchanged():
            self.refused('submit', self.dossier, '--ticket', '1', '--employer', '1001')
            self.refused('tick', self.dossier, '--employer', '1002')


class BesideTheApi(LoketCase):
    """A dossier that is bound to a Loket: what goes by another route is not asked over the API, but read back."""

    def test_by_hand(self):
        loket = self.practice()
        self.office_of(loket)
        ready = self.people_with('ready')
        number = sorted(ready)[0][0]
        by_hand = {key for key in ready if key[0] == number}
        self.ok('waves', self.dossier, '--route', 'hand', '--employer', number)

        answer = self.ok('apply', self.dossier, '--yes')
        self.assertAddsUp(answer)
        self.assertEqual(answer['submitted'], len(ready) - len(by_hand))
        self.assertIn(number, [problem['employer'] for problem in answer['problems']])
        self.assertFalse(by_hand & set(loket.people('invited')))

        self.assertEqual(self.ok('tick', self.dossier, '--employer', number)['submitted'], len(by_hand))
        # Nothing has happened in Loket yet: that is unknown, and never sent over the API.
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertEqual((answer['submitted'], answer['unknown']), (len(ready), len(by_hand)))
        self.assertFalse(by_hand & set(loket.people('invited')))

    def test_read_back_over_the_api(self):
        loket = self.practice()
        self.office_of(loket)
        number = sorted(self.people_with('ready'))[0][0]
        self.ok('waves', self.dossier, '--route', 'loket', '--employer', number)
        people = self.ok('submit', self.dossier, '--ticket', '1', '--employer', number)['submitted']
        self.assertGreater(people, 0)
        # What the conversion by Loket would do to one of them.
        other = self.folder / 'ander.overstap'
        self.dossier, mine = other, self.dossier
        self.office_of(loket)
        self.ok('select', self.dossier, '--none')
        self.ok('select', self.dossier, '--employer', number)
        self.ok('apply', self.dossier, '--yes')
        self.dossier = mine
        self.ok('track', self.dossier)
        answer = self.ok('reconcile', self.dossier)
        self.assertEqual((answer['submitted'], answer['unknown']), (people, 0))


if __name__ == '__main__':
    overstap.main()
