package dev.durahook.standalone.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowStub;
import io.temporal.opentracing.OpenTracingWorkerInterceptor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

/** One event is one trace from the request to the destination, even if the sender sends a trace of its own. */
@RequiresTemporal
@ExtendWith(OutputCaptureExtension.class)
class TracesIT {

    private static final String MARKER = "marker-of-a-body";
    private static final String BODY = "{\"a\": \"" + MARKER + "\"}";
    private static final String FOREIGN_TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String FOREIGN_SPAN = "b7ad6b7169203331";

    /** The last two digits ask not to keep the trace. */
    private static final String FOREIGN = "00-" + FOREIGN_TRACE + "-" + FOREIGN_SPAN + "-00";

    private static final String[] HOSTILE = {
        "traceparent", FOREIGN, "tracestate", "vendor=" + MARKER, "baggage", "user=" + MARKER
    };
    private static final String REQUEST = "http post /webhooks/{source}";

    private static TemporalServer server;
    private static RecordingServer collector;
    private static RecordingServer crm;
    private static TracedApplication application;

    static class Exporting {

        @Bean
        InMemorySpanExporter spans() {
            return InMemorySpanExporter.create();
        }
    }

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withPatientTasks());
        collector = new RecordingServer();
        crm = new RecordingServer();
        application = new TracedApplication(
                server,
                crm,
                List.of(Exporting.class),
                "spring.temporal.workers-auto-discovery.workflow-packages=dev.durahook.standalone.tracing.handlers",
                "management.tracing.sampling.probability=1",
                "management.opentelemetry.tracing.export.schedule-delay=100ms",
                "management.opentelemetry.tracing.export.otlp.endpoint=" + collector.url("/v1/traces"));
    }

    @AfterAll
    static void stop() {
        application.close();
        crm.close();
        collector.close();
        server.close();
    }

    @Test
    void eventIsOneTraceFromTheRequestToTheDestination(CapturedOutput output) throws Exception {
        assertThat(application.post("1", BODY, TracedApplication.SECRET, HOSTILE))
                .isEqualTo(202);

        List<SpanData> spans = ofEvent("github:1");
        SpanData start = named(spans, "StartWorkflow:github.push").get(0);
        assertOneTrace(spans);
        assertNamed(spans);
        assertLinked(named(spans, REQUEST).get(0));
        assertAttempts(named(spans, "RunActivity:deliver"));
        assertThat(tracing(server, "github:1")).containsExactly("{\"traceparent\":\"" + traceparent(start) + "\"}");
        assertLogged(output, "Stored: github:1", start.getTraceId());
        assertLogged(output, "Attempt 1 of deliver to crm failed for github:1", start.getTraceId());
        assertNothingTold(spans);
    }

    @Test
    void traceOfAnUnverifiedSenderIsNotLinked() throws Exception {
        assertThat(application.post("2", BODY, "another secret", HOSTILE)).isEqualTo(401);
        Await.until("the request's span", () -> !refused().isEmpty());

        assertThat(refused()).singleElement().satisfies(request -> {
            assertThat(request.getName()).isEqualTo(REQUEST);
            assertThat(request.getLinks()).isEmpty();
            assertThat(request.getTraceId()).isNotEqualTo(FOREIGN_TRACE);
            assertThat(texts(request)).doesNotContainKey("durahook.event.id");
        });
    }

    @Test
    void headerThatNamesNoTraceChangesNothing() throws Exception {
        assertThat(application.post("3", BODY, TracedApplication.SECRET, "traceparent", "00-nonsense"))
                .isEqualTo(202);

        List<SpanData> spans = ofEvent("github:3");
        assertOneTrace(spans);
        assertThat(named(spans, REQUEST).get(0).getLinks()).isEmpty();
        Replay.of(server, "github:3");
    }

    // Temporal's interceptor gives the span of a query no workflow ID.
    @Test
    void messageOfAQueryThatFailsIsNotTold() {
        WorkflowStub workflow = application
                .context()
                .getBean(WorkflowClient.class)
                .newUntypedWorkflowStub(
                        "github.queried",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("github:4")
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build());
        workflow.start(
                new WebhookEvent("github:4", "github", "github.queried", Instant.EPOCH, Map.of(), null),
                Map.of("a", MARKER));
        workflow.getResult(Void.class);

        assertThatThrownBy(() -> workflow.query("lines", String.class)).isInstanceOf(WorkflowQueryException.class);

        Await.until(
                "the query's span",
                () -> !named(exported(), "HandleQuery:lines").isEmpty());
        Await.until("the collector has it", () -> sent().contains("HandleQuery:lines"));
        assertThat(named(exported(), "HandleQuery:lines"))
                .allSatisfy(query -> assertThat(query.getEvents()).isEmpty())
                .allSatisfy(
                        query -> assertThat(query.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
        assertThat(exported().toString()).doesNotContain(MARKER);
        assertThat(sent()).doesNotContain(MARKER);
    }

    @Test
    void withoutAnExporterNothingIsTraced() throws Exception {
        try (TemporalServer another =
                        TemporalServer.start(TemporalServerOptions.inMemory().withPatientTasks());
                RecordingServer destination = new RecordingServer();
                TracedApplication untraced =
                        new TracedApplication(another, destination, List.of(), "spring.autoconfigure.exclude=")) {
            assertThat(untraced.post("1", BODY, TracedApplication.SECRET, HOSTILE))
                    .isEqualTo(202);
            another.workflows().awaitStatus("github:1", WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);

            assertThat(untraced.context().getBeansOfType(SdkTracerProvider.class))
                    .isNotEmpty();
            assertThat(tracing(another, "github:1")).isEmpty();
            assertThat(destination.headers()).hasSize(2).noneMatch(request -> request.containsKey("traceparent"));
            Replay.of(another, "github:1", application.context().getBean(OpenTracingWorkerInterceptor.class));
        }
    }

    /** All spans of an event, once it is processed. */
    private static List<SpanData> ofEvent(String id) {
        // The request's span ends after its answer, and on a busy machine after the workflow.
        for (String last : List.of("RunWorkflow:github.push", REQUEST)) {
            Await.until(
                    "the event's span " + last,
                    () -> named(exported(), last).stream().anyMatch(span -> isOf(id, span)));
        }
        return exported().stream().filter(span -> isOf(id, span)).toList();
    }

    private static boolean isOf(String id, SpanData span) {
        return id.equals(texts(span).get("durahook.event.id"));
    }

    private static List<SpanData> refused() {
        return exported().stream()
                .filter(span -> "401".equals(texts(span).get("status")))
                .toList();
    }

    private static List<SpanData> exported() {
        return application.context().getBean(InMemorySpanExporter.class).getFinishedSpanItems();
    }

    private static void assertNothingTold(List<SpanData> spans) {
        Await.until("the collector has them", () -> sent().contains("RunWorkflow:github.push"));
        assertThat(spans.toString()).doesNotContain(MARKER, TracedApplication.SECRET, TracedApplication.TOKEN);
        assertThat(sent()).doesNotContain(MARKER, TracedApplication.SECRET, TracedApplication.TOKEN);
    }

    private static String sent() {
        return String.join("", collector.bodies());
    }

    private static void assertOneTrace(List<SpanData> spans) {
        Set<String> ids = spans.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
        assertThat(spans)
                .extracting(SpanData::getTraceId)
                .containsOnly(spans.get(0).getTraceId());
        assertThat(spans.get(0).getTraceId()).isNotEqualTo(FOREIGN_TRACE);
        assertThat(spans.stream().filter(span -> !ids.contains(span.getParentSpanId())))
                .extracting(SpanData::getName)
                .containsExactly(REQUEST);
    }

    private static void assertNamed(List<SpanData> spans) {
        assertThat(spans)
                .extracting(SpanData::getName)
                .contains("StartWorkflow:github.push", "StartActivity:deliver", "RunActivity:deliver");
        assertThat(spans)
                .allSatisfy(span -> assertThat(texts(span))
                        .as(span.getName())
                        .containsEntry("durahook.event.id", "github:1")
                        .containsEntry("durahook.event.type", "github.push")
                        .containsEntry("durahook.event.source", "github"));
    }

    private static void assertLinked(SpanData request) {
        assertThat(request.getParentSpanContext().isValid()).isFalse();
        assertThat(request.getLinks())
                .singleElement()
                .extracting(LinkData::getSpanContext)
                .satisfies(linked -> {
                    assertThat(linked.getTraceId()).isEqualTo(FOREIGN_TRACE);
                    assertThat(linked.getSpanId()).isEqualTo(FOREIGN_SPAN);
                    assertThat(linked.getTraceState().isEmpty()).isTrue();
                });
    }

    private static void assertAttempts(List<SpanData> attempts) {
        assertThat(attempts).hasSize(2);
        assertThat(texts(attempts.get(0)))
                .containsEntry("durahook.destination", "crm")
                .containsEntry("error.type", "DestinationUnavailable");
        assertThat(attempts.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        List<Headers> requests = crm.headers().stream()
                .filter(request -> "github:1".equals(request.getFirst("Idempotency-Key")))
                .toList();
        assertThat(requests)
                .extracting(request -> request.getFirst("traceparent"))
                .containsExactlyElementsOf(
                        attempts.stream().map(TracesIT::traceparent).toList());
        assertThat(requests).allSatisfy(request -> assertThat(request).doesNotContainKeys("Tracestate", "Baggage"));
    }

    private static String traceparent(SpanData span) {
        String flags = span.getSpanContext().getTraceFlags().asHex();
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + flags;
    }

    private static void assertLogged(CapturedOutput output, String message, String traceId) {
        assertThat(output.getOut().lines().filter(line -> line.contains(message)))
                .singleElement()
                .asString()
                .contains(traceId);
    }

    /** The trace in the headers of the history's first event. */
    private static List<String> tracing(TemporalServer server, String id) {
        HistoryEvent started = server.workflows().history(id).get(0);
        return started.getWorkflowExecutionStartedEventAttributes().getHeader().getFieldsMap().values().stream()
                .map(payload -> payload.getData().toStringUtf8())
                .toList();
    }

    private static List<SpanData> named(List<SpanData> spans, String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static Map<String, String> texts(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().getKey(),
                        entry -> entry.getValue().toString()));
    }
}
