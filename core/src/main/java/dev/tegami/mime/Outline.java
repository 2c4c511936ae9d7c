package dev.tegami.mime;

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
        outline.part(message.root(), 0);
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

    private void part(Part part, int depth) {
        text.append("  ".repeat(depth))
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
        for (Part inner : part.parts()) {
            part(inner, depth + 1);
        }
        if (part.body() instanceof Embedded embedded) {
            part(embedded.message().root(), depth + 1);
        }
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

    private static void json(Part part, JsonWriter json) {
        json.open('{');
        json.name("header");
        json.open('[');
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
        List<Part> inner = part.parts();
        if (part.body() instanceof Parts) {
            json.name("parts");
            json.open('[');
            for (Part child : inner) {
                json.item();
                json(child, json);
            }
            json.close(']');
        } else if (part.body() instanceof Embedded embedded) {
            json.name("message");
            json(embedded.message().root(), json);
        }
        json.close('}');
    }
}
