package dev.durahook.connection.tracing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Disables the tracing of Temporal's starter, which {@link TracingAutoConfiguration} replaces. The starter's tracing
 * writes a header into each history even if no traces are exported, and passes on the baggage of the sender's request.
 */
final class StarterTracingExclusion implements AutoConfigurationImportFilter {

    private static final String LEFT_OUT = "io.temporal.spring.boot.autoconfigure.OpenTracingAutoConfiguration";

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            wanted[i] = !LEFT_OUT.equals(candidates[i]);
        }
        return wanted;
    }
}
