package dev.durahook.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fields that Grafana needs in a dashboard, without reporting them if they are missing. */
class DashboardTest {

    private static final int WIDTH = 24;

    private final Dashboard dashboard;
    private final List<JsonNode> panels;

    DashboardTest() throws IOException {
        dashboard = Dashboard.read();
        panels = dashboard.panels();
    }

    @Test
    void schemaVersionIsAcceptedByGrafana() {
        assertThat(dashboard.json().get("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
        assertThat(dashboard.json().get("uid").asText()).isEqualTo("durahook");
    }

    @Test
    void everyPanelHasAnIdOfItsOwn() {
        assertThat(panels.stream().map(panel -> panel.get("id").asInt())).doesNotHaveDuplicates();
    }

    @Test
    void noPanelLiesOnAnotherAndNoneStandsOut() {
        Set<Integer> taken = new HashSet<>();
        for (JsonNode panel : panels) {
            JsonNode place = panel.get("gridPos");
            int left = place.get("x").asInt();
            int right = left + place.get("w").asInt();
            int top = place.get("y").asInt();
            assertThat(right).isLessThanOrEqualTo(WIDTH);
            IntStream.range(top, top + place.get("h").asInt())
                    .flatMap(y -> IntStream.range(left, right).map(x -> y * WIDTH + x))
                    .forEach(cell -> assertThat(taken.add(cell))
                            .as(panel.get("title").asText())
                            .isTrue());
        }
    }

    @Test
    void itBeginsWithWhetherEventsAreAccepted() {
        assertThat(panels.stream()
                        .filter(panel -> panel.get("type").asText().equals("row"))
                        .map(panel -> panel.get("title").asText()))
                .startsWith("Is it accepting?", "What is refused, and why?", "Is it processing?");
    }

    // The SDK's metrics of activities do not count attempts inside workflow tasks.
    @Test
    void attemptsAreReadFromDurahooksOwnMetric() {
        assertThat(dashboard.queries())
                .noneMatch(query -> query.contains("temporal_activity_execution"))
                .anyMatch(query -> query.contains("durahook_attempts_seconds_count"));
    }

    @Test
    void everyPanelExplainsItselfAndAsksTheChosenPrometheus() {
        assertThat(panels.stream().filter(panel -> !Dashboard.targets(panel).isEmpty()))
                .hasSizeGreaterThan(20)
                .allSatisfy(panel -> {
                    assertThat(panel.get("description").asText()).endsWith(".");
                    assertThat(panel.get("fieldConfig").get("defaults").get("unit"))
                            .isNotNull();
                    assertThat(panel.get("datasource").get("uid").asText()).isEqualTo("${datasource}");
                    assertThat(Dashboard.targets(panel))
                            .extracting(target ->
                                    target.get("datasource").get("uid").asText())
                            .containsOnly("${datasource}");
                });
        assertThat(dashboard.json().at("/templating/list/0/name").asText()).isEqualTo("datasource");
    }
}
