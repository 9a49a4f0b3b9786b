package dev.durahook.standalone.cli;

import dev.durahook.signing.ProviderDelivery;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Writes a signed delivery as an HTTP request or as a curl command. */
final class DeliveryFormat {

    private DeliveryFormat() {}

    /** The exact bytes of the HTTP request. Saved to a file, they can be given to the command {@code explain}. */
    static byte[] request(ProviderDelivery delivery) {
        URI url = URI.create(delivery.url());
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder("POST ")
                .append(path)
                .append(query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getRawAuthority())
                .append("\r\nContent-Length: ")
                .append(delivery.body().length);
        delivery.headers()
                .forEach((name, value) ->
                        head.append("\r\n").append(name).append(": ").append(value));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(delivery.body());
        return request.toByteArray();
    }

    /** A curl command for a POSIX shell. */
    static String curl(ProviderDelivery delivery) {
        StringBuilder command = new StringBuilder("curl -X POST");
        delivery.headers().forEach((name, value) -> command.append(" -H ").append(quoted(header(name, value))));
        String body = text(delivery.body());
        if (body.indexOf('\0') >= 0) {
            throw new CommandFailedException("the body has a zero byte, so no command can hold it: leave out --curl");
        }
        return command.append(" --data-raw ")
                .append(quoted(body))
                .append(' ')
                .append(quoted(delivery.url()))
                .toString();
    }

    // With a colon and no value, curl leaves the header out.
    private static String header(String name, String value) {
        return value.isEmpty() ? name + ";" : name + ": " + value;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CommandFailedException("the body is not UTF-8 text, so no command can hold it: leave out --curl");
        }
    }
}
