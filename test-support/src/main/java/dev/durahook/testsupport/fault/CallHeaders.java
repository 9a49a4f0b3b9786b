package dev.durahook.testsupport.fault;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Keeps the headers of a call for the call that is forwarded: by them the server knows the version of the SDK. */
final class CallHeaders implements ServerInterceptor {

    private static final Context.Key<Metadata> HEADERS = Context.keyWithDefault("headers", new Metadata());

    static Metadata current() {
        return HEADERS.get();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return Contexts.interceptCall(Context.current().withValue(HEADERS, headers), call, headers, next);
    }
}
