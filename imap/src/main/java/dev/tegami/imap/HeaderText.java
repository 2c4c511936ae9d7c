package dev.tegami.imap;

import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a server tells of the header of a part, written down as a header again, so that it is read the way headers are
 * read: names in any charset, continued parameters and all. Whatever a server hands on stays within its field.
 */
final class HeaderText {
    private static final String TOKEN = "[!-~&&[^()<>@,;:\\\\\"/\\[\\]?=]]+";

    private final StringBuilder text = new StringBuilder(200);

    /** The name of a part, which servers hand on as it is written (RFC 2231) or decoded. */
    static Optional<String> fileName(Structure structure) {
        if (structure.dispositionParameters().isEmpty()
                && structure.parameters().isEmpty()) {
            return Optional.empty();
        }
        return new HeaderText()
                .field("Content-Type", "application/octet-stream", structure.parameters())
                .field("Content-Disposition", "attachment", structure.dispositionParameters())
                .part()
                .fileName();
    }

    HeaderText field(String name, String value) {
        text.append(name).append(": ").append(flat(value)).append("\r\n");
        return this;
    }

    /** A field with parameters: extended values (RFC 2231) stand without quotes, all others within them. */
    HeaderText field(String name, String value, Map<String, String> parameters) {
        text.append(name).append(": ").append(flat(value));
        parameters.forEach(this::parameter);
        text.append("\r\n");
        return this;
    }

    private void parameter(String name, String given) {
        if (name.matches(TOKEN)) {
            String value = flat(given);
            boolean bare = name.endsWith("*") && value.matches(TOKEN);
            text.append("; ").append(name).append('=');
            text.append(bare ? value : '"' + value.replaceAll("([\\\\\"])", "\\\\$1") + '"');
        }
    }

    private static String flat(String value) {
        return value.replaceAll("[\r\n\0]+", " ");
    }

    /** A part with this header and nothing in it. */
    Part part() {
        return Message.parse((text + "\r\n").getBytes(StandardCharsets.UTF_8)).root();
    }
}
