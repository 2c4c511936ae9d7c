package dev.tegami.internal.wire;

import dev.tegami.net.Server;
import dev.tegami.net.Trace;
import dev.tegami.net.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Turns what goes over the wire into trace events, without secrets. */
final class Tap {
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LONGEST = 4_096;
    private static final int MOST_SECRETS = 64;
    private static final int SHORTEST_SECRET = 3;

    private final long number = NUMBERS.incrementAndGet();
    private final Server server;
    private final Trace trace;
    private final boolean on;
    private final List<String> secrets = new ArrayList<>();
    private final StringBuilder sent = new StringBuilder();
    private boolean masking;

    Tap(Server server, Trace trace) {
        this.server = server;
        this.trace = trace;
        this.on = trace != Trace.NONE;
    }

    /** From here on a secret is never shown, nor its base64, nor if the server sends it back. */
    void protect(String secret) {
        if (secret.length() >= SHORTEST_SECRET && !secrets.contains(secret)) {
            if (secrets.size() >= MOST_SECRETS) {
                secrets.subList(0, 2).clear();
            }
            secrets.add(secret);
            secrets.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** While masking, only the verbs of a SASL exchange are shown. */
    void masking(boolean now) {
        masking = now;
    }

    String redact(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        return clean;
    }

    void sent(CharSequence part) {
        if (on && sent.length() < LONGEST) {
            sent.append(part);
        }
    }

    void sentSecret() {
        sent("***");
    }

    void sentOctets(long count) {
        if (on) {
            sent("(" + count + " octets)");
        }
    }

    void sentLine() {
        if (on) {
            emit(TraceEvent.Kind.SENT, sent.toString());
            sent.setLength(0);
        }
    }

    void received(Line line) {
        if (on) {
            String text = line.length() > LONGEST
                    ? new Line(line.array(), line.from(), LONGEST).text() + "… (" + line.length() + " octets)"
                    : line.text();
            emit(TraceEvent.Kind.RECEIVED, masking ? maskChallenge(text) : text);
        }
    }

    void receivedOctets(long count) {
        if (on) {
            emit(TraceEvent.Kind.RECEIVED, "(" + count + " octets)");
        }
    }

    void note(String text) {
        if (on) {
            emit(TraceEvent.Kind.NOTE, text);
        }
    }

    /** A challenge may carry what helps to guess the password: IMAP and POP3 begin it with a plus, SMTP with 334. */
    private static String maskChallenge(String text) {
        if (text.startsWith("+ ") && text.length() > 2) {
            return "+ ***";
        }
        return text.startsWith("334 ") && text.length() > 4 ? "334 ***" : text;
    }

    private void emit(TraceEvent.Kind kind, String text) {
        trace.event(new TraceEvent(number, server, kind, visible(redact(text))));
    }

    private static String visible(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                out = out == null ? new StringBuilder(text.substring(0, i)) : out;
                out.append("\\x").append(HEX.toHexDigits((byte) c));
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }
}
