# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server of aiosmtpd's that keeps what it gets and answers what a test says."""
import asyncio
import email
import email.policy
import socket

try:
    from aiosmtpd.controller import Controller
except ImportError:
    Controller = None


def read(content):
    return email.message_from_bytes(content, policy=email.policy.default)


class MailServer:
    """For a TestCase: what came is in `got` as (recipients, bytes)."""

    def prepare(self):
        self.got = []
        self.answers = {}
        self.when = None
        self.pause = None

    async def handle_MAIL(self, server, session, envelope, address, options):
        answers = self.answers.get('MAIL')
        if answers:
            return answers.pop(0)
        envelope.mail_from = address
        return '250 OK'

    async def handle_RCPT(self, server, session, envelope, address, options):
        answers = self.answers.get(address)
        if answers:
            return answers.pop(0)
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        if self.pause is not None:
            await asyncio.sleep(self.pause())
        self.got.append((envelope.rcpt_tos, envelope.content))
        if self.pause is not None:
            await asyncio.sleep(self.pause())
        said = self.when(server) if self.when is not None else None
        return said or '250 2.0.0 in de rij'

    def serve(self, **more):
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            port = free.getsockname()[1]
        self.server = Controller(self, hostname='127.0.0.1', port=port, **more)
        self.server.start()
        self.addCleanup(self.stop, self.server)
        self.url = f'smtp://localhost:{port}'

    @staticmethod
    def stop(server):
        if not server.loop.is_closed():
            server.stop()
