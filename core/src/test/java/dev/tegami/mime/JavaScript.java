package dev.tegami.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Recorded JavaScript: values read from a chain of property names and calls with literal arguments, and the checks made
 * on them. What cannot be said in our terms is {@link #UNSAID}.
 */
final class JavaScript {
    /** The value of what we have no word for: another library's inner workings, callbacks, options of its own. */
    static final Object UNSAID = new Object();

    /** Properties that belong to one library alone. */
    private static final Set<String> OTHER = Set.of("related", "encoding", "rfc822DepthExceeded");

    /** What a module offers, by name. */
    interface Module {
        Object call(String function, List<Object> arguments);
    }

    /** A method of an object. */
    interface Method {
        Object call(List<Object> arguments);
    }

    private JavaScript() {}

    /** Walks the chain; the calls before the first value are the module's. */
    static Object value(List<Object> chain, Module module) {
        Object value = null;
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < chain.size() && value != UNSAID; i++) {
            Object step = chain.get(i);
            if (value == null && step instanceof String) {
                name.append(name.isEmpty() ? "" : ".").append(step);
            } else if (value == null) {
                value = module.call(name.toString(), arguments(Json.map(step)));
                name.append("()");
                value = value == Optional.empty() ? null : value;
            } else if (!(step instanceof String property)) {
                value = UNSAID;
            } else if (i + 1 < chain.size() && chain.get(i + 1) instanceof Map) {
                value = method(value, property, arguments(Json.map(chain.get(++i))));
            } else {
                value = property(value, property);
            }
        }
        return value == null ? UNSAID : value;
    }

    private static List<Object> arguments(Map<String, Object> step) {
        return Json.list(step.containsKey("call") ? step.get("call") : step.getOrDefault("new", Json.NULL));
    }

    private static Object property(Object value, String name) {
        if (OTHER.contains(name)) {
            return UNSAID;
        }
        if (value instanceof Map) {
            return Json.map(value).getOrDefault(name, Json.NULL);
        }
        if (value instanceof List) {
            List<Object> list = Json.list(value);
            if (name.equals("length")) {
                return (double) list.size();
            }
            int index = name.matches("\\d+") ? Integer.parseInt(name) : list.size();
            return index < list.size() ? list.get(index) : Json.NULL;
        }
        if (value instanceof String text && name.equals("length")) {
            return (double) text.length();
        }
        return value == Json.NULL ? Json.NULL : UNSAID;
    }

    private static Object method(Object value, String name, List<Object> arguments) {
        if (value == Json.NULL) {
            return Json.NULL;
        }
        if (value instanceof Map && Json.get(Json.map(value), name) instanceof Method method) {
            return method.call(arguments);
        }
        if (!(value instanceof String text) || !arguments.stream().allMatch(String.class::isInstance)) {
            return UNSAID;
        }
        return switch (name) {
            case "trim" -> text.strip();
            case "includes" -> text.contains((String) arguments.get(0));
            case "startsWith" -> text.startsWith((String) arguments.get(0));
            case "endsWith" -> text.endsWith((String) arguments.get(0));
            default -> UNSAID;
        };
    }

    /** Makes one recorded check, if it can be said. */
    static void check(Agreement agreement, String what, Map<String, Object> check, Module module) {
        Object actual = Json.get(check, "actual");
        if (!(actual instanceof Map) || !Json.map(actual).containsKey("$trace")) {
            return;
        }
        Object value = value(Json.list(Json.get(Json.map(Json.get(Json.map(actual), "$trace")), "chain")), module);
        Object expected = Json.get(check, "expected");
        if (value == UNSAID || (expected instanceof Map && Json.map(expected).containsKey("$trace"))) {
            return;
        }
        switch (String.valueOf(check.get("op"))) {
            case "ok" -> agreement.check(what, true, isTrue(value));
            case "strictEqual", "deepStrictEqual", "deepEqual" -> agreement.check(what, plain(expected), plain(value));
            case "notStrictEqual" -> agreement.check(what, false, Objects.equals(plain(expected), plain(value)));
            default -> {}
        }
    }

    private static boolean isTrue(Object value) {
        return value != Json.NULL && !value.equals("") && !value.equals(false) && !value.equals(0d);
    }

    /** Line ends are LF there, and nothing is as good as an empty text. */
    private static Object plain(Object value) {
        if ((value instanceof Map && Json.map(value).containsKey("$undefined")) || value == Json.NULL) {
            return "";
        }
        if (value instanceof Map && Json.map(value).containsKey("$date")) {
            return Json.get(Json.map(value), "$date");
        }
        return value instanceof String text ? text.replace("\r\n", "\n") : value;
    }

    /** The octets of a literal. */
    static byte[] octets(Object literal) {
        return literal instanceof Map
                ? Base64.getDecoder().decode((String) Json.map(literal).getOrDefault("$base64", ""))
                : String.valueOf(literal).getBytes(StandardCharsets.UTF_8);
    }
}
