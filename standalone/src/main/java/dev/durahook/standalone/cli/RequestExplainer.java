package dev.durahook.standalone.cli;

import dev.durahook.receiver.explain.Explainer;
import dev.durahook.receiver.explain.Explanation;
import java.time.InstantSource;
import org.springframework.core.env.Environment;

/** Explains whether and why a source verifies a captured request. Tests replace the receiver's explainer. */
@FunctionalInterface
interface RequestExplainer {

    /**
     * Explains a request.
     *
     * @param environment the configuration that declares the source
     * @param source the source's name
     * @param request the bytes of the HTTP request, as they are sent over the network
     * @param clock the time at which it came
     */
    ShownExplanation of(Environment environment, String source, byte[] request, InstantSource clock);

    /** Asks the receiver's own explainer. */
    static ShownExplanation byReceiver(Environment environment, String source, byte[] request, InstantSource clock) {
        Explanation explanation = Explainer.explain(environment, source, request, clock);
        return new ShownExplanation(explanation.isVerified(), explanation.toText());
    }

    /**
     * The explanation of one request.
     *
     * @param isVerified whether the request is verified
     * @param text why, or why not; holds no secret
     */
    record ShownExplanation(boolean isVerified, String text) {}
}
