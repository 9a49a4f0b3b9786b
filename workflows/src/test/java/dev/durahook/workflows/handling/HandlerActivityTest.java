package dev.durahook.workflows.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.reading.UnreadableBodyException;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void failureOfAnotherThreadIsTheHandlersOwn(boolean joined) {
        ScriptedHandler handler = new ScriptedHandler("mail");
        handler.does(attempt -> {
            CompletableFuture<String> sent = CompletableFuture.supplyAsync(() -> {
                throw Failures.refused("no address");
            });
            return joined ? sent.join() : sent.get();
        });
        ApplicationFailure failure = failureOf(handler);
        assertThat(failure.getType()).isEqualTo("Refused");
        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(failure.getOriginalMessage()).isEqualTo("no address");
    }

    @Test
    void bodyThatAnotherThreadCanNotReadIsUnreadable() {
        ScriptedHandler handler = new ScriptedHandler("mail");
        handler.does(attempt -> CompletableFuture.<String>failedFuture(new UnreadableBodyException("the body is empty"))
                .get());
        assertThat(failureOf(handler).getType()).isEqualTo("UnreadableBody");
    }

    private ApplicationFailure failureOf(ScriptedHandler handler) {
        environment.registerActivitiesImplementations(new HandlerActivity(List.of(handler), event -> new byte[0]));
        Mail mail = environment.newActivityStub(
                Mail.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .setRetryOptions(
                                RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build());
        WebhookEvent event = new WebhookEvent("shop:1", "shop", "shop.order", Shop.NOW, Map.of(), null);
        Throwable failure = catchThrowable(() -> mail.mail(event, null));
        assertThat(failure).isInstanceOf(ActivityFailure.class);
        return (ApplicationFailure) failure.getCause();
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
