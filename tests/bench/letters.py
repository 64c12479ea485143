# SPDX-License-Identifier: GPL-3.0-or-later
"""How long all pieces of a big round take: 200 clients with 20,000 employees, most of them converted, each piece made for every client as files.

letters.py OVERSTAP BENCH_PRACTICE EMPLOYERS PEOPLE. Exits with 1 when a limit is missed.
"""
import contextlib
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

PIECES = ('client', 'missing-data', 'employee', 'flyer', 'day-of', 'reminder', 'help', 'fallout', 'leavers', 'closing', 'correction', 'withdrawal',
          'ticket', 'phone-script', 'briefing')
MOST_SECONDS = 10


def processor():
    """What the programs that have ended took of the processors, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Bench:
    def __init__(self, overstap, practice, folder):
        self.overstap, self.practice, self.folder = overstap, practice, folder
        self.dossier = os.path.join(folder, 'a.overstap')
        os.environ['HOME'] = folder

    def command(self, *arguments):
        done = subprocess.run([self.overstap, *arguments, '--json'], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f'{arguments[:2]} failed:\n{done.stdout}\n{done.stderr}')
        return json.loads(done.stdout)

    @contextlib.contextmanager
    def loket(self, employers, people):
        folder = os.path.join(self.folder, 'loket')
        os.mkdir(folder)
        process = subprocess.Popen([self.practice, folder, str(employers), str(people)], stdout=subprocess.PIPE)
        try:
            yield folder, process.stdout.readline().decode().strip()
        finally:
            process.terminate()
            process.wait()
            process.stdout.close()

    def change(self, *statements):
        with sqlite3.connect(self.dossier) as dossier:
            for statement in statements:
                dossier.execute(statement)
        dossier.close()

    def make_office(self, employers, people):
        """A round of all its clients, converted. So that every piece has something to tell, each was told another day."""
        self.command('new', self.dossier, '--firm', 'Kantoor De Vries')
        with self.loket(employers, people) as (folder, url):
            self.command('import', self.dossier, 'employers', os.path.join(folder, 'klanten.csv'))
            self.command('import', self.dossier, 'employees', os.path.join(folder, 'medewerkers.csv'))
            self.command('select', self.dossier, '--all')
            self.command('connect', self.dossier, url)
            self.command('apply', self.dossier, '--yes')
        self.change("UPDATE employer SET contact_name = 'Dhr. P. van Dijk', contact_email = 'contact' || id || '@klant.example', uses_leave = 1",
                    "INSERT INTO wave (id, number, date, route) VALUES (1, 1, date('now', '+30 days'), 'api')", 'UPDATE employer SET wave = 1',
                    "INSERT INTO setting (name, value) VALUES ('office-phone', '012-3456789'), ('help-contact', 'Sanne')")
        self.command('check', self.dossier)

    def prepare(self, piece):
        if piece == 'correction':
            self.change("INSERT INTO letter (piece, employer, wave, round_day, way, subject, text, message_id, state, written, audit) "
                        "SELECT 'client', id, 1, '2026-01-05', 'mail', 'x', 'y', 'm' || id, 'sent', '2026-01-01T10:00:00Z', 1 FROM employer")
        elif piece == 'withdrawal':
            self.change("UPDATE employer SET excluded_reason = 'proef'")
            self.command('check', self.dossier)
        elif piece == 'ticket':
            self.change('UPDATE employer SET excluded_reason = NULL', "UPDATE wave SET route = 'loket'")

    def measure(self, piece):
        self.prepare(piece)
        folder = os.path.join(self.folder, piece)
        before, busy = time.monotonic(), processor()
        answer = self.command('letters', self.dossier, piece, '-o', folder)
        seconds, busy = time.monotonic() - before, processor() - busy
        size = sum(entry.stat().st_size for entry in os.scandir(folder)) if os.path.isdir(folder) else 0
        problems = sorted({problem['reason'] for problem in answer.get('problems', [])})
        print(f'{piece:<14} {seconds:6.2f} s, {busy:5.2f} s of the processors  {len(answer["written"]):4} files  {size / 1e6:6.1f} MB  {answer.get("needless", 0)} needless  '
              f'{len(answer.get("problems", []))} problems {problems[:2] if problems else ""}', flush=True)
        return seconds, busy, len(answer['written'])


def main(overstap, practice, employers, people):
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(overstap, practice, folder)
        bench.make_office(int(employers), int(people))
        base = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        made = [bench.measure(piece) for piece in PIECES]
        seconds, busy, files = (sum(column) for column in zip(*made))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f'all pieces for {employers} clients with {people} employees: {seconds:.2f} s (at most {MOST_SECONDS}), {busy:.2f} s of the processors, {files} files, '
          f'{memory:.0f} MB at most (before the letters {base / 1024:.0f} MB)')
    if seconds > MOST_SECONDS:
        sys.exit('Missed: the time')
    if made[0][2] < int(employers):
        sys.exit('Missed: a client mail for each client')


if __name__ == '__main__':
    main(*sys.argv[1:])
