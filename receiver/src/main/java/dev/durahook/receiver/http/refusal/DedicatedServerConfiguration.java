package dev.durahook.receiver.http.refusal;

import dev.durahook.receiver.http.body.BodyReader;
import dev.durahook.receiver.http.exchange.FirstFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The additional beans of an application marked with {@link DedicatedServer}. */
@Configuration(proxyBeanMethods = false)
class DedicatedServerConfiguration {

    @Bean
    AnsweredPaths durahookAnsweredPaths() {
        return path -> true;
    }

    @Bean
    FilterRegistrationBean<DeliveriesOnlyFilter> durahookDeliveriesOnlyFilter(BodyReader bodies, Refusals refusals) {
        return new FirstFilter<>(new DeliveriesOnlyFilter(bodies, refusals), "/*");
    }

    @Bean
    ProblemController durahookProblemController(Refusals refusals) {
        return new ProblemController(refusals);
    }
}
