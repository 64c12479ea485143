# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap verify` and `overstap purge`: the trail that proves itself, and personal data that are gone for good."""
import contextlib
import re
import shutil
import sqlite3
import unittest

import overstap
from overstap import LoketCase, table

# Every place at which a purge can be cut off, in its order.
POINTS = 'purge-emptied', 'purge-compacted', 'purge-backups-gone'


class Verify(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=3, employees=40)
        self.office_of(self.loket)

    def test_intact(self):
        answer = self.ok('verify', self.dossier)
        self.assertGreater(answer['entries'], 3)
        self.assertEqual((answer['intact'], answer['broken_at'], answer['file_intact']), (True, None, True))
        again = self.ok('verify', self.dossier)
        self.assertEqual(again, answer)
        self.ok('select', self.dossier, '--none')
        more = self.ok('verify', self.dossier)
        self.assertEqual(more['entries'], answer['entries'] + 1)
        self.assertNotEqual(more['last_hash'], answer['last_hash'])

    def broken(self, *statements):
        with contextlib.closing(sqlite3.connect(self.dossier)) as base, base:
            base.execute('PRAGMA foreign_keys = OFF')
            for statement in statements:
                base.execute(statement)
        result = self.run_overstap('verify', self.dossier)
        self.assertEqual(result.status, 1)
        self.assertSentence(result.stderr)
        self.assertFalse(result.json['intact'])
        return result.json

    def test_every_entry_holds_the_ones_before(self):
        entries = self.ok('verify', self.dossier)['entries']
        whole = self.folder / 'whole'
        shutil.copy(self.dossier, whole)
        for column, value in (('at', "'2020-01-01T00:00:00Z'"), ('operation', "'x'"), ('detail', "'{}'"), ('actor', "'x'"), ('previous', "'x'"),
                              ('hash', "'x'"), ('note', "'x'")):
            with self.subTest(column=column):
                shutil.copy(whole, self.dossier)
                answer = self.broken(f'UPDATE audit SET {column} = {value} WHERE sequence = 2')
                self.assertEqual(answer['broken_at'], 2)
        shutil.copy(whole, self.dossier)
        self.assertEqual(self.broken('DELETE FROM audit WHERE sequence = 2')['broken_at'], 3)
        shutil.copy(whole, self.dossier)
        # An entry taken from the end is missed by what refers to it.
        answer = self.broken(f'DELETE FROM audit WHERE sequence > {entries - 2}')
        self.assertEqual((answer['broken_at'], answer['file_intact']), (None, False))

    def test_the_first_broken_link_is_told(self):
        with contextlib.closing(sqlite3.connect(self.dossier)) as base, base:
            base.execute("UPDATE audit SET detail = '{\"changed\": 1}' WHERE sequence = 2")
        said = self.run_overstap('verify', self.dossier, as_json=False)
        self.assertRegex(said.stdout, r'Entry 2 of the trail \(“\w+”, \d')


class Purge(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=4, employees=80, seed=5)
        self.office_of(self.loket)
        self.cleared = self.clear_in_loket(self.loket, self.people_with('ready'))
        self.ok('apply', self.dossier, '--yes')
        self.loket.activate(share=0.5, seed=2)
        key = sorted(self.cleared)[0]
        self.ok('no-access', self.dossier, '--employer', key[0], '--employee', key[1], '--reason', 'Krijgt papieren loonstroken van Achternaamproef')
        self.numbers = self.figures()

    def figures(self):
        # Today's clock is known once Loket was asked.
        overview = self.export('overview')
        check = self.ok('check', self.dossier)
        fallout = self.ok('fallout', self.dossier)['rows']
        return overview, check['dispositions'], check['findings'], check['left_out'], check['done'], len(fallout), sum(row['resolved'] for row in fallout)

    def secrets(self):
        """What the files of the office tell of its people, in all forms in which it could stand somewhere."""
        found = set()
        for row in table(self.loket.employees_file):
            name = row['Achternaam']
            found |= {row['Privé e-mail'].strip(), row['Zakelijk e-mail'].strip(), f"{name}, {row['Voorletters']}", f"{row['Roepnaam']} {name}"}
            day = row['Geboortedatum'].split('-')
            if len(day) == 3:
                found |= {row['Geboortedatum'], '-'.join(reversed(day))}
        found = {text for text in found if len(text) > 7}
        self.assertGreater(len(found), 100)
        return found | {text.lower() for text in found}

    def everything(self):
        """All bytes of the dossier, of what is beside it, of the home and of the folder for temporary files."""
        files = [path for path in self.folder.rglob('*') if path.is_file() and self.loket.data not in path.parents]
        return b''.join(path.read_bytes() for path in files)

    def assertGone(self):
        data = self.everything()
        left = [text for text in self.secrets() if text.encode() in data]
        self.assertEqual(len(left), 0)
        self.assertNotIn(b'Achternaamproef', data)
        with contextlib.closing(sqlite3.connect(f'file:{self.dossier}?mode=ro', uri=True)) as base:
            self.assertEqual(base.execute("SELECT count(*) FROM employee WHERE number <> '' OR birth_date IS NOT NULL").fetchone(), (0,))

    def test_everybody(self):
        shutil.copy(self.dossier, f'{self.dossier}.apply-20261201-090000')
        people = self.ok('check', self.dossier)['employees']
        entries = self.ok('verify', self.dossier)['entries']
        self.wrong_use('purge', self.dossier)
        answer = self.ok('purge', self.dossier, '--yes')
        self.assertEqual((answer['people'], answer['found']), (people, 0))
        self.assertGreater(answer['bytes'], 0)
        self.assertGreater(answer['sought'], people)
        self.assertEqual(answer['backups'], 2)    # one that was made before the conversion
        self.assertGone()
        self.assertEqual(self.figures(), self.numbers)
        verified = self.ok('verify', self.dossier)
        self.assertEqual((verified['entries'], verified['intact']), (entries + 1, True))
        self.assertEqual(len(self.export('audit')), verified['entries'] + 1)

    def test_nothing_changes_any_more(self):
        self.ok('purge', self.dossier, '--yes')
        for command in (('select', '--none'), ('apply', '--yes'), ('undo',), ('track',), ('purge', '--yes'), ('import', 'employees', self.loket.employees_file)):
            with self.subTest(command=command):
                self.assertIn('removed', self.refused(command[0], self.dossier, *command[1:])['message'])
        self.assertEqual(self.figures(), self.numbers)
        self.assertGone()

    @unittest.skipUnless(overstap.os.environ.get('OVERSTAP_CRASH_POINTS') == '1', 'a build without crash points')
    def test_killed_in_the_middle(self):
        whole = self.folder / 'whole'
        shutil.copy(self.dossier, whole)
        for point in POINTS:
            with self.subTest(point=point):
                for path in self.folder.glob(f'{self.dossier.name}*'):
                    path.unlink()
                shutil.copy(whole, self.dossier)
                shutil.copy(whole, f'{self.dossier}.apply-20261201-090000')
                env = dict(self.environment(), OVERSTAP_CRASH=point)
                done = overstap.subprocess.run([overstap.PROGRAM, 'purge', self.dossier, '--yes'], env=env, capture_output=True, timeout=60)
                self.assertLess(done.returncode, 0, done.stderr)
                # Whoever opens it next to work in it finishes what was begun, and hears why he cannot.
                self.assertIn('removed', self.refused('select', self.dossier, '--none')['message'])
                whole.rename(self.loket.data / 'whole')
                self.assertGone()
                (self.loket.data / 'whole').rename(whole)
                self.assertEqual(self.figures(), self.numbers)
        self.assertTrue(self.ok('verify', self.dossier)['intact'])

    def test_one_person(self):
        """Erased at his request: nothing of him is left, the others stay, and no file brings him back."""
        rows = {(row['Werkgevernummer'], row['Personeelsnummer']): row for row in table(self.loket.employees_file)}
        key = sorted(self.people_with('done'))[0]
        mail = rows[key]['Privé e-mail'].strip()
        self.assertIn(mail.encode(), self.bytes_of_dossier())
        before = self.ok('check', self.dossier)['employees']
        whom = '--employer', key[0], '--employee', key[1]
        self.wrong_use('purge', self.dossier, '--employer', key[0], '--yes')
        answer = self.ok('purge', self.dossier, *whom, '--yes')
        self.assertEqual((answer['people'], answer['found']), (1, 0))
        data = self.bytes_of_dossier()
        for text in (mail, mail.lower(), f"{rows[key]['Roepnaam']} {rows[key]['Achternaam']}"):
            self.assertNotIn(text.encode(), data)
        self.assertEqual(self.ok('check', self.dossier)['employees'], before)
        again = self.ok('import', self.dossier, 'employees', self.loket.employees_file)
        refused = [row['reason'] for row in again['refused'] if 'own request' in row['reason']]
        self.assertEqual(len(refused), len([other for other in rows if other == key]))
        self.assertEqual(again['added'], 0)
        self.assertNotIn(mail.encode(), self.bytes_of_dossier())
        self.refused('purge', self.dossier, *whom, '--yes')
        self.assertTrue(self.ok('verify', self.dossier)['intact'])


if __name__ == '__main__':
    overstap.main()
