#!/usr/bin/env python3
"""A real SMTP server (PyPI `aiosmtpd`) that our mail is sent to; what arrives is told on standard output.

Usage: smtp_server.py [--port N] [--tls | --starttls] [--certificate FILE --key FILE] [--user NAME --password WORD]

Listens on 127.0.0.1 and prints one JSON object a line: first {"port"}, then one for each message that was accepted and each
recipient that was refused. A message is read by Python's own `email` package: {"from", "to", "headers", "body", "user", "tls",
"problems"}. The local part of a recipient's address says how it is treated: `refused…` 550 for good, `later…` 451 the first
time it is named. Ends when standard input does.
"""
import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


def tell(**what) -> None:
    print(json.dumps(what, ensure_ascii=True), flush=True)


class Mailbox:
    def __init__(self) -> None:
        self.named = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local.startswith("refused"):
            tell(refused=address, code=550)
            return "550 5.1.1 no such mailbox: the delegation has moved"
        if local.startswith("later") and address not in self.named:
            self.named.add(address)
            tell(refused=address, code=451)
            return "451 4.3.0 the mailbox is busy, come again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        raw = envelope.content
        problems = []
        head = raw.split(b"\r\n\r\n", 1)[0]
        if any(byte > 127 for byte in head):
            problems.append("a header is not ASCII")
        if any(len(line) > 998 for line in raw.split(b"\r\n")):
            problems.append("a line is longer than 998 octets")
        message = email.message_from_bytes(raw, policy=email.policy.default)
        problems += [str(defect) for defect in message.defects]
        for name, value in message.items():
            problems += [f"{name}: {defect}" for defect in getattr(value, "defects", ())]
        for needed in ("From", "To", "Date", "Message-ID", "Subject", "MIME-Version", "Content-Type"):
            if len(message.get_all(needed, [])) != 1:
                problems.append(f"{needed} is not there once")
        tell(
            **{"from": envelope.mail_from},
            to=envelope.rcpt_tos,
            headers={name: str(value) for name, value in message.items()},
            body=message.get_content(),
            user=session.auth_data.login.decode() if session.auth_data else None,
            tls=server.transport.get_extra_info("sslcontext") is not None,
            problems=problems,
        )
        return "250 Message accepted for delivery"


class Account:
    """What a user name and a password were."""

    def __init__(self, login: bytes) -> None:
        self.login = login


async def serve(arguments) -> None:
    context = None
    if arguments.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(arguments.certificate, arguments.key)
    mailbox = Mailbox()

    def authenticate(server, session, envelope, mechanism, data):
        good = (data.login, data.password) == (arguments.user.encode(), arguments.password.encode())
        return AuthResult(success=good, handled=False, auth_data=Account(data.login))

    def door():
        options = {"enable_SMTPUTF8": False, "loop": asyncio.get_running_loop()}
        if arguments.starttls:
            options |= {"tls_context": context, "require_starttls": True}
        if arguments.user:
            options |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": not arguments.tls}
        return SMTP(mailbox, **options)

    wrapped = context if arguments.tls else None
    server = await asyncio.get_running_loop().create_server(door, "127.0.0.1", arguments.port, ssl=wrapped)
    tell(port=server.sockets[0].getsockname()[1])
    await asyncio.to_thread(sys.stdin.read)
    server.close()


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("--port", type=int, default=0)
    reader.add_argument("--tls", action="store_true")
    reader.add_argument("--starttls", action="store_true")
    reader.add_argument("--certificate")
    reader.add_argument("--key")
    reader.add_argument("--user")
    reader.add_argument("--password")
    asyncio.run(serve(reader.parse_args()))


if __name__ == "__main__":
    main()
