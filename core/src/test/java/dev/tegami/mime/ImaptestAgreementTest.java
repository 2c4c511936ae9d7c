package dev.tegami.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scripts of Dovecot's imaptest: the exact octets of every section of a message, decoded ones, and envelopes. */
class ImaptestAgreementTest {
    private static final Pattern FETCHED = Pattern.compile("(?is)\\* (\\d+) fetch \\((.*?)\\)\n(?=\n|$|\\* |ok )");
    private static final Pattern SECTION =
            Pattern.compile("(?is)(body|binary)\\[([\\d.]*)(text|header|mime)?] ~?\\{\\{\\{\n(.*?)\n}}}");
    private static final Pattern ENVELOPE_WORD = Pattern.compile("\"([^\"]*)\"|NIL|[()]");

    private final Agreement agreement = new Agreement("imaptest");

    @Test
    void sectionsAndEnvelopes() throws IOException {
        Path tests = Corpora.root().resolve("imaptest/tests");
        List<Path> boxes;
        try (Stream<Path> files = Files.list(tests)) {
            boxes = files.filter(file -> file.toString().endsWith(".mbox"))
                    .sorted()
                    .toList();
        }
        for (Path box : boxes) {
            Path script = Path.of(box.toString().replace(".mbox", ""));
            if (Files.exists(script)) {
                script(script.getFileName().toString(), text(script), messages(text(box)));
            }
        }
        agreement.conclude();
    }

    private static String text(Path file) {
        return new String(Corpora.read(file), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    private static List<Message> messages(String box) {
        List<Message> messages = new ArrayList<>();
        for (String one : ("\n" + box).split("\nFrom [^\n]*\n", -1)) {
            messages.add(Message.parse(one.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return messages.subList(1, messages.size());
    }

    private void script(String name, String script, List<Message> messages) {
        Map<String, Integer> seen = new TreeMap<>();
        Matcher fetched = FETCHED.matcher(script);
        while (fetched.find()) {
            int number = Integer.parseInt(fetched.group(1));
            if (number > messages.size()) {
                continue;
            }
            Message message = messages.get(number - 1);
            Matcher section = SECTION.matcher(fetched.group(2));
            while (section.find()) {
                String kind = section.group(3) == null ? "" : section.group(3).toLowerCase(Locale.ROOT);
                String what = name + " " + number + " " + section.group(1) + "[" + section.group(2) + kind + "]";
                String actual = section(message, section.group(1), section.group(2), kind);
                agreement.check(what + " " + seen.merge(what, 1, Integer::sum), section.group(4), actual);
            }
            int envelope = fetched.group(2).indexOf("ENVELOPE (");
            if (envelope >= 0) {
                envelope(name + " " + number, fetched.group(2).substring(envelope + 10), message);
            }
        }
    }

    /** A section by its numbers (RFC 3501 section 6.4.5), with LF for line ends as the script has them. */
    private static String section(Message message, String item, String numbers, String kind) {
        Part part = message.root();
        boolean isMessage = true;
        for (String step : numbers.isEmpty() ? new String[0] : numbers.split("\\.", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            int number = Integer.parseInt(step);
            Part at = !isMessage && part.body() instanceof Embedded embedded
                    ? embedded.message().root()
                    : part;
            if (!at.parts().isEmpty()) {
                if (number > at.parts().size()) {
                    return "no part " + step;
                }
                part = at.parts().get(number - 1);
            } else {
                part = at;
            }
            isMessage = false;
        }
        if (item.equalsIgnoreCase("binary") && !numbers.isEmpty()) {
            Source decoded = part.content().map(Content::decoded).orElse(part.rawBody());
            return lines(decoded);
        }
        Part inner =
                part.body() instanceof Embedded embedded ? embedded.message().root() : part;
        return switch (kind) {
            case "mime" -> header(part);
            case "header" -> header(isMessage ? part : inner);
            case "text" -> lines(isMessage ? part.rawBody() : inner.rawBody());
            default -> lines(numbers.isEmpty() ? part.raw() : part.rawBody());
        };
    }

    private static String header(Part part) {
        String whole = lines(part.raw());
        return whole.substring(0, whole.length() - lines(part.rawBody()).length());
    }

    private static String lines(Source source) {
        return new String(OctetSource.bytes(OctetSource.octets(source)), StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n");
    }

    private void envelope(String what, String text, Message message) {
        List<Object> wanted = new ArrayList<>();
        Matcher words = ENVELOPE_WORD.matcher(text);
        list(words, wanted);
        agreement.check(
                what + " subject",
                String.valueOf(wanted.get(1)),
                message.subject().orElse("NIL"));
        List<List<Address>> lists = List.of(
                message.from(),
                message.sender().<List<Address>>map(List::of).orElse(message.from()),
                message.replyTo().isEmpty() ? message.from() : message.replyTo(),
                message.to(),
                message.cc(),
                message.bcc());
        for (int i = 0; i < lists.size(); i++) {
            agreement.check(what + " addresses " + i, wanted.get(i + 2), addresses(lists.get(i)));
        }
        String id = message.header().first("Message-ID").map(Field::value).orElse("NIL");
        agreement.check(what + " id", wanted.get(9), id);
    }

    private static void list(Matcher words, List<Object> into) {
        while (words.find() && !words.group().equals(")")) {
            if (words.group().equals("(")) {
                List<Object> inner = new ArrayList<>();
                list(words, inner);
                into.add(inner);
            } else {
                into.add(words.group(1) == null ? "NIL" : words.group(1));
            }
        }
    }

    /** Addresses as an ENVELOPE has them, a group between two marks. */
    private static Object addresses(List<Address> addresses) {
        List<Object> all = new ArrayList<>();
        for (Address address : addresses) {
            boolean isGroup = address instanceof Group;
            if (isGroup) {
                all.add(List.of("NIL", "NIL", address.displayName(), "NIL"));
            }
            for (Mailbox one : address.mailboxes()) {
                all.add(List.of(
                        one.displayName().isEmpty() ? "NIL" : one.displayName(), "NIL", one.localPart(), one.domain()));
            }
            if (isGroup) {
                all.add(List.of("NIL", "NIL", "NIL", "NIL"));
            }
        }
        return all.isEmpty() ? "NIL" : all;
    }
}
