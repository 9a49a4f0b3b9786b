package dev.durahook.receiver.acceptance.limit;

import java.util.concurrent.Semaphore;

/**
 * A fair semaphore whose number of permits can change. If the number falls, the next permits that are released are
 * withdrawn.
 */
final class ResizableSemaphore extends Semaphore {

    private int size;

    ResizableSemaphore(int size) {
        super(size, true);
        this.size = size;
    }

    /** Must not be called by two threads at a time. */
    void resize(int wanted) {
        if (wanted > size) {
            release(wanted - size);
        } else {
            reducePermits(size - wanted);
        }
        size = wanted;
    }
}
