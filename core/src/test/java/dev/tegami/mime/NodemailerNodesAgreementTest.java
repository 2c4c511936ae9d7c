package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The recorded checks of Nodemailer's tree of MIME nodes, its header values and its addresses. */
class NodemailerNodesAgreementTest {
    private static final String LOST = "a recording that lost its subject";

    @Test
    void nodes() throws IOException {
        Agreement agreement = new Agreement("nodemailer-nodes");
        Recording.play(agreement, "mime-node", NodemailerNodesAgreementTest::call);
        agreement.conclude();
    }

    private static Object call(@Nullable Object on, String name, @Nullable List<Object> given, Recording.Check check) {
        List<Object> arguments = given == null ? List.of() : given;
        if (check.module().equals("stream")) {
            throw new Recording.Apart("streams of another language");
        }
        if (check.module().equals("addressparser")) {
            return parsed(on, name, arguments);
        }
        if (on == null) {
            return node(arguments);
        }
        if (on instanceof NodemailerNode node) {
            return told(node, name, arguments, check);
        }
        return on instanceof String text ? text(text, name, arguments, check) : member(on, name);
    }

    private static NodemailerNode node(List<Object> arguments) {
        String type = !arguments.isEmpty() && arguments.get(0) instanceof String text ? text : "text/plain";
        return new NodemailerNode(type, arguments.size() > 1 ? Json.map(arguments.get(1)) : Map.of(), true);
    }

    /** A list that was recorded before anything was in it: what it would have held are the addresses themselves. */
    private static Object parsed(@Nullable Object on, String name, List<Object> arguments) {
        if (on == null) {
            return arguments.get(0);
        }
        Recording.Claim written = (Recording.Claim) on;
        return name.equals("length")
                ? new Recording.Claim(
                        Json.list(written.ours()).size(),
                        lost -> written.theirs().apply(Json.NULL))
                : on;
    }

    private static Object told(NodemailerNode node, String name, List<Object> arguments, Recording.Check check) {
        switch (name) {
            case "setHeader" -> node.set(arguments);
            case "addHeader" -> node.add(arguments);
            case "setContent" -> node.setContent(arguments.get(0));
            case "setRaw" -> node.setRaw((String) arguments.get(0));
            case "setEnvelope" -> node.setEnvelope(Json.map(arguments.get(0)));
            case "createChild" -> {
                return node.child((String) arguments.get(0));
            }
            default -> {
                return asked(node, name, arguments, check);
            }
        }
        return node;
    }

    private static Object asked(NodemailerNode node, String name, List<Object> arguments, Recording.Check check) {
        return switch (name) {
            case "parentNode", "rootNode", "childNodes", "appendChild", "boundary", "multipart", "_generateBoundary" ->
                throw new Recording.Apart("the inner life of a tree that can be changed");
            case "_normalizeHeaderKey" -> key((String) arguments.get(0));
            case "_headers" -> new Recording.Claim(headers(node.header()), NodemailerNodesAgreementTest::headers);
            case "getHeader" -> header(node, (String) arguments.get(0));
            case "content" -> String.valueOf(node.content());
            case "getEnvelope" -> envelope(node, check);
            case "getAddresses" -> addresses(node);
            case "messageId" -> id(node);
            case "_parseAddresses" -> JavaScriptMessage.addresses(NodemailerEnvelope.addresses(arguments.get(0)));
            case "_encodeHeaderValue" -> encoded((String) arguments.get(0), arguments.get(1));
            case "_convertAddresses" -> converted(Json.list(arguments.get(0)), arguments.size() > 1);
            case "_normalizeAddress" -> normalized(arguments.get(0));
            case "build" -> new String(node.built(), StandardCharsets.UTF_8);
            default -> throw new IllegalStateException(name);
        };
    }

    /** Asked twice, it is the same; and it has the domain of who sends. */
    private static Object id(NodemailerNode node) {
        String from = String.valueOf(node.envelope().get("from"));
        Draft draft = Message.compose().deterministic(1).date(OffsetDateTime.parse("2014-06-21T10:52:44Z"));
        String id = draft.from(from).build().messageId().orElse("");
        return id.endsWith(from.substring(from.indexOf('@'))) ? id : from;
    }

    private static Object key(String name) {
        if (Ascii.isAscii(name) && name.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new Recording.Apart("the case of field names");
        }
        return Field.of(name, "x").name();
    }

    private static List<Object> headers(Header header) {
        List<Object> all = new ArrayList<>();
        header.fields().forEach(field -> all.add(Ascii.lower(field.name()) + ": " + field.value()));
        return all;
    }

    private static Object headers(Object theirs) {
        List<Object> all = new ArrayList<>();
        for (Object one : Json.list(theirs)) {
            String name = Ascii.lower((String) Json.get(Json.map(one), "key"));
            Object value = Json.get(Json.map(one), "value");
            (value instanceof List ? Json.list(value) : List.of(value)).forEach(text -> all.add(name + ": " + text));
        }
        return all;
    }

    private static Object header(NodemailerNode node, String name) {
        return node.header()
                .first(name)
                .map(field -> (Object) field.value())
                .orElseThrow(() -> new Recording.Apart(LOST));
    }

    private static Object envelope(NodemailerNode node, Recording.Check check) {
        if (check.test().contains("__proto__") || check.test().contains("Object member")) {
            throw new Recording.Apart("properties of JavaScript objects");
        }
        return new Recording.Claim(node.envelope(), theirs -> {
            Map<String, Object> all = new LinkedHashMap<>(Json.map(theirs));
            all.keySet().retainAll(List.of("from", "to"));
            return all;
        });
    }

    private static Object addresses(NodemailerNode node) {
        Map<String, Object> all = new LinkedHashMap<>();
        node.addresses()
                .forEach((name, value) ->
                        all.put(name, JavaScriptMessage.addresses(NodemailerEnvelope.addresses(value))));
        return all;
    }

    /** Ids are read where they have no brackets; everything else is written, and read by us as their form is. */
    private static Object encoded(String name, Object value) {
        if (name.equals("references")) {
            String ids =
                    value instanceof List ? String.join(" ", Json.list(value).toArray(new String[0])) : (String) value;
            Message message = Message.of(
                    Part.of(Header.of(List.of(Field.of(name, ids))), Embedded.of(Message.parse(new byte[0]))));
            return String.join(
                    " ", message.references().stream().map(id -> "<" + id + ">").toList());
        }
        if (value instanceof Map) {
            List<Address> addresses = NodemailerEnvelope.addresses(value);
            return new Recording.Claim(
                    AddressReader.of(Header.of(List.of(Field.addresses(name, addresses))), name),
                    theirs -> AddressReader.read((String) theirs));
        }
        if (name.equals("message-id")) {
            return "<"
                    + Message.compose()
                            .messageId((String) value)
                            .build()
                            .messageId()
                            .orElse("") + ">";
        }
        return new Recording.Claim(
                Field.of(name, (String) value).value(),
                theirs -> Field.raw((name + ": " + theirs + "\r\n").getBytes(StandardCharsets.UTF_8))
                        .value());
    }

    /** With a list to fill, as many are written as were given, and the same. */
    private static Object converted(List<Object> given, boolean isList) {
        List<Address> addresses = NodemailerEnvelope.addresses(given);
        List<Address> written = AddressReader.of(Header.of(List.of(Field.addresses("To", addresses))), "To");
        if (!isList) {
            return new Recording.Claim(written, theirs -> AddressReader.read((String) theirs));
        }
        return new Recording.Claim(written, lost -> lost == Json.NULL ? addresses.size() : addresses);
    }

    private static Object normalized(Object address) {
        if (!(address instanceof String text) || text.isEmpty()) {
            return "";
        }
        return NodemailerEnvelope.mailbox("", text).address();
    }

    private static Object text(String text, String name, List<Object> arguments, Recording.Check check) {
        return switch (name) {
            case "toString()" -> whole(text, check);
            case "split" -> body(text, arguments);
            case "match" -> matches(text, (String) Json.get(Json.map(arguments.get(0)), "$regexp"));
            case "includes" -> throw new Recording.Apart(LOST);
            default -> throw new IllegalStateException(name);
        };
    }

    /** Where more calls follow, the text itself; a whole message by what it says, or raw as it stands. */
    private static Object whole(String text, Recording.Check check) {
        boolean isWhole = check.expected() instanceof String theirs && theirs.contains("\r\n\r\n");
        if (check.test().contains("provided")) {
            throw new Recording.Apart("streams of another language");
        }
        return isWhole
                ? new Recording.Claim(Meaning.of(Message.parse(text.getBytes(StandardCharsets.UTF_8))), Meaning::of)
                : text;
    }

    private static Object body(String text, List<Object> arguments) {
        if (!arguments.get(0).equals("\r\n\r\n")) {
            throw new Recording.Apart(LOST);
        }
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        return List.of(body.endsWith("\r\n") ? body : body + "\r\n");
    }

    private static Object matches(String text, String expression) {
        Matcher matcher = Pattern.compile(
                        expression.replaceFirst("^/", "").replaceFirst("/g?$", ""), Pattern.CASE_INSENSITIVE)
                .matcher(text);
        List<Object> all = new ArrayList<>();
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }

    /** The member of a list; {@code join} of what was split at the first empty line; {@code some} with percents unstarred. */
    private static Object member(Object on, String name) {
        if (on instanceof Map) {
            return Json.get(Json.map(on), name);
        }
        List<Object> all = Json.list(on);
        return switch (name) {
            case "join" -> all.get(0);
            case "some" ->
                all.stream().map(String.class::cast).anyMatch(one -> !one.contains("*=") && one.contains("%"));
            case "0" -> all.get(0) instanceof Map<?, ?> ? all.get(0) : value((String) all.get(0));
            default -> throw new IllegalStateException(name);
        };
    }

    private static Object value(String field) {
        return new Recording.Claim(
                Field.raw(field.getBytes(StandardCharsets.UTF_8)).value(),
                theirs -> Field.raw(((String) theirs).getBytes(StandardCharsets.UTF_8))
                        .value());
    }
}
