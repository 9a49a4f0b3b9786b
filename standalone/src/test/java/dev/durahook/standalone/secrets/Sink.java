package dev.durahook.standalone.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place where secrets could end up.
 *
 * @param name the name of the place
 * @param content all data of the place
 */
record Sink(String name, String content) {

    // The data of a payload is encoded once more in the JSON that the Web UI reads.
    private static final Pattern ENCODED = Pattern.compile("\"data\": ?\"([A-Za-z0-9+/=]+)\"");

    /** The readable characters of binary data. */
    static Sink of(String name, byte[] content) {
        return new Sink(name, new String(content, StandardCharsets.ISO_8859_1));
    }

    /** Fails if the place contains a secret, or if it does not contain the expected text. */
    void holds(String expected) {
        String text = content + decoded();
        assertThat(text.contains(expected)).as("%s holds %s", name, expected).isTrue();
        List<String> found = Arrays.stream(Canary.values())
                .flatMap(Canary::forms)
                .filter(text::contains)
                .toList();
        assertThat(found).as("secrets in %s", name).isEmpty();
    }

    private String decoded() {
        StringBuilder decoded = new StringBuilder();
        Matcher payload = ENCODED.matcher(content);
        while (payload.find()) {
            byte[] bytes = Base64.getDecoder().decode(payload.group(1));
            decoded.append('\n').append(new String(bytes, StandardCharsets.UTF_8));
        }
        return decoded.toString();
    }
}
