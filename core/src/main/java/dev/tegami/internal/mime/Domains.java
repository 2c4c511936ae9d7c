package dev.tegami.internal.mime;

import dev.tegami.internal.idna.Idna;

/** Domain names in both their forms. */
public final class Domains {
    private Domains() {}

    /** Whether the text is a domain name or an address literal that can be written. */
    public static boolean isDomain(String domain) {
        if (domain.startsWith("[")) {
            return isLiteral(domain);
        }
        if (!Atoms.isDotAtom(domain)) {
            return false;
        }
        return Ascii.isAscii(domain) || isInternational(domain);
    }

    /** An address literal without what readers take for other things, though RFC 5322 would let it stand there. */
    private static boolean isLiteral(String domain) {
        int n = domain.length();
        for (int i = 1; i < n - 1; i++) {
            char c = domain.charAt(i);
            if (c <= ' ' || c > 126 || "[]\\<>()\",;@".indexOf(c) >= 0) {
                return false;
            }
        }
        return n > 2 && domain.charAt(n - 1) == ']';
    }

    private static boolean isInternational(String domain) {
        String ascii = Idna.ascii(domain);
        return ascii != null && Atoms.isDotAtom(ascii);
    }

    /** The domain in its ASCII form; as it is, where it has none. */
    public static String ascii(String domain) {
        if (Ascii.isAscii(domain)) {
            return domain;
        }
        String ascii = Idna.ascii(domain);
        return ascii == null ? domain : ascii;
    }

    /** The domain in Unicode. */
    public static String unicode(String domain) {
        return Ascii.lower(domain).contains("xn--") ? Idna.unicode(domain) : domain;
    }
}
