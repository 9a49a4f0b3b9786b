package dev.durahook.receiver.explain;

import dev.durahook.receiver.signature.Verdict;
import dev.durahook.receiver.signature.Verdict.Verified;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a delivery was verified, or was not. Holds no secret and no signature that was not sent.
 *
 * @param source the source's name
 * @param verdict what the source says of the delivery
 * @param cause why it was not verified, as far as it can be told
 * @param difference the same in words, of this case
 * @param facts what was computed over, what was sent and what it was compared with
 */
public record Explanation(String source, Verdict verdict, Cause cause, String difference, List<String> facts) {

    public Explanation {
        facts = List.copyOf(facts);
    }

    /** Whether the source takes the delivery for genuine. */
    public boolean isVerified() {
        return verdict instanceof Verified;
    }

    /** The whole of it for a terminal: what comes from the request can't move the cursor. */
    public String toText() {
        String lines = facts.stream().map(fact -> "  " + fact + "\n").collect(Collectors.joining());
        String end = isVerified() ? "" : "Probable cause: " + difference + "\nRemedy: " + cause.remedy() + "\n";
        return printable(
                "Source " + source + ": " + (isVerified() ? "" : "not verified, ") + said() + "\n" + lines + end);
    }

    private String said() {
        if (verdict instanceof Verified verified) {
            return verified.description();
        }
        return Facts.said(verdict);
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n]]", "?");
    }
}
