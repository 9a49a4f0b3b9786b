package dev.durahook.connection.tracing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out the tracing of Temporal's starter, in whose place {@link TracingAutoConfiguration} is: it writes a header into
 * each history although nobody exports traces, and hands on the baggage of whoever sent the request.
 */
final class StarterTracing implements AutoConfigurationImportFilter {

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
