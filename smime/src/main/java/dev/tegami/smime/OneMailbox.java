package dev.tegami.smime;

import dev.tegami.mime.Field;
import java.nio.charset.StandardCharsets;

/**
 * Whether an address field holds one mailbox and nothing beside it. A lenient reader passes over what is left, and
 * another one shows just that.
 */
final class OneMailbox {
    private final StringBuilder bare = new StringBuilder();
    private int comments;
    private boolean quoted;

    private OneMailbox() {}

    static boolean isAllOf(Field field) {
        // every octet that counts is ASCII, so that any charset will do
        String raw = new String(field.raw(), StandardCharsets.ISO_8859_1);
        OneMailbox scan = new OneMailbox();
        for (int i = raw.indexOf(':') + 1; i < raw.length(); i++) {
            if (raw.charAt(i) == '\\' && (scan.quoted || scan.comments > 0)) {
                i++;
            } else {
                scan.next(raw.charAt(i));
            }
        }
        String text = scan.bare.toString().strip();
        int open = text.indexOf('<');
        int close = text.indexOf('>');
        boolean closed = scan.comments == 0 && !scan.quoted;
        return open < 0
                ? closed && close < 0 && text.indexOf('@') == text.lastIndexOf('@')
                : closed && open == text.lastIndexOf('<') && close == text.length() - 1;
    }

    /** Keeps what is neither quoted nor a comment. */
    private void next(char c) {
        if (c == '"' && comments == 0) {
            quoted = !quoted;
        } else if (!quoted && c == '(') {
            comments++;
        } else if (!quoted && c == ')') {
            comments = Math.max(0, comments - 1);
        } else if (!quoted && comments == 0) {
            bare.append(c);
        }
    }
}
