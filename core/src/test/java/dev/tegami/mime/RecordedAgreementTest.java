package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.EncodedWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The assertions of Ruby's Mail and of enmime on messages, addresses, parameters and encoded words. */
class RecordedAgreementTest {
    @Test
    void rubyMail() throws IOException {
        Agreement agreement = new Agreement("ruby-mail");
        Recorded.check(agreement, "ruby-mail", RecordedAgreementTest::ruby);
        agreement.conclude();
    }

    @Test
    void enmime() throws IOException {
        Agreement agreement = new Agreement("enmime");
        Recorded.check(agreement, "enmime", RecordedAgreementTest::go);
        agreement.conclude();
    }

    private static @Nullable Object ruby(String statement, List<String> literals) {
        if (literals.isEmpty()) {
            return null;
        }
        if (statement.matches(
                "(?s)@?\\w+([.\\[].*)? ?(<<|\\+=).*|@?\\w+[.\\[][^(]* = .*|(body|content_type|subject|to|from) .*")) {
            return JavaScript.UNSAID;
        }
        String last = literals.get(literals.size() - 1);
        if (statement.contains("read_fixture(") && literals.size() > 2) {
            return message("ruby-mail/" + String.join("/", literals));
        }
        if (statement.matches("(?s)\\w+ = Mail(::Message)?\\.new\\(\".*\"\\)")) {
            return rubyMessage(Message.parse(literals.get(0).getBytes(StandardCharsets.UTF_8))
                    .root());
        }
        if (statement.contains("Mail::ContentTypeField.new(\"") || statement.matches("(?s)string = %q\\{.*")) {
            return contentType(
                    statement.contains("%q{")
                            ? statement.substring(statement.indexOf('{') + 1, statement.lastIndexOf('}'))
                            : last);
        }
        if (statement.matches("(?s)\\w+ = Mail::(To|Cc|Bcc|From|ReplyTo|Resent\\w+)Field\\.new\\(\".*")) {
            return addressField(last);
        }
        if (statement.matches("(?s)(\\w+ = Mail::Address\\.new\\(\".*|parse_text =)")) {
            return address(last);
        }
        if (statement.equals("string =")) {
            return Map.of("value_decode", words(last));
        }
        return null;
    }

    private static String words(String text) {
        return EncodedWords.decode(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static Object contentType(String text) {
        ContentType type = ContentType.parse(text);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("main_type", type.type());
        view.put("sub_type", type.subtype());
        view.put("content_type", type.type() + "/" + type.subtype());
        view.put("parameters", new TreeMap<>(type.parameters()));
        return view;
    }

    private static Object addressField(String text) {
        List<Mailbox> all = AddressReader.read(text).stream()
                .flatMap(address -> address.mailboxes().stream())
                .toList();
        return Map.of(
                "addresses", all.stream().map(RecordedAgreementTest::spec).toList(),
                "display_names", all.stream().map(Mailbox::displayName).toList());
    }

    private static Object address(String text) {
        Map<String, Object> view = new LinkedHashMap<>();
        List<Address> all = AddressReader.read(text);
        if (all.size() == 1 && all.get(0) instanceof Mailbox mailbox) {
            view.put("display_name", mailbox.displayName());
            view.put("local", mailbox.localPart());
            view.put("domain", mailbox.domain());
            view.put("address", spec(mailbox));
        }
        return view;
    }

    private static String spec(Mailbox mailbox) {
        return mailbox.domain().isEmpty() ? mailbox.localPart() : mailbox.unicodeAddress();
    }

    private static Object message(String path) {
        Path file = Corpora.root().resolve(path);
        return Files.isRegularFile(file)
                ? rubyMessage(Message.parse(Corpora.read(file)).root())
                : JavaScript.UNSAID;
    }

    private static List<Object> specs(Header header, String name) {
        return new ArrayList<>(AddressReader.of(header, name).stream()
                .flatMap(address -> address.mailboxes().stream())
                .map(RecordedAgreementTest::spec)
                .toList());
    }

    private static Map<String, Object> rubyMessage(Part root) {
        Map<String, Object> view = new LinkedHashMap<>();
        for (String name : List.of("From", "To", "Cc", "Bcc", "Reply-To", "Resent-From", "Resent-To")) {
            view.put(Ascii.lower(name).replace('-', '_'), specs(root.header(), name));
        }
        specs(root.header(), "Sender").stream().findFirst().ifPresent(sender -> view.put("sender", sender));
        root.header().first("Subject").ifPresent(subject -> view.put("subject", subject.value()));
        for (String name : List.of("Message-ID", "In-Reply-To", "Resent-Message-ID", "Content-ID")) {
            root.header()
                    .first(name)
                    .filter(field -> field.value().indexOf('<') == field.value().lastIndexOf('<'))
                    .ifPresent(field -> view.put(
                            Ascii.lower(name).replace('-', '_'), field.value().replaceAll(".*<|>.*", "")));
        }
        ContentType type = root.contentType();
        view.put("main_type", type.type());
        view.put("sub_type", type.subtype());
        type.parameter("boundary").ifPresent(boundary -> view.put("boundary", boundary));
        view.put(
                "parts",
                root.parts().stream().map(RecordedAgreementTest::rubyMessage).toList());
        view.put(
                "attachments",
                Message.of(root).attachments().stream()
                        .map(RecordedAgreementTest::attachment)
                        .toList());
        view.put("filename", root.fileName().orElse(""));
        root.content()
                .filter(content -> type.type().equals("text"))
                .ifPresent(content -> view.put("decoded", content.text()));
        return view;
    }

    private static Map<String, Object> attachment(Part part) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("filename", part.fileName().orElse(""));
        view.put("FileName", part.fileName().orElse(""));
        view.put("ContentID", part.contentId().orElse(""));
        view.put(
                "mime_type",
                part.contentType().type() + "/" + part.contentType().subtype());
        view.put("decoded", part.content().map(Content::bytes).orElse(new byte[0]));
        return view;
    }

    private static @Nullable Object go(String statement, List<String> literals) {
        if (statement.contains(".SetHeader(")
                || statement.contains(".DeleteHeader(")
                || statement.contains(".AddHeader(")) {
            return JavaScript.UNSAID;
        }
        if (!statement.contains("OpenTestData(") || literals.size() < 2) {
            return null;
        }
        Path file = Corpora.root().resolve("enmime").resolve(literals.get(0)).resolve(literals.get(1));
        return Files.isRegularFile(file) ? goMessage(Message.parse(Corpora.read(file))) : JavaScript.UNSAID;
    }

    private static Map<String, Object> goMessage(Message message) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("Text", message.text().orElse(""));
        view.put("HTML", message.html().orElse(""));
        view.put("Attachments", attachments(message, "attachment"));
        view.put("Inlines", attachments(message, "inline"));
        Map<String, Object> header = new LinkedHashMap<>();
        message.header()
                .fields()
                .forEach(field -> header.putIfAbsent(field.name().replace('-', '_'), field.value()));
        view.put("header", header);
        view.put("fields", new ArrayList<>(header.keySet()));
        Part root = message.root();
        view.put(
                "ContentType",
                root.contentType().type() + "/" + root.contentType().subtype());
        view.put("Charset", root.contentType().parameter("charset").orElse("us-ascii"));
        view.put("FileName", root.fileName().orElse(""));
        view.put("Disposition", root.disposition().map(Disposition::type).orElse(""));
        view.put("ContentID", root.contentId().orElse(""));
        return view;
    }

    private static List<Object> attachments(Message message, String disposition) {
        List<Object> all = new ArrayList<>();
        collect(message.root(), disposition, all);
        return all;
    }

    private static void collect(Part part, String disposition, List<Object> all) {
        if (part.disposition()
                .map(Disposition::type)
                .filter(disposition::equals)
                .isPresent()) {
            all.add(attachment(part));
        }
        part.parts().forEach(child -> collect(child, disposition, all));
    }
}
