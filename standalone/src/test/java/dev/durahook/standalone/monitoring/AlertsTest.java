package dev.durahook.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every alert links the section of the runbook that helps. */
class AlertsTest {

    private static final Pattern RUNBOOK = Pattern.compile("runbook: docs/operations[.]md#(\\S+)");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\S+)");
    private static final Pattern LINK = Pattern.compile("(?s)- alert: (\\S+)\n.*?runbook: docs/operations[.]md#(\\S+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void everyAlertNamesASectionOfTheOperatorsPages() throws IOException {
        String alerts = Files.readString(Checkout.prometheus("alerts.yml"));
        List<String> sections = all(HEADING, Checkout.operations()).stream()
                .map(AlertsTest::anchor)
                .toList();

        assertThat(all(RUNBOOK, alerts)).hasSameSizeAs(all(ALERT, alerts)).isSubsetOf(sections);
    }

    @Test
    void everySectionNamesTheAlertsThatLeadToIt() throws IOException {
        Map<String, String> sections = sections();
        Map<String, String> links = new LinkedHashMap<>();
        LINK.matcher(Files.readString(Checkout.prometheus("alerts.yml")))
                .results()
                .forEach(link -> links.put(link.group(1), link.group(2)));

        assertThat(links)
                .hasSize(all(ALERT, Files.readString(Checkout.prometheus("alerts.yml")))
                        .size());
        assertThat(links)
                .allSatisfy((alert, anchor) ->
                        assertThat(sections.get(anchor)).as(anchor).contains("`" + alert + "`"));
    }

    @Test
    void theAlertForParkedEventsLeadsToTheSectionOnThem() throws IOException {
        assertThat(Files.readString(Checkout.prometheus("alerts.yml")))
                .containsPattern("(?s)alert: DurahookEventsParked\n(?:(?!- alert).)*#parked-events\n");
    }

    // The greatest of two clocks would hide the clock that is behind.
    @Test
    void dashboardShowsTheClocksAsTheAlertSeesThem() throws IOException {
        String distance = "abs(durahook_clock_skew_seconds)";
        assertThat(Files.readString(Checkout.prometheus("alerts.yml"))).contains(distance + " > bool 30");
        assertThat(Checkout.dashboard()).contains("\"expr\": \"max by (clock) (" + distance + ")\"");
    }

    @Test
    void everyAlertIsTested() throws IOException {
        String tests = Files.readString(Checkout.prometheus("alerts-test.yml"));
        assertThat(all(ALERT, Files.readString(Checkout.prometheus("alerts.yml"))))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(tests).contains("alertname=\"" + alert + "\""));
    }

    // The text under each heading, up to the next heading of any level.
    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : Checkout.operations().split("(?m)^#+ ")) {
            String[] headingAndText = section.split("\n", 2);
            assertThat(sections.put(anchor(headingAndText[0]), section))
                    .as("headings have links of their own: " + headingAndText[0])
                    .isNull();
        }
        return sections;
    }

    // The heading as its link on the rendered page: spaces become hyphens, and punctuation is left out.
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
