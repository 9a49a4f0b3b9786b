package dev.durahook.receiver.acceptance;

import com.google.protobuf.ByteString;
import io.temporal.common.converter.RawValue;
import java.util.zip.CRC32C;

/**
 * Length and checksum of a body. They are enough to notice another body of an honest sender. A sender who makes two bodies
 * with one checksum only hides the second body from a counter.
 *
 * @param length in bytes
 * @param checksum the CRC-32C of the bytes
 */
record BodyFingerprint(int length, long checksum) {

    static BodyFingerprint of(RawValue body) {
        ByteString bytes = body.getPayload().getData();
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.asReadOnlyByteBuffer());
        return new BodyFingerprint(bytes.size(), checksum.getValue());
    }
}
