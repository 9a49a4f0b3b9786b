package dev.durahook.receiver.tomcat;

import dev.durahook.receiver.http.HttpProperties;
import dev.durahook.receiver.http.exchange.DeliveryPaths;
import dev.durahook.receiver.http.exchange.FirstFilter;
import dev.durahook.receiver.http.refusal.AnsweredPaths;
import dev.durahook.receiver.http.refusal.Refusals;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures Tomcat if it is the application's web server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(TomcatServletWebServerFactory.class)
public class TomcatConfiguration {

    @Bean
    FilterRegistrationBean<EndAnnouncementFilter> durahookEndAnnouncementFilter() {
        FilterRegistrationBean<EndAnnouncementFilter> filter = new FirstFilter<>(new EndAnnouncementFilter(), "/*");
        // Most refusals of the application, such as its 404, are written by its error page.
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> durahookTomcat(
            HttpProperties properties, Refusals refusals, ObjectProvider<AnsweredPaths> answered) {
        AnsweredPaths ours = answered.getIfAvailable(() -> DeliveryPaths::covers);
        return factory -> {
            factory.addEngineValves(new RefusalValve(refusals, ours, factory.getContextPath()));
            // A protocol that the application chose itself is kept.
            if (factory.getProtocol().equals(TomcatServletWebServerFactory.DEFAULT_PROTOCOL)) {
                factory.setProtocol(ReceiverProtocol.class.getName());
            }
            factory.addContextCustomizers(
                    new ConnectorLimits(() -> new HeaderDeadline(properties.headerTimeout(), refusals)));
        };
    }
}
