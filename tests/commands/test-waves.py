# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap waves`: rounds, their day, their clients, what is told of them; and judging on their day."""
import contextlib
import csv
import datetime
import sqlite3

import overstap
from overstap import LoketCase, OfficeCase, employer, person


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

    def test_move(self):
        """What a round brings along that goes to another day: told before, kept until it is corrected, and judged again."""
        self.import_employees(person('1001', 90, end='13-03-2027'))
        self.waves('--set', '1', '--date', '2027-03-08', '--employer', '1001', '1002')
        with contextlib.closing(sqlite3.connect(self.dossier)) as base, base:
            base.execute("INSERT INTO letter (piece, employer, wave, round_day, way, subject, text, message_id, state, written, audit) "
                         "SELECT 'client', id, 1, '2027-03-08', 'mail', 'x', 'y', 'm' || id, CASE number WHEN '1001' THEN 'sent' ELSE 'waiting' END, "
                         "'2026-01-01T10:00:00Z', 1 FROM employer WHERE number IN ('1001', '1002')")
        move = 'waves', self.dossier, '--set', '1', '--date', '2027-03-15'
        before = self.ok('waves', self.dossier)
        self.assertEqual((before['corrections'], before['lapsed']), ([], 0))
        with self.unchanged():
            shown = self.ok(*move, '--dry-run')
        told, = shown['corrections']
        self.assertEqual((told['employer'], told['told'], told['date'], told['wave']), ('1001', '2027-03-08', '2027-03-15', 1))
        self.assertEqual(shown['lapsed'], 1)
        # Who left by the new day goes along no more.
        self.assertEqual([answer['waves'][0]['to_invite'] for answer in (before, shown)], [7, 6])
        self.assertEqual(self.ok(*move), shown)
        kept = self.ok('waves', self.dossier)
        self.assertEqual((kept['corrections'], kept['lapsed']), (shown['corrections'], 0))
        self.ok('undo', self.dossier)
        self.assertEqual(self.ok('waves', self.dossier)['corrections'], [])
        self.wrong_use('waves', self.dossier, '--propose', '--per-day', '9', '--dry-run')

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


class Propose(OfficeCase):
    """`waves --propose`: what it says, that it changes nothing, and that accepting is one step."""

    def setUp(self):
        super().setUp()
        self.new()
        self.numbers = [str(number) for number in range(1001, 1013)]
        self.import_employers(*(employer(number) for number in self.numbers))
        self.import_employees(*(person(number, 10 * at + who) for at, number in enumerate(self.numbers) for who in range(4)))
        self.ok('select', self.dossier, '--all')

    def propose(self, *options):
        return self.ok('waves', self.dossier, '--propose', '--per-day', '30', *options)

    def test_looks_only(self):
        with self.unchanged():
            answer = self.propose()
        self.assertEqual(sorted(client['employer'] for wave in answer['waves'] for client in wave['clients']), self.numbers)
        self.assertEqual((answer['not_placed'], answer['accepted'], answer['most_invited']), ([], False, 1500))
        first, second = answer['waves']
        self.assertTrue(first['pilot'])
        for wave in (first, second):
            self.assertTrue(wave['reasons'])
            self.assertEqual(wave['employees'], 4 * wave['employers'])
            low, high = wave['questions']
            self.assertEqual((low, high), ((2 * wave['to_invite'] + 99) // 100, (5 * wave['to_invite'] + 99) // 100))
            self.assertGreaterEqual(wave['date'], day(14))
            self.assertLess(datetime.date.fromisoformat(wave['date']).weekday(), 4)
        self.assertIn('not-informed', [reason['code'] for reason in first['reasons']])
        self.assertEqual(self.ok('waves', self.dossier)['waves'], [])

    def test_accept_is_one_step(self):
        proposed = self.propose()['waves']
        self.assertTrue(self.propose('--accept')['accepted'])
        made = self.ok('waves', self.dossier)['waves']
        self.assertEqual([(wave['number'], wave['date'], wave['employers']) for wave in made],
                         [(wave['number'], wave['date'], wave['employers']) for wave in proposed])
        with self.unchanged():
            self.assertEqual(self.ok('waves', self.dossier, '--propose')['waves'], [])
        self.ok('undo', self.dossier)
        self.assertEqual(self.ok('waves', self.dossier)['waves'], [])
        self.assertEqual(self.ok('waves', self.dossier, '--propose')['waves'], proposed)

    def test_blocked(self):
        first = self.propose()['waves'][0]['date']
        until = str(datetime.date.fromisoformat(first) + datetime.timedelta(days=10))
        self.ok('waves', self.dossier, '--block', '--from', first, '--until', until, '--reason', 'beurs')
        wave = self.propose()['waves'][0]
        self.assertGreater(wave['date'], until)
        self.assertTrue(any('beurs' in reason['sentence'] for reason in wave['reasons']))
        self.ok('waves', self.dossier, '--unblock', '--from', first)
        self.assertEqual(self.propose()['waves'][0]['date'], first)
        with self.unchanged():
            self.refused('waves', self.dossier, '--unblock', '--from', first)
            self.refused('waves', self.dossier, '--block', '--from', first, '--until', until)

    def test_a_day_that_suits_nobody(self):
        """A round that was put by hand on a Friday, or on days that are blocked later, is told."""
        self.ok('inform', self.dossier, '--employer', '1001')
        codes = lambda: [warning['code'] for warning in self.ok('waves', self.dossier)['waves'][0]['warnings']]
        self.ok('waves', self.dossier, '--set', '1', '--date', '2028-03-10', '--employer', '1001')
        self.assertIn('unsuitable-day', codes())
        self.ok('waves', self.dossier, '--set', '1', '--date', '2028-03-09')
        self.assertNotIn('unsuitable-day', codes())
        self.ok('waves', self.dossier, '--block', '--from', '2028-03-06', '--until', '2028-03-10', '--reason', 'beurs')
        self.assertIn('unsuitable-day', codes())

    def test_days_are_listed(self):
        self.ok('waves', self.dossier, '--block', '--from', '2027-05-10', '--until', '2027-05-14', '--reason', 'beurs')
        self.ok('waves', self.dossier, '--block', '--from', '2027-05-03', '--handler', 'Petra', '--reason', 'vrij')
        answer = self.ok('waves', self.dossier, '--stand-in', 'Sanne', '--handler', 'Petra', '--from', '2027-05-03', '--until', '2027-05-07')
        self.assertEqual(answer['blocked'], [{'from': '2027-05-03', 'until': '2027-05-03', 'handler': 'Petra', 'reason': 'vrij'},
                                             {'from': '2027-05-10', 'until': '2027-05-14', 'handler': None, 'reason': 'beurs'}])
        self.assertEqual(answer['stand_ins'], [{'from': '2027-05-03', 'until': '2027-05-07', 'handler': 'Petra', 'by': 'Sanne'}])
        said = self.run_overstap('waves', self.dossier, as_json=False).stdout
        for words in ('beurs', 'Petra', 'Sanne', '14-5-2027'):
            self.assertIn(words, said)
        with self.unchanged():
            self.refused('waves', self.dossier, '--stand-in', 'Joost', '--unblock', '--handler', 'Petra', '--from', '2027-05-03')
        answer = self.ok('waves', self.dossier, '--stand-in', 'Sanne', '--unblock', '--handler', 'Petra', '--from', '2027-05-03')
        self.assertEqual((answer['stand_ins'], len(answer['blocked'])), ([], 2))

    def test_joins_a_round_that_stands(self):
        """Who shares an address with somebody of a round comes to that one, in the same step."""
        self.import_employees(person('1003', 900, email='samen@gmail.com', last='Samen'), person('1004', 901, email='samen@gmail.com', last='Anders'))
        self.ok('waves', self.dossier, '--set', '7', '--date', '2027-06-08', '--employer', '1003')
        standing, = [wave for wave in self.propose()['waves'] if wave['stands']]
        self.assertEqual((standing['number'], standing['date'], [client['employer'] for client in standing['clients']]), (7, '2027-06-08', ['1004']))
        self.assertEqual([reason['code'] for reason in standing['clients'][0]['reasons']], ['joins-round'])
        self.propose('--accept')
        self.assertEqual([(wave['number'], wave['employers']) for wave in self.ok('waves', self.dossier)['waves']], [(7, 2), (8, 10)])
        self.ok('undo', self.dossier)
        self.assertEqual([(wave['number'], wave['employers']) for wave in self.ok('waves', self.dossier)['waves']], [(7, 1)])
        self.ok('waves', self.dossier, '--freeze', '7')
        client, = [client for wave in self.propose()['waves'] for client in wave['clients'] if client['employer'] == '1004']
        self.assertLessEqual({'round-frozen', 'belongs-elsewhere'}, {reason['code'] for reason in client['reasons']})

    def test_who_can_go_only_later(self):
        """Who has something to be settled is planned for, and told apart."""
        self.import_employees(person('1001', 900, email=''), person('1001', 901, email='info@klant1001.example'))
        wave, = [wave for wave in self.propose()['waves'] if '1001' in [client['employer'] for client in wave['clients']]]
        self.assertEqual((wave['at_most'] - wave['to_invite'], wave['employees']), (2, wave['at_most']))
        self.propose('--accept')
        made, = [made for made in self.ok('waves', self.dossier)['waves'] if made['number'] == wave['number']]
        self.assertEqual(made['to_invite'], wave['to_invite'])

    def test_contract_that_ends(self):
        """Its end comes from the client list; what ends first goes first, and who comes too late for it is warned of."""
        self.import_employees(*(person('1011', 900 + who) for who in range(30)), *(person('1012', 950 + who) for who in range(30)))
        self.import_rows('employers', ('Werkgevernummer', 'Contract tot'), [('1011', '31-12-2099'), ('1012', '1-1-2026')])
        clients = {client['employer']: [reason['code'] for reason in client['reasons']] for wave in self.propose()['waves'] for client in wave['clients']}
        self.assertIn('contract-ends-first', clients['1011'])
        self.assertIn('contract-ended', clients['1012'])
        self.assertNotIn('contract-ends-first', clients['1001'])

    def test_short_notice(self):
        with self.unchanged():
            self.wrong_use('waves', self.dossier, '--propose', '--per-day', '30', '--notice', '3')
        usual = self.propose()['waves'][0]['date']
        proposed = self.propose('--notice', '3', '--reason', 'de klanten vroegen erom', '--accept')['waves']
        self.assertLessEqual(proposed[0]['date'], usual)
        # Around the end of the year no day may be free so soon.
        for wave, made in zip(proposed, self.ok('waves', self.dossier)['waves']):
            soon = wave['date'] < day(14)
            self.assertEqual('short-notice' in [warning['code'] for warning in wave['warnings']], soon)
            self.assertEqual(made['notice_reason'], 'de klanten vroegen erom' if soon else None)

    def test_own_figures(self):
        self.propose('--accept')
        self.assertNotIn('counted', self.ok('waves', self.dossier)['waves'][0])
        self.assertEqual(self.ok('waves', self.dossier, '--set', '1', '--questions', '3')['waves'][0]['counted'], 3)
        self.assertIn('3', self.dump())
        with self.unchanged():
            self.refused('waves', self.dossier, '--set', '9', '--questions', '3')

    def test_by_own_figures(self):
        """Two questions of eight people: of others a fourth is expected too, in a plan and in a round."""
        self.ok('waves', self.dossier, '--set', '1', '--date', day(0), '--route', 'hand', '--employer', '1001', '1002')
        self.ok('tick', self.dossier, '--employer', '1001', '1002')
        self.import_rows('status', ('Werkgevernummer', 'Personeelsnummer', 'Werknemerloket', 'MijnLoket'),
                         [(number, str(10 * at + who), 'geblokkeerd', 'InvitePending') for at, number in enumerate(('1001', '1002')) for who in range(4)])
        self.ok('waves', self.dossier, '--set', '1', '--questions', '2')
        answer = self.propose()
        self.assertEqual((answer['most_invited'], [wave['questions'] for wave in answer['waves']]), (300, [[10, 10]]))
        self.propose('--accept')
        self.assertEqual(self.ok('waves', self.dossier)['waves'][1]['questions'], [10, 10])

    def test_wrong_use(self):
        for options in (('--accept',), ('--per-day', '30'), ('--propose', '--set', '1'), ('--propose', '--peak-share', '3'), ('--block', '--reason', 'x'),
                        ('--until', '2027-01-01'), ('--propose', '--per-day', '-1'), ('--questions', '4'), ('--propose', '--gap', '-4')):
            with self.subTest(options=options), self.unchanged():
                self.wrong_use('waves', self.dossier, *options)
        with self.unchanged():
            self.assertIn('--per-day', self.refused('waves', self.dossier, '--propose')['message'])


def day(ahead):
    return str(datetime.date.today() + datetime.timedelta(days=ahead))


class Apply(LoketCase):
    """`apply` with rounds: whose turn it is, and nobody else."""

    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=80)
        self.office_of(self.loket)
        self.ready = self.people_with('ready', self.rows())
        numbers = sorted({employer for employer, _ in self.ready})
        self.assertGreaterEqual(len(numbers), 3)
        self.first, self.second, self.third = numbers[:3]

    def plan(self, number, ahead, *employers):
        return self.ok('waves', self.dossier, '--set', number, '--date', day(ahead), '--employer', *employers)['waves']

    def invited_at(self):
        return {employer for employer, _ in self.loket.people('invited')}

    def apply(self, *options):
        answer = self.ok('apply', self.dossier, *options, '--yes')
        self.assertAddsUp(answer)
        self.assertNobodyStranded(self.loket)
        return answer

    def test_one_round(self):
        self.plan(1, 0, self.first)
        self.plan(2, 30, self.second)
        answer = self.apply('--wave', '1')
        self.assertEqual(self.invited_at(), {self.first})
        self.assertEqual(answer['submitted'], len([1 for employer, _ in self.ready if employer == self.first]))
        first, second = self.ok('waves', self.dossier)['waves']
        self.assertEqual((first['frozen'], first['applied'], first['to_invite']), (True, True, 0))
        self.assertEqual((second['frozen'], second['applied']), (False, False))

    def test_counts_of_the_round_only(self):
        self.plan(1, 0, self.first)
        self.plan(2, 0, self.second)
        whole = self.apply('--wave', '1')['submitted'] + self.apply('--wave', '2')['submitted']
        self.assertEqual(self.apply('--wave', '1')['submitted'] + self.apply('--wave', '2')['submitted'], whole)
        self.assertEqual(self.invited_at(), {self.first, self.second})

    def test_what_is_due(self):
        """Without --wave: who has no round, and the rounds whose day has come; not those that go by another route."""
        self.plan(1, 0, self.first)
        self.plan(2, 30, self.second)
        self.plan(3, 0, self.third)
        self.ok('waves', self.dossier, '--set', '3', '--route', 'hand')
        self.apply()
        self.assertEqual(self.invited_at(), {employer for employer, _ in self.ready} - {self.second, self.third})
        self.assertEqual([wave['frozen'] for wave in self.ok('waves', self.dossier)['waves']], [True, False, False])

    def test_before_its_day(self):
        self.plan(1, 30, self.first)
        with self.unchanged():
            self.assertIn('--reason', self.refused('apply', self.dossier, '--wave', '1', '--yes')['message'])
        # Loket itself ends who left in 2025 on its day.
        self.assertEqual(self.loket.people('invited') | self.loket.people('blocked'), {})
        self.ok('apply', self.dossier, '--wave', '1', '--dry-run')
        self.assertFalse(self.ok('waves', self.dossier)['waves'][0]['frozen'])
        self.apply('--wave', '1', '--reason', 'de klant vroeg erom')
        self.assertEqual(self.invited_at(), {self.first})
        self.assertIn('de klant vroeg erom', self.dump())

    def test_soon_after_informing(self):
        self.ok('inform', self.dossier, '--employer', self.first, '--date', day(-20))
        self.ok('inform', self.dossier, '--employer', self.second, '--date', day(-5))
        self.plan(1, 0, self.first)
        self.plan(2, 0, self.second)
        self.plan(3, 0, self.third)
        for wave, codes in (('1', []), ('2', ['too-soon-after-informing']), ('3', ['too-soon-after-informing'])):
            told = self.run_overstap('apply', self.dossier, '--wave', wave, '--yes')
            self.assertEqual([warning['code'] for warning in told.json['warnings'] if not warning['code'].startswith('shares')], codes)
            self.assertEqual('14' in told.stderr, codes != [])

    def test_a_client_that_was_submitted_stays(self):
        self.plan(1, 0, self.first)
        self.apply('--wave', '1')
        for options in (('--set', '2', '--employer', self.first), ('--set', '0', '--employer', self.first), ('--thaw', '1'), ('--remove', '1'),
                        ('--employer', self.first, '--route', 'hand'), ('--set', '1', '--route', 'loket')):
            with self.subTest(options=options), self.unchanged():
                self.refused('waves', self.dossier, *options)

    def test_a_route_of_its_own(self):
        self.plan(1, 0, self.first, self.second)
        self.ok('waves', self.dossier, '--employer', self.second, '--route', 'hand')
        self.apply('--wave', '1')
        self.assertEqual(self.invited_at(), {self.first})
        self.ok('waves', self.dossier, '--employer', self.second, '--route', 'round')
        self.apply('--wave', '1')
        self.assertEqual(self.invited_at(), {self.first, self.second})

    def test_no_such_round(self):
        with self.unchanged():
            self.refused('apply', self.dossier, '--wave', '9', '--yes')
        self.wrong_use('apply', self.dossier, '--reason', 'daarom', '--yes')


if __name__ == '__main__':
    overstap.main()
