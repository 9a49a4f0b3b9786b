package dev.durahook.testsupport.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each decision has a number, a status and a date, as CONTRIBUTING.md says. */
class DecisionsTest {

    private static final String FORM =
            "(?s)# (\\d+)\\. [^\n]+\n\n(Accepted|Superseded by \\[decision \\d+]\\([^)]+\\),) \\d{4}-\\d\\d-\\d\\d\\b.*";

    @Test
    void decisionHasANumberAStatusAndADate() {
        List<Path> decisions =
                ProjectFiles.below(Path.of("../docs/decisions"), 1).toList();

        assertThat(decisions).isNotEmpty().allSatisfy(decision -> {
            String number = decision.getFileName().toString().substring(0, 4);
            assertThat(ProjectFiles.text(decision)).matches(FORM).startsWith("# " + Integer.parseInt(number) + ". ");
        });
    }
}
