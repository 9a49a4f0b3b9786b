package dev.durahook.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ingest.outcome.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The alerts and the dashboard know every problem with which the receiver answers 503. */
class Answered503Test {

    private static final Pattern OUTCOMES = Pattern.compile("outcome[=!]~?\"([^\"]+)\"");
    private static final String NO_HANDSHAKE = ", outcome!=\"handshake\"";
    private static final Set<String> STORED = Set.of("accepted", "previously_accepted", "empty");

    /** A handshake is not an event, and the person who sets the webhook up sees that it fails. */
    private static final Set<String> WITHOUT_ALERT = Set.of(Problem.NOT_CONFIRMED.label());

    @Test
    void eachProblemHasAnAlert() throws IOException {
        Set<String> withAlert =
                alerts().stream().flatMap(alert -> alert.get(0).stream()).collect(Collectors.toSet());
        assertThat(union(withAlert, WITHOUT_ALERT)).containsAll(answered503());
    }

    @Test
    void eachAlertComparesProblemsWithWhatIsStored() throws IOException {
        Set<String> problems = labels(Stream.of(Problem.values()));
        assertThat(alerts()).hasSizeGreaterThan(2).allSatisfy(alert -> {
            assertThat(problems).containsAll(alert.get(0));
            assertThat(alert.get(1)).isEqualTo(union(alert.get(0), STORED));
            assertThat(List.of(alert.get(0), alert.get(1), STORED)).containsAll(alert);
        });
    }

    @Test
    void dashboardCountsEachProblem() throws IOException {
        assertThat(outcomes(query("Answered 503"))).containsExactly(answered503());
        assertThat(outcomes(query("Not stored"))).containsExactly(answered503());
    }

    @Test
    void dashboardShowsNoneOfThemAsRefused() throws IOException {
        assertThat(query("Refused")).contains("outcome!~");
        assertThat(outcomes(query("Refused")))
                .containsExactly(union(answered503(), union(STORED, Set.of("handshake"))));
    }

    /** The outcomes in the expression of each alert that asks for outcomes, in their order. */
    private static List<List<Set<String>>> alerts() throws IOException {
        Map<?, ?> file = new Yaml().load(Files.readString(Checkout.prometheus("alerts.yml")));
        return ((List<?>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<?>) ((Map<?, ?>) group).get("rules")).stream())
                        .map(rule -> (String) ((Map<?, ?>) rule).get("expr"))
                        .map(expression -> outcomes(expression.replace(NO_HANDSHAKE, "")))
                        .filter(outcomes -> !outcomes.isEmpty())
                        .toList();
    }

    private static List<Set<String>> outcomes(String expression) {
        return OUTCOMES.matcher(expression)
                .results()
                .map(matcher -> Set.of(matcher.group(1).split("\\|")))
                .toList();
    }

    private static String query(String panel) throws IOException {
        return Dashboard.read().panels().stream()
                .filter(candidate -> candidate.get("title").asText().equals(panel))
                .map(found -> Dashboard.targets(found).get(0).get("expr").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> answered503() {
        return labels(Stream.of(Problem.values()).filter(problem -> problem.status() == 503));
    }

    private static Set<String> labels(Stream<Problem> problems) {
        return problems.map(Problem::label).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }
}
