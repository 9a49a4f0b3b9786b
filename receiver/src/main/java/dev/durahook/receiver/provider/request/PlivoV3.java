package dev.durahook.receiver.provider.request;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.FormFields;
import dev.durahook.receiver.delivery.RequestUrl;
import dev.durahook.receiver.provider.content.Form;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Verifies Plivo's signature V3, over the URL with sorted parameters, the sorted fields of the form, and a nonce.
 *
 * @param secrets the auth tokens
 */
record PlivoV3(Secrets secrets) implements Check {

    static final String HEADER = "X-Plivo-Signature-V3";
    static final String NONCE = "X-Plivo-Signature-V3-Nonce";

    PlivoV3(VerifierInputs inputs) {
        this(inputs.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        List<String> sent = HeaderElements.list(delivery.headers(), HEADER, ",");
        String nonce = HeaderElements.single(delivery.headers(), NONCE);
        Rejections.requireBody(delivery.body());
        if (!FormFields.areIn(delivery)) {
            throw Rejections.malformed("the body must be a form, because Plivo signs its fields");
        }
        List<byte[]> content = List.of(Hashes.utf8(signed(delivery) + "." + nonce));
        return secrets.matching(secret -> {
            byte[] expected = Encoding.BASE64.encode(Algorithm.HMAC_SHA256.sign(secret, content));
            return sent.stream().filter(text -> Hashes.same(text, expected)).count() > 0;
        });
    }

    /** The content that Plivo signs, without the nonce. */
    static String described(Delivery delivery) throws NotVerifiedException {
        return signed(delivery) + ".";
    }

    // The question mark is signed even if the URL has no query, because a form always has a field.
    private static String signed(Delivery delivery) throws NotVerifiedException {
        RequestUrl url = RequestUrl.of(delivery.url());
        String query = sorted(Form.of(url.parameters()), "=", "&");
        String dot = query.isEmpty() ? "" : ".";
        return url.address() + "?" + query + dot + sorted(Form.of(delivery.body()), "", "");
    }

    private static String sorted(Form form, String equals, String separator) {
        return form.fields().entrySet().stream()
                .flatMap(field -> field.getValue().stream().sorted().map(value -> field.getKey() + equals + value))
                .collect(Collectors.joining(separator));
    }
}
