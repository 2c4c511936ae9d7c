package dev.tegami.mime;

import java.util.List;

/** Makes the parts that a draft attaches. */
final class Attachments {
    private Attachments() {}

    static Part file(String fileName, ContentType type, Source octets) {
        Header header = Header.of(List.of(type.field(), disposition(Disposition.attachment(), fileName)));
        return Part.of(header, Content.of(octets, type, TransferEncoding.BASE64));
    }

    static Part inline(String contentId, String fileName, ContentType type, Source octets) {
        Header header = Header.of(List.of(
                type.field(),
                disposition(Disposition.inline(), fileName),
                Field.structured("Content-ID", "<" + contentId + ">")));
        return Part.of(header, Content.of(octets, type, TransferEncoding.BASE64));
    }

    static Part message(Message message) {
        return Part.of(Header.empty(), Embedded.of(message));
    }

    private static Field disposition(Disposition disposition, String fileName) {
        return (fileName.isEmpty() ? disposition : disposition.with("filename", fileName)).field();
    }
}
