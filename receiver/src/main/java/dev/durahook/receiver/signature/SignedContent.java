package dev.durahook.receiver.signature;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template of the content that a provider signs. {@code {body}}, {@code {timestamp}}, {@code {url}}, {@code {secret}}
 * and {@code {header:name}} are replaced by their values. In {@code {header:a,b}} the first header that was sent is
 * used.
 */
final class SignedContent {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final String HEADER = "header:";

    private final String template;
    private final List<Piece> pieces = new ArrayList<>();

    SignedContent(String template) {
        this.template = template;
        Matcher place = PLACE.matcher(template);
        int end = 0;
        while (place.find()) {
            addLiteral(template.substring(end, place.start()));
            pieces.add(piece(place.group(1), template.substring(place.end())));
            end = place.end();
        }
        addLiteral(template.substring(end));
    }

    /** The signed content for a secret, in parts, so that the body is not copied. */
    List<byte[]> of(Delivery delivery, String timestamp, Secret secret) throws NotVerifiedException {
        List<byte[]> parts = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            parts.add(piece.of(delivery, timestamp, secret));
        }
        return parts;
    }

    boolean contains(String place) {
        return template.contains("{" + place + "}");
    }

    private void addLiteral(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        pieces.add((delivery, timestamp, secret) -> bytes);
    }

    private static Piece piece(String place, String following) {
        return switch (place) {
            case "body" -> (delivery, timestamp, secret) -> delivery.body();
            case "timestamp" -> (delivery, timestamp, secret) -> timestamp.getBytes(StandardCharsets.US_ASCII);
            case "url" -> (delivery, timestamp, secret) -> delivery.url().getBytes(StandardCharsets.UTF_8);
            case "secret" -> (delivery, timestamp, secret) -> secret.bytes();
            default -> header(place, following);
        };
    }

    private static Piece header(String place, String following) {
        if (!place.startsWith(HEADER)) {
            throw new InvalidRuleException("has a content with {" + place
                    + "}, which is not a known placeholder; use one of {body}, {timestamp}, {url}, {secret} and"
                    + " {header:name}");
        }
        List<String> names = List.of(place.substring(HEADER.length()).split(","));
        return new SignedHeader(names, SignedHeader.delimiter(following));
    }

    /** A part of the signed content. */
    @FunctionalInterface
    interface Piece {
        byte[] of(Delivery delivery, String timestamp, Secret secret) throws NotVerifiedException;
    }
}
