# SPDX-License-Identifier: GPL-3.0-or-later
"""What Loket published about its API, and what is assumed beyond it, as JSON Schemas; and requests and answers judged by it.

The shapes are in shapes/*.json. There a schema tells its published form; `x-assumed` in it widens that by what is supposed.
A judgement tells three things apart, each a list of sentences without any value of a person:

    published   differs from what Loket published
    assumed     differs from what was assumed where Loket publishes nothing
    relied_on   agrees, but only by an assumption

Names of members that no shape has differ from what is published; members that are absent differ from an assumption, since
Loket does not tell which are always there.
"""
import functools
import json
import pathlib
import re
import urllib.parse

import jsonschema

FOLDER = pathlib.Path(__file__).parent / 'shapes'
UUID = r'[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'
PAGING = {'pageNumber': r'^[1-9]\d*$', 'pageSize': r'^[1-9]\d*$', 'orderBy': r'^-?[\w.]+(,-?[\w.]+)*$', 'filter': '.'}

formats = jsonschema.FormatChecker(formats=())
formats.checks('uuid')(lambda value: not isinstance(value, str) or bool(re.fullmatch(UUID, value)))
formats.checks('date')(lambda value: not isinstance(value, str) or bool(re.fullmatch(r'\d{4}-[01]\d-[0-3]\d', value)))
formats.checks('date-time')(lambda value: not isinstance(value, str) or bool(
    re.fullmatch(r'\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)', value)))


class Judgement:
    def __init__(self, where):
        self.where = where
        self.published, self.assumed, self.relied_on = [], [], []

    def __str__(self):
        lines = [f'differs from what Loket published: {line}' for line in self.published]
        lines += [f'differs from what we assumed: {line}' for line in self.assumed]
        return '\n'.join(f'{self.where}: {line}' for line in lines)

    @property
    def agrees(self):
        return not self.published and not self.assumed


@functools.lru_cache(maxsize=None)
def document(name):
    return json.loads((FOLDER / name).read_text(encoding='utf-8'))


def look_up(reference, home):
    name, _, pointer = reference.partition('#')
    name = name or home
    node = document(name)
    for part in pointer.strip('/').split('/'):
        node = node[part]
    return node, name


def widen(node, extra):
    """A published schema with what is assumed instead of what that says."""
    node = {key: value for key, value in node.items() if key not in ('enum', 'const', 'not')}
    if 'anyOf' in extra:
        node.pop('type', None)
    node.update({key: value for key, value in extra.items() if key != 'why'})
    return node


def build(node, home, assume, without=()):
    """A schema of its own, without references; with `assume` what is assumed counts as well."""
    if isinstance(node, list):
        return [build(part, home, assume, without) for part in node]
    if not isinstance(node, dict):
        return node
    if '$ref' in node:
        found, name = look_up(node['$ref'], home)
        return build(found, name, assume, without)
    extra = node.get('x-assumed')
    node = {key: value for key, value in node.items() if key not in ('x-assumed', '$comment')}
    if extra and assume:
        node = widen(node, extra)
        node['x-why'] = extra['why']
    built = {}
    for key, value in node.items():
        if key == 'properties':
            built[key] = {name: build(shape, home, assume, without) for name, shape in value.items() if name not in without}
        else:
            built[key] = value if key in ('required', 'enum', 'x-why') else build(value, home, assume, without)
    if 'properties' in built:
        built['additionalProperties'] = False
        if assume and 'required' not in built:
            built['required'] = list(built['properties'])
            built['x-all-present'] = True
    return built


def reference(name, assume, without=()):
    return build({'$ref': name}, '', assume, without)


def with_envelope(answer, assume):
    """The whole document of an answer with a list or a content."""
    common = {'version': reference('common.json#/$defs/version', assume),
              'messages': reference('common.json#/$defs/messages', assume)}
    without = answer.get('without', ())
    if 'list' in answer:
        common.update(reference('common.json#/$defs/paging', assume)['properties'])
        common['_embedded'] = {'type': 'array', 'items': reference(answer['list'], assume, without)}
    elif 'content' in answer:
        common['content'] = reference(answer['content'], assume, without)
    else:
        return reference(answer['bare'], assume, without)
    shape = {'type': 'object', 'properties': common, 'additionalProperties': False}
    if assume:
        shape.update({'required': list(common), 'x-all-present': True})
    return shape


@functools.lru_cache(maxsize=None)
def checkers(key):
    """(published, widened) validators of an answer or a reference, given as JSON text."""
    answer = json.loads(key)
    make = (lambda assume: reference(answer, assume)) if isinstance(answer, str) else (lambda assume: with_envelope(answer, assume))
    return tuple(jsonschema.Draft7Validator(make(assume), format_checker=formats) for assume in (False, True))


def place(path):
    """Where in a document, every index as [], so that a thousand rows make one sentence."""
    text = ''
    for part in path:
        text += '[]' if isinstance(part, int) else f'.{part}' if text else part
    return text or 'the document'


def describe(error):
    """What is wrong, without the value."""
    if error.validator == 'additionalProperties':
        names = sorted(set(error.instance) - set(error.schema['properties']))
        return f'{place(error.absolute_path)} has {", ".join(names)}'
    if error.validator == 'required':
        names = sorted(set(error.validator_value) - set(error.instance))
        return f'{place(error.absolute_path)} lacks {", ".join(names)}'
    return f'{place(error.absolute_path)} is not of {error.validator} {json.dumps(error.validator_value)}'


def is_assumed(error):
    return 'x-why' in error.schema or (error.validator == 'required' and 'x-all-present' in error.schema)


def compare(judgement, key, value):
    published, widened = checkers(json.dumps(key, sort_keys=True))
    wrong = list(widened.iter_errors(value))
    for error in wrong:
        target = judgement.assumed if is_assumed(error) else judgement.published
        if describe(error) not in target:
            target.append(describe(error))
    if wrong:
        return
    for error in published.iter_errors(value):
        text = place(error.absolute_path)
        if text not in judgement.relied_on:
            judgement.relied_on.append(text)


# Operations.

class Operation:
    def __init__(self, row):
        self.row = row
        self.activity, self.verb, self.path = row['activity'], row['verb'], row['path']
        self.is_sign_in = row.get('signIn', False)
        self.pattern = re.compile(re.sub(r'\{\w+\}', UUID, self.bare) + r'\Z')

    def __repr__(self):
        return f'{self.verb} {self.path}'

    @property
    def bare(self):
        return self.path[len('/v2'):] if self.path.startswith('/v2/') else self.path

    @property
    def is_service(self):
        return self.path.startswith(('/person/', '/provider/')) or self.is_sign_in

    def answer_at(self, version):
        """(version, shape): the newest one on or before that day; without a day the newest one."""
        answers = self.row.get('answers', {})
        fitting = [known for known in answers if version is None or known <= version]
        return (max(fitting), answers[max(fitting)]) if fitting else (None, None)


@functools.lru_cache(maxsize=None)
def operations():
    return [Operation(row) for row in document('paths.json')['operations']]


def find(method, path):
    """The published operation of a request, or None. With or without /v2: the documents disagree."""
    bare = path[len('/v2'):] if path.startswith('/v2/') else path
    for operation in operations():
        if operation.verb == method and operation.pattern.match(bare):
            return None if operation.is_service and path.startswith('/v2/') else operation
    return None


def has_published_prefix(operation, path):
    return path.startswith('/v2/') == operation.path.startswith('/v2/')


def as_object(pairs, judgement, what):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        judgement.published.append(f'{what} has a parameter twice')
    return dict(pairs)


def judge_query(judgement, operation, request):
    pairs = urllib.parse.parse_qsl(request.query, keep_blank_values=True)
    given = as_object(pairs, judgement, 'the query')
    if 'queryShape' in operation.row:
        compare(judgement, operation.row['queryShape'], given)
        return
    allowed = dict(operation.row.get('query', {}))
    if operation.row.get('paged'):
        allowed.update(PAGING)
    for name, value in given.items():
        if name not in allowed:
            judgement.published.append(f'the query has {name}')
        elif not re.search(allowed[name], value):
            judgement.published.append(f'the query has no such {name}')


def judge_body(judgement, operation, request):
    row = operation.row
    content_type = (request.headers.get('Content-Type') or '').replace(' ', '').lower()
    if 'forms' in row:
        given = as_object(request.form, judgement, 'the form')
        if content_type != 'application/x-www-form-urlencoded':
            judgement.assumed.append('the form is not sent as application/x-www-form-urlencoded')
        shape = row['forms'].get(given.get('grant_type'))
        if shape is None:
            judgement.published.append('the form has no grant_type of those published')
        else:
            compare(judgement, shape, given)
        return
    if 'request' not in row:
        if request.body:
            judgement.published.append('it has a body')
        return
    if not re.fullmatch(r'application/json(;version=\d{4}-\d\d-\d\d)?', content_type):
        judgement.published.append('Content-Type is not application/json')
    try:
        compare(judgement, row['request'], request.json)
    except ValueError:
        judgement.published.append('the body is no JSON')
    if request.json == []:
        judgement.assumed.append('the array is empty')


def judge_headers(judgement, operation, request):
    if operation.is_sign_in:
        if request.headers.get('Authorization'):
            judgement.published.append('a token is sent where one signs in')
        return
    if not re.fullmatch(r'Bearer \S+', request.headers.get('Authorization') or ''):
        judgement.published.append('there is no bearer token')
    if request.version is None:
        judgement.published.append('Accept names no version')
    elif request.version not in operation.row['answers']:
        judgement.published.append(f'Accept asks for version {request.version}, which is not one of the resource')
    if not (request.headers.get('Accept') or '').replace(' ', '').startswith('application/json;version='):
        judgement.published.append('Accept does not ask for JSON')


def judge_request(request):
    """A request that goes to Loket. The doors under /practice are no part of Loket."""
    judgement = Judgement(f'{request.method} {re.sub(UUID, "{id}", request.path)}')
    operation = find(request.method, request.path)
    if operation is None:
        judgement.published.append('there is no such operation')
        return judgement
    if not has_published_prefix(operation, request.path):
        judgement.relied_on.append('the prefix of the path')
    judge_headers(judgement, operation, request)
    judge_query(judgement, operation, request)
    judge_body(judgement, operation, request)
    return judgement


# Answers.

def judge_error(judgement, operation, answer):
    known = document('paths.json')['errors'].get(str(answer.status))
    if operation.path == '/token':
        if answer.status != 400:
            judgement.assumed.append(f'the status of an error is {answer.status}')
        compare(judgement, 'sign-in.json#/$defs/error', answer.json)
    elif known is None:
        judgement.published.append(f'the status {answer.status} is not documented')
    elif 'envelope' in known:
        judge_envelope_of_error(judgement, answer)
    elif 'bare' in known:
        compare(judgement, known['bare'], answer.json)


def judge_envelope_of_error(judgement, answer):
    if answer.content_type == 'text/plain' or not answer.body:
        return
    compare(judgement, {'content': 'common.json#/$defs/emptyOrAnyObject'}, answer.json)


def judge_success(judgement, operation, request, answer):
    version, shape = operation.answer_at(request.version)
    if shape is None:
        judgement.published.append('there is no such version, and yet it is answered')
        return
    if shape.get('nothing'):
        return
    if answer.content_type != 'application/json':
        judgement.published.append(f'the answer is {answer.content_type or "nothing"}, not application/json')
        return
    if 'x-assumed' in shape:
        judgement.relied_on.append(shape['x-assumed'])
    compare(judgement, {key: value for key, value in shape.items() if key != 'x-assumed'}, answer.json)
    told = answer.json.get('version', {}).get('resourceVersion') if 'bare' not in shape else version
    if told != version:
        judgement.published.append('resourceVersion is not the version that was asked for')


def judge_answer(request, answer):
    """What Loket answered to a request."""
    judgement = Judgement(f'answer {answer.status} to {request.method} {re.sub(UUID, "{id}", request.path)}')
    operation = find(request.method, request.path)
    if operation is None:
        if answer.status != 404 and answer.status != 405:
            judgement.published.append('an operation is answered that is not published')
        return judgement
    if answer.status >= 400:
        judge_error(judgement, operation, answer)
    elif operation.path == '/authorize':
        if answer.status != 302 or not answer.header('Location'):
            judgement.published.append('it does not redirect')
    elif answer.status != 200:
        judgement.published.append(f'the status {answer.status} is not documented')
    else:
        judge_success(judgement, operation, request, answer)
    return judgement
