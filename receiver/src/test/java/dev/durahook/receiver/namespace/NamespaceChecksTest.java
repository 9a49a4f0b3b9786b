package dev.durahook.receiver.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.server.ServerDescription;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.testsupport.LogLines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

class NamespaceChecksTest {

    private static final DataSize DEFAULT_LIMIT = DataSize.ofMegabytes(2);

    private final List<Source> sources = List.of(
            Declaration.source("payments: {scheme: paddle, secrets: [pdl_a]}"),
            Declaration.source("code: {scheme: github, secrets: [s3cret]}"),
            Declaration.source("local: {scheme: none}"));

    @RegisterExtension
    final LogLines log = LogLines.of(RetentionCheck.class.getPackageName()).ofOwnThread();

    private final RetentionCheck retention = new RetentionCheck(sources);

    @Test
    void retentionThatIsTooShortIsWarnedAboutOnceWithTheCommandThatMendsIt() {
        retention.check(server(Duration.ofHours(60), DEFAULT_LIMIT));
        assertThat(log.messages())
                .singleElement()
                .asString()
                .startsWith("Namespace shop keeps a workflow for 60 h after it has closed")
                .contains("code (3 days), payments (3 days)")
                .endsWith("Run: temporal operator namespace update --namespace shop --retention 3d");
    }

    @Test
    void daysAreRoundedUp() {
        RetentionCheck odd = new RetentionCheck(List.of(Declaration.source(
                "odd: {scheme: custom, secrets: [s3cret], custom: {redelivery-window: 73h, signature:"
                        + " {algorithm: hmac-sha256,"
                        + " header: X-S, encoding: hex, content: '{body}'}, id: {header: X-Id},"
                        + " type: {default: x}}}")));
        odd.check(server(Duration.ofDays(1), DEFAULT_LIMIT));
        assertThat(log.messages()).singleElement().asString().contains("24 h after", "odd (73 h)", "--retention 4d");
    }

    @Test
    void sufficientOrUnknownRetentionIsNotLogged() {
        retention.check(server(Duration.ofDays(3), DEFAULT_LIMIT));
        retention.check(server(null, DEFAULT_LIMIT));
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void marginIsAGaugeOfEachSourceWhoseSenderDeliversAgain() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        retention.bindTo(registry);
        assertThat(margin(registry, "payments")).isNaN();
        retention.check(server(Duration.ofDays(1), DEFAULT_LIMIT));
        assertThat(margin(registry, "payments")).isEqualTo(-Duration.ofDays(2).toSeconds());
        retention.check(server(Duration.ofDays(7), DEFAULT_LIMIT));
        assertThat(margin(registry, "payments")).isEqualTo(Duration.ofDays(4).toSeconds());
        assertThat(registry.find("durahook.retention.margin")
                        .tag("source", "local")
                        .gauge())
                .isNull();
    }

    @Test
    void sourceThatMaySendMoreThanTheNamespaceTakesIsNamed() {
        Source large = Declaration.source("large: {scheme: none, max-body-size: 1000000B}");
        Source small = Declaration.source("small: {scheme: none, max-body-size: 1000B}");
        new BodySizeCheck(List.of(large, small)).check(server(null, DataSize.ofMegabytes(1)));
        assertThat(log.messages())
                .singleElement()
                .asString()
                .contains("accepts 1048576 bytes", "would always get 503: large.")
                .contains("Set durahook.sources.large.max-body-size to at most 951424B")
                .doesNotContain("small");
    }

    @Test
    void defaultsFitTemporalsDefault() {
        BodySizeCheck sizes = new BodySizeCheck(sources);
        sizes.check(server(null, DEFAULT_LIMIT));
        sizes.check(server(null, null));
        assertThat(log.messages()).isEmpty();
    }

    private static double margin(SimpleMeterRegistry registry, String source) {
        return registry.get("durahook.retention.margin")
                .tag("source", source)
                .gauge()
                .value();
    }

    private static ServerDescription server(@Nullable Duration retention, @Nullable DataSize limit) {
        return new ServerDescription("127.0.0.1:7233", "127.0.0.1:7233", "shop", "1.31.2", retention, limit, "", "");
    }
}
