package dev.tegami.smtp.internal;

import dev.tegami.internal.wire.Wire;
import java.util.List;

/**
 * MAIL FROM (RFC 5321 §4.1.1.2).
 *
 * @param path the reverse-path in its brackets
 * @param parameters the parameters in the form of the wire
 */
public record MailFrom(String path, List<String> parameters) implements Command {
    @Override
    public String label() {
        return "MAIL FROM";
    }

    @Override
    public void writeTo(Wire wire) {
        wire.text("MAIL FROM:").text(path);
        parameters.forEach(parameter -> wire.text(" ").text(parameter));
    }
}
