# SPDX-License-Identifier: GPL-3.0-or-later
"""One line for each sentence of the two help-desk articles about the conversion, and a practice Loket in which it happens.

S1 is "Het collectief migreren van Werknemerloket naar MijnLoket", S2 "Groep klanten overzetten naar MijnLoket"; the number is the line there.
The sentences are told in our own words. What S2 says of the toolkit (2, 9, 13 and 14) is about the letters of the program, not about Loket.
"""
import json
import pathlib
import re
import shutil
import tempfile
import time

import overstap
from pages import Visitor

PASSWORD = 'drie groene fietsen'
LINES = {}


def line(mark, sentence):
    """A test that shows that this sentence of the articles happens."""
    def mark_it(test):
        LINES[mark] = sentence
        test.__doc__ = f'{mark}: {sentence}'
        return test
    return mark_it


class Office:
    """A practice Loket with an office whose people can be had one by one, so that no line uses those of another."""

    def __init__(self, case, **options):
        self.case = case
        self.loket = overstap.Practice(case, employers=4, employees=120, seed=3, **options).__enter__()
        self.head = self.loket.sign_in()
        self.employers = self.loket.listed('/v2/providers/employers/minimized', self.head)
        self.given = set()

    def under(self, employer, rest):
        return f'/v2/providers/employers/{employer["id"]}/employees{rest}'

    def migration(self, employer):
        return {row['employee']['id']: row for row in self.loket.listed(self.under(employer, '/selfservice/migration'), self.head)}

    def status(self, person, portal='essaccessstatus'):
        rows = self.loket.listed(self.under(person['employer'], f'/{portal}'), self.head)
        return next(row['status'] for row in rows if (row.get('employeeId') or row['employee']['id']) == person['id'])

    def people(self, count=1, employer=None, email=True):
        """People whom the migration list has, with an address of their own and a birth date."""
        found = []
        for one in [employer] if employer is not None else self.employers:
            records = {row['id']: row for row in self.loket.listed(self.under(one, ''), self.head)}
            for key in self.migration(one):
                birth = records[key]['personalDetails'].get('dateOfBirth')
                if len(found) == count or key in self.given or not birth:
                    continue
                self.given.add(key)
                number = str(records[key]['employeeNumber'])
                found.append({'id': key, 'number': number, 'key': (str(one['employerNumber']), number), 'employer': one, 'born': birth,
                              'email': f'persoon{one["employerNumber"]}.{number}@gmail.com' if email else None})
        self.case.assertEqual(len(found), count, 'too few people in the office')
        self.loket.write_addresses({person['key']: person['email'] for person in found})
        return found

    def act(self, people, action, portal='essaccessstatus'):
        """Asks Loket for an action of one employer's people. Returns: the result of each by id."""
        body = [{'employeeId': person['id'], 'action': action} for person in people]
        status, data = self.loket.request('PATCH', self.under(people[0]['employer'], f'/{portal}'), body, self.head)
        self.case.assertLess(status, 300, data)
        content = json.loads(data)['content']
        for _ in range(400):
            action_id = content['collectiveActionId']
            rows = [row for row in self.loket.listed('/v2/users/collectiveactions', self.head) if row['collectiveActionId'] == action_id]
            if rows and rows[0]['status'] == 'Completed':
                items = self.loket.listed(f'/v2/users/collectiveactions/{action_id}', self.head)
                return {item['entityId']: item for item in items}
            time.sleep(0.02)
        self.case.fail('the collective action does not end')

    def move(self, people):
        """Invites, and blocks Werknemerloket, as the program does what the office's page does at once."""
        self.act(people, 'SendInvite')
        self.act(people, 'RevokeAccess', 'selfservice')

    def mails(self, person, kind=None):
        return [mail for mail in self.loket.mails(kind) if mail['to'] == person['email']]

    def events(self, person):
        return [event for key, event in self.loket.events() if key == person['key']]

    def begin(self, person):
        """Account aanmaken and the first name. Returns: the visitor."""
        visitor = Visitor(self.loket)
        visitor.open(self.mails(person, 'invitation')[-1]['link'])
        visitor.send(voornaam='Sanne')
        return visitor

    def choose_password(self, person, visitor):
        visitor.open(self.mails(person, 'activation')[-1]['link'])
        visitor.send(wachtwoord=PASSWORD, nogmaals=PASSWORD)

    def log_in(self, person, visitor):
        visitor.open('/mijnloket/inloggen')
        return visitor.send(email=person['email'], wachtwoord=PASSWORD)

    def give_birth_date(self, person, visitor):
        year, month, day = person['born'].split('-')
        return visitor.send(dag=int(day), maand=int(month), jaar=int(year))

    def walk(self, person):
        """The whole way of an employee."""
        visitor = self.begin(person)
        self.choose_password(person, visitor)
        self.log_in(person, visitor)
        self.give_birth_date(person, visitor)
        return visitor

    def at_loket(self):
        """Somebody of the office in Loket. Returns: the visitor."""
        visitor = Visitor(self.loket)
        visitor.open('/loket/inloggen')
        visitor.send()
        return visitor

    def list_of(self, employer):
        return f'/loket/werkgever/{employer["employerNumber"]}/overstappen'

    def apply(self, people):
        """Ticks these in Loket's list, applies, and waits. Returns: the visitor, at the message of what came of it."""
        visitor = self.at_loket()
        path = self.list_of(people[0]['employer'])
        page = visitor.open(path)
        boxes = {number: row for row, number in self.rows_of(page)}
        ticked = [boxes[person['number']] for person in people]
        visitor.send(getoond=list(boxes.values()), vink=ticked, doe='toepassen', pagina=1)
        visitor.send(path + '/toepassen', aantal=len(ticked))
        link = re.search(r'href="(/loket/berichten/[0-9]+)"', visitor.open('/loket/berichten').markup)[1]
        for _ in range(400):
            if 'Bezig:' not in visitor.open(link).text:
                return visitor
            time.sleep(0.02)
        self.case.fail('what was applied does not end')

    @staticmethod
    def rows_of(page):
        """(row, employee number) of each who can be ticked."""
        return re.findall(r'name="vink" value="([0-9]+)".*?aria-label="Medewerker ([0-9]+)"', page.markup)

    def hand_in(self, employers, day):
        """Hands in a client list for a day (dd-mm-jjjj). Returns: the visitor, and the path of the ticket."""
        visitor = self.at_loket()
        visitor.open('/loket/tickets/nieuw')
        numbers = ''.join(f'{employer["employerNumber"]}\r\n' for employer in employers)
        page = visitor.send_file('/loket/tickets/klantlijst', 'bestand', 'klantlijst.csv', f'Werkgevernummer\r\n{numbers}'.encode(), datum=day)
        return visitor, page.path

    def old_portal(self, person):
        """What Werknemerloket shows to whoever logs in there."""
        visitor = Visitor(self.loket)
        visitor.open('/werknemerloket')
        return visitor.send(gebruiker='-'.join(person['key']), wachtwoord='oefenloket')


class Articles(overstap.LoketCase):
    """Lines that need no clock of their own share an office."""

    @classmethod
    def setUpClass(cls):
        cls.shared = Shared()
        cls.office = Office(cls.shared)

    @classmethod
    def tearDownClass(cls):
        cls.office.loket.__exit__(None, None, None)
        cls.shared.close()

    def own_office(self, **options):
        office = Office(self, **options)
        self.addCleanup(office.loket.__exit__, None, None, None)
        return office

    # --- S1 ---

    @line('S1:5', 'Employees with access to Werknemerloket can be brought over together.')
    def test_s1_05(self):
        rows = self.office.migration(self.office.employers[0])
        portal = self.office.loket.listed(self.office.under(self.office.employers[0], '/selfservice'), self.office.head)
        access = {row['employee']['id'] for row in portal if row['status'] == 'HasAccessToClient'}
        self.assertTrue(rows)
        self.assertLessEqual(set(rows), access)
        page = self.office.at_loket().open(self.office.list_of(self.office.employers[0]))
        self.assertIn(f'Medewerkers: {len(rows)}.', page.text)

    @line('S1:11', 'It is done at one employer.')
    def test_s1_11(self):
        lists = [set(self.office.migration(employer)) for employer in self.office.employers]
        for i, one in enumerate(lists):
            for other in lists[i + 1:]:
                self.assertEqual(one & other, set())
        visitor = self.office.at_loket()
        for employer, rows in zip(self.office.employers, lists):
            page = visitor.open(self.office.list_of(employer))
            self.assertIn(f'› {employer["companyName"]} ›', page.text)
            self.assertEqual(len(re.findall('type="checkbox"', page.markup)), len(rows))

    @line('S1:14', 'It stands in Loket under Werkgever, Collectief, MijnLoket.')
    @line('S1:15', 'There it is called Overstappen van Werknemerloket naar MijnLoket.')
    def test_s1_14_15(self):
        visitor = self.office.at_loket()
        page = visitor.open(f'/loket/werkgever/{self.office.employers[0]["employerNumber"]}')
        self.assertRegex(page.text, 'Werkgever .*Collectief .*MijnLoket .*Overstappen van Werknemerloket naar MijnLoket')
        self.assertEqual(visitor.open(self.office.list_of(self.office.employers[0])).heading, 'Overstappen van Werknemerloket naar MijnLoket')

    @line('S1:16', 'Employees are ticked one by one.')
    @line('S1:17', 'The list has those who were not invited yet.')
    def test_s1_16_17(self):
        person, = self.office.people()
        visitor = self.office.at_loket()
        path = self.office.list_of(person['employer'])
        self.assertIn(person['number'], [number for _, number in self.office.rows_of(visitor.open(path))])
        self.office.act([person], 'SendInvite')
        self.assertNotIn(person['number'], [number for _, number in self.office.rows_of(visitor.open(path))])
        self.assertNotIn(person['id'], self.office.migration(person['employer']))

    @line('S1:18', 'Who has an account at this employer is not shown.')
    def test_s1_18(self):
        person, = self.office.people()
        self.office.move([person])
        self.office.walk(person)
        self.assertEqual(self.office.status(person), 'HasAccessToClient')
        self.assertNotIn(person['id'], self.office.migration(person['employer']))
        page = self.office.at_loket().open(self.office.list_of(person['employer']))
        self.assertNotIn(f'aria-label="Medewerker {person["number"]}"', page.markup)

    @line('S1:19', 'Exceptions stand in the list.')
    @line('S1:20', 'An address that is not unique is a warning; it does not stop.')
    def test_s1_20(self):
        one, other = self.office.people(2, self.office.employers[0])
        self.office.loket.write_addresses({other['key']: one['email']})
        page = self.office.at_loket().open(self.office.list_of(one['employer']))
        self.assertIn('Waarschuwing: dit adres is niet uniek', page.text)
        self.office.apply([one, other])
        self.assertEqual([self.office.status(person) for person in (one, other)], ['InvitePending'] * 2)
        self.assertEqual(len(self.office.mails(one, 'invitation')), 2)

    @line('S1:21', 'Without a private address nobody can be migrated.')
    def test_s1_21(self):
        person, = self.office.people(email=False)
        page = self.office.at_loket().open(self.office.list_of(person['employer']))
        self.assertIn('Stopper: geen privé e-mailadres', page.text)
        self.assertNotIn(person['number'], [number for _, number in self.office.rows_of(page)])
        self.assertFalse(self.office.act([person], 'SendInvite')[person['id']]['succes'])
        self.assertEqual((self.office.status(person), self.office.events(person)), ('InviteFailed', ['invite-failed']))

    @line('S1:23', 'Toepassen starts it for all who are ticked.')
    @line('S1:24', "At the same time their access to Werknemerloket is blocked, and nobody else's.")
    def test_s1_23_24(self):
        *people, other = self.office.people(3, self.office.employers[1])
        self.assertNotEqual(self.office.old_portal(people[0]).heading, 'Je toegang is geblokkeerd')
        self.office.apply(people)
        for person in people:
            self.assertEqual(self.office.status(person), 'InvitePending')
            self.assertEqual(self.office.old_portal(person).heading, 'Je toegang is geblokkeerd')
        self.assertEqual((self.office.status(other), self.office.status(other, 'selfservice')), ('NoAccessToClient', 'HasAccessToClient'))

    @line('S1:25', 'The message centre tells what came of it for each person.')
    @line('S1:26', 'Who could not be migrated stands there with the reason.')
    def test_s1_25_26(self):
        good, bad = self.office.people(2, self.office.employers[2])
        self.office.loket.write_addresses({bad['key']: 'geen adres'})
        page = self.office.apply([good, bad]).page
        self.assertRegex(page.text, r'Gelukt 1 Niet gelukt 1')
        self.assertRegex(page.text, r'Niet gelukt: \S+')
        self.assertIn('Uitnodiging voor MijnLoket verstuurd.', page.text)

    @line('S1:28', 'The employee gets an invitation by mail with a secure link.')
    def test_s1_28(self):
        person, other = self.office.people(2, self.office.employers[1])
        self.office.act([person, other], 'SendInvite')
        mail, = self.office.mails(person, 'invitation')
        secret = re.fullmatch(re.escape(self.office.loket.url) + r'/mijnloket/uitnodiging/([0-9A-Za-z_-]{43,})', mail['link'])
        self.assertIsNotNone(secret, mail['link'])
        self.assertNotEqual(mail['link'], self.office.mails(other, 'invitation')[0]['link'])
        self.assertEqual(Visitor(self.office.loket).open(mail['link']).heading, 'Account aanmaken')

    @line('S1:30', 'Who has an account at another employer adds this one to it.')
    def test_s1_30(self):
        one, = self.office.people(employer=self.office.employers[0])
        visitor = self.walk_after_invitation(one)
        two, = self.office.people(employer=self.office.employers[1])
        self.office.loket.write_addresses({two['key']: one['email']})
        self.office.act([two], 'SendInvite')
        visitor = Visitor(self.office.loket)
        mail = [mail for mail in self.office.mails(one, 'invitation') if str(mail['employeeNumber']) == two['number']][-1]
        self.assertEqual(visitor.open(mail['link']).heading, 'Je hebt al een account')
        visitor.send(visitor.page.path + '/inloggen')
        self.office.log_in(one, visitor)
        home = self.office.give_birth_date(two, visitor)
        for person in (one, two):
            self.assertIn(person['employer']['companyName'], home.text)
            self.assertEqual(self.office.status(person), 'HasAccessToClient')

    def walk_after_invitation(self, person):
        self.office.act([person], 'SendInvite')
        return self.office.walk(person)

    @line('S1:33', 'A reminder goes by itself to whoever does not react.')
    def test_s1_33(self):
        office = self.own_office()
        person, = office.people()
        office.act([person], 'SendInvite')
        self.assertEqual(office.mails(person, 'reminder'), [])
        office.loket.advance(30)
        reminders = office.mails(person, 'reminder')
        self.assertTrue(reminders)
        self.assertIn('reminded', office.events(person))

    @line('S1:34', 'After linking the employee gets a confirmation: the account is ready.')
    def test_s1_34(self):
        person, = self.office.people()
        visitor = self.walk_after_invitation(person)
        self.assertIn('Je account is gereed', visitor.page.text)
        self.assertEqual(len(self.office.mails(person, 'confirmation')), 1)

    @line('S1:40', 'The address is filled in from the private address.')
    def test_s1_40(self):
        person, = self.office.people()
        self.office.act([person], 'SendInvite')
        page = Visitor(self.office.loket).open(self.office.mails(person, 'invitation')[0]['link'])
        self.assertEqual(page.field('email'), person['email'])

    @line('S1:41', 'Who stops halfway can go on at any time.')
    def test_s1_41(self):
        person, = self.office.people()
        self.office.act([person], 'SendInvite')
        self.office.begin(person)
        again = Visitor(self.office.loket)
        self.assertEqual(again.open(self.office.mails(person, 'invitation')[0]['link']).heading, 'Kijk nu in je mail')
        self.office.choose_password(person, again)
        self.office.log_in(person, again)
        last = Visitor(self.office.loket)
        self.assertEqual(self.office.log_in(person, last).heading, 'Je geboortedatum')
        self.office.give_birth_date(person, last)
        self.assertEqual(self.office.status(person), 'HasAccessToClient')

    # --- S2 ---

    def dossier_of(self, office):
        self.office_of(office.loket)

    @line('S2:1', 'A group of clients is brought over together.')
    def test_s2_01(self):
        office = self.own_office()
        self.dossier_of(office)
        self.assertAddsUp(self.ok('apply', self.dossier, '--yes'))
        self.assertGreater(len({employer for (employer, _) in office.loket.people('invited')}), 1)

    @line('S2:5', 'The office says which clients take part; the others are left as they are.')
    def test_s2_05(self):
        office = self.own_office()
        self.new()
        self.ok('import', self.dossier, 'employers', office.loket.clients_file)
        self.ok('import', self.dossier, 'employees', office.loket.employees_file)
        chosen = max(office.employers, key=lambda one: len(office.migration(one)))
        self.ok('select', self.dossier, '--employer', chosen['employerNumber'])
        self.ok('connect', self.dossier, office.loket.url)
        self.ok('apply', self.dossier, '--yes')
        self.assertEqual({employer for (employer, _) in office.loket.people('invited')}, {str(chosen['employerNumber'])})

    @line('S2:3', 'The office chooses from an overview of its clients.')
    @line('S2:4', 'That overview is asked of Loket.')
    @line('S2:6', 'With a ticket, of which the subject is Gebruik producten Loket.nl.')
    def test_s2_03_04_06(self):
        office = self.own_office()
        visitor = office.at_loket()
        self.assertIn('Gebruik producten Loket.nl', visitor.open('/loket/tickets/nieuw').text)
        ticket = visitor.send('/loket/tickets/overzicht').path
        office.loket.advance(2)
        self.assertIn('Overzicht downloaden', visitor.open(ticket).text)
        overview = visitor.open(ticket + '/bestand').markup
        for employer in office.employers:
            self.assertIn(str(employer['employerNumber']), overview)

    @line('S2:8', 'Clients are told two weeks ahead, preferably.')
    @line('S2:12', 'They tell their employees; the office keeps which client was told and when.')
    def test_s2_08(self):
        self.office_of_two()
        self.assertEqual(self.ok('inform', self.dossier, '--employer', '20001', '--date', '2026-01-05')['changed'], 1)
        soon, later = (json.dumps(self.plan(day)['warnings']) for day in ('2026-01-12', '2026-01-19'))
        self.assertIn('too-soon-after-informing', soon)
        self.assertNotIn('too-soon-after-informing', later)

    def office_of_two(self):
        self.office_rows = [overstap.employer(20001), overstap.employer(20002)]
        self.office_people = [overstap.person(20001, number) for number in range(1, 101)]
        self.new()
        self.import_employers(*self.office_rows)
        self.import_employees(*self.office_people)
        self.ok('select', self.dossier, '--all')

    def plan(self, date):
        return self.ok('waves', self.dossier, '--set', '1', '--date', date, '--employer', '20001')['waves'][0]

    @line('S2:16', 'The list of clients is handed in, and Loket converts on the day that was agreed.')
    @line('S2:17', 'The employees of these clients get an invitation.')
    @line('S2:18', 'Their access to Werknemerloket is blocked at the same time, and they are told.')
    def test_s2_16_17_18(self):
        office = self.own_office()
        chosen, other = office.employers[1], office.employers[2]
        office.loket.post('/practice/clock', {'now': '2026-12-01T09:00:00Z'})
        waiting = office.people(1, chosen)
        office.hand_in([chosen], '03-12-2026')
        self.assertEqual(office.loket.people('invited'), {})
        office.loket.post('/practice/clock', {'now': '2026-12-03T20:00:00Z'})
        self.assertEqual({employer for employer, _ in office.loket.people('invited')}, {str(chosen['employerNumber'])})
        person, = waiting
        self.assertIn('Uitnodiging voor MijnLoket verstuurd. Werknemerloket geblokkeerd.', self.told_of(office, person))
        self.assertEqual(set(office.events(person)), {'invited', 'blocked'})
        self.assertEqual({mail['kind'] for mail in office.mails(person)}, {'invitation', 'blocked'})
        self.assertTrue(office.migration(other))

    def told_of(self, office, person):
        """What the newest message of Loket's message centre about this employer says of somebody."""
        visitor = office.at_loket()
        employer = person['employer']['employerNumber']
        link = re.search(r'href="(/loket/berichten/[0-9]+)"', visitor.open(f'/loket/berichten?zoek={employer}').markup)[1]
        rows = []
        while link:
            page = visitor.open(link)
            rows += re.findall(r'data-kop="Nummer">([0-9]+)</td>.*?gebeurd is">(.*?)</td>', page.markup, re.DOTALL)
            following = re.search(r'<a href="([^"]*)" rel="next">', page.markup)
            link = following and following[1]
        return re.sub(r'<[^>]*>', '', dict(rows).get(person['number'], '')).strip()

    @line('S2:20', 'Only who has an active employment is invited.')
    @line('S2:21', 'Who is new in Loket is invited too.')
    def test_s2_20_21(self):
        office = self.own_office()
        office.loket.post('/practice/clock', {'now': '2026-12-01T09:00:00Z'})
        rows = overstap.table(office.loket.employees_file)
        days = {}
        for row in rows:
            key = (row['Werkgevernummer'], row['Personeelsnummer'])
            days.setdefault(key, []).append(tuple('-'.join(reversed(row[name].split('-'))) for name in ('Datum in dienst', 'Datum uit dienst')))
        active = {key for key, spans in days.items() if any(start <= '2026-12-03' and (not end or end >= '2026-12-03') for start, end in spans)}
        office.hand_in(office.employers, '03-12-2026')
        office.loket.post('/practice/clock', {'now': '2026-12-03T20:00:00Z'})
        invited = set(office.loket.people('invited'))
        self.assertTrue(invited)
        self.assertLessEqual(invited, active)
        self.assertTrue(set(days) - active)
        by_number = {str(employer['employerNumber']): employer for employer in office.employers}
        left = [{'employer': by_number[employer], 'number': number} for employer, number in sorted(self.with_access(office) - active)]
        self.assertTrue(left)
        for person in left:
            self.assertIn('Niet omgezet: ', self.told_of(office, person))
        # Nobody has to have been in a list before: whoever Loket has on that day goes along.
        without_portal = {(row['Werkgevernummer'], row['Personeelsnummer']) for row in rows if 'actief' not in row['Werknemerloket']}
        self.assertTrue(invited & without_portal)

    @line('S2:22', 'Who left in 2025 keeps Werknemerloket, until 1 October 2026; then it is over for good.')
    def test_s2_22(self):
        office = self.own_office()
        office.loket.post('/practice/clock', {'now': '2026-09-30T12:00:00Z'})
        people = overstap.table(office.loket.employees_file)
        leavers = {(row['Werkgevernummer'], row['Personeelsnummer']) for row in people if row['Datum uit dienst'].endswith('2025')}
        active = {(row['Werkgevernummer'], row['Personeelsnummer']) for row in people if not row['Datum uit dienst'].endswith('2025')}
        before = self.with_access(office) & leavers - active
        self.assertTrue(before)
        visitor, ticket = office.hand_in(office.employers, '30-09-2026')
        self.assertIn('Wie in 2025 vertrok, houdt Werknemerloket tot 1 oktober 2026.', visitor.open(ticket).text)
        by_number = {str(employer['employerNumber']): employer for employer in office.employers}
        people = [{'employer': by_number[key[0]], 'number': key[1], 'key': key} for key in sorted(before)]
        for person in people:
            self.assertIn('houdt Werknemerloket tot 1 oktober 2026', self.told_of(office, person))
        self.assertEqual(self.with_access(office) & before, before)
        open_page = office.old_portal(people[0]).heading
        office.loket.post('/practice/clock', {'now': '2026-10-01T12:00:00Z'})
        self.assertEqual(self.with_access(office) & before, set())
        self.assertNotEqual(office.old_portal(people[0]).heading, open_page)

    def with_access(self, office):
        return {(str(employer['employerNumber']), str(row['employee']['employeeNumber'])) for employer in office.employers
                for row in office.loket.listed(office.under(employer, '/selfservice'), office.head) if row['status'] == 'HasAccessToClient'}

    @line('S2:23', 'When an employer is fully over, product 500 goes by itself.')
    def test_s2_23(self):
        office = self.own_office()
        self.dossier_of(office)
        self.ok('apply', self.dossier, '--yes')
        self.assertEqual(office.loket.events('product-removed'), [])
        office.loket.activate(share=1, seed=1)
        gone = {key[0] for key, _ in office.loket.events('product-removed')}
        self.assertTrue(gone)
        visitor = office.at_loket()
        for employer in office.employers:
            if str(employer['employerNumber']) in gone:
                self.assertIn('Product 500 uit', visitor.open(f'/loket/werkgever/{employer["employerNumber"]}').text)

    @line('S2:25', 'Afterwards there is a list of those to whom no invitation went.')
    def test_s2_25(self):
        office = self.own_office()
        office.loket.post('/practice/clock', {'now': '2026-12-01T09:00:00Z'})
        person, = office.people(1, office.employers[0], email=False)
        visitor, ticket = office.hand_in([office.employers[0]], '03-12-2026')
        office.loket.post('/practice/clock', {'now': '2026-12-03T20:00:00Z'})
        self.assertIn('Uitvallijst downloaden', visitor.open(ticket).text)
        rows = visitor.open(ticket + '/bestand').markup.splitlines()
        self.assertTrue(any(line.startswith(f'{person["key"][0]};') and f';{person["number"]};' in line for line in rows[1:]), rows)
        self.assertEqual(self.told_of(office, person), 'Niet gelukt: Het privé e-mailadres van de medewerker ontbreekt.')

    @line('S2:26', 'These the office handles by hand.')
    def test_s2_26(self):
        office = self.own_office()
        self.dossier_of(office)
        had = self.clear_in_loket(office.loket, self.people_with('ready'), count=2)
        self.ok('apply', self.dossier, '--yes')
        self.assertLessEqual(set(had), set(self.fallout()))
        office.loket.write_addresses(had)
        (employer, employee), _ = sorted(had.items())[0]
        self.ok('mend', self.dossier, '--employer', employer, '--employee', employee, '--email', had[employer, employee], '--done-in-loket')
        self.assertEqual(self.ok('reinvite', self.dossier, '--employer', employer, '--employee', employee)['invited'], 1)
        self.assertIn((employer, employee), office.loket.people('invited'))
        self.assertNotIn((employer, employee), self.fallout())

    @line('S2:28', 'Of a hundred people 95 to 98 manage by themselves.')
    @line('S2:31', 'Two to five of each hundred have a question.')
    def test_s2_28_31(self):
        self.office_of_two()
        self.assertEqual(self.plan('2026-12-15')['questions'], [2, 5])
        office = self.own_office()
        people = [person for employer in office.employers for person in office.people(5, employer)]
        for employer in office.employers:
            office.act([person for person in people if person['employer'] is employer], 'SendInvite')
        self.assertEqual(office.loket.activate(share=0.95, seed=1)['linked'], 19)

    @line('S2:34', 'Mostly the birth date was not given: the account is there, and is not linked.')
    def test_s2_34(self):
        person, = self.office.people()
        self.office.act([person], 'SendInvite')
        visitor = self.office.begin(person)
        self.office.choose_password(person, visitor)
        self.assertIn('activated', self.office.events(person))
        self.assertEqual(self.office.status(person), 'InvitePending')

    @line('S2:35', 'Then a new invitation is sent, and a new activation mail comes.')
    def test_s2_35(self):
        person, = self.office.people()
        self.office.act([person], 'SendInvite')
        self.office.begin(person)
        self.office.loket.post('/practice/behaviour', {'resendWhilePending': True})
        self.office.act([person], 'SendInvite')
        links = [mail['link'] for mail in self.office.mails(person, 'invitation')]
        self.assertEqual(len(set(links)), 2)
        self.office.walk(person)
        self.assertEqual(len(self.office.mails(person, 'activation')), 2)
        self.assertEqual(self.office.status(person), 'HasAccessToClient')


    # --- the lines themselves ---

    def test_every_line_is_here(self):
        """Every line of the two articles that tells what happens; the others are headings, pictures and links."""
        self.assertEqual(sorted(LINES, key=lambda mark: (mark[:2], int(mark[3:]))),
                         [f'S1:{n}' for n in (5, 11, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 30, 33, 34, 40, 41)]
                         + [f'S2:{n}' for n in (1, 3, 4, 5, 6, 8, 12, 16, 17, 18, 20, 21, 22, 23, 25, 26, 28, 31, 34, 35)])


class Shared(overstap.Case):
    """What the office of the class asks of a test: a folder of its own and assertions."""

    def __init__(self):
        super().__init__('run')
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='overstap-test-'))
        self.temporary = self.folder / 'tmp'
        self.temporary.mkdir()
        (self.folder / 'home').mkdir()

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


if __name__ == '__main__':
    overstap.main()
