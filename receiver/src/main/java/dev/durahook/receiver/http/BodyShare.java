package dev.durahook.receiver.http;

/** What one body has of the {@link BodyBudget}, until its request is answered. */
final class BodyShare implements AutoCloseable {

    private final BodyBudget budget;
    private long size;

    BodyShare(BodyBudget budget) {
        this.budget = budget;
    }

    /** Whether the body may be as large as this; then the bytes are taken. */
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
