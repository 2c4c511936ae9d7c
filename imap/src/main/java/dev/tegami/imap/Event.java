package dev.tegami.imap;

import java.util.List;
import java.util.OptionalLong;

/** What a server says without being asked (RFC 9051 §7). */
public sealed interface Event {
    /**
     * The folder now has this many messages.
     *
     * @param messages how many
     */
    record Exists(long messages) implements Event {}

    /**
     * A message is gone; those above move down by one.
     *
     * @param number the sequence number it had
     */
    record Expunged(long number) implements Event {}

    /**
     * Messages are gone (RFC 7162).
     *
     * @param uids their UIDs
     */
    record Vanished(UidSet uids) implements Event {}

    /**
     * A message changed its flags.
     *
     * @param message what the server says of it
     */
    record Changed(Summary message) implements Event {}

    /**
     * The numbers of a folder that is not selected changed (RFC 5465).
     *
     * @param status what the server says of it
     */
    record StatusChanged(Status status) implements Event {}

    /**
     * A folder was created, renamed, deleted or subscribed to (RFC 5465).
     *
     * @param folder the folder as it is now
     */
    record Listed(FolderListing folder) implements Event {}

    /**
     * Notes of a folder or the server changed (RFC 5464), once {@code enable("METADATA")} asked to be told.
     *
     * @param folder the name, or an empty string for the server
     * @param entries the names of the notes
     */
    record MetadataChanged(String folder, List<String> entries) implements Event {
        /**
         * Takes the values.
         *
         * @param folder the name, or an empty string
         * @param entries the names of the notes
         */
        public MetadataChanged {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The result of a search changed that {@link Folder#follow} follows (RFC 5267).
     *
     * @param search the tag by which the server names the search
     * @param changes what changed, in this order
     */
    record ResultChanged(String search, List<ResultChange> changes) implements Event {
        /**
         * Takes the values.
         *
         * @param search the tag
         * @param changes what changed
         */
        public ResultChanged {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The server is still at work on a command (RFC 9585).
     *
     * @param done how much is done, in units that the server chooses, if it says
     * @param of how much there is to do, if it says
     * @param text what it says to people
     */
    record InProgress(OptionalLong done, OptionalLong of, String text) implements Event {}

    /**
     * A text that must be shown to the user.
     *
     * @param text the text
     */
    record Alert(String text) implements Event {}

    /**
     * The server is about to close the connection.
     *
     * @param text why
     */
    record Bye(String text) implements Event {}

    /**
     * The server had too much to tell, and no longer tells what {@link ImapSession#notifyOf} asked for (RFC 5465 §5.8).
     *
     * @param text why
     */
    record NotifyEnded(String text) implements Event {}

    /**
     * Something else.
     *
     * @param text the response
     */
    record Other(String text) implements Event {}

    /**
     * A response that could not be read; only it is lost.
     *
     * @param text the response, cut after 200 characters
     * @param why what is wrong with it
     */
    record Malformed(String text, String why) implements Event {}
}
