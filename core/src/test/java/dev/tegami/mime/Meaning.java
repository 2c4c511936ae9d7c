package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a written message says, whatever its folding, its boundaries, and the order and case of its field names: fields
 * decoded, addresses as addresses, types with their parameters, the file name wherever it stands, the transfer encoding,
 * and the decoded body without the line end behind its last line. Where a text is US-ASCII, its charset says nothing.
 */
final class Meaning {
    private static final List<String> ADDRESSES = List.of("from", "sender", "reply-to", "to", "cc", "bcc");

    private Meaning() {}

    /** Reads a message that another library wrote. */
    static Object of(Object written) {
        return of(Message.parse(String.valueOf(written).getBytes(StandardCharsets.UTF_8)));
    }

    static Object of(Message message) {
        return part(message.root());
    }

    static Object part(Part part) {
        Map<String, Object> all = new TreeMap<>();
        for (Field field : part.header().fields()) {
            String name = Ascii.lower(field.name());
            Object value = ADDRESSES.contains(name) ? AddressReader.of(Header.of(List.of(field)), name) : field.value();
            all.merge(name, List.of(value), Meaning::both);
        }
        all.remove("content-transfer-encoding");
        Map<String, String> parameters = new TreeMap<>(part.contentType().parameters());
        parameters.keySet().removeAll(List.of("boundary", "name"));
        all.put(
                "content-type",
                part.contentType().type() + "/" + part.contentType().subtype() + parameters);
        all.remove("content-disposition");
        part.disposition().ifPresent(told -> all.put("content-disposition", told.type()));
        part.fileName().ifPresent(name -> all.put("file", name));
        if (part.body() instanceof Parts parts) {
            all.put("parts", parts.parts().stream().map(Meaning::part).toList());
        } else if (part.body() instanceof Embedded embedded) {
            all.put("message", of(embedded.message()));
        } else if (part.body() instanceof Content content) {
            content(all, content, parameters);
        }
        return all;
    }

    private static List<Object> both(Object before, Object more) {
        List<Object> all = new ArrayList<>(Json.list(before));
        all.addAll(Json.list(more));
        return all;
    }

    private static void content(Map<String, Object> all, Content content, Map<String, String> parameters) {
        all.put("encoding", content.encoding());
        if (!content.contentType().type().equals("text")) {
            all.put("octets", Arrays.toString(content.bytes()));
            return;
        }
        String text = content.text();
        all.put("text", text.endsWith("\r\n") ? text.substring(0, text.length() - 2) : text);
        if (Ascii.isAscii(text)) {
            parameters.remove("charset");
            all.put(
                    "content-type",
                    content.contentType().type() + "/" + content.contentType().subtype() + parameters);
        } else {
            parameters.computeIfPresent("charset", (name, value) -> Ascii.lower(value));
        }
    }
}
