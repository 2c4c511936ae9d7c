package dev.tegami.pop3.internal;

import java.nio.charset.StandardCharsets;

/**
 * One command line. What would end the line early, or become an octet it was not, is refused here, before anything is
 * sent.
 *
 * @param verb the command
 * @param arguments what follows it, with the space before, or empty
 * @param isSecret whether the arguments must not be shown
 */
public record Command(String verb, String arguments, boolean isSecret) {
    /** RFC 2449 §4: a command with its CRLF has at most 255 octets. Passwords alone may be longer. */
    private static final int LONGEST = 253;

    public static final Command CAPA = of("CAPA");
    public static final Command STLS = of("STLS");
    public static final Command STAT = of("STAT");
    public static final Command LIST = of("LIST");
    public static final Command UIDL = of("UIDL");
    public static final Command NOOP = of("NOOP");
    public static final Command RSET = of("RSET");
    public static final Command QUIT = of("QUIT");
    public static final Command UTF8 = of("UTF8");
    public static final Command LANG = of("LANG");

    private static Command of(String verb) {
        return new Command(verb, "", false);
    }

    private static Command of(String verb, String arguments) {
        checked("argument of " + verb, arguments);
        if (verb.length() + 1 + arguments.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException(verb + " with an argument of more than 255 octets");
        }
        return new Command(verb, " " + arguments, false);
    }

    public static Command user(String name) {
        return of("USER", checked("user name", name));
    }

    public static Command pass(String password) {
        return new Command("PASS", " " + checked("password", password), true);
    }

    public static Command apop(String name, String digest) {
        if (name.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("APOP cannot carry a user name with a space");
        }
        Command plain = of("APOP", checked("user name", name) + " " + digest);
        return new Command("APOP", plain.arguments, true);
    }

    public static Command retr(int number) {
        return of("RETR", Integer.toString(number));
    }

    public static Command top(int number, int lines) {
        return of("TOP", number + " " + lines);
    }

    public static Command dele(int number) {
        return of("DELE", Integer.toString(number));
    }

    public static Command lang(String tag) {
        if (!tag.matches("[A-Za-z0-9-]{1,60}|\\*")) {
            throw new IllegalArgumentException("not a language tag");
        }
        return of("LANG", tag);
    }

    private static String checked(String what, String text) {
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("CR, LF or NUL in a " + what);
        }
        return text;
    }

    /** What errors call the command: no secret. */
    public String title() {
        return isSecret ? verb : verb + arguments;
    }

    /** The octets the line will have, with its CRLF. */
    public int size() {
        return verb.length() + arguments.length() * 3 + 2;
    }

    @Override
    public String toString() {
        return isSecret ? verb + " ***" : verb + arguments;
    }
}
