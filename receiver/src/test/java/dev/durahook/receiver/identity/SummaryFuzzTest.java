package dev.durahook.receiver.identity;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.durahook.receiver.source.HostileRequest;
import dev.durahook.receiver.source.Readable;
import java.util.List;

/** The line about an event in the Web UI is readable and harmless, for any type and body. */
class SummaryFuzzTest {

    private static final Summary SUMMARY = new Summary("{type}[ {/id}][ · {/data/id}]");

    /** The first line is the type, the rest the body. */
    @FuzzTest(maxDuration = "5m")
    void summary(byte[] sent) {
        HostileRequest request = new HostileRequest(sent);
        String type = request.line();
        Readable.checkSummary(SUMMARY.of(type, EventValues.of(request.delivery(List.of()), SUMMARY.pointers())));
    }
}
