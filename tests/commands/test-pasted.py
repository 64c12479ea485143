# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap import … fallout --pasted`: what was copied out of Loket's berichtencentrum."""
import overstap
from overstap import LoketCase, table


class Pasted(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=3, employees=40)
        self.office_of(self.loket)
        self.ok('apply', self.dossier, '--yes')
        self.key = sorted(self.loket.people('invited'))[0]
        self.name = next(row['Werkgever'] for row in table(self.loket.clients_file) if row['Werkgevernummer'] == self.key[0])

    def message(self, *rows, client=None):
        """A message as a browser copies its page: cells with a tab between them."""
        head = ['Berichtencentrum', 'Overstappen naar MijnLoket', 'Werkgever', client or self.name, 'Gestart', '1-12-2026 10:00', 'Door', 'het kantoor',
                'Medewerkers', str(len(rows)), '', 'Per medewerker, met bovenaan wie niet gelukt is', 'Nummer\tNaam\tWat er gebeurd is']
        return self.write('bericht.txt', '\r\n'.join(head + ['\t'.join(row) for row in rows]) + '\r\n')

    def test_who_failed(self):
        path = self.message((self.key[1], 'A. de Vries', 'Niet gelukt: Het e-mailadres is in gebruik bij een ander.'),
                            ('98765', 'Q. Onbekend', 'Niet gelukt: Geen toegang.'), ('77', 'B. Goed', 'Uitnodiging voor MijnLoket verstuurd.'))
        answer = self.counted(self.ok('import', self.dossier, 'fallout', path, '--pasted'))
        self.assertEqual((answer['rows'], answer['added'], answer['refused']), (2, 2, []))
        rows = {(row['employer'], row['employee']): row for row in self.ok('fallout', self.dossier)['rows']}
        self.assertEqual(rows[self.key]['reason'], 'Het e-mailadres is in gebruik bij een ander.')
        self.assertEqual(rows[self.key[0], '98765']['reason'], 'Geen toegang.')
        self.assertNotIn((self.key[0], '77'), rows)
        self.assertEqual(self.ok('import', self.dossier, 'fallout', path, '--pasted')['unchanged'], 2)
        self.assertEqual([file.name for file in self.folder.glob('berichtencentrum*')], [])
        # Reading it in is one step, like any file.
        self.ok('undo', self.dossier)

    def test_by_the_number_of_the_client(self):
        path = self.message((self.key[1], 'A', 'Niet gelukt: X.'), client=self.key[0])
        self.assertEqual(self.ok('import', self.dossier, 'fallout', path, '--pasted')['added'], 1)

    def test_what_is_not_understood(self):
        texts = (('no client', lambda: self.message((self.key[1], 'A', 'Niet gelukt: X.'), client='Iemand anders B.V.')),
                 ('succeeded', lambda: self.message((self.key[1], 'A', 'Uitnodiging voor MijnLoket verstuurd.'))),
                 ('No employees', lambda: self.write('bericht.txt', 'Beste collega,\n\nhet is gelukt.\n')))
        for word, make in texts:
            path = make()
            with self.subTest(word=word), self.unchanged():
                self.assertIn(word, self.refused('import', self.dossier, 'fallout', path, '--pasted')['message'])
        self.wrong_use('import', self.dossier, 'employees', path, '--pasted')


if __name__ == '__main__':
    overstap.main()
