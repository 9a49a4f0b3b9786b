package dev.durahook.receiver.http.refusal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers requests that are refused before their source is known.
 *
 * <p>{@code durahook.requests.refused} counts them by reason.
 */
public final class Refusals {

    private final MeterRegistry meters;

    /** Counts refused requests in this registry. */
    public Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Answers with a problem, and counts it. */
    public void send(HttpServletResponse response, ServerProblem problem) throws IOException {
        count(problem);
        byte[] body = problem.toJson().getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Counts a refused request that was answered elsewhere. */
    public void count(ServerProblem problem) {
        Counter.builder("durahook.requests.refused")
                .description("Requests that were refused before their source was known")
                .tag("reason", problem.label())
                .register(meters)
                .increment();
    }
}
