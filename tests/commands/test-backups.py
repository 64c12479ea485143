# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap backups`: copies of the dossier, and the drill of putting one back, also when the dossier is damaged, gone or the program is killed."""
import contextlib
import os
import shutil
import sqlite3
import stat
import subprocess
import unittest

import overstap
from overstap import LoketCase


class BackupCase(LoketCase):
    def make(self):
        return self.ok('backups', self.dossier, '--make')['made']

    def restore(self, name):
        return self.ok('backups', self.dossier, '--restore', name, '--yes')

    def whole_content(self):
        with contextlib.closing(sqlite3.connect(f'file:{self.dossier}?mode=ro', uri=True)) as base:
            tables = [row[0] for row in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            return {table: sorted(base.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr) for table in tables if table not in ('audit', 'audit_text', 'lease')}

    def assertSound(self):
        self.assertTrue(self.ok('verify', self.dossier)['intact'])
        self.assertEqual(list(self.folder.glob('*.restoring*')), [])


class Drill(BackupCase):
    def test_drill(self):
        """The conversion makes one by itself; put back, everything is as it was then, and Loket tells what came of it."""
        loket = self.practice(employers=3, employees=30, seed=4)
        self.office_of(loket)
        self.clear_in_loket(loket, self.people_with('ready'))
        self.ok('apply', self.dossier, '--yes')
        tracked = self.ok('track', self.dossier)
        self.assertGreater(tracked['invited'], 0)
        backup = next(row for row in self.ok('backups', self.dossier)['backups'] if row['reason'] == 'apply')
        entries = self.ok('verify', self.dossier)['entries']
        answer = self.restore(backup['name'])
        self.assertEqual(answer['restored'], backup['name'])
        self.assertSound()
        self.assertIn('restore', {cell for row in self.export('audit') for cell in row})
        self.assertLess(self.ok('verify', self.dossier)['entries'], entries)
        self.assertEqual(self.ok('track', self.dossier)['stranded'], tracked['stranded'])
        # Nobody is invited again, for Loket says that they are.
        self.ok('apply', self.dossier, '--yes')
        invited = [key for key, event in loket.events() if event == 'invited']
        self.assertEqual(len(invited), len(set(invited)))
        # And there is a way back.
        self.restore(answer['kept'])
        self.assertSound()
        self.assertEqual(self.ok('verify', self.dossier)['entries'], entries + 1)
        self.assertEqual(self.ok('track', self.dossier)['invited'], tracked['invited'])


class Backups(BackupCase):
    def setUp(self):
        super().setUp()
        self.office([overstap.employer(1), overstap.employer(2)], [overstap.person(1 + n % 2, n) for n in range(1, 200)])

    def test_list(self):
        self.assertEqual(self.ok('backups', self.dossier)['backups'], [])
        made = [self.make(), self.make()]
        listed = self.ok('backups', self.dossier)['backups']
        self.assertEqual([row['name'] for row in listed], made[::-1])
        self.assertEqual({row['reason'] for row in listed}, {'hand'})
        for row in listed:
            path = self.folder / row['name']
            self.assertEqual((path.stat().st_size, stat.S_IMODE(path.stat().st_mode)), (row['bytes'], 0o600))
        self.wrong_use('backups', self.dossier, '--make', '--restore', made[0])
        self.wrong_use('backups', self.dossier, '--restore', made[0])
        self.assertEqual(self.refused('backups', self.dossier, '--restore', 'other', '--yes')['code'], 'not-in-dossier')

    def test_only_the_last_few_are_kept(self):
        made = self.make()
        for _ in range(7):
            self.restore(made)
        reasons = [row['reason'] for row in self.ok('backups', self.dossier)['backups']]
        self.assertEqual((reasons.count('restore'), reasons.count('hand')), (5, 1))

    def damage(self, how):
        with open(self.dossier, 'r+b') as file:
            how(file)

    def test_damaged_or_gone(self):
        made = self.make()
        content = self.whole_content()

        def header(file):
            file.write(b'\0' * 200)

        def middle(file):
            file.seek(8192)
            file.write(os.urandom(8192 * 6))

        for how in (header, middle, lambda file: file.truncate(0), lambda file: file.truncate(30000)):
            self.damage(how)
            broken = self.dossier.read_bytes()
            answer = self.restore(made)
            self.assertIn('.damaged-', answer['kept'])
            self.assertEqual((self.folder / answer['kept']).read_bytes(), broken)
            self.assertEqual(self.whole_content(), content)
            self.assertSound()
        self.dossier.unlink()
        self.assertIsNone(self.restore(made)['kept'])
        self.assertEqual(self.whole_content(), content)

    def test_refused(self):
        """What is damaged, of another dossier or tampered with is not put back; nor beneath who works in it."""
        made = self.make()
        self.ok('select', self.dossier, '--none')
        before = self.whole_content()
        other = self.folder / 'other.overstap'
        self.ok('new', other, '--firm', 'Another')
        bad = {'20200101-000001': lambda path: path.write_bytes(b'nothing'), '20200101-000002': lambda path: shutil.copy(other, path)}
        for moment, write in bad.items():
            name = f'{self.dossier.name}.hand-{moment}'
            write(self.folder / name)
            self.refused('backups', self.dossier, '--restore', name, '--yes')
        tampered = f'{self.dossier.name}.hand-20200101-000003'
        shutil.copy(self.folder / made, self.folder / tampered)
        with contextlib.closing(sqlite3.connect(self.folder / tampered)) as base, base:
            base.execute("UPDATE audit SET actor = 'x' WHERE sequence = 2")
        self.refused('backups', self.dossier, '--restore', tampered, '--yes')
        with contextlib.closing(sqlite3.connect(self.dossier)) as base, base:
            base.execute('INSERT OR REPLACE INTO lease (id, host, process, started, name, since, heartbeat) '
                         "VALUES (1, ?, ?, 0, 'Somebody', '2099-01-01T00:00:00Z', '2099-01-01T00:00:00Z')", ('elsewhere', 1))
        self.assertEqual(self.refused('backups', self.dossier, '--restore', made, '--yes')['code'], 'dossier-in-use')
        with contextlib.closing(sqlite3.connect(self.dossier)) as base, base:
            base.execute('DELETE FROM lease')
        self.assertEqual(self.whole_content(), before)
        self.restore(made)
        self.ok('purge', self.dossier, '--yes')
        shutil.copy(other, self.folder / made)
        self.assertIn('removed', self.refused('backups', self.dossier, '--restore', made, '--yes')['message'])

    @unittest.skipUnless(os.environ.get('OVERSTAP_CRASH_POINTS') == '1', 'a build without crash points')
    def test_killed(self):
        made = self.make()
        old = self.whole_content()
        self.ok('select', self.dossier, '--none')
        new = self.whole_content()
        for point, expected in (('restore-ready', new), ('restore-moved', old)):
            with self.subTest(point=point):
                env = dict(self.environment(), OVERSTAP_CRASH=point)
                done = subprocess.run([overstap.PROGRAM, 'backups', self.dossier, '--restore', made, '--yes'], env=env, capture_output=True, timeout=60)
                self.assertLess(done.returncode, 0, done.stderr)
                self.assertTrue(self.ok('verify', self.dossier)['intact'])
                self.assertEqual(self.whole_content(), expected)
        # What was left on the bench goes with the rest.
        self.assertNotEqual(list(self.folder.glob('*.restoring*')), [])
        self.ok('purge', self.dossier, '--yes')
        self.assertEqual([path.name for path in self.folder.glob(f'{self.dossier.name}*')], [self.dossier.name])


if __name__ == '__main__':
    overstap.main()
