# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording proxy between `overstap` and a Loket.

    with Proxy(loket.url) as proxy:
        case.ok('connect', case.dossier, proxy.url)
        ...
        for exchange in proxy.exchanges: exchange.request.path, exchange.answer.status, ...

It listens on loopback and passes every request on, over a connection of its own, with the bodies as they are. A Loket that
drops the connection has it dropped here too. Two hooks change what goes by; each is called in the thread of its
connection, several at once:

    proxy.on_request = lambda request: None        # None: pass it on; an Answer: answer with that; CUT: drop the connection
    proxy.on_answer = lambda request, answer: None # None: as it is; an Answer: that instead; CUT: drop the connection

Nothing here knows what Loket is: see shapes.py for that.
"""
import copy
import http.client
import http.server
import json
import socket
import threading
import urllib.parse

# Given by a hook: the connection is dropped without an answer.
CUT = object()

# Headers that belong to one connection, and are not passed on.
HOP = {'connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'proxy-connection', 'accept-encoding'}

TIMEOUT = 60


class Request:
    """What the client sent."""

    def __init__(self, number, method, target, headers, body):
        self.number = number
        self.method = method
        self.target = target
        self.path, _, self.query = target.partition('?')
        self.headers = headers
        self.body = body

    def __repr__(self):
        return f'{self.number}. {self.method} {self.path}'

    @property
    def parameters(self):
        """[(name, value)] of the query."""
        return urllib.parse.parse_qsl(self.query, keep_blank_values=True)

    @property
    def form(self):
        """[(name, value)] of a body that is a form."""
        return urllib.parse.parse_qsl(self.body.decode('utf-8'), keep_blank_values=True)

    @property
    def json(self):
        return json.loads(self.body) if self.body else None

    @property
    def version(self):
        """The version in the Accept header, or None."""
        for part in self.headers.get('Accept', '').split(';'):
            name, _, value = part.strip().partition('=')
            if name == 'version':
                return value
        return None


class Answer:
    """What goes back to the client."""

    def __init__(self, status, body=b'', headers=()):
        self.status = status
        self.body = body
        self.headers = list(headers)

    @classmethod
    def of_json(cls, value, status=200):
        return cls(status, json.dumps(value).encode('utf-8'), [('Content-Type', 'application/json; charset=utf-8')])

    def header(self, name):
        for key, value in self.headers:
            if key.lower() == name.lower():
                return value
        return None

    @property
    def content_type(self):
        return (self.header('Content-Type') or '').partition(';')[0].strip().lower()

    @property
    def json(self):
        """The document of an answer with JSON, else None."""
        return json.loads(self.body) if self.body and self.content_type == 'application/json' else None

    def with_json(self, value):
        """The same with another document."""
        other = copy.copy(self)
        other.body = json.dumps(value).encode('utf-8')
        return other


class Exchange:
    """A request, what Loket answered (None: it dropped the connection, or was not asked) and what the client got (None: nothing)."""

    def __init__(self, request):
        self.request = request
        self.answer = None
        self.given = None

    def __repr__(self):
        return f'{self.request!r}: {self.given.status if self.given else "cut"}'


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    disable_nagle_algorithm = True

    def log_message(self, *args):
        pass

    def answer_one(self):
        proxy = self.server.proxy
        body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
        exchange = proxy.begin(self.command, self.path, self.headers, body)
        try:
            given = proxy.carry_out(exchange)
        except (OSError, http.client.HTTPException):
            given = CUT
        if given is CUT:
            self.cut()
            return
        exchange.given = given
        self.send_response_only(given.status)
        for name, value in given.headers:
            if name.lower() not in HOP and name.lower() != 'content-length':
                self.send_header(name, value)
        self.send_header('Content-Length', str(len(given.body)))
        if self.command != 'GET':
            # As the practice Loket does it.
            self.send_header('Connection', 'close')
        self.end_headers()
        self.wfile.write(given.body)

    def cut(self):
        self.close_connection = True
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    do_GET = do_PATCH = do_POST = do_PUT = do_DELETE = answer_one


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        # A client that was killed in the middle is no news.
        pass


class Proxy:
    """See the top of this file."""

    def __init__(self, target, on_request=None, on_answer=None):
        self.target = urllib.parse.urlsplit(target)
        self.on_request = on_request
        self.on_answer = on_answer
        self.lock = threading.Lock()
        self.exchanges = []

    def __enter__(self):
        self.server = Server(('127.0.0.1', 0), Handler)
        self.server.proxy = self
        self.url = f'http://127.0.0.1:{self.server.server_address[1]}'
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={'poll_interval': 0.05}, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, kind, value, trace):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def aim(self, target):
        """Passes on to another Loket from now on, and forgets what went by."""
        self.target = urllib.parse.urlsplit(target)
        self.clear()

    def clear(self):
        """Forgets what went by."""
        with self.lock:
            self.exchanges.clear()

    def begin(self, method, target, headers, body):
        with self.lock:
            exchange = Exchange(Request(len(self.exchanges) + 1, method, target, headers, body))
            self.exchanges.append(exchange)
        return exchange

    def carry_out(self, exchange):
        """What the client is to get, or CUT."""
        given = self.on_request(exchange.request) if self.on_request else None
        if given is not None:
            return given
        exchange.answer = self.forward(exchange.request)
        given = self.on_answer(exchange.request, exchange.answer) if self.on_answer else None
        return exchange.answer if given is None else given

    def forward(self, request):
        line = http.client.HTTPConnection(self.target.hostname, self.target.port, timeout=TIMEOUT)
        try:
            headers = {name: value for name, value in request.headers.items() if name.lower() not in HOP}
            headers['Host'] = self.target.netloc
            # So that Loket's side ends it.
            headers['Connection'] = 'close'
            line.request(request.method, request.target, request.body or None, headers)
            answer = line.getresponse()
            return Answer(answer.status, answer.read(), answer.getheaders())
        finally:
            line.close()

    # Counting.

    def of(self, method=None, ending=None):
        """The exchanges of that method whose path ends so."""
        return [exchange for exchange in list(self.exchanges)
                if (method is None or exchange.request.method == method)
                and (ending is None or exchange.request.path.endswith(ending))]
