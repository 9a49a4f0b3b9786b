package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.secret.RevealedSecret;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.text.Labels;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Trials with one key of the rule changed, the most probable first.
 *
 * @param rule the declared rule
 * @param seen the request as the source verifies it
 */
record RuleTrials(SignatureRule rule, Delivery seen) {

    private static final Set<Algorithm> HMACS =
            EnumSet.of(Algorithm.HMAC_SHA1, Algorithm.HMAC_SHA256, Algorithm.HMAC_SHA384, Algorithm.HMAC_SHA512);

    private static final List<String> PREFIXES = List.of("", "sha1=", "sha256=", "sha512=", "v0=", "v1=", "hmac ");

    Stream<Trial> of(RevealedSecret secret) {
        return Stream.of(
                        otherEncodings(secret),
                        otherPrefixes(secret),
                        otherKeyForms(secret),
                        otherAlgorithms(secret),
                        otherUnits(secret))
                .flatMap(Function.identity());
    }

    Stream<Trial> otherEncodings(RevealedSecret secret) {
        return Stream.of(Encoding.values())
                .filter(other -> other != Encoding.TEXT && other != rule.encoding())
                .map(other -> changed(
                        ProbableCause.ENCODING,
                        "The signature is written as " + Labels.of(other) + ", not as " + Labels.of(rule.encoding()),
                        RuleChange.encoding(rule, other),
                        secret));
    }

    private Stream<Trial> otherPrefixes(RevealedSecret secret) {
        return PREFIXES.stream()
                .filter(other -> !other.equals(rule.prefix()))
                .map(other -> changed(
                        ProbableCause.PREFIX,
                        "The signature has the prefix '" + other + "', not '" + rule.prefix() + "'",
                        RuleChange.prefix(rule, other),
                        secret));
    }

    private Stream<Trial> otherKeyForms(RevealedSecret secret) {
        return Stream.of(KeyForm.values())
                .flatMap(form -> Stream.of("", "whsec_")
                        .filter(prefix -> form != rule.key() || !prefix.equals(rule.keyPrefix()))
                        .map(prefix -> changed(
                                ProbableCause.SECRET_FORM,
                                "The sender uses the secret as " + Labels.of(form)
                                        + (prefix.isEmpty() ? ", whole" : ", without its prefix"),
                                RuleChange.key(rule, form, prefix),
                                secret)));
    }

    private Stream<Trial> otherAlgorithms(RevealedSecret secret) {
        return HMACS.stream()
                .filter(other -> HMACS.contains(rule.algorithm()) && other != rule.algorithm())
                .map(other -> changed(
                        ProbableCause.ALGORITHM,
                        "The sender signs with " + Labels.of(other) + ", not with " + Labels.of(rule.algorithm()),
                        RuleChange.algorithm(rule, other),
                        secret));
    }

    private Stream<Trial> otherUnits(RevealedSecret secret) {
        TimestampRule declared = rule.timestamp();
        return declared == null
                ? Stream.of()
                : Stream.of(TimestampUnit.values())
                        .filter(other -> other != declared.unit())
                        .map(other -> changed(
                                ProbableCause.TIMESTAMP_UNIT,
                                "The timestamp is written in " + Labels.of(other) + ", not in "
                                        + Labels.of(declared.unit()),
                                RuleChange.unit(rule, declared, other),
                                secret));
    }

    private Trial changed(ProbableCause cause, String difference, SignatureRule changed, RevealedSecret secret) {
        return new Trial(cause, difference, TrialVerification.of(changed), secret, seen);
    }
}
