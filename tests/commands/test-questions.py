# SPDX-License-Identifier: GPL-3.0-or-later
"""`overstap question` and `questions`: who asked for help, where it stuck and what helped."""
import overstap
from overstap import OfficeCase, employer, person


class Questions(OfficeCase):
    def setUp(self):
        super().setUp()
        self.office([employer('1001'), employer('1002')], [person('1001', '0012')])

    def test_written_down_and_listed(self):
        whom = ('--employer', '1001', '--employee', '12')
        first = self.ok('question', self.dossier, *whom, '--step', 'e', '--minutes', '4', '--solved-by', 'explained', '--note', 'belde mobiel')
        self.ok('question', self.dossier, '--employer', '1002', '--minutes', '2', '--call-back', '2099-01-05', '--at', '14:00')
        answer = self.ok('questions', self.dossier)
        self.assertEqual({key: answer[key] for key in ('questions', 'open', 'today', 'minutes')}, {'questions': 2, 'open': 1, 'today': 2, 'minutes': 6})
        row, other = answer['rows']
        self.assertEqual([row[key] for key in ('question', 'employer', 'employee', 'step', 'minutes', 'solvedBy', 'callBackOn')],
                         [first['question'], '1001', '0012', 'E', 4, 'explained', None])
        self.assertIsNotNone(row['ended'])
        self.assertEqual([other[key] for key in ('employer', 'employee', 'step', 'ended', 'callBackOn', 'callBackAt')],
                         ['1002', None, None, None, '2099-01-05', '14:00'])
        # People are named by their numbers, and what was noted stays in the dossier.
        self.assertNotIn('mobiel', str(answer))
        self.ok('undo', self.dossier)
        self.assertEqual(self.ok('questions', self.dossier)['questions'], 1)

    def test_refused(self):
        self.refused('question', self.dossier, '--employer', '1001', '--employee', '12', '--note', 'BSN 111222333')
        self.refused('question', self.dossier, '--employer', '1001', '--employee', '99')
        self.refused('question', self.dossier, '--employer', '1001', '--call-back', '2020-01-01')
        for wrong in (['--step', 'F'], ['--solved-by', 'magie'], ['--at', '14:00'], ['--minutes', '-1'], ['--call-back', '2099-01-05', '--at', '25:00']):
            self.wrong_use('question', self.dossier, '--employer', '1001', *wrong)
        self.wrong_use('question', self.dossier)
        self.assertEqual(self.ok('questions', self.dossier)['rows'], [])


if __name__ == '__main__':
    overstap.main()
