package dev.durahook.standalone.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The Grafana dashboard. */
final class Dashboard {

    private final JsonNode json;

    private Dashboard(JsonNode json) {
        this.json = json;
    }

    static Dashboard read() throws IOException {
        return new Dashboard(new ObjectMapper().readTree(Checkout.dashboard()));
    }

    JsonNode json() {
        return json;
    }

    /** Rows and the panels under them. */
    List<JsonNode> panels() {
        return all(json.get("panels"));
    }

    /** The queries of a panel. A row has no queries. */
    static List<JsonNode> targets(JsonNode panel) {
        return all(panel.path("targets"));
    }

    /** Every query, as Grafana sends it. */
    List<String> queries() {
        return panels().stream()
                .flatMap(panel -> targets(panel).stream())
                .map(target -> target.get("expr").asText().replace("$__rate_interval", "1m"))
                .toList();
    }

    private static List<JsonNode> all(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
