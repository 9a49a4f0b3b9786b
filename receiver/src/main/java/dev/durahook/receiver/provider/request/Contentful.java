package dev.durahook.receiver.provider.request;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Verifies Contentful's deliveries. Contentful signs the method, the path, the body and the headers that it lists in
 * another header. Unlisted headers could come from an attacker, so unsigned headers of Contentful are removed. The only
 * exception is the id of the delivery, because bodies can repeat, and without the id a genuine event would be taken for
 * a duplicate.
 *
 * @param secrets the signing secrets
 * @param freshness how old the timestamp may be
 * @see <a href="https://github.com/contentful/node-apps-toolkit/blob/main/src/requests/sign-request.ts">Contentful's
 *     own code</a>
 */
record Contentful(Secrets secrets, Freshness freshness) implements Check {

    static final String SIGNATURE = "X-Contentful-Signature";
    static final String SIGNED_HEADERS = "X-Contentful-Signed-Headers";
    static final String TIMESTAMP = "X-Contentful-Timestamp";

    private static final String OWN = "x-contentful-";
    private static final String ID = OWN + "idempotency-key";

    Contentful(VerifierInputs inputs) {
        this(inputs.secrets(), inputs.freshness());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        return verified(delivery).secret();
    }

    /** Keeps of Contentful's own headers only the signed ones and the id. */
    @Override
    public Verified verified(Delivery delivery) throws NotVerifiedException {
        String sent = HeaderElements.single(delivery.headers(), SIGNATURE);
        List<String> names = names(delivery.headers());
        int secret = secretOf(delivery, sent, names);
        Headers kept =
                delivery.headers().without(name -> name.startsWith(OWN) && !name.equals(ID) && !names.contains(name));
        return new Verified(secret, delivery.with(kept));
    }

    private int secretOf(Delivery delivery, String sent, List<String> names) throws NotVerifiedException {
        checkAge(HeaderElements.single(delivery.headers(), TIMESTAMP));
        Rejections.requireBody(delivery.body());
        List<byte[]> content = List.of(Hashes.utf8(head(delivery, names)), delivery.body());
        return secrets.matching(
                secret -> Hashes.same(sent, Encoding.HEX.encode(Algorithm.HMAC_SHA256.sign(secret, content))));
    }

    /** The content that Contentful signs. */
    static String described(Delivery delivery) throws NotVerifiedException {
        return head(delivery, names(delivery.headers())) + "<body>";
    }

    private static String head(Delivery delivery, List<String> names) throws NotVerifiedException {
        return "POST\n" + ContentfulPath.of(delivery.url()) + "\n" + signed(delivery.headers(), names) + "\n";
    }

    // Contentful's own code signs the headers sorted and without duplicates.
    private static List<String> names(Headers headers) throws NotVerifiedException {
        List<String> names = HeaderElements.list(headers, SIGNED_HEADERS, ",");
        boolean isComplete = names.contains(lower(SIGNED_HEADERS)) && names.contains(lower(TIMESTAMP));
        if (!isComplete || !names.stream().sorted().distinct().toList().equals(names)) {
            throw Rejections.malformed(
                    "the list of signed headers is not sorted, or lacks the list itself or the timestamp");
        }
        return names;
    }

    // Values are not escaped, so a value must not look like the end of one header and the beginning of another.
    private static String signed(Headers headers, List<String> names) throws NotVerifiedException {
        List<String> signed = new ArrayList<>();
        for (String name : names) {
            String value = HeaderElements.single(headers, name).strip();
            if (value.contains(";" + OWN)) {
                throw Rejections.malformed("a signed header contains text that looks like another header");
            }
            signed.add(name + ":" + value);
        }
        return String.join(";", signed);
    }

    private void checkAge(String timestamp) throws NotVerifiedException {
        freshness.check(TimestampUnit.MILLISECONDS
                .parse(timestamp)
                .orElseThrow(() -> Rejections.malformed("the timestamp is not in milliseconds")));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
