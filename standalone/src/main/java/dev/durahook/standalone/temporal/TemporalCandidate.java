package dev.durahook.standalone.temporal;

import java.util.Optional;

/** One way to come by a Temporal. */
@FunctionalInterface
public interface TemporalCandidate {

    /** The Temporal, if this way leads to one. May start it. */
    Optional<Temporal> find();
}
