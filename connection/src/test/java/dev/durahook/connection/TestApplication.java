package dev.durahook.connection;

import dev.durahook.testsupport.Await;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that only has a connection to Temporal. */
@EnableAutoConfiguration
public class TestApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TestApplication.class, arguments);
    }

    public static ConfigurableApplicationContext start(Map<String, String> variables, String... properties) {
        return new SpringApplicationBuilder(TestApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .environment(TestEnvironment.with(variables))
                .run(Stream.of(properties).map(property -> "--" + property).toArray(String[]::new));
    }

    public static void call(ConfigurableApplicationContext application) {
        WorkflowClient client = application.getBean(WorkflowClient.class);
        client.getWorkflowServiceStubs()
                .blockingStub()
                .withDeadlineAfter(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .build());
    }
}
