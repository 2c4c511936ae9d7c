package dev.tegami.imap;

import dev.tegami.imap.internal.command.Bare;
import dev.tegami.imap.internal.command.Command;
import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.CreateFor;
import dev.tegami.imap.internal.command.GetJmapAccess;
import dev.tegami.imap.internal.command.GetQuota;
import dev.tegami.imap.internal.command.Language;
import dev.tegami.imap.internal.command.MultiSearch;
import dev.tegami.imap.internal.command.Opening;
import dev.tegami.imap.internal.wire.Dialect;
import dev.tegami.sasl.Credentials;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What some servers can do beyond the everyday verbs, each by an extension of its own. A verb without its extension
 * throws {@link UnsupportedOperationException}, which names it; nothing was sent then. See {@link ImapSession}.
 */
public abstract sealed class ExtendedSession extends ListeningSession permits ImapSession {
    ExtendedSession(Conversation conversation) {
        super(conversation);
    }

    abstract <R> R run(Command<R> command);

    abstract <R> R guarded(Supplier<R> work);

    abstract void begunAnew();

    abstract ImapSession self();

    final void need(Extension extension) {
        extension.need(conversation);
    }

    final boolean has(Extension extension) {
        return extension.isOffered(conversation);
    }

    /** How many messages a command may be about (RFC 9738), where the server says so. */
    final OptionalLong messageLimit() {
        return conversation.limit(Descent.LIMIT);
    }

    /** How many messages may be copied or appended by one command (RFC 9738 §3), where the server says so. */
    final OptionalLong saveLimit() {
        return Appending.most(conversation);
    }

    /** Whether the server keeps the result of a search of so many messages (RFC 5182, RFC 9738 §3.4). */
    final boolean keeps(long messages) {
        return has(Extension.SEARCHRES) && messages <= messageLimit().orElse(Long.MAX_VALUE);
    }

    /**
     * Tells and changes who may do what with a folder (RFC 4314). Nothing is sent yet.
     *
     * @param folder the name
     * @return who may do what
     * @throws UnsupportedOperationException if the server has no ACL
     */
    public FolderAccess access(String folder) {
        need(Extension.ACL);
        return new FolderAccess(self(), folder);
    }

    /**
     * Tells and changes the notes of a folder (RFC 5464). Nothing is sent yet.
     *
     * @param folder the name
     * @return its notes
     * @throws UnsupportedOperationException if the server has no METADATA
     */
    public MetadataStore metadata(String folder) {
        need(Extension.METADATA);
        return new MetadataStore(self(), folder);
    }

    /**
     * Tells and changes the notes of the server (RFC 5464). Nothing is sent yet.
     *
     * @return its notes
     * @throws UnsupportedOperationException if the server has neither METADATA nor METADATA-SERVER
     */
    public MetadataStore serverMetadata() {
        need(Extension.METADATA_SERVER);
        return new MetadataStore(self(), "");
    }

    /**
     * Creates a folder for a use (RFC 6154).
     *
     * @param folder the name
     * @param first what it is for
     * @param more what else it is for
     * @throws UnsupportedOperationException if the server has no CREATE-SPECIAL-USE
     * @throws ImapRefused with {@code [USEATTR]} where the server does not take that use; nothing was created then
     */
    public void create(String folder, SpecialUse first, SpecialUse... more) {
        need(Extension.CREATE_SPECIAL_USE);
        List<SpecialUse> uses =
                Stream.concat(Stream.of(first), Stream.of(more)).distinct().toList();
        run(new CreateFor(folder, uses));
    }

    /**
     * Stores a message that the server makes of pieces (RFC 4469).
     *
     * @param folder the name of the folder that it goes to
     * @param message the pieces
     * @return where it went
     * @throws UnsupportedOperationException if the server has no CATENATE
     * @throws ImapRefused with {@code [BADURL …]} where a piece is not there, or {@code [TOOBIG]}; nothing was stored
     */
    public Appended append(String folder, Catenation message) {
        need(Extension.CATENATE);
        return run(message.into(folder));
    }

    /**
     * Searches several folders at once (RFC 7377); no folder has to be selected.
     *
     * @param scope which folders
     * @param question what to look for
     * @return what was found, one entry for each folder in which something was
     * @throws UnsupportedOperationException if the server has no MULTISEARCH
     * @throws dev.tegami.LimitExceeded if there are more messages than the server looks at in one command (RFC 9738)
     */
    public List<FoundIn> search(SearchScope scope, Search question) {
        need(Extension.MULTISEARCH);
        SearchKeys.needed(question).forEach(this::need);
        List<FoundIn> found = run(new MultiSearch(scope, question.words()));
        if (conversation.stop().isSet()) {
            throw Descent.exceeded(conversation, "search the folders one by one");
        }
        return found;
    }

    /**
     * Tells how much room there is for what shares a root (RFC 9208).
     *
     * @param root the name of the root, as in {@link Quota#root()}
     * @return what limits it, if there is such a root
     * @throws UnsupportedOperationException if the server has no QUOTA
     */
    public Optional<Quota> quota(String root) {
        need(Extension.QUOTA);
        return run(new GetQuota(root, conversation.greeting()));
    }

    /**
     * Tells what the server can count and limit (RFC 9208 §3.1).
     *
     * @return the names, such as {@code STORAGE}; empty where the server names none
     */
    public List<String> quotaResources() {
        String prefix = "QUOTA=RES-";
        return capabilities().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    /**
     * Limits what shares a root, instead of all limits before (RFC 9208 §4.1.3). Mostly for administrators.
     *
     * @param root the name of the root
     * @param limits the limits; none for no limit at all
     * @return what the server made of it, if it says so
     * @throws UnsupportedOperationException if the server has no QUOTASET
     */
    public Optional<Quota> setQuota(String root, QuotaLimit... limits) {
        need(Extension.QUOTASET);
        return run(GetQuota.setting(root, List.of(limits)));
    }

    /**
     * Tells in which languages the server can speak to people (RFC 5255).
     *
     * @return their tags (RFC 5646)
     * @throws UnsupportedOperationException if the server has no LANGUAGE
     */
    public List<String> languages() {
        need(Extension.LANGUAGE);
        return run(new Language(List.of()));
    }

    /**
     * Asks the server to speak a language (RFC 5255): the texts of its answers are in that language from then on.
     *
     * @param tags the languages, the best one first; {@code default} stands for the server's choice
     * @return the language it speaks from now on
     * @throws UnsupportedOperationException if the server has no LANGUAGE
     * @throws ImapRefused if the server has none of them, and goes on as before
     */
    public Optional<String> speak(String... tags) {
        need(Extension.LANGUAGE);
        if (tags.length == 0) {
            throw new IllegalArgumentException("no language");
        }
        return run(new Language(List.of(tags))).stream().findFirst();
    }

    /**
     * Tells where the same mail is to be had by JMAP (RFC 9698), with the same credentials.
     *
     * @return the address of the session resource, or nothing where the server gives none of https
     * @throws UnsupportedOperationException if the server has no JMAPACCESS
     */
    public Optional<URI> jmap() {
        need(Extension.JMAPACCESS);
        return run(new GetJmapAccess());
    }

    /**
     * Goes on as somebody else over the same connection (RFC 8437): what was selected, enabled or asked to be told of
     * is over. If the login fails, the connection is closed.
     *
     * @param credentials who, and how they prove it
     * @throws UnsupportedOperationException if the server has no UNAUTHENTICATE
     * @throws IllegalStateException if the connection is compressed, which would have to end too; nothing was sent
     */
    public void loginAs(Credentials credentials) {
        need(Extension.UNAUTHENTICATE);
        guarded(() -> {
            if (conversation.isCompressed()) {
                throw new IllegalStateException("the connection is compressed; open a new session");
            }
            boolean done = false;
            try {
                conversation.run(new Bare("UNAUTHENTICATE"));
                begunAnew();
                conversation.speak(Dialect.FIRST);
                Opening.again(conversation, credentials);
                done = true;
                return conversation;
            } finally {
                if (!done) {
                    conversation.wire().abort();
                }
            }
        });
    }
}
