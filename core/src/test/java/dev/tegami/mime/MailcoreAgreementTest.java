package dev.tegami.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The expectations of MailCore 2: addresses, subjects, dates, and the tree of parts. */
class MailcoreAgreementTest {
    /** Stands for a date that is none. */
    private static final String NO_DATE = "978307200";

    private final Agreement agreement = new Agreement("mailcore2");

    @Test
    void messages() throws IOException {
        Path parser = Corpora.root().resolve("mailcore2/parser");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(parser.resolve("output"))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path name = parser.resolve("output").relativize(file);
            Map<String, Object> wanted = Json.map(Json.parse(new String(Corpora.read(file), StandardCharsets.UTF_8)));
            Message message = Message.parse(Corpora.read(parser.resolve("input").resolve(name)));
            message(name.toString(), message, wanted);
        }
        agreement.conclude();
    }

    private void message(String name, Message message, Map<String, Object> wanted) {
        Map<String, Object> header = Json.map(Json.get(wanted, "header"));
        agreement.check(
                name + " subject", text(header, "subject"), message.subject().orElse(""));
        addresses(name + " from", header, "from", message.from());
        addresses(name + " to", header, "to", message.to());
        addresses(name + " cc", header, "cc", message.cc());
        addresses(name + " reply-to", header, "replyTo", message.replyTo());
        if (!text(header, "date").equals(NO_DATE)) {
            agreement.check(
                    name + " date",
                    text(header, "date"),
                    message.date()
                            .map(date -> String.valueOf(date.toEpochSecond()))
                            .orElse(""));
        }
        part(name + " ", message.root(), Json.map(Json.get(wanted, "mainPart")));
    }

    private static String text(Map<String, Object> map, String key) {
        return map.containsKey(key) ? String.valueOf(Json.get(map, key)) : "";
    }

    private void addresses(String what, Map<String, Object> header, String key, List<Address> read) {
        Object value = Json.get(header, key);
        List<Object> items = value == Json.NULL
                ? List.of()
                : Json.map(value).containsKey("items") ? Json.list(Json.get(Json.map(value), "items")) : List.of(value);
        List<String> wanted = items.stream()
                .map(Json::map)
                .map(one -> text(one, "displayName") + "|" + text(one, "mailbox"))
                .toList();
        List<String> found = read.stream()
                .flatMap(address -> address.mailboxes().stream())
                .map(mailbox -> mailbox.displayName() + "|" + mailbox.localPart()
                        + (mailbox.domain().isEmpty() ? "" : "@" + mailbox.domain()))
                .toList();
        agreement.check(what, wanted, key.equals("from") && found.size() > wanted.size() ? found.subList(0, 1) : found);
    }

    private void part(String place, Part part, Map<String, Object> wanted) {
        String type = text(wanted, "partType").toLowerCase(Locale.ROOT);
        agreement.check(place + "type", type.equals("single") ? mimeType(wanted) : type, type(part));
        if (type.equals("message") && part.body() instanceof Embedded embedded) {
            message(place + "message", embedded.message(), wanted);
        } else if (type.equals("single")) {
            agreement.check(
                    place + "file name",
                    text(wanted, "filename"),
                    part.fileName().orElse(""));
        } else if (wanted.containsKey("parts")) {
            List<Object> children = Json.list(Json.get(Json.map(Json.get(wanted, "parts")), "items"));
            agreement.check(place + "children", children.size(), part.parts().size());
            for (int i = 0; i < Math.min(children.size(), part.parts().size()); i++) {
                part(place + i + ".", part.parts().get(i), Json.map(children.get(i)));
            }
        }
    }

    private static String mimeType(Map<String, Object> wanted) {
        return text(wanted, "mimeType").toLowerCase(Locale.ROOT);
    }

    private static String type(Part part) {
        ContentType type = part.contentType();
        return part.body() instanceof Embedded ? "message" : type.type() + "/" + type.subtype();
    }
}
