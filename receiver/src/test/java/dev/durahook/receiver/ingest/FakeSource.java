package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.ExtractedEvents;
import dev.durahook.receiver.identity.UnidentifiedEventException;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Obstacle;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.workflows.EventId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Verifies each request with {@code X-Genuine: yes}, is undecided about a request with the name of an obstacle in
 * {@code X-Undecided}, and fails for {@code X-Faulty}. Reads the id from {@code X-Id}.
 */
record FakeSource(String name, boolean loopbackOnly) implements Source {

    static final DataSize LIMIT = DataSize.ofBytes(1_000);

    @Override
    public DataSize maxBodySize() {
        return LIMIT;
    }

    @Override
    public String taskQueue() {
        return "durahook";
    }

    @Override
    public boolean acceptsMediaType(@Nullable String contentType) {
        return contentType == null || !contentType.startsWith("image/");
    }

    @Override
    public Verdict verify(Delivery delivery) {
        if (delivery.headers().single("X-Faulty").isPresent()) {
            throw new IllegalStateException("a fault of ours, with the delivery quoted");
        }
        Optional<String> obstacle = delivery.headers().single("X-Undecided");
        if (obstacle.isPresent()) {
            return new Verdict.Undecided(Obstacle.valueOf(obstacle.get()), "10.1.2.3 refused");
        }
        return delivery.headers().single("X-Genuine").isPresent()
                ? new Verdict.Verified(0)
                : new Verdict.Rejected(Rejection.SIGNATURE_MISMATCH, "not by any of 1 secrets");
    }

    @Override
    public List<ExtractedEvent> events(Delivery delivery) throws UnidentifiedEventException {
        String id = delivery.headers()
                .single("X-Id")
                .orElseThrow(() -> new UnidentifiedEventException("the header X-Id is missing"));
        return List.of(ExtractedEvents.of(delivery, EventId.of(name, id), name + ".happened", "happened"));
    }

    @Override
    public Map<String, String> keptHeaders(Delivery delivery) {
        return Map.of("x-id", delivery.headers().single("X-Id").orElseThrow());
    }
}
