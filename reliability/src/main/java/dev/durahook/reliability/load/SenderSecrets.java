package dev.durahook.reliability.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** The secrets of the senders. The secret of the shop can be replaced while everything runs. */
public final class SenderSecrets {

    private static final String BANK = "only-for-reliability-of-the-bank-0123456789";

    private final Path current;
    private final Path next;
    private int generation;
    private volatile String shop;

    private SenderSecrets(Path current, Path next) {
        this.current = current;
        this.next = next;
        this.shop = secret(0);
    }

    /** Writes the first secret into two files of this folder. */
    public static SenderSecrets in(Path folder) {
        SenderSecrets secrets = new SenderSecrets(folder.resolve("secret-current"), folder.resolve("secret-next"));
        write(secrets.current, secrets.shop);
        write(secrets.next, secrets.shop);
        return secrets;
    }

    /** The configuration of the receiver's sources, without their task queue. */
    public Map<String, String> sources() {
        return Map.of(
                "durahook.sources.shop.scheme",
                Sender.SHOP.scheme(),
                "durahook.sources.shop.secret-files",
                current + "," + next,
                "durahook.sources.bank.scheme",
                Sender.BANK.scheme(),
                "durahook.sources.bank.secrets",
                BANK);
    }

    /** Gives the receiver a new secret beside the secret that the shop uses. */
    public void announce() {
        generation++;
        write(next, secret(generation));
    }

    /** Lets the shop sign with the new secret. */
    public void change() {
        shop = secret(generation);
    }

    /** Takes the former secret away from the receiver. */
    public void retire() {
        write(current, shop);
    }

    /** The secret with which a message is signed. */
    String of(Message message) {
        if (message.forged()) {
            return secret(-1);
        }
        return message.sender() == Sender.SHOP ? shop : BANK;
    }

    private static String secret(int number) {
        byte[] key = ("only-for-reliability-of-the-shop-" + number).getBytes(StandardCharsets.UTF_8);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    private static void write(Path file, String secret) {
        try {
            Files.writeString(file, secret);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to " + file, e);
        }
    }
}
