package dev.durahook.standalone;

import dev.durahook.receiver.http.DedicatedServer;
import dev.durahook.standalone.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Receiver, worker and examples in one process. They configure themselves; this finds a Temporal for them. Like both, it
 * scans no package of its own: handlers are found where {@code spring.main.sources} says, and nowhere else.
 */
@EnableAutoConfiguration
@DedicatedServer
public class StandaloneApplication {

    public static void main(String[] arguments) {
        if (Commands.include(arguments)) {
            System.exit(Commands.run(arguments));
        }
        serve(arguments);
    }

    private static void serve(String[] arguments) {
        SurroundingsListener surroundings = new SurroundingsListener();
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.addListeners(surroundings);
        try {
            welcome(application.run(arguments), surroundings.found());
        } catch (RuntimeException e) {
            // Spring Boot has said why. An embedded Temporal has threads that would keep the process alive.
            System.exit(1);
        }
    }

    private static void welcome(ConfigurableApplicationContext context, Surroundings surroundings) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        System.out.println(new Welcome(port, surroundings).text());
    }
}
