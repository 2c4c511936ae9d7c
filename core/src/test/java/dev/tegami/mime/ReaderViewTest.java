package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reader's view of the message that RFC 8621 section 4.1.4 takes for its example. */
class ReaderViewTest {
    private static String leaf(String name, String type, String disposition) {
        String field = disposition.isEmpty() ? "" : "Content-Disposition: " + disposition + "\r\n";
        String body = type.equals("message/rfc822") ? "Subject: inside\r\n\r\ntext" : name;
        return "Content-ID: <" + name + ">\r\nContent-Type: " + type + "\r\n" + field + "\r\n" + body;
    }

    private static String multipart(String kind, String boundary, String... parts) {
        StringBuilder all =
                new StringBuilder("Content-Type: multipart/" + kind + "; boundary=" + boundary + "\r\n\r\n");
        for (String part : parts) {
            all.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
        }
        return all.append("--").append(boundary).append("--").toString();
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream().map(part -> part.contentId().orElse("")).toList();
    }

    private static Message example() {
        String alternative = multipart(
                "alternative",
                "alt",
                multipart(
                        "mixed",
                        "inner",
                        leaf("B", "text/plain", "inline"),
                        leaf("C", "image/jpeg", "inline"),
                        leaf("D", "text/plain", "inline")),
                multipart("related", "rel", leaf("E", "text/html", ""), leaf("F", "image/jpeg", "")));
        String second = multipart(
                "mixed",
                "second",
                alternative,
                leaf("G", "image/jpeg", "attachment"),
                leaf("H", "application/x-excel", ""),
                leaf("J", "message/rfc822", ""));
        String whole = multipart(
                "mixed", "outer", leaf("A", "text/plain", "inline"), second, leaf("K", "text/plain", "inline"));
        return Message.parse(whole.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void bodiesAndAttachmentsAreThoseOfTheRfc() {
        Message message = example();
        assertThat(names(message.textBody())).containsExactly("A", "B", "C", "D", "K");
        assertThat(names(message.htmlBody())).containsExactly("A", "E", "K");
        assertThat(names(message.attachments())).containsExactly("C", "F", "G", "H", "J");
        assertThat(message.text()).contains("A\r\nB\r\nD\r\nK");
        assertThat(message.html().orElseThrow()).contains("E").contains("<pre>A</pre>");
        assertThat(message.inline("F").orElseThrow().contentType().is("image/jpeg"))
                .isTrue();
        assertThat(message.inline("none")).isEmpty();
    }

    @Test
    void theOutlineShowsEveryPartAndItsJsonEveryField() {
        assertThat(Outline.tree(example()).lines().map(line -> line.replaceAll("(/\\S+).*", "$1")))
                .containsExactly(
                        "multipart/mixed",
                        "  text/plain",
                        "  multipart/mixed",
                        "    multipart/alternative",
                        "      multipart/mixed",
                        "        text/plain",
                        "        image/jpeg",
                        "        text/plain",
                        "      multipart/related",
                        "        text/html",
                        "        image/jpeg",
                        "    image/jpeg",
                        "    application/x-excel",
                        "    message/rfc822",
                        "      text/plain",
                        "  text/plain");
        Object json = Json.parse(Outline.json(example()));
        assertThat(Json.map(json)).containsKeys("root", "findings");
        assertThat(Outline.json(example())).contains("\"Content-ID\"", "\"cid\":\"F\"", "inside");
    }
}
