package dev.durahook.receiver;

import dev.durahook.receiver.http.refusal.DedicatedServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The receiver as a separate application. Its beans are in {@link ReceiverAutoConfiguration}. */
@EnableAutoConfiguration
@DedicatedServer
public class ReceiverApplication {

    /** Starts the receiver, which then runs until the process is stopped. */
    public static void main(String[] arguments) {
        SpringApplication.run(ReceiverApplication.class, arguments);
    }
}
