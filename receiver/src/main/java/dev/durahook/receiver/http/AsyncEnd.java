package dev.durahook.receiver.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Sees to it that a request that is answered in the background comes to an end. */
record AsyncEnd(Runnable stop) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        stop.run();
    }

    /** Only at the server's own end: the requests have no time-out. */
    @Override
    public void onTimeout(AsyncEvent event) {
        onError(event);
    }

    /** Without this, the server would look for a page that says what went wrong. */
    @Override
    public void onError(AsyncEvent event) {
        stop.run();
        try {
            event.getAsyncContext().complete();
        } catch (IllegalStateException completed) {
            // Before the error was known.
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
