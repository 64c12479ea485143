# SPDX-License-Identifier: GPL-3.0-or-later
"""What every command has in common: exit statuses, one JSON object, two languages, no display."""
import os
import stat

import overstap
from overstap import OfficeCase, employer, person


class New(OfficeCase):
    def test_new(self):
        answer = self.ok('new', self.dossier)
        self.assertEqual(os.path.realpath(answer['dossier']), os.path.realpath(self.dossier))
        self.assertTrue(self.dossier.is_file())

    def test_only_the_owner_reads_it(self):
        self.new()
        self.import_employers(employer('1001'))
        for path in self.folder.glob(f'{self.dossier.name}*'):
            with self.subTest(path=path.name):
                self.assertEqual(stat.S_IMODE(path.stat().st_mode) & 0o077, 0)

    def test_with_a_firm(self):
        self.new('--firm', 'Kantoor Voorbeeld', '--firm-domain', 'kantoor.example')

    def test_empty_dossier_can_be_judged(self):
        self.new()
        answer = self.check()
        self.assertEqual((answer['employees'], answer['rows']), (0, []))

    def test_relative_path_with_spaces_and_accents(self):
        self.ok('new', 'Café de Eén.overstap')
        self.assertTrue((self.folder / 'Café de Eén.overstap').is_file())

    def test_never_over_a_file(self):
        self.new()
        self.import_employers(employer('1001'))
        with self.unchanged():
            self.refused('new', self.dossier)
        other = self.write('belangrijk.overstap', 'geen dossier')
        self.refused('new', other)
        self.assertEqual(other.read_bytes(), b'geen dossier')


class Statuses(OfficeCase):
    def test_wrong_use(self):
        for args in (('dance',), ('new',), ('check',), ('import', 'x.overstap'), ('import', 'x.overstap', 'animals', 'x.csv'),
                     ('new', 'x.overstap', '--no-such-option'), ('new', 'x.overstap', 'y.overstap'), ('accept', 'x.overstap'),
                     ('export', 'x.overstap', 'animals', '-o', 'x.csv'), ('export', 'x.overstap', 'fallout'),
                     ('exclude', 'x.overstap', '--reason', 'x'), ('mend', 'x.overstap', '--email', 'a@b.nl'),
                     ('inform', 'x.overstap'), ('connect', 'x.overstap'), ('reinvite', 'x.overstap'),
                     ('apply', 'x.overstap'), ('apply', 'x.overstap', '--yes', '--dry-run')):
            with self.subTest(args=args):
                self.wrong_use(*args)
        self.assertEqual([path.name for path in self.folder.glob('x*')], [])

    def test_help(self):
        for args in (('--help',), ('import', '--help')):
            with self.subTest(args=args):
                result = self.run_overstap(*args, as_json=False)
                self.assertEqual(result.status, 0)
                self.assertIn('overstap', result.stdout)

    def test_without_json_a_failure_says_nothing_on_standard_output(self):
        result = self.run_overstap('check', 'nowhere.overstap', as_json=False)
        self.assertEqual((result.status, result.stdout), (1, ''))
        self.assertSentence(result.stderr)

    def test_success_says_nothing_on_standard_error(self):
        result = self.run_overstap('new', self.dossier)
        self.assertEqual((result.status, result.stderr), (0, ''))


class Languages(OfficeCase):
    def test_a_failure_in_both(self):
        english = self.refused('check', 'nowhere.overstap')
        dutch = self.refused('check', 'nowhere.overstap', dutch=True)
        self.assertEqual(english['code'], dutch['code'])
        self.assertNotEqual(english['message'], dutch['message'])
        self.assertIn('nowhere.overstap', dutch['message'])

    def test_keys_and_codes_are_one(self):
        self.office([employer('1001')], [person('1001', 1, birth=''), person('1001', 2, email='')])
        english = self.check()
        dutch = self.ok('check', self.dossier, '--date', overstap.DAY, '--list', dutch=True)
        self.assertEqual(english, dutch)

    def test_help_in_dutch(self):
        english = self.run_overstap('--help', as_json=False).stdout
        dutch = self.run_overstap('--help', as_json=False, dutch=True).stdout
        self.assertNotEqual(english, dutch)

    def test_files_stay_dutch(self):
        self.office([employer('1001')], [person('1001', 1, email='')])
        english = self.export('corrections')
        self.ok('export', self.dossier, 'corrections', '-o', self.path('nl.csv'), dutch=True)
        self.assertEqual((self.path('nl.csv')).read_bytes(), (self.path('corrections.csv')).read_bytes())
        self.assertIn('1001', str(english))


if __name__ == '__main__':
    overstap.main()
