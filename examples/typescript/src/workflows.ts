import { allHandlersFinished, ApplicationFailure, condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import type * as activities from './activities';
import { isOrder, isPayment, type WebhookEvent } from './events';

const { refund_order } = proxyActivities<typeof activities>({ startToCloseTimeout: '10 seconds' });

const paymentSucceeded = defineUpdate<string, [WebhookEvent, unknown]>('payment_succeeded');

/** Waits for the payment of an order. With `missing: start`, the event starts the workflow. */
export async function TypeScriptOrder(): Promise<string> {
  let paid: string | undefined;
  setHandler(paymentSucceeded, (event, body) => {
    if (!isPayment(body)) {
      // This fails the update alone, and its event is parked. A TypeError would stop the whole order.
      throw ApplicationFailure.create({ message: 'the payment has no cents', type: 'NoCents' });
    }
    paid = event.id;
    return `paid with ${body.data.cents} cents`;
  });
  await condition(() => paid !== undefined && allHandlersFinished());
  return `paid by event ${paid}`;
}

/** The whole processing of an event, which `durahook.workflows` leaves to this worker. */
async function orderCancelled(event: WebhookEvent, body: unknown): Promise<string> {
  if (!isOrder(body)) {
    throw ApplicationFailure.create({ message: 'the body has no order', type: 'NoOrder' });
  }
  return await refund_order(event.id, body.data.order);
}

// The workflow is named like the event's type.
export { orderCancelled as 'webhook.order_cancelled' };
