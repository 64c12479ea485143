# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap practice`: the practice Loket starts, fills itself, writes an office's files and opens its doors."""
import signal
import urllib.parse

import overstap
from overstap import LoketCase, Practice, table


class Start(LoketCase):
    def test_it_writes_the_files_of_such_an_office(self):
        loket = self.practice(employers=4, employees=50)
        clients, people = table(loket.clients_file), table(loket.employees_file)
        self.assertEqual(len(clients), 4)
        self.assertGreaterEqual(len(people), 50)
        numbers = {row['Werkgevernummer'] for row in clients}
        self.assertEqual(len(numbers), 4)
        self.assertLessEqual({row['Werkgevernummer'] for row in people}, numbers)
        self.assertEqual(len({(row['Werkgevernummer'], row['Personeelsnummer']) for row in people}), 50)

    def test_a_seed_is_an_office(self):
        files = []
        for name, seed in (('een', 7), ('twee', 7), ('drie', 8)):
            with Practice(self, seed=seed, data=self.folder / name) as loket:
                files.append((loket.clients_file.read_bytes(), loket.employees_file.read_bytes()))
        self.assertEqual(files[0], files[1])
        self.assertNotEqual(files[0], files[2])

    def test_the_office_is_believable(self):
        people = table(self.practice(employers=8, employees=400).employees_file)
        mails = [row['Privé e-mail'] for row in people if row['Privé e-mail']]
        self.assertLess(len(mails), len(people))                                            # missing ones
        self.assertLess(len({mail.lower() for mail in mails}), len(mails))                   # shared ones
        self.assertTrue(any(row['Voorvoegsel'] for row in people))
        self.assertTrue(any(row['Datum uit dienst'].endswith('2025') for row in people))    # leavers

    def test_its_files_come_in_without_a_question(self):
        loket = self.practice(employers=5, employees=80)
        answer = self.office_of(loket)
        self.assertEqual(answer['employers'], 5)
        self.assertEqual(self.ok('check', self.dossier)['employees'], 80)

    def test_it_ends_when_asked(self):
        for stop in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(stop=stop), Practice(self, data=self.folder / stop.name) as loket:
                loket.process.send_signal(stop)
                self.assertEqual(loket.process.wait(10), 0)

    def test_it_goes_on_where_it_was(self):
        with Practice(self) as loket:
            self.office_of(loket)
            self.ok('apply', self.dossier, '--yes')
            events = loket.events()
        with Practice(self) as loket:
            self.assertEqual(loket.events(), events)

    def test_a_port_that_is_taken(self):
        loket = self.practice()
        self.refused('practice', '--port', loket.at.port, '--data', self.folder / 'ander')

    def test_loopback_only(self):
        loket = self.practice()
        listening = []
        for name in ('/proc/net/tcp', '/proc/net/tcp6'):
            with open(name, encoding='ascii') as lines:
                for line in list(lines)[1:]:
                    _, local, _, state, *_ = line.split()
                    if state == '0A' and int(local.split(':')[1], 16) == loket.at.port:
                        listening.append(local.split(':')[0])
        self.assertTrue(listening)
        self.assertLessEqual(set(listening), {'0100007F', '00000000000000000000000001000000'})


class Office(LoketCase):
    STYLES = ('utf-8', 'windows-1252', 'komma', 'tab', 'andere-koppen', 'sofinummer', 'laatste-dienstverband')

    def test_every_style_of_files_comes_in_without_a_question(self):
        loket = self.practice(employers=4, employees=120, options=('--files', 'alle'))
        seen = set()
        for style in self.STYLES:
            with self.subTest(style=style):
                self.dossier = self.folder / f'{style}.overstap'
                self.new()
                clients = self.ok('import', self.dossier, 'employers', loket.data / 'bestanden' / f'klanten-{style}.csv')
                people = self.ok('import', self.dossier, 'employees', loket.data / 'bestanden' / f'medewerkers-{style}.csv')
                self.assertEqual((clients['added'], clients['refused'], people['refused']), (4, [], []))
                self.ok('select', self.dossier, '--all')
                answer = self.ok('check', self.dossier, '--date', '2026-12-01')
                self.assertEqual(answer['employees'], 120)
                seen.add((people['encoding'], people['delimiter']))
                if style != 'sofinummer':                                # which does not say what they have in MijnLoket
                    self.alike(answer)
        self.assertEqual(seen, {('utf-8', ';'), ('windows-1252', ';'), ('utf-8', ','), ('utf-16le', '\t')})

    def alike(self, answer):
        judged = (answer['dispositions'], answer['findings'])
        self.first = getattr(self, 'first', judged)
        self.assertEqual(judged, self.first)

    def test_names_that_are_hard_on_programs_come_in(self):
        loket = self.practice(employers=4, employees=600, options=('--odd-names', '--files', 'utf-8'))
        self.new()
        self.ok('import', self.dossier, 'employers', loket.data / 'bestanden' / 'klanten-utf-8.csv')
        answer = self.ok('import', self.dossier, 'employees', loket.data / 'bestanden' / 'medewerkers-utf-8.csv')
        self.assertEqual(answer['refused'], [])
        self.ok('select', self.dossier, '--all')
        self.assertEqual(self.ok('check', self.dossier)['employees'], 600)

    def test_it_begins_on_the_day_that_is_asked_for(self):
        loket = self.practice(options=('--start', '2026-09-01'))
        self.assertEqual(loket.get('/practice/clock')['today'], '2026-09-01')
        self.assertEqual(loket.events('access-ended'), [])
        loket.advance(30)
        self.assertTrue(loket.events('access-ended'))

    def test_what_cannot_be_meant(self):
        for options in (('--start', 'morgen'), ('--start', '2020-01-01'), ('--files', 'utf-8'),
                        ('--data', self.folder / 'x', '--files', 'mooi')):
            with self.subTest(options=options):
                self.wrong_use('practice', *options)


class Doors(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice()

    def test_nothing_happened_yet(self):
        self.assertEqual(self.loket.people('invited'), {})
        self.assertEqual(self.loket.mails('invitation'), [])

    def test_the_clock_moves(self):
        def day():
            return self.loket.get('/practice/clock')['now'][:10]
        self.loket.post('/practice/clock', {'now': '2026-12-01T09:00:00Z'})
        self.assertEqual(day(), '2026-12-01')
        self.loket.advance(30)
        self.assertEqual(day(), '2026-12-31')

    def test_another_host_is_refused(self):
        for path in ('/practice/events', '/v2/providers', '/authorize'):
            with self.subTest(path=path):
                status, _ = self.loket.request('GET', path, headers={'Host': 'loket.example'})
                self.assertIn(status, range(400, 500))

    def test_the_api_asks_for_a_token(self):
        for path in ('/v2/providers', '/v2/providers/employers/minimized', '/v2/user'):
            with self.subTest(path=path):
                status, _ = self.loket.request('GET', path)
                self.assertEqual(status, 401)

    def test_nonsense_is_refused(self):
        for path, body in (('/practice/clock', {'now': 'gisteren'}), ('/practice/activate', {'share': 2}),
                           ('/practice/activate', {'employerNumber': '0', 'employeeNumber': '0'})):
            with self.subTest(path=path):
                status, _ = self.loket.request('POST', path, body)
                self.assertIn(status, range(400, 500))
        self.assertEqual(self.loket.request('GET', '/practice/nergens')[0], 404)


class Mail(LoketCase):
    def test_an_invitation_by_mail(self):
        loket = self.practice()
        self.office_of(loket)
        self.ok('apply', self.dossier, '--yes')
        mails = loket.mails('invitation')
        self.assertTrue(mails)
        for key in ('id', 'to', 'kind', 'at', 'subject', 'link', 'employerNumber', 'employeeNumber'):
            self.assertIn(key, mails[0])
        self.assertEqual(len({mail['link'] for mail in mails}), len(mails))
        status, data = loket.request('GET', f'/practice/mail/{mails[0]["id"]}')
        self.assertEqual(status, 200)
        self.assertIn(b'Subject:', data)
        self.assertIn(mails[0]['to'].encode(), data)
        one = loket.all_of(f'/practice/mail?kind=invitation&to={urllib.parse.quote(mails[0]["to"])}')
        self.assertIn(mails[0]['id'], [mail['id'] for mail in one])
        self.assertEqual({mail['to'] for mail in one}, {mails[0]['to']})


if __name__ == '__main__':
    overstap.main()
