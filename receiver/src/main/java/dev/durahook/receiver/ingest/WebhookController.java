package dev.durahook.receiver.ingest;

import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.Sources;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /webhooks/{source}}, and {@code POST /webhook} for the source named {@code webhook}.
 *
 * <p>Takes every method and media type, so that each is answered with a problem of ours.
 */
@RestController
class WebhookController {

    /** The source of the path that names none. */
    private static final String UNNAMED = "webhook";

    /** Seconds until a sender should deliver again. */
    private static final String RETRY_AFTER = "5";

    private final Sources sources;
    private final Ingestion ingestion;
    private final DeliveryRecord deliveries;

    WebhookController(Sources sources, Ingestion ingestion, DeliveryRecord deliveries) {
        this.sources = sources;
        this.ingestion = ingestion;
        this.deliveries = deliveries;
    }

    @RequestMapping("/webhook")
    ResponseEntity<?> receive(HttpServletRequest request) {
        return receive(UNNAMED, request);
    }

    @RequestMapping("/webhooks/{source}")
    ResponseEntity<?> receive(@PathVariable String source, HttpServletRequest request) {
        Timer.Sample sample = deliveries.begin();
        try {
            Receipt receipt = ingestion.ingest(request, declared(source));
            deliveries.stored(sample, source, receipt);
            return ResponseEntity.status(receipt.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(receipt);
        } catch (DeliveryProblem problem) {
            deliveries.refused(sample, label(source), problem);
            return answer(problem.problem(), problem.getMessage());
        }
    }

    private Source declared(String source) throws DeliveryProblem {
        return sources.named(source)
                .orElseThrow(() -> new DeliveryProblem(Problem.UNKNOWN_SOURCE, "declare it under durahook.sources"));
    }

    // A name that a stranger made up is no label.
    private String label(String source) {
        return sources.named(source).map(Source::name).orElse("unknown");
    }

    private static ResponseEntity<?> answer(Problem problem, @Nullable String detail) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        switch (problem) {
            case NOT_STORED -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            case METHOD_NOT_ALLOWED -> answer.header(HttpHeaders.ALLOW, "POST");
            case CONTENT_ENCODING_NOT_ACCEPTED -> answer.header(HttpHeaders.ACCEPT_ENCODING, "identity");
            case MALFORMED_EVENT,
                    UNREADABLE_BODY,
                    NOT_VERIFIED,
                    UNKNOWN_SOURCE,
                    BODY_TOO_LARGE,
                    MEDIA_TYPE_NOT_ACCEPTED -> {}
        }
        return answer.body(problem.toProblemDetail(detail));
    }
}
