package dev.durahook.workflows.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.Golden;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DestinationReceiptTest {

    private static final DestinationReceipt RECEIPT =
            new DestinationReceipt(204, Duration.ofMillis(84), "crm answered 204 No Content in 84 ms");

    @Test
    void isWrittenAsTheGoldenFileSays() {
        assertThat(Golden.write(RECEIPT)).isEqualTo(Golden.text("delivery-receipt.json"));
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Golden.read("delivery-receipt.json", DestinationReceipt.class))
                .isEqualTo(RECEIPT);
    }

    @Test
    void everyFieldButTheStatusMayBeAbsent() {
        assertThat(Golden.read("delivery-receipt-smallest.json", DestinationReceipt.class))
                .isEqualTo(new DestinationReceipt(200, null, null));
    }

    @Test
    void receiptOfANewerWorkerMayHaveMoreFields() {
        assertThat(Golden.read("delivery-receipt-newer.json", DestinationReceipt.class))
                .isEqualTo(RECEIPT);
    }
}
