package dev.durahook.workflows.parking;

import dev.durahook.workflows.text.DurationText;
import dev.durahook.workflows.text.Quote;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what the Web UI shows of a parked or discarded event, in Markdown. */
final class ParkedDetails {

    // Temporal holds no more than 20 kB of details, and each failure may have 2,000 characters of up to four bytes
    // each.
    private static final int MAX_SHOWN = 2;

    private ParkedDetails() {}

    static String of(List<ParkedStep> parked) {
        return """
                **Parked: %s your decision.**

                %s
                Send the signal `retry` to run %s again, or `discard` to give %s up, with the reason as its input, in \
                quotation marks: *More Actions*, *Send a Signal*.
                """.formatted(
                        parked.size() == 1 ? "this event waits for" : parked.size() + " steps of this event wait for",
                        steps(parked),
                        parked.size() == 1 ? "the step" : "all of them",
                        parked.size() == 1 ? "the step" : "them");
    }

    static String discarded(ParkedStep parked, String reason) {
        return "**Discarded:** %s\n\n%s".formatted(FailureText.quote(reason), describe(parked));
    }

    private static String steps(List<ParkedStep> parked) {
        String shown =
                parked.stream().limit(MAX_SHOWN).map(ParkedDetails::describe).collect(Collectors.joining("\n"));
        String others = parked.stream().skip(MAX_SHOWN).map(ParkedDetails::name).collect(Collectors.joining());
        return shown + others;
    }

    private static String describe(ParkedStep parked) {
        return name(parked)
                + "- Failure: " + parked.failure() + "\n"
                + item("Attempts", parked.attempts())
                + item("Policy", parked.policy())
                + "- Parked at: " + parked.since().truncatedTo(ChronoUnit.SECONDS) + "\n"
                + item("Discarded automatically after", text(parked.timeout()));
    }

    // If the key and the title are the same, only the title is shown.
    private static String name(ParkedStep parked) {
        String key = parked.keyOrDerived().equals(parked.step()) ? null : Quote.of(parked.keyOrDerived());
        return "- Step: " + Quote.of(parked.step()) + "\n" + item("Key", key);
    }

    private static String item(String name, @Nullable Object value) {
        return value == null ? "" : "- " + name + ": " + value + "\n";
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : DurationText.of(duration);
    }
}
