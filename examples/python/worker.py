"""Code for Durahook's events in Python: an activity, and two workflows."""

import asyncio
import os
from datetime import timedelta
from typing import Any, Optional

from temporalio import activity, workflow
from temporalio.client import Client
from temporalio.exceptions import ApplicationError
from temporalio.worker import Worker


def value(body: Any, key: str, type_: type) -> Any:
    """Returns a value of the body's `data`, or None: bytes that are not JSON arrive as bytes, and JSON may lack any field."""
    data = body.get("data") if isinstance(body, dict) else None
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, type_) else None


@activity.defn
async def score_order(event: dict, body: Any) -> str:
    """Takes an event of a destination with `kind: activity`. The Web UI shows the returned text beside the event."""
    order = value(body, "order", str)
    if order is None:
        # A failure that is not retryable parks the event at once.
        raise ApplicationError("the body has no order", type="NoOrder", non_retryable=True)
    # event["id"] is the same at every attempt: use it as the idempotency key of an effect.
    activity.logger.info("Scoring order %s for event %s", order, event["id"])
    return f"order {order} has the score {len(order) * 10}"


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
        cents = value(body, "cents", int)
        if cents is None:
            # This fails the update alone, and its event is parked. A KeyError would stop the whole order.
            raise ApplicationError("the payment has no cents", type="NoCents")
        self.paid = event["id"]
        return f"paid with {cents} cents"


@workflow.defn(name="webhook.order_cancelled")
class OrderCancelled:
    """The whole processing of an event, which `durahook.workflows` leaves to this worker; named like the event's type."""

    @workflow.run
    async def run(self, event: dict, body: Any) -> str:
        order = value(body, "order", str)
        if order is None:
            raise ApplicationError("the body has no order", type="NoOrder")
        return await workflow.execute_activity(
            refund_order, args=[event["id"], order], start_to_close_timeout=timedelta(seconds=10)
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
