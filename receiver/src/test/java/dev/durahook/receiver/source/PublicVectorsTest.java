package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.signature.Verdict.Verified;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Accepts what providers published as genuine, and nothing else of it. */
class PublicVectorsTest {

    /** Schemes of the vectors' file whose name, or way of being declared, is another here. */
    private static final Map<String, Function<Vector, String>> DECLARED = Map.of(
            "hmac-generic",
            PublicVectorsTest::own,
            "convoy-signature",
            PublicVectorsTest::convoy,
            "twitch-eventsub",
            vector -> declared("twitch", vector),
            "adyen-raw",
            vector -> declared("adyen-platform", vector));

    private static final Set<String> CATALOGUE = Schemes.load().names();

    @TestFactory
    Stream<DynamicContainer> everyVectorHasItsVerdict() throws IOException {
        List<Vector> vectors = Vector.all();
        return vectors.stream()
                .map(Vector::scheme)
                .distinct()
                .filter(PublicVectorsTest::isKnown)
                .map(scheme -> DynamicContainer.dynamicContainer(scheme, tests(vectors, scheme)));
    }

    @Test
    void theSchemesOfTheFoundationAreCovered() throws IOException {
        assertThat(Vector.all().stream().map(Vector::scheme).filter(PublicVectorsTest::isKnown))
                .contains("github", "stripe", "standard-webhooks", "hmac-generic");
    }

    private static Stream<DynamicTest> tests(List<Vector> vectors, String scheme) {
        return vectors.stream()
                .filter(vector -> vector.scheme().equals(scheme))
                .map(vector -> DynamicTest.dynamicTest(
                        vector.toString(), () -> assertThat(accepted(vector)).isEqualTo(vector.valid())));
    }

    // A secret that is none stops the start, so nothing is accepted with it.
    private static boolean accepted(Vector vector) {
        try {
            Source source = Declaration.source(yaml(vector), vector.clock());
            return source.verify(vector.delivery()) instanceof Verified;
        } catch (InvalidSourceException e) {
            return false;
        }
    }

    private static boolean isKnown(String scheme) {
        return DECLARED.containsKey(scheme) || CATALOGUE.contains(scheme);
    }

    private static String yaml(Vector vector) {
        return DECLARED.getOrDefault(vector.scheme(), PublicVectorsTest::ofCatalogue)
                .apply(vector);
    }

    private static String ofCatalogue(Vector vector) {
        return declared(vector.scheme(), vector);
    }

    private static String declared(String scheme, Vector vector) {
        String tolerance = vector.tolerance() == null ? "" : ", tolerance: " + vector.tolerance() + "s";
        String url = vector.url() == null ? "" : ", public-url: '" + vector.url() + "'";
        return "vector: {scheme: %s, secrets: [%s]%s%s}".formatted(scheme, quoted(vector.secret()), tolerance, url);
    }

    private static String own(Vector vector) {
        return """
                vector:
                  scheme: hmac
                  secrets: [%s]
                  hmac:
                    signature:
                      algorithm: hmac-%s
                      header: [X-Signature, X-Convoy-Signature]
                      encoding: %s
                      prefix: "%s"
                      separator: "%s"
                      accept-empty-body: true
                """.formatted(
                        quoted(vector.secret()),
                        vector.algorithm(),
                        vector.encoding(),
                        orEmpty(vector.prefix()),
                        orEmpty(vector.separator()));
    }

    private static String convoy(Vector vector) {
        boolean advanced = vector.headers().get("X-Convoy-Signature").contains("v1=");
        return """
                vector:
                  scheme: hmac
                  secrets: [%s]
                  hmac:
                    signature: {algorithm: hmac-%s, encoding: %s, header: X-Convoy-Signature%s}
                """.formatted(
                        quoted(vector.secret()),
                        vector.algorithm(),
                        vector.encoding(),
                        advanced ? advanced(vector.tolerance()) : "");
    }

    private static String advanced(Long tolerance) {
        return ", separator: ',', prefix: v1=, content: '{timestamp},{body}', timestamp: {header: X-Convoy-Signature,"
                + " separator: ',', prefix: t=, tolerance: " + tolerance + "s}";
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String quoted(String secret) {
        return "'" + secret.replace("'", "''") + "'";
    }
}
