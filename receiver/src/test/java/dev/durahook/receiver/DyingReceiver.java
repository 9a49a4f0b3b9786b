package dev.durahook.receiver;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.NewEvent;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A receiver in a process of its own that ends at one point of a delivery, as after SIGKILL: no thread finishes its work
 * and nothing is written. Only events whose IDs contain {@code fatal} end it.
 */
@Configuration(proxyBeanMethods = false)
class DyingReceiver {

    /** The variable that names the {@link Point}. */
    static final String DIES = "RECEIVER_DIES";

    /** The points between the body's last byte and the answer. */
    enum Point {
        /** The delivery is verified, and nothing has been done for its events. */
        VERIFIED,
        /** The request to Temporal is about to be sent. */
        REQUEST,
        /** Temporal's answer has arrived, and has not been read. For a delivery of several events, the third answer. */
        ANSWER,
        /** The events are stored, and the sender has no answer. */
        STORED;

        private static final Point CHOSEN = System.getenv(DIES) == null ? null : valueOf(System.getenv(DIES));

        void pass() {
            if (this == CHOSEN) {
                Runtime.getRuntime().halt(137);
            }
        }
    }

    private static final int ANSWERS_OF_SEVERAL = 3;

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {ReceiverApplication.class, DyingReceiver.class}, arguments);
    }

    @Bean
    static BeanPostProcessor fatalStore() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof EventStore store ? new FatalStore(store) : bean;
            }
        };
    }

    @Bean
    TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> fatalCalls() {
        AtomicInteger answers = new AtomicInteger();
        return options -> options.addGrpcClientInterceptor(new ClientInterceptor() {
            @Override
            public <Q, A> ClientCall<Q, A> interceptCall(
                    MethodDescriptor<Q, A> method, CallOptions call, Channel next) {
                return new FatalCall<>(next.newCall(method, call), answers);
            }
        });
    }

    private static boolean isFatal(String id) {
        return id.contains("fatal");
    }

    private record FatalStore(EventStore store) implements EventStore {

        @Override
        public Acceptance store(NewEvent event) {
            return storeAll(List.of(event)).get(0);
        }

        @Override
        public List<Acceptance> storeAll(List<NewEvent> events) {
            boolean fatal =
                    events.stream().anyMatch(event -> isFatal(event.event().id()));
            if (fatal) {
                Point.VERIFIED.pass();
            }
            List<Acceptance> stored = events.size() == 1 ? List.of(store.store(events.get(0))) : store.storeAll(events);
            if (fatal) {
                Point.STORED.pass();
            }
            return stored;
        }
    }

    private static final class FatalCall<Q, A> extends SimpleForwardingClientCall<Q, A> {

        private final AtomicInteger answers;
        private volatile int needed;

        FatalCall(ClientCall<Q, A> call, AtomicInteger answers) {
            super(call);
            this.answers = answers;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onMessage(A answer) {
                            if (needed > 0 && answers.incrementAndGet() >= needed) {
                                Point.ANSWER.pass();
                            }
                            super.onMessage(answer);
                        }
                    },
                    headers);
        }

        @Override
        public void sendMessage(Q request) {
            if (request instanceof StartWorkflowExecutionRequest start && isFatal(start.getWorkflowId())) {
                needed = start.getWorkflowId().contains("several") ? ANSWERS_OF_SEVERAL : 1;
                Point.REQUEST.pass();
            }
            super.sendMessage(request);
        }
    }
}
