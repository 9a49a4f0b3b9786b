package dev.durahook.signing.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.JsonBody;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes into each notification the signature of eight of its fields. */
final class AdyenSigner implements Signer {

    private static final List<String> SIGNED = List.of(
            "/pspReference",
            "/originalReference",
            "/merchantAccountCode",
            "/merchantReference",
            "/amount/value",
            "/amount/currency",
            "/eventCode",
            "/success");

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        ObjectNode body = JsonBody.read(request.body());
        for (ObjectNode event : JsonBody.events(body, "notificationItems")) {
            ObjectNode notification = event.withObjectProperty("NotificationRequestItem");
            String content = SIGNED.stream()
                    .map(field -> notification.at(field).asText(""))
                    .collect(Collectors.joining(":"));
            byte[] key = HexFormat.of().parseHex(secret);
            byte[] signature = Digests.hmac("HmacSHA256", key, Digests.utf8(content));
            notification.withObjectProperty("additionalData").put("hmacSignature", Digests.base64(signature));
        }
        return request.carrying(body.toString());
    }

    @Override
    public Optional<String> event(String unique) {
        return Optional.of("""
                {"notificationItems":[{"NotificationRequestItem":{"eventCode":"AUTHORISATION","success":"true",\
                "merchantReference":"%s"}}]}""".formatted(unique));
    }
}
