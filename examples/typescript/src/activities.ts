import { ApplicationFailure, log } from '@temporalio/activity';
import { isOrder, type WebhookEvent } from './events';

/** Takes an event of a destination with `kind: activity`. The Web UI shows the returned text beside the event. */
export async function score_order(event: WebhookEvent, body: unknown): Promise<string> {
  if (!isOrder(body)) {
    // A failure that is not retryable parks the event at once.
    throw ApplicationFailure.nonRetryable('the body has no order', 'NoOrder');
  }
  // event.id is the same at every attempt: use it as the idempotency key of an effect.
  log.info('Scoring an order', { order: body.data.order, event: event.id });
  return `order ${body.data.order} has the score ${body.data.order.length * 10}`;
}

/** An activity that only a workflow of this worker calls. */
export async function refund_order(eventId: string, order: string): Promise<string> {
  return `order ${order} is refunded`;
}
