"""A real SMTP server in a process of its own: writes every accepted mail to a folder, one file each. usage: PORT FOLDER"""

import asyncio
import itertools
import os
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP


class Recorder:
    def __init__(self, folder: Path):
        self.folder = folder
        self.numbers = itertools.count(len(list(folder.glob("*.eml"))))

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        target = self.folder / f"{next(self.numbers):06d}.eml"
        partial = target.with_suffix(".partial")
        partial.write_bytes(envelope.original_content)
        partial.rename(target)
        return "250 taken"


async def serve(port: int, folder: Path) -> None:
    recorder = Recorder(folder)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(recorder, data_size_limit=10_000_000, loop=loop), "127.0.0.1", port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    os.nice(1)
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
