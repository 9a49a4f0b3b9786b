package dev.durahook.receiver.explain;

/** The probable cause for which a delivery was not verified, with a remedy. A closed set. */
public enum ProbableCause {
    NONE("Nothing to do."),
    NOT_SIGNED("Check that a secret is set at the sender, and that no proxy removes headers."),
    TIMESTAMP("Check the clocks of both machines. If they agree, the delivery was delayed or captured and sent"
            + " again: have"
            + " the sender deliver it again."),
    SECRET_NOT_VALID("Change not-before or not-after of the secret, or the secret at the sender."),
    ENCODING("Correct the encoding in the scheme's declaration, or use the sender's scheme of docs/providers.md."),
    PREFIX("Correct the prefix in the scheme's declaration, or use the sender's scheme of docs/providers.md."),
    SECRET_FORM("Copy the secret exactly as the sender shows it. If it is right, correct the scheme's key and"
            + " key-prefix."),
    SECRET_WHITE_SPACE("Enter the secret at the sender again, without additional characters."),
    ALGORITHM("Correct the algorithm in the scheme's declaration, or change it at the sender."),
    BODY_CHANGED("A proxy, a gateway or a framework between the sender and the receiver rewrites the body. Configure it"
            + " to pass the bytes through unchanged."),
    PUBLIC_URL("Write public-url exactly as the URL was entered at the sender."),
    TIMESTAMP_UNIT("Correct timestamp.unit in the scheme's declaration."),
    OTHER_SOURCE("Correct the URL at the sender, or the secret of this source."),
    REFUSED("See the reason above; the signature is not the problem."),
    UNKNOWN("Most likely the secret differs from the sender's: copy it again. Otherwise the body was changed on the"
            + " way, or the sender signs other content.");

    private final String remedy;

    ProbableCause(String remedy) {
        this.remedy = remedy;
    }

    /** What the operator should do. */
    public String remedy() {
        return remedy;
    }
}
