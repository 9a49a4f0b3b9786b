package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.source.OpenSecret;
import dev.durahook.receiver.source.OpenSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one thing that may be otherwise than declared, likely ones first.
 *
 * @param source the source
 * @param way how its scheme verifies
 * @param others the secrets of all other sources
 * @param captured the request as it was captured
 */
record Trials(OpenSource source, Way way, List<OpenSecret> others, Delivery captured) {

    /** As many trials as a receiver makes. */
    static final int FEW = 64;

    /** What a copy brings along: line breaks, spaces, quotation marks, byte order mark, no-break and zero-width space. */
    private static final List<String> AROUND = List.of(
            "%s\n",
            "%s\r\n", "%s ", " %s", "\"%s\"", "'%s'", "\uFEFF%s", "\u00A0%s", "%s\u00A0", "\u200B%s", "%s\u200B");

    // Those that keep the order of names and the characters.
    private static final int LIKELY_BODIES = 25;

    /** The first of them with which the delivery would be genuine. */
    Optional<Trial> firstPassing() {
        return Stream.of(
                        each(secret -> Stream.of(asDeclared(secret))),
                        each(this::otherWords),
                        each(this::whiteSpace),
                        each(this::otherUrls),
                        others.stream().filter(OpenSecret::isReadable).map(this::ofAnotherSource),
                        each(this::otherBodies))
                .flatMap(Function.identity())
                .filter(Trial::passes)
                .findFirst();
    }

    /** The first of the few that find the commonest mistakes at a receiver that just started to receive. */
    Optional<Trial> firstPassingOfFew() {
        return Stream.of(
                        eachThatHolds(this::otherEncodings),
                        eachThatHolds(this::likelyUrls),
                        eachThatHolds(secret -> otherBodies(secret).limit(LIKELY_BODIES)))
                .flatMap(Function.identity())
                .limit(FEW)
                .filter(Trial::passes)
                .findFirst();
    }

    private Stream<Trial> eachThatHolds(Function<OpenSecret, Stream<Trial>> trials) {
        return source.secrets().stream().filter(OpenSecret::holds).flatMap(trials);
    }

    private Stream<Trial> each(Function<OpenSecret, Stream<Trial>> trials) {
        return source.secrets().stream().filter(OpenSecret::isReadable).flatMap(trials);
    }

    private Stream<Trial> otherWords(OpenSecret secret) {
        SignatureRule rule = source.rule();
        return rule == null ? Stream.of() : new RuleTrials(rule, seen()).of(secret);
    }

    private Stream<Trial> otherEncodings(OpenSecret secret) {
        SignatureRule rule = source.rule();
        return rule == null ? Stream.of() : new RuleTrials(rule, seen()).otherEncodings(secret);
    }

    private Trial asDeclared(OpenSecret secret) {
        return secret.holds()
                ? changed(Cause.TIMESTAMP, "The signature is right, the timestamp is too far off", secret)
                : changed(Cause.SECRET_NOT_VALID, "The secret is right, but " + secret.state(), secret);
    }

    private Stream<Trial> whiteSpace(OpenSecret secret) {
        return AROUND.stream()
                .map(around -> changed(
                        Cause.SECRET_WHITE_SPACE,
                        "The sender's secret has white space, quotation marks or a character that can't be seen around it",
                        new OpenSecret(
                                secret.label(), around.formatted(secret.text()), secret.state(), secret.holds())));
    }

    private Stream<Trial> otherUrls(OpenSecret secret) {
        return signed(secret, UrlVariants.of(seen().url(), captured.url()));
    }

    private Stream<Trial> likelyUrls(OpenSecret secret) {
        return signed(secret, UrlVariants.likely(seen().url(), captured.url()));
    }

    private Stream<Trial> signed(OpenSecret secret, Set<String> urls) {
        return signsUrl()
                ? urls.stream()
                        .map(url -> new Trial(
                                Cause.PUBLIC_URL, "The sender signs the URL " + url, way, secret, seen().at(url)))
                : Stream.of();
    }

    private Stream<Trial> otherBodies(OpenSecret secret) {
        return BodyVariants.of(seen().body())
                .map(body -> new Trial(
                        Cause.BODY_CHANGED,
                        "The signature is that of the body " + body.name(),
                        way,
                        secret,
                        seen().carrying(body.bytes())));
    }

    private Trial ofAnotherSource(OpenSecret secret) {
        return changed(Cause.OTHER_SOURCE, "The signature is by a secret of source " + secret.label(), secret);
    }

    private Trial changed(Cause cause, String difference, OpenSecret secret) {
        return new Trial(cause, difference, way, secret, seen());
    }

    private boolean signsUrl() {
        return source.publicUrl() != null;
    }

    private Delivery seen() {
        return source.seen(captured);
    }
}
