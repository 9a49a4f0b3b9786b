package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.RevealedSecret;
import dev.durahook.receiver.source.RevealedSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Trials in which one thing differs from the configuration, the most probable first.
 *
 * @param source the source
 * @param verifier how the source's scheme verifies
 * @param others the secrets of all other sources
 * @param captured the captured request
 */
record Trials(RevealedSource source, TrialVerification verifier, List<RevealedSecret> others, Delivery captured) {

    /** How many trials a running receiver makes. */
    static final int FEW = 64;

    /**
     * Characters that may be copied along with a secret: line breaks, spaces, quotation marks, byte order mark,
     * no-break and zero-width space.
     */
    private static final List<String> AROUND = List.of(
            "%s\n",
            "%s\r\n", "%s ", " %s", "\"%s\"", "'%s'", "\uFEFF%s", "\u00A0%s", "%s\u00A0", "\u200B%s", "%s\u200B");

    // The variants that keep the order of names and all characters.
    private static final int LIKELY_BODIES = 25;

    /** The first trial that verifies the delivery. */
    Optional<Trial> firstPassing() {
        return Stream.of(
                        each(secret -> Stream.of(asDeclared(secret))),
                        each(this::otherRuleValues),
                        each(this::whiteSpace),
                        each(this::otherUrls),
                        others.stream().filter(RevealedSecret::isReadable).map(this::ofAnotherSource),
                        each(this::otherBodies))
                .flatMap(Function.identity())
                .filter(Trial::passes)
                .findFirst();
    }

    /** The first trial, out of a few for the most common mistakes during set-up, that verifies the delivery. */
    Optional<Trial> firstPassingOfFew() {
        return Stream.of(
                        eachValid(this::otherEncodings),
                        eachValid(this::likelyUrls),
                        eachValid(secret -> otherBodies(secret).limit(LIKELY_BODIES)))
                .flatMap(Function.identity())
                .limit(FEW)
                .filter(Trial::passes)
                .findFirst();
    }

    private Stream<Trial> eachValid(Function<RevealedSecret, Stream<Trial>> trials) {
        return source.secrets().stream().filter(RevealedSecret::isValid).flatMap(trials);
    }

    private Stream<Trial> each(Function<RevealedSecret, Stream<Trial>> trials) {
        return source.secrets().stream().filter(RevealedSecret::isReadable).flatMap(trials);
    }

    private Stream<Trial> otherRuleValues(RevealedSecret secret) {
        return ofRule(trials -> trials.of(secret));
    }

    private Stream<Trial> otherEncodings(RevealedSecret secret) {
        return ofRule(trials -> trials.otherEncodings(secret));
    }

    private Stream<Trial> ofRule(Function<RuleTrials, Stream<Trial>> trials) {
        return source.signing().rule().stream().flatMap(rule -> trials.apply(new RuleTrials(rule, seen())));
    }

    private Trial asDeclared(RevealedSecret secret) {
        return secret.isValid()
                ? changed(
                        ProbableCause.TIMESTAMP,
                        "The signature is right, but the timestamp is too old or too far in the future",
                        secret)
                : changed(ProbableCause.SECRET_NOT_VALID, "The secret is right, but " + secret.state(), secret);
    }

    private Stream<Trial> whiteSpace(RevealedSecret secret) {
        return AROUND.stream()
                .map(around -> changed(
                        ProbableCause.SECRET_WHITE_SPACE,
                        "The sender's secret is surrounded by white space, quotation marks or an invisible character",
                        new RevealedSecret(
                                secret.label(), around.formatted(secret.text()), secret.state(), secret.isValid())));
    }

    private Stream<Trial> otherUrls(RevealedSecret secret) {
        return signed(secret, UrlVariants.of(seen().url(), captured.url()));
    }

    private Stream<Trial> likelyUrls(RevealedSecret secret) {
        return signed(secret, UrlVariants.likely(seen().url(), captured.url()));
    }

    private Stream<Trial> signed(RevealedSecret secret, Set<String> urls) {
        return signsUrl()
                ? urls.stream()
                        .map(url -> new Trial(
                                ProbableCause.PUBLIC_URL,
                                "The sender signs the URL " + url,
                                verifier,
                                secret,
                                seen().at(url)))
                : Stream.of();
    }

    private Stream<Trial> otherBodies(RevealedSecret secret) {
        return BodyVariants.of(seen().body())
                .map(body -> new Trial(
                        ProbableCause.BODY_CHANGED,
                        "The signature matches the body " + body.name(),
                        verifier,
                        secret,
                        seen().carrying(body.bytes())));
    }

    private Trial ofAnotherSource(RevealedSecret secret) {
        return changed(
                ProbableCause.OTHER_SOURCE, "The signature was made with a secret of source " + secret.label(), secret);
    }

    private Trial changed(ProbableCause cause, String difference, RevealedSecret secret) {
        return new Trial(cause, difference, verifier, secret, seen());
    }

    private boolean signsUrl() {
        return source.publicUrl() != null;
    }

    private Delivery seen() {
        return source.seen(captured);
    }
}
