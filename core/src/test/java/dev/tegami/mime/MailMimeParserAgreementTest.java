package dev.tegami.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expectations of the PHP library mail-mime-parser: sender, recipient, subject, texts, attachments, tree. */
class MailMimeParserAgreementTest {
    private final Agreement agreement = new Agreement("mail-mime-parser-php");
    private final Path root = Corpora.root().resolve("mail-mime-parser-php");

    @Test
    void messages() throws IOException {
        byte[] json = Corpora.read(root.resolve("derived/email-expectations.json"));
        Map<String, Object> all = Json.map(Json.parse(new String(json, StandardCharsets.UTF_8)));
        all.forEach((name, wanted) ->
                message(name.substring(7), Message.parse(Corpora.read(root.resolve(name))), Json.map(wanted)));
        agreement.conclude();
    }

    private void message(String name, Message message, Map<String, Object> wanted) {
        wanted.forEach((key, value) -> {
            switch (key) {
                case "From" -> agreement.check(name + " from", address(value), address(message.from()));
                case "To" -> agreement.check(name + " to", address(value), address(message.to()));
                case "Subject" ->
                    agreement.check(name + " subject", value, message.subject().orElse(""));
                case "Message-ID" ->
                    agreement.check(name + " id", value, message.messageId().orElse(""));
                case "text" ->
                    agreement.check(
                            name + " text", file(value), blanks(message.text().orElse("")));
                case "html" ->
                    agreement.check(
                            name + " html",
                            file(value),
                            blanks(tagless(message.html().orElse(""))));
                case "attachments" ->
                    agreement.check(
                            name + " attachments",
                            ((Double) value).intValue(),
                            message.attachments().size());
                case "parts" -> agreement.check(name + " parts", tree(value), tree(message.root()));
                default -> {}
            }
        });
    }

    private static String address(Object value) {
        Map<String, Object> one = Json.map(value);
        Object name = Json.get(one, "name");
        return (name == Json.NULL ? "" : name) + "|" + Json.get(one, "email");
    }

    private static String address(List<Address> addresses) {
        return addresses.stream()
                .flatMap(address -> address.mailboxes().stream())
                .findFirst()
                .map(mailbox -> mailbox.displayName() + "|" + mailbox.address())
                .orElse("");
    }

    private String file(Object name) {
        byte[] octets = Corpora.read(root.resolve("emails/files/" + name));
        return blanks(new String(octets, StandardCharsets.ISO_8859_1));
    }

    private static String blanks(String text) {
        return text.replaceAll("[\\s\u00A0]+", " ").strip();
    }

    private static String tagless(String html) {
        return html.replaceAll("(?s)<(style|script|title)[^>]*>.*?</\\1>", "")
                .replaceAll("(?s)<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&auml;", "ä")
                .replace("&ouml;", "ö")
                .replace("&uuml;", "ü")
                .replace("&szlig;", "ß")
                .replace("&Auml;", "Ä")
                .replace("&Ouml;", "Ö")
                .replace("&Uuml;", "Ü")
                .replace("&amp;", "&");
    }

    private static String tree(Object value) {
        if (value instanceof String type) {
            return type;
        }
        if (value instanceof Map) {
            StringBuilder all = new StringBuilder();
            Json.map(value).forEach((type, children) -> all.append(type).append(tree(children)));
            return all.toString();
        }
        List<String> each =
                Json.list(value).stream().map(MailMimeParserAgreementTest::tree).toList();
        return each.toString();
    }

    private static String tree(Part part) {
        String type = part.contentType().type() + "/" + part.contentType().subtype();
        return part.parts().isEmpty()
                ? type
                : type
                        + part.parts().stream()
                                .map(MailMimeParserAgreementTest::tree)
                                .toList();
    }
}
