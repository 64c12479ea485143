# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap mend --in-loket`: the address is changed in Loket by its API, read back, and then in the dossier."""
import overstap
from overstap import LoketCase, table

NEW = 'nieuw.adres@ziggo.nl'


class MendInLoket(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=3, employees=30)
        self.office_of(self.loket)
        self.key = sorted(self.people_with('ready'))[0]

    def command(self, email=NEW, *options):
        employer, employee = self.key
        return ('mend', self.dossier, '--employer', employer, '--employee', employee, '--email', email, *options)

    def mend(self, email=NEW):
        return self.ok(*self.command(email, '--in-loket'))

    def in_loket(self):
        head = self.loket.sign_in()
        for client in self.loket.listed('/v2/providers/employers/minimized', head):
            if str(client['employerNumber']) != self.key[0]:
                continue
            for row in self.loket.listed(f'/v2/providers/employers/{client["id"]}/employees', head):
                if str(row['employeeNumber']) == self.key[1]:
                    return row['contactInformation']['emailAddress']
        return None

    def fault(self, **fault):
        self.loket.post('/practice/faults', fault)

    def before(self):
        return next(row['Privé e-mail'].strip() for row in table(self.loket.employees_file)
                    if (row['Werkgevernummer'], row['Personeelsnummer']) == self.key)

    def assertMendedHereOnly(self, answer):
        self.assertEqual(answer['changed'], 1)
        self.assertTrue(answer['answer'].strip())
        self.assertIn('change-in-loket', self.rows()[self.key]['findings'])

    def test_changed_in_both(self):
        self.assertEqual(self.mend(), {'changed': 1, 'loket': 'done', 'answer': None})
        self.assertEqual(self.in_loket(), NEW)
        row = self.rows()[self.key]
        self.assertEqual((row['disposition'], row['findings']), ('ready', []))

    def test_again_changes_nothing(self):
        self.mend()
        with self.unchanged():
            self.assertEqual(self.mend(), {'changed': 0, 'loket': 'done', 'answer': None})

    def test_what_was_mended_before_is_ticked_off(self):
        self.ok(*self.command())
        self.assertIn('change-in-loket', self.rows()[self.key]['findings'])
        self.assertEqual(self.mend()['loket'], 'done')
        self.assertEqual(self.rows()[self.key]['disposition'], 'ready')
        self.assertEqual(self.in_loket(), NEW)

    def test_it_is_in_the_trail_and_cannot_be_taken_back(self):
        self.mend()
        error = self.refused('undo', self.dossier)
        self.assertIn('Loket', error['message'])
        text = '\n'.join(';'.join(cells) for cells in self.export('audit'))
        self.assertIn('mend-in-loket', text)

    def test_refused_by_loket(self):
        """400: Loket's own words are shown, and it is still to be changed there."""
        local = 'a' * 60
        long = f'{local}@{".".join(["b" * 60] * 3)}.nl'
        before = self.before()
        self.fault(path='employees/', method='PATCH', count=1, kind='status', status=400)
        answer = self.mend(long)
        self.assertEqual(answer['loket'], 'refused')
        self.assertMendedHereOnly(answer)
        self.assertEqual(self.in_loket(), before)

    def test_no_right_to_do_it(self):
        self.fault(path='employees/', method='PATCH', count=9, kind='status', status=403)
        answer = self.mend()
        self.assertEqual(answer['loket'], 'refused')
        self.assertMendedHereOnly(answer)

    def test_undo_of_what_loket_refused(self):
        self.fault(path='employees/', method='PATCH', count=9, kind='status', status=403)
        self.mend()
        self.ok('undo', self.dossier)
        self.assertEqual(self.rows()[self.key]['disposition'], 'ready')

    def test_done_but_the_answer_got_lost(self):
        self.fault(path='employees/', method='PATCH', count=1, kind='cut-after')
        self.assertEqual(self.mend(), {'changed': 1, 'loket': 'done', 'answer': None})
        self.assertEqual(self.in_loket(), NEW)

    def test_dropped_and_not_done_is_read_back_and_sent_once_more(self):
        self.fault(path='employees/', method='PATCH', count=1, kind='cut-before')
        self.assertEqual(self.mend()['loket'], 'done')
        self.assertEqual(self.in_loket(), NEW)

    def test_500_again_and_again(self):
        before = self.before()
        self.fault(path='employees/', method='PATCH', count=99, kind='status', status=500)
        answer = self.mend()
        self.assertEqual(answer['loket'], 'refused')
        self.assertMendedHereOnly(answer)
        self.assertEqual(self.in_loket(), before)

    def test_loket_is_away(self):
        self.loket.__exit__(None, None, None)
        answer = self.mend()
        self.assertEqual(answer['loket'], 'refused')
        self.assertEqual(answer['changed'], 1)
        self.assertSentence(answer['answer'])

    def test_no_address(self):
        with self.unchanged():
            self.refused(*self.command('geen adres', '--in-loket'))

    def test_not_connected(self):
        self.dossier = self.folder / 'ander.overstap'
        self.office([overstap.employer(1)], [overstap.person(1, 1)])
        self.key = ('1', '1')
        with self.unchanged():
            self.assertEqual(self.refused(*self.command(NEW, '--in-loket'))['code'], 'not-connected')

    def test_somebody_whom_loket_does_not_have(self):
        self.import_employees(overstap.person(self.key[0], 99999))
        self.key = (self.key[0], '99999')
        answer = self.mend()
        self.assertEqual((answer['loket'], answer['changed']), ('refused', 1))
        self.assertIn('99999', answer['answer'])

    def test_both_options_are_wrong_use(self):
        self.wrong_use(*self.command(NEW, '--in-loket', '--done-in-loket'))

    def test_for_people(self):
        said = self.run_overstap(*self.command(NEW, '--in-loket'), as_json=False, dutch=True)
        self.assertEqual(said.status, 0, said.stderr)
        self.assertIn('Loket heeft het adres ook', said.stdout)


if __name__ == '__main__':
    overstap.main()
