package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.extraction.EventExtractor;
import dev.durahook.receiver.extraction.KeptHeaders;
import dev.durahook.receiver.extraction.MediaTypes;
import dev.durahook.receiver.extraction.TooManyEventsException;
import dev.durahook.receiver.handshake.Handshakes;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.UnidentifiedEventException;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import dev.durahook.workflows.TaskPriority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * A source built from its configuration.
 *
 * @param redelivery how long after an event the provider may deliver it again, if the scheme says so
 * @param reply the response that the provider requires instead of Durahook's own, if it does
 */
record ConfiguredSource(
        String name,
        SourceProperties declared,
        @Nullable Duration redelivery,
        @Nullable Reply reply,
        boolean loopbackOnly,
        Secrets secrets,
        Verification verification,
        EventExtractor extractor,
        KeptHeaders kept,
        MediaTypes mediaTypes,
        Handshakes handshakes)
        implements Source {

    @Override
    public DataSize maxBodySize() {
        return declared.maxBodySize();
    }

    @Override
    public String taskQueue() {
        return declared.taskQueue();
    }

    @Override
    public TaskPriority priority() {
        return declared.taskPriority();
    }

    @Override
    public boolean acceptsMediaType(@Nullable String contentType) {
        return mediaTypes.accept(contentType);
    }

    @Override
    public Optional<Guard> guard() {
        return Optional.ofNullable(declared.guardedBy());
    }

    @Override
    public Optional<Duration> redeliveryWindow() {
        return Optional.ofNullable(redelivery);
    }

    @Override
    public Optional<Reply> success() {
        return Optional.ofNullable(reply);
    }

    @Override
    public void lookAtSecrets() {
        secrets.current();
    }

    @Override
    public Verdict verify(Delivery delivery) {
        Verdict verdict = verification.verify(delivery);
        return verdict instanceof Verified verified ? named(verified) : verdict;
    }

    // Secrets under secret-files have no names.
    private Verdict named(Verified verified) {
        int place = verified.secret();
        boolean isListed = place >= 0 && place < declared.secrets().size();
        return isListed ? verified.named(declared.secrets().get(place).name()) : verified;
    }

    @Override
    public List<ExtractedEvent> events(Delivery delivery) throws UnidentifiedEventException, TooManyEventsException {
        return extractor.of(delivery);
    }

    @Override
    public Map<String, String> keptHeaders(Delivery delivery) {
        return kept.of(delivery.headers());
    }
}
