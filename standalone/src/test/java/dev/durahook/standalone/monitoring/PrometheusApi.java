package dev.durahook.standalone.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Asks a Prometheus as Grafana and an operator do. */
final class PrometheusApi {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    PrometheusApi(URI address) {
        this.address = address;
    }

    /** The series of a query, now. */
    List<JsonNode> query(String expression) {
        return all(get("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .get("result"));
    }

    /** The value of a query with one result. */
    double value(String expression) {
        List<JsonNode> series = query(expression);
        return series.isEmpty()
                ? Double.NaN
                : Double.parseDouble(series.get(0).get("value").get(1).asText());
    }

    /** The names of all metrics. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        get("label/__name__/values").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The metadata of each metric; a histogram has one name. */
    Map<String, String> descriptions() {
        Map<String, String> descriptions = new TreeMap<>();
        get("metadata")
                .properties()
                .forEach(metric -> descriptions.put(
                        metric.getKey(), metric.getValue().get(0).get("help").asText()));
        return descriptions;
    }

    /** The alerts, each with its expression and whether it could be evaluated. */
    List<JsonNode> rules() {
        return all(get("rules").get("groups")).stream()
                .flatMap(group -> all(group.get("rules")).stream())
                .toList();
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/api/v1/" + path)).build();
            JsonNode answer = new ObjectMapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("status").asText().equals("success")) {
                throw new IllegalArgumentException(path + ": " + answer);
            }
            return answer.get("data");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> all(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
