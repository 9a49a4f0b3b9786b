package dev.durahook.receiver.provider;

import static dev.durahook.receiver.signature.Digests.base64Url;
import static dev.durahook.receiver.signature.Digests.bytes;
import static dev.durahook.receiver.signature.Digests.hex;
import static dev.durahook.receiver.signature.Digests.sha256;

import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;

/** Writes JSON Web Tokens without a library. */
final class Tokens {

    private Tokens() {}

    static String hs256(String secret, String claims) throws Exception {
        return hs256(bytes(secret), "{'alg':'HS256','typ':'JWT'}", claims);
    }

    static String hs256(byte[] secret, String header, String claims) throws Exception {
        String content = content(header, claims);
        return content + "." + base64Url(sha256(secret, bytes(content)));
    }

    static String es256(PrivateKey key, String header, String claims) throws Exception {
        String content = content(header, claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(bytes(content));
        return content + "." + base64Url(signature.sign());
    }

    static String content(String header, String claims) {
        return part(header) + "." + part(claims);
    }

    static String hash(String content) throws Exception {
        return hex(MessageDigest.getInstance("SHA-256").digest(bytes(content)));
    }

    private static String part(String json) {
        return base64Url(bytes(json.replace('\'', '"')));
    }
}
