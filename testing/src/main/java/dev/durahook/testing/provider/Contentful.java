package dev.durahook.testing.provider;

import static dev.durahook.testing.provider.Digests.utf8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signs the path, the media type, Contentful's own headers, and the body. */
final class Contentful implements Signer {

    private static final String OWN = "x-contentful-";
    private static final String NAMES = "X-Contentful-Signed-Headers";

    @Override
    public Request sign(Request request, String secret, Instant now) {
        Request timed = request.with("X-Contentful-Timestamp", String.valueOf(now.toEpochMilli()))
                .with(NAMES, "");
        Request named = timed.with(NAMES, String.join(",", signed(timed).keySet()));
        return named.with(
                "X-Contentful-Signature", Digests.hex(Digests.hmac("HmacSHA256", utf8(secret), content(named))));
    }

    private static byte[] content(Request request) {
        String headers = signed(request).entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip())
                .collect(Collectors.joining(";"));
        String path = ContentfulPath.of(request.addressed().replaceFirst("^https?://[^/?]*", ""));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(utf8("POST\n" + path + "\n" + headers + "\n"));
        content.writeBytes(request.body());
        return content.toByteArray();
    }

    /** The signed headers, in the order in which they are signed. */
    private static SortedMap<String, String> signed(Request request) {
        SortedMap<String, String> signed = new TreeMap<>();
        request.headers().forEach((sent, value) -> {
            String name = sent.toLowerCase(Locale.ROOT);
            if (name.startsWith(OWN) || name.equalsIgnoreCase(Request.MEDIA_TYPE)) {
                signed.put(name, value);
            }
        });
        return signed;
    }
}
