package dev.tegami.mime;

import jakarta.activation.DataSource;
import java.nio.file.Path;
import java.util.List;

/** The verbs of a {@link Draft} that take in files, pictures, messages and other parts. */
public abstract sealed class DraftAttachments extends DraftNotices permits Draft {
    final Composition composition = new Composition();
    private Attachments.Names names = Attachments.Names.EXTENDED;

    DraftAttachments() {}

    /**
     * Adds a picture or other resource that the HTML names by {@code cid:contentId}.
     *
     * @param contentId the id without angle brackets
     * @param file the file, read whenever the message is written
     * @return this draft
     * @throws MimeException if the id holds what no header may carry
     */
    public Draft inline(String contentId, Path file) {
        String id = Ids.checked(contentId);
        composition.inline(() -> {
            String name = name(file);
            return Attachments.inline(id, name, MediaTypes.of(name), Source.of(file), encoding());
        });
        return self();
    }

    /**
     * Adds a picture or other resource that the HTML names by {@code cid:contentId}.
     *
     * @param contentId the id without angle brackets
     * @param type what it is
     * @param octets its octets
     * @return this draft
     * @throws MimeException if the id holds what no header may carry
     */
    public Draft inline(String contentId, ContentType type, Source octets) {
        String id = Ids.checked(contentId);
        composition.inline(() -> Attachments.inline(id, "", type, octets, encoding()));
        return self();
    }

    /**
     * Attaches a file under its own name. It is looked at by {@link Draft#build} and read whenever the message is written.
     *
     * @param file a regular file
     * @return this draft
     */
    public Draft attach(Path file) {
        composition.attach(() -> {
            String name = name(file);
            return Attachments.file(name, content(Source.of(file), MediaTypes.of(name)), names);
        });
        return self();
    }

    private Content content(Source octets, ContentType type) {
        return Content.of(octets, type, encoding());
    }

    private TransferEncoding encoding() {
        return composition.attachmentEncoding();
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /**
     * Attaches octets; the type follows from the name's extension.
     *
     * @param fileName the name the reader sees
     * @param octets the octets, given away
     * @return this draft
     * @throws MimeException if the name holds what no header may carry
     */
    public Draft attach(String fileName, byte[] octets) {
        return attach(fileName, MediaTypes.of(fileName), Source.of(octets));
    }

    /**
     * Attaches octets; the type follows from the name's extension.
     *
     * @param fileName the name the reader sees
     * @param octets the octets
     * @return this draft
     * @throws MimeException if the name holds what no header may carry
     */
    public Draft attach(String fileName, Source octets) {
        return attach(fileName, MediaTypes.of(fileName), octets);
    }

    /**
     * Attaches octets of a type.
     *
     * @param fileName the name the reader sees
     * @param type what the octets are
     * @param octets the octets
     * @return this draft
     * @throws MimeException if the name holds what no header may carry
     */
    public Draft attach(String fileName, ContentType type, Source octets) {
        Field.checkText("a file name", fileName);
        composition.attach(() -> Attachments.file(fileName, content(octets, type), names));
        return self();
    }

    /**
     * Attaches content in the transfer encoding that it states: octets encoded before ({@link Content#preEncoded}), or
     * ones that shall stand as they are, 8bit or binary.
     *
     * <pre>{@code
     * draft.attach("notes.txt", Content.of(Source.of(file), type, TransferEncoding.EIGHT_BIT));
     * }</pre>
     *
     * @param fileName the name the reader sees
     * @param content the content
     * @return this draft
     * @throws MimeException if the name holds what no header may carry
     */
    public Draft attach(String fileName, Content content) {
        Field.checkText("a file name", fileName);
        composition.attach(() -> Attachments.file(fileName, content, names));
        return self();
    }

    /**
     * Attaches what another library gives as a data source; it is read whenever the message is written.
     *
     * @param data the data
     * @return this draft
     * @throws MimeException if its name holds what no header may carry
     */
    public Draft attach(DataSource data) {
        String name = data.getName() == null ? "" : data.getName();
        String type = data.getContentType();
        return attach(name, type == null ? MediaTypes.of(name) : ContentType.parse(type), data::getInputStream);
    }

    /**
     * Attaches a message as {@code message/rfc822}.
     *
     * @param message the message, written as it is
     * @return this draft
     */
    public Draft attach(Message message) {
        return attach(Attachments.message(message));
    }

    /**
     * Attaches a part as it is: the way out for what no other verb expresses.
     *
     * @param part the part
     * @return this draft
     */
    public Draft attach(Part part) {
        composition.attach(() -> part);
        return self();
    }

    /**
     * Looks for the files that the HTML names by a relative address in {@code src}, {@code srcset}, {@code background},
     * {@code poster} or {@code url()} of a style, puts them in as inline resources and names them by {@code cid:}. Only
     * files inside these directories are taken: neither absolute paths, drives and hosts, nor {@code ..} in any
     * encoding, nor links lead out of them.
     *
     * @param directories where to look, in order
     * @return this draft
     */
    public Draft inlineFrom(Path... directories) {
        composition.inlineFrom(List.of(directories));
        return self();
    }

    /**
     * Writes file names beyond US-ASCII as old Outlook versions read them, as encoded words in quotes, instead of the
     * form of RFC 2231.
     *
     * @return this draft
     */
    public Draft outlookFileNames() {
        names = Attachments.Names.ENCODED_WORDS;
        return self();
    }
}
