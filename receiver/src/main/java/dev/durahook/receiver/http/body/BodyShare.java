package dev.durahook.receiver.http.body;

/** The part of the {@link BodyBudget} that one body has reserved, until its request is answered. */
final class BodyShare implements AutoCloseable {

    private final BodyBudget budget;
    private long size;

    BodyShare(BodyBudget budget) {
        this.budget = budget;
    }

    /** Reserves this size if the budget allows it, and returns whether it did. */
    synchronized boolean growTo(long newSize) {
        if (!budget.take(newSize - size, newSize)) {
            return false;
        }
        size = newSize;
        return true;
    }

    @Override
    public synchronized void close() {
        budget.giveBack(size);
        size = 0;
    }
}
