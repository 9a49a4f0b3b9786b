package dev.durahook.receiver.acceptance;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/**
 * A verified event on its way to Temporal.
 *
 * @param event who it is
 * @param body the exact bytes that were verified
 * @param taskQueue where its workflow is started
 * @param summary one line for the Web UI, at most 400 bytes
 * @param verification how it was verified, for whoever reads its details in the Web UI
 * @param deliveries the provider's page that lists its deliveries, where it has one
 */
public record NewEvent(
        WebhookEvent event,
        RawValue body,
        String taskQueue,
        String summary,
        String verification,
        @Nullable String deliveries) {}
