# SPDX-License-Identifier: GPL-3.0-or-later
"""How the conversion stands, for who leads it: a row per client with the change in a week, and one page of paper."""
import re
import shutil
import subprocess

import overstap
from overstap import LoketCase

ADDING_UP = ('Over door de overstap', 'Wacht op activatie', 'Op de uitvallijst', 'Onbekend', 'Geen toegang nodig', 'Uit dienst')


class Standing(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=80)
        self.office_of(self.loket)
        self.clients = [row['Werkgevernummer'] for row in overstap.table(self.loket.clients_file)]
        today = self.loket.get('/practice/clock')['now'][:10]
        self.ok('waves', self.dossier, '--set', '1', '--date', today, '--employer', *self.clients[:3])
        self.clear_in_loket(self.loket, self.people_with('ready'), count=3)
        self.applied = self.ok('apply', self.dossier, '--yes')

    def activate(self, days, share):
        self.loket.advance(days)
        self.loket.post('/practice/activate', {'share': share, 'seed': days})
        self.ok('track', self.dossier)

    def exported(self):
        head, *rows = self.export('overview')
        return [dict(zip(head, row)) for row in rows]

    def total(self, rows, column):
        return sum(int(row[column]) for row in rows)

    def over(self):
        """Who is over because of an invitation of ours, as the practice Loket saw it."""
        return len(set(self.loket.people('linked')) & set(self.loket.people('invited')))

    def test_table(self):
        self.activate(1, .4)
        first = self.over()
        self.activate(7, .8)
        rows = self.exported()
        self.assertEqual(len(rows), len(self.clients))
        self.assertEqual(self.total(rows, 'Aangeboden'), self.applied['submitted'])
        self.assertEqual(self.total(rows, 'Over door de overstap'), self.over())
        self.assertEqual(self.total(rows, 'Erbij over in 7 dagen'), self.over() - first)
        self.assertGreater(self.over(), first)
        for row in rows:
            self.assertEqual(sum(int(row[column]) for column in ADDING_UP), int(row['Aangeboden']), row)
            self.assertEqual(row['Ronde'], '1' if row['Werkgevernummer'] in self.clients[:3] else '')
        day = '-'.join(reversed(self.loket.get('/practice/clock')['now'][:10].split('-')))
        self.assertEqual({row['Stand van'] for row in rows if row['Aangeboden'] != '0'}, {day})

    def test_paper(self):
        if shutil.which('pdftotext') is None:
            self.skipTest('no pdftotext')
        self.activate(2, .5)
        path = self.folder / 'stand.PDF'
        self.assertEqual(self.ok('export', self.dossier, 'overview', '-o', path)['rows'],
                         len([row for row in self.exported() if row['Aangeboden'] != '0']))
        text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True).stdout.decode('utf-8')
        self.assertEqual(text.count('\f'), 1, 'one page')
        whole = re.search(r'^ *(?:Together|Samen|Totaal) +(\d+) +(\d+) +(\d+)', text, re.MULTILINE)
        self.assertEqual([int(number) for number in whole.groups()],
                         [len([row for row in self.exported() if row['Aangeboden'] != '0']), self.applied['submitted'], self.over()])
        surnames = {row['Achternaam'] for row in overstap.table(self.loket.employees_file)}
        clients = ' '.join(row['Werkgever'] + ' ' + row['Behandelaar'] for row in overstap.table(self.loket.clients_file))
        told = set(text.split())
        self.assertEqual([name for name in surnames if name in told and name not in clients], [])


if __name__ == '__main__':
    overstap.main()
