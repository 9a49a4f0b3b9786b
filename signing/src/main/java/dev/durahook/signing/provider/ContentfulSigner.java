package dev.durahook.signing.provider;

import static dev.durahook.signing.signer.Digests.utf8;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signs the path, the media type, Contentful's own headers, and the body. */
final class ContentfulSigner implements Signer {

    private static final String OWN = "x-contentful-";
    private static final String NAMES = "X-Contentful-Signed-Headers";

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        ProviderRequest timed = request.with("X-Contentful-Timestamp", String.valueOf(now.toEpochMilli()))
                .with(NAMES, "");
        ProviderRequest named = timed.with(NAMES, String.join(",", signed(timed).keySet()));
        return named.with(
                "X-Contentful-Signature", Digests.hex(Digests.hmac("HmacSHA256", utf8(secret), content(named))));
    }

    private static byte[] content(ProviderRequest request) {
        String headers = signed(request).entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip())
                .collect(Collectors.joining(";"));
        String path = EncodedPath.of(request.addressed().replaceFirst("^https?://[^/?]*", ""));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(utf8("POST\n" + path + "\n" + headers + "\n"));
        content.writeBytes(request.body());
        return content.toByteArray();
    }

    /** The signed headers, in the order in which they are signed. */
    private static SortedMap<String, String> signed(ProviderRequest request) {
        SortedMap<String, String> signed = new TreeMap<>();
        request.headers().forEach((sent, value) -> {
            String name = sent.toLowerCase(Locale.ROOT);
            if (name.startsWith(OWN) || name.equalsIgnoreCase(ProviderRequest.MEDIA_TYPE)) {
                signed.put(name, value);
            }
        });
        return signed;
    }
}
