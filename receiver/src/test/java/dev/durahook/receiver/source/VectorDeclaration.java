package dev.durahook.receiver.source;

import dev.durahook.receiver.scheme.Schemes;
import java.util.Objects;
import java.util.Set;

/** The source that an operator would declare for a {@link Vector}. */
final class VectorDeclaration {

    /** Schemes of the vectors' file that have no row of this name in the catalogue, but can be declared. */
    private static final Set<String> DECLARABLE =
            Set.of("hmac-generic", "convoy-signature", "line", "twitch-eventsub", "vonage-sig", "adyen-raw");

    private static final Set<String> CATALOGUE = Schemes.load().names();

    private VectorDeclaration() {}

    static boolean isPossible(String scheme) {
        return DECLARABLE.contains(scheme) || CATALOGUE.contains(scheme);
    }

    static String of(Vector vector) {
        return switch (vector.scheme()) {
            case "hmac-generic" -> generic(vector);
            case "convoy-signature" -> convoy(vector);
            // Its vectors name a URL, which is not signed.
            case "hubspot-v1" -> "vector: {scheme: hubspot-v1, secrets: [%s]}".formatted(secret(vector));
            case "hubspot-v2" -> hubspotV2(vector);
            case "twitch-eventsub" -> row("twitch", vector);
            case "adyen-raw" -> row("adyen-platform", vector);
            // These vectors name no time at which they are fresh.
            case "sendgrid" -> row("sendgrid", vector).replace("}", ", tolerance: 10000d}");
            // A row for each method that an account can choose; the URL is not signed.
            case "vonage-sig" ->
                "vector: {scheme: vonage-sig-%s, secrets: [%s]}".formatted(vector.algorithm(), secret(vector));
            // The vectors have no secret; ours is the topic, which all of them share.
            case "aws-sns" ->
                "vector: {scheme: aws-sns, secrets: ['arn:aws:sns:us-west-2:131990247566:dongie-standard-topic']}";
            default -> row(vector.scheme(), vector);
        };
    }

    private static String row(String scheme, Vector vector) {
        String tolerance = vector.tolerance() == null ? "" : ", tolerance: " + vector.tolerance() + "s";
        String url = vector.url() == null ? "" : ", public-url: '" + vector.url() + "'";
        return "vector: {scheme: %s, secrets: [%s]%s%s}".formatted(scheme, secret(vector), tolerance, url);
    }

    private static String own(Vector vector, String signature) {
        String url = signature.contains("{url}") ? "public-url: '" + vector.url() + "', " : "";
        return "vector: {scheme: custom, id: {pointer: /id}, secrets: [%s], %scustom: {signature: {%s}}}"
                .formatted(secret(vector), url, signature);
    }

    private static String generic(Vector vector) {
        return own(vector, """
                algorithm: hmac-%s, encoding: %s, header: [X-Signature, X-Convoy-Signature], prefix: '%s', \
                separator: '%s', accept-empty-body: true""".formatted(
                        vector.algorithm(),
                        vector.encoding(),
                        Objects.requireNonNullElse(vector.prefix(), ""),
                        Objects.requireNonNullElse(vector.separator(), "")));
    }

    private static String convoy(Vector vector) {
        String simple = "algorithm: hmac-%s, encoding: %s, header: X-Convoy-Signature"
                .formatted(vector.algorithm(), vector.encoding());
        boolean advanced = vector.headers().get("X-Convoy-Signature").contains("v1=");
        return own(vector, advanced ? simple + advanced(vector.tolerance()) : simple);
    }

    private static String advanced(Long tolerance) {
        return """
                , separator: ',', prefix: v1=, content: '{timestamp},{body}', \
                timestamp: {header: X-Convoy-Signature, separator: ',', prefix: t=, tolerance: %ds}""".formatted(tolerance);
    }

    // One of its vectors is a GET with an empty body, which is not a delivery.
    private static String hubspotV2(Vector vector) {
        return vector.method().equals("POST") ? row("hubspot-v2", vector) : own(vector, """
                algorithm: sha256, header: X-HubSpot-Signature, accept-empty-body: true, \
                content: '{secret}%s{url}{body}'""".formatted(vector.method()));
    }

    private static String secret(Vector vector) {
        return "'" + vector.secret().replace("'", "''") + "'";
    }
}
