package dev.tegami.internal.mime.mask;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Encoding;
import dev.tegami.internal.mime.Entity;
import dev.tegami.internal.mime.MediaType;
import java.io.IOException;
import java.util.Set;

/** Takes the words out of one body, behind its transfer encoding; what is no text is blanked. */
final class BodyMask {
    private static final Set<String> FIELDS =
            Set.of("delivery-status", "disposition-notification", "feedback-report", "global-delivery-status");

    private final MessageMask message;
    private final WordMask words;
    private final String type;
    private final String subtype;

    BodyMask(MessageMask message, WordMask words, Entity entity) {
        this.message = message;
        this.words = words;
        MediaType stated = entity.type;
        this.type = stated == null ? "text" : stated.type();
        this.subtype = stated == null ? "plain" : stated.subtype();
    }

    void mask(byte[] b, int from, int to, Encoding encoding) throws IOException {
        switch (encoding) {
            case QUOTED_PRINTABLE -> {
                Escaped escaped = Escaped.of(b, from, to, '=');
                content(escaped.octets, 0, escaped.size);
                escaped.write();
            }
            case BASE64 -> {
                Digits digits = Digits.of(b, from, to);
                boolean isText = type.equals("text") || type.equals("message");
                if (isText && digits.isWhole) {
                    content(digits.octets, 0, digits.octets.length);
                    digits.write();
                } else {
                    digits.blank();
                }
            }
            case UUENCODE -> uuencode(b, from, to);
            default -> content(b, from, to);
        }
    }

    private void content(byte[] b, int from, int to) throws IOException {
        if (type.equals("message") && FIELDS.contains(subtype)) {
            new FieldMask(words, b).fields(from, to);
        } else if (type.equals("message") && (subtype.equals("rfc822") || subtype.equals("global"))) {
            message.inner(b, from, to);
        } else if (type.equals("text") && subtype.equals("html")) {
            html(b, from, to);
        } else if (type.equals("text") || type.equals("message") || type.equals("multipart")) {
            words.mask(b, from, to);
        } else {
            WordMask.blank(b, from, to);
        }
    }

    /** Elements and attributes stay, in tags. */
    private void html(byte[] b, int from, int to) {
        int at = from;
        boolean isTag = false;
        for (int i = from; i <= to; i++) {
            boolean isEdge = i < to && (b[i] == '<' || b[i] == '>');
            if (isEdge || i == to) {
                words.mask(b, at, i, isTag ? KnownWords.HTML : Set.of());
                isTag = i < to && b[i] == '<';
                at = i;
            }
        }
    }

    /** Lines keep what says how long they are. */
    private void uuencode(byte[] b, int from, int to) {
        int at = from;
        while (at < to) {
            int end = at;
            boolean isSmall = false;
            while (end < to && b[end] != '\n') {
                isSmall |= b[end] > '`' || b[end] < 0;
                end++;
            }
            String start = Ascii.latin1(b, at, Math.min(end, at + 6));
            boolean isMark = start.startsWith("begin ") || start.trim().equals("end");
            if (isMark) {
                words.mask(b, Math.min(end, at + 10), end);
            } else if (isSmall) {
                words.mask(b, Math.min(end, at + 1), end);
            } else {
                for (int i = at + 1; i < end; i++) {
                    b[i] = b[i] > ' ' ? (byte) '`' : b[i];
                }
            }
            at = end + 1;
        }
    }
}
