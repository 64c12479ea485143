# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice Loket against what Loket published: its answer to every operation, in every version that there is."""
import http.client
import json
import urllib.parse

import overstap
from contract import shapes
from contract.proxy import Answer, Request
from overstap import LoketCase

BACK = 'http://127.0.0.1:9/back'
NOBODY = '00000000-0000-4000-8000-000000000000'

# Where the practice Loket can answer only in a way that we assume.
ASSUMED = {
    '_embedded[].collectiveActionParentId',
    '_embedded[].payrollAdministrationId',
    '_embedded[].employmentId',
    '_embedded[].employerId',
    '_embedded[].bundle',
    '_embedded[].markedAsReadBy',
    'markedAsReadBy',
    'the items are those of the list by user',
    'the version is not published',
}


class Loket(LoketCase):
    def setUp(self):
        super().setUp()
        self.loket = self.practice(employers=5, employees=200)
        self.head = self.loket.sign_in()
        self.asked = set()
        self.relied_on = set()

    def send(self, method, target, body=None, version=None, headers=None, data=None):
        """(request, answer) of the practice Loket."""
        head = dict(headers) if headers is not None else {'Authorization': self.head['Authorization']}
        if version:
            head['Accept'] = f'application/json;version={version}'
        if body is not None:
            head['Content-Type'] = 'application/json'
            data = json.dumps(body).encode('utf-8')
        line = http.client.HTTPConnection(self.loket.at.hostname, self.loket.at.port, timeout=30)
        try:
            line.request(method, target, data, head)
            answer = line.getresponse()
            return Request(1, method, target, head, data or b''), Answer(answer.status, answer.read(), answer.getheaders())
        finally:
            line.close()

    def ask(self, method, target, body=None, version='2018-01-01', status=200):
        """The answer, which must agree, as must the request."""
        request, answer = self.send(method, target, body, version)
        judged = shapes.judge_request(request)
        self.assertTrue(judged.agrees, str(judged))
        self.assertEqual(answer.status, status, f'{request!r}: {answer.body[:300]!r}')
        judged = shapes.judge_answer(request, answer)
        self.assertTrue(judged.agrees, str(judged))
        self.relied_on.update(judged.relied_on)
        self.asked.add((shapes.find(method, request.path), version))
        return answer.json

    def first(self, target, **more):
        return self.ask('GET', target, **more)['_embedded'][0]

    def all_of_an_employer(self, employer, employee):
        root = f'/v2/providers/employers/{employer}'
        one = f'/v2/providers/employers/employees/{employee}'
        self.ask('GET', root)
        for version in ('2021-03-29', '2018-12-31'):
            self.ask('GET', f'{root}/employees?pageNumber=1&pageSize=250', version=version)
            self.ask('GET', one, version=version)
        self.ask('PATCH', one, {'emailAddress': 'iemand@gmail.com'}, version='2018-12-31')
        self.ask('GET', f'{root}/employees/employments/minimized?orderBy=-startDate', version='2019-12-16')
        for ending in ('selfservice', 'selfservice/migration', 'essaccessstatus'):
            self.ask('GET', f'{root}/employees/{ending}?pageSize=250')
        self.ask('GET', f'{one}/selfservice')
        self.ask('GET', f'/person/account/person/employees/{employee}/information')
        for version in ('2019-02-11', '2018-01-01'):
            self.ask('GET', f'{root}/authorizations', version=version)
        modules = self.ask('GET', f'{root}/modules')['_embedded']
        self.ask('PATCH', f'{root}/modules', [{'id': modules[0]['id'], 'action': 'enable'}])
        self.switch_mijnloket(root)
        self.ask('GET', f'{root}/notifications')

    def switch_mijnloket(self, root):
        """Off and on again: the list of modules is then as it was, with the variant."""
        before = self.ask('GET', f'{root}/modules')['_embedded']
        mijnloket = [module for module in before if module['description'] == 'MijnLoket']
        for action, count in (('disable', 0), ('enable', 1)) if mijnloket else ():
            self.ask('PATCH', f'{root}/modules', [{'id': mijnloket[0]['id'], 'action': action}])
            after = self.ask('GET', f'{root}/modules')['_embedded']
            self.assertEqual(len([module for module in after if module['id'] == mijnloket[0]['id']]), count)
        self.assertEqual(self.ask('GET', f'{root}/modules')['_embedded'], before)

    def all_of_the_firm(self, provider):
        self.ask('GET', '/user')
        self.ask('GET', f'/v2/providers/{provider}/employers/minimized')
        known = self.ask('GET', f'/v2/providers/{provider}/modules')['_embedded']
        self.ask('GET', f'/v2/providers/{provider}/authorizations')
        for which in ('All', 'None', 'OnlyEnabled'):
            self.ask('GET', f'/provider/providers/{provider}/employers/modules?modules={which}')
        self.ask('GET', f'/provider/providers/{provider}/employers/modules?modules=Selection&moduleIds={known[0]["id"]},{known[-1]["id"]}')
        self.ask('GET', '/v2/providers/employers/notifications/summary')

    def do(self, employer, people, portal, action):
        root = f'/v2/providers/employers/{employer}/employees'
        done = self.ask('PATCH', f'{root}/{portal}', [{'employeeId': person, 'action': action} for person in people])
        return self.completed(done['content']['collectiveActionId'])

    def completed(self, action):
        while True:
            listed = self.ask('GET', '/users/collectiveactions?pageNumber=1&pageSize=250')['_embedded']
            if all(one['status'] == 'Completed' for one in listed):
                return self.ask('GET', f'/users/collectiveactions/{action}')['_embedded']

    def conversion(self, employer, people):
        items = self.do(employer, people, 'essaccessstatus', 'SendInvite')
        self.assertTrue([item for item in items if not item['succes']], 'nobody fell out')
        self.assertTrue([item for item in items if item['succes']], 'nobody was invited')
        self.do(employer, people, 'selfservice', 'RevokeAccess')
        self.do(employer, people, 'selfservice', 'ReinstateAccess')
        for action in ('ResendUsername', 'DisableTwoFactorAuthentication', 'SendInvite', 'RevokeInvite'):
            self.do(employer, people, 'selfservice', action)
        self.loket.activate(share=0.5, seed=1)
        self.do(employer, people, 'essaccessstatus', 'RevokeAccess')
        self.do(employer, people, 'essaccessstatus', 'ReinstateAccess')
        one = f'/v2/providers/employers/employees/{people[0]}'
        self.ask('PATCH', f'{one}/revokeEmployeeSelfServiceAccess', {'revokeEmployeeSelfServiceAccessOn': '2027-01-31'})
        self.ask('PATCH', f'{one}/revokeEmployeeSelfServiceAccess', {'revokeEmployeeSelfServiceAccessOn': None})
        wanted = [{'employeeId': person, 'action': 'RevokeAccess'} for person in (people[0], NOBODY)]
        self.ask('PATCH', '/v2/providers/employers/employees/selfservice', wanted)
        self.ask('PATCH', '/v2/providers/employers/employees/selfservice', wanted[1:], status=400)

    def notifications(self):
        one = self.first('/v2/providers/employers/notifications')['id']
        self.ask('GET', f'/v2/providers/employers/notifications/{one}')
        self.ask('PATCH', '/v2/providers/employers/notifications', [{'id': one, 'action': 'markAsRead'}])
        self.ask('GET', '/v2/providers/employers/notifications?includeRead=true')
        done = self.ask('PATCH', '/v2/providers/mutual/employers/notifications', [{'id': one}, {'id': NOBODY}])
        self.completed(done['content']['collectiveActionId'])

    def test_every_operation(self):
        provider = self.first('/providers?pageNumber=1')['id']
        employers = self.ask('GET', '/v2/providers/employers/minimized')['_embedded']
        self.all_of_the_firm(provider)
        for employer in employers:
            root = f'/v2/providers/employers/{employer["id"]}/employees'
            people = [row['id'] for row in self.ask('GET', root, version='2021-03-29')['_embedded']]
            self.all_of_an_employer(employer['id'], people[0])
        self.conversion(employer['id'], people)
        self.all_of_an_employer(employer['id'], people[0])
        self.notifications()
        wanted = {(operation, version) for operation in shapes.operations() for version in operation.row.get('answers', {})
                  if not operation.is_sign_in}
        self.assertEqual(wanted - self.asked, set(), 'operations that the practice Loket does not serve, or that are not tried')
        self.assertEqual(self.relied_on - ASSUMED, set(), 'an assumption that is not told')

    def test_refusals(self):
        employer = self.first('/v2/providers/employers/minimized')['id']
        root = f'/v2/providers/employers/{employer}'
        self.ask('GET', f'/v2/providers/employers/{NOBODY}', status=404)
        self.ask('PATCH', f'{root}/modules', [{'id': NOBODY, 'action': 'enable'}], status=400)
        self.ask('GET', f'{root}/employees?filter=shoe%20eq%207', version='2021-03-29', status=400)
        for send in (lambda: self.send('GET', '/user', headers={}), lambda: self.send('PATCH', f'{root}/modules', [])):
            request, answer = send()
            self.assertIn(answer.status, (400, 401))
            judged = shapes.judge_answer(request, answer)
            self.assertTrue(judged.agrees, str(judged))

    def test_what_cannot_be_done_is_told_per_person(self):
        self.loket.post('/practice/behaviour', {'denied': {'*': ['GetUserByToken']}})
        self.ask('GET', '/user', status=403)
        self.loket.post('/practice/behaviour', {'messageTypeAsObject': True})
        employer = self.first('/v2/providers/employers/minimized')['id']
        self.do(employer, [NOBODY], 'essaccessstatus', 'SendInvite')
        self.assertIn('_embedded[].messages[].type', self.relied_on)

    def sign_in_request(self, form):
        return self.send('POST', '/token', data=urllib.parse.urlencode(form).encode('utf-8'),
                         headers={'Content-Type': 'application/x-www-form-urlencoded'})

    def test_sign_in(self):
        query = urllib.parse.urlencode({'client_id': 'overstap', 'redirect_uri': BACK, 'response_type': 'code', 'scope': 'all',
                                        'state': '0123456789abcdef'})
        request, answer = self.send('GET', f'/authorize?{query}', headers={})
        for judged in (shapes.judge_request(request), shapes.judge_answer(request, answer)):
            self.assertTrue(judged.agrees, str(judged))
        back = urllib.parse.parse_qs(urllib.parse.urlsplit(answer.header('Location')).query)
        self.assertEqual(set(back), {'code', 'state'})
        code = {'grant_type': 'authorization_code', 'code': back['code'][0], 'redirect_uri': BACK, 'client_id': 'overstap'}
        request, answer = self.sign_in_request(code)
        self.assertEqual(answer.status, 200)
        again = {'grant_type': 'refresh_token', 'refresh_token': answer.json['refresh_token'], 'client_id': 'overstap'}
        exchanges = [(request, answer), self.sign_in_request(again), self.sign_in_request(code)]
        self.assertEqual(exchanges[2][1].json, {'error': 'invalid_grant'})
        for request, answer in exchanges:
            for judged in (shapes.judge_request(request), shapes.judge_answer(request, answer)):
                self.assertTrue(judged.agrees, str(judged))


if __name__ == '__main__':
    overstap.main()
