package dev.tegami.smtp.internal;

import dev.tegami.internal.wire.Line;
import dev.tegami.internal.wire.Wire;
import dev.tegami.smtp.Reply;
import java.util.ArrayList;
import java.util.List;

/** Reads replies (RFC 5321 §4.2): lines of one code, all but the last with a hyphen behind it. */
public final class ReplyReader {
    private static final int CODE = 3;

    private final Wire wire;

    public ReplyReader(Wire wire) {
        this.wire = wire;
    }

    /** Reads one reply. What is none ends the connection, since what follows has no known meaning. */
    public Reply read() {
        Line line = wire.line();
        int code = code(line);
        if (line.at(CODE) != '-') {
            return new Reply(code, List.of(text(line)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(text(line));
        boolean more = true;
        while (more) {
            Line next = wire.line();
            if (code(next) != code) {
                throw wire.violation("a reply changed its code from " + code + " to " + code(next));
            }
            lines.add(text(next));
            more = next.at(CODE) == '-';
        }
        return new Reply(code, lines);
    }

    private int code(Line line) {
        int separator = line.at(CODE);
        long code = line.length() < CODE ? -1 : line.number(0, CODE);
        if (code < 200 || code > 599 || (separator != ' ' && separator != '-' && separator != -1)) {
            throw wire.violation("not a reply: " + shown(line));
        }
        return (int) code;
    }

    private String text(Line line) {
        return line.length() <= CODE + 1 ? "" : wire.redact(line.text(CODE + 1));
    }

    private static String shown(Line line) {
        int most = Math.min(line.length(), 80);
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < most; i++) {
            int octet = line.at(i);
            text.append(octet >= ' ' && octet < 0x7F ? (char) octet : '?');
        }
        return text.append(most < line.length() ? "…\"" : "\"").toString();
    }
}
