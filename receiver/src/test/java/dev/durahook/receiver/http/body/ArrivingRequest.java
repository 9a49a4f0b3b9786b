package dev.durahook.receiver.http.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;

/** A request whose body has not arrived yet, and which can be read in the background. */
final class ArrivingRequest extends MockHttpServletRequest {

    private final long announced;
    private final Body body = new Body();
    private Executor tasks = Runnable::run;

    private ArrivingRequest(long announced) {
        this.announced = announced;
        setAsyncSupported(true);
    }

    /** A request that announces so many bytes. */
    static ArrivingRequest of(long announced) {
        return new ArrivingRequest(announced);
    }

    /** The same request, whose background tasks this executor runs. */
    ArrivingRequest whoseTasks(Executor executor) {
        tasks = executor;
        return this;
    }

    /** Some of the body arrives, and reading it fails, once. */
    ArrivingRequest failing(Error failure) {
        body.failure = failure;
        return this;
    }

    /** The server reports that some of the body has arrived. */
    void arrive() throws IOException {
        Objects.requireNonNull(body.listener).onDataAvailable();
    }

    @Override
    public long getContentLengthLong() {
        return announced;
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, @Nullable ServletResponse response) {
        return new MockAsyncContext(request, response) {
            @Override
            public void start(Runnable task) {
                tasks.execute(task);
            }

            @Override
            public void complete() {}
        };
    }

    private static final class Body extends ServletInputStream {

        private @Nullable Error failure;
        private @Nullable ReadListener listener;

        @Override
        public int available() {
            return failure == null || listener != null ? 0 : 1;
        }

        @Override
        public boolean isReady() {
            return failure != null;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public void setReadListener(ReadListener background) {
            listener = background;
        }

        @Override
        public int read() {
            Error thrown = Objects.requireNonNull(failure);
            failure = null;
            throw thrown;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return read();
        }
    }
}
