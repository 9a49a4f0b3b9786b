package dev.durahook.receiver.http.exchange;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.PriorityOrdered;

/**
 * Registers a filter before all filters that are not {@link PriorityOrdered}, even those with the highest precedence.
 */
public final class FirstFilter<F extends Filter> extends FilterRegistrationBean<F> implements PriorityOrdered {

    /** Registers the filter for the paths that match these servlet URL patterns. */
    public FirstFilter(F filter, String... patterns) {
        super(filter);
        addUrlPatterns(patterns);
        setOrder(HIGHEST_PRECEDENCE);
    }
}
