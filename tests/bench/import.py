# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes to read many people in and to judge them, each figure beside what SQLite itself takes.

import.py OVERSTAP BARE_LOOP BENCH_EDIT ROWS. Exits with 1 when a limit is missed.
"""
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

FIRST_NAMES = ('Jan Piet Klaas Sanne Fleur Daan Emma Lotte Bram Thijs Noor Saskia Renée Zoë Anouk Mohammed Fatima Yusuf '
               'Agnieszka Björn').split()
SURNAMES = ('Vries Jansen Bakker Visser Smit Meijer Boer Mulder Groot Bos Vos Peters Hendriks Leeuwen Dekker Brouwer Wit '
            'Dijkstra Smits Graaf Kowalczyk Yılmaz Müller Ooijevaar Tuinstra').split()
ENDS = ['', '', 'stra', 'ma', '-van Dijk']
PREFIXES = ['', '', '', 'de', 'van', 'van de', 'van der', 'den']
DOMAINS = 'gmail.com hotmail.com ziggo.nl kpnmail.nl outlook.com live.nl icloud.com'.split()
HEAD = ('Werkgevernummer;Personeelsnummer;Voorletters;Voornaam;Voorvoegsel;Achternaam;Geboortedatum;Privé e-mail;'
        'Datum in dienst;Datum uit dienst')
PLAIN = str.maketrans('éöëıü', 'eoeiu')
COLUMNS = ', '.join(f'c{number} TEXT' for number in range(1, 11))
INDEXES = ('CREATE UNIQUE INDEX t_number ON t (c1, c2); CREATE INDEX t_email ON t (c8); '
           'CREATE INDEX t_person ON t (c6, c7, c3); CREATE INDEX t_order ON t (c1, c6, c3, c4);')
GROUP_BY = 'SELECT count(*) FROM (SELECT lower(trim(c8)), count(*) FROM t GROUP BY lower(trim(c8)));'
MEGABYTE = 1000 * 1000


def write_people(path, rows, clients):
    """Ten quoted columns; 3 % has no address, 10 % an end of employment."""
    chance = random.Random(7)
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write('\ufeff' + HEAD + '\r\n')
        for i in range(rows):
            first, last = chance.choice(FIRST_NAMES), chance.choice(SURNAMES) + chance.choice(ENDS)
            mail = f'{first.lower()}.{last.lower().replace(" ", "")}{i}@{chance.choice(DOMAINS)}'.translate(PLAIN)
            days = [f'{chance.randint(1, 28):02d}-{chance.randint(1, 12):02d}-{chance.randint(*years)}'
                    for years in ((1960, 2007), (2010, 2025))]
            cells = [str(10000 + i * clients // rows), f'{i % (rows // clients + 1) + 1:05d}', first[0] + '.', first,
                     chance.choice(PREFIXES), last, days[0], mail if chance.random() >= .03 else '', days[1],
                     '31-12-2026' if chance.random() < .1 else '']
            file.write(';'.join(f'"{cell}"' for cell in cells) + '\r\n')


def write_clients(path, clients):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Werkgevernummer;Werkgever\n')
        file.writelines(f'{10000 + i};Klant {10000 + i} B.V.\n' for i in range(clients))


class Run:
    """One program from start to end: seconds on the clock and of the processors, and its peak of memory."""

    def __init__(self, arguments, script=None):
        started = time.monotonic()
        with tempfile.TemporaryFile() as output:
            child = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT)
            if script is not None:
                child.stdin.write(script.encode())
            child.stdin.close()
            _, status, usage = os.wait4(child.pid, 0)
            self.elapsed = time.monotonic() - started
            child.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            self.output = output.read().decode()
        if child.returncode != 0:
            sys.exit(f'{arguments[:2]} failed:\n{self.output}')
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024 / MEGABYTE


class Report:
    def __init__(self):
        self.missed = []

    def run(self, name, run):
        print(f'{name:<52} {run.elapsed:7.2f} s  {run.processor:7.2f} s of the processors  {run.memory:6.1f} MB', flush=True)
        return run

    def limit(self, name, value, limit, unit='×'):
        kept = value <= limit
        print(f'  {name:<50} {value:7.2f} {unit} (at most {limit:g}) {"kept" if kept else "MISSED"}', flush=True)
        if not kept:
            self.missed.append(name)


class Bench:
    def __init__(self, overstap, bare_loop, edit, rows, folder):
        self.overstap, self.bare_loop, self.edit, self.folder = overstap, bare_loop, edit, folder
        self.people, clients = self.path('people.csv'), min(2000, max(1, rows // 500))
        self.plain, self.dossier, self.empty = self.path('plain.db'), self.path('a.overstap'), self.path('empty.overstap')
        self.sqlite = shutil.which('sqlite3')
        self.report = Report()
        write_people(self.people, rows, clients)
        write_clients(self.path('clients.csv'), clients)
        self.command('new', self.empty)
        self.command('import', self.empty, 'employers', self.path('clients.csv'))
        self.command('select', self.empty, '--all')
        print(f'{rows} people of {clients} clients, {os.path.getsize(self.people) / MEGABYTE:.0f} MB')

    def path(self, name):
        return os.path.join(self.folder, name)

    def command(self, *arguments):
        return Run([self.overstap, *arguments])

    def fresh(self, path):
        for end in ('', '-wal', '-shm'):
            if os.path.exists(path + end):
                os.unlink(path + end)
        if path != self.plain:
            shutil.copyfile(self.empty, path)
        return path

    def read_plain(self, name, more=''):
        self.fresh(self.plain)
        script = f'.mode csv\n.separator ;\nCREATE TABLE t ({COLUMNS});\n.import --skip 1 {self.people} t\n{more}\n'
        return self.report.run(name, Run([self.sqlite, self.plain], script))

    def measure_import(self):
        report, other = self.report, self.path('b.overstap')
        bare = report.run('bare loop, the same tables and indexes', Run([self.bare_loop, self.fresh(other), self.people]))
        last = report.run('bare loop that makes the indexes last', Run([self.bare_loop, self.fresh(other), self.people, 'last']))
        with_indexes = self.sqlite and self.read_plain('sqlite3 .import with indexes like these', INDEXES)
        plain = self.sqlite and self.read_plain('sqlite3 .import')
        first = report.run('overstap import', self.command('import', self.fresh(self.dossier), 'employees', self.people))
        again = report.run('overstap import, the same file again', self.command('import', self.dossier, 'employees', self.people))
        report.limit('import beside the bare loop', first.elapsed / bare.elapsed, 1.3)
        print(f'  {"beside the one with its indexes last":<50} {first.elapsed / last.elapsed:7.2f} ×')
        if self.sqlite:
            report.limit('import beside sqlite3 .import', first.elapsed / plain.elapsed, 2)
            print(f'  {"beside the one with indexes":<50} {first.elapsed / with_indexes.elapsed:7.2f} ×')
        report.limit('the same file again beside the first time', again.elapsed / first.elapsed, .7)
        report.limit('memory of import', max(first.memory, again.memory), 200, 'MB')

    def measure_judging(self):
        report = self.report
        judged = report.run('overstap check', self.command('check', self.dossier))
        again = report.run('overstap check, again', self.command('check', self.dossier))
        if self.sqlite:
            grouped = report.run('GROUP BY lower(trim(address))', Run([self.sqlite, self.plain], GROUP_BY))
            report.limit('judging beside GROUP BY', judged.elapsed / grouped.elapsed, 3)
        report.limit('memory of judging', max(judged.memory, again.memory), 200, 'MB')
        edits = [float(line) for line in Run([self.edit, self.dossier, '20']).output.split()]
        print(f'{"judging again after one edit, of 20":<52} {statistics.median(edits):7.2f} ms, longest {max(edits):.2f} ms')
        report.limit('judging again after one edit', statistics.median(edits), 50, 'ms')


def main(overstap, bare_loop, edit, rows):
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(overstap, bare_loop, edit, int(rows), folder)
        if bench.sqlite is None:
            print('There is no sqlite3 here (Debian: apt-get install sqlite3): what is measured beside it is left out.')
        bench.measure_import()
        bench.measure_judging()
    if bench.report.missed:
        sys.exit('Missed: ' + '; '.join(bench.report.missed))


if __name__ == '__main__':
    main(*sys.argv[1:])
