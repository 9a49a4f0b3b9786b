package dev.durahook.examples.replay;

import dev.durahook.examples.classic.PayloadActivities;
import dev.durahook.examples.classic.WebhookPayload;
import dev.durahook.examples.github.GithubPush.ChatActivities;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.atomic.AtomicInteger;

/** The activities of both examples; their first calls fail. */
final class FlakyActivities implements PayloadActivities, ChatActivities {

    private final AtomicInteger failures;

    FlakyActivities(int failures) {
        this.failures = new AtomicInteger(failures);
    }

    @Override
    public String processWebhookPayload(WebhookPayload payload, String eventId) {
        return answer();
    }

    @Override
    public String tellChat(String message) {
        return answer();
    }

    private String answer() {
        if (failures.getAndDecrement() > 0) {
            throw ApplicationFailure.newFailure("Not yet", "Unavailable");
        }
        return "done";
    }
}
