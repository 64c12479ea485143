# SPDX-License-Identifier: GPL-3.0-or-later
"""Toepassen when it does not go by itself: a run that was broken off, the brake, and a second person."""
import os
import pathlib
import subprocess
import sys
import unittest

import overstap
import tap
from screen import Role, State, has, wait_for
from window import WindowCase


class ApplyCase(WindowCase):
    def prepare(self, *options, employers=4, employees=90):
        self.loket = self.practice(employers=employers, employees=employees, seed=3)
        self.new(*options)
        for kind, path in (('employers', self.loket.clients_file), ('employees', self.loket.employees_file)):
            self.ok('import', self.dossier, kind, path)
        self.ok('select', self.dossier, '--all')
        self.ok('connect', self.dossier, self.loket.url)
        self.ready = self.people_with('ready')
        self.assertGreater(len(self.ready), 20)

    def open(self):
        window = self.window(str(self.dossier))
        self.step(window, 4)
        return window

    def agree(self, window, people):
        window.answer(f'{people} medewerkers uitnodigen')

    def look(self, window, name):
        """A picture for who looks with his own eyes."""
        folder = os.environ.get('PICTURES')
        if folder:
            window.picture(f'{folder}/{name}.png')


@unittest.skipUnless(os.environ.get('OVERSTAP_CRASH_POINTS') == '1', 'this build has no crash points')
class BrokenOff(ApplyCase):
    def crash(self, point):
        env = dict(self.environment(), OVERSTAP_CRASH=point)
        done = subprocess.run([overstap.PROGRAM, 'apply', str(self.dossier), '--yes'], cwd=self.folder, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        self.assertEqual(done.returncode, -9)

    def accept_somebody(self):
        """Somebody can go over who could not when the run began."""
        rows = self.rows()
        late = sorted(self.people_with('decide', rows))[0]
        for code in rows[late]['findings']:
            self.run_overstap('accept', self.dossier, code, '--employer', late[0], '--employee', late[1], '--reason', 'x')
        self.assertEqual(self.rows()[late]['disposition'], 'ready')
        return late

    def test_go_on_with_the_same_people(self):
        """Also when somebody else can go over by now: whom nobody agreed to is not invited."""
        self.prepare()
        self.crash('after-journal')
        late = self.accept_somebody()
        window = self.open()

        title = window.find(contains='is afgebroken: ', role=Role.LABEL)
        self.assertRegex(title.get_name(), r'^De uitvoering van \d+-\d+-\d{4} \d+:\d\d is afgebroken: \d+ uitnodiging(en)? wacht(en)? op antwoord$')
        window.find(begins='Stap 4 van 5, Toepassen: afgebroken: ', role=Role.LIST_ITEM)
        # Who waits for an answer is not on the fallout list.
        row = window.find(contains='Wachten op antwoord van Loket', role=Role.LIST_ITEM)
        self.assertRegex(row.get_name(), r'^[1-9]\d* Wachten')
        self.assertIsNone(window.look(contains='op de uitvallijst', role=Role.LIST_ITEM))
        self.look(window, 'broken-off')
        window.press('Verder gaan', Role.PUSH_BUTTON)
        window.find('Gedeeltelijk toegepast')
        window.gone(contains='is afgebroken: ', role=Role.LABEL)
        window.find('1 moet nog worden uitgenodigd')
        self.look(window, 'gone-on')
        invited = self.loket.people('invited')
        self.assertNotIn(late, invited)
        self.assertLessEqual(set(invited), self.ready)
        self.assertGreater(len(invited), 20)
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)


class Brake(ApplyCase):
    def test_much_has_changed(self):
        self.prepare()
        window = self.open()
        people = window.number(r'^\d+ klanten · (\d+) medewerkers', Role.LABEL)
        self.assertEqual(people, len(self.ready))
        changed = sorted(self.ready)[::4]
        self.loket.write_addresses({key: 'info@bedrijf.example' for key in changed})
        window.press('Toepassen…')
        self.agree(window, people)

        window.find('Niet begonnen: er is iets gewijzigd')
        window.find(begins=f'Klant {changed[0][0]} · medewerker {changed[0][1]}')
        window.find(begins='Loket heeft een ander privé e-mailadres: info@bedrijf.example (hier: ', contains='Niet uitgenodigd.')
        self.assertEqual(self.loket.events(), [])
        self.look(window, 'brake')

        # Asked anew, about those whom it can be about now.
        window.press('Toepassen…')
        self.agree(window, people - len(changed))
        window.find('Gedeeltelijk toegepast')
        window.find(f'In Loket zijn {len(changed)} gegevens anders dan beoordeeld')
        self.look(window, 'differences')
        self.assertEqual(set(self.loket.people('invited')) & set(changed), set())
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)

    def test_invite_all_the_same(self):
        """Who was kept back goes with what Loket has once somebody saw that and agreed; and nobody else goes with them."""
        self.prepare()
        kept = sorted(self.ready)[:3]
        self.loket.write_addresses({kept[0]: 'info@bedrijf.example', kept[1]: 'info@ander.example', kept[2]: 'hr@bedrijf.example'})
        window = self.open()
        window.press('Toepassen…')
        self.agree(window, len(self.ready))
        window.find('Gedeeltelijk toegepast')
        self.assertEqual(set(self.loket.people('invited')) & set(kept), set())
        # All that is left is kept back: there is nothing else to go on with.
        self.assertIsNone(window.look(contains='nog worden uitgenodigd', role=Role.LIST_ITEM))
        for key, address in zip(kept, ('info@bedrijf.example', 'info@ander.example', 'hr@bedrijf.example')):
            window.find(begins=f'Klant {key[0]} · medewerker {key[1]} · ')
            window.find(contains=f'privé e-mailadres: {address} (hier: ')
        self.look(window, 'held')

        # Loket has something else again: that is not what was agreed to.
        self.loket.write_addresses({kept[2]: 'administratie@bedrijf.example'})
        window.press('Toch uitnodigen…')
        self.assertTrue(window.dialog().get_name().startswith('3 medewerkers van '), window.dialog().get_name())
        self.agree(window, 3)
        window.find('Niet begonnen: er is iets gewijzigd')
        self.assertNotIn(kept[0], self.loket.people('invited'))
        window.press('Toepassen…')
        self.agree(window, 2)
        window.find(begins='1 medewerker is daarom niet uitgenodigd.')
        self.assertEqual(set(self.loket.people('invited')) & set(kept), set(kept[:2]))
        window.press('Toch uitnodigen…')
        window.answer('1 medewerker uitnodigen')
        window.find('Toegepast')
        self.look(window, 'all-the-same')
        self.assertLessEqual(set(kept), set(self.loket.people('invited')))
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)

    def test_back_to_the_plan(self):
        self.prepare()
        window = self.open()
        self.loket.write_addresses({key: 'info@bedrijf.example' for key in sorted(self.ready)[::4]})
        window.press('Toepassen…')
        self.agree(window, len(self.ready))
        window.find('Niet begonnen: er is iets gewijzigd')
        window.press('Terug naar het plan')
        window.gone('Niet begonnen: er is iets gewijzigd')
        window.find(begins='Stap 4 van 5, Toepassen: klaar om toe te passen: ', role=Role.LIST_ITEM)
        self.assertEqual(self.loket.events(), [])


class Unblock(ApplyCase):
    """Werknemerloket given back from Volgen; and who is told when somebody has no portal at all."""

    def unblock(self, window, clients, whom, people):
        """Presses Deblokkeren with the cursor on somebody of these clients, and waits until it is done."""
        named = [f'Klant: {self.names[client]},' for client in clients]
        window.click(wait_for('somebody', lambda: next((node for node in window.everything() if node.get_role() == Role.TABLE_ROW
                                                        and any(name in node.get_name() for name in named)), None)))
        window.press('Deblokkeren')
        window.press(whom, Role.MENU_ITEM)
        window.answer(f'{people} medewerker')
        wait_for(f'{people} more to have it back', lambda: len(self.loket.people('reinstated')) == self.done + people)
        self.done += people
        window.find('Bijwerken', Role.PUSH_BUTTON, sensitive=True)

    def notified(self):
        """A file with the titles of the notifications that come from now on."""
        path = self.folder / 'notified'
        with open(path, 'wb') as out:
            taker = subprocess.Popen([sys.executable, pathlib.Path(__file__).with_name('notified.py')], stdout=out)
        self.addCleanup(taker.wait)
        self.addCleanup(taker.terminate)
        wait_for('who takes notifications', lambda: 'ready' in path.read_text())
        return path

    def test_from_track(self):
        self.prepare(employers=6)
        self.names = {row['Werkgevernummer']: row['Werkgever'] for row in overstap.table(self.loket.clients_file)}
        clients = sorted({key[0] for key in self.ready}, key=lambda client: -len([key for key in self.ready if key[0] == client]))
        middle = clients[1:-1]
        self.ok('waves', self.dossier, '--set', '1', '--date', self.loket.get('/practice/clock')['now'][:10], '--employer', *middle)
        self.ok('apply', self.dossier, '--yes')
        blocked = self.loket.people('blocked')
        of = {client: len([key for key in blocked if key[0] == client]) for client in clients}
        self.assertTrue(all(of.values()), of)
        self.done = 0
        notified = self.notified()
        window = self.window(str(self.dossier))
        self.step(window, 5)
        window.resize(1180, 740)    # so that the pointer can leave it, and nobody is in front
        window.press('Wachten', Role.PUSH_BUTTON)
        self.unblock(window, clients[:1], 'De gekozen medewerkers…', 1)
        self.unblock(window, clients[:1], 'Iedereen van deze klant…', of[clients[0]] - 1)
        self.assertEqual({key[0] for key in self.loket.people('reinstated')}, {clients[0]})
        self.unblock(window, middle, 'Iedereen van deze ronde…', sum(of[client] for client in middle))
        self.assertEqual({key[0] for key in self.loket.people('reinstated')}, set(clients[:-1]))
        self.look(window, 'unblocked')

        # The invitations lapse: whoever is still blocked has no portal left, and that is told wherever somebody is looking.
        self.loket.advance(60)
        self.loket.post('/practice/behaviour', {'obsoleteDates': {'GetESSAccessStatusByEmployerId': '2027-03-01'}, 'unknownFields': True})
        window.press('Bijwerken', Role.PUSH_BUTTON)
        without = of[clients[-1]]
        window.find(f'{without} zonder toegang', Role.PUSH_BUTTON)
        wait_for('a notification', lambda: f'{without} medewerkers zonder toegang' in notified.read_text())
        self.look(window, 'without')
        # What Loket will stop with stays in sight, and says what ends when.
        window.press('Nieuwere Overstap nodig vóór 1-3-2027', Role.PUSH_BUTTON)
        window.find('Toegang tot MijnLoket: lezen en uitnodigen', Role.LIST_ITEM)
        window.find('1-3-2027', Role.LABEL)
        window.find('futureField', Role.LIST_ITEM)
        window.find('Velden die deze versie niet kent')
        self.look(window, 'announced')


class SecondPerson(ApplyCase):
    def test_second_person(self):
        self.prepare('--second-person-above', '10')
        window = self.open()
        window.press('Toepassen…')
        dialog = window.dialog()
        self.assertTrue(dialog.get_name().startswith(f'Wie geeft ook akkoord voor {len(self.ready)} uitnodigingen?'), dialog.get_name())
        name = window.find('Naam van de tweede persoon', Role.TEXT, within=dialog)
        go = window.find('Akkoord', Role.PUSH_BUTTON, within=dialog)
        self.assertFalse(has(go, State.SENSITIVE))
        window.set_text(name, 'Petra de Groot')
        wait_for('the button', lambda: has(window.find('Akkoord', Role.PUSH_BUTTON, within=dialog), State.SENSITIVE))
        self.look(window, 'second')
        window.answer('Akkoord')
        self.agree(window, len(self.ready))
        window.find('Toegepast')
        self.leave(window)
        self.windows.remove(window)
        self.assertIn('Petra de Groot', [cell for row in self.export('audit') for cell in row])


if __name__ == '__main__':
    tap.main()
