# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap close` and the verantwoording: clients close when everybody has an end state, and it can be shown to others."""
import hashlib

import overstap
from contract import proxy
from overstap import LoketCase, table

ENDS = ('over', 'no-access', 'left', 'not-part', 'not-invited', 'waiting', 'fallout', 'unknown')


class Closing(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=4, employees=40)
        self.office_of(self.loket)
        self.loket.post('/practice/behaviour', {'leaversDelayProduct500': False})
        self.people = self.ok('check', self.dossier)['employees']

    def close(self, *options):
        answer = self.ok('close', self.dossier, *options)
        self.assertEqual(sum(answer['ends'].values()), self.people)
        self.assertEqual(len(answer['open']), answer['clients'] - answer['clients_closed'])
        self.assertEqual(answer['dossier_closed'], not answer['open'])
        return answer

    def settle(self, reason='Krijgt een papieren loonstrook'):
        """Whoever is not over by now needs no access."""
        left = [row for row in self.ok('check', self.dossier, '--list')['rows'] if row['disposition'] in ('ready', 'decide', 'stopper')]
        for row in left:
            self.ok('no-access', self.dossier, '--employer', row['employer'], '--employee', row['employee'], '--reason', reason)

    def test_from_the_first_day_to_the_last(self):
        first = self.close('--all')
        self.assertEqual((first['changed'], first['clients_closed'], first['closed_on']), (0, 0, None))
        self.assertTrue(all('not-invited' in client['obstacles'] or 'product-500' in client['obstacles'] for client in first['open']))

        self.ok('apply', self.dossier, '--yes')
        self.assertGreater(self.close('--list')['ends']['waiting'], 0)
        self.loket.activate(share=1.0, seed=1)
        self.loket.advance(1)
        self.ok('track', self.dossier)
        self.settle()
        self.assertEqual(self.close('--all')['changed'], 0, 'nobody has seen that Product 500 is gone')

        asked = self.close('--all', '--ask')
        self.assertGreater(asked['changed'], 0)
        self.assertEqual({code for client in asked['open'] for code in client['obstacles']} - {'product-500'}, set())
        if asked['open']:
            numbers = [client['employer'] for client in asked['open']]
            self.refused('close', self.dossier, '--employer', *numbers, '--reason', ' ')
            self.assertEqual(self.close('--employer', *numbers, '--reason', 'Loket haalt het product later weg')['changed'], len(numbers))
        self.assertTrue(self.close('--list')['dossier_closed'])
        # Nobody is followed any more: Loket is asked for nobody's access.
        self.loket.advance(2)
        with proxy.Proxy(self.loket.url) as between:
            self.ok('connect', self.dossier, between.url)
            del between.exchanges[:]
            self.ok('track', self.dossier)
            self.assertEqual([exchange.request.path for exchange in between.exchanges if 'employees' in exchange.request.path], [])
        self.ok('connect', self.dossier, self.loket.url)
        self.opens_again(asked)
        self.account()

    def opens_again(self, asked):
        """A newcomer in a file opens his client by himself."""
        closed = self.ok('close', self.dossier, '--list')
        self.assertEqual(closed['open'], [])
        number = sorted(row['Werkgevernummer'] for row in table(self.loket.clients_file))[0]
        self.assertEqual(self.ok('close', self.dossier, '--employer', number, '--open-again')['changed'], 1)
        self.assertEqual([client['employer'] for client in self.ok('close', self.dossier, '--list')['open']], [number])
        self.ok('undo', self.dossier)
        self.assertEqual(self.ok('close', self.dossier, '--list')['open'], [])

    def account(self):
        """Numbers that add up, no names of employees, and remembered by their hash."""
        target = self.path('verantwoording.csv')
        self.ok('export', self.dossier, 'accountability', '-o', target)
        rows = table(target)
        people = {row['Wat']: int(row['Aantal']) for row in rows if row['Onderdeel'] == 'Medewerkers'}
        total = people.pop('Samen: alle medewerkers')
        self.assertEqual((sum(people.values()), total), (self.people, self.people))
        asked = {row['Wat']: int(row['Aantal']) for row in rows if row['Onderdeel'] == 'Uitnodigingen'}
        self.assertEqual(asked['Samen: aangeboden aan Loket'], asked['Uitgenodigd'] + asked['Uitval: zonder uitnodiging gebleven'] + asked['Onbekend'])
        per_client = sum(int(row['Aantal']) for row in rows if row['Onderdeel'] == 'Klant' and row['Aantal'])
        self.assertEqual(per_client, self.people)
        self.assertIn('de keten is heel', [row['Toelichting'] for row in rows if row['Wat'] == 'Nagerekend'])
        with open(target, 'rb') as file:
            content = file.read()
        for person in table(self.loket.employees_file):
            if len(person['Achternaam']) > 5 and person['Achternaam'] not in ''.join(client['Werkgever'] for client in table(self.loket.clients_file)):
                self.assertNotIn(person['Achternaam'].encode(), content)
        self.assertIn(hashlib.sha256(content).hexdigest(), self.trail_details())

        number = sorted(row['Werkgevernummer'] for row in table(self.loket.clients_file))[0]
        paper = self.path('klant.pdf')
        self.assertGreaterEqual(self.ok('export', self.dossier, 'accountability', '--employer', number, '-o', paper)['rows'], 1)
        with open(paper, 'rb') as file:
            self.assertTrue(file.read().startswith(b'%PDF-'))
        self.wrong_use('export', self.dossier, 'accountability', '-o', self.path('verantwoording.txt'))
        self.refused('export', self.dossier, 'accountability', '--employer', '99999', '-o', self.path('niemand.pdf'))

    def trail_details(self):
        target = self.path('logboek.csv')
        self.ok('export', self.dossier, 'audit', '-o', target)
        with open(target, encoding='utf-8-sig') as file:
            return file.read()

    def test_use(self):
        self.wrong_use('close', self.dossier)
        self.wrong_use('close', self.dossier, '--all', '--list')
        self.wrong_use('close', self.dossier, '--all', '--reason', 'zomaar')
        self.refused('close', self.dossier, '--employer', '99999')


if __name__ == '__main__':
    overstap.main()
