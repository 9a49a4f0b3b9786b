package dev.durahook.connection.server;

import java.util.List;

/**
 * A cache that records each call of doubt, trust and forget.
 *
 * @param told the list to which each call is added
 */
public record RecordedCache(List<String> told) implements ServerAnswerCache {

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
