package dev.durahook.receiver.explain;

import dev.durahook.receiver.text.TerminalText;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a delivery was verified or not. Contains no secret, and only signatures that were sent.
 *
 * @param source the source's name
 * @param verdict the source's verdict on the delivery
 * @param cause the probable cause, if the delivery was not verified
 * @param difference the cause in words, for this delivery
 * @param facts what was signed, what was sent and with what it was compared
 */
public record Explanation(String source, Verdict verdict, ProbableCause cause, String difference, List<String> facts) {

    public Explanation {
        facts = List.copyOf(facts);
    }

    /** Whether the source verified the delivery. */
    public boolean isVerified() {
        return verdict instanceof Verified;
    }

    /** The explanation for a terminal. Control characters from the request are replaced. */
    public String toText() {
        String lines = facts.stream().map(fact -> "  " + fact + "\n").collect(Collectors.joining());
        String end = isVerified() ? "" : "Probable cause: " + difference + "\nRemedy: " + cause.remedy() + "\n";
        return TerminalText.of(
                "Source " + source + ": " + (isVerified() ? "" : "not verified, ") + said() + "\n" + lines + end);
    }

    private String said() {
        if (verdict instanceof Verified verified) {
            return verified.description();
        }
        return DeliveryDetails.said(verdict);
    }
}
