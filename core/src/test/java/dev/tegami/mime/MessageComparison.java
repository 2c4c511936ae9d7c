package dev.tegami.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares one message with what mail-parser expects of it: shape, offsets, subject, addresses, texts, attachments. */
final class MessageComparison {
    private final Agreement agreement;
    private final String name;
    private final List<Part> parts = new ArrayList<>();

    MessageComparison(Agreement agreement, String name) {
        this.agreement = agreement;
        this.name = name;
    }

    void compare(Message message, Map<String, Object> wanted) {
        flatten(message.root());
        List<Object> expected = Json.list(Json.get(wanted, "parts"));
        agreement.check(name + " parts", expected.size(), parts.size());
        BodyView<Part> view = BodyView.of(message.root(), BodyView.PARTS);
        agreement.check(name + " text_body", indexes(Json.get(wanted, "text_body")), positions(view.textBody()));
        agreement.check(name + " html_body", indexes(Json.get(wanted, "html_body")), positions(view.htmlBody()));
        agreement.check(name + " attachments", indexes(Json.get(wanted, "attachments")), positions(view.attachments()));
        if (expected.size() != parts.size()) {
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            part(i, parts.get(i), Json.map(expected.get(i)));
        }
    }

    private void flatten(Part part) {
        parts.add(part);
        part.parts().forEach(this::flatten);
    }

    private List<Integer> positions(List<Part> some) {
        return some.stream().map(parts::indexOf).toList();
    }

    private static List<Integer> indexes(Object value) {
        return Json.list(value).stream().map(one -> ((Double) one).intValue()).toList();
    }

    private void part(int number, Part part, Map<String, Object> wanted) {
        String place = name + " " + number;
        for (Object item : Json.list(Json.get(wanted, "headers"))) {
            Map<String, Object> field = Json.map(item);
            if (Json.get(field, "name").equals("subject")
                    && Json.map(Json.get(field, "value")).containsKey("Text")) {
                agreement.check(
                        place + " subject",
                        String.valueOf(Json.map(Json.get(field, "value")).get("Text")),
                        part.header()
                                .first("Subject")
                                .map(Field::value)
                                .orElse("none")
                                .replaceAll("\\s+", " "));
            }
        }
        Object body = Json.get(wanted, "body");
        if (body instanceof Map) {
            Map<String, Object> kinds = Json.map(body);
            for (String kind : List.of("Text", "Html")) {
                if (kinds.containsKey(kind)) {
                    agreement.check(
                            place + " text",
                            Json.get(kinds, kind),
                            part.content().map(Content::text).orElse("none"));
                }
            }
            for (String kind : List.of("Binary", "InlineBinary")) {
                if (kinds.containsKey(kind)) {
                    agreement.check(
                            place + " octets",
                            octets(Json.get(kinds, kind)),
                            part.content()
                                    .map(content -> boxed(content.bytes()))
                                    .orElse(List.of()));
                }
            }
            if (kinds.containsKey("Multipart")) {
                agreement.check(
                        place + " children",
                        indexes(Json.get(kinds, "Multipart")).size(),
                        part.parts().size());
            }
            if (kinds.containsKey("Message") && part.body() instanceof Embedded embedded) {
                new MessageComparison(agreement, place)
                        .compare(embedded.message(), Json.map(Json.get(kinds, "Message")));
            } else if (kinds.containsKey("Message")) {
                agreement.check(place + " message", true, false);
            }
        }
    }

    private static List<Integer> octets(Object value) {
        return indexes(value);
    }

    private static List<Integer> boxed(byte[] octets) {
        List<Integer> all = new ArrayList<>(octets.length);
        for (byte octet : octets) {
            all.add(octet & 0xFF);
        }
        return all;
    }
}
