package dev.durahook.receiver.source;

import java.util.Set;

/** The schemes for which others published deliveries together with the verdict on them. */
final class PublishedVectors {

    static final Set<String> SCHEMES = Set.of(
            "adyen",
            "adyen-platform",
            "aws-sns",
            "bitbucket-cloud",
            "bitbucket-server",
            "coinbase-commerce",
            "convoy",
            "convoy-advanced",
            "gitea",
            "github",
            "gocardless",
            "gogs",
            "hubspot-v1",
            "hubspot-v2",
            "hubspot-v3",
            "jira",
            "line",
            "messagebird-jwt",
            "nylas",
            "openai",
            "paddle",
            "paypal",
            "plivo-v2",
            "razorpay",
            "sendgrid",
            "shopify",
            "slack",
            "square",
            "standard-webhooks",
            "standard-webhooks-ed25519",
            "stripe",
            "svix",
            "svix-ed25519",
            "twilio",
            "twitch",
            "twitter");

    /** The schemes whose published deliveries have a test of their own. */
    private static final Set<String> ELSEWHERE = Set.of("messagebird");

    private PublishedVectors() {}

    static boolean areThereOf(String row) {
        return SCHEMES.contains(row) || ELSEWHERE.contains(row);
    }

    /**
     * The row of the catalogue that verifies a scheme of the vectors' file; the scheme's own name if there is no such
     * row.
     */
    static Set<String> rowsOf(String scheme) {
        return switch (scheme) {
            case "convoy-signature" -> Set.of("convoy", "convoy-advanced");
            case "twitch-eventsub" -> Set.of("twitch");
            case "adyen-raw" -> Set.of("adyen-platform");
            default -> Set.of(scheme);
        };
    }
}
