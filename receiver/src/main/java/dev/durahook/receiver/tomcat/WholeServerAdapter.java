package dev.durahook.receiver.tomcat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Hangs up on {@code OPTIONS *} with an unread body. Tomcat answers this request itself, before any valve, and would wait
 * for the rest of the body with a thread.
 */
record WholeServerAdapter(Adapter adapter) implements Adapter {

    private static final String WHOLE_SERVER = "*";

    @Override
    public void service(Request request, Response response) throws Exception {
        adapter.service(request, response);
        if (request.requestURI().equals(WHOLE_SERVER) && !isFullyRead(request)) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean isFullyRead(Request request) {
        AtomicBoolean result = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, result);
        return result.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return adapter.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return adapter.asyncDispatch(request, response, status);
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
