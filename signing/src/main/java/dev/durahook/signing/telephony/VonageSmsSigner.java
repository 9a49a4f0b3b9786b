package dev.durahook.signing.telephony;

import static dev.durahook.signing.signer.Digests.utf8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.JsonBody;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import dev.durahook.signing.signer.SortedForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Adds the signature of all parameters to the parameters.
 *
 * @param method computes the signature from a secret and a content
 */
public record VonageSmsSigner(BiFunction<byte[], byte[], byte[]> method) implements Signer {

    /** Signs with an HMAC. */
    public static VonageSmsSigner hmac(String name) {
        return new VonageSmsSigner((secret, content) -> Digests.hmac(name, secret, content));
    }

    /** Signs with an MD5 hash of the parameters followed by the secret. */
    public static VonageSmsSigner md5() {
        return new VonageSmsSigner((secret, content) -> Digests.hash(
                "MD5", utf8(new String(content, StandardCharsets.UTF_8) + new String(secret, StandardCharsets.UTF_8))));
    }

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        String timestamp = String.valueOf(now.getEpochSecond());
        SortedMap<String, String> parameters = new TreeMap<>();
        request.query().ifPresent(query -> addForm(parameters, SortedForm.of(query)));
        return request.isForm()
                ? form(request, parameters, timestamp, secret)
                : json(request, parameters, timestamp, secret);
    }

    private ProviderRequest form(
            ProviderRequest request, SortedMap<String, String> parameters, String timestamp, String secret) {
        String start = new String(request.body(), StandardCharsets.UTF_8) + "&timestamp=" + timestamp;
        addForm(parameters, SortedForm.of(start));
        return request.carrying(start + "&sig=" + signature(parameters, secret));
    }

    private ProviderRequest json(
            ProviderRequest request, SortedMap<String, String> parameters, String timestamp, String secret) {
        ObjectNode body = JsonBody.read(request.body());
        body.put("timestamp", timestamp);
        body.properties()
                .forEach(
                        field -> parameters.put(field.getKey(), field.getValue().asText()));
        return request.carrying(body.put("sig", signature(parameters, secret)).toString());
    }

    private String signature(SortedMap<String, String> parameters, String secret) {
        StringBuilder content = new StringBuilder();
        parameters.values().removeIf(String::isBlank);
        parameters.forEach((name, value) -> content.append('&')
                .append(name)
                .append('=')
                .append(value.replace('&', '_').replace('=', '_')));
        return Digests.hex(method.apply(utf8(secret), utf8(content.toString())));
    }

    private static void addForm(SortedMap<String, String> parameters, SortedForm form) {
        form.fields().forEach((name, values) -> parameters.put(name, values.get(0)));
    }
}
