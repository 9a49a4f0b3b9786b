package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Any text of a stranger in a header is read or refused.
 *
 * <p>A normal build replays the inputs under {@code SignatureFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class SignatureFuzzTest {

    private static final List<String> SIGN = List.of("X-Sign");
    private static final List<HeaderElements> LISTS = List.of(
            new HeaderElements(SIGN, "", ""),
            new HeaderElements(SIGN, "", "sha256="),
            new HeaderElements(SIGN, ",", "v1="),
            new HeaderElements(SIGN, " ", "v1,"),
            new HeaderElements(SIGN, ";", "h1="));
    private static final List<Sender> SENDERS =
            Senders.all().filter(Sender::signsAnyBody).toList();
    private static final List<Source> SOURCES =
            SENDERS.stream().map(sender -> sender.source(sender.secret())).toList();

    @FuzzTest(maxDuration = "5m")
    void headerElements(byte[] sent) {
        String value = new String(sent, StandardCharsets.UTF_8);
        for (HeaderElements list : LISTS) {
            try {
                List<String> elements = list.read(header(value), Rejection.SIGNATURE_MISSING);
                assertThat(elements).hasSizeBetween(1, HeaderElements.MAX_ELEMENTS);
                assertThat(elements).allMatch(element -> value.contains(list.prefix() + element));
            } catch (NotVerifiedException e) {
                assertThat(e.verdict())
                        .isInstanceOfSatisfying(
                                Rejected.class, it -> assertThat(it.reason()).isEqualTo(Rejection.SIGNATURE_MALFORMED));
            }
        }
    }

    @FuzzTest(maxDuration = "5m")
    void timestamp(byte[] sent) {
        String value = new String(sent, StandardCharsets.UTF_8);
        Instant now = Declaration.NOW.instant();
        for (TimestampUnit unit : TimestampUnit.values()) {
            TimestampRule rule = new TimestampRule(SIGN, ",", "t=", null, unit, Duration.ofMinutes(5));
            try {
                Instant read = unit.parse(rule.read(header(value), now)).orElseThrow();
                assertThat(read).isBetween(now.minusSeconds(300), now.plusSeconds(300));
            } catch (NotVerifiedException e) {
                assertThat(e).message().isNotEmpty();
            }
        }
    }

    /** The first byte selects the sender, and the other bytes are the signed content. */
    @FuzzTest(maxDuration = "5m")
    void genuineBody(byte[] sent) {
        if (sent.length > 1) {
            int who = (sent[0] & 0xff) % SENDERS.size();
            Sender sender = SENDERS.get(who);
            byte[] body = Arrays.copyOfRange(sent, 1, sent.length);
            assertThat(SOURCES.get(who)
                            .verify(sender.request(sender.secret(), body).delivery()))
                    .isEqualTo(new Verdict.Verified(0));
            assertThat(SOURCES.get(who)
                            .verify(sender.request(sender.otherSecret(), body).delivery()))
                    .isInstanceOf(Verdict.Rejected.class);
        }
    }

    private static Headers header(String value) {
        return Headers.of(Map.of("X-Sign", List.of(value)));
    }
}
