package dev.durahook.worker.destination.kind;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationFailure;
import dev.durahook.workflows.destination.DestinationReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A kind of destination as an application may add it: topics in memory, which may be closed for a while. */
public final class MemoryKind implements DestinationKind<MemoryKind.Properties> {

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Integer> attempts = new CopyOnWriteArrayList<>();
    private final List<Duration> timesLeft = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** The keys of this kind. */
    public record Properties(
            @DefaultValue("") String topic,
            @DefaultValue("") String password) {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Class<Properties> properties() {
        return Properties.class;
    }

    @Override
    public Transport open(DeclaredDestination<Properties> declared) {
        declared.require(!declared.properties().topic().isEmpty(), "topic", "must be given");
        return new Topic(declared);
    }

    /** From now on topics refuse events. */
    public void close() {
        closed = true;
    }

    /** From now on topics take events again. */
    public void reopen() {
        closed = false;
    }

    /** The events that topics have taken, each as topic, event ID and body. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** The numbers of all attempts. */
    public List<Integer> attempts() {
        return List.copyOf(attempts);
    }

    /** The time that each attempt had left. */
    public List<Duration> timesLeft() {
        return List.copyOf(timesLeft);
    }

    private final class Topic implements Transport {

        private final String name;
        private final Properties properties;

        Topic(DeclaredDestination<Properties> declared) {
            this.name = declared.name();
            this.properties = declared.properties();
        }

        @Override
        public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) throws DestinationException {
            attempts.add(attempt.number());
            timesLeft.add(attempt.timeLeft());
            if (closed) {
                throw new DestinationException(
                        DestinationFailure.UNAVAILABLE,
                        name + " is closed for " + properties.password(),
                        Duration.ofMillis(1));
            }
            taken.add(properties.topic() + " " + event.id() + " " + new String(body, StandardCharsets.UTF_8));
            return new DestinationReceipt(0, Duration.ZERO, name + " has it in " + properties.topic());
        }

        @Override
        public String summary() {
            return "topic " + properties.topic();
        }

        @Override
        public Set<String> hiddenValues() {
            return Set.of(properties.password());
        }
    }
}
