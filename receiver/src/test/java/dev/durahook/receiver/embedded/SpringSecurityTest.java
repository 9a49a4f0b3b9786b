package dev.durahook.receiver.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.frontend.FakeFrontend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The receiver inside an application with Spring Security. */
@ExtendWith(OutputCaptureExtension.class)
class SpringSecurityTest {

    private static final String LAZY = "--spring.main.lazy-initialization=";

    private final FakeFrontend frontend = FakeFrontend.start();

    @AfterEach
    void stop() {
        frontend.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWarningSaysThatDeliveriesNeedToBeIgnored(boolean lazy, CapturedOutput output) throws Exception {
        try (RunningReceiver receiver = RunningReceiver.in(Secured.class, frontend.target(), LAZY + lazy)) {
            assertThat(new Sender(receiver.port()).push("evt-1", "{}").statusCode())
                    .isIn(401, 403);
        }
        assertThat(output)
                .contains(
                        "Spring Security has filters for ", "/webhooks/github", "Declare a bean WebSecurityCustomizer");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ignoredDeliveriesAreAccepted(boolean lazy, CapturedOutput output) throws Exception {
        try (RunningReceiver receiver = RunningReceiver.in(Ignoring.class, frontend.target(), LAZY + lazy)) {
            assertThat(new Sender(receiver.port()).push("evt-1", "{}").statusCode())
                    .isEqualTo(202);
        }
        assertThat(output).doesNotContain("Spring Security has filters");
    }

    @Test
    void anApplicationWithoutSpringSecurityIsNotWarned(CapturedOutput output) {
        RunningReceiver.in(Shop.class, frontend.target()).close();
        assertThat(output).doesNotContain("Spring Security has filters");
    }

    @EnableAutoConfiguration
    @EnableWebSecurity
    static class Secured {

        @Bean
        SecurityFilterChain everythingHasAUser(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }

        @Bean
        InMemoryUserDetailsManager users() {
            return new InMemoryUserDetailsManager();
        }
    }

    @EnableAutoConfiguration
    @EnableWebSecurity
    static class Ignoring extends Secured {

        @Bean
        WebSecurityCustomizer durahook() {
            return web -> web.ignoring().requestMatchers("/webhook/**", "/webhooks/**");
        }
    }
}
