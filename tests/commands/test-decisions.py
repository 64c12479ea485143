# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions of the office: exclude, mend, accept, inform, and undo."""
import time

import overstap
from overstap import OfficeCase, employer, person


class Decisions(OfficeCase):
    def setUp(self):
        super().setUp()
        self.people = [person('1001', 1), person('1001', 2, email=''), person('1001', 3, email='test@gmail.com'),
                       person('1001', 4, email='nvt@gmail.com'), person('1002', 5, birth='')]
        self.office([employer('1001'), employer('1002')], self.people)

    def import_again(self, **changes):
        """The same file with cells changed: number → cells."""
        rows = []
        for row in self.people:
            cells = changes.get(f'n{row[1]}')
            rows.append(person(row[0], row[1], **cells) if cells is not None else row)
        return self.import_employees(*rows)


class Exclude(Decisions):
    def test_one_employee(self):
        answer = self.ok('exclude', self.dossier, '--employer', '1001', '--employee', '1', '--reason', 'Langdurig afwezig')
        self.assertEqual(answer['changed'], 1)
        self.assertRow(self.row('1001', 1), 'left-out', [], 'excluded-by-hand')
        self.assertRow(self.row('1001', 2), 'stopper', ['no-private-email'])

    def test_a_whole_client(self):
        answer = self.ok('exclude', self.dossier, '--employer', '1001', '--reason', 'Gaat weg bij het kantoor')
        self.assertGreaterEqual(answer['changed'], 1)
        for row in self.check()['rows']:
            self.assertEqual(row.get('reason') == 'excluded-by-hand', row['employer'] == '1001')

    def test_order_with_other_reasons(self):
        self.import_employees(person('1002', 5, birth='', deceased='01-02-2026'),
                              person('1002', 6, mijnloket='HasAccessToClient'))
        self.ok('exclude', self.dossier, '--employer', '1002', '--employee', '5', '--reason', 'x')
        self.ok('exclude', self.dossier, '--employer', '1002', '--employee', '6', '--reason', 'x')
        self.assertRow(self.row('1002', 5), 'left-out', [], 'deceased')
        self.assertRow(self.row('1002', 6), 'left-out', [], 'excluded-by-hand')
        self.ok('select', self.dossier, '--none')
        self.assertRow(self.row('1002', 6), 'left-out', [], 'client-not-selected')

    def test_it_survives_an_import(self):
        self.ok('exclude', self.dossier, '--employer', '1001', '--employee', '1', '--reason', 'Langdurig afwezig')
        self.import_again(n1={'email': 'anders@gmail.com'})
        self.assertRow(self.row('1001', 1), 'left-out', [], 'excluded-by-hand')

    def test_refused(self):
        for args in (('--employer', '9999', '--reason', 'x'), ('--employer', '1001', '--employee', '99', '--reason', 'x'),
                     ('--employer', '1002', '--employee', '1', '--reason', 'x'), ('--employer', '1001', '--reason', '  ')):
            with self.subTest(args=args), self.unchanged():
                self.refused('exclude', self.dossier, *args)


class Mend(Decisions):
    def mend(self, number, address, *options):
        return self.ok('mend', self.dossier, '--employer', '1001', '--employee', number, '--email', address, *options)

    def test_without_a_connection_it_must_also_change_in_loket(self):
        self.assertEqual(self.mend('2', 'bas@gmail.com')['changed'], 1)
        self.assertRow(self.row('1001', 2), 'stopper', ['change-in-loket'])

    def test_ticked_off(self):
        self.mend('2', 'bas@gmail.com', '--done-in-loket')
        self.assertRow(self.row('1001', 2), 'ready')

    def test_ticked_off_later(self):
        self.mend('2', 'bas@gmail.com')
        self.mend('2', 'bas@gmail.com', '--done-in-loket')
        self.assertRow(self.row('1001', 2), 'ready')

    def test_a_mended_address_is_judged_too(self):
        self.mend('2', 'test@gmail.com', '--done-in-loket')
        self.assertRow(self.row('1001', 2), 'decide', ['email-placeholder', 'email-not-unique'])

    def test_read_back_as_changed(self):
        self.mend('2', 'bas@gmail.com')
        self.import_again(n2={'email': 'BAS@gmail.com'})
        self.assertRow(self.row('1001', 2), 'ready')

    def test_no_address(self):
        for text in ('', 'geen', 'anna@@gmail.com', 'anna'):
            with self.subTest(text=text), self.unchanged():
                self.refused('mend', self.dossier, '--employer', '1001', '--employee', '2', '--email', text)

    def test_unknown_person(self):
        with self.unchanged():
            self.refused('mend', self.dossier, '--employer', '1001', '--employee', '99', '--email', 'anna@gmail.com')


class Accept(Decisions):
    def accept(self, code, *options, reason='Nagevraagd bij de klant'):
        return self.ok('accept', self.dossier, code, *options, '--date', overstap.DAY, '--reason', reason)['accepted']

    def test_one_person(self):
        self.assertEqual(self.accept('email-placeholder', '--employer', '1001', '--employee', '3'), 1)
        self.assertRow(self.row('1001', 3), 'ready', ['email-placeholder'])
        self.assertRow(self.row('1001', 4), 'decide', ['email-placeholder'])

    def test_many_at_once(self):
        self.assertEqual(self.accept('email-placeholder'), 2)
        self.assertEqual(self.accept('email-placeholder'), 0)
        self.assertRow(self.row('1001', 4), 'ready', ['email-placeholder'])

    def test_of_one_client(self):
        self.assertEqual(self.accept('birth-date-missing', '--employer', '1001'), 0)
        self.assertEqual(self.accept('birth-date-missing', '--employer', '1002'), 1)

    def test_nothing_to_accept_is_no_failure(self):
        with self.unchanged():
            self.assertEqual(self.accept('email-at-work'), 0)

    def test_refused(self):
        for code in ('no-private-email', 'invalid-private-email', 'employment-dates-conflict', 'change-in-loket',
                     'employer-without-mijnloket', 'no-such-code'):
            with self.subTest(code=code), self.unchanged():
                error = self.refused('accept', self.dossier, code, '--reason', 'x')
                self.assertIn(code, error['message'])

    def test_a_reason_is_required(self):
        for options in ((), ('--reason', ''), ('--reason', ' ')):
            with self.subTest(options=options), self.unchanged():
                self.refused('accept', self.dossier, 'email-placeholder', *options)

    def test_asked_again_with_other_data(self):
        self.accept('email-placeholder', '--employer', '1001', '--employee', '3')
        self.import_again(n3={'email': 'noreply@gmail.com'})
        self.assertRow(self.row('1001', 3), 'decide', ['email-placeholder'])

    def test_not_asked_again_for_other_data_than_it_was_about(self):
        self.accept('email-placeholder', '--employer', '1001', '--employee', '3')
        self.import_again(n3={'email': 'test@gmail.com', 'start': '01-05-2020', 'first': 'Anneke'})
        self.assertRow(self.row('1001', 3), 'ready', ['email-placeholder'])

    def test_a_further_person_on_the_address_is_asked_for_himself(self):
        self.import_employees(person('1002', 5, birth=''), person('1002', 6, email='gezin@gmail.com'),
                              person('1002', 7, email='gezin@gmail.com'))
        self.assertEqual(self.accept('email-not-unique'), 2)
        self.import_employees(person('1001', 8, email='gezin@gmail.com'), *[row for row in self.people if row[0] == '1001'])
        answer = self.check()
        self.assertRow(self.row_of(answer, '1002', 6), 'ready', ['email-not-unique'])
        self.assertRow(self.row_of(answer, '1002', 7), 'ready', ['email-not-unique'])
        self.assertRow(self.row_of(answer, '1001', 8), 'decide', ['email-not-unique'])

    def test_judged_on_the_date_given(self):
        self.import_employees(person('1002', 5, birth=''), person('1002', 6, end='02-10-2026'))
        accept = ('accept', self.dossier, 'ends-around-wave', '--reason', 'Doet nog mee', '--date')
        self.assertEqual(self.ok(*accept, '2026-09-28')['accepted'], 0)
        self.assertEqual(self.ok(*accept, '2026-10-01')['accepted'], 1)
        self.assertRow(self.row('1002', 6, '2026-10-01'), 'ready', ['ends-around-wave', 'ends-after-wave'])
        self.import_employees(person('1002', 5, birth=''), person('1002', 6, end='03-10-2026'))
        self.assertRow(self.row('1002', 6, '2026-10-01'), 'decide', ['ends-around-wave', 'ends-after-wave'])


class Inform(Decisions):
    def test_people_who_come_later_are_marked(self):
        answer = self.ok('inform', self.dossier, '--employer', '1001', '--note', 'per mail')
        self.assertEqual(answer['changed'], 1)
        time.sleep(1.1)  # moments are kept in whole seconds
        self.import_employees(*[row for row in self.people if row[0] == '1001'], person('1001', 8))
        self.import_employees(person('1002', 5, birth=''), person('1002', 9))
        answer = self.check()
        self.assertRow(self.row_of(answer, '1001', 8), 'ready', ['new-since-announcement'])
        self.assertRow(self.row_of(answer, '1001', 1), 'ready')
        self.assertRow(self.row_of(answer, '1002', 9), 'ready')

    def test_several_clients(self):
        self.assertEqual(self.ok('inform', self.dossier, '--employer', '1001', '1002')['changed'], 2)

    def test_refused(self):
        with self.unchanged():
            self.refused('inform', self.dossier, '--employer', '9999')
        with self.unchanged():
            self.wrong_use('inform', self.dossier, '--employer', '1001', '--date', '2-11-2026')


class Undo(Decisions):
    def test_steps_are_taken_back_one_by_one(self):
        # Every command is a process of its own, so each of these also survives a restart.
        states = [self.check()]
        for step in (
                ('exclude', '--employer', '1001', '--employee', '1', '--reason', 'x'),
                ('mend', '--employer', '1001', '--employee', '2', '--email', 'bas@gmail.com'),
                ('accept', 'email-placeholder', '--date', overstap.DAY, '--reason', 'x'),
                ('exclude', '--employer', '1002', '--reason', 'x')):
            self.ok(step[0], self.dossier, *step[1:])
            states.append(self.check())
        for state in reversed(states[:-1]):
            self.assertGreaterEqual(self.ok('undo', self.dossier)['changed'], 1)
            self.assertEqual(self.check(), state)

    def test_selection_is_a_step(self):
        before = self.check()
        self.ok('select', self.dossier, '--none')
        self.ok('undo', self.dossier)
        self.assertEqual(self.check(), before)

    def test_inform_is_a_step(self):
        self.ok('inform', self.dossier, '--employer', '1001', '--date', '2026-11-02')
        self.ok('undo', self.dossier)
        self.import_employees(*[row for row in self.people if row[0] == '1001'], person('1001', 8))
        self.assertRow(self.row('1001', 8), 'ready')

    def test_a_step_after_an_undo(self):
        self.ok('exclude', self.dossier, '--employer', '1001', '--employee', '1', '--reason', 'x')
        self.ok('undo', self.dossier)
        self.ok('exclude', self.dossier, '--employer', '1001', '--employee', '3', '--reason', 'x')
        self.ok('undo', self.dossier)
        self.assertRow(self.row('1001', 1), 'ready')
        self.assertRow(self.row('1001', 3), 'decide', ['email-placeholder'])


if __name__ == '__main__':
    overstap.main()
