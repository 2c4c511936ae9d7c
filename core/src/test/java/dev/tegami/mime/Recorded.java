package dev.tegami.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Statements and assertions of another library's tests, as a scanner read them: a statement makes the thing that is
 * looked at, an expression names a property of it. What has no meaning for us is passed over.
 */
final class Recorded {
    private static final Pattern STEP = Pattern.compile("\\.(\\w+\\??)|\\[(\\d+)]");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'");

    /** Makes of a statement the thing that the next assertions look at, or null. */
    interface Statements {
        @Nullable
        Object made(String statement, List<String> literals);
    }

    private Recorded() {}

    static void check(Agreement agreement, String corpus, Statements statements) {
        byte[] octets = Corpora.read(Corpora.root().resolve(corpus).resolve("derived/asserts.json"));
        int number = 0;
        for (Object one :
                Json.list(Json.get(Json.map(Json.parse(new String(octets, StandardCharsets.UTF_8))), "cases"))) {
            number++;
            Map<String, Object> known = Json.map(one);
            String file = String.valueOf(known.get("file"));
            String what = file.substring(file.lastIndexOf('/') + 1).replaceAll("[._].*", "") + " " + number;
            one(agreement, what, Json.list(Json.get(known, "events")), statements);
        }
    }

    private static void one(Agreement agreement, String what, List<Object> events, Statements statements) {
        Map<String, Object> named = new HashMap<>();
        Object made = JavaScript.UNSAID;
        int number = 0;
        for (Object item : events) {
            Map<String, Object> event = Json.map(item);
            if (event.get("in") instanceof String statement) {
                made = Objects.requireNonNullElse(statements.made(statement, literals(statement)), made);
                named.put(statement.replaceFirst("(?s)\\W.*", ""), made);
            } else if (event.get("const") instanceof String constant && event.get("lit") instanceof String text) {
                made = Objects.requireNonNullElse(statements.made(constant + " =", List.of(text)), made);
            } else if (event.get("check") instanceof String check) {
                number++;
                List<Object> arguments = Json.list(Json.get(event, "args"));
                if (!arguments.isEmpty() && Json.get(Json.map(arguments.get(0)), "expr") instanceof String expression) {
                    String name = expression.replaceFirst("(?s)\\W.*", "");
                    Object value = value(named.getOrDefault(name, made), expression);
                    Map<String, Object> wanted =
                            arguments.size() > 1 ? Json.map(arguments.get(1)) : Map.of("lit", Json.NULL);
                    compare(agreement, what + "." + number, check, value, wanted);
                }
            }
        }
    }

    private static void compare(
            Agreement agreement, String what, String check, Object value, Map<String, Object> wanted) {
        Object expected = wanted.containsKey("lit") ? wanted.get("lit") : expression(Json.get(wanted, "expr"));
        if (value == JavaScript.UNSAID || expected == JavaScript.UNSAID || expected == null) {
            return;
        }
        switch (check) {
            case "eq", "eql", "==", "got==want" -> agreement.check(what, plain(expected), plain(value));
            case "Contains", "include" ->
                agreement.check(
                        what,
                        true,
                        plain(value).toString().contains(plain(expected).toString()));
            case "be_nil" -> agreement.check(what, "", plain(value));
            default -> {}
        }
    }

    /** An expected value that is a hash of strings. */
    private static Object expression(Object text) {
        if (!(text instanceof String hash) || !hash.startsWith("{")) {
            return JavaScript.UNSAID;
        }
        Map<String, Object> pairs = new TreeMap<>();
        List<String> literals = literals(hash);
        for (int i = 0; i + 1 < literals.size(); i += 2) {
            pairs.put(literals.get(i), literals.get(i + 1));
        }
        return pairs;
    }

    private static Object plain(Object value) {
        return value == Json.NULL ? "" : value instanceof String text ? text.replace("\r\n", "\n") : value;
    }

    /** The property that the expression names: {@code mail.parts[0].filename}, {@code len(e.Attachments)}. */
    private static Object value(Object made, String expression) {
        String path = expression
                .replaceAll("^len\\((.*)\\)$", "$1.length")
                .replaceAll("^strings.TrimSpace\\((.*)\\)$", "$1.trim")
                .replaceAll("^string\\((.*)\\)$", "$1")
                .replaceAll("\\.(?:GetHeader|Header.Get)\\(\"([\\w-]+)\"\\)$", ".header.$1")
                .replace("Root.Header.length", "fields.length")
                .replace('-', '_')
                .replaceFirst("^@?\\w+", "");
        Object value = made;
        Matcher step = STEP.matcher(path);
        int at = 0;
        while (at < path.length() && step.find(at) && step.start() == at) {
            value = step.group(1) != null
                    ? property(value, step.group(1))
                    : item(value, Integer.parseInt(step.group(2)));
            at = step.end();
        }
        return at < path.length() || value == made ? JavaScript.UNSAID : value;
    }

    private static Object property(Object value, String name) {
        if (value instanceof List) {
            List<Object> list = Json.list(value);
            return switch (name) {
                case "length", "size", "count" -> (double) list.size();
                case "first" -> item(value, 0);
                case "last" -> item(value, list.size() - 1);
                default -> JavaScript.UNSAID;
            };
        }
        if (value instanceof byte[] octets) {
            return name.equals("length") ? (Object) (double) octets.length : JavaScript.UNSAID;
        }
        if (value instanceof String text) {
            return name.equals("trim") ? text.strip() : JavaScript.UNSAID;
        }
        return value instanceof Map ? Json.map(value).getOrDefault(name, JavaScript.UNSAID) : value;
    }

    private static Object item(Object value, int index) {
        if (!(value instanceof List)) {
            return JavaScript.UNSAID;
        }
        List<Object> list = Json.list(value);
        return index >= 0 && index < list.size() ? list.get(index) : Json.NULL;
    }

    private static List<String> literals(String statement) {
        List<String> all = new ArrayList<>();
        Matcher literal = LITERAL.matcher(statement);
        while (literal.find()) {
            all.add(literal.group(1) == null ? literal.group(2) : unescaped(literal.group(1)));
        }
        return all;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char e = text.charAt(++i);
                plain.append(e == 'n' ? '\n' : e == 'r' ? '\r' : e == 't' ? '\t' : e);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
