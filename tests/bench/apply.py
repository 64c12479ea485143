# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a conversion takes at a practice Loket that takes no time of its own, beside a bare loop of the same requests.

Beside that loop stand the same loop with the journal kept around its requests, which is what the journal costs, and the whole engine, which
also judges, compares with Loket's lists, plans, and settles what was read back.

apply.py OVERSTAP BENCH_PRACTICE BARE_REQUESTS PEOPLE. Exits with 1 when a limit is missed.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

MEGABYTE = 1000 * 1000
TICKS = os.sysconf('SC_CLK_TCK')
EMPLOYERS = 200
FEW = 4
TIMES = 3


class Run:
    """One program from start to end: seconds on the clock and of the processors, its peak of memory, and what it said."""

    def __init__(self, arguments):
        started = time.monotonic()
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            child = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
            _, status, usage = os.wait4(child.pid, 0)
            self.elapsed = time.monotonic() - started
            child.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            errors.seek(0)
            self.output = output.read().decode()
            if child.returncode != 0:
                sys.exit(f'{arguments[:2]} failed:\n{self.output}\n{errors.read().decode()}')
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024 / MEGABYTE


class Loket:
    """A practice Loket on an office that was made before."""

    def __init__(self, bench, office, people):
        self.folder = bench.path('loket')
        shutil.rmtree(self.folder, ignore_errors=True)
        if office is None:
            os.mkdir(self.folder)
        else:
            shutil.copytree(office, self.folder)
        self.process = subprocess.Popen([bench.practice, self.folder, str(EMPLOYERS), str(people)], stdout=subprocess.PIPE)
        self.url = self.process.stdout.readline().decode().strip()
        self.before = self.processor()

    def processor(self):
        with open(f'/proc/{self.process.pid}/stat', encoding='utf-8') as file:
            fields = file.read().rpartition(')')[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def __enter__(self):
        return self

    def __exit__(self, *trouble):
        self.used = self.processor() - self.before
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class Bench:
    def __init__(self, overstap, practice, bare, people, folder):
        self.overstap, self.practice, self.bare, self.people, self.folder = overstap, practice, bare, people, folder
        self.missed = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def command(self, *arguments):
        return Run([self.overstap, *arguments])

    def tell(self, name, run, loket):
        print(f'{name:<40} {run.elapsed:7.2f} s  {run.processor:6.2f} s of the processors, Loket {loket.used:6.2f} s  {run.memory:6.1f} MB', flush=True)

    def limit(self, name, value, least=None, most=None, unit=''):
        kept = (least is None or value >= least) and (most is None or value <= most)
        bound = f'at least {least:g}' if least is not None else f'at most {most:g}'
        print(f'  {name:<50} {value:8.2f} {unit} ({bound}) {"kept" if kept else "MISSED"}', flush=True)
        if not kept:
            self.missed.append(name)

    def make_office(self, people):
        """An office with its dossier, as apply finds it. Returns: its two paths."""
        office, dossier = self.path(f'office-{people}'), self.path(f'{people}.overstap')
        with Loket(self, None, people) as loket:
            self.command('new', dossier)
            self.command('import', dossier, 'employers', os.path.join(loket.folder, 'klanten.csv'))
            self.command('import', dossier, 'employees', os.path.join(loket.folder, 'medewerkers.csv'))
            self.command('select', dossier, '--all')
        shutil.copytree(loket.folder, office)
        return office, dossier

    def fresh(self, dossier, loket):
        """A copy of the dossier, connected."""
        copy = self.path('a.overstap')
        for end in ('', '-wal', '-shm'):
            if os.path.exists(copy + end):
                os.unlink(copy + end)
        shutil.copyfile(dossier, copy)
        self.command('connect', copy, loket.url)
        return copy

    def apply(self, office, dossier, people):
        with Loket(self, office, people) as loket:
            copy = self.fresh(dossier, loket)
            loket.before = loket.processor()
            run = self.command('apply', copy, '--yes', '--json')
        run.answer = json.loads(run.output)
        self.tell(f'overstap apply, {people} people', run, loket)
        return run

    def bare_loop(self, office, dossier, people, journal=False):
        """The same requests without a dossier, or with one for the journal only: which ones, a dry run tells."""
        with Loket(self, office, people) as loket:
            plan = self.path('plan')
            copy = self.fresh(dossier, loket)
            requests = json.loads(self.command('apply', copy, '--dry-run', '--json').output)['requests']
            with open(plan, 'w', encoding='utf-8') as file:
                for request in requests:
                    ids = ' '.join(row['employeeId'] for row in json.loads(request['body']))
                    file.write(f'{"invite" if "essaccessstatus" in request["path"] else "block"} {request["employer"]} {ids}\n')
            loket.before = loket.processor()
            run = Run([self.bare, loket.url, plan] + ([copy] if journal else []))
        self.tell(f'the bare loop{" with the journal" if journal else ""}, {people} people', run, loket)
        return run

    def measure(self):
        office, dossier = self.make_office(self.people)
        few = self.apply(*self.make_office(self.people // FEW), self.people // FEW)
        runs, loops, journals = [], [], []
        for _ in range(TIMES):
            loops.append(self.bare_loop(office, dossier, self.people))
            journals.append(self.bare_loop(office, dossier, self.people, journal=True))
            runs.append(self.apply(office, dossier, self.people))
        answer = runs[0].answer
        if answer['unknown'] or answer['stranded'] or not answer['invited']:
            sys.exit(f'The conversion did not succeed: {answer}')
        best, bare, journal = (min(run.elapsed for run in some) for some in (runs, loops, journals))
        own, own_bare, own_journal = (min(run.processor for run in some) for some in (runs, loops, journals))
        print(f'{answer["submitted"]} of {self.people} were submitted, {answer["invited"]} invited, in {answer["requests"]} requests that write')
        self.limit('people of the office in a second', self.people / best, least=2000)
        self.limit('people submitted in a second', answer['submitted'] / best, least=2000)
        print(f'  of the processors: requests {own_bare:.2f} s, journal {own_journal - own_bare:.2f} s, all else {own - own_journal:.2f} s')
        self.limit('the journal beside the bare loop', journal / bare, most=1.1, unit='×')
        print(f'  the whole engine beside the bare loop {best / bare:20.2f} ×')
        self.limit(f'memory beside that for {self.people // FEW}', statistics.median(run.memory for run in runs) / few.memory, most=1.1, unit='×')


def main(overstap, practice, bare, people):
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(overstap, practice, bare, int(people), folder)
        bench.measure()
    if bench.missed:
        sys.exit('Missed: ' + '; '.join(bench.missed))


if __name__ == '__main__':
    main(*sys.argv[1:])
