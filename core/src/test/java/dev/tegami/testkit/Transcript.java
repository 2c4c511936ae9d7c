package dev.tegami.testkit;

import dev.tegami.net.Security;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A dialogue as a file. One step a line:
 *
 * <pre>
 * provenance: captured from Postfix 3.7.11     (required, first: from what version, or which document and section)
 * security: IMPLICIT_TLS                       (optional: how the client thinks it is protected; default STARTTLS_REQUIRED with a T: step, else INSECURE_PLAINTEXT)
 * # a comment
 * S: 220 mail.example.org ESMTP                (the server sends this line and CRLF)
 * C: EHLO …                                    (the client must send this line and CRLF; … stands for anything within the line)
 * S-: * 1 FETCH (BODY[] {5}                    (without CRLF; C-: likewise)
 * T:                                           (both sides begin TLS)
 * B:                                           (from here on the client says goodbye: it may forgive a cut)
 * X:                                           (the server closes)
 * </pre>
 *
 * <p>Octets that are not text are written {@code \xNN}; lines are UTF-8.
 */
public final class Transcript {
    private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");

    private final String name;
    private final Security security;
    private final List<Step> steps;

    /** Who acts. */
    enum Actor {
        CLIENT,
        SERVER,
        TLS,
        FAREWELL,
        CLOSE
    }

    /**
     * One step; the octets are ISO 8859-1 characters.
     *
     * @param actor who acts
     * @param octets what is sent
     */
    record Step(Actor actor, String octets) {}

    private Transcript(String name, Security security, List<Step> steps) {
        this.name = name;
        this.security = security;
        this.steps = List.copyOf(steps);
    }

    /** Reads a resource beside a class. */
    public static Transcript resource(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + file + " beside " + beside.getName());
            }
            return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text. */
    public static Transcript parse(String name, String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("provenance: ")) {
            throw new IllegalArgumentException(name + " does not begin with its provenance");
        }
        List<Step> steps = new ArrayList<>();
        Security security = null;
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("security: ")) {
                security = Security.valueOf(line.substring(10));
            } else {
                steps.add(step(name, line));
            }
        }
        boolean upgrades = steps.stream().anyMatch(step -> step.actor() == Actor.TLS);
        Security usual = upgrades ? Security.STARTTLS_REQUIRED : Security.INSECURE_PLAINTEXT;
        return new Transcript(name, security == null ? usual : security, steps);
    }

    private static Step step(String name, String line) {
        int colon = line.indexOf(':');
        String mark = colon < 0 ? line : line.substring(0, colon);
        String rest = colon < 0 || line.length() <= colon + 2 ? "" : line.substring(colon + 2);
        return switch (mark) {
            case "S" -> new Step(Actor.SERVER, octets(rest) + "\r\n");
            case "S-" -> new Step(Actor.SERVER, octets(rest));
            case "C" -> new Step(Actor.CLIENT, octets(rest) + "\r\n");
            case "C-" -> new Step(Actor.CLIENT, octets(rest));
            case "T" -> new Step(Actor.TLS, "");
            case "B" -> new Step(Actor.FAREWELL, "");
            case "X" -> new Step(Actor.CLOSE, "");
            default -> throw new IllegalArgumentException(name + ": not a step: " + line);
        };
    }

    private static String octets(String text) {
        String wire = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return ESCAPE.matcher(wire)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) HexFormat.fromHexDigits(found.group(1)))));
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** How the client thinks it is protected. */
    public Security security() {
        return security;
    }

    List<Step> steps() {
        return steps;
    }

    /** How many octets the server sends, in all and before the farewell. */
    public int serverOctets(boolean beforeFarewell) {
        int sum = 0;
        for (Step step : steps) {
            if (step.actor() == Actor.FAREWELL && beforeFarewell) {
                return sum;
            }
            sum += step.actor() == Actor.SERVER ? step.octets().length() : 0;
        }
        return sum;
    }

    /** Whether sent octets are those of a client step; the ellipsis stands for anything within the line. */
    static boolean matches(String expected, String sent) {
        String ellipsis = new String("…".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (!expected.contains(ellipsis)) {
            return expected.equals(sent);
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : expected.split(Pattern.quote(ellipsis), -1)) {
            pattern.append(pattern.length() == 0 ? "" : "[^\\r\\n]*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString()).matcher(sent).matches();
    }

    /** Gives the name. */
    @Override
    public String toString() {
        return name;
    }
}
