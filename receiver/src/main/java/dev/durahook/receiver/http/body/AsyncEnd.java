package dev.durahook.receiver.http.body;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Completes an asynchronous request when the server reports an error, and calls {@code stop} in every case. */
record AsyncEnd(Runnable stop) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        stop.run();
    }

    /** Happens only if the server itself ends the request, because these requests have no time-out. */
    @Override
    public void onTimeout(AsyncEvent event) {
        onError(event);
    }

    /** Completes the request, since the server would otherwise dispatch it to an error page. */
    @Override
    public void onError(AsyncEvent event) {
        stop.run();
        try {
            event.getAsyncContext().complete();
        } catch (IllegalStateException completed) {
            // It was completed before the error was reported.
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
