"""The activity to which events go, in Python: notes each event in a file, as the activity in Java does."""

import asyncio
import hashlib
import os
import signal
import sys
import time

from temporalio import activity
from temporalio.client import Client
from temporalio.common import RawValue
from temporalio.worker import Worker

target, namespace, queue, path = sys.argv[1:5]
# A single write appends a line, so that threads and processes need no lock.
seen = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)


@activity.defn(name="score")
async def score(event: dict, body: RawValue) -> str:
    digest = hashlib.sha256(body.payload.data).hexdigest()
    os.write(seen, f"{time.time_ns() // 1000} {event['id']} {digest}\n".encode())
    return "scored"


async def connect() -> Client:
    """Waits for a Temporal that is away: it may have been killed at the same time."""
    while True:
        try:
            return await Client.connect(target, namespace=namespace)
        except Exception as away:
            print(f"Temporal is away: {away}", flush=True)
            await asyncio.sleep(1)


async def work(stop: asyncio.Event) -> None:
    async with Worker(await connect(), task_queue=queue, activities=[score]):
        print("ready", flush=True)
        await stop.wait()


async def main() -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    while not stop.is_set():
        try:
            await work(stop)
        except Exception as failed:
            print(f"The worker has ended: {failed}", flush=True)
            await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(main())
