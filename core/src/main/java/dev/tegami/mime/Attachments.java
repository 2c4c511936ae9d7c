package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.ParameterWriter;
import java.util.ArrayList;
import java.util.List;

/** Makes the parts that a draft attaches. */
final class Attachments {
    /** How a file name beyond US-ASCII is written. */
    enum Names {
        /** RFC 2231. */
        EXTENDED,
        /** Encoded words in quotes, in both fields, against the letter of RFC 2047. */
        ENCODED_WORDS
    }

    private Attachments() {}

    static Part file(String fileName, Content content, Names names) {
        ContentType type = content.contentType();
        boolean legacy = names == Names.ENCODED_WORDS && !Ascii.isAscii(fileName);
        List<Field> fields = legacy
                ? List.of(
                        legacy("Content-Type", type.field().unfolded(), "name", fileName),
                        legacy("Content-Disposition", "attachment", "filename", fileName))
                : List.of(type.field(), disposition(Disposition.attachment(), fileName));
        return Part.of(Header.of(fields), content);
    }

    private static Field legacy(String field, String value, String parameter, String text) {
        List<String> tokens = new ArrayList<>();
        tokens.add(value + ";");
        tokens.addAll(ParameterWriter.legacy(parameter, text));
        return Field.tokens(field, tokens);
    }

    static Part inline(String contentId, String fileName, ContentType type, Source octets, TransferEncoding encoding) {
        Header header = Header.of(List.of(
                type.field(),
                disposition(Disposition.inline(), fileName),
                Field.structured("Content-ID", "<" + contentId + ">")));
        return Part.of(header, Content.of(octets, type, encoding));
    }

    static Part message(Message message) {
        return Part.of(Header.empty(), Embedded.of(message));
    }

    private static Field disposition(Disposition disposition, String fileName) {
        return (fileName.isEmpty() ? disposition : disposition.with("filename", fileName)).field();
    }
}
