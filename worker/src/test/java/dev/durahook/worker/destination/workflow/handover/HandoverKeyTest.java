package dev.durahook.worker.destination.workflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandoverKeyTest {

    @Test
    void keyOfAnEventIsReadableUnlessItIsTooLong() {
        assertThat(HandoverKey.of("stripe:evt_1", "orders")).isEqualTo("stripe:evt_1/orders");
        String name = "d".repeat(50);
        assertThat(HandoverKey.of("s:" + "e".repeat(200), name))
                .startsWith("sha256-")
                .hasSizeLessThan(250)
                .isNotEqualTo(HandoverKey.of("s:" + "e".repeat(199) + "f", name));
    }
}
