# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a practice Loket of a big office takes: to fill itself, to start again, to give a page however far, to move its clock.

Once for an office of many clients, and once for one with a single client that has everybody, which is the longest list there can be.

practice.py OVERSTAP EMPLOYEES. Exits with 1 when a limit is missed.
"""
import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

MEGABYTE = 1000 * 1000
EMPLOYERS = 2000
BACK = 'http://127.0.0.1:9/back'
TIMES = 5
LISTS = ('', '/selfservice', '/selfservice/migration', '/essaccessstatus', '/employments/minimized')


class Loket:
    """A practice Loket in a folder; seconds until its address is there, and the most memory that it had by then."""

    def __init__(self, overstap, folder, employers, employees, *more):
        started = time.monotonic()
        self.process = subprocess.Popen([overstap, 'practice', '--data', folder, '--employers', str(employers), '--employees', str(employees),
                                         '--start', '2026-09-01', *more], stdout=subprocess.PIPE)
        self.at = urllib.parse.urlsplit(self.process.stdout.readline().decode().strip())
        self.seconds = time.monotonic() - started
        self.memory = self.peak()
        self.headers = {}

    def peak(self):
        with open(f'/proc/{self.process.pid}/status', encoding='utf-8') as file:
            peak = next(line for line in file if line.startswith('VmHWM'))
        return int(peak.split()[1]) * 1024 / MEGABYTE

    def __enter__(self):
        return self

    def __exit__(self, *trouble):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()

    def ask(self, method, path, body=None, headers=None):
        line = http.client.HTTPConnection(self.at.hostname, self.at.port)
        line.request(method, path, body, {**self.headers, **(headers or {})})
        answer = line.getresponse()
        data = answer.read()
        line.close()
        if answer.status >= 400:
            sys.exit(f'{method} {path}: {answer.status}')
        return answer, data

    def sign_in(self):
        answer, _ = self.ask('GET', '/authorize?' + urllib.parse.urlencode(
            {'client_id': 'overstap', 'redirect_uri': BACK, 'response_type': 'code', 'scope': 'all', 'state': 'x'}))
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(answer.getheader('Location')).query)['code'][0]
        _, data = self.ask('POST', '/token', urllib.parse.urlencode(
            {'grant_type': 'authorization_code', 'client_id': 'overstap', 'redirect_uri': BACK, 'code': code}),
            {'Content-Type': 'application/x-www-form-urlencoded'})
        self.headers = {'Authorization': 'Bearer ' + json.loads(data)['access_token']}

    def page(self, path, number, size=250):
        return json.loads(self.ask('GET', f'{path}?pageNumber={number}&pageSize={size}')[1])

    def milliseconds(self, path, number):
        """The best of a few."""
        best = None
        for _ in range(TIMES):
            started = time.monotonic()
            self.page(path, number)
            taken = (time.monotonic() - started) * 1000
            best = taken if best is None else min(best, taken)
        return best

    def post(self, path, body):
        return json.loads(self.ask('POST', path, json.dumps(body), {'Content-Type': 'application/json'})[1])

    def meanwhile(self, work):
        """Seconds that the work takes, and the longest that somebody else waited meanwhile, in milliseconds."""
        worker, waits = threading.Thread(target=work), []
        started = time.monotonic()
        worker.start()
        while worker.is_alive():
            asked = time.monotonic()
            self.ask('GET', '/practice/clock')
            waits.append((time.monotonic() - asked) * 1000)
            time.sleep(.05)
        return time.monotonic() - started, max(waits)

    def move(self, body):
        started = time.monotonic()
        self.post('/practice/clock', body)
        return (time.monotonic() - started) * 1000

    def numbers(self):
        """Of all employers."""
        path, found, number = '/v2/providers/employers/minimized', [], 1
        while True:
            page = self.page(path, number)
            found += [employer['employerNumber'] for employer in page['_embedded']]
            if number >= page['totalPages']:
                return found
            number += 1

    def biggest(self):
        """The id of the employer with the most employees of the first page."""
        below = '/v2/providers/employers/'
        return max(self.page(below + 'minimized', 1)['_embedded'],
                   key=lambda employer: self.page(f'{below}{employer["id"]}/employees', 1, 1)['totalSize'])['id']


class Bench:
    def __init__(self, overstap, employees):
        self.overstap, self.employees = overstap, employees
        self.missed = []

    def limit(self, name, value, most, unit):
        kept = value <= most
        print(f'  {name:<58} {value:9.2f} {unit:<3} (at most {most:g}) {"kept" if kept else "MISSED"}', flush=True)
        if not kept:
            self.missed.append(name)

    def pages(self, loket):
        employer = loket.biggest()
        paths = ['/v2/providers/employers/minimized'] + [f'/v2/providers/employers/{employer}/employees{rest}' for rest in LISTS]
        for path in paths:
            answer = loket.page(path, 1)
            first, last = loket.milliseconds(path, 1), loket.milliseconds(path, max(1, answer['totalPages']))
            print(f'  {path.replace(employer, "…")[-44:]:<44} {answer["totalSize"]:7} rows, page 1 {first:6.1f} ms, '
                  f'page {answer["totalPages"]:4} {last:6.1f} ms', flush=True)
            self.limit('the last page beside the first', last, 3 * first + 5, 'ms')

    def together(self, loket, name, work):
        """What makes very much happen at once keeps nobody else waiting for it."""
        seconds, wait = loket.meanwhile(work)
        print(f'  {name:<58} {seconds:9.2f} s', flush=True)
        self.limit('somebody else waits meanwhile', wait, 500, 'ms')

    def everything(self, loket):
        numbers = loket.numbers()
        loket.post('/practice/behaviour', {'trouble': 'artikel'})
        self.together(loket, 'Loket converts every employer',
                      lambda: loket.post('/practice/tickets', {'kind': 'client-list', 'employers': numbers}))
        self.together(loket, 'the clock leaps over all that follows', lambda: loket.move({'advanceDays': 400}))
        self.limit('its memory then', loket.peak(), 250, 'MB')

    def killed(self, employers):
        """Whoever ends the first filling finds nothing of it; the next start fills anew."""
        with tempfile.TemporaryDirectory() as folder:
            arguments = [self.overstap, 'practice', '--data', folder, '--employers', str(employers), '--employees', str(self.employees)]
            with subprocess.Popen(arguments, stdout=subprocess.DEVNULL) as first:
                time.sleep(2)
                first.kill()
            with Loket(self.overstap, folder, employers, self.employees) as loket:
                print(f'  a first start after one that was killed {loket.seconds:28.2f} s', flush=True)
            with Loket(self.overstap, folder, employers, self.employees) as loket:
                self.limit('the start after that', loket.seconds, 5, 's')

    def office(self, employers):
        with tempfile.TemporaryDirectory() as folder:
            print(f'{employers} employers, {self.employees} employees', flush=True)
            with Loket(self.overstap, folder, employers, self.employees) as loket:
                print(f'  first start, with the filling {loket.seconds:38.2f} s, {loket.memory:.0f} MB', flush=True)
            size = os.path.getsize(os.path.join(folder, 'oefenloket.sqlite')) / MEGABYTE
            print(f'  its file {size:59.2f} MB', flush=True)
            with Loket(self.overstap, folder, employers, self.employees, '--files', 'alle') as loket:
                print(f'  a start that writes every style of files {loket.seconds:27.2f} s, {loket.memory:.0f} MB', flush=True)
            with Loket(self.overstap, folder, employers, self.employees) as loket:
                self.limit('the next start', loket.seconds, 5, 's')
                self.limit('its memory', loket.memory, 200, 'MB')
                loket.sign_in()
                self.pages(loket)
                # What was pending when the office was made is reminded and expires first.
                loket.move({'now': '2026-09-20T09:00:00Z'})
                self.limit('the clock moves while nothing is due', min(loket.move({'advanceDays': 0.001}) for _ in range(TIMES)), 20, 'ms')
                self.limit('the clock moves a usual day', min(loket.move({'advanceDays': 1}) for _ in range(TIMES)), 100, 'ms')
                self.everything(loket)


def main(overstap, employees):
    bench = Bench(overstap, int(employees))
    for employers in (EMPLOYERS, 1):
        bench.office(employers)
    bench.killed(EMPLOYERS)
    if bench.missed:
        sys.exit('missed: ' + ', '.join(bench.missed))


if __name__ == '__main__':
    main(*sys.argv[1:])
