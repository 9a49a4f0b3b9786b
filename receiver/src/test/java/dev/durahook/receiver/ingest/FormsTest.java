package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.workflows.EventBody;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders that are configured to send forms, over HTTP. */
class FormsTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "{\"ref\": \"refs/heads/z\u00fcrich+a&b=c\",\r\n \"commits\":[]}";
    private static final String PACKED = "payload=" + URLEncoder.encode(JSON, StandardCharsets.UTF_8);

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of(
                "github: {scheme: github, secrets: [" + SECRET + "]}",
                "gitea: {scheme: gitea, secrets: [" + SECRET + "]}",
                "gogs: {scheme: gogs, secrets: [" + SECRET + "]}",
                "slack-form: {scheme: slack-form, secrets: [" + SECRET + "]}");
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @BeforeEach
    void forget() {
        receiver.store().forget();
    }

    @Test
    void theEventOfGitHubIsInTheField() throws Exception {
        assertThat(github(PACKED, "1").statusCode()).isEqualTo(202);

        assertStored("github:1", JSON, "json/plain", "application/json");
        assertThat(receiver.store().events.get("github:1").event().type()).isEqualTo("github.push");
        assertThat(receiver.store().events.get("github:1").summary()).contains("refs/heads/z\u00fcrich");
    }

    @Test
    void theBytesAndNotTheHeaderTellThatItIsAForm() throws Exception {
        String json = "{\"text\":\"x&payload=%7B%22forged%22%3A1%7D\"}";

        assertThat(github(json, "2").statusCode()).isEqualTo(202);

        assertStored("github:2", json, "json/plain", FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload=%7B%7D&payload=%7B%7D",
                "payload=%7B%7D&%70ayload=%7B%7D",
                "payload=%7B%7D&more=1",
                "more=1&payload=%7B%7D",
                "payload=%7",
                "payload=%ZZ",
                "payload=%E9",
                "payload=",
                "payload",
                "Payload=%7B%7D",
                "command=%2Fweather"
            })
    void anyOtherFormStaysAsItWasSent(String form) throws Exception {
        assertThat(github(form, "3").statusCode()).isEqualTo(202);

        assertStored("github:3", form, "binary/plain", FORM);
        assertThat(receiver.store().events.get("github:3").event().type()).isEqualTo("github.push");
    }

    @Test
    void giteaAndGogsSignTheValueOfTheField() throws Exception {
        for (String source : new String[] {"gitea", "gogs"}) {
            String name = source.equals("gitea") ? "X-Gitea-" : "X-Gogs-";
            HttpResponse<String> packed =
                    post(source, PACKED, name + "Signature", Signed.hex(JSON), name + "Event", "push");
            HttpResponse<String> whole =
                    post(source, PACKED, name + "Signature", Signed.hex(PACKED), name + "Event", "push");

            assertThat(packed.statusCode()).isEqualTo(202);
            assertThat(whole.statusCode()).isEqualTo(401);
            NewEvent event = receiver.store().events.values().iterator().next();
            assertThat(text(event)).isEqualTo(JSON);
            receiver.store().forget();
        }
    }

    @Test
    void aFormOfGitHubIsSignedAsAWhole() throws Exception {
        HttpResponse<String> answer = post("github", PACKED, "X-Hub-Signature-256", "sha256=" + Signed.hex(JSON));

        assertThat(answer.statusCode()).isEqualTo(401);
        receiver.assertNothingStored();
    }

    @Test
    void anInteractionOfSlackIsInTheFieldAndACommandIsTheForm() throws Exception {
        String command = "token=x&command=%2Fweather&text=94070";
        assertThat(slack(PACKED).statusCode()).isEqualTo(200);
        assertThat(slack(command).statusCode()).isEqualTo(200);

        assertThat(receiver.store().events.values()).extracting(FormsTest::text).containsExactly(JSON, command);
    }

    private static HttpResponse<String> github(String body, String id) throws Exception {
        return post(
                "github",
                body,
                "X-Hub-Signature-256",
                "sha256=" + Signed.hex(body),
                "X-GitHub-Delivery",
                id,
                "X-GitHub-Event",
                "push");
    }

    private static HttpResponse<String> slack(String body) throws Exception {
        String signature = "v0=" + Signed.hex("v0:" + Signed.NOW + ":" + body);
        return post("slack-form", body, "X-Slack-Request-Timestamp", Signed.NOW, "X-Slack-Signature", signature);
    }

    private static HttpResponse<String> post(String source, String body, String... headers) throws Exception {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = FORM;
        return receiver.post("/webhooks/" + source, body, all);
    }

    private static void assertStored(String id, String body, String encoding, String mediaType) {
        NewEvent event = receiver.store().events.get(id);
        assertThat(text(event)).isEqualTo(body);
        assertThat(event.body().getPayload().getMetadataOrThrow("encoding").toStringUtf8())
                .isEqualTo(encoding);
        assertThat(event.event().headers()).containsEntry("content-type", mediaType);
    }

    private static String text(NewEvent event) {
        return new String(EventBody.bytes(event.body()), StandardCharsets.UTF_8);
    }
}
