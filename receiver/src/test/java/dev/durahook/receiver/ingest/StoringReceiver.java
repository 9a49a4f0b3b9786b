package dev.durahook.receiver.ingest;

import dev.durahook.receiver.ReceiverAutoConfiguration;
import dev.durahook.receiver.source.SourceConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A receiver with declared sources, on a free port, with a test's store instead of Temporal. */
public final class StoringReceiver implements AutoCloseable {

    private final ConfigurableApplicationContext application;

    private StoringReceiver(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts the receiver with more arguments, such as {@code durahook.sources.shop.scheme=github}. */
    public static StoringReceiver with(String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.root=error",
                "--management.endpoint.health.group.readiness.include=readinessState"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return new StoringReceiver(
                new SpringApplicationBuilder(Configuration.class).run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public FakeStore store() {
        return application.getBean(FakeStore.class);
    }

    public MeterRegistry meters() {
        return application.getBean(MeterRegistry.class);
    }

    @Override
    public void close() {
        application.close();
    }

    @EnableAutoConfiguration(exclude = ReceiverAutoConfiguration.class)
    @Import({SourceConfiguration.class, IngestConfiguration.class})
    static class Configuration {

        @Bean
        FakeStore store() {
            return new FakeStore();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
