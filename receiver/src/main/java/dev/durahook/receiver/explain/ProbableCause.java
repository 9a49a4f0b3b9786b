package dev.durahook.receiver.explain;

/** The probable cause for which a delivery was not verified, with a remedy. A closed set. */
public enum ProbableCause {
    /** The source verified the delivery. */
    NONE("Nothing to do."),

    /** The delivery carries no signature. */
    NOT_SIGNED("Check that a secret is set at the sender, and that no proxy removes headers."),

    /** The signature matches, but the timestamp is too old or too far in the future. */
    TIMESTAMP("Check the clocks of both machines. If they agree, the delivery was delayed or captured and sent"
            + " again: have"
            + " the sender deliver it again."),

    /** The signature matches a secret of the source that is not valid at this time. */
    SECRET_NOT_VALID("Change not-before or not-after of the secret, or the secret at the sender."),

    /** The signature matches in another encoding. */
    ENCODING("Correct the encoding in the scheme's declaration, or use the sender's scheme of docs/providers.md."),

    /** The signature matches with another prefix. */
    PREFIX("Correct the prefix in the scheme's declaration, or use the sender's scheme of docs/providers.md."),

    /** The signature matches if the secret is read in another form, such as Base64. */
    SECRET_FORM("Copy the secret exactly as the sender shows it. If it is right, correct the scheme's key and"
            + " key-prefix."),

    /** The signature matches if white space, quotation marks or an invisible character surround the secret. */
    SECRET_WHITE_SPACE("Enter the secret at the sender again, without additional characters."),

    /** The signature matches with another algorithm. */
    ALGORITHM("Correct the algorithm in the scheme's declaration, or change it at the sender."),

    /** The signature matches a variant of the body, such as the same JSON in another format. */
    BODY_CHANGED("A proxy, a gateway or a framework between the sender and the receiver rewrites the body. Configure it"
            + " to pass the bytes through unchanged."),

    /** The signature matches another URL than the declared one. */
    PUBLIC_URL("Write public-url exactly as the URL was entered at the sender."),

    /** The timestamp is written in another unit. */
    TIMESTAMP_UNIT("Correct timestamp.unit in the scheme's declaration."),

    /** The signature matches a secret of another source. */
    OTHER_SOURCE("Correct the URL at the sender, or the secret of this source."),

    /** The delivery was refused for a reason other than its signature. */
    REFUSED("See the reason above; the signature is not the problem."),

    /** No other cause of this list was found. */
    UNKNOWN("Most likely the secret differs from the sender's: copy it again. Otherwise the body was changed on the"
            + " way, or the sender signs other content.");

    private final String remedy;

    ProbableCause(String remedy) {
        this.remedy = remedy;
    }

    /** The remedy, as an instruction for the operator. */
    String remedy() {
        return remedy;
    }
}
