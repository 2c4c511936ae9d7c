package dev.tegami.internal.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the charset of text: certain signs first (byte order marks, escape sequences, well-formed UTF-8), then the
 * candidate that decodes without damage to what looks most like a language written in it.
 */
public final class CharsetDetector {
    private record Candidate(Charset charset, Plausibility language) {}

    private static final List<Candidate> CANDIDATES = new ArrayList<>();

    /** Below this no candidate is better than the commonest one. */
    private static final double CONVINCING = 0.25;

    static {
        candidate("windows-31j", Plausibility.JAPANESE);
        candidate("euc-jp", Plausibility.JAPANESE);
        candidate("euc-kr", Plausibility.KOREAN);
        candidate("gb18030", Plausibility.SIMPLIFIED_CHINESE);
        candidate("big5", Plausibility.TRADITIONAL_CHINESE);
        candidate("windows-1251", Plausibility.CYRILLIC);
        candidate("koi8-r", Plausibility.CYRILLIC);
        candidate("windows-1252", Plausibility.WESTERN);
    }

    private CharsetDetector() {}

    private static void candidate(String name, Plausibility language) {
        Charset charset = Charsets.find(name);
        if (charset != null) {
            CANDIDATES.add(new Candidate(charset, language));
        }
    }

    /** Chooses a charset for octets that may end inside a character. */
    public static Charset detect(byte[] b) {
        Charset certain = bySigns(b);
        if (certain != null) {
            return certain;
        }
        Charset best = StandardCharsets.ISO_8859_1;
        double most = -1;
        for (Candidate candidate : CANDIDATES) {
            String text = decode(candidate.charset(), b);
            double score = text == null ? -1 : candidate.language().of(text);
            boolean fallback = candidate.language() == Plausibility.WESTERN;
            if (score > most || (fallback && most < CONVINCING)) {
                most = score;
                best = candidate.charset();
            }
        }
        return best;
    }

    /** Whether the octets are UTF-8, but for a character that is cut off at their end. */
    public static boolean isUtf8(byte[] b) {
        return decode(StandardCharsets.UTF_8, b) != null;
    }

    private static @Nullable Charset bySigns(byte[] b) {
        if (starts(b, 0, 0xFE, 0xFF) || starts(b, 0, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        Charset escaped = byEscapes(b);
        return escaped == null && isUtf8(b) ? StandardCharsets.UTF_8 : escaped;
    }

    /** ISO 2022 names its character sets by escape sequences, in 7 bits. */
    private static @Nullable Charset byEscapes(byte[] b) {
        for (int i = 0; i + 2 < b.length; i++) {
            if (b[i] != 0x1B) {
                continue;
            }
            if (starts(b, i + 1, '$', 'B') || starts(b, i + 1, '$', '@') || starts(b, i + 1, '(', 'J')) {
                return Charsets.find("iso-2022-jp");
            }
            if (starts(b, i + 1, '$', ')', 'C')) {
                return Charsets.find("iso-2022-kr");
            }
            if (starts(b, i + 1, '$', ')', 'A') || starts(b, i + 1, '$', ')', 'G')) {
                return Charsets.find("iso-2022-cn");
            }
        }
        return null;
    }

    private static boolean starts(byte[] b, int at, int... wanted) {
        if (b.length - at < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((b[at + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The text, or null if the octets are damaged anywhere but at a cut end. */
    private static @Nullable String decode(Charset charset, byte[] b) {
        CharBuffer out = CharBuffer.allocate(b.length + 16);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(b), out, false);
        return result.isError() ? null : out.flip().toString();
    }
}
