package dev.durahook.standalone.cli;

import dev.durahook.signing.Deliveries;
import dev.durahook.signing.DeliveryBuilder;
import dev.durahook.signing.ProviderDelivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that describe a test event. */
final class DeliveryOptions {

    private static final String UNSIGNED = "none";

    private final Terminal terminal;
    private final InputReader inputs;

    @Parameters(paramLabel = "SCHEME", description = "How the provider signs: a name such as github or stripe.")
    private String scheme = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The URL to send the event to. Default: http://localhost:8000/webhooks/SCHEME")
    private @Nullable String url;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "The URL as the provider knows it, if the scheme signs the URL and it differs from --url.")
    private @Nullable String publicUrl;

    @Option(names = "--type", paramLabel = "TYPE", description = "The event type, such as push.")
    private @Nullable String type;

    @Option(names = "--id", paramLabel = "ID", description = "The event id. Default: a new one.")
    private @Nullable String id;

    @Option(
            names = "--body",
            paramLabel = "FILE",
            description = "The file that holds the body; - for the standard input. Default: an example of the type as"
                    + " the provider sends it, or a minimal one.")
    private @Nullable String body;

    @Option(names = "--header", paramLabel = "NAME=VALUE", description = "A further header; can be repeated.")
    private Map<String, String> headers = new LinkedHashMap<>();

    @Mixin
    private final SecretOptions secrets;

    DeliveryOptions(Terminal terminal) {
        this.terminal = terminal;
        this.inputs = new InputReader(terminal.in());
        this.secrets = new SecretOptions(terminal);
    }

    String scheme() {
        return scheme;
    }

    ProviderDelivery signed() {
        DeliveryBuilder builder = Deliveries.of(scheme).at(terminal.clock());
        headers.forEach(builder::withHeader);
        apply(builder);
        if (builder.needsProviderKeys()) {
            throw new CommandFailedException("only the provider itself can sign for the scheme " + scheme
                    + ", because a receiver fetches the key from the provider: sign in a test, with generated"
                    + " keys that the receiver fetches");
        }
        return scheme.equals(UNSIGNED) ? builder.unsigned() : builder.signedWith(secrets.secret(scheme, inputs));
    }

    /** Says that the body is a minimal one, and what to do about it. */
    void tellOfMinimalBody() {
        List<String> examples = Deliveries.examples(scheme);
        if (body != null || (type != null && examples.contains(type))) {
            return;
        }
        String remedy = examples.isEmpty()
                ? "--body FILE sends your own"
                : "--type sends a body as the provider writes it, for " + String.join(", ", examples)
                        + "; --body FILE sends your own";
        terminal.err().println("The body is a minimal one: " + remedy);
    }

    private void apply(DeliveryBuilder builder) {
        if (url != null) {
            builder.to(url);
        }
        if (publicUrl != null) {
            builder.publicUrl(publicUrl);
        }
        if (type != null) {
            builder.withType(type);
        }
        if (id != null) {
            builder.withId(id);
        }
        if (body != null) {
            builder.body(inputs.read(body));
        }
    }
}
