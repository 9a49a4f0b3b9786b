package dev.durahook.standalone.cli;

import dev.durahook.receiver.text.TerminalText;
import dev.durahook.signing.ProviderDelivery;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends a test event and prints the answer. */
@Command(
        name = "send",
        description = "Sends a signed test event to a running receiver and prints its answer.",
        exitCodeListHeading = "%nExit code: ",
        exitCodeList = {
            "0:the event is stored",
            "1:the receiver did not answer that the event is stored",
            "2:the command line is not valid"
        })
final class SendCommand implements Callable<Integer> {

    // The receiver answers within durahook.acceptance.timeout, which is 30 s at most.
    static final Duration TIMEOUT = Duration.ofSeconds(35);

    private final Terminal terminal;

    @Mixin
    private final DeliveryOptions delivery;

    @Mixin
    final HelpOption help = new HelpOption();

    SendCommand(Terminal terminal) {
        this.terminal = terminal;
        this.delivery = new DeliveryOptions(terminal);
    }

    @Override
    public Integer call() {
        ProviderDelivery signed = delivery.signed();
        delivery.tellOfMinimalBody();
        HttpResponse<String> answer = send(signed);
        terminal.out().println(answer.statusCode() + " " + TerminalText.of(answer.body()));
        return answer.statusCode() / 100 == 2 ? 0 : 1;
    }

    private static HttpResponse<String> send(ProviderDelivery signed) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            return client.send(signed.toRequest().timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new CommandFailedException("nothing answers at " + signed.url() + ": is the receiver running?");
        } catch (IOException e) {
            throw new CommandFailedException(signed.url() + " did not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted while waiting for the answer");
        }
    }
}
