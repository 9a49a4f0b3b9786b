package dev.durahook.receiver.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * How a signature is written into a header.
 *
 * <p>Written rather than read: the expected signature is encoded and compared with what was sent, so that exactly one
 * text passes. A decoder would take upper case, missing padding or stray trailing bits as well; where nothing but
 * decoding is possible, what was read is encoded again and compared.
 */
public enum Encoding {
    /** Lower-case hexadecimal digits. */
    HEX {
        @Override
        public byte[] encode(byte[] signature) {
            return ascii(HexFormat.of().formatHex(signature));
        }

        @Override
        byte[] decode(String text) {
            return HexFormat.of().parseHex(text);
        }
    },
    /** Upper-case hexadecimal digits. */
    HEX_UPPER {
        @Override
        public byte[] encode(byte[] signature) {
            return ascii(HexFormat.of().withUpperCase().formatHex(signature));
        }

        @Override
        byte[] decode(String text) {
            return HexFormat.of().parseHex(text);
        }
    },
    /** Base64 with padding. */
    BASE64 {
        @Override
        public byte[] encode(byte[] signature) {
            return Base64.getEncoder().encode(signature);
        }

        @Override
        byte[] decode(String text) {
            return Base64.getDecoder().decode(text);
        }
    },
    /** Base64 with the alphabet for URLs, without padding. */
    BASE64URL {
        @Override
        public byte[] encode(byte[] signature) {
            return Base64.getUrlEncoder().withoutPadding().encode(signature);
        }

        @Override
        byte[] decode(String text) {
            return Base64.getUrlDecoder().decode(text);
        }
    },
    /** As it is. */
    TEXT {
        @Override
        public byte[] encode(byte[] signature) {
            return signature;
        }

        @Override
        byte[] decode(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    };

    /** The one way to write these bytes. */
    public abstract byte[] encode(byte[] signature);

    /**
     * The bytes that a text stands for, and perhaps other texts as well.
     *
     * @throws IllegalArgumentException if it stands for none
     */
    abstract byte[] decode(String text);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
