package dev.durahook.receiver.ingest;

import dev.durahook.receiver.http.exchange.DeliveryPaths;
import dev.durahook.receiver.source.Source;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Warns at the start if Spring Security handles deliveries, in an application that embeds the receiver. Spring Security
 * would answer 401 or 403 to genuine deliveries, because they have neither a user nor a CSRF token, and logs nothing.
 *
 * <p>The receiver does not depend on Spring Security, so its class is asked by reflection.
 *
 * @param sources the declared sources
 * @param beans the application's beans
 */
record SecurityCheck(List<Source> sources, BeanFactory beans) implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityCheck.class);

    private static final String FILTER = "springSecurityFilterChain";

    @Override
    public void afterSingletonsInstantiated() {
        List<String> handled = beans.containsBean(FILTER) ? handled(beans.getBean(FILTER)) : List.of();
        if (!handled.isEmpty()) {
            LOG.warn(
                    "Spring Security has filters for {}, and may answer 401 or 403 to genuine deliveries, which the"
                            + " receiver then never sees. Declare a bean WebSecurityCustomizer: web ->"
                            + " web.ignoring().requestMatchers(\"/webhook/**\", \"/webhooks/**\")",
                    String.join(", ", handled));
        }
    }

    private List<String> handled(Object filter) {
        Method filters = ClassUtils.getMethodIfAvailable(filter.getClass(), "getFilters", String.class);
        if (filters == null) {
            return List.of();
        }
        ReflectionUtils.makeAccessible(filters);
        return sources.stream()
                .map(source -> DeliveryPaths.of(source.name()))
                .filter(path -> hasFilters(filters, filter, path))
                .toList();
    }

    // There is no list if no chain of filters takes the path, and an empty one if the path is ignored.
    private static boolean hasFilters(Method filters, Object filter, String path) {
        try {
            return ReflectionUtils.invokeMethod(filters, filter, path) instanceof Collection<?> found
                    && !found.isEmpty();
        } catch (RuntimeException | LinkageError e) {
            // A matcher of the application may ask for more than a request without a server has.
            LOG.debug("Can't find out whether Spring Security has filters for {}", path, e);
            return false;
        }
    }
}
