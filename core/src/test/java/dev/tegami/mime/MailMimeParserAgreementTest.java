package dev.tegami.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        all.keySet().removeIf(name -> !name.matches("emails/[^/]+") || !Files.isRegularFile(root.resolve(name)));
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
        if (!(name instanceof String text) || text.isEmpty()) {
            return "";
        }
        byte[] octets = Corpora.read(root.resolve("emails/files").resolve(text));
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

    /** The types in their order; where children stand beside subtrees, numbers stand for their names. */
    private static List<String> tree(Object value) {
        List<String> types = new ArrayList<>();
        if (value instanceof String type) {
            types.add(type);
        } else if (value instanceof Map) {
            Json.map(value).forEach((type, children) -> {
                if (type.indexOf('/') > 0) {
                    types.add(type);
                }
                types.addAll(tree(children));
            });
        } else {
            Json.list(value).forEach(child -> types.addAll(tree(child)));
        }
        return types;
    }

    private static List<String> tree(Part part) {
        List<String> types = new ArrayList<>();
        types.add(part.contentType().type() + "/" + part.contentType().subtype());
        part.parts().forEach(child -> types.addAll(tree(child)));
        return types;
    }
}
