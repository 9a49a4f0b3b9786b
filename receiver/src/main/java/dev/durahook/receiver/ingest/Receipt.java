package dev.durahook.receiver.ingest;

/**
 * An event that is stored.
 *
 * @param eventId its ID, which is the workflow ID: paste it into the Web UI
 * @param type its event type
 * @param isNew whether this delivery stored it
 */
record Receipt(String eventId, String type, boolean isNew) {}
