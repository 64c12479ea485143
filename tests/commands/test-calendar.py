# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap waves --calendar` and `--plan`: read by Debian's python3-icalendar and poppler, which are not ours."""
import datetime
import re
import subprocess

import icalendar

import overstap
from overstap import OfficeCase, employer, person

# A Tuesday far enough ahead that the clock of this computer makes nothing late.
ROUND = datetime.date(2036, 12, 9)

HOSTILE = ['BEGIN:VEVENT', 'Bakker; Zn., \\n "Zus" & <b>Co</b>', 'Ĳsvogel ’t Höfke ŁŌ', '日本' * 60, 'a' * 400, "=cmd|'/c calc'!A1", 'END:VCALENDAR\\r\\nX']


class Files(OfficeCase):
    def setUp(self):
        super().setUp()
        self.new('--firm', 'Kantoor; De Vries, Zn.')
        self.numbers = [str(1001 + at) for at in range(len(HOSTILE))]
        self.import_employers(*(employer(number, name=name) for number, name in zip(self.numbers, HOSTILE)))
        self.import_employees(*(person(number, 10 * at) for at, number in enumerate(self.numbers)))
        self.ok('select', self.dossier, '--all')
        self.ok('waves', self.dossier, '--set', '1', '--date', ROUND.isoformat(), '--employer', *self.numbers)
        self.ics, self.pdf = self.path('plan.ics'), self.path('plan.pdf')

    def calendar(self):
        """(the whole file, uid → event)"""
        self.answer = self.ok('waves', self.dossier, '--calendar', self.ics)
        data = self.ics.read_bytes()
        events = [part for part in icalendar.Calendar.from_ical(data).walk() if part.name == 'VEVENT']
        return data, {str(event['UID']): event for event in events}

    def day(self, events, code, field='DTSTART'):
        event, = (event for uid, event in events.items() if uid.split('@')[0].endswith('-1-' + code))
        return event[field].dt

    def test_events(self):
        data, events = self.calendar()
        self.assertEqual(self.answer['events'], len(events))
        self.assertEqual(len(events), 14)
        self.assertEqual(self.day(events, 'conversion'), ROUND)
        self.assertEqual(self.day(events, 'client-mail'), ROUND - datetime.timedelta(days=14))
        self.assertEqual(self.day(events, 'overview'), ROUND - datetime.timedelta(days=28))
        for uid, event in events.items():
            with self.subTest(uid=uid):
                # Whole days: a date without a time, and an end that is the day after.
                self.assertIs(type(event['DTSTART'].dt), datetime.date)
                self.assertGreater(event['DTEND'].dt, event['DTSTART'].dt)
                self.assertEqual(event['TRANSP'], 'TRANSPARENT')
                self.assertTrue(str(event['SUMMARY']).startswith('Round 1: '))
        # Five to seven days after it, in one event; the fifth is a Sunday.
        self.assertEqual(self.day(events, 'follow-up'), ROUND + datetime.timedelta(days=6))
        self.assertEqual(self.day(events, 'follow-up', 'DTEND'), ROUND + datetime.timedelta(days=8))

    def test_form(self):
        data, _ = self.calendar()
        self.assertTrue(data.endswith(b'END:VCALENDAR\r\n'))
        self.assertNotIn(b'\n', data.replace(b'\r\n', b''))
        for line in data.split(b'\r\n'):
            self.assertLessEqual(len(line), 75)
            line.decode('utf-8')  # no letter is cut in two
        self.assertEqual(self.ics.stat().st_mode & 0o777, 0o600)

    def test_names(self):
        data, events = self.calendar()
        text = str(next(event for uid, event in events.items() if '-conversion@' in uid)['DESCRIPTION'])
        lines = data.replace(b'\r\n ', b'').decode('utf-8').split('\r\n')
        for name in HOSTILE:
            with self.subTest(name=name):
                # As RFC 5545 has it, 3.3.11; that library takes a backslash before an n for the end of a line.
                self.assertIn(re.sub(r'([\\;,])', r'\\\1', name), '\n'.join(lines))
                if '\\' not in name:
                    self.assertIn(name, text)
        self.assertEqual(sum(line.startswith('BEGIN:VEVENT') for line in lines), 14)
        self.assertEqual(sum(line.startswith('END:VCALENDAR') for line in lines), 1)
        self.assertIn('X-WR-CALNAME:Overstap Kantoor; De Vries, Zn.', lines)

    def test_again(self):
        """A second export tells of the same events, with their new days and a higher number."""
        _, before = self.calendar()
        self.ok('waves', self.dossier, '--set', '1', '--date', (ROUND + datetime.timedelta(days=7)).isoformat())
        _, after = self.calendar()
        self.assertEqual(before.keys(), after.keys())
        for uid, event in after.items():
            self.assertGreaterEqual(int(event['SEQUENCE']), int(before[uid]['SEQUENCE']))
            self.assertEqual(event['DTSTART'].dt - before[uid]['DTSTART'].dt, datetime.timedelta(days=7))

    def test_two_offices(self):
        _, one = self.calendar()
        self.dossier = self.path('ander.overstap')
        self.new()
        self.import_employers(employer('1001'))
        self.ok('select', self.dossier, '--all')
        self.ok('waves', self.dossier, '--set', '1', '--date', ROUND.isoformat(), '--employer', '1001')
        _, other = self.calendar()
        self.assertFalse(one.keys() & other.keys())

    def test_route(self):
        """Over the API nothing is handed in; without a day nothing is planned."""
        self.ok('waves', self.dossier, '--set', '1', '--route', 'api')
        self.ok('waves', self.dossier, '--set', '2', '--employer', self.numbers[0])
        _, events = self.calendar()
        self.assertEqual(len(events), 13)
        self.assertFalse([uid for uid in events if 'hand-in' in uid])

    def test_nothing(self):
        self.ok('waves', self.dossier, '--remove', '1')
        data, events = self.calendar()
        self.assertEqual(events, {})
        self.assertIn(b'VERSION:2.0', data)

    def test_nowhere(self):
        answer = self.refused('waves', self.dossier, '--set', '1', '--date', '2036-12-16', '--calendar', self.path('er-is-geen') / 'map.ics')
        self.assertIn('map.ics', answer['message'])
        self.assertEqual(self.ok('waves', self.dossier)['waves'][0]['date'], ROUND.isoformat())
        self.wrong_use('waves', self.dossier, '--propose', '--per-day', '9', '--calendar', self.ics)

    def test_plan(self):
        answer = self.ok('waves', self.dossier, '--plan', self.pdf)
        self.assertEqual(answer['plan'], str(self.pdf))
        run = lambda *command: subprocess.run(command, check=True, capture_output=True, text=True).stdout
        text = ' '.join(run('pdftotext', '-layout', self.pdf, '-').split())
        for words in ('Kantoor; De Vries, Zn.', 'Tuesday 9 December 2036', 'T−14', 'Inform the clients', '1003 Ĳsvogel ’t Höfke ŁŌ'):
            self.assertIn(words, text)
        about = run('pdfinfo', self.pdf)
        self.assertRegex(about, r'Tagged: +yes')
        self.assertRegex(about, r'Page size: +595\.\d+ x 841\.\d+ pts \(A4\)')
        self.assertRegex(about, r'Title: +\S')
        for font in run('pdffonts', self.pdf).splitlines()[2:]:
            self.assertRegex(font, r'\byes yes yes\b')
        self.assertEqual(self.pdf.stat().st_mode & 0o777, 0o600)

    def test_long_plan(self):
        """Rounds of many clients go on over the next page, and nobody is left out."""
        numbers = [str(number) for number in range(3000, 3200)]
        self.import_employers(*(employer(number, name=f'Klant {number} met een lange naam') for number in numbers),
                              *(employer(number, name=name) for number, name in zip(self.numbers, HOSTILE)))
        self.ok('select', self.dossier, '--all')
        self.ok('waves', self.dossier, '--set', '2', '--date', '2037-01-13', '--employer', *numbers)
        self.ok('waves', self.dossier, '--plan', self.pdf)
        text = subprocess.run(['pdftotext', '-layout', self.pdf, '-'], check=True, capture_output=True, text=True).stdout
        self.assertEqual(len(set(re.findall(r'Klant (3\d\d\d) met', text))), 200)
        pages = re.findall(r'Page (\d+) of (\d+)', text)
        self.assertEqual([int(page) for page, _ in pages], list(range(1, len(pages) + 1)))
        self.assertEqual({int(of) for _, of in pages}, {len(pages)})


if __name__ == '__main__':
    overstap.main()
