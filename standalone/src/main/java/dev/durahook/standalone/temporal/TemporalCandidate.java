package dev.durahook.standalone.temporal;

import java.util.Optional;

/** One way to find or start a Temporal. */
@FunctionalInterface
public interface TemporalCandidate {

    /** The Temporal, if there is one that can be used in this way. May start it. */
    Optional<Temporal> find();
}
