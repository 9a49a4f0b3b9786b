package dev.durahook.standalone.cli;

import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.signing.ProviderDelivery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that prints a signed test event instead of sending it. */
@Command(name = "sign", description = "Prints a signed test event: an HTTP request, or a curl command that sends it.")
final class SignCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final DeliveryOptions delivery;

    @Option(names = "--curl", description = "Prints a curl command.")
    private boolean curl;

    @Mixin
    final HelpOption help = new HelpOption();

    SignCommand(Terminal terminal) {
        this.terminal = terminal;
        this.delivery = new DeliveryOptions(terminal);
    }

    @Override
    public Integer call() {
        checkPrintable();
        ProviderDelivery signed = delivery.signed();
        delivery.tellOfMinimalBody();
        if (curl) {
            terminal.out().println(DeliveryFormat.curl(signed));
        } else {
            terminal.out().writeBytes(DeliveryFormat.request(signed));
        }
        return 0;
    }

    private void checkPrintable() {
        if (Schemes.load()
                .named(delivery.scheme())
                .filter(scheme -> scheme.signing().showsSecret())
                .isPresent()) {
            throw new CommandFailedException("a delivery of the scheme " + delivery.scheme()
                    + " contains the secret itself, which is never printed: use the command send");
        }
    }
}
