/** An event of Durahook; docs/webhook-event.schema.json lists all fields. */
export interface WebhookEvent {
  id: string;
  source: string;
  type: string;
  receivedAt: string;
  headers?: Record<string, string>;
}

/** A body that is JSON. Any other body arrives as a `Uint8Array`. */
export interface Order {
  data: { order: string; cents?: number };
}

export function isOrder(body: unknown): body is Order {
  return typeof body === 'object' && body !== null && 'data' in body;
}
