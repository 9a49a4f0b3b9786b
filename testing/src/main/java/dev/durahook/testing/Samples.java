package dev.durahook.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bodies for events whose handlers read more than id and type. */
final class Samples {

    private static final String NAME = "[A-Za-z0-9._-]+";

    private Samples() {}

    /** The sample for a type of a scheme, if there is one. */
    static Optional<byte[]> of(String scheme, @Nullable String type) {
        if (type == null || !type.matches(NAME)) {
            return Optional.empty();
        }
        try (InputStream sample = Samples.class.getResourceAsStream("samples/" + scheme + "." + type + ".json")) {
            return sample == null ? Optional.empty() : Optional.of(sample.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
