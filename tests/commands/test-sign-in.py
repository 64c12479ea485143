# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in as a person does: in a browser, which this test plays, with the sign-in in a keyring.

At a practice Loket `connect --browser` does what every command does at Loket itself. The keyring is libsecret's own file, and once
the real service where it is installed.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import overstap

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'contract'))
import proxy  # noqa: E402

TIMEOUT = 120


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def browse(url):
    """Signs in at `url` and goes where that leads. Returns the page it ends on."""
    with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
        return answer.read().decode('utf-8')


def where_it_leads(url):
    """Signs in at `url` in a browser on another computer. Returns the address it ends on."""
    try:
        urllib.request.build_opener(NoRedirect).open(url, timeout=TIMEOUT)
    except urllib.error.HTTPError as answer:
        return answer.headers['Location']
    raise AssertionError('no redirect')


class SigningIn(overstap.LoketCase):
    keyring = True
    settings = {}

    def environment(self, dutch=False):
        env = super().environment(dutch)
        env.update(self.more)
        if self.keyring:
            env.update(SECRET_BACKEND='file', SECRET_FILE_TEST_PATH=str(self.folder / 'keyring'), SECRET_FILE_TEST_PASSWORD='of this test')
        return env

    def setUp(self):
        super().setUp()
        config = self.folder / 'home' / 'config' / 'glib-2.0' / 'settings'
        config.mkdir(parents=True)
        self.more = {'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': str(self.folder / 'home' / 'config')}
        if 'GSETTINGS_SCHEMA_DIR' in os.environ:
            self.more['GSETTINGS_SCHEMA_DIR'] = os.environ['GSETTINGS_SCHEMA_DIR']
        self.set(redirect_port=0)

    def set(self, **settings):
        """Preferences of this computer."""
        lines = [f'{key.replace("_", "-")}={value}\n' for key, value in settings.items()]
        (self.folder / 'home' / 'config' / 'glib-2.0' / 'settings' / 'keyfile').write_text(
            '[nl/overstap/Overstap]\n' + ''.join(lines), encoding='utf-8')

    def begin(self, url):
        """Starts to sign in. Returns the process and the address that it printed."""
        process = subprocess.Popen([overstap.PROGRAM, 'connect', str(self.dossier), url, '--browser', '--json'], cwd=self.folder,
                                   env=self.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        said = ''
        for line in process.stderr:
            said += line
            if line.startswith('http'):
                return process, line.strip()
        self.fail(f'no address: {said} {process.stdout.read()}')

    def end(self, process, status=0):
        out, err = process.communicate(timeout=TIMEOUT)
        self.assertEqual(process.returncode, status, f'{out}\n{err}')
        # Before it, what G_MESSAGES_DEBUG says.
        self.spoken = out + err
        return json.loads(out.splitlines()[-1]), err

    def sign_in(self, url):
        process, address = self.begin(url)
        page = browse(address)
        self.assertIn('U kunt dit venster sluiten', page)
        return self.end(process)[0]

    def office(self, **options):
        """A practice Loket, and a dossier of its files where somebody signed in."""
        loket = self.practice(**options)
        self.new()
        self.ok('import', self.dossier, 'employers', loket.clients_file)
        self.ok('import', self.dossier, 'employees', loket.employees_file)
        self.ok('select', self.dossier, '--all')
        return loket

    def redirect_of(self, address):
        fields = urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)
        return urllib.parse.urlsplit(fields['redirect_uri'][0])


class Browser(SigningIn):
    def test_signs_in_once_for_all_commands(self):
        loket = self.office()
        answer = self.sign_in(loket.url)
        self.assertTrue(answer['user'])
        self.assertTrue(answer['firm'])
        self.assertEqual((answer['employers'], answer['kept']), (6, True))
        self.ok('track', self.dossier)
        self.ok('apply', self.dossier, '--yes')
        self.assertNobodyStranded(loket)

    def test_sign_out(self):
        loket = self.office()
        self.sign_in(loket.url)
        self.assertEqual(self.ok('connect', self.dossier, '--sign-out'), {'signed_out': True})
        error = self.refused('track', self.dossier)
        self.assertEqual(error['code'], 'sign-in')
        self.assertIn('--browser', error['message'])
        self.ok('connect', self.dossier, '--sign-out')
        self.sign_in(loket.url)
        self.ok('track', self.dossier)

    def test_without_browser_a_practice_loket_signs_in_by_itself(self):
        loket = self.office()
        self.sign_in(loket.url)
        self.ok('connect', self.dossier, '--sign-out')
        self.assertFalse(self.ok('connect', self.dossier, loket.url)['kept'])
        self.ok('track', self.dossier)

    def test_pasted_address(self):
        loket = self.office()
        process, address = self.begin(loket.url)
        end = where_it_leads(address)
        process.stdin.write('\nhttps://www.loket.nl/\n')
        process.stdin.write(f'  {end.removeprefix("http://")}  \n')
        process.stdin.flush()
        answer, err = self.end(process)
        self.assertEqual(answer['employers'], 6)
        self.assertSentence(err)
        self.ok('track', self.dossier)

    def test_answer_of_somebody_else(self):
        loket = self.office()
        process, address = self.begin(loket.url)
        back = self.redirect_of(address)
        for path in ('/?state=made-up&code=stolen', '/?code=stolen', '/', '/favicon.ico'):
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f'http://{back.netloc}{path}', timeout=TIMEOUT)
            self.assertIn(refused.exception.code, (400, 404))
        browse(address)
        self.end(process)

    def test_denied(self):
        loket = self.office()
        loket.post('/practice/behaviour', {'signInDenied': True})
        with self.unchanged():
            process, address = self.begin(loket.url)
            self.assertIn('U bent niet ingelogd', browse(address))
            answer, err = self.end(process, status=1)
        self.assertEqual(answer['error']['code'], 'sign-in')
        self.assertSentence(err)

    def test_interrupted(self):
        loket = self.office()
        process, address = self.begin(loket.url)
        back = self.redirect_of(address)
        process.send_signal(signal.SIGINT)
        self.end(process, status=1)
        with self.assertRaises(OSError):
            socket.create_connection((back.hostname, back.port), timeout=TIMEOUT)

    def test_port_in_use(self):
        loket = self.office()
        with socket.socket() as taken:
            taken.bind(('127.0.0.1', 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.set(redirect_port=port)
            error = self.refused('connect', self.dossier, loket.url, '--browser')
        self.assertEqual(error['code'], 'sign-in')
        self.assertIn(str(port), error['message'])

    def test_pkce(self):
        loket = self.office()
        loket.post('/practice/behaviour', {'pkce': True})
        self.set(redirect_port=0, use_pkce='true')
        self.sign_in(loket.url)
        self.ok('track', self.dossier)

    def test_pkce_without_browser(self):
        loket = self.office()
        loket.post('/practice/behaviour', {'pkce': True})
        self.assertEqual(self.refused('connect', self.dossier, loket.url)['code'], 'sign-in')
        self.set(redirect_port=0, use_pkce='true')
        self.ok('connect', self.dossier, loket.url)
        self.ok('track', self.dossier)

    def test_wrong_use(self):
        self.new()
        self.wrong_use('connect', self.dossier)
        self.wrong_use('connect', self.dossier, '--sign-out', 'http://127.0.0.1:1')
        self.wrong_use('connect', self.dossier, '--sign-out', '--browser')

    def test_loket_itself_is_refused_without_a_sign_in(self):
        self.new()
        with self.unchanged():
            error = self.refused('connect', self.dossier, 'https://api.loket-acc.nl')
        self.assertEqual(error['code'], 'sign-in')
        self.assertIn('--browser', error['message'])


class WithoutKeyring(SigningIn):
    keyring = False

    def test_only_for_this_run(self):
        loket = self.office()
        process, address = self.begin(loket.url)
        browse(address)
        answer, err = self.end(process)
        self.assertFalse(answer['kept'])
        self.assertIn('no keyring', err)
        error = self.refused('track', self.dossier)
        self.assertEqual(error['code'], 'sign-in')
        self.assertIn('no keyring', error['message'])


class Rotation(SigningIn):
    def test_token_expires_in_the_middle(self):
        for rotation in (False, True, 'strict'):
            with self.subTest(rotation=rotation):
                self.dossier.unlink(missing_ok=True)
                shutil.rmtree(self.folder / 'loket', ignore_errors=True)
                loket = self.office(employees=80)
                loket.post('/practice/behaviour', {'tokenSeconds': 1, 'rotateRefresh': rotation, 'actionSeconds': 2})
                self.sign_in(loket.url)
                ready = self.people_with('ready')
                self.assertAgrees(loket, ready, self.ok('apply', self.dossier, '--yes'))
                self.ok('track', self.dossier)

    def lose_an_answer(self, rotation):
        loket = self.office()
        loket.post('/practice/behaviour', {'rotateRefresh': rotation})
        self.sign_in(loket.url)
        loket.post('/practice/faults', {'path': 'token', 'method': 'POST', 'kind': 'cut-after', 'count': 1})
        return loket

    def test_lost_answer(self):
        self.lose_an_answer(True)
        self.ok('track', self.dossier)
        self.ok('track', self.dossier)

    def test_lost_answer_of_a_strict_loket(self):
        loket = self.lose_an_answer('strict')
        error = self.refused('track', self.dossier)
        self.assertEqual(error['code'], 'sign-in')
        self.sign_in(loket.url)
        self.ok('track', self.dossier)

    def test_two_at_once(self):
        """Two processes that renew at one moment: the second waits for the first, and takes what that one got."""
        loket = self.office()
        loket.post('/practice/behaviour', {'rotateRefresh': 'strict'})
        self.sign_in(loket.url)
        other = self.folder / 'tweede.overstap'
        shutil.copy(self.dossier, other)
        loket.post('/practice/faults', {'path': 'token', 'method': 'POST', 'kind': 'delay', 'seconds': 1.5, 'count': 1})
        processes = [overstap.start(self, 'track', dossier) for dossier in (self.dossier, other)]
        self.assertEqual([process.wait(TIMEOUT) for process in processes], [0, 0])
        # Killed with the lock in its hands, it holds nobody up.
        loket.post('/practice/faults', {'path': 'token', 'method': 'POST', 'kind': 'status', 'status': 503, 'retryAfter': 30, 'count': 1})
        process = overstap.start(self, 'track', self.dossier)
        time.sleep(0.5)
        overstap.kill(process)
        self.ok('track', other)

    def test_killed_before_the_answer(self):
        """The new token is lost with the process; the old one is still there, and still good."""
        loket = self.office()
        loket.post('/practice/behaviour', {'rotateRefresh': True})
        self.sign_in(loket.url)
        loket.post('/practice/faults', {'path': 'token', 'method': 'POST', 'kind': 'delay', 'seconds': 30, 'count': 1})
        process = overstap.start(self, 'track', self.dossier)
        time.sleep(0.5)
        overstap.kill(process)
        loket.request('DELETE', '/practice/faults')
        self.ok('track', self.dossier)


class Secrets(SigningIn):
    def run_overstap(self, *args, **more):
        result = super().run_overstap(*args, **more)
        self.said += result.stdout + result.stderr
        return result

    def test_nowhere_to_be_read(self):
        self.said = ''
        loket = self.practice()
        loket.post('/practice/behaviour', {'rotateRefresh': True, 'tokenSeconds': 1})
        self.new()
        self.more.update(G_MESSAGES_DEBUG='all', SOUP_DEBUG='3')
        with proxy.Proxy(loket.url) as between:
            process, address = self.begin(between.url)
            arguments = b''.join(pathlib.Path(f'/proc/{process.pid}/{name}').read_bytes() for name in ('cmdline', 'environ'))
            end = where_it_leads(address)
            process.stdin.write(end + '\n')
            process.stdin.flush()
            self.end(process)
            self.said += self.spoken
            self.ok('fetch', self.dossier, as_json=False)
            self.ok('track', self.dossier, as_json=False)
            self.ok('apply', self.dossier, '--dry-run', as_json=False)
            between.on_request = lambda request: proxy.Answer.of_json({'error': 'invalid_grant', 'error_description': request.body.decode()}, 400) \
                if request.path.endswith('/token') else None
            self.assertEqual(self.run_overstap('track', self.dossier, as_json=False).status, 1)
            self.ok('connect', self.dossier, '--sign-out', as_json=False)
            exchanges = list(between.exchanges)
        secrets = self.secrets_of(exchanges)
        self.assertGreaterEqual(len(secrets), 6)
        dossier = self.bytes_of_dossier()
        for secret in secrets:
            self.assertNotIn(secret, self.said)
            self.assertNotIn(secret.encode(), arguments)
            self.assertNotIn(secret.encode(), dossier)
            self.assertNotIn(secret.encode(), (self.folder / 'keyring').read_bytes())
        state = urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)['state'][0]
        self.assertNotIn(state, self.said)
        self.assertNotIn(state.encode(), dossier)

    def secrets_of(self, exchanges):
        """Codes and tokens that went by."""
        found = set()
        for exchange in exchanges:
            if not exchange.request.path.endswith('/token'):
                continue
            found.update(value for name, value in exchange.request.form if name in ('code', 'refresh_token'))
            if exchange.answer is not None and exchange.answer.status == 200:
                found.update(exchange.answer.json[name] for name in ('access_token', 'refresh_token'))
        return found


class RealService(SigningIn):
    """The keyring of GNOME, on a bus of its own."""
    keyring = False

    def test_gnome_keyring(self):
        daemon = shutil.which('gnome-keyring-daemon')
        bus = shutil.which('dbus-daemon')
        if daemon is None or bus is None:
            self.skipTest('gnome-keyring is not installed')
        home = self.folder / 'home'
        env = dict(self.environment(), XDG_DATA_HOME=str(home / 'data'), XDG_RUNTIME_DIR=str(home))
        bus_process = subprocess.Popen([bus, '--session', '--nofork', '--nopidfile', '--print-address=1'], env=env, stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(bus_process.wait)
        self.addCleanup(bus_process.terminate)
        self.more['DBUS_SESSION_BUS_ADDRESS'] = env['DBUS_SESSION_BUS_ADDRESS'] = bus_process.stdout.readline().strip()
        # Its warnings are its own.
        env.pop('G_DEBUG', None)
        service = subprocess.Popen([daemon, '--foreground', '--unlock', '--components=secrets'], env=env, stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(service.wait)
        self.addCleanup(service.terminate)
        service.stdin.write(b'of this test\n')
        service.stdin.close()
        for _ in range(100):
            names = subprocess.run(['dbus-send', '--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.ListNames'],
                                   env=env, capture_output=True, text=True).stdout
            if 'org.freedesktop.secrets' in names:
                break
            time.sleep(0.1)
        loket = self.office()
        loket.post('/practice/behaviour', {'rotateRefresh': 'strict'})
        self.assertTrue(self.sign_in(loket.url)['kept'])
        self.ok('track', self.dossier)
        self.ok('track', self.dossier)
        self.ok('connect', self.dossier, '--sign-out')
        self.assertEqual(self.refused('track', self.dossier)['code'], 'sign-in')


if __name__ == '__main__':
    overstap.main()
