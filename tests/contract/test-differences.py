# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that Loket's published shapes allow and the practice Loket never gives: the program takes them all."""
import json
import re

import overstap
from contract import shapes
from contract.proxy import Answer
from contract.recorded import RecordedCase

STATUSES = ('HasAccessToClient', 'NoAccessToClient', 'UserIsBlocked', 'AccessToClientIsBlocked', 'InvitePending', 'InviteFailed',
            'InviteCancelled', 'InviteExpired')


def walk(value, schema, change):
    """A copy of a document; `change` gets each member with its schema and gives it back, or another value."""
    if isinstance(value, list):
        return [walk(item, schema.get('items', {}), change) for item in value]
    if not isinstance(value, dict):
        return value
    properties = schema.get('properties', {})
    return {name: change(name, walk(member, properties.get(name, {}), change), properties.get(name, {}))
            for name, member in value.items()}


def schema_of(request):
    """The widened schema of a good answer to a request, or None."""
    operation = shapes.find(request.method, request.path)
    _, answer = operation.answer_at(request.version) if operation else (None, None)
    if answer is None or answer.get('nothing') or operation.is_sign_in:
        return None
    return shapes.with_envelope(answer, True)


def changing(change):
    """A hook for the proxy that changes every member of every good answer of the API."""
    def on_answer(request, answer):
        schema = schema_of(request)
        if schema is None or answer.status != 200 or answer.json is None:
            return None
        document = walk(answer.json, schema, change)
        return answer.with_json(document)
    return on_answer


def allows_null(schema):
    return 'null' in schema.get('type', ())


class Differences(RecordedCase):
    EMPLOYERS = 2
    EMPLOYEES = 24

    def setUp(self):
        super().setUp()
        self.office()

    def conversion(self):
        """Everything that reads, and a conversion. Returns: what `apply` told."""
        self.ok('connect', self.dossier, self.proxy.url)
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertAddsUp(answer)
        self.assertEqual((answer['unknown'], answer['stranded']), (0, 0), answer)
        self.assertGreater(answer['invited'], 0)
        self.assertEqual(answer['blocked'], answer['invited'])
        self.ok('track', self.dossier)
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)
        return answer

    def assertChangedAnswersAgree(self):
        """What the hook made of the answers is still what Loket may answer."""
        for exchange in self.to_loket():
            judged = shapes.judge_answer(exchange.request, exchange.given)
            self.assertEqual(judged.published, [], str(judged))

    def test_every_null(self):
        """What may be null is null, but for the addresses that the office needs and what tells how far an action is."""
        self.proxy.on_answer = changing(lambda name, value, schema: None if allows_null(schema) else value)
        self.ok('fetch', self.dossier)
        self.assertChangedAnswersAgree()
        # Without addresses nobody is ready: they come from the file again.
        self.ok('import', self.dossier, 'employees', self.loket.employees_file)
        self.conversion_with_reasons_lost()
        self.assertChangedAnswersAgree()

    def conversion_with_reasons_lost(self):
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertAddsUp(answer)
        self.ok('track', self.dossier)
        self.assertNobodyTwice(self.loket)
        self.assertNobodyStranded(self.loket)

    def test_unknown_members_everywhere(self):
        def more(name, value, schema):
            return {**value, 'futureMember': {'key': 1, 'value': [None, True, 1.5, {'a': []}]}} if isinstance(value, dict) else value

        def on_answer(request, answer):
            changed = changing(more)(request, answer)
            if changed is None:
                return None
            document = changed.json
            document['anotherEnvelopeMember'] = 'x' * 10000
            for item in document.get('_embedded', []):
                item['futureMember'] = 1
            return answer.with_json(document)
        self.proxy.on_answer = on_answer
        self.ok('fetch', self.dossier)
        self.ok('import', self.dossier, 'employees', self.loket.employees_file)
        self.conversion()

    def test_unknown_members_of_the_practice_loket(self):
        self.loket.post('/practice/behaviour', {'unknownFields': True})
        self.conversion()

    def test_members_in_another_order(self):
        def on_answer(request, answer):
            schema = schema_of(request)
            if schema is None or not answer.json:
                return None

            def turned(value):
                if isinstance(value, dict):
                    return {name: turned(value[name]) for name in reversed(list(value))}
                return [turned(item) for item in value] if isinstance(value, list) else value
            return answer.with_json(turned(answer.json))
        self.proxy.on_answer = on_answer
        self.ok('fetch', self.dossier)
        self.conversion()

    def test_ids_in_capitals(self):
        """A Loket may write its ids in capitals; they go back as they came."""
        def on_answer(request, answer):
            if schema_of(request) is None or not answer.json:
                return None
            other = Answer(answer.status, re.sub(shapes.UUID, lambda found: found[0].upper(), answer.body.decode()).encode(),
                           answer.headers)
            return other
        self.proxy.on_answer = on_answer
        self.dossier.unlink()
        self.office()
        self.conversion()

    def test_every_word_for_an_access(self):
        """Each status for whole portals: `track` reads it. What it means is tried elsewhere."""
        for status in STATUSES:
            with self.subTest(status=status):
                self.proxy.on_answer = changing(lambda name, value, schema: status if name == 'status' and 'InviteFailed' in
                                                schema.get('enum', ()) else value)
                answer = self.ok('track', self.dossier)
                self.assertEqual(answer['unknown'], 0)
        self.assertChangedAnswersAgree()

    def test_every_word_of_the_migration_list(self):
        for status in ('NoAccessToClient', 'UserIsBlocked', 'AccessToClientIsBlocked', 'InviteFailed', 'InviteCancelled',
                       'InviteExpired'):
            with self.subTest(status=status):
                self.proxy.on_answer = changing(lambda name, value, schema: status if name == 'statusESS' else value)
                self.ok('apply', self.dossier, '--dry-run')
        self.assertChangedAnswersAgree()

    def test_a_word_outside_the_eight(self):
        """Nobody is invited on a word that is not known; it is shown as it is."""
        self.loket.post('/practice/behaviour', {'unknownStatus': 1})
        answer = self.ok('apply', self.dossier, '--yes')
        self.assertEqual((answer['submitted'], answer['invited'], answer['blocked']), (answer['unknown'], 0, 0), answer)
        self.assertEqual(self.loket.events('invited'), [])

    def test_another_kind_of_action(self):
        for kind in ('Beloning', 'Iets anders'):
            with self.subTest(kind=kind):
                self.loket.post('/practice/behaviour', {'actionType': kind})
                self.dossier.unlink()
                self.office()
                self.ok('apply', self.dossier, '--yes')
        self.assertNobodyTwice(self.loket)

    def failing(self):
        self.loket.post('/practice/faults', {'path': 'essaccessstatus', 'method': 'PATCH', 'kind': 'item-error', 'share': 1,
                                             'count': 1})

    def test_every_type_of_message(self):
        """Whatever the type of a message, as a word or as an object: its description is the reason that is shown."""
        for kind in ('BrokenBusinessRule', 'Warning', 'Exception', 'NotFound', 'ConcurrencyViolation', 'Unauthorized', 'Info',
                     {'key': 3, 'value': 'Exception'}):
            with self.subTest(kind=kind):
                self.failing()
                self.proxy.on_answer = changing(
                    lambda name, value, schema: [{**one, 'type': kind} for one in value] if name == 'messages' and value else value)
                before = len(self.fallout())
                answer = self.ok('apply', self.dossier, '--yes')
                fallout = self.fallout()
                self.assertGreater(len(fallout), before)
                self.assertEqual(answer['unknown'], 0)
                self.assertTrue([row for row in fallout.values() if 'Oefening' in row['reason']])
                self.dossier.unlink()
                self.office()

    def test_messages_that_fail_nobody(self):
        """A warning with a list, and one with an item that succeeded, change nothing."""
        warning = {'type': 'Warning', 'description': 'Let op.', 'code': 12, 'id': None, 'properties': ['emailAddress']}

        def on_answer(request, answer):
            if schema_of(request) is None or not answer.json or 'messages' not in answer.json:
                return None
            document = answer.json
            document['messages'] = [warning]
            for item in document.get('_embedded', []):
                if item.get('succes') is True:
                    item['messages'] = [warning]
            return answer.with_json(document)
        self.proxy.on_answer = on_answer
        self.conversion()
        self.assertChangedAnswersAgree()

    def test_instants_in_other_forms(self):
        for form in ('2026-11-21T10:15:00.1234567Z', '2026-11-21T10:15:00+01:00', '2026-11-21T10:15:00.000+00:00'):
            with self.subTest(form=form):
                self.proxy.on_answer = changing(
                    lambda name, value, schema: form if schema.get('format') == 'date-time' and value else value)
                self.ok('track', self.dossier)
                self.ok('apply', self.dossier, '--yes')
        self.assertChangedAnswersAgree()
        self.assertNobodyTwice(self.loket)

    def test_numbers_with_a_fraction_of_nothing(self):
        """`number` of a product is published as a number, not as a whole one."""
        self.proxy.on_answer = changing(lambda name, value, schema: float(value) if schema.get('type') == 'number' else value)
        self.ok('fetch', self.dossier)
        text = json.dumps(self.ok('check', self.dossier, '--list'))
        self.assertNotIn('employer-without-mijnloket', text)

    def test_paging_on_a_detail(self):
        """One of Loket's examples shows it."""
        def on_answer(request, answer):
            if answer.status != 200 or not isinstance(answer.json, dict) or 'content' not in answer.json:
                return None
            return answer.with_json({'totalSize': 1, 'pageSize': 1, 'totalPages': 1, 'currentPage': 1, **answer.json})
        self.proxy.on_answer = on_answer
        self.conversion()

    def test_small_pages(self):
        """Whatever pageSize was asked for, the answer's own counts."""
        self.loket.post('/practice/behaviour', {'maxPageSize': 3, 'emptyListPages': 1})
        self.conversion()

    def test_errors_in_plain_text(self):
        """An error without JSON is told in a sentence, and what it stopped goes on later."""
        for status in (400, 403, 404, 409, 500):
            with self.subTest(status=status):
                self.proxy.on_answer = lambda request, answer: (
                    Answer(status, b'Something went wrong.', [('Content-Type', 'text/plain')])
                    if request.path.endswith('/employees/essaccessstatus') and request.method == 'GET' else None)
                result = self.run_overstap('track', self.dossier)
                if result.status != 0:
                    self.assertSentence(result.stderr)
        self.proxy.on_answer = None
        self.conversion()

    def test_a_refused_invitation_in_plain_text(self):
        plain = Answer(400, b'The request is invalid.', [('Content-Type', 'text/plain')])
        self.proxy.on_request = lambda request: (
            plain if request.method == 'PATCH' and request.path.endswith('essaccessstatus') else None)
        answer = self.run_overstap('apply', self.dossier, '--yes')
        self.assertEqual(self.loket.events('invited'), [])
        self.assertEqual(self.loket.events('blocked'), [])
        if answer.status == 0:
            self.assertAddsUp(answer.json)
            self.assertEqual(answer.json['invited'], 0)
        else:
            self.assertSentence(answer.stderr)


if __name__ == '__main__':
    overstap.main()
