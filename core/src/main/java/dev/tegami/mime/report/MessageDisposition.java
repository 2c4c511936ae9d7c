package dev.tegami.mime.report;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Comments;
import dev.tegami.mime.MimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was done with a message once it was in its mailbox (RFC 8098 section 3.2.6).
 *
 * @param action whether a person did it
 * @param sending whether a person agreed to tell
 * @param type what was done
 * @param modifiers words that say more, such as {@code error}
 */
public record MessageDisposition(Mode action, Mode sending, Type type, List<String> modifiers) {
    /** Who did something. */
    public enum Mode {
        /** A person. */
        MANUAL,
        /** A program by itself. */
        AUTOMATIC
    }

    /** What was done with the message. */
    public enum Type {
        /** It was shown to somebody; nobody knows whether he read it. */
        DISPLAYED,
        /** It was deleted, perhaps unseen. */
        DELETED,
        /** It was sent on, such as forwarded or printed. */
        DISPATCHED,
        /** Some rule was applied to it without anybody seeing it. */
        PROCESSED,
        /** The reader does not want to tell (RFC 3798; no longer to be sent). */
        DENIED,
        /** Nothing can be told (RFC 3798; no longer to be sent). */
        FAILED,
        /** Something nobody defined. */
        OTHER;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Keeps the values.
     *
     * @param action whether a person did it
     * @param sending whether a person agreed to tell
     * @param type what was done
     * @param modifiers words that say more
     */
    public MessageDisposition {
        modifiers = List.copyOf(modifiers);
    }

    /**
     * Says that a person opened the message and agreed to tell.
     *
     * @return manual-action/MDN-sent-manually; displayed
     */
    public static MessageDisposition displayed() {
        return new MessageDisposition(Mode.MANUAL, Mode.MANUAL, Type.DISPLAYED, List.of());
    }

    /**
     * Says what a program did by itself, and tells by itself.
     *
     * @param type what it did
     * @return automatic-action/MDN-sent-automatically
     */
    public static MessageDisposition automatic(Type type) {
        return new MessageDisposition(Mode.AUTOMATIC, Mode.AUTOMATIC, type, List.of());
    }

    /** Reads the field; empty if its form is another one. What the modes say but for {@code manual} counts as automatic. */
    static Optional<MessageDisposition> parse(String field) {
        String plain = Ascii.lower(Comments.strip(field));
        int semicolon = plain.indexOf(';');
        if (semicolon < 0) {
            return Optional.empty();
        }
        String[] modes = plain.substring(0, semicolon).split("/", 2);
        String[] what = plain.substring(semicolon + 1).split("/", 2);
        List<String> modifiers = new ArrayList<>();
        if (what.length > 1) {
            Arrays.stream(what[1].split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .forEach(modifiers::add);
        }
        return Optional.of(new MessageDisposition(
                mode(modes[0], "manual-action"),
                mode(modes.length > 1 ? modes[1] : "", "mdn-sent-manually"),
                type(what[0].strip()),
                modifiers));
    }

    private static Mode mode(String word, String manual) {
        return word.strip().equals(manual) ? Mode.MANUAL : Mode.AUTOMATIC;
    }

    private static Type type(String word) {
        return Arrays.stream(Type.values())
                .filter(type -> type != Type.OTHER && type.word().equals(word))
                .findFirst()
                .orElse(Type.OTHER);
    }

    /** As the field states it. */
    String field() {
        if (type == Type.OTHER || !modifiers.stream().allMatch(MessageDisposition::isModifier)) {
            throw new MimeException("not a disposition: " + this, "state one of those that RFC 8098 defines");
        }
        return (action == Mode.MANUAL ? "manual-action/" : "automatic-action/")
                + (sending == Mode.MANUAL ? "MDN-sent-manually; " : "MDN-sent-automatically; ")
                + type.word()
                + (modifiers.isEmpty() ? "" : "/" + String.join(",", modifiers));
    }

    String word() {
        return type.word();
    }

    private static boolean isModifier(String word) {
        return !word.isEmpty()
                && word.chars().allMatch(c -> (Ascii.isAlphanumeric(c) && c == Ascii.lower(c)) || c == '-');
    }
}
