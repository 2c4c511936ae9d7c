package dev.tegami.imap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shape of a message or part, as the server sees it (RFC 9051 §7.5.2 BODYSTRUCTURE).
 *
 * @param section the part's address for {@link Section#part(String)}, such as {@code 1.2}, or an empty string for a root of several parts
 * @param type the media type, in lower case
 * @param subtype the subtype, in lower case
 * @param parameters the parameters of the type, names in lower case
 * @param id the Content-ID
 * @param description the Content-Description, as on the wire
 * @param encoding the transfer encoding, in lower case, or an empty string
 * @param size the encoded octets, or -1 for several parts
 * @param lines the lines of text, or -1
 * @param disposition the disposition type, in lower case
 * @param dispositionParameters the parameters of the disposition, names in lower case
 * @param children the parts of a multipart, or the one shape of an enclosed message
 */
public record Structure(
        String section,
        String type,
        String subtype,
        Map<String, String> parameters,
        Optional<String> id,
        Optional<String> description,
        String encoding,
        long size,
        long lines,
        Optional<String> disposition,
        Map<String, String> dispositionParameters,
        List<Structure> children) {

    /**
     * Tells whether there are parts below.
     *
     * @return true for any multipart type
     */
    public boolean isMultipart() {
        return type.equals("multipart");
    }

    /**
     * Gives type and subtype.
     *
     * @return such as {@code text/plain}, in lower case
     */
    public String mediaType() {
        return type + "/" + subtype;
    }

    /**
     * Gives the file name, of the disposition or else of the type, as on the wire.
     *
     * @return the name, if there is one
     */
    public Optional<String> fileName() {
        return HeaderText.fileName(this);
    }

    /**
     * Gives this and everything below, top down.
     *
     * @return all shapes
     */
    public Stream<Structure> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Structure::all));
    }

    /**
     * Finds the first part of a media type.
     *
     * @param mediaType such as {@code text/plain}
     * @return the part, if there is one
     */
    public Optional<Structure> first(String mediaType) {
        String wanted = mediaType.toLowerCase(Locale.ROOT);
        return all().filter(s -> s.mediaType().equals(wanted)).findFirst();
    }
}
