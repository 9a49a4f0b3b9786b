package dev.durahook.signing.provider;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.JsonBody;
import dev.durahook.signing.signer.Nonce;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs nothing, but writes the organisation into a SOAP message that contains the notifications. */
final class SalesforceSigner implements Signer {

    private static final int ID = 8;

    private static final Pattern ORGANIZATION = Pattern.compile("(<OrganizationId>)[^<]*(</OrganizationId>)");

    @Override
    public ProviderRequest sign(ProviderRequest request, String organization, Instant now) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String message = body.stripLeading().startsWith("<")
                ? of(body, organization)
                : OutboundMessageWriter.of(JsonBody.read(request.body()), organization);
        return request.carrying(message).with(ProviderRequest.MEDIA_TYPE, "text/xml; charset=utf-8");
    }

    @Override
    public String makeSecret() {
        return "00D" + Digests.hex(Nonce.bytes(ID)).substring(1);
    }

    private static String of(String message, String organization) {
        Matcher place = ORGANIZATION.matcher(message);
        if (!place.find()) {
            throw new IllegalArgumentException(
                    "the body must have an OrganizationId, because every outbound message has one");
        }
        return place.replaceFirst("$1" + Matcher.quoteReplacement(organization) + "$2");
    }
}
