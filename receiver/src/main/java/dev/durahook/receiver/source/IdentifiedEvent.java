package dev.durahook.receiver.source;

import dev.durahook.workflows.EventId;

/**
 * An event that was read from a verified delivery.
 *
 * @param id its ID
 * @param type its event type, which names the workflow
 * @param summary one line for the Web UI, at most 400 bytes, such as {@code push · octocat/hello}
 */
public record IdentifiedEvent(EventId id, String type, String summary) {}
