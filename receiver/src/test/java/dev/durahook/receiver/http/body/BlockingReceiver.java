package dev.durahook.receiver.http.body;

import dev.durahook.receiver.ReceiverApplication;
import jakarta.servlet.Filter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A receiver that must read bodies in the foreground, because a filter does not support asynchronous requests. */
@Configuration(proxyBeanMethods = false)
class BlockingReceiver {

    public static void main(String[] arguments) {
        new SpringApplication(ReceiverApplication.class, BlockingReceiver.class).run(arguments);
    }

    @Bean
    FilterRegistrationBean<Filter> old() {
        FilterRegistrationBean<Filter> filter =
                new FilterRegistrationBean<>((request, response, chain) -> chain.doFilter(request, response));
        filter.setAsyncSupported(false);
        return filter;
    }
}
