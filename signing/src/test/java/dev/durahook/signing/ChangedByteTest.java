package dev.durahook.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verifier.Verifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The receiver refuses a signed delivery in which any one byte was changed, for every row of the catalogue that signs.
 */
class ChangedByteTest {

    private static final String ALL = "(?s)(.*)";

    static Stream<String> signed() {
        return Receiving.CATALOGUE.names().stream()
                .filter(name -> !Receiving.scheme(name).signing().isUnsigned());
    }

    @ParameterizedTest
    @MethodSource("signed")
    void isNotVerified(String name) {
        Source source = Receiving.source(name);
        Sample sample = new Sample(name);
        ProviderDelivery genuine = sample.signed();
        List<ProviderDelivery> changed = Stream.concat(
                        headers(genuine, sample.builder().unsigned()), bodies(genuine, sample.scheme()))
                .toList();

        assertThat(source.verify(genuine.toDelivery())).isInstanceOf(Verified.class);
        assertThat(changed)
                .isNotEmpty()
                .allSatisfy(delivery ->
                        assertThat(source.verify(delivery.toDelivery())).isNotInstanceOf(Verified.class));
    }

    /** The deliveries with one byte changed in a header that the signer added. */
    private static Stream<ProviderDelivery> headers(ProviderDelivery genuine, ProviderDelivery unsigned) {
        return genuine.headers().entrySet().stream()
                .filter(header -> !unsigned.headers().containsKey(header.getKey()))
                // A version that nothing signs.
                .filter(header -> !header.getKey().equals("ce-specversion"))
                .flatMap(header -> texts(header.getValue())
                        .map(text -> new ProviderDelivery(
                                genuine.url(), with(genuine.headers(), header.getKey(), text), genuine.body())));
    }

    private static Stream<ProviderDelivery> bodies(ProviderDelivery genuine, Scheme scheme) {
        String body = new String(genuine.body(), StandardCharsets.ISO_8859_1);
        return signedInBody(scheme).stream()
                .flatMap(pattern -> Pattern.compile(pattern).matcher(body).results())
                .flatMapToInt(ChangedByteTest::places)
                .mapToObj(place -> new ProviderDelivery(
                        genuine.url(), genuine.headers(), changed(body, place).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The parts of a body that are signed, or are the signature. */
    private static List<String> signedInBody(Scheme scheme) {
        Verifier verifier = scheme.verifier();
        if (verifier == null) {
            return scheme.signature().signsBody() ? List.of(ALL) : List.of();
        }
        return switch (verifier.name()) {
            case "ADYEN" -> fields("hmacSignature", "pspReference", "eventCode", "success");
            case "AWS_SNS" -> fields("Message", "MessageId", "Signature", "Timestamp", "TopicArn", "Type");
            case "MAILGUN" -> fields("signature", "timestamp", "token");
            case "MS_GRAPH" -> fields("clientState");
            case "SALESFORCE" -> List.of("<OrganizationId>([^<]*)<");
            case "STRAVA" -> List.of("\"subscription_id\":([0-9]+)");
            case "CLOUDEVENTS", "PLIVO_V2" -> List.of();
            default -> List.of(ALL);
        };
    }

    private static List<String> fields(String... names) {
        return Stream.of(names).map(name -> "\"" + name + "\":\"([^\"]+)\"").toList();
    }

    private static IntStream places(MatchResult found) {
        return IntStream.range(found.start(1), found.end(1));
    }

    private static Stream<String> texts(String text) {
        return IntStream.range(0, text.length()).mapToObj(place -> changed(text, place));
    }

    // The change never makes a letter upper or lower case, because hexadecimal digits may be either.
    private static String changed(String text, int place) {
        return text.substring(0, place) + (char) (text.charAt(place) ^ 1) + text.substring(place + 1);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return changed;
    }
}
