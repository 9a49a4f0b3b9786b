package dev.durahook.receiver.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A delivery that a provider, or its library's tests, published together with the verdict on it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Vector(
        String scheme,
        String source,
        String secret,
        Map<String, String> headers,
        String body,
        String url,
        Long now,
        boolean valid,
        String note,
        String method,
        String algorithm,
        String encoding,
        String prefix,
        String separator,
        @JsonProperty("tolerance_s") Long tolerance,
        @JsonProperty("cert_pem") String certificate) {

    static List<Vector> all() throws IOException {
        return new ObjectMapper().readValue(Shared.path("vectors/vectors.json").toFile(), new TypeReference<>() {});
    }

    /** The same delivery with other headers. */
    Vector with(Map<String, String> others) {
        return new Vector(
                scheme,
                source,
                secret,
                others,
                body,
                url,
                now,
                valid,
                note,
                method,
                algorithm,
                encoding,
                prefix,
                separator,
                tolerance,
                certificate);
    }

    Delivery delivery() {
        Map<String, List<String>> sent = new HashMap<>();
        headers.forEach((name, value) -> sent.put(name, List.of(value)));
        return new Delivery(
                Objects.requireNonNullElse(url, "http://localhost/webhooks/vector"),
                Headers.of(sent),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** The time at which the verdict holds; any time if the verdict does not depend on it. */
    InstantSource clock() {
        return InstantSource.fixed(Instant.ofEpochSecond(now == null ? 1_700_000_000L : now));
    }

    @Override
    public String toString() {
        return (valid ? "genuine: " : "forged: ") + note + " (" + source + ")";
    }
}
