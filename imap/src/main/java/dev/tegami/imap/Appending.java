package dev.tegami.imap;

import dev.tegami.LimitExceeded;
import dev.tegami.imap.internal.command.Append;
import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.NulScan;
import dev.tegami.imap.internal.quirk.DovecotUtf8Appends;
import dev.tegami.mime.TransferEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Appends messages, in one command where the server has MULTIAPPEND. */
final class Appending {
    private final Conversation conversation;
    private final String folder;

    Appending(Conversation conversation, String folder) {
        this.conversation = conversation;
        this.folder = folder;
    }

    List<Appended> run(List<NewMessage> given) {
        List<NewMessage> messages = given.stream().map(this::fitting).toList();
        limit(conversation).ifPresent(limit -> messages.forEach(message -> check(message, limit)));
        long octets = messages.stream().mapToLong(m -> m.message().size()).sum();
        return conversation.meter().measure("APPEND", messages.size(), octets, () -> send(messages));
    }

    /** NUL travels as it is where the server has BINARY (RFC 3516), else encoded; nothing else is ever changed. */
    private NewMessage fitting(NewMessage given) {
        return conversation.has("BINARY") || !NulScan.finds(given.message())
                ? given
                : new NewMessage(
                        given.message().fitFor(TransferEncoding.EIGHT_BIT), given.flags(), given.internalDate());
    }

    private List<Appended> send(List<NewMessage> messages) {
        int most = conversation.has("MULTIAPPEND")
                ? (int) Math.min(Integer.MAX_VALUE, most(conversation).orElse(Integer.MAX_VALUE))
                : 1;
        List<Appended> where = new ArrayList<>();
        for (int from = 0; from < messages.size(); ) {
            int to = (int) Math.min(messages.size(), (long) from + Math.max(1, most));
            List<NewMessage> some = messages.subList(from, to);
            Appended told = command(some);
            where.addAll(some.size() == 1 ? List.of(told) : each(told, some.size()));
            from = to;
        }
        return List.copyOf(where);
    }

    /** Servers take headers in UTF-8 as they are, or want them announced, or want UTF-8 to be turned on. */
    private Appended command(List<NewMessage> messages) {
        try {
            return conversation.run(new Append(folder, messages, Append.Headers.AS_THEY_ARE));
        } catch (ImapRefused refused) {
            boolean isForHeaders = refused.code().known() == ResponseCode.Known.OTHER
                    && messages.stream().anyMatch(each -> each.message().needsSmtpUtf8());
            if (!isForHeaders || !(conversation.has("UTF8=ACCEPT") || conversation.has("UTF8=ONLY"))) {
                throw refused;
            }
            if (!conversation.dialect().announcesUtf8()) {
                throw refused.advised("the header holds UTF-8: enable(\"UTF8=ACCEPT\") before a folder is selected");
            }
            if (DovecotUtf8Appends.mistakesForCommands(conversation.greeting())) {
                throw refused;
            }
            return conversation.run(new Append(folder, messages, Append.Headers.ANNOUNCED));
        }
    }

    /** How many messages go into one command: the lower of two limits (RFC 9738 §3). */
    static OptionalLong most(Conversation conversation) {
        return Stream.of("MESSAGELIMIT", "SAVELIMIT")
                .flatMapToLong(name -> conversation.limit(name).stream())
                .min();
    }

    /** The limit that goes for all folders alike (RFC 7889 §2). */
    static OptionalLong limit(Conversation conversation) {
        for (String name : conversation.capabilities()) {
            if (name.matches("APPENDLIMIT=[0-9]{1,18}")) {
                return OptionalLong.of(Long.parseLong(name.substring(12)));
            }
        }
        return OptionalLong.empty();
    }

    private static void check(NewMessage message, long limit) {
        if (message.message().size() > limit) {
            throw new LimitExceeded(
                    "APPENDLIMIT", limit, "the server takes no larger message into any folder; nothing was sent");
        }
    }

    /** UIDs are given in the order of the messages (RFC 4315 §3); a server that counts otherwise said nothing. */
    private static List<Appended> each(Appended all, int messages) {
        boolean told = all.uids().size() == messages;
        long[] uids = told ? all.uids().stream().toArray() : new long[0];
        List<Appended> where = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            where.add(told ? new Appended(all.uidValidity(), UidSet.of(uids[i])) : Appended.UNKNOWN);
        }
        return List.copyOf(where);
    }
}
