package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.EncodedWords;
import dev.tegami.internal.mime.Flowed;
import dev.tegami.internal.mime.FlowedWriter;
import dev.tegami.internal.mime.Unfold;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The recorded checks of Nodemailer's encoders: words, parameters, folding, quoted-printable, base64. Where both may
 * write the same thing in more than one way, what is compared is what their form and ours are read as.
 */
class NodemailerFunctionsAgreementTest {
    @Test
    void encoders() throws IOException {
        Agreement agreement = new Agreement("nodemailer-functions");
        for (String file : List.of("mime-funcs", "qp", "base64", "message-parser", "sign")) {
            Recording.play(agreement, file, NodemailerFunctionsAgreementTest::call);
        }
        agreement.conclude();
    }

    private static Object call(
            @Nullable Object on, String name, @Nullable List<Object> arguments, Recording.Check check) {
        return switch (check.module()) {
            case "qp" -> coded(TransferEncoding.QUOTED_PRINTABLE, name, arguments);
            case "base64" -> on == null ? coded(TransferEncoding.BASE64, name, arguments) : on;
            case "crypto" -> digest(on, check);
            case "message-parser" -> parsed(on, name, arguments);
            case "sign" -> throw new Recording.Apart("DKIM signatures");
            case "fs", "libqp", "libbase64" -> List.of();
            case "libmime" -> on == null ? said(arguments) : on;
            default -> on == null ? function(name, arguments == null ? List.of() : arguments) : property(on, name);
        };
    }

    /** Their decoder of words undoes what ours would. */
    private static Object said(@Nullable List<Object> arguments) {
        if (arguments == null || !(arguments.get(0) instanceof Recording.Claim claim)) {
            throw new Recording.Apart("a recording that lost its subject");
        }
        return claim;
    }

    private static Object property(Object on, String name) {
        if (on instanceof Recording.Claim claim && claim.ours() instanceof Map) {
            return Json.get(Json.map(claim.ours()), name);
        }
        throw new Recording.Apart("a recording that lost its subject");
    }

    private static Object function(String name, List<Object> arguments) {
        return switch (name) {
            case "isPlainText" -> isPlain((String) arguments.get(0), arguments.size() > 1);
            case "hasLongerLines" -> throw new Recording.Apart("line lengths of the caller's choice");
            case "encodeWord", "encodeWords" ->
                new Recording.Claim(
                        Field.of("Subject", (String) arguments.get(0)).value(), theirs -> words((String) theirs));
            case "buildHeaderParam" -> parameter((String) arguments.get(0), (String) arguments.get(1));
            case "parseHeaderValue" -> parameters((String) arguments.get(0));
            case "buildHeaderValue" -> header(Json.map(arguments.get(0)));
            case "foldLines" -> folded(arguments.get(0), arguments.size() > 2);
            default -> throw new IllegalStateException(name);
        };
    }

    /** Whether the text stands as it is, in a body or a parameter. */
    private static boolean isPlain(String text, boolean isParameter) {
        if (!isParameter) {
            Part root = Message.compose().text(text).build().root();
            return root.content().orElseThrow().encoding() == TransferEncoding.SEVEN_BIT;
        }
        try {
            return !ContentType.of("text", "plain").with("x", text).toString().contains("*=");
        } catch (MimeException refused) {
            return false;
        }
    }

    private static Object parameter(String name, String value) {
        String ours = ContentType.of("a", "b").with(name, value).toString();
        return new Recording.Claim(
                read(ours),
                theirs -> read("a/b; "
                        + Json.list(theirs).stream()
                                .map(one -> Json.map(one).get("key") + "="
                                        + quoted(String.valueOf(Json.map(one).get("value"))))
                                .collect(Collectors.joining("; "))));
    }

    private static String quoted(String value) {
        return value.matches(".*[ ;].*") ? "\"" + value + "\"" : value;
    }

    private static Map<String, Object> read(String header) {
        Map<String, Object> all = new LinkedHashMap<>();
        ContentType type = ContentType.parse(header);
        all.put("value", type.type() + "/" + type.subtype());
        all.put("params", new TreeMap<>(type.parameters()));
        return all;
    }

    /** Their parameters stay encoded words until somebody decodes them. */
    private static Object parameters(String header) {
        if (header.contains("\u0001recorded\u0001")) {
            throw new Recording.Apart("a recording that lost its subject");
        }
        return new Recording.Claim(read(header), theirs -> {
            Map<String, Object> all = new LinkedHashMap<>(Json.map(theirs));
            Map<String, Object> decoded = new TreeMap<>();
            Json.map(Json.get(all, "params")).forEach((name, value) -> decoded.put(name, words((String) value)));
            all.put("params", decoded);
            return all;
        });
    }

    /** A value that is no media type is a disposition. */
    private static Object header(Map<String, Object> structured) {
        String value = (String) Json.get(structured, "value");
        Map<String, Object> parameters = Json.map(structured.getOrDefault("params", Map.of()));
        if (value.indexOf('/') < 0) {
            Disposition disposition = Disposition.attachment();
            for (Map.Entry<String, Object> one : parameters.entrySet()) {
                disposition = disposition.with(one.getKey(), (String) one.getValue());
            }
            return new Recording.Claim(
                    read("test", disposition.toString().replaceFirst("^attachment", "test")),
                    theirs -> read("test", (String) theirs));
        }
        ContentType type = ContentType.of(value.replaceFirst("/.*", ""), value.replaceFirst(".*/", ""));
        for (Map.Entry<String, Object> one : parameters.entrySet()) {
            type = type.with(one.getKey(), (String) one.getValue());
        }
        return new Recording.Claim(read(type.toString()), theirs -> read((String) theirs));
    }

    private static Object read(String value, String written) {
        Disposition disposition = Disposition.received(latin1(written));
        return List.of(value, disposition.type(), new TreeMap<>(disposition.parameters()));
    }

    private static String words(String text) {
        return EncodedWords.decode(latin1(text));
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** A header line unfolds to what it was; flowed text flows back to it. */
    private static Object folded(Object text, boolean isFlowed) {
        if (isFlowed) {
            return new Recording.Claim(
                    Flowed.decode(FlowedWriter.write((String) text, false), false),
                    theirs -> Flowed.decode((String) theirs, false));
        }
        String line = text instanceof Recording.Claim claim ? (String) claim.ours() : (String) text;
        String value = line.replaceFirst("^Subject: ", "");
        return new Recording.Claim(
                Field.of("Subject", words(value)).value(),
                theirs -> words(Unfold.text((String) theirs)).strip().replaceFirst("^Subject:\\s+", ""));
    }

    private static Object coded(TransferEncoding encoding, String name, @Nullable List<Object> arguments) {
        if (arguments == null || arguments.isEmpty()) {
            throw new IllegalStateException(name);
        }
        if (name.equals("encode")) {
            return written(JavaScript.octets(arguments.get(0)), encoding);
        }
        String text = (String) arguments.get(0);
        boolean isBase64 = encoding == TransferEncoding.BASE64;
        if (isBase64 && text.length() % 4 != 0) {
            throw new Recording.Apart("line ends in text that is no base64");
        }
        byte[] plain = decoded(text, encoding);
        Object ours = decoded(written(plain, encoding), encoding);
        return new Recording.Claim(
                Arrays.toString((byte[]) ours), theirs -> Arrays.toString(decoded((String) theirs, encoding)));
    }

    private static Content content(byte[] octets, TransferEncoding encoding) {
        return Content.of(Source.of(octets), ContentType.OCTETS, encoding);
    }

    private static String written(byte[] octets, TransferEncoding encoding) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content(octets, encoding).encoded().writeTo(out);
            return out.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] decoded(String text, TransferEncoding encoding) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        return Content.preEncoded(Source.of(octets), ContentType.OCTETS, encoding)
                .bytes();
    }

    /** Alice through the encoder and back, which is what both digests are of. */
    private static Object digest(@Nullable Object on, Recording.Check check) {
        if (on != null) {
            return on;
        }
        boolean isBase64 = check.test().startsWith("Base64") || check.test().startsWith("base64");
        TransferEncoding encoding = isBase64 ? TransferEncoding.BASE64 : TransferEncoding.QUOTED_PRINTABLE;
        byte[] alice = Corpora.read(
                Corpora.root().resolve("nodemailer/" + (isBase64 ? "base64" : "qp") + "/fixtures/alice.txt"));
        byte[] back = decoded(written(alice, encoding), encoding);
        return new Recording.Claim(Arrays.equals(alice, back), same -> true);
    }

    private static Object parsed(@Nullable Object on, String name, @Nullable List<Object> arguments) {
        if (on == null) {
            return new ArrayList<>();
        }
        if (name.equals("end") && arguments != null) {
            Message message = Message.parse(JavaScript.octets(arguments.get(0)));
            for (Field field : message.header().fields()) {
                Json.list(on)
                        .add(Map.of(
                                "key",
                                Ascii.lower(field.name()),
                                "line",
                                new String(field.raw(), StandardCharsets.UTF_8).stripTrailing()));
            }
        }
        return on;
    }
}
