package dev.tegami.imap;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.BaseSubject;
import dev.tegami.mime.Message;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Finds conversations here, for servers that do not. Memory and time grow with the number of messages. */
interface Threading {
    /** The most messages to look at. */
    int MOST = 1_000_000;

    /** The most references of one message to look at, the last ones. */
    int REFERENCES = 100;

    /** Takes the next message of the folder. */
    void add(ThreadNode message, String id, List<String> references);

    /** Gives the conversations of all messages taken so far. */
    List<MessageThread> threads();

    /** Fetches what the algorithm needs of these messages, and runs it. */
    static List<MessageThread> run(ReadableFolder folder, UidSet messages, MessageThread.Algorithm algorithm) {
        if (messages.size() > MOST) {
            throw new LimitExceeded("messages", MOST, "thread fewer messages at once");
        }
        boolean bySubject = algorithm == MessageThread.Algorithm.ORDEREDSUBJECT;
        Threading threading = bySubject ? new ThreadBySubject() : new ThreadByReferences(algorithm);
        Section references = Section.fields("References");
        Fetch[] items = bySubject
                ? new Fetch[] {Fetch.ENVELOPE, Fetch.INTERNAL_DATE}
                : new Fetch[] {Fetch.ENVELOPE, Fetch.INTERNAL_DATE, Fetch.section(references)};
        folder.fetch(messages, message -> threading.add(node(message), id(message), ids(message, references)), items);
        return threading.threads();
    }

    private static ThreadNode node(Summary message) {
        Instant arrived = message.internalDate().map(OffsetDateTime::toInstant).orElse(Instant.MIN);
        Instant sent = message.date().map(OffsetDateTime::toInstant).orElse(arrived);
        return new ThreadNode(
                message.uid(), sent, arrived, BaseSubject.of(message.subject().orElse("")));
    }

    private static String id(Summary message) {
        return message.messageId().map(Threading::plain).orElse("");
    }

    private static List<String> ids(Summary message, Section references) {
        List<String> found = new ArrayList<>();
        message.section(references)
                .map(octets -> Message.parse(octets).references())
                .ifPresent(ids -> ids.forEach(id -> found.add(plain(id))));
        if (found.isEmpty()) {
            message.inReplyTo().map(Threading::plain).ifPresent(found::add);
        }
        return found.size() > REFERENCES ? found.subList(found.size() - REFERENCES, found.size()) : found;
    }

    /** Quotes make no other id of the same (RFC 5256 §3). */
    private static String plain(String id) {
        return id.indexOf('"') < 0 && id.indexOf('\\') < 0 ? id : id.replaceAll("\\\\(.)|\"", "$1");
    }
}
