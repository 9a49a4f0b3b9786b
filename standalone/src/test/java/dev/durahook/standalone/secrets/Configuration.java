package dev.durahook.standalone.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A configuration with a secret in every place that can hold one. */
final class Configuration {

    private Configuration() {}

    /** The arguments of the application; secrets come from files, as the docs recommend. */
    static List<String> write(Path folder, EchoingDestination crm) throws IOException {
        // The file as Windows writes it: with a byte order mark, which is not part of the value.
        Path secret = Files.writeString(folder.resolve("secret"), "\uFEFF" + Canary.SOURCE_FILE.value() + "\r\n");
        Path password =
                Files.writeString(folder.resolve("password"), "\uFEFF" + Canary.DATABASE_PASSWORD.value() + "\r\n");
        Path file = Files.writeString(folder.resolve("application.yml"), """
                durahook:
                  sources:
                    github: { scheme: github, secrets: ["%s"], headers: [X-Kept] }
                    keyed: { scheme: api-key, id: { each-delivery: true }, secrets: ["%s"] }
                    filed: { scheme: trello, secret-files: ["%s"], public-url: "https://example.com/?t=%s" }
                    meta: { scheme: meta, secrets: ["%s"], verify-token: "%s" }
                    graph: { scheme: ms-graph, secrets: ["%s"] }
                    lark: { scheme: lark, secrets: ["%s"], verify-token: "%s" }
                  destinations:
                    crm:
                      url: "%s"
                      secrets: ["%s"]
                      request-headers: { Authorization: "Bearer %s" }
                      policy: once
                      request-timeout: 1m
                      total-timeout: 1m
                  routes:
                    code: { event-types: ["github.*", "graph.*", "lark.*"], destinations: [crm] }
                  policies:
                    once: { maximum-attempts: 1, initial-interval: 1s }
                  redact-files: ["%s"]
                logging.level.dev.durahook: trace
                """.formatted(
                        Canary.SOURCE_SECRET.value(),
                        Canary.SOURCE_KEY.value(),
                        secret,
                        Canary.PUBLIC_URL.value(),
                        Canary.SOURCE_SECRET.value(),
                        Canary.VERIFY_TOKEN.value(),
                        Canary.CLIENT_STATE.value(),
                        Canary.LARK_KEY.value(),
                        Canary.LARK_TOKEN.value(),
                        crm.url(),
                        Canary.DESTINATION_SECRET.whsec(),
                        Canary.DESTINATION_HEADER.value(),
                        password));
        return List.of(
                "--spring.config.additional-location=file:" + file,
                "--spring.main.sources=dev.durahook.standalone.secrets.handlers",
                "--durahook.standalone.data-directory=" + folder);
    }
}
