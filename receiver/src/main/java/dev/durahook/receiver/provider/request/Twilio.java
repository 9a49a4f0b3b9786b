package dev.durahook.receiver.provider.request;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.FormFields;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.provider.content.Form;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies Twilio's signature, over the URL followed by the sorted fields of the form. For other bodies, the URL
 * contains the body's SHA-256. The URL is accepted with and without a port, as Twilio's own libraries do, because
 * proxies add and remove it.
 *
 * <p>Twilio signs with the auth token and SHA-1, unless the account is configured to use shared keys. Then a second
 * header, which is not signed, <a href="https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys">names the key
 * and the algorithm</a>.
 *
 * @param secrets the auth tokens and shared keys
 */
record Twilio(Secrets secrets) implements Check {

    static final String HEADER = "X-Twilio-Signature";
    static final String SETTINGS = "X-Twilio-Webhooks-Signature-Settings";

    // User and password before the host are signed too.
    private static final Pattern URL = Pattern.compile("(https?)://((?:[^/?#@]+@)?[^/?#:@]+)(:[0-9]{1,5})?([/?].*)?");
    private static final String ALGORITHM = "algorithm=";
    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([^&]*)");

    Twilio(VerifierInputs inputs) {
        this(inputs.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        String sent = HeaderElements.single(delivery.headers(), HEADER);
        Algorithm algorithm = algorithm(delivery.headers());
        String fields = signedOfBody(delivery);
        Set<String> contents = new LinkedHashSet<>();
        for (String url : urls(delivery.url())) {
            contents.add(url + fields);
        }
        return secrets.matching(secret -> isSigned(sent, contents, algorithm, secret));
    }

    /** The content that Twilio signs. */
    static String described(Delivery delivery) throws NotVerifiedException {
        return delivery.url() + signedOfBody(delivery);
    }

    // Only the named algorithm is tried, so that a signature can't pass under another algorithm.
    private static Algorithm algorithm(Headers headers) throws NotVerifiedException {
        List<String> named = headers.all(SETTINGS).isEmpty()
                ? List.of()
                : HeaderElements.list(headers, SETTINGS, ",").stream()
                        .filter(setting -> setting.startsWith(ALGORITHM))
                        .map(setting -> setting.substring(ALGORITHM.length()).toUpperCase(Locale.ROOT))
                        .toList();
        if (named.isEmpty() || named.equals(List.of("HMAC_SHA1"))) {
            return Algorithm.HMAC_SHA1;
        }
        if (named.equals(List.of("HMAC_SHA256"))) {
            return Algorithm.HMAC_SHA256;
        }
        throw Rejections.malformed("header " + SETTINGS + " names neither HMAC_SHA1 nor HMAC_SHA256");
    }

    private static boolean isSigned(String sent, Set<String> contents, Algorithm algorithm, Secret secret) {
        boolean signed = false;
        for (String content : contents) {
            byte[] signature = algorithm.sign(secret, List.of(Hashes.utf8(content)));
            signed |= Hashes.same(sent, Encoding.BASE64.encode(signature));
        }
        return signed;
    }

    private static String signedOfBody(Delivery delivery) throws NotVerifiedException {
        Matcher hash = BODY_HASH.matcher(delivery.url());
        if (hash.find()) {
            checkHash(hash.group(1), delivery.body());
            return "";
        }
        if (delivery.body().length > 0 && !FormFields.areIn(delivery)) {
            throw Rejections.missing("parameter bodySHA256 of the URL, which is required if the body is not a form,");
        }
        return sorted(Form.of(delivery.body()));
    }

    private static void checkHash(String sent, byte[] body) throws NotVerifiedException {
        if (!Hashes.same(sent, Hashes.sha256(body))) {
            throw Rejections.mismatch("the body does not match the SHA-256 in the URL");
        }
    }

    private static String sorted(Form form) {
        StringBuilder sorted = new StringBuilder();
        form.fields()
                .forEach((name, values) -> new TreeSet<>(values)
                        .forEach(value -> sorted.append(name).append(value)));
        return sorted.toString();
    }

    private static Set<String> urls(String url) throws NotVerifiedException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw Rejections.malformed("the URL is not an HTTP URL");
        }
        String start = parts.group(1) + "://" + parts.group(2);
        String end = parts.group(4) == null ? "" : parts.group(4);
        String usual = parts.group(1).equals("https") ? ":443" : ":80";
        return new LinkedHashSet<>(List.of(url, start + end, start + usual + end));
    }
}
