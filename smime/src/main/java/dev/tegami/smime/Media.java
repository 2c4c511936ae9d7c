package dev.tegami.smime;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Part;
import java.util.Locale;

/** The media types of RFC 8551, with the names they had before registration. */
final class Media {
    private Media() {}

    static boolean isSigned(Part part) {
        return part.contentType().is("multipart/signed")
                && isSignature(part.contentType().parameter("protocol").orElse(""));
    }

    static boolean isSignature(Part part) {
        ContentType type = part.contentType();
        return isSignature(type.type() + "/" + type.subtype());
    }

    private static boolean isSignature(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return name.equals("application/pkcs7-signature") || name.equals("application/x-pkcs7-signature");
    }

    static boolean isEnvelope(Part part) {
        ContentType type = part.contentType();
        if (type.is("application/pkcs7-mime") || type.is("application/x-pkcs7-mime")) {
            return !type.parameter("smime-type").orElse("").equalsIgnoreCase("certs-only");
        }
        // RFC 8551 section 3.10: the name is all that some agents leave
        return type.is("application/octet-stream")
                && part.fileName()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .map(name -> name.endsWith(".p7m") || name.endsWith(".p7z"))
                        .orElse(false);
    }

    /** Whether certificates may come with a part; what is inside decides. */
    static boolean mayOffer(Part part) {
        ContentType type = part.contentType();
        return type.is("application/pkcs7-mime")
                || type.is("application/x-pkcs7-mime")
                || part.fileName()
                        .map(name -> name.toLowerCase(Locale.ROOT).endsWith(".p7c"))
                        .orElse(false);
    }
}
