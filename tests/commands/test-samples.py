# SPDX-License-Identifier: GPL-3.0-or-later
"""The files in data/samples are those that the practice Loket of `overstap demo` would write."""
import pathlib

import overstap
from overstap import LoketCase

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'samples'

# As in app/commands/demo-office.c.
OFFICE = {'employers': 12, 'employees': 150, 'seed': 42}


class Samples(LoketCase):
    def test_they_are_of_one_office(self):
        loket = self.practice(**OFFICE)
        self.assertEqual(loket.clients_file.read_bytes(), (SAMPLES / 'klanten.csv').read_bytes())
        self.assertEqual(loket.employees_file.read_bytes(), (SAMPLES / 'medewerkers.csv').read_bytes())

    def test_they_come_in_without_a_question(self):
        self.new()
        clients = self.counted(self.ok('import', self.dossier, 'employers', SAMPLES / 'klanten.csv'))
        people = self.counted(self.ok('import', self.dossier, 'employees', SAMPLES / 'medewerkers.csv'))
        self.assertEqual((clients['refused'], people['refused']), ([], []))
        self.assertEqual(self.ok('check', self.dossier)['employees'], OFFICE['employees'])

    def test_the_demo_agrees_with_its_witness(self):
        answer = self.ok('demo')
        self.assertIs(answer['agrees'], True)
        self.assertEqual(answer['witness']['invited'], answer['invited'])
        self.assertEqual(answer['witness']['mails'], answer['invited'])
        self.assertEqual(answer['witness']['blocked'], answer['blocked'])
        self.assertEqual(answer['submitted'], answer['invited'] + answer['fallout'] + answer['unknown'])


if __name__ == '__main__':
    overstap.main()
