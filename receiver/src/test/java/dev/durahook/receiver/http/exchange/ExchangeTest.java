package dev.durahook.receiver.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ExchangeTest {

    @ParameterizedTest
    @CsvSource({"HTTP/1.0, close", "HTTP/1.1, close", "HTTP/2.0, "})
    void endOfTheConnectionIsAnnouncedOnlyWhereTheRequestHasAConnectionOfItsOwn(
            String protocol, @Nullable String announced) {
        MockHttpServletResponse response = new MockHttpServletResponse();

        Exchange.announceEnd(protocol, response::setHeader);

        assertThat(response.getHeader("Connection")).isEqualTo(announced);
    }
}
