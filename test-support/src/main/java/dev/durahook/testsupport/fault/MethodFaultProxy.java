package dev.durahook.testsupport.fault;

import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A proxy in front of Temporal in which a test can make single gRPC methods slow, hang or fail, while all other methods
 * work. {@link FaultProxy} disturbs whole connections.
 */
public final class MethodFaultProxy implements AutoCloseable {

    private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

    private final Map<String, MethodFault> faults = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Queue<StreamObserver<byte[]>> hanging = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> DaemonThread.of("method-fault-timer", task));
    private final ManagedChannel upstream;
    private final Server server;

    private MethodFaultProxy(String target) {
        upstream = NettyChannelBuilder.forTarget(target)
                .usePlaintext()
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .build();
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .intercept(new CallHeaders())
                .fallbackHandlerRegistry(new EveryMethod())
                .build();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a proxy that passes everything on to {@code host:port}. */
    public static MethodFaultProxy to(String target) {
        return new MethodFaultProxy(target);
    }

    /** The proxy's address, as {@code host:port}. */
    public String target() {
        return "127.0.0.1:" + server.getPort();
    }

    /** From now on the calls of a method, such as {@code StartWorkflowExecution}, have this fault. */
    public void set(String method, MethodFault fault) {
        faults.put(method, fault);
    }

    /** From now on all calls pass unchanged. Calls that hang fail as {@code UNAVAILABLE}. */
    public void heal() {
        faults.clear();
        for (StreamObserver<byte[]> call = hanging.poll(); call != null; call = hanging.poll()) {
            fail(call, Status.UNAVAILABLE.withDescription("the call hung until now"));
        }
    }

    /** How many calls of a method have arrived. */
    public int calls(String method) {
        return count(method).get();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        server.shutdownNow();
        upstream.shutdownNow();
    }

    private AtomicInteger count(String method) {
        return calls.computeIfAbsent(method, name -> new AtomicInteger());
    }

    private void handle(MethodDescriptor<byte[], byte[]> method, byte[] request, StreamObserver<byte[]> answer) {
        String name = String.valueOf(method.getBareMethodName());
        count(name).incrementAndGet();
        MethodFault fault = faults.getOrDefault(name, MethodFault.NONE);
        if (fault.hangs()) {
            hanging.add(answer);
        }
        if (fault.forwarded()) {
            forward(method, request, new DisturbedAnswer(fault, answer, timer));
        } else if (fault.answer() != null) {
            fail(answer, fault.answer());
        }
    }

    // The context of the call hands its deadline and its cancellation on.
    private void forward(MethodDescriptor<byte[], byte[]> method, byte[] request, StreamObserver<byte[]> answer) {
        ClientCalls.asyncUnaryCall(
                ClientInterceptors.intercept(upstream, MetadataUtils.newAttachHeadersInterceptor(CallHeaders.current()))
                        .newCall(method, CallOptions.DEFAULT),
                request,
                answer);
    }

    static void fail(StreamObserver<byte[]> call, @Nullable Status status) {
        try {
            call.onError((status == null ? Status.UNKNOWN : status).asRuntimeException());
        } catch (IllegalStateException gone) {
            // The caller has given up.
        }
    }

    /** Takes the calls of every method, without knowing its messages. */
    private final class EveryMethod extends HandlerRegistry {

        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
            MethodDescriptor<byte[], byte[]> method = MethodDescriptor.newBuilder(
                            ByteMarshaller.INSTANCE, ByteMarshaller.INSTANCE)
                    .setFullMethodName(name)
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .build();
            return ServerMethodDefinition.create(
                    method, ServerCalls.asyncUnaryCall((request, answer) -> handle(method, request, answer)));
        }
    }
}
