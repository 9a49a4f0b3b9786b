package dev.durahook.receiver.http;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.PriorityOrdered;

/** Registers a filter in front of all that are merely ordered, even those that want to be the first. */
final class FirstFilter<F extends Filter> extends FilterRegistrationBean<F> implements PriorityOrdered {

    FirstFilter(F filter, String... patterns) {
        super(filter);
        addUrlPatterns(patterns);
        setOrder(HIGHEST_PRECEDENCE);
    }
}
