package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.HandshakeAnswers.assertProblem;
import static dev.durahook.receiver.ingest.Recipes.SECRET;
import static dev.durahook.receiver.ingest.Signed.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.workflows.WebhookEvent;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each declaration of docs/recipes.md starts, and accepts its sender's deliveries. */
class RecipesTest {

    private static final String BEARER = "Bearer " + SECRET;

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of(Recipes.sources());
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @AfterEach
    void forgetEvents() {
        receiver.store().forget();
    }

    @Test
    void everyDeclarationOfThePageIsPostedTo() {
        assertThat(Recipes.names())
                .containsExactly(
                        "alertmanager",
                        "alertmanager-reminders",
                        "mlflow",
                        "outpost",
                        "registry",
                        "harbor",
                        "gitea",
                        "supabase",
                        "events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alertmanager",
                "alertmanager-reminders",
                "mlflow",
                "outpost",
                "registry",
                "harbor",
                "gitea",
                "supabase",
                "events"
            })
    void aStrangerIsRefused(String source) throws Exception {
        assertProblem(
                receiver.post("/webhooks/" + source, "{\"id\":\"1\"}", "Authorization", "Bearer guessed"),
                401,
                "not-verified");
        assertThat(stored()).isEmpty();
    }

    @Test
    void anAlertIsAnEventWhenItBeginsAndWhenItEnds() throws Exception {
        String firing = notification(alert("firing", "a1b2", "api"), alert("firing", "c3d4", "db"));
        String resolved = notification(alert("resolved", "a1b2", "api"), alert("firing", "c3d4", "db"));

        assertStored(receiver.post("/webhooks/alertmanager", firing, "Authorization", BEARER));
        assertKnown(receiver.post("/webhooks/alertmanager", firing, "Authorization", BEARER));
        assertStored(receiver.post("/webhooks/alertmanager", resolved, "Authorization", BEARER));

        assertThat(stored())
                .extracting(WebhookEvent::id)
                .containsExactly(
                        "alertmanager:a1b2:2026-11-14T22%3A13%3A20.123Z:firing",
                        "alertmanager:c3d4:2026-11-14T22%3A13%3A20.123Z:firing",
                        "alertmanager:a1b2:2026-11-14T22%3A13%3A20.123Z:resolved");
        assertThat(stored())
                .extracting(WebhookEvent::type)
                .containsExactly("alertmanager.firing", "alertmanager.firing", "alertmanager.resolved");
    }

    @Test
    void aReminderIsAnEvent() throws Exception {
        String firing = notification(alert("firing", "a1b2", "api"), alert("firing", "c3d4", "db"));

        assertStored(receiver.post("/webhooks/alertmanager-reminders", firing, "Authorization", BEARER));
        assertStored(receiver.post("/webhooks/alertmanager-reminders", firing, "Authorization", BEARER));

        assertThat(stored()).hasSize(2).extracting(WebhookEvent::type).containsOnly("alertmanager-reminders.firing");
    }

    @Test
    void mlflow() throws Exception {
        String body = "{\"entity\": \"model_version\", \"action\": \"created\", \"timestamp\":"
                + " \"2026-11-14T22:13:20.000000+00:00\", \"data\": {\"name\": \"churn\", \"version\": \"3\","
                + " \"source\": \"models:/m-1\", \"run_id\": null, \"tags\": {}, \"description\": null}}";
        String[] headers = {
            "Content-Type",
            "application/json",
            "X-MLflow-Delivery-Id",
            "0b7e0f58-6c5f-4c57-9b1a-4b3f0c6a0a01",
            "X-MLflow-Timestamp",
            NOW,
            "X-MLflow-Signature",
            "v1," + Signed.base64With(SECRET, "0b7e0f58-6c5f-4c57-9b1a-4b3f0c6a0a01." + NOW + "." + body)
        };

        assertStored(receiver.post("/webhooks/mlflow", body, headers));
        assertKnown(receiver.post("/webhooks/mlflow", body, headers));

        assertOnly("mlflow:0b7e0f58-6c5f-4c57-9b1a-4b3f0c6a0a01", "mlflow.model_version.created");
    }

    // While a secret is replaced, the signature by the old secret follows the other one, without a prefix.
    @Test
    void outpost() throws Exception {
        String body = "{\"order_id\":\"o-1\",\"status\":\"paid\"}";
        String signature = "v0=" + Signed.hexWith(SECRET, body) + "," + Signed.hexWith("the old secret", body);

        assertStored(outpost(body, "evt_1", signature));
        assertKnown(outpost(body, "evt_1", signature));
        assertStored(outpost(body, "evt_2", signature));

        assertThat(stored()).extracting(WebhookEvent::id).containsExactly("outpost:evt_1", "outpost:evt_2");
        assertThat(stored()).extracting(WebhookEvent::type).containsOnly("outpost.order.paid");
    }

    @Test
    void registry() throws Exception {
        String body = "{\"events\":[" + pushed("320678d8", "push") + "," + pushed("420678d8", "mount") + "]}";
        String[] headers = {
            "Content-Type", "application/vnd.docker.distribution.events.v2+json", "Authorization", BEARER
        };

        assertStored(receiver.post("/webhooks/registry", body, headers));
        assertKnown(receiver.post("/webhooks/registry", body, headers));

        assertThat(stored()).extracting(WebhookEvent::id).containsExactly("registry:320678d8", "registry:420678d8");
        assertThat(stored()).extracting(WebhookEvent::type).containsExactly("registry.push", "registry.mount");
    }

    @Test
    void harbor() throws Exception {
        String body = "{\"specversion\":\"1.0\",\"requestid\":\"r-1\",\"id\":\"66a1\",\"source\":"
                + "\"/projects/1/webhook/policies/3\",\"type\":\"harbor.artifact.pushed\",\"datacontenttype\":"
                + "\"application/json\",\"time\":\"2026-11-14T22:13:20Z\",\"data\":{\"repository\":{\"name\":"
                + "\"busybox\"}},\"operator\":\"admin\"}";

        assertStored(receiver.post(
                "/webhooks/harbor", body, "Content-Type", "application/cloudevents+json", "Authorization", BEARER));

        assertOnly("harbor:/projects/1/webhook/policies/3:66a1", "harbor.harbor.artifact.pushed");
    }

    @Test
    void gitea() throws Exception {
        String body = "{\n  \"ref\": \"refs/heads/main\",\n  \"repository\": {\"full_name\": \"team/app\"}\n}";

        assertStored(gitea(body, "f6266f16-1bf3-46a5-9ea4-602e06ead473"));
        assertStored(gitea(body, "f6266f16-1bf3-46a5-9ea4-602e06ead474"));
        assertKnown(gitea(body, "f6266f16-1bf3-46a5-9ea4-602e06ead473"));

        assertThat(stored()).hasSize(2).extracting(WebhookEvent::type).containsOnly("gitea.push");
    }

    // Each attempt for one hook has another webhook-id, but the same body.
    @Test
    void supabase() throws Exception {
        String body = "{\"metadata\":{\"uuid\":\"8f2c\",\"time\":\"2026-11-14T22:13:20Z\",\"name\":\"send-email\"},"
                + "\"user\":{\"id\":\"u-1\"},\"email_data\":{\"token\":\"305805\",\"email_action_type\":\"signup\"}}";

        HttpResponse<String> answer = supabase(body, "msg-1");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(supabase(body, "msg-2").statusCode()).isEqualTo(204);

        assertOnly("supabase:8f2c", "supabase.send-email");
    }

    private static HttpResponse<String> supabase(String body, String id) throws Exception {
        String signed = id + "." + NOW + "." + body;
        return receiver.post(
                "/webhooks/supabase",
                body,
                "webhook-id",
                id,
                "webhook-timestamp",
                NOW,
                "webhook-signature",
                "v1," + Signed.base64With("the other secret", signed) + ", v1," + Signed.base64With(SECRET, signed));
    }

    private static HttpResponse<String> gitea(String body, String delivery) throws Exception {
        return receiver.post(
                "/webhooks/gitea",
                body,
                "Content-Type",
                "application/json",
                "X-Gitea-Delivery",
                delivery,
                "X-Gitea-Event",
                "push",
                "X-Gitea-Event-Type",
                "push",
                "X-Gitea-Signature",
                Signed.hexWith(SECRET, body),
                "X-Hub-Signature",
                "sha1=0000000000000000000000000000000000000000");
    }

    private static HttpResponse<String> outpost(String body, String id, String signature) throws Exception {
        return receiver.post(
                "/webhooks/outpost",
                body,
                "Content-Type",
                "application/json",
                "X-Outpost-Event-Id",
                id,
                "X-Outpost-Topic",
                "order.paid",
                "X-Outpost-Timestamp",
                "2026-11-14T22:13:20Z",
                "X-Outpost-Signature",
                signature);
    }

    private static String notification(String... alerts) {
        return "{\"receiver\":\"durahook\",\"status\":\"firing\",\"alerts\":[" + String.join(",", alerts) + "],"
                + "\"groupLabels\":{\"alertname\":\"Latency\"},\"commonLabels\":{\"alertname\":\"Latency\"},"
                + "\"commonAnnotations\":{},\"externalURL\":\"http://alertmanager:9093\",\"version\":\"4\","
                + "\"groupKey\":\"{}:{alertname=\\\"Latency\\\"}\",\"truncatedAlerts\":0}";
    }

    private static String alert(String status, String fingerprint, String instance) {
        return "{\"status\":\"" + status + "\",\"labels\":{\"alertname\":\"Latency\",\"instance\":\"" + instance
                + "\"},\"annotations\":{\"summary\":\"p99 is high\"},\"startsAt\":\"2026-11-14T22:13:20.123Z\","
                + "\"endsAt\":\"0001-01-01T00:00:00Z\",\"generatorURL\":\"http://prometheus:9090/graph\","
                + "\"fingerprint\":\"" + fingerprint + "\"}";
    }

    private static String pushed(String id, String action) {
        return "{\"id\":\"" + id + "\",\"timestamp\":\"2026-11-14T22:13:20Z\",\"action\":\"" + action
                + "\",\"target\":{\"digest\":\"sha256:fea8895f\",\"repository\":\"team/app\",\"tag\":\"1.0\"},"
                + "\"request\":{\"id\":\"r\",\"method\":\"PUT\"},\"actor\":{},\"source\":{\"addr\":\"registry:5000\"}}";
    }

    private static void assertStored(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static void assertKnown(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void assertOnly(String id, String type) {
        assertThat(stored()).extracting(WebhookEvent::id).containsExactly(id);
        assertThat(stored()).extracting(WebhookEvent::type).containsExactly(type);
    }

    private static List<WebhookEvent> stored() {
        return receiver.store().events.values().stream().map(NewEvent::event).toList();
    }
}
