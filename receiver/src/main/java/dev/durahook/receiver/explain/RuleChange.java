package dev.durahook.receiver.explain;

import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.signature.TimestampUnit;
import org.jspecify.annotations.Nullable;

/** Copies a signature rule with one key changed, so that a trial can verify with the changed rule. */
final class RuleChange {

    private RuleChange() {}

    static SignatureRule encoding(SignatureRule rule, Encoding encoding) {
        return with(rule, rule.algorithm(), rule.prefix(), encoding, rule.key(), rule.keyPrefix(), rule.timestamp());
    }

    static SignatureRule algorithm(SignatureRule rule, Algorithm algorithm) {
        return with(rule, algorithm, rule.prefix(), rule.encoding(), rule.key(), rule.keyPrefix(), rule.timestamp());
    }

    static SignatureRule prefix(SignatureRule rule, String prefix) {
        return with(rule, rule.algorithm(), prefix, rule.encoding(), rule.key(), rule.keyPrefix(), rule.timestamp());
    }

    static SignatureRule key(SignatureRule rule, KeyForm key, String keyPrefix) {
        return with(rule, rule.algorithm(), rule.prefix(), rule.encoding(), key, keyPrefix, rule.timestamp());
    }

    static SignatureRule unit(SignatureRule rule, TimestampRule declared, TimestampUnit unit) {
        TimestampRule timestamp = new TimestampRule(
                declared.header(),
                declared.separator(),
                declared.prefix(),
                declared.pointer(),
                unit,
                declared.tolerance());
        return with(rule, rule.algorithm(), rule.prefix(), rule.encoding(), rule.key(), rule.keyPrefix(), timestamp);
    }

    private static SignatureRule with(
            SignatureRule rule,
            Algorithm algorithm,
            String prefix,
            Encoding encoding,
            KeyForm key,
            String keyPrefix,
            @Nullable TimestampRule timestamp) {
        return new SignatureRule(
                algorithm,
                rule.header(),
                rule.separator(),
                prefix,
                encoding,
                rule.content(),
                key,
                keyPrefix,
                rule.acceptEmptyBody(),
                timestamp,
                rule.repeatable());
    }
}
