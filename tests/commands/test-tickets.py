# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversion by Loket from end to end: the client list that Overstap makes is handed in, and Loket's fallout list is read."""
import http.client
import re

import overstap
from overstap import LoketCase, table


class Page:
    """The practice office at Loket's pages, without a browser."""

    def __init__(self, loket):
        self.loket = loket
        self.cookie = ''
        self.send('GET', '/loket/inloggen')
        self.send('POST', '/loket/inloggen', f'csrf={self.csrf}'.encode('ascii'))
        self.send('GET', '/loket/tickets/nieuw')

    def send(self, method, path, body=None, form='application/x-www-form-urlencoded'):
        """(status, bytes, where it leads); the cookie and the form's token are kept."""
        line = http.client.HTTPConnection(self.loket.at.hostname, self.loket.at.port, timeout=60)
        try:
            line.request(method, path, body, {'Cookie': self.cookie, 'Content-Type': form})
            answer = line.getresponse()
            data = answer.read()
            self.cookie = (answer.getheader('Set-Cookie') or self.cookie).split(';')[0]
            found = re.search(rb'name="csrf" value="(\w+)"', data)
            self.csrf = found[1].decode('ascii') if found else getattr(self, 'csrf', None)
            return answer.status, data, re.sub(r'^http://[^/]+', '', answer.getheader('Location') or '')
        finally:
            line.close()

    def hand_in(self, path, date):
        """Hands in a client list, as the form of the page sends it."""
        edge = 'een-grens-tussen-velden'
        fields = [(f'form-data; name="{name}"', text.encode('utf-8')) for name, text in (('csrf', self.csrf), ('datum', date))]
        fields.append((f'form-data; name="bestand"; filename="{path.name}"\r\nContent-Type: text/csv', path.read_bytes()))
        body = b''.join(f'--{edge}\r\nContent-Disposition: {head}\r\n\r\n'.encode('utf-8') + data + b'\r\n' for head, data in fields)
        return self.send('POST', '/loket/tickets/klantlijst', body + f'--{edge}--\r\n'.encode('ascii'), f'multipart/form-data; boundary={edge}')


class Tickets(LoketCase):
    def test_client_list_goes_in_and_fallout_list_comes_back(self):
        loket = self.practice()
        self.office_of(loket)
        ready = self.people_with('ready')
        spoiled = self.clear_in_loket(loket, ready, count=3)
        numbers = sorted({key[0] for key in ready})
        self.ok('waves', self.dossier, '--route', 'loket', '--employer', *numbers)
        self.ok('letters', self.dossier, 'ticket', '-o', self.folder / 'ticket')
        submitted = self.ok('submit', self.dossier, '--ticket', '1')['submitted']
        self.assertEqual(submitted, len(ready))

        page = Page(loket)
        year, month, day = loket.get('/practice/clock')['today'].split('-')
        status, _, where = page.hand_in(self.folder / 'ticket' / 'klantlijst.csv', f'{int(day)}-{int(month)}-{year}')
        self.assertEqual((status, where), (303, '/loket/tickets/1'))
        ticket, = loket.all_of('/practice/tickets')
        self.assertEqual((ticket['status'], [str(one['employerNumber']) for one in ticket['employers']]), ('done', numbers))
        converted = {name: sum(one[name] for one in ticket['employers']) for name in ('invited', 'blocked', 'fallout')}
        self.assertEqual(converted['invited'], len(loket.people('invited')))
        self.assertEqual(converted['blocked'], len(loket.people('blocked')))

        status, data, _ = page.send('GET', where + '/bestand')
        self.assertEqual(status, 200)
        file = self.write('uitvallijst.csv', data)
        rows = {(row['Werkgevernummer'], row['Personeelsnummer']): row['Reden'] for row in table(file)}
        self.assertEqual(len(rows), converted['fallout'])
        self.assertLessEqual(set(spoiled), set(rows))
        answer = self.counted(self.ok('import', self.dossier, 'fallout', file))
        self.assertEqual((answer['added'], answer['skipped'], answer['refused']), (len(rows), 0, []))
        self.ok('track', self.dossier)

        answer = self.ok('reconcile', self.dossier)
        self.assertEqual((answer['submitted'], answer['unknown'], answer['strangers']), (submitted, 0, 0))
        self.assertEqual(answer['fallout'], len(set(rows) & ready))
        self.assertEqual(answer['listed'], len(set(rows) - ready))
        self.assertEqual(answer['invited'] + answer['not_submitted'], converted['invited'])
        reasons = {key: row['reason'] for key, row in self.fallout().items()}
        for key in spoiled:
            self.assertEqual(reasons[key], rows[key])

    def test_overview_is_read(self):
        loket = self.practice()
        loket.post('/practice/tickets', {'kind': 'overview'})
        loket.advance(1)
        status, data = loket.request('GET', '/practice/tickets/1')
        self.assertEqual(status, 200)
        file = self.write('overzicht.csv', data)
        self.new()
        answer = self.counted(self.ok('import', self.dossier, 'employers', file))
        self.assertEqual((answer['added'], answer['refused']), (len(table(loket.clients_file)), []))


if __name__ == '__main__':
    overstap.main()
