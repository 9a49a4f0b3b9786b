package dev.durahook.receiver.explain;

/** Why a delivery was not verified, as far as it can be told, and what to do. A closed set. */
public enum Cause {
    NONE("Nothing to do."),
    NOT_SIGNED("Check that the sender has a secret set and that nothing on the way removes headers."),
    TIMESTAMP("Check the clocks of both machines. If they agree, the delivery was held back or sent again: have the"
            + " sender deliver it anew."),
    SECRET_NOT_VALID("Change not-before or not-after of the secret, or the secret at the sender."),
    ENCODING("Correct encoding in the scheme's declaration, or use the scheme that the sender documents."),
    PREFIX("Correct prefix in the scheme's declaration, or use the scheme that the sender documents."),
    SECRET_FORM("Copy the secret exactly as the sender shows it. If it is right, correct key and key-prefix of the"
            + " scheme."),
    SECRET_WHITE_SPACE("Enter the secret at the sender again, without what stands around it."),
    ALGORITHM("Correct algorithm in the scheme's declaration, or change it at the sender."),
    BODY_CHANGED("Something on the way parses the body and writes it anew: a proxy, a gateway or a framework. Let it"
            + " pass the bytes through as they are."),
    PUBLIC_URL("Write public-url exactly as the URL was entered at the sender."),
    TIMESTAMP_UNIT("Correct timestamp.unit in the scheme's declaration."),
    OTHER_SOURCE("Correct the URL at the sender, or the secret of this source."),
    REFUSED("Look at the reason above; it does not lie in the signature."),
    UNKNOWN("Most likely the secret is another one than the sender's: copy it again. Else the body was changed on the"
            + " way, or another part than this is signed.");

    private final String remedy;

    Cause(String remedy) {
        this.remedy = remedy;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
