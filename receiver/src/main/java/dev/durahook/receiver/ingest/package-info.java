/**
 * Receives deliveries: reads the bytes, has the source verify them, stores the events and answers the sender.
 *
 * <p>The way of a delivery, in its order:
 *
 * <ol>
 *   <li>{@code WebhookServlet} finds the source that the request's path names.
 *   <li>{@code DeliveryReader} reads URL and headers, and refuses what the source does not accept.
 *   <li>{@code BodyReader} reads the body, within the limits of size, memory and time.
 *   <li>{@code Ingestion} decides whether the request is a handshake or a delivery.
 *   <li>{@code Source.verify} verifies the signature with the source's secrets.
 *   <li>{@code Source.events} reads ID, type and summary of each event.
 *   <li>{@code DeliveryStorage} adds what Temporal needs to start each event's workflow.
 *   <li>{@code OncePerEvent} sends an event to Temporal only once at a time.
 *   <li>{@code TemporalEventStore} starts the event's workflow.
 *   <li>{@code DeliveryResponse} answers the sender, and counts, logs and traces the delivery.
 * </ol>
 */
@NullMarked
package dev.durahook.receiver.ingest;

import org.jspecify.annotations.NullMarked;
