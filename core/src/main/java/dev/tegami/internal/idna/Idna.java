package dev.tegami.internal.idna;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * International domain names by IDNA2008 (RFC 5890 to 5893), after the mapping that RFC 5895 suggests: lower case, full
 * width forms and composition. Sharp s and final sigma stay what they are, which the JDK's IDNA2003 would change into
 * the names of other people's hosts.
 */
public final class Idna {
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;
    private static final String PREFIX = "xn--";

    private Idna() {}

    /** The name in US-ASCII, or null if it is not valid. */
    public static @Nullable String ascii(String domain) {
        List<String> labels = labels(mapped(domain));
        boolean bidi = labels.stream().anyMatch(BidiRule::concerns);
        List<String> written = new ArrayList<>(labels.size());
        for (String label : labels) {
            String ascii = isAscii(label) ? label : international(label);
            if (ascii == null || ascii.isEmpty() || ascii.length() > LONGEST_LABEL) {
                return null;
            }
            if (bidi && !BidiRule.holds(label)) {
                return null;
            }
            written.add(ascii);
        }
        String name = String.join(".", written);
        return name.length() > LONGEST_NAME ? null : name;
    }

    private static boolean isAscii(String label) {
        return label.chars().allMatch(c -> c < 0x80);
    }

    private static List<String> labels(String name) {
        return List.of(name.split("\\.", -1));
    }

    private static String mapped(String domain) {
        String lower = lower(domain.replace('\u3002', '.'));
        return lower(Normalizer.normalize(lower, Normalizer.Form.NFKC).replace('\u3002', '.'));
    }

    /** Letter by letter: the lower case of a whole word would have a final sigma. */
    private static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static @Nullable String international(String label) {
        if (!LabelRules.isLabel(label)) {
            return null;
        }
        String encoded = Punycode.encode(label);
        return encoded == null ? null : PREFIX + encoded;
    }

    /** The name in Unicode; labels that encode nothing valid stay as they are. */
    public static String unicode(String domain) {
        List<String> shown = new ArrayList<>();
        for (String label : labels(domain)) {
            shown.add(unicodeLabel(label));
        }
        return String.join(".", shown);
    }

    private static String unicodeLabel(String label) {
        if (!label.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return label;
        }
        String lower = lower(label);
        String decoded = Punycode.decode(lower.substring(PREFIX.length()));
        return decoded != null && lower.equals(ascii(decoded)) ? decoded : label;
    }
}
