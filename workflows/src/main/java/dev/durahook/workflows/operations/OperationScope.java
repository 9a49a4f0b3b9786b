package dev.durahook.workflows.operations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The facts that are known before an operation begins.
 *
 * @param found the number of events that match; runs of an event count one by one
 * @param startedBy the identity that Temporal has recorded with the start of the operation
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OperationScope(long found, String startedBy) {}
