package dev.tegami.imap;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The name of a part, which servers hand on as it is written (RFC 2231) or decoded: read as a local parse reads it. */
final class PartName {
    private static final String TOKEN = "[!-~&&[^()<>@,;:\\\\\"/\\[\\]?=]]+";

    private PartName() {}

    static Optional<String> of(Structure structure) {
        if (structure.dispositionParameters().isEmpty()
                && structure.parameters().isEmpty()) {
            return Optional.empty();
        }
        String header = "Content-Type: application/octet-stream" + written(structure.parameters())
                + "\r\nContent-Disposition: attachment" + written(structure.dispositionParameters()) + "\r\n\r\n";
        return Message.parse(header.getBytes(StandardCharsets.UTF_8)).root().fileName();
    }

    /** Extended values stand without quotes, all others within them. */
    private static String written(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (name.matches(TOKEN)) {
                String flat = value.replaceAll("[\r\n\0]+", " ");
                boolean bare = name.endsWith("*") && flat.matches(TOKEN);
                String quoted = '"' + flat.replaceAll("([\\\\\"])", "\\\\$1") + '"';
                text.append("; ").append(name).append('=').append(bare ? flat : quoted);
            }
        });
        return text.toString();
    }
}
