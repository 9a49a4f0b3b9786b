package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Verdict;
import dev.durahook.receiver.signature.Verifier;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A source as it was declared in the configuration, ready for deliveries. */
record DeclaredSource(
        String name,
        SourceProperties declared,
        Scheme scheme,
        Verifier verifier,
        Identity identity,
        KeptHeaders kept,
        MediaTypes mediaTypes)
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
    public boolean acceptsMediaType(@Nullable String contentType) {
        return mediaTypes.accept(contentType);
    }

    @Override
    public boolean loopbackOnly() {
        return scheme.isUnsigned();
    }

    @Override
    public Optional<Duration> redeliveryWindow() {
        return Optional.ofNullable(scheme.redeliveryWindow());
    }

    @Override
    public OptionalInt successStatus() {
        Integer status = scheme.successStatus();
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    @Override
    public Verdict verify(Delivery delivery) {
        return verifier.verify(delivery);
    }

    @Override
    public IdentifiedEvent identify(Delivery delivery) throws UnidentifiedEventException {
        return identity.of(delivery);
    }

    @Override
    public Map<String, String> keptHeaders(Delivery delivery) {
        return kept.of(delivery.headers());
    }
}
