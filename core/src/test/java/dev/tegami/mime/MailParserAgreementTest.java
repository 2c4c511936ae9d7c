package dev.tegami.mime;

import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.FieldText;
import dev.tegami.mime.trace.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The expectations of Stalwart's mail-parser: lists of fields, and whole messages with offsets. */
class MailParserAgreementTest {
    private static Object json(String name) {
        return Json.parse(new String(
                Corpora.read(Corpora.root().resolve("mail-parser-rs").resolve(name)), StandardCharsets.UTF_8));
    }

    private static Field field(String name, Object header) {
        byte[] octets = (name + ":" + header + "\n\n").getBytes(StandardCharsets.UTF_8);
        return Message.parse(octets).header().first(name).orElseThrow();
    }

    @Test
    void unstructuredText() throws IOException {
        Agreement agreement = new Agreement("mail-parser-unstructured");
        int number = 0;
        for (Object item : Json.list(json("unstructured.json"))) {
            Map<String, Object> one = Json.map(item);
            String actual = field("Subject", Json.get(one, "header")).value().replaceAll("\\s+", " ");
            agreement.check(
                    String.valueOf(number++),
                    String.valueOf(Json.get(one, "expected")).replaceAll("\\s+", " "),
                    actual);
        }
        agreement.conclude();
    }

    @Test
    void dates() throws IOException {
        Agreement agreement = new Agreement("mail-parser-dates");
        int number = 0;
        for (Object item : Json.list(json("date.json"))) {
            Map<String, Object> one = Json.map(item);
            byte[] octets = String.valueOf(Json.get(one, "header")).getBytes(StandardCharsets.UTF_8);
            OffsetDateTime read = Dates.parse(FieldText.of(octets, 0, octets.length));
            agreement.check(
                    String.valueOf(number++), date(Json.get(one, "expected")), read == null ? "none" : read.toString());
        }
        agreement.conclude();
    }

    @Test
    void ids() throws IOException {
        Agreement agreement = new Agreement("mail-parser-ids");
        int number = 0;
        for (Object item : Json.list(json("id.json"))) {
            Map<String, Object> one = Json.map(item);
            Field field = field("References", Json.get(one, "header"));
            agreement.check(
                    String.valueOf(number++),
                    Json.list(Json.get(one, "expected")),
                    Message.of(Part.of(
                                    Header.of(List.of(field)),
                                    Content.of(Source.of(new byte[0]), ContentType.PLAIN, TransferEncoding.SEVEN_BIT)))
                            .references());
        }
        agreement.conclude();
    }

    /** Clause by clause; what they make of comments is not compared, but for the address. */
    @Test
    void steps() throws IOException {
        Agreement agreement = new Agreement("mail-parser-steps");
        int number = 0;
        for (Object item : Json.list(json("received.json"))) {
            Map<String, Object> one = Json.map(item);
            Map<String, Object> wanted =
                    Json.get(one, "expected") == Json.NULL ? Map.of() : Json.map(Json.get(one, "expected"));
            Received step =
                    Received.parse(field("Received", Json.get(one, "header")).value());
            String what = number++ + " ";
            agreement.check(what + "from", host(Json.get(wanted, "from")), plain(step.from()));
            agreement.check(what + "by", host(Json.get(wanted, "by")), plain(step.by()));
            agreement.check(what + "id", text(Json.get(wanted, "id")), plain(step.id()));
            agreement.check(
                    what + "for",
                    text(Json.get(wanted, "for_")),
                    plain(step.recipient().map(Mailbox::address)));
            agreement.check(what + "via", text(Json.get(wanted, "via")), plain(step.via()));
            if (wanted.containsKey("from_ip")) {
                agreement.check(what + "address", text(Json.get(wanted, "from_ip")), plain(step.address()));
            }
            if (wanted.containsKey("date")) {
                agreement.check(
                        what + "date",
                        date(Json.get(wanted, "date")),
                        step.date().map(OffsetDateTime::toString).orElse("none"));
            }
        }
        agreement.conclude();
    }

    private static String host(Object host) {
        return host == Json.NULL
                ? ""
                : String.valueOf(Json.map(host).values().iterator().next());
    }

    private static String text(Object text) {
        return text == Json.NULL ? "" : String.valueOf(text);
    }

    private static String plain(Optional<String> text) {
        return text.orElse("").replaceAll("^\\[|]$", "");
    }

    private static String date(Object expected) {
        if (expected == Json.NULL) {
            return "none";
        }
        Map<String, Object> d = Json.map(expected);
        String zone = String.format(
                Locale.ROOT,
                "%s%02d:%02d",
                Json.get(d, "tz_before_gmt").equals(true) ? "-" : "+",
                n(d, "tz_hour"),
                n(d, "tz_minute"));
        try {
            return OffsetDateTime.parse(String.format(
                            Locale.ROOT,
                            "%04d-%02d-%02dT%02d:%02d:%02d%s",
                            n(d, "year"),
                            n(d, "month"),
                            n(d, "day"),
                            n(d, "hour"),
                            n(d, "minute"),
                            n(d, "second"),
                            zone))
                    .toString();
        } catch (DateTimeException e) {
            return "none";
        }
    }

    private static int n(Map<String, Object> map, String key) {
        return ((Double) Json.get(map, key)).intValue();
    }

    @Test
    void addresses() throws IOException {
        Agreement agreement = new Agreement("mail-parser-addresses");
        int number = 0;
        for (Object item : Json.list(json("address.json"))) {
            Map<String, Object> one = Json.map(item);
            List<Address> read =
                    AddressReader.latin1(field("To", Json.get(one, "header")).unfolded());
            agreement.check(
                    String.valueOf(number++),
                    expected(Json.get(one, "expected")),
                    read.stream().map(MailParserAgreementTest::shown).toList());
        }
        agreement.conclude();
    }

    private static String shown(Address address) {
        if (address instanceof Group group) {
            return group.displayName()
                    + group.mailboxes().stream()
                            .map(MailParserAgreementTest::shown)
                            .toList();
        }
        Mailbox mailbox = (Mailbox) address;
        String at = mailbox.domain().isEmpty() ? "" : "@" + mailbox.domain();
        return mailbox.displayName() + "|" + mailbox.localPart() + at;
    }

    private static List<String> expected(Object value) {
        if (value == Json.NULL || value.equals("Empty")) {
            return List.of();
        }
        Map<String, Object> map = Json.map(value);
        if (map.containsKey("Address")) {
            return expected(Json.get(map, "Address"));
        }
        List<String> all = new ArrayList<>();
        if (map.containsKey("List")) {
            Json.list(Json.get(map, "List")).forEach(one -> all.add(mailbox(one)));
        }
        if (map.containsKey("Group")) {
            for (Object one : Json.list(Json.get(map, "Group"))) {
                Map<String, Object> group = Json.map(one);
                List<String> members = new ArrayList<>();
                Json.list(Json.get(group, "addresses")).forEach(member -> members.add(mailbox(member)));
                if (Json.get(group, "name") == Json.NULL) {
                    all.addAll(members);
                } else {
                    all.add(Json.get(group, "name") + members.toString());
                }
            }
        }
        return all;
    }

    private static String mailbox(Object value) {
        Map<String, Object> map = Json.map(value);
        return (Json.get(map, "name") == Json.NULL ? "" : Json.get(map, "name")) + "|"
                + (Json.get(map, "address") == Json.NULL ? "" : Json.get(map, "address"));
    }

    @Test
    void wholeMessages() throws IOException {
        Agreement agreement = new Agreement("mail-parser-messages");
        Path eml = Corpora.root().resolve("mail-parser-rs/eml");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(eml)) {
            files = walk.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String stem = file.toString().substring(0, file.toString().length() - 4);
            for (String kind : List.of(".json", ".crlf.json")) {
                Path expectation = Path.of(stem + kind);
                if (Files.exists(expectation)) {
                    byte[] octets = Corpora.read(file);
                    Message message = Message.parse(kind.equals(".json") ? Variants.lf(octets) : Variants.crlf(octets));
                    String name = eml.relativize(expectation).toString();
                    Object wanted = Json.parse(new String(Corpora.read(expectation), StandardCharsets.UTF_8));
                    new MessageComparison(agreement, name).compare(message, Json.map(wanted));
                }
            }
        }
        agreement.conclude();
    }
}
