package dev.durahook.standalone.cli;

import dev.durahook.receiver.explain.Explainer;
import dev.durahook.receiver.explain.Explanation;
import java.time.InstantSource;
import org.springframework.core.env.Environment;

/** Says what a source makes of a captured request. */
@FunctionalInterface
interface Explaining {

    /**
     * Explains.
     *
     * @param environment the configuration that declares the source
     * @param source the source's name
     * @param request the request as it goes over the wire
     * @param clock the time at which it came
     */
    Answer of(Environment environment, String source, byte[] request, InstantSource clock);

    /** By the receiver's own explainer. */
    static Answer byReceiver(Environment environment, String source, byte[] request, InstantSource clock) {
        Explanation explanation = Explainer.explain(environment, source, request, clock);
        return new Answer(explanation.isVerified(), explanation.toText());
    }

    /**
     * What there is to say.
     *
     * @param isVerified whether the request is verified
     * @param text why, or why not; holds no secret
     */
    record Answer(boolean isVerified, String text) {}
}
