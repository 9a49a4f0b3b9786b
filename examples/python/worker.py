"""Code for Durahook's events in Python: an activity, and two workflows."""

import asyncio
import os
from datetime import timedelta
from typing import Any, Optional

from temporalio import activity, workflow
from temporalio.client import Client
from temporalio.exceptions import ApplicationError
from temporalio.worker import Worker


@activity.defn
async def score_order(event: dict, body: Any) -> str:
    """Takes an event of a destination with `kind: activity`. The Web UI shows the returned text beside the event."""
    if not isinstance(body, dict):
        # Bytes that are not JSON arrive as bytes. A failure that is not retryable parks the event at once.
        raise ApplicationError("the order is not JSON", type="NotJson", non_retryable=True)
    order = body["data"]["order"]
    # event["id"] is the same at every attempt: use it as the idempotency key of an effect.
    activity.logger.info("Scoring order %s for event %s", order, event["id"])
    return f"order {order} has the score {len(str(order)) * 10}"


@activity.defn
async def refund_order(event_id: str, order: str) -> str:
    """An activity that only a workflow of this worker calls."""
    return f"order {order} is refunded"


@workflow.defn
class PythonOrder:
    """Waits for the payment of an order. With `missing: start`, the event starts the workflow."""

    def __init__(self) -> None:
        self.paid: Optional[str] = None

    @workflow.run
    async def run(self, event: dict, body: Any) -> str:
        await workflow.wait_condition(lambda: self.paid is not None and workflow.all_handlers_finished())
        return f"paid by event {self.paid}"

    @workflow.update
    async def payment_succeeded(self, event: dict, body: Any) -> str:
        self.paid = event["id"]
        return f"paid with {body['data']['cents']} cents"


@workflow.defn(name="webhook.order_cancelled")
class OrderCancelled:
    """The whole processing of an event, which `durahook.workflows` leaves to this worker; named like the event's type."""

    @workflow.run
    async def run(self, event: dict, body: Any) -> str:
        if not isinstance(body, dict):
            raise ApplicationError("the order is not JSON", type="NotJson")
        return await workflow.execute_activity(
            refund_order, args=[event["id"], body["data"]["order"]], start_to_close_timeout=timedelta(seconds=10)
        )


async def main() -> None:
    client = await Client.connect(os.environ.get("TEMPORAL_ADDRESS", "localhost:7233"))
    worker = Worker(
        client,
        task_queue="python",
        activities=[score_order, refund_order],
        workflows=[PythonOrder, OrderCancelled],
    )
    print("Working on the task queue python", flush=True)
    await worker.run()


if __name__ == "__main__":
    asyncio.run(main())
