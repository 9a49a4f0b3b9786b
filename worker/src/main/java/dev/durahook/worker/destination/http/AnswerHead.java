package dev.durahook.worker.destination.http;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the head of the destination's answer. OkHttp fails on some answers after it has read their head: on a 204 or 205
 * that has a length, and on a 407 without a proxy. Such a failure would say that there is no answer, and the event would
 * be sent again to a destination that has it.
 */
final class AnswerHead extends EventListener {

    private static final int FIRST_FINAL_STATUS = 200;

    private volatile @Nullable Response response;

    /** Notes the answers of a call. Must be called before the call is executed. */
    void listenTo(Call call) {
        response = null;
        call.addEventListener(this);
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
