package dev.tegami.imap;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Disposition;
import dev.tegami.mime.Part;
import dev.tegami.net.Receive;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a message on a server, known by its description; its octets are fetched when they are asked for. Used by the
 * thread of its session while its folder is selected.
 *
 * <pre>{@code
 * inbox.view(uid).orElseThrow().attachment("minutes.pdf").orElseThrow().toFile(Path.of("minutes.pdf"));
 * }</pre>
 */
public sealed interface PartView permits RemotePart, LocalPart {
    /**
     * Gives the type as described.
     *
     * @return the type
     */
    ContentType contentType();

    /**
     * Tells how the part wants to be shown.
     *
     * @return the disposition, if there is one
     */
    Optional<Disposition> disposition();

    /**
     * Gives the file name as it was sent, decoded. It is the sender's choice of words, and no path to write to.
     *
     * @return the name, if there is one
     */
    Optional<String> fileName();

    /**
     * Gives the content id without its angle brackets.
     *
     * @return the id, if there is one
     */
    Optional<String> contentId();

    /**
     * Tells how many octets the part has as it is encoded: base64 is a third longer than what comes out.
     *
     * @return the number, if the server told; it need not be true
     */
    OptionalLong encodedSize();

    /**
     * Fetches header and body into memory, octet for octet as a parse of the whole message gives them.
     *
     * @return the part
     * @throws dev.tegami.LimitExceeded if it is longer than the limit {@code literal} of the session
     * @throws MessageGone if the message was removed
     * @throws SectionMissing if the server does not have what it described
     */
    Part part();

    /**
     * Fetches the content and hands it on decoded, while it comes: by BINARY (RFC 3516) where the server has it, else in
     * partial fetches of a mebibyte, some of them under way at a time. The octets of an attached message are that
     * message.
     *
     * <p>A receiver that throws ends it. The session goes on after partial fetches; after BINARY, only if what is left
     * is not more than 8 MiB.
     *
     * @param receive where the content goes
     * @param <T> what comes out
     * @return what came out
     * @throws MessageGone if the message was removed
     * @throws SectionMissing if the server does not have what it described
     * @throws dev.tegami.net.ProtocolViolation if it leaves out octets
     * @throws UncheckedIOException if the receiver breaks
     */
    <T> T receive(Receive<T> receive);

    /**
     * Stores the content, decoded, in a file that appears under its name only when complete.
     *
     * @param file the file, replaced if there is one
     * @return the file
     * @throws IOException if it cannot be written
     */
    default Path toFile(Path file) throws IOException {
        return declared(Receive.toFile(file));
    }

    /**
     * Writes the content, decoded, to a stream.
     *
     * @param out where to; it is neither flushed nor closed
     * @return how many octets
     * @throws IOException if it cannot be written
     */
    default long toStream(OutputStream out) throws IOException {
        return declared(Receive.toStream(out));
    }

    private <T> T declared(Receive<T> receive) throws IOException {
        try {
            return receive(receive);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Fetches the content into memory, decoded.
     *
     * @param limit the most octets
     * @return the octets
     * @throws dev.tegami.LimitExceeded if there are more
     */
    default byte[] bytes(int limit) {
        return receive(Receive.bytes(limit));
    }
}
