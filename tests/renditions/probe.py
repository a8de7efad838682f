"""What test_confined.py runs in a confined process: it tries what it may not."""

import os
import time
from pathlib import Path

from cms.renditions.processes.confined import most_memory, serve


def work(job: dict, data: bytes) -> dict:
    match job["do"]:
        case "echo":
            return {"data": data.decode()}
        case "environment":
            return {"names": sorted(os.environ)}
        case "take":
            return {"taken": len(bytearray(job["mb"] << 20))}
        case "memory":
            taken = bytearray(b"x") * (job.get("take", 0) << 20)
            return {"mb": most_memory(), "taken": len(taken)}
        case "write":
            Path(job["path"]).write_bytes(b"x" * job["bytes"])
            return {"written": job["bytes"]}
        case "spin":
            while True:
                pass
        case "sleep":
            time.sleep(60)
        case "leave":
            os._exit(3)
    return {}


if __name__ == "__main__":
    serve(work)
