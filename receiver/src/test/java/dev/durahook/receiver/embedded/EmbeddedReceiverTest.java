package dev.durahook.receiver.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.testsupport.http.UnsentBodies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inside another application, the receiver handles the paths of deliveries and changes no other path. */
class EmbeddedReceiverTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\n";

    private static FakeFrontend frontend;
    private static RunningReceiver shop;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        shop = RunningReceiver.in(Shop.class, frontend.target());
    }

    @AfterAll
    static void stop() {
        shop.close();
        frontend.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void formsOfTheApplicationWork(String method) {
        RawAnswer answer = ask(method + " /form", FORM + "Content-Length: 8\n", "name=tea");

        assertThat(answer.body())
                .startsWith(method.equals("POST") ? "posted" : "put")
                .endsWith("tea");
    }

    @Test
    void uploadsToTheApplicationWork() {
        String body = "--x\nContent-Disposition: form-data; name=file; filename=f\n\n123\n--x--\n";

        RawAnswer answer = ask(
                "POST /upload",
                "Content-Type: multipart/form-data; boundary=x\nContent-Length: "
                        + body.replace("\n", "\r\n").length() + "\n",
                body);

        assertThat(answer.body()).isEqualTo("uploaded 3");
    }

    @Test
    void pagesAboutErrorsAreTheApplications() {
        assertThat(ask("GET /elsewhere", "Accept: text/html\n", "").body()).contains("Whitelabel");
        assertThat(ask("POST /form", "Content-Length: 0\n", "").header("Content-Type"))
                .hasValue("application/json");
        assertThat(RawHttp.ask(shop.port(), "GET /form HTTP/1.1\nHost: a b\n\n").body())
                .doesNotContain("durahook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json"})
    void noFilterTakesTheBodyOfADelivery(String mediaType) throws Exception {
        int before = frontend.starts();

        int status = new Sender(shop.port())
                .send("github", mediaType, "push", "name=tea&a=b".getBytes(StandardCharsets.UTF_8))
                .statusCode();

        assertThat(status).isEqualTo(202);
        assertThat(frontend.starts()).isEqualTo(before + 1);
    }

    @Test
    void aFilterThatReadsLanguagesAndParametersTurnsNoDeliveryAway() {
        String head = Sender.head("many-languages", "{}".getBytes(StandardCharsets.UTF_8))
                .replace("\n\n", "\nAccept-Language: a,b,c,d,e,f,g,h,i,j,k\nConnection: close\n\n{}");

        assertThat(RawHttp.ask(shop.port(), head).status()).isEqualTo(202);
        assertThat(RawHttp.ask(shop.port(), head.replace("/github", "/github?%zz"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/github", "/webhooks/nobody"})
    void bodyOfARequestThatIsNotADeliveryIsNotAwaited(String path) throws IOException {
        SoftAssertions answers = new SoftAssertions();
        for (String request : requests(path)) {
            try (RawHttp http = new RawHttp(shop.port())) {
                RawAnswer answer = http.send(request).head();
                answers.assertThat(answer.status()).as(request).isIn(404, 405, 413, 501);
                answers.assertThat(answer.header("Content-Type")).as(request).hasValue("application/problem+json");
            }
        }
        answers.assertAll();
    }

    @ParameterizedTest
    @CsvSource({
        "/webhook/shop,  Content-Length: 100,        200",
        "/webhook/shop,  Transfer-Encoding: chunked, 200",
        "/webhook/wrong, Content-Length: 100,        404",
        "/webhook/wrong, Transfer-Encoding: chunked, 404"
    })
    void anAnswerOfTheApplicationBeforeTheBodyHasArrivedSaysThatTheConnectionEnds(
            String path, String length, int status) throws IOException {
        try (RawHttp http = new RawHttp(shop.port())) {
            RawAnswer answer = http.send("POST " + path + " HTTP/1.1\nHost: localhost\n" + length + "\n\n")
                    .answer();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Connection")).hasValue("close");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void anAnswerOfTheApplicationAfterTheBodyHasArrivedKeepsTheConnection(String body) throws IOException {
        try (RawHttp http = new RawHttp(shop.port())) {
            for (int i = 0; i < 2; i++) {
                RawAnswer answer = http.send("POST /webhook/shop HTTP/1.1\nHost: localhost\nContent-Length: "
                                + body.length() + "\n\n" + body)
                        .head();
                http.skip(answer.header("Content-Length").map(Integer::parseInt).orElseThrow());

                assertThat(answer.header("Connection")).isEmpty();
            }
        }
    }

    @Test
    void refusalOfTomcatOnOurPathsIsAProblem() {
        RawAnswer answer = RawHttp.ask(shop.port(), "POST /webhooks/github HTTP/1.1\nHost: a b\nContent-Length: 0\n\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aFilterThatKnowsNoBackgroundDoesNotHinder() throws Exception {
        // At a rate of 1 B/s, a body of which these bytes have arrived is not too slow for 5 minutes.
        String beginning = "{".repeat(300);
        try (RunningReceiver old = RunningReceiver.in(
                Shop.class,
                frontend.target(),
                "--shop.old=true",
                "--durahook.http.body-timeout=5m",
                "--durahook.http.body-rate=1B")) {
            assertThat(new Sender(old.port()).push("old", "{}").statusCode()).isEqualTo(202);
            try (RawHttp http = new RawHttp(old.port())) {
                http.send("POST /webhooks/github HTTP/1.1\nHost: x\nConnection: close\nContent-Length: 301\n\n"
                        + beginning);
                http.send("}");
                assertThat(http.answer().status()).isEqualTo(401);
            }
            try (RawHttp http = new RawHttp(old.port())) {
                http.send("POST /webhooks/nobody HTTP/1.1\nHost: x\nContent-Length: 1000000\n\n{");
                assertThat(http.head().status()).isEqualTo(404);
            }
        }
    }

    @Test
    void answersPassAFilterThatKeepsThemUntilTheRequestHasPassedIt() throws Exception {
        String body = "{\"zen\": \"" + "z".repeat(300) + "\"}";
        try (RunningReceiver buffering = RunningReceiver.in(
                        Shop.class,
                        frontend.target(),
                        "--shop.buffering=true",
                        "--durahook.http.body-timeout=5m",
                        "--durahook.http.body-rate=1B");
                RawHttp http = new RawHttp(buffering.port())) {
            String head = Sender.head("buffered", body.getBytes(StandardCharsets.UTF_8));
            http.send(head.replace("\n\n", "\nConnection: close\n\n") + body.substring(0, 300));
            Await.until("the body is awaited in the background", () -> buffering.bytesOfBodies() > 0);
            RawAnswer late = http.send(body.substring(300)).answer();
            String inOnePiece =
                    new Sender(buffering.port()).push("at-once", "{}").body();
            RawAnswer refused = RawHttp.ask(
                    buffering.port(), "POST /webhooks/github HTTP/1.1\nHost: x\nContent-Length: 99999999\n\n{");

            assertThat(late.status()).isEqualTo(202);
            assertThat(late.body()).contains("accepted");
            assertThat(inOnePiece).contains("accepted");
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.body()).contains("body-too-large");
        }
    }

    private static List<String> requests(String path) {
        return UnsentBodies.to(path).stream()
                .filter(request -> path.endsWith("nobody")
                        || !request.startsWith("POST ")
                        || request.contains("Content-Length: 99999999999"))
                .toList();
    }

    private static RawAnswer ask(String line, String headers, String body) {
        return RawHttp.ask(
                shop.port(), line + " HTTP/1.1\nHost: localhost\nConnection: close\n" + headers + "\n" + body);
    }
}
