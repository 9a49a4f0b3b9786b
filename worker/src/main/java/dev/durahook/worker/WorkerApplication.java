package dev.durahook.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The worker on its own, with the handlers' jar beside it. Everything it does is in {@link WorkerAutoConfiguration}.
 */
@EnableAutoConfiguration
public class WorkerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WorkerApplication.class, arguments);
    }
}
