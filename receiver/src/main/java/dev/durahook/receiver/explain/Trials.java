package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.KeyForm;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.source.OpenSecret;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one thing that may be otherwise than declared, likely ones first.
 *
 * @param rule the declared rule
 * @param secrets the declared secrets
 * @param others the secrets of all other sources
 * @param captured the request as it was captured
 * @param seen the same as the source sees it
 */
record Trials(SignatureRule rule, List<OpenSecret> secrets, List<OpenSecret> others, Delivery captured, Delivery seen) {

    private static final Set<Algorithm> HMACS =
            EnumSet.of(Algorithm.HMAC_SHA1, Algorithm.HMAC_SHA256, Algorithm.HMAC_SHA384, Algorithm.HMAC_SHA512);

    private static final List<String> PREFIXES = List.of("", "sha1=", "sha256=", "sha512=", "v0=", "v1=", "hmac ");

    /** The first of them with which the delivery would be genuine. */
    Optional<Trial> firstPassing() {
        return Stream.of(
                        secrets.stream().map(this::asDeclared),
                        each(this::otherEncodings),
                        each(this::otherPrefixes),
                        each(this::otherKeyForms),
                        each(this::whiteSpace),
                        each(this::otherAlgorithms),
                        each(this::otherUnits),
                        each(this::otherUrls),
                        others.stream().map(this::ofAnotherSource),
                        each(this::otherBodies))
                .flatMap(Function.identity())
                .filter(Trial::passes)
                .findFirst();
    }

    private Stream<Trial> each(Function<OpenSecret, Stream<Trial>> trials) {
        return secrets.stream().flatMap(trials);
    }

    private Trial asDeclared(OpenSecret secret) {
        return secret.holds()
                ? changed(Cause.TIMESTAMP, "The signature is right, the timestamp is too far off", rule, secret)
                : changed(Cause.SECRET_NOT_VALID, "The secret is right, but " + secret.state(), rule, secret);
    }

    private Stream<Trial> otherEncodings(OpenSecret secret) {
        return Stream.of(Encoding.values())
                .filter(other -> other != Encoding.TEXT && other != rule.encoding())
                .map(other -> changed(
                        Cause.ENCODING,
                        "The signature is written as " + word(other) + ", not as " + word(rule.encoding()),
                        RuleChange.encoding(rule, other),
                        secret));
    }

    private Stream<Trial> otherPrefixes(OpenSecret secret) {
        return PREFIXES.stream()
                .filter(other -> !other.equals(rule.prefix()))
                .map(other -> changed(
                        Cause.PREFIX,
                        "The signature stands behind '" + other + "', not behind '" + rule.prefix() + "'",
                        RuleChange.prefix(rule, other),
                        secret));
    }

    private Stream<Trial> otherKeyForms(OpenSecret secret) {
        return Stream.of(KeyForm.values())
                .flatMap(form -> Stream.of("", "whsec_")
                        .filter(prefix -> form != rule.key() || !prefix.equals(rule.keyPrefix()))
                        .map(prefix -> changed(
                                Cause.SECRET_FORM,
                                "The sender uses the secret as " + word(form)
                                        + (prefix.isEmpty() ? ", whole" : ", without its prefix"),
                                RuleChange.key(rule, form, prefix),
                                secret)));
    }

    private Stream<Trial> whiteSpace(OpenSecret secret) {
        String text = secret.text();
        return Stream.of(text + "\n", text + "\r\n", text + " ", " " + text, "\"" + text + "\"", "'" + text + "'")
                .map(other -> changed(
                        Cause.SECRET_WHITE_SPACE,
                        "The sender's secret has white space or quotation marks around it",
                        rule,
                        new OpenSecret(secret.label(), other, secret.state(), secret.holds())));
    }

    private Stream<Trial> otherAlgorithms(OpenSecret secret) {
        return HMACS.stream()
                .filter(other -> HMACS.contains(rule.algorithm()) && other != rule.algorithm())
                .map(other -> changed(
                        Cause.ALGORITHM,
                        "The sender signs with " + word(other) + ", not with " + word(rule.algorithm()),
                        RuleChange.algorithm(rule, other),
                        secret));
    }

    private Stream<Trial> otherUnits(OpenSecret secret) {
        TimestampRule declared = rule.timestamp();
        return declared == null
                ? Stream.of()
                : Stream.of(TimestampUnit.values())
                        .filter(other -> other != declared.unit())
                        .map(other -> changed(
                                Cause.TIMESTAMP_UNIT,
                                "The timestamp is written in " + word(other) + ", not in " + word(declared.unit()),
                                RuleChange.unit(rule, declared, other),
                                secret));
    }

    private Stream<Trial> otherUrls(OpenSecret secret) {
        return rule.signsUrl()
                ? UrlVariants.of(seen.url(), captured.url()).stream()
                        .map(url -> new Trial(
                                Cause.PUBLIC_URL, "The sender signs the URL " + url, rule, secret, seen.at(url)))
                : Stream.of();
    }

    private Stream<Trial> otherBodies(OpenSecret secret) {
        return BodyVariants.of(seen.body())
                .map(body -> new Trial(
                        Cause.BODY_CHANGED,
                        "The signature is that of the body " + body.name(),
                        rule,
                        secret,
                        seen.carrying(body.bytes())));
    }

    private Trial ofAnotherSource(OpenSecret secret) {
        return changed(Cause.OTHER_SOURCE, "The signature is by a secret of source " + secret.label(), rule, secret);
    }

    private Trial changed(Cause cause, String difference, SignatureRule changed, OpenSecret secret) {
        return new Trial(cause, difference, changed, secret, seen);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
