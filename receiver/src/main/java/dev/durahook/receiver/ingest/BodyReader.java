package dev.durahook.receiver.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** Reads a body up to its limit and not a byte further, whatever its announced length says. */
final class BodyReader {

    private BodyReader() {}

    /**
     * The exact bytes of the body.
     *
     * @throws DeliveryProblem if it is larger than the limit, or ends too early
     */
    static byte[] read(HttpServletRequest request, DataSize limit) throws DeliveryProblem {
        long announced = request.getContentLengthLong();
        if (announced > limit.toBytes()) {
            throw tooLarge(limit);
        }
        try {
            byte[] body = readUpTo(request.getInputStream(), Math.toIntExact(limit.toBytes()));
            if (body.length < announced) {
                throw new DeliveryProblem(Problem.UNREADABLE_BODY, body.length + " of " + announced + " bytes came");
            }
            return body;
        } catch (IOException e) {
            throw new DeliveryProblem(Problem.UNREADABLE_BODY, e.getClass().getSimpleName());
        }
    }

    private static byte[] readUpTo(InputStream in, int limit) throws IOException, DeliveryProblem {
        byte[] body = in.readNBytes(limit);
        if (body.length == limit && in.read() >= 0) {
            throw tooLarge(DataSize.ofBytes(limit));
        }
        return body;
    }

    private static DeliveryProblem tooLarge(DataSize limit) {
        return new DeliveryProblem(Problem.BODY_TOO_LARGE, "the limit is " + limit.toBytes() + " bytes");
    }
}
