package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A source without a signature accepts what a process on this machine sends, and nothing that a proxy or a browser on this
 * machine sends for others.
 */
class OriginTest {

    private static StoringReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = StoringReceiver.with("durahook.sources.webhook.scheme=none");
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Agent: curl/8.14.1\nAccept: */*",
                "User-Agent: node\nSec-Fetch-Mode: cors\nAccept-Language: *",
                "X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678",
                "Sec-Fetch-Site: none",
                // A page that this machine serves, or the receiver itself.
                "Origin: http://localhost:3000\nSec-Fetch-Site: same-site",
                "Origin: http://127.0.0.1:3000\nSec-Fetch-Site: cross-site",
                "Origin: HTTPS://[::1]",
                "Origin: http://localhost\nSec-Fetch-Site: same-origin"
            })
    void aProcessOnThisMachineMayPost(String headers) throws IOException {
        assertThat(post(headers)).isIn(200, 202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: https://evil.example\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors",
                "Origin: null",
                "Origin: file://",
                "Origin: chrome-extension://abcdefghijklmnop",
                "Origin:",
                "Origin: http://localhost.evil.example",
                "Origin: http://localhost:80.evil.example",
                "Origin: http://evil.example/localhost",
                "Origin: http://localhost@evil.example",
                "Origin: http://[",
                "Origin: http://localhost\nOrigin: http://evil.example",
                "Origin: http://localhost http://evil.example",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: Cross-Site"
            })
    void aPageInABrowserMayNotPost(String headers) throws IOException {
        assertThat(post(headers)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "Via",
                "X-Forwarded-For",
                "x-forwarded-host",
                "X-Forwarded-Proto",
                "X-FORWARDED-PORT",
                "X-Forwarded-Server",
                "X-Forwarded-Client-Cert",
                "X-Real-IP",
                "X-Client-IP",
                "X-Cluster-Client-IP",
                "X-Envoy-External-Address",
                "X-Original-Forwarded-For",
                "True-Client-IP",
                "CF-Connecting-IP",
                "Fastly-Client-IP"
            })
    void aProxyOnThisMachineMayNotPost(String name) throws IOException {
        assertThat(post(name + ": 1")).isEqualTo(401);
    }

    private static int post(String headers) throws IOException {
        try (RawHttp http = new RawHttp(receiver.port())) {
            return http.send("POST /webhook HTTP/1.1\nHost: localhost:" + receiver.port() + "\nContent-Length: 2\n"
                            + headers + "\n\n{}")
                    .status();
        }
    }
}
