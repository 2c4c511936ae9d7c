package dev.tegami.imap.internal.response;

import dev.tegami.mime.Address;
import dev.tegami.mime.Group;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of an envelope, decoded; one that cannot be an address is left out. */
final class People {
    private People() {}

    static List<Address> of(List<Envelope.Who> people) {
        List<Address> found = new ArrayList<>(people.size());
        String group = null;
        List<Mailbox> members = new ArrayList<>();
        for (Envelope.Who who : people) {
            boolean isMark = who.host() == null || who.host().isEmpty();
            if (isMark) {
                if (group != null) {
                    found.add(Group.of(group, List.copyOf(members)));
                    members.clear();
                }
                String name = who.mailbox();
                group = name == null || name.isEmpty() ? null : decode(name);
            } else {
                mailbox(who, group == null ? found : members);
            }
        }
        return List.copyOf(found);
    }

    private static void mailbox(Envelope.Who who, List<? super Mailbox> to) {
        try {
            String name = who.name() == null ? "" : decode(who.name());
            to.add(Mailbox.of(name, String.valueOf(who.mailbox()), String.valueOf(who.host())));
        } catch (IllegalArgumentException e) {
            // MISSING_MAILBOX and other placeholders that no address may hold
            String shown = who.mailbox() + "@" + who.host();
            Address.parseList(shown).stream()
                    .filter(Mailbox.class::isInstance)
                    .map(Mailbox.class::cast)
                    .findFirst()
                    .ifPresent(to::add);
        }
    }

    private static String decode(@Nullable String text) {
        return text == null ? "" : header("Subject", text).subject().orElse("");
    }

    static Message header(String name, String value) {
        String flat = value.replace('\r', ' ').replace('\n', ' ');
        return Message.parse((name + ": " + flat + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
