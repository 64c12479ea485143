# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of a practice Loket as a browser without script sees them: cookies, forms with their tokens, redirects."""
import html
import http.client
import re
import urllib.parse


class Page:
    def __init__(self, status, path, text, headers):
        self.status, self.path, self.markup, self.headers = status, path, text, headers
        found = re.search(r'<h1>(.*?)</h1>', text, re.DOTALL)
        self.heading = html.unescape(found[1]) if found else None
        self.text = html.unescape(re.sub(r'\s+', ' ', re.sub(r'<[^>]*>', ' ', text)))
        token = re.search(r'name="csrf" value="([0-9a-f]+)"', text)
        self.token = token and token[1]

    def field(self, name):
        """What a field has in it at first."""
        found = re.search(rf'<input[^>]*(?:id|name)="{name}"[^>]*>', self.markup)
        value = found and re.search(r'value="([^"]*)"', found[0])
        return html.unescape(value[1]) if value else None


class Visitor:
    """Somebody with a browser of his own."""

    def __init__(self, loket):
        self.at = loket.at
        self.cookies = {}
        self.page = None

    def _ask(self, method, path, body=None, content_type=None):
        line = http.client.HTTPConnection(self.at.hostname, self.at.port, timeout=60)
        headers = {'Accept': 'text/html', 'Cookie': '; '.join(f'{name}={value}' for name, value in self.cookies.items())}
        if content_type:
            headers['Content-Type'] = content_type
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            text = answer.read().decode('utf-8')
        finally:
            line.close()
        for cookie in answer.headers.get_all('Set-Cookie') or []:
            name, _, value = cookie.partition(';')[0].partition('=')
            self.cookies[name] = value
        if answer.status in (301, 302, 303):
            return self.open(answer.getheader('Location'))
        self.page = Page(answer.status, path, text, answer.headers)
        return self.page

    def open(self, url):
        """Opens a page, by its path or its whole address."""
        parts = urllib.parse.urlsplit(url)
        return self._ask('GET', parts.path + (f'?{parts.query}' if parts.query else ''))

    def send(self, path=None, **fields):
        """Sends the form of this page, to itself unless it says otherwise; lists are fields with several values."""
        fields = {'csrf': self.page.token, **fields}
        return self._ask('POST', path or self.page.path, urllib.parse.urlencode(fields, doseq=True), 'application/x-www-form-urlencoded')

    def send_file(self, path, field, name, data, **fields):
        """Sends a form with a file that was chosen."""
        mark = 'grens-van-de-delen'
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in
                 {'csrf': self.page.token, **fields}.items()]
        parts.append(f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'.encode()
                     + data + b'\r\n')
        return self._ask('POST', path, b''.join(parts) + f'--{mark}--\r\n'.encode(), f'multipart/form-data; boundary={mark}')
