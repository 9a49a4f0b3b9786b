package dev.durahook.receiver.tomcat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Counts the answers on a connection, and hangs up on requests that Tomcat answers itself, before any valve, and whose
 * bodies are unread: {@code OPTIONS *}, and requests to the context path without a slash at its end. Tomcat would wait for
 * the rest of the body with a thread, for as long as a byte comes now and then.
 */
record ReceiverAdapter(Adapter adapter, UnreadAnswers answers) implements Adapter {

    @Override
    public void service(Request request, Response response) throws Exception {
        adapter.service(request, response);
        if (!RefusalValve.hasSeen(request)) {
            leaveUnread(request, response);
        }
        countAnswer(request, response);
    }

    // A request in the background comes here once more when it is answered.
    private void countAnswer(Request request, Response response) {
        AtomicBoolean isInBackground = new AtomicBoolean();
        request.action(ActionCode.ASYNC_IS_ASYNC, isInBackground);
        if (!isInBackground.get() && !RefusalValve.isForApplication(request)) {
            answers.count(response);
        }
    }

    // Tomcat treats this as an error, and would change the status of an answer that is not sent yet.
    private static void leaveUnread(Request request, Response response) {
        UnreadBody body = new UnreadBody(request);
        if (body.giveUp(response)) {
            response.action(ActionCode.CLOSE, null);
            body.hangUp();
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return adapter.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        boolean isOpen = adapter.asyncDispatch(request, response, status);
        countAnswer(request, response);
        return isOpen;
    }

    @Override
    public void log(Request request, Response response, long time) {
        adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return adapter.getDomain();
    }
}
