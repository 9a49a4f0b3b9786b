package dev.durahook.receiver.acceptance;

import java.util.concurrent.Semaphore;

/** A fair semaphore whose number of permits changes. Taken away are those that come back next. */
final class ResizableSemaphore extends Semaphore {

    private int size;

    ResizableSemaphore(int size) {
        super(size, true);
        this.size = size;
    }

    synchronized void resize(int wanted) {
        if (wanted > size) {
            release(wanted - size);
        } else {
            reducePermits(size - wanted);
        }
        size = wanted;
    }
}
