package dev.durahook.worker.destination.http;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the head of the destination's answer. OkHttp fails on some answers after it has read their head: on a 204 or 205
 * that has a length, on a 407 without a proxy, and on a negative length. Such a failure would say that there is no answer, and the event would
 * be sent again to a destination that has it.
 */
final class AnswerHead extends EventListener {

    private static final int FIRST_FINAL_STATUS = 200;

    private volatile @Nullable Response response;
    private volatile @Nullable Call call;

    /** Notes the answers of a call. Must be called before the call is executed. */
    void listenTo(Call call) {
        response = null;
        this.call = call;
        call.addEventListener(this);
    }

    /** Closes the connection of an answer that OkHttp can't close. */
    void disconnect() {
        Call current = call;
        if (current != null) {
            current.cancel();
        }
    }

    /** The answer, whose body can't be read; {@code null} if none has come. */
    @Nullable
    Response response() {
        return response;
    }

    @Override
    public void responseHeadersEnd(Call call, Response answer) {
        response = answer.code() < FIRST_FINAL_STATUS ? null : answer;
    }
}
