package dev.durahook.worker.logging;

import dev.durahook.worker.WorkerApplication;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A worker whose handler takes some seconds, so that a test can stop Temporal meanwhile. */
@Configuration(proxyBeanMethods = false)
class SlowShop {

    static final String BEGUN = "An attempt has begun";

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {WorkerApplication.class, SlowShop.class}, arguments);
    }

    @Bean
    EventHandler slow() {
        return new EventHandler() {
            @Override
            public List<String> eventTypes() {
                return List.of("shop.*");
            }

            @Override
            public String name() {
                return "slow";
            }

            @Override
            public String handle(EventAttempt attempt) throws InterruptedException {
                System.out.println(BEGUN);
                TimeUnit.SECONDS.sleep(4);
                return "done";
            }
        };
    }
}
