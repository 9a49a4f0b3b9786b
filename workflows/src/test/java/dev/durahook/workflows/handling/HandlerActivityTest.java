package dev.durahook.workflows.handling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandlerActivityTest {

    private final TestActivityEnvironment environment = TestActivityEnvironment.newInstance();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void attemptEndsInTimeAlsoIfTheBodyDoesNotCome() {
        environment.registerActivitiesImplementations(
                new HandlerActivity(List.of(new ScriptedHandler("mail")), event -> late()));
        Mail mail = environment.newActivityStub(
                Mail.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(1))
                        .build());
        WebhookEvent event = new WebhookEvent("shop:1", "shop", "shop.order", Shop.NOW, Map.of(), null);
        assertThatThrownBy(() -> mail.mail(event, null))
                .isInstanceOf(ActivityFailure.class)
                .hasStackTraceContaining("interrupted while the body was awaited");
    }

    private static byte[] late() {
        try {
            boolean came = new CountDownLatch(1).await(30, TimeUnit.SECONDS);
            throw new IllegalStateException("the body has come: " + came);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the body was awaited");
        }
    }

    /** The handler's activity. */
    @ActivityInterface
    public interface Mail {

        @ActivityMethod(name = "mail")
        String mail(WebhookEvent event, @Nullable RawValue body);
    }
}
