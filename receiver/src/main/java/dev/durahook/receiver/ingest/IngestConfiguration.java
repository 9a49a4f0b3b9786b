package dev.durahook.receiver.ingest;

import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.configuration.SourceKeys;
import dev.durahook.receiver.explain.QuickExplainer;
import dev.durahook.receiver.http.HttpConfiguration;
import dev.durahook.receiver.http.body.BodyBudget;
import dev.durahook.receiver.http.body.BodyReader;
import dev.durahook.receiver.http.exchange.DeliveryPaths;
import dev.durahook.receiver.http.refusal.DedicatedServer;
import dev.durahook.receiver.ingest.record.DeliveryRecord;
import dev.durahook.receiver.ingest.record.Diagnoses;
import dev.durahook.receiver.ingest.record.SummaryLog;
import dev.durahook.receiver.remote.RemoteConfiguration;
import dev.durahook.receiver.signing.Verifiers;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.Sources;
import dev.durahook.receiver.tomcat.TomcatConfiguration;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.workflows.remote.RemoteQueues;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Declares the beans that receive deliveries over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({HttpConfiguration.class, TomcatConfiguration.class, RemoteConfiguration.class})
public class IngestConfiguration {

    // Spring closes this bean after the server has answered its last request, so the last lines are not lost.
    @Bean
    SummaryLog durahookSummaryLog() {
        return SummaryLog.ofMinutes();
    }

    @Bean
    Diagnoses durahookDiagnoses(Environment environment, MeterRegistry meters, ObjectProvider<Verifier> verifiers) {
        QuickExplainer explainer = QuickExplainer.of(environment, InstantSource.system(), Verifiers.with(verifiers));
        return Diagnoses.aSecondLater(explainer, meters);
    }

    @Bean
    ServletRegistrationBean<WebhookServlet> durahookWebhookServlet(
            Sources sources,
            RemoteQueues remote,
            EventStore store,
            BodyReader bodies,
            BodyBudget budget,
            MeterRegistry meters,
            SummaryLog summaries,
            Diagnoses diagnoses,
            ListableBeanFactory beans) {
        sources.all().forEach(source -> requireRoom(source, budget));
        Ingestion ingestion = new Ingestion(new DeliveryStorage(store, remote, InstantSource.system()), diagnoses);
        boolean isDedicated = beans.getBeanNamesForAnnotation(DedicatedServer.class).length > 0;
        WebhookServlet servlet =
                new WebhookServlet(sources, ingestion, bodies, new DeliveryRecord(meters, summaries), isDedicated);
        ServletRegistrationBean<WebhookServlet> registration =
                new ServletRegistrationBean<>(servlet, DeliveryPaths.patterns());
        // By default, a second servlet with the name "webhookServlet" would not be registered.
        registration.setName("durahookWebhookServlet");
        return registration;
    }

    @Bean
    @Lazy(false)
    SecurityCheck durahookSecurityCheck(Sources sources, ListableBeanFactory beans) {
        return new SecurityCheck(List.copyOf(sources.all()), beans);
    }

    // Such a body would be answered 503 at each delivery, even if the receiver has nothing else to do.
    private static void requireRoom(Source source, BodyBudget budget) {
        if (!budget.canHold(source.maxBodySize())) {
            throw new SourceKeys(source.name())
                    .invalid(
                            "max-body-size",
                            "is larger than three quarters of durahook.http.body-memory, which is all that large"
                                    + " bodies may use: set durahook.http.body-memory to at least 3MB, or a smaller"
                                    + " max-body-size");
        }
    }
}
