# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap fetch`: clients and people out of Loket, as their files would be read in."""
import collections
import sqlite3

import overstap
from overstap import LoketCase, table


class Fetch(LoketCase):
    EMPLOYERS = 4
    EMPLOYEES = 60

    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=self.EMPLOYERS, employees=self.EMPLOYEES)

    def connected(self):
        self.new()
        self.ok('connect', self.dossier, self.loket.url)

    def fetch(self, *options):
        answer = self.counted(self.ok('fetch', self.dossier, *options))
        self.assertEqual(answer['kind'], 'loket')
        return answer

    def fault(self, **fault):
        self.loket.post('/practice/faults', fault)

    def well(self):
        self.loket.door('DELETE', '/practice/faults')

    def clients(self):
        """number → Loket's id"""
        listed = self.loket.listed('/v2/providers/employers/minimized', self.loket.sign_in())
        return {str(client['employerNumber']): client['id'] for client in listed}

    def query(self, sql):
        base = sqlite3.connect(f'file:{self.dossier}?mode=ro', uri=True)
        try:
            return base.execute(sql).fetchall()
        finally:
            base.close()

    def assertUnchangedBy(self, answer):
        self.assertEqual((answer['added'], answer['changed'], answer['missing']), (0, 0, 0), answer)
        self.assertEqual(answer['unchanged'], answer['rows'])
        self.assertEqual((answer['clients']['added'], answer['clients']['changed']), (0, 0), answer)

    def test_into_an_empty_dossier(self):
        self.connected()
        answer = self.fetch()
        files = table(self.loket.employees_file)
        self.assertEqual(answer['rows'], len(files))
        self.assertEqual(answer['added'], len(files))
        self.assertEqual((answer['refused'], answer['unread'], answer['missing']), ([], [], 0))
        self.assertEqual(answer['clients'], {'added': self.EMPLOYERS, 'changed': 0, 'unchanged': 0})

    def test_new_clients_are_not_selected(self):
        self.connected()
        self.fetch()
        counts = self.ok('check', self.dossier)
        self.assertEqual(self.query('SELECT count(*) FROM employer WHERE selected'), [(0,)], counts)

    def test_again_is_all_unchanged(self):
        self.connected()
        self.fetch()
        self.assertUnchangedBy(self.fetch())

    def test_a_day_later_is_all_unchanged(self):
        self.connected()
        self.fetch()
        self.loket.advance(1)
        self.assertUnchangedBy(self.fetch())

    def test_the_outcomes_are_those_of_the_files(self):
        self.connected()
        self.fetch()
        self.ok('select', self.dossier, '--all')
        fetched = self.rows()
        self.dossier = self.folder / 'bestanden.overstap'
        self.office_of(self.loket)
        imported = self.rows()
        self.assertEqual(set(fetched), set(imported))
        for key, row in imported.items():
            self.assertEqual(fetched[key]['disposition'], row['disposition'], (key, fetched[key], row))
            self.assertEqual(fetched[key].get('reason'), row.get('reason'), key)

    def test_over_the_files_little_changes(self):
        """What the files told is what Loket tells: the same people, nobody added and nobody missing."""
        self.office_of(self.loket)
        answer = self.fetch()
        self.assertEqual((answer['added'], answer['missing'], answer['refused']), (0, 0, []), answer)
        changed = {field for (field,) in self.query(
            "SELECT DISTINCT field FROM history JOIN audit ON audit.sequence = history.audit "
            "WHERE audit.detail LIKE '%\"loket\"%' AND employee IS NOT NULL")}
        # An unknown birth date is 1-1-1900 in Loket.
        self.assertLessEqual(changed, {'birth_date', 'work_email', 'email_as_read'}, changed)

    def test_dry_run(self):
        self.connected()
        with self.unchanged():
            answer = self.fetch('--dry-run')
        self.assertTrue(answer['dry_run'])
        self.assertGreater(answer['added'], 0)

    def test_access_is_recorded_from_loket(self):
        self.connected()
        self.fetch()
        found = collections.Counter(source for (source,) in self.query('SELECT source FROM access'))
        self.assertEqual(set(found), {'loket'})
        self.assertEqual(self.query('SELECT count(*) FROM employee WHERE loket_id IS NULL'), [(0,)])
        self.assertEqual(self.query('SELECT count(*) FROM employer WHERE loket_id IS NULL'), [(0,)])

    def test_the_record_and_the_trail(self):
        self.connected()
        self.fetch()
        ((kind, name),) = self.query('SELECT kind, file_name FROM import')
        self.assertEqual(kind, 'loket')
        self.assertIn(str(self.loket.at.port), name)
        text = '\n'.join(';'.join(cells) for cells in self.export('audit'))
        self.assertIn('loket', text)

    def test_some_clients_only(self):
        self.connected()
        chosen = sorted(self.clients())[:2]
        answer = self.fetch('--employer', *chosen)
        self.assertEqual(answer['clients']['added'], 2)
        people = [row for row in table(self.loket.employees_file) if row['Werkgevernummer'] in chosen]
        self.assertEqual(answer['rows'], len(people))
        # The others come in later, and these stay as they are.
        answer = self.fetch()
        self.assertEqual(answer['clients'], {'added': 2, 'changed': 0, 'unchanged': 2})
        self.assertEqual(answer['unchanged'], len(people))

    def test_a_client_that_loket_does_not_show(self):
        self.connected()
        with self.unchanged():
            self.assertEqual(self.refused('fetch', self.dossier, '--employer', '999999')['code'], 'not-in-loket')

    def test_not_connected(self):
        self.new()
        with self.unchanged():
            self.assertEqual(self.refused('fetch', self.dossier)['code'], 'not-connected')

    def test_who_is_gone_is_marked(self):
        self.office_of(self.loket)
        number = sorted(self.clients())[0]
        self.import_employees(overstap.person(number, 88888))
        # A file with one person marks all others of that client; read the whole file again, then Loket decides.
        self.counted(self.ok('import', self.dossier, 'employees', self.loket.employees_file))
        self.assertEqual(self.fetch()['missing'], 1)
        self.assertEqual(self.query("SELECT count(*) FROM employee WHERE number = '88888' AND missing_since IS NOT NULL"), [(1,)])

    def test_a_client_that_may_not_be_read(self):
        """403 for one client: told, left as it was, and nobody of it is missing."""
        self.office_of(self.loket)
        number, uuid = sorted(self.clients().items())[1]
        self.fault(path=uuid, method='GET', count=1000, kind='status', status=403)
        before = self.query(f"SELECT e.* FROM employee e JOIN employer c ON c.id = e.employer WHERE c.number = '{number}' ORDER BY e.id")
        answer = self.fetch()
        self.assertEqual([(row['employer'], row['what']) for row in answer['unread']], [(number, 'people')])
        self.assertEqual(answer['missing'], 0)
        self.assertTrue(any(number in note for note in answer['notes']))
        self.assertEqual(self.query(f"SELECT e.* FROM employee e JOIN employer c ON c.id = e.employer WHERE c.number = '{number}' ORDER BY e.id"),
                         before)
        self.assertEqual(sum(answer['clients'].values()), self.EMPLOYERS - 1)

    def test_products_that_may_not_be_read(self):
        self.connected()
        self.fault(path='/modules', method='GET', count=1000, kind='status', status=403)
        answer = self.fetch()
        self.assertEqual({row['what'] for row in answer['unread']}, {'products'})
        self.assertEqual(self.query('SELECT count(*) FROM employer WHERE product_500 IS NOT NULL OR mijnloket IS NOT NULL'), [(0,)])
        self.assertGreater(answer['added'], 0)

    def test_dropped_half_way_changes_nothing(self):
        self.office_of(self.loket)
        self.fault(path='essaccessstatus', method='GET', skip=2, count=1000, kind='cut-before')
        with self.unchanged():
            self.refused('fetch', self.dossier)
        self.assertEqual(list(self.temporary.iterdir()), [])

    def test_a_hiccup_is_tried_again(self):
        self.connected()
        self.fault(path='employees', method='GET', skip=3, count=2, kind='status', status=503)
        self.fault(path='selfservice', method='GET', count=1, kind='cut-after')
        answer = self.fetch()
        self.assertEqual(answer['rows'], len(table(self.loket.employees_file)))

    def test_an_answer_that_is_no_json(self):
        self.connected()
        self.fault(path='employments', method='GET', count=1000, kind='garbage')
        with self.unchanged():
            self.refused('fetch', self.dossier)

    def test_an_address_mended_here_stays_until_loket_has_it(self):
        self.office_of(self.loket)
        key = sorted(self.people_with('ready'))[0]
        new = 'beter.adres@ziggo.nl'
        self.ok('mend', self.dossier, '--employer', key[0], '--employee', key[1], '--email', new)
        self.fetch()
        self.assertIn('change-in-loket', self.rows()[key]['findings'])
        self.loket.write_addresses({key: new})
        self.fetch()
        self.assertEqual(self.rows()[key]['disposition'], 'ready')

    def test_an_address_mended_in_loket_is_seen_by_the_next_fetch(self):
        self.office_of(self.loket)
        self.fetch()
        key = sorted(self.people_with('ready'))[0]
        new = 'beter.adres@ziggo.nl'
        self.assertEqual(self.ok('mend', self.dossier, '--employer', key[0], '--employee', key[1], '--email', new, '--in-loket')['loket'],
                         'done')
        self.fetch()
        ((read, held),) = self.query(f"SELECT e.email_as_read, e.email FROM employee e JOIN employer c ON c.id = e.employer "
                                     f"WHERE c.number = '{key[0]}' AND e.number = '{key[1]}'")
        self.assertEqual((read, held), (new, new))
        self.assertEqual(self.rows()[key]['disposition'], 'ready')
        self.assertUnchangedBy(self.fetch())

    def test_a_capital_does_not_lose_a_mended_address(self):
        self.connected()
        self.fetch()
        key = sorted((row[0], row[1]) for row in self.query(
            'SELECT c.number, e.number FROM employee e JOIN employer c ON c.id = e.employer WHERE e.email IS NOT NULL'))[0]
        self.loket.write_addresses({key: 'jan@ziggo.nl'})
        self.fetch()
        self.ok('mend', self.dossier, '--employer', key[0], '--employee', key[1], '--email', 'jan.de.wit@ziggo.nl')
        self.loket.write_addresses({key: 'Jan@Ziggo.nl'})
        self.assertUnchangedBy(self.fetch())
        self.assertEqual(self.query("SELECT count(*) FROM employee WHERE email = 'jan.de.wit@ziggo.nl' AND change_in_loket"), [(1,)])

    def test_it_can_be_taken_back(self):
        self.office_of(self.loket)
        key = sorted(self.people_with('ready'))[0]
        self.loket.write_addresses({key: 'ander.adres@ziggo.nl'})
        before = self.query('SELECT id, email, first_name, birth_date, missing_since FROM employee ORDER BY id')
        clients = self.query('SELECT id, name, city, contact_email, product_500, mijnloket, tier FROM employer ORDER BY id')
        self.fetch()
        self.assertEqual(self.query("SELECT count(*) FROM employee WHERE email = 'ander.adres@ziggo.nl'"), [(1,)])
        self.ok('undo', self.dossier)
        self.assertEqual(self.query('SELECT id, email, first_name, birth_date, missing_since FROM employee ORDER BY id'), before)
        self.assertEqual(self.query('SELECT id, name, city, contact_email, product_500, mijnloket, tier FROM employer ORDER BY id'), clients)

    def test_taken_back_from_an_empty_dossier(self):
        self.connected()
        self.fetch()
        self.ok('undo', self.dossier)
        self.assertEqual(self.query('SELECT (SELECT count(*) FROM employee), (SELECT count(*) FROM employer)'), [(0, 0)])
        self.assertEqual(self.fetch()['clients']['added'], self.EMPLOYERS)

    def test_for_people(self):
        self.connected()
        said = self.run_overstap('fetch', self.dossier, as_json=False, dutch=True)
        self.assertEqual(said.status, 0, said.stderr)
        self.assertIn('klanten opgehaald uit Loket', said.stdout)
        self.assertIn('Nieuwe klanten', said.stdout)


class LargeOffice(Fetch):
    """Two thousand people: lists of many pages."""
    EMPLOYERS = 12
    EMPLOYEES = 2000

    for name in dir(Fetch):
        if name.startswith('test_') and name not in ('test_again_is_all_unchanged', 'test_the_outcomes_are_those_of_the_files'):
            locals()[name] = None
    del name


if __name__ == '__main__':
    overstap.main()
