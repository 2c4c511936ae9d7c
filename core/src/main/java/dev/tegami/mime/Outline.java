package dev.tegami.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A message's shape for people and logs: the tree as indented lines, or as JSON. Neither holds the content of bodies.
 *
 * <pre>{@code
 * System.out.print(Outline.tree(message));
 * }</pre>
 */
public final class Outline {
    private static final int LONGEST = 120;
    private static final int DEEPEST = 50;

    private final StringBuilder text = new StringBuilder();

    private Outline() {}

    /**
     * Draws the tree: one line per part with its type, encoding, size in octets and file name.
     *
     * @param message the message
     * @return lines ended by a line feed
     */
    public static String tree(Message message) {
        Outline outline = new Outline();
        outline.tree(message.root());
        return outline.text.toString();
    }

    /**
     * Projects the message to JSON (RFC 8259): per part {@code header} (a list of name and value, decoded), {@code
     * type}, {@code encoding}, {@code disposition}, {@code name}, {@code cid}, {@code size} (octets of the encoded
     * body, or -1), {@code parts} or {@code message}; and {@code findings} at the top.
     *
     * @param message the message
     * @return one line of JSON
     */
    public static String json(Message message) {
        JsonWriter json = new JsonWriter();
        json.open('{');
        json.name("root");
        json(message.root(), json);
        json.name("findings");
        json.open('[');
        for (Finding finding : message.findings()) {
            json.item().open('{');
            json.text("kind", finding.kind().name()).number("offset", finding.offset());
            json.text("detail", finding.detail()).close('}');
        }
        json.close(']');
        json.close('}');
        return json.toString();
    }

    private record Step(Part part, int depth, String before) {}

    private void tree(Part root) {
        Deque<Step> waiting = new ArrayDeque<>();
        waiting.push(new Step(root, 0, ""));
        while (!waiting.isEmpty()) {
            Step step = waiting.pop();
            line(step.part(), step.depth());
            List<Part> inner = inner(step.part());
            for (int i = inner.size() - 1; i >= 0; i--) {
                waiting.push(new Step(inner.get(i), step.depth() + 1, ""));
            }
        }
    }

    private static List<Part> inner(Part part) {
        return part.body() instanceof Embedded embedded
                ? List.of(embedded.message().root())
                : part.parts();
    }

    private void line(Part part, int depth) {
        text.append("  ".repeat(Math.min(depth, DEEPEST)))
                .append(part.contentType().type())
                .append('/')
                .append(part.contentType().subtype());
        part.content()
                .ifPresent(content -> text.append(' ').append(content.encoding().label()));
        text.append(' ').append(part.rawBody().size());
        part.fileName().ifPresent(name -> text.append(" \"").append(shown(name)).append('"'));
        if (depth == 0 || part.body() instanceof Embedded) {
            part.header()
                    .first("Subject")
                    .ifPresent(field -> text.append(" Subject: ").append(shown(field.value())));
        }
        text.append('\n');
    }

    /** A text of the sender's that cannot break the line or steer a terminal. */
    private static String shown(String value) {
        StringBuilder safe = new StringBuilder();
        value.codePoints()
                .limit(LONGEST)
                .forEach(c -> safe.appendCodePoint(Character.isISOControl(c) || isDirection(c) ? '\uFFFD' : c));
        return safe.toString();
    }

    private static boolean isDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
    }

    private static void json(Part root, JsonWriter json) {
        Deque<Step> waiting = new ArrayDeque<>();
        waiting.push(new Step(root, 0, ""));
        while (!waiting.isEmpty()) {
            Step step = waiting.pop();
            if (!step.before().isEmpty()) {
                json.closeAll(step.before());
                continue;
            }
            open(step.part(), json);
            boolean multipart = step.part().body() instanceof Parts;
            if (multipart) {
                json.name("parts").open('[');
            } else if (step.part().body() instanceof Embedded) {
                json.name("message");
            }
            waiting.push(new Step(step.part(), 0, multipart ? "]}" : "}"));
            List<Part> inner = inner(step.part());
            for (int i = inner.size() - 1; i >= 0; i--) {
                waiting.push(new Step(inner.get(i), 0, ""));
            }
        }
    }

    private static void open(Part part, JsonWriter json) {
        json.item().open('{');
        json.name("header").open('[');
        for (Field field : part.header().fields()) {
            json.item().open('{');
            json.text("name", field.name()).text("value", field.value()).close('}');
        }
        json.close(']');
        json.text("type", part.contentType().type() + "/" + part.contentType().subtype());
        part.content()
                .ifPresent(content -> json.text("encoding", content.encoding().label()));
        part.disposition().ifPresent(disposition -> json.text("disposition", disposition.type()));
        part.fileName().ifPresent(name -> json.text("name", name));
        part.contentId().ifPresent(id -> json.text("cid", id));
        json.number("size", part.rawBody().size());
    }
}
