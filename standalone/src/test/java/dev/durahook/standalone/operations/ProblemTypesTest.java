package dev.durahook.standalone.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.http.refusal.ServerProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.receiver.text.Labels;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for operators lists each type of problem that the receiver answers with, beside its HTTP status. */
class ProblemTypesTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([\\d, ]+) \\| (`[a-z-]+`[^|]*) \\|$", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("`([a-z-]+)`");

    @Test
    void thePageListsEachType() {
        assertThat(documented()).isEqualTo(answered());
    }

    private static Map<Integer, Set<String>> documented() {
        Map<Integer, Set<String>> types = new TreeMap<>();
        ROW.matcher(OperatorsPage.read().text()).results().forEach(row -> {
            String[] statuses = row.group(1).split(", ");
            String[] cells = row.group(2).split("; ");
            for (int i = 0; i < statuses.length; i++) {
                int status = Integer.parseInt(statuses[i]);
                TYPE.matcher(cells[i]).results().forEach(type -> add(types, status, type.group(1)));
            }
        });
        return types;
    }

    private static Map<Integer, Set<String>> answered() {
        Map<Integer, Set<String>> types = new TreeMap<>();
        for (Problem problem : Problem.values()) {
            add(types, problem.status(), Labels.of(problem));
        }
        for (ServerProblem problem : ServerProblem.values()) {
            add(types, problem.status(), Labels.of(problem));
        }
        return types;
    }

    private static void add(Map<Integer, Set<String>> types, int status, String type) {
        types.computeIfAbsent(status, first -> new TreeSet<>()).add(type);
    }
}
