"""An SMTP server in a process of its own that writes down every mail it has read to the end: usage: sink.py FOLDER [faults].

One line per mail in FOLDER/received: recipient and Message-ID. FOLDER/mail.log says the same in Postfix's words, for the
resolver. The port is written to FOLDER/port. Whether a fault meets a recipient is drawn from the address, so a second run is
the same.
"""

import argparse
import asyncio
import contextlib
import os
import re
import zlib
from pathlib import Path

MESSAGE_ID = re.compile(rb"(?im)^message-id:\s*<(\S+)>")
END = b"\r\n.\r\n"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--greylist", type=float, default=0, help="share of recipients that get 451 the first time")
    parser.add_argument("--reject", type=float, default=0, help="share of recipients that get 550")
    parser.add_argument("--drop-after-dot", type=float, default=0, help="share whose answer never comes, the first time")
    parser.add_argument("--drop-in-body", type=float, default=0, help="share whose connection breaks half way, the first time")
    parser.add_argument("--most", type=int, default=0, help="mails in a session, then 421")
    parser.add_argument("--slow", type=float, default=0, help="seconds before each answer to the dot")
    parser.add_argument("--plain", action="store_true", help="no PIPELINING")
    return parser.parse_args()


class Sink:
    def __init__(self, options: argparse.Namespace):
        self.options = options
        self.received = (options.folder / "received").open("ab", buffering=0)
        self.log = (options.folder / "mail.log").open("ab", buffering=0)
        self.met: set[bytes] = set()
        self.number = 0

    def meets(self, fault: bytes, recipient: bytes, share: float, *, once: bool) -> bool:
        """Whether this fault happens to this recipient now."""
        name = fault + recipient
        if not share or zlib.crc32(name) % 10_000 >= share * 10_000 or (once and name in self.met):
            return False
        self.met.add(name)
        return True

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        session = Session(self, reader, writer)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await session.run()
        writer.close()

    def write_down(self, recipient: bytes, message_id: bytes) -> None:
        self.number += 1
        queue = b"%X" % (0xA0000 + self.number)
        self.log.write(
            b"Nov 21 12:00:00 mail postfix/cleanup[9]: %s: message-id=<%s>\n"
            b"Nov 21 12:00:00 mail postfix/qmgr[9]: %s: from=<x>, size=1, nrcpt=1 (queue active)\n" % (queue, message_id, queue)
        )
        self.received.write(b"%s %s\n" % (recipient, message_id))


class Session:
    def __init__(self, sink: Sink, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self.sink, self.reader, self.writer = sink, reader, writer
        self.recipient = b""
        self.taken = 0

    async def run(self) -> None:
        self.say(b"220 sink ESMTP")
        while line := await self.reader.readline():
            verb = line[:4].upper()
            if verb in (b"EHLO", b"HELO"):
                self.say(b"250-sink\r\n" + (b"" if self.sink.options.plain else b"250-PIPELINING\r\n") + b"250 SIZE 50000000")
            elif verb == b"MAIL":
                if self.sink.options.most and self.taken >= self.sink.options.most:
                    self.say(b"421 4.7.0 too many mails in one session")
                    return
                self.recipient = b""
                self.say(b"250 ok")
            elif verb == b"RCPT":
                self.answer_recipient(line.split(b"<")[1].split(b">")[0])
            elif verb == b"DATA":
                if not await self.data():
                    return
            elif verb == b"QUIT":
                self.say(b"221 bye")
                return
            else:
                self.say(b"250 ok")

    def say(self, line: bytes) -> None:
        self.writer.write(line + b"\r\n")

    def answer_recipient(self, recipient: bytes) -> None:
        options = self.sink.options
        if self.sink.meets(b"reject", recipient, options.reject, once=False):
            self.say(b"550 5.1.1 no such mailbox")
        elif self.sink.meets(b"grey", recipient, options.greylist, once=True):
            self.say(b"451 4.7.1 greylisted, come back later")
        else:
            self.recipient = recipient
            self.say(b"250 ok")

    async def data(self) -> bool:
        """False: the connection is broken on purpose."""
        if not self.recipient:
            self.say(b"554 no valid recipients")
            return True
        self.say(b"354 go on")
        options = self.sink.options
        if self.sink.meets(b"body", self.recipient, options.drop_in_body, once=True):
            await self.reader.read(2000)
            self.writer.transport.abort()
            return False
        content = await self.content()
        self.sink.write_down(self.recipient, MESSAGE_ID.search(content)[1])
        self.taken += 1
        if self.sink.meets(b"dot", self.recipient, options.drop_after_dot, once=True):
            self.writer.transport.abort()
            return False
        if options.slow:
            await asyncio.sleep(options.slow)
        self.say(b"250 2.0.0 ok")
        return True

    async def content(self) -> bytes:
        pieces = []
        while True:
            try:
                return b"".join([*pieces, await self.reader.readuntil(END)])
            except asyncio.LimitOverrunError as error:
                pieces.append(await self.reader.readexactly(error.consumed))


async def main() -> None:
    options = arguments()
    sink = Sink(options)
    server = await asyncio.start_server(sink.serve, "127.0.0.1", options.port, limit=1 << 18)
    port = server.sockets[0].getsockname()[1]
    partial = options.folder / "port.partial"
    partial.write_text(str(port))
    partial.rename(options.folder / "port")
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    os.nice(1)
    asyncio.run(main())
