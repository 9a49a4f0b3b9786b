package dev.durahook.receiver.explain;

import dev.durahook.receiver.signing.Verifiers;
import dev.durahook.receiver.source.RevealedSource;
import dev.durahook.receiver.source.RevealedSources;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Explains to an operator why a captured request was answered with 401, by trying other encodings, forms of the secret
 * and bodies. It must not be reachable over HTTP, because each trial costs as much as a verification. The receiver
 * itself uses {@link QuickExplainer}.
 */
public final class Explainer {

    private Explainer() {}

    /**
     * Explains a capture given as text.
     *
     * @see #explain(Environment, String, byte[], InstantSource)
     */
    public static Explanation explain(Environment environment, String source, String rawHttp, InstantSource clock) {
        return explain(environment, source, rawHttp.getBytes(StandardCharsets.UTF_8), clock);
    }

    /**
     * Explains how a source verifies a captured request.
     *
     * @param environment the configuration with the source, as the receiver reads it
     * @param source the source's name
     * @param rawHttp the request: request line, headers, an empty line and the exact body
     * @param clock the time at which the request was received
     * @throws InvalidCaptureException if the capture can't be parsed
     * @throws dev.durahook.receiver.configuration.InvalidSourceException if the source is not declared, or not valid
     */
    public static Explanation explain(Environment environment, String source, byte[] rawHttp, InstantSource clock) {
        RevealedSources sources = RevealedSources.of(environment, clock, Verifiers.withoutApplication());
        RevealedSource open = sources.named(source);
        Capture capture = Capture.of(rawHttp);
        Verdict verdict = open.source().verify(capture.delivery());
        Optional<Trial> passing = verdict instanceof Verified ? Optional.empty() : trial(sources, open, capture);
        return new Explanation(
                source,
                verdict,
                passing.map(Trial::cause).orElseGet(() -> causeOf(verdict)),
                passing.map(trial -> said(trial, source)).orElseGet(() -> differenceOf(verdict)),
                DeliveryDetails.of(open, capture));
    }

    private static Optional<Trial> trial(RevealedSources sources, RevealedSource open, Capture capture) {
        return TrialVerification.of(open.signing())
                .flatMap(verifier -> new Trials(
                                open,
                                verifier,
                                sources.secretsOfOthers(open.source().name()),
                                capture.delivery())
                        .firstPassing());
    }

    private static String said(Trial trial, String source) {
        boolean isOwn = trial.cause() != ProbableCause.OTHER_SOURCE;
        return trial.difference() + (isOwn ? " (secret " + trial.secret().label() + " of source " + source + ")" : "");
    }

    private static ProbableCause causeOf(Verdict verdict) {
        if (verdict instanceof Verified) {
            return ProbableCause.NONE;
        }
        return verdict instanceof Rejected rejected ? causeOf(rejected.reason()) : ProbableCause.UNKNOWN;
    }

    private static ProbableCause causeOf(Rejection reason) {
        return switch (reason) {
            case SIGNATURE_MISSING -> ProbableCause.NOT_SIGNED;
            case TIMESTAMP_MISSING, TIMESTAMP_OUT_OF_TOLERANCE, KEY_UNKNOWN, BODY_EMPTY, NOT_LOOPBACK ->
                ProbableCause.REFUSED;
            case NO_VALID_SECRET, SIGNATURE_MALFORMED, SIGNATURE_LENGTH, SIGNATURE_MISMATCH -> ProbableCause.UNKNOWN;
        };
    }

    private static String differenceOf(Verdict verdict) {
        ProbableCause cause = causeOf(verdict);
        if (cause == ProbableCause.NOT_SIGNED) {
            return "The delivery is not signed, or its signature was lost on the way";
        }
        return cause == ProbableCause.UNKNOWN ? "None of the usual causes matches" : DeliveryDetails.said(verdict);
    }
}
