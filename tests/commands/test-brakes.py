# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps `overstap apply` from doing more than somebody meant: what Loket has otherwise, the brakes, and the dry run."""
import getpass
import json
import pathlib
import shutil
import sqlite3

import overstap
from contract.proxy import Proxy
from overstap import LoketCase


class BrakeCase(LoketCase):
    def prepare(self, *options, employers=5, employees=80, seed=1):
        self.loket = self.practice(employers=employers, employees=employees, seed=seed)
        self.new(*options)
        self.counted(self.ok('import', self.dossier, 'employers', self.loket.clients_file))
        self.counted(self.ok('import', self.dossier, 'employees', self.loket.employees_file))
        self.ok('select', self.dossier, '--all')
        self.ok('connect', self.dossier, self.loket.url)
        self.ready = self.people_with('ready')
        self.assertGreater(len(self.ready), 20)

    def differences(self, answer):
        """(employer, employee) → (what, field, held)"""
        found = {(row['employer'], row['employee']): (row['what'], row.get('field'), row['held']) for row in answer['differences']}
        self.assertEqual(len(found), len(answer['differences']))
        return found

    def runs(self):
        """[(kind, approved, ending)] of all runs."""
        copy = self.folder / 'copy.overstap'
        for suffix in ('', '-wal'):
            if pathlib.Path(f'{self.dossier}{suffix}').exists():
                shutil.copy(f'{self.dossier}{suffix}', f'{copy}{suffix}')
        base = sqlite3.connect(copy)
        try:
            return base.execute('SELECT kind, approved, ending FROM run ORDER BY id').fetchall()
        finally:
            base.close()


class Differences(BrakeCase):
    def setUp(self):
        super().setUp()
        self.prepare()

    def test_nothing_differs(self):
        self.assertEqual(self.ok('apply', self.dossier, '--dry-run')['differences'], [])
        self.assertEqual(self.ok('apply', self.dossier, '--yes')['differences'], [])

    def test_another_address(self):
        """Who would be asked about with the address that Loket has is kept back; who would go over just the same is sent."""
        doubtful, fine, empty = sorted(self.ready)[:3]
        self.loket.write_addresses({doubtful: 'info@bedrijf.example', fine: 'een.heel.ander.adres@gmail.com', empty: None})
        expected = {doubtful: ('changed', 'address', True), fine: ('changed', 'address', False), empty: ('changed', 'address', False)}
        self.assertEqual(self.differences(self.ok('apply', self.dossier, '--dry-run')), expected)

        answer = self.ok('apply', self.dossier, '--yes')
        self.assertEqual(self.differences(answer), expected)
        invited = self.loket.people('invited')
        self.assertNotIn(doubtful, invited)
        self.assertIn(fine, invited)
        # Without an address it is Loket that invites nobody.
        self.assertIn(empty, self.fallout())
        self.assertNobodyStranded(self.loket)
        self.assertEqual(self.rows()[doubtful]['disposition'], 'ready')

        # Once the dossier has that address too, it is judged like any other.
        self.ok('fetch', self.dossier)
        self.assertEqual(self.rows()[doubtful]['disposition'], 'decide')
        self.assertEqual(self.ok('apply', self.dossier, '--yes')['invited'], answer['invited'])

    def test_kept_back_once(self):
        """Who was kept back is no reason to stop again; and goes once somebody agreed to what Loket has, and to nothing else."""
        kept, other = sorted(self.ready)[:2]
        self.loket.write_addresses({kept: 'info@bedrijf.example', other: 'info@ander.example'})
        first = self.ok('apply', self.dossier, '--yes', '--approved', len(self.ready))
        expected = {key: ('changed', 'address', True) for key in (kept, other)}
        self.assertEqual(self.differences(first), expected)
        self.assertEqual(self.people_with('ready') - set(self.fallout()), {kept, other})

        # The same once more: nobody goes, and nothing stops.
        again = self.ok('apply', self.dossier, '--yes', '--approved', 2)
        self.assertEqual((self.differences(again), again['differences_code']), (expected, first['differences_code']))
        self.assertNotIn(kept, self.loket.people('invited'))

        # Loket has something else by now than what was seen.
        self.loket.write_addresses({other: 'nog.een.ander@bedrijf.example'})
        with self.unchanged():
            error = self.refused('apply', self.dossier, '--yes', '--differences', first['differences_code'])
        self.assertEqual(error['code'], 'more-than-approved')
        dry = self.ok('apply', self.dossier, '--dry-run')
        done = self.ok('apply', self.dossier, '--yes', '--approved', 2, '--differences', dry['differences_code'])
        self.assertEqual(self.differences(done), {key: ('changed', 'address', False) for key in (kept, other)})
        self.assertLessEqual({kept, other}, set(self.loket.people('invited')))
        self.assertEqual(self.people_with('ready') - set(self.fallout()), set())
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)

    def test_somebody_new(self):
        unknown = sorted(self.ready)[0]
        rows = [row for row in overstap.table(self.loket.employees_file) if (row['Werkgevernummer'], row['Personeelsnummer']) != unknown]
        path = self.write('medewerkers.csv', overstap.csv_bytes(rows[0], [row.values() for row in rows]))
        self.dossier = self.folder / 'zonder.overstap'
        self.new()
        self.ok('import', self.dossier, 'employers', self.loket.clients_file)
        self.ok('import', self.dossier, 'employees', path)
        self.ok('select', self.dossier, '--all')
        self.ok('connect', self.dossier, self.loket.url)
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertEqual(self.differences(answer), {unknown: ('new', None, False)})
        self.assertNotIn(unknown, self.loket.people('invited'))

    def test_invited_by_somebody_else(self):
        """Who is gone from Loket's list because a colleague invited him is told, and done."""
        mine, self.dossier = self.dossier, self.folder / 'collega.overstap'
        self.office_of(self.loket)
        client = sorted(self.ready)[0][0]
        self.ok('select', self.dossier, '--none')
        self.ok('select', self.dossier, '--employer', client)
        self.ok('apply', self.dossier, '--yes')
        gone = set(self.loket.people('invited'))
        self.dossier = mine
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertLessEqual({key: ('gone', None, False) for key in gone & self.ready}.items(), self.differences(answer).items())
        self.assertNobodyTwice(self.loket)


class Approved(BrakeCase):
    def setUp(self):
        super().setUp()
        self.prepare()

    def test_more_than_approved(self):
        people = sum(request['people'] for request in self.ok('apply', self.dossier, '--dry-run')['requests'] if 'essaccess' in request['path'])
        with self.unchanged():
            error = self.refused('apply', self.dossier, '--yes', '--approved', people - 1)
        self.assertEqual(error['code'], 'more-than-approved')
        self.assertEqual(self.loket.events(), [])
        self.ok('apply', self.dossier, '--yes', '--approved', people)
        self.assertEqual(self.runs(), [('apply', people, 'done')])
        self.assertNobodyTwice(self.loket)

    def test_much_has_changed(self):
        changed = sorted(self.ready)[::8]
        self.loket.write_addresses({key: f'ander.adres.{number}@gmail.com' for number, key in enumerate(changed)})
        self.assertGreater(len(changed) * 10, len(self.ready))
        with self.unchanged():
            error = self.refused('apply', self.dossier, '--yes', '--approved', len(self.ready))
        self.assertEqual(error['code'], 'more-than-approved')
        self.assertEqual(self.loket.events(), [])
        # The dry run tells what it is, and is not held back itself; agreed to, it is no news.
        dry = self.ok('apply', self.dossier, '--dry-run', '--approved', len(self.ready))
        self.assertEqual(set(self.differences(dry)), set(changed))
        self.ok('apply', self.dossier, '--dry-run', '--approved', len(self.ready), '--differences', dry['differences_code'])
        # Without a number nobody said how many.
        self.ok('apply', self.dossier, '--yes')
        self.assertLessEqual(set(changed), set(self.loket.people('invited')))

    def test_wrong_use(self):
        self.wrong_use('apply', self.dossier, '--yes', '--approved', '-3')
        self.wrong_use('apply', self.dossier, '--yes', '--approved', 'veel')


class SecondPerson(BrakeCase):
    def test_second_person(self):
        self.prepare('--second-person-above', '10')
        for options in ((), ('--second-person', ' '), ('--second-person', getpass.getuser().upper())):
            with self.subTest(options=options), self.unchanged():
                error = self.refused('apply', self.dossier, '--yes', *options)
                self.assertEqual(error['code'], 'second-person')
        self.assertEqual(self.loket.events(), [])
        self.ok('apply', self.dossier, '--dry-run')
        self.ok('apply', self.dossier, '--yes', '--second-person', 'Petra de Groot')
        self.assertIn('Petra de Groot', [cell for row in self.export('audit') for cell in row])
        # Nobody is left: so nobody has to agree.
        self.ok('apply', self.dossier, '--yes')


class DryRun(BrakeCase):
    def test_it_lists_exactly_what_is_sent(self):
        self.prepare(employers=4, employees=90, seed=3)
        with Proxy(self.loket.url) as proxy:
            self.ok('connect', self.dossier, proxy.url)
            dry = self.ok('apply', self.dossier, '--dry-run')['requests']
            self.ok('apply', self.dossier, '--yes')
            sent = [exchange.request for exchange in proxy.exchanges if exchange.request.method == 'PATCH']
        # Whom Loket refuses is not blocked; here it refuses nobody.
        self.assertEqual(set(self.loket.people('invite-failed')), set())
        self.assertEqual(sorted((row['method'], row['path'], json.dumps(json.loads(row['body']), sort_keys=True)) for row in dry),
                         sorted((request.method, request.path, json.dumps(request.json, sort_keys=True)) for request in sent))
        self.assertEqual({row['people'] for row in dry if row['people'] > 50}, set())


class Systemic(BrakeCase):
    def test_a_server_that_keeps_failing(self):
        """Nothing new goes out after three failures in a row, over all clients; once it is well again the run goes on."""
        self.prepare(employers=40, employees=400)
        self.fail_with(500)
        with Proxy(self.loket.url) as proxy:
            self.ok('connect', self.dossier, proxy.url)
            self.refused('apply', self.dossier, '--yes')
            sent = [exchange for exchange in proxy.exchanges if exchange.request.method == 'PATCH']
        self.assertGreaterEqual(len(sent), 3)
        self.assertLess(len(sent), 25)
        self.assertEqual(self.runs(), [('apply', None, 'failed')])
        self.loket.door('DELETE', '/practice/faults')
        self.ok('connect', self.dossier, self.loket.url)
        self.assertAgrees(self.loket, self.ready, self.ok('apply', self.dossier, '--yes'))
        self.assertEqual(self.runs()[-1], ('apply', None, 'done'))

    def test_signed_out(self):
        self.prepare(employers=12, employees=150)
        self.fail_with(401)
        self.refused('apply', self.dossier, '--yes')
        self.assertClosed()
        self.assertEqual(self.runs(), [('apply', None, 'failed')])
        self.loket.door('DELETE', '/practice/faults')
        self.assertAgrees(self.loket, self.ready, self.ok('apply', self.dossier, '--yes'))

    def test_one_client_is_no_reason(self):
        """A client that may not be changed is told, and the others go on."""
        self.prepare(employers=6, employees=80)
        self.loket.post('/practice/faults', {'path': 'essaccessstatus', 'method': 'PATCH', 'count': 1, 'kind': 'status', 'status': 403})
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertEqual(len(answer['problems']), 1)
        self.assertGreater(answer['invited'], 0)
        self.assertEqual(self.runs(), [('apply', None, 'done')])
        self.assertAgrees(self.loket, self.ready, self.ok('apply', self.dossier, '--yes'))

    def test_signed_out_under_way(self):
        """Loket takes the token no more, and gives no other: the run ends, closes the dossier, and goes on another day."""
        self.prepare(employers=12, employees=150)
        for before in range(4):
            self.loket.post('/practice/faults', {'path': 'essaccessstatus', 'method': 'PATCH', 'count': 1000, 'kind': 'status', 'status': 401,
                                                 'skip': before})
            self.loket.post('/practice/faults', {'path': '/token', 'method': 'POST', 'count': 1000, 'kind': 'status', 'status': 400, 'skip': 1})
            self.assertEqual(self.refused('apply', self.dossier, '--yes')['code'], 'sign-in')
            self.assertClosed()
            self.loket.door('DELETE', '/practice/faults')
        self.assertAgrees(self.loket, self.ready, self.ok('apply', self.dossier, '--yes'))

    def assertClosed(self):
        """Nothing lies beside the dossier, and nobody is said to be at work in it."""
        self.assertEqual([path.name for path in self.folder.glob(f'{self.dossier.name}-*')], [])
        with sqlite3.connect(f'file:{self.dossier}?mode=ro&immutable=1', uri=True) as base:
            self.assertEqual(base.execute('SELECT count(*) FROM lease').fetchall(), [(0,)])

    def fail_with(self, status):
        self.loket.post('/practice/faults', {'path': 'essaccessstatus', 'method': 'PATCH', 'count': 1000, 'kind': 'status', 'status': status})


if __name__ == '__main__':
    overstap.main()
