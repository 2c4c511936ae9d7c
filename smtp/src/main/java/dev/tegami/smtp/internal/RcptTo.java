package dev.tegami.smtp.internal;

import dev.tegami.internal.wire.Wire;
import java.util.List;

/**
 * RCPT TO (RFC 5321 §4.1.1.3).
 *
 * @param path the forward-path in its brackets
 * @param parameters the parameters in the form of the wire
 */
public record RcptTo(String path, List<String> parameters) implements Command {
    @Override
    public String label() {
        return "RCPT TO";
    }

    @Override
    public void writeTo(Wire wire) {
        wire.text("RCPT TO:").text(path);
        parameters.forEach(parameter -> wire.text(" ").text(parameter));
    }
}
