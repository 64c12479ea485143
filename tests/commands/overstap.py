# SPDX-License-Identifier: GPL-3.0-or-later
"""What the black-box tests share: the program as a user runs it, an office with its files, and a practice Loket.

The program is $OVERSTAP. Every test works in a temporary folder with a home of its own, without a display, a message bus
or a keyring.
"""
import collections
import csv
import http.client
import io
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

PROGRAM = os.environ.get('OVERSTAP', 'overstap')

# A day on which nothing special happens, and on which the people of these tests are judged.
DAY = '2026-11-30'

Result = collections.namedtuple('Result', 'status json stdout stderr')


class Case(unittest.TestCase):
    """A test with a folder and a home of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='overstap-test-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.temporary = self.folder / 'tmp'
        self.temporary.mkdir()
        (self.folder / 'home').mkdir()

    def environment(self, dutch=False):
        keep = ('PATH', 'LD_LIBRARY_PATH', 'G_DEBUG', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'OVERSTAP_LOCALE_DIR')
        env = {name: os.environ[name] for name in keep if name in os.environ}
        env.update(HOME=str(self.folder / 'home'), TMPDIR=str(self.temporary), GSETTINGS_BACKEND='memory',
                   GIO_USE_VFS='local', XDG_RUNTIME_DIR=str(self.folder / 'home'), LC_ALL='C.UTF-8')
        if dutch:
            env.update(LC_ALL='nl_NL.UTF-8', LANGUAGE='nl', LOCPATH=self.dutch_locale())
        return env

    def dutch_locale(self):
        """The folder with Dutch locale data, made here when the build has none."""
        made = os.environ.get('OVERSTAP_LOCPATH', '')
        if made and (pathlib.Path(made) / 'nl_NL.UTF-8').is_dir():
            return made
        if shutil.which('localedef') is None:
            self.skipTest('no localedef to make Dutch locale data with')
        folder = self.folder / 'locale'
        folder.mkdir(exist_ok=True)
        subprocess.run(['localedef', '-i', 'nl_NL', '-f', 'UTF-8', str(folder / 'nl_NL.UTF-8')],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if not (folder / 'nl_NL.UTF-8' / 'LC_CTYPE').exists():
            self.skipTest('the Dutch locale data could not be made')
        return str(folder)

    def run_overstap(self, *args, as_json=True, dutch=False, timeout=120):
        """Runs one command. With as_json, standard output must be exactly one JSON object, on failure too."""
        command = [PROGRAM, *map(str, args)] + (['--json'] if as_json else [])
        done = subprocess.run(command, cwd=self.folder, env=self.environment(dutch), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=timeout)
        out = done.stdout.decode('utf-8')
        err = done.stderr.decode('utf-8')
        self.assertGreaterEqual(done.returncode, 0, f'{command} died of signal {-done.returncode}\n{err}')
        value = None
        if as_json and done.returncode != 2:
            value = self.one_object(out, command, err)
        return Result(done.returncode, value, out, err)

    def one_object(self, out, command, err=''):
        try:
            value = json.loads(out)
        except ValueError as trouble:
            self.fail(f'{command}: standard output is not one JSON object ({trouble}): {out!r}\n{err}')
        self.assertIsInstance(value, dict)
        return value

    def ok(self, *args, **more):
        """Runs a command that must succeed. Returns its JSON object."""
        result = self.run_overstap(*args, **more)
        self.assertEqual(result.status, 0, f'{args}\n{result.stdout}\n{result.stderr}')
        if result.json is not None:
            self.assertNotIn('error', result.json)
        return result.json

    def refused(self, *args, **more):
        """Runs a command that must be refused, with a sentence and without a change. Returns its JSON error."""
        result = self.run_overstap(*args, **more)
        self.assertEqual(result.status, 1, f'{args}\n{result.stdout}\n{result.stderr}')
        self.assertSentence(result.stderr)
        self.assertIn('error', result.json)
        error = result.json['error']
        self.assertRegex(error['code'], r'^[a-z0-9]+(-[a-z0-9]+)*$')
        self.assertSentence(error['message'])
        return error

    def wrong_use(self, *args):
        """Runs a command that is not a command: status 2 and a word on standard error."""
        result = self.run_overstap(*args)
        self.assertEqual(result.status, 2, f'{args}\n{result.stdout}\n{result.stderr}')
        self.assertTrue(result.stderr.strip())
        if result.stdout.strip():
            self.one_object(result.stdout, args)
        return result

    def assertSentence(self, text):
        text = text.strip()
        self.assertRegex(text, r'[A-ZÀ-Ý"“‘]', f'no sentence: {text!r}')
        self.assertRegex(text, r'[.!?]["”’)]?$', f'not a finished sentence: {text!r}')
        self.assertNotRegex(text, r'(?i)\b(GError|assertion|CRITICAL|null pointer|SQLITE_\w+|errno)\b|\(null\)|%[sd]')

    def path(self, name):
        return self.folder / name

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode('utf-8'))
        return path


# --- files of an office -------------------------------------------------------------------------------------------------

EMPLOYER_HEAD = ('Werkgevernummer', 'Werkgever', 'Plaats', 'Contactpersoon', 'E-mail contactpersoon', 'Product 500',
                 'MijnLoket')
EMPLOYEE_HEAD = ('Werkgevernummer', 'Personeelsnummer', 'Voorletters', 'Roepnaam', 'Voorvoegsel', 'Achternaam',
                 'Geboortedatum', 'Privé e-mail', 'Zakelijk e-mail', 'Datum in dienst', 'Datum uit dienst',
                 'Werknemerloket', 'MijnLoket', 'Datum overlijden')


def employer(number, **cells):
    """A row of the clients file; cells by the names below."""
    row = {'number': str(number), 'name': f'Klant {number} B.V.', 'city': 'Utrecht', 'contact': 'C. de Boer',
           'contact_email': f'contact@klant{number}.example', 'product_500': 'J', 'mijnloket': 'J'}
    assert set(cells) <= set(row), cells
    row.update(cells)
    return tuple(row.values())


def person(employer_number, number, **cells):
    """A row of the employees file: somebody who is ready, but for the cells given."""
    row = {'employer': str(employer_number), 'number': str(number), 'initials': 'A.', 'first': 'Anna', 'prefix': '',
           # Letters only, and another name for every number, so that no two are the same person by accident.
           'last': 'Proef' + ''.join(chr(ord('a') + int(c)) if c.isdigit() else c for c in f'{employer_number}x{number}'),
           'birth': '12-05-1985', 'email': f'anna.{employer_number}.{number}@gmail.com', 'work': '', 'start': '01-03-2020',
           'end': '', 'wnl': 'HasAccessToClient', 'mijnloket': 'NoAccessToClient', 'deceased': ''}
    assert set(cells) <= set(row), cells
    row.update(cells)
    return tuple(row.values())


def csv_bytes(head, rows, delimiter=';', encoding='utf-8-sig', newline='\r\n', first=''):
    text = io.StringIO()
    text.write(first)
    writer = csv.writer(text, delimiter=delimiter, lineterminator=newline)
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def table(path):
    """The rows of an office's file (UTF-8 or Windows-1252, `;`), by their heads."""
    data = path.read_bytes()
    try:
        text = data.decode('utf-8-sig')
    except UnicodeDecodeError:
        text = data.decode('cp1252')
    return list(csv.DictReader(io.StringIO(text, newline=''), delimiter=';'))


class OfficeCase(Case):
    """A test with a dossier of an office."""

    def setUp(self):
        super().setUp()
        self.dossier = self.folder / 'kantoor.overstap'

    def new(self, *options):
        self.ok('new', self.dossier, *options)

    def import_rows(self, kind, head, rows, *options, name=None, **layout):
        path = self.write(name or f'{kind}.csv', csv_bytes(head, rows, **layout))
        return self.counted(self.ok('import', self.dossier, kind, path, *options))

    def import_employers(self, *rows, **layout):
        return self.import_rows('employers', EMPLOYER_HEAD, rows, **layout)

    def import_employees(self, *rows, **layout):
        return self.import_rows('employees', EMPLOYEE_HEAD, rows, **layout)

    def counted(self, answer):
        """Import counts always add up."""
        self.assertEqual(answer['rows'], answer['added'] + answer['changed'] + answer['unchanged'] + answer['skipped']
                         + len(answer['refused']), answer)
        return answer

    def office(self, employers, employees, *options):
        """A dossier with these clients, all selected, and these employees."""
        self.new(*options)
        self.import_employers(*employers)
        self.import_employees(*employees)
        self.ok('select', self.dossier, '--all')

    def check(self, date=DAY):
        return self.ok('check', self.dossier, '--date', date, '--list')

    def row(self, employer_number, number, date=DAY):
        return self.row_of(self.check(date), employer_number, number)

    def row_of(self, answer, employer_number, number):
        found = [row for row in answer['rows'] if (row['employer'], row['employee']) == (str(employer_number), str(number))]
        self.assertEqual(len(found), 1, f'{employer_number}/{number} in {answer["rows"]}')
        return found[0]

    def assertRow(self, row, disposition, findings=(), reason=None):
        self.assertEqual((row['disposition'], sorted(row['findings']), row.get('reason')),
                         (disposition, sorted(findings), reason), row)

    # What the dossier holds.

    def dump(self, path=None):
        """Everything in a dossier as text, read from a copy; who works in it (the lease) does not count."""
        path = path or self.dossier
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            for suffix in ('', '-wal'):
                if pathlib.Path(f'{path}{suffix}').exists():
                    shutil.copy(f'{path}{suffix}', f'{folder}/copy{suffix}')
            with sqlite3.connect(f'{folder}/copy') as base:
                lines = [line for line in base.iterdump() if not re.match(r'INSERT INTO "?lease"?\b', line)]
            base.close()
        return '\n'.join(lines)

    def bytes_of_dossier(self):
        """The bytes of the dossier and of everything beside it that has its name."""
        return b''.join(path.read_bytes() for path in sorted(self.folder.rglob(f'{self.dossier.name}*')) if path.is_file())

    def unchanged(self):
        """A context in which the dossier must stay as it is."""
        return Unchanged(self)

    # What comes out.

    def export(self, kind, *options):
        """Exports, checks the form of the file, and returns its rows (the head first) as lists of cells."""
        path = self.folder / f'{kind}.csv'
        answer = self.ok('export', self.dossier, kind, '-o', path, *options)
        data = path.read_bytes()
        self.assertTrue(data.startswith(b'\xef\xbb\xbf'), 'no byte order mark')
        text = data[3:].decode('utf-8')
        self.assertTrue(text.endswith('\r\n'))
        self.assertNotRegex(re.sub(r'"[^"]*"', '', text), r'[^\r]\n', 'a line that does not end in CRLF')
        rows = list(csv.reader(io.StringIO(text, newline=''), delimiter=';'))
        self.assertEqual(answer['rows'], len(rows) - 1)
        self.assertGreater(len(rows[0]), 1)
        for cells in rows:
            self.assertEqual(len(cells), len(rows[0]), cells)
        return rows


class Unchanged:
    def __init__(self, case):
        self.case = case

    def __enter__(self):
        self.before = self.case.dump()

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.case.assertEqual(self.case.dump(), self.before, 'the dossier changed')


# --- a practice Loket ---------------------------------------------------------------------------------------------------

class Practice:
    """A practice Loket of its own; a context that ends with it."""

    def __init__(self, case, employers=6, employees=60, seed=1, port=0, data=None, options=()):
        self.case = case
        self.data = data or case.folder / 'loket'
        self.data.mkdir(exist_ok=True)
        self.command = [PROGRAM, 'practice', '--port', str(port), '--data', str(self.data), '--employers', str(employers),
                        '--employees', str(employees), '--seed', str(seed), *options]

    def __enter__(self):
        self.log = open(self.case.folder / 'practice.log', 'wb')
        self.process = subprocess.Popen(self.command, cwd=self.case.folder, env=self.case.environment(),
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log)
        line = self.process.stdout.readline().decode('utf-8').strip()
        found = re.search(r'http://(127\.0\.0\.1|localhost|\[::1\]):\d+', line)
        if found is None:
            self.__exit__(None, None, None)
            said = (self.case.folder / 'practice.log').read_text(encoding='utf-8')
            raise AssertionError(f'the practice Loket did not print its URL on the first line: {line!r}\n{said}')
        self.url = found[0]
        self.at = urllib.parse.urlsplit(self.url)
        return self

    def __exit__(self, kind, value, trace):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()

    @property
    def clients_file(self):
        return self.data / 'klanten.csv'

    @property
    def employees_file(self):
        return self.data / 'medewerkers.csv'

    def request(self, method, path, body=None, headers=None):
        """(status, bytes) of a request."""
        line = http.client.HTTPConnection(self.at.hostname, self.at.port, timeout=30)
        try:
            data = None if body is None else json.dumps(body).encode('utf-8')
            head = {'Content-Type': 'application/json'} if data else {}
            head.update(headers or {})
            line.request(method, path, data, head)
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()

    def door(self, method, path, body=None):
        """The JSON behind a door that must open."""
        status, data = self.request(method, path, body)
        if status >= 300:
            raise AssertionError(f'{method} {path}: {status} {data[:500]!r}')
        return json.loads(data) if data.strip() else {}

    def get(self, path):
        return self.door('GET', path)

    def post(self, path, body):
        return self.door('POST', path, body)

    def all_of(self, path):
        """All the items of a list, whatever its pages."""
        items, page = [], 1
        while True:
            answer = self.get(f'{path}{"&" if "?" in path else "?"}pageNumber={page}')
            if isinstance(answer, list):
                return answer
            lists = [value for value in answer.values() if isinstance(value, list)]
            found = answer.get('_embedded') or answer.get('items') or (lists[0] if lists else [])
            items += found
            if not found or page >= answer.get('totalPages', 1):
                return items
            page += 1

    def events(self, kind=None):
        """[((employer, employee), event)] in order."""
        found = []
        for event in self.all_of('/practice/events'):
            key = (str(event.get('employerNumber')), str(event.get('employeeNumber')))
            if kind is None or event['event'] == kind:
                found.append((key, event['event']))
        return found

    def people(self, kind):
        """How often each person had this event."""
        return collections.Counter(key for key, _ in self.events(kind))

    def mails(self, kind=None):
        return self.all_of('/practice/mail' + (f'?kind={kind}' if kind else ''))

    def advance(self, days):
        return self.post('/practice/clock', {'advanceDays': days})

    # Loket's own API, as somebody else at the office would use it.

    def sign_in(self):
        back = 'http://127.0.0.1:9/back'
        line = http.client.HTTPConnection(self.at.hostname, self.at.port, timeout=30)
        line.request('GET', '/authorize?' + urllib.parse.urlencode(
            {'client_id': 'overstap', 'redirect_uri': back, 'response_type': 'code', 'scope': 'all', 'state': 'x'}))
        where = urllib.parse.urlsplit(line.getresponse().getheader('Location'))
        line.close()
        body = urllib.parse.urlencode({'grant_type': 'authorization_code', 'client_id': 'overstap', 'redirect_uri': back,
                                       'code': urllib.parse.parse_qs(where.query)['code'][0]})
        line = http.client.HTTPConnection(self.at.hostname, self.at.port, timeout=30)
        line.request('POST', '/token', body, {'Content-Type': 'application/x-www-form-urlencoded'})
        answer = json.loads(line.getresponse().read())
        line.close()
        return {'Authorization': f'Bearer {answer["access_token"]}', 'Accept': 'application/json;version=2021-03-29'}

    def listed(self, path, head):
        """All the items of a list of the API."""
        items, page = [], 1
        while True:
            status, data = self.request('GET', f'{path}?pageNumber={page}', headers=head)
            if status != 200:
                raise AssertionError(f'GET {path}: {status}')
            answer = json.loads(data)
            items += answer['_embedded']
            if page >= answer['totalPages']:
                return items
            page += 1

    def write_addresses(self, people):
        """Writes the address (or None) of each (employer, employee) in Loket itself."""
        head = self.sign_in()
        for employer_row in self.listed('/v2/providers/employers/minimized', head):
            number = str(employer_row['employerNumber'])
            if not any(key[0] == number for key in people):
                continue
            for row in self.listed(f'/v2/providers/employers/{employer_row["id"]}/employees', head):
                key = (number, str(row['employeeNumber']))
                if key not in people:
                    continue
                status, data = self.request('PATCH', f'/v2/providers/employers/employees/{row["id"]}',
                                            {'emailAddress': people[key]}, head)
                if status != 200:
                    raise AssertionError(f'PATCH of an address: {status} {data[:200]!r}')

    def activate(self, **whom):
        return self.post('/practice/activate', whom)


class LoketCase(OfficeCase):
    """A test with an office whose files and Loket are those of a practice Loket."""

    def practice(self, **options):
        loket = Practice(self, **options)
        loket.__enter__()
        self.addCleanup(loket.__exit__, None, None, None)
        return loket

    def office_of(self, loket):
        """A dossier with the files of a practice Loket, everybody selected, connected to it."""
        self.new()
        self.counted(self.ok('import', self.dossier, 'employers', loket.clients_file))
        self.counted(self.ok('import', self.dossier, 'employees', loket.employees_file))
        self.ok('select', self.dossier, '--all')
        return self.ok('connect', self.dossier, loket.url)

    def clear_in_loket(self, loket, ready, count=6):
        """Clears the addresses of some who are ready, in Loket, behind the office's back: they cannot be invited.

        Returns: (employer, employee) → the address that they had.
        """
        people = sorted(ready)
        chosen = set(people[::max(1, len(people) // count)][:count])
        had = {(row['Werkgevernummer'], row['Personeelsnummer']): row['Privé e-mail'].strip()
               for row in table(loket.employees_file)}
        loket.write_addresses({key: None for key in chosen})
        return {key: had[key] for key in chosen}

    def rows(self):
        """(employer, employee) → row, as `check` judges today."""
        answer = self.ok('check', self.dossier, '--list')
        return {(row['employer'], row['employee']): row for row in answer['rows']}

    def people_with(self, disposition, rows=None):
        return {key for key, row in (rows or self.rows()).items() if row['disposition'] == disposition}

    def assertAddsUp(self, answer):
        self.assertEqual(answer['submitted'], answer['invited'] + answer['fallout'] + answer['unknown'], answer)

    def assertNobodyStranded(self, loket):
        """Nobody was blocked who had no invitation before."""
        invited = set()
        for key, event in loket.events():
            if event in ('invited', 'linked', 'activated'):
                invited.add(key)
            elif event == 'blocked':
                self.assertIn(key, invited, 'blocked without an invitation')

    def assertNobodyTwice(self, loket, at_rest=True):
        """Nobody has more than one invitation; at rest, mails and events agree person by person."""
        # In this order: a Loket that is still at work can only be ahead with its events.
        mails = collections.Counter((str(mail['employerNumber']), str(mail['employeeNumber']))
                                    for mail in loket.mails('invitation'))
        events = loket.people('invited')
        self.assertEqual({key: n for key, n in events.items() if n > 1}, {})
        self.assertEqual({key: n for key, n in mails.items() if n > events[key]}, {})
        if at_rest:
            self.assertEqual(mails, events)

    def fallout(self):
        """(employer, employee) → row of the open fallout."""
        rows = self.ok('fallout', self.dossier)['rows']
        return {(row['employer'], row['employee']): row for row in rows if not row['resolved']}

    def assertAgrees(self, loket, ready, answer):
        """What `apply` answered is what the practice Loket saw, person by person; `ready` is who it was about."""
        self.assertAddsUp(answer)
        self.assertEqual((answer['unknown'], answer['stranded']), (0, 0), answer)
        invited, failed, blocked = (loket.people(kind) for kind in ('invited', 'invite-failed', 'blocked'))
        fallout = self.fallout()
        self.assertEqual(answer['invited'], len(invited))
        self.assertEqual(answer['fallout'], len(fallout))
        self.assertEqual(answer['blocked'], len(blocked))
        self.assertLessEqual(set(invited) | set(failed) | set(fallout), ready)
        # Fallout is who failed, and who could not be asked because the access to MijnLoket is blocked.
        self.assertLessEqual(set(failed) - set(invited), set(fallout))
        self.assertEqual(set(fallout) & set(invited), set())
        self.assertEqual(set(fallout) & set(blocked), set())
        # Who was ready in the files and got no request was found done in Loket.
        rows = self.rows()
        for key in ready - set(fallout):
            self.assertEqual(rows[key]['disposition'], 'done', key)
            if key in invited:
                self.assertEqual(rows[key]['reason'], 'already-invited', key)
        self.assertNobodyTwice(loket)
        self.assertNobodyStranded(loket)


def start(case, *args):
    """Starts a command and does not wait for it."""
    return subprocess.Popen([PROGRAM, *map(str, args), '--json'], cwd=case.folder, env=case.environment(),
                            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill(process):
    """SIGKILL, and whether it came in time."""
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def main():
    import tap
    sys.dont_write_bytecode = True
    tap.main()
