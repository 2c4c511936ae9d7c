package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What Nodemailer's tree is told until it is built; then it is one of our messages or parts. */
final class NodemailerNode {
    private static final List<String> ADDRESSES = List.of("from", "sender", "reply-to", "to", "cc", "bcc");

    private final String type;
    private final Map<String, Object> options;
    private final boolean isRoot;
    private final List<NodemailerNode> children = new ArrayList<>();
    private final List<Map.Entry<String, Object>> fields = new ArrayList<>();
    private @Nullable Map<String, Object> envelope;
    private @Nullable String content;
    private @Nullable String raw;
    private byte[] octets = new byte[0];

    NodemailerNode(String type, Map<String, Object> options, boolean isRoot) {
        this.type = type;
        this.options = options;
        this.isRoot = isRoot;
    }

    NodemailerNode child(String childType) {
        NodemailerNode child = new NodemailerNode(childType, Map.of(), false);
        children.add(child);
        return child;
    }

    void set(List<Object> arguments) {
        each(arguments, (name, value) -> {
            fields.removeIf(field -> field.getKey().equalsIgnoreCase(name));
            fields.add(Map.entry(name, value));
        });
    }

    void add(List<Object> arguments) {
        each(arguments, (name, value) -> {
            for (Object one : value instanceof List ? Json.list(value) : List.of(value)) {
                fields.add(Map.entry(name, one));
            }
        });
    }

    /** A name and a value, an object of them, or a list of such pairs. */
    private static void each(List<Object> arguments, BiConsumer<String, Object> each) {
        if (arguments.size() == 2) {
            each.accept((String) arguments.get(0), arguments.get(1));
        } else if (arguments.get(0) instanceof List) {
            Json.list(arguments.get(0))
                    .forEach(one ->
                            each.accept((String) Json.get(Json.map(one), "key"), Json.get(Json.map(one), "value")));
        } else {
            Json.map(arguments.get(0)).forEach(each);
        }
    }

    void setContent(Object given) {
        octets = JavaScript.octets(given);
        content = String.valueOf(given);
    }

    @Nullable
    String content() {
        return content;
    }

    void setRaw(String text) {
        raw = text;
    }

    void setEnvelope(Map<String, Object> given) {
        envelope = given;
    }

    Map<String, Object> envelope() {
        return NodemailerEnvelope.of(envelope == null ? addresses() : envelope);
    }

    /** Every address that a field of addresses holds. */
    Map<String, Object> addresses() {
        Map<String, Object> all = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> ADDRESSES.contains(Ascii.lower(field.getKey())))
                .forEach(field -> {
                    List<Object> more =
                            new ArrayList<>(Json.list(all.getOrDefault(Ascii.lower(field.getKey()), List.of())));
                    more.add(field.getValue());
                    all.put(Ascii.lower(field.getKey()), more);
                });
        return all;
    }

    /** The fields as our header holds them. */
    Header header() {
        List<Field> all = new ArrayList<>();
        for (Map.Entry<String, Object> field : fields) {
            for (Object one :
                    field.getValue() instanceof List ? Json.list(field.getValue()) : List.of(field.getValue())) {
                field(field.getKey(), one).forEach(all::add);
            }
        }
        return Header.of(all);
    }

    private static List<Field> field(String name, Object value) {
        if (value.equals("") || value.equals(false)) {
            return List.of();
        }
        if (ADDRESSES.contains(Ascii.lower(name))) {
            return List.of(Field.addresses(name, NodemailerEnvelope.addresses(value)));
        }
        if (value instanceof Map) {
            String text = String.valueOf(Json.map(value).get("value"));
            return List.of(
                    Json.map(value).containsKey("prepared")
                            ? Field.raw((name + ": " + text + "\r\n").getBytes(StandardCharsets.UTF_8))
                            : Field.of(name, text));
        }
        return List.of(
                name.equals("message-id") ? Field.structured(name, "<" + value + ">") : Field.of(name, (String) value));
    }

    /** The octets that are written. */
    byte[] built() {
        if (raw != null) {
            return Message.parse(raw.getBytes(StandardCharsets.UTF_8)).toBytes();
        }
        Part part = part();
        if (!isRoot) {
            return bytes(part);
        }
        Header header = part.header().plus(Field.structured("MIME-Version", "1.0"));
        return Message.of(part.with(header)).withoutBcc().toBytes();
    }

    private static byte[] bytes(Part part) {
        return Message.of(part).toBytes();
    }

    private Part part() {
        ContentType given = ContentType.parse(type);
        if (given.type().equals("multipart") && content != null) {
            throw new MimeException("text as the content of a multipart", "give it parts");
        }
        if (given.type().equals("multipart") && children.isEmpty()) {
            throw new Recording.Apart("a recording that lost its subject");
        }
        if (given.type().equals("multipart")) {
            List<Part> parts = children.stream().map(NodemailerNode::part).toList();
            return Part.of(header(), Parts.of(given, parts));
        }
        if (given.is("message/rfc822")) {
            return Part.of(header(), Embedded.of(Message.parse(octets)));
        }
        return with(given);
    }

    private Part with(ContentType given) {
        Content body = given.type().equals("text")
                ? text(given)
                : Content.of(Source.of(octets), given, TransferEncoding.BASE64);
        Part part = Part.of(header(), body);
        if (options.get("filename") instanceof String name) {
            Disposition disposition = Disposition.attachment().with("filename", name);
            return part.with(part.header().plus(disposition.field()));
        }
        return part;
    }

    private Content text(ContentType given) {
        String text = content == null ? "" : content;
        if ("quoted-printable".equals(options.get("textEncoding"))) {
            return Content.of(Source.of(octets), given.with("charset", "utf-8"), TransferEncoding.QUOTED_PRINTABLE);
        }
        return TextContent.of(text, given, StandardCharsets.UTF_8, TransferEncoding.SEVEN_BIT);
    }
}
