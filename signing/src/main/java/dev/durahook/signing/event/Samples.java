package dev.durahook.signing.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.signing.event.SampleIndex.IndexedSample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sample bodies as providers send them, for events whose handlers read more than the id and the type. Each call returns
 * a different event, with a new id and new times.
 */
public final class Samples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SMALLEST_NUMBER = 100_000_000;

    private Samples() {}

    /** The sample for a type of a scheme, if there is one. */
    public static Optional<byte[]> of(String scheme, @Nullable String type, String unique, Instant now) {
        return SampleIndex.LOADED.find(scheme, type).map(sample -> filled(sample, unique, now));
    }

    /** The types of a scheme that have a sample, as the provider writes them. */
    public static List<String> types(String scheme) {
        return SampleIndex.LOADED.types(scheme);
    }

    // Placeholders are in quotation marks, so that the files are JSON, but a number must be written without them.
    private static byte[] filled(IndexedSample sample, String unique, Instant now) {
        int number = ThreadLocalRandom.current().nextInt(SMALLEST_NUMBER, Integer.MAX_VALUE);
        String body = read(sample.file())
                .replace("{unique}", unique)
                .replace("{moment}", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .replace("\"{seconds}\"", String.valueOf(now.getEpochSecond()))
                .replace("\"{milliseconds}\"", String.valueOf(now.toEpochMilli()))
                .replace("\"{number}\"", String.valueOf(number));
        return compact(body);
    }

    // Most providers send compact JSON; the files are indented for reading.
    private static byte[] compact(String json) {
        try {
            return JSON.writeValueAsBytes(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text file from the directory of the samples. */
    static String read(String file) {
        try (InputStream sample = Samples.class.getResourceAsStream("samples/" + file)) {
            return new String(Objects.requireNonNull(sample, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
