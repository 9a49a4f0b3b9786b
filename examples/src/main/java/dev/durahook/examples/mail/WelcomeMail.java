package dev.durahook.examples.mail;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.Failures;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a welcome mail to each new customer. */
@Component
public class WelcomeMail implements EventHandler {

    private final Mailer mailer;

    WelcomeMail(Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public String name() {
        return "welcome-mail";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("webhook.customer_created");
    }

    @Override
    public String handle(EventAttempt attempt) throws IOException {
        Customer customer = attempt.as(CustomerCreated.class).data();
        if (customer == null || customer.email() == null) {
            throw Failures.refused("the event has no customer with an e-mail address");
        }
        mailer.send(customer.email(), "Welcome!", attempt.idempotencyKey());
        return "mailed customer " + customer.id();
    }

    /** The fields of the body that this handler reads; all others are ignored. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CustomerCreated(@Nullable Customer data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Customer(long id, @Nullable String email) {}

    /** Sends e-mail. */
    interface Mailer {

        /** Sends a mail, unless one was sent with this key before. */
        void send(String address, String subject, String idempotencyKey) throws IOException;
    }

    /** Writes mails to the log, because the example has no mail server. */
    @Component
    static class LoggingMailer implements Mailer {

        private static final Logger LOG = LoggerFactory.getLogger(LoggingMailer.class);

        @Override
        public void send(String address, String subject, String idempotencyKey) {
            LOG.info("Sent '{}' ({})", subject, idempotencyKey);
        }
    }
}
