package dev.durahook.examples.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about a verifier of your own shows the example as it is compiled, and commands that sign for it. */
class OwnVerifierPageTest {

    private static final String SECRET = "correct-horse";

    @ParameterizedTest
    @CsvSource({
        "java, java/dev/durahook/examples/partner/PartnerVerifier.java",
        "yaml, resources/application-partner.yml"
    })
    void showsTheWholeFile(String language, String file) throws IOException {
        String example = Files.readString(Path.of("src/main").resolve(file));
        assertThat(page()).contains("```" + language + "\n" + example + "```");
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void commandsSignADeliveryThatIsVerified() throws Exception {
        String page = page();
        String begin = "\nBODY=";
        String commands = page.substring(page.indexOf(begin), page.indexOf("```", page.indexOf(begin)));

        String[] arguments = curlArguments(commands);

        Map<String, List<String>> headers = Arrays.stream(arguments)
                .map(argument -> argument.split(": ", 2))
                .filter(header -> header.length == 2)
                .collect(Collectors.toMap(header -> header[0], header -> List.of(header[1])));
        String body = arguments[Arrays.asList(arguments).indexOf("-d") + 1];
        Delivery delivery = new Delivery("http://localhost/", Headers.of(headers), body.getBytes(UTF_8));
        assertThat(check().secretOf(delivery)).isZero();
    }

    // Runs the commands with a curl that prints its arguments.
    private static String[] curlArguments(String commands) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", "curl() { printf '%s\\n' \"$@\"; }\n" + commands);
        bash.environment().put("PARTNER_SECRET", SECRET);
        Process process = bash.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.split("\n");
    }

    private static Check check() {
        Freshness freshness = new Freshness(Duration.ofMinutes(5), InstantSource.system());
        List<Secret> secrets = List.of(new Secret(SECRET.getBytes(UTF_8)));
        return new PartnerVerifier().check(new VerifierInputs(() -> secrets, freshness, null));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../../docs/own-verifier.md"));
    }
}
