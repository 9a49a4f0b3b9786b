package dev.durahook.receiver;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running receiver on a free port, with two sources of GitHub's scheme and one source without a signature. */
public final class RunningReceiver implements AutoCloseable {

    /** The secret of the sources {@code github} and {@code mirror}. */
    public static final String SECRET = "It's a Secret to Everybody";

    /**
     * The argument of a receiver that answers after the default time at most. Other receivers of tests give Temporal more
     * time, because machines are busy: the build sets {@code DURAHOOK_ACCEPTANCE_TIMEOUT}.
     */
    public static final String DEFAULT_TIMEOUT = "--durahook.acceptance.timeout=2500ms";

    /** The arguments of a receiver with a source {@code shop}, whose deliveries have several events each. */
    static final List<String> SHOP = Stream.of(
                    "scheme=custom",
                    "secrets=" + SECRET,
                    "custom.signature.header=X-Hub-Signature-256",
                    "custom.signature.prefix=sha256=",
                    "custom.events.pointer=/events",
                    "custom.id.pointer=/id",
                    "custom.type.pointer=/type")
            .map(property -> "--durahook.sources.shop." + property)
            .toList();

    private final ConfigurableApplicationContext application;

    private RunningReceiver(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts the receiver with the address of a Temporal server, which need not run. */
    public static RunningReceiver on(String target, String... more) {
        return in(ReceiverApplication.class, target, more);
    }

    /** The same receiver, with the source {@code shop} too. */
    static RunningReceiver withShop(String target, String... more) {
        return on(target, Stream.concat(SHOP.stream(), Stream.of(more)).toArray(String[]::new));
    }

    /** The same receiver inside another application. */
    public static RunningReceiver in(Class<?> application, String target, String... more) {
        return start(new SpringApplication(application), target, more);
    }

    /** The same receiver inside an application, without any source. */
    static RunningReceiver withoutSources(Class<?> application, String target) {
        return new RunningReceiver(new SpringApplication(application)
                .run(arguments(target, 0).stream()
                        .filter(argument -> !argument.startsWith("--durahook.sources."))
                        .toArray(String[]::new)));
    }

    /** The same receiver, with the clock of its sources set to this time. */
    static RunningReceiver at(Instant moment, String target, String... more) {
        return by(InstantSource.fixed(moment), target, more);
    }

    /** The same receiver, whose sources read the time from this clock. */
    static RunningReceiver by(InstantSource clock, String target, String... more) {
        SpringApplication receiver = new SpringApplication(ReceiverApplication.class);
        receiver.addInitializers(context -> context.getBeanFactory().registerSingleton("clock", clock));
        return start(receiver, target, more);
    }

    private static RunningReceiver start(SpringApplication receiver, String target, String... more) {
        List<String> arguments = new ArrayList<>(arguments(target, 0));
        arguments.addAll(List.of(more));
        return new RunningReceiver(receiver.run(arguments.toArray(String[]::new)));
    }

    /** The arguments of a receiver's process on a port. */
    public static List<String> arguments(String target, int port) {
        return Stream.of(
                        "server.port=" + port,
                        "server.address=127.0.0.1",
                        "spring.temporal.connection.target=" + target,
                        "durahook.sources.github.scheme=github",
                        "durahook.sources.github.secrets[0]=" + SECRET,
                        "durahook.sources.mirror.scheme=github",
                        "durahook.sources.mirror.secrets=" + SECRET,
                        "durahook.sources.webhook.scheme=none",
                        "logging.level.root=warn")
                .map(property -> "--" + property)
                .toList();
    }

    /** A sender that posts to the receiver. */
    public Sender sender() {
        return new Sender(port());
    }

    public int port() {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The bytes of request bodies that the receiver holds; -1 if it does not measure them. */
    public double bytesOfBodies() {
        return beans(MeterRegistry.class).stream()
                .flatMap(meters -> meters.find("durahook.bodies.bytes").gauges().stream())
                .mapToDouble(Gauge::value)
                .max()
                .orElse(-1);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return application.getBeansOfType(type).values();
    }

    @Override
    public void close() {
        application.close();
    }
}
