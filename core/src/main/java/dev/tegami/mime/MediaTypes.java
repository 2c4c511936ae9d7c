package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import java.util.HashMap;
import java.util.Map;

/** Media types by file name extension: what people attach. */
final class MediaTypes {
    private static final Map<String, String> TYPES = new HashMap<>();

    static {
        add("text/plain", "txt", "log", "text");
        add("text/html", "html", "htm");
        add("text/csv", "csv");
        add("text/calendar", "ics");
        add("text/vcard", "vcf");
        add("text/markdown", "md");
        add("text/css", "css");
        add("text/xml", "xml");
        add("application/json", "json");
        add("application/pdf", "pdf");
        add("application/rtf", "rtf");
        add("application/zip", "zip");
        add("application/gzip", "gz", "tgz");
        add("application/x-7z-compressed", "7z");
        add("application/x-tar", "tar");
        add("application/msword", "doc");
        add("application/vnd.ms-excel", "xls");
        add("application/vnd.ms-powerpoint", "ppt");
        add("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
        add("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        add("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");
        add("application/vnd.oasis.opendocument.text", "odt");
        add("application/vnd.oasis.opendocument.spreadsheet", "ods");
        add("application/epub+zip", "epub");
        add("application/pgp-signature", "sig", "asc");
        add("application/pkcs7-mime", "p7m");
        add("application/pkcs7-signature", "p7s");
        add("image/png", "png");
        add("image/jpeg", "jpg", "jpeg");
        add("image/gif", "gif");
        add("image/webp", "webp");
        add("image/svg+xml", "svg");
        add("image/bmp", "bmp");
        add("image/tiff", "tif", "tiff");
        add("image/heic", "heic");
        add("image/avif", "avif");
        add("image/x-icon", "ico");
        add("audio/mpeg", "mp3");
        add("audio/mp4", "m4a");
        add("audio/ogg", "ogg");
        add("audio/wav", "wav");
        add("video/mp4", "mp4");
        add("video/quicktime", "mov");
        add("video/webm", "webm");
        add("message/rfc822", "eml");
    }

    private MediaTypes() {}

    private static void add(String type, String... extensions) {
        for (String extension : extensions) {
            TYPES.put(extension, type);
        }
    }

    /** The type for a file name; octets where the extension says nothing. */
    static ContentType of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String type = dot < 0 ? null : TYPES.get(Ascii.lower(fileName.substring(dot + 1)));
        if (type == null) {
            return ContentType.OCTETS;
        }
        int slash = type.indexOf('/');
        return ContentType.of(type.substring(0, slash), type.substring(slash + 1));
    }
}
