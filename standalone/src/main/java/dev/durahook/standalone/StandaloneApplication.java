package dev.durahook.standalone;

import dev.durahook.receiver.http.refusal.DedicatedServer;
import dev.durahook.standalone.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs receiver, worker and examples in one process, with a Temporal that it finds or starts. Receiver and worker
 * configure themselves. This application scans no package of its own: handlers are found only in the packages that
 * {@code spring.main.sources} names.
 */
@EnableAutoConfiguration
@DedicatedServer
public class StandaloneApplication {

    /** Runs the command that the arguments begin with; otherwise starts the application. */
    public static void main(String[] arguments) {
        if (Commands.include(arguments)) {
            System.exit(Commands.run(arguments));
        }
        serve(arguments);
    }

    private static void serve(String[] arguments) {
        LocalSetupListener setup = new LocalSetupListener();
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.addListeners(setup);
        try {
            welcome(application.run(arguments), setup.found());
        } catch (RuntimeException e) {
            // Spring Boot has reported the failure. Without this exit, an embedded Temporal's threads would keep the
            // process alive.
            System.exit(1);
        }
    }

    private static void welcome(ConfigurableApplicationContext context, LocalSetup setup) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        System.out.println(new WelcomeText(port, setup).text());
    }
}
