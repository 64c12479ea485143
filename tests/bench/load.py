# SPDX-License-Identifier: GPL-3.0-or-later
"""A thousand employees who activate at once at a practice Loket: each opens the invitation, gives a first name, opens the second mail, chooses a
password, logs in and gives the birth date, with cookies of his own.

load.py BENCH_PRACTICE PEOPLE. At this machine only, with at most 50 connections; a client waits for an answer for a minute at most, and all of it ends
by itself after four. Exits with 1 when anybody did not get there, or an event or mail is missing.
"""
import collections
import html
import http.client
import json
import os
import queue
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

CONNECTIONS = 50
# That a client waits for one answer, and that everything may take.
CLIENT_SECONDS = 60
SECONDS = 240
EMPLOYERS = 20
PASSWORD = 'drie groene fietsen'


class Trouble(Exception):
    pass


class Person:
    """An employee with a browser of his own."""

    def __init__(self, at, known, took, deadline):
        self.at, self.known, self.took, self.deadline = at, known, took, deadline
        self.cookies = {}

    def ask(self, step, method, path, fields=None):
        """One request. Returns: its status, where it leads to, and the page."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise Trouble('the time is over')
        line = http.client.HTTPConnection(*self.at, timeout=min(left, CLIENT_SECONDS))
        headers = {'Accept': 'text/html', 'Cookie': '; '.join(f'{name}={value}' for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers['Content-Type'] = 'application/x-www-form-urlencoded'
        started = time.monotonic()
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            text = answer.read().decode('utf-8')
        except OSError as trouble:
            raise Trouble(f'{step}: {trouble}') from trouble
        finally:
            line.close()
        self.took[step].append(time.monotonic() - started)
        for cookie in answer.headers.get_all('Set-Cookie') or []:
            name, _, value = cookie.partition(';')[0].partition('=')
            self.cookies[name] = value
        return answer.status, answer.getheader('Location'), text

    def open(self, step, path, heading):
        status, _, text = self.ask(step, 'GET', path)
        found = re.search(r'<h1>(.*?)</h1>', text)
        if status != 200 or found is None or not html.unescape(found[1]).startswith(heading):
            raise Trouble(f'{step}: {status} {found and found[1]!r}')
        token = re.search(r'name="csrf" value="([0-9a-f]+)"', text)
        return token and token[1]

    def send(self, step, path, **fields):
        status, where, text = self.ask(step, 'POST', path, fields)
        if status != 303:
            found = re.search(r'role="alert"><p>(.*?)</p>', text)
            raise Trouble(f'{step}: {status} {found and found[1]!r}')
        return urllib.parse.urlsplit(where).path

    def second_mail(self):
        """The link that came by mail: not a part of what is measured."""
        where = '/practice/mail?' + urllib.parse.urlencode({'to': self.known['email'], 'kind': 'activation'})
        status, _, text = self.ask('the mail box', 'GET', where)
        if status != 200:
            raise Trouble(f'the mail box: {status}')
        return urllib.parse.urlsplit(json.loads(text)['_embedded'][-1]['link']).path

    def activate(self):
        path = urllib.parse.urlsplit(self.known['link']).path
        token = self.open('invitation', path, 'Account aanmaken')
        path = self.send('first name', path, csrf=token, voornaam='Sanne')
        self.open('second mail', path, 'Kijk nu in je mail')
        path = self.second_mail()
        token = self.open('activation', path, 'Account activeren')
        path = self.send('password', path, csrf=token, wachtwoord=PASSWORD, nogmaals=PASSWORD)
        token = self.open('log-in page', path, 'Inloggen')
        path = self.send('log in', path, csrf=token, email=self.known['email'], wachtwoord=PASSWORD)
        token = self.open('birth date page', path, 'Je geboortedatum')
        year, month, day = self.known['born'].split('-')
        path = self.send('birth date', path, csrf=token, dag=int(day), maand=int(month), jaar=int(year))
        self.open('home', path, 'Dag Sanne')


class Loket:
    def __init__(self, bench, folder, people):
        self.folder = folder
        self.process = subprocess.Popen([bench, folder, str(EMPLOYERS), str(people * 2)], stdout=subprocess.PIPE)
        self.url = urllib.parse.urlsplit(self.process.stdout.readline().decode().strip())
        if self.url.hostname != '127.0.0.1':
            sys.exit('The practice Loket is not at this machine.')
        self.at = (self.url.hostname, self.url.port)

    def ask(self, method, path, body=None, **headers):
        line = http.client.HTTPConnection(*self.at, timeout=CLIENT_SECONDS)
        line.request(method, path, body, headers)
        answer = line.getresponse()
        data = answer.read()
        line.close()
        return answer, data

    def get(self, path, **headers):
        return json.loads(self.ask('GET', path, **headers)[1])

    def whole(self, path, **headers):
        items, page = [], 1
        while True:
            answer = self.get(f'{path}{"&" if "?" in path else "?"}pageNumber={page}', **headers)
            items += answer['_embedded']
            if page >= answer['totalPages']:
                return items
            page += 1

    def sign_in(self):
        back = 'http://127.0.0.1:9/back'
        answer, _ = self.ask('GET', '/authorize?' + urllib.parse.urlencode({'client_id': 'overstap', 'redirect_uri': back, 'response_type': 'code'}))
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(answer.getheader('Location')).query)['code'][0]
        _, data = self.ask('POST', '/token', urllib.parse.urlencode({'grant_type': 'authorization_code', 'client_id': 'overstap', 'redirect_uri': back,
                                                                    'code': code}), **{'Content-Type': 'application/x-www-form-urlencoded'})
        return {'Authorization': f'Bearer {json.loads(data)["access_token"]}', 'Accept': 'application/json;version=2021-03-29'}

    def make_sound(self):
        """Everybody has an address of his own and a birth date, and can be invited: this is no test of the office's mistakes."""
        with sqlite3.connect(os.path.join(self.folder, 'oefenloket.sqlite'), timeout=30) as base:
            base.execute("UPDATE employee SET trouble = '', email = 'persoon' || id || '@gmail.com', birth_day = coalesce (birth_day, 726000)")
            base.execute("UPDATE employee SET ess = 'NoAccessToClient' WHERE ess LIKE '%IsBlocked'")
            base.execute('UPDATE employer SET mijnloket = 1, product_500 = 1')
        base.close()

    def invite(self, wanted):
        """Returns: what is known of each who is invited, with the link."""
        head = self.sign_in()
        known = {}
        for employer in self.whole('/v2/providers/employers/minimized', **head):
            path = f'/v2/providers/employers/{employer["id"]}/employees'
            rows = [row['employee'] for row in self.whole(path + '/selfservice/migration', **head)][:wanted - len(known)]
            born = {row['id']: row['personalDetails'].get('dateOfBirth') for row in self.whole(path, **head)}
            known.update({row['emailAddress']: {'email': row['emailAddress'], 'born': born[row['id']]} for row in rows})
            actions = [{'employeeId': row['id'], 'action': 'SendInvite'} for row in rows]
            if actions:
                self.ask('PATCH', path + '/essaccessstatus', json.dumps(actions), **head, **{'Content-Type': 'application/json'})
        deadline = time.monotonic() + CLIENT_SECONDS
        mails = []
        while len(mails) < wanted and time.monotonic() < deadline:
            time.sleep(0.2)
            mails = self.whole('/practice/mail?kind=invitation')
        for mail in mails:
            known[mail['to']]['link'] = mail['link']
        if len(known) != wanted or len(mails) != wanted:
            sys.exit(f'{len(mails)} of {wanted} could be invited.')
        return list(known.values())

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000


def run(loket, people):
    """Lets everybody activate. Returns: how long each step took, what went wrong, and how long it took together."""
    waiting = queue.SimpleQueue()
    for one in people:
        waiting.put(one)
    took, wrong = collections.defaultdict(list), []
    started = time.monotonic()

    def work():
        while True:
            try:
                known = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                Person(loket.at, known, took, started + SECONDS).activate()
            except Trouble as trouble:
                wrong.append(str(trouble))

    threads = [threading.Thread(target=work) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, wrong, time.monotonic() - started


def main(bench, people):
    people = int(people)
    folder = tempfile.mkdtemp(prefix='overstap-load-')
    loket = Loket(bench, folder, people)
    try:
        loket.make_sound()
        known = loket.invite(people)
        took, wrong, elapsed = run(loket, known)
        requests = sum(len(times) for times in took.values())
        every = [time for times in took.values() for time in times]
        print(f'{people} employees over {CONNECTIONS} connections: {elapsed:.1f} s, {requests} requests, {requests / elapsed:.0f} requests/s')
        for step, times in [*took.items(), ('every request', every)]:
            print(f'  {step:<16} {len(times):6} times   50 % {percentile(times, .5):7.1f} ms   95 % {percentile(times, .95):7.1f} ms'
                  f'   99 % {percentile(times, .99):7.1f} ms   at most {max(times) * 1000:7.1f} ms')
        hashing = took['password'] + took['log in']
        print(f'  the line for argon2 (two at once): {len(hashing)} times, {statistics.mean(hashing) * 1000:.0f} ms on average, the longest'
              f' {max(hashing) * 1000:.0f} ms')
        # Each of them once, to the person: two of one and none of another would add up as well.
        of_people = collections.Counter((event['employerNumber'], event['employeeNumber'], event['event']) for event in loket.whole('/practice/events'))
        events = collections.Counter(name for (_, _, name), times in of_people.items() if times == 1)
        mails = {kind: loket.get(f'/practice/mail?kind={kind}&pageSize=1')['totalSize'] for kind in ('activation', 'confirmation')}
        sockets = len(os.listdir(f'/proc/{loket.process.pid}/fd'))
        print(f'  events: {events["invited"]} invited, {events["activated"]} activated, {events["linked"]} linked, each once; mails: {mails}; open files of the server: {sockets}')
        lost = [what for what, count in ((name, events[name]) for name in ('invited', 'activated', 'linked')) if count != people]
        lost += [kind for kind, count in mails.items() if count != people]
    finally:
        loket.close()
        shutil.rmtree(folder, ignore_errors=True)
    for trouble, count in collections.Counter(wrong).most_common(10):
        print(f'  {count} times: {trouble}')
    if wrong or lost:
        sys.exit(f'{len(wrong)} did not get there; lost: {lost}')


if __name__ == '__main__':
    main(*sys.argv[1:])
