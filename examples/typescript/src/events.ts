/** An event of Durahook; docs/webhook-event.schema.json lists all fields. */
export interface WebhookEvent {
  id: string;
  source: string;
  type: string;
  receivedAt: string;
  headers?: Record<string, string>;
}

/** A body that names an order. A body that is not JSON arrives as a `Uint8Array`, and JSON may lack any field. */
export interface Order {
  data: { order: string };
}

export function isOrder(body: unknown): body is Order {
  return typeof (body as Order | null)?.data?.order === 'string';
}

/** A body that names an amount. */
export interface Payment {
  data: { cents: number };
}

export function isPayment(body: unknown): body is Payment {
  return typeof (body as Payment | null)?.data?.cents === 'number';
}
