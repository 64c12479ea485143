# SPDX-License-Identifier: GPL-3.0-or-later
"""Tokens, secrets and personal data: in no log, no error text, no temporary file, no name of a file, no list of processes and no crash report."""
import os
import pathlib
import re
import resource
import signal
import subprocess
import threading
import time

import faults
import overstap
from faults import Proxy
from overstap import LoketCase, table

DEBUGGED = dict(G_MESSAGES_DEBUG='all', G_DEBUG='', OVERSTAP_BACK_OFF_MS='5')


class Watch(threading.Thread):
    """Looks, while processes run, at what others on the machine can see of them, and at the folder for temporary files."""

    def __init__(self, folder):
        super().__init__(daemon=True)
        self.folder = folder
        self.process = None
        self.seen = set()
        self.files = {}
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.is_set():
            self.look()
            time.sleep(0.005)

    def with_children(self, pid):
        """The process and all that it started."""
        found = [pid]
        try:
            for thread in os.listdir(f'/proc/{pid}/task'):
                for child in pathlib.Path(f'/proc/{pid}/task/{thread}/children').read_text(encoding='ascii').split():
                    found += self.with_children(int(child))
        except OSError:
            pass
        return found

    def look(self):
        for pid in self.with_children(self.process.pid) if self.process is not None else ():
            for name in ('cmdline', 'environ', 'comm'):
                try:
                    self.seen.add((name, pathlib.Path(f'/proc/{pid}/{name}').read_bytes()))
                except OSError:
                    pass
        for path in self.folder.rglob('*'):
            try:
                self.files[path] = path.read_bytes() if path.is_file() else b''
            except OSError:
                self.files.setdefault(path, b'')

    def end(self):
        self.stopped.set()
        self.join()
        self.look()


def allow_core_dumps():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


class Secrecy(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=4, employees=50)
        self.proxy = Proxy(self.loket.url)
        self.proxy.__enter__()
        self.addCleanup(self.proxy.__exit__, None, None, None)
        self.watch = Watch(self.temporary)
        self.watch.start()
        self.addCleanup(self.watch.end)
        self.said = []

    def do(self, *args):
        """Runs a command with everything logged, and keeps what it says."""
        process = subprocess.Popen([overstap.PROGRAM, *map(str, args)], cwd=self.folder, env={**self.environment(), **DEBUGGED}, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.watch.process = process
        out, err = process.communicate(timeout=120)
        self.said.append((args, out + err))
        return process.returncode

    def secrets(self):
        """name → what must not be found anywhere."""
        found = {}
        for exchange in self.proxy.of('POST', '/token'):
            for name, value in exchange.request.form:
                if name in ('code', 'refresh_token', 'code_verifier', 'client_secret'):
                    found[f'{name} that was sent'] = value
            if exchange.answer is not None and exchange.answer.json:
                for name in ('access_token', 'refresh_token'):
                    if exchange.answer.json.get(name):
                        found[f'{name} {exchange.request.number}'] = exchange.answer.json[name]
        self.assertTrue(any(name.startswith('access_token') for name in found))
        return found

    def personal(self):
        """Patterns of what is known of the people."""
        rows = table(self.loket.employees_file)
        words = set()
        for row in rows:
            words.add(row['Privé e-mail'].strip().lower())
            words.add(row.get('Zakelijk e-mail', '').strip().lower())
            day = re.fullmatch(r'(\d\d)-(\d\d)-(\d{4})', row['Geboortedatum'])
            if day:
                words.add(row['Geboortedatum'])
                words.add(f'{day[3]}-{day[2]}-{day[1]}')
            # Shorter ones are words of other things as well.
            if len(row['Achternaam']) >= 6:
                words.add(row['Achternaam'].lower())
        return sorted(word for word in words if len(word) >= 6)

    def assertSilent(self, where, data, secrets, personal):
        text = data.decode('utf-8', 'replace').lower()
        for name, secret in secrets.items():
            self.assertFalse(secret.lower() in text, f'{name} in {where}')
        for word in personal:
            # Not even the test's own output tells which one.
            self.assertIsNone(re.search(rf'(?<![\w@.]){re.escape(word)}(?!\w)', text), f'personal data in {where}')

    def check_everything(self):
        self.assertTrue(self.watch.is_alive())
        self.watch.end()
        secrets, personal = self.secrets(), self.personal()
        self.assertGreater(len(personal), 50)
        for args, said in self.said:
            self.assertSilent(f'what {args[0]} says', said, secrets, personal)
        for name, data in self.watch.seen:
            self.assertSilent(f'/proc/PID/{name}', data, secrets, personal)
        for path, data in self.watch.files.items():
            self.assertSilent('a temporary file', data, secrets, personal)
        for path in self.folder.rglob('*'):
            self.assertSilent('the name of a file', str(path.relative_to(self.folder)).encode(), secrets, personal)
        for path in (self.folder / 'home').rglob('*'):
            if path.is_file():
                self.assertSilent('a file in the home folder', path.read_bytes(), secrets, personal)
        self.assertSilent('the dossier', self.bytes_of_dossier(), secrets, [])
        self.assertTrue(self.watch.seen)

    def prepare(self):
        self.new()
        self.do('import', self.dossier, 'employers', self.loket.clients_file)
        self.do('import', self.dossier, 'employees', self.loket.employees_file)
        self.do('select', self.dossier, '--all')
        self.assertEqual(self.do('connect', self.dossier, self.proxy.url), 0)

    def test_a_conversion(self):
        self.prepare()
        self.loket.post('/practice/behaviour', {'tokenSeconds': 1, 'rotateRefresh': True})
        self.clear_in_loket(self.loket, self.people_with('ready'), 3)
        self.do('check', self.dossier, '--list')
        self.do('apply', self.dossier, '--dry-run')
        self.assertEqual(self.do('apply', self.dossier, '--yes'), 0)
        self.do('apply', self.dossier, '--yes', '--json')
        self.loket.activate(share=0.5, seed=1)
        self.do('track', self.dossier)
        self.do('fallout', self.dossier)
        self.do('reinvite', self.dossier, '--all', '--again')
        for employer in sorted({key[0] for key in self.loket.people('blocked')}):
            self.assertEqual(self.do('rollback', self.dossier, '--employer', employer, '--yes'), 0)
        self.assertTrue(self.loket.people('reinstated'))
        self.assertTrue(any(b'GET ' in said for _, said in self.said), 'nothing was logged')
        self.check_everything()

    def test_trouble_after_a_conversion(self):
        """In a roll-back and a new invitation, where people are named one by one."""
        self.prepare()
        self.clear_in_loket(self.loket, self.people_with('ready'), 3)
        self.assertEqual(self.do('apply', self.dossier, '--yes'), 0)
        employer, employee = sorted(self.loket.people('blocked'))[0]
        for fault in ({'kind': 'status', 'status': 400}, {'kind': 'status', 'status': 403}, {'kind': 'status', 'status': 500}, {'kind': 'cut-after'},
                      {'kind': 'garbage'}, {'kind': 'item-error', 'share': 1}):
            self.loket.post('/practice/faults', {'path': '', 'method': 'PATCH', 'count': 2, **fault})
            self.do('rollback', self.dossier, '--employer', employer, '--employee', employee, '--yes')
            self.do('reinvite', self.dossier, '--all', '--again')
            self.do('track', self.dossier)
            self.loket.door('DELETE', '/practice/faults')
        self.check_everything()

    def test_a_crash(self):
        """What is left on disk of a program that dies holds no memory of it."""
        self.prepare()
        self.loket.post('/practice/behaviour', {'actionSeconds': 60})
        process = subprocess.Popen([overstap.PROGRAM, 'apply', str(self.dossier), '--yes'], cwd=self.temporary, env={**self.environment(), **DEBUGGED},
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=allow_core_dumps)
        while not self.proxy.of('PATCH'):
            time.sleep(0.02)
        self.assertEqual(int(pathlib.Path(f'/proc/{process.pid}/coredump_filter').read_text(encoding='ascii'), 16), 0)
        process.send_signal(signal.SIGSEGV)
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, -signal.SIGSEGV)
        self.said.append((('apply',), out + err))
        pattern = pathlib.Path('/proc/sys/kernel/core_pattern').read_text(encoding='utf-8').strip()
        if re.fullmatch(r'[\w.%-]+', pattern):
            self.assertTrue(list(self.temporary.glob('core*')), 'no core dump to look at')
        self.check_everything()

    def test_trouble(self):
        self.prepare()
        for fault in faults.kinds():
            if fault['kind'] == 'delay' or 'retryAfter' in fault:
                continue
            for path in ('', '/essaccessstatus', '/token'):
                self.loket.post('/practice/faults', {'path': path, 'method': 'PATCH' if path == '/essaccessstatus' else '', 'count': 1, **fault})
                self.do('apply', self.dossier, '--yes')
                self.loket.door('DELETE', '/practice/faults')
        self.check_everything()

    def test_wrong_answers(self):
        """What Loket says of somebody in an answer that cannot be read is not told."""
        self.prepare()

        def spoil(request, answer):
            if request.method != 'GET' or answer.json is None or '_embedded' not in answer.json:
                return None
            value = answer.json
            for row in value['_embedded']:
                for name in ('employee', 'employeeId', 'status'):
                    if name in row:
                        row[name] = [row]
            return answer.with_json(value)

        self.proxy.on_answer = spoil
        self.assertEqual(self.do('apply', self.dossier, '--yes'), 1)
        self.assertEqual(self.do('fetch', self.dossier), 1)
        self.check_everything()


if __name__ == '__main__':
    overstap.main()
