package dev.tegami.imap;

import dev.tegami.imap.internal.command.GetMetadata;
import dev.tegami.imap.internal.command.SetMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The notes of a folder or of the server (RFC 5464): what begins with {@code /private/} is the user's own, what begins
 * with {@code /shared/} is everybody's. Used by the thread of its session.
 *
 * <pre>{@code
 * Optional<String> admin = imap.serverMetadata().get("/shared/admin").flatMap(MetadataEntry::text);
 * }</pre>
 */
public final class MetadataStore {
    private final ImapSession session;
    private final String folder;

    MetadataStore(ImapSession session, String folder) {
        this.session = session;
        this.folder = folder;
    }

    /**
     * Asks for one entry.
     *
     * @param name such as {@code /private/comment}
     * @return the entry, if it has a value
     */
    public Optional<MetadataEntry> get(String name) {
        return ask(MetadataQuery.of(name)).entry(name);
    }

    /**
     * Asks for entries.
     *
     * @param query which
     * @return those that have a value
     */
    public Metadata ask(MetadataQuery query) {
        return session.run(new GetMetadata(folder, query, session.conversation().greeting()));
    }

    /**
     * Sets entries, all of them or none; those without a value are removed.
     *
     * @param entries the entries
     * @throws ImapRefused with {@code [METADATA MAXSIZE …]}, {@code [METADATA TOOMANY]} or {@code [METADATA
     *     NOPRIVATE]} where the server takes no more
     */
    public void set(MetadataEntry... entries) {
        if (entries.length > 0) {
            session.run(new SetMetadata(
                    folder, List.of(entries), session.conversation().greeting()));
        }
    }

    /**
     * Removes entries.
     *
     * @param names their names
     */
    public void remove(String... names) {
        set(Stream.of(names).map(MetadataEntry::absent).toArray(MetadataEntry[]::new));
    }
}
