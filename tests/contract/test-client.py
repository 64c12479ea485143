# SPDX-License-Identifier: GPL-3.0-or-later
"""The program against what Loket published: every request of a whole conversion, and every answer to it."""
import json
import os
import pathlib
import re
import subprocess
import urllib.request

import overstap
from contract import shapes
from contract.recorded import RecordedCase
from overstap import table

# What an answer to the program agrees with only because we assume it. A new line here is a new assumption: say why it may be made.
ASSUMED_IN_ANSWERS = {
    '_embedded[].collectiveActionParentId',
    '_embedded[].payrollAdministrationId',
    '_embedded[].employmentId',
    '_embedded[].bundle',
    'the prefix of the path',
}


RESOURCES = pathlib.Path(__file__).resolve().parents[2] / 'app' / 'loket' / 'resources.c'


class Client(RecordedCase):
    def whole_way(self):
        self.office()
        ready = self.people_with('ready')
        # Somebody of whom Loket has no address falls out, is mended there, and is invited again.
        cleared = self.clear_in_loket(self.loket, ready, count=1)
        self.ok('fetch', self.dossier)
        key = next(iter(cleared))
        self.ok('mend', self.dossier, '--employer', key[0], '--employee', key[1], '--email', 'nieuw.adres@ziggo.nl', '--in-loket')
        self.ok('apply', self.dossier, '--yes')
        self.loket.activate(share=0.5, seed=1)
        self.ok('track', self.dossier)
        self.loket.advance(15)
        self.ok('track', self.dossier)
        self.ok('reinvite', self.dossier, '--all')
        self.ok('track', self.dossier)
        self.ok('rollback', self.dossier, '--employer', key[0], '--yes')
        self.assertTrue(self.loket.events('reinstated'))

    def test_whole_way(self):
        self.whole_way()
        relied_on = self.assertAgreed()
        self.assertEqual(relied_on - ASSUMED_IN_ANSWERS, set(), 'an assumption that is not told')
        asked = {(shapes.find(exchange.request.method, exchange.request.path), exchange.request.version) for exchange in self.to_loket()}
        self.assertLessEqual(set(self.resources()), {(operation.bare, version) for operation, version in asked})
        self.assertLessEqual({('PATCH', 'essaccessstatus'), ('PATCH', 'selfservice'), ('PATCH', '{employeeId}'), ('GET', 'authorize'), ('POST', 'token')},
                             {(operation.verb, operation.path.rsplit('/', 1)[1]) for operation, _ in asked})
        self.assertNothingPersonalInUrls()

    def resources(self):
        """(path, version) of everything that the program can ask of Loket: none without a shape."""
        known = {(re.sub(r'\{\w+\}', '*', operation.bare), version): operation for operation in shapes.operations() for version in operation.row.get('answers', {})}
        table_ = re.findall(r'\{\s*"([\w/*]+)",\s*"([\d-]{10})"', RESOURCES.read_text(encoding='utf-8'))
        self.assertGreater(len(table_), 10)
        return [(known[f'/{path}', version].bare, version) for path, version in table_]

    def assertNothingPersonalInUrls(self):
        """Neither a token nor an address of a person stands in a URL, where logs and proxies on the way would keep it."""
        secrets = set()
        for exchange in self.to_loket():
            answer = exchange.answer
            if exchange.request.path == '/token' and answer is not None and answer.status == 200:
                secrets.update([answer.json['access_token'], answer.json['refresh_token']])
        self.assertTrue(secrets)
        addresses = {row['Privé e-mail'].strip().lower() for row in table(self.loket.employees_file)} - {''}
        addresses.add('nieuw.adres@ziggo.nl')
        for exchange in self.proxy.exchanges:
            url = exchange.request.target.lower()
            self.assertFalse([secret for secret in secrets if secret in url], 'a token in a URL')
            self.assertFalse([address for address in addresses if '@' in address and address in url.replace('%40', '@')],
                             'an address in a URL')
            self.assertNotIn('@', url.replace('%40', '@'))

    def test_either_prefix(self):
        """Where only the published prefixes are served, or one of the two, only those are used in the end."""
        for prefix in ('/v2', '', 'published'):
            with self.subTest(prefix=prefix):
                self.loket.post('/practice/behaviour', {'pathPrefix': prefix})
                self.proxy.clear()
                self.dossier = self.folder / f'kantoor-{len(prefix)}.overstap'
                self.office()
                self.ok('track', self.dossier)
                self.assertAgreed()
                if prefix == 'published':
                    self.assertEqual([exchange for exchange in self.to_loket() if exchange.given.status == 404
                                      and exchange.request.path.startswith('/v2/providers/')], [])
                if prefix == '':
                    self.assertFoundOutOnce()

    def assertFoundOutOnce(self):
        """What a run had to find out, the next one knows."""
        for finds_out in (True, False):
            self.proxy.clear()
            self.ok('apply', self.dossier, '--yes')
            self.assertEqual(any(exchange.given.status == 404 for exchange in self.to_loket()), finds_out)

    def test_with_short_tokens(self):
        self.loket.post('/practice/behaviour', {'tokenSeconds': 1, 'rotateRefresh': 'strict'})
        self.office()
        self.ok('apply', self.dossier, '--yes')
        self.assertAgreed()

    def test_errors(self):
        """What Loket answers when it refuses agrees as well."""
        self.office()
        for status in (400, 401, 403, 404, 429, 500, 503):
            self.loket.post('/practice/faults', {'path': 'essaccessstatus', 'method': 'PATCH', 'kind': 'status',
                                                 'status': status, 'count': 1})
            self.run_overstap('apply', self.dossier, '--yes')
            self.loket.door('DELETE', '/practice/faults')
        self.assertAgreed()

    def test_item_errors(self):
        self.office()
        self.loket.post('/practice/faults', {'path': 'essaccessstatus', 'method': 'PATCH', 'kind': 'item-error', 'share': 0.5,
                                             'count': 2})
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertGreater(answer['fallout'], 0)
        self.assertAgreed()


class WithPkce(RecordedCase):
    """A program whose preferences have PKCE switched on, and a Loket that insists on it."""

    def environment(self, dutch=False):
        env = super().environment(dutch)
        folder = self.folder / 'home' / 'config' / 'glib-2.0' / 'settings'
        folder.mkdir(parents=True, exist_ok=True)
        (folder / 'keyfile').write_text('[nl/overstap/Overstap]\nuse-pkce=true\n', encoding='utf-8')
        env.update(GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=str(self.folder / 'home' / 'config'),
                   GSETTINGS_SCHEMA_DIR=os.environ['OVERSTAP_SCHEMA_DIR'])
        return env

    def connect_in_browser(self):
        """`connect --browser`, with this test as the browser. Returns: the JSON that it answers."""
        self.new()
        with subprocess.Popen([overstap.PROGRAM, 'connect', str(self.dossier), self.proxy.url, '--browser', '--json'],
                              cwd=self.folder, env=self.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            for line in process.stderr:
                address = line.decode('utf-8').strip()
                if address.startswith('http://'):
                    break
            with urllib.request.urlopen(address, timeout=30) as page:
                self.assertEqual(page.status, 200)
            out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, err)
        return json.loads(out)

    def test_sign_in(self):
        self.loket.post('/practice/behaviour', {'pkce': True})
        self.assertEqual(self.connect_in_browser()['employers'], self.EMPLOYERS)
        relied_on = self.assertAgreed()
        self.assertLessEqual({'code_challenge', 'code_challenge_method', 'code_verifier'}, relied_on)
        verifier = dict(self.proxy.of('POST', '/token')[0].request.form)['code_verifier']
        # 43 to 128 of the letters that RFC 7636 allows.
        self.assertRegex(verifier, r'^[A-Za-z0-9._~-]{43,128}$')

    def test_the_user_presses_cancel(self):
        self.loket.post('/practice/behaviour', {'signInDenied': True})
        self.new()
        self.refused('connect', self.dossier, self.proxy.url)
        self.assertEqual(self.proxy.of('POST', '/token'), [])
        self.assertAgreed()


if __name__ == '__main__':
    overstap.main()
