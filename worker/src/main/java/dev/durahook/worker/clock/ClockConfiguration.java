package dev.durahook.worker.clock;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the comparison of the receiver's and the worker's clocks with the server's clock. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    @Bean
    ClockSkew durahookClockSkew() {
        return new ClockSkew(System::nanoTime);
    }

    @Bean
    ClockComparison durahookClockComparison(ClockSkew skew, ObjectProvider<InstantSource> clock) {
        return new ClockComparison(skew, clock.getIfUnique(InstantSource::system));
    }
}
