package dev.tegami.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Our messages and addresses as the objects that JavaScript libraries make of them. */
final class JavaScriptMessage {
    private JavaScriptMessage() {}

    static Map<String, Object> of(Message message) {
        Map<String, Object> view = new LinkedHashMap<>();
        Header header = message.header();
        view.put("headers", headers(header));
        view.put("headerLines", headerLines(header));
        message.subject().ifPresent(subject -> view.put("subject", subject));
        first(view, "from", message.from());
        first(view, "sender", message.sender().stream().toList());
        all(view, "to", message.to());
        all(view, "cc", message.cc());
        all(view, "bcc", message.bcc());
        all(view, "replyTo", message.replyTo());
        spec(view, header, "returnPath", "Return-Path");
        spec(view, header, "deliveredTo", "Delivered-To");
        for (String name : List.of("Message-ID", "In-Reply-To", "References")) {
            String key =
                    name.equals("Message-ID") ? "messageId" : name.equals("References") ? "references" : "inReplyTo";
            header.first(name).ifPresent(field -> view.put(key, field.value()));
        }
        message.date().ifPresent(date -> view.put("date", date.toInstant().toString()));
        body(message, "text/plain").ifPresent(text -> view.put("text", text.replace("\r\n", "\n")));
        body(message, "text/html").ifPresent(html -> view.put("html", html.replace("\r\n", "\n")));
        view.put(
                "attachments",
                message.attachments().stream()
                        .map(JavaScriptMessage::attachment)
                        .toList());
        return view;
    }

    /** The whole text, or none where the part chosen is of another type. */
    private static Optional<String> body(Message message, String type) {
        List<Part> parts = type.equals("text/html") ? message.htmlBody() : message.textBody();
        boolean any = parts.stream().anyMatch(part -> mimeType(part).equals(type));
        return any ? type.equals("text/html") ? message.html() : message.text() : Optional.empty();
    }

    private static List<Object> headers(Header header) {
        List<Object> all = new ArrayList<>();
        for (Field field : header.fields()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("key", field.name().toLowerCase(Locale.ROOT));
            one.put("originalKey", field.name());
            one.put("value", field.value());
            all.add(one);
        }
        return all;
    }

    private static List<Object> headerLines(Header header) {
        List<Object> all = new ArrayList<>();
        for (Field field : header.fields()) {
            String line = new String(field.raw(), StandardCharsets.UTF_8);
            all.add(Map.of(
                    "key", field.name().toLowerCase(Locale.ROOT),
                    "line", line.substring(0, line.stripTrailing().length())));
        }
        return all;
    }

    private static void first(Map<String, Object> view, String key, List<? extends Address> addresses) {
        if (!addresses.isEmpty()) {
            view.put(key, address(addresses.get(0)));
        }
    }

    private static void all(Map<String, Object> view, String key, List<Address> addresses) {
        if (!addresses.isEmpty()) {
            view.put(key, addresses(addresses));
        }
    }

    private static void spec(Map<String, Object> view, Header header, String key, String name) {
        List<Address> read = AddressReader.of(header, name);
        if (!read.isEmpty() && read.get(0) instanceof Mailbox mailbox) {
            view.put(key, mailbox.address());
        }
    }

    static List<Object> addresses(List<Address> addresses) {
        return new ArrayList<>(
                addresses.stream().map(JavaScriptMessage::address).toList());
    }

    private static Map<String, Object> address(Address address) {
        Map<String, Object> one = new LinkedHashMap<>();
        if (address instanceof Mailbox mailbox) {
            boolean isWord = mailbox.domain().isEmpty() && mailbox.displayName().isEmpty();
            one.put("name", isWord ? mailbox.localPart() : mailbox.displayName());
            one.put(
                    "address",
                    isWord ? "" : mailbox.domain().isEmpty() ? mailbox.localPart() : mailbox.unicodeAddress());
        } else {
            one.put("name", address.displayName());
            one.put("group", addresses(new ArrayList<>(address.mailboxes())));
        }
        return one;
    }

    private static String mimeType(Part part) {
        return part.contentType().type() + "/" + part.contentType().subtype();
    }

    private static Map<String, Object> attachment(Part part) {
        Map<String, Object> one = new LinkedHashMap<>();
        part.fileName().ifPresent(name -> one.put("filename", name));
        one.put("mimeType", mimeType(part));
        part.disposition().ifPresent(disposition -> one.put("disposition", disposition.type()));
        part.header().first("Content-ID").ifPresent(id -> one.put("contentId", id.value()));
        part.header().first("Content-Description").ifPresent(text -> one.put("description", text.value()));
        part.contentType().parameter("method").ifPresent(method -> one.put("method", method));
        part.content().ifPresent(content -> one.put("content", Arrays.toString(content.bytes())));
        return one;
    }
}
