package dev.durahook.receiver.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * How a signature is written into a header.
 *
 * <p>Only ever written, never read: the expected signature is encoded and compared with what was sent, so that exactly
 * one text passes. A decoder would take upper case, missing padding or stray trailing bits as well.
 */
public enum Encoding {
    /** Lower-case hexadecimal digits. */
    HEX {
        @Override
        byte[] encode(byte[] signature) {
            return ascii(HexFormat.of().formatHex(signature));
        }
    },
    /** Upper-case hexadecimal digits. */
    HEX_UPPER {
        @Override
        byte[] encode(byte[] signature) {
            return ascii(HexFormat.of().withUpperCase().formatHex(signature));
        }
    },
    /** Base64 with padding. */
    BASE64 {
        @Override
        byte[] encode(byte[] signature) {
            return Base64.getEncoder().encode(signature);
        }
    },
    /** Base64 with the alphabet for URLs, without padding. */
    BASE64URL {
        @Override
        byte[] encode(byte[] signature) {
            return Base64.getUrlEncoder().withoutPadding().encode(signature);
        }
    },
    /** As it is. */
    TEXT {
        @Override
        byte[] encode(byte[] signature) {
            return signature;
        }
    };

    abstract byte[] encode(byte[] signature);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
