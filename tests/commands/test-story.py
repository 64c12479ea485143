# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap story`: what is known of one employee and what happened to him, and the file for who asks to see his data."""
import json
import re
import shutil
import stat
import subprocess

import overstap
from overstap import EMPLOYEE_HEAD, LoketCase, OfficeCase, employer, person


class Story(OfficeCase):
    def setUp(self):
        super().setUp()
        self.office([employer(1), employer(2)],
                    [person(1, 10, email='oud@gmail.com', last='Vries', birth='24-12-1990'),
                     person(1, 11, last='Vries', birth='24-12-1990', initials='B.'),
                     person(2, 20, last='Vries', birth='24-12-1990', email='thuis@gmail.com')])
        self.ok('select', self.dossier, '--all')
        self.whom = '--employer', '1', '--employee', '10'

    def story(self, *whom):
        return self.ok('story', self.dossier, *(whom or self.whom))

    def kinds(self, story):
        return [event['kind'] for event in story['events']]

    def test_what_happened(self):
        self.ok('mend', self.dossier, *self.whom, '--email', 'nieuw@gmail.com')
        self.ok('exclude', self.dossier, *self.whom, '--reason', 'Wil eerst overleg')
        self.import_employees(person(1, 10, email='oud@gmail.com', last='Vries', birth='25-12-1990'), name='later.csv')
        story = self.story()
        titles = {event['title']: event for event in story['events']}
        self.assertEqual(self.kinds(story)[0], 'read')
        self.assertEqual([event['at'] for event in story['events']], sorted(event['at'] for event in story['events']))
        self.assertIn('employees.csv', titles['Read in for the first time']['detail'])
        self.assertEqual(titles['Private e-mail address changed']['detail'], 'oud@gmail.com → nieuw@gmail.com')
        self.assertEqual(titles['Left out']['detail'], 'Wil eerst overleg')
        self.assertTrue(titles['Left out']['by'])
        # A birth date is a secret by which somebody proves who he is: not on a screen unasked.
        self.assertEqual(titles['Birth date changed']['detail'], '**-**-1990 → **-**-1990')
        self.assertEqual(story['werknemerloket']['status'], 'HasAccessToClient')
        self.assertIn('employees file', story['werknemerloket']['source'])
        self.assertEqual(story['employee'], '10')

    def test_taken_back(self):
        """A step that was taken back did not happen; what is decided anew did."""
        self.ok('exclude', self.dossier, *self.whom, '--reason', 'Vergissing')
        self.assertIn('decided', self.kinds(self.story()))
        self.ok('undo', self.dossier)
        self.assertNotIn('decided', self.kinds(self.story()))

    def test_asked_for_help(self):
        self.ok('question', self.dossier, *self.whom, '--step', 'D', '--minutes', '4', '--note', 'Vond de mail niet', '--solved-by', 'explained')
        event, = [event for event in self.story()['events'] if event['kind'] == 'question']
        self.assertEqual(event['what'], 'D')
        self.assertIn('Vond de mail niet', event['detail'])
        self.assertIn('4 minutes', event['detail'])

    def test_everything_of_a_person(self):
        """At every client where he is the same person, and of nobody else; birth dates whole."""
        path = self.path('inzage.json')
        answer = self.ok('story', self.dossier, *self.whom, '-o', path)
        self.assertEqual(answer['people'], 2)
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        file = json.loads(path.read_text())
        self.assertEqual([(one['employer_number'], one['employee_number']) for one in file['people']], [('1', '10'), ('2', '20')])
        self.assertEqual(file['people'][0]['birth_date'], '1990-12-24')
        self.assertEqual(file['people'][0]['private_email'], 'oud@gmail.com')
        self.assertEqual(file['people'][1]['private_email'], 'thuis@gmail.com')
        self.assertEqual(self.ok('story', self.dossier, *self.whom, '--this-client-only', '-o', path)['people'], 1)
        self.assertNotIn('thuis@gmail.com', path.read_text())
        self.export('audit')
        self.assertIn('person-saved', (self.folder / 'audit.csv').read_text('utf-8-sig'))

    def test_paper(self):
        if shutil.which('pdftotext') is None:
            self.skipTest('no pdftotext')
        note = 'Belt terug. ' * 400
        path = self.path('inzage.pdf')
        self.ok('exclude', self.dossier, *self.whom, '--reason', note.strip() + ' Einde')
        self.assertEqual(self.ok('story', self.dossier, *self.whom, '-o', path, dutch=True)['people'], 2)
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode()
        for words in 'Vertrouwelijk', 'Alles van deze persoon', '24-12-1990', 'oud@gmail.com', 'thuis@gmail.com', 'Ga na of het', 'Einde':
            self.assertIn(words, text)
        # Each client from a page of its own.
        first = [page for page in text.split('\f') if 'oud@gmail.com' in page]
        self.assertFalse([page for page in first if 'thuis@gmail.com' in page])

    def test_wrong_use(self):
        self.wrong_use('story', self.dossier, '--employer', '1')
        self.wrong_use('story', self.dossier, *self.whom, '-o', self.path('inzage.txt'))
        self.wrong_use('story', self.dossier, *self.whom, '--this-client-only')
        self.assertIn('99', self.refused('story', self.dossier, '--employer', '1', '--employee', '99')['message'])
        self.refused('story', self.dossier, *self.whom, '-o', self.path('nergens') / 'inzage.pdf')
        with self.unchanged():
            self.refused('story', self.dossier, *self.whom, '-o', self.path('x.overstap.json'))


class StoryWithLoket(LoketCase):
    def test_requests_and_results(self):
        loket = self.practice(employers=2, employees=12)
        self.office_of(loket)
        self.ok('apply', self.dossier, '--yes')
        invited = sorted(loket.people('invited'))[0]
        story = self.ok('story', self.dossier, '--employer', invited[0], '--employee', invited[1])
        told = [(event['kind'], event['what']) for event in story['events'] if event['kind'] in ('request', 'result')]
        self.assertEqual(told, [('request', 'invite'), ('result', 'invite'), ('request', 'block'), ('result', 'block')])
        self.assertEqual(story['mijnloket']['status'], 'InvitePending')
        self.assertIn('Loket', story['mijnloket']['source'])


if __name__ == '__main__':
    overstap.main()
