package dev.tegami.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The recorded checks of Nodemailer's composer: its options as verbs of a draft, its message by what it says. */
class NodemailerComposerAgreementTest {
    /** Options that say nothing of the message, or are said elsewhere. */
    private static final Set<String> PASSED_OVER = Set.of("baseBoundary", "envelope", "textEncoding", "raw");

    @Test
    void composed() throws IOException {
        Agreement agreement = new Agreement("nodemailer-composer");
        Recording.play(agreement, "mail-composer", NodemailerComposerAgreementTest::call);
        agreement.conclude();
    }

    private static Object call(
            @Nullable Object on, String name, @Nullable List<Object> arguments, Recording.Check check) {
        if (on == null && name.equals("method") && arguments != null) {
            return new Shape(root(message(options(arguments), check)), (String) arguments.get(1));
        }
        if (on == null) {
            return Json.map(arguments == null || arguments.isEmpty() ? Map.of() : arguments.get(0));
        }
        if (on instanceof Shape shape) {
            return name.equals("callCount") ? shape.count() : shape;
        }
        if (on instanceof Map) {
            return composed(Json.map(on), name, check);
        }
        if (on instanceof Compiled compiled && name.equals("getEnvelope")) {
            return NodemailerEnvelope.of(Json.map(Json.get(compiled.options(), "envelope")));
        }
        if (on instanceof Message || on instanceof Compiled) {
            return built(on instanceof Compiled compiled ? compiled.message() : (Message) on, name, check);
        }
        if (on instanceof String text) {
            return text(text, name, arguments);
        }
        return member(on, name);
    }

    private static Map<String, Object> options(@Nullable List<Object> arguments) {
        if (arguments == null || !(arguments.get(0) instanceof Map)) {
            throw new IllegalStateException();
        }
        return Json.map(arguments.get(0));
    }

    private record Compiled(Message message, Map<String, Object> options) {}

    /** The multipart that one of their methods would make of the root. */
    private record Shape(ContentType root, String method) {
        double count() {
            String wanted = method.replace("_create", "").toLowerCase(java.util.Locale.ROOT);
            boolean isLeaf = !root.type().equals("multipart");
            return (wanted.equals("contentnode") ? isLeaf : root.is("multipart/" + wanted)) ? 1 : 0;
        }
    }

    private static ContentType root(Message message) {
        return message.root().contentType();
    }

    private static Object composed(Map<String, Object> options, String name, Recording.Check check) {
        return switch (name) {
            case "compile" -> new Compiled(message(options, check), options);
            case "message" -> message(options, check);
            case "_alternatives" -> types(message(options, check).root());
            case "mail", "getAttachments", "getAlternatives" -> {
                message(options, check);
                throw new IllegalStateException(name);
            }
            default -> throw new IllegalStateException(name);
        };
    }

    private static List<Object> types(Part root) {
        List<Object> all = new ArrayList<>();
        root.parts().forEach(part -> all.add(part));
        return all;
    }

    private static Object member(Object on, String name) {
        if (on instanceof List) {
            List<Object> all = Json.list(on);
            return name.equals("length") ? (Object) (double) all.size() : all.get(Integer.parseInt(name));
        }
        if (on instanceof Part part && name.equals("contentType")) {
            return new Recording.Claim(type(part.contentType()), theirs -> type(ContentType.parse((String) theirs)));
        }
        throw new IllegalStateException(name);
    }

    /** The texts there are US-ASCII, whose charset says nothing. */
    private static String type(ContentType type) {
        return type.without("charset").toString();
    }

    private static Object built(Message message, String name, Recording.Check check) {
        return switch (name) {
            case "build" -> message;
            case "content" ->
                new Recording.Claim(
                        Arrays.toString(message.root().content().orElseThrow().bytes()),
                        theirs -> Arrays.toString(JavaScript.octets(theirs)));
            case "messageId" -> "<" + message.messageId().orElse("") + ">";
            case "toString()" ->
                check.expected() instanceof String
                        ? new Recording.Claim(Meaning.of(message), Meaning::of)
                        : new String(message.toBytes(), StandardCharsets.UTF_8);
            default -> throw new IllegalStateException(name);
        };
    }

    private static Object text(String text, String name, @Nullable List<Object> arguments) {
        Object first = arguments == null ? Json.NULL : arguments.get(0);
        return switch (name) {
            case "includes" -> text.contains((String) first);
            case "indexOf" -> (double) text.indexOf((String) first);
            case "substring" -> text.substring(((Double) first).intValue());
            default -> throw new IllegalStateException(name);
        };
    }

    private static Message message(Map<String, Object> options, Recording.Check check) {
        if (options.containsKey("raw")) {
            return Message.parse(raw(options.get("raw")));
        }
        Draft draft = Message.compose().deterministic(1);
        if (!options.containsKey("date")) {
            draft.date(OffsetDateTime.parse("2014-06-21T10:52:44Z"));
        }
        options.forEach((name, value) -> option(draft, name, value));
        Message message = encoded(draft.build(), String.valueOf(options.get("textEncoding")));
        return check.test().endsWith("discard BCC") ? message.withoutBcc() : message;
    }

    private static byte[] raw(@Nullable Object raw) {
        return raw instanceof Map
                ? file((String) Json.get(Json.map(raw), "path"))
                : String.valueOf(raw).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String path) {
        return Corpora.read(Corpora.root().resolve("nodemailer/mail-composer").resolve(path));
    }

    /** A draft chooses the encoding of its text; who wants another one says so of the content. */
    private static Message encoded(Message message, String encoding) {
        if (encoding.equals("null")) {
            return message;
        }
        Content content = message.root().content().orElseThrow();
        TransferEncoding wanted =
                encoding.equals("base64") ? TransferEncoding.BASE64 : TransferEncoding.QUOTED_PRINTABLE;
        return Message.of(message.root().with(Content.of(content.decoded(), content.contentType(), wanted)));
    }

    private static void option(Draft draft, String name, Object value) {
        switch (name) {
            case "from" -> draft.from((String) value);
            case "to" -> draft.to((String) value);
            case "bcc" -> draft.bcc((String) value);
            case "subject" -> draft.subject((String) value);
            case "messageId" -> draft.header(id((String) value));
            case "date" -> draft.date(OffsetDateTime.parse((String) value, DateTimeFormatter.RFC_1123_DATE_TIME));
            case "headers" -> Json.map(value).forEach((header, text) -> draft.header(field(header, text)));
            case "text" -> draft.text(body(value));
            case "html" -> draft.html(body(value));
            case "watchHtml" -> draft.alternative(ContentType.of("text", "watch-html"), body(value));
            case "amp" -> draft.alternative(ContentType.of("text", "x-amp-html"), body(value));
            case "icalEvent" -> draft.calendar(body(value), "invite.ics");
            case "attachments" -> Json.list(value).forEach(one -> attach(draft, Json.map(one)));
            case "attachDataUrls" -> throw new Recording.Apart("an address to fetch");
            default -> {
                if (!PASSED_OVER.contains(name)) {
                    throw new IllegalStateException(name);
                }
            }
        }
    }

    /** Their ids have no right side; a draft takes such a one only as a field. */
    private static Field id(String id) {
        return Field.structured("Message-ID", id.startsWith("<") ? id : "<" + id + ">");
    }

    /** A prepared value stands as it is. */
    private static Field field(String name, Object value) {
        if (value instanceof Map) {
            String line = name + ": " + Json.get(Json.map(value), "value") + "\r\n";
            return Field.raw(line.getBytes(StandardCharsets.UTF_8));
        }
        return Field.of(name, value instanceof Double number ? String.valueOf(number.intValue()) : (String) value);
    }

    private static String body(Object value) {
        if (!(value instanceof Map)) {
            return (String) value;
        }
        Map<String, Object> given = Json.map(value);
        if (given.containsKey("raw")) {
            throw new Recording.Apart("a text with a header of the caller's");
        }
        String content = String.valueOf(given.get("content"));
        if (given.get("path") instanceof String path) {
            refuseAddress(path);
            return new String(file(path), StandardCharsets.UTF_8);
        }
        return switch (String.valueOf(given.get("encoding"))) {
            case "base64" -> new String(JavaScript.octets(Map.of("$base64", content)), StandardCharsets.UTF_8);
            case "hex" -> new String(HexFormat.of().parseHex(content), StandardCharsets.UTF_8);
            default -> content;
        };
    }

    private static void refuseAddress(String path) {
        if (path.startsWith("data:")) {
            throw new Recording.Apart("an address to fetch");
        }
    }

    private static void attach(Draft draft, Map<String, Object> given) {
        if (given.containsKey("href") || given.containsKey("path")) {
            String path = String.valueOf(given.getOrDefault("href", given.get("path")));
            refuseAddress(path);
            draft.attach("attachment.bin", file(path));
            return;
        }
        byte[] octets = String.valueOf(given.get("content")).getBytes(StandardCharsets.UTF_8);
        String name = given.get("filename") instanceof String text ? text : "";
        if (given.get("cid") instanceof String id) {
            draft.inline(id, ContentType.OCTETS, Source.of(octets));
        } else if (name.endsWith(".eml")) {
            Header header = Header.of(
                    List.of(Disposition.attachment().with("filename", name).field()));
            draft.attach(Part.of(header, Embedded.of(Message.parse(octets))));
        } else {
            draft.attach(part(given, name, octets));
        }
    }

    private static Part part(Map<String, Object> given, String name, byte[] octets) {
        List<Field> fields = new ArrayList<>();
        Json.map(given.getOrDefault("headers", Map.of())).forEach((header, value) -> {
            if (value instanceof List) {
                Json.list(value).forEach(one -> fields.add(field(header, one)));
            } else {
                fields.add(field(header, value));
            }
        });
        Object encoding = given.getOrDefault("contentTransferEncoding", "base64");
        Content content = Content.of(
                Source.of(octets),
                MediaTypes.of(name),
                encoding.equals("base64") ? TransferEncoding.BASE64 : TransferEncoding.SEVEN_BIT);
        Part plain = Attachments.file(name, content, Attachments.Names.EXTENDED);
        return plain.with(plain.header().plus(fields.toArray(new Field[0])));
    }
}
