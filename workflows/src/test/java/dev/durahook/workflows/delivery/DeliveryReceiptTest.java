package dev.durahook.workflows.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.Golden;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryReceiptTest {

    private static final DeliveryReceipt RECEIPT =
            new DeliveryReceipt(204, Duration.ofMillis(84), "crm answered 204 No Content in 84 ms");

    @Test
    void isWrittenAsTheGoldenFileSays() {
        assertThat(Golden.write(RECEIPT)).isEqualTo(Golden.text("delivery-receipt.json"));
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Golden.read("delivery-receipt.json", DeliveryReceipt.class)).isEqualTo(RECEIPT);
    }

    @Test
    void everyFieldButTheStatusMayBeAbsent() {
        assertThat(Golden.read("delivery-receipt-smallest.json", DeliveryReceipt.class))
                .isEqualTo(new DeliveryReceipt(200, null, null));
    }

    @Test
    void receiptOfANewerWorkerMayHaveMoreFields() {
        assertThat(Golden.read("delivery-receipt-newer.json", DeliveryReceipt.class))
                .isEqualTo(RECEIPT);
    }
}
