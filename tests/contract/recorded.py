# SPDX-License-Identifier: GPL-3.0-or-later
"""A test with an office whose program speaks to its practice Loket through a proxy that records."""
import overstap
from contract import shapes
from contract.proxy import Proxy


class RecordedCase(overstap.LoketCase):
    EMPLOYERS = 4
    EMPLOYEES = 60

    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=self.EMPLOYERS, employees=self.EMPLOYEES)
        self.proxy = Proxy(self.loket.url)
        self.proxy.__enter__()
        self.addCleanup(self.proxy.__exit__, None, None, None)

    def office(self):
        """A dossier with the files of this Loket, everybody selected, connected to it through the proxy."""
        self.new()
        self.counted(self.ok('import', self.dossier, 'employers', self.loket.clients_file))
        self.counted(self.ok('import', self.dossier, 'employees', self.loket.employees_file))
        self.ok('select', self.dossier, '--all')
        return self.ok('connect', self.dossier, self.proxy.url)

    def to_loket(self):
        """What went by, without the doors of the practice Loket."""
        return [exchange for exchange in self.proxy.exchanges if not exchange.request.path.startswith('/practice/')]

    def assertAgreed(self):
        """Every request and every answer agrees with what is published and assumed. Returns: what that relied on."""
        wrong, relied_on = [], set()
        for exchange in self.to_loket():
            judgements = [shapes.judge_request(exchange.request)]
            if exchange.answer is not None:
                judgements.append(shapes.judge_answer(exchange.request, exchange.answer))
            for judgement in judgements:
                if not judgement.agrees and str(judgement) not in wrong:
                    wrong.append(str(judgement))
                relied_on.update(judgement.relied_on)
        self.assertEqual(wrong, [], '\n'.join(wrong))
        return relied_on
