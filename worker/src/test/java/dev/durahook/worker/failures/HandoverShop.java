package dev.durahook.worker.failures;

import dev.durahook.worker.WorkerApplication;
import org.springframework.boot.SpringApplication;

/** A worker in a JVM of its own, which a test kills. */
final class HandoverShop {

    private HandoverShop() {}

    public static void main(String[] arguments) {
        SpringApplication.run(WorkerApplication.class, arguments);
    }
}
