package dev.durahook.examples.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.durahook.testsupport.FreePort;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class AvailablePayloadActivitiesTest {

    private static final WebhookPayload PAYLOAD = new WebhookPayload("user_created", new TextNode("Alice"));

    @Test
    void laptopNeedsNoDatabase() {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(AvailablePayloadActivities.class)) {
            PayloadActivities activities = context.getBean(PayloadActivities.class);
            assertThat(activities.processWebhookPayload(PAYLOAD, "webhook:1")).isEqualTo("processed");
            assertThat(activities.processWebhookPayload(PAYLOAD, "webhook:1")).isEqualTo("already processed");
        }
    }

    @Test
    void databaseIsUsedThoughItsBeanIsDeclaredAfterwards() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(AvailablePayloadActivities.class);
            context.registerBean(DataSource.class, AvailablePayloadActivitiesTest::databaseThatIsDown);
            assertThatThrownBy(context::refresh).hasStackTraceContaining("Connection to 127.0.0.1");
        }
    }

    private static DataSource databaseThatIsDown() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + FreePort.next() + "/absent");
        return dataSource;
    }
}
