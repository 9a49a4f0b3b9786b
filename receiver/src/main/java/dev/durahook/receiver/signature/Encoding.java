package dev.durahook.receiver.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * How a signature is written in a header.
 *
 * <p>The expected signature is encoded and compared with the header's text, so exactly one text is accepted. Decoding
 * would also accept upper case, missing padding or stray bits at the end. Public-key signatures have to be decoded, and
 * are then encoded again and compared.
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
    /** No encoding: the bytes are the text. */
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

    /** Encodes the bytes in the only accepted way. */
    public abstract byte[] encode(byte[] signature);

    /**
     * Decodes a text; several texts may give the same bytes.
     *
     * @throws IllegalArgumentException if the text can't be decoded
     */
    abstract byte[] decode(String text);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
