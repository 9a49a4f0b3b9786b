package dev.durahook.connection.server;

import java.util.List;

/**
 * A memory that records what it is told: doubt, trust or forget.
 *
 * @param told where each call is added
 */
public record RecordedMemory(List<String> told) implements ServerMemory {

    @Override
    public void doubt() {
        told.add("doubt");
    }

    @Override
    public void trust() {
        told.add("trust");
    }

    @Override
    public void forget() {
        told.add("forget");
    }
}
