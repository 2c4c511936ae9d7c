package dev.tegami.mime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The envelope that Nodemailer makes of addresses, written as one set in text, in objects, or in lists of both. */
final class NodemailerEnvelope {
    private NodemailerEnvelope() {}

    /** From who sends to all others, each once. */
    static Map<String, Object> of(Map<String, Object> given) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        for (String sender : List.of("from", "sender")) {
            written(given, sender).forEach(address -> envelope.putIfAbsent("from", address));
        }
        Set<Object> to = new LinkedHashSet<>();
        List.of("to", "cc", "bcc").forEach(recipients -> to.addAll(written(given, recipients)));
        envelope.put("to", new ArrayList<>(to));
        return envelope;
    }

    /** The addresses of a field; a name alone is none. */
    private static List<String> written(Map<String, Object> given, String field) {
        return addresses(given.getOrDefault(field, "")).stream()
                .flatMap(address -> address.mailboxes().stream())
                .map(Mailbox::address)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** Reads text as a header would, and takes an object at its word. */
    static List<Address> addresses(Object given) {
        List<Address> all = new ArrayList<>();
        if (given instanceof List) {
            Json.list(given).forEach(one -> all.addAll(addresses(one)));
        } else if (given instanceof Map) {
            all.add(address(Json.map(given)));
        } else if (given instanceof String text) {
            all.addAll(AddressReader.read(text));
        }
        return all;
    }

    private static Address address(Map<String, Object> given) {
        String name = String.valueOf(given.getOrDefault("name", ""));
        if (given.containsKey("group")) {
            List<Mailbox> members = new ArrayList<>();
            addresses(Json.get(given, "group")).forEach(member -> members.addAll(member.mailboxes()));
            return Group.of(name, members);
        }
        return mailbox(name, String.valueOf(given.get("address")));
    }

    /** An address alone: what stands before the last at sign, quoted or not, and behind it. */
    static Mailbox mailbox(String name, String address) {
        int at = address.lastIndexOf('@');
        String left = at < 0 ? address : address.substring(0, at);
        if (left.matches("\"([^\"\\\\]|\\\\.)*\"")) {
            left = left.substring(1, left.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return at < 0 ? Mailbox.received(name, left, "") : Mailbox.of(name, left, address.substring(at + 1));
    }
}
