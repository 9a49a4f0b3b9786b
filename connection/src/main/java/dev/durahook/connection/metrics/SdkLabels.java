package dev.durahook.connection.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.temporal.serviceclient.MetricsTag;
import java.util.List;
import java.util.Set;

/**
 * Keeps the event type out of most metrics of the SDK, which are read without regard to it. The SDK labels each call, each
 * task and each attempt with the type: with {@value LabelValueLimit#LIMIT} types, the page of metrics had five megabytes.
 */
final class SdkLabels implements MeterFilter {

    /** Stands for every type in metrics that are not kept by type. */
    static final String ANY = "any";

    private static final String PREFIX = "temporal_";

    private static final Set<String> BY_TYPE = Set.of(
            "temporal_workflow_endtoend_latency",
            "temporal_workflow_completed",
            "temporal_workflow_failed",
            "temporal_workflow_canceled",
            "temporal_workflow_continue_as_new",
            "temporal_workflow_task_execution_failed");

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(PREFIX)
                || BY_TYPE.contains(id.getName())
                || id.getTag(MetricsTag.WORKFLOW_TYPE) == null) {
            return id;
        }
        List<Tag> tags = id.getTags().stream()
                .map(tag -> tag.getKey().equals(MetricsTag.WORKFLOW_TYPE) ? Tag.of(tag.getKey(), ANY) : tag)
                .toList();
        return id.replaceTags(tags);
    }
}
