# SPDX-License-Identifier: GPL-3.0-or-later
"""The shapes themselves: what differs is seen, and told apart by who said otherwise: Loket, or we."""
import copy
import json
import unittest
import urllib.parse

import jsonschema
import tap
from contract import shapes
from contract.proxy import Answer, Request

ID = '11111111-2222-4333-8444-555555555555'
ESS = f'/v2/providers/employers/{ID}/employees/essaccessstatus'
HEADERS = {'Authorization': 'Bearer abc', 'Accept': 'application/json;version=2018-01-01', 'Content-Type': 'application/json'}


def request(method='GET', target=ESS, body=None, **headers):
    given = {**HEADERS, **{name.replace('_', '-'): value for name, value in headers.items()}}
    data = b'' if body is None else json.dumps(body).encode()
    return Request(1, method, target, {name: value for name, value in given.items() if value}, data)


def a_list(*items, **more):
    return {'totalSize': len(items), 'pageSize': 250, 'totalPages': 1, 'currentPage': 1,
            'version': {'obsoleteDate': None, 'resourceVersion': '2018-01-01'}, 'messages': [], '_embedded': list(items), **more}


ACTION = {'collectiveActionId': ID, 'collectiveActionParentId': ID, 'employerId': ID, 'payrollAdministrationId': ID,
          'type': 'Werknemerloket', 'submittedByUserId': ID, 'submittedOn': '2026-11-21T10:15:00.000Z', 'status': 'Completed',
          'itemCount': {'total': 1, 'processed': 1, 'processedWithWarning': 0, 'processedWithError': 0}}


class Requests(unittest.TestCase):
    def assertPublished(self, judged, word):
        self.assertTrue([line for line in judged.published if word in line], (judged.published, judged.assumed))

    def test_good(self):
        for good in (request(), request(target=f'{ESS}?pageNumber=2&pageSize=250'),
                     request('PATCH', body=[{'employeeId': ID, 'action': 'SendInvite'}]),
                     request('GET', target='/users/collectiveactions')):
            judged = shapes.judge_request(good)
            self.assertTrue(judged.agrees, str(judged))
            self.assertEqual(judged.relied_on, [])

    def test_path(self):
        self.assertPublished(shapes.judge_request(request(target='/v2/providers/employers')), 'no such operation')
        self.assertPublished(shapes.judge_request(request('DELETE')), 'no such operation')
        self.assertPublished(shapes.judge_request(request(target='/v2/v2/providers')), 'no such operation')
        self.assertPublished(shapes.judge_request(request(target=f'/v2/provider/providers/{ID}/employers/modules')),
                             'no such operation')
        self.assertEqual(shapes.judge_request(request(target='/v2/providers')).relied_on, ['the prefix of the path'])

    def test_headers(self):
        self.assertPublished(shapes.judge_request(request(Authorization=None)), 'bearer')
        self.assertPublished(shapes.judge_request(request(Accept='application/json')), 'no version')
        self.assertPublished(shapes.judge_request(request(Accept='application/json;version=2019-01-01')), '2019-01-01')
        self.assertPublished(shapes.judge_request(request('PATCH', body=[{'employeeId': ID, 'action': 'SendInvite'}],
                                                          Content_Type='text/plain')), 'Content-Type')

    def test_query(self):
        self.assertPublished(shapes.judge_request(request(target=f'{ESS}?page=1')), 'page')
        self.assertPublished(shapes.judge_request(request(target=f'{ESS}?pageNumber=0')), 'pageNumber')
        self.assertPublished(shapes.judge_request(request(target='/v2/user?pageNumber=1')), 'pageNumber')

    def test_body(self):
        good = {'employeeId': ID, 'action': 'SendInvite'}
        for wrong, word in (({'employeeId': ID, 'action': 'RevokeInvite'}, 'enum'),
                            ({'employeeId': 'x', 'action': 'SendInvite'}, 'format'),
                            ({**good, 'why': 'so'}, 'why')):
            self.assertPublished(shapes.judge_request(request('PATCH', body=[good, wrong])), word)
        self.assertPublished(shapes.judge_request(request('PATCH', body=good)), 'type')
        lacking = shapes.judge_request(request('PATCH', body=[{'employeeId': ID}]))
        self.assertEqual((lacking.published, len(lacking.assumed)), ([], 1))
        self.assertPublished(shapes.judge_request(request(body={'a': 1})), 'body')

    def test_sign_in(self):
        form = {'grant_type': 'refresh_token', 'refresh_token': 'a', 'client_id': 'overstap'}
        head = {'Content-Type': 'application/x-www-form-urlencoded'}
        sent = Request(1, 'POST', '/token', head, urllib.parse.urlencode(form).encode())
        self.assertTrue(shapes.judge_request(sent).agrees)
        sent = Request(1, 'POST', '/token', head, urllib.parse.urlencode({**form, 'grant_type': 'password'}).encode())
        self.assertPublished(shapes.judge_request(sent), 'grant_type')
        sent = Request(1, 'GET', '/authorize?client_id=overstap', {}, b'')
        self.assertPublished(shapes.judge_request(sent), 'lacks')


class Answers(unittest.TestCase):
    def judge(self, document, target=ESS, status=200):
        return shapes.judge_answer(request(target=target), Answer.of_json(document, status))

    def test_good(self):
        judged = self.judge(a_list({'employeeId': ID, 'status': 'InvitePending'}))
        self.assertTrue(judged.agrees, str(judged))
        self.assertEqual(judged.relied_on, [])

    def test_differs_from_what_is_published(self):
        good = a_list({'employeeId': ID, 'status': 'InvitePending'})
        for path, value in ((('totalSize',), '1'), (('_embedded', 0, 'status'), 'Invited'), (('_embedded', 0, 'name'), 'x'),
                            (('messages',), None), (('version', 'obsoleteDate'), 'soon'), (('_embedded', 0, 'employeeId'), 7),
                            (('version', 'resourceVersion'), '2017-01-01')):
            document = copy.deepcopy(good)
            at = document
            for part in path[:-1]:
                at = at[part]
            at[path[-1]] = value
            judged = self.judge(document)
            self.assertEqual((len(judged.published), judged.assumed), (1, []), f'{path}: {judged.published} {judged.assumed}')

    def test_differs_from_what_is_assumed(self):
        document = a_list({'employeeId': ID, 'status': 'InvitePending'})
        del document['messages']
        judged = self.judge(document)
        self.assertEqual((judged.published, len(judged.assumed)), ([], 1))
        judged = self.judge(a_list({**ACTION, 'employerId': 7}), '/users/collectiveactions')
        self.assertEqual((judged.published, len(judged.assumed)), ([], 1))

    def test_relies_on_an_assumption(self):
        self.assertEqual(self.judge(a_list(ACTION), '/users/collectiveactions').relied_on, [])
        judged = self.judge(a_list({**ACTION, 'collectiveActionParentId': None, 'type': 'MijnLoket'}), '/users/collectiveactions')
        self.assertTrue(judged.agrees, str(judged))
        self.assertEqual(sorted(judged.relied_on), ['_embedded[].collectiveActionParentId', '_embedded[].type'])

    def test_errors(self):
        self.assertTrue(self.judge({'message': 'No.'}, status=403).agrees)
        self.assertFalse(self.judge({'error': 'No.'}, status=403).agrees)
        self.assertFalse(self.judge({'message': 'No.'}, status=400).agrees)
        self.assertTrue(shapes.judge_answer(request(), Answer(400, b'Bad', [('Content-Type', 'text/plain')])).agrees)
        self.assertFalse(shapes.judge_answer(request(), Answer(418)).agrees)

    def test_nothing_personal_in_a_judgement(self):
        judged = self.judge(a_list({'employeeId': ID, 'status': 'jan@gmail.com', 'jan': 1}))
        self.assertNotIn('gmail', str(judged))
        self.assertNotIn(ID, str(judged))


class Files(unittest.TestCase):
    def test_schemas_are_schemas(self):
        """Also for a validator that knows nothing of x-assumed."""
        for path in sorted(shapes.FOLDER.glob('*.json')):
            for shape in shapes.document(path.name).get('$defs', {}).values():
                jsonschema.Draft7Validator.check_schema(shape)

    def test_every_operation_can_be_checked(self):
        for operation in shapes.operations():
            for answer in operation.row.get('answers', {}).values():
                if not answer.get('nothing'):
                    shapes.checkers(json.dumps({k: v for k, v in answer.items() if k != 'x-assumed'}, sort_keys=True))
            self.assertIs(shapes.find(operation.verb, self.filled(operation.path)), operation)

    def filled(self, path):
        return '/'.join(ID if part.startswith('{') else part for part in path.split('/'))


if __name__ == '__main__':
    tap.main()
