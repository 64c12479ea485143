# SPDX-License-Identifier: GPL-3.0-or-later
"""A conversion against a Loket that does otherwise than is assumed, one switch after the other: it ends the same, and agrees."""
import overstap
from contract.recorded import RecordedCase

# Each as it is not by default.
THE_SAME_END = (
    {'inviteBlocks': True},
    {'resendWhilePending': False},
    {'inviteAgain': False},
    {'revokeWithdraws': True},
    {'leaversDelayProduct500': True},
    {'validityDays': 1},
    {'rotateRefresh': True, 'tokenSeconds': 1},
    {'rotateRefresh': 'strict', 'tokenSeconds': 1},
    {'tokenErrorStatus': 401, 'tokenSeconds': 1, 'refreshSeconds': 1},
    {'maxArray': 7},
    {'maxArray': 1},
    {'pathPrefix': '/v2'},
    {'pathPrefix': ''},
    {'pathPrefix': 'published'},
    {'maxPageSize': 3, 'emptyListPages': 1},
    {'rateLimit': 5},
    {'actionType': 'MijnLoket'},
    {'actionSeconds': 0},
    {'actionSeconds': 3},
    {'itemsKeptSeconds': 60},
    {'clockSkewSeconds': 86400},
    {'clockSkewSeconds': -86400},
    {'messageTypeAsObject': True},
    {'portalProduct': 9, 'mijnLoketProduct': 10},
    {'activitiesNeedProduct': True},
    {'clientLacks': ['GetAuthorizationsByEmployerId', 'GetModulesByEmployerId']},
    {'obsoleteDates': {'PatchESSAccessStatusByEmployerId': '2027-01-01', 'GetEmployersMinimizedByUser': '2027-01-01'}},
)


class Switches(RecordedCase):
    EMPLOYERS = 3
    EMPLOYEES = 40

    def apply(self):
        answer = self.ok('apply', self.dossier, '--yes')
        self.ok('track', self.dossier)
        self.assertAddsUp(answer)
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)
        self.assertAgreed()
        return {name: answer[name] for name in ('submitted', 'invited', 'fallout', 'unknown', 'blocked', 'stranded')}

    def fresh(self, switches):
        """Another office of the same kind, with another Loket that behaves so."""
        loket = self.practice(employers=self.EMPLOYERS, employees=self.EMPLOYEES, data=self.folder / f'loket-{self.number}')
        self.number += 1
        self.dossier = self.folder / f'kantoor-{self.number}.overstap'
        loket.post('/practice/behaviour', switches)
        self.loket = loket
        self.proxy.aim(loket.url)
        self.office()

    def test_the_same_end(self):
        self.number = 0
        self.office()
        usual = self.apply()
        self.assertGreater(usual['blocked'], 0)
        for switches in THE_SAME_END:
            with self.subTest(**switches):
                self.fresh(switches)
                self.assertEqual(self.apply(), usual)


if __name__ == '__main__':
    overstap.main()
